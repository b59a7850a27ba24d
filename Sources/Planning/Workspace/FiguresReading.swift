internal import Diagnostics
internal import FoundationEssentials
internal import VietnameseText

extension Indicator {
    init(_ fields: Fields) {
        code = fields.text("ma") ?? ""
        name = fields.text("ten") ?? ""
        unit = fields.text("dvt") ?? ""
        switch fields.text("loai") {
        case "cuoi_ky": kind = .stock
        case "tien": kind = .money
        case "ty_le":
            kind = .ratio(numerator: fields.text("tu_so") ?? "", denominator: fields.text("mau_so") ?? "")
        default: kind = .flow
        }
        decimals = fields.integer("so_le") ?? (fields.text("loai") == "ty_le" ? 1 : 0)
        group = fields.text("nhom")
        workItem = fields.text("noi_dung")
        sentence = fields.text("cau")
        targets = fields.perYear("ke_hoach").compactMapValues {
            guard case .number(let number) = $0.content else { return nil }
            return number
        }
        note = fields.text("ghi_chu")
    }
}

extension ActivityLog.Entry {
    /// Nil when the row has no readable date; that is a fault already.
    init?(_ fields: Fields) {
        guard let date = fields.date("ngay") else { return nil }
        self.date = date
        unit = fields.text("don_vi") ?? ""
        workItem = fields.text("noi_dung")
        channel = fields.text("kenh")
        indicator = fields.text("chi_tieu")
        if case .reported(let number)? = fields["so_luong"]?.content { amount = number } else { amount = nil }
        note = fields.text("ghi_chu")
    }
}

/// What indicators must agree on with each other and with the programme's duration.
func indicatorFaults(_ fields: Fields, duration: ClosedRange<Int>?) -> [Diagnostic] {
    let indicators = fields.records("chi_tieu")
    let ratios = Set(indicators.filter { $0.text("loai") == "ty_le" }.compactMap { $0.text("ma") })
    var faults: [Diagnostic] = []
    for indicator in indicators {
        let parts = ["tu_so", "mau_so"]
        if indicator.text("loai") == "ty_le" {
            for part in parts where indicator.lacks(part) {
                faults.append(.ratioWithoutPart(part, at: indicator.place))
            }
            for part in parts {
                guard let code = indicator.text(part), ratios.contains(code) else { continue }
                faults.append(.ratioOfRatio(code, at: indicator.place(of: part)))
            }
        } else if indicator["loai"] != nil {
            for part in parts where indicator[part] != nil {
                faults.append(.partWithoutRatio(part, at: indicator.place(of: part)))
            }
        }
        if let sentence = indicator.text("cau"), !sentence.placeholders.contains("so") {
            faults.append(.sentenceWithoutFigure(at: indicator.place(of: "cau")))
        }
        for (year, target) in indicator.perYear("ke_hoach").sorted(by: { $0.key < $1.key }) {
            if let duration, !duration.contains(year) {
                faults.append(.targetOutsideDuration(year, duration, at: target.place))
            }
            guard case .number(let number) = target.content else { continue }
            if number < 0 { faults.append(.negativeFigure(number, at: target.place)) }
            if indicator.text("loai") == "tien", number.wholeNumber == nil {
                faults.append(.notWholeDong(number.description, at: target.place))
            }
        }
    }
    return faults
}

/// What each row of the log must agree on with the indicators and the duration.
func logFaults(_ rows: [Fields], indicators: [Indicator], workItems: [WorkItem], duration: ClosedRange<Int>?)
    -> [Diagnostic]
{
    let indicators = Dictionary(indicators.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let spans = Dictionary(workItems.map { ($0.code, $0.span) }, uniquingKeysWith: { first, _ in first })
    var faults: [Diagnostic] = []
    var seen: [ActivityLog.Entry: Place] = [:]
    for row in rows {
        if let date = row.date("ngay"), let duration, !date.belongs(to: duration) {
            faults.append(.dateOutsideDuration(date, duration, at: row.place(of: "ngay")))
        }
        if let code = row.text("noi_dung"), let date = row.date("ngay"), let span = spans[code],
            !date.belongs(to: span), duration.map(date.belongs) ?? true
        {
            faults.append(.workItemOutsideItsTime(code, date.year, at: row.place(of: "noi_dung")))
        }
        if let code = row.text("noi_dung"),
            let own = row.text("chi_tieu").flatMap({ indicators[$0]?.workItem }), own != code,
            spans[code] != nil
        {
            faults.append(.otherWorkItem(code, indicators: own, at: row.place(of: "noi_dung")))
        }
        if row.lacks("chi_tieu") {
            if row["so_luong"] != nil {
                faults.append(.amountWithoutIndicator(at: row.place(of: "so_luong")))
            } else if row.lacks("ghi_chu"), row.lacks("so_luong") {
                faults.append(.emptyEntry(at: row.place))
            }
        }
        if case .reported(.number(let number))? = row["so_luong"]?.content {
            if number < 0 { faults.append(.negativeFigure(number, at: row.place(of: "so_luong"))) }
            switch row.text("chi_tieu").flatMap({ indicators[$0]?.kind }) {
            case .ratio: faults.append(.reportedRatio(at: row.place(of: "chi_tieu")))
            case .money where number.wholeNumber == nil:
                faults.append(.notWholeDong(number.description, at: row.place(of: "so_luong")))
            case .flow, .stock, .money, nil: break
            }
        }
        if let entry = ActivityLog.Entry(row) {
            if let first = seen[entry] { faults.append(.duplicateEntry(first: first, at: row.place)) }
            seen[entry] = seen[entry] ?? row.place
        }
    }
    return faults
}

extension CalendarDate {
    /// In one of these years, or in the December before, whose second half the decree's cut-off counts to the first year.
    fileprivate func belongs(to years: ClosedRange<Int>) -> Bool {
        years.contains(year) || (year == years.lowerBound - 1 && month == 12)
    }

    /// The same for a time span.
    fileprivate func belongs(to span: TimeSpan) -> Bool {
        span.contains(year) || (month == 12 && span.contains(year + 1))
    }
}
