internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// Reads a table of the template row by row.
struct TableReading {
    let tags: [PlacedTag]
    private let dialect: Dialect
    private let columnStyles: [String: Element]

    private(set) var form = GridForm()
    private(set) var columnsPlace: Int?
    private(set) var cells: [ReadCell] = []
    private(set) var groups: [TableGrid.Group?] = []
    /// What stands in each row at the outermost level: cells, and sections over cells.
    private(set) var rows: [[RowPart]] = []
    /// The sections over rows that are open, each with the branch that is read.
    private var open: [OpenSection] = []
    private var openGroups: [(tag: Int, number: Int, cell: Int)] = []
    /// The spans of rows, each with the sections its rows stand in.
    private(set) var spans: [[[OpenSection]]] = []
    /// Spans that go on in the next row, by the column they begin in.
    private var goingOn: [Int: GoingOn] = [:]
    /// Cells that merge with equal ones below, with the sections their rows stand in.
    private(set) var merging: [(span: Int, tag: Int, sections: [OpenSection])] = []
    private(set) var rowCounts: [Int: Int] = [:]
    private var hasCellSections = false
    private var column = 0
    /// The last column that a cell of this row covers beside its own.
    private var coveredUntil = -1
    /// The columns in which this row has a cell of a span.
    private var touched: Set<Int> = []

    struct ReadCell {
        var element: TemplateElement
        let content: TemplateElement
        let columns: ClosedRange<Int>
        let role: GridForm.Role
        let mergesAcross: Bool
    }

    struct OpenSection: Hashable {
        let tag: Int
        var branch = 0
    }

    private struct GoingOn {
        let span: Int
        let cell: Int
        let columns: ClosedRange<Int>
        /// How many rows are still to come, where the cell says it.
        var rows: Int?
    }

    enum RowPart {
        case cell(ClosedRange<Int>)
        case group(Int)
    }

    init(tags: [PlacedTag], dialect: Dialect, columnStyles: [String: Element]) {
        self.tags = tags
        self.dialect = dialect
        self.columnStyles = columnStyles
    }

    /// The table with nothing but the cells that are written; nil if they all stay where they are.
    mutating func read(_ table: TemplateElement) -> TemplateElement? {
        var result = table
        result.children = children(of: table, isTable: true)
        let isCut = spans.contains { rows in Set(rows).count > 1 }
        let isNested = merging.contains { $0.sections.count > 1 }
        return isCut || isNested || hasCellSections || cells.contains(where: \.mergesAcross) ? result : nil
    }

    // MARK: Rows

    private mutating func children(of element: TemplateElement, isTable: Bool) -> [TemplateNode] {
        var result: [TemplateNode] = []
        for child in element.children {
            if case .tag(let tag) = child { meet(tag) }
            if isTable, form.readColumns(child, styles: columnStyles) {
                if columnsPlace == nil { columnsPlace = result.count }
                continue
            }
            guard let inner = child.opened(in: dialect) else {
                result.append(child)
                continue
            }
            switch inner.role {
            case .row: result += row(inner)
            case nil where !inner.children.isEmpty:
                var group = inner
                group.children = children(of: inner, isTable: false)
                result.append(.element(group))
            default: result.append(child)
            }
        }
        return result
    }

    /// Follows the sections over rows.
    private mutating func meet(_ tag: Int) {
        switch tags[tag].tag {
        case .section, .inverted: open.append(OpenSection(tag: tag))
        case .otherwise: if !open.isEmpty { open[open.count - 1].branch = 1 }
        case .end: _ = open.popLast()
        case .value, .insertion, .comment, .directive, .otherwiseIf, .assignment: break
        }
    }

    /// A row, as often as the template says it stands there.
    private mutating func row(_ row: TemplateElement) -> [TemplateNode] {
        let attribute = "number-rows-repeated"
        var one = row
        one.head.attributes.removeAll { $0.name.local == attribute }
        return (0..<min(row.head.count(attribute), 256)).map { _ in
            column = 0
            coveredUntil = -1
            rows.append([])
            for section in open.suffix(1) { rowCounts[section.tag, default: 0] += 1 }
            for section in open.dropLast() { rowCounts[section.tag, default: 0] += 2 }
            let before = Set(goingOn.filter { $0.value.rows == nil }.keys)
            touched = []
            var result = one
            result.children = cells(in: one.children)
            for start in before.subtracting(touched) { goingOn[start] = nil }
            for (start, span) in goingOn where span.rows.map({ $0 <= 0 }) ?? false { goingOn[start] = nil }
            return .element(result)
        }
    }

