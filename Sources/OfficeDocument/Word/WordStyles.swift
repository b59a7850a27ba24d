internal import OfficePackage
internal import XMLTree

/// The part that names the styles of a Word document.
struct WordStyles {
    private let document: Document
    private let w = WordNames.vocabulary

    init(_ document: Document) { self.document = document }

    var root: Element {
        w.root(w("w:styles", [], [defaults] + document.styles.enumerated().map(element)), declaring: ["w"])
    }

    private var defaults: Element {
        let language = document.properties.language
        let run =
            WordFormatting.properties(
                CharacterFormat(font: document.defaults.font, size: document.defaults.size)) + [
                w(
                    "w:lang",
                    [.init("w:val", language), .init("w:eastAsia", language), .init("w:bidi", "ar-SA")])
            ]
        let single = ParagraphFormat(spaceBefore: .zero, spaceAfter: .zero, lineSpacing: .lines(1))
        return w(
            "w:docDefaults", [],
            [
                w("w:rPrDefault", [], [w("w:rPr", [], run)]),
                w("w:pPrDefault", [], [w("w:pPr", [], WordFormatting.properties(single))]),
            ])
    }

    private func element(index: Int, style: ParagraphStyle) -> Element {
        var attributes = [Vocabulary.Attribute("w:type", "paragraph")]
        attributes.append(index == 0 ? .init("w:default", "1") : .init("w:customStyle", "1"))
        attributes.append(.init("w:styleId", style.id))
        var children = [WordFormatting.value("w:name", style.name)]
        if let base = style.base { children.append(WordFormatting.value("w:basedOn", base)) }
        if let next = style.next { children.append(WordFormatting.value("w:next", next)) }
        children.append(w("w:qFormat"))
        let numbering = style.place.map { [WordLists.properties($0)] } ?? []
        children += WordFormatting.element("w:pPr", numbering + WordFormatting.properties(style.paragraph))
        children += WordFormatting.element("w:rPr", WordFormatting.properties(style.character))
        return w("w:style", attributes, children)
    }
}
