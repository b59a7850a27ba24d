internal import Diagnostics
internal import OfficePackage
internal import XMLTree

/// Paragraphs and their numbers.
extension WordReader {
    mutating func blocks(of element: Element) -> [ReadBlock] {
        children(of: element) { reader, child in reader.block(child) }.flatMap { $0 }
    }

    /// The blocks an element stands for: one, those inside a wrapper, or none.
    mutating func block(_ element: Element) -> [ReadBlock] {
        switch element.word {
        case "p": return [.paragraph(paragraph(element))]
        case "tbl": return [.table(table(element))]
        case "sdt", "sdtContent", "customXml", "ins", "moveTo": return blocks(of: element)
        case "commentRangeStart":
            noteCommentStart(element)
            return []
        case "del", "moveFrom":
            traits.insert(.trackedChanges)
            skip(element)
            return []
        case nil where element.name.local == "AlternateContent":
            var found: [ReadBlock] = []
            alternatives(element) { reader, branch in found = reader.blocks(of: branch) }
            return found
        default:
            skip(element)
            return []
        }
    }

    mutating func paragraph(_ element: Element) -> ReadParagraph {
        paragraphs += 1
        let properties = element.word("pPr")
        let styleName = properties?.word("pStyle")?.value
        let style = styles.known(styleName)
        let (format, level) = paragraphFormat(properties, style: style)

        let mark = characters(properties?.word("rPr"), paragraph: style)
        var paragraph = ReadParagraph.Content(
            place: place(ofParagraph: paragraphs), styleID: styleName ?? style,
            styleName: style.flatMap { styles.style($0)?.name }, format: EffectiveParagraph(format),
            mark: EffectiveCharacters(mark, of: ""), availableWidth: width)
        if let level, let counted = numbering.count(level.index, of: level.list) {
            var look = mark
            look.read(word: counted.level.character, theme: theme)
            paragraph.label = ListLabel(
                text: counted.text, format: counted.level.format,
                value: counted.level.format == .bullet ? nil : counted.value, level: level.index + 1,
                separator: counted.level.separator, characters: EffectiveCharacters(look, of: counted.text),
                list: listKey(level.list))
        }
        var line = InlineText(style: style)
        inline(element, into: &line)
        paragraph.runs = line.runs
        paragraph.shapes = line.shapes
        paragraph.fields = line.fields
        return ReadParagraph(paragraph)
    }

    /// What its labels call a list, which is kept under that name.
    private mutating func listKey(_ list: String) -> String {
        let key = numbering.key(of: list)
        if lists[key] == nil { lists[key] = numbering.definition(of: list, theme: theme) }
        return key
    }

    /// What the styles give a paragraph without properties of its own, and the list they put it in.
    struct StyledParagraph {
        var format: ParagraphFormat
        var level: NumberedLevel?
    }

    struct NumberedLevel {
        let list: String
        let index: Int
    }

    struct StyleChoice: Hashable {
        let style: String?
        let table: String?
        let isUnnumbered: Bool
    }

    /// Styles, then the paragraph's own list and properties.
    private mutating func paragraphFormat(_ properties: Element?, style: String?) -> (
        ParagraphFormat, NumberedLevel?
    ) {
        let reference = NumberingReference(properties)
        let isUnnumbered = reference?.list == "0"
        var (format, level) = styledParagraph(style, isUnnumbered: isUnnumbered)
        if !isUnnumbered, let reference, let list = reference.list ?? level?.list {
            let index = reference.level ?? (reference.list == nil ? level?.index : nil) ?? 0
            level = NumberedLevel(list: list, index: index)
            setIndents(of: index, in: list, &format)
        }
        format.read(word: properties, theme: theme)
        // A frame as wide as its text puts it there, however it is aligned within.
        if let frame = properties?.word("framePr"), frame.wordAttribute("w") == nil,
            let side = frame.wordAttribute("xAlign").flatMap({ Self.frameSides[$0] })
        {
            format.alignment = side
        }
        return (format, level)
    }

    private static let frameSides: [String: ParagraphFormat.Alignment] = [
        "left": .left, "center": .centre, "right": .right,
    ]

    /// Defaults, table style, paragraph styles with the indents of their lists; worked out once each.
    private mutating func styledParagraph(_ style: String?, isUnnumbered: Bool) -> (
        ParagraphFormat, NumberedLevel?
    ) {
        let table = tableStyles.last ?? nil
        let choice = StyleChoice(style: style, table: table?.key, isUnnumbered: isUnnumbered)
        if let known = styledParagraphs[choice] { return (known.format, known.level) }
        var format = styles.paragraphDefaults
        for properties in table?.paragraph ?? [] { format.read(word: properties, theme: theme) }
        var level: NumberedLevel?
        for id in styles.chain(of: style) {
            guard let own = styles.style(id) else { continue }
            if let reference = own.numbering, !isUnnumbered {
                let list = reference.list ?? level?.list
                if list == "0" {
                    level = nil
                } else if let list {
                    let index = numbering.level(linkedTo: id, of: list) ?? reference.level ?? 0
                    level = NumberedLevel(list: list, index: index)
                    setIndents(of: index, in: list, &format)
                }
            }
            format.read(word: own.element.word("pPr"), theme: theme)
        }
        styledParagraphs[choice] = StyledParagraph(format: format, level: level)
        return (format, level)
    }

    private func setIndents(of level: Int, in list: String, _ format: inout ParagraphFormat) {
        let properties = numbering.level(level, of: list)?.paragraph
        format.read(word: properties, theme: theme, only: ParagraphFormat.setByLists)
    }

    /// Styles and direct properties of letters together.
    mutating func characters(_ properties: Element?, paragraph: String?) -> CharacterFormat {
        let table = tableStyles.last ?? nil
        let style = properties?.word("rStyle")?.value.flatMap { styles.style($0) == nil ? nil : $0 }
        var format = styles.characters(table: table, paragraph: paragraph, character: style)
        format.read(word: properties, theme: theme)
        return format
    }
}

extension EffectiveCharacters {
    /// What holds for these letters: Word has a font for ASCII and one for the letters beyond.
    init(_ format: CharacterFormat, of text: String) {
        self.init(format)
        func known(_ font: String?) -> String? { font?.isEmpty == true ? nil : font }
        let plain = known(format.font)
        let accented = known(format.accentedFont)
        var hasPlain = false
        var hasAccented = false
        for byte in text.utf8 {
            if byte >= 0x80 { hasAccented = true } else if byte > 0x20 { hasPlain = true }
        }
        self.font = hasAccented && !hasPlain ? accented : plain
        self.accentedFont = hasAccented && hasPlain && accented != plain ? accented : nil
    }
}
