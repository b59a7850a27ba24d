public import VietnameseText

/// The rules of one regulation on the format of documents, as data.
///
/// Forms are made from a profile and documents are judged by it, so a change in one changes both.
public struct FormatProfile: Hashable, Sendable {
    public var key: ProfileKey
    /// The regulation's short name, such as `NĐ 30/2020/NĐ-CP`.
    public var regulation: String
    public var validity: Validity
    public var font: String
    public var page: PageRule
    public var pageNumber: PageNumberRule
    public var body: BodyRule
    public var components: [ComponentRule]
    /// The levels of numbering of texts with articles (điều), outermost first, and of those without.
    public var numbering: NumberingRule
    public var number: NumberRule
    public var date: DateRule
    public var signature: SignatureRule
    public var recipients: RecipientsRule
    public var legalBasis: LegalBasisRule
    public var documentTypes: [DocumentType]
    /// The mark at the end of the text: `./.` or a full stop.
    public var endMark: String
    /// The set of sizes the shipped forms take.
    public var usualSizes: SizeSet
    /// The regulation whose rules of the catalogue hold under this profile; nil for those that the catalogue itself names.
    public var rulesOf: ProfileKey?
    /// Rules that come from another place than the catalogue says, or that do not hold here.
    public var clauses: [RuleCode: OwnClause] = [:]

    /// What a profile says of a rule of the catalogue.
    public enum OwnClause: Hashable, Sendable {
        /// The rule holds, and this is the place it comes from.
        case place(String)
        /// The rule does not hold, whatever the catalogue says.
        case absent
    }

    /// Where text stands on the sheet, in millimetres.
    public struct PageRule: Hashable, Sendable {
        public var width: Double
        public var height: Double
        public var top: ClosedRange<Double>
        public var bottom: ClosedRange<Double>
        public var left: ClosedRange<Double>
        public var right: ClosedRange<Double>
        /// How far a margin may be off: what rounding of centimetres costs.
        public var tolerance: Double = 0.5
    }

    /// Where the number of the page stands.
    public struct PageNumberRule: Hashable, Sendable {
        /// From the paper's upper edge, in millimetres, where the regulation names it.
        public var fromTop: Double?
        /// Appendices begin at 1 again.
        public var restartsInAppendices: Bool
    }

    /// How the paragraphs of the text are set.
    public struct BodyRule: Hashable, Sendable {
        /// The first-line indents allowed, in millimetres.
        public var firstLineIndents: [Double]
        /// The least distance between two paragraphs, in points.
        public var leastGap: Double
        public var lineSpacing: LineSpacing

        /// The distance of lines allowed.
        public enum LineSpacing: Hashable, Sendable {
            /// As a multiple of single spacing.
            case lines(ClosedRange<Double>)
            /// Exactly so many points, inside the range.
            case exactly(ClosedRange<Double>)
        }
    }

    /// Whether it is a regulation of the Party's, whose documents have a title in place of Quốc hiệu.
    public var isOfParty: Bool { rule(for: .partyTitle) != nil }

    public func rule(for component: Component) -> ComponentRule? {
        components.first { $0.component == component }
    }

    /// The document type of a name in any case and style of tone marks.
    public func documentType(named name: String) -> DocumentType? {
        let folded = Normalization.folded(LetterCase.upper(name))
        return documentTypes.first { Normalization.folded(LetterCase.upper($0.name)) == folded }
    }

    public func documentType(abbreviated abbreviation: String) -> DocumentType? {
        documentTypes.first { $0.abbreviation == abbreviation }
    }

    /// The regulation that the catalogue has rules for: an agency's additions have those of what they add to.
    public var regulationKey: ProfileKey { rulesOf ?? key }

    /// The place a rule comes from; nil when it does not hold under this profile.
    public func clause(of rule: Rule) -> String? {
        switch clauses[rule.code] {
        case .place(let place)?: place
        case .absent?: nil
        case nil: rule.clause(under: regulationKey)
        }
    }

    /// All profiles, the ones in force first.
    public static let all = [decree30, guidance05, guidance36]

    public static func profile(_ key: ProfileKey) -> FormatProfile? { all.first { $0.key == key } }

    /// The profile that a Party document of that day was bound by; of a document without a date, the one in force.
    public static func party(on day: CalendarDate?) -> FormatProfile {
        guard let day else { return guidance05 }
        return guidance36.validity.contains(day) ? guidance36 : guidance05
    }
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

    /// Nil when a day does not exist.
    public init?(from: (Int, Int, Int), until: (Int, Int, Int)? = nil) {
        guard let first = CalendarDate(year: from.0, month: from.1, day: from.2) else { return nil }
        self.from = first
        guard let until else {
            self.until = nil
            return
        }
        guard let last = CalendarDate(year: until.0, month: until.1, day: until.2) else { return nil }
        self.until = last
    }

    public func contains(_ day: CalendarDate) -> Bool { from <= day && (until.map { day <= $0 } ?? true) }
}

/// A kind of document (tên loại) and its abbreviation in numbers.
public struct DocumentType: Hashable, Sendable {
    /// In sentence case, such as `Kế hoạch`.
    public var name: String
    public var abbreviation: String
}
