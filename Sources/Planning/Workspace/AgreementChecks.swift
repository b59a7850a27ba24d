internal import DataFiles
package import Diagnostics
internal import VietnameseText

/// What files must agree on with each other: money said twice, and the order of dates.
struct AgreementChecks {
    let programme: Programme
    let file: ProgrammeFile

    /// An estimate beside the tasks it serves and the targets of money.
    func faults(of entry: EstimateFile, _ estimate: BudgetEstimate, _ indicators: IndicatorFile?)
        -> [Diagnostic]
    {
        guard case .given(let written) = entry.year else { return [] }
        let year = written.value
        var faults: [Diagnostic] = []
        if estimate.sums.itemCount > 0, !estimate.sums.namesWorkItems, !file.workItems.isEmpty {
            faults.append(.estimateWithoutWorkItems(year, at: entry.rows.place ?? written.place))
        }
        for item in file.everyItem where item.needsNoMoney {
            guard case .given(let code) = item.code else { continue }
            let cost = estimate.total(ofWorkItem: code.value)
            if cost != .zero { faults.append(.moneyForFreeWorkItem(code.value, cost, year, at: code.place)) }
        }
        for indicator in indicators?.indicators ?? [] where indicator.kind == .money {
            guard let target = indicator.targets[year], let dong = target.value.exactInteger else { continue }
            let own = indicator.workItem.map { estimate.total(ofWorkItem: $0) }
            // A target may be of the item's money, or of the plan's.
            if dong != estimate.total.dong, dong != own?.dong {
                faults.append(
                    .targetContradictsEstimate(
                        Money(dong: dong), estimate.total, ofItem: own, year, at: target.place))
            }
        }
        if case .given(let day)? = entry.proposal?.issue.date {
            let name = Wording("tờ trình", en: "the submission")
            faults += earlierThanPlan(name, day)
            if day.value.year < year - 1 {
                let estimate = Wording("dự toán năm \(year)", en: "the estimate of \(year)")
                faults.append(.submittedLongBefore(estimate, day.value, at: day.place))
            }
        }
        return faults + WrittenTotals(estimate).faults(in: programme)
    }

    /// What carries out the plan and is dated before it; a plan without a day is of its month or year.
    private func earlierThanPlan(_ name: Wording, _ day: Located<CalendarDate>) -> [Diagnostic] {
        let issue = programme.issue
        let first = issue.date ?? CalendarDate(year: issue.year, month: issue.month ?? 1, day: 1)
        guard let first, day.value < first else { return [] }
        let month = issue.month.map { "\($0)/\(issue.year)" }
        let plan = Wording(
            issue.date?.text(.short) ?? month ?? "năm \(issue.year)",
            en: issue.date?.text(.iso) ?? month ?? "\(issue.year)")
        return [.earlierThanPlan(name, day.value, plan, at: day.place)]
    }

    /// The submission that asks for the plan: after it, or years before.
    private var submissionFaults: [Diagnostic] {
        guard case .given(let day)? = file.submission?.issue.date else { return [] }
        let issue = programme.issue
        if issue.date.map({ day.value > $0 }) ?? (day.value.year > issue.year) {
            return [.submittedAfterPlan(day.value, at: day.place)]
        }
        guard day.value.year < issue.year - 1 else { return [] }
        let plan = Wording("kế hoạch ban hành năm \(issue.year)", en: "the plan issued in \(issue.year)")
        return [.submittedLongBefore(plan, day.value, at: day.place)]
    }

    /// Reports that are dated before the last day they tell of, or before the plan.
    func faults(of reports: ReportFile, _ cutOff: CutOff) -> [Diagnostic] {
        reports.periods.flatMap { texts -> [Diagnostic] in
            guard case .given(let day) = texts.issue.date, let period = texts.period.value else { return [] }
            let last = period.days(cutOff).upperBound
            if day.value < last { return [.reportBeforeItsEnd(period, last, at: day.place)] }
            let name = Wording("báo cáo \(period.name)", en: "the report of \(period.code)")
            return earlierThanPlan(name, day)
        }
    }

    /// Milestones and times on days that no calendar has.
    var milestoneFaults: [Diagnostic] {
        let year = programme.duration.lowerBound
        return file.everyItem.flatMap { item in
            item.milestones.sorted { $0.key < $1.key }.compactMap { year, milestone in
                milestone.value.impossibleDay(in: year).map { .impossibleDay($0, at: milestone.place) }
                    ?? milestone.value.wrongWeekday(in: year).map { .wrongWeekday($0, at: milestone.place) }
            }
                + [item.deadline].compactMap { time in
                    guard case .given(let time) = time else { return nil }
                    return time.value.impossibleDay(in: year).map { .impossibleDay($0, at: time.place) }
                        ?? time.value.wrongWeekday(in: year).map { .wrongWeekday($0, at: time.place) }
                }
        }
    }

