/// How periodic reports are addressed and worded.
package struct ReportSettings: Hashable, Sendable {
    package let addressees: [String]
    /// Sentences with `{ky}`, `{ky_sau}` and `{nam}`.
    package let subject: String
    package let lead: String
    package let closing: String
    package let cutOff: CutOff
    package let distribution: Distribution
    package let periods: [ReportingPeriod: PeriodTexts]

    /// What a clerk writes for one period.
    package struct PeriodTexts: Hashable, Sendable {
        package let issue: Issue
        /// Further paragraphs of results, by the code of the work item.
        package let results: [String: [String]]
        package let strengths: [String]
        /// Khó khăn, hạn chế.
        package let difficulties: [String]
        package let causes: [String]
        package let nextTasks: [String]
        package let proposals: [String]
    }
}
