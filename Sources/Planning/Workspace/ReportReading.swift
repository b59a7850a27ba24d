internal import DataFiles
internal import Diagnostics
internal import VietnameseText

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
        charts = file.charts
        periods = Dictionary(
            file.periods.compactMap { texts in
                texts.period.value.map { period in
                    let named = ReportingPeriod(year: period.year, part: period.part, ownName: texts.name)
                    return (named, PeriodTexts(texts, year: period.year, outline))
                }
            }, uniquingKeysWith: { first, _ in first })
    }
}

extension ReportSettings.PeriodTexts {
    init(_ texts: ReportFile.Period, year: Int, _ outline: Outline?) {
        issue = Issue(texts.issue, defaultYear: year)
        if let first = texts.first.value, let last = texts.last.value, first <= last {
            days = first...last
        } else {
            days = nil
        }
        due = texts.due
        occasion = texts.occasion ?? .periodic
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

/// What is wrong with the days of a period.
private func rangeFaults(_ texts: ReportFile.Period, _ period: ReportingPeriod, at place: Place)
    -> [Diagnostic]
{
    switch (texts.first, texts.last) {
    case (.given(let first), .given(let last)):
        return first.value <= last.value ? [] : [.periodReversed(first.value, last.value, at: last.place)]
    case (.given(let day), .leftOut), (.leftOut, .given(let day)): return [.periodHalfOpen(at: day.place)]
    default: return period.hasNoDays ? [.periodWithoutDays(period, at: place.location)] : []
    }
}

extension ReportingPeriod {
    /// Whether only a workspace can say which days it has.
    fileprivate var hasNoDays: Bool {
        switch part {
        case .topic, .occasion: true
        default: false
        }
    }
}

extension ReportSettings {
    /// The period as the workspace calls it, and the cut-off that tells its days.
    func resolved(_ period: ReportingPeriod, _ given: CutOff?, phases: [Programme.Phase]) throws(Failure) -> (
        period: ReportingPeriod, cutOff: CutOff
    ) {
        let usual = given ?? cutOff
        let named = periods.keys.first { $0 == period } ?? period
        func written(_ days: ClosedRange<CalendarDate>, since: CalendarDate? = nil) -> CutOff {
            .written(days, since: min(since ?? days.lowerBound, days.lowerBound), year: period.year)
        }
        let own = periods[period]?.days
        switch period.part {
        case .topic, .occasion:
            guard let own else { throw Failure(.periodWithoutDays(period, at: .file("bao-cao.yaml"))) }
            return (named, written(own))
        case .phase(let number):
            if let own { return (named, written(own)) }
            guard let years = phases.first(where: { $0.number == number })?.years else {
                throw Failure(.noSuchPhase(number, known: phases.count))
            }
            let first = CutOff.calendar.days(ofMonths: 1...12, in: years.lowerBound).lowerBound
            return (
                named,
                written(first...CutOff.calendar.days(ofMonths: 1...12, in: years.upperBound).upperBound)
            )
        case .schoolYear: return (named, own.map { written($0) } ?? usual)
        case .term:
            let start = ReportingPeriod(year: period.year, part: .term(1))
            let since = periods[start]?.days?.lowerBound
            let days = own ?? period.days(usual)
            return (named, written(days, since: since ?? period.daysSinceStartOfYear(usual).lowerBound))
        case .week, .month, .quarter, .firstHalf, .secondHalf, .nineMonths, .wholeYear, .days:
            let since = period.daysSinceStartOfYear(usual).lowerBound
            return (named, own.map { written($0, since: since) } ?? usual)
        }
    }
}

extension Diagnostic {
    fileprivate static func periodReversed(_ first: CalendarDate, _ last: CalendarDate, at place: Place)
        -> Diagnostic
    {
        .error(
            "planning.period-reversed", at: place.location,
            "kỳ báo cáo kết thúc ngày \(last.text(.short)), trước ngày đầu \(first.text(.short))",
            en: "the period ends on \(last.text(.iso)), before its first day, \(first.text(.iso))",
            fix: "sửa tu hoặc den", en: "mend tu or den")
    }

    fileprivate static func periodHalfOpen(at place: Place) -> Diagnostic {
        .error(
            "planning.period-half-open", at: place.location, "kỳ báo cáo chỉ có một trong hai ngày tu và den",
            en: "the period has only one of tu and den", fix: "ghi cả tu và den, hoặc bỏ cả hai",
            en: "write both, or neither")
    }

    fileprivate static func periodWithoutDays(_ period: ReportingPeriod, at place: Location) -> Diagnostic {
        .error(
            "planning.period-without-days", at: place,
            "kỳ \(period.code) chưa có ngày đầu và ngày cuối của số liệu",
            en: "the period \(period.code) has no first and last day",
            fix: "thêm ky_bao_cao có ky: \(period.code) với tu và den vào bao-cao.yaml",
            en: "add ky: \(period.code) with tu and den under ky_bao_cao in bao-cao.yaml")
    }

    fileprivate static func noSuchPhase(_ number: Int, known count: Int) -> Diagnostic {
        .error(
            "planning.no-such-phase", at: .file("ke-hoach.yaml"),
            "kế hoạch không có giai đoạn \(number), chỉ có \(count) giai đoạn",
            en: "the plan has no phase \(number), only \(count)", fix: "sửa kỳ báo cáo, hoặc khóa giai_doan",
            en: "mend the period, or the key giai_doan")
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
        faults += rangeFaults(texts, period.value, at: period.place)
        if let duration, !duration.contains(period.year) {
            faults.append(.outsideDuration(period.name, duration, at: period.place))
        }
    }
    if file.counting == .calendar, let place = file.closingDay.place {
        faults.append(.closingDayOfCalendar(at: place))
    }
    return faults
}
