internal import DataFiles
package import Diagnostics
internal import FoundationEssentials
internal import VietnameseText

/// The indicators of a period, unit by unit.
struct UnitFigures {
    /// Who has reported in the period, and whose figures of before still count.
    let units: [Agency.Unit]
    /// Units that have reported before, and nothing in the period; and those that never did, but lead work of which nobody reported a figure.
    let silent: [Agency.Unit]
    let rows: [Row]

    enum Row {
        case group(String)
        case indicator(Indicator, whole: Figure, parts: [Figure])
    }

    init(_ workspace: Workspace, _ table: IndicatorTable) {
        let days = table.period.days(table.cutOff)
        let known = Set(workspace.log.series.map(\.unit) + workspace.log.notes.map(\.unit))
        let heard = workspace.log.unitsHeard(in: days)
        let stocks = workspace.indicators.filter { $0.kind == .stock }
        units = workspace.agency.units.filter { unit in
            guard known.contains(unit.code), !heard.contains(unit.code) else {
                return heard.contains(unit.code)
            }
            let figures = IndicatorFigures(workspace, of: unit.code)
            return stocks.contains { figures.figure(of: $0, in: table.period, table.cutOff).number != nil }
        }
        let awaited = UnitFigures.leadersOfSilentWork(workspace, table)
        silent = workspace.agency.units.filter {
            !heard.contains($0.code) && (known.contains($0.code) || awaited.contains($0.code))
        }
        let figures = units.map { IndicatorFigures(workspace, of: $0.code) }
        var rows: [Row] = []
        var group: String?
        for indicator in workspace.indicators {
            if let name = indicator.group, name != group { rows.append(.group(name)) }
            group = indicator.group
            rows.append(
                .indicator(
                    indicator, whole: table.row(indicator).thisPeriod,
                    parts: figures.map { $0.figure(of: indicator, in: table.period, table.cutOff) }))
        }
        self.rows = rows
    }

    /// Whoever leads work of the period's year that has indicators, none of them with a figure of anybody.
    private static func leadersOfSilentWork(_ workspace: Workspace, _ table: IndicatorTable) -> Set<String> {
        let told = Dictionary(grouping: workspace.indicators.filter { !$0.isRatio }) { $0.workItem ?? "" }
            .mapValues { $0.contains { table.row($0).thisPeriod != .notReported } }
        let work = workspace.programme.everyWorkItem.filter {
            $0.span.contains(table.period.year) && told[$0.code] == false
        }
        return Set(work.flatMap(\.leadUnits))
    }
}

extension ActivityLog {
    /// The units that said anything on these days.
    func unitsHeard(in days: ClosedRange<CalendarDate>) -> Set<String> {
        let range = Int32(days.lowerBound.ordinal)...Int32(days.upperBound.ordinal)
        let figures = series.filter { series in series.days.contains { range.contains($0.ordinal) } }
        return Set(figures.map(\.unit)).union(notes.filter { days.contains($0.date) }.map(\.unit))
    }
}

extension Workspace {
    /// The tables that a report's figures can be shown in, each with its title.
    package static var reportTables: [(name: String, title: String)] {
        [("theo-don-vi", "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU THEO ĐƠN VỊ")]
    }

    /// The indicators of a period with a column for each unit that has reported, and who has not.
    package func unitTable(of period: ReportingPeriod, cutOff: CutOff? = nil) throws(Failure) -> Reported<
        FormTable
    > {
        guard let settings = reports else { throw Failure(.noReportSettings) }
        guard programme.duration.contains(period.year) else {
            throw Failure(.yearOutsideProgramme(period.year, programme.duration))
        }
        if log.isEmpty { throw Failure(.noLog) }
        let (period, cutOff) = try settings.resolved(period, cutOff, phases: programme.phases)
        let figures = UnitFigures(self, IndicatorTable(workspace: self, period: period, cutOff: cutOff))
        return Reported(
            formTable(of: figures, period, period.days(cutOff)),
            warnings: silentUnits(in: period, cutOff: cutOff))
    }

