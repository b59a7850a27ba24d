internal import Diagnostics
internal import Values

/// A place in the list a filter works on.
struct ListPlace: Hashable {
    /// From 1, as a clerk counts.
    let item: Int
    /// The field of the item; nil for the item itself.
    let field: String?

    var wording: Wording {
        guard let field else { return Wording("mục \(item)", en: "item \(item)") }
        return Wording("“\(field)” của mục \(item)", en: "“\(field)” of item \(item)")
    }
}

/// The items of a list, each with the value a filter asks for.
struct ListItems {
    let items: [Value]
    /// What the filter looks at: the field of each item, or the item itself.
    let values: [Value]
    private let field: String?

    /// Reads a list; null counts as the empty one.
    ///
    /// `field` may be a path, `chi.so_tien`; nil and `.` mean the item itself.
    init(_ value: Value, field argument: Value? = nil) throws(ValueFault) {
        items = try ListItems.items(of: value)
        guard let argument, argument != .text(".") else {
            field = nil
            values = items
            return
        }
        guard case .text(let name) = argument, !name.isEmpty else {
            throw ValueFault(
                .message(
                    Wording(
                        "tên trường phải là chữ trong dấu nháy, không phải \(argument.described.vietnamese)",
                        en: "the field's name must be a quoted text, not \(argument.described.english)")))
        }
        let path = name.split(separator: ".").map(String.init)
        var values: [Value] = []
        values.reserveCapacity(items.count)
        for (place, item) in items.enumerated() {
            values.append(try ListItems.value(at: path, of: item, item: place + 1, named: name))
        }
        self.values = values
        field = name
    }

    func place(_ index: Int) -> ListPlace { ListPlace(item: index + 1, field: field) }

    static func items(of value: Value) throws(ValueFault) -> [Value] {
        switch value {
        case .list(let items): return items
        case .null: return []
        case .boolean, .number, .text, .date, .record:
            throw ValueFault(.wrongType(wanted: .list, found: value))
        }
    }

    private static func value(at path: [String], of item: Value, item number: Int, named field: String)
        throws(ValueFault) -> Value
    {
        var value = item
        for name in path {
            switch value {
            case .record(let record):
                guard let inner = record[name] else {
                    let nearest = path.count == 1 ? nearestName(to: name, among: record.shape.names) : nil
                    throw ValueFault(.itemWithout(field: field, item: number, nearest: nearest))
                }
                value = inner
            case .null: return .null
            case .boolean, .number, .text, .date, .list:
                throw ValueFault(
                    .wrongItem(
                        ListPlace(item: number, field: nil), wanted: .record(field: field), found: value))
            }
        }
        return value
    }
}
