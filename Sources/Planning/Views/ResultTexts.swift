internal import DataFiles
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
        var said = SaidOnce()
        let sentences = workspace.indicators.filter { $0.workItem == item.code }.compactMap {
            sentence(table.row($0), &said)
        }
        let notes = workspace.log.notes.filter { $0.workItem == item.code && days.contains($0.date) }
            .enumerated().sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map {
                "- \(LetterCase.firstLetterUpper($0.element.text).withFullStop)"
            }
        let all = sentences + notes + (written[item.code] ?? [])
        return all.isEmpty ? ["\(period.opening) chưa có số liệu báo cáo."] : all
    }

    /// What a section has told of its time already.
    private struct SaidOnce {
        var period = false
        var day = false
    }

    /// Nil when nobody reported.
    private func sentence(_ row: IndicatorTable.Row, _ said: inout SaidOnce) -> String? {
        let indicator = row.indicator
        switch row.thisPeriod {
        case .notReported: return nil
        case .undefined: return "- \(indicator.name): không có số liệu để tính."
        case .nothingArose: return "- \(indicator.name): không phát sinh."
        case .number(let number):
            let comparisons = comparisons(row, number)
            let remark = comparisons.isEmpty ? "" : " (\(comparisons.joined(separator: ", ")))"
            return "- \(opening(indicator, number, &said))\(remark)."
        }
    }

    private func opening(_ indicator: Indicator, _ number: Decimal, _ said: inout SaidOnce) -> String {
        let figure = indicator.proseText(of: number)
        // A ratio of zero is a figure like any other.
        let isNothing = number == 0 && !indicator.isRatio
        guard let sentence = isNothing ? indicator.nothingText : indicator.sentence else {
            return isNothing
                ? "\(indicator.name): chưa có" : "\(indicator.name): \(figure)\(indicator.spacedUnit)"
        }
        let filled = sentence.filling(["so": figure])
        switch indicator.kind {
        case .flow, .money:
            defer { said.period = true }
            return said.period ? LetterCase.firstLetterUpper(filled) : "\(period.opening), \(filled)"
        case .stock:
            defer { said.day = true }
            let day = period.days(cutOff).upperBound.text(.official)
            return said.day ? LetterCase.firstLetterUpper(filled) : "Đến \(day), \(filled)"
        case .ratio: return LetterCase.firstLetterUpper(filled)
        }
    }

    /// The year so far, the plan, and the same period last year, as far as they are known.
    private func comparisons(_ row: IndicatorTable.Row, _ number: Decimal) -> [String] {
        var comparisons: [String] = []
        if let cumulative = row.cumulative.number, row.indicator.kind != .stock, !period.isFirst(cutOff) {
            let figure = row.indicator.countedText(of: cumulative)
            if figure != row.indicator.countedText(of: number) {
                comparisons.append("lũy kế từ đầu năm: \(figure)")
            }
        }
        if let plan = plan(row) { comparisons.append(plan) }
        if let carried = row.carried {
            let day = carried.day.text(.official)
            guard !carried.areAll else { return comparisons + ["số liệu báo cáo gần nhất, \(day)"] }
            comparisons.append("gồm số liệu báo cáo gần nhất của \(row.carriedUnits), \(day)")
        }
        if let change = change(row, number) { comparisons.append(change) }
        // Last, for what the others are compared with is what was done so far.
        if let expected = row.expected, period.part != .wholeYear {
            comparisons.append("ước thực hiện cả năm: \(row.indicator.countedText(of: expected))")
        }
        return comparisons
    }

    /// What the year so far is of its plan: `đạt 95,2% kế hoạch năm`, `vượt 15,0% kế hoạch năm`; a ratio is held against its target in points.
    private func plan(_ row: IndicatorTable.Row) -> String? {
        guard let target = row.target else { return nil }
        if row.indicator.isRatio {
            guard let number = row.cumulative.number else { return nil }
            let points = "\(NumberFormat.text(abs(number - target), fraction: .exactly(1))) điểm %"
            if number == target { return "đạt kế hoạch năm" }
            let above = row.indicator.goodDirection == .up ? "vượt" : "cao hơn"
            return number > target ? "\(above) kế hoạch năm \(points)" : "thấp hơn kế hoạch năm \(points)"
        }
        guard let percent = row.cumulative.percent(of: target), percent > 0 else { return nil }
        if percent.isTooSmallToPrint { return "đạt dưới 0,1% kế hoạch năm" }
        let over = percent - 100
        if row.indicator.goodDirection == .down {
            // What should stay low reaches no plan: it keeps within a limit or passes it.
            return over > 0 && !over.isTooSmallToPrint
                ? "cao hơn mức kế hoạch năm \(NumberFormat.percent(over))"
                : "bằng \(NumberFormat.percent(percent)) mức kế hoạch năm"
        }
        guard over > 0, !over.isTooSmallToPrint else {
            return "đạt \(NumberFormat.percent(percent)) kế hoạch năm"
        }
        if percent > 100 * SentenceThresholds.shipped.timesAbove {
            return "gấp \(NumberFormat.text(percent / 100, fraction: .exactly(1))) lần kế hoạch năm"
        }
        return "vượt \(NumberFormat.percent(over)) kế hoạch năm"
    }

    /// How it stands to the year before: a ratio by points, a small number by its difference, a much larger one by how often.
    private func change(_ row: IndicatorTable.Row, _ number: Decimal) -> String? {
        guard let before = row.lastYear.number else { return nil }
        let year = period.yearBefore
        guard number != before else { return "bằng \(year)" }
        let direction = number > before ? "tăng" : "giảm"
        let difference = abs(number - before)
        if row.indicator.isRatio {
            let points = NumberFormat.text(difference, fraction: .exactly(1))
            return "\(direction) \(points) điểm % so với \(year)"
        }
        let thresholds = SentenceThresholds.shipped
        let amount = row.indicator.countedText(of: difference)
        guard before >= thresholds.percentFrom,
            let percent = NumberFormat.percentage(of: difference, in: before), !percent.isTooSmallToPrint
        else { return "\(direction) \(amount) so với \(year)" }
        if number > before * thresholds.timesAbove {
            return "gấp \(NumberFormat.text(number / before, fraction: .exactly(1))) lần \(year)"
        }
        return "\(direction) \(amount) (\(NumberFormat.percent(percent))) so với \(year)"
    }
}

