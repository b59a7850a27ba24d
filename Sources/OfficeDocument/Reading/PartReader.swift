internal import Diagnostics
internal import XMLTree

/// A reader that keeps count of where it stands in the part it reads.
protocol PartReader {
    var part: String { get }
    /// Child indices from the root of the part.
    var path: [Int] { get set }
    var paragraphs: Int { get set }
    var tables: Int { get set }
    /// The cells around, the innermost last.
    var cells: [Location.Cell] { get set }

    static func isParagraph(_ element: Element) -> Bool
    static func isTable(_ element: Element) -> Bool
    /// Whether the paragraphs inside are counted apart.
    static func isCountedApart(_ element: Element) -> Bool
}

extension PartReader {
    /// What `read` makes of the child elements, keeping count of the path.
    mutating func children<Value>(of element: Element, _ read: (inout Self, Element) -> Value?) -> [Value] {
        var values: [Value] = []
        for (index, node) in element.children.enumerated() {
            guard case .element(let child) = node else { continue }
            path.append(index)
            if let value = read(&self, child) { values.append(value) }
            path.removeLast()
        }
        return values
    }

    /// Counts the paragraphs and tables of a branch that is not read, so that numbers stay those of the file.
    mutating func skip(_ element: Element) {
        for case .element(let child) in element.children where !Self.isCountedApart(child) {
            if Self.isParagraph(child) { paragraphs += 1 } else if Self.isTable(child) { tables += 1 }
            skip(child)
        }
    }

    /// The place of the paragraph that was counted last, or of another.
    func place(ofParagraph number: Int) -> ReadParagraph.Place {
        ReadParagraph.Place(
            part: part, number: number, cell: cells.last.flatMap { $0.column > 0 ? $0 : nil }, path: path)
    }

    /// Steps into the next row of the table.
    mutating func enterRow() {
        if let cell = cells.popLast() { cells.append(.init(table: cell.table, row: cell.row + 1, column: 0)) }
    }

    /// Steps into the next cell of the row.
    mutating func enterCell() {
        if let cell = cells.popLast() {
            cells.append(.init(table: cell.table, row: cell.row, column: cell.column + 1))
        }
    }
}

extension [Length?] {
    /// The width of so many columns of a grid; nil where one is not known.
    func width(of span: Int, from column: Int) -> Length? {
        guard indices.contains(column) else { return nil }
        let spanned = self[column..<Swift.min(column + span, count)]
        let known = spanned.compactMap { $0 }
        return known.count == spanned.count && !known.isEmpty ? known.total : nil
    }
}
