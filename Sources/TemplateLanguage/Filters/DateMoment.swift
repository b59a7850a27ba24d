internal import Values
internal import VietnameseText

/// A date with or without a time of day, as data write it: `2026-01-05`, `2026-01-05T08:30:00Z`.
struct DateMoment: Comparable {
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

    /// A moment that names its zone is told in the time of Vietnam, seven hours before UTC's; one that names none is taken as it is written.
    private init?(_ text: String) {
        if let date = try? CalendarDate(parsing: text) {
            self.init(date: date)
            return
        }
        let parts = text.split(maxSplits: 1) { $0 == "T" || $0 == " " }
        guard parts.count == 2, parts[0].count == 10, let date = try? CalendarDate(parsing: String(parts[0])),
            let time = DateMoment.time(of: parts[1])
        else { return nil }
        guard let offset = time.offset else {
            self.init(date: date, seconds: time.seconds)
            return
        }
        let local = time.seconds - offset + DateMoment.vietnamOffset
        let days = local < 0 ? -1 : local / DateMoment.day
        guard let moved = date.adding(days: days) else { return nil }
        self.init(date: moved, seconds: local - days * DateMoment.day)
    }

    private static let day = 86_400
    private static let vietnamOffset = 7 * 3600

    /// The seconds from midnight of a time that stands alone, as a cell has it: `08:30`, `08:30:15`.
    static func seconds(ofTime value: Value) -> Int? {
        guard case .text(let text) = value, let time = time(of: text[...]), time.offset == nil else {
            return nil
        }
        return time.seconds
    }

    /// `08:30`, `08:30:15`, `08:30:15.250+07:00`, `08:30Z`: seconds from midnight, and from UTC where a zone is named.
    private static func time(of time: Substring) -> (seconds: Int, offset: Int?)? {
        let zone = time.firstIndex { "Zz+-".contains($0) } ?? time.endIndex
        let clock = time[..<zone].split(separator: ":", omittingEmptySubsequences: false)
        guard clock.count == 2 || clock.count == 3 else { return nil }
        var offset: Int?
        if zone < time.endIndex {
            guard let known = self.offset(of: time[zone...]) else { return nil }
            offset = known
        }
        var numbers: [Int] = []
        for (place, part) in clock.enumerated() {
            let digits = place == 2 ? part.prefix { $0 != "." } : part
            guard digits.count == 2, digits.allSatisfy({ $0.isASCII && $0.isNumber }),
                let number = Int(digits)
            else { return nil }
            numbers.append(number)
        }
        guard numbers[0] < 24, numbers[1] < 60, numbers.count < 3 || numbers[2] < 60 else { return nil }
        return (numbers[0] * 3600 + numbers[1] * 60 + (numbers.count > 2 ? numbers[2] : 0), offset)
    }

    /// `Z`, `+07:00`, `-0530`, `+07` in seconds.
    private static func offset(of zone: Substring) -> Int? {
        if zone == "Z" || zone == "z" { return 0 }
        let digits = zone.dropFirst().filter { $0 != ":" }
        guard let sign = zone.first, "+-".contains(sign), digits.count == 2 || digits.count == 4,
            digits.allSatisfy({ $0.isASCII && $0.isNumber }), let hours = Int(digits.prefix(2)), hours <= 14,
            let minutes = digits.count == 2 ? 0 : Int(digits.suffix(2)), minutes < 60
        else { return nil }
        return (sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
    }

    /// A day stands where its first second does.
    static func == (left: DateMoment, right: DateMoment) -> Bool {
        left.date == right.date && (left.seconds ?? 0) == (right.seconds ?? 0)
    }

    static func < (left: DateMoment, right: DateMoment) -> Bool {
        left.date == right.date ? (left.seconds ?? 0) < (right.seconds ?? 0) : left.date < right.date
    }

    var hour: Int { (seconds ?? 0) / 3600 }
    var minute: Int { (seconds ?? 0) / 60 % 60 }
    var second: Int { (seconds ?? 0) % 60 }
}
