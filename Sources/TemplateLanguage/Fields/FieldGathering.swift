internal import Values

/// Notes each use of a name with the scope it stands in, and then decides which field it is.
struct FieldGathering {
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
    }

    private struct OpenSection {
        let scope: Int
        /// Where its other branch and what follows it stand.
        let outer: Int
        let path: [String]?
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
        case value, text, number, money, date, condition, list, section, image, richText
    }

    private var current: Int { open.last?.scope ?? 0 }

    // MARK: Gathering

    mutating func gather(_ requests: [Program.Request], kind: (Int) -> Tag.Insertion?) {
        open = []
        for request in requests {
            switch request {
            case .value(let expression, _): note(expression, as: .value)
            case .measure(let expression, _): note(expression, as: .number)
            case .insertion(let number, let expression, _):
                switch kind(number) {
                case .image: note(expression, as: .image)
                case .richText: note(expression, as: .richText)
                case .include, nil: break
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

    private mutating func enter(_ expression: Expression, inverted: Bool, allowsAbsence: Bool) {
        let outer = current
        let (path, isList) = repeated(expression)
        guard !inverted, let path else {
            note(expression, as: .condition, allowsAbsence: allowsAbsence)
            var guarded: [String]?
            if case .present(let path) = expression { guarded = path }
            open.append(OpenSection(scope: outer, outer: outer, path: guarded))
            return
        }
        scopes.append(ScopeRecord(parent: outer, depth: scopes[outer].depth + 1))
        let inner = scopes.count - 1
        if case .filtered(_, let call) = expression {
            scopes[inner].isGrouped = call.name == Filter.grouping.name
        }
        if case .path = expression {} else { note(expression, as: .list) }
        use(path, as: isList ? .list : .section, allowsAbsence: allowsAbsence, opens: inner)
        open.append(OpenSection(scope: inner, outer: outer, path: path))
    }

    /// The path whose items a section goes through, and whether it must be a list.
    private func repeated(_ expression: Expression) -> (path: [String]?, isList: Bool) {
        switch expression {
        case .path(let path): (path, false)
        case .filtered(let input, let call)
        where Filter.keepingItems.contains(call.name) || call.name == Filter.grouping.name:
            (repeated(input).path, true)
        case .literal, .item, .counter, .not, .negated, .operation, .conditional, .filtered, .present:
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
            let stands = call.name == Filter.defaultName
            note(
                input,
                as: stands ? want : call.pictured ?? Filter.want(of: call.name) ?? .value,
                allowsAbsence: allowsAbsence || stands
            )
            for argument in call.arguments { note(argument, as: .value, allowsAbsence: allowsAbsence) }
            if let path = repeated(input).path, let name = call.fieldName {
                use(
                    path + [name],
                    as: ["tong", "trung_binh"].contains(call.name) ? .number : .value,
                    itemNames: 1
                )
            }
        }
    }

    private mutating func use(
        _ path: [String],
        as want: Want,
        allowsAbsence: Bool = false,
        itemNames: Int = 0,
        opens: Int? = nil
    ) {
        let isGuarded = open.contains { section in section.path.map { path.starts(with: $0) } ?? false }
        scopes[current].uses.append(
            Use(
                path: path,
                want: want,
                order: useCount,
                allowsAbsence: allowsAbsence,
                isGuarded: isGuarded,
                itemNames: itemNames,
                opens: opens
            )
        )
        useCount += 1
    }

    // MARK: Deciding

    /// The fields, once everything is gathered.
    func tree() -> [FieldTree.Field] {
        let root = FieldNode(name: "", order: 0)
        var nodes: [Int: FieldNode] = [0: root]
        // Outer scopes first: what they use directly is theirs.
        for scope in scopes.indices.sorted(by: { (scopes[$0].depth, $0) < (scopes[$1].depth, $1) }) {
            guard let own = nodes[scope] else { continue }
            own.itemWants.formUnion(scopes[scope].itemWants)
            own.isRepeated = own.isRepeated || scopes[scope].isRepeat
            for use in scopes[scope].uses {
                guard let first = use.path.first else { continue }
                let owner = owner(of: first, from: scope, nodes)
                var node = owner?.child(first, use.order)
                if let owner, owner !== own, !use.isGuarded { node?.note(useIn: own) }
                node?.note(use.allowsAbsence, use.isGuarded)
                for (depth, name) in use.path.enumerated().dropFirst() {
                    if depth < use.path.count - use.itemNames { node?.isEntered = true }
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
    private func owner(of name: String, from scope: Int, _ nodes: [Int: FieldNode]) -> FieldNode? {
        var place: Int? = scope
        while let here = place {
            if let node = nodes[here], node.has(name) { return node }
            place = scopes[here].parent
        }
        return nodes[scope]
    }
}

/// A field while its uses come in.
private final class FieldNode {
    let name: String
    let order: Int
    var wants: Set<FieldGathering.Want> = []
    var itemWants: Set<FieldGathering.Want> = []
    var isRepeated = false
    /// Whether a dotted name goes into it.
    var isEntered = false
    private var allowsAbsence = false
    private var isNeeded = false
    private var children: [String: FieldNode] = [:]
    /// Sections that use it although they may have a field of that name themselves.
    private var users: [String] = []

    init(name: String, order: Int) {
        self.name = name
        self.order = order
    }

    func has(_ name: String) -> Bool { children[name] != nil }

    func child(_ name: String, _ order: Int) -> FieldNode {
        if let known = children[name] { return known }
        let child = FieldNode(name: name, order: order)
        children[name] = child
        return child
    }

    func note(_ allowsAbsence: Bool, _ isGuarded: Bool) {
        if allowsAbsence { self.allowsAbsence = true } else if !isGuarded { isNeeded = true }
    }

    /// What the items of the list are when they are grouped.
    func grouped() -> FieldNode {
        let group = FieldNode(name: name, order: order)
        group.children = [
            Filter.grouping.key: FieldNode(name: Filter.grouping.key, order: order),
            Filter.grouping.items: self,
        ]
        return group
    }

    func note(useIn section: FieldNode) {
        if !users.contains(section.name) { users.append(section.name) }
    }

    func fields() -> [FieldTree.Field] {
        children.values.sorted { ($0.order, $0.name) < ($1.order, $1.name) }.map { node in
            FieldTree.Field(
                name: node.name,
                shape: node.shape,
                isOptional: node.allowsAbsence && !node.isNeeded,
                fields: node.fields(),
                alsoUsedIn: node.users,
                itemShape: scalarShape(of: node.itemWants) ?? .value
            )
        }
    }

    private var shape: FieldTree.Shape {
        if wants.contains(.image) { return .image }
        if wants.contains(.richText) { return .richText }
        if wants.contains(.list) || isRepeated || !itemWants.isEmpty { return .list }
        if isEntered { return .record }
        if !children.isEmpty { return .listOrRecord }
        return scalarShape(of: wants) ?? .condition
    }
}

private func scalarShape(of wants: Set<FieldGathering.Want>) -> FieldTree.Shape? {
    if wants.contains(.image) { return .image }
    if wants.contains(.richText) { return .richText }
    if wants.contains(.money) { return .money }
    if wants.contains(.number) { return .number }
    if wants.contains(.date) { return .date }
    if wants.contains(.text) { return .text }
    return wants.contains(.value) ? .value : nil
}

extension Operator {
    /// What the operands must be for the operator to give what is asked for.
    fileprivate func wants(
        _ left: Expression,
        _ right: Expression,
        result: FieldGathering.Want
    ) -> (FieldGathering.Want, FieldGathering.Want) {
        switch self {
        case .and, .or: return (.condition, result)
        case .minus, .times, .divided: return (.number, .number)
        case .plus, .contained: return (.value, .value)
        case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual:
            for case .literal(let value) in [left, right] {
                if case .number = value { return (.number, .number) }
                if case .text = value { return (.text, .text) }
            }
            return (.value, .value)
        }
    }
}

extension Filter {
    /// List filters whose result has the same items.
    static let keepingItems: Set<String> = [
        "sap_xep", "sap_xep_ten", "loc", "lat_nguoc", "duy_nhat", "dau", "cuoi",
    ]

    /// The list filter whose items are groups, with their key and their own items as fields.
    static let grouping = (name: "nhom", key: "khoa", items: "muc")

    /// List filters that are told a field of the items.
    fileprivate static let namingFields: Set<String> = [
        "tong", "trung_binh", "lon_nhat", "nho_nhat", "sap_xep", "sap_xep_ten", "loc", "nhom", "duy_nhat",
        "lay",
    ]

    /// What a filter needs, from the table it stands in; nil when it takes anything.
    fileprivate static func want(of name: String) -> FieldGathering.Want? { wants[name] }

    private static let wants: [String: FieldGathering.Want] = {
        var wants: [String: FieldGathering.Want] = [:]
        for filter in numberFilters { wants[filter.name] = .number }
        for filter in dateFilters { wants[filter.name] = .date }
        for filter in textFilters where filter.name != defaultName { wants[filter.name] = .text }
        for filter in listFilters + orderFilters { wants[filter.name] = .list }
        for name in ["tien", "bang_chu"] { wants[name] = .money }
        wants[Tag.Directive.paragraphWidth.rawValue] = .number
        return wants
    }()
}

extension Expression.FilterCall {
    /// What Word's picture is for.
    fileprivate var pictured: FieldGathering.Want? {
        guard name == Filter.pictureName, case .literal(.text(let picture))? = arguments.first else {
            return nil
        }
        return picture.contains { "0#".contains($0) } ? .number : .date
    }

    /// The field of each item that a list filter is told by its first argument.
    var fieldName: String? {
        guard Filter.namingFields.contains(name), case .literal(.text(let field))? = arguments.first,
            field != "."
        else { return nil }
        return field
    }
}
