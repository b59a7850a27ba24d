package import VietnameseText

/// A document that somebody has written, with what it says in its parts: what a workspace is begun with that makes it again.
///
/// Texts may have `**bold**` and `*italic*`; braces in them are letters like any other.
package struct WorkspaceDraft: Sendable {
    package var kind = DocumentKind.plan
    /// What it is called, where that is no kind that is known here.
    package var typeName: String?
    /// The years of the plan, where they are not the one it is issued in.
    package var years: ClosedRange<Int>?
    package var agency = Agency()
    package var issue = Issue()
    package var subject: [String] = []
    package var addressees: [String] = []
    /// Who decides, in a decision.
    package var authority: String?
    package var legalBases: [String] = []
    /// Nil for a document that begins with its first part.
    package var lead: String?
    package var sections: [Section] = []
    /// Nil where the last paragraph of the body ends it.
    package var closing: String?
    package var distribution = Distribution()
    package var appendices: [Appendix] = []
    package var decision: Decision?
    /// The agency that issues it too.
    package var partner: Partner?
    package var tasks: [Task] = []
    package var targets: [Target] = []
    package var estimate: Estimate?
    /// Reports of periods, beside the document itself.
    package var reports: [Report] = []
    /// What is to be told of a key of the plan's file.
    package var remarks: [String: String] = [:]
    /// What stands at the head of the plan's file.
    package var introduction: [String] = []

    package init() {}

    package struct Agency: Sendable {
        package var name = ""
        package var fullName = ""
        package var abbreviation = ""
        package var superior: String?
        package var isOfParty = false
        package var place = ""
        package var units: [Unit] = []
        /// The first signs the document.
        package var leaders: [Leader] = []
        /// What is to be told of a key of the agency's file.
        package var remarks: [String: String] = [:]

        package init() {}
    }

    package struct Unit: Hashable, Sendable {
        package let code: String
        package let name: String

        package init(code: String, name: String) {
            self.code = code
            self.name = name
        }
    }

    package struct Partner: Sendable {
        package var name = ""
        package var abbreviation = ""
        package var superior: String?
        package var leader = Leader(code: "")

        package init() {}
    }

    package struct Leader: Hashable, Sendable {
        package var code: String
        package var fullName = ""
        package var position = ""
        /// The lines above the position, as they are printed.
        package var authority: [String] = []

        package init(code: String) { self.code = code }
    }

    package struct Issue: Hashable, Sendable {
        package var number: Int?
        package var date: CalendarDate?
        package var year = 0
        /// The month, where there is no day.
        package var month: Int?
        /// The code behind the number, where it does not follow from kind and agency.
        package var code: String?

        package init() {}
    }

    package struct Distribution: Hashable, Sendable {
        package var recipients: [String] = []
        package var filing = ""
        package var signatory = ""

        package init() {}
    }

    package struct Section: Sendable {
        /// Nil for blocks that stand under no heading, and for a number alone with text behind it.
        package var heading: String?
        package var number: Number?
        package var runIn: String?
        package var blocks: [Block] = []
        package var sections: [Section] = []
        package var remark: String?

        package init(heading: String? = nil, number: Number? = nil) {
            self.heading = heading
            self.number = number
        }
    }

    /// The number a heading had.
    package struct Number: Hashable, Sendable {
        package let kind: Kind
        /// Without what ends it.
        package let text: String
        /// With it, as the regulation writes it.
        package let written: String

        package init(_ kind: Kind, _ text: String, written: String) {
            self.kind = kind
            self.text = text
            self.written = written
        }

        package enum Kind: Hashable, Sendable {
            case part, chapter, division, subdivision, capital, roman, article, arabic, decimal, letter, dash
            /// Counted in no way that levels have.
            case other
        }
    }

    package enum Block: Sendable {
        case paragraph(String, remark: String? = nil)
        /// Without its mark.
        case dash(String, remark: String? = nil)
        case table(Table)
        case insert(Insertion)
        case picture(file: String, width: Int?)
    }

    package struct Table: Sendable {
        package var columns: [Column] = []
        /// How many of the rows are the head; 0 where the columns name themselves, or the table has none.
        package var headCount = 0
        package var rows: [Row] = []
        /// The file that holds the rows, where they are many.
        package var file: String?
        package var remark: String?

        package init() {}
    }

    package struct Column: Hashable, Sendable {
        package var title = ""
        package var group: String?
        /// Millimetres.
        package var width: Int?
        package var kind = Kind.text
        /// What it shows, in a table that is computed: a word of `lay`.
        package var shows: String?

        package init() {}

        package enum Kind: String, Hashable, Sendable {
            case text = "chu"
            case centred = "giua"
            case number = "so"
            case counter = "stt"
        }
    }

    package enum Row: Hashable, Sendable {
        case cells([String])
        case group(String)
    }

    package struct Appendix: Sendable {
        package var title = ""
        package var isLandscape = false
        package var blocks: [Block] = []
        package var sections: [Section] = []
        package var remark: String?

        package init() {}
    }

    /// The decision that puts the document in force.
    package struct Decision: Sendable {
        package var issue = Issue()
        package var subject: [String] = []
        package var authority = ""
        package var legalBases: [String] = []
        package var articles: [String] = []
        package var execution = ""
        package var distribution = Distribution()

        package init() {}
    }
}
