internal import OfficePackage
internal import XMLTree

/// Tracked changes of an OpenDocument text: marks in the text, and what they stand for in a list of its own.
struct OpenDocumentRedline {
    private var root: Element
    private var regions: [Element] = []
    private var replaced: [[Int]: Element] = [:]
    private var before: [[Int]: [Element]] = [:]
    private var behind: [[Int]: [Element]] = [:]
    private let o = OpenDocumentNames.vocabulary

    init(_ root: Element) { self.root = root }

    func applied(_ steps: [DocumentComparison.Step]) -> Element {
        var redline = self
        redline.add(steps)
        redline.place()
        return redline.root
    }

    /// From the last to the first, and what is inside before what holds it.
    private mutating func place() {
        let paths = Set(replaced.keys).union(before.keys).union(behind.keys)
        let (replaced, before, behind) = (replaced, before, behind)
        for path in paths.sorted(by: { $1.lexicographicallyPrecedes($0) }) {
            guard let index = path.last else { continue }
            root.change(at: path.dropLast()) { parent in
                guard parent.children.indices.contains(index) else { return }
                let whole = replaced[path].map(Node.element) ?? parent.children[index]
                let isGone = replaced[path].map(Self.isGone) ?? false
                let nodes =
                    (before[path] ?? []).map(Node.element) + (isGone ? [] : [whole])
                    + (behind[path] ?? []).map(Node.element)
                parent.children.replaceSubrange(index...index, with: nodes)
            }
        }
        guard !regions.isEmpty else { return }
        let list = o("text:tracked-changes", [], regions).declaring(
            o.namespaces.filter { ["text", "office", "dc"].contains($0.key) }, within: [:])
        root.changeTextBody { body in
            let place = body.children.firstIndex { $0.isElement("forms") }.map { $0 + 1 } ?? 0
            body.children.insert(.element(list), at: place)
        }
    }

    /// What stands for a paragraph that is taken out of its place.
    private static let goneName = "gone"
    private static func isGone(_ element: Element) -> Bool { element.name.local == goneName }

    // MARK: Blocks

    private mutating func add(_ steps: [DocumentComparison.Step]) {
        var start = 0
        var last: [Int]?
        while start < steps.count {
            if case .table(let table, let rows) = steps[start] {
                last = table.place.path
                for case .paired(_, let cells) in rows { for cell in cells { add(cell) } }
                start += 1
                continue
            }
            var end = start
            while end < steps.count, !steps[end].isTracked { end += 1 }
            guard end > start else {
                start += 1
                continue
            }
            addRow(
                Array(steps[start..<end]), after: last, before: end < steps.count ? steps[end].tablePath : nil
            )
            start = end
        }
    }

    /// Paragraphs that follow each other: what goes or comes hangs on the end of the paragraph before it, at the beginning on the next one.
    private mutating func addRow(_ steps: [DocumentComparison.Step], after table: [Int]?, before next: [Int]?)
    {
        var row = OpenDocumentRow()
        let model = steps.lazy.compactMap(\.oldPath).first.flatMap { root.element(at: $0) }
        for step in steps {
            switch step {
            case .kept(let paragraph):
                guard let element = root.element(at: paragraph.element.path) else { continue }
                row.put(element, at: paragraph.element.path, &regions)
            case .changed(let paragraph, _, let pieces):
                guard let element = root.element(at: paragraph.element.path) else { continue }
                row.put(changed(element, pieces), at: paragraph.element.path, &regions)
            case .removed(let paragraph):
                guard let element = root.element(at: paragraph.element.path) else { continue }
                row.remove(element, paragraph.typedText, at: paragraph.element.path, &regions)
            case .added(let paragraph):
                var element = o(
                    "text:p",
                    [Vocabulary.Attribute].ifPresent(
                        "text:style-name", (row.last ?? model)?.text("style-name")))
                element.children = Self.nodes(paragraph.typedText)
                row.insert(element, &regions)
            case .table, .removedTable, .addedTable: break
            }
        }
        row.finish(&regions)
        for entry in row.entries {
            if let path = entry.path {
                replaced[path] = entry.isGone ? Element(QualifiedName(local: Self.goneName)) : entry.element
            }
        }
        var last: [Int]?
        var waiting: [Element] = []
        for entry in row.entries {
            if let path = entry.path {
                before[path, default: []] += last == nil ? waiting : []
                if last == nil { waiting = [] }
                last = path
            } else if let last {
                behind[last, default: []].append(entry.element)
            } else {
                waiting.append(entry.element)
            }
        }
        guard !waiting.isEmpty else { return }
        if let table {
            behind[table, default: []] += waiting
        } else if let next {
            before[next, default: []] += waiting
        }
    }

