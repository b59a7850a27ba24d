internal import Container
internal import Diagnostics
internal import OfficePackage
internal import XMLTree

/// OpenDocument texts made from one template, put one behind the other in one body, each beginning a page with its own master page.
struct OpenDocumentMerging {
    private var parts: MergedParts?
    private var content: Element?
    private var styles: Element?
    private var manifest: Element?
    private var count = 0

    private static let style = OpenDocumentNames.style

    private static func s(_ local: String) -> QualifiedName {
        QualifiedName(namespace: style, prefix: "style", local: local)
    }

    mutating func add(_ archive: Archive) throws(Failure) {
        func tree(_ name: String) throws(Failure) -> Element {
            try Element(parsing: archive.contents(of: name), file: "\(archive.file)/\(name)")
        }
        count += 1
        var own = try tree(Manifest.text)
        let ownStyles = archive.contains(Manifest.styles) ? try tree(Manifest.styles) : nil
        if count == 1 {
            parts = MergedParts(archive)
            manifest = try tree(Manifest.entry)
            styles = ownStyles
            begin(&own, masters: masterNames(ownStyles, fresh: [:]))
            content = own
            return
        }
        let files = try adopt(archive)
        rename(&own, files: files)
        let masters = adoptMasters(ownStyles, files: files)
        own.changeAll { element in
            guard let name = element.attribute("master-page-name", in: Self.style), let fresh = masters[name]
            else { return }
            element.set(Self.s("master-page-name"), to: fresh)
        }
        begin(&own, masters: masterNames(ownStyles, fresh: masters))
        append(own)
    }

    /// The whole package.
    func archive() throws(Failure) -> ArchiveWriter {
        guard var parts, let content, let manifest else {
            preconditionFailure("a merged document has a first one")
        }
        parts.replace(Manifest.text, with: content.bytes)
        if let styles { parts.replace(Manifest.styles, with: styles.bytes) }
        parts.replace(Manifest.entry, with: manifest.bytes)
        return try parts.archive()
    }

    // MARK: - Pages

    /// Master pages by what styles that were written before call them; the first is what a document without any has.
    private func masterNames(_ styles: Element?, fresh: [String: String]) -> (
        usual: String, ofStyles: [String: String]
    ) {
        let names = (styles?.child("master-styles")?.elements ?? []).compactMap {
            $0.attribute("name", in: Self.style)
        }
        let usual = names.contains("Standard") ? "Standard" : names.first ?? "Standard"
        var ofStyles: [String: String] = [:]
        for style in styles?.child("styles")?.elements ?? [] {
            guard let name = style.attribute("name", in: Self.style),
                let master = style.attribute("master-page-name", in: Self.style), !master.isEmpty
            else { continue }
            ofStyles[name] = fresh[master] ?? master
        }
        return (fresh[usual] ?? usual, ofStyles)
    }

    /// Lets the first paragraph or table begin a page of the document's own, numbered from 1.
    private func begin(_ content: inout Element, masters: (usual: String, ofStyles: [String: String])) {
        let name = "MergedStart\(count)"
        let automatic = content.child("automatic-styles")?.elements ?? []
        var made: Element?
        content.changeFirst { body in
            guard body.name.local == "text",
                body.name.prefix == "office" || body.name.namespace.contains(":office:")
            else { return false }
            return body.changeFirst { element in
                let family: String
                switch element.name.local {
                case "p", "h": family = "paragraph"
                case "table" where element.name.namespace.contains(":table:"): family = "table"
                default: return false
                }
                let reference = element.sibling("style-name")
                let old = element.attribute("style-name", in: element.name.namespace)
                var style = automatic.first {
                    $0.attribute("name", in: Self.style) == old
                        && $0.attribute("family", in: Self.style) == family
                }
                let named = style?.attribute("parent-style-name", in: Self.style) ?? old
                if style == nil {
                    var fresh = Element(Self.s("style"))
                    fresh.set(Self.s("family"), to: family)
                    if let old { fresh.set(Self.s("parent-style-name"), to: old) }
                    style = fresh
                }
                guard var style else { return true }
                let master = style.attribute("master-page-name", in: Self.style)
                style.set(Self.s("name"), to: name)
                style.set(
                    Self.s("master-page-name"),
                    to: master.flatMap { $0.isEmpty ? nil : $0 } ?? named.flatMap { masters.ofStyles[$0] }
                        ?? masters.usual)
                let kind = "\(family)-properties"
                var properties = style.elements.first { $0.name.local == kind } ?? Element(Self.s(kind))
                properties.set(Self.s("page-number"), to: "1")
                style.put(properties, inOrder: [kind, "text-properties"])
                element.set(reference, to: name)
                made = style
                return true
            }
        }
        guard let made else { return }
        if !content.declarations.contains(where: { $0.namespace == Self.style }) {
            content.declarations.append(.init(prefix: "style", namespace: Self.style))
        }
        if let place = content.children.firstIndex(where: { $0.isNamed("automatic-styles") }),
            case .element(var styles) = content.children[place]
        {
            styles.children.append(.element(made))
            content.children[place] = .element(styles)
        } else if let body = content.children.firstIndex(where: { $0.isNamed("body") }) {
            var styles = Element(content.sibling("automatic-styles"))
            styles.children = [.element(made)]
            content.children.insert(.element(styles), at: body)
        }
    }

