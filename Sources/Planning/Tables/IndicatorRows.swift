internal import DataFiles
internal import Diagnostics
internal import Sheets
internal import Values

/// The indicators of a table as their form reads them.
enum IndicatorRows {
    /// The columns of such a table: one for each year's target and what it is expected to come to.
    static func columns(of years: ClosedRange<Int>?) -> [WantedColumn] {
        var columns = WantedColumn.columns(
            of: IndicatorFile.Row.form.description, .indicators, required: ["ma", "ten"])
        columns.removeAll { $0.key == "ke_hoach" || $0.key == "uoc_thuc_hien" }
        for year in years ?? 0...0 where year > 0 {
            columns.append(
                WantedColumn(
                    key: "\(year)", shape: .number(orWords: []),
                    headings: [
                        "\(year)", "Kế hoạch \(year)", "Kế hoạch năm \(year)", "KH \(year)", "Năm \(year)",
                    ]))
            columns.append(
                WantedColumn(
                    key: "uoc:\(year)", shape: .number(orWords: []),
                    headings: [
                        "Ước thực hiện \(year)", "Ước thực hiện năm \(year)", "Ước TH \(year)", "UTH \(year)",
                    ]))
        }
        return columns
    }

    /// The file's content, how to read it, and what was noticed.
    static func rows(of file: TableFile, _ names: CodeNames, known: KnownCodes, years: ClosedRange<Int>?)
        throws(Failure) -> (SourceNode, DataReading, [Diagnostic])
    {
        let columns = columns(of: years)
        var table = try FigureTable(file, kind: .indicators, columns: columns, names: names)
        var rows: [SourceNode] = []
        var faults = table.warnings
        var group: SourceNode.Content?
        for row in try table.all() where row.role != .remark {
            faults += row.warnings
            var entries = table.entries(row)
            let written = entries.filter { !$0.value.isBlank }
            // A row with a name alone stands above a group.
            if written.count == 1, let title = written.first, title.key == "ten" {
                group = title.value.content
                continue
            }
            let targets = entries.filter { Int($0.key) != nil }
            let expected = entries.filter { $0.key.hasPrefix("uoc:") }.map {
                SourceNode.Entry(
                    key: String($0.key.dropFirst(4)), keyPosition: $0.keyPosition, value: $0.value)
            }
            entries.removeAll { Int($0.key) != nil || $0.key.hasPrefix("uoc:") }
            if let group, !entries.contains(where: { $0.key == "nhom" && !$0.value.isBlank }) {
                entries.removeAll { $0.key == "nhom" }
                entries.append(
                    SourceNode.Entry(
                        key: "nhom", keyPosition: row.position, value: SourceNode(group, at: row.position)))
            }
            entries.append(
                SourceNode.Entry(
                    key: "ke_hoach", keyPosition: row.position,
                    value: SourceNode(.mapping(targets), at: row.position)))
            entries.append(
                SourceNode.Entry(
                    key: "uoc_thuc_hien", keyPosition: row.position,
                    value: SourceNode(.mapping(expected), at: row.position)))
            rows.append(SourceNode(.mapping(entries), at: row.position))
        }
        faults += table.lastWarnings()
        let list = SourceNode(.sequence(rows), at: Position(line: 1, column: 1))
        let node = SourceNode(.mapping([SourceNode.entry("chi_tieu", list.content)]), at: list.position)
        return (node, table.reading(known: known), faults)
    }
}
