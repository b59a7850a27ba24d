package import FoundationEssentials
internal import VietnameseText

/// Nhật ký hoạt động, folded while it was read: sums by unit, task, indicator and day, and what was noted in words.
package struct ActivityLog: Hashable, Sendable {
    /// How many rows it has.
    package internal(set) var rowCount = 0
    /// In the order in which they first appeared.
    var series: [Series] = []
    /// Rows that only say what was done, in the order of the log.
    var notes: [Note] = []

    package var isEmpty: Bool { rowCount == 0 }

    /// What was reported of one indicator from one place.
    struct Series: Hashable, Sendable {
        let indicator: String
        let unit: String
        /// The task the rows were noted under; not told apart for what is counted at the end of a period.
        let workItem: String?
        /// Told apart only for what is counted at the end of a period.
        let channel: String?
        /// Day by day, each once.
        var days: [Day] = []
    }

    /// A day's figure: the sum of a flow, the last value of a stock.
    struct Day: Hashable, Sendable {
        /// As `CalendarDate.ordinal` counts: a log has many of them.
        let ordinal: Int32
        /// Nil for không phát sinh, which leaves a stock as it was.
        var number: Decimal?
    }

    struct Note: Hashable, Sendable {
        let date: CalendarDate
        let unit: String
        let workItem: String?
        let text: String
    }
}

/// What a log says of an indicator; an absent one means that nobody reported.
package enum ReportedNumber: Hashable, Sendable {
    /// Zero is a number too.
    case number(Decimal)
    /// Không phát sinh.
    case nothingArose
}
