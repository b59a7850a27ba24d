package import Values

/// What a template makes of some data, from its tags alone, whether they are reached or not.
package struct DataUse {
    /// Tags with a name that the data does not have where it could be known, and the name.
    package private(set) var unknown: [(path: String, words: TagSource)] = []
    private let root: DataNode
    /// The open sections, the innermost last.
    private var frames: [Frame] = []
    private var site: TagSource?

    /// What an open section goes into; nothing is known in one without a node.
    private struct Frame {
        let node: DataNode?
        /// Fields of its items that are none of the data.
        var added: Set<String> = []
    }

    /// Follows the programs of a template through data.
    package init(of parts: [[Program.Request]], in data: Value) {
        root = DataNode(name: "", order: 0)
        root.take(data)
        for requests in parts { follow(requests) }
    }

    /// Paths of the data that no tag names, such as `muc[].ghi_chu`: the outermost ones, in the order of the data.
    package var unused: [String] { root.unused(under: "") }

    private mutating func follow(_ requests: [Program.Request]) {
        // Each section's frame, and those that its other branch stands in.
        var open: [[Frame]] = []
        for request in requests {
            switch request {
            case .value(let expression, let words), .measure(let expression, let words),
                .insertion(_, let expression, let words):
                site = words
                if useKey(words, insteadOf: expression) == nil {
                    use(expression, wholly: true, allowsAbsence: false)
                }
            case .open(let expression, let words, let inverted, let allowsAbsence):
                site = words
                open.append(frames)
                if let node = useKey(words, insteadOf: expression) {
                    if !inverted { frames.append(Frame(node: node)) }
                    continue
                }
                let node = use(expression, wholly: false, allowsAbsence: allowsAbsence)
                if !inverted { enter(expression, node) }
            case .otherwise: frames = open.last ?? []
            case .close: frames = open.popLast() ?? []
            }
        }
    }

    /// What is inside the section is looked up in its field first; nothing is known in one that is not there.
    private mutating func enter(_ expression: Expression, _ node: DataNode?) {
        if expression.isPlain { return }
        let known = node.flatMap { $0.isKnown ? $0 : nil }
        switch expression {
        case .path, .item: frames.append(Frame(node: known))
        case .present: if node == nil { frames.append(Frame(node: nil)) }
        case .filtered(_, let call):
            frames.append(Frame(node: call.leadsToItems ? known : nil, added: expression.addedFields))
        case .literal, .counter, .not, .negated, .operation, .conditional, .access, .outer:
            frames.append(Frame(node: nil))
        }
    }

    /// The field under the whole text of a tag, `user-name`, where that is no name and the data have not all that it would compute with.
    private func useKey(_ words: TagSource, insteadOf expression: Expression) -> DataNode? {
        if case .path(let names) = expression, names.count == 1 { return nil }
        guard !words.isNativeField, let node = find([WrittenTag(words.inside).name]).last,
            expression.paths.contains(where: { find($0).count < $0.count })
        else { return nil }
        node.isUsed = true
        node.isUsedWholly = true
        return node
    }

    /// Marks what an expression uses; returns the field it is, if it is one.
    @discardableResult private mutating func use(_ expression: Expression, wholly: Bool, allowsAbsence: Bool)
        -> DataNode?
    {
        switch expression {
        case .literal, .counter: return nil
        case .path(let path): return look(up: path, wholly: wholly, allowsAbsence: allowsAbsence)
        case .present(let path): return look(up: path, wholly: false, allowsAbsence: true)
        case .item:
            let item = frames.isEmpty ? root : frames.last?.node
            if wholly { item?.isUsedWholly = true }
            return item
        case .not(let operand), .negated(let operand):
            use(operand, wholly: false, allowsAbsence: allowsAbsence)
        case .operation(_, let left, let right):
            use(left, wholly: true, allowsAbsence: allowsAbsence)
            use(right, wholly: true, allowsAbsence: allowsAbsence)
        case .conditional(let test, let then, let otherwise):
            use(test, wholly: false, allowsAbsence: allowsAbsence)
            use(then, wholly: wholly, allowsAbsence: allowsAbsence)
            use(otherwise, wholly: wholly, allowsAbsence: allowsAbsence)
        case .filtered(let input, let call):
            for argument in call.arguments { use(argument, wholly: true, allowsAbsence: allowsAbsence) }
            let fields = call.fieldNames
            let node = use(
                input, wholly: wholly && fields.isEmpty, allowsAbsence: allowsAbsence || call.has(.standsIn))
            for field in fields {
                var place = node
                for name in field.split(separator: ".") {
                    place = place?.child(like: String(name))
                    place?.isUsed = true
                }
                place?.isUsedWholly = true
            }
            if call.has(.keepsItems) { return node }
            if call.has(.groupsItems) { return node?.grouped() }
            // What a filter makes of it is not known.
            if !wholly { node?.isUsedWholly = true }
        case .access(let whole, let key):
            use(key, wholly: true, allowsAbsence: allowsAbsence)
            use(whole, wholly: true, allowsAbsence: allowsAbsence)
        case .outer(let level, let inner):
            let all = frames
            frames = frames.dropLast(level)
            defer { frames = all }
            return use(inner, wholly: wholly, allowsAbsence: allowsAbsence)
        }
        return nil
    }

    private mutating func look(up path: [String], wholly: Bool, allowsAbsence: Bool) -> DataNode? {
        guard let first = path.first else { return nil }
        // A name that is not found may be in a list without items, or be given by a filter.
        for frame in frames.reversed() {
            if frame.added.contains(first) { return nil }
            guard let node = frame.node else { return nil }
            if node.child(like: first) != nil { break }
        }
        let found = find(path)
        for node in found { node.isUsed = true }
        if found.count < path.count {
            if let last = found.last, !last.isKnown { return nil }
            if !allowsAbsence, let site { unknown.append((path.joined(separator: "."), site)) }
            return nil
        }
        if wholly { found.last?.isUsedWholly = true }
        return found.last
    }

    /// The fields of a path from its first name on, as far as the data have them.
    private func find(_ path: [String]) -> [DataNode] {
        guard let first = path.first else { return [] }
        let frame = frames.reversed().lazy.compactMap { $0.node?.child(like: first) }.first
        guard let start = frame ?? root.child(like: first) else { return [] }
        var found = [start]
        for name in path.dropFirst() {
            guard let node = found.last?.child(like: name) else { break }
            found.append(node)
        }
        return found
    }
}

