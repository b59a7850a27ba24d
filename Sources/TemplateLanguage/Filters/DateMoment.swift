internal import Values
internal import VietnameseText

/// A date with or without a time of day, as data write it: `2026-01-05`, `2026-01-05T08:30:00Z`.
struct DateMoment: Hashable {
    var date: CalendarDate
    /// Seconds from midnight; nil where nothing is said of the time.
    var seconds: Int?

    /// Nil for a value that is no date.
    init?(_ value: Value) {
        switch value {
        case .date(let date): self.init(date: date)
        case .text(let text): self.init(text)
        case .null, .boolean, .number, .list, .record: return nil
        }
    }

    private init(date: CalendarDate, seconds: Int? = nil) {
        self.date = date
        self.seconds = seconds
    }

    /// The time is read as it is written: what zone it is in does not move it.
    private init?(_ text: String) {
        if let date = try? CalendarDate(parsing: text) {
            self.init(date: date)
            return
        }
        let parts = text.split(maxSplits: 1) { $0 == "T" || $0 == " " }
        guard parts.count == 2, parts[0].count == 10, let date = try? CalendarDate(parsing: String(parts[0])),
            let seconds = DateMoment.seconds(of: parts[1])
        else { return nil }
        self.init(date: date, seconds: seconds)
    }

    /// `08:30`, `08:30:15`, `08:30:15.250+07:00`, `08:30Z`.
    private static func seconds(of time: Substring) -> Int? {
        let zone = time.firstIndex { "Zz+-".contains($0) } ?? time.endIndex
        let isZone = time[zone...].allSatisfy { "Zz+-:".contains($0) || $0.isASCII && $0.isNumber }
        let clock = time[..<zone].split(separator: ":", omittingEmptySubsequences: false)
        guard isZone, clock.count == 2 || clock.count == 3 else { return nil }
        var numbers: [Int] = []
        for (place, part) in clock.enumerated() {
            let digits = place == 2 ? part.prefix { $0 != "." } : part
            guard digits.count == 2, digits.allSatisfy({ $0.isASCII && $0.isNumber }),
                let number = Int(digits)
            else { return nil }
            numbers.append(number)
        }
        guard numbers[0] < 24, numbers[1] < 60, numbers.count < 3 || numbers[2] < 60 else { return nil }
        return numbers[0] * 3600 + numbers[1] * 60 + (numbers.count > 2 ? numbers[2] : 0)
    }

    var hour: Int { (seconds ?? 0) / 3600 }
    var minute: Int { (seconds ?? 0) / 60 % 60 }
    var second: Int { (seconds ?? 0) % 60 }
}
