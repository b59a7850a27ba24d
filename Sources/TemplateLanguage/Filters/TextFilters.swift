internal import Diagnostics
internal import Values
internal import VietnameseText

extension Filter {
    static let textFilters: [Filter] = [
        Filter(
            "hoa", "upper", wants: .text, Wording("CHỮ IN HOA", en: "CAPITALS"),
            example: ("{\"Sở Tài chính\" | hoa}", "SỞ TÀI CHÍNH")
        ) { value, _ throws(ValueFault) in try text(value, LetterCase.upper) },
        Filter(
            "thuong", "lower", wants: .text, Wording("chữ thường", en: "small letters"),
            example: ("{\"KẾ HOẠCH\" | thuong}", "kế hoạch")
        ) { value, _ throws(ValueFault) in try text(value, LetterCase.lower) },
        Filter(
            "hoa_dau", "capital", wants: .text, Wording("viết hoa chữ đầu", en: "the first letter a capital"),
            example: ("{\"kế hoạch\" | hoa_dau}", "Kế hoạch")
        ) { value, _ throws(ValueFault) in try text(value, LetterCase.firstLetterUpper) },
        Filter(
            "thuong_dau", "uncapital", wants: .text,
            Wording("viết thường chữ đầu", en: "the first letter a small one"),
            example: ("{\"Kế hoạch\" | thuong_dau}", "kế hoạch")
        ) { value, _ throws(ValueFault) in try text(value, LetterCase.firstLetterLower) },
        Filter(
            "ho_ten", "full_name", wants: .text,
            Wording("họ tên viết hoa đúng lối", en: "a full name with its capitals"),
            example: ("{\"NGUYỄN VĂN AN\" | ho_ten}", "Nguyễn Văn An")
        ) { value, _ throws(ValueFault) in try text(value, LetterCase.title) },
        Filter(
            "gon", "trim", wants: .text,
            Wording(
                "bỏ dấu cách ở hai đầu, nhiều dấu cách liền nhau thành một",
                en: "no blanks at the ends, one for several between"),
            example: ("{\"  Sở   Tài chính \" | gon}", "Sở Tài chính")
        ) { value, _ throws(ValueFault) in
            try text(value) { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        },
        Filter(
            "khong_dau", "no_marks", wants: .text,
            Wording("chữ không dấu, như trong tên tệp", en: "without Vietnamese marks, as in names of files"),
            example: ("{\"Đỗ Thị Ánh\" | khong_dau}", "Do Thi Anh")
        ) { value, _ throws(ValueFault) in try text(value, PlainLetters.withoutMarks) },
        Filter(
            "kieu_dau", "tone_marks", arguments: 1...1, wants: .text,
            Wording(
                "chỗ đặt dấu thanh: \"cu\" là hòa, thúy; \"moi\" là hoà, thuý",
                en: "where tone marks stand: \"cu\" (old) is hòa, thúy; \"moi\" (new) is hoà, thuý"),
            example: ("{\"Uỷ ban, hoà giải\" | kieu_dau(\"cu\")}", "Ủy ban, hòa giải")
        ) { value, arguments throws(ValueFault) in
            let style: ToneMarkStyle
            switch arguments[0] {
            case .text("cu"), .text("cũ"), .text("old"): style = .old
            case .text("moi"), .text("mới"), .text("new"): style = .new
            case .null, .boolean, .number, .text, .date, .list, .record:
                throw ValueFault(
                    .message(
                        Wording(
                            "kiểu dấu là \"cu\" hoặc \"moi\", không phải \(arguments[0].described.vietnamese)",
                            en: "the style is \"cu\" or \"moi\", not \(arguments[0].described.english)")))
            }
            return try text(value, style.applied(to:))
        },
        Filter(
            standIn, "default", arguments: 1...1, traits: [.standsIn],
            Wording(
                "thay cho giá trị không có hoặc trống", en: "stands in for a value that is absent or empty"),
            example: ("{ghi_chu | mac_dinh(\"-\")}", "-")
        ) { _, arguments throws(ValueFault) in arguments[0] },
    ]

    /// The filter that `x ?? y` stands for.
    static let standIn = "mac_dinh"

    private static func text(_ value: Value, _ change: (String) -> String) throws(ValueFault) -> Value {
        guard let text = value.plainText else { throw ValueFault(.wrongType(wanted: .text, found: value)) }
        return .text(change(text))
    }
}
