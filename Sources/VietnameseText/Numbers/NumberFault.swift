public import Diagnostics
public import FoundationEssentials

/// Why a text is not read as a number, with the values it could be.
public struct NumberFault: Error, Hashable, Sendable {
    public let text: String
    public let kind: Kind
    private let writing: TypedNumber.Writing

    /// What keeps a text from being one number.
    public enum Kind: Hashable, Sendable {
        /// `1.5`, `2 tỷ 35`, a bare `150.000`: one of several, and only its writer knows which.
        case ambiguous([Decimal])
        /// `1,234,567`: commas between thousands; there is one value it could be.
        case commaGrouping(Decimal)
        /// `12 người`, where the unit has a place of its own.
        case counts(Decimal)
        case empty
        case unreadable
        /// `3 người 2 ngày`, `2 x 3`: another number stands behind the first, and nothing says what becomes of it.
        case severalNumbers
        /// `1.23.456`, `1.234 567`: groups that are not of three digits, or are divided in two ways.
        case brokenGroups
        case tooManyDigits
        /// `1/3`: no decimal is exactly that.
        case endlessFraction
        /// `15/8`: rather a day.
        case improperFraction
    }

    init(_ text: String, _ writing: TypedNumber.Writing, _ kind: Kind) {
        self.text = text
        self.kind = kind
        self.writing = writing
    }

    /// The numbers the text could be; none for what is no number at all.
    public var values: [Decimal] {
        switch kind {
        case .ambiguous(let values): values
        case .commaGrouping(let value), .counts(let value): [value]
        case .empty, .unreadable, .severalNumbers, .brokenGroups, .tooManyDigits, .endlessFraction,
            .improperFraction:
            []
        }
    }

    /// Whether what is written counts in percent.
    private var isPercent: Bool { (text.last { !$0.isWhitespace }) == "%" }

    /// A value as it is said.
    private func said(_ value: Decimal) -> String {
        isPercent ? NumberFormat.text(value * 100) + "%" : NumberFormat.text(value)
    }

    /// How a value is written so that nothing else can be meant.
    private func spelling(of value: Decimal) -> String {
        if isPercent {
            let hundreds = value * 100
            return NumberFormat.text(hundreds) + (NumberFault.hasThreeDecimals(hundreds) ? "0%" : "%")
        }
        switch writing {
        case .text, .factor:
            let text = NumberFormat.text(value)
            return NumberFault.hasThreeDecimals(value) ? text + "0" : text
        case .bare:
            let text = NumberFormat.text(value, grouping: .none).replacing(",", with: ".")
            return NumberFault.hasThreeDecimals(value) ? text + "0" : text
        }
    }

    private static func hasThreeDecimals(_ value: Decimal) -> Bool {
        guard var digits = DecimalDigits(value) else { return false }
        digits.trimFraction()
        return digits.exponent == -3
    }

