internal import OfficePackage
internal import XMLTree

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
            ("style", OpenDocumentNames.style), ("fo", OpenDocumentNames.fo), ("svg", OpenDocumentNames.svg),
        ]
        for (prefix, namespace) in usual where prefixes[namespace] == nil {
            prefixes[namespace] = prefix
            missing.append(.init(prefix: prefix, namespace: namespace))
        }
    }

    private func name(_ namespace: String, _ local: String, _ usual: String) -> QualifiedName {
        QualifiedName(namespace: namespace, prefix: prefixes[namespace] ?? usual, local: local)
    }

    func style(_ local: String) -> QualifiedName { name(OpenDocumentNames.style, local, "style") }
    func fo(_ local: String) -> QualifiedName { name(OpenDocumentNames.fo, local, "fo") }
    func svg(_ local: String) -> QualifiedName { name(OpenDocumentNames.svg, local, "svg") }
    func text(_ local: String) -> QualifiedName { name(OpenDocumentNames.text, local, "text") }
    func table(_ local: String) -> QualifiedName { name(OpenDocumentNames.table, local, "table") }
    func office(_ local: String) -> QualifiedName { name(OpenDocumentNames.office, local, "office") }

    func set(_ change: DerivedStyles.Change, family: String, font: String?, in style: inout Element) {
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
            changeProperties("table-row-properties", in: &style) { $0.set(fo("keep-together"), to: "always") }
        }
        if !change.characters.isEmpty {
            changeProperties("text-properties", in: &style) { set(change.characters, font: font, in: &$0) }
        }
    }

    private static let order = [
        "table-properties", "table-row-properties", "paragraph-properties", "text-properties", "map",
    ]

    private func changeProperties(_ local: String, in style: inout Element, _ change: (inout Element) -> Void)
    {
        if let index = style.children.firstIndex(where: { node in
            if case .element(let child) = node { child.is(local, in: OpenDocumentNames.style) } else { false }
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
                    + [style("font-style-name")])
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
            properties.set(fo("text-transform"), to: letterCase == .allCapitals ? "uppercase" : "none")
            if letterCase != .smallCapitals, properties.fo("font-variant") != nil {
                properties.set(fo("font-variant"), to: "normal")
            }
        }
    }

    private static func hexadecimal(_ colour: Colour) -> String {
        guard case .rgb(let red, let green, let blue) = colour else { return "#000000" }
        return "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private func set(_ change: ParagraphChange, in properties: inout Element) {
        let format = ParagraphFormat(
            alignment: change.alignment, leftIndent: change.leftIndent,
            firstLineIndent: change.firstLineIndent, spaceBefore: change.spaceBefore,
            spaceAfter: change.spaceAfter, lineSpacing: change.lineSpacing,
            keepsWithNext: change.keepsWithNext)
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
