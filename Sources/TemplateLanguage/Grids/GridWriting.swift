/// Writes a filled table with every cell in its place.
struct GridWriting {
    private var grid: OpenGrid
    private let form: GridForm
    private let columns: GridColumns
    private(set) var styles: LateStyles
    private var result: [UInt8] = []
    /// Whether the row being written has a cell.
    private var hasCell = false

    init(of grid: OpenGrid, _ form: GridForm, _ styles: LateStyles) {
        self.grid = grid
        self.form = form
        self.styles = styles
        columns = GridColumns(of: grid, form)
        for number in grid.cells.indices { self.grid.cells[number].columns = columns.places[number] ?? 0..<0 }
    }

    /// The table from the bytes it was filled with; none where no row is left.
    mutating func bytes(from output: [UInt8]) -> [UInt8] {
        mergeAcross(output)
        var place = grid.start
        var rowStart = 0
        var rowCount = 0
        var current: Int?
        var isLeftOut = false
        for mark in grid.marks {
            if !isLeftOut { result += output[place..<mark.offset] }
            place = mark.offset
            switch mark.kind {
            case .columns: writeColumns()
            case .row:
                rowStart = result.count
                hasCell = false
            case .rowEnd: if hasCell { rowCount += 1 } else { result.removeSubrange(rowStart...) }
            case .cell(let number):
                current = number
                let cell = grid.cells[number]
                isLeftOut = cell.isCovered || cell.isTaken || cell.columns.isEmpty
            case .cellEnd:
                if let current { end(grid.cells[current]) }
                current = nil
                isLeftOut = false
            case .piece(let piece): if !isLeftOut { write(piece, current.map { grid.cells[$0] }) }
            case .groupEnd(let key, let cells): fillGaps(columns.missing[key] ?? [], cells)
            }
        }
        result += output[place...]
        return rowCount == 0 ? [] : result
    }

    // MARK: Cells

    /// What stands behind a cell, or in its place where it is covered.
    private mutating func end(_ cell: FilledCell) {
        guard !cell.columns.isEmpty, !cell.isTaken else { return }
        hasCell = true
        let template = form.cells[cell.cell]
        if cell.isCovered { for piece in template.covered { write(piece, cell) } }
        for _ in cell.columns.dropFirst() { result += template.beside }
    }

    private mutating func write(_ piece: GridForm.Piece, _ cell: FilledCell?) {
        switch piece {
        case .bytes(let bytes): result += bytes
        case .columnSpan(let before, let after):
            guard let cell, cell.columns.count > 1 else { return }
            result += before + String(cell.columns.count).utf8 + after
        case .rowSpan(let before, let after):
            guard let cell, cell.rows > 1 else { return }
            result += before
            if let after { result += Array(String(cell.rows).utf8) + after }
        case .width(let whole):
            guard let cell else { return }
            result += String(width(of: cell, whole: whole)).utf8
        case .columnCount(let range): result += String(columns.count(of: range)).utf8
        }
    }

    /// What a cell's columns are wide together, where the template says so, or its share of what it was wide.
    private func width(of cell: FilledCell, whole: Int) -> Int {
        let range = form.cells[cell.cell].columns
        let widths = range.map { column -> Int? in
            guard form.columns.indices.contains(column), case .units(let width) = form.columns[column].width
            else { return nil }
            return width
        }
        let known = widths.compactMap(\.self)
        if known.count == widths.count, known.reduce(0, +) == whole {
            return cell.columns.reduce(0) { sum, place in
                let column = columns.columns[place]
                guard let width = form.columns[column.column].width?.share(column.shares),
                    case .units(let units) = width
                else { return sum }
                return sum + units
            }
        }
        guard let first = cell.columns.first else { return whole }
        let shares = columns.columns[first].shares.prefix(cell.instances.count)
        if case .units(let units) = GridForm.Width.units(whole).share(Array(shares)) { return units }
        return whole
    }

