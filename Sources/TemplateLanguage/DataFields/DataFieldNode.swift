/// A field while its uses come in.
final class DataFieldNode {
    let name: String
    let order: Int
    var wants: Set<DataFieldGathering.Want> = []
    var itemWants: Set<DataFieldGathering.Want> = []
    var isRepeated = false
    /// Whether a dotted name goes into it.
    var isEntered = false
    private var allowsAbsence = false
    private var isNeeded = false
    private var children: [String: DataFieldNode] = [:]
    /// Sections that use it although they may have a field of that name themselves.
    private var users: [DataFieldNode] = []

    init(name: String, order: Int) {
        self.name = name
        self.order = order
    }

    func has(_ name: String) -> Bool { children[name] != nil }

    func child(_ name: String, _ order: Int) -> DataFieldNode {
        if let known = children[name] { return known }
        let child = DataFieldNode(name: name, order: order)
        children[name] = child
        return child
    }

    func note(_ allowsAbsence: Bool, _ isGuarded: Bool) {
        if allowsAbsence { self.allowsAbsence = true } else if !isGuarded { isNeeded = true }
    }

    /// What the items of the list are when they are grouped.
    func grouped() -> DataFieldNode {
        let group = DataFieldNode(name: name, order: order)
        group.children = [
            Filter.group.key: DataFieldNode(name: Filter.group.key, order: order), Filter.group.items: self,
        ]
        return group
    }

    func note(useIn section: DataFieldNode) {
        if !users.contains(where: { $0 === section }) { users.append(section) }
    }

    func fields() -> [DataFieldTree.Field] {
        children.values.sorted { ($0.order, $0.name) < ($1.order, $1.name) }.map { node in
            DataFieldTree.Field(
                name: node.name, shape: node.shape, isOptional: node.allowsAbsence && !node.isNeeded,
                fields: node.fields(), alsoUsedIn: node.users.filter(\.hasFields).map(\.name),
                itemShape: scalarShape(of: node.itemWants) ?? .value)
        }
    }

    /// Whether a name inside its section may be a field of its own.
    private var hasFields: Bool {
        switch shape {
        case .list, .record, .listOrRecord: true
        case .value, .text, .number, .money, .date, .condition, .anything, .image, .richText, .html: false
        }
    }

    private var shape: DataFieldTree.Shape {
        if wants.contains(.image) { return .image }
        if wants.contains(.richText) { return .richText }
        if wants.contains(.html) { return .html }
        if wants.contains(.list) || isRepeated || !itemWants.isEmpty { return .list }
        if isEntered || wants.contains(.record) { return .record }
        if !children.isEmpty { return .listOrRecord }
        if wants.contains(.anything) { return .anything }
        return scalarShape(of: wants) ?? .condition
    }
}

private func scalarShape(of wants: Set<DataFieldGathering.Want>) -> DataFieldTree.Shape? {
    if wants.contains(.image) { return .image }
    if wants.contains(.richText) { return .richText }
    if wants.contains(.money) { return .money }
    if wants.contains(.number) { return .number }
    if wants.contains(.date) { return .date }
    if wants.contains(.text) { return .text }
    return wants.contains(.value) ? .value : nil
}