    /// Documents that carry out the plan and are dated before it, and a submission of it that cannot be.
    var issueFaults: [Diagnostic] {
        let annual = file.annual.sorted { $0.key < $1.key }.map {
            (Wording("kế hoạch năm \($0.key)", en: "the plan of \($0.key)"), $0.value.value.issue)
        }
        let handover = file.handover.map {
            [(Wording("công văn giao nhiệm vụ", en: "the letters that hand out tasks"), $0.issue)]
        }
        let amendment = file.amendment.map { [(Wording("văn bản sửa đổi", en: "the amendment"), $0.issue)] }
        return (annual + (handover ?? []) + (amendment ?? [])).flatMap { name, issue -> [Diagnostic] in
            guard case .given(let day) = issue.date else { return [] }
            return earlierThanPlan(name, day)
        } + submissionFaults
    }
}

extension Workspace {
    /// Tasks of a year whose cell of money stays empty, as nothing says what they cost or that they cost nothing.
    package func costsUnknown(in year: Int) -> [Diagnostic] {
        let items = programme.workItems.filter {
            $0.span.contains(year) && cost(of: $0, in: year) == nil && !needsNoMoney($0, in: year)
        }
        return items.isEmpty
            ? [] : [.costsUnknown(items.map(\.title), year, at: places.place(of: .programme))]
    }
}

extension String {
    /// The day with its real day of the week, where the text names one day and another day of the week: `06/10/2026 (thứ Hai)`.
    fileprivate func wrongWeekday(in year: Int) -> (day: String, weekday: String)? {
        let lower = lowercased()
        let named = Weekday.allCases.filter { lower.hasBytes(of: $0.name.lowercased()) }
        let days = split { !$0.isNumber && $0 != "/" }.compactMap { word -> CalendarDate? in
            let numbers = word.split(separator: "/").compactMap { Int($0) }
            guard (2...3).contains(numbers.count) else { return nil }
            return CalendarDate(
                year: numbers.count == 3 ? numbers[2] : year, month: numbers[1], day: numbers[0])
        }
        guard named.count == 1, days.count == 1, days[0].weekday != named[0] else { return nil }
        return (days[0].text(.short), days[0].weekday.name)
    }

    /// The first `31/6`, `30/2/2026` or `31 tháng 6` in it that is no day.
    fileprivate func impossibleDay(in year: Int) -> String? {
        let days = replacing(" tháng ", with: "/").replacing(" năm ", with: "/")
        for word in days.split(whereSeparator: { !$0.isASCIIDigit && $0 != "/" }) {
            let written = word.split(separator: "/", omittingEmptySubsequences: true)
            let parts = written.compactMap { Int($0) }
            guard (2...3).contains(parts.count), written.count == parts.count else { continue }
            let own = parts.count == 3 ? parts[2] : year
            if parts[0] > 31 || !(1...12).contains(parts[1]) { continue }
            if CalendarDate(year: own, month: parts[1], day: parts[0]) == nil {
                return parts.map(String.init).joined(separator: "/")
            }
        }
        return nil
    }
}

extension Diagnostic {
    fileprivate static func estimateWithoutWorkItems(_ year: Int, at place: Place) -> Diagnostic {
        .warning(
            "planning.estimate-without-work-items", at: place.location,
            "dự toán năm \(year) không nói khoản chi nào phục vụ nội dung nào của kế hoạch",
            en: "the estimate of \(year) does not say which work items its rows serve",
            fix: "thêm noi_dung (mã nội dung) ở các dòng, để bảng tiến độ có kinh phí",
            en: "add noi_dung to its rows, so that the schedule has its costs")
    }

    fileprivate static func costsUnknown(_ titles: [String], _ year: Int, at place: Location) -> Diagnostic {
        let list = titles.map { "“\($0.shortened)”" }.joined(separator: ", ")
        return .warning(
            "planning.costs-unknown", at: place,
            "chưa biết kinh phí năm \(year) của \(list), nên ô kinh phí để trống",
            en: "the cost in \(year) of \(list) is not known, so its cell is empty",
            fix: "thêm du-toan/\(year).yaml, kinh_phi, hoặc khong_su_dung_kinh_phi: true",
            en: "add du-toan/\(year).yaml, kinh_phi, or khong_su_dung_kinh_phi: true")
    }

