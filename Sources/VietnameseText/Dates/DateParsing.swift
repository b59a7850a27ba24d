public import Diagnostics

extension CalendarDate {
    /// Reads `2026-01-05`, `05/01/2026`, `5/1/2026`, `5-1-2026` or `ngày 05 tháng 01 năm 2026`, the whole text, spaces at its ends aside.
    public init(parsing text: String) throws(DateFault) {
        let words = Normalization.nfc(text).lowercased()
            .split { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}" }
        guard !words.isEmpty else { throw .empty }
        let numbers: [Substring]
        if words.count == 6, words[0] == "ngày", words[2] == "tháng", words[4] == "năm" {
            numbers = [words[5], words[3], words[1]]
        } else if words.count == 1 || (words.count == 2 && words[0] == "ngày"), let word = words.last {
            numbers = try CalendarDate.parts(of: word, in: text)
        } else {
            throw .unknownForm(text)
        }
        let (year, month, day) = (number(numbers[0]), number(numbers[1]), number(numbers[2]))
        guard let year, let month, let day, numbers[1].utf8.count <= 2, numbers[2].utf8.count <= 2 else {
            throw .unknownForm(text)
        }
        guard numbers[0].utf8.count == 4 else {
            throw numbers[0].utf8.count == 2 ? .shortYear(text) : .unknownForm(text)
        }
        guard let date = CalendarDate(year: year, month: month, day: day) else { throw .noSuchDay(text) }
        self = date
    }

    /// Year, month and day of a date in digits.
    private static func parts(of word: Substring, in text: String) throws(DateFault) -> [Substring] {
        for divider in ["/", "-"] as [Character] {
            let parts = word.split(separator: divider, omittingEmptySubsequences: false)
            guard parts.count == 3 else { continue }
            return divider == "-" && parts[0].utf8.count == 4 ? parts : parts.reversed()
        }
        throw .unknownForm(text)
    }
}

/// One to four ASCII digits.
private func number(_ text: Substring) -> Int? {
    guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
        return nil
    }
    return Int(text)
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
                "text.date-empty",
                Wording("thiếu ngày", en: "a date is missing"),
                at: location,
                fix: fix
            )
        case .unknownForm(let text):
            Diagnostic(
                "text.date-unreadable",
                Wording("“\(shortened(text))” không phải là ngày", en: "“\(shortened(text))” is not a date"),
                at: location,
                fix: fix
            )
        case .shortYear(let text):
            Diagnostic(
                "text.date-short-year",
                Wording(
                    "năm trong “\(shortened(text))” chỉ có hai chữ số",
                    en: "the year in “\(shortened(text))” has two digits"
                ),
                at: location,
                fix: Wording("ghi năm đủ bốn chữ số", en: "write the year in four digits")
            )
        case .noSuchDay(let text):
            Diagnostic(
                "text.date-impossible",
                Wording("không có ngày “\(shortened(text))”", en: "there is no day “\(shortened(text))”"),
                at: location,
                fix: Wording("kiểm tra lại ngày và tháng", en: "check the day and the month")
            )
        }
    }
}
