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
        let direct = ParagraphLayer(properties, theme: theme)
        let style = styles.known(direct.style)
        let tableStyle = tableStyles.last ?? nil
        let (layer, level) = paragraphLayer(direct, style: style, table: tableStyle)

        let mark = properties?.word("rPr")
        let markLayer = characters(mark, paragraph: style)
        var paragraph = ReadParagraph(
            place: ReadParagraph.Place(
                part: part, number: paragraphs, cell: cells.last.flatMap { $0.column > 0 ? $0 : nil },
                path: path), styleID: direct.style ?? style,
            styleName: style.flatMap { styles.style($0)?.name }, format: layer.effective,
            mark: markLayer.effective(text: "", theme: theme), availableWidth: width)
        if let level, let counted = numbering.count(level.index, of: level.list) {
            var look = markLayer
            look.cover(with: counted.level.character)
            paragraph.label = ListLabel(
                text: counted.text, format: counted.level.format,
                value: counted.level.format == .bullet ? nil : counted.value, level: level.index + 1,
                separator: counted.level.separator,
                characters: look.effective(text: counted.text, theme: theme))
        }
        var line = InlineText(style: style)
        inline(element, into: &line)
        paragraph.runs = line.runs
        paragraph.shapes = line.shapes
        return paragraph
    }

    private struct NumberedLevel {
        let list: String
        let index: Int
    }

    /// Defaults, table style, paragraph styles with the indents of their lists, then the paragraph's own list and properties.
    private mutating func paragraphLayer(_ direct: ParagraphLayer, style: String?, table: WordTableStyle?)
        -> (ParagraphLayer, NumberedLevel?)
    {
        var layer = styles.paragraphDefaults
        if let table { layer.cover(with: table.paragraph) }
        let isUnnumbered = direct.numbering?.list == "0"
        var level: NumberedLevel?
        for id in styles.chain(of: style) {
            guard let own = styles.style(id)?.paragraph else { continue }
            if let reference = own.numbering, !isUnnumbered {
                let list = reference.list ?? level?.list
                if list == "0" {
                    level = nil
                } else if let list {
                    let index = numbering.level(linkedTo: id, of: list) ?? reference.level ?? 0
                    level = NumberedLevel(list: list, index: index)
                    if let indents = numbering.level(index, of: list)?.paragraph {
                        layer.coverIndents(with: indents)
                    }
                }
            }
            layer.cover(with: own)
        }
        if isUnnumbered {
            level = nil
        } else if let reference = direct.numbering, let list = reference.list ?? level?.list {
            let index = reference.level ?? (reference.list == nil ? level?.index : nil) ?? 0
            level = NumberedLevel(list: list, index: index)
            if let indents = numbering.level(index, of: list)?.paragraph { layer.coverIndents(with: indents) }
        }
        layer.cover(with: direct)
        return (layer, level)
    }

    /// Styles and direct properties of letters together.
    mutating func characters(_ properties: Element?, paragraph: String?) -> CharacterLayer {
        let table = tableStyles.last ?? nil
        guard let properties else {
            return styles.characters(table: table, paragraph: paragraph, character: nil)
        }
        let direct = CharacterLayer(properties, theme: theme)
        let character = direct.characterStyle.flatMap { styles.style($0) == nil ? nil : $0 }
        var layer = styles.characters(table: table, paragraph: paragraph, character: character)
        layer.cover(with: direct)
        return layer
    }
}
