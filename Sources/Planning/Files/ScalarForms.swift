internal import DataFiles
internal import Diagnostics
internal import FoundationEssentials
internal import Values
internal import VietnameseText

extension DataForm where Value == Money {
    /// Whole đồng from zero on.
    static var money: DataForm<Money> { amount(mayBeNegative: false) }

    /// Whole đồng, below zero for what is taken off.
    static var signedMoney: DataForm<Money> { amount(mayBeNegative: true) }

    private static func amount(mayBeNegative: Bool) -> DataForm<Money> {
        let name = Wording("số tiền (đồng)", en: "an amount of đồng")
        return DataForm(
            FormDescription(name, .amount, unit: "đồng"),
            read: { node, _, reading in
                guard let number = reading.number(in: node, expected: name, percent: .asFraction) else {
                    return nil
                }
                let place = reading.place(node.position)
                guard let dong = number.exactInteger else {
                    reading.note(.notWholeDong(NumberFormat.text(number), at: place))
                    return nil
                }
                guard Money.range.contains(dong) else {
                    reading.note(.amountTooLarge(at: place))
                    return nil
                }
                guard dong >= 0 || mayBeNegative else {
                    reading.note(.negativeAmount(dong, at: place))
                    return nil
                }
                return Money(dong: dong)
            }, write: { .number("\($0.dong)") })
    }
}

extension DataForm where Value == Decimal {
    /// A price in đồng, which may have a fraction.
    static var price: DataForm<Decimal> {
        let name = Wording("đơn giá (đồng)", en: "a price in đồng")
        return DataForm(
            FormDescription(name, .amount, unit: "đồng"),
            read: { node, _, reading in
                guard let number = reading.number(in: node, expected: name, percent: .asFraction) else {
                    return nil
                }
                // A part of something is no price.
                if case .text(let written) = node.content, written.contains("%") {
                    reading.noteWrongType(node, expected: name)
                    return nil
                }
                guard !number.exceeds(Money.limit.dong) else {
                    reading.note(.amountTooLarge(at: reading.place(node.position)))
                    return nil
                }
                return number
            }, write: { .number(unambiguous: $0.description) })
    }
}

extension DataForm where Value == ReportedNumber {
    /// What a log reports: a number, or `-` for “không phát sinh”.
    static var reportedNumber: DataForm<ReportedNumber> {
        let name = Wording("số, hoặc -", en: "a number or -")
        return DataForm(
            FormDescription(name, .number(orWords: ["-"])),
            read: { node, _, reading in
                if case .text(let text) = node.content, ["-", "–"].contains(text.trimmed) {
                    return .nothingArose
                }
                return reading.number(in: node, expected: name).map { .number($0) }
            },
            write: { reported in
                switch reported {
                case .number(let number): .number(unambiguous: number.description)
                case .nothingArose: .text("-")
                }
            })
    }
}

extension DataForm where Value == TimeSpan {
    static var timeSpan: DataForm<TimeSpan> {
        let name = Wording("thời gian", en: "a time span")
        return DataForm(
            FormDescription(name, .text),
            read: { node, _, reading in
                guard let written = reading.line(of: node, expected: name) else { return nil }
                let span = TimeSpan(written)
                if span == nil { reading.note(.notATimeSpan(written, at: reading.place(node.position))) }
                return span
            }, write: { .text($0.text) })
    }
}

extension DataForm where Value == ReportingPeriod {
    /// A reporting period such as `2021-Q1`.
    static var period: DataForm<ReportingPeriod> {
        let name = Wording("kỳ báo cáo", en: "a reporting period")
        return DataForm(
            FormDescription(name, .text),
            read: { node, _, reading in
                guard let written = reading.line(of: node, expected: name) else { return nil }
                let period = ReportingPeriod(written)
                if period == nil { reading.note(.notAPeriod(written, at: reading.place(node.position))) }
                return period
            }, write: { .text($0.code) })
    }
}

extension DataForm where Value == Factor {
    /// A further factor of an amount: `2`, `0,5`, `20%`, `2 ngày` or `2 x 3 ngày`.
    static var factor: DataForm<Factor> {
        let name = Wording("hệ số", en: "a factor")
        return DataForm(
            FormDescription(name, .text),
            read: { node, _, reading in
                guard case .text(let text) = node.content else {
                    return reading.number(in: node, expected: name, percent: .asFraction).map {
                        Factor(number: $0, unit: nil)
                    }
                }
                do throws(NumberFault) {
                    let parts = try TypedNumber.factors(parsing: text.trimmed)
                    for case let (value, doubt?) in parts.map({ ($0.value, $0.doubt) }) {
                        reading.note(doubt.diagnostic(readAs: value, at: reading.location(node.position)))
                    }
                    return Factor(parts)
                } catch {
                    reading.note(error.diagnostic(at: reading.location(node.position)))
                    return nil
                }
            },
            write: { factor in
                guard let unit = factor.unit else { return .number(unambiguous: factor.number.description) }
                return .text("\(factor.number.description.replacing(".", with: ",")) \(unit)")
            })
    }
}

