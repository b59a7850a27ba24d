public import VietnameseText

/// Kỳ báo cáo: the time that a report covers.
public struct ReportingPeriod: Hashable, Sendable {
    /// The year its documents are of: of a school year and its terms the first.
    public let year: Int
    public let part: Part
    /// What a workspace calls it; it is the same period without.
    let ownName: String?

    /// Which part of the year, or which other time.
    public enum Part: Hashable, Sendable {
        /// A week from Monday to Sunday; the first is that of the year's first Thursday.
        case week(Int)
        case month(Int)
        case quarter(Int)
        case firstHalf
        case secondHalf
        case nineMonths
        case wholeYear
        /// Học kỳ.
        case term(Int)
        case schoolYear
        /// Giai đoạn of the programme.
        case phase(Int)
        /// Chuyên đề.
        case topic(Int)
        /// Đột xuất.
        case occasion(Int)
        case days(CalendarDate, CalendarDate)
    }

    public init(year: Int, part: Part) { self.init(year: year, part: part, ownName: nil) }

    init(year: Int, part: Part, ownName: String?) {
        self.year = year
        self.part = part
        self.ownName = ownName
    }

    public static func == (a: Self, b: Self) -> Bool { a.year == b.year && a.part == b.part }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(year)
        hasher.combine(part)
    }

    /// Reads `2021-03`, `2021-Q1`, `2021-H1`, `2021-9M`, `2021`, `2021-W07`, `2021-HK1`, `2021-NH`, `2021-GD1`, `2021-CD1`, `2021-DX1` and
    /// `2021-03-01..2021-03-20`; nil for anything else.
    public init?(_ text: String) {
        if let dots = text.firstRange(of: "..") {
            guard let first = try? CalendarDate(parsing: String(text[..<dots.lowerBound])),
                let last = try? CalendarDate(parsing: String(text[dots.upperBound...])), first <= last
            else { return nil }
            self.init(year: last.year, part: .days(first, last))
            return
        }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts[0].count == 4, parts[0].allSatisfy(\.isASCIIDigit),
            let year = Int(parts[0]), (1945...2199).contains(year)
        else { return nil }
        guard parts.count == 2 else {
            self.init(year: year, part: .wholeYear)
            return
        }
        guard let part = Part(parts[1].uppercased(), of: year) else { return nil }
        self.init(year: year, part: part)
    }

    /// The form that `init(_:)` reads: `2021-Q1`.
    public var code: String {
        switch part {
        case .week(let week): "\(year)-W\(NumberFormat.padded(week))"
        case .month(let month): "\(year)-\(NumberFormat.padded(month))"
        case .quarter(let quarter): "\(year)-Q\(quarter)"
        case .firstHalf: "\(year)-H1"
        case .secondHalf: "\(year)-H2"
        case .nineMonths: "\(year)-9M"
        case .wholeYear: "\(year)"
        case .term(let term): "\(year)-HK\(term)"
        case .schoolYear: "\(year)-NH"
        case .phase(let phase): "\(year)-GD\(phase)"
        case .topic(let topic): "\(year)-CD\(topic)"
        case .occasion(let occasion): "\(year)-DX\(occasion)"
        case .days(let first, let last): "\(first.text(.iso))..\(last.text(.iso))"
        }
    }

    /// The name in a sentence: `quý I năm 2021`.
    public var name: String {
        if let ownName { return ownName }
        return switch part {
        case .week(let week): "tuần \(week) năm \(year)"
        case .month(let month): "tháng \(month) năm \(year)"
        case .quarter(let quarter): "quý \(RomanNumeral.text(of: quarter) ?? "") năm \(year)"
        case .firstHalf: "6 tháng đầu năm \(year)"
        case .secondHalf: "6 tháng cuối năm \(year)"
        case .nineMonths: "9 tháng năm \(year)"
        case .wholeYear: "năm \(year)"
        case .term(let term): "học kỳ \(RomanNumeral.text(of: term) ?? "") năm học \(year)-\(year + 1)"
        case .schoolYear: "năm học \(year)-\(year + 1)"
        case .phase(let phase): "giai đoạn \(phase)"
        case .topic, .occasion: "năm \(year)"
        case .days(let first, let last): "từ ngày \(first.text(.short)) đến ngày \(last.text(.short))"
        }
    }

    /// The period whose tasks a report of this one announces.
    public var next: ReportingPeriod {
        switch part {
        case .week:
            guard let day = days(.calendar).upperBound.adding(days: 1) else { return self }
            let (week, year) = day.week
            return ReportingPeriod(year: year, part: .week(week))
        case .month(12): return ReportingPeriod(year: year + 1, part: .month(1))
        case .month(let month): return ReportingPeriod(year: year, part: .month(month + 1))
        case .quarter(4): return ReportingPeriod(year: year + 1, part: .quarter(1))
        case .quarter(let quarter): return ReportingPeriod(year: year, part: .quarter(quarter + 1))
        case .firstHalf: return ReportingPeriod(year: year, part: .secondHalf)
        case .secondHalf: return ReportingPeriod(year: year + 1, part: .firstHalf)
        case .nineMonths: return ReportingPeriod(year: year, part: .quarter(4))
        case .wholeYear: return ReportingPeriod(year: year + 1, part: .wholeYear)
        case .term(1): return ReportingPeriod(year: year, part: .term(2))
        case .term: return ReportingPeriod(year: year + 1, part: .term(1))
        case .schoolYear: return ReportingPeriod(year: year + 1, part: .schoolYear)
        case .phase(let phase): return ReportingPeriod(year: year, part: .phase(phase + 1))
        case .topic, .occasion, .days:
            return ReportingPeriod(year: year, part: part, ownName: "thời gian tới")
        }
    }

    /// The same part of the year before; where there is no 53rd week that is none, nor for a phase.
    var periodToCompare: ReportingPeriod? {
        if case .week(let week) = part, week > CalendarDate.weekCount(of: year - 1) { return nil }
        return isOfSeveralYears ? nil : samePeriodLastYear
    }

    private var samePeriodLastYear: ReportingPeriod {
        guard case .days(let first, let last) = part else {
            return ReportingPeriod(year: year - 1, part: part)
        }
        return ReportingPeriod(
            year: year - 1, part: .days(first.movedToYear(first.year - 1), last.movedToYear(last.year - 1)))
    }

    /// Whether it runs over years, so that none before it is the same.
    var isOfSeveralYears: Bool { if case .phase = part { true } else { false } }

    /// The calendar months of its year that it touches, from 1 to 12.
    public var months: ClosedRange<Int> {
        switch part {
        case .month(let month): return month...month
        case .quarter(let quarter): return (3 * quarter - 2)...(3 * quarter)
        case .firstHalf: return 1...6
        case .secondHalf: return 7...12
        case .nineMonths: return 1...9
        case .wholeYear, .phase, .topic, .occasion: return 1...12
        case .week, .term, .schoolYear, .days:
            let days = days(.calendar)
            let first = days.lowerBound.year < year ? 1 : days.lowerBound.month
            let last = days.upperBound.year > year ? 12 : days.upperBound.month
            return first...max(first, last)
        }
    }
}