    /// The fault as the user is told of it.
    public func diagnostic(at location: Location) -> Diagnostic {
        let quoted = "“\(shortened(text))”"
        switch kind {
        case .ambiguous(let values): return ambiguity(values, quoted, at: location)
        case .commaGrouping(let value):
            return .error(
                "text.number-comma-grouping", at: location,
                "\(quoted) ngăn hàng nghìn bằng dấu phẩy theo kiểu Anh",
                en: "\(quoted) divides thousands with commas, the English way",
                fix: "ngăn hàng nghìn bằng dấu chấm: \(spelling(of: value))",
                en: "divide thousands with dots: \(spelling(of: value))")
        case .counts(let value):
            return .error(
                "text.number-with-unit", at: location, "\(quoted) có đơn vị đi kèm, chỗ này chỉ ghi số",
                en: "\(quoted) has a unit, and only a number stands here",
                fix: "ghi \(spelling(of: value)), đơn vị tính ghi ở mục riêng của nó",
                en: "write \(spelling(of: value)), and the unit in its own place")
        case .empty:
            return .error(
                "text.number-empty", at: location, "thiếu số", en: "a number is missing",
                fix: "ghi một số, ví dụ 1.234.567", en: "write a number, such as 1.234.567")
        case .unreadable:
            return .error(
                "text.number-unreadable", at: location, "\(quoted) không phải là số",
                en: "\(quoted) is not a number",
                fix:
                    "ghi chữ số, dấu chấm giữa các hàng nghìn, dấu phẩy trước phần thập phân, ví dụ 1.234.567,5",
                en: "write digits, dots between thousands and a comma before decimals, such as 1.234.567,5")
        case .severalNumbers: return severalNumbers(quoted, at: location)
        case .brokenGroups:
            return .error(
                "text.number-broken-groups", at: location,
                "các nhóm chữ số của \(quoted) không đều ba chữ số hoặc ngăn không thống nhất",
                en: "the digits of \(quoted) are not in groups of three, or not divided in one way",
                fix: "ghi đủ ba chữ số mỗi nhóm, ví dụ 1.234.567",
                en: "write three digits a group, such as 1.234.567")
        case .tooManyDigits:
            return .error(
                "text.number-too-long", at: location, "\(quoted) có quá nhiều chữ số (tối đa 38)",
                en: "\(quoted) has too many digits (at most 38)", fix: "kiểm tra lại số này",
                en: "check this number")
        case .endlessFraction:
            return .error(
                "text.number-endless-fraction", at: location,
                "phân số \(quoted) không viết được chính xác thành số thập phân",
                en: "no decimal is exactly the fraction \(quoted)",
                fix: "ghi số thập phân đã làm tròn, ví dụ 0,33", en: "write a rounded decimal, such as 0,33")
        case .improperFraction:
            return .error(
                "text.number-improper-fraction", at: location, "\(quoted) giống ngày tháng hơn là số",
                en: "\(quoted) looks more like a date than a number", fix: "ghi số thập phân, ví dụ 1,5",
                en: "write a decimal, such as 1,5")
        }
    }

    private func severalNumbers(_ quoted: String, at location: Location) -> Diagnostic {
        let isFactor = writing == .factor
        return .error(
            "text.number-several", at: location, "\(quoted) có hơn một số mà không rõ tính thế nào",
            en: "\(quoted) has more than one number, and nothing says how they count",
            fix: isFactor
                ? "nếu nhân với nhau thì ghi dấu nhân, ví dụ 3 người x 2 ngày; nếu không thì chỉ ghi một số"
                : "chỉ ghi một số, đã tính xong",
            en: isFactor
                ? "write the sign of multiplication, such as 3 người x 2 ngày, or only one number"
                : "write one number, which has been worked out")
    }

    private func ambiguity(_ values: [Decimal], _ quoted: String, at location: Location) -> Diagnostic {
        let numbers = values.map(said)
        let ways = zip(values, numbers).map { (spelling(of: $0), $1) }
        return .error(
            "data.ambiguous-number", at: location,
            "\(quoted) có thể là \(numbers.joined(separator: " hoặc "))",
            en: "\(quoted) may be \(numbers.joined(separator: " or "))",
            fix: ways.map { $0 == $1 ? "ghi \($0)" : "ghi \($0) nếu là \($1)" }.joined(separator: ", hoặc "),
            en: ways.map { $0 == $1 ? "write \($0)" : "write \($0) for \($1)" }.joined(separator: ", or "))
    }
}

extension TypedNumber.Doubt {
    /// The doubt as a warning.
    public func diagnostic(readAs value: Decimal, at location: Location) -> Diagnostic {
        let reading = NumberFormat.text(value)
        switch self {
        case .shorthand(let text):
            return .warning(
                "text.number-short-scale", at: location,
                "“\(shortened(text))” viết tắt, được hiểu là \(reading)",
                en: "“\(shortened(text))” is shorthand, read as \(reading)", fix: "ghi đủ: \(reading)",
                en: "write it out: \(reading)")
        case .maybeCommaGrouping(let text):
            let thousands = NumberFormat.text(value * 1000)
            return .warning(
                "text.number-maybe-comma-grouping", at: location,
                "“\(shortened(text))” được hiểu là số thập phân, dấu phẩy trước phần lẻ",
                en: "“\(shortened(text))” is read as a decimal, the comma standing before the fraction",
                fix: "nếu là hàng nghìn thì ghi \(thousands)",
                en: "if thousands are meant, write \(thousands)")
        }
    }
}

/// A value as a message shows it: whole, or its beginning.
func shortened(_ text: String) -> String { text.count <= 40 ? text : text.prefix(39) + "…" }
