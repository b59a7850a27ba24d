internal import Values

/// Notes each use of a name with the scope it stands in, and then decides which field it is.
struct DataFieldGathering {
    private var scopes: [ScopeRecord] = [ScopeRecord(depth: 0)]
    /// The open sections of the part being read.
    private var open: [OpenSection] = []
    private var useCount = 0

    /// One section with items of its own, or the whole template.
    private struct ScopeRecord {
        var parent: Int?
        let depth: Int
        var uses: [Use] = []
        /// Whether its items are groups of the list's own items.
        var isGrouped = false
        /// What is asked of the item itself; empty when nothing is.
        var itemWants: Set<Want> = []
        var isRepeat = false
        /// Fields of its items that are none of the data.
        var added: Set<String> = []
        /// Whether its items are what the tags do not tell: other names in it are those round it.
        var isUnknown = false
    }

    private struct OpenSection {
        let scope: Int
        /// Where its other branch and what follows it stand.
        let outer: Int
        let path: [String]?
        /// Whether it is shown only where a field is there that need not be.
        var isOptional = false
    }

    private struct Use {
        let path: [String]
        let want: Want
        let order: Int
        var allowsAbsence = false
        /// Whether it stands where the field is known to be there.
        var isGuarded = false
        /// How many of the last names are fields of a list's items.
        var itemNames = 0
        /// The scope that the use opens.
        var opens: Int?
    }

    /// What a use asks of its field.
    enum Want: Hashable {
        case value, text, number, money, date, condition, list, record, section, image, richText, html
        /// A text, a list or a record.
        case anything
    }

    /// The scope that `$cha` leads to, while that is read.
    private var outside: Int?
    private var current: Int { outside ?? open.last?.scope ?? 0 }

    // MARK: Gathering

    mutating func gather(_ requests: [Program.Request], asked: (Int) -> DataFieldTree.Asked?) {
        open = []
        for request in requests {
            switch request {
            case .value(let expression, _): note(expression, as: .value)
            case .measure(let expression, _): note(expression, as: .number)
            case .insertion(let number, let expression, _):
                switch asked(number) {
                case .image: note(expression, as: .image)
                case .richText: note(expression, as: .richText)
                case .html: note(expression, as: .html)
                case .text: note(expression, as: .text)
                case .figures(let label, let numbers):
                    note(field(label, of: expression, by: "lay"), as: .value)
                    for number in numbers { note(field(number, of: expression, by: "tong"), as: .value) }
                case nil: break
                }
            case .open(let expression, _, let inverted, let allowsAbsence):
                enter(expression, inverted: inverted, allowsAbsence: allowsAbsence)
            case .otherwise:
                if let section = open.popLast() {
                    open.append(OpenSection(scope: section.outer, outer: section.outer, path: nil))
                }
            case .close: open.removeLast()
            }
        }
    }

    /// What a filter makes of a field of the items of a list.
    private func field(_ name: String, of list: Expression, by filter: String) -> Expression {
        .filtered(list, .init(name: filter, arguments: [.literal(.text(name))]))
    }

    private mutating func enter(_ expression: Expression, inverted: Bool, allowsAbsence: Bool) {
        let outer = current
        let (path, isList) = repeated(expression)
        guard !inverted, let path else {
            note(expression, as: .condition, allowsAbsence: allowsAbsence)
            var guarded: [String]?
            var isOptional = false
            if case .present(let path) = expression { guarded = path }
            if !inverted, case .filtered(.path(let path), let call) = expression, call.standsForNothing {
                (guarded, isOptional) = (path, true)
            }
            var scope = outer
            if !inverted, expression.leadsToUnknown {
                scope = openScope(in: outer, over: expression)
                scopes[scope].isUnknown = true
                isOptional = isOptional || expression.givesAnyFields
            }
            open.append(OpenSection(scope: scope, outer: outer, path: guarded, isOptional: isOptional))
            return
        }
        let inner = openScope(in: outer, over: expression)
        if case .filtered(_, let call) = expression { scopes[inner].isGrouped = call.has(.groupsItems) }
        switch expression {
        case .path, .item: break
        default: note(expression, as: .list)
        }
        use(path, as: isList ? .list : .section, allowsAbsence: allowsAbsence, opens: inner)
        open.append(OpenSection(scope: inner, outer: outer, path: path))
    }

    private mutating func openScope(in outer: Int, over expression: Expression) -> Int {
        scopes.append(
            ScopeRecord(parent: outer, depth: scopes[outer].depth + 1, added: expression.addedFields))
        return scopes.count - 1
    }

    /// The scope round so many repeats, and whether each section between is sure to be one.
    private func outer(_ level: Int) -> (scope: Int, isSure: Bool) {
        var place = current
        for _ in 0..<level { place = scopes[place].parent ?? 0 }
        return (place, scopes[current].depth == level)
    }

    /// The path whose items a section goes through, and whether it must be a list.
    private func repeated(_ expression: Expression) -> (path: [String]?, isList: Bool) {
        switch expression {
        case .path(let path): (path, false)
        // The whole data are a list, whose rows have no name.
        case .item where current == 0: ([DataFieldTree.wholeData], true)
        case .filtered(let input, let call) where call.leadsToItems: (repeated(input).path, true)
        case .literal, .item, .counter, .not, .negated, .operation, .conditional, .filtered, .present,
            .access, .outer:
            (nil, false)
        }
    }

