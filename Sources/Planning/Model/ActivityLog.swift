public import FoundationEssentials
public import VietnameseText

/// Nhật ký hoạt động.
public struct ActivityLog: Hashable, Sendable {
    public let entries: [Entry]

    public init(_ entries: [Entry]) { self.entries = entries }

    /// One thing that was done.
    public struct Entry: Hashable, Sendable {
        public let date: CalendarDate
        /// By code, like the other references.
        public let unit: String
        public let workItem: String?
        public let channel: String?
        public let indicator: String?
        public let amount: ReportedNumber?
        public let note: String?
    }
}

/// What a log says of an indicator; an absent one means that nobody reported.
public enum ReportedNumber: Hashable, Sendable {
    /// Zero is a number too.
    case number(Decimal)
    /// Không phát sinh.
    case nothingArose
}
