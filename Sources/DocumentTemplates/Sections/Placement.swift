internal import Diagnostics
internal import TemplateLanguage
internal import XMLTree

/// Decides what each section spans, from where its tags stand, and moves the tags there.
///
/// In cells of one row: that row. In two rows: those rows. In the first and the last row of one column, or marked so: columns.
/// Alone in their paragraphs, list items or rows: what is between, and these vanish.
/// Anything else stays where it is written.
struct Placement {
    private let root: TemplateNode
    private var tags: [PlacedTag]
    private let dialect: Dialect
    private let sections: [Section]
    private let loose: [Section.PathedTag]
    /// Elements that give way to the tags in them.
    private var vanishing: Set<[Int]> = []
    private var before: [[Int]: [Int]] = [:]
    private var after: [[Int]: [Int]] = [:]
    private var moved: Set<Int> = []
    /// Sections over columns, by their table.
    private var columns: [[Int]: [ColumnRepeat]] = [:]
    private let automaticStyles: [Element]
    private var madeStyles: [TemplateElement] = []
    private var faults: [Diagnostic] = []

    init(
        of root: TemplateNode,
        pairing: Pairing,
        tags: [PlacedTag],
        dialect: Dialect,
        automaticStyles: [Element]
    ) {
        self.automaticStyles = automaticStyles
        self.root = root
        self.tags = tags
        self.dialect = dialect
        sections = pairing.sections
        loose = pairing.loose
    }

    /// A tree with every section tag where its section begins or ends.
    struct Result {
        let root: TemplateNode
        let tags: [PlacedTag]
        let faults: [Diagnostic]
    }

    consuming func placed() -> Result {
        settleVanishing()
        for section in sections where !moveToColumns(section) { moveToRows(section) }
        var path: [Int] = []
        var whole = rebuilt(root, &path).first ?? root
        whole.add(automaticStyles: madeStyles)
        return Result(root: whole, tags: tags, faults: faults)
    }

    // MARK: Vanishing

    /// Finds the elements that hold nothing but tags whose partners leave theirs too.
    private mutating func settleVanishing() {
        var units: [[Section.PathedTag]: [[Int]]] = [:]
        for section in sections {
            if let wanted = vanishingUnits(of: section) { units[section.ends] = wanted }
        }
        while true {
            let chosen = Set(units.values.flatMap { $0 })
            let unsettled = units.keys.filter { ends in
                (units[ends] ?? []).contains { unit in
                    sections.contains { other in
                        other.ends != ends && !isSettled(other, in: unit, with: units[other.ends])
                    }
                }
            }
            guard !unsettled.isEmpty else {
                vanishing = chosen
                break
            }
            for ends in unsettled { units[ends] = nil }
        }
        for comment in loose {
            guard let unit = paragraphPath(of: comment.path), isOnlyTags(unit),
                !sections.contains(where: { $0.ends.contains { $0.path.starts(with: unit) } })
            else { continue }
            vanishing.insert(unit)
        }
    }

    /// Whether a unit may vanish as far as this section is concerned: it stands elsewhere, wholly inside, or leaves the unit too.
    private func isSettled(_ section: Section, in unit: [Int], with units: [[Int]]?) -> Bool {
        let inside = section.ends.filter { $0.path.starts(with: unit) }
        if inside.isEmpty || inside.count == section.ends.count { return true }
        return units?.contains(unit) ?? false
    }

    /// The two (or three) elements that the section's tags fill alone, children of one parent; nil if there are none.
    private func vanishingUnits(of section: Section) -> [[Int]]? {
        if !options(of: section).isDisjoint(with: [.columns, .rows]) { return nil }
        let depth = commonDepth(section)
        let parent = Array(section.opening.path.prefix(depth))
        if role(at: parent) == .row || paragraphPath(of: parent) != nil { return nil }
        let units = section.ends.map { Array($0.path.prefix(depth + 1)) }
        guard Set(units).count == units.count, units.allSatisfy(isOnlyTags) else { return nil }
        return units
    }

    /// Length of the path that all tags of the section share.
    private func commonDepth(_ section: Section) -> Int {
        section.ends.dropFirst().reduce(section.opening.path.count) { depth, end in
            zip(section.opening.path.prefix(depth), end.path).prefix { $0 == $1 }.count
        }
    }

    private func isOnlyTags(_ path: [Int]) -> Bool {
        guard let node = node(at: path), case .element = node else { return false }
        return isOnlyTags(node)
    }

