internal import Values
package import VietnameseText

/// Kế hoạch (nhiều năm): the multi-year programme.
package struct Programme: Hashable, Sendable {
    let kind: DocumentKind
    /// What it is called, where that is no kind that is known here.
    let typeName: String?
    package let issue: Issue
    /// Trích yếu, line by line.
    package internal(set) var subject: [String]
    /// Kính gửi.
    var addressees: [String]
    /// Thẩm quyền ban hành, of a decision.
    var authority: String?
    let legalBases: [WrittenText]
    /// The instruction that the programme carries out.
    package internal(set) var instruction: String?
    let lead: WrittenText?
    let purpose: [WrittenText]
    let requirements: [WrittenText]
    package internal(set) var scope: Scope
    package let duration: ClosedRange<Int>
    /// Whether the years are those of one school year.
    let isSchoolYear: Bool
    package internal(set) var phases: [Phase]
    package internal(set) var workItems: [WorkItem]
    /// Giải pháp, each with its paragraphs.
    let measures: [[WrittenText]]
    let funding: [WrittenText]
    package internal(set) var assignments: [Assignment]
    let closing: WrittenText?
    package internal(set) var distribution: Distribution
    package internal(set) var annual: [Int: AnnualTexts]
    /// What its body is made of.
    let body: OutlineBody
    /// Whether that is the outline of plans of several years.
    let followsUsualOutline: Bool
    /// What its file says under the outline's own keys.
    let slots: [String: Value]
    let appendices: [OutlineAppendix]
    var decision: Decision?
    var handover: Handover
    package internal(set) var submission: Submission?
    package let amendment: Amendment
    /// Cùng ban hành: the other agency of a joint plan.
    let partner: Partner?

    /// Tên loại, as it stands in a sentence.
    var kindName: String { typeName ?? kind.name }

    /// The items with those under them.
    var everyWorkItem: [WorkItem] { workItems.flatMap(\.all) }

    /// Whether who does a task, and what comes of it, stands under its heading: not in plans of several years, whose own plans of a year have a
    /// table of it, and not beside a table of the tasks.
    var saysWhoUnderTasks: Bool {
        !followsUsualOutline && !body.sections.contains(where: \.hasTaskTable)
            && !appendices.contains {
                $0.blocks.contains(where: \.isTaskTable) || $0.sections.contains(where: \.hasTaskTable)
            }
    }

    /// The one year that the plan is of; nil for a plan of several.
    var onlyYear: Int? { duration.count == 1 || isSchoolYear ? duration.lowerBound : nil }

    /// Công văn giao nhiệm vụ.
    struct Handover: Hashable, Sendable {
        let issue: Issue
        var subject: [String]?
        let closing: WrittenText?
        var distribution: Distribution
    }

    /// Tờ trình that asks for the plan to be issued.
    package struct Submission: Hashable, Sendable {
        package let issue: Issue
        var subject: [String]?
        var addressees: [String]
        let legalBases: [WrittenText]
        let lead: WrittenText?
        let necessity: [WrittenText]
        let preparation: [WrittenText]
        let contents: [WrittenText]
        let requests: [WrittenText]
        /// Parts of its own, in the place of the outline's.
        let sections: [OutlineSection]
        let levels: [OutlineLevel]?
        let closing: WrittenText?
        var distribution: Distribution
    }

    /// What amends the plan as it was issued before.
    package struct Amendment: Hashable, Sendable {
        package let issue: Issue
        let subject: [String]?
        let legalBases: [WrittenText]
        let lead: WrittenText?
        let closing: WrittenText?
        let distribution: Distribution
    }

    /// The agency that issues the plan together with the workspace's own, and who signs for it.
    struct Partner: Hashable, Sendable {
        let name: String
        let fullName: String
        let abbreviation: String
        let parentName: String?
        let signatory: Agency.Leader
    }

    /// Quyết định ban hành.
    struct Decision: Hashable, Sendable {
        let issue: Issue
        var subject: [String]?
        var authority: String
        let legalBases: [WrittenText]
        let articles: [WrittenText]
        var execution: String
        var distribution: Distribution
    }

    /// Phạm vi.
    package struct Scope: Hashable, Sendable {
        package internal(set) var description: String
        package internal(set) var channels: [Channel]
    }

    /// Kênh: a page or site within the scope.
    package struct Channel: Hashable, Sendable {
        package let code: String
        package internal(set) var name: String
        package let kind: String?
        package let address: String?
        package let span: TimeSpan?
    }

    /// Giai đoạn; the number is its place in the list.
    package struct Phase: Hashable, Sendable {
        package let number: Int
        /// What it is called, such as `khởi động`.
        package internal(set) var name: String?
        package let years: ClosedRange<Int>
        /// Mục tiêu của giai đoạn.
        package internal(set) var goals: [String]
    }

    /// Phân công: what one unit, or a group of them, has to do.
    package struct Assignment: Hashable, Sendable {
        package internal(set) var name: String
        package let duties: [Duty]
    }

    /// Nhiệm vụ; without a span it lasts as long as the programme.
    package struct Duty: Hashable, Sendable {
        let text: WrittenText
        package let span: TimeSpan?
    }

    /// What the annual plan of one year says otherwise than the programme.
    package struct AnnualTexts: Hashable, Sendable {
        package let issue: Issue
        package internal(set) var subject: [String]?
        let lead: WrittenText?
        let closing: WrittenText?
        package internal(set) var recipients: [String]?
        package let filing: String?
        package let signatory: String?
    }
}

/// Nội dung công việc.
package struct WorkItem: Hashable, Sendable {
    package let code: String
    package internal(set) var title: String
    let paragraphs: [WrittenText]
    package let span: TimeSpan
    /// The sentence about the time, where the text has its own.
    package internal(set) var timeSentence: String?
    /// Đơn vị chủ trì, by code.
    package let leadUnits: [String]
    /// Đơn vị phối hợp, by code.
    package let supportingUnits: [String]
    /// Sản phẩm, kết quả.
    package internal(set) var result: String?
    /// Ghi chú, or who watches over it.
    let note: String?
    /// When in the year, year by year.
    package internal(set) var milestones: [Int: String]
    /// When in the plan's only year.
    var deadline: String?
    /// Việc cụ thể.
    var items: [WorkItem]
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
    /// The month that is printed where there is no day yet.
    package let month: Int?
    /// Ký hiệu, where it is not made from the kind and the agency's abbreviation.
    package let code: String?

    package init(number: Int?, date: CalendarDate?, year: Int, month: Int? = nil, code: String? = nil) {
        self.number = number
        self.date = date
        self.year = year
        self.month = month
        self.code = code
    }
}

/// Nơi nhận, lưu và người ký.
package struct Distribution: Hashable, Sendable {
    package internal(set) var recipients: [String]
    package let filing: String
    /// Code of the leader who signs.
    package let signatory: String

    package init(recipients: [String], filing: String, signatory: String) {
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
