internal import Diagnostics
internal import OfficeDocument
internal import Planning
internal import Recognition
internal import VietnameseText

// Tables, cell by cell.
extension DocumentImporting {
    /// A table; one that only frames text is its paragraphs.
    mutating func blocks(ofTable block: Int, lines range: Range<Int>) -> [WorkspaceDraft.Block] {
        let kind = document.tables.first { $0.block == block }?.kind
        let all = document.document.blocks
        switch kind {
        case .head, .foot, .addressees: return []
        default: break
        }
        guard all.indices.contains(block), case .table(let table) = all[block] else { return [] }
        let grid = TableGrid(table, lines: range.map { lines[$0] })
        if kind == .layout || grid.columnCount < 2 {
            if let first = range.first(where: { !lines[$0].isBlank }) {
                note(
                    .guessed(
                        "bảng này chỉ để đóng khung, chữ bên trong được viết thành đoạn",
                        en: "this table only frames its text, which becomes paragraphs", at: place(first)))
            }
            return range.filter { !lines[$0].isBlank }.enumerated().map { count, index in
                .paragraph(
                    StyledText(lines[index]).marked,
                    remark: count == 0 ? "ở văn bản cũ là một bảng để đóng khung" : nil)
            }
        }
        var made = grid.draft
        if table.hasTables, let first = range.first(where: { !lines[$0].isBlank }) {
            made.remark = "ở văn bản cũ có bảng nằm trong ô, nay là chữ của ô"
            note(
                .guessed(
                    "bảng nằm trong ô của bảng này được viết thành chữ của ô",
                    en: "tables inside its cells become the cells' text", at: place(first)))
        }
        if made.rows.count > Self.longTable {
            tableCount += 1
            made.file = "bang-\(tableCount).csv"
        }
        return [.table(made)]
    }

    /// Tables of more rows stand in a file of their own.
    fileprivate static var longTable: Int { 12 }
}

/// The cells of a table in their places.
private struct TableGrid {
    private let table: ReadTable
    private let texts: [[[StyledText]]]
    private let alignments: [[ParagraphFormat.Alignment?]]
    let columnCount: Int
    /// How many rows are the head.
    private let headCount: Int

    init(_ table: ReadTable, lines: [TextLine]) {
        self.table = table
        let widest = table.rows.map { $0.cells.map { $0.column + $0.columnSpan }.max() ?? 0 }.max() ?? 0
        columnCount = widest
        var texts = table.rows.map { $0.cells.map { _ in [StyledText]() } }
        var alignments = table.rows.map { $0.cells.map { _ in ParagraphFormat.Alignment?.none } }
        // What stands in a table inside a cell is the cell's text.
        var homes: [ReadParagraph.Place: (row: Int, cell: Int)] = [:]
        for (row, content) in table.rows.enumerated() {
            for (cell, own) in content.cells.enumerated() {
                for paragraph in own.blocks.paragraphs { homes[paragraph.place] = (row, cell) }
            }
        }
        for line in lines where !line.isBlank {
            guard let home = homes[line.paragraph.place] else { continue }
            texts[home.row][home.cell].append(StyledText(line))
            alignments[home.row][home.cell] = line.paragraph.format.alignment
        }
        self.texts = texts
        self.alignments = alignments
        headCount = Self.headCount(table, texts)
    }

    /// The rows the file marks as the head; else the first where it is in bold, with those its cells reach into.
    private static func headCount(_ table: ReadTable, _ texts: [[[StyledText]]]) -> Int {
        guard table.rows.count > 1, let first = texts.first else { return 0 }
        let spoken = first.flatMap { $0 }.filter { !$0.isEmpty }
        let isBold =
            !spoken.isEmpty && spoken.allSatisfy { $0.letters.allSatisfy { $0.isBold || !$0.isSpoken } }
        let marked = table.rows.prefix { $0.isHeader }.count
        guard isBold || marked > 0, spoken.count > 1 else { return 0 }
        let reach = table.rows[0].cells.map(\.rowSpan).max() ?? 1
        return min(max(isBold ? reach : 0, marked), table.rows.count - 1, 9)
    }

    /// `^` for what is covered from above, `<` from the left.
    private func cells(_ row: Int, marked: Bool) -> [String] {
        var cells = Array(repeating: "", count: columnCount)
        for (index, cell) in table.rows[row].cells.enumerated() where cells.indices.contains(cell.column) {
            let lines = texts[row][index].map { marked ? $0.marked : $0.text }
            cells[cell.column] = cell.isCovered ? "^" : lines.joined(separator: "\n")
            for column
                in (cell.column + 1)..<max(cell.column + 1, min(columnCount, cell.column + cell.columnSpan))
            { cells[column] = "<" }
        }
        return cells
    }

    private func isGroup(_ row: Int) -> Bool {
        table.rows[row].cells.count == 1 && table.rows[row].cells[0].columnSpan == columnCount
            && columnCount > 1 && !table.rows[row].cells[0].isCovered && texts[row][0].count == 1
    }

