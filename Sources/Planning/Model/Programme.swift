public import VietnameseText

/// Kế hoạch (nhiều năm): the multi-year programme.
public struct Programme: Hashable, Sendable {
    public let issue: Issue
    /// Trích yếu, line by line.
    public let subject: [String]
    /// The instruction that the programme carries out.
    public let instruction: String
    public let lead: String?
    public let purpose: [String]
    public let requirements: [String]
    public let scope: Scope
    public let duration: ClosedRange<Int>
    public let phases: [Phase]
    public let workItems: [WorkItem]
    /// Giải pháp, each with its paragraphs.
    public let measures: [[String]]
    public let funding: [String]
    public let assignments: [Assignment]
    public let closing: String?
    public let distribution: Distribution
    public let annual: [Int: AnnualTexts]

    /// Phạm vi.
    public struct Scope: Hashable, Sendable {
        public let description: String
        public let channels: [Channel]
    }

    /// Kênh: a page or site within the scope.
    public struct Channel: Hashable, Sendable {
        public let code: String
        public let name: String
        public let kind: String?
        public let address: String?
        public let span: TimeSpan?
    }

    /// Giai đoạn; the number is its place in the list.
    public struct Phase: Hashable, Sendable {
        public let number: Int
        public let years: ClosedRange<Int>
    }

    /// Phân công: what one unit, or a group of them, has to do.
    public struct Assignment: Hashable, Sendable {
        public let name: String
        public let duties: [Duty]
    }

    /// Nhiệm vụ; without a span it lasts as long as the programme.
    public struct Duty: Hashable, Sendable {
        public let text: String
        public let span: TimeSpan?
    }

    /// What the annual plan of one year says otherwise than the programme.
    public struct AnnualTexts: Hashable, Sendable {
        public let issue: Issue
        public let subject: [String]?
        public let lead: String?
        public let closing: String?
        public let recipients: [String]?
        public let filing: String?
        public let signatory: String?
    }
}

/// Nội dung công việc.
public struct WorkItem: Hashable, Sendable {
    public let code: String
    public let title: String
    public let paragraphs: [String]
    public let span: TimeSpan
    /// The sentence about the time, where the text has its own.
    public let timeSentence: String?
    /// Đơn vị chủ trì, by code.
    public let leadUnit: String?
    /// Đơn vị phối hợp, by code.
    public let supportingUnits: [String]
    /// Sản phẩm, kết quả.
    public let result: String?
    /// When in the year, year by year.
    public let milestones: [Int: String]
    /// Kinh phí, year by year, where it is stated in the programme itself.
    public let costs: [Int: Money]
    /// Whether the item is said to need no money.
    public let needsMoney: Bool
}

/// Số và ngày ban hành; a draft has neither.
public struct Issue: Hashable, Sendable {
    public let number: Int?
    public let date: CalendarDate?
    /// The year that is printed even without a day.
    public let year: Int

    public init(number: Int?, date: CalendarDate?, year: Int) {
        self.number = number
        self.date = date
        self.year = year
    }
}

/// Nơi nhận, lưu và người ký.
public struct Distribution: Hashable, Sendable {
    public let recipients: [String]
    public let filing: String
    /// Code of the leader who signs.
    public let signatory: String

    public init(recipients: [String], filing: String, signatory: String) {
        self.recipients = recipients
        self.filing = filing
        self.signatory = signatory
    }
}
