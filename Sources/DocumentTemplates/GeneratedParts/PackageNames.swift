internal import XMLTree

/// Names of the packaging conventions of Office Open XML.
enum PackageNames {
    static let relationships = "http://schemas.openxmlformats.org/package/2006/relationships"
    static let contentTypes = "http://schemas.openxmlformats.org/package/2006/content-types"
    static let officeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    static let strictRelationships = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    static let wordprocessing = "application/vnd.openxmlformats-officedocument.wordprocessingml."

    /// The part that holds the relationships of a part.
    static func relationshipsPart(of part: String) -> String {
        let pieces = part.split(separator: "/", omittingEmptySubsequences: false)
        return (pieces.dropLast() + ["_rels", (pieces.last ?? "") + ".rels"]).joined(separator: "/")
    }

    /// The part whose relationships an entry holds; empty for those of the package.
    static func source(ofRelationships entry: String) -> String {
        let pieces = entry.split(separator: "/").map(String.init)
        let folders = pieces.dropLast().filter { $0 != "_rels" }
        return (folders + [String((pieces.last ?? "").dropLast(".rels".count))]).joined(separator: "/")
    }

    /// The part that a target written in the relationships of `part` names.
    static func target(_ target: String, from part: String) -> String {
        var pieces = target.hasPrefix("/") ? [] : Array(part.split(separator: "/").dropLast())
        for piece in target.split(separator: "/") {
            if piece == ".." { _ = pieces.popLast() } else if piece != "." { pieces.append(piece) }
        }
        return pieces.joined(separator: "/")
    }
}

extension Element {
    /// An element of WordprocessingML with the prefix that every part with insertions declares.
    static func word(
        _ local: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [Element] = []
    ) -> Element {
        func name(_ local: String) -> QualifiedName {
            QualifiedName(namespace: WordNames.main, prefix: "w", local: local)
        }
        var element = Element(name(local))
        element.attributes = attributes.map { .init(name($0), $1) }
        element.children = children.map { .element($0) }
        return element
    }

    /// An element with names written as they are to stand in the file.
    static func plain(
        _ written: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [Element] = []
    ) -> Element {
        var element = Element(QualifiedName(written: written))
        element.attributes = attributes.map { .init(QualifiedName(written: $0), $1) }
        element.children = children.map { .element($0) }
        return element
    }

    /// The element with these characters in it.
    func holding(_ words: String) -> Element {
        var element = self
        element.children.append(.text(words))
        return element
    }

    /// The value of the attribute with this local name, whatever its namespace.
    func value(_ local: String) -> String? { attributes.first { $0.name.local == local }?.value }

    func child(_ local: String) -> Element? { elements.first { $0.name.local == local } }

    /// Declares a prefix unless it means something already.
    mutating func declare(_ prefix: String, _ namespace: String) {
        guard !declarations.contains(where: { $0.prefix == prefix }) else { return }
        declarations.append(.init(prefix: prefix, namespace: namespace))
    }
}

extension QualifiedName {
    /// A name as it is written; what its prefix means is declared elsewhere.
    init(written: String) {
        let pieces = written.split(separator: ":", maxSplits: 1).map(String.init)
        self.init(prefix: pieces.count == 2 ? pieces[0] : "", local: pieces.last ?? written)
    }
}
