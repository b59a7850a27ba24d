internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// A section over columns of one table.
struct ColumnRepeat: Sendable {
    let opening: Int
    let closing: Int
    /// Columns of the table's grid, from 0.
    let columns: ClosedRange<Int>
    /// The section round it in the same table: only the rows of that one have these columns.
    let rows: (opening: Int, closing: Int)?
}

/// Puts a section over columns round the cells it repeats, in every row of its table.
struct ColumnRepeating {
    let dialect: Dialect
    let section: ColumnRepeat
    /// Whether the rows that come are those the section repeats columns in.
    private var isInRows: Bool

    init(_ section: ColumnRepeat, dialect: Dialect) {
        self.dialect = dialect
        self.section = section
        isInRows = section.rows == nil
    }

    mutating func apply(to element: inout TemplateElement) {
        element.children = element.children.map { child in
            if let rows = section.rows {
                if child.isTag(rows.opening) { isInRows = true }
                if child.isTag(rows.closing) { isInRows = false }
            }
            guard var inner = child.opened(in: dialect) else { return child }
            switch inner.role {
            case .row:
                guard isInRows else { return child }
                inner.children = wrapped(units(of: inner))
            case nil where !inner.children.isEmpty: apply(to: &inner)
            default: return child
            }
            return .element(inner)
        }
    }

    /// A child of a row, and how many columns it fills.
    private struct Unit {
        var node: TemplateNode
        let width: Int
        /// How many columns a cell spans whose covered places follow as cells of their own.
        var reach = 1
    }

    private func units(of row: TemplateElement) -> [Unit] {
        row.children.flatMap { child -> [Unit] in
            guard let head = child.head else { return [Unit(node: child, width: 0)] }
            switch dialect.role(of: head.name) {
            case .properties: return [Unit(node: child, width: gap(child))]
            case .cell:
                guard let cell = child.opened(in: dialect) else { return [] }
                return single(cell).map { cell in
                    Unit(
                        node: cell, width: cell.columnCount(in: dialect),
                        reach: cell.head.map(dialect.tables.coveredColumns) ?? 1)
                }
            case nil: return [Unit(node: child, width: child.columnCount(in: dialect))]
            default: return [Unit(node: child, width: 0)]
            }
        }
    }

    /// Columns that a row leaves out at its beginning.
    private func gap(_ settings: TemplateNode) -> Int {
        settings.opened(in: dialect)?.children.first { $0.head?.name.local == "gridBefore" }?.head?.count(
            "val") ?? 0
    }

    /// Units with the section's tags round those that repeat.
    private func wrapped(_ units: [Unit]) -> [TemplateNode] {
        var result: [TemplateNode] = []
        var isOpen = false
        var column = 0
        var coveredUntil = -1
        for unit in units {
            guard unit.width > 0 else {
                result.append(unit.node)
                continue
            }
            let start = column
            column += unit.width
            let end = start + max(unit.width, unit.reach) - 1
            // What another cell covers goes where that one goes.
            let belongs =
                start <= coveredUntil
                ? isOpen : start >= section.columns.lowerBound && end <= section.columns.upperBound
            coveredUntil = max(coveredUntil, end)
            if belongs != isOpen {
                result.append(.tag(belongs ? section.opening : section.closing))
                isOpen = belongs
            }
            result.append(unit.node)
        }
        if isOpen { result.append(.tag(section.closing)) }
        return result
    }

    /// An element that stands for several equal ones as so many single ones.
    private func single(_ element: TemplateElement) -> [TemplateNode] {
        let attribute = "number-columns-repeated"
        let count = min(element.head.count(attribute), 1024)
        guard count > 1 else { return [.element(element)] }
        var one = element
        one.head.attributes.removeAll { $0.name.local == attribute }
        return Array(repeating: .element(one), count: count)
    }
}

extension TemplateNode {
    /// How many columns of the grid a cell, or a group of cells, fills.
    func columnCount(in dialect: Dialect) -> Int {
        guard let element = opened(in: dialect) else { return 0 }
        switch dialect.role(of: element.head.name) {
        case .cell: return dialect.tables.columnCount(element)
        case nil: return element.children.reduce(0) { $0 + $1.columnCount(in: dialect) }
        default: return 0
        }
    }
}

extension Element {
    /// A number of equal things given by an attribute; one where it is absent.
    func count(_ local: String) -> Int {
        let value = value(local).flatMap { Int($0) }
        return max(1, min(value ?? 1, 16384))
    }

    /// Columns that a row leaves out at its beginning.
    var gridBefore: Int {
        guard name.local == "trPr" else { return 0 }
        return child("gridBefore")?.count("val") ?? 0
    }
}

extension TemplateElement {
    /// Changes the first child of a name, if there is one.
    mutating func change(_ local: String, in dialect: Dialect, _ change: (inout TemplateElement) -> Void) {
        guard let place = children.firstIndex(where: { $0.head?.name.local == local }),
            var child = children[place].opened(in: dialect)
        else { return }
        change(&child)
        children[place] = .element(child)
    }
}
