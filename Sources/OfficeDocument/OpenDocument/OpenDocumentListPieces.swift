internal import OfficePackage
internal import XMLTree

/// Lists around the paragraphs of one OpenDocument part.
struct OpenDocumentLists {
    private let definitions: [ListDefinition]
    private var counts = ListCounts()
    /// The name of the last piece of each list, which the next one goes on from.
    private var last: [Int: String] = [:]
    private var pieces = 0
    private let o = OpenDocumentNames.vocabulary

    init(_ definitions: [ListDefinition]) { self.definitions = definitions }

    /// A paragraph of a list as it is written.
    struct Item {
        let place: ListPlace
        let element: Element
        /// Said where it is not the next number.
        var start: Int?
    }

    /// Counts a paragraph that is written next.
    mutating func item(_ element: Element, at place: ListPlace) -> Item {
        let natural = counts.count(place, start: definitions[place.list].levels[place.level]?.start ?? 1)
        return Item(place: place, element: element, start: place.value == natural ? nil : place.value)
    }

    /// Paragraphs of one list that follow one another.
    mutating func element(_ items: [Item]) -> Element {
        let list = items[0].place.list
        pieces += 1
        let name = "list\(pieces)"
        var attributes = [
            Vocabulary.Attribute("xml:id", name),
            Vocabulary.Attribute("text:style-name", Self.name(ofList: list)),
        ]
        if let before = last[list] { attributes.append(.init("text:continue-list", before)) }
        last[list] = name
        return self.list(items[...], level: 1, attributes)
    }

    private func list(_ items: ArraySlice<Item>, level: Int, _ attributes: [Vocabulary.Attribute] = [])
        -> Element
    {
        var entries: [Element] = []
        var rest = items
        while let first = rest.first {
            if first.place.level <= level {
                rest.removeFirst()
                let start = [Vocabulary.Attribute].ifPresent("text:start-value", first.start.map(String.init))
                entries.append(o("text:list-item", start, [first.element]))
            } else {
                let deeper = rest.prefix { $0.place.level > level }
                rest = rest.dropFirst(deeper.count)
                if entries.isEmpty { entries.append(o("text:list-item")) }
                entries[entries.count - 1].children.append(.element(list(deeper, level: level + 1)))
            }
        }
        return o("text:list", attributes, entries)
    }

    // MARK: Styles

    static func name(ofList list: Int) -> String { "L\(list + 1)" }

    /// The styles of lists, and of their numbers where those look other than their paragraphs.
    static func styles(_ definitions: [ListDefinition]) -> [Element] {
        let o = OpenDocumentNames.vocabulary
        var letters: [Element] = []
        let lists = definitions.enumerated().map { number, definition in
            let levels = definition.levels.sorted { $0.key < $1.key }.map { index, level in
                var style: String?
                let properties = OpenDocumentFormatting.properties(level.character)
                if !properties.isEmpty {
                    let name = "\(name(ofList: number))Level\(index)"
                    letters.append(
                        o(
                            "style:style", [.init("style:name", name), .init("style:family", "text")],
                            properties))
                    style = name
                }
                return level.openDocument(at: index, style: style)
            }
            return o("text:list-style", [.init("style:name", name(ofList: number))], levels)
        }
        return letters + lists
    }
}

extension ListLevel {
    fileprivate func openDocument(at number: Int, style: String?) -> Element {
        let o = OpenDocumentNames.vocabulary
        var attributes = [Vocabulary.Attribute("text:level", String(number))]
        attributes += .ifPresent("text:style-name", style)
        if let bullet {
            attributes.append(.init("text:bullet-char", bullet))
        } else {
            if !prefix.isEmpty { attributes.append(.init("style:num-prefix", prefix)) }
            if !suffix.isEmpty { attributes.append(.init("style:num-suffix", suffix)) }
            attributes.append(.init("style:num-format", format.openDocument ?? "1"))
            // After z comes aa, and then bb.
            if format == .lowerLetter || format == .upperLetter {
                attributes.append(.init("style:num-letter-sync", "true"))
            }
            if start != 1 { attributes.append(.init("text:start-value", String(start))) }
            if shownLevels > 1 { attributes.append(.init("text:display-levels", String(shownLevels))) }
        }
        let follower =
            switch separator {
            case .tab: "listtab"
            case .space: "space"
            case .nothing: "nothing"
            }
        var place = [Vocabulary.Attribute("text:label-followed-by", follower)]
        place += .ifPresent("fo:margin-left", leftIndent.map(OpenDocumentFormatting.length))
        place += .ifPresent("fo:text-indent", firstLineIndent.map(OpenDocumentFormatting.length))
        let alignment = o("style:list-level-label-alignment", place)
        let properties = o(
            "style:list-level-properties",
            [.init("text:list-level-position-and-space-mode", "label-alignment")], [alignment])
        return o("text:list-level-style-\(bullet == nil ? "number" : "bullet")", attributes, [properties])
    }
}