    /// Cells without text where a row has fewer repeats than another.
    private mutating func fillGaps(_ gaps: [GridColumns.Gap], _ cells: ClosedRange<Int>) {
        for gap in gaps {
            var filled = 0
            for number in cells {
                var cell = FilledCell(cell: number, row: 0, instances: [])
                cell.columns = gap.place(of: form.cells[number].columns)
                // Another branch may have cells in the same place.
                guard !cell.columns.isEmpty, cell.columns.lowerBound >= filled else { continue }
                filled = cell.columns.upperBound
                hasCell = true
                for piece in form.cells[number].blank { write(piece, cell) }
                for _ in cell.columns.dropFirst() { result += form.cells[number].beside }
            }
        }
    }

    /// Makes one cell of equal neighbours that ask for it.
    private mutating func mergeAcross(_ output: [UInt8]) {
        var first: Int?
        for number in grid.cells.indices {
            let cell = grid.cells[number]
            guard cell.mergesAcross, !cell.columns.isEmpty else {
                first = nil
                continue
            }
            if let before = first.map({ grid.cells[$0] }), before.row == cell.row,
                before.columns.upperBound == cell.columns.lowerBound, output[cell.content].hasText,
                output[before.content].elementsEqual(output[cell.content]), let first
            {
                grid.cells[first].columns = before.columns.lowerBound..<cell.columns.upperBound
                grid.cells[number].isTaken = true
            } else {
                first = number
            }
        }
    }

    // MARK: Columns

    private mutating func writeColumns() {
        result += form.beforeColumns
        for (place, column) in columns.columns.enumerated() where form.columns.indices.contains(column.column)
        {
            for wrapper in form.wrappers where first(in: wrapper) == place { result += wrapper.before }
            write(form.columns[column.column], column.shares)
            for wrapper in form.wrappers.reversed() where last(in: wrapper) == place {
                result += wrapper.after
            }
        }
        result += form.afterColumns
    }

    private func first(in wrapper: GridForm.Wrapper) -> Int? {
        columns.columns.firstIndex { wrapper.columns.contains($0.column) }
    }

    private func last(in wrapper: GridForm.Wrapper) -> Int? {
        columns.columns.lastIndex { wrapper.columns.contains($0.column) }
    }

    private mutating func write(_ column: GridForm.Column, _ shares: [GridColumns.Share]) {
        let width = column.width?.share(shares)
        guard let width, width != column.width else {
            result += column.plain
            return
        }
        let name = column.style.map { styles.name(of: $0, width: width.words) } ?? ""
        for piece in column.shared {
            switch piece {
            case .bytes(let bytes): result += bytes
            case .width: result += width.words.utf8
            case .styleName: result += name.utf8
            }
        }
    }
}

/// Styles that tables turn out to need behind the place where a part has them.
struct LateStyles {
    /// Where they go in the output.
    var place: Int?
    private var names: [[UInt8]: String] = [:]
    private(set) var bytes: [UInt8] = []

    /// What their names begin with.
    private let prefix: String

    init(prefix: String) { self.prefix = prefix }

    /// The name of a style of that width, which is made when it is first asked for.
    mutating func name(of pieces: [GridForm.ColumnPiece], width: String) -> String {
        func written(_ name: String) -> [UInt8] {
            pieces.flatMap { piece -> [UInt8] in
                switch piece {
                case .bytes(let bytes): bytes
                case .width: Array(width.utf8)
                case .styleName: Array(name.utf8)
                }
            }
        }
        let key = written("")
        if let name = names[key] { return name }
        let name = "\(prefix)\(names.count + 1)"
        names[key] = name
        bytes += written(name)
        return name
    }
}

extension ArraySlice<UInt8> {
    /// Whether a stretch of XML holds more than elements and blanks.
    var hasText: Bool {
        var isInTag = false
        for byte in self {
            switch byte {
            case UInt8(ascii: "<"): isInTag = true
            case UInt8(ascii: ">"): isInTag = false
            default: if !isInTag, byte > 0x20 { return true }
            }
        }
        return false
    }
}
