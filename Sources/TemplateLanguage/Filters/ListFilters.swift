internal import Diagnostics
internal import FoundationEssentials
internal import Values

extension Filter {
    static let listFilters: [Filter] = [
        Filter(
            "dem",
            "count",
            Wording("số mục của danh sách", en: "how many items a list has"),
            example: ("{giai_doan | dem}", "2")
        ) { value, _ throws(ValueFault) in .number(.init(try items(value).count)) },
        Filter(
            "noi",
            "join",
            arguments: 1...1,
            Wording("nối các mục bằng dấu cho trước", en: "joins the items with a mark"),
            example: ("{phoi_hop | noi(\", \")}", "Phòng A, Phòng B")
        ) { value, arguments throws(ValueFault) in
            let mark = arguments[0].plainText ?? ""
            var texts: [String] = []
            for item in try items(value) {
                guard let text = item.plainText else { throw ValueFault(.notPrintable(item)) }
                texts.append(text)
            }
            return .text(texts.joined(separator: mark))
        },
        Filter(
            "dau",
            "first",
            Wording("mục đầu", en: "the first item"),
            example: ("{phoi_hop | dau}", "Phòng A")
        ) { value, _ throws(ValueFault) in try items(value).first ?? .null },
        Filter(
            "cuoi",
            "last",
            Wording("mục cuối", en: "the last item"),
            example: ("{phoi_hop | cuoi}", "Phòng B")
        ) { value, _ throws(ValueFault) in try items(value).last ?? .null },
    ]

    private static func items(_ value: Value) throws(ValueFault) -> [Value] {
        switch value {
        case .list(let items): return items
        case .null: return []
        case .boolean, .number, .text, .date, .record:
            throw ValueFault(.wrongType(wanted: Wording("một danh sách", en: "a list"), found: value))
        }
    }
}