    fileprivate static func moneyForFreeWorkItem(_ code: String, _ cost: Money, _ year: Int, at place: Place)
        -> Diagnostic
    {
        .warning(
            "planning.money-for-free-work-item", at: place.location,
            "nội dung “\(code)” ghi không sử dụng kinh phí, nhưng dự toán năm \(year) có \(cost.text) đồng",
            en:
                "the work item “\(code)” is said to need no money, but the estimate of \(year) gives it \(cost.text) đồng",
            fix: "bỏ khong_su_dung_kinh_phi, hoặc sửa noi_dung ở dự toán",
            en: "remove khong_su_dung_kinh_phi, or mend noi_dung in the estimate")
    }

    /// `own` is what the estimate has for the work item of the target.
    fileprivate static func targetContradictsEstimate(
        _ target: Money, _ total: Money, ofItem own: Money?, _ year: Int, at place: Place
    ) -> Diagnostic {
        let item = own.flatMap { $0 == total ? nil : $0 }
        return .warning(
            "planning.target-contradicts-estimate", at: place.location,
            "chỉ tiêu tiền năm \(year) là \(target.text) đồng, nhưng dự toán cả năm là \(total.text) đồng\(item.map { ", riêng nội dung này là \($0.text) đồng" } ?? "")",
            en:
                "the target of \(year) is \(target.text) đồng, but the whole estimate comes to \(total.text)\(item.map { ", and this work item's part to \($0.text)" } ?? "")",
            fix: "sửa chỉ tiêu hoặc dự toán cho khớp một trong hai số",
            en: "make the target or the estimate agree with one of them")
    }

    fileprivate static func earlierThanPlan(
        _ name: Wording, _ day: CalendarDate, _ plan: Wording, at place: Place
    ) -> Diagnostic {
        .warning(
            "planning.earlier-than-plan", at: place.location,
            "\(name.vietnamese) đề ngày \(day.text(.short)), trước kế hoạch mà văn bản đó thực hiện (\(plan.vietnamese))",
            en: "\(name.english) is of \(day.text(.iso)), before the plan it carries out (\(plan.english))",
            fix: "sửa ngày của một trong hai văn bản", en: "mend the date of one of them")
    }

    fileprivate static func submittedLongBefore(_ what: Wording, _ day: CalendarDate, at place: Place)
        -> Diagnostic
    {
        .warning(
            "planning.submitted-long-before", at: place.location,
            "tờ trình đề ngày \(day.text(.short)), trước \(what.vietnamese) quá một năm",
            en: "the submission is of \(day.text(.iso)), more than a year before \(what.english)",
            fix: "kiểm tra lại năm trong ngày của tờ trình", en: "check the year of its date")
    }

    fileprivate static func submittedAfterPlan(_ day: CalendarDate, at place: Place) -> Diagnostic {
        .warning(
            "planning.submitted-after-plan", at: place.location,
            "tờ trình đề ngày \(day.text(.short)), sau kế hoạch mà tờ trình đề nghị ban hành",
            en: "the submission is of \(day.text(.iso)), after the plan it asks for",
            fix: "sửa ngày của một trong hai văn bản", en: "mend the date of one of them")
    }

    fileprivate static func reportBeforeItsEnd(
        _ period: ReportingPeriod, _ last: CalendarDate, at place: Place
    ) -> Diagnostic {
        .warning(
            "planning.report-before-its-end", at: place.location,
            "báo cáo \(period.name) đề ngày trước khi chốt số liệu (\(last.text(.short)))",
            en: "the report of \(period.code) is dated before its last day (\(last.text(.iso)))",
            fix: "sửa ngày báo cáo, hoặc chot_so_lieu", en: "mend the date, or chot_so_lieu")
    }

    fileprivate static func wrongWeekday(_ right: (day: String, weekday: String), at place: Place)
        -> Diagnostic
    {
        .warning(
            "planning.weekday-mismatch", at: place.location, "ngày \(right.day) là \(right.weekday)",
            en: "the day \(right.day) is \(right.weekday)", fix: "sửa thứ hoặc ngày",
            en: "mend the day of the week or the day")
    }

    fileprivate static func impossibleDay(_ day: String, at place: Place) -> Diagnostic {
        .error(
            "planning.impossible-day", at: place.location, "không có ngày \(day)",
            en: "there is no day \(day)", fix: "kiểm tra lại ngày, tháng", en: "check day and month")
    }
}
