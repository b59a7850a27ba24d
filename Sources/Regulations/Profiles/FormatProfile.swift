public import VietnameseText

/// The rules of one regulation on the format of documents, as data.
///
/// Forms are made from a profile and documents are judged by it, so a change in one changes both.
public struct FormatProfile: Hashable, Sendable {
    public var key: ProfileKey
    /// The regulation's short name, such as `NĐ 30/2020/NĐ-CP`.
    public var regulation: String
    public var validity: Validity
    package var font: String
    package var page: PageFormat
    package var pageNumber: PageNumberFormat
    package var body: BodyFormat
    package var components: [ComponentFormat]
    /// The levels of numbering of texts with articles (điều), outermost first, and of those without.
    package var numbering: NumberingGrammar
    package var number: NumberGrammar
    package var date: DateGrammar
    package var signature: SignatureGrammar
    package var recipients: RecipientsGrammar
    package var legalBasis: LegalBasisGrammar
    package var documentTypes: [DocumentType]
    /// The mark at the end of the text: `./.` or a full stop.
    package var endMark: String
    /// The set of sizes the shipped forms take.
    public var usualSizes: SizeSet
    /// The regulation whose rules of the catalogue hold under this profile; nil for those that the catalogue itself names.
    package var rulesOf: ProfileKey?
    /// Rules that come from another place than the catalogue says, or that do not hold here.
    package var clauses: [RuleCode: OwnClause] = [:]

    /// What a profile says of a rule of the catalogue.
    package enum OwnClause: Hashable, Sendable {
        /// The rule holds, and this is the place it comes from.
        case place(String)
        /// The rule does not hold, whatever the catalogue says.
        case absent
    }

    /// Where text stands on the sheet, in millimetres.
    package struct PageFormat: Hashable, Sendable {
        package var width: Double
        package var height: Double
        package var top: ClosedRange<Double>
        package var bottom: ClosedRange<Double>
        package var left: ClosedRange<Double>
        package var right: ClosedRange<Double>
        /// How far a margin may be off: what rounding of centimetres costs.
        package var tolerance: Double = 0.5
    }

    /// Where the number of the page stands.
    package struct PageNumberFormat: Hashable, Sendable {
        /// From the paper's upper edge, in millimetres, where the regulation names it.
        public var fromTop: Double?
        /// Appendices begin at 1 again.
        package var restartsInAppendices: Bool
    }

    /// How the paragraphs of the text are set.
    package struct BodyFormat: Hashable, Sendable {
        /// The first-line indents allowed, in millimetres.
        package var firstLineIndents: [Double]
        /// The least distance between two paragraphs, in points.
        package var leastGap: Double
        package var lineSpacing: LineSpacing

        /// The distance of lines allowed.
        package enum LineSpacing: Hashable, Sendable {
            /// As a multiple of single spacing.
            case lines(ClosedRange<Double>)
            /// Exactly so many points, inside the range.
            case exactly(ClosedRange<Double>)
        }
    }

    /// Whether it is a regulation of the Party's, whose documents have a title in place of Quốc hiệu.
    package var isOfParty: Bool { format(of: .partyTitle) != nil }

    package func format(of component: Component) -> ComponentFormat? {
        components.first { $0.component == component }
    }

    /// The document type of a name in any case and style of tone marks.
    package func documentType(named name: String) -> DocumentType? {
        let folded = Normalization.folded(LetterCase.upper(name))
        return documentTypes.first { Normalization.folded(LetterCase.upper($0.name)) == folded }
    }

    package func documentType(abbreviated abbreviation: String) -> DocumentType? {
        documentTypes.first { $0.abbreviation == abbreviation }
    }

    /// The regulation that the catalogue has rules for: an agency's additions have those of what they add to.
    package var regulationKey: ProfileKey { rulesOf ?? key }

}

/// Names a profile; a workspace may add its own.
public struct ProfileKey: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public var description: String { rawValue }

    /// Nghị định 30/2020/NĐ-CP.
    public static let decree30 = ProfileKey(rawValue: "ND30")
    /// Hướng dẫn 05-HD/VPTW.
    public static let guidance05 = ProfileKey(rawValue: "HD05")
    /// Hướng dẫn 36-HD/VPTW.
    public static let guidance36 = ProfileKey(rawValue: "HD36")
}

/// The days a regulation holds for, both ends included.
public struct Validity: Hashable, Sendable {
    public var from: CalendarDate
    /// Nil while it is in force.
    public var until: CalendarDate?

    public init(from: CalendarDate, until: CalendarDate? = nil) {
        self.from = from
        self.until = until
    }

    public func contains(_ day: CalendarDate) -> Bool { from <= day && (until.map { day <= $0 } ?? true) }
}

/// A kind of document (tên loại) and its abbreviation in numbers.
package struct DocumentType: Hashable, Sendable {
    /// In sentence case, such as `Kế hoạch`.
    package var name: String
    package var abbreviation: String
}
