internal import OfficePackage
internal import XMLTree

/// Writes rich text as WordprocessingML in the look of the paragraph it takes the place of.
struct WordRichText {
    private let base: WordSettings
    private let run: WordSettings
    let styles: StyleChoice
    private let width: Int?
    let part: String
    let generated: GeneratedParts
    let isInsideLink: Bool
    private let isInsideCell: Bool
    private(set) var elements: [Element] = []

    /// Where a block stands.
    private struct Place {
        /// Twentieths of a point from the left.
        var indent = 0
        var list: (number: Int, level: Int)?
        var listDepth = 0
        var isQuoted = false
        var alignment: String?
        var isCell = false
    }

    init(at site: InsertionSite) {
        let context = site.context
        let settings = context.surroundings.paragraph?.child("pPr")
        base = .paragraph(settings?.elements ?? [])
        let formatting = context.surroundings.formatting.first { $0.name.local == "rPr" }
        run = .run(formatting?.elements ?? [])
        width = context.surroundings.availableMillimetres.map { Int(($0 * 1440 / 25.4).rounded()) }
        isInsideLink = context.ancestors.contains { $0.local == "hyperlink" }
        isInsideCell = context.ancestors.contains { $0.local == "tc" }
        part = site.part
        styles = site.styles
        generated = site.generated
    }

    /// The runs of one line.
    mutating func writeInline(_ inlines: [RichInline]) { elements += runs(inlines, in: run) }

    /// Whole paragraphs and tables; nothing at all is an empty paragraph.
    mutating func write(_ blocks: [RichBlock]) {
        for (number, block) in blocks.enumerated() {
            write(block, Place())
            if case .table(let table) = block {
                let next = number + 1 < blocks.count ? blocks[number + 1] : nil
                if !table.isTight || next.map(\.isTable) ?? isInsideCell { separateTable() }
            }
        }
        if elements.isEmpty { elements.append(paragraph([], base)) }
        keepBreakAtStart()
    }

    private mutating func write(_ block: RichBlock, _ place: Place) {
        switch block {
        case .paragraph(let inlines): write(inlines, use: place.isQuoted ? .quote : nil, place)
        case .heading(let level, let inlines): heading(level, inlines, place)
        case .aligned(let alignment, let inlines):
            var own = place
            own.alignment = alignment == .center ? "center" : "right"
            write(inlines, use: nil, own)
        case .list(let start, let format, let items): list(start, format, items, place)
        case .table(let table):
            write(table)
            if place.listDepth > 0 || place.isQuoted { separateTable() }
        case .styled(let paragraph): write(paragraph, place)
        case .picture: break
        case .drawing(let drawing):
            var settings = base
            settings.set("ind", ["left": "0", "firstLine": "0"])
            settings.set("jc", ["val": "center"])
            elements.append(self.paragraph([drawing], settings))
        case .quote(let blocks):
            var inner = place
            if styles.paragraph(.quote) == nil { inner.indent += 567 }
            inner.isQuoted = true
            for block in blocks { write(block, inner) }
        case .code(let words): code(words, place)
        case .thematicBreak:
            var settings = base
            settings.remove("keepNext", "numPr")
            settings.set(
                "pBdr", [:], [.word("bottom", ["val": "single", "sz": "4", "space": "1", "color": "auto"])])
            elements.append(paragraph([], settings))
        }
    }

    private mutating func write(_ paragraph: RichParagraph, _ place: Place) {
        if let style = styles.paragraph(called: paragraph.styles) {
            var settings = WordSettings.paragraph([])
            settings.set("pStyle", ["val": style])
            elements.append(self.paragraph(runs(paragraph.inlines, in: .run([])), settings))
        } else if paragraph.isRoom {
            return
        } else if let level = paragraph.level {
            heading(level, paragraph.inlines, place)
        } else {
            write(paragraph.inlines, use: nil, place)
        }
    }

    private mutating func write(_ inlines: [RichInline], use: StyleChoice.Use?, _ place: Place) {
        var settings = base
        if let style = use.flatMap(styles.paragraph) { settings.set("pStyle", ["val": style]) }
        settle(&settings, place)
        elements.append(paragraph(runs(inlines, in: run), settings))
    }

    /// Indents, number and alignment of a paragraph in its place.
    private func settle(_ settings: inout WordSettings, _ place: Place) {
        if let list = place.list {
            settings.remove("ind")
            settings.set(
                "numPr", [:],
                [.word("ilvl", ["val": "\(list.level)"]), .word("numId", ["val": "\(list.number)"])])
        } else if place.indent > 0 || place.isCell || place.alignment != nil {
            settings.set("ind", ["left": "\(place.indent)", "firstLine": "0"])
        }
        if let alignment = place.alignment { settings.set("jc", ["val": alignment]) }
    }

    private mutating func heading(_ level: Int, _ inlines: [RichInline], _ place: Place) {
        if let style = styles.paragraph(.heading(level)), place.list == nil {
            var settings = WordSettings.paragraph([])
            settings.set("pStyle", ["val": style])
            elements.append(paragraph(runs(inlines, in: .run([])), settings))
        } else {
            var settings = base
            settings.set("keepNext")
            settle(&settings, place)
            elements.append(paragraph(runs([.strong(inlines)], in: run), settings))
        }
    }

