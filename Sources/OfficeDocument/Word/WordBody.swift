internal import OfficePackage
internal import XMLTree

/// Paragraphs, tables and sections as WordprocessingML.
struct WordBody {
    /// The style that paragraphs without one have; it is not written on them.
    private let rootStyle: String?
    private let w = WordNames.vocabulary
    /// The notes it has met, each an element of the part of its kind.
    private(set) var notes: [NoteKind: [Element]] = [:]
    /// The media that the parts of notes show.
    private(set) var noteLinks: [NoteKind: [String]] = [:]
    /// The media that the part shows which is being written.
    private var links: [String] = []
    private var drawings = 0

    private(set) var lists: WordLists

    init(of document: Document) {
        rootStyle = document.styles.first?.id
        lists = WordLists(of: document)
    }

    mutating func element(_ block: Block) -> Element {
        switch block {
        case .paragraph(let paragraph): element(paragraph)
        case .table(let table): element(table)
        }
    }

    /// `section` ends with this paragraph, when there is one.
    mutating func element(_ paragraph: Paragraph, endOf section: Element? = nil) -> Element {
        var properties: [Element] = []
        if let style = paragraph.style, style != rootStyle {
            properties.append(WordFormatting.value("w:pStyle", style))
        }
        if let place = paragraph.place { properties.append(lists.properties(place)) }
        properties += WordFormatting.properties(paragraph.format)
        properties += WordFormatting.element("w:rPr", WordFormatting.properties(paragraph.mark))
        if let section { properties.append(section) }
        let front = WordFormatting.element("w:pPr", properties)
        return w("w:p", [], front + paragraph.runs.flatMap { elements($0) })
    }

    /// A run, cut where a field stands or a comment begins: they are siblings of runs.
    private mutating func elements(_ run: Run) -> [Element] {
        var elements: [Element] = []
        var open: [Element] = []
        func flush() {
            if !open.isEmpty { elements.append(element(run, open)) }
            open = []
        }
        for piece in run.pieces {
            switch piece {
            case .text(let text): open.append(self.text(text))
            case .tab: open.append(w("w:tab"))
            case .lineBreak: open.append(w("w:br"))
            case .note(let note):
                // LibreOffice takes text behind it in the run for its mark.
                flush()
                elements.append(element(run, reference(to: note, in: run)))
            case .picture(let picture): open.append(element(picture))
            case .commentStart(let number):
                flush()
                elements.append(WordComments.rangeStart(number, w))
            case .commentEnd(let number):
                flush()
                elements += WordComments.rangeEnd(number, w)
            case .comment(let number):
                flush()
                elements.append(WordComments.reference(number, w))
            case .pageNumber, .pageCount:
                flush()
                let field = piece == .pageNumber ? " PAGE " : " NUMPAGES "
                elements.append(w("w:fldSimple", [.init("w:instr", field)], [element(run, [text("2")])]))
            }
        }
        flush()
        return elements
    }

    func element(_ run: Run, _ content: [Element]) -> Element {
        w("w:r", [], WordFormatting.element("w:rPr", WordFormatting.properties(run.format)) + content)
    }

    /// What stands in the text for a note, which goes to the part of its kind.
    private mutating func reference(to note: Note, in run: Run) -> [Element] {
        let outer = links
        links = noteLinks[note.kind] ?? []
        let element = note.element(number: (notes[note.kind]?.count ?? 0) + 1, referredToIn: run, &self)
        notes[note.kind, default: []].append(element)
        noteLinks[note.kind] = links
        links = outer
        return note.reference(number: notes[note.kind]?.count ?? 1)
    }

    private mutating func element(_ picture: Picture) -> Element {
        if !links.contains(picture.media) { links.append(picture.media) }
        drawings += 1
        return picture.word(number: drawings, link: WordPackage.relationshipID(ofMedia: picture.media))
    }

    /// The media shown since this was last asked for.
    mutating func takeLinks() -> [String] {
        defer { links = [] }
        return links
    }

    /// Blanks are always kept: a tag's value may begin or end with one.
    func text(_ text: String) -> Element {
        var element = w("w:t", [], text: text)
        element.keepBlanks()
        return element
    }

    private mutating func element(_ table: Table) -> Element {
        let grid = w("w:tblGrid", [], table.columns.map { w("w:gridCol", [width($0)]) })
        let rows = zip(table.rows, table.gridRows).map { row, places in
            element(row, places: places, of: table)
        }
        return w("w:tbl", [], properties(of: table) + [grid] + rows)
    }

    private func properties(of table: Table) -> [Element] {
        var children = [
            w("w:tblW", [width(table.width), .init("w:type", "dxa")]),
            w("w:tblInd", [width(table.leftIndent), .init("w:type", "dxa")]),
        ]
        if let grid = table.grid {
            let edges = ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"]
            children += WordFormatting.element("w:tblBorders", edges.map { WordFormatting.border($0, grid) })
        }
        children.append(w("w:tblLayout", [.init("w:type", "fixed")]))
        let margins = WordFormatting.properties(CellFormat(table.cellPadding)).flatMap(\.elements)
        children += WordFormatting.element("w:tblCellMar", margins)
        return WordFormatting.element("w:tblPr", children)
    }

    private mutating func element(_ row: Table.Row, places: [GridPlace], of table: Table) -> Element {
        let format = RowFormat(
            height: row.height, staysWhole: row.splitting == .staysWhole, isHeader: row.role == .header)
        let properties = WordFormatting.properties(format.differing(from: RowFormat()))
        return w(
            "w:tr", [], WordFormatting.element("w:trPr", properties) + places.map { element($0, of: table) })
    }

    private mutating func element(_ place: GridPlace, of table: Table) -> Element {
        switch place {
        case .cell(let cell, let column):
            var properties = width(of: cell.columnSpan, from: column, in: table)
            if cell.rowSpan > 1 { properties.append(WordFormatting.value("w:vMerge", "restart")) }
            properties += WordFormatting.properties(CellFormat(cell).differing(from: CellFormat()))
            var blocks = cell.blocks
            if case .paragraph? = blocks.last {} else { blocks.append(.paragraph(Paragraph())) }
            return w("w:tc", [], WordFormatting.element("w:tcPr", properties) + blocks.map { element($0) })
        case .coveredFromAbove(let column, let columns):
            let properties = width(of: columns, from: column, in: table) + [w("w:vMerge")]
            return w("w:tc", [], [w("w:tcPr", [], properties), element(Paragraph())])
        }
    }

    private func width(of span: Int, from column: Int, in table: Table) -> [Element] {
        let end = min(column + max(span, 1), table.columns.count)
        let total = table.columns[column..<end].total
        let width = w("w:tcW", [self.width(total), .init("w:type", "dxa")])
        return end - column > 1 ? [width, WordFormatting.value("w:gridSpan", String(end - column))] : [width]
    }

    private func width(_ length: Length) -> Vocabulary.Attribute { .init("w:w", String(length.twips)) }
}
