/// How periodic reports are addressed and worded.
public struct ReportSettings: Hashable, Sendable {
    public let addressees: [String]
    /// Sentences with `{ky}`, `{ky_sau}` and `{nam}`.
    public let subject: String
    public let lead: String
    public let closing: String
    public let cutOff: CutOff
    public let distribution: Distribution
    public let periods: [ReportingPeriod: PeriodTexts]

    /// What a clerk writes for one period.
    public struct PeriodTexts: Hashable, Sendable {
        public let issue: Issue
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
    }
}
