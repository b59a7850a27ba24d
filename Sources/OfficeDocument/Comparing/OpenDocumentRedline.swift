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

/// Paragraphs of a text that follow each other, while what goes and comes among them is marked.
private struct OpenDocumentRow {
    struct Entry {
        var element: Element
        /// Where it stands in the file; nil for a new one.
        let path: [Int]?
        var isGone = false
    }

    private(set) var entries: [Entry] = []
    /// What went before any paragraph that is left.
    private var waiting: [[Node]] = []
    /// The insertion that began before any paragraph of the file that is left.
    private var open: String?

    /// The last paragraph that is left.
    var last: Element? { lastPlace.map { entries[$0].element } }

    private var lastPlace: Int? { entries.lastIndex { !$0.isGone } }

    mutating func put(_ element: Element, at path: [Int], _ regions: inout [Element]) {
        var element = element
        var marks: [Node] = []
        if let open { marks.append(Self.mark("change-end", open)) }
        open = nil
        if !waiting.isEmpty {
            let content = (waiting + [[]]).map { OpenDocumentNames.vocabulary("text:p").filled($0) }
            marks.append(Self.mark("change", Self.region("deletion", content, &regions)))
            waiting = []
        }
        element.children.insert(contentsOf: marks, at: 0)
        entries.append(Entry(element: element, path: path))
    }

    mutating func remove(_ element: Element, _ text: String, at path: [Int], _ regions: inout [Element]) {
        let nodes = OpenDocumentRedline.nodes(text)
        if let place = lastPlace, open == nil {
            let content = [[], nodes].map { OpenDocumentNames.vocabulary("text:p").filled($0) }
            let name = Self.region("deletion", content, &regions)
            entries[place].element.children.append(Self.mark("change", name))
        } else {
            waiting.append(nodes)
        }
        entries.append(Entry(element: element, path: path, isGone: true))
    }

    mutating func insert(_ element: Element, _ regions: inout [Element]) {
        var element = element
        if let place = lastPlace, open == nil {
            let name = Self.region("insertion", [], &regions)
            entries[place].element.children.append(Self.mark("change-start", name))
            element.children.append(Self.mark("change-end", name))
        } else if open == nil {
            let name = Self.region("insertion", [], &regions)
            open = name
            element.children.insert(Self.mark("change-start", name), at: 0)
        }
        entries.append(Entry(element: element, path: nil))
    }

    /// Where nothing of the file is left, one paragraph stays to hang the changes on.
    mutating func finish(_ regions: inout [Element]) {
        if let open, let place = lastPlace {
            entries[place].element.children.append(Self.mark("change-end", open))
            self.open = nil
        }
        guard !waiting.isEmpty else { return }
        let content = waiting.map { OpenDocumentNames.vocabulary("text:p").filled($0) }
        let mark = Self.mark("change", Self.region("deletion", content, &regions))
        waiting = []
        guard let place = entries.lastIndex(where: { $0.path != nil }) else { return }
        entries[place].isGone = false
        entries[place].element.children = [mark]
    }

    // MARK: Marks

    static func mark(_ name: String, _ region: String) -> Node {
        .element(OpenDocumentNames.vocabulary("text:\(name)", [.init("text:change-id", region)]))
    }

    /// The name of a new entry of the list of changes; the day is a fixed one, since the format wants one.
    static func region(_ kind: String, _ content: [Element], _ regions: inout [Element]) -> String {
        let o = OpenDocumentNames.vocabulary
        let name = "vanthu\(regions.count + 1)"
        let about = o(
            "office:change-info", [],
            [o("dc:creator", text: "vanthu"), o("dc:date", text: "2000-01-01T00:00:00")])
        var region = o(
            "text:changed-region", [.init("text:id", name)], [o("text:\(kind)", [], [about] + content)])
        region.attributes.append(
            .init(
                QualifiedName(namespace: "http://www.w3.org/XML/1998/namespace", prefix: "xml", local: "id"),
                name))
        regions.append(region)
        return name
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
