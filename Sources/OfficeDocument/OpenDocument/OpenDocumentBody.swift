internal import OfficePackage
internal import XMLTree

/// Paragraphs and tables as OpenDocument, with the automatic styles they need.
struct OpenDocumentBody {
    private let styles: OpenDocumentStyleNames
    /// Begins the names of the paragraph styles: names in `styles.xml` must not meet those in `content.xml`.
    private let prefix: String
    private let comments: [Comment]
    private let tabOrigin: Length?
    private let o = OpenDocumentNames.vocabulary
    private(set) var automatic = AutomaticStyles()
    private var tables = 0
    private var notes: [NoteKind: Int] = [:]
    private var pictures = 0
    private var lists: OpenDocumentLists

    init(of document: Document, prefix: String = "") {
        styles = OpenDocumentStyleNames(document)
        comments = document.comments
        tabOrigin = document.layout.countsTabsFromMargin == true ? .zero : nil
        lists = OpenDocumentLists(document.lists)
        self.prefix = prefix
    }

    /// Where a section begins: the page style that holds from this block on, and its first number.
    struct PageBreak {
        let masterPage: String
        let number: Int?

        var attribute: Vocabulary.Attribute { .init("style:master-page-name", masterPage) }
    }

    /// Blocks one below the other; the first begins the page style.
    mutating func elements(_ blocks: [Block], after page: PageBreak? = nil) -> [Element] {
        var elements: [Element] = []
        var items: [OpenDocumentLists.Item] = []
        func endList(_ lists: inout OpenDocumentLists) {
            if !items.isEmpty { elements.append(lists.element(items)) }
            items = []
        }
        for (index, block) in blocks.enumerated() {
            var place: ListPlace?
            if case .paragraph(let paragraph) = block { place = paragraph.place }
            // Before the block is written: lists in the cells of a table go on from this one.
            if let first = items.first, first.place.list != place?.list { endList(&lists) }
            let element = element(block, after: index == 0 ? page : nil)
            if let place { items.append(lists.item(element, at: place)) } else { elements.append(element) }
        }
        endList(&lists)
        return elements
    }

    private mutating func element(_ block: Block, after page: PageBreak?) -> Element {
        switch block {
        case .paragraph(let paragraph): element(paragraph, after: page)
        case .table(let table): element(table, after: page)
        }
    }

    mutating func element(_ paragraph: Paragraph, after page: PageBreak? = nil) -> Element {
        let style = styles.name(of: paragraph.style)
        let number = [Vocabulary.Attribute].ifPresent("style:page-number", page?.number.map(String.init))
        var properties = OpenDocumentFormatting.properties(
            paragraph.format, tabOrigin: tabOrigin, and: number)
        properties += OpenDocumentFormatting.properties(paragraph.mark)
        var name = style
        if !properties.isEmpty || page != nil {
            name = automatic.name(
                prefix: prefix + "P", family: "paragraph",
                [.init("style:parent-style-name", style)] + (page.map { [$0.attribute] } ?? []), properties)
        }
        let styleName = Vocabulary.Attribute("text:style-name", name)
        var element: Element
        if let level = paragraph.format.outlineLevel ?? styles.outlineLevel(of: paragraph.style) {
            element = o("text:h", [styleName, .init("text:outline-level", String(level))])
        } else {
            element = o("text:p", [styleName])
        }
        for run in paragraph.runs { element.children += nodes(run) }
        return element
    }

    private mutating func nodes(_ run: Run) -> [Node] {
        let content = run.pieces.flatMap { nodes($0) }
        let properties = OpenDocumentFormatting.properties(run.format)
        guard !properties.isEmpty else { return content }
        let name = automatic.name(prefix: prefix + "T", family: "text", [], properties)
        var span = o("text:span", [.init("text:style-name", name)])
        span.children = content
        return [.element(span)]
    }

    private mutating func nodes(_ piece: Run.Piece) -> [Node] {
        switch piece {
        case .text(let text): Self.spaced(text)
        case .tab: [.element(o("text:tab"))]
        case .lineBreak: [.element(o("text:line-break"))]
        case .pageNumber: [.element(o("text:page-number", [.init("text:select-page", "current")], text: "2"))]
        case .pageCount: [.element(o("text:page-count", text: "2"))]
        case .note(let note): [.element(element(note))]
        case .picture(let picture): [.element(element(picture))]
        case .commentStart(let number):
            [.element(OpenDocumentAnnotations.element(comments[number], name: "comment\(number + 1)"))]
        case .commentEnd(let number): [.element(OpenDocumentAnnotations.end(name: "comment\(number + 1)"))]
        case .comment(let number): [.element(OpenDocumentAnnotations.element(comments[number], name: nil))]
        }
    }

    private mutating func element(_ picture: Picture) -> Element {
        pictures += 1
        let style = automatic.name(prefix: prefix + "Fr", family: "graphic", [], [picture.properties])
        return picture.openDocument(name: "Picture\(prefix)\(pictures)", style: style)
    }

