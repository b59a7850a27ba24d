package import VietnameseText

/// Kế hoạch (nhiều năm): the multi-year programme.
package struct Programme: Hashable, Sendable {
    package let issue: Issue
    /// Trích yếu, line by line.
    package let subject: [String]
    /// The instruction that the programme carries out.
    package let instruction: String
    package let lead: String?
    package let purpose: [String]
    package let requirements: [String]
    package let scope: Scope
    package let duration: ClosedRange<Int>
    package let phases: [Phase]
    package let workItems: [WorkItem]
    /// Giải pháp, each with its paragraphs.
    package let measures: [[String]]
    package let funding: [String]
    package let assignments: [Assignment]
    package let closing: String?
    package let distribution: Distribution
    package let annual: [Int: AnnualTexts]

    /// Phạm vi.
    package struct Scope: Hashable, Sendable {
        package let description: String
        package let channels: [Channel]
    }

    /// Kênh: a page or site within the scope.
    package struct Channel: Hashable, Sendable {
        package let code: String
        package let name: String
        package let kind: String?
        package let address: String?
        package let span: TimeSpan?
    }

    /// Giai đoạn; the number is its place in the list.
    package struct Phase: Hashable, Sendable {
        package let number: Int
        package let years: ClosedRange<Int>
    }

    /// Phân công: what one unit, or a group of them, has to do.
    package struct Assignment: Hashable, Sendable {
        package let name: String
        package let duties: [Duty]
    }

    /// Nhiệm vụ; without a span it lasts as long as the programme.
    package struct Duty: Hashable, Sendable {
        package let text: String
        package let span: TimeSpan?
    }

    /// What the annual plan of one year says otherwise than the programme.
    package struct AnnualTexts: Hashable, Sendable {
        package let issue: Issue
        package let subject: [String]?
        package let lead: String?
        package let closing: String?
        package let recipients: [String]?
        package let filing: String?
        package let signatory: String?
    }
}

/// Nội dung công việc.
package struct WorkItem: Hashable, Sendable {
    package let code: String
    package let title: String
    package let paragraphs: [String]
    package let span: TimeSpan
    /// The sentence about the time, where the text has its own.
    package let timeSentence: String?
    /// Đơn vị chủ trì, by code.
    package let leadUnit: String?
    /// Đơn vị phối hợp, by code.
    package let supportingUnits: [String]
    /// Sản phẩm, kết quả.
    package let result: String?
    /// When in the year, year by year.
    package let milestones: [Int: String]
    /// Kinh phí, year by year, where it is stated in the programme itself.
    package let costs: [Int: Money]
    /// Whether the item is said to need no money.
    package let needsMoney: Bool
}

/// Số và ngày ban hành; a draft has neither.
package struct Issue: Hashable, Sendable {
    package let number: Int?
    package let date: CalendarDate?
    /// The year that is printed even without a day.
    package let year: Int

    package init(number: Int?, date: CalendarDate?, year: Int) {
        self.number = number
        self.date = date
        self.year = year
    }
}

/// Nơi nhận, lưu và người ký.
package struct Distribution: Hashable, Sendable {
    package let recipients: [String]
    package let filing: String
    /// Code of the leader who signs.
    package let signatory: String

    package init(recipients: [String], filing: String, signatory: String) {
        self.recipients = recipients
        self.filing = filing
        self.signatory = signatory
    }
}
