internal import OfficePackage
internal import XMLTree

/// What a table's style and properties say about its cells.
struct TableDesign {
    let styleID: String?
    let margins: Edges<Length?>
    private let look: Set<String>
    private let wholeText: (paragraph: ParagraphLayer, character: CharacterLayer)
    private let conditional: [String: Part]
    /// The properties with borders, the weakest first.
    private let borderSources: [Element]

    private struct Part {
        let paragraph: ParagraphLayer
        let character: CharacterLayer
        let borders: [Element]
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
        var margins = Edges<Length?>(nil)
        // What the standard gives to tables that say nothing: 115 twips at the sides (17.4.42, 17.4.34).
        (margins.left, margins.right, margins.top, margins.bottom) = (.twips(115), .twips(115), .zero, .zero)
        var paragraph = ParagraphLayer()
        var character = CharacterLayer()
        var parts: [String: Part] = [:]
        var sources: [Element] = []
        for id in styles.chain(of: styleID) {
            guard let element = styles.style(id)?.element else { continue }
            paragraph.cover(with: ParagraphLayer(element.word("pPr"), theme: theme))
            character.cover(with: CharacterLayer(element.word("rPr"), theme: theme))
            margins = margins.overlaid(by: element.word("tblPr")?.word("tblCellMar"))
            if let borders = element.word("tblPr")?.word("tblBorders") { sources.append(borders) }
            for case .element(let child) in element.children where child.isWord("tblStylePr") {
                guard let kind = child.wordAttribute("type") else { continue }
                var own =
                    parts[kind].map { ($0.paragraph, $0.character) } ?? (ParagraphLayer(), CharacterLayer())
                own.0.cover(with: ParagraphLayer(child.word("pPr"), theme: theme))
                own.1.cover(with: CharacterLayer(child.word("rPr"), theme: theme))
                let borders = [
                    child.word("tblPr")?.word("tblBorders"), child.word("tcPr")?.word("tcBorders"),
                ]
                parts[kind] = Part(
                    paragraph: own.0, character: own.1,
                    borders: (parts[kind]?.borders ?? []) + borders.compactMap { $0 })
            }
        }
        if let borders = properties?.word("tblBorders") { sources.append(borders) }
        self.margins = margins.overlaid(by: properties?.word("tblCellMar"))
        wholeText = (paragraph, character)
        conditional = parts
        borderSources = sources
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
        var (paragraph, character) = wholeText
        for condition in conditions {
            guard let part = conditional[condition] else { continue }
            paragraph.cover(with: part.paragraph)
            character.cover(with: part.character)
        }
        return WordTableStyle(
            key: conditions.isEmpty ? styleID : styleID + "|" + conditions.joined(separator: "|"),
            paragraph: paragraph, character: character)
    }

    func borders(at place: CellPlace, conditions: [String], direct: Element?, theme: WordTheme) -> Edges<
        RuledLine?
    > {
        var edges = Edges<RuledLine?>(nil)
        func lay(
            _ names: [String], from element: Element, on edge: WritableKeyPath<Edges<RuledLine?>, RuledLine?>
        ) {
            for name in names {
                guard let border = element.word(name) else { continue }
                edges[keyPath: edge] = ParagraphLayer.edge(border, theme: theme).rule
                return
            }
        }
        for source in borderSources {
            lay([place.row.index == 0 ? "top" : "insideH"], from: source, on: \.top)
            lay([place.isLastRow ? "bottom" : "insideH"], from: source, on: \.bottom)
            lay(place.column == 0 ? ["left", "start"] : ["insideV"], from: source, on: \.left)
            lay(place.isLastColumn ? ["right", "end"] : ["insideV"], from: source, on: \.right)
        }
        let ofCell = conditions.flatMap { conditional[$0]?.borders ?? [] } + (direct.map { [$0] } ?? [])
        for source in ofCell {
            lay(["top"], from: source, on: \.top)
            lay(["bottom"], from: source, on: \.bottom)
            lay(["left", "start"], from: source, on: \.left)
            lay(["right", "end"], from: source, on: \.right)
        }
        return edges
    }
}
