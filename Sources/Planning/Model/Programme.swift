internal import Values
public import VietnameseText

/// Kế hoạch (nhiều năm): the multi-year programme.
public struct Programme: Hashable, Sendable {
    let kind: DocumentKind
    public let issue: Issue
    /// Trích yếu, line by line.
    public let subject: [String]
    let legalBases: [String]
    /// The instruction that the programme carries out.
    public let instruction: String?
    let lead: WrittenText?
    let purpose: [WrittenText]
    let requirements: [WrittenText]
    public let scope: Scope
    public let duration: ClosedRange<Int>
    /// Whether the years are those of one school year.
    let isSchoolYear: Bool
    public let phases: [Phase]
    public let workItems: [WorkItem]
    /// Giải pháp, each with its paragraphs.
    let measures: [[WrittenText]]
    let funding: [WrittenText]
    public let assignments: [Assignment]
    let closing: WrittenText?
    public let distribution: Distribution
    public let annual: [Int: AnnualTexts]
    /// What its body is made of.
    let body: OutlineBody
    /// Whether that is the outline of plans of several years.
    let followsUsualOutline: Bool
    /// What its file says under the outline's own keys.
    let slots: [String: Value]
    let appendices: [OutlineAppendix]
    let decision: Decision?

    /// The items with those under them.
    var everyWorkItem: [WorkItem] { workItems.flatMap(\.all) }

    /// The one year that the plan is of; nil for a plan of several.
    var onlyYear: Int? { duration.count == 1 || isSchoolYear ? duration.lowerBound : nil }

    /// Quyết định ban hành.
    struct Decision: Hashable, Sendable {
        let issue: Issue
        let subject: [String]?
        let authority: String
        let legalBases: [String]
        let articles: [WrittenText]
        let execution: String
        let distribution: Distribution
    }

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
        let text: WrittenText
        public let span: TimeSpan?
    }

    /// What the annual plan of one year says otherwise than the programme.
    public struct AnnualTexts: Hashable, Sendable {
        public let issue: Issue
        public let subject: [String]?
        let lead: WrittenText?
        let closing: WrittenText?
        public let recipients: [String]?
        public let filing: String?
        public let signatory: String?
    }
}

/// Nội dung công việc.
public struct WorkItem: Hashable, Sendable {
    public let code: String
    public let title: String
    let paragraphs: [WrittenText]
    public let span: TimeSpan
    /// The sentence about the time, where the text has its own.
    public let timeSentence: String?
    /// Đơn vị chủ trì, by code.
    public let leadUnits: [String]
    /// Đơn vị phối hợp, by code.
    public let supportingUnits: [String]
    /// Sản phẩm, kết quả.
    public let result: String?
    /// When in the year, year by year.
    public let milestones: [Int: String]
    /// When in the plan's only year.
    let deadline: String?
    /// Việc cụ thể.
    let items: [WorkItem]
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

extension WorkItem {
    /// It and those under it.
    var all: [WorkItem] { [self] + items.flatMap(\.all) }

    /// When in that year, as it was written.
    func time(in year: Int) -> String? { milestones[year] ?? deadline }
}