    private mutating func note(_ expression: Expression, as want: Want, allowsAbsence: Bool = false) {
        switch expression {
        case .literal: break
        case .path(let path): use(path, as: want, allowsAbsence: allowsAbsence)
        case .present(let path): use(path, as: .condition, allowsAbsence: true)
        case .item: scopes[current].itemWants.insert(want)
        case .counter: scopes[current].isRepeat = true
        case .not(let operand): note(operand, as: .condition, allowsAbsence: allowsAbsence)
        case .negated(let operand): note(operand, as: .number, allowsAbsence: allowsAbsence)
        case .operation(let symbol, let left, let right):
            let (first, second) = symbol.wants(left, right, result: want)
            note(left, as: first, allowsAbsence: allowsAbsence)
            note(right, as: second, allowsAbsence: allowsAbsence)
        case .conditional(let test, let then, let otherwise):
            note(test, as: .condition, allowsAbsence: allowsAbsence)
            note(then, as: want, allowsAbsence: allowsAbsence)
            note(otherwise, as: want, allowsAbsence: allowsAbsence)
        case .filtered(let input, let call):
            let stands = call.has(.standsIn)
            note(input, as: stands ? want : call.want ?? .value, allowsAbsence: allowsAbsence || stands)
            for argument in call.arguments { note(argument, as: .value, allowsAbsence: allowsAbsence) }
            if let path = repeated(input).path {
                for name in call.fieldNames where !input.addedFields.contains(name) {
                    let names = name.split(separator: ".").map(String.init)
                    use(path + names, as: call.has(.addsUp) ? .number : .value, itemNames: names.count)
                }
            }
        case .access(let whole, let key):
            if case .literal(.text(let name)) = key, let found = item(of: whole) {
                let inside = found.itemNames.map { $0 + 1 } ?? 0
                return use(found.path + [name], as: want, allowsAbsence: allowsAbsence, itemNames: inside)
            }
            note(key, as: .value, allowsAbsence: allowsAbsence)
            note(whole, as: .list, allowsAbsence: allowsAbsence)
        case .outer(let level, let inner):
            let (before, outer) = (outside, outer(level))
            if outer.isSure { scopes[current].isRepeat = true }
            outside = outer.scope
            note(inner, as: want, allowsAbsence: allowsAbsence || !outer.isSure)
            outside = before
        }
    }

    /// The field that an expression leads to, and how many of its names are fields of a list's items; nil there where it is in none.
    private func item(of expression: Expression) -> (path: [String], itemNames: Int?)? {
        switch expression {
        case .path(let path): (path, nil)
        case .access(let whole, .literal(.text(let name))):
            item(of: whole).map { found in (found.path + [name], found.itemNames.map { $0 + 1 }) }
        case .access(let whole, _): item(of: whole).map { ($0.path, $0.itemNames ?? 0) }
        case .filtered(let input, let call) where call.has(.keepsItems):
            item(of: input).map { ($0.path, $0.itemNames ?? 0) }
        case .outer(_, let inner): item(of: inner)
        case .literal, .item, .counter, .not, .negated, .operation, .conditional, .filtered, .present: nil
        }
    }

    private mutating func use(
        _ path: [String], as want: Want, allowsAbsence: Bool = false, itemNames: Int = 0, opens: Int? = nil
    ) {
        guard let first = path.first, !isAdded(first) else { return }
        let isGuarded = open.contains { section in section.path.map { path.starts(with: $0) } ?? false }
        // What is shown only with a field that need not be there need not be there either.
        let allowsAbsence = allowsAbsence || open.contains(where: \.isOptional)
        scopes[current].uses.append(
            Use(
                path: path, want: want, order: useCount, allowsAbsence: allowsAbsence, isGuarded: isGuarded,
                itemNames: itemNames, opens: opens))
        useCount += 1
    }

    /// Whether a name is that of a field which a filter gives the items.
    private func isAdded(_ name: String) -> Bool {
        var place: Int? = current
        while let here = place {
            if scopes[here].added.contains(name) { return true }
            place = scopes[here].parent
        }
        return false
    }

    // MARK: Deciding

    /// The fields, once everything is gathered.
    func tree() -> [DataFieldTree.Field] {
        let root = DataFieldNode(name: "", order: 0)
        var nodes: [Int: DataFieldNode] = [0: root]
        // Outer scopes first: what they use directly is theirs.
        for scope in scopes.indices.sorted(by: { (scopes[$0].depth, $0) < (scopes[$1].depth, $1) }) {
            if scopes[scope].isUnknown { nodes[scope] = scopes[scope].parent.flatMap { nodes[$0] } }
            guard let own = nodes[scope] else { continue }
            if !scopes[scope].isUnknown {
                own.itemWants.formUnion(scopes[scope].itemWants)
                own.isRepeated = own.isRepeated || scopes[scope].isRepeat
            }
            for use in scopes[scope].uses {
                guard let first = use.path.first else { continue }
                let owner = owner(of: first, from: scope, nodes)
                var node = owner?.child(first, use.order)
                if let owner, owner !== own, !use.isGuarded { node?.note(useIn: own) }
                node?.note(use.allowsAbsence, use.isGuarded)
                for (depth, name) in use.path.enumerated().dropFirst() {
                    if depth != use.path.count - use.itemNames { node?.isEntered = true }
                    node = node?.child(name, use.order)
                    node?.note(use.allowsAbsence, use.isGuarded)
                }
                node?.wants.insert(use.want)
                if let opened = use.opens {
                    nodes[opened] = scopes[opened].isGrouped ? node?.grouped() : node
                }
            }
        }
        return root.fields()
    }

    /// The scope whose field a name is: the innermost that has it already, else the one it is used in.
    private func owner(of name: String, from scope: Int, _ nodes: [Int: DataFieldNode]) -> DataFieldNode? {
        var place: Int? = scope
        while let here = place {
            if let node = nodes[here], node.has(name) { return node }
            place = scopes[here].parent
        }
        return nodes[scope]
    }
}
