internal import OfficePackage
internal import VietnameseText
internal import XMLTree

/// Writes rich text as OpenDocument in the look of the paragraph it takes the place of.
struct OpenDocumentRichText {
    private let names: OpenDocumentStyleNames
    private let styles: StyleChoice
    private let spans: [Element]
    private let isInsideLink: Bool
    /// A comment has no headings.
    private let isComment: Bool
    /// Millimetres.
    private let width: Double?
    private let part: String
    private let generated: GeneratedParts
    private var isFirst = true

    private enum Place {
        case body
        case item
        case quote

        var kind: OpenDocumentStyleNames.Kind {
            switch self {
            case .body: .plain
            case .item: .item
            case .quote: .quote
            }
        }
    }

    init(at site: InsertionSite) {
        let context = site.context
        names = context.styleNames ?? OpenDocumentStyleNames(prefix: "")
        styles = site.styles
        spans = context.surroundings.formatting
        isInsideLink = context.ancestors.contains { $0.local == "a" }
        isComment = context.isComment
        width = context.surroundings.availableMillimetres
        part = site.part
        generated = site.generated
    }

    /// Whole paragraphs, lists and tables; nothing at all is an empty paragraph.
    mutating func blocks(_ blocks: [RichBlock]) -> [Element] {
        let elements = blocks.flatMap { element(of: $0, .body) }
        return elements.isEmpty ? [paragraph([], .body)] : elements
    }

    private mutating func element(of block: RichBlock, _ place: Place) -> [Element] {
        defer { isFirst = false }
        switch block {
        case .paragraph(let inlines): return [paragraph(inlines, place)]
        case .heading(let level, let inlines): return [heading(level, inlines, place)]
        case .aligned(let alignment, let inlines):
            return [
                paragraph(inlines, style: names.paragraph(alignment == .center ? .centredCell : .rightCell))
            ]
        case .list(let start, let format, let items): return [list(start, format, items)]
        case .table(let table): return [element(of: table)]
        case .quote(let blocks): return blocks.flatMap { element(of: $0, .quote) }
        case .code(let words):
            var inlines: [RichInline] = []
            for line in words.split(separator: "\n", omittingEmptySubsequences: false) {
                if !inlines.isEmpty { inlines.append(.lineBreak) }
                inlines.append(.code(String(line)))
            }
            let style = styles.paragraph(.code) ?? names.paragraph(.code)
            return [paragraph(inlines, style: style)]
        case .thematicBreak: return [paragraph([], style: names.paragraph(.rule))]
        case .styled(let styled):
            if styled.isRoom, styles.paragraph(called: styled.styles) == nil { return [] }
            return [element(of: styled, place)]
        case .picture: return []
        case .drawing(let drawing):
            let style = ["text:style-name": names.paragraph(.centredCell)] as KeyValuePairs
            return [.plain("text:p", style, [drawing])]
        }
    }

    private func paragraph(_ inlines: [RichInline], _ place: Place) -> Element {
        // Only the first keeps what belongs to the place, such as a page break before.
        if isFirst, place == .body {
            guard let base = names.base else { return .plain("text:p").filled(wrapped(inlines)) }
            return paragraph(inlines, style: base)
        }
        if place == .quote, let style = styles.paragraph(.quote) { return paragraph(inlines, style: style) }
        return paragraph(inlines, style: names.paragraph(place.kind))
    }

    private func paragraph(_ inlines: [RichInline], style: String) -> Element {
        .plain("text:p", ["text:style-name": style]).filled(wrapped(inlines))
    }

    private func heading(_ level: Int, _ inlines: [RichInline], _ place: Place) -> Element {
        guard !isComment, let style = styles.paragraph(.heading(level)) else {
            return paragraph([.strong(inlines)], place)
        }
        let heading = Element.plain("text:h", ["text:style-name": style, "text:outline-level": "\(level)"])
        return heading.filled(self.inlines(inlines))
    }

    private mutating func list(_ start: Int?, _ format: RichNumbering?, _ items: [[RichBlock]]) -> Element {
        let style = names.list(isNumbered: start != nil, format)
        var list = Element.plain("text:list", ["text:style-name": style])
        isFirst = false
        for (number, blocks) in items.enumerated() {
            var item = Element.plain("text:list-item")
            if number == 0, let start, start != 1 {
                item.attributes = [.init(QualifiedName(written: "text:start-value"), "\(max(0, start))")]
            }
            item.children = blocks.flatMap { element(of: $0, .item) }.map { .element($0) }
            if item.children.isEmpty { item.children = [.element(paragraph([], .item))] }
            list.children.append(.element(item))
        }
        return list
    }

    private func element(of styled: RichParagraph, _ place: Place) -> Element {
        guard let style = styles.paragraph(called: styled.styles) else {
            return styled.level.map { heading($0, styled.inlines, place) } ?? paragraph(styled.inlines, place)
        }
        guard let level = styled.level, !isComment else {
            return .plain("text:p", ["text:style-name": style]).filled(inlines(styled.inlines))
        }
        let made = Element.plain("text:h", ["text:style-name": style, "text:outline-level": "\(level)"])
        return made.filled(inlines(styled.inlines))
    }

