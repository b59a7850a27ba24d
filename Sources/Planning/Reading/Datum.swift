internal import Diagnostics
internal import FoundationEssentials
internal import Values
internal import VietnameseText

/// A place in one of the workspace's files, with the path of the data that stands there.
struct Place: Hashable {
    let file: String
    let position: Position
    /// `noi_dung[2].chu_tri`; items count from 1, as a clerk counts them.
    let path: String

    var location: Location { .text(file: file, line: position.line, column: position.column, dataPath: path) }

    /// The path of a field of the record that stands here.
    func path(ofField name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
    /// The path of an item of the list that stands here.
    func path(ofItem index: Int) -> String { "\(path)[\(index + 1)]" }
}

/// A piece of data that has the shape its schema asks for, still with its place.
struct Datum {
    let place: Place
    let content: Content

    enum Content {
        case text(String)
        case lines([String])
        case boolean(Bool)
        case number(Decimal)
        case reported(ReportedNumber)
        case integer(Int)
        case date(CalendarDate)
        case span(TimeSpan)
        case period(ReportingPeriod)
        case factor(Factor)
        case list([Datum])
        case perYear([Int: Datum])
        case record(Fields)
    }
}

/// The fields of a record that were there and readable.
struct Fields {
    let place: Place
    let schema: RecordSchema
    let values: [String: Datum]
    /// Fields that are there, but whose fault has been noted already.
    let unreadable: Set<String>

    /// A field that the schema knows; asking for another is a fault of the program.
    subscript(name: String) -> Datum? {
        precondition(schema.field(name) != nil, "the record \(schema.name) has no field \(name)")
        return values[name]
    }

    func text(_ name: String) -> String? {
        guard case .text(let text)? = self[name]?.content else { return nil }
        return text
    }

    func lines(_ name: String) -> [String]? {
        guard case .lines(let lines)? = self[name]?.content else { return nil }
        return lines
    }

    func boolean(_ name: String) -> Bool? {
        guard case .boolean(let value)? = self[name]?.content else { return nil }
        return value
    }

    func number(_ name: String) -> Decimal? {
        guard case .number(let number)? = self[name]?.content else { return nil }
        return number
    }

    func integer(_ name: String) -> Int? {
        guard case .integer(let integer)? = self[name]?.content else { return nil }
        return integer
    }

    func money(_ name: String) -> Money? { integer(name).map(Money.init(dong:)) }

    func date(_ name: String) -> CalendarDate? {
        guard case .date(let date)? = self[name]?.content else { return nil }
        return date
    }

    func span(_ name: String) -> TimeSpan? {
        guard case .span(let span)? = self[name]?.content else { return nil }
        return span
    }

    func record(_ name: String) -> Fields? { self[name]?.fields }

    func list(_ name: String) -> [Datum] {
        guard case .list(let items)? = self[name]?.content else { return [] }
        return items
    }

    func records(_ name: String) -> [Fields] { list(name).compactMap(\.fields) }

    func texts(_ name: String) -> [String] { list(name).compactMap(\.text) }

    func perYear(_ name: String) -> [Int: Datum] {
        guard case .perYear(let years)? = self[name]?.content else { return [:] }
        return years
    }

    /// Nothing was written there, readable or not.
    func lacks(_ name: String) -> Bool { self[name] == nil && !unreadable.contains(name) }

    /// Where a field stands, or the record when the field is missing.
    func place(of name: String) -> Place { self[name]?.place ?? place }
}

extension Datum {
    var fields: Fields? {
        guard case .record(let fields) = content else { return nil }
        return fields
    }

    var text: String? {
        guard case .text(let text) = content else { return nil }
        return text
    }
}

extension Datum {
    /// A list or text without anything in it.
    var isEmptyList: Bool {
        switch content {
        case .list(let items): items.isEmpty
        case .lines(let lines): lines.isEmpty
        case .perYear(let years): years.isEmpty
        case .text, .boolean, .number, .reported, .integer, .date, .span, .period, .factor, .record: false
        }
    }
}