    private mutating func element(_ note: Note) -> Element {
        let number = (notes[note.kind] ?? 0) + 1
        notes[note.kind] = number
        let label = [Vocabulary.Attribute].ifPresent("text:label", note.mark)
        return o(
            "text:note",
            [
                .init("text:id", "\(note.kind.rawValue)\(number)"),
                .init("text:note-class", note.kind.rawValue),
            ],
            [
                o("text:note-citation", label, text: note.mark ?? String(number)),
                o("text:note-body", [], elements(note.blocks)),
            ])
    }

    /// Blanks at the edges and runs of blanks collapse unless they are written as elements.
    static func spaced(_ text: String) -> [Node] {
        let o = OpenDocumentNames.vocabulary
        var nodes: [Node] = []
        var words = ""
        var blanks = 0
        func writeBlanks(atEdge: Bool) {
            guard blanks > 0 else { return }
            let kept = atEdge ? 0 : 1
            if kept == 1 { words += " " }
            if blanks > kept {
                if !words.isEmpty { nodes.append(.text(words)) }
                words = ""
                nodes.append(.element(o("text:s", [.init("text:c", String(blanks - kept))])))
            }
            blanks = 0
        }
        for character in text {
            if [" ", "\t", "\n", "\r", "\r\n"].contains(character) {
                blanks += 1
            } else {
                writeBlanks(atEdge: nodes.isEmpty && words.isEmpty)
                words.append(character)
            }
        }
        writeBlanks(atEdge: true)
        return words.isEmpty ? nodes : nodes + [.text(words)]
    }

    // MARK: Tables

    private mutating func element(_ table: Table, after page: PageBreak?) -> Element {
        tables += 1
        let number = tables
        var properties = [
            Vocabulary.Attribute("style:width", OpenDocumentFormatting.length(table.width)),
            Vocabulary.Attribute("table:align", "left"),
            Vocabulary.Attribute("fo:margin-left", OpenDocumentFormatting.length(table.leftIndent)),
            Vocabulary.Attribute("table:border-model", "collapsing"),
        ]
        if let first = page?.number { properties.append(.init("style:page-number", String(first))) }
        let style = automatic.name(
            prefix: "Ta", family: "table", page.map { [$0.attribute] } ?? [],
            [o("style:table-properties", properties)])
        let columns = table.columns.map { column(width: $0) }
        let rows = zip(table.rows, table.gridRows).map { row, places in
            element(row, places: places, of: table)
        }
        let headers = table.rows.prefix { $0.role == .header }.count
        let front = headers == 0 ? [] : [o("table:table-header-rows", [], Array(rows.prefix(headers)))]
        return o(
            "table:table", [.init("table:name", "Table\(number)"), .init("table:style-name", style)],
            columns + front + rows.dropFirst(headers))
    }

    private mutating func column(width: Length) -> Element {
        let width = Vocabulary.Attribute("style:column-width", OpenDocumentFormatting.length(width))
        let name = automatic.name(
            prefix: "Co", family: "table-column", [], [o("style:table-column-properties", [width])])
        return o("table:table-column", [.init("table:style-name", name)])
    }

    private mutating func element(_ row: Table.Row, places: [GridPlace], of table: Table) -> Element {
        let format = RowFormat(height: row.height, staysWhole: row.splitting == .staysWhole)
        let name = automatic.name(
            prefix: "Ro", family: "table-row", [], OpenDocumentFormatting.properties(format))
        let cells = places.flatMap { elements($0, of: table) }
        return o("table:table-row", [.init("table:style-name", name)], cells)
    }

    private mutating func elements(_ place: GridPlace, of table: Table) -> [Element] {
        switch place {
        case .cell(let cell, let column):
            let span = min(max(cell.columnSpan, 1), table.columns.count - column)
            var attributes = [Vocabulary.Attribute("table:style-name", style(of: cell, in: table))]
            if span > 1 { attributes.append(.init("table:number-columns-spanned", String(span))) }
            if cell.rowSpan > 1 {
                attributes.append(.init("table:number-rows-spanned", String(cell.rowSpan)))
            }
            let blocks = cell.blocks.isEmpty ? [.paragraph(Paragraph())] : cell.blocks
            return [o("table:table-cell", attributes, elements(blocks))]
                + Array(repeating: o("table:covered-table-cell"), count: span - 1)
        case .coveredFromAbove(_, let columns):
            return Array(repeating: o("table:covered-table-cell"), count: columns)
        }
    }

    private mutating func style(of cell: Table.Cell, in table: Table) -> String {
        var format = CellFormat(table.cellPadding)
        format.cover(with: CellFormat(cell))
        var properties = OpenDocumentFormatting.fresh(CellFormat.self)
        format.write(openDocument: &properties)
        if cell.borders == nil { properties.set("fo:border", to: (table.grid ?? .none).openDocument) }
        return automatic.name(prefix: "Ce", family: "table-cell", [], [properties.element])
    }
}
