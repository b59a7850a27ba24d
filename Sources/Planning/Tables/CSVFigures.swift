internal import DataFiles
internal import Diagnostics
internal import FoundationEssentials
internal import Sheets
internal import Values
internal import VietnameseText

/// The rows of a table in CSV.
struct CSVFigures: ~Copyable {
    let columns: [WantedColumn]
    let titles: [String]
    let headings: [Position]
    private var rows: CSVRows
    /// The field of each column.
    private let fields: [Int]
    /// What a plain amount is multiplied by.
    private let factors: [Decimal?]
    private var roles = RowRoles()

    init(_ rows: consuming CSVRows, _ wanted: [WantedColumn]) throws(Failure) {
        let header = rows.header
        let words = header.map(\.text)
        let match = ColumnMatch(words, columns: wanted.map(\.column))
        let file = rows.file
        var faults: [Diagnostic] = []
        func place(_ field: Int) -> Location {
            let position = header[field].position
            return .text(file: file, line: position.line, column: position.column, dataPath: "")
        }
        for double in match.doubles {
            faults.append(
                .doubleColumn(double.key, double.columns.map { words[$0] }, at: place(double.columns[0])))
        }
        for (column, found) in zip(wanted, match.places)
        where found == nil && column.column.presence == .required {
            faults.append(.missingColumn(column.column, unused: match.unused.map(\.title), at: place(0)))
        }
        for unused in match.unused { faults.append(.unusedColumn(unused.title, at: place(unused.column))) }
        if let failure = Failure(faults) { throw failure }
        let found = wanted.indices.filter { match.places[$0] != nil }
        columns = found.map { wanted[$0] }
        titles = found.map { match.titles[$0] ?? "" }
        let places = found.map { match.places[$0] ?? 0 }
        headings = places.map { header[$0].position }
        factors = found.map { index in
            guard wanted[index].column.kind == .money, let title = match.titles[index] else { return nil }
            return AmountUnit.factor(inHeading: title).flatMap { $0 == 1 ? nil : $0 }
        }
        fields = places
        self.rows = rows
    }

    mutating func next(_ names: CodeNames, _ texts: inout AdaptedTexts) throws(Failure) -> FigureTable.Row? {
        guard let row = try rows.next() else { return nil }
        var values: [SourceNode] = []
        values.reserveCapacity(fields.count)
        for (index, field) in fields.enumerated() {
            values.append(try value(of: row[field], index, names, &texts))
        }
        let words = row.first {
            !$0.text.isEmpty && ($0.text.isLonger(than: 3) || TableRow.Role($0.text) != nil)
        }?.text
        let role = roles.role(words: words) {
            zip(columns, fields).contains { column, field in
                column.column.kind != .text && (try? TypedNumber(parsing: row[field].text)) != nil
            }
        }
        return FigureTable.Row(
            role: role, position: row.first?.position ?? Position(line: 1, column: 1), values: values,
            warnings: [])
    }

    private func value(of field: CSVField, _ index: Int, _ names: CodeNames, _ texts: inout AdaptedTexts)
        throws(Failure) -> SourceNode
    {
        let node = SourceNode(field)
        guard case .text(let text) = node.content else {
            guard let factor = factors[index], case .number(let written) = node.content else { return node }
            return try scaled(written, index, factor, at: field.position)
        }
        if let factor = factors[index] { return try scaled(text, index, factor, at: field.position) }
        return SourceNode(.text(texts.adapted(text, index, columns[index].shape, names)), at: field.position)
    }

    private func scaled(_ text: String, _ index: Int, _ factor: Decimal, at position: Position)
        throws(Failure) -> SourceNode
    {
        do throws(NumberFault) {
            let amount = try AmountUnit.amount(text, times: factor).value
            return SourceNode(.number(unambiguous: amount.description), at: position)
        } catch {
            throw Failure(
                error.diagnostic(
                    at: .text(
                        file: rows.file, line: position.line, column: position.column,
                        dataPath: columns[index].key)))
        }
    }
}
