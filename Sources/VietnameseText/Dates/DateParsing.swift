public import Diagnostics

extension CalendarDate {
    /// Reads `2026-01-05`, `05/01/2026`, `5/1/2026`, `5-1-2026` or `ngày 05 tháng 01 năm 2026`.
    ///
    /// The whole text is read, spaces at its ends aside; the year has four digits, day and month one or two.
    public init(parsing text: String) throws(DateFault) {
        // Most dates in data are nothing but digits and dividers.
        var found = DateParts(text.utf8)
        if found == nil { found = try DateParts(worded: text) }
        guard let parts = found, parts.month.length <= 2, parts.day.length <= 2 else {
            throw .unknownForm(text)
        }
        guard parts.year.length == 4 else {
            throw parts.year.length == 2 ? .shortYear(text) : .unknownForm(text)
        }
        guard let date = CalendarDate(year: parts.year.value, month: parts.month.value, day: parts.day.value)
        else { throw .noSuchDay(text) }
        self = date
    }

    /// Reads `05/01/2026` or `5/1/2026`: figures and slashes alone; nil where it is no day of the calendar.
    package init?(inFigures text: some StringProtocol) {
        guard let parts = DateParts(text.utf8), parts.year.length == 4, parts.month.length <= 2,
            parts.day.length <= 2, !text.utf8.contains(UInt8(ascii: "-"))
        else { return nil }
        self.init(year: parts.year.value, month: parts.month.value, day: parts.day.value)
    }
}

/// The three numbers of a date, not yet known to be one.
private struct DateParts {
    let year: Digits
    let month: Digits
    let day: Digits

    struct Digits {
        var value = 0
        var length = 0
    }

    /// Digits divided twice by the same sign, the year last, or first before a hyphen.
    init?(_ bytes: some Sequence<UInt8>) {
        var parts = [Digits()]
        var divider: UInt8?
        for byte in bytes {
            switch byte {
            case 0x30...0x39 where parts[parts.count - 1].length < 4:
                parts[parts.count - 1].value = parts[parts.count - 1].value * 10 + Int(byte - 0x30)
                parts[parts.count - 1].length += 1
            case UInt8(ascii: "/"), UInt8(ascii: "-"):
                guard divider == nil || divider == byte, parts.count < 3 else { return nil }
                divider = byte
                parts.append(Digits())
            default: return nil
            }
        }
        guard parts.count == 3, parts.allSatisfy({ $0.length > 0 }) else { return nil }
        let startsWithYear = divider == UInt8(ascii: "-") && parts[0].length == 4
        year = startsWithYear ? parts[0] : parts[2]
        month = parts[1]
        day = startsWithYear ? parts[2] : parts[0]
    }

    /// The form with words between, or with spaces around it.
    init?(worded text: String) throws(DateFault) {
        let words = Normalization.nfc(text).lowercased().split {
            $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}"
        }
        guard let last = words.last else { throw .empty }
        if words.count == 6, words[0] == "ngày", words[2] == "tháng", words[4] == "năm" {
            self.init("\(words[1])/\(words[3])/\(last)".utf8)
        } else if words.count == 1 || (words.count == 2 && words[0] == "ngày") {
            self.init(last.utf8)
        } else {
            return nil
        }
    }
}

/// Why a text is not read as a date.
public enum DateFault: Error, Hashable, Sendable {
    case empty
    case unknownForm(String)
    /// `05/01/26`.
    case shortYear(String)
    /// `30/02/2026`.
    case noSuchDay(String)

    /// The fault as the user is told of it.
    public func diagnostic(at location: Location) -> Diagnostic {
        let fix = Wording("ghi như 05/01/2026 hoặc 2026-01-05", en: "write it like 05/01/2026 or 2026-01-05")
        return switch self {
        case .empty:
            Diagnostic(
                "text.date-empty", Wording("thiếu ngày", en: "a date is missing"), at: location, fix: fix)
        case .unknownForm(let text):
            Diagnostic(
                "text.date-unreadable",
                Wording("“\(shortened(text))” không phải là ngày", en: "“\(shortened(text))” is not a date"),
                at: location, fix: fix)
        case .shortYear(let text):
            .error(
                "text.date-short-year", at: location, "năm trong “\(shortened(text))” chỉ có hai chữ số",
                en: "the year in “\(shortened(text))” has two digits", fix: "ghi năm đủ bốn chữ số",
                en: "write the year in four digits")
        case .noSuchDay(let text):
            .error(
                "text.date-impossible", at: location, "không có ngày “\(shortened(text))”",
                en: "there is no day “\(shortened(text))”", fix: "kiểm tra lại ngày và tháng",
                en: "check the day and the month")
        }
    }
}
