internal import Container
internal import Diagnostics
internal import OfficePackage
internal import XMLTree

/// Makes the body of one OpenDocument text fit into another: its styles and pictures get names there.
struct OpenDocumentAdoption {
    private var source: PackageTrees
    /// What new names begin with.
    private let prefix: String
    /// Automatic styles to be added to those of the other body.
    private(set) var automaticStyles: [Element] = []
    /// Common styles that were added to the other document's.
    private(set) var commonStyles: [Element] = []
    private(set) var unsupported: [Wording] = []
    private var names: [String: String] = [:]
    private var entries: [String: String] = [:]

    private init(of body: ForeignBody) {
        source = body.trees
        prefix = "in\(body.number)_"
    }

    /// Makes a body fit; nil where there is none.
    static func adopt(_ body: ForeignBody, into host: inout PackageTrees) throws(Failure) -> AdoptedBody? {
        var adoption = OpenDocumentAdoption(of: body)
        guard let root = try adoption.adopt(into: &host) else { return nil }
        return AdoptedBody(
            root: root, unsupported: adoption.unsupported, automaticStyles: adoption.automaticStyles,
            commonStyles: adoption.commonStyles, stylePrefix: adoption.prefix)
    }

    /// The root of the body, with everything it refers to added to the other package.
    private mutating func adopt(into host: inout PackageTrees) throws(Failure) -> Element? {
        guard let root = try source.tree(Manifest.text) else { return nil }
        let automatic = root.child("automatic-styles")?.elements ?? []
        var automaticNames: [String: String] = [:]
        for style in automatic { if let name = style.styleName { automaticNames[name] = prefix + name } }
        try adoptCommonStyles(of: root, except: automaticNames, into: &host)
        names.merge(automaticNames) { _, automatic in automatic }
        try adoptPictures(of: root, into: &host)
        automaticStyles = automatic.compactMap { style in
            var renamed = rewritten(style)
            renamed?.attributes.removeAll { $0.name.local == "master-page-name" }
            return renamed
        }
        return rewritten(root)
    }

    // MARK: Styles

    private mutating func adoptCommonStyles(
        of root: Element, except automatic: [String: String], into host: inout PackageTrees
    ) throws(Failure) {
        guard let styles = try source.tree(Manifest.styles), var hostRoot = try host.tree(Manifest.styles),
            let place = hostRoot.children.firstIndex(where: { $0.isElement("styles") }),
            case .element(var hostStyles) = hostRoot.children[place]
        else { return }
        let own = Dictionary(grouping: styles.child("styles")?.elements ?? []) { $0.styleName ?? "" }
        let theirs = Dictionary(grouping: hostStyles.elements) { $0.styleName ?? "" }
        var queue = root.styleReferences
        var seen: Set<String> = []
        var wanted: [String] = []
        while let name = queue.popLast() {
            guard own[name] != nil, seen.insert(name).inserted else { continue }
            wanted.append(name)
            for style in own[name] ?? [] { queue += style.styleReferences }
        }
        var taken = Set(theirs.keys)
        var imported: [Element] = []
        for name in wanted.sorted() where automatic[name] == nil || root.refersToCommon(name) {
            guard !same(name, own, theirs, depth: 0) else { continue }
            var new = name
            var number = 1
            while taken.contains(new) {
                number += 1
                new = "\(name)_\(number)"
            }
            taken.insert(new)
            if new != name { names[name] = new }
            imported += (own[name] ?? []).map { style in
                var copy = style
                if new != name { copy.attributes.removeAll { $0.name.local == "display-name" } }
                return copy
            }
        }
        commonStyles = imported.compactMap { rewritten($0) }
        hostStyles.children += commonStyles.map { .element($0) }
        hostRoot.children[place] = .element(hostStyles)
        if !imported.isEmpty { host.replace(Manifest.styles, with: hostRoot) }
    }

    private func same(_ name: String, _ own: [String: [Element]], _ theirs: [String: [Element]], depth: Int)
        -> Bool
    {
        guard depth < 32, let styles = own[name], let others = theirs[name] else { return false }
        return styles.allSatisfy { style in
            guard others.contains(style) else { return false }
            guard let base = style.value("parent-style-name") else { return true }
            return same(base, own, theirs, depth: depth + 1)
        }
    }

    // MARK: Pictures

    private mutating func adoptPictures(of root: Element, into host: inout PackageTrees) throws(Failure) {
        var used: Set<String> = []
        var hasObjects = false
        root.walk { element in
            if element.name.local == "image", let address = element.value("href") { used.insert(address) }
            if element.name.local.hasPrefix("object") { hasObjects = true }
        }
        if hasObjects {
            unsupported.append(Wording("biểu đồ hoặc đối tượng nhúng", en: "charts and embedded objects"))
        }
        for address in used.sorted() {
            guard source.source.contains(address) else {
                unsupported.append(Wording("hình nằm ngoài tệp", en: "pictures outside of the file"))
                continue
            }
            let isNew = host.files
            let entry = try host.adopt(address, from: source.source, as: "Pictures/in")
            entries[address] = entry
            guard isNew[entry] == nil, var manifest = try host.tree(Manifest.entry) else { continue }
            let known = try source.tree(Manifest.entry).flatMap { Manifest.mediaType(of: address, in: $0) }
            manifest.children.append(.element(Manifest.fileEntry(entry, mediaType: known ?? "")))
            manifest.declare("manifest", OpenDocumentNames.manifest)
            host.replace(Manifest.entry, with: manifest)
        }
    }

    // MARK: Rewriting

    private func rewritten(_ element: Element) -> Element? {
        let dropped: Set<String> = [
            "sequence-decls", "variable-decls", "user-field-decls", "tracked-changes", "forms",
        ]
        return element.rewritten { element in
            for place in element.attributes.indices {
                let value = element.attributes[place].value
                let local = element.attributes[place].name.local
                if element.isStyle, local == "name" || element.attributes[place].isStyleReference {
                    element.attributes[place].value = names[value] ?? value
                } else if element.attributes[place].isStyleReference {
                    element.attributes[place].value = names[value] ?? value
                } else if local == "href", let entry = entries[value] {
                    element.attributes[place].value = entry
                }
            }
            // Ids may stand once only, and nothing outside refers to these.
            element.attributes.removeAll { attribute in
                attribute.name.written == "xml:id"
                    || (attribute.name.local == "name" && element.name.local == "table")
                    || (attribute.name.local == "id" && element.name.local == "note")
            }
            return !dropped.contains(element.name.local)
        }
    }
}

extension Element {
    fileprivate var isStyle: Bool { styleName != nil }

    fileprivate var styleName: String? {
        let kinds: Set<String> = [OpenDocumentNames.style, OpenDocumentNames.text]
        guard kinds.contains(name.namespace) || name.local.hasSuffix("-style") else { return nil }
        return attribute("name", in: OpenDocumentNames.style)
    }

    /// Every name of a style that something inside refers to.
    fileprivate var styleReferences: [String] {
        var references: [String] = []
        walk { element in references += element.attributes.filter(\.isStyleReference).map(\.value) }
        return references
    }

    /// Whether some automatic style stands on the common style of that name.
    fileprivate func refersToCommon(_ name: String) -> Bool {
        child("automatic-styles")?.elements.contains { $0.value("parent-style-name") == name } ?? false
    }
}

extension Element.Attribute {
    fileprivate var isStyleReference: Bool {
        name.local.hasSuffix("style-name") || name.local == "style" && name.prefix == "list"
    }
}
