internal import Diagnostics
internal import FoundationEssentials
internal import Values
internal import VietnameseText

extension Filter {
    /// Filters that add up or put in order.
    static let orderFilters: [Filter] = [
        Filter(
            "tong", "sum", arguments: 0...1, wants: .list, traits: [.takesField, .addsUp],
            Wording(
                "tổng chính xác của các số, hoặc của một trường; mục trống không tính",
                en: "the exact sum of the numbers, or of a field; empty ones do not count"),
            example: ("{chi | tong(\"so_tien\") | tien}", "700.000")
        ) { value, arguments throws(ValueFault) in
            .number(try numbers(try ListItems(value, field: arguments.first)).sum)
        },
        Filter(
            "trung_binh", "average", arguments: 0...1, wants: .list, traits: [.takesField, .addsUp],
            Wording("trung bình cộng; danh sách trống thì trống", en: "the mean; blank for an empty list"),
            example: ("{chi | trung_binh(\"so_tien\") | so_nguyen}", "233.333")
        ) { value, arguments throws(ValueFault) in
            let (sum, count) = try numbers(try ListItems(value, field: arguments.first))
            return count == 0 ? .null : .number(sum / Decimal(count))
        },
        Filter(
            "lon_nhat", "max", arguments: 0...1, wants: .list, traits: [.takesField],
            Wording("giá trị lớn nhất: số, chữ hoặc ngày", en: "the greatest number, text or date"),
            example: ("{chi | lon_nhat(\"so_tien\") | tien}", "500.000")
        ) { value, arguments throws(ValueFault) in
            try Ranking(of: try ListItems(value, field: arguments.first)).groups.last?.last?.value ?? .null
        },
        Filter(
            "nho_nhat", "min", arguments: 0...1, wants: .list, traits: [.takesField],
            Wording("giá trị nhỏ nhất: số, chữ hoặc ngày", en: "the smallest number, text or date"),
            example: ("{chi | nho_nhat(\"so_tien\") | tien}", "50.000")
        ) { value, arguments throws(ValueFault) in
            try Ranking(of: try ListItems(value, field: arguments.first)).groups.first?.first?.value ?? .null
        },
        Filter(
            "sap_xep", "sort", arguments: 0...2, wants: .list, traits: [.keepsItems, .takesFields],
            Wording(
                "xếp theo trường (\".\" là chính mục): số, ngày, chữ theo thứ tự tiếng Việt; \"giam\" là giảm dần; "
                    + "mục trống đứng cuối; nhiều trường viết cách nhau bằng dấu phẩy, dấu trừ ở trước là giảm dần: "
                    + "\"phong, -so_tien\"",
                en:
                    "in the order of a field (\".\" is the item itself): numbers, dates, texts in Vietnamese order; "
                    + "\"giam\" is from the greatest; empty ones stand last; several fields with commas between them, a minus "
                    + "before one that descends: \"phong, -so_tien\""),
            example: ("{chi | sap_xep(\"ten\") | lay(\"ten\") | noi(\", \")}", "Ăn trưa, Đi lại, In ấn")
        ) { value, arguments throws(ValueFault) in
            let descends = try arguments.dropFirst().first.map(isDescending) ?? false
            var result = value
            // The last field first: equals keep the order they have.
            for key in FieldOrder.all(in: arguments.first).reversed() {
                let list = try ListItems(result, field: key.field)
                result = try Ranking(of: list).sorted(list, descends: key.descends != descends)
            }
            return result
        },
        Filter(
            "sap_xep_ten", "sort_names", arguments: 0...2, wants: .list, traits: [.keepsItems, .takesField],
            Wording(
                "xếp theo họ tên người: tên trước, rồi họ, rồi chữ đệm",
                en: "in the order of people's names: given name, then family name"),
            example: ("{can_bo | sap_xep_ten | noi(\", \")}", "Trần Văn An, Lê Thị Bình")
        ) { value, arguments throws(ValueFault) in
            let list = try ListItems(value, field: arguments.first)
            let descends = try arguments.dropFirst().first.map(isDescending) ?? false
            return try Ranking(byNamesIn: list).sorted(list, descends: descends)
        },
    ]

    private static func numbers(_ list: ListItems) throws(ValueFault) -> (sum: Decimal, count: Int) {
        var sum = Decimal(0)
        var count = 0
        for (index, value) in list.values.enumerated() {
            switch value {
            case .null, .text(""): continue
            case .number(let number):
                sum = try ExactArithmetic.sum(sum, number)
                count += 1
            case .boolean, .text, .date, .list, .record:
                throw ValueFault(.wrongItem(list.place(index), wanted: .number, found: value))
            }
        }
        guard !sum.isNaN else { throw ValueFault(.overflow) }
        return (sum, count)
    }

    private static func isDescending(_ argument: Value) throws(ValueFault) -> Bool {
        switch argument {
        case .boolean(let flag): return flag
        case .text("giam"), .text("giảm"), .text("desc"): return true
        case .text("tang"), .text("tăng"), .text("asc"): return false
        case .null, .number, .text, .date, .list, .record:
            throw ValueFault(
                .message(
                    Wording(
                        "chiều sắp xếp là \"tang\" hoặc \"giam\", không phải \(argument.described.vietnamese)",
                        en: "the direction is \"tang\" or \"giam\", not \(argument.described.english)")))
        }
    }
}

/// A field that a list is put in order by.
struct FieldOrder: Hashable {
    let field: Value?
    let descends: Bool

    /// The fields of an argument, `phong, -so_tien`; nil is the item itself.
    static func all(in argument: Value?) -> [FieldOrder] {
        guard case .text(let words) = argument, words.contains(",") || words.hasPrefix("-") else {
            return [FieldOrder(field: argument, descends: false)]
        }
        return words.split(separator: ",").map { part in
            let name = String(part).trimmingWhitespace
            let descends = name.hasPrefix("-")
            return FieldOrder(
                field: .text(descends ? String(name.dropFirst()).trimmingWhitespace : name),
                descends: descends)
        }
    }
}
