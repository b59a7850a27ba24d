package import FoundationEssentials
package import VietnameseText

/// Nhật ký hoạt động.
package struct ActivityLog: Hashable, Sendable {
    package let entries: [Entry]

    package init(_ entries: [Entry]) { self.entries = entries }

    /// One thing that was done.
    package struct Entry: Hashable, Sendable {
        package let date: CalendarDate
        /// By code, like the other references.
        package let unit: String
        package let workItem: String?
        package let channel: String?
        package let indicator: String?
        package let amount: ReportedNumber?
        package let note: String?
    }
}

/// What a log says of an indicator; an absent one means that nobody reported.
package enum ReportedNumber: Hashable, Sendable {
    /// Zero is a number too.
    case number(Decimal)
    /// Không phát sinh.
    case nothingArose
}
