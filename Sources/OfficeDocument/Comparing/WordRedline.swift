internal import OfficePackage
internal import XMLTree

/// Tracked changes of WordprocessingML.
struct WordRedline {
    private let root: Element
    /// What stands in the place of an element, and before and behind it, by its path.
    private var replaced: [[Int]: Element] = [:]
    private var before: [[Int]: [Element]] = [:]
    private var behind: [[Int]: [Element]] = [:]
    private let writer: WordRedlineWriter

    init(_ root: Element) {
        self.root = root
        writer = WordRedlineWriter(root)
    }

    func applied(_ steps: [DocumentComparison.Step]) -> Element {
        var redline = self
        redline.add(steps)
        var root = root
        let paths = Set(redline.replaced.keys).union(redline.before.keys).union(redline.behind.keys)
        // From the last to the first, and what is inside before what holds it.
        for path in paths.sorted(by: { $1.lexicographicallyPrecedes($0) }) {
            guard let index = path.last else { continue }
            root.change(at: path.dropLast()) { parent in
                guard parent.children.indices.contains(index) else { return }
                let whole = redline.replaced[path].map(Node.element) ?? parent.children[index]
                let nodes =
                    (redline.before[path] ?? []).map(Node.element) + [whole]
                    + (redline.behind[path] ?? []).map(Node.element)
                parent.children.replaceSubrange(index...index, with: nodes)
            }
        }
        return root
    }

    // MARK: Blocks

    private mutating func add(_ steps: [DocumentComparison.Step]) {
        var last: [Int]?
        var start = 0
        let anchors = steps.map(\.path)
        while start < steps.count {
            var end = start
            while end < steps.count, !steps[end].isTable { end += 1 }
            if end > start {
                let next = anchors[end...].lazy.compactMap(\.self).first
                addRow(RedlinedParagraph.row(Array(steps[start..<end])), after: &last, before: next)
                start = end
                continue
            }
            add(table: steps[start], after: &last, before: anchors[start...].lazy.compactMap(\.self).first)
            start += 1
        }
    }

    private mutating func addRow(_ row: [RedlinedParagraph], after last: inout [Int]?, before next: [Int]?) {
        let model = row.lazy.compactMap(\.old).first.flatMap { root.element(at: $0.element.path) }
        var waiting: [Element] = []
        for paragraph in row {
            guard let old = paragraph.old else {
                guard case .added(let new) = paragraph.content else { continue }
                let like =
                    last.flatMap { root.element(at: $0) }.flatMap { $0.isWord("p") ? $0 : nil } ?? model
                waiting.append(writer.added(new, like: like, mark: paragraph.mark))
                continue
            }
            let path = old.element.path
            before[path, default: []] += waiting
            waiting = []
            last = path
            guard let element = root.element(at: path) else { continue }
            switch paragraph.content {
            case .kept: if paragraph.mark != nil { replaced[path] = writer.marked(element, paragraph.mark) }
            case .changed(_, let pieces):
                replaced[path] = writer.marked(writer.changed(element, pieces), paragraph.mark)
            case .removed: replaced[path] = writer.marked(writer.removed(element), paragraph.mark)
            case .added: break
            }
        }
        put(waiting, after: last, before: next)
    }

    private mutating func put(_ elements: [Element], after last: [Int]?, before next: [Int]?) {
        guard !elements.isEmpty else { return }
        if let last {
            behind[last, default: []] += elements
        } else if let next {
            before[next, default: []] += elements
        }
    }

    private mutating func add(
        table step: DocumentComparison.Step, after last: inout [Int]?, before next: [Int]?
    ) {
        switch step {
        case .table(let table, let rows):
            last = table.place.path
            add(rows)
        case .removedTable(let table):
            last = table.place.path
            add(table.rows.map(DocumentComparison.RowStep.removed))
        case .addedTable(let table): put([writer.added(table)], after: last, before: next)
        case .kept, .changed, .removed, .added: break
        }
    }

    private mutating func add(_ rows: [DocumentComparison.RowStep]) {
        var last: [Int]?
        var waiting: [Element] = []
        for row in rows {
            switch row {
            case .paired(let old, let cells):
                before[old.place.path, default: []] += waiting
                (waiting, last) = ([], old.place.path)
                for steps in cells { add(steps) }
            case .removed(let old):
                before[old.place.path, default: []] += waiting
                (waiting, last) = ([], old.place.path)
                if let element = root.element(at: old.place.path) {
                    replaced[old.place.path] = writer.removed(row: element)
                }
            case .added(let new): waiting.append(writer.added(new))
            }
        }
        put(waiting, after: last, before: nil)
    }
}

extension DocumentComparison.Step {
    /// Where its element stands in the earlier document.
    fileprivate var path: [Int]? {
        switch self {
        case .kept(let paragraph), .changed(let paragraph, _, _), .removed(let paragraph):
            paragraph.element.path
        case .table(let table, _), .removedTable(let table): table.place.path
        case .added, .addedTable: nil
        }
    }

    fileprivate var isTable: Bool {
        switch self {
        case .table, .removedTable, .addedTable: true
        case .kept, .changed, .removed, .added: false
        }
    }
}
