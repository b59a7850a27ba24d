internal import Diagnostics
internal import Values
internal import VietnameseText

extension Filter {
    static let textFilters: [Filter] = [
        Filter(
            "hoa",
            "upper",
            Wording("CHỮ IN HOA", en: "CAPITALS"),
            example: ("{\"Sở Tài chính\" | hoa}", "SỞ TÀI CHÍNH")
        ) { value, _ throws(ValueFault) in try text(value, LetterCase.upper) },
        Filter(
            "thuong",
            "lower",
            Wording("chữ thường", en: "small letters"),
            example: ("{\"KẾ HOẠCH\" | thuong}", "kế hoạch")
        ) { value, _ throws(ValueFault) in try text(value, LetterCase.lower) },
        Filter(
            "hoa_dau",
            "capital",
            Wording("viết hoa chữ đầu", en: "the first letter a capital"),
            example: ("{\"kế hoạch\" | hoa_dau}", "Kế hoạch")
        ) { value, _ throws(ValueFault) in try text(value, LetterCase.firstLetterUpper) },
        Filter(
            "thuong_dau",
            "uncapital",
            Wording("viết thường chữ đầu", en: "the first letter a small one"),
            example: ("{\"Kế hoạch\" | thuong_dau}", "kế hoạch")
        ) { value, _ throws(ValueFault) in try text(value, LetterCase.firstLetterLower) },
        Filter(
            "ho_ten",
            "full_name",
            Wording("họ tên viết hoa đúng lối", en: "a full name with its capitals"),
            example: ("{\"NGUYỄN VĂN AN\" | ho_ten}", "Nguyễn Văn An")
        ) { value, _ throws(ValueFault) in try text(value, LetterCase.title) },
        Filter(
            defaultName,
            "default",
            arguments: 1...1,
            Wording(
                "thay cho giá trị không có hoặc trống",
                en: "stands in for a value that is absent or empty"
            ),
            example: ("{ghi_chu | mac_dinh(\"-\")}", "-")
        ) { value, arguments throws(ValueFault) in
            value == .null || value == .text("") ? arguments[0] : value
        },
    ]

    /// The filter before which a missing name is no fault.
    static let defaultName = "mac_dinh"

    private static func text(_ value: Value, _ change: (String) -> String) throws(ValueFault) -> Value {
        guard let text = value.plainText else {
            throw ValueFault(.wrongType(wanted: Wording("chữ", en: "a text"), found: value))
        }
        return .text(change(text))
    }
}