extension DataForm where Value == [Located<Factor>] {
    /// The factors of an amount, looked at for a number that a comma of YAML has cut: `[1,5 ngày]`.
    static var factors: DataForm<[Located<Factor>]> {
        let list = DataForm<[Located<Factor>]>.list(of: DataForm<Factor>.factor.located)
        return DataForm(
            list.description,
            read: { node, base, reading in
                if case .sequence(let nodes) = node.content {
                    for (first, second) in zip(nodes, nodes.dropFirst()) {
                        guard let cut = CutNumber(first, second) else { continue }
                        reading.note(cut.diagnostic(at: reading.location(first.position)))
                    }
                }
                return list.read(node, base, &reading)
            }, write: list.write, isEmpty: { $0.isEmpty })
    }
}

extension CutNumber {
    /// Nil where the second does not stand right behind the comma of the first.
    fileprivate init?(_ first: SourceNode, _ second: SourceNode) {
        guard case .number(let number) = first.content, first.position.line == second.position.line,
            second.position.column == first.position.column + number.count + 1
        else { return nil }
        switch second.content {
        case .number(let rest), .text(let rest): self.init(number, rest)
        case .null, .boolean, .sequence, .mapping: return nil
        }
    }
}

extension Factor {
    /// The product of what was written in one place, with all its units.
    fileprivate init(_ parts: [TypedNumber]) {
        let units = parts.compactMap { part -> String? in
            switch part.unit {
            case .none, .percent: nil
            case .dong: "đồng"
            case .dongPer(let unit): "đồng/\(unit)"
            case .named(let unit): unit
            }
        }
        self.init(
            number: parts.reduce(1) { $0 * $1.value },
            unit: units.isEmpty ? nil : units.joined(separator: " x "))
    }
}

extension Diagnostic {
    fileprivate static func notATimeSpan(_ written: String, at place: Place) -> Diagnostic {
        .error(
            "data.not-a-time-span", at: place.location, "không hiểu thời gian “\(written)”",
            en: "cannot read the time span “\(written)”",
            fix:
                "viết như 2020-2022 (năm trước không lớn hơn năm sau), 2021, hằng năm, đến 2025, hằng năm đến 2025",
            en:
                "write 2020-2022 (first year not after the last), 2021, hằng năm, đến 2025 or hằng năm đến 2025"
        )
    }

    fileprivate static func notAPeriod(_ written: String, at place: Place) -> Diagnostic {
        .error(
            "data.not-a-period", at: place.location, "không hiểu kỳ báo cáo “\(written)”",
            en: "cannot read the period “\(written)”",
            fix: "viết như 2021-03, 2021-Q1, 2021-H1, 2021-9M hoặc 2021",
            en: "write 2021-03, 2021-Q1, 2021-H1, 2021-9M or 2021")
    }

    static func notWholeDong(_ written: String, at place: Place) -> Diagnostic {
        .error(
            "data.not-whole-dong", at: place.location, "số tiền \(written) không chẵn đồng",
            en: "the amount \(written) is not in whole đồng",
            fix: "viết số tiền bằng đồng, không có phần thập phân", en: "write whole đồng, without decimals")
    }

    fileprivate static func negativeAmount(_ dong: Int, at place: Place) -> Diagnostic {
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
}

extension DataForm where Value == SecrecyMark {
    /// How secret a paper is; that it is at all is told, for such papers are not worked on where there is a network.
    static var secrecyMark: DataForm<SecrecyMark> {
        let choice = DataForm<SecrecyMark>.choice(
            SecrecyMark.allCases.map { DataChoice($0.rawValue, $0, "tài liệu \($0.rawValue)") })
        return DataForm(
            choice.description,
            read: { node, shared, reading in
                let mark = choice.read(node, shared, &reading)
                if let mark { reading.note(.secretPaper(mark, at: reading.location(node.position))) }
                return mark
            }, write: choice.write)
    }
}

extension DataField {
    /// The key by which a paper, or all that an agency's folder holds, is said to be secret.
    static func secrecy(_ path: @autoclosure @escaping Path<SecrecyMark?>) -> DataField {
        .optional(
            "do_mat", path(), .secrecyMark,
            "Độ mật. Tài liệu bí mật nhà nước chỉ soạn trên máy tính độc lập: trang web từ chối hồ sơ có khóa này, dòng lệnh nhắc lại; dấu độ mật do văn thư đóng, không in."
        )
    }
}

extension Diagnostic {
    fileprivate static func secretPaper(_ mark: SecrecyMark, at place: Location) -> Diagnostic {
        .warning(
            "planning.secret-paper", at: place,
            "văn bản ghi độ mật “\(mark.rawValue)”: tài liệu bí mật nhà nước không soạn thảo trên máy nối mạng, và dấu độ mật không in mà đóng dấu",
            en:
                "the paper is marked “\(mark.rawValue)”: state secrets are not drafted on a networked machine, and the mark is stamped, not printed",
            fix: "chỉ làm tiếp trên máy tính độc lập; xóa khóa do_mat nếu ghi nhầm",
            en: "go on only on a computer without a network; remove do_mat if it is a mistake")
    }
}

extension FormDescription {
    /// Whether amounts of this form add up: money, but no price of one thing.
    package var isMoney: Bool {
        switch shape {
        case .amount: self != DataForm<Decimal>.price.description
        case .text, .lines, .pattern, .boolean, .number, .integer, .date, .choice, .identifier, .reference,
            .list, .perYear, .named, .record, .enclosingRecord, .shorthand, .other:
            false
        }
    }
}
