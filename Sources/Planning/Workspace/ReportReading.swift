internal import Diagnostics

extension ReportSettings {
    init(_ fields: Fields) {
        addressees = fields.lines("kinh_gui") ?? []
        subject = fields.text("trich_yeu") ?? ""
        lead = fields.text("mo_dau") ?? ""
        closing = fields.text("ket") ?? ""
        cutOff =
            fields.text("chot_so_lieu") == "duong_lich"
            ? .calendar : .closingDay(fields.integer("ngay_chot") ?? 14)
        distribution = Distribution(fields)
        periods = Dictionary(
            fields.records("ky_bao_cao").compactMap { texts in
                texts.period.map { ($0, PeriodTexts(texts, year: $0.year)) }
            }, uniquingKeysWith: { first, _ in first })
    }
}

extension ReportSettings.PeriodTexts {
    init(_ fields: Fields, year: Int) {
        issue = Issue(fields, defaultYear: year)
        results = Dictionary(
            fields.records("ket_qua").map { ($0.text("noi_dung") ?? "", $0.lines("doan") ?? []) },
            uniquingKeysWith: +)
        strengths = fields.lines("uu_diem") ?? []
        difficulties = fields.lines("han_che") ?? []
        causes = fields.lines("nguyen_nhan") ?? []
        nextTasks = fields.lines("phuong_huong") ?? []
        proposals = fields.lines("kien_nghi") ?? []
    }
}

extension Fields {
    fileprivate var period: ReportingPeriod? {
        guard case .period(let period)? = self["ky"]?.content else { return nil }
        return period
    }
}

/// What the reports' settings must agree on.
func reportFaults(_ fields: Fields, duration: ClosedRange<Int>?) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    var seen: [ReportingPeriod: Place] = [:]
    for texts in fields.records("ky_bao_cao") {
        faults += issueFaults(texts)
        guard let period = texts.period else { continue }
        let place = texts.place(of: "ky")
        if let first = seen[period] {
            faults.append(.duplicatePeriod(period, first: first, at: place))
        } else {
            seen[period] = place
        }
        if let duration, !duration.contains(period.year) {
            faults.append(.outsideDuration(period.name, duration, at: place))
        }
    }
    if fields.text("chot_so_lieu") == "duong_lich", fields["ngay_chot"] != nil {
        faults.append(.closingDayOfCalendar(at: fields.place(of: "ngay_chot")))
    }
    return faults
}
