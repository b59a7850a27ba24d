public import VietnameseText

/// Kỳ báo cáo: the part of a year that a report covers.
public struct ReportingPeriod: Hashable, Sendable {
    public let year: Int
    public let part: Part

    /// Which part of the year.
    public enum Part: Hashable, Sendable {
        case month(Int)
        case quarter(Int)
        case firstHalf
        case secondHalf
        case nineMonths
        case wholeYear
    }

    public init(year: Int, part: Part) {
        self.year = year
        self.part = part
    }

    /// Reads `2021-03`, `2021-Q1`, `2021-H1`, `2021-H2`, `2021-9M`, `2021`; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts[0].count == 4, parts[0].allSatisfy(\.isASCIIDigit),
            let year = Int(parts[0]), (1945...2199).contains(year)
        else { return nil }
        guard parts.count == 2 else {
            self.init(year: year, part: .wholeYear)
            return
        }
        switch parts[1].uppercased() {
        case "Q1": self.init(year: year, part: .quarter(1))
        case "Q2": self.init(year: year, part: .quarter(2))
        case "Q3": self.init(year: year, part: .quarter(3))
        case "Q4": self.init(year: year, part: .quarter(4))
        case "H1": self.init(year: year, part: .firstHalf)
        case "H2": self.init(year: year, part: .secondHalf)
        case "9M": self.init(year: year, part: .nineMonths)
        case let month:
            guard (1...2).contains(month.count), month.allSatisfy(\.isASCIIDigit), let number = Int(month),
                (1...12).contains(number)
            else { return nil }
            self.init(year: year, part: .month(number))
        }
    }

    /// The form that `init(_:)` reads: `2021-Q1`.
    public var code: String {
        switch part {
        case .month(let month): "\(year)-\(month < 10 ? "0" : "")\(month)"
        case .quarter(let quarter): "\(year)-Q\(quarter)"
        case .firstHalf: "\(year)-H1"
        case .secondHalf: "\(year)-H2"
        case .nineMonths: "\(year)-9M"
        case .wholeYear: "\(year)"
        }
    }

    /// The name in a sentence: `quý I năm 2021`.
    public var name: String {
        switch part {
        case .month(let month): "tháng \(month) năm \(year)"
        case .quarter(let quarter): "quý \(["I", "II", "III", "IV"][quarter - 1]) năm \(year)"
        case .firstHalf: "6 tháng đầu năm \(year)"
        case .secondHalf: "6 tháng cuối năm \(year)"
        case .nineMonths: "9 tháng năm \(year)"
        case .wholeYear: "năm \(year)"
        }
    }

    /// The period whose tasks a report of this one announces.
    public var next: ReportingPeriod {
        switch part {
        case .month(12): ReportingPeriod(year: year + 1, part: .month(1))
        case .month(let month): ReportingPeriod(year: year, part: .month(month + 1))
        case .quarter(4): ReportingPeriod(year: year + 1, part: .quarter(1))
        case .quarter(let quarter): ReportingPeriod(year: year, part: .quarter(quarter + 1))
        case .firstHalf: ReportingPeriod(year: year, part: .secondHalf)
        case .secondHalf: ReportingPeriod(year: year + 1, part: .firstHalf)
        case .nineMonths: ReportingPeriod(year: year, part: .quarter(4))
        case .wholeYear: ReportingPeriod(year: year + 1, part: .wholeYear)
        }
    }

    /// The same part of the year before.
    public var samePeriodLastYear: ReportingPeriod { ReportingPeriod(year: year - 1, part: part) }

    /// The calendar months it is named after, from 1 to 12.
    public var months: ClosedRange<Int> {
        switch part {
        case .month(let month): month...month
        case .quarter(let quarter): (3 * quarter - 2)...(3 * quarter)
        case .firstHalf: 1...6
        case .secondHalf: 7...12
        case .nineMonths: 1...9
        case .wholeYear: 1...12
        }
    }

    /// First and last day whose figures belong to the period.
    public func days(_ cutOff: CutOff) -> ClosedRange<CalendarDate> {
        cutOff.days(ofMonths: months, in: year)
    }

    /// From the first day of the reporting year to the period's last.
    public func daysSinceStartOfYear(_ cutOff: CutOff) -> ClosedRange<CalendarDate> {
        cutOff.days(ofMonths: 1...months.upperBound, in: year)
    }
}

/// Thời gian chốt số liệu: where one period ends and the next begins.
public enum CutOff: Hashable, Sendable {
    /// The months of a period end on this day of the month (from 1 to 27) and begin on the day after it; 14 is the decree's.
    case closingDay(Int)
    /// Calendar months.
    case calendar

    /// The figures of these months: for the decree's day, from the 15th of the month before to the 14th of the last.
    func days(ofMonths months: ClosedRange<Int>, in year: Int) -> ClosedRange<CalendarDate> {
        let first: CalendarDate?
        let last: CalendarDate?
        switch self {
        case .closingDay(let day):
            let start = months.lowerBound == 1 ? (year - 1, 12) : (year, months.lowerBound - 1)
            first = CalendarDate(year: start.0, month: start.1, day: day + 1)
            last = CalendarDate(year: year, month: months.upperBound, day: day)
        case .calendar:
            let length = CalendarDate.length(ofMonth: months.upperBound, in: year)
            first = CalendarDate(year: year, month: months.lowerBound, day: 1)
            last = CalendarDate(year: year, month: months.upperBound, day: length)
        }
        guard let first, let last else {
            preconditionFailure("a closing day runs from 1 to 27, a year from 1945 to 2199")
        }
        return first...last
    }
}
