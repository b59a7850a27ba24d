/// How a regulation numbers the parts of a text.
public struct NumberingGrammar: Hashable, Sendable {
    /// Levels of texts with articles (điều), outermost first.
    public var withArticles: [Level]
    /// Levels of texts without.
    public var withoutArticles: [Level]

    public struct Level: Hashable, Sendable {
        /// What stands before the number: `Phần`, `Chương`, or nothing.
        public var word: String
        public var digits: Digits
        /// What follows the number: `.`, `)`, `-`, or nothing.
        public var mark: String
    }

    /// What follows numbers of that kind that no word stands before, in texts without articles.
    package func mark(of digits: Digits) -> String? {
        withoutArticles.first { $0.word.isEmpty && $0.digits == digits }?.mark
    }

    public enum Digits: String, Hashable, Sendable {
        case roman, arabic, decimal, letter, lowerRoman, dash, plus
    }
}

/// How the number and code of a document (số, ký hiệu) are written.
public struct NumberGrammar: Hashable, Sendable {
    /// `Số`.
    public var label: String
    public var colon: Colon
    /// Between the number and the code.
    public var afterNumber: Character
    /// Between the groups of a code.
    public var betweenGroups: Character
    /// The type that letters (công văn) have in their code; nil where they have none.
    public var letterType: String?
    public var series: Series
    /// Copies: sao y, trích sao, sao lục.
    public var copyTypes: [String]

    public enum Colon: Hashable, Sendable { case written, absent }
    /// How long numbers run before they begin at 1 again.
    public enum Series: Hashable, Sendable { case year, termOfOffice }
}

/// How place and date of issue (địa danh, thời gian) are written.
public struct DateGrammar: Hashable, Sendable {
    /// Days below this one have a zero in front.
    public var padsDaysBelow: Int
    /// Months below this one have a zero in front; the others have none.
    public var padsMonthsBelow: Int
}

/// How the signer's authority (quyền hạn) is written.
public struct SignatureGrammar: Hashable, Sendable {
    /// Thay mặt.
    public var onBehalf: String
    /// Ký thay.
    public var forHead: String
    /// Thừa lệnh.
    public var byOrder: String
    /// Thừa ủy quyền; nil where there is none.
    public var byAuthorisation: String?
    /// Quyền.
    public var acting: String
    /// Titles that show a body decides as a collective: after `TM.` or `T/M` the word must not be one of a single head.
    public var singleHeads: [String]

    public var all: [String] { [onBehalf, forHead, byOrder, acting] + (byAuthorisation.map { [$0] } ?? []) }
}

/// How the recipients (nơi nhận) are written.
public struct RecipientsGrammar: Hashable, Sendable {
    /// `Nơi nhận:`.
    public var label: String
    public var betweenItems: Character
    public var lastEnd: Character
    /// What the file line begins with after its dash: `Lưu: VT` or `Lưu`.
    public var fileLine: String
    /// First item of documents with addressees.
    public var asAbove: String
}

/// How legal bases (căn cứ) are written.
public struct LegalBasisGrammar: Hashable, Sendable {
    public var dash: Dash
    public var betweenItems: Character
    public var lastEnd: Character

    public enum Dash: Hashable, Sendable { case written, absent }
}
