/// One key of a record.
public struct Field: Hashable, Sendable {
    public let name: String
    public let type: FieldType
    public let presence: Presence
    /// What it means to the clerk who fills it in, in Vietnamese.
    public let doc: String

    /// Whether a record may leave the key out; a key with an empty value counts as left out.
    public enum Presence: Hashable, Sendable {
        case required
        case optional
    }

    /// A key that must be there.
    public static func required(_ name: String, _ type: FieldType, _ doc: String) -> Field {
        Field(name: name, type: type, presence: .required, doc: doc)
    }

    /// A key that may be left out.
    public static func optional(_ name: String, _ type: FieldType, _ doc: String) -> Field {
        Field(name: name, type: type, presence: .optional, doc: doc)
    }
}

/// A named group of keys.
public struct RecordSchema: Hashable, Sendable {
    public let name: String
    /// What such a record is, in Vietnamese.
    public let doc: String
    public let fields: [Field]

    public init(_ name: String, _ doc: String, _ fields: [Field]) {
        self.name = name
        self.doc = doc
        self.fields = fields
    }

    /// The field of that name.
    public func field(_ name: String) -> Field? { fields.first { $0.name == name } }
}

/// The kinds of files a workspace is made of; the raw value is the file's name without its ending.
public enum DataKind: String, Hashable, Sendable, CaseIterable {
    case agency = "co-quan"
    case programme = "ke-hoach"
    case indicators = "chi-tieu"
    case estimate = "du-toan"
    case log = "hoat-dong"
    case report = "bao-cao"
}

/// The whole shape of one kind of file.
///
/// Strict reading, the JSON Schema and the data dictionary all come from this value, so they cannot disagree.
public struct DataSchema: Hashable, Sendable {
    public let kind: DataKind
    /// The title of the kind, in Vietnamese.
    public let title: String
    /// Which files of the workspace have this shape, in Vietnamese.
    public let files: String
    /// The type of the file as a whole.
    public let root: FieldType
    /// The records that types of this schema name, the root's first.
    public let records: [RecordSchema]

    /// The schema of a kind.
    public static func of(_ kind: DataKind) -> DataSchema {
        switch kind {
        case .agency: .agency
        case .programme: .programme
        case .indicators: .indicators
        case .estimate: .estimate
        case .log: .log
        case .report: .report
        }
    }

    /// The record of that name, which must be one of the schema's own.
    func record(_ name: String) -> RecordSchema {
        guard let record = records.first(where: { $0.name == name }) else {
            preconditionFailure("the schema \(kind.rawValue) has no record \(name)")
        }
        return record
    }
}

extension DataSchema {
    /// The kinds of codes that data of this type would declare.
    func codes(declaredIn type: FieldType) -> Set<IdentifierKind> {
        var seen: Set<String> = []
        return codes(declaredIn: type, passing: &seen)
    }

    /// Rows hold rows: a record is looked into once.
    private func codes(declaredIn type: FieldType, passing seen: inout Set<String>) -> Set<IdentifierKind> {
        switch type {
        case .identifier(let kind): return [kind]
        case .list(let element), .perYear(let element): return codes(declaredIn: element, passing: &seen)
        case .shorthand(let short, let long):
            return codes(declaredIn: short, passing: &seen).union(codes(declaredIn: long, passing: &seen))
        case .record(let name):
            guard seen.insert(name).inserted else { return [] }
            var kinds: Set<IdentifierKind> = []
            for field in record(name).fields {
                kinds.formUnion(codes(declaredIn: field.type, passing: &seen))
            }
            return kinds
        case .text, .lines, .pattern, .boolean, .number, .reportedNumber, .money, .integer, .date, .timeSpan,
            .period, .factor, .choice, .reference:
            return []
        }
    }
}
