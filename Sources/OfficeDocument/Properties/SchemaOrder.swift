internal import OfficePackage
internal import XMLTree

/// The order of child elements that the schemas ask for: one table for every writer and editor.
enum SchemaOrder {
    /// By the local name of the parent; what is not named in its list comes behind.
    private static let word: [String: [String: Int]] = [
        "pPr": [
            "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
            "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
            "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd",
            "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc",
            "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr",
            "sectPr", "pPrChange",
        ],
        "rPr": [
            "ins", "del", "moveFrom", "moveTo", "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps",
            "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss", "imprint", "noProof",
            "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position", "sz", "szCs",
            "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang",
            "eastAsianLayout", "specVanish", "oMath", "rPrChange",
        ], "pBdr": ["top", "left", "bottom", "right", "between", "bar"],
        "sectPr": [
            "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar",
            "paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote",
            "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings", "sectPrChange",
        ],
        "tblPr": [
            "tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize", "tblStyleColBandSize",
            "tblW", "jc", "tblCellSpacing", "tblInd", "tblBorders", "shd", "tblLayout", "tblCellMar",
            "tblLook", "tblCaption", "tblDescription", "tblPrChange",
        ], "tblBorders": ["top", "left", "start", "bottom", "right", "end", "insideH", "insideV"],
        "tblCellMar": ["top", "left", "start", "bottom", "right", "end"], "tr": ["tblPrEx", "trPr"],
        "trPr": [
            "cnfStyle", "divId", "gridBefore", "gridAfter", "wBefore", "wAfter", "cantSplit", "trHeight",
            "tblHeader", "tblCellSpacing", "jc", "hidden", "ins", "del", "trPrChange",
        ],
        "tcPr": [
            "cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar",
            "textDirection", "tcFitText", "vAlign", "hideMark", "headers", "cellIns", "cellDel", "cellMerge",
            "tcPrChange",
        ],
        "tcBorders": [
            "top", "left", "start", "bottom", "right", "end", "insideH", "insideV", "tl2br", "tr2bl",
        ], "tcMar": ["top", "left", "start", "bottom", "right", "end"], "p": ["pPr"], "r": ["rPr"],
    ].mapValues(places)

    private static let openDocument: [String: [String: Int]] = [
        "document-content": ["scripts", "font-face-decls", "automatic-styles", "body"],
        "document-styles": ["font-face-decls", "styles", "automatic-styles", "master-styles"],
        "style": [
            "table-properties", "table-column-properties", "table-row-properties", "table-cell-properties",
            "paragraph-properties", "text-properties", "map",
        ], "page-layout": ["page-layout-properties", "header-style", "footer-style"],
    ].mapValues(places)

    private static func places(of names: [String]) -> [String: Int] {
        Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    /// Where a new child of an element of WordprocessingML goes.
    static func place(ofWord local: String, in parent: Element) -> Int {
        let order = word[parent.name.local] ?? [:]
        let own = order[local] ?? 0
        let next = parent.children.firstIndex { node in
            guard case .element(let other) = node else { return false }
            guard let place = other.word.flatMap({ order[$0] }) else { return true }
            return place > own
        }
        return next ?? parent.children.count
    }

    /// Where a new child of an element of OpenDocument goes.
    static func place(ofOpenDocument local: String, in parent: Element) -> Int {
        let order = openDocument[parent.name.local] ?? [:]
        let own = order[local] ?? 0
        let next = parent.children.firstIndex { node in
            guard case .element(let other) = node else { return false }
            return (order[other.name.local] ?? .max) > own
        }
        return next ?? parent.children.count
    }

    /// The children of an element of WordprocessingML in their order; those of one name stay as they are.
    static func sorted(_ children: [Element], of parent: String) -> [Element] {
        guard let order = word[parent] else { return children }
        return children.enumerated().sorted { a, b in
            let (one, other) = (order[a.element.name.local] ?? .max, order[b.element.name.local] ?? .max)
            return one == other ? a.offset < b.offset : one < other
        }.map(\.element)
    }
}