extension ReportingPeriod.Part {
    /// Reads what stands behind the year: `Q1`, `03`, `W07`.
    fileprivate init?(_ text: String, of year: Int) {
        func number(_ range: ClosedRange<Int>, behind prefix: String) -> Int? {
            guard text.hasPrefix(prefix) else { return nil }
            let digits = text.dropFirst(prefix.count)
            guard (1...2).contains(digits.count), digits.allSatisfy(\.isASCIIDigit), let number = Int(digits),
                range.contains(number)
            else { return nil }
            return number
        }
        switch text {
        case "H1": self = .firstHalf
        case "H2": self = .secondHalf
        case "9M": self = .nineMonths
        case "NH": self = .schoolYear
        default:
            if let quarter = number(1...4, behind: "Q") {
                self = .quarter(quarter)
            } else if let week = number(1...CalendarDate.weekCount(of: year), behind: "W") {
                self = .week(week)
            } else if let term = number(1...3, behind: "HK") {
                self = .term(term)
            } else if let phase = number(1...20, behind: "GD") {
                self = .phase(phase)
            } else if let topic = number(1...99, behind: "CD") {
                self = .topic(topic)
            } else if let occasion = number(1...99, behind: "DX") {
                self = .occasion(occasion)
            } else if let month = number(1...12, behind: "") {
                self = .month(month)
            } else {
                return nil
            }
        }
    }
}
