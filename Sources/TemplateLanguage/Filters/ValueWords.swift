internal import Diagnostics
internal import Values
internal import VietnameseText

extension Value {
    /// How to print something of a value that cannot be printed whole.
    var printableParts: Wording {
        if case .record = self {
            return Wording(
                "viết thêm dấu chấm và tên trường bên trong, như {co_quan.ten}",
                en: "add a dot and the name of a field in it, as in {office.name}")
        }
        return Wording(
            "dùng {#…}{/…} để lặp, hoặc nối các mục bằng bộ lọc: | noi(\", \")",
            en: "repeat it with {#…}{/…}, or join its items with a filter: | noi(\", \")")
    }

    /// What kind of value it is, with the value where it is short.
    var described: Wording {
        switch self {
        case .null: Wording("giá trị trống", en: "null")
        case .boolean(let flag): Wording(flag ? "đúng" : "sai", en: flag ? "true" : "false")
        case .number(let number): Wording("số \(number)", en: "the number \(number)")
        case .text(let text): Wording("chữ “\(text.prefix(40))”", en: "the text “\(text.prefix(40))”")
        case .date(let date): Wording("ngày \(date.text(.short))", en: "the date \(date.text(.iso))")
        case .list(let items): Wording("danh sách \(items.count) mục", en: "a list of \(items.count) items")
        case .record: Wording("một nhóm dữ liệu", en: "a record")
        }
    }
}

extension Wanted {
    var wording: Wording {
        switch self {
        case .date: Wording("một ngày", en: "a date")
        case .number: Wording("một số", en: "a number")
        case .wholeNumber: Wording("một số nguyên", en: "a whole number")
        case .digitCount(let range):
            Wording(
                "số chữ số từ \(range.lowerBound) đến \(range.upperBound)",
                en: "a number of digits from \(range.lowerBound) to \(range.upperBound)")
        case .romanNumber(let range):
            Wording(
                "số từ \(range.lowerBound) đến \(range.upperBound)",
                en: "a number from \(range.lowerBound) to \(range.upperBound)")
        case .letterNumber: Wording("số từ 1 trở lên", en: "a number from 1")
        case .text: Wording("chữ", en: "a text")
        case .personName: Wording("họ tên", en: "a person's name")
        case .list: Wording("một danh sách", en: "a list")
        case .printable: Wording("chữ, số hoặc ngày", en: "a text, a number or a date")
        case .ordered: Wording("số, chữ hoặc ngày", en: "a number, a text or a date")
        case .record(let field): Wording("nhóm dữ liệu có “\(field)”", en: "a record with “\(field)”")
        }
    }

    /// How to mend a value that is something else.
    var remedy: Wording {
        switch self {
        case .date:
            Wording(
                "viết một ngày có thật, như 2026-06-29, trong dữ liệu, hoặc đổi bộ lọc",
                en: "write a date there is, such as 2026-06-29, in the data, or change the filter")
        case .number:
            Wording(
                "viết số không kèm đơn vị hay dấu chấm, như 1250000, trong dữ liệu, hoặc đổi bộ lọc",
                en:
                    "write a number without unit or separators, such as 1250000, in the data, or change the filter"
            )
        case .wholeNumber, .digitCount, .romanNumber, .letterNumber, .text, .personName, .list, .printable,
            .ordered, .record:
            Wording("sửa dữ liệu hoặc đổi bộ lọc", en: "mend the data or change the filter")
        }
    }
}
