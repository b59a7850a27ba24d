internal import Container
internal import Diagnostics
internal import XMLTree

extension PackageTrees {
    /// The part that a part has a relationship of that kind to.
    mutating func part(related kind: String, to part: String) throws(Failure) -> String? {
        let root = try tree(PackageNames.relationshipsPart(of: part))
        let found = root?.elements.first { relationship in
            relationship.attribute("Type")?.split(separator: "/").last.map(String.init) == kind
        }
        return found?.attribute("Target").map { PackageNames.target($0, from: part) }
    }

    /// Adds a relationship inside the package and returns its id.
    mutating func relate(_ part: String, to target: String, type: String, isExternal: Bool = false)
        throws(Failure) -> String
    {
        let name = PackageNames.relationshipsPart(of: part)
        var root = try tree(name) ?? .relationships
        let taken = Set(root.elements.compactMap { $0.attribute("Id") })
        var number = root.elements.count + 1
        while taken.contains("rIdIn\(number)") { number += 1 }
        var relationship = Element(
            QualifiedName(namespace: PackageNames.relationships, local: "Relationship"))
        relationship.attributes = [
            .init(QualifiedName(local: "Id"), "rIdIn\(number)"), .init(QualifiedName(local: "Type"), type),
            .init(QualifiedName(local: "Target"), isExternal ? target : "/" + target),
        ]
        if isExternal {
            relationship.attributes.append(.init(QualifiedName(local: "TargetMode"), "External"))
        }
        root.children.append(.element(relationship))
        replace(name, with: root)
        return "rIdIn\(number)"
    }

    /// Says what files of an extension are, unless that is said.
    mutating func declare(extension name: String, as type: String) throws(Failure) {
        guard var types = try tree("[Content_Types].xml") else { return }
        let isKnown = types.elements.contains {
            $0.name.local == "Default" && $0.attribute("Extension")?.lowercased() == name.lowercased()
        }
        guard !isKnown else { return }
        var entry = Element(QualifiedName(namespace: PackageNames.contentTypes, local: "Default"))
        entry.attributes = [
            .init(QualifiedName(local: "Extension"), name), .init(QualifiedName(local: "ContentType"), type),
        ]
        let place = types.elements.firstIndex { $0.name.local == "Override" } ?? types.elements.count
        types.children = types.elements.map { .element($0) }
        types.children.insert(.element(entry), at: place)
        replace("[Content_Types].xml", with: types)
    }

    /// Says what one part is.
    mutating func declare(part name: String, as type: String) throws(Failure) {
        guard var types = try tree("[Content_Types].xml") else { return }
        var entry = Element(QualifiedName(namespace: PackageNames.contentTypes, local: "Override"))
        entry.attributes = [
            .init(QualifiedName(local: "PartName"), "/" + name),
            .init(QualifiedName(local: "ContentType"), type),
        ]
        types.children.append(.element(entry))
        replace("[Content_Types].xml", with: types)
    }

    /// The part that defines the lists of a body, made when there is none.
    mutating func numberingPart(of body: String, namespace: String) throws(Failure) -> String {
        if let known = try part(related: "numbering", to: body), contains(known) { return known }
        return try add("numbering", relatedAs: "numbering", to: body, namespace: namespace, root: "numbering")
    }

    /// The part with the styles of a body, made when there is none.
    mutating func stylesPart(of body: String, namespace: String) throws(Failure) -> String {
        if let known = try part(related: "styles", to: body), contains(known) { return known }
        return try add("styles", relatedAs: "styles", to: body, namespace: namespace, root: "styles")
    }

    /// Makes a part with an empty root that the body has a relationship to.
    mutating func add(
        _ file: String, relatedAs kind: String, to body: String, namespace: String, root local: String
    ) throws(Failure) -> String {
        let folder = body.split(separator: "/").dropLast().joined(separator: "/")
        let start = folder.isEmpty ? file : "\(folder)/\(file)"
        var name = start + ".xml"
        var number = 1
        while contains(name) {
            number += 1
            name = "\(start)\(number).xml"
        }
        let main = try tree(body)?.name.namespace ?? WordNames.main
        var root = Element(QualifiedName(namespace: main, prefix: "w", local: local))
        root.declare("w", main)
        replace(name, with: root)
        _ = try relate(body, to: name, type: "\(namespace)/\(kind)")
        try declare(part: name, as: "\(PackageNames.wordprocessing)\(kind)+xml")
        return name
    }

    /// A beginning that no part's name has.
    func freePrefix(_ wanted: String) -> String {
        var prefix = wanted
        while source.names.contains(where: { $0.hasPrefix(prefix) })
            || files.keys.contains(where: { $0.hasPrefix(prefix) })
        { prefix += "t" }
        return prefix
    }
}
