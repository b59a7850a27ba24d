internal import Diagnostics
internal import Values

/// The faults of shape: what stands in a file is not what its schema asks for.
extension Diagnostic {
    static func unknownField(_ key: String, of record: RecordSchema, at place: Place) -> Diagnostic {
        let known = record.fields.map(\.name)
        let nearest = nearestName(to: key, among: known)
        let list = known.joined(separator: ", ")
        return Diagnostic(
            "data.unknown-field",
            Wording("không có khóa “\(key)” ở đây", en: "there is no key “\(key)” here"), at: place.location,
            fix: nearest.map { Wording("viết “\($0)”", en: "write “\($0)”") }
                ?? Wording(
                    "bỏ khóa này, hoặc dùng một trong: \(list)", en: "remove it, or use one of: \(list)"))
    }

    static func missingField(_ field: Field, of record: RecordSchema, at place: Place) -> Diagnostic {
        let place = Place(file: place.file, position: place.position, path: place.path(ofField: field.name))
        return .error(
            "data.missing-field", at: place.location, "thiếu khóa “\(field.name)”",
            en: "the key “\(field.name)” is missing",
            fix: "thêm “\(field.name)” (\(field.type.vietnamese)): \(field.doc)",
            en: "add “\(field.name)” (\(field.type.english))")
    }

    static func emptyField(_ field: Field, at place: Place) -> Diagnostic {
        .error(
            "data.empty-field", at: place.location, "khóa “\(field.name)” để trống",
            en: "the key “\(field.name)” is empty", fix: "điền \(field.type.vietnamese): \(field.doc)",
            en: "fill in \(field.type.english)")
    }

    static func wrongType(_ node: SourceNode, expected type: FieldType, at place: Place) -> Diagnostic {
        .error(
            "data.wrong-type", at: place.location,
            "phải là \(type.vietnamese), đang ghi là \(node.content.vietnamese)",
            en: "expected \(type.english), found \(node.content.english)",
            fix: "sửa thành \(type.vietnamese)", en: "make it \(type.english)")
    }

    static func severalLines(at place: Place) -> Diagnostic {
        .error(
            "data.several-lines", at: place.location, "ở đây chỉ được một dòng chữ",
            en: "only one line of text may stand here", fix: "viết liền thành một dòng",
            en: "write it as one line")
    }

    static func notAYear(_ key: String, at place: Place) -> Diagnostic {
        .error(
            "data.not-a-year", at: place.location, "“\(key)” không phải là năm", en: "“\(key)” is not a year",
            fix: "dùng năm bốn chữ số làm khóa, như 2021",
            en: "use a year of four digits as key, such as 2021")
    }

    static func notATimeSpan(_ written: String, at place: Place) -> Diagnostic {
        .error(
            "data.not-a-time-span", at: place.location, "không hiểu thời gian “\(written)”",
            en: "cannot read the time span “\(written)”",
            fix:
                "viết như 2020-2022 (năm trước không lớn hơn năm sau), 2021, hàng năm, đến 2025, hàng năm đến 2025",
            en:
                "write 2020-2022 (first year not after the last), 2021, hàng năm, đến 2025 or hàng năm đến 2025"
        )
    }

    static func notAPeriod(_ written: String, at place: Place) -> Diagnostic {
        .error(
            "data.not-a-period", at: place.location, "không hiểu kỳ báo cáo “\(written)”",
            en: "cannot read the period “\(written)”",
            fix: "viết như 2021-03, 2021-Q1, 2021-H1, 2021-9M hoặc 2021",
            en: "write 2021-03, 2021-Q1, 2021-H1, 2021-9M or 2021")
    }

    static func ambiguousNumber(_ written: String, at place: Place) -> Diagnostic {
        let whole = written.filter { $0.isASCIIDigit || $0 == "-" }
        return .error(
            "data.ambiguous-number", at: place.location, "“\(written)” có thể hiểu hai cách",
            en: "“\(written)” can be read in two ways",
            fix: "viết \(whole) nếu là số nguyên; nếu là số thập phân thì thêm chữ số 0 ở cuối",
            en: "write \(whole) for a whole number; for a decimal add a zero at its end")
    }

    static func numberTooLong(_ written: String, at place: Place) -> Diagnostic {
        .error(
            "data.number-too-long", at: place.location, "số \(written) có quá nhiều chữ số",
            en: "the number \(written) has too many digits",
            fix: "dùng tối đa 16 chữ số phần nguyên và 6 chữ số thập phân",
            en: "use at most 16 digits before the comma and 6 after it")
    }

