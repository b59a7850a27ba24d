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
    private let looseTags: Set<Int>
    /// What the sections span that say it themselves.
    let requested: RequestedSpans
    /// Whether an element holds nothing but tags, as far as it was asked.
    private var onlyTags: [[Int]: Bool] = [:]
    /// Elements that give way to the tags in them.
    private var vanishing: Set<[Int]> = []
    private var before: [[Int]: [Int]] = [:]
    private var after: [[Int]: [Int]] = [:]
    private var moved: Set<Int> = []
    /// Sections that leave their table an empty row.
    private let keepingTables: [Section]
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
        looseTags = Set(pairing.loose.map(\.tag))
        keepingTables = pairing.sections.filter {
            tags[$0.opening.tag].options.contains(.keepsTable) && $0.otherwise == nil
        }
        requested = RequestedSpans(of: pairing.sections, in: root, tags: tags)
        settleVanishing()
    }

    /// A tree with every section tag where its section begins or ends.
    struct Result {
        let root: TemplateNode
        let tags: [PlacedTag]
        let faults: [Diagnostic]
    }

    consuming func placed() -> Result {
        for section in sections where !moveToRequested(section) && !moveToColumns(section) {
            moveToRows(section)
        }
        var path: [Int] = []
        var whole = rebuilt(root, &path).first ?? root
        whole.add(automaticStyles: madeStyles)
        return Result(root: whole, tags: tags, faults: faults)
    }

    /// Sections that stand outside of another as it is written, but inside the rows it spans.
    var overlaps: [Diagnostic] {
        let openings = OrderedPaths(sections.map(\.opening.path))
        let closings = OrderedPaths(sections.map(\.closing.path))
        var faults: [Diagnostic] = []
        for section in sections
        where requested.units[section.opening.tag] == nil {
            let depth = commonDepth(section)
            let units = section.ends.map { Array($0.path.prefix(depth + 1)) }
            guard let first = units.first, let last = units.last, first != last,
                units.allSatisfy({ role(at: $0) == .row && !vanishing.contains($0) })
            else { continue }
            if columnRepeat(of: section) != nil { continue }
            let early = closings.first(in: first).flatMap {
                $0.lexicographicallyPrecedes(section.opening.path) ? $0 : nil
            }
            let late = openings.last(in: last).flatMap {
                section.closing.path.lexicographicallyPrecedes($0) ? $0 : nil
            }
            for path in [early, late] {
                guard let path, case .tag(let tag) = node(at: path) else { continue }
                faults.append(.overlappingSections(tags[section.opening.tag].words, tags[tag].words))
            }
        }
        return faults
    }

    // MARK: Vanishing

    /// Finds the elements that hold nothing but tags whose partners leave theirs too.
    private mutating func settleVanishing() {
        var wanted: [Int: [[Int]]] = [:]
        for (number, section) in sections.enumerated() {
            wanted[number] = vanishingUnits(of: section)
        }
        vanishing = SharedUnits.settled(wanted, sections: sections)
        let ends = OrderedPaths(sections.flatMap { $0.ends.map(\.path) })
        for comment in loose {
            guard let unit = paragraphPath(of: comment.path), isOnlyTags(unit), ends.first(in: unit) == nil
            else { continue }
            vanishing.insert(unit)
        }
    }

    /// The two (or three) elements that the section's tags fill alone, children of one parent; nil if there are none.
    private mutating func vanishingUnits(of section: Section) -> [[Int]]? {
        if requested.units[section.opening.tag]?.isEmpty == false { return nil }
        if options(of: section).contains(.columns) { return nil }
        let depth = commonDepth(section)
        let parent = Array(section.opening.path.prefix(depth))
        if role(at: parent) == .row || paragraphPath(of: parent) != nil { return nil }
        let units = section.ends.map { Array($0.path.prefix(depth + 1)) }
        guard Set(units).count == units.count, units.allSatisfy({ isOnlyTags($0) }) else { return nil }
        return units
    }

    /// Length of the path that all tags of the section share.
    private func commonDepth(_ section: Section) -> Int {
        section.ends.dropFirst().reduce(section.opening.path.count) { depth, end in
            zip(section.opening.path.prefix(depth), end.path).prefix { $0 == $1 }.count
        }
    }

    private mutating func isOnlyTags(_ path: [Int]) -> Bool {
        if let known = onlyTags[path] { return known }
        guard let node = node(at: path), case .element = node else { return false }
        let isOnly = isOnlyTags(node)
        onlyTags[path] = isOnly
        return isOnly
    }

    private func isOnlyTags(_ node: TemplateNode) -> Bool {
        switch node {
        case .tag(let index): return tags[index].tag.isStructural
        case .text(let words): return words.allSatisfy(\.isWhitespace)
        case .plain(let plain): return isEmpty(plain)
        case .element(let element):
            guard let role = element.role, role != .container, role != .table else { return false }
            return element.children.allSatisfy { isOnlyTags($0) }
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
        guard let (table, repeated) = columnRepeat(of: section) else {
            if options(of: section).contains(.columns) {
                faults.append(.noColumns(tags[section.opening.tag].words))
            }
            return false
        }
        columns[table, default: []].append(repeated)
        moved.formUnion([section.opening.tag, section.closing.tag])
        return true
    }

    /// The columns that a section repeats, and their table; nil where it repeats something else.
    private func columnRepeat(of section: Section) -> (table: [Int], ColumnRepeat)? {
        guard section.otherwise == nil, requested.units[section.opening.tag] == nil,
            options(of: section).contains(.columns) || areInRows(section),
            let first = gridCell(at: section.opening.path), let last = gridCell(at: section.closing.path),
            first.table == last.table,
            options(of: section).contains(.columns) || isDownTheTable(section, first, last)
        else { return nil }
        let start = min(first.columns.lowerBound, last.columns.lowerBound)
        let end = max(first.columns.upperBound, last.columns.upperBound)
        let tags = (section.opening.tag, section.closing.tag)
        return (first.table, ColumnRepeat(opening: tags.0, closing: tags.1, columns: start...end))
    }

    /// Whether a section's tags stand in two rows.
    private func areInRows(_ section: Section) -> Bool {
        let depth = commonDepth(section)
        return section.ends.allSatisfy { role(at: Array($0.path.prefix(depth + 1))) == .row }
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

    // MARK: Requests

    /// Moves a section's tags round the elements it asks for; false if it asks for none.
    private mutating func moveToRequested(_ section: Section) -> Bool {
        guard let units = requested.units[section.opening.tag] else { return false }
        guard let first = units.first, let last = units.last else { return true }
        move(section.opening.tag, to: \.before, first)
        if let otherwise = section.otherwise { move(otherwise.tag, to: \.before, units[1]) }
        move(section.closing.tag, to: \.after, last)
        return true
    }

    // MARK: Rows

    /// Whether a table stands between an element and a tag in it.
    private func isInTable(_ tag: Section.PathedTag, below depth: Int) -> Bool {
        guard depth + 1 < tag.path.count else { return false }
        return (depth + 1..<tag.path.count).contains { role(at: Array(tag.path.prefix($0))) == .table }
    }

    private mutating func moveToRows(_ section: Section) {
        guard !tags[section.opening.tag].isSettled else { return }
        let depth = commonDepth(section)
        let parent = Array(section.opening.path.prefix(depth))
        let units = section.ends.map { Array($0.path.prefix(depth + 1)) }
        if role(at: parent) == .row {
            // In cells of one row; an else cannot divide a row, and a table in a cell is another table.
            guard section.otherwise == nil, !section.ends.contains(where: { isInTable($0, below: depth) })
            else { return }
            move(section.opening.tag, to: \.before, parent)
            move(section.closing.tag, to: \.after, parent)
        } else if units.allSatisfy({ role(at: $0) == .row }), Set(units).count > 1,
            !units.contains(where: { vanishing.contains($0) }),
            !section.ends.contains(where: { isInTable($0, below: depth) })
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
            let isGone = moved.contains(index) || looseTags.contains(index)
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
            return (before[path] ?? []).sorted().map { .tag($0) } + whole
                + (after[path] ?? []).sorted().map { .tag($0) }
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
        for section in keepingTables {
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
        case .tag(let index): looseTags.contains(index) ? [] : [node]
        case .element(let element): element.children.flatMap(structuralTags)
        case .text, .plain: []
        }
    }
}
