internal import Diagnostics
internal import TemplateLanguage
internal import XMLTree

/// Decides what each section spans, from where its tags stand, and moves the tags there.
///
/// In cells of one row: that row. In two rows: those rows. In the first and the last row of one column, or marked so: columns.
/// Alone in their paragraphs, list items or rows: what is between, and these vanish.
/// Anything else stays where it is written.
struct TagPlacement {
    let source: SourceText
    let root: TemplateNode
    var tags: [PlacedTag]
    let sections: [Section]
    let loose: [Section.PathedTag]
    let looseTags: Set<Int>
    /// What the sections span that say it themselves.
    let requested: RequestedSpans
    /// Whether an element holds nothing but tags, as far as it was asked.
    var onlyTags: [[Int]: Bool] = [:]
    /// Elements that give way to the tags in them.
    var removed: Set<[Int]> = []
    /// Where the tags of sections that span whole paragraphs go, by the tag.
    var borders: [Int: (unit: [Int], border: Border)] = [:]
    /// List items that a section inside of them repeats, by its opening tag.
    var loneUnits: [Int: [Int]] = [:]
    /// Those of them that have one for each branch of the section, by their place.
    var dividedUnits: [[Int]: [Int]] = [:]
    /// Paragraphs that go with the sections in them.
    var vanishing: Set<[Int]> = []
    var before: [[Int]: [Int]] = [:]
    var after: [[Int]: [Int]] = [:]
    var moved: Set<Int> = []
    /// Sections that leave their table an empty row.
    let keepingTables: [Section]
    /// Sections over columns, by their table.
    var columns: [[Int]: [ColumnRepeat]] = [:]
    /// Sections of a cell that hold one over columns, with the row they repeat.
    var rowsRoundColumns: [Int: [Int]] = [:]
    var faults: [Diagnostic] = []

    init(of text: LocatedText, _ pairing: SectionPairing) {
        source = text.source
        root = text.root
        tags = text.tags
        sections = pairing.sections
        loose = pairing.loose
        looseTags = Set(
            pairing.loose.map(\.tag).filter {
                if case .assignment = text.tags[$0].tag { false } else { true }
            })
        keepingTables = pairing.sections.filter {
            text.tags[$0.opening.tag].options.contains(.keepsTable) && $0.branches.isEmpty
        }
        requested = RequestedSpans(of: pairing.sections, in: text.root, tags: text.tags)
        settleEmptyContainers()
        settleBorders()
        settleLoneSections()
    }

    var dialect: Dialect { source.dialect }

    /// A tree with every section tag where its section begins or ends.
    struct Result: Sendable {
        let root: TemplateNode
        let tags: [PlacedTag]
        let faults: [Diagnostic]
        let warnings: [Diagnostic]
    }

    consuming func placed() -> Result {
        faults = requested.faults + overlaps
        settleRowsRoundColumns()
        faults += insideOut
        for section in sections where !moveToRequested(section) && !moveToColumns(section) {
            if !moveToBorders(section), !moveToLoneUnit(section) { moveToRows(section) }
        }
        faults += betweenLists
        var path: [Int] = []
        var whole = rebuilt(root, &path).first ?? root
        nestBranches(in: &whole)
        return Result(root: whole, tags: tags, faults: faults, warnings: lostBreaks)
    }