    // MARK: The draft

    var draft: WorkspaceDraft.Table {
        var made = WorkspaceDraft.Table()
        made.columns = (0..<columnCount).map { column in
            var made = WorkspaceDraft.Column()
            made.kind = kind(of: column)
            return made
        }
        setWidths(&made.columns)
        var start = headCount
        if !setTitles(&made.columns) {
            start = 0
            made.headCount = headCount
            for index in made.columns.indices {
                (made.columns[index].title, made.columns[index].group) = ("", nil)
            }
            for index in made.columns.indices where made.columns[index].kind == .counter {
                made.columns[index].kind = .centred
            }
        }
        let hasGroups = (headCount..<table.rows.count).contains(where: isGroup)
        if hasGroups, table.rows.count > DocumentImporting.longTable {
            // A row of a file that names a group cannot do without the counter's place.
            for index in made.columns.indices where made.columns[index].kind == .counter {
                made.columns[index].kind = .centred
            }
        }
        made.rows = (start..<table.rows.count).map { row in
            if row >= headCount, isGroup(row) { return .group(texts[row][0][0].text) }
            let cells = cells(row, marked: row >= headCount)
            return .cells(cells.indices.filter { made.columns[$0].kind != .counter }.map { cells[$0] })
        }
        return made
    }

    /// All but the widest column, which takes what is left.
    private func setWidths(_ columns: inout [WorkspaceDraft.Column]) {
        let widths = (0..<columnCount).map { column in
            table.columns.indices.contains(column) ? table.columns[column]?.millimetres : nil
        }
        guard widths.allSatisfy({ $0 != nil }),
            let widest = widths.indices.max(by: { (widths[$0] ?? 0) < (widths[$1] ?? 0) })
        else { return }
        for column in columns.indices where column != widest {
            columns[column].width = widths[column].map { min(400, max(5, Int($0.rounded()))) }
        }
    }

    /// Names the columns where each has a name, alone or under one it shares; false where the head is made otherwise.
    private func setTitles(_ columns: inout [WorkspaceDraft.Column]) -> Bool {
        guard headCount > 0 else { return true }
        let heads = (0..<headCount).map { cells($0, marked: false).map { $0.replacing("\n", with: " ") } }
        switch headCount {
        case 1:
            guard heads[0].allSatisfy({ !$0.isEmpty && $0 != "<" && $0 != "^" }) else { return false }
            for column in columns.indices { columns[column].title = heads[0][column] }
        case 2:
            var group: String?
            for column in columns.indices {
                let (upper, lower) = (heads[0][column], heads[1][column])
                if lower == "^", !upper.isEmpty, upper != "<" {
                    columns[column].title = upper
                    group = nil
                    continue
                }
                if upper != "<" { group = upper }
                guard let group, !group.isEmpty, group != "^", !lower.isEmpty, lower != "^", lower != "<"
                else { return false }
                (columns[column].group, columns[column].title) = (group, lower)
            }
            // Neighbours of one name would become one.
            let shared = columns.indices.dropFirst().contains { index in
                columns[index].group != nil && columns[index].group == columns[index - 1].group
                    && heads[0][index] != "<"
            }
            if shared { return false }
        default: return false
        }
        return true
    }

    private func kind(of column: Int) -> WorkspaceDraft.Column.Kind {
        var places: [(text: String, alignment: ParagraphFormat.Alignment?)] = []
        var isWhole = true
        for row in headCount..<table.rows.count where !isGroup(row) {
            guard let index = table.rows[row].cells.firstIndex(where: { $0.column == column }) else {
                isWhole = false
                continue
            }
            let cell = table.rows[row].cells[index]
            if cell.isCovered || cell.columnSpan > 1 || cell.rowSpan > 1 { isWhole = false }
            places.append((texts[row][index].map(\.text).joined(separator: " "), alignments[row][index]))
        }
        guard !places.isEmpty else { return .text }
        if column == 0, headCount > 0, isWhole, places.count > 1,
            places.enumerated().allSatisfy({ $0.element.text == "\($0.offset + 1)" })
        {
            return .counter
        }
        let spoken = places.filter { !$0.text.isEmpty }
        if !spoken.isEmpty, spoken.allSatisfy({ Self.isPrintedAlike($0.text) }),
            spoken.contains(where: { $0.alignment == .right })
        {
            return .number
        }
        return spoken.count { $0.alignment == .centre } * 2 > spoken.count ? .centred : .text
    }

    /// Whether a figure is printed as it was written.
    private static func isPrintedAlike(_ text: String) -> Bool {
        guard let number = try? TypedNumber(parsing: text), number.unit == .none else { return false }
        return NumberFormat.text(number.value) == text
    }
}

extension ReadTable {
    /// Whether a cell has a table of its own.
    fileprivate var hasTables: Bool {
        rows.contains { row in
            row.cells.contains { cell in cell.blocks.contains { if case .table = $0 { true } else { false } }
            }
        }
    }
}
