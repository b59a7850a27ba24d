internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

extension Dialect {
    /// WordprocessingML, transitional and strict.
    static let word = Dialect(
        format: .docx,
        roles: Dictionary(
            uniqueKeysWithValues: WordNames.namespaces.flatMap { named(in: $0, wordRoles) }
                + WordNames.mathNamespaces.flatMap { named(in: $0, mathRoles) }
                + WordNames.drawingNamespaces.flatMap { named(in: $0, drawingRoles) }), textIsDirect: false,
        textStyle: { prefix in
            let w = prefix.isEmpty ? "" : prefix + ":"
            let text = "<\(w)t xml:space=\"preserve\">"
            return TextStyle(lineBreak: "</\(w)t><\(w)br/>\(text)", tab: "</\(w)t><\(w)tab/>\(text)")
        }, filler: { prefix in prefix.isEmpty ? "<p/>" : "<\(prefix):p/>" })

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
