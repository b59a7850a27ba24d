internal import Container
internal import Diagnostics
internal import OfficePackage
internal import XMLTree

/// OpenDocument texts made from one template, put one behind the other in one body, each beginning a page with its own master page.
struct OpenDocumentMerging {
    private var parts: MergedParts?
    /// The parts of the first document, and what the others add to them.
    private var content: Element?
    private var styles: Element?
    private var manifest: Element?
    private var text: [Node] = []
    private var automaticStyles: [Node] = []
    private var masters: [Node] = []
    private var files: [Node] = []
    private var knownStyles: Set<Element> = []
    private var count = 0

    private static let style = OpenDocumentNames.style

    private static func s(_ local: String) -> QualifiedName {
        QualifiedName(namespace: style, prefix: "style", local: local)
    }

    mutating func add(_ archive: Archive) throws(Failure) {
        count += 1
        var own = try archive.tree(Manifest.text)
        let ownStyles = try archive.tree(ifAny: Manifest.styles)
        if count == 1 {
            parts = MergedParts(archive)
            manifest = try archive.tree(Manifest.entry)
            styles = ownStyles
            begin(&own, masters: masterNames(ownStyles, fresh: [:]))
            content = own
            knownStyles = Set(own.child("automatic-styles")?.elements ?? [])
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
        beginHeadings(&own)
        begin(&own, masters: masterNames(ownStyles, fresh: masters))
        append(own)
    }

    /// The whole package.
    func archive() throws(Failure) -> ArchiveWriter {
        guard var parts, var content, var manifest else {
            preconditionFailure("a merged document has a first one")
        }
        content.add(automaticStyles: automaticStyles)
        content.changeFirst { element in
            guard element.isOpenDocumentText else { return false }
            element.children += text
            return true
        }
        parts.replace(Manifest.text, with: content.bytes)
        if var styles {
            styles.changeFirst { element in
                guard element.name.local == "master-styles" else { return false }
                element.children += masters
                return true
            }
            parts.replace(Manifest.styles, with: styles.bytes)
        }
        manifest.children += files
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
            guard body.isOpenDocumentText else { return false }
            return body.changeFirst(descending: OpenDocumentMerging.flows) { element in
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
        content.declare("style", Self.style)
        content.add(automaticStyles: [.element(made)])
    }

    /// Whether what is in an element is text of the page, and not of a frame or of what was deleted.
    private static func flows(_ element: Element) -> Bool {
        !["frame", "tracked-changes", "forms", "custom-shape"].contains(element.name.local)
    }

    /// Lets the headings of each level be numbered anew.
    private func beginHeadings(_ own: inout Element) {
        var levels: Set<String> = []
        own.changeAll { element in
            guard element.is("h", in: OpenDocumentNames.text),
                levels.insert(element.ownAttribute("outline-level") ?? "1").inserted
            else { return }
            element.set(element.sibling("restart-numbering"), to: "true")
        }
    }

    /// Takes over the master pages of a document whose headers say something else; what they are called now.
    private mutating func adoptMasters(_ own: Element?, files: [String: String]) -> [String: String] {
        guard let own, let styles else { return [:] }
        let ownMasters = own.child("master-styles")?.elements ?? []
        guard ownMasters != styles.child("master-styles")?.elements else { return [:] }
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
            masters.append(.element(master))
        }
        return fresh
    }

    // MARK: - What a document brings along

    /// Takes over pictures and objects that this document has otherwise; what they are called now.
    private mutating func adopt(_ archive: Archive) throws(Failure) -> [String: String] {
        var names: [String: String] = [:]
        var own: Element?
        for entry in archive.entries where !Self.isOfTheTemplate(entry.name) {
            guard entry.name.hasPrefix("Pictures/") else {
                if parts?.hasSame(entry.name, of: archive) == true { continue }
                throw Failure(.notMergeable(entry.name, of: archive.file))
            }
            guard let adopted = try parts?.adopt(entry.name, of: archive) else { continue }
            if adopted.name != entry.name { names[entry.name] = adopted.name }
            guard adopted.isNew else { continue }
            if own == nil { own = try archive.tree(Manifest.entry) }
            if var file = own?.elements.first(where: { $0.value("full-path") == entry.name }) {
                file.set("full-path", adopted.name)
                files.append(.element(file))
            }
        }
        return names
    }

    /// What is dealt with by itself, and what says nothing about how a document looks.
    private static func isOfTheTemplate(_ name: String) -> Bool {
        name.hasSuffix("/") || name.hasPrefix("META-INF/") || name.hasPrefix("Thumbnails/")
            || ["mimetype", Manifest.text, Manifest.styles, "meta.xml", "settings.xml"].contains(name)
    }

    /// Gives automatic styles that differ, and names that must be unique, new ones.
    private func rename(_ own: inout Element, files: [String: String]) {
        let suffix = "_\(count)"
        var fresh: [String: String] = [:]
        var marks: Set<String> = []
        own.changeAll { element in
            guard ["bookmark", "bookmark-start"].contains(element.name.local),
                let name = element.ownAttribute("name")
            else { return }
            marks.insert("#\(name)")
        }
        for style in own.child("automatic-styles")?.elements ?? [] {
            guard let name = style.attribute("name", in: Self.style), !knownStyles.contains(style) else {
                continue
            }
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
                    "reference-mark", "reference-mark-start", "reference-mark-end", "annotation",
                    "annotation-end",
                ].contains(element.name.local): element.attributes[place].value += suffix
                case "ref-name", "id", "continue-list": element.attributes[place].value += suffix
                case "href":
                    let isMark = marks.contains(attribute.value)
                    element.attributes[place].value =
                        isMark ? attribute.value + suffix : files[attribute.value] ?? attribute.value
                default: break
                }
            }
        }
    }

    /// Puts the document's styles and its text behind what is there.
    private mutating func append(_ own: Element) {
        for style in own.child("automatic-styles")?.elements ?? [] where knownStyles.insert(style).inserted {
            automaticStyles.append(.element(style))
        }
        let declarations: Set<String> = [
            "sequence-decls", "variable-decls", "user-field-decls", "dde-connection-decls", "forms",
            "tracked-changes", "alphabetical-index-auto-mark-file",
        ]
        for case .element(let element) in own.child("body")?.child("text")?.children ?? []
        where !declarations.contains(element.name.local) { text.append(.element(element)) }
    }
}

extension Element {
    /// The element that holds the text of a document.
    fileprivate var isOpenDocumentText: Bool { self.is("text", in: OpenDocumentNames.office) }

    /// Adds styles to those of a content part, which need not have any.
    fileprivate mutating func add(automaticStyles styles: [Node]) {
        guard !styles.isEmpty else { return }
        if let place = children.firstIndex(where: { $0.isElement("automatic-styles") }),
            case .element(var known) = children[place]
        {
            children[place] = .text("")
            known.children += styles
            children[place] = .element(known)
            return
        }
        var fresh = Element(sibling("automatic-styles"))
        fresh.children = styles
        let body = children.firstIndex { $0.isElement("body") }
        children.insert(.element(fresh), at: body ?? children.count)
    }
}
