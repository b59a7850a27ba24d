internal import Diagnostics
internal import FoundationEssentials
internal import Values

extension Filter {
    static let listFilters: [Filter] = [
        Filter(
            "dem", "count", wants: .list, Wording("số mục của danh sách", en: "how many items a list has"),
            example: ("{giai_doan | dem}", "2")
        ) { value, _ throws(ValueFault) in .number(.init(try ListItems.items(of: value).count)) },
        Filter(
            "noi", "join", arguments: 1...2, wants: .list,
            Wording(
                "nối các mục bằng dấu cho trước; đối số hai: dấu trước mục cuối",
                en: "joins the items with a mark; second argument: the mark before the last one"),
            example: ("{phoi_hop | noi(\", \", \" và \")}", "Phòng A và Phòng B")
        ) { value, arguments throws(ValueFault) in
            .text(try joined(try ListItems.items(of: value), arguments))
        },
        Filter(
            "dau", "first", wants: .list, traits: [.keepsItems], Wording("mục đầu", en: "the first item"),
            example: ("{phoi_hop | dau}", "Phòng A")
        ) { value, _ throws(ValueFault) in try ListItems.items(of: value).first ?? .null },
        Filter(
            "cuoi", "last", wants: .list, traits: [.keepsItems], Wording("mục cuối", en: "the last item"),
            example: ("{phoi_hop | cuoi}", "Phòng B")
        ) { value, _ throws(ValueFault) in try ListItems.items(of: value).last ?? .null },
        Filter(
            "lat_nguoc", "reverse", wants: .list, traits: [.keepsItems],
            Wording("các mục theo thứ tự ngược lại", en: "the items from last to first"),
            example: ("{phoi_hop | lat_nguoc | noi(\", \")}", "Phòng B, Phòng A")
        ) { value, _ throws(ValueFault) in .list(try ListItems.items(of: value).reversed()) },
        Filter(
            "lay", "pluck", arguments: 1...1, wants: .list, traits: [.takesField],
            Wording("một trường của từng mục", en: "one field of each item"),
            example: ("{chi | lay(\"ten\") | noi(\"; \")}", "In ấn; Đi lại; Ăn trưa")
        ) { value, arguments throws(ValueFault) in .list(try ListItems(value, field: arguments[0]).values) },
        Filter(
            "loc", "where", arguments: 1...3, wants: .list, traits: [.keepsItems, .takesField],
            Wording(
                "các mục có trường bằng giá trị cho trước; một đối số: có trường khác trống, khác 0; ba đối số: trường, "
                    + "phép so sánh (\"=\", \"!=\", \"<\", \"<=\", \">\", \">=\", \"chua\"), giá trị",
                en:
                    "the items whose field equals a value; one argument: whose field is not empty, false or 0; three: "
                    + "field, comparison (\"=\", \"!=\", \"<\", \"<=\", \">\", \">=\", \"contains\"), value"),
            example: ("{chi | loc(\"nguon\", \"NSNN\") | dem}", "2")
        ) { value, arguments throws(ValueFault) in
            let list = try ListItems(value, field: arguments[0])
            if arguments.count > 2 { return try compared(list, arguments[1], arguments[2]) }
            let kept = zip(list.items, list.values).filter { _, value in
                arguments.count > 1 ? value.equals(arguments[1]) : value.isShown
            }
            return .list(kept.map(\.0))
        },
        Filter(
            "nhom", "group", arguments: 1...1, wants: .list, traits: [.groupsItems, .takesField],
            Wording(
                "gom các mục có trường giống nhau: danh sách nhóm, mỗi nhóm có `khoa` và `muc`",
                en: "the items with equal fields together: a list of groups, each with `khoa` and `muc`"),
            example: (
                "{#chi | nhom(\"nguon\")}{khoa}: {muc | tong(\"so_tien\") | tien}; {/}",
                "NSNN: 650.000; Khác: 50.000; "
            )
        ) { value, arguments throws(ValueFault) in try grouped(try ListItems(value, field: arguments[0])) },
        Filter(
            "duy_nhat", "unique", arguments: 0...1, wants: .list, traits: [.keepsItems, .takesField],
            Wording(
                "bỏ các mục lặp lại (theo trường, nếu có đối số)",
                en: "without repeated items (by a field, if one is given)"),
            example: ("{chi | lay(\"nguon\") | duy_nhat | noi(\", \")}", "NSNN, Khác")
        ) { value, arguments throws(ValueFault) in
            let list = try ListItems(value, field: arguments.first)
            var seen: Set<Value> = []
            return .list(zip(list.items, list.values).filter { seen.insert($0.1).inserted }.map(\.0))
        },
    ]

    /// The items whose value compares so with another; what is blank compares with nothing.
    private static func compared(_ list: ListItems, _ comparison: Value, _ other: Value) throws(ValueFault)
        -> Value
    {
        let signs: [String: Operator] = [
            "=": .equal, "==": .equal, "!=": .unequal, "≠": .unequal, "<": .less, "<=": .lessOrEqual,
            "≤": .lessOrEqual, ">": .greater, ">=": .greaterOrEqual, "≥": .greaterOrEqual, "chua": .contained,
            "chứa": .contained, "contains": .contained,
        ]
        guard case .text(let sign) = comparison, let symbol = signs[sign] else {
            throw ValueFault(
                .message(
                    Wording(
                        "phép so sánh là \"=\", \"!=\", \"<\", \"<=\", \">\", \">=\" hoặc \"chua\", không phải \(comparison.described.vietnamese)",
                        en:
                            "the comparison is \"=\", \"!=\", \"<\", \"<=\", \">\", \">=\" or \"contains\", not \(comparison.described.english)"
                    )))
        }
        var kept: [Value] = []
        for (item, value) in zip(list.items, list.values) {
            let isBlank = value == .null || value == .text("")
            if isBlank, symbol != .equal, symbol != .unequal { continue }
            let (left, right) = symbol == .contained ? (other, value) : (value, other)
            if try symbol.applied(to: left, right) == .boolean(true) { kept.append(item) }
        }
        return .list(kept)
    }

    private static func joined(_ items: [Value], _ arguments: [Value]) throws(ValueFault) -> String {
        var marks: [String] = []
        for argument in arguments {
            guard let mark = argument.plainText else { throw ValueFault(.notPrintable(argument)) }
            marks.append(mark)
        }
        var text = ""
        for (place, item) in items.enumerated() {
            guard let words = item.plainText else {
                throw ValueFault(
                    .wrongItem(ListPlace(item: place + 1, field: nil), wanted: .printable, found: item))
            }
            if place > 0 { text += place == items.count - 1 ? marks[marks.count - 1] : marks[0] }
            text += words
        }
        return text
    }

    private static let groupShape = Shape([group.key, group.items])

    private static func grouped(_ list: ListItems) throws(ValueFault) -> Value {
        var places: [Value: Int] = [:]
        var groups: [(key: Value, items: [Value])] = []
        for (item, key) in zip(list.items, list.values) {
            if let place = places[key] {
                groups[place].items.append(item)
            } else {
                places[key] = groups.count
                groups.append((key, [item]))
            }
        }
        return .list(groups.map { .record(Record(shape: groupShape, values: [$0.key, .list($0.items)])) })
    }
}