    /// Sections that stand outside of another as it is written, but inside the rows it spans.
    var overlaps: [Diagnostic] {
        let openings = OrderedPaths(sections.map(\.opening.path))
        let closings = OrderedPaths(sections.map(\.closing.path))
        var faults: [Diagnostic] = []
        for section in sections where requested.units[section.opening.tag] == nil {
            let depth = commonDepth(section)
            let units = section.ends.map { Array($0.path.prefix(depth + 1)) }
            guard let first = units.first, let last = units.last, first != last,
                units.allSatisfy({ role(at: $0) == .row && !removed.contains($0) })
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

    // MARK: Requests

    /// Moves a section's tags round the elements it asks for; false if it asks for none.
    private mutating func moveToRequested(_ section: Section) -> Bool {
        guard let units = requested.units[section.opening.tag] else { return false }
        guard let first = units.first, let last = units.last else { return true }
        move(section.opening.tag, to: \.before, first)
        for (branch, unit) in zip(section.branches, units.dropFirst()) {
            move(branch.tag, to: \.before, unit)
        }
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
        if let row = rowsRoundColumns[section.opening.tag] {
            move(section.opening.tag, to: \.before, row)
            return move(section.closing.tag, to: \.after, row)
        }
        let depth = commonDepth(section)
        let parent = Array(section.opening.path.prefix(depth))
        let units = section.ends.map { Array($0.path.prefix(depth + 1)) }
        if role(at: parent) == .row {
            // In cells of one row; an else cannot divide a row, and a table in a cell is another table.
            guard section.branches.isEmpty, !section.ends.contains(where: { isInTable($0, below: depth) })
            else { return }
            move(section.opening.tag, to: \.before, parent)
            move(section.closing.tag, to: \.after, parent)
        } else if units.allSatisfy({ role(at: $0) == .row }), Set(units).count > 1,
            !units.contains(where: { removed.contains($0) }),
            !section.ends.contains(where: { isInTable($0, below: depth) })
        {
            refuseDividedRows(section, units)
            move(section.opening.tag, to: \.before, units[0])
            for (branch, unit) in zip(section.branches, units.dropFirst()) {
                move(branch.tag, to: \.before, unit)
            }
            move(section.closing.tag, to: \.after, units[units.count - 1])
        }
    }

    /// Tells of an else that has something before it in its row: a row belongs to one branch.
    private mutating func refuseDividedRows(_ section: Section, _ units: [[Int]]) {
        for (branch, unit) in zip(section.branches, units.dropFirst()) {
            guard case .element(let row) = node(at: unit) else { continue }
            var line = RowLine(placement: self)
            line.walk(.element(row), until: branch.tag)
            if line.prints { faults.append(.elseInsideRow(tags[branch.tag].words)) }
        }
    }

    mutating func move(_ tag: Int, to places: WritableKeyPath<TagPlacement, [[Int]: [Int]]>, _ path: [Int]) {
        self[keyPath: places][path, default: []].append(tag)
        moved.insert(tag)
    }

    // MARK: Looking and rebuilding

    func node(at path: [Int]) -> TemplateNode? {
        var node = root
        for place in path {
            guard case .element(let element) = node, element.children.indices.contains(place) else {
                return nil
            }
            node = element.children[place]
        }
        return node
    }

    func role(at path: [Int]) -> Dialect.Role? {
        guard case .element(let element) = node(at: path) else { return nil }
        return element.role
    }

    /// The paragraph that a place is in, if it is in one; a text box or a note inside a paragraph is a place of its own.
    func paragraphPath(of path: [Int]) -> [Int]? {
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
        if removed.contains(path) { return structuralTags(in: node) }
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
            element.vanishes = vanishing.contains(path)
            for section in columns[path] ?? [] { repeatColumns(section, in: &element) }
            keepTables(in: &element)
            let isLeft = element.role == .span && !wasEmpty && children.isEmpty
            let whole = isLeft ? [] : element.divided(at: (dividedUnits[path] ?? [])[...])
            return (before[path] ?? []).sorted().map { .tag($0) } + whole
                + (after[path] ?? []).sorted().map { .tag($0) }
        }
    }

    private func repeatColumns(_ section: ColumnRepeat, in table: inout TemplateElement) {
        var repeating = ColumnRepeating(section, dialect: dialect)
        repeating.apply(to: &table)
    }

    /// Gives each section that keeps its table an empty row for an empty list.
    private mutating func keepTables(in element: inout TemplateElement) {
        for section in keepingTables {
            guard let start = element.children.firstIndex(where: { $0.isTag(section.opening.tag) }),
                let end = element.children.firstIndex(where: { $0.isTag(section.closing.tag) }), start < end,
                let row = firstRow(in: element.children[start..<end])
            else { continue }
            tags.append(
                PlacedTag(tag: .otherwise, words: tags[section.opening.tag].words, options: [.keepsTable]))
            element.children.insert(contentsOf: [.tag(tags.count - 1), row], at: end)
        }
    }

    /// The first row among siblings, without its text.
    private func firstRow(in nodes: ArraySlice<TemplateNode>) -> TemplateNode? {
        for node in nodes { if let row = node.emptied(in: dialect) { return row } }
        return nil
    }

    func structuralTags(in node: TemplateNode) -> [TemplateNode] {
        switch node {
        case .tag(let index): looseTags.contains(index) || moved.contains(index) ? [] : [node]
        case .element(let element): element.children.flatMap(structuralTags)
        case .text, .plain: []
        }
    }
}
