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
        public let results: [String: [String]]
        public let strengths: [String]
        /// Khó khăn, hạn chế.
        public let difficulties: [String]
        public let causes: [String]
        public let nextTasks: [String]
        public let proposals: [String]
    }
}
