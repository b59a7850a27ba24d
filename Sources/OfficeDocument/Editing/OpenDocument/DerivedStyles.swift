internal import XMLTree

/// The automatic styles that edits ask for: one for each distinct change of each style.
struct DerivedStyles {
    private var known: [Key: String] = [:]
    /// New styles and fonts by the part they go into.
    private(set) var styles: [String: [Element]] = [:]
    private(set) var faces: [String: [Element]] = [:]
    private var names: Set<String> = []
    private var automatic: [Key: Element] = [:]
    private var common: Set<String> = []
    private var facesByPart: [String: [String: String]] = [:]
    private var writers: [String: OpenDocumentWriter] = [:]

    /// What a derived style stands for.
    struct Key: Hashable {
        var part: String
        var family: String
        var base: String
        var change = Change()
    }

    struct Change: Hashable {
        var paragraph = ParagraphChange()
        var characters = CharacterChange()
        var masterPage: String?
        var pageNumber: Int?
        var rowStaysWhole = false
    }

    init(_ roots: [(part: String, root: Element)]) {
        for (part, root) in roots {
            writers[part] = OpenDocumentWriter(root)
            for holder in root.elements {
                collect(holder, part: part)
            }
        }
    }

    private mutating func collect(_ holder: Element, part: String) {
        for element in holder.elements {
            guard let name = element.style("name") else { continue }
            names.insert(name)
            if holder.is("font-face-decls", in: OpenDocumentSpace.office) {
                let family = element.svg("font-family").map(OpenDocumentCharacterLayer.family)
                if let family, facesByPart[part]?[family] == nil {
                    facesByPart[part, default: [:]][family] = name
                }
            }
            guard element.is("style", in: OpenDocumentSpace.style), let family = element.style("family")
            else { continue }
            if holder.is("automatic-styles", in: OpenDocumentSpace.office) {
                automatic[Key(part: part, family: family, base: name)] = element
            } else {
                common.insert("\(family)|\(name)")
            }
        }
    }

    /// What an automatic style says itself about letters; nil for a style that is none.
    func ownTextProperties(of name: String, in part: String) -> Element? {
        automatic[Key(part: part, family: "text", base: name)].map {
            $0.child("text-properties", in: OpenDocumentSpace.style) ?? Element($0.name)
        }
    }

    func automaticStyle(_ name: String, family: String, in part: String) -> Element? {
        automatic[Key(part: part, family: family, base: name)]
    }

    /// The name of a style like `base` with the change made.
    mutating func style(_ family: String, like base: String?, _ change: Change, in part: String) -> String {
        let base = base ?? (family == "paragraph" ? "Standard" : "")
        let key = Key(part: part, family: family, base: base, change: change)
        if let name = known[key] { return name }
        guard let writer = writers[part] else { return base }
        let name = freeName(family)
        var element: Element
        if let old = automatic[Key(part: part, family: family, base: base)] {
            element = old
            element.remove([writer.style("display-name")])
        } else {
            element = Element(writer.style("style"))
            element.declarations = writer.missing
            element.set(writer.style("family"), to: family)
            if common.contains("\(family)|\(base)") {
                element.set(writer.style("parent-style-name"), to: base)
            }
        }
        if let index = element.attributes.firstIndex(where: { $0.name == writer.style("name") }) {
            element.attributes[index].value = name
        } else {
            element.attributes.insert(.init(writer.style("name"), name), at: 0)
        }
        if let page = change.masterPage { element.set(writer.style("master-page-name"), to: page) }
        let font = change.characters.font.map { face($0, in: part, writer) }
        writer.set(change, family: family, font: font, in: &element)
        styles[part, default: []].append(element)
        automatic[Key(part: part, family: family, base: name)] = element
        known[key] = name
        return name
    }

    private mutating func freeName(_ family: String) -> String {
        let stem = "VanThu" + family.prefix(1).uppercased()
        var number = 1
        while names.contains("\(stem)\(number)") { number += 1 }
        names.insert("\(stem)\(number)")
        return "\(stem)\(number)"
    }

    /// A name for a page layout or page style that nothing has.
    mutating func freeName(like name: String) -> String {
        var number = 1
        while names.contains("\(name)_\(number)") { number += 1 }
        names.insert("\(name)_\(number)")
        return "\(name)_\(number)"
    }

