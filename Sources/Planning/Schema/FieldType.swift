/// What may stand in a field: the one description behind strict reading, the JSON Schema and the data dictionary.
public indirect enum FieldType: Hashable, Sendable {
    /// One line of text; a number is taken as it was written.
    case text
    /// Paragraphs: a list of texts, or one text whose non-empty lines are the paragraphs.
    case lines
    /// A line of text with `{placeholders}` that the program fills in.
    case pattern(placeholders: [String])
    case boolean
    /// An exact decimal: at most 12 digits before the comma and 6 after it.
    case number
    /// What a log reports: a number, or `-` for "không phát sinh".
    case reportedNumber
    /// Whole đồng.
    case money
    case integer(ClosedRange<Int>)
    case date
    case timeSpan
    /// A reporting period such as `2021-Q1`.
    case period
    /// A further factor of an amount: `2`, `0,5` or `2 ngày`.
    case factor
    case choice([Choice])
    /// The code by which other places refer to this record.
    case identifier(IdentifierKind)
    case reference(IdentifierKind)
    case list(FieldType)
    /// A mapping from years to values.
    case perYear(FieldType)
    /// A record of the schema, by its name.
    case record(String)
    /// A scalar is read as the first type, a list or mapping as the second.
    case shorthand(FieldType, orElse: FieldType)

    /// One of the words a field may be.
    public struct Choice: Hashable, Sendable {
        public let name: String
        /// What the word means, in Vietnamese.
        public let doc: String

        public init(_ name: String, _ doc: String) {
            self.name = name
            self.doc = doc
        }
    }
}

/// The families of codes by which parts of a workspace refer to each other.
public enum IdentifierKind: String, Hashable, Sendable, CaseIterable {
    case unit
    case leader
    case channel
    case workItem
    case indicator
    case fundingSource

    /// The Vietnamese term of what the code stands for.
    public var vietnamese: String {
        switch self {
        case .unit: "đơn vị"
        case .leader: "lãnh đạo"
        case .channel: "kênh"
        case .workItem: "nội dung"
        case .indicator: "chỉ tiêu"
        case .fundingSource: "nguồn kinh phí"
        }
    }

    /// The English term of what the code stands for.
    public var english: String {
        switch self {
        case .unit: "unit"
        case .leader: "leader"
        case .channel: "channel"
        case .workItem: "work item"
        case .indicator: "indicator"
        case .fundingSource: "funding source"
        }
    }

    /// Where such codes are declared, as a file and key a clerk can find.
    public var declaredIn: String {
        switch self {
        case .unit: "co-quan (don_vi[].ma)"
        case .leader: "co-quan (lanh_dao[].ma)"
        case .channel: "ke-hoach (pham_vi.kenh[].ma)"
        case .workItem: "ke-hoach (noi_dung[].ma)"
        case .indicator: "chi-tieu (chi_tieu[].ma)"
        case .fundingSource: "du-toan (nguon[].ma)"
        }
    }

    /// Funding sources are declared estimate by estimate; all other codes hold for the whole workspace.
    var isLocalToFile: Bool { self == .fundingSource }
}
