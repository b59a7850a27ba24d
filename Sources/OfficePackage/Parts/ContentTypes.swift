package import XMLTree

/// What `[Content_Types].xml` says of the parts of a Word package.
package struct ContentTypes: Sendable {
    package static let entry = "[Content_Types].xml"

    /// By extension and by the part's name, both in lower case: neither tells capitals apart.
    private var defaults: [String: String] = [:]
    private var overrides: [String: String] = [:]

    /// Reads the list; without one nothing is known of any part.
    package init(_ root: Element?) {
        for entry in root?.elements ?? [] {
            guard let type = entry.attribute("ContentType") else { continue }
            if let name = entry.attribute("PartName") {
                let part = name.drop { $0 == "/" }.lowercased()
                if overrides[part] == nil { overrides[part] = type }
            } else if let name = entry.attribute("Extension")?.lowercased(), defaults[name] == nil {
                defaults[name] = type
            }
        }
    }

    /// The type of a part: its own, or that of its extension.
    package func type(of part: String) -> String? {
        let name = part.lowercased()
        if let own = overrides[name] { return own }
        guard let dot = name.lastIndex(of: "."), !name[dot...].contains("/") else { return nil }
        return defaults[String(name[name.index(after: dot)...])]
    }

    /// Whether a part is said to hold a program, by itself and not by its extension: Word types all `.bin` at once.
    func saysMacro(of part: String) -> Bool {
        guard let type = overrides[part.lowercased()]?.lowercased() else { return false }
        return type.hasPrefix("application/vnd.ms-office.vba")
            || type.hasPrefix("application/vnd.ms-word.vba")
    }

    /// Whether a main part of this type is a spreadsheet's or a presentation's.
    static func isOtherProgram(_ type: String) -> Bool {
        type.contains("spreadsheetml") || type.contains("presentationml")
    }
}

// MARK: - Writing

extension ContentTypes {
    /// A list with these types by extension, and with those of the parts behind them.
    package static func root(defaults: KeyValuePairs<String, String>, parts: [(name: String, type: String)])
        -> Element
    {
        var root = Element(QualifiedName(namespace: PackageNames.contentTypes, local: "Types"))
        root.declare("", PackageNames.contentTypes)
        root.children =
            defaults.map { .element(byExtension($0, $1, in: root)) }
            + parts.map { .element(override($0.name, $0.type, in: root)) }
        return root
    }

    /// Says what one part is, unless the list does so.
    package static func declare(_ part: String, as type: String, in root: inout Element) {
        guard !root.elements.contains(where: { $0.attribute("PartName") == "/" + part }) else { return }
        root.children.append(.element(override(part, type, in: root)))
    }

    /// Says what the files of an extension are, unless the list does so.
    package static func declare(extension name: String, as type: String, in root: inout Element) {
        let isKnown = root.elements.contains {
            $0.name.local == "Default" && $0.attribute("Extension")?.lowercased() == name.lowercased()
        }
        guard !isKnown else { return }
        let place = root.children.firstIndex { $0.isElement("Override") } ?? root.children.count
        root.children.insert(.element(byExtension(name, type, in: root)), at: place)
    }

    /// What the list says of a part with a type of its own; `root` is the list.
    package static func entry(of part: String, as type: String, in root: Element) -> Element {
        override(part, type, in: root)
    }

    private static func override(_ part: String, _ type: String, in root: Element) -> Element {
        var entry = Element(root.sibling("Override"))
        entry.attributes = [
            .init(QualifiedName(local: "PartName"), "/" + part),
            .init(QualifiedName(local: "ContentType"), type),
        ]
        return entry
    }

    private static func byExtension(_ name: String, _ type: String, in root: Element) -> Element {
        var entry = Element(root.sibling("Default"))
        entry.attributes = [
            .init(QualifiedName(local: "Extension"), name), .init(QualifiedName(local: "ContentType"), type),
        ]
        return entry
    }
}
