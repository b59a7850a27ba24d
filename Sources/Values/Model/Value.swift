public import FoundationEssentials
public import VietnameseText

/// What a template sees.
public enum Value: Hashable, Sendable {
    case null
    case boolean(Bool)
    /// Exact: money and quantities never pass through binary floating point.
    case number(Decimal)
    case text(String)
    case date(CalendarDate)
    case list([Value])
    case record(Record)

    /// Whether a section over this value is shown: null, false, 0, the empty text and the empty list are not.
    public var isShown: Bool {
        switch self {
        case .null: false
        case .boolean(let value): value
        case .number(let number): number != 0
        case .text(let text): !text.isEmpty
        case .date, .record: true
        case .list(let items): !items.isEmpty
        }
    }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(stringLiteral value: String) { self = .text(value) }
    public init(integerLiteral value: Int) { self = .number(Decimal(value)) }
    public init(booleanLiteral value: Bool) { self = .boolean(value) }
    public init(arrayLiteral elements: Value...) { self = .list(elements) }
    public init(dictionaryLiteral elements: (String, Value)...) { self = .record(Record(elements)) }
}
