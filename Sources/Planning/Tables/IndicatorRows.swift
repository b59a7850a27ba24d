internal import DataFiles
internal import Diagnostics
internal import Sheets
internal import Values

/// The indicators of a table as their form reads them.
enum IndicatorRows {
    /// The file's content, how to read it, and what was noticed.
    static func rows(of file: TableFile, _ names: CodeNames, known: KnownCodes, years: ClosedRange<Int>?)
        throws(Failure) -> (SourceNode, DataReading, [Diagnostic])
    {
        var columns = WantedColumn.columns(
            of: IndicatorFile.Row.form.description, .indicators, required: ["ma", "ten"])
        columns.removeAll { $0.key == "ke_hoach" }
        for year in years ?? 0...0 where year > 0 {
            columns.append(
                WantedColumn(
                    key: "\(year)", shape: .number(orWords: []),
                    headings: [
                        "\(year)", "Kế hoạch \(year)", "Kế hoạch năm \(year)", "KH \(year)", "Năm \(year)",
                    ]))
        }
        var table = try FigureTable(file, kind: .indicators, columns: columns, names: names)
        var rows: [SourceNode] = []
        var faults = table.warnings
        var group: SourceNode.Content?
        while true {
            guard let row = try table.next() else { break }
            guard row.role != .remark else { continue }
            faults += row.warnings
            var entries = table.entries(row)
            let written = entries.filter { !$0.value.isBlank }
            // A row with a name alone stands above a group.
            if written.count == 1, let title = written.first, title.key == "ten" {
                group = title.value.content
                continue
            }
            let targets = entries.filter { Int($0.key) != nil }
            entries.removeAll { Int($0.key) != nil }
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
            rows.append(SourceNode(.mapping(entries), at: row.position))
        }
        faults += table.lastWarnings()
        let list = SourceNode(.sequence(rows), at: Position(line: 1, column: 1))
        let node = SourceNode(.mapping([SourceNode.entry("chi_tieu", list.content)]), at: list.position)
        return (node, table.reading(known: known), faults)
    }
}