    private mutating func face(_ family: String, in part: String, _ writer: OpenDocumentWriter) -> String {
        if let name = facesByPart[part]?[family] { return name }
        var name = family
        while names.contains(name) { name += "1" }
        names.insert(name)
        var face = Element(writer.style("font-face"))
        face.declarations = writer.missing
        face.attributes = [
            .init(writer.style("name"), name),
            .init(writer.svg("font-family"), family.contains(" ") ? "'\(family)'" : family),
        ]
        faces[part, default: []].append(face)
        facesByPart[part, default: [:]][family] = name
        return name
    }

    /// Writes what was derived for the part into its root.
    func add(to root: inout Element, of part: String) {
        guard let writer = writers[part] else { return }
        if let faces = faces[part], !faces.isEmpty {
            Self.append(faces, to: "font-face-decls", at: writer.office("font-face-decls"), in: &root)
        }
        if let styles = styles[part], !styles.isEmpty {
            Self.append(styles, to: "automatic-styles", at: writer.office("automatic-styles"), in: &root)
        }
    }

    private static let order = [
        "scripts", "font-face-decls", "styles", "automatic-styles", "master-styles", "body",
    ]

    private static func append(
        _ elements: [Element],
        to holder: String,
        at name: QualifiedName,
        in root: inout Element
    ) {
        let nodes = elements.map(Node.element)
        for index in root.children.indices {
            guard case .element(let child) = root.children[index],
                child.is(holder, in: OpenDocumentSpace.office)
            else { continue }
            root.change(at: [index]) { $0.children += nodes }
            return
        }
        var element = Element(name)
        element.children = nodes
        let own = order.firstIndex(of: holder) ?? 0
        let place = root.children.firstIndex { node in
            guard case .element(let child) = node else { return false }
            return (order.firstIndex(of: child.name.local) ?? 0) > own
        }
        root.children.insert(.element(element), at: place ?? root.children.count)
    }
}

/// Names and properties as one part of an OpenDocument text writes them.
struct OpenDocumentWriter {
    private var prefixes: [String: String] = [:]
    /// Namespaces that the root does not declare.
    private(set) var missing: [Element.Declaration] = []

    init(_ root: Element) {
        for declaration in root.declarations where !declaration.prefix.isEmpty {
            prefixes[declaration.namespace] = declaration.prefix
        }
        let usual = [
            ("style", OpenDocumentSpace.style), ("fo", OpenDocumentSpace.fo), ("svg", OpenDocumentSpace.svg),
        ]
        for (prefix, namespace) in usual where prefixes[namespace] == nil {
            prefixes[namespace] = prefix
            missing.append(.init(prefix: prefix, namespace: namespace))
        }
    }

    private func name(_ namespace: String, _ local: String, _ usual: String) -> QualifiedName {
        QualifiedName(namespace: namespace, prefix: prefixes[namespace] ?? usual, local: local)
    }

    func style(_ local: String) -> QualifiedName { name(OpenDocumentSpace.style, local, "style") }
    func fo(_ local: String) -> QualifiedName { name(OpenDocumentSpace.fo, local, "fo") }
    func svg(_ local: String) -> QualifiedName { name(OpenDocumentSpace.svg, local, "svg") }
    func text(_ local: String) -> QualifiedName { name(OpenDocumentSpace.text, local, "text") }
    func table(_ local: String) -> QualifiedName { name(OpenDocumentSpace.table, local, "table") }
    func office(_ local: String) -> QualifiedName { name(OpenDocumentSpace.office, local, "office") }

    func set(
        _ change: DerivedStyles.Change,
        family: String,
        font: String?,
        in style: inout Element
    ) {
        if !change.paragraph.isEmpty || (change.pageNumber != nil && family == "paragraph") {
            changeProperties("paragraph-properties", in: &style) { properties in
                set(change.paragraph, in: &properties)
                if let number = change.pageNumber {
                    properties.set(self.style("page-number"), to: "\(number)")
                }
            }
        }
        if family == "table", let number = change.pageNumber {
            changeProperties("table-properties", in: &style) {
                $0.set(self.style("page-number"), to: "\(number)")
            }
        }
        if change.rowStaysWhole {
            changeProperties("table-row-properties", in: &style) {
                $0.set(fo("keep-together"), to: "always")
            }
        }
        if !change.characters.isEmpty {
            changeProperties("text-properties", in: &style) { set(change.characters, font: font, in: &$0) }
        }
    }

