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
}

/// Puts a section over columns round the cells it repeats, in every row of its table.
struct ColumnRepeating {
    let dialect: Dialect
    let section: ColumnRepeat
    /// The part's automatic styles, where OpenDocument keeps the columns' widths.
    let automaticStyles: [Element]
    /// Styles made for the columns.
    private(set) var madeStyles: [TemplateElement] = []
    private let firstStyle: Int
    /// What the names of styles begin with.
    private let stylePrefix: String
    /// Whether some cell lies half inside and half outside.
    private(set) var hasStraddlingCell = false

    init(of text: SourceText, section: ColumnRepeat, firstStyle: Int) {
        dialect = text.dialect
        self.section = section
        automaticStyles = text.automaticStyles
        stylePrefix = text.stylePrefix
        self.firstStyle = firstStyle
    }

    private var repeated: ClosedRange<Int> { section.columns }

    mutating func apply(to table: inout TemplateElement) {
        var column = 0
        let end = (table.children.lastIndex { $0.isColumn } ?? -1) + 1
        table.children =
            grid(table.children[..<end], &column) + table.children[end...].map { part($0, &column) }
    }

    /// One child of the table or of a group in it.
    private mutating func part(_ node: TemplateNode, _ column: inout Int) -> TemplateNode {
        guard let head = node.head, var element = node.opened(in: dialect) else { return node }
        switch dialect.role(of: head.name) {
        case .row: row(&element)
        case .properties where head.name.local == "tblGrid":
            column = 0
            element.children = grid(element.children[...], &column)
        case .properties where head.name.local.hasPrefix("table-"):
            element.children = grid(element.children[...], &column)
        case nil where !element.children.isEmpty:
            element.children = element.children.map { part($0, &column) }
        default: return node
        }
        return .element(element)
    }

    // MARK: Columns

    /// The columns of a grid, those that repeat inside the section.
    private mutating func grid(_ children: ArraySlice<TemplateNode>, _ column: inout Int) -> [TemplateNode] {
        var result: [TemplateNode] = []
        var units: [Unit] = []
        for child in children {
            if child.isColumn, let element = child.opened(in: dialect) {
                units += single(element).map { Unit(node: $0, width: 1) }
            } else {
                result += wrapped(units, from: &column) + [part(child, &column)]
                units = []
            }
        }
        return result + wrapped(units, from: &column)
    }

    /// A column or a cell that shares its width among the repeats.
    private mutating func narrowed(_ node: TemplateNode) -> TemplateNode {
        guard var element = node.opened(in: dialect) else { return node }
        switch element.head.name.local {
        case "gridCol": element.shareWidth("w")
        case "table-column": takeNarrowStyle(&element)
        case "tc":
            element.change("tcPr", in: dialect) { settings in
                settings.change("tcW", in: dialect) { $0.shareWidth("w") }
            }
        default: return node
        }
        return .element(element)
    }

    private mutating func takeNarrowStyle(_ column: inout TemplateElement) {
        guard let place = column.head.attributes.firstIndex(where: { $0.name.local == "style-name" }),
            let known = automaticStyles.first(where: {
                $0.attribute("name", in: OpenDocumentNames.style) == column.head.attributes[place].value
            }), let properties = known.child("table-column-properties"),
            let width = properties.attribute("column-width", in: OpenDocumentNames.style).flatMap(millimetres)
        else { return }
        let made = "\(stylePrefix)vt_cot_\(firstStyle + madeStyles.count + 1)"
        column.head.attributes[place].value = made
        var style = TemplateElement(opening: known, in: dialect)
        for place in style.head.attributes.indices where style.head.attributes[place].name.local == "name" {
            style.head.attributes[place].value = made
        }
        var narrow = TemplateElement(head: properties.withoutChildren, role: .properties)
        narrow.head.attributes.removeAll { $0.name.local == "rel-column-width" }
        let name = QualifiedName(
            namespace: OpenDocumentNames.style, prefix: known.name.prefix, local: "column-width")
        narrow.compute(name, .columnWidth(tag: section.opening, whole: width))
        style.children = [.element(narrow)]
        madeStyles.append(style)
    }