extension ReportingPeriod {
    /// `Trong quý I năm 2026`, `Từ ngày 1/3/2026 đến ngày 20/3/2026`.
    fileprivate var opening: String {
        let stands = name.hasPrefix("từ ngày") || name.hasPrefix("từ tháng")
        return stands ? LetterCase.firstLetterUpper(name) : "Trong \(name)"
    }

    /// What the year before is called in a comparison.
    fileprivate var yearBefore: String {
        switch part {
        case .wholeYear: "năm \(year - 1)"
        case .schoolYear: "năm học \(year - 1)-\(year)"
        case .term: "cùng kỳ năm học \(year - 1)-\(year)"
        default: "cùng kỳ năm \(year - 1)"
        }
    }
}

extension Indicator {
    var isRatio: Bool { if case .ratio = kind { true } else { false } }

    /// Its sentence where there is nothing to count: `đã tập huấn cho {so} người` as `chưa tập huấn cho người nào`.
    ///
    /// Nil for a sentence that is not of something done, which then is told by the indicator's name.
    fileprivate var nothingText: String? {
        guard let sentence, sentence.hasPrefix("đã "), let place = sentence.firstRange(of: "{so}") else {
            return nil
        }
        let before = String(sentence[..<place.lowerBound].dropFirst(3)).trimmed
        var after = String(sentence[place.upperBound...]).trimmed
        if kind == .money {
            if after.hasPrefix(unit) { after = String(after.dropFirst(unit.count)).trimmed }
            return ["chưa", before, after].filter { !$0.isEmpty }.joined(separator: " ")
        }
        // What stands behind the unit, such as a place, keeps the sentence from ending in “nào”.
        let isUnitAlone = !after.isEmpty && after.split(separator: " ").count <= 3
        return ["chưa", before, after, isUnitAlone ? "nào" : ""].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The same with its unit.
    func countedText(of number: Decimal) -> String {
        let hasSign = isRatio && sentence != nil
        return proseText(of: number) + (hasSign ? "" : spacedUnit)
    }

    /// A figure in a sentence: counts below ten have a zero in front, a ratio its sign.
    fileprivate func proseText(of number: Decimal) -> String {
        switch kind {
        case .ratio where sentence != nil: return "\(text(of: number))%"
        case .ratio, .money: return text(of: number)
        case .flow, .stock:
            guard decimals == 0, let count = number.exactInteger, (1...9).contains(count) else {
                return text(of: number)
            }
            return NumberFormat.padded(count)
        }
    }
}

extension Decimal {
    /// A share that one decimal shows as nothing.
    fileprivate var isTooSmallToPrint: Bool { self > 0 && self < Decimal(5) / 100 }
}

extension String {
    /// The text with a full stop, unless it ends a sentence already.
    fileprivate var withFullStop: String { ".!?…;:".contains(last ?? " ") ? self : self + "." }
}
