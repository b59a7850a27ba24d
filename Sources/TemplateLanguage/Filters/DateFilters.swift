internal import Diagnostics
internal import Values
internal import VietnameseText

extension Filter {
    static let dateFilters: [Filter] = [
        Filter(
            "ngay_thang_nam", "long_date", wants: .date,
            Wording("ngày tháng năm của thể thức văn bản", en: "a date as official documents write it"),
            example: ("{\"2026-01-05\" | ngay_thang_nam}", "ngày 05 tháng 01 năm 2026")
        ) { value, _ throws(ValueFault) in try date(value, .official) },
        Filter(
            "ngay", "date", wants: .date,
            Wording("ngày viết tắt trong câu", en: "a short date in running text"),
            example: ("{\"2026-06-29\" | ngay}", "29/6/2026")
        ) { value, _ throws(ValueFault) in try date(value, .short) },
        Filter(
            "ngay_bang", "sheet_date", wants: .date,
            Wording("ngày trong bảng, đủ hai chữ số", en: "a date in a sheet, all in two digits"),
            example: ("{\"2026-06-09\" | ngay_bang}", "09/06/2026")
        ) { value, _ throws(ValueFault) in try date(value, .sheet) },
    ]

    private static func date(_ value: Value, _ style: CalendarDate.Style) throws(ValueFault) -> Value {
        if value == .null || value == .text("") { return .text("") }
        return .text(try self.date(of: value).text(style))
    }
}
