internal import DataFiles
internal import Diagnostics
internal import Planning
internal import Values

/// The cells of a written table (`bang`): rows that are lists of cells, or a text that names those below it.
struct TableCells {
    let columns: [FieldDescription]
    /// For each column, whether the program counts it, so that only rows of the head have a cell there.
    private let isCounted: [Bool]

    /// Whether the place is the rows of a table.
    static func stand(at steps: DataSteps, in opened: OpenedDataFile) -> Bool {
        guard steps.last == "dong", case .record(let table) = opened.form(at: steps.parent).form.shape else {
            return false
        }
        return table.name == "bang"
    }

    /// Nil where the place is not the rows of a table.
    init?(of opened: OpenedDataFile, at steps: DataSteps) {
        guard Self.stand(at: steps, in: opened) else { return nil }
        let heads = EditForm.items(of: opened.content(at: steps.parent.appending("cot")))
        let rows = EditForm.items(of: opened.content(at: steps)).map { EditForm.items(of: $0).count }
        var isCounted = heads.map { RecordField.text(of: $0.at(DataSteps(["kieu"]))) == "stt" }
        let places = isCounted.count { !$0 }
        if let longest = rows.max(), longest > max(places, isCounted.count) || isCounted.isEmpty {
            isCounted += Array(repeating: false, count: longest - isCounted.count)
        }
        self.isCounted = isCounted
        let hasFullRows = isCounted.contains(true) && rows.contains { $0 >= isCounted.count }
        columns = isCounted.enumerated().compactMap { index, isCounted in
            guard !isCounted || hasFullRows else { return nil }
            func said(_ key: String) -> String {
                heads.indices.contains(index) ? RecordField.text(of: heads[index].at(DataSteps([key]))) : ""
            }
            let label = said("ten").isEmpty ? "Cột \(index + 1)" : said("ten")
            return FieldDescription(
                String(index), .optional, DataForm<String>.text.description,
                help: said("nhom").isEmpty ? label : "\(said("nhom")): \(label)", label: label)
        }
    }

    /// Where the cell of a column stands in a row; nil where the row has none there.
    private func place(of column: FieldDescription, in row: SourceNode.Content) -> Int? {
        guard let index = Int(column.key) else { return nil }
        if case .sequence(let cells) = row, cells.count >= isCounted.count { return index }
        return isCounted[index] ? nil : isCounted[..<index].count { !$0 }
    }

    /// What a cell says; nil where the program counts.
    func content(of column: FieldDescription, in row: SourceNode.Content) -> SourceNode.Content? {
        place(of: column, in: row).map { place in
            switch row {
            case .sequence(let cells): cells.indices.contains(place) ? cells[place].content : .null
            case .text, .number: place == 0 ? row : .null
            case .null, .boolean, .mapping: .null
            }
        }
    }

    /// A row as it is once these texts stand in its cells; the name of a group stays one while nothing stands beside it.
    func row(_ row: SourceNode.Content, saying typed: [String: String]) -> SourceNode.Content {
        var cells: [SourceNode] = []
        if case .sequence(let old) = row { cells = old }
        if case .text = row { cells = [SourceNode(row, at: .start)] }
        let blank = SourceNode(.text(""), at: .start)
        let count = isCounted.count { !$0 }
        cells += Array(repeating: blank, count: max(0, count - cells.count))
        for column in columns {
            guard let place = place(of: column, in: row), let text = typed[column.key].map(RecordField.plain),
                text != RecordField.plain(RecordField.text(of: cells[place].content))
            else { continue }
            cells[place] = SourceNode(.text(text), at: .start)
        }
        if case .text = row, cells.dropFirst().allSatisfy({ RecordField.text(of: $0.content).isEmpty }) {
            return cells[0].content
        }
        return .sequence(cells)
    }
}