    private func isOnlyTags(_ node: TemplateNode) -> Bool {
        switch node {
        case .tag(let index): return tags[index].tag.isStructural
        case .text(let words): return words.allSatisfy(\.isWhitespace)
        case .plain(let plain): return isEmpty(plain)
        case .element(let element):
            guard let role = element.role, role != .container, role != .table else { return false }
            return element.children.allSatisfy(isOnlyTags)
        }
    }

    /// Whether a subtree without tags prints nothing.
    private func isEmpty(_ node: Node) -> Bool {
        switch node {
        case .text(let words): return words.allSatisfy(\.isWhitespace)
        case .comment, .instruction: return true
        case .element(let element):
            switch dialect.role(of: element.name) {
            case .properties: return !element.elements.contains { $0.name.local == "sectPr" }
            case .mark, .blanks: return true
            case .paragraph, .span, .text, .row, .cell, .listItem: return element.children.allSatisfy(isEmpty)
            case .table, .list, .container, .character, nil: return false
            }
        }
    }

    private func options(of section: Section) -> Set<SectionOption> { tags[section.opening.tag].options }

    // MARK: Columns

    /// Takes a section's tags away where it repeats columns; false where it does not.
    private mutating func moveToColumns(_ section: Section) -> Bool {
        let options = options(of: section)
        guard section.otherwise == nil, !options.contains(.rows),
            let first = gridCell(at: section.opening.path), let last = gridCell(at: section.closing.path),
            first.table == last.table, options.contains(.columns) || isDownTheTable(section, first, last)
        else { return false }
        columns[first.table, default: []].append(
            ColumnRepeat(
                opening: section.opening.tag,
                closing: section.closing.tag,
                columns: min(
                    first.columns.lowerBound,
                    last.columns.lowerBound
                )...max(
                    first.columns.upperBound,
                    last.columns.upperBound
                )
            )
        )
        moved.formUnion([section.opening.tag, section.closing.tag])
        return true
    }

    /// Whether a section goes down one column, from the table's first row to its last, beside a column that names the rows.
    private func isDownTheTable(_ section: Section, _ first: GridCell, _ last: GridCell) -> Bool {
        guard first.columns == last.columns, first.columns.lowerBound > 0, first.row != last.row,
            !section.ends.contains(where: { end in vanishing.contains { end.path.starts(with: $0) } })
        else { return false }
        let rows = rows(of: first.table)
        return rows.first == first.row && rows.last == last.row
    }

    /// A cell's place in its table.
    private struct GridCell {
        let table: [Int]
        let row: [Int]
        let columns: ClosedRange<Int>
    }

    private func gridCell(at path: [Int]) -> GridCell? {
        let depths = (1...max(1, path.count)).reversed()
        let roles = depths.lazy.map { (depth: $0, role: role(at: Array(path.prefix($0)))) }
        guard let cell = roles.first(where: { $0.role == .cell || $0.role == .container }),
            cell.role == .cell,
            let row = roles.first(where: { $0.role == .row && $0.depth < cell.depth }),
            let table = roles.first(where: { $0.role == .table && $0.depth < row.depth }),
            case .element(let whole) = node(at: Array(path.prefix(row.depth)))
        else { return nil }
        let before = whole.children.prefix(path[row.depth]).reduce(0) {
            $0 + $1.columnCount(in: dialect) + ($1.head?.gridBefore ?? 0)
        }
        let width = max(1, whole.children[path[row.depth]].columnCount(in: dialect))
        return GridCell(
            table: Array(path.prefix(table.depth)),
            row: Array(path.prefix(row.depth)),
            columns: before...before + width - 1
        )
    }

    /// The rows of a table, also those in groups.
    private func rows(of path: [Int]) -> [[Int]] {
        guard case .element(let element) = node(at: path) else { return [] }
        return element.children.indices.flatMap { place -> [[Int]] in
            let path = path + [place]
            guard let head = element.children[place].head else { return [] }
            switch dialect.role(of: head.name) {
            case .row: return [path]
            case nil: return rows(of: path)
            default: return []
            }
        }
    }

    // MARK: Rows

    /// The row that a place stands in, if it is in a table.
    private func rowPath(of path: [Int]) -> [Int]? { gridCell(at: path)?.row }

