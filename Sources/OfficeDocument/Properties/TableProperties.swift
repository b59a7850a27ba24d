internal import OfficePackage
internal import XMLTree

/// How a row of a table is set; a property left nil is inherited.
struct RowFormat: Formatting {
    /// At least.
    var height: Length?
    /// Whether it stays on one page.
    var staysWhole: Bool?
    /// Whether it is repeated at the top of each page the table reaches.
    var isHeader: Bool?

    static let wordElement = "trPr"
    static let openDocumentElement = "table-row-properties"

    static let properties = FormatTable<RowFormat>([
        .init(\.height, word: .rowHeight, openDocument: .rowHeight),
        .init(
            \.staysWhole, initial: false, word: .onOff("cantSplit"),
            openDocument: .onOff("fo:keep-together", "always", "auto")),
        // OpenDocument puts such rows in an element of their own.
        .init(\.isHeader, initial: false, word: .onOff("tblHeader")),
    ])
}

/// How a cell of a table is set; a property left nil is inherited.
struct CellFormat: Formatting {
    var verticalAlignment: Table.Cell.VerticalAlignment?
    /// The empty strips between its edges and its text.
    var leftMargin: Length?
    var rightMargin: Length?
    var topMargin: Length?
    var bottomMargin: Length?
    var topBorder: Border?
    var bottomBorder: Border?
    var leftBorder: Border?
    var rightBorder: Border?
    var background: Colour?

    static let wordElement = "tcPr"
    static let openDocumentElement = "table-cell-properties"

    static let properties = FormatTable<CellFormat>([
        .init(\.verticalAlignment, initial: .top, word: .verticalAlignment, openDocument: .verticalAlignment),
        .init(
            \.leftMargin, word: .cellMargin("left", alsoRead: ["start"]),
            openDocument: .length("fo:padding-left", shorthand: "fo:padding")),
        .init(
            \.rightMargin, word: .cellMargin("right", alsoRead: ["end"]),
            openDocument: .length("fo:padding-right", shorthand: "fo:padding")),
        .init(
            \.topMargin, word: .cellMargin("top"),
            openDocument: .length("fo:padding-top", shorthand: "fo:padding")),
        .init(
            \.bottomMargin, word: .cellMargin("bottom"),
            openDocument: .length("fo:padding-bottom", shorthand: "fo:padding")),
        .init(\.topBorder, word: .cellBorder("top"), openDocument: .border("fo:border-top")),
        .init(\.bottomBorder, word: .cellBorder("bottom"), openDocument: .border("fo:border-bottom")),
        .init(
            \.leftBorder, word: .cellBorder("left", alsoRead: ["start"]),
            openDocument: .border("fo:border-left")),
        .init(
            \.rightBorder, word: .cellBorder("right", alsoRead: ["end"]),
            openDocument: .border("fo:border-right")),
        .init(\.background, initial: .automatic, word: .shading(), openDocument: .background),
    ])

    /// The children of `w:tcPr` and `w:tblPr` that draw lines around a cell.
    static let wordBorders: Set<String> = ["tcBorders", "tblBorders"]
    /// The child of `w:tblPr` that sets the margins of all cells.
    static let wordTableMargins: Set<String> = ["tblCellMar"]

    var margins: Edges<Length?> {
        Edges(top: topMargin, bottom: bottomMargin, left: leftMargin, right: rightMargin)
    }

    /// The lines that are drawn.
    var borders: Edges<Border?> {
        Edges(top: topBorder, bottom: bottomBorder, left: leftBorder, right: rightBorder).map { $0?.drawn }
    }

    init() {}

    /// What a cell says of itself.
    init(_ cell: Table.Cell) {
        verticalAlignment = cell.verticalAlignment
        guard let borders = cell.borders else { return }
        topBorder = borders.top ?? Border.none
        bottomBorder = borders.bottom ?? Border.none
        leftBorder = borders.left ?? Border.none
        rightBorder = borders.right ?? Border.none
    }

    init(_ padding: Table.Padding) {
        (leftMargin, rightMargin) = (padding.sides, padding.sides)
        (topMargin, bottomMargin) = (padding.aboveAndBelow, padding.aboveAndBelow)
    }
}

extension WordCodec<Length> {
    fileprivate static var rowHeight: Self {
        Self(
            "trHeight", read: { element, _, _ in element.value.flatMap(Measure.twips) },
            write: { height, element in
                element.setValue(String(height.twips))
                element.set(element.wordName("hRule"), to: "atLeast")
            })
    }

    /// A child of `w:tcMar`, or of `w:tblCellMar` for all cells of a table.
    fileprivate static func cellMargin(_ edge: String, alsoRead: [String] = []) -> Self {
        Self(
            "tcMar", alsoRead: ["tblCellMar"],
            read: { element, _, _ in
                ([edge] + alsoRead).lazy.compactMap(element.word).first.flatMap(WordReader.width)
            },
            write: { margin, element in
                for name in alsoRead { element.removeChild(name) }
                element.changeChild(edge) {
                    $0.set($0.wordName("w"), to: String(margin.twips))
                    $0.set($0.wordName("type"), to: "dxa")
                }
            })
    }
}

extension OpenDocumentCodec<Length> {
    /// A height that is fixed goes before the least one.
    fileprivate static var rowHeight: Self {
        let (height, leastHeight) = ("style:row-height", "style:min-row-height")
        return Self(
            [height, leastHeight],
            read: { statement, _ in
                let isLeast = statement.attribute?.local == "min-row-height"
                if isLeast, statement.properties.style("row-height") != nil { return nil }
                return Measure.length(statement.value)
            },
            write: { value, properties in
                properties.remove([height])
                properties.set(leastHeight, to: OpenDocumentFormatting.length(value))
            })
    }
}

extension WordCodec<Border> {
    fileprivate static func cellBorder(_ edge: String, alsoRead: [String] = []) -> Self {
        .border(edge, of: "tcBorders", alsoRead: alsoRead, ofAll: "tblBorders")
    }
}

extension WordCodec<Table.Cell.VerticalAlignment> {
    fileprivate static var verticalAlignment: Self {
        .value(
            "vAlign", read: { $0 == "center" ? .middle : $0 == "bottom" ? .bottom : .top },
            write: { alignment in
                switch alignment {
                case .top: "top"
                case .middle: "center"
                case .bottom: "bottom"
                }
            })
    }
}

extension OpenDocumentCodec<Table.Cell.VerticalAlignment> {
    fileprivate static var verticalAlignment: Self {
        .attribute(
            "style:vertical-align", read: { $0 == "middle" ? .middle : $0 == "bottom" ? .bottom : .top },
            write: { alignment in
                switch alignment {
                case .top: "top"
                case .middle: "middle"
                case .bottom: "bottom"
                }
            })
    }
}
