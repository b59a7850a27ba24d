/// How a regulation numbers the parts of a text.
package struct NumberingGrammar: Hashable, Sendable {
    /// Levels of texts with articles (điều), outermost first.
    package var withArticles: [Level]
    /// Levels of texts without.
    package var withoutArticles: [Level]

    package struct Level: Hashable, Sendable {
        /// What stands before the number: `Phần`, `Chương`, or nothing.
        package var word: String
        package var digits: Digits
        /// What follows the number: `.`, `)`, `-`, or nothing.
        package var mark: String
    }

    /// What follows numbers of that kind that no word stands before, in texts without articles.
    package func mark(of digits: Digits) -> String? {
        withoutArticles.first { $0.word.isEmpty && $0.digits == digits }?.mark
    }

    package enum Digits: String, Hashable, Sendable {
        case roman, arabic, decimal, letter, lowerRoman, dash, plus
    }
}

/// How the number and code of a document (số, ký hiệu) are written.
package struct NumberGrammar: Hashable, Sendable {
    /// `Số`.
    package var label: String
    package var colon: Colon
    /// Between the number and the code.
    package var afterNumber: Character
    /// Between the groups of a code.
    package var betweenGroups: Character
    /// The type that letters (công văn) have in their code; nil where they have none.
    package var letterType: String?
    package var series: Series
    /// Copies: sao y, trích sao, sao lục.
    package var copyTypes: [String]

    package enum Colon: Hashable, Sendable { case written, absent }
    /// How long numbers run before they begin at 1 again.
    package enum Series: Hashable, Sendable { case year, termOfOffice }
}

/// How place and date of issue (địa danh, thời gian) are written.
package struct DateGrammar: Hashable, Sendable {
    /// Days below this one have a zero in front.
    package var padsDaysBelow: Int
    /// Months below this one have a zero in front; the others have none.
    package var padsMonthsBelow: Int
}

/// How the signer's authority (quyền hạn) is written.
package struct SignatureGrammar: Hashable, Sendable {
    /// Thay mặt.
    package var onBehalf: String
    /// Ký thay.
    package var forHead: String
    /// Thừa lệnh.
    package var byOrder: String
    /// Thừa ủy quyền; nil where there is none.
    package var byAuthorisation: String?
    /// Quyền.
    package var acting: String
    /// Titles that show a body decides as a collective: after `TM.` or `T/M` the word must not be one of a single head.
    package var singleHeads: [String]

    package var all: [String] { [onBehalf, forHead, byOrder, acting] + (byAuthorisation.map { [$0] } ?? []) }
}

/// How the recipients (nơi nhận) are written.
package struct RecipientsGrammar: Hashable, Sendable {
    /// `Nơi nhận:`.
    package var label: String
    package var betweenItems: Character
    package var lastEnd: Character
    /// What the file line begins with after its dash: `Lưu: VT` or `Lưu`.
    package var fileLine: String
    /// First item of documents with addressees.
    package var asAbove: String
}

/// How legal bases (căn cứ) are written.
package struct LegalBasisGrammar: Hashable, Sendable {
    package var dash: Dash
    package var betweenItems: Character
    package var lastEnd: Character

    package enum Dash: Hashable, Sendable { case written, absent }
}