    private mutating func list(
        _ start: Int?, _ format: RichNumbering?, _ items: [[RichBlock]], _ place: Place
    ) {
        let level = min(place.listDepth, WordLists.levelCount - 1)
        let number = generated.list(start: start, format: format, level: level)
        for item in items {
            var inner = place
            inner.listDepth += 1
            inner.list = nil
            inner.indent = WordLists.indent(ofLevel: level)
            var first = inner
            first.list = (number, level)
            if case .paragraph? = item.first {
            } else if case .heading? = item.first {
            } else {
                // The number needs a paragraph to stand in.
                write([], use: start == nil ? .bullets : .numbers, first)
            }
            for (place, block) in item.enumerated() {
                if place == 0, case .paragraph(let inlines) = block {
                    write(inlines, use: start == nil ? .bullets : .numbers, first)
                } else {
                    write(block, place == 0 && block.isHeading ? first : inner)
                }
            }
        }
    }

    private mutating func code(_ words: String, _ place: Place) {
        var settings = base
        if let style = styles.paragraph(.code) { settings.set("pStyle", ["val": style]) }
        settings.set("jc", ["val": "left"])
        var inner = place
        inner.isCell = true
        settle(&settings, inner)
        var inlines: [RichInline] = []
        for line in words.split(separator: "\n", omittingEmptySubsequences: false) {
            if !inlines.isEmpty { inlines.append(.lineBreak) }
            inlines.append(.code(String(line)))
        }
        elements.append(paragraph(runs(inlines, in: run), settings))
    }

    private mutating func write(_ table: RichTable) {
        let total = width ?? 9000
        let widths = table.widths(in: Double(total) * 25.4 / 1440).map { Int($0 * 1440 / 25.4) }
        let border: KeyValuePairs = ["val": "single", "sz": "4", "space": "0", "color": "auto"]
        var settings: [Element] = []
        if let style = styles.table { settings.append(.word("tblStyle", ["val": style])) }
        settings.append(
            width == nil
                ? .word("tblW", ["w": "5000", "type": "pct"])
                : .word("tblW", ["w": "\(total)", "type": "dxa"]))
        settings.append(
            .word(
                "tblBorders", [:],
                ["top", "left", "bottom", "right", "insideH", "insideV"].map { .word($0, border) }))
        settings.append(
            .word("tblCellMar", [:], ["left", "right"].map { .word($0, ["w": "108", "type": "dxa"]) }))
        let grid = widths.map { Element.word("gridCol", ["w": "\($0)"]) }
        var rows: [Element] = []
        for (number, slots) in table.slots.enumerated() {
            let isHead = number < table.headCount
            var row = Element.word("tr", [:], isHead ? [.word("trPr", [:], [.word("tblHeader")])] : [])
            var column = 0
            for slot in slots {
                let span = slot.columnSpan
                let width = widths[min(column, widths.count)..<min(column + span, widths.count)].reduce(0, +)
                row.children.append(.element(cell(slot, width: width)))
                column += span
            }
            rows.append(row)
        }
        elements.append(
            .word("tbl", [:], [.word("tblPr", [:], settings), .word("tblGrid", [:], grid)] + rows))
    }

    /// Word wants a paragraph behind a table, and joins two tables that touch.
    private mutating func separateTable() {
        var behind = base
        behind.remove("numPr", "keepNext")
        elements.append(paragraph([], behind))
    }

    private func cell(_ slot: RichTable.Slot, width: Int) -> Element {
        var settings = [Element.word("tcW", ["w": "\(width)", "type": "dxa"])]
        if slot.columnSpan > 1 { settings.append(.word("gridSpan", ["val": "\(slot.columnSpan)"])) }
        var text = paragraph([], base)
        switch slot {
        case .cell(let cell):
            if cell.rowSpan > 1 { settings.append(.word("vMerge", ["val": "restart"])) }
            if !cell.styles.isEmpty { settings.append(.word("vAlign", ["val": "center"])) }
            text = paragraph(of: cell)
        case .covered:
            settings.append(.word("vMerge"))
            text = paragraph(of: RichTable.Cell())
        }
        return .word("tc", [:], [.word("tcPr", [:], settings), text])
    }

    private func paragraph(of cell: RichTable.Cell) -> Element {
        if let style = styles.paragraph(called: cell.styles) {
            var settings = WordSettings.paragraph([])
            settings.set("pStyle", ["val": style])
            return paragraph(runs(cell.inlines, in: .run([])), settings)
        }
        var place = Place()
        place.isCell = true
        place.alignment =
            switch cell.alignment {
            case .unset: cell.isHead ? "center" : "left"
            case .left: "left"
            case .center: "center"
            case .right: "right"
            }
        var settings = base
        settings.remove("numPr", "pageBreakBefore", "keepNext")
        settle(&settings, place)
        return paragraph(runs(cell.isHead ? [.strong(cell.inlines)] : cell.inlines, in: run), settings)
    }

    private func paragraph(_ runs: [Element], _ settings: WordSettings) -> Element {
        .word("p", [:], (settings.element.map { [$0] } ?? []) + runs)
    }

    /// A page break before belongs to the first paragraph only.
    private mutating func keepBreakAtStart() {
        for place in elements.indices.dropFirst() {
            guard case .element(var settings)? = elements[place].children.first, settings.name.local == "pPr"
            else { continue }
            settings.children = settings.elements.filter { $0.name.local != "pageBreakBefore" }.map {
                .element($0)
            }
            elements[place].children[0] = .element(settings)
        }
    }

}

extension RichBlock {
    fileprivate var isHeading: Bool { if case .heading = self { true } else { false } }
    fileprivate var isTable: Bool { if case .table = self { true } else { false } }
}

extension RichTable.Slot {
    /// How many columns it takes.
    var columnSpan: Int {
        switch self {
        case .cell(let cell): cell.columnSpan
        case .covered(let span): span
        }
    }
}
