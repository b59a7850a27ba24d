public import Diagnostics
public import FoundationEssentials

/// A number as people type it into a sheet or a data file, read exactly.
///
/// Accepted are `1.234.567`, `1234567`, `1 234 567` (any space), a decimal comma, a sign, and after the digits nghìn, triệu, tỷ, then đ, đồng,
/// VNĐ, VND, ₫ or %. Refused is what can mean two numbers: `1,234,567` and `1.5`.
public struct TypedNumber: Hashable, Sendable {
    /// The number, scale words counted in: `1,5 triệu` is 1500000.
    public let value: Decimal
    /// What it counts, if that was said.
    public let unit: Unit
    /// Why the reading may not be what was meant, if there is a reason.
    public let doubt: Doubt?

    /// What the number was said to count.
    public enum Unit: Hashable, Sendable {
        case none
        case dong
        /// The value counts in percent: `77,8%` is 77.8.
        case percent
    }

    /// Reads the whole of `text`, white space at its ends aside.
    public init(parsing text: String) throws(NumberFault) {
        var scanner = NumberScanner(text)
        guard !scanner.isAtEnd else { throw .empty }
        let isNegative = scanner.sign()
        var digits = try scanner.digits(in: text)
        var doubt = scanner.doubt
        scanner.skipSpaces()

        var scale = 0
        if scanner.isAtEnd {
            // Digits alone, as in most data.
        } else if let short = scanner.shortScale() {
            doubt = .shortScale(text)
            scale = short
            if let fraction = scanner.plainDigits() {
                guard digits.exponent == 0, fraction.count <= 3 else { throw .notANumber(text) }
                for digit in fraction { try digits.append(digit, of: text) }
                digits.exponent = -fraction.count
            }
        } else {
            while let word = scanner.scaleWord() {
                guard scale == 0 || word == 9 else { throw .notANumber(text) }
                scale += word
            }
        }
        scanner.skipSpaces()
        unit = scanner.unit()
        guard scanner.isAtEnd, unit != .percent || scale == 0 else { throw .notANumber(text) }

        digits.exponent += scale
        digits.isNegative = isNegative && digits.magnitude != 0
        guard let value = digits.decimal else { throw .tooManyDigits(text) }
        self.value = value
        self.doubt = doubt
    }
}

// MARK: - What is wrong

/// Why a text is not read as a number.
public enum NumberFault: Error, Hashable, Sendable {
    case empty
    case notANumber(String)
    /// `1,234,567`: commas between thousands.
    case commaGrouping(String)
    /// `1.5`, `12.34`: a dot that is neither between thousands nor a Vietnamese decimal comma.
    case ambiguousDot(String)
    /// `1.23.456`, `1.234 567`: groups that are not of three digits, or are divided in two ways.
    case brokenGroups(String)
    case tooManyDigits(String)

    /// The fault as the user is told of it.
    public func diagnostic(at location: Location) -> Diagnostic {
        switch self {
        case .empty:
            .error(
                "text.number-empty", at: location, "thiếu số", en: "a number is missing",
                fix: "ghi một số, ví dụ 1.234.567", en: "write a number, such as 1.234.567")
        case .notANumber(let text):
            .error(
                "text.number-unreadable", at: location, "“\(shortened(text))” không phải là số",
                en: "“\(shortened(text))” is not a number",
                fix:
                    "ghi chữ số, dấu chấm giữa các hàng nghìn, dấu phẩy trước phần thập phân, ví dụ 1.234.567,5",
                en: "write digits, dots between thousands and a comma before decimals, such as 1.234.567,5")
        case .commaGrouping(let text):
            .error(
                "text.number-comma-grouping", at: location,
                "“\(shortened(text))” ngăn hàng nghìn bằng dấu phẩy theo kiểu Anh",
                en: "“\(shortened(text))” divides thousands with commas, the English way",
                fix: "ngăn hàng nghìn bằng dấu chấm: \(text.replacing(",", with: "."))",
                en: "divide thousands with dots: \(text.replacing(",", with: "."))")
        case .ambiguousDot(let text):
            .error(
                "text.number-ambiguous-dot", at: location,
                "“\(shortened(text))” có thể hiểu theo hai cách: dấu chấm ngăn hàng nghìn phải đứng trước đúng ba chữ số",
                en:
                    "“\(shortened(text))” can be read in two ways: a dot between thousands stands before exactly three digits",
                fix: "ghi dấu phẩy trước phần thập phân (1,5), hoặc bỏ dấu chấm",
                en: "write a comma before decimals (1,5), or leave the dot out")
        case .brokenGroups(let text):
            .error(
                "text.number-broken-groups", at: location,
                "các nhóm chữ số của “\(shortened(text))” không đều ba chữ số hoặc ngăn không thống nhất",
                en:
                    "the digits of “\(shortened(text))” are not in groups of three, or not divided in one way",
                fix: "ghi đủ ba chữ số mỗi nhóm, ví dụ 1.234.567",
                en: "write three digits a group, such as 1.234.567")
        case .tooManyDigits(let text):
            .error(
                "text.number-too-long", at: location, "“\(shortened(text))” có quá nhiều chữ số (tối đa 38)",
                en: "“\(shortened(text))” has too many digits (at most 38)", fix: "kiểm tra lại số này",
                en: "check this number")
        }
    }
}

extension TypedNumber {
    /// Why a number that was read may be another one.
    public enum Doubt: Hashable, Sendable {
        /// `500k`, `1tr5`.
        case shortScale(String)
        /// `1,234`: read as one and a fraction; an English hand means thousands.
        case maybeCommaGrouping(String)

        /// The doubt as a warning.
        public func diagnostic(readAs value: Decimal, at location: Location) -> Diagnostic {
            let reading = NumberFormat.text(value)
            switch self {
            case .shortScale(let text):
                return .warning(
                    "text.number-short-scale", at: location,
                    "“\(shortened(text))” viết tắt, được hiểu là \(reading)",
                    en: "“\(shortened(text))” is shorthand, read as \(reading)", fix: "ghi đủ: \(reading)",
                    en: "write it out: \(reading)")
            case .maybeCommaGrouping(let text):
                return .warning(
                    "text.number-maybe-comma-grouping", at: location,
                    "“\(shortened(text))” được hiểu là số thập phân, dấu phẩy trước phần lẻ",
                    en: "“\(shortened(text))” is read as a decimal, the comma standing before the fraction",
                    fix: "nếu là hàng nghìn thì ghi \(text.replacing(",", with: "."))",
                    en: "if thousands are meant, write \(text.replacing(",", with: "."))")
            }
        }
    }
}

/// A value as a message shows it: whole, or its beginning.
func shortened(_ text: String) -> String { text.count <= 40 ? text : text.prefix(39) + "…" }