    // MARK: Words

    /// Letters as nodes, with every blank that would collapse as an element.
    static func nodes(_ text: String) -> [Node] {
        let o = OpenDocumentNames.vocabulary
        var nodes: [Node] = []
        var words = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\t", "\n":
                nodes += OpenDocumentBody.spaced(words)
                words = ""
                nodes.append(.element(o(scalar == "\t" ? "text:tab" : "text:line-break")))
            default: words.unicodeScalars.append(scalar)
            }
        }
        return nodes + OpenDocumentBody.spaced(words)
    }

    private mutating func changed(_ paragraph: Element, _ pieces: [TextPiece]) -> Element {
        let map = OpenDocumentLetters(paragraph).map
        let states = LetterStates(pieces, count: map.scalars.count)
        var paragraph = paragraph
        guard !map.places.isEmpty else {
            paragraph.children += insertion(pieces.filter { $0.kind == .added }.map(\.text).joined())
            return paragraph
        }
        var ends = map.scalars.count
        for node in map.nodes.indices.reversed() {
            guard let first = map.places[..<ends].firstIndex(where: { $0.node == node }) else { continue }
            let nodes = nodes(first..<ends, map, states)
            ends = first
            let path = map.nodes[node].path
            guard let index = path.last else { continue }
            paragraph.change(at: path.dropLast()) { $0.children.replaceSubrange(index...index, with: nodes) }
        }
        return paragraph
    }

    /// The letters of one node cut where they go, and where others come.
    private mutating func nodes(_ letters: Range<Int>, _ map: LetterMap, _ states: LetterStates) -> [Node] {
        var nodes: [Node] = letters.lowerBound == 0 ? insertion(states.added[0] ?? "") : []
        var start = letters.lowerBound
        for letter in letters {
            let isLast = letter + 1 == letters.upperBound
            let added = states.added[letter + 1]
            guard isLast || added != nil || states.isRemoved[letter] != states.isRemoved[letter + 1] else {
                continue
            }
            let text = map.letters(in: start..<(letter + 1)) ?? ""
            nodes += states.isRemoved[letter] ? [deletion([Self.nodes(text)])] : Self.nodes(text)
            start = letter + 1
            if let added { nodes += insertion(added) }
        }
        return nodes
    }

    private mutating func insertion(_ text: String) -> [Node] {
        guard !text.isEmpty else { return [] }
        let name = OpenDocumentRow.region("insertion", [], &regions)
        return [OpenDocumentRow.mark("change-start", name)] + Self.nodes(text) + [
            OpenDocumentRow.mark("change-end", name)
        ]
    }

    private mutating func deletion(_ paragraphs: [[Node]]) -> Node {
        let content = paragraphs.map { o("text:p").filled($0) }
        return OpenDocumentRow.mark("change", OpenDocumentRow.region("deletion", content, &regions))
    }
}

extension DocumentComparison.Step {
    /// A step that no row of paragraphs has.
    fileprivate var isTracked: Bool {
        switch self {
        case .table, .removedTable, .addedTable: true
        case .kept, .changed, .removed, .added: false
        }
    }

    fileprivate var tablePath: [Int]? {
        if case .table(let table, _) = self { table.place.path } else { nil }
    }

    fileprivate var oldPath: [Int]? {
        switch self {
        case .kept(let paragraph), .changed(let paragraph, _, _), .removed(let paragraph):
            paragraph.element.path
        case .added, .table, .removedTable, .addedTable: nil
        }
    }
}

extension Element {
    /// Changes the `office:text` inside.
    fileprivate mutating func changeTextBody(_ change: (inout Element) -> Void) {
        if self.is("text", in: OpenDocumentNames.office) { return change(&self) }
        for index in children.indices {
            guard case .element(var child) = children[index],
                child.is("body", in: OpenDocumentNames.office)
                    || child.is("text", in: OpenDocumentNames.office)
            else { continue }
            child.changeTextBody(change)
            children[index] = .element(child)
        }
    }
}
