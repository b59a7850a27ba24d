internal import FoundationEssentials
internal import VietnameseText

/// What a report says of each work item, computed from the log.
struct ResultTexts {
    let workspace: Workspace
    let period: ReportingPeriod
    let cutOff: CutOff
    let table: IndicatorTable
    /// What a clerk wrote for the period, by the code of the work item.
    let written: [String: [String]]

    /// The work items alive in the year, with their sentences.
    var results: [(heading: String, paragraphs: [String])] {
        workspace.programme.everyWorkItem.filter { $0.span.contains(period.year) }.map {
            ($0.title, paragraphs(of: $0))
        }
    }

    private func paragraphs(of item: WorkItem) -> [String] {
        let days = period.days(cutOff)
        let sentences = workspace.indicators.filter { $0.workItem == item.code }.compactMap {
            sentence(table.row($0))
        }
        let notes = workspace.log.entries.filter {
            $0.indicator == nil && $0.workItem == item.code && days.contains($0.date)
        }.enumerated().sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.compactMap {
            $0.element.note.map { "- \(LetterCase.firstLetterUpper($0).withFullStop)" }
        }
        let all = sentences + notes + (written[item.code] ?? [])
        return all.isEmpty ? ["Trong \(period.name) chưa có số liệu báo cáo."] : all
    }

    /// Nil when nobody reported.
    private func sentence(_ row: IndicatorTable.Row) -> String? {
        let indicator = row.indicator
        switch row.thisPeriod {
        case .notReported: return nil
        case .undefined: return "- \(indicator.name): không có số liệu để tính."
        case .nothingArose: return "- \(indicator.name): không phát sinh."
        case .number(let number):
            let comparisons = comparisons(row, number)
            let remark = comparisons.isEmpty ? "" : " (\(comparisons.joined(separator: ", ")))"
            return "- \(opening(indicator, number))\(remark)."
        }
    }

    private func opening(_ indicator: Indicator, _ number: Decimal) -> String {
        let figure = indicator.proseText(of: number)
        guard let sentence = indicator.sentence else {
            return "\(indicator.name): \(figure)\(indicator.spacedUnit)"
        }
        let filled = sentence.filling(["so": figure])
        switch indicator.kind {
        case .flow, .money: return "Trong \(period.name), \(filled)"
        case .stock: return "Đến \(period.days(cutOff).upperBound.text(.official)), \(filled)"
        case .ratio: return LetterCase.firstLetterUpper(filled)
        }
    }

    /// The year so far, the plan, and the same period last year, as far as they are known.
    private func comparisons(_ row: IndicatorTable.Row, _ number: Decimal) -> [String] {
        var comparisons: [String] = []
        if let cumulative = row.cumulative.number, row.indicator.isSummed, period.months.lowerBound > 1 {
            let figure = row.indicator.proseText(of: cumulative)
            comparisons.append("lũy kế từ đầu năm: \(figure)\(row.indicator.spacedUnit)")
        }
        if let percent = row.cumulative.percent(of: row.target) {
            comparisons.append("đạt \(NumberFormat.percent(percent)) kế hoạch năm")
        }
        if let change = change(row, number) { comparisons.append(change) }
        return comparisons
    }

    /// `tăng 12,6% so với cùng kỳ năm 2020`; a ratio changes by points.
    private func change(_ row: IndicatorTable.Row, _ number: Decimal) -> String? {
        guard let before = row.lastYear.number else { return nil }
        let reference = "so với cùng kỳ năm \(period.year - 1)"
        let isRatio: Bool
        if case .ratio = row.indicator.kind { isRatio = true } else { isRatio = false }
        guard number != before else { return "bằng cùng kỳ năm \(period.year - 1)" }
        let size: String
        if isRatio {
            size = "\(NumberFormat.text(abs(number - before), fraction: .exactly(1))) điểm %"
        } else {
            guard let percent = NumberFormat.percentage(of: abs(number - before), in: before) else {
                return nil
            }
            size = NumberFormat.percent(percent)
        }
        return "\(number > before ? "tăng" : "giảm") \(size) \(reference)"
    }
}

extension Indicator {
    fileprivate var isSummed: Bool {
        switch kind {
        case .flow, .money: true
        case .stock, .ratio: false
        }
    }

    /// A figure in a sentence: counts below ten have a zero in front, a ratio its sign.
    fileprivate func proseText(of number: Decimal) -> String {
        switch kind {
        case .ratio where sentence != nil: return "\(text(of: number))%"
        case .ratio, .money: return text(of: number)
        case .flow, .stock:
            guard decimals == 0, let count = number.wholeNumber, (1...9).contains(count) else {
                return text(of: number)
            }
            return NumberFormat.padded(count)
        }
    }
}

extension String {
    /// The text with a full stop, unless it ends a sentence already.
    fileprivate var withFullStop: String { ".!?…;:".contains(last ?? " ") ? self : self + "." }
}
