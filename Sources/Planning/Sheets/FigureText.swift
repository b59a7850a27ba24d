internal import DataFiles
package import Diagnostics
internal import FoundationEssentials
internal import Sheets
internal import VietnameseText

/// The figures of workbooks as CSV, which says the same when it is read in their place.
package enum FigureText {
    /// Each workbook of figures in a workspace with the text that can take its place: `du-toan/2026.csv`.
    ///
    /// The workbooks themselves are never changed. Throws why one cannot be read.
    package static func tables(of folder: String) throws(Failure) -> [(path: String, text: String)] {
        let workspace = try Workspace.reading(folder: folder, leaving: [.log, .report], for: .preview).value
        let root = folder.hasSuffix("/") ? folder : folder + "/"
        var tables: [(path: String, text: String)] = []
        var faults: [Diagnostic] = []
        for file in try FolderReading.figureFiles(in: folder) {
            guard let table = file.table, table.isWorkbook else { continue }
            do throws(Failure) {
                let name = file.name.hasPrefix(root) ? String(file.name.dropFirst(root.count)) : file.name
                let stem = name[..<(name.lastIndex(of: ".") ?? name.endIndex)]
                tables.append(("\(stem).csv", try text(of: table, file.kind, file.year, workspace)))
            } catch { faults += error.diagnostics }
        }
        if let failure = Failure(faults) { throw failure }
        return tables
    }

    private static func text(of file: TableFile, _ kind: DataKind, _ year: Int?, _ workspace: Workspace)
        throws(Failure) -> String
    {
        let wanted = columns(of: kind, year, workspace)
        let book = try file.workbook()
        let (sheet, _) = try FigureTable.sheet(of: book, for: kind)
        var table = try SheetTable(book, sheet: sheet, columns: wanted.map(\.column))
        let found = wanted.indices.filter { table.places[$0] != nil }
        // A heading that says in what unit its amounts are has done so: they are in đồng here.
        let heads = found.map { index -> String in
            let key = wanted[index].column.headings.first ?? wanted[index].key
            guard let title = table.titles[index], AmountUnit.factor(inHeading: title) == nil else {
                return key
            }
            return title
        }
        var text = heads.map { field($0) }.joined(separator: ";")
        text += "\n"
        while let row = try table.next() {
            guard row.role != .remark else { continue }
            text += found.map { index in row.values[index].map { field($0.content) } ?? "" }.joined(
                separator: ";")
            text += "\n"
        }
        return text
    }

    /// The columns that a table of the kind may have.
    private static func columns(of kind: DataKind, _ year: Int?, _ workspace: Workspace) -> [WantedColumn] {
        switch kind {
        case .estimate:
            let sources = year.flatMap { workspace.estimates[$0]?.sources } ?? []
            return EstimateTable.columns(sources, year: year)
        case .log: return WantedColumn.columns(of: LogRow.form.description, .log)
        case .indicators: return IndicatorRows.columns(of: workspace.programme.duration)
        case .norms: return WantedColumn.columns(of: Norm.form.description, .norms)
        case .payments: return WantedColumn.columns(of: PaymentFile.Payment.form.description, .payments)
        case .agency, .programme, .report, .outline, .tableForm: return []
        }
    }

    private static func field(_ content: TableValue.Content) -> String {
        switch content {
        case .text(let text): field(text)
        // Text is Vietnamese: the comma parts the decimals.
        case .number(let number): number.description.replacing(".", with: ",")
        case .boolean(let flag): flag ? "true" : "false"
        case .date(let date), .moment(let date, _): date.text(.short)
        }
    }

    /// A blank in front keeps a spreadsheet from taking words for a formula; readers leave it out.
    private static func field(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).map(\.trimmed).joined(separator: " ")
        let isFormula = line.count > 1 && line.first.map { "=+-@".contains($0) } == true
        let safe = isFormula ? " \(line)" : line
        guard safe.contains(where: { ";\"\t".contains($0) }) else { return safe }
        return "\"\(safe.replacing("\"", with: "\"\""))\""
    }
}
