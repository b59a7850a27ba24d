package import Diagnostics
internal import FoundationEssentials
package import Sheets
internal import VietnameseText

extension Workspace {
    /// The figures of a report as sheets of a workbook; percentages are formulas.
    package func reportSheets(of period: ReportingPeriod, cutOff: CutOff? = nil) throws(Failure)
        -> [WrittenSheet]
    {
        guard let settings = reports else { throw Failure(.noReportSettings) }
        guard programme.duration.contains(period.year) else {
            throw Failure(.yearOutsideProgramme(period.year, programme.duration))
        }
        if !indicators.isEmpty, log.isEmpty { throw Failure(.noLog) }
        let (period, cutOff) = try settings.resolved(period, cutOff, phases: programme.phases)
        return [
            IndicatorSheet(
                table: IndicatorTable(workspace: self, period: period, cutOff: cutOff),
                indicators: indicators, period: period, days: period.days(cutOff)
            ).sheet
        ]
    }
}

/// The appendix of a report as a sheet.
struct IndicatorSheet {
    let table: IndicatorTable
    let indicators: [Indicator]
    let period: ReportingPeriod
    let days: ClosedRange<CalendarDate>

    private static let firstRow = 6

    var sheet: WrittenSheet {
        var rows = [
            line("KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU \(period.name.uppercased())", isBold: true),
            line(
                "Số liệu từ ngày \(days.lowerBound.text(.short)) đến ngày \(days.upperBound.text(.short))",
                isBold: false), WrittenRow([]), WrittenRow([]), head(columns.map(\.title), isBold: true),
            head(indices, isBold: false),
        ]
        var group: String?
        var (groups, number) = (0, 0)
        for indicator in indicators {
            if let name = indicator.group, name != group {
                groups += 1
                number = 0
                rows.append(groupRow(RomanNumeral.text(of: groups) ?? "", name))
            }
            group = indicator.group
            number += 1
            rows.append(row(table.row(indicator), number: number, at: rows.count))
        }
        var sheet = WrittenSheet("Chỉ tiêu", rows: rows)
        sheet.widths = columns.map(\.width)
        sheet.headRows = 4...5
        sheet.merges = (0...1).map { CellRange(rows: $0...$0, columns: 0...columns.count - 1) }
        sheet.freezesAt = CellReference(row: IndicatorSheet.firstRow, column: 2)
        return sheet
    }

    /// What a column shows of an indicator.
    private enum Content {
        case order, name, unit, note
        case figure((IndicatorTable.Row) -> Figure)
        case share(of: Int, in: Int)
        case difference(Int, Int)
    }

    private struct Column {
        let title: String
        let width: Double
        let content: Content
    }

    /// Those of the document's table.
    private var columns: [Column] {
        let hasExpected = table.hasExpected
        let year = period.year
        var columns = [
            Column(title: "STT", width: 6, content: .order),
            Column(title: "Chỉ tiêu", width: 45, content: .name),
            Column(title: "Đơn vị tính", width: 12, content: .unit),
            Column(
                title: "Kế hoạch năm \(year)", width: 16,
                content: .figure { $0.target.map(Figure.number) ?? .notReported }),
            Column(title: "Thực hiện kỳ này", width: 16, content: .figure(\.thisPeriod)),
            Column(title: "Lũy kế", width: 16, content: .figure(\.cumulative)),
            Column(title: "Tỷ lệ % so với kế hoạch năm", width: 12, content: .share(of: 5, in: 3)),
        ]
        if hasExpected {
            columns += [
                Column(
                    title: "Ước thực hiện năm \(year)", width: 16,
                    content: .figure { $0.expected.map(Figure.number) ?? .notReported }),
                Column(title: "Ước so với kế hoạch năm (%)", width: 12, content: .share(of: 7, in: 3)),
            ]
        }
        let before = columns.count
        return columns + [
            Column(title: "Cùng kỳ năm trước", width: 16, content: .figure(\.lastYear)),
            Column(title: "Tăng, giảm so với cùng kỳ", width: 14, content: .difference(4, before)),
            Column(title: "So với cùng kỳ (%)", width: 12, content: .share(of: 4, in: before)),
            Column(title: "Ghi chú", width: 20, content: .note),
        ]
    }

    private var indices: [String] {
        func number(_ column: Int) -> Int { column - 2 }
        return columns.enumerated().map { index, column in
            switch column.content {
            case .order: "A"
            case .name: "B"
            case .unit: "C"
            case .note: "D"
            case .figure: "\(number(index))"
            case .share(let part, let whole): "\(number(index))=\(number(part))/\(number(whole))"
            case .difference(let now, let before): "\(number(index))=\(number(now))-\(number(before))"
            }
        }
    }

    private func line(_ text: String, isBold: Bool) -> WrittenRow {
        var style = CellStyle()
        (style.isBold, style.isItalic, style.alignment) = (isBold, !isBold, .center)
        return WrittenRow([WrittenCell(.text(text), style)])
    }

    private func head(_ words: [String], isBold: Bool) -> WrittenRow {
        var style = CellStyle.bordered
        (style.isBold, style.isItalic, style.wraps, style.alignment) = (isBold, !isBold, true, .center)
        return WrittenRow(words.map { WrittenCell(.text($0), style) })
    }

    private func groupRow(_ number: String, _ name: String) -> WrittenRow {
        var style = CellStyle.bordered
        style.isBold = true
        return WrittenRow(
            [WrittenCell(.text(number), style), WrittenCell(.text(name), style)]
                + (2..<columns.count).map { _ in WrittenCell(.blank, style) })
    }

    private func row(_ row: IndicatorTable.Row, number: Int, at index: Int) -> WrittenRow {
        let indicator = row.indicator
        var words = CellStyle.bordered
        words.wraps = true
        let figure = CellStyle.figure(.grouped(decimals: indicator.decimals))
        let columns = columns
        func shown(_ column: Int) -> Decimal? {
            guard case .figure(let figure) = columns[column].content else { return nil }
            return figure(row).number?.roundedHalfUp(toPlaces: indicator.decimals)
        }
        func name(_ column: Int) -> String { CellReference(row: index, column: column).text }
        return WrittenRow(
            columns.map { column in
                switch column.content {
                case .order: return WrittenCell(.text("\(number)"), .bordered)
                case .name: return WrittenCell(.text(indicator.name), words)
                case .unit: return WrittenCell(.text(indicator.unit), words)
                case .note: return WrittenCell(.text(row.note), words)
                case .figure(let value):
                    let value = value(row)
                    guard let number = value.number?.roundedHalfUp(toPlaces: indicator.decimals) else {
                        return WrittenCell(value == .notReported ? .blank : .text("-"), figure)
                    }
                    return WrittenCell(.number(number), figure)
                case .difference(let now, let before):
                    guard let first = shown(now), let second = shown(before) else {
                        return WrittenCell(.text("-"), figure)
                    }
                    return WrittenCell(
                        .formula("=\(name(now))-\(name(before))", result: first - second), figure)
                case .share(let part, let whole):
                    // Ratios are held against each other in points, which the difference shows.
                    guard !indicator.isRatio, let first = shown(part), let second = shown(whole), second != 0
                    else { return WrittenCell(.text("-"), figure) }
                    return WrittenCell(
                        .formula("=\(name(part))/\(name(whole))", result: first / second),
                        .figure(.percent(decimals: 1)))
                }
            })
    }
}
