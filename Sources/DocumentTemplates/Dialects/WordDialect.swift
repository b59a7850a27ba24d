internal import TemplateLanguage
internal import XMLTree

extension Dialect {
    /// WordprocessingML, transitional and strict.
    static let word = Dialect(
        format: .docx,
        roles: Dictionary(
            uniqueKeysWithValues: WordNames.namespaces.flatMap { namespace in
                wordRoles.flatMap { role, names in
                    names.map { (QualifiedName(namespace: namespace, local: $0), role) }
                }
            }
        ),
        textIsDirect: false,
        textStyle: { prefix in
            let w = prefix.isEmpty ? "" : prefix + ":"
            let text = "<\(w)t xml:space=\"preserve\">"
            return TextStyle(
                lineBreak: "</\(w)t><\(w)br/>\(text)",
                tab: "</\(w)t><\(w)tab/>\(text)"
            )
        },
        filler: { prefix in prefix.isEmpty ? "<p/>" : "<\(prefix):p/>" }
    )

    private static let wordRoles: [(Role, [String])] = [
        (.paragraph, ["p"]),
        (.span, ["r", "hyperlink", "ins", "smartTag", "moveTo"]),
        (.text, ["t"]),
        (.table, ["tbl"]),
        (.row, ["tr"]),
        (.cell, ["tc"]),
        (.container, ["hdr", "ftr", "txbxContent", "footnote", "endnote", "comment"]),
        (
            .properties,
            ["pPr", "rPr", "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr"]
        ),
        (.character(" "), ["br", "cr", "tab", "ptab"]),
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

/// The namespaces of WordprocessingML.
enum WordNames {
    static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    static let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    static let namespaces = [main, strict]
    /// Word 2010's, which numbers paragraphs.
    static let paragraphs = "http://schemas.microsoft.com/office/word/2010/wordml"
}
