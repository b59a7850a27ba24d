internal import Diagnostics
internal import FoundationEssentials
internal import Values

extension Filter {
    /// Filters that make lists of lists, or of records.
    static let listPieceFilters: [Filter] = [
        Filter(
            "khoang", "items", arguments: 1...2, wants: .list, traits: [.keepsItems],
            Wording(
                "các mục từ mục thứ mấy đến mục thứ mấy, đếm từ 1; số âm đếm từ cuối; một đối số: đến hết",
                en:
                    "the items from one place to another, from 1; negative ones count from the end; one argument: to the end"
            ), example: ("{phoi_hop | khoang(2) | noi(\", \")}", "Phòng B")
        ) { value, arguments throws(ValueFault) in
            let items = try ListItems.items(of: value)
            func place(_ argument: Value) throws(ValueFault) -> Int {
                let number = try whole(argument)
                guard number != 0 else {
                    throw ValueFault(.message(Wording("mục được đếm từ 1", en: "items are counted from 1")))
                }
                return number > 0 ? number : items.count + max(number, -items.count - 1) + 1
            }
            let first = try place(arguments[0])
            let last = arguments.count > 1 ? try place(arguments[1]) : items.count
            let (from, to) = (max(1, first), min(items.count, last))
            return .list(from <= to ? Array(items[(from - 1)...(to - 1)]) : [])
        },
        Filter(
            slice, "slice", arguments: 1...2, traits: [.keepsItems],
            Wording(
                "các mục của danh sách, hoặc các chữ cái, từ chỗ thứ nhất đến trước chỗ thứ hai, đếm từ 0; số âm đếm từ cuối; cũng viết `ds[1:3]`",
                en:
                    "the items of a list, or the letters, from the first place to before the second, from 0; negative ones count from the end; also `list[1:3]`"
            ), example: ("{\"Sở Y tế\" | cat(0, 2)}", "Sở")
        ) { value, arguments throws(ValueFault) in
            let letters: [Character]
            switch value {
            case .null: return .null
            case .list(let items): return .list(Array(items[try stretch(arguments, of: items.count)]))
            default: letters = Array(try words(value))
            }
            return .text(String(letters[try stretch(arguments, of: letters.count)]))
        },
        Filter(
            "theo_nhom", "chunks", arguments: 1...1, wants: .list, traits: [.groupsItems],
            Wording(
                "chia thành từng nhóm bấy nhiêu mục: mỗi nhóm có `khoa` là số thứ tự và `muc`",
                en: "the items in groups of so many: each has `khoa`, its number, and `muc`"),
            example: (
                "{#can_bo | theo_nhom(1)}{khoa}. {muc | noi(\", \")}; {/}", "1. Lê Thị Bình; 2. Trần Văn An; "
            )
        ) { value, arguments throws(ValueFault) in
            let items = try ListItems.items(of: value)
            let size = try whole(arguments[0])
            guard size >= 1 else { throw ValueFault(.wrongType(wanted: .wholeNumber, found: arguments[0])) }
            let starts = Array(stride(from: 0, to: items.count, by: size))
            return .list(
                starts.enumerated().map { number, start in
                    .record(
                        Record(
                            shape: chunkShape,
                            values: [
                                .number(.init(number + 1)),
                                .list(Array(items[start..<min(items.count, start + min(size, items.count))])),
                            ]))
                })
        },
        Filter(
            "cac_truong", "entries", wants: .record, traits: [.listsFields],
            Wording(
                "các trường của một nhóm dữ liệu thành danh sách: mỗi mục có `khoa` và `gia_tri`",
                en: "the fields of a record as a list, each with `khoa` and `gia_tri`"),
            example: ("{#dia_chi | cac_truong}{khoa}: {gia_tri}; {/}", "xa: Quảng Phú; tinh: Lâm Đồng; ")
        ) { value, _ throws(ValueFault) in
            switch value {
            case .record(let record):
                .list(
                    zip(record.shape.names, record.values).map { name, value in
                        .record(Record(shape: entryShape, values: [.text(name), value]))
                    })
            case .null: .list([])
            case .boolean, .number, .text, .date, .list:
                throw ValueFault(
                    .message(
                        Wording(
                            "bộ lọc này cần một nhóm dữ liệu, không phải \(value.described.vietnamese)",
                            en: "this filter needs a record, not \(value.described.english)")))
            }
        },
        Filter(
            "tong_tich", "sum_product", arguments: 2...2, wants: .list, traits: [.takesTwoFields, .addsUp],
            Wording(
                "tổng của tích hai trường của từng mục; mục trống không tính",
                en: "the sum of the products of two fields of each item; empty ones do not count"),
            example: ("{vat_tu | tong_tich(\"so_luong\", \"don_gia\") | tien}", "35.000")
        ) { value, arguments throws(ValueFault) in
            let left = try ListItems(value, field: arguments[0])
            let right = try ListItems(value, field: arguments[1])
            var sum = Decimal(0)
            for index in left.items.indices {
                guard let a = try left.number(at: index), let b = try right.number(at: index) else {
                    continue
                }
                sum = try ExactArithmetic.sum(sum, ExactArithmetic.product(a, b))
            }
            return .number(sum)
        },
        Filter(
            "luy_ke", "running_total", arguments: 1...2, wants: .list,
            traits: [.keepsItems, .takesField, .addsUp, .addsField],
            Wording(
                "thêm vào mỗi mục trường `luy_ke` (hoặc tên ở đối số hai): tổng của trường ấy từ mục đầu đến mục này",
                en:
                    "each item with `luy_ke` (or the name in the second argument): the sum of the field up to this item"
            ), example: ("{#chi | luy_ke(\"so_tien\")}{luy_ke | tien}; {/}", "500.000; 650.000; 700.000; ")
        ) { value, arguments throws(ValueFault) in
            let list = try ListItems(value, field: arguments[0])
            let name = arguments.count > 1 ? try words(arguments[1]) : runningTotal
            var sum = Decimal(0)
            var result: [Value] = []
            var shapes: (old: Shape, new: Shape)?
            for (index, item) in list.items.enumerated() {
                guard case .record(let record) = item else {
                    throw ValueFault(.wrongItem(list.place(index), wanted: .record(field: name), found: item))
                }
                if let number = try list.number(at: index) { sum = try ExactArithmetic.sum(sum, number) }
                let place = record.shape.index(of: name)
                let shape =
                    shapes.flatMap { $0.old === record.shape ? $0.new : nil }
                    ?? Shape(record.shape.names.filter { $0 != name } + [name])
                shapes = (record.shape, shape)
                var values = record.values
                if let place { values.remove(at: place) }
                result.append(.record(Record(shape: shape, values: values + [.number(sum)])))
            }
            return .list(result)
        },
    ]

    static let slice = "cat"

    /// The places that two bounds leave of so many; an empty bound is the end.
    private static func stretch(_ bounds: [Value], of count: Int) throws(ValueFault) -> Range<Int> {
        func place(_ bound: Value?, else end: Int) throws(ValueFault) -> Int {
            guard let bound, bound != .null else { return end }
            let number = try whole(bound)
            return number < 0 ? max(0, count + max(number, -count)) : min(number, count)
        }
        let first = try place(bounds.first, else: 0)
        return first..<max(first, try place(bounds.count > 1 ? bounds[1] : nil, else: count))
    }

    private static let chunkShape = Shape([group.key, group.items])
    private static let entryShape = Shape([entry.key, entry.value])
}

extension ListItems {
    /// The number an item has; nil where it is blank.
    func number(at index: Int) throws(ValueFault) -> Decimal? {
        switch values[index] {
        case .null, .text(""): return nil
        case .number(let number): return number
        case .boolean, .text, .date, .list, .record:
            throw ValueFault(.wrongItem(place(index), wanted: .number, found: values[index]))
        }
    }
}
