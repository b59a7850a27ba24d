internal import DataFiles
internal import Diagnostics
internal import FoundationEssentials
internal import Values
internal import VietnameseText

extension Indicator {
    init(_ row: IndicatorFile.Row) {
        code = row.code
        name = row.name
        unit = row.unit
        switch row.kind {
        case .stock: kind = .stock
        case .money: kind = .money
        case .ratio:
            kind = .ratio(numerator: row.numerator.value ?? "", denominator: row.denominator.value ?? "")
        case .flow, nil: kind = .flow
        }
        decimals = row.decimals ?? (row.kind == .ratio ? 1 : 0)
        group = row.group
        workItem = row.workItem
        sentence = row.sentence.value
        targets = row.targets.mapValues(\.value)
        expected = row.expected.mapValues(\.value)
        goodDirection = row.goodDirection ?? .up
        note = row.note
    }
}

/// What indicators must agree on with each other and with the programme's duration.
func indicatorFaults(_ file: IndicatorFile, duration: ClosedRange<Int>?) -> [Diagnostic] {
    let ratios = Set(file.indicators.filter { $0.kind == .ratio }.map(\.code))
    var faults: [Diagnostic] = []
    for indicator in file.indicators {
        let parts = [("tu_so", indicator.numerator), ("mau_so", indicator.denominator)]
        if indicator.kind == .ratio {
            for (key, part) in parts where part.isLeftOut {
                faults.append(.ratioWithoutPart(key, at: indicator.place))
            }
            for case (_, .given(let code)) in parts where ratios.contains(code.value) {
                faults.append(.ratioOfRatio(code.value, at: code.place))
            }
        } else if indicator.kind != nil {
            for case (let key, .given(let code)) in parts {
                faults.append(.partWithoutRatio(key, at: code.place))
            }
        }
        if case .given(let sentence) = indicator.sentence, !sentence.value.placeholders.contains("so") {
            faults.append(.sentenceWithoutFigure(at: sentence.place))
        }
        let figures = indicator.targets.map { $0 } + indicator.expected.map { $0 }
        for (year, target) in figures.sorted(by: {
            ($0.key, $0.value.place.position.line) < ($1.key, $1.value.place.position.line)
        }) {
            if let duration, !duration.contains(year) {
                faults.append(.targetOutsideDuration(year, duration, at: target.place))
            }
            if target.value < 0 { faults.append(.negativeFigure(target.value, at: target.place)) }
            if indicator.kind == .money, target.value.exactInteger == nil {
                faults.append(.notWholeDong(NumberFormat.text(target.value), at: target.place))
            }
        }
    }
    return faults
}

/// What each row of the log must agree on with the indicators and the duration.
struct LogChecks {
    private let indicators: [String: Indicator]
    /// When each work item is carried out.
    private let spans: [String: TimeSpan]
    private let duration: ClosedRange<Int>?

    init(indicators: [Indicator], workItems: [WorkItem], duration: ClosedRange<Int>?) {
        self.indicators = Dictionary(
            indicators.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        spans = Dictionary(workItems.map { ($0.code, $0.span) }, uniquingKeysWith: { first, _ in first })
        self.duration = duration
    }

    func faults(_ row: Located<LogRow>) -> [Diagnostic] { timeFaults(row.value) + contentFaults(row) }

    private func timeFaults(_ row: LogRow) -> [Diagnostic] {
        guard case .given(let date) = row.date else { return [] }
        if let duration, !date.value.belongs(to: duration) {
            return [.dateOutsideDuration(date.value, duration, at: date.place)]
        }
        guard case .given(let item) = row.workItem, let span = spans[item.value],
            !date.value.belongs(to: span)
        else { return [] }
        return [.workItemOutsideItsTime(item.value, date.year, at: item.place)]
    }

    private func contentFaults(_ row: Located<LogRow>) -> [Diagnostic] {
        var faults: [Diagnostic] = []
        let indicator = row.indicator.value.flatMap { indicators[$0] }
        if case .given(let item) = row.workItem, let own = indicator?.workItem, own != item.value,
            spans[item.value] != nil
        {
            faults.append(.otherWorkItem(item.value, indicators: own, at: item.place))
        }
        if row.indicator.isLeftOut {
            if let place = row.amount.place {
                faults.append(.amountWithoutIndicator(at: place))
            } else if row.note.isLeftOut, row.amount.isLeftOut {
                faults.append(.emptyEntry(at: row.place))
            }
        }
        guard case .given(let amount) = row.amount, case .number(let number) = amount.value else {
            return faults
        }
        if number < 0 { faults.append(.negativeFigure(number, at: amount.place)) }
        switch indicator?.kind {
        case .ratio: if let place = row.indicator.place { faults.append(.reportedRatio(at: place)) }
        case .money where number.exactInteger == nil:
            faults.append(.notWholeDong(NumberFormat.text(number), at: amount.place))
        case .flow, .stock:
            if let indicator, number.roundedHalfUp(toPlaces: indicator.decimals) != number {
                faults.append(.moreDecimals(number, than: indicator, at: amount.place))
            }
        case .money, nil: break
        }
        return faults
    }
}