    /// Takes over the master pages of a document whose headers say something else; what they are called now.
    private mutating func adoptMasters(_ own: Element?, files: [String: String]) -> [String: String] {
        guard let own, var styles, var masters = styles.child("master-styles") else { return [:] }
        let ownMasters = own.child("master-styles")?.elements ?? []
        guard ownMasters != masters.elements.prefix(ownMasters.count).map({ $0 }) else { return [:] }
        let names = ownMasters.compactMap { $0.attribute("name", in: Self.style) }
        let fresh = Dictionary(names.map { ($0, "\($0)_\(count)") }) { $1 }
        for var master in ownMasters {
            master.changeAll { element in
                for place in element.attributes.indices {
                    let attribute = element.attributes[place]
                    switch attribute.name.local {
                    case "name" where element.name.local == "master-page", "next-style-name":
                        element.attributes[place].value = fresh[attribute.value] ?? attribute.value
                    case "display-name" where element.name.local == "master-page":
                        element.attributes[place].value = "\(attribute.value) \(count)"
                    case "href": element.attributes[place].value = files[attribute.value] ?? attribute.value
                    default: break
                    }
                }
            }
            masters.children.append(.element(master))
        }
        styles.children = styles.children.map { node in
            if case .element(let child) = node, child.name == masters.name { .element(masters) } else { node }
        }
        self.styles = styles
        return fresh
    }

    // MARK: - What a document brings along

    /// Takes over pictures and objects that this document has otherwise; what they are called now.
    private mutating func adopt(_ archive: Archive) throws(Failure) -> [String: String] {
        var files: [String: String] = [:]
        for entry in archive.entries where entry.name.hasPrefix("Pictures/") && !entry.name.hasSuffix("/") {
            guard let adopted = try parts?.adopt(entry.name, with: archive.contents(of: entry.name)) else {
                continue
            }
            if adopted.name != entry.name { files[entry.name] = adopted.name }
            guard adopted.isNew, var manifest else { continue }
            let own = try Element(parsing: archive.contents(of: Manifest.entry), file: archive.file)
            if var file = own.elements.first(where: { $0.value("full-path") == entry.name }),
                let place = file.attributes.firstIndex(where: { $0.name.local == "full-path" })
            {
                file.attributes[place].value = adopted.name
                manifest.children.append(.element(file))
            }
            self.manifest = manifest
        }
        return files
    }

    /// Gives automatic styles that differ, and names that must be unique, new ones.
    private func rename(_ own: inout Element, files: [String: String]) {
        let known = content?.child("automatic-styles")?.elements ?? []
        let suffix = "_\(count)"
        var fresh: [String: String] = [:]
        for style in own.child("automatic-styles")?.elements ?? [] {
            guard let name = style.attribute("name", in: Self.style), !known.contains(style) else { continue }
            fresh[name] = name + suffix
        }
        let references: Set<String> = [
            "style-name", "parent-style-name", "data-style-name", "list-style-name", "cond-style-name",
            "default-cell-style-name", "apply-style-name", "page-layout-name", "visited-style-name",
        ]
        own.changeAll { element in
            let isStyle =
                element.name.local == "style" || element.name.local == "list-style"
                || element.name.local.hasSuffix("-style")
            for place in element.attributes.indices {
                let attribute = element.attributes[place]
                switch attribute.name.local {
                case let local where references.contains(local):
                    element.attributes[place].value = fresh[attribute.value] ?? attribute.value
                case "name" where isStyle && attribute.name.namespace == Self.style:
                    element.attributes[place].value = fresh[attribute.value] ?? attribute.value
                case "name"
                where [
                    "bookmark", "bookmark-start", "bookmark-end", "frame", "table", "section",
                    "reference-mark",
                ].contains(element.name.local): element.attributes[place].value += suffix
                case "ref-name", "id", "continue-list": element.attributes[place].value += suffix
                case "href": element.attributes[place].value = files[attribute.value] ?? attribute.value
                default: break
                }
            }
        }
    }

    /// Puts the document's styles and its text behind what is there.
    private mutating func append(_ own: Element) {
        guard var content else { return }
        let known = content.child("automatic-styles")?.elements ?? []
        let ownStyles = (own.child("automatic-styles")?.elements ?? []).filter { !known.contains($0) }
        let text = own.child("body")?.child("text")?.children ?? []
        let declarations: Set<String> = [
            "sequence-decls", "variable-decls", "user-field-decls", "dde-connection-decls", "forms",
            "tracked-changes", "alphabetical-index-auto-mark-file",
        ]
        content.changeAll { element in
            switch element.name.local {
            case "automatic-styles": element.children += ownStyles.map { .element($0) }
            case "text" where element.name.namespace.contains(":office:"):
                element.children += text.filter { node in
                    if case .element(let child) = node {
                        !declarations.contains(child.name.local)
                    } else {
                        false
                    }
                }
            default: break
            }
        }
        self.content = content
    }
}

extension Node {
    fileprivate func isNamed(_ local: String) -> Bool {
        if case .element(let element) = self { element.name.local == local } else { false }
    }
}
