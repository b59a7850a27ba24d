internal import Diagnostics
internal import OfficePackage
internal import XMLTree

/// Paragraphs, lists and tables.
extension OpenDocumentReader {
    mutating func blocks(of element: Element) -> [ReadBlock] {
        children(of: element) { reader, child in reader.block(child) }.flatMap { $0 }
    }

    /// The blocks an element stands for: one, those of a list, or none.
    mutating func block(_ element: Element) -> [ReadBlock] {
        switch (element.name.namespace, element.name.local) {
        case (OpenDocumentNames.text, "p"), (OpenDocumentNames.text, "h"):
            return [.paragraph(paragraph(element))]
        case (OpenDocumentNames.text, "list"): return list(element)
        case (OpenDocumentNames.text, "numbered-paragraph"): return blocks(of: element)
        case (OpenDocumentNames.text, "tracked-changes"):
            traits.insert(.trackedChanges)
            skip(element)
            return []
        case (OpenDocumentNames.table, "table"): return [.table(table(element))]
        case (OpenDocumentNames.draw, _): return floating(element)
        default:
            if Self.isWrapper(element) { return blocks(of: element) }
            skip(element)
            return []
        }
    }

    /// A shape that hangs on the page: it stands in a paragraph of its own that the file does not have.
    private mutating func floating(_ element: Element) -> [ReadBlock] {
        var line = OpenDocumentInline()
        inlineShape(element, into: &line)
        guard !line.shapes.isEmpty else { return [] }
        var paragraph = ReadParagraph.Content(
            place: place(ofParagraph: max(1, paragraphs)), format: EffectiveParagraph(),
            mark: EffectiveCharacters())
        paragraph.shapes = line.shapes
        return [.paragraph(ReadParagraph(paragraph))]
    }

    mutating func paragraph(_ element: Element) -> ReadParagraph {
        paragraphs += 1
        let number = paragraphs
        let name = element.text("style-name")
        let style = styles.paragraph(name)
        var format = style.format
        let outline = element.text("outline-level").flatMap { Int($0) } ?? style.outlineLevel
        let isHeading = element.name.local == "h"
        let label = label(style, outline: isHeading ? outline : nil, &format)
        format.outlineLevel = isHeading ? outline : style.outlineLevel.flatMap { $0 > 0 ? $0 : nil }
        var paragraph = ReadParagraph.Content(
            place: place(ofParagraph: number), styleID: style.namedStyle ?? name,
            styleName: style.displayName, format: EffectiveParagraph(format), label: label,
            mark: EffectiveCharacters(style.character), availableWidth: width)
        var line = OpenDocumentInline()
        line.looks = [style.character]
        line.styles = [name ?? ""]
        line.path = path
        let outer = lists
        lists = []
        inline(element, into: &line)
        lists = outer
        line.finish()
        paragraph.runs = line.runs
        paragraph.shapes = line.shapes
        paragraph.fields = line.fields
        return ReadParagraph(paragraph)
    }

    /// The label of a list item's first paragraph or of a numbered heading, and the indents that come with it.
    private mutating func label(
        _ style: OpenDocumentStyleSheet.ResolvedParagraph, outline: Int?, _ format: inout ParagraphFormat
    ) -> ListLabel? {
        let isInList = !lists.isEmpty
        let listName = lists.last?.style ?? style.listName
        let level: Int
        let levels: [Int: OpenDocumentListLevel]
        let key: String
        if isInList, let listName {
            levels = styles.lists[listName] ?? [:]
            level = lists.count
            key = lists.last?.key ?? listName
        } else if let outline, outline > 0, styles.outline[outline] != nil, style.listName == nil, !isInList {
            levels = styles.outline
            level = outline
            key = "outline"
        } else {
            return nil
        }
        guard let own = levels[level] else { return nil }
        if !style.setsIndentsAboveList {
            format.leftIndent = own.left ?? format.leftIndent
            // Without a number there is nothing that hangs.
            let isCounted = !isInList || lists.last?.item.isBeginning == true
            format.firstLineIndent = isCounted ? own.firstLine ?? format.firstLineIndent : .zero
        }
        var start: Int?
        if isInList {
            guard case .begins(let number)? = lists.last?.item else { return nil }
            start = number
            for index in lists.indices { lists[index].item = .none }
        }
        guard let counted = counters.count(level, of: key, start: start, levels: levels) else { return nil }
        guard isInList || !counted.text.isEmpty else { return nil }
        var look = style.character
        if let text = own.textStyle { styles.read(textStyle: text, over: &look) }
        styles.read(own.element, over: &look)
        return ListLabel(
            text: counted.text, format: own.format,
            value: own.format == .bullet || own.format == .none ? nil : counted.value, level: level,
            separator: own.separator, characters: EffectiveCharacters(look),
            list: listKey(isInList ? listName : nil, levels))
    }

    /// What labels call a list, or the numbers of headings, kept under that name.
    private mutating func listKey(_ name: String?, _ levels: [Int: OpenDocumentListLevel]) -> String {
        // The styles of the text and of the pages can have the same name.
        let key = name.map { "\(part)|\($0)" } ?? "outline"
        if definitions[key] == nil {
            var definition = ListDefinition(levels: [:])
            for (number, level) in levels {
                var character = CharacterFormat()
                if let text = level.textStyle { styles.read(textStyle: text, over: &character) }
                styles.read(level.element, over: &character)
                definition.levels[number] = level.plain(at: number, character)
            }
            definitions[key] = definition
        }
        return key
    }

    // MARK: Lists

    private mutating func list(_ element: Element) -> [ReadBlock] {
        let name = element.text("style-name") ?? lists.last?.style
        var key: String
        if let outer = lists.last {
            key = outer.key
            if element.text("style-name") != nil, element.text("style-name") != outer.style {
                key += "/" + (name ?? "")
            }
        } else {
            listCount += 1
            key = "list\(listCount)"
            if let continued = element.text("continue-list"), let other = listKeys[continued] {
                key = other
            } else if element.text("continue-numbering") == "true", let name, let other = lastKeys[name] {
                key = other
            }
            if let name { lastKeys[name] = key }
            if let id = element.value("id") { listKeys[id] = key }
        }
        guard lists.count < 64 else {
            skip(element)
            return []
        }
        lists.append(OpenList(style: name, key: key))
        defer { lists.removeLast() }
        return children(of: element) { reader, item -> [ReadBlock]? in
            switch item.name.local {
            case "list-item":
                let start = item.text("start-value").flatMap { Int($0) }
                reader.lists[reader.lists.count - 1].item = .begins(start: start)
            case "list-header": reader.lists[reader.lists.count - 1].item = .none
            default:
                reader.skip(item)
                return nil
            }
            return reader.blocks(of: item)
        }.flatMap { $0 }
    }
}
