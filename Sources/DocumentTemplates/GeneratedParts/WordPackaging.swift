internal import Container
internal import Diagnostics
internal import OfficePackage
internal import XMLTree

extension PackageTrees {
    /// The part that a part has a relationship of that kind to.
    mutating func part(related kind: String, to part: String) throws(Failure) -> String? {
        Relationships(try tree(Relationships.entry(of: part)), of: part).entry(kind)
    }

    /// Adds a relationship of a part and returns its id.
    mutating func relate(_ part: String, to target: Relationships.Target, type: String) throws(Failure)
        -> String
    {
        let name = Relationships.entry(of: part)
        var root = try tree(name) ?? Relationships.emptyRoot
        let id = Relationships.freeId("rIdIn", from: root.elements.count + 1, in: root)
        root.children.append(.element(Relationships.relationship(id, type, to: target, in: root)))
        replace(name, with: root)
        return id
    }

    /// Says what files of an extension are, unless that is said.
    mutating func declare(extension name: String, as type: String) throws(Failure) {
        guard var types = try tree(ContentTypes.entry) else { return }
        ContentTypes.declare(extension: name, as: type, in: &types)
        replace(ContentTypes.entry, with: types)
    }

    /// Says what one part is.
    mutating func declare(part name: String, as type: String) throws(Failure) {
        guard var types = try tree(ContentTypes.entry) else { return }
        ContentTypes.declare(name, as: type, in: &types)
        replace(ContentTypes.entry, with: types)
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
        let start = Relationships.folder(of: body) + file
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
        _ = try relate(body, to: .entry("/" + name), type: "\(namespace)/\(kind)")
        try declare(part: name, as: WordNames.mediaType(kind))
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
