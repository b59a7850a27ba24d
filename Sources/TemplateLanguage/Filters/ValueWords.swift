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
        case .moment: Wording("một thời điểm có giờ", en: "a date with a time of day")
        case .number: Wording("một số", en: "a number")
        case .step: Wording("một số lớn hơn 0", en: "a number above 0")
        case .yesOrNo: Wording("có hoặc không", en: "yes or no")
        case .item: Wording("một mục của danh sách chọn", en: "an item of the list")
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
    func remedy(for found: Value) -> Wording {
        switch self {
        case .date:
            Wording(
                "viết một ngày có thật, như 2026-06-29, trong dữ liệu, hoặc đổi bộ lọc",
                en: "write a date there is, such as 2026-06-29, in the data, or change the filter")
        case .moment:
            Wording(
                "viết ngày kèm giờ, như 2026-06-29T08:30, trong dữ liệu, hoặc đổi định dạng",
                en: "write a date with its time, such as 2026-06-29T08:30, in the data, or change the format")
        case .item(let texts):
            Wording(
                "dùng một trong: \(texts.prefix(20).joined(separator: ", "))",
                en: "use one of: \(texts.prefix(20).joined(separator: ", "))")
        case .number: Wanted.number(insteadOf: found)
        case .yesOrNo:
            Wording(
                "viết có, x, đúng, rồi hoặc không, chưa, sai, hoặc để trống, trong dữ liệu",
                en: "write có, x, đúng, yes or không, chưa, sai, no in the data, or leave it empty")
        case .step, .wholeNumber, .digitCount, .romanNumber, .letterNumber, .text, .personName, .list,
            .printable, .ordered, .record:
            Wording("sửa dữ liệu hoặc đổi bộ lọc", en: "mend the data or change the filter")
        }
    }

    /// How a text is written that should be a number.
    private static func number(insteadOf found: Value) -> Wording {
        let plain = Wording(
            "viết số không kèm đơn vị hay dấu chấm, như 1250000, trong dữ liệu, hoặc đổi bộ lọc",
            en:
                "write a number without unit or separators, such as 1250000, in the data, or change the filter"
        )
        guard case .text(let text) = found else { return plain }
        do throws(NumberFault) {
            let typed = try TypedNumber(parsing: text).withoutSecondReading()
            guard typed.unit == .percent else { return plain }
            let number = NumberFormat.text(typed.percentage)
            return Wording("viết \(number), không kèm dấu %", en: "write \(number), without the sign %")
        } catch { return error.values.isEmpty ? plain : error.diagnostic(at: .file("")).fix ?? plain }
    }
}
