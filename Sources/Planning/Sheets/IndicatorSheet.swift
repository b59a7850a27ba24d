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
        let cutOff = cutOff ?? settings.cutOff
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
                isBold: false), WrittenRow([]), WrittenRow([]),
            head(IndicatorSheet.titles(period.year), isBold: true),
            head(["A", "B", "C", "1", "2", "3", "4=3/1", "5", "6=2/5", "D"], isBold: false),
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
        sheet.widths = [6, 45, 12, 16, 16, 16, 12, 16, 12, 20]
        sheet.headRows = 4...5
        sheet.merges = (0...1).map { CellRange(rows: $0...$0, columns: 0...9) }
        sheet.freezesAt = CellReference(row: IndicatorSheet.firstRow, column: 2)
        return sheet
    }

    private static func titles(_ year: Int) -> [String] {
        [
            "STT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm \(year)", "Thực hiện kỳ này", "Lũy kế",
            "Tỷ lệ % so với kế hoạch năm", "Cùng kỳ năm trước", "So với cùng kỳ (%)", "Ghi chú",
        ]
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
                + (2..<10).map { _ in WrittenCell(.blank, style) })
    }

    private func row(_ row: IndicatorTable.Row, number: Int, at index: Int) -> WrittenRow {
        let indicator = row.indicator
        let figure = CellStyle.figure(.grouped(decimals: indicator.decimals))
        func cell(_ value: Figure) -> WrittenCell {
            if let number = value.number {
                return WrittenCell(.number(number.roundedHalfUp(toPlaces: indicator.decimals)), figure)
            }
            return WrittenCell(value == .notReported ? .blank : .text("-"), figure)
        }
        /// The part in a column over the whole in another; `-` where there is no percentage.
        func percent(_ part: Decimal?, _ partColumn: Int, _ whole: Decimal?, _ wholeColumn: Int)
            -> WrittenCell
        {
            guard let part, let whole, whole != 0 else { return WrittenCell(.text("-"), figure) }
            let names = [partColumn, wholeColumn].map { CellReference(row: index, column: $0).text }
            return WrittenCell(
                .formula("=\(names[0])/\(names[1])", result: part / whole), .figure(.percent(decimals: 1)))
        }
        func shown(_ value: Decimal?) -> Decimal? { value?.roundedHalfUp(toPlaces: indicator.decimals) }
        var words = CellStyle.bordered
        words.wraps = true
        let target = shown(row.target)
        return WrittenRow([
            WrittenCell(.text("\(number)"), .bordered), WrittenCell(.text(indicator.name), words),
            WrittenCell(.text(indicator.unit), words),
            WrittenCell(target.map { .number($0) } ?? .blank, figure), cell(row.thisPeriod),
            cell(row.cumulative), percent(shown(row.cumulative.number), 5, target, 3), cell(row.lastYear),
            percent(shown(row.thisPeriod.number), 4, shown(row.lastYear.number), 7),
            WrittenCell(.text(indicator.note ?? ""), words),
        ])
    }
}