    /// What is worth saying where a report of the period is made.
    package func warnings(ofReport period: ReportingPeriod, cutOff: CutOff? = nil) -> [Diagnostic] {
        silentUnits(in: period, cutOff: cutOff) + expectedBelowDone(in: period, cutOff: cutOff)
    }

    /// What adds up cannot end the year below what it has come to.
    private func expectedBelowDone(in period: ReportingPeriod, cutOff: CutOff?) -> [Diagnostic] {
        guard let settings = reports, !log.isEmpty, programme.duration.contains(period.year),
            let (period, cutOff) = try? settings.resolved(period, cutOff, phases: programme.phases)
        else { return [] }
        let table = IndicatorTable(workspace: self, period: period, cutOff: cutOff)
        return indicators.filter { $0.kind == .flow || $0.kind == .money }.compactMap { indicator in
            let row = table.row(indicator)
            guard let expected = row.expected, let done = row.cumulative.number, expected < done else {
                return nil
            }
            return .expectedBelowDone(
                indicator, expected: expected, done: done, at: places.place(of: .indicators))
        }
    }

    /// Who has reported before, and nothing of the period.
    package func silentUnits(in period: ReportingPeriod, cutOff: CutOff? = nil) -> [Diagnostic] {
        guard let settings = reports, !log.isEmpty, programme.duration.contains(period.year),
            let (period, cutOff) = try? settings.resolved(period, cutOff, phases: programme.phases)
        else { return [] }
        let silent = UnitFigures(self, IndicatorTable(workspace: self, period: period, cutOff: cutOff)).silent
        return silent.isEmpty ? [] : [.silentUnits(silent.map(\.name), period, at: places.place(of: .log))]
    }

    private func formTable(
        of figures: UnitFigures, _ period: ReportingPeriod, _ days: ClosedRange<CalendarDate>
    ) -> FormTable {
        let titles = ["STT", "Chỉ tiêu", "Đơn vị tính", "Tổng số"] + figures.units.map(\.name)
        let kinds: [FormTable.Column.Kind] =
            [.order, .content, .term, .figure] + figures.units.map { _ in .figure }
        var codes: [String: [Int]] = [:]
        for column in titles.indices.dropFirst(3) { codes["\(column - 2)"] = [column] }
        let parts = figures.units.indices.map { "\($0 + 2)" }.joined(separator: "+")
        let sum = TableFormula(parts)
        let letters = ["A", "B", "C"]
        var rows = tableRows(of: figures)
        if !figures.silent.isEmpty {
            let names = figures.silent.map(\.name).joined(separator: "; ")
            let note = FormTable.Cell.text("Chưa báo cáo \(period.name): \(names).")
            rows.append(FormTable.Row(kind: .note, cells: titles.indices.map { $0 == 1 ? note : .blank }))
        }
        return FormTable(
            name: "theo-don-vi",
            title: "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU \(period.name.uppercased()) THEO ĐƠN VỊ", number: nil,
            reference:
                "Số liệu từ ngày \(days.lowerBound.text(.short)) đến ngày \(days.upperBound.text(.short))",
            unit: "theo từng chỉ tiêu", agency: agency.name, superior: agency.parentName,
            columns: kinds.map { FormTable.Column(kind: $0) },
            heads: [titles.enumerated().map { FormTable.Head(text: $1, columns: 1, rows: 1, column: $0) }],
            index: titles.indices.map {
                $0 < 3 ? letters[$0] : $0 == 3 && sum != nil ? "1=\(parts)" : "\($0 - 2)"
            }, rows: rows, words: nil,
            signatures: [
                FormTable.Signature(title: "NGƯỜI LẬP BIỂU", name: nil),
                FormTable.Signature(title: "THỦ TRƯỞNG ĐƠN VỊ", name: nil),
            ], placeAndDate: "\(agency.placeName), ngày … tháng … năm …",
            formulas: sum.map { [3: $0] } ?? [:], codes: codes)
    }

