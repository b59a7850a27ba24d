/// How a regulation numbers the parts of a text.
public struct NumberingRule: Hashable, Sendable {
    /// Levels of texts with articles (điều), outermost first.
    public let withArticles: [Level]
    /// Levels of texts without.
    public let withoutArticles: [Level]

    public struct Level: Hashable, Sendable {
        /// What stands before the number: `Phần`, `Chương`, or nothing.
        public let word: String
        public let digits: Digits
        /// What follows the number: `.`, `)`, `-`, or nothing.
        public let mark: String
    }

    public enum Digits: String, Hashable, Sendable {
        case roman, arabic, decimal, letter, lowerRoman, dash, plus
    }
}

/// How the number and code of a document (số, ký hiệu) are written.
public struct NumberRule: Hashable, Sendable {
    /// `Số`.
    public let label: String
    public let colon: Colon
    /// Between the number and the code.
    public let afterNumber: Character
    /// Between the groups of a code.
    public let betweenGroups: Character
    /// The type that letters (công văn) have in their code; nil where they have none.
    public let letterType: String?
    public let series: Series
    /// Copies: sao y, trích sao, sao lục.
    public let copyTypes: [String]

    public enum Colon: Hashable, Sendable { case written, absent }
    /// How long numbers run before they begin at 1 again.
    public enum Series: Hashable, Sendable { case year, termOfOffice }
}

/// How place and date of issue (địa danh, thời gian) are written.
public struct DateRule: Hashable, Sendable {
    /// Days below this one have a zero in front.
    public let padsDaysBelow: Int
    /// Months below this one have a zero in front; the others have none.
    public let padsMonthsBelow: Int
}

/// How the signer's authority (quyền hạn) is written.
public struct SignatureRule: Hashable, Sendable {
    /// Thay mặt.
    public let onBehalf: String
    /// Ký thay.
    public let forHead: String
    /// Thừa lệnh.
    public let byOrder: String
    /// Thừa ủy quyền; nil where there is none.
    public let byAuthorisation: String?
    /// Quyền.
    public let acting: String
    /// Titles that show a body decides as a collective: after `TM.` or `T/M` the word must not be one of a single head.
    public let singleHeads: [String]

    public var all: [String] { [onBehalf, forHead, byOrder, acting] + (byAuthorisation.map { [$0] } ?? []) }
}

/// How the recipients (nơi nhận) are written.
public struct RecipientsRule: Hashable, Sendable {
    /// `Nơi nhận:`.
    public let label: String
    public let betweenItems: Character
    public let lastEnd: Character
    /// What the file line begins with after its dash: `Lưu: VT` or `Lưu`.
    public let fileLine: String
    /// First item of documents with addressees.
    public let asAbove: String
}

/// How legal bases (căn cứ) are written.
public struct LegalBasisRule: Hashable, Sendable {
    public let dash: Dash
    public let betweenItems: Character
    public let lastEnd: Character

    public enum Dash: Hashable, Sendable { case written, absent }
}

extension NumberingRule {
    static let decree30 = NumberingRule(
        withArticles: [
            Level(word: "Phần", digits: .roman, mark: ""), Level(word: "Chương", digits: .roman, mark: ""),
            Level(word: "Mục", digits: .arabic, mark: ""), Level(word: "Tiểu mục", digits: .arabic, mark: ""),
            Level(word: "Điều", digits: .arabic, mark: "."), Level(word: "", digits: .arabic, mark: "."),
            Level(word: "", digits: .letter, mark: ")"),
        ],
        withoutArticles: [
            Level(word: "Phần", digits: .roman, mark: ""), Level(word: "", digits: .roman, mark: "."),
            Level(word: "", digits: .arabic, mark: "."), Level(word: "", digits: .letter, mark: ")"),
            Level(word: "", digits: .dash, mark: ""), Level(word: "", digits: .plus, mark: ""),
        ]
    )

    static let party = NumberingRule(
        withArticles: decree30.withArticles,
        withoutArticles: [
            Level(word: "Phần", digits: .roman, mark: ""), Level(word: "", digits: .roman, mark: "-"),
            Level(word: "", digits: .arabic, mark: "."), Level(word: "", digits: .decimal, mark: "."),
            Level(word: "", digits: .letter, mark: ")"), Level(word: "", digits: .lowerRoman, mark: ")"),
            Level(word: "", digits: .dash, mark: ""),
        ]
    )
}