    private static let order = [
        "table-properties", "table-row-properties", "paragraph-properties", "text-properties", "map",
    ]

    private func changeProperties(
        _ local: String,
        in style: inout Element,
        _ change: (inout Element) -> Void
    ) {
        if let index = style.children.firstIndex(where: { node in
            if case .element(let child) = node { child.is(local, in: OpenDocumentSpace.style) } else { false }
        }), case .element(var child) = style.children[index] {
            change(&child)
            style.children[index] = .element(child)
            return
        }
        var child = Element(self.style(local))
        change(&child)
        let own = Self.order.firstIndex(of: local) ?? 0
        let place = style.children.firstIndex { node in
            guard case .element(let other) = node else { return false }
            return (Self.order.firstIndex(of: other.name.local) ?? Self.order.count) > own
        }
        style.children.insert(.element(child), at: place ?? style.children.count)
    }

    /// The attributes a change of letters is about.
    func names(of change: CharacterChange) -> [QualifiedName] {
        var names: [QualifiedName] = []
        if change.font != nil { names += [style("font-name"), fo("font-family")] }
        if change.size != nil { names.append(fo("font-size")) }
        if change.weight != nil { names.append(fo("font-weight")) }
        if change.slant != nil { names.append(fo("font-style")) }
        if change.underline != nil { names.append(style("text-underline-style")) }
        if change.colour != nil { names += [fo("color"), style("use-window-font-color")] }
        if change.letterCase != nil { names += [fo("text-transform"), fo("font-variant")] }
        return names
    }

    private func set(_ change: CharacterChange, font: String?, in properties: inout Element) {
        if let font {
            properties.remove(
                [fo("font-family"), style("font-family-generic"), style("font-pitch"), style("font-charset")]
                    + [style("font-style-name")]
            )
            properties.set(style("font-name"), to: font)
        }
        if let size = change.size {
            properties.set(fo("font-size"), to: OpenDocumentFormatting.decimal(size) + "pt")
        }
        if let weight = change.weight {
            properties.set(fo("font-weight"), to: weight == .bold ? "bold" : "normal")
        }
        if let slant = change.slant {
            properties.set(fo("font-style"), to: slant == .italic ? "italic" : "normal")
        }
        if let underline = change.underline {
            properties.set(style("text-underline-style"), to: underline == .present ? "solid" : "none")
        }
        if let colour = change.colour {
            properties.remove([style("use-window-font-color")])
            properties.set(fo("color"), to: Self.hexadecimal(colour))
        }
        if let letterCase = change.letterCase {
            properties.set(
                fo("text-transform"),
                to: letterCase == .allCapitals ? "uppercase" : "none"
            )
            if letterCase != .smallCapitals, properties.fo("font-variant") != nil {
                properties.set(fo("font-variant"), to: "normal")
            }
        }
    }

    private static func hexadecimal(_ colour: Colour) -> String {
        guard case .rgb(let red, let green, let blue) = colour else { return "#000000" }
        return "#"
            + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private func set(_ change: ParagraphChange, in properties: inout Element) {
        let format = ParagraphFormat(
            alignment: change.alignment,
            leftIndent: change.leftIndent,
            firstLineIndent: change.firstLineIndent,
            spaceBefore: change.spaceBefore,
            spaceAfter: change.spaceAfter,
            lineSpacing: change.lineSpacing,
            keepsWithNext: change.keepsWithNext
        )
        if change.lineSpacing != nil {
            properties.remove([fo("line-height"), style("line-height-at-least"), style("line-spacing")])
        }
        for attribute in OpenDocumentFormatting.attributes(format) {
            let local = String(attribute.name.drop { $0 != ":" }.dropFirst())
            let name = attribute.name.hasPrefix("fo:") ? fo(local) : style(local)
            properties.set(name, to: attribute.value)
        }
        if change.firstLineIndent != nil { properties.remove([style("auto-text-indent")]) }
        if let ignores = change.ignoresSpacingBetweenLikes {
            properties.set(style("contextual-spacing"), to: ignores ? "true" : "false")
        }
    }
}