    private func tableRows(of figures: UnitFigures) -> [FormTable.Row] {
        var (groups, number) = (0, 0)
        return figures.rows.map { row in
            switch row {
            case .group(let name):
                groups += 1
                number = 0
                let cells: [FormTable.Cell] = [.text(RomanNumeral.text(of: groups) ?? ""), .text(name)]
                return FormTable.Row(
                    kind: .group, cells: cells + (0..<figures.units.count + 2).map { _ in .blank })
            case .indicator(let indicator, let whole, let parts):
                number += 1
                func cell(_ figure: Figure, isSum: Bool) -> FormTable.Cell {
                    switch figure {
                    case .number(let number):
                        let shown = number.roundedHalfUp(toPlaces: indicator.decimals)
                        return isSum ? .computed(shown, isPercent: false) : .number(shown)
                    case .nothingArose, .undefined: return .dash
                    case .notReported: return .blank
                    }
                }
                // A ratio is computed of sums, and is none.
                let isSum = !indicator.isRatio && parts.contains { $0.number != nil }
                return FormTable.Row(
                    kind: .item,
                    cells: [.text("\(number)"), .text(indicator.name), .text(indicator.unit)] + [
                        cell(whole, isSum: isSum)
                    ] + parts.map { cell($0, isSum: false) })
            }
        }
    }
}

extension BodyComposing {
    /// The same in the body of a report.
    mutating func unitTable(at place: Location) -> [BodyPart] {
        guard let table else {
            return gap(
                "tệp bao-cao và nhật ký", .nothingToInsert(.unitTable, "tệp bao-cao và nhật ký", at: place))
        }
        let figures = UnitFigures(workspace, table)
        let titles = ["STT", "Chỉ tiêu", "Đơn vị tính", "Tổng số"] + figures.units.map(\.name)
        var made = BodyTable(
            columns: titles.indices.map {
                .init(
                    width: $0 == 0 ? 11 : $0 == 1 ? nil : 20,
                    style: $0 == 1 ? .text : $0 < 3 ? .centred : .number)
            }, rows: [.head(titles.map { .init(text: $0) })])
        var number = 0
        for row in figures.rows {
            switch row {
            case .group(let name):
                number = 0
                made.rows.append(.bold([.init(text: ""), .init(text: name, columnSpan: titles.count - 1)]))
            case .indicator(let indicator, let whole, let parts):
                number += 1
                let cells =
                    ["\(number)", indicator.name, indicator.unit] + ([whole] + parts).map(indicator.cell)
                made.rows.append(.cells(cells.map { .init(text: $0) }))
            }
        }
        let silent = figures.silent.map(\.name).joined(separator: "; ")
        return [.table(made)] + (silent.isEmpty ? [] : [.paragraph("Đơn vị chưa báo cáo: \(silent).")])
    }
}

extension Diagnostic {
    fileprivate static func expectedBelowDone(
        _ indicator: Indicator, expected: Decimal, done: Decimal, at place: Location
    ) -> Diagnostic {
        let (less, more) = (indicator.countedText(of: expected), indicator.countedText(of: done))
        return .warning(
            "planning.expected-below-done", at: place,
            "chỉ tiêu “\(indicator.name.shortened)” ước thực hiện cả năm \(less), ít hơn số đã làm được: \(more)",
            en:
                "“\(indicator.name.shortened)” is expected to come to \(less) by the end of the year, less than was done already: \(more)",
            fix: "sửa uoc_thuc_hien, hoặc xem lại nhật ký",
            en: "change uoc_thuc_hien, or look at the log again")
    }

    fileprivate static func silentUnits(_ units: [String], _ period: ReportingPeriod, at place: Location)
        -> Diagnostic
    {
        let list = units.joined(separator: "; ")
        return .warning(
            "planning.unit-not-reported", at: place, "chưa có số liệu \(period.name) của: \(list)",
            en: "nothing of \(period.code) was reported by: \(list)",
            fix: "nhắc đơn vị gửi nhật ký, không phát sinh thì ghi dấu -",
            en: "ask the unit for its log, with - where nothing arose")
    }
}