    private func element(of table: RichTable) -> Element {
        var element = Element.plain("table:table", ["table:style-name": names.table])
        let rows = table.slots.map { Node.element(row($0)) }
        element.children =
            columns(of: table) + [
                .element(Element.plain("table:table-header-rows").filled(Array(rows.prefix(table.headCount))))
            ] + rows.dropFirst(table.headCount)
        if table.headCount == 0 { element.children = columns(of: table) + rows }
        return element
    }

    private func columns(of table: RichTable) -> [Node] {
        guard table.columns.contains(where: { $0 != nil }) else {
            let count = max(1, table.columns.count)
            return [.element(.plain("table:table-column", ["table:number-columns-repeated": "\(count)"]))]
        }
        return table.widths(in: width ?? 165).map { width in
            let tenths = Int((width * 10).rounded())
            let style = names.column(tenths)
            generated.needColumnStyle(style, tenths: tenths, in: part)
            return .element(.plain("table:table-column", ["table:style-name": style]))
        }
    }

    private func row(_ slots: [RichTable.Slot]) -> Element {
        var row = Element.plain("table:table-row")
        for slot in slots {
            let covered = Node.element(.plain("table:covered-table-cell"))
            switch slot {
            case .cell(let cell):
                row.children.append(.element(element(of: cell)))
                row.children += Array(repeating: covered, count: cell.columnSpan - 1)
            case .covered(let span): row.children += Array(repeating: covered, count: span)
            }
        }
        return row
    }

    private func element(of cell: RichTable.Cell) -> Element {
        let kind: OpenDocumentStyleNames.Kind =
            switch cell.alignment {
            case .unset: cell.isHead ? .centredCell : .cell
            case .left: .cell
            case .center: .centredCell
            case .right: .rightCell
            }
        let own = styles.paragraph(called: cell.styles)
        let isBold = cell.isHead && own == nil
        let text = paragraph(
            isBold ? [.strong(cell.inlines)] : cell.inlines, style: own ?? names.paragraph(kind))
        var element = Element.plain("table:table-cell", ["table:style-name": names.cell], [text])
        if cell.columnSpan > 1 {
            let span = "\(cell.columnSpan)"
            element.attributes.append(.init(QualifiedName(written: "table:number-columns-spanned"), span))
        }
        if cell.rowSpan > 1 {
            let span = "\(cell.rowSpan)"
            element.attributes.append(.init(QualifiedName(written: "table:number-rows-spanned"), span))
        }
        element.attributes.append(.init(QualifiedName(written: "office:value-type"), "string"))
        return element
    }

    // MARK: Lines

    /// The line in the spans that the tag was written in.
    private func wrapped(_ inlines: [RichInline]) -> [Node] {
        let nodes = self.inlines(inlines)
        guard !nodes.isEmpty else { return [] }
        return spans.reversed().reduce(nodes) { inside, span in [.element(span.filled(inside))] }
    }

    /// The pieces of one line.
    func inlines(_ inlines: [RichInline]) -> [Node] {
        var nodes: [Node] = []
        for run in inlines.runs() {
            var pieces =
                run.text.map { words($0, keepingFirstBlank: run.style.isCode) } ?? [
                    .element(.plain("text:line-break"))
                ]
            if let name = names.text(run.style) {
                pieces = [.element(Element.plain("text:span", ["text:style-name": name]).filled(pieces))]
            }
            guard let link = run.style.link, !isInsideLink else {
                nodes += pieces
                continue
            }
            if case .element(var last)? = nodes.last, last.name.local == "a", last.value("href") == link {
                last.children += pieces
                nodes[nodes.count - 1] = .element(last)
            } else {
                var anchor = Element.plain("text:a", ["xlink:type": "simple", "xlink:href": link])
                if let style = styles.hyperlink {
                    anchor.attributes.append(.init(QualifiedName(written: "text:style-name"), style))
                }
                nodes.append(.element(anchor.filled(pieces)))
            }
        }
        return nodes
    }

    /// Characters, with blanks that OpenDocument would drop as elements.
    private func words(_ text: String, keepingFirstBlank: Bool) -> [Node] {
        let mayDrop =
            text.hasBytes(of: "  ") || text.hasBytes(of: "\t") || keepingFirstBlank && text.hasPrefix(" ")
        guard mayDrop else { return text.isEmpty ? [] : [.text(text)] }
        var nodes: [Node] = []
        var plain = ""
        var afterBlank = keepingFirstBlank
        func flush() {
            if !plain.isEmpty { nodes.append(.text(plain)) }
            plain = ""
        }
        for character in text {
            switch character {
            case " " where afterBlank:
                flush()
                nodes.append(.element(.plain("text:s")))
            case "\t":
                flush()
                nodes.append(.element(.plain("text:tab")))
            default: plain.append(character)
            }
            afterBlank = character == " " || character == "\t"
        }
        flush()
        return nodes
    }
}
