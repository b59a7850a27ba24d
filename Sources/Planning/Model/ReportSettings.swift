internal import Values
internal import VietnameseText

/// What a report draws of its figures.
enum ReportChart: Hashable, Sendable {
    /// Planned against done.
    case plan
    /// By month.
    case months
    /// The year's tasks, each over its months.
    case schedule
}

/// How periodic reports are addressed and worded.
package struct ReportSettings: Hashable, Sendable {
    package let addressees: [String]
    /// The body of the outline that the file names; nil for the one that comes with the program.
    let body: OutlineBody?
    /// Those of every period that names none of its own.
    let legalBases: [WrittenText]
    /// Sentences with `{ky}`, `{ky_sau}` and `{nam}`.
    package let subject: String
    package let lead: String
    package let closing: String
    package let cutOff: CutOff
    /// The day of the period's last month by which a report is to be sent.
    let sendingDay: Int
    /// Days off besides those of the law.
    let holidays: [CalendarDate]
    package let distribution: Distribution
    let charts: [ReportChart]
    package let periods: [ReportingPeriod: PeriodTexts]

    /// What a report is made for.
    enum Occasion: Hashable, Sendable {
        /// Định kỳ.
        case periodic
        /// Sơ kết.
        case interim
        /// Tổng kết.
        case final
    }

    /// What a clerk writes for one period.
    package struct PeriodTexts: Hashable, Sendable {
        package let issue: Issue
        /// The days whose figures it has, where they are not the usual ones.
        let days: ClosedRange<CalendarDate>?
        /// By when it is to be sent, likewise.
        let due: CalendarDate?
        let occasion: Occasion
        /// What the period's report says otherwise than the others.
        let addressees: [String]?
        let subject: [String]?
        let lead: WrittenText?
        let closing: WrittenText?
        let recipients: [String]?
        let filing: String?
        let signatory: String?
        let legalBases: [WrittenText]
        /// Further paragraphs of results, by the code of the work item.
        let results: [String: [WrittenText]]
        let strengths: [WrittenText]
        /// Khó khăn, hạn chế.
        let difficulties: [WrittenText]
        let causes: [WrittenText]
        let nextTasks: [WrittenText]
        let proposals: [WrittenText]
        /// Parts of its own, in the place of the outline's.
        let sections: [OutlineSection]
        let levels: [OutlineLevel]?
        /// What the outline's own keys say.
        let slots: [String: Value]
    }
}
