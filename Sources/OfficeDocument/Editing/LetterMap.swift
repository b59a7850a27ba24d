internal import OfficePackage
internal import VietnameseText
internal import XMLTree

/// Where each letter of a paragraph's element stands, counted as the reader counts what is typed.
struct LetterMap {
    var scalars: [Unicode.Scalar] = []
    private(set) var places: [Place] = []
    private(set) var nodes: [Node] = []

    /// What holds letters.
    struct Node {
        /// Child indices from the paragraph's element.
        let path: [Int]
        let kind: Kind

        enum Kind {
            /// Letters as text.
            case text
            /// An element that stands for what it holds as a whole: a tab, a line break, a symbol.
            case solid
            /// An element that is more than the letters it shows, such as the end of a form field: they are never edited.
            case shown
            /// So many blanks, of OpenDocument.
            case blanks
        }
    }

    /// A letter's own place.
    struct Place {
        let node: Int
        /// Where it begins among the scalars of its node, and how many it takes, with blanks that count for nothing.
        let offset: Int
        var extent: Int
    }

    mutating func add(_ node: Node) -> Int {
        nodes.append(node)
        return nodes.count - 1
    }

    mutating func add(_ scalar: Unicode.Scalar, node: Int, offset: Int) {
        scalars.append(scalar)
        places.append(Place(node: node, offset: offset, extent: 1))
    }

    /// A blank of the same node that counts for nothing goes with the letter before it.
    mutating func widenLast(in node: Int) {
        guard let last = places.indices.last, places[last].node == node else { return }
        places[last].extent += 1
    }

    func letters(in range: Range<Int>) -> String? {
        guard range.lowerBound >= 0, range.upperBound <= scalars.count else { return nil }
        return String(of: scalars[range])
    }
}

/// How changes of letters fall upon the nodes of a paragraph.
struct LetterReplacement {
    /// By node, in the order of the paragraph.
    private(set) var changes: [(node: LetterMap.Node, change: NodeChange)] = []
    /// New nodes of text, and the node each goes before or after; from the last to the first.
    private(set) var newNodes: [(text: String, node: LetterMap.Node, isBefore: Bool)] = []

    struct NodeChange {
        var removed: [Range<Int>] = []
        var removedLetters = 0
        /// From the last to the first.
        var inserted: [(offset: Int, text: String)] = []
    }

    /// `edits` go from the last to the first, and no two overlap.
    ///
    /// Left out are those where the letters are others than they were, or only a part of something solid, or have no place to go.
    init(_ map: LetterMap, _ edits: [(span: TextSpan, text: String)]) {
        var letterCounts = Array(repeating: 0, count: map.nodes.count)
        for place in map.places { letterCounts[place.node] += 1 }
        var byNode: [Int: NodeChange] = [:]
        for (span, text) in edits {
            guard let range = span.range, map.letters(in: range) == span.letters, !map.places.isEmpty else {
                continue
            }
            var own: [Int: Int] = [:]
            for place in map.places[range] { own[place.node, default: 0] += 1 }
            // Between blanks that are counted, not written, there is no place for letters.
            if !text.isEmpty, range.lowerBound < map.places.count, map.places[range.lowerBound].offset > 0,
                map.nodes[map.places[range.lowerBound].node].kind == .blanks
            {
                continue
            }
            let isWhole = own.allSatisfy { node, count in
                switch map.nodes[node].kind {
                case .solid: count == letterCounts[node]
                case .shown: false
                case .text, .blanks: true
                }
            }
            guard isWhole else { continue }
            for place in map.places[range] {
                byNode[place.node, default: NodeChange()].removed.append(
                    place.offset..<place.offset + place.extent)
            }
            for (node, count) in own { byNode[node]?.removedLetters += count }
            guard !text.isEmpty else { continue }
            if let (node, offset) = Self.target(of: range, in: map) {
                byNode[node, default: NodeChange()].inserted.append((offset, text))
            } else {
                let beside = range.lowerBound < map.places.count ? range.lowerBound : map.places.count - 1
                newNodes.append((text, map.nodes[map.places[beside].node], beside == range.lowerBound))
            }
        }
        changes = byNode.keys.sorted().map { (map.nodes[$0], byNode[$0] ?? NodeChange()) }
    }

    /// One thing to do at a place, so ordered that places stay true.
    struct Step {
        let path: [Int]
        let kind: LetterMap.Node.Kind
        let what: What

        enum What {
            case change(NodeChange)
            case insert(String)
        }
    }

    /// From the last to the first; where two stand at one place, what is there goes before what is new.
    var steps: [Step] {
        var steps = changes.map { Step(path: $0.node.path, kind: $0.node.kind, what: .change($0.change)) }
        for new in newNodes {
            var path = new.node.path
            if !new.isBefore, let last = path.popLast() { path.append(last + 1) }
            steps.append(Step(path: path, kind: .text, what: .insert(new.text)))
        }
        return steps.enumerated().sorted { a, b in
            a.element.path == b.element.path
                ? a.offset < b.offset : b.element.path.lexicographicallyPrecedes(a.element.path)
        }.map(\.element)
    }

    /// The text that new letters join: of the first letter replaced, of the one before, of the one behind.
    private static func target(of range: Range<Int>, in map: LetterMap) -> (node: Int, offset: Int)? {
        func isText(_ index: Int) -> Bool { map.nodes[map.places[index].node].kind == .text }
        if !range.isEmpty, isText(range.lowerBound) {
            let place = map.places[range.lowerBound]
            return (place.node, place.offset)
        }
        if range.lowerBound > 0, isText(range.lowerBound - 1) {
            let place = map.places[range.lowerBound - 1]
            return (place.node, place.offset + place.extent)
        }
        if range.upperBound < map.places.count, isText(range.upperBound) {
            let place = map.places[range.upperBound]
            return (place.node, place.offset)
        }
        return nil
    }
}

extension LetterReplacement.NodeChange {
    /// The text of a node after the change.
    func applied(to text: String) -> String {
        let scalars = text.unicodeScalars
        var result = ""
        result.reserveCapacity(text.utf8.count)
        // What stands between the places of the changes is copied as a whole.
        var (place, offset) = (scalars.startIndex, 0)
        func move(to end: Int, keeping isKept: Bool) {
            guard end > offset else { return }
            let next = scalars.index(place, offsetBy: end - offset, limitedBy: scalars.endIndex)
            if isKept { result += text[place..<(next ?? scalars.endIndex)] }
            (place, offset) = (next ?? scalars.endIndex, end)
        }
        var inserted = self.inserted
        func insert(upTo end: Int) {
            while let next = inserted.last, next.offset <= end {
                move(to: next.offset, keeping: true)
                result += next.text
                inserted.removeLast()
            }
        }
        for range in removed.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            insert(upTo: range.lowerBound)
            move(to: range.lowerBound, keeping: true)
            move(to: range.upperBound, keeping: false)
        }
        insert(upTo: .max)
        move(to: .max, keeping: true)
        return result
    }
}
