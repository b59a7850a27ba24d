internal import DataFiles
internal import Diagnostics

extension ReportSettings {
    /// `outline` is the one that the file names.
    init(_ file: ReportFile, _ outline: Outline?) {
        addressees = file.addressees
        body = outline?.body
        legalBases = file.legalBases
        subject = file.subject
        lead = file.lead
        closing = file.closing
        switch file.counting {
        case .calendar: cutOff = .calendar
        case .decree, nil: cutOff = .closingDay(file.closingDay.value ?? 14)
        }
        sendingDay = file.sendingDay ?? 25
        holidays = file.holidays
        distribution = Distribution(file.distribution)
        periods = Dictionary(
            file.periods.compactMap { texts in
                texts.period.value.map { ($0, PeriodTexts(texts, year: $0.year, outline)) }
            }, uniquingKeysWith: { first, _ in first })
    }
}

extension ReportSettings.PeriodTexts {
    init(_ texts: ReportFile.Period, year: Int, _ outline: Outline?) {
        issue = Issue(texts.issue, defaultYear: year)
        addressees = texts.addressees
        subject = texts.subject
        lead = texts.lead
        closing = texts.closing
        recipients = texts.distribution.recipients
        filing = texts.distribution.filing
        signatory = texts.distribution.signatory
        legalBases = texts.legalBases
        results = Dictionary(texts.results.map { ($0.workItem, $0.paragraphs) }, uniquingKeysWith: +)
        strengths = texts.strengths
        difficulties = texts.difficulties
        causes = texts.causes
        nextTasks = texts.nextTasks
        proposals = texts.proposals
        sections = texts.sections
        levels = texts.levels
        slots = Dictionary(
            (outline?.slots.keys ?? []).compactMap { key in texts.slots[key].map { (key, $0) } },
            uniquingKeysWith: { first, _ in first })
    }
}

/// What the reports' settings must agree on.
func reportFaults(_ file: ReportFile, duration: ClosedRange<Int>?) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    var seen: [ReportingPeriod: Place] = [:]
    for texts in file.periods {
        faults += texts.issue.faults
        guard case .given(let period) = texts.period else { continue }
        if let first = seen[period.value] {
            faults.append(.duplicatePeriod(period.value, first: first, at: period.place))
        } else {
            seen[period.value] = period.place
        }
        if let duration, !duration.contains(period.year) {
            faults.append(.outsideDuration(period.name, duration, at: period.place))
        }
    }
    if file.counting == .calendar, let place = file.closingDay.place {
        faults.append(.closingDayOfCalendar(at: place))
    }
    return faults
}