    static func notWholeDong(_ written: String, at place: Place) -> Diagnostic {
        .error(
            "data.not-whole-dong", at: place.location, "số tiền \(written) không chẵn đồng",
            en: "the amount \(written) is not in whole đồng",
            fix: "viết số tiền bằng đồng, không có phần thập phân", en: "write whole đồng, without decimals")
    }

    static func negativeAmount(_ dong: Int, at place: Place) -> Diagnostic {
        .error(
            "data.negative-amount", at: place.location, "số tiền \(dong) nhỏ hơn 0",
            en: "the amount \(dong) is below zero", fix: "viết số tiền từ 0 trở lên",
            en: "write an amount of zero or more")
    }

    static func amountTooLarge(at place: Place) -> Diagnostic {
        .error(
            "data.amount-too-large", at: place.location, "số tiền vượt \(Money.limit.text) đồng",
            en: "the amount is over \(Money.limit.text) đồng", fix: "kiểm tra lại số lượng, hệ số và đơn giá",
            en: "check the quantity, the factors and the price")
    }

    static func outOfRange(_ written: String, _ range: ClosedRange<Int>, at place: Place) -> Diagnostic {
        let (low, high) = (range.lowerBound, range.upperBound)
        return .error(
            "data.out-of-range", at: place.location, "\(written) ở ngoài khoảng \(low)–\(high)",
            en: "\(written) is outside \(low)–\(high)", fix: "viết số từ \(low) đến \(high)",
            en: "write a number from \(low) to \(high)")
    }

    static func unknownChoice(_ written: String, among choices: [FieldType.Choice], at place: Place)
        -> Diagnostic
    {
        let names = choices.map(\.name)
        let nearest = nearestName(to: written, among: names)
        let list = names.joined(separator: ", ")
        return Diagnostic(
            "data.unknown-choice",
            Wording("“\(written)” không có trong các lựa chọn", en: "“\(written)” is not one of the choices"),
            at: place.location,
            fix: nearest.map { Wording("viết “\($0)”", en: "write “\($0)”") }
                ?? Wording("chọn một trong: \(list)", en: "choose one of: \(list)"))
    }

    static func unknownPlaceholder(_ name: String, known: [String], at place: Place) -> Diagnostic {
        let list = known.map { "{\($0)}" }.joined(separator: ", ")
        return .error(
            "data.unknown-placeholder", at: place.location, "không có chỗ điền “{\(name)}”",
            en: "there is no placeholder “{\(name)}”", fix: "chỉ dùng: \(list)", en: "use only: \(list)")
    }

    static func spaceInCode(_ written: String, at place: Place) -> Diagnostic {
        .error(
            "data.space-in-code", at: place.location, "mã “\(written)” có khoảng trắng",
            en: "the code “\(written)” has a space in it", fix: "viết mã liền, như VP hoặc tin_bai",
            en: "write it in one word, such as VP or tin_bai")
    }

    static func duplicateCode(_ use: CodeUse, first: Place) -> Diagnostic {
        .error(
            "data.duplicate-id", at: use.place.location, "mã \(use.kind.vietnamese) “\(use.code)” đã dùng",
            en: "the \(use.kind.english) code “\(use.code)” is already taken",
            notes: [.init(Wording("dùng lần đầu ở đây", en: "first used here"), at: first.location)],
            fix: "đặt mã khác", en: "give it another code")
    }

    static func unknownReference(_ use: CodeUse, known: [String]) -> Diagnostic {
        let nearest = nearestName(to: use.code, among: known)
        let list = known.joined(separator: ", ")
        let (vietnamese, english) = (use.kind.vietnamese, use.kind.english)
        let choose =
            known.isEmpty
            ? Wording(
                "khai báo \(vietnamese) ở \(use.kind.declaredIn)", en: "declare it in \(use.kind.declaredIn)")
            : Wording("dùng một trong: \(list)", en: "use one of: \(list)")
        return Diagnostic(
            "data.unknown-reference",
            Wording(
                "không có \(vietnamese) mang mã “\(use.code)”", en: "no \(english) has the code “\(use.code)”"
            ), at: use.place.location,
            fix: nearest.map { Wording("viết “\($0)”", en: "write “\($0)”") } ?? choose)
    }
}
