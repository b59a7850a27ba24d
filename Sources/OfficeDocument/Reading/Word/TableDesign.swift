internal import OfficePackage
internal import XMLTree

/// What a table's style and properties say about its cells.
struct TableDesign {
    let styleID: String?
    /// What holds for every cell.
    let cell: CellFormat
    private let look: Set<String>
    private let wholeText: Part
    private let conditional: [String: Part]

    /// Properties for all cells, or for those of a condition; the weakest first.
    private struct Part {
        var paragraph: [Element] = []
        var character: [Element] = []
        /// Their `w:tblPr` and `w:tcPr`.
        var table: [Element] = []

        mutating func add(_ element: Element) {
            if let properties = element.word("pPr") { paragraph.append(properties) }
            if let properties = element.word("rPr") { character.append(properties) }
            if let properties = element.word("tblPr") { table.append(properties) }
        }
    }

    struct RowPlace {
        let index: Int
        let count: Int
        let columns: Int
    }

    struct CellPlace {
        let row: RowPlace
        let column: Int
        let span: Int

        var isLastColumn: Bool { column + span >= row.columns }
        var isLastRow: Bool { row.index == row.count - 1 }
    }

    init(_ properties: Element?, styles: inout WordStyleSheet, theme: WordTheme) {
        styleID = styles.known(properties?.word("tblStyle")?.value, kind: "table")
        look = Self.look(properties?.word("tblLook"))
        // What the standard gives to tables that say nothing: 115 twips at the sides (17.4.42, 17.4.34).
        var cell = CellFormat(Table.Padding(sides: .twips(115)))
        var whole = Part()
        var parts: [String: Part] = [:]
        for id in styles.chain(of: styleID) {
            guard let element = styles.style(id)?.element else { continue }
            whole.add(element)
            for case .element(let child) in element.children where child.isWord("tblStylePr") {
                guard let kind = child.wordAttribute("type") else { continue }
                parts[kind, default: Part()].add(child)
                if let cell = child.word("tcPr") { parts[kind, default: Part()].table.append(cell) }
            }
        }
        if let properties { whole.table.append(properties) }
        for properties in whole.table {
            cell.read(word: properties, theme: theme, only: CellFormat.wordTableMargins)
        }
        self.cell = cell
        wholeText = whole
        conditional = parts
    }

    /// Which conditional formats the table asks for.
    private static func look(_ element: Element?) -> Set<String> {
        guard let element else { return [] }
        var look: Set<String> = []
        let bits = element.value.flatMap { Int($0, radix: 16) } ?? 0
        let names = [
            ("firstRow", 0x20), ("lastRow", 0x40), ("firstColumn", 0x80), ("lastColumn", 0x100),
            ("noHBand", 0x200), ("noVBand", 0x400),
        ]
        for (name, bit) in names {
            if let flag = element.wordAttribute(name) {
                if flag == "1" || flag == "true" || flag == "on" { look.insert(name) }
            } else if bits & bit != 0 {
                look.insert(name)
            }
        }
        return look
    }

    /// The conditions that hold for a cell, the weakest first.
    func conditions(at place: CellPlace) -> [String] {
        guard !conditional.isEmpty else { return [] }
        var found: [String] = []
        let firstRow = look.contains("firstRow") && place.row.index == 0
        let lastRow = look.contains("lastRow") && place.isLastRow
        let firstColumn = look.contains("firstColumn") && place.column == 0
        let lastColumn = look.contains("lastColumn") && place.isLastColumn
        if !look.contains("noVBand"), !firstColumn, !lastColumn {
            let band = place.column - (look.contains("firstColumn") ? 1 : 0)
            found.append(band.isMultiple(of: 2) ? "band1Vert" : "band2Vert")
        }
        if !look.contains("noHBand"), !firstRow, !lastRow {
            let band = place.row.index - (look.contains("firstRow") ? 1 : 0)
            found.append(band.isMultiple(of: 2) ? "band1Horz" : "band2Horz")
        }
        if firstColumn { found.append("firstCol") }
        if lastColumn { found.append("lastCol") }
        if firstRow { found.append("firstRow") }
        if lastRow { found.append("lastRow") }
        return found.filter { conditional[$0] != nil }
    }

    func text(conditions: [String]) -> WordTableStyle? {
        guard let styleID else { return nil }
        let parts = [wholeText] + conditions.compactMap { conditional[$0] }
        return WordTableStyle(
            key: conditions.isEmpty ? styleID : styleID + "|" + conditions.joined(separator: "|"),
            paragraph: parts.flatMap(\.paragraph), character: parts.flatMap(\.character))
    }

    /// What holds for a cell that says nothing itself.
    func cell(at place: CellPlace, conditions: [String], theme: WordTheme) -> CellFormat {
        var format = cell
        func lay(_ names: [String], from borders: Element, on edge: WritableKeyPath<CellFormat, Border?>) {
            guard let border = names.lazy.compactMap(borders.word).first else { return }
            format[keyPath: edge] = Border(word: border, theme: theme)
        }
        for borders in wholeText.table.compactMap({ $0.word("tblBorders") }) {
            lay([place.row.index == 0 ? "top" : "insideH"], from: borders, on: \.topBorder)
            lay([place.isLastRow ? "bottom" : "insideH"], from: borders, on: \.bottomBorder)
            lay(place.column == 0 ? ["left", "start"] : ["insideV"], from: borders, on: \.leftBorder)
            lay(place.isLastColumn ? ["right", "end"] : ["insideV"], from: borders, on: \.rightBorder)
        }
        for properties in conditions.flatMap({ conditional[$0]?.table ?? [] }) {
            format.read(word: properties, theme: theme, only: CellFormat.wordBorders)
        }
        return format
    }
}