    // MARK: Rows

    /// A child of a row or of a grid, and how many columns it fills.
    private struct Unit {
        var node: TemplateNode
        let width: Int
        /// How many columns a cell spans whose covered places follow as cells of their own.
        var reach = 1
    }

    private mutating func row(_ row: inout TemplateElement) {
        var units: [Unit] = []
        for child in row.children {
            guard let head = child.head else {
                units.append(Unit(node: child, width: 0))
                continue
            }
            switch dialect.role(of: head.name) {
            case .properties: units.append(Unit(node: child, width: head.gridBefore))
            case .cell:
                guard let cell = child.opened(in: dialect) else { continue }
                units += single(cell).map(unit)
            case nil: units.append(Unit(node: child, width: child.columnCount(in: dialect)))
            case .paragraph, .span, .text, .table, .row, .list, .listItem, .container, .character, .blanks,
                .mark:
                units.append(Unit(node: child, width: 0))
            }
        }
        var column = 0
        row.children = wrapped(units, from: &column)
    }

    private func unit(_ cell: TemplateNode) -> Unit {
        Unit(
            node: cell, width: cell.columnCount(in: dialect),
            reach: cell.head.map(dialect.tables.coveredColumns) ?? 1)
    }

    /// Units with the section's tags round those that repeat.
    private mutating func wrapped(_ units: [Unit], from column: inout Int) -> [TemplateNode] {
        var result: [TemplateNode] = []
        var isOpen = false
        // In OpenDocument, a cell that begins with the repeated columns and ends behind them leaves its own place alone.
        var shift = 0
        for unit in units {
            guard unit.width > 0 else {
                result.append(unit.node)
                continue
            }
            let start = column
            column += unit.width
            let end = start + max(unit.width, unit.reach) - 1
            let isWide = end > start && start <= repeated.upperBound && end >= repeated.lowerBound
            let isOver =
                isWide && start <= repeated.lowerBound && end >= repeated.upperBound
                && end - start + 1 > repeated.count
            let isWithin = start >= repeated.lowerBound && end <= repeated.upperBound
            if isWide, !isOver, !isWithin { hasStraddlingCell = true }
            let belongs =
                !isOver && start >= repeated.lowerBound + shift && column - 1 <= repeated.upperBound + shift
            if isOver, unit.reach > 1, start == repeated.lowerBound { shift = 1 }
            if belongs != isOpen {
                result.append(.tag(belongs ? section.opening : section.closing))
                isOpen = belongs
            }
            let node = isOver ? widened(unit.node, span: end - start + 1) : unit.node
            result.append(belongs ? narrowed(node) : node)
        }
        if isOpen { result.append(.tag(section.closing)) }
        return result
    }

    /// A cell over the repeated columns and others.
    private func widened(_ node: TemplateNode, span: Int) -> TemplateNode {
        guard var cell = node.opened(in: dialect) else { return node }
        let value = ComputedAttribute.Value.columnSpan(
            tag: section.opening, ColumnSpan(span: span, repeated: repeated.count))
        dialect.tables.span(&cell, value)
        return .element(cell)
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

private typealias ComputedAttribute = TemplateElement.ComputedAttribute

extension TemplateNode {
    /// Whether it is a column of a grid.
    fileprivate var isColumn: Bool { ["gridCol", "table-column"].contains(head?.name.local ?? "") }

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

    /// Makes a width one that the repeats share.
    fileprivate mutating func shareWidth(_ local: String) {
        guard let attribute = head.attributes.first(where: { $0.name.local == local }),
            let width = attribute.value.writtenCount, width > 0
        else { return }
        compute(attribute.name, .share(of: width))
    }
}
