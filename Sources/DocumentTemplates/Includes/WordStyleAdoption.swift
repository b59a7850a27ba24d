internal import Diagnostics
internal import OfficePackage
internal import XMLTree

extension WordAdoption {
    /// Decides which styles come along, and what they are called; returns them, not yet renamed.
    mutating func adoptStyles(of roots: [Element], into host: inout PackageTrees) throws(Failure) -> [Element]
    {
        guard let part = try source.part(related: "styles", to: body), let tree = try source.tree(part) else {
            return []
        }
        var own = styles(of: tree)
        if let defaults { own = own.mapValues { defaults.own.style($0, among: defaults.host) } }
        let hostPart = try host.part(related: "styles", to: hostBody)
        let hostTree = try hostPart.map { name throws(Failure) in try host.tree(name) } ?? nil
        let theirs = hostTree.map(styles) ?? [:]
        var queue: [String] = []
        for root in roots {
            root.walk { element in
                if WordAdoption.styleElements.contains(element.name.local) {
                    queue += element.value("val").map { [$0] } ?? []
                }
            }
        }
        if let standard = own.values.first(where: \.isDefaultParagraph)?.value("styleId") {
            queue.append(standard)
        }
        var imported: [Element] = []
        var taken = Set(theirs.keys)
        while let id = queue.popLast() {
            guard styleIds[id] == nil, let style = own[id] else { continue }
            style.walk { element in
                if ["basedOn", "link", "next"].contains(element.name.local) {
                    queue += element.value("val").map { [$0] } ?? []
                }
            }
            if same(id, own, theirs, depth: 0) {
                styleIds[id] = id
                continue
            }
            var name = id
            var number = 1
            while taken.contains(name) {
                number += 1
                name = "\(id)_\(number)"
            }
            taken.insert(name)
            styleIds[id] = name
            var renamed = style
            renamed.attributes.removeAll { $0.name.local == "default" }
            if number > 1 {
                renamed.children = renamed.elements.map { child in
                    guard child.name.local == "name", let written = child.value("val") else {
                        return .element(child)
                    }
                    var other = child
                    other.set("val", "\(written) (\(number))")
                    return .element(other)
                }
            }
            imported.append(renamed)
        }
        return imported.sorted { ($0.value("styleId") ?? "") < ($1.value("styleId") ?? "") }
    }

    static let styleElements: Set<String> = ["pStyle", "rStyle", "tblStyle"]

    private func styles(of tree: Element) -> [String: Element] {
        var styles: [String: Element] = [:]
        for style in tree.elements where style.name.local == "style" {
            if let id = style.value("styleId") {
                styles[id] = style.rewritten { element in
                    element.attributes.removeAll { $0.name.local.hasPrefix("rsid") }
                    return element.name.local != "rsid"
                }
            }
        }
        return styles
    }

    /// Whether a style looks the same in both documents, by itself and by what it stands on.
    private func same(_ id: String, _ own: [String: Element], _ theirs: [String: Element], depth: Int) -> Bool
    {
        guard let style = own[id], let other = theirs[id], style == other, depth < 32 else { return false }
        guard let base = style.child("basedOn")?.value("val") else { return true }
        return same(base, own, theirs, depth: depth + 1)
    }

    mutating func add(_ imported: [Element], to host: inout PackageTrees) throws(Failure) {
        guard !imported.isEmpty else { return }
        let part = try host.stylesPart(of: hostBody, namespace: namespace)
        guard var tree = try host.tree(part) else { return }
        tree.children += imported.compactMap { style in
            style.rewritten { element in
                switch element.name.local {
                case "style":
                    if let id = element.value("styleId") { element.set("styleId", styleIds[id] ?? id) }
                case "basedOn", "link", "next": renameStyle(&element)
                case "numId": renameList(&element)
                default: break
                }
                return true
            }.map { .element($0) }
        }
        host.replace(part, with: tree)
    }

    func renameStyle(_ element: inout Element) {
        if let id = element.value("val") { element.set("val", styleIds[id] ?? id) }
    }

    func renameList(_ element: inout Element) {
        if let id = element.value("val") { element.set("val", listIds[id] ?? "0") }
    }

    func isDefault(_ id: String) -> Bool {
        var trees = source
        guard let part = try? trees.part(related: "styles", to: body), let tree = try? trees.tree(part) else {
            return false
        }
        return tree.elements.contains { $0.value("styleId") == id && $0.isDefaultParagraph }
    }
}

extension Element {
    fileprivate var isDefaultParagraph: Bool {
        value("type") == "paragraph" && ["1", "true", "on"].contains(value("default") ?? "")
    }

    /// Gives a paragraph that names no style this one, in front of its other settings.
    mutating func nameStyle(_ id: String) {
        func named(_ local: String) -> Element {
            Element(QualifiedName(namespace: name.namespace, prefix: name.prefix, local: local))
        }
        var style = named("pStyle")
        style.attributes = [
            .init(QualifiedName(namespace: name.namespace, prefix: name.prefix, local: "val"), id)
        ]
        guard let place = elements.firstIndex(where: { $0.name.local == "pPr" }) else {
            var settings = named("pPr")
            settings.children = [.element(style)]
            children.insert(.element(settings), at: 0)
            return
        }
        children = elements.map { .element($0) }
        guard case .element(var settings) = children[place], settings.child("pStyle") == nil else { return }
        settings.children.insert(.element(style), at: 0)
        children[place] = .element(settings)
    }
}
