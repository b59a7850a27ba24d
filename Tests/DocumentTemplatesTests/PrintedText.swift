/// The printed text of a document's body: a pilcrow ends each paragraph, a bar each cell, a slash each row.
enum PrintedText {
    static func of(_ body: String) -> String {
        var text = body
        for (tag, mark) in marks { text = text.replacing(tag, with: mark) }
        var plain = ""
        var isInTag = false
        for character in text {
            if character == "<" { isInTag = true }
            if !isInTag { plain.append(character) }
            if character == ">" { isInTag = false }
        }
        return plain
    }

    private static let marks = [
        ("</w:p>", "¶"), ("</text:p>", "¶"), ("<text:p/>", "∅"), ("</w:tc>", "|"),
        ("</table:table-cell>", "|"), ("</w:tr>", "/"), ("</table:table-row>", "/"), ("<w:br/>", "⏎"),
        ("<text:line-break/>", "⏎"), ("<w:tab/>", "→"), ("<text:tab/>", "→"), ("<text:s/>", "·"),
        ("<w:p/>", "∅"), ("<w:tbl>", "["), ("</w:tbl>", "]"), ("<table:table>", "["), ("</table:table>", "]"),
    ]
}