    private mutating func cells(in nodes: [TemplateNode]) -> [TemplateNode] {
        var result: [TemplateNode] = []
        for node in nodes {
            if case .tag(let tag) = node {
                meetInRow(tag)
                result.append(node)
                continue
            }
            guard let element = node.opened(in: dialect) else {
                result.append(node)
                continue
            }
            switch element.role {
            case .cell:
                let count = min(element.head.count("number-columns-repeated"), 1024)
                for _ in 0..<(dialect.tables.isRepeating ? count : 1) where cell(element) {
                    result.append(.element(element))
                }
            case .properties: result.append(settings(element))
            case nil where !element.children.isEmpty:
                var group = element
                group.children = cells(in: element.children)
                result.append(.element(group))
            default: result.append(node)
            }
        }
        return result
    }

    /// A row's settings, with the columns it leaves out counted anew.
    private mutating func settings(_ element: TemplateElement) -> TemplateNode {
        var result = element
        var count = 0
        result.change("gridBefore", in: dialect) { gap in
            count = gap.head.count("val")
            let name = gap.head.attributes.first { $0.name.local == "val" }?.name
            gap.compute(name ?? gap.head.wordName("val"), .piece(.columnCount(0...count - 1)))
        }
        column += count
        return .element(result)
    }

    private mutating func meetInRow(_ tag: Int) {
        switch tags[tag].tag {
        case .section, .inverted:
            hasCellSections = true
            openGroups.append((tag, groups.count, cells.count))
            groups.append(nil)
        case .end:
            guard let group = openGroups.popLast(), cells.count > group.cell else { return }
            let inside = cells[group.cell...].map(\.columns)
            let first = inside.reduce(inside[0].lowerBound) { min($0, $1.lowerBound) }
            let last = inside.reduce(inside[0].upperBound) { max($0, $1.upperBound) }
            groups[group.number] = .init(
                tag: group.tag, columns: first...last, cells: group.cell...cells.count - 1)
            if openGroups.isEmpty { rows[rows.count - 1].append(.group(group.number)) }
        case .value, .insertion, .comment, .directive, .otherwise, .otherwiseIf, .assignment: break
        }
    }

    // MARK: Cells

    /// Reads a cell; false for one that only holds a place that another fills.
    private mutating func cell(_ element: TemplateElement) -> Bool {
        let start = column
        let isPlace = dialect.tables.isCovered(element.head)
        let width = dialect.tables.isRepeating ? 1 : dialect.tables.columnCount(element)
        column += width
        if isPlace, start <= coveredUntil { return false }
        let reach = max(width, isPlace ? 1 : dialect.tables.coveredColumns(element.head))
        let columns = start...start + reach - 1
        if !isPlace { coveredUntil = columns.upperBound }
        let span = isPlace ? .goesOn : dialect.tables.rowSpan(element)
        if case .goesOn = span {
            if let begun = goingOn[start], begun.columns.upperBound == columns.upperBound || isPlace {
                return goOn(element, begun, at: start)
            }
            if isPlace, goingOn.values.contains(where: { $0.columns.contains(start) }) { return false }
        }
        add(element, columns, span)
        return true
    }

    private mutating func goOn(_ element: TemplateElement, _ begun: GoingOn, at start: Int) -> Bool {
        touched.insert(start)
        goingOn[start]?.rows = begun.rows.map { $0 - 1 }
        spans[begun.span].append(open)
        let beginning = cells[begun.cell]
        let isPlace = dialect.tables.isCovered(element.head)
        append(
            ReadCell(
                element: isPlace ? beginning.element : element, content: beginning.content,
                columns: begun.columns, role: .continues(span: begun.span),
                mergesAcross: beginning.mergesAcross))
        return true
    }

    private mutating func add(_ element: TemplateElement, _ columns: ClosedRange<Int>, _ span: RowSpan) {
        var role = GridForm.Role.alone
        if case .begins(let rows) = span {
            role = .begins(span: spans.count)
            goingOn[columns.lowerBound] = GoingOn(
                span: spans.count, cell: cells.count, columns: columns, rows: rows.map { $0 - 1 })
            touched.insert(columns.lowerBound)
            spans.append([open])
        } else if let tag = element.directive(.mergedCells, tags) {
            role = .merges(span: spans.count)
            merging.append((spans.count, tag, open))
            spans.append([open])
        }
        append(
            ReadCell(
                element: element, content: element, columns: columns, role: role,
                mergesAcross: element.directive(.mergedAcross, tags) != nil))
    }

    private mutating func append(_ cell: ReadCell) {
        cells.append(cell)
        if openGroups.isEmpty { rows[rows.count - 1].append(.cell(cell.columns)) }
    }
}

extension TemplateElement {
    /// The tag of a directive, where it stands in the cell itself and not in a table inside.
    func directive(_ directive: Tag.Directive, _ tags: [PlacedTag]) -> Int? {
        for node in children {
            switch node {
            case .tag(let index): if case .directive(directive, _) = tags[index].tag { return index }
            case .element(let element) where element.role != .table:
                if let tag = element.directive(directive, tags) { return tag }
            case .element, .text, .plain: break
            }
        }
        return nil
    }
}