/// A field of the data, or that field of all items of a list.
private final class DataNode {
    let name: String
    let order: Int
    var isUsed = false
    /// Printed, or handed to a filter: all that is in it counts as used.
    var isUsedWholly = false
    private var isList = false
    /// Whether some value other than null and the empty list was there.
    private(set) var isKnown = false
    private var children: [String: DataNode] = [:]
    /// The same by names in which blanks are underscores; made when first asked for.
    private var alike: [String: DataNode] = [:]

    init(name: String, order: Int) {
        self.name = name
        self.order = order
    }

    func take(_ value: Value) {
        switch value {
        case .null: break
        case .boolean, .number, .text, .date: isKnown = true
        case .list(let items):
            isList = true
            for item in items { take(item) }
        case .record(let record):
            isKnown = true
            for (name, value) in zip(record.shape.names, record.values) {
                let child = children[name] ?? DataNode(name: name, order: children.count)
                children[name] = child
                child.take(value)
            }
        }
    }

    /// What the items of the list are when they are grouped.
    func grouped() -> DataNode {
        let group = DataNode(name: name, order: order)
        group.isKnown = isKnown
        group.children = [
            Filter.group.key: DataNode(name: Filter.group.key, order: 0), Filter.group.items: self,
        ]
        return group
    }

    func child(like name: String) -> DataNode? {
        if let child = children[name] { return child }
        if alike.isEmpty {
            for child in children.values { alike[child.name.replacing(" ", with: "_")] = child }
        }
        return alike[name.replacing(" ", with: "_")]
    }

    func unused(under path: String) -> [String] {
        children.values.sorted { $0.order < $1.order }.flatMap { child -> [String] in
            let place = path.isEmpty ? child.name : path + (isList ? "[]." : ".") + child.name
            if child.isUsedWholly { return [] }
            return child.isUsed ? child.unused(under: place) : [place]
        }
    }
}