    private mutating func moveToRows(_ section: Section) {
        if options(of: section).contains(.rows), section.otherwise == nil,
            let first = rowPath(of: section.opening.path), let last = rowPath(of: section.closing.path),
            first.dropLast() == last.dropLast()
        {
            move(section.opening.tag, to: \.before, first)
            move(section.closing.tag, to: \.after, last)
            return
        }
        let depth = commonDepth(section)
        let parent = Array(section.opening.path.prefix(depth))
        let units = section.ends.map { Array($0.path.prefix(depth + 1)) }
        if role(at: parent) == .row {
            // In cells of one row; an else cannot divide a row.
            guard section.otherwise == nil else { return }
            move(section.opening.tag, to: \.before, parent)
            move(section.closing.tag, to: \.after, parent)
        } else if units.allSatisfy({ role(at: $0) == .row }), Set(units).count > 1,
            !units.contains(where: { vanishing.contains($0) })
        {
            move(section.opening.tag, to: \.before, units[0])
            if let otherwise = section.otherwise { move(otherwise.tag, to: \.before, units[1]) }
            move(section.closing.tag, to: \.after, units[units.count - 1])
        }
    }

    private mutating func move(
        _ tag: Int,
        to places: WritableKeyPath<Placement, [[Int]: [Int]]>,
        _ path: [Int]
    ) {
        self[keyPath: places][path, default: []].append(tag)
        self[keyPath: places][path]?.sort()
        moved.insert(tag)
    }

    // MARK: Looking and rebuilding

    private func node(at path: [Int]) -> TemplateNode? {
        var node = root
        for place in path {
            guard case .element(let element) = node, element.children.indices.contains(place) else {
                return nil
            }
            node = element.children[place]
        }
        return node
    }

    private func role(at path: [Int]) -> Dialect.Role? {
        guard case .element(let element) = node(at: path) else { return nil }
        return element.role
    }

    /// The paragraph that a place is in, if it is in one; a text box or a note inside a paragraph is a place of its own.
    private func paragraphPath(of path: [Int]) -> [Int]? {
        var path = path
        while !path.isEmpty {
            switch role(at: path) {
            case .paragraph: return path
            case .container, .cell: return nil
            case .span, .text, .table, .row, .list, .listItem, .properties, .character, .blanks, .mark, nil:
                path.removeLast()
            }
        }
        return nil
    }

    private mutating func rebuilt(_ node: TemplateNode, _ path: inout [Int]) -> [TemplateNode] {
        if vanishing.contains(path) { return structuralTags(in: node) }
        switch node {
        case .text, .plain: return [node]
        case .tag(let index):
            let isGone = moved.contains(index) || loose.contains { $0.tag == index }
            return isGone ? [] : [node]
        case .element(var element):
            let wasEmpty = element.children.isEmpty
            var children: [TemplateNode] = []
            for (place, child) in element.children.enumerated() {
                path.append(place)
                children += rebuilt(child, &path)
                path.removeLast()
            }
            element.children = children
            for section in columns[path] ?? [] { repeatColumns(section, in: &element) }
            keepTables(in: &element)
            let isLeft = element.role == .span && !wasEmpty && children.isEmpty
            let whole: [TemplateNode] = isLeft ? [] : [.element(element)]
            return (before[path] ?? []).map { .tag($0) } + whole + (after[path] ?? []).map { .tag($0) }
        }
    }

    private mutating func repeatColumns(_ section: ColumnRepeat, in table: inout TemplateElement) {
        var repeating = ColumnRepeating(
            dialect: dialect,
            section: section,
            automaticStyles: automaticStyles,
            firstStyle: madeStyles.count
        )
        repeating.apply(to: &table)
        madeStyles += repeating.madeStyles
        if repeating.hasStraddlingCell { faults.append(.unspannableColumns(tags[section.opening].words)) }
    }

    /// Gives each section that keeps its table an empty row for an empty list.
    private mutating func keepTables(in element: inout TemplateElement) {
        for section in sections where options(of: section).contains(.keepsTable) && section.otherwise == nil {
            guard let start = element.children.firstIndex(where: { $0.isTag(section.opening.tag) }),
                let end = element.children.firstIndex(where: { $0.isTag(section.closing.tag) }), start < end,
                let row = firstRow(in: element.children[start..<end])
            else { continue }
            tags.append(
                PlacedTag(tag: .otherwise, words: tags[section.opening.tag].words, options: [.keepsTable])
            )
            element.children.insert(contentsOf: [.tag(tags.count - 1), row], at: end)
        }
    }

    /// The first row among siblings, without its text.
    private func firstRow(in nodes: ArraySlice<TemplateNode>) -> TemplateNode? {
        for node in nodes {
            if let row = node.emptied(in: dialect) { return row }
        }
        return nil
    }

    private func structuralTags(in node: TemplateNode) -> [TemplateNode] {
        switch node {
        case .tag(let index): loose.contains { $0.tag == index } ? [] : [node]
        case .element(let element): element.children.flatMap(structuralTags)
        case .text, .plain: []
        }
    }
}
