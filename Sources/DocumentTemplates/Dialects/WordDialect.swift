internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

extension Dialect {
    /// WordprocessingML, transitional and strict.
    static let word: Dialect = Dialect(
        roles: Dictionary(
            uniqueKeysWithValues: WordNames.namespaces.flatMap { named(in: $0, wordRoles) }
                + WordNames.mathNamespaces.flatMap { named(in: $0, mathRoles) }
                + WordNames.drawingNamespaces.flatMap { named(in: $0, drawingRoles) }), textIsDirect: false,
        textStyle: { prefix in
            let w = prefix.isEmpty ? "" : prefix + ":"
            let text = "<\(w)t xml:space=\"preserve\">"
            return TextStyle(lineBreak: "</\(w)t><\(w)br/>\(text)", tab: "</\(w)t><\(w)tab/>\(text)")
        }, elementsWithoutInsertions: ["r", "t"],
        attributeText: { attribute, element in
            if attribute.local == "instr", element.isWord("fldSimple") {
                return element.value("instr")?.isHyperlinkCode ?? false ? .address : nil
            }
            return wordTexts[element.name.local]?.contains(attribute.local) ?? false ? .words : nil
        },
        alternativeText: { element in
            guard element.name.local == "drawing" else { return nil }
            let properties = element.elements.first?.child("docPr")
            return properties?.attribute("descr") ?? properties?.attribute("title")
        }, filler: { prefix in prefix.isEmpty ? "<p/>" : "<\(prefix):p/>" },
        isFilled: { $0.role == .cell || $0.role == .container || $0.isBlockContent }, tableEndsNoCell: true,
        identifiers: .word, numbering: .word, tables: .word, widths: .word, nativeFields: .word,
        insertions: .word, packaging: .word)

    /// Alternative texts, tips, and the letters of WordArt and watermarks, by their element.
    private static let wordTexts: [String: Set<String>] = [
        "docPr": ["descr", "title"], "cNvPr": ["descr", "title"], "hyperlink": ["tooltip"],
        "shape": ["alt", "title"], "textpath": ["string"],
    ]

    private static func named(in namespace: String, _ roles: [(Role, [String])]) -> [(QualifiedName, Role)] {
        roles.flatMap { role, names in names.map { (QualifiedName(namespace: namespace, local: $0), role) } }
    }

    /// Formulas.
    private static let mathRoles: [(Role, [String])] = [
        (.span, ["r"]), (.text, ["t"]), (.properties, ["rPr", "ctrlPr"]),
    ]

    /// Texts of charts and diagrams.
    private static let drawingRoles: [(Role, [String])] = [
        (.paragraph, ["p"]), (.span, ["r"]), (.text, ["t"]),
        (.properties, ["pPr", "rPr", "endParaRPr", "bodyPr", "lstStyle"]),
    ]

    private static let wordRoles: [(Role, [String])] = [
        (.paragraph, ["p"]), (.span, ["r", "hyperlink", "ins", "smartTag", "moveTo"]), (.text, ["t"]),
        (.table, ["tbl"]), (.row, ["tr"]), (.cell, ["tc"]),
        (.container, ["hdr", "ftr", "txbxContent", "footnote", "endnote", "comment"]),
        (
            .properties,
            ["pPr", "rPr", "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr"]
        ),
        // What was deleted or moved away stays as it is.
        (.properties, ["del", "moveFrom"]), (.character(" "), ["br", "cr", "tab", "ptab"]),
        (.character("-"), ["noBreakHyphen", "softHyphen"]),
        (
            .mark,
            [
                "proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "permStart", "permEnd",
                "commentRangeStart", "commentRangeEnd",
            ]
        ),
    ]
}

extension TemplateElement {
    /// Whether it is what a content control, or another element round paragraphs, holds.
    fileprivate var isBlockContent: Bool {
        ["sdtContent", "customXml", "Choice", "Fallback"].contains(head.name.local)
            && children.contains { node in
                if case .element(let element) = node {
                    element.role == .paragraph || element.role == .table
                } else {
                    node.head?.name.local == "p"
                }
            }
    }
}
