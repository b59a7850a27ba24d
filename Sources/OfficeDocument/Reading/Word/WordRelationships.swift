internal import Container
internal import XMLTree

/// What a part of a package refers to.
struct WordRelationships {
    private var targets: [String: Target] = [:]
    private var order: [String] = []

    struct Target {
        /// The last word of the relationship's type, such as `styles`.
        let kind: String
        /// The entry of the package, or an address outside.
        let name: String
        let isExternal: Bool
    }

    /// The relationships of `part`; of the package itself for an empty name.
    init(of part: String, on shelf: inout PartShelf) {
        let slash = part.lastIndex(of: "/")
        let folder = slash.map { String(part[...$0]) } ?? ""
        let file = slash.map { String(part[part.index(after: $0)...]) } ?? part
        let name = "\(folder)_rels/\(file).rels"
        guard shelf.archive.contains(name), let root = shelf.optional(name) else { return }
        for element in root.elements where element.name.local == "Relationship" {
            guard let id = element.attribute("Id"), let type = element.attribute("Type"),
                let target = element.attribute("Target")
            else { continue }
            let isExternal = element.attribute("TargetMode") == "External"
            targets[id] = Target(
                kind: type.split(separator: "/").last.map(String.init) ?? type,
                name: isExternal ? target : Self.resolved(target, in: folder), isExternal: isExternal)
            order.append(id)
        }
    }

    subscript(id: String) -> Target? { targets[id] }

    /// The entry of the first relationship of this kind.
    func entry(_ kind: String) -> String? {
        for id in order {
            if let target = targets[id], target.kind == kind, !target.isExternal { return target.name }
        }
        return nil
    }

    private static func resolved(_ target: String, in folder: String) -> String {
        var steps: [Substring] = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for step in target.split(separator: "/") {
            switch step {
            case ".": break
            case "..": _ = steps.popLast()
            default: steps.append(step)
            }
        }
        return steps.joined(separator: "/")
    }
}
