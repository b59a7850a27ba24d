internal import OfficePackage
internal import XMLTree

/// The styles of a Word document, resolved once each.
struct WordStyleSheet {
    private var styles: [String: Style] = [:]
    private var defaultIDs: [String: String] = [:]
    private(set) var characterDefaults = CharacterLayer()
    private(set) var paragraphDefaults = ParagraphLayer()
    private var chains: [String: [String]] = [:]
    private var characterLayers: [String: CharacterLayer] = [:]
    private var combined: [CombinationKey: CharacterLayer] = [:]

    struct Style {
        let name: String?
        let base: String?
        let paragraph: ParagraphLayer
        let character: CharacterLayer
        let element: Element
    }

    private struct CombinationKey: Hashable {
        let table: String
        let paragraph: String
        let character: String
    }

    init(_ root: Element?, theme: WordTheme) {
        guard let root else { return }
        if let defaults = root.word("docDefaults") {
            characterDefaults = CharacterLayer(defaults.word("rPrDefault")?.word("rPr"), theme: theme)
            paragraphDefaults = ParagraphLayer(defaults.word("pPrDefault")?.word("pPr"), theme: theme)
        }
        for case .element(let element) in root.children where element.isWord("style") {
            guard let id = element.wordAttribute("styleId") else { continue }
            let kind = element.wordAttribute("type") ?? "paragraph"
            if let flag = element.wordAttribute("default"), flag != "0", flag != "false", flag != "off" {
                defaultIDs[kind] = id
            }
            styles[id] = Style(
                name: element.word("name")?.value, base: element.word("basedOn")?.value,
                paragraph: ParagraphLayer(element.word("pPr"), theme: theme),
                character: CharacterLayer(element.word("rPr"), theme: theme), element: element)
        }
    }

    func style(_ id: String) -> Style? { styles[id] }

    /// The style of paragraphs (or of tables …) that name none, or one that does not exist.
    func known(_ id: String?, kind: String = "paragraph") -> String? {
        if let id, styles[id] != nil { return id }
        return defaultIDs[kind]
    }

    /// The style and those it stands on, the root first; a circle ends where it closes, and nobody's own styles stand so many high.
    mutating func chain(of id: String?) -> [String] {
        guard let id else { return [] }
        if let known = chains[id] { return known }
        var chain: [String] = []
        var seen: Set<String> = []
        var next: String? = id
        while chain.count < 100, let current = next, let style = styles[current],
            seen.insert(current).inserted
        {
            chain.append(current)
            next = style.base
        }
        chain.reverse()
        chains[id] = chain
        return chain
    }

    /// What a style and its ancestors say about letters.
    mutating func characterLayer(of id: String?) -> CharacterLayer {
        guard let id else { return CharacterLayer() }
        if let known = characterLayers[id] { return known }
        var layer = CharacterLayer()
        for style in chain(of: id) { if let own = styles[style]?.character { layer.cover(with: own) } }
        characterLayers[id] = layer
        return layer
    }

    /// Defaults and styles together: what letters look like without direct formatting.
    mutating func characters(table: WordTableStyle?, paragraph: String?, character: String?) -> CharacterLayer
    {
        let key = CombinationKey(
            table: table?.key ?? "", paragraph: paragraph ?? "", character: character ?? "")
        if let known = combined[key] { return known }
        let layer = CharacterLayer.combined(
            defaults: characterDefaults,
            styles: [
                table?.character ?? CharacterLayer(), characterLayer(of: paragraph),
                characterLayer(of: character),
            ])
        combined[key] = layer
        return layer
    }
}

/// What a table's style says about the text of one cell.
struct WordTableStyle {
    /// The style and the conditions that hold for the cell.
    let key: String
    let paragraph: ParagraphLayer
    let character: CharacterLayer
}
