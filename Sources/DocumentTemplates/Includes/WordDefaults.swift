internal import Diagnostics
internal import OfficePackage
internal import XMLTree

/// What a Word document says of all its text: the defaults of its styles, and the fonts and colours of its theme.
struct WordDefaults: Equatable {
    /// The defaults of characters and of paragraphs, with the theme's fonts by their names.
    private let characters: [Element]
    private let paragraphs: [Element]
    private let theme: WordThemeFonts

    init(_ trees: inout PackageTrees, body: String) throws(Failure) {
        let themePart = try trees.part(related: "theme", to: body)
        let themeTree = try themePart.map { name throws(Failure) in try trees.tree(name) } ?? nil
        theme = WordThemeFonts(themeTree)
        let stylesPart = try trees.part(related: "styles", to: body)
        let styles = try stylesPart.map { name throws(Failure) in try trees.tree(name) } ?? nil
        let defaults = styles?.child("docDefaults")
        characters = (defaults?.child("rPrDefault")?.child("rPr")?.elements ?? []).map(theme.named)
        paragraphs = defaults?.child("pPrDefault")?.child("pPr")?.elements ?? []
    }

    static func == (a: WordDefaults, b: WordDefaults) -> Bool {
        a.theme == b.theme && Set(a.characters) == Set(b.characters) && Set(a.paragraphs) == Set(b.paragraphs)
    }

    /// A style of this document as it looks the same among another's defaults.
    func style(_ style: Element, among other: WordDefaults) -> Element {
        var result = named(style, among: other)
        guard style.value("type") == "paragraph", style.child("basedOn") == nil else { return result }
        result.fill(
            "pPr", with: missing(from: paragraphs, among: other.paragraphs, WordDefaults.plainParagraph),
            order: WordSettings.paragraphOrder)
        result.fill(
            "rPr", with: missing(from: characters, among: other.characters, WordDefaults.plainCharacter),
            order: WordSettings.runOrder)
        return result
    }

    /// An element with fonts and colours of this document's theme said outright.
    func named(_ element: Element, among other: WordDefaults) -> Element {
        theme == other.theme ? element : theme.named(element)
    }

    /// These defaults, and what stands for those that only the other document has.
    private func missing(from own: [Element], among others: [Element], _ plain: [String: [String: String]])
        -> [Element]
    {
        let names = Set(own.map(\.name.local))
        return own
            + others.filter { !names.contains($0.name.local) }.compactMap { other in
                guard let attributes = plain[other.name.local] else { return nil }
                var element = other.withoutChildren
                let sample = other.attributes.first?.name ?? other.wordName("val")
                element.attributes = attributes.sorted { $0.key < $1.key }.map { name, value in
                    .init(
                        QualifiedName(namespace: sample.namespace, prefix: sample.prefix, local: name), value)
                }
                return element
            }
    }

    // MARK: Word's own

    /// What Word takes where a document says nothing.
    private static let plainCharacter: [String: [String: String]] = [
        "rFonts": [
            "ascii": "Times New Roman", "hAnsi": "Times New Roman", "cs": "Times New Roman",
            "eastAsia": "Times New Roman",
        ], "sz": ["val": "20"], "szCs": ["val": "20"], "b": ["val": "0"], "i": ["val": "0"],
        "color": ["val": "auto"], "kern": ["val": "0"], "spacing": ["val": "0"],
    ]
    private static let plainParagraph: [String: [String: String]] = [
        "spacing": ["before": "0", "after": "0", "line": "240", "lineRule": "auto"],
        "ind": ["left": "0", "right": "0", "firstLine": "0"], "jc": ["val": "left"],
        "widowControl": ["val": "1"],
    ]
}

/// The fonts and colours of a document's theme.
private struct WordThemeFonts: Equatable {
    /// By their names in settings: `minorHAnsi`.
    private var fonts: [String: String] = [:]
    private var colours: [String: String] = [:]

    init(_ theme: Element?) {
        let elements = theme?.child("themeElements")
        for (name, kind) in [("majorFont", "major"), ("minorFont", "minor")] {
            let font = elements?.child("fontScheme")?.child(name)
            for (script, ends) in [("latin", ["HAnsi", "Ascii"]), ("ea", ["EastAsia"]), ("cs", ["Bidi"])] {
                guard let face = font?.child(script)?.attribute("typeface"), !face.isEmpty else { continue }
                for end in ends { fonts[kind + end] = face }
            }
        }
        for colour in elements?.child("clrScheme")?.elements ?? [] {
            let value = colour.elements.first
            colours[colour.name.local] = value?.attribute("lastClr") ?? value?.attribute("val")
        }
    }

    /// The element with fonts by their names, and colours as they are written beside the theme's.
    func named(_ element: Element) -> Element {
        var result = element
        result.children = element.children.map { child in
            if case .element(let inner) = child { .element(named(inner)) } else { child }
        }
        let slots = [
            "asciiTheme": "ascii", "hAnsiTheme": "hAnsi", "eastAsiaTheme": "eastAsia", "cstheme": "cs",
        ]
        for attribute in element.attributes {
            if let slot = slots[attribute.name.local], let font = fonts[attribute.value] {
                result.attributes.removeAll { [slot, attribute.name.local].contains($0.name.local) }
                let name = QualifiedName(
                    namespace: attribute.name.namespace, prefix: attribute.name.prefix, local: slot)
                result.attributes.append(.init(name, font))
            } else if [
                "themeColor", "themeTint", "themeShade", "themeFill", "themeFillTint", "themeFillShade",
            ].contains(attribute.name.local) {
                result.attributes.removeAll { $0.name == attribute.name }
            }
        }
        return result
    }
}

extension Element {
    /// Adds settings where the element says nothing of them: children of one of its own, in the order of the schema.
    fileprivate mutating func fill(_ local: String, with settings: [Element], order: [String]) {
        guard !settings.isEmpty else { return }
        let behind: Set<String> = ["rPr", "tblPr", "trPr", "tcPr", "tblStylePr"]
        var place = children.firstIndex { $0.isElement(local) }
        if place == nil {
            let next = children.firstIndex { node in
                guard case .element(let element) = node else { return false }
                return local == "pPr" && behind.contains(element.name.local)
                    || local == "rPr" && behind.subtracting(["rPr"]).contains(element.name.local)
            }
            place = next ?? children.count
            children.insert(.element(Element(sibling(local))), at: place ?? 0)
        }
        guard let place, case .element(var own) = children[place] else { return }
        for setting in settings { own.take(setting, order: order) }
        children[place] = .element(own)
    }

    /// One setting, or those of its attributes that are not said.
    private mutating func take(_ setting: Element, order: [String]) {
        if let place = children.firstIndex(where: { $0.isElement(setting.name.local) }) {
            guard case .element(var known) = children[place],
                ["spacing", "ind", "rFonts"].contains(known.name.local)
            else { return }
            for attribute in setting.attributes where known.value(attribute.name.local) == nil {
                known.attributes.append(attribute)
            }
            children[place] = .element(known)
            return
        }
        let rank = order.firstIndex(of: setting.name.local) ?? order.count
        let next = children.firstIndex { node in
            guard case .element(let element) = node else { return false }
            return (order.firstIndex(of: element.name.local) ?? order.count) > rank
        }
        children.insert(.element(setting), at: next ?? children.count)
    }
}
