internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// Widths of a WordprocessingML part: cells by `w:tcW`, pages by the section the paragraph belongs to.
struct WordWidths: AvailableWidths {
    /// Text width of each section, and the number of the last paragraph it covers.
    private let sections: [(lastParagraph: Int, millimetres: Double)]
    /// The room in the text box that a paragraph stands in, and how many tables stand round the box.
    private var boxes: [Int: (millimetres: Double, tables: Int)] = [:]
    private var tables: [Table] = []

    private struct Table {
        let margins: Double
        var cell: Double?
    }

    init(of root: Element) {
        var sections: [(Int, Double)] = []
        var boxes: [Int: (Double, Int)] = [:]
        var paragraphs = 0
        func walk(_ element: Element, _ shape: Double?, _ box: Double?, _ tables: Int) {
            if element.name.local == "p" {
                paragraphs += 1
                boxes[paragraphs] = box.map { ($0, tables) }
            }
            let isBox = element.isWord("txbxContent")
            if element.name.local == "sectPr", let width = element.textWidth {
                sections.append((paragraphs, width))
            }
            let shape = element.shapeWidth ?? shape
            let (inner, depth) = (isBox ? shape : box, tables + (element.isWord("tbl") ? 1 : 0))
            for child in element.elements { walk(child, shape, inner, depth) }
        }
        walk(root, nil, nil, 0)
        self.sections = sections
        self.boxes = boxes
    }

    mutating func enter(_ element: Element) {}

    mutating func pass(_ settings: Element) {
        guard settings.name.local == "tblPr", let table = tables.popLast() else { return }
        let margins = settings.child("tblCellMar")
        let sides = margins?.elements.filter { ["left", "right", "start", "end"].contains($0.name.local) }
        let total = sides.map { $0.reduce(0) { $0 + ($1.measure("w") ?? 0) } }
        tables.append(Table(margins: total ?? table.margins, cell: table.cell))
    }

    /// Word's own tables have 0.19 cm on both sides of a cell.
    mutating func enterTable(_ table: Element) { tables.append(Table(margins: 216, cell: nil)) }
    mutating func leaveTable() { tables.removeLast() }

    mutating func enterCell(_ cell: Element, column: Int) {
        guard !tables.isEmpty else { return }
        let properties = cell.child("tcPr")
        let width = properties?.child("tcW")
        tables[tables.count - 1].cell = width.flatMap { $0.measure("w") }
    }

    func available(atParagraph number: Int) -> Double? {
        if let box = boxes[number], tables.count <= box.tables { return box.millimetres }
        if let table = tables.last { return table.cell.map { max(0, $0 - table.margins) * 25.4 / 1440 } }
        return (sections.first { $0.lastParagraph >= number } ?? sections.last)?.millimetres
    }

    var automaticStyles: [Element] { [] }
}

extension Element {
    /// A measure of WordprocessingML in twips.
    fileprivate func measure(_ local: String) -> Double? { value(local)?.writtenMeasure }

    /// The room for text in a shape, in millimetres: of a drawing, or of a shape of the older kind.
    fileprivate var shapeWidth: Double? {
        var width: Double?
        if name.local == "inline" || name.local == "anchor" {
            let extent = child("extent")
            width = extent?.measure("cx").map { $0 / 36000 }
        } else if name.namespace == WordNames.vectorDrawing, let style = attribute("style") {
            let settings = style.split(separator: ";").map {
                $0.split(separator: ":").map { String($0).trimmingBlanks }
            }
            width = settings.first { $0.first == "width" }?.last.flatMap(DocumentTemplates.millimetres)
        }
        // What Word leaves on both sides unless told otherwise.
        return width.map { max(0, $0 - 2 * 2.54) }
    }

    /// The width between the margins, in millimetres.
    fileprivate var textWidth: Double? {
        guard let page = child("pgSz"), let width = page.measure("w") else { return nil }
        guard let margins = child("pgMar") else { return (width - 2 * wordMargin) * 25.4 / 1440 }
        guard let left = margins.measure("left"), let right = margins.measure("right") else { return nil }
        return (width - left - right) * 25.4 / 1440
    }
}

/// What Word leaves at each side of a page that says nothing of it, in twentieths of a point.
private let wordMargin = 1440.0

extension TemplateElement {
    /// Gives a `w:p` computed left and right indents.
    mutating func setIndents(_ width: ParagraphWidth) {
        let head = self.head
        var indent = TemplateElement(head: head.wordElement("ind"), role: nil)
        indent.computed = ["left", "right"].map {
            .init(
                name: head.wordName($0),
                value: .inset(tag: width.tag, Inset(availableMillimetres: width.available, unit: .twips)))
        }
        var properties = TemplateElement(head: head.wordElement("pPr"), role: .properties)
        if case .plain(.element(let known)) = children.first, known.name.local == "pPr" {
            children.removeFirst()
            properties.head = known.withoutChildren
            properties.children = known.elements.filter { $0.name.local != "ind" }.map {
                .plain(.element($0))
            }
        }
        let place = properties.children.firstIndex { node in
            guard case .plain(.element(let element)) = node else { return false }
            return afterIndent.contains(element.name.local)
        }
        properties.children.insert(.element(indent), at: place ?? properties.children.count)
        children.insert(.element(properties), at: 0)
    }
}

/// What follows `w:ind` in `CT_PPr`.
private let afterIndent: Set<String> = [
    "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment",
    "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
]
