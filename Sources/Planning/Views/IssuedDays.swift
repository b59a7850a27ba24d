package import VietnameseText

// The number and date of each document, by which its regulation is chosen.
extension Workspace {
    /// Those of what is signed: the decision, where the plan is issued with one.
    package var planIssue: Issue { programme.decision?.issue ?? programme.issue }

    package func annualPlanIssue(of year: Int) -> Issue {
        programme.annual[year]?.issue ?? Issue(number: nil, date: nil, year: year)
    }

    /// Nil where there is no estimate of the year.
    package func budgetIssue(of year: Int) -> Issue? { estimates[year]?.proposal?.issue }

    package func reportIssue(of period: ReportingPeriod) -> Issue {
        reports?.periods[period]?.issue ?? Issue(number: nil, date: nil, year: period.year)
    }

    package var handoverIssue: Issue { programme.handover.issue }

    /// Nil where the plan's file says nothing of a submission.
    package var submissionIssue: Issue? { programme.submission?.issue }

    package var amendmentIssue: Issue { programme.amendment.issue }
}

extension Issue {
    /// The day of the document; of a draft the last one that it can be of.
    package var lastPossibleDay: CalendarDate? {
        date
            ?? [31, 30, 29, 28].lazy.compactMap { CalendarDate(year: year, month: month ?? 12, day: $0) }
            .first
    }
}
