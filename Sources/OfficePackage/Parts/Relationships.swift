package import XMLTree

/// What a part of a Word package, or the package itself, refers to.
package struct Relationships: Sendable {
    /// The entry with the relationships of the package itself.
    package static let ofPackage = "_rels/.rels"

    /// In the order of the list.
    package let all: [Relationship]
    private let places: [String: Int]

    package struct Relationship: Sendable {
        package let id: String
        /// The type as it is written, an address.
        package let type: String
        /// The entry of the package, or an address outside.
        package let name: String
        package let isExternal: Bool

        /// The last word of the type, such as `styles`.
        package var kind: Substring {
            guard let slash = type.utf8.lastIndex(of: UInt8(ascii: "/")) else { return type[...] }
            return type[type.utf8.index(after: slash)...]
        }

        /// Whether it leads to the digital signatures of the package.
        package var isSignatureOrigin: Bool { type.hasSuffix("/digital-signature/origin") }
    }

    /// Reads the list of `part`, or of the package itself for an empty name; without a list there are none.
    package init(_ root: Element?, of part: String) {
        var all: [Relationship] = []
        var places: [String: Int] = [:]
        for element in root?.elements ?? [] where element.name.local == "Relationship" {
            guard let id = element.attribute("Id"), let type = element.attribute("Type"),
                let target = element.attribute("Target")
            else { continue }
            let isExternal = element.attribute("TargetMode") == "External"
            places[id] = all.count
            all.append(
                Relationship(
                    id: id, type: type,
                    name: isExternal ? target : Relationships.resolved(target, from: part),
                    isExternal: isExternal))
        }
        self.all = all
        self.places = places
    }

    package subscript(id: String) -> Relationship? { places[id].map { all[$0] } }

    /// The entry of the first relationship of this kind.
    package func entry(_ kind: String) -> String? { all.first { $0.kind == kind && !$0.isExternal }?.name }
}

// MARK: - Names of parts

extension Relationships {
    /// The entry with the relationships of a part; of the package for an empty name.
    package static func entry(of part: String) -> String {
        let slash = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
        return "\(part[..<slash])_rels/\(part[slash...]).rels"
    }

    /// The part whose relationships an entry holds; empty for those of the package.
    package static func source(of entry: String) -> String {
        let pieces = entry.split(separator: "/").map(String.init)
        let folders = pieces.dropLast().filter { $0 != "_rels" }
        return (folders + [String((pieces.last ?? "").dropLast(".rels".count))]).joined(separator: "/")
    }

    /// The folder of a part, with its slash; empty at the top of the package.
    package static func folder(of part: String) -> String {
        part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
    }

    /// The entry that a target written in the relationships of `part` names.
    package static func resolved(_ target: String, from part: String) -> String {
        var steps = target.hasPrefix("/") ? [] : Array(part.split(separator: "/").dropLast())
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

// MARK: - Writing

extension Relationships {
    /// A list of relationships, to be added to.
    package static var emptyRoot: Element {
        var root = Element(QualifiedName(namespace: PackageNames.relationships, local: "Relationships"))
        root.declare("", PackageNames.relationships)
        return root
    }

    package enum Target {
        /// An entry, as it is to be written: `/word/a.xml`, or as the part's folder sees it.
        case entry(String)
        case address(String)
    }

    /// One relationship, with the prefix of the list it is for.
    package static func relationship(_ id: String, _ type: String, to target: Target, in root: Element)
        -> Element
    {
        var relationship = Element(root.sibling("Relationship"))
        relationship.attributes = [
            .init(QualifiedName(local: "Id"), id), .init(QualifiedName(local: "Type"), type),
        ]
        switch target {
        case .entry(let name): relationship.attributes.append(.init(QualifiedName(local: "Target"), name))
        case .address(let address):
            relationship.attributes.append(.init(QualifiedName(local: "Target"), address))
            relationship.attributes.append(.init(QualifiedName(local: "TargetMode"), "External"))
        }
        return relationship
    }

    /// The first of the ids `stem1`, `stem2` … that the list does not have, counted from `first`; without that the stem alone is tried first.
    package static func freeId(_ stem: String, from first: Int? = nil, in root: Element) -> String {
        let taken = Set(root.elements.compactMap { $0.attribute("Id") })
        if first == nil, !taken.contains(stem) { return stem }
        var number = first ?? 2
        while taken.contains("\(stem)\(number)") { number += 1 }
        return "\(stem)\(number)"
    }
}
