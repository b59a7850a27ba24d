internal import FoundationEssentials
internal import VietnameseText

/// The day it is in Việt Nam: the one place where a clock is read.
enum Today {
    /// The day of `SOURCE_DATE_EPOCH` where the environment has it, so that a run can be repeated.
    static func date(_ environment: [String: String]) -> CalendarDate? {
        let given = environment["SOURCE_DATE_EPOCH"].flatMap(Int.init)
        return date(secondsSince1970: given ?? Int(Date().timeIntervalSince1970))
    }

    /// Clocks in Việt Nam are seven hours ahead, the year round.
    private static func date(secondsSince1970 seconds: Int) -> CalendarDate? {
        guard let epoch = CalendarDate(year: 1970, month: 1, day: 1), seconds.magnitude < 400_000_000_000
        else { return nil }
        let hours = Int((Double(seconds) / 3600).rounded(.down)) + 7
        return epoch.adding(days: Int((Double(hours) / 24).rounded(.down)))
    }
}
