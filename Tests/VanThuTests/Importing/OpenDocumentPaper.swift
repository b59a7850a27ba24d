import Container

/// OpenDocument files written by hand.
enum OpenDocumentPaper {
    private static let names = ["office", "text", "style", "table"].map {
        "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
    }.joined(separator: " ")

    private static func file(_ kind: String, _ content: String) throws -> [UInt8] {
        let type = "application/vnd.oasis.opendocument.\(kind)"
        let manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
        var writer = ArchiveWriter()
        writer.add("mimetype", bytes: Array(type.utf8), compression: .stored)
        writer.add(
            "META-INF/manifest.xml",
            bytes: Array(
                "<manifest:manifest xmlns:manifest=\"\(manifest)\"><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"\(type)\"/><manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>"
                    .utf8))
        writer.add(
            "content.xml",
            bytes: Array(
                "<office:document-content \(names) office:version=\"1.3\">\(content)</office:document-content>"
                    .utf8))
        return try writer.bytes()
    }

    /// A text whose numbered lists have the style `L1`.
    static func text(_ body: String, styles: String = "") throws -> [UInt8] {
        try file(
            "text",
            "<office:automatic-styles>\(styles)<text:list-style style:name=\"L1\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\"/></text:list-style></office:automatic-styles><office:body><office:text>\(body)</office:text></office:body>"
        )
    }

    /// A workbook of one sheet.
    static func workbook(_ rows: [[String]]) throws -> [UInt8] {
        let lines = rows.map { row in
            let cells = row.map { cell in
                "<table:table-cell office:value-type=\"string\"><text:p>\(cell)</text:p></table:table-cell>"
            }
            return "<table:table-row>\(cells.joined())</table:table-row>"
        }
        return try file(
            "spreadsheet",
            "<office:body><office:spreadsheet><table:table table:name=\"Trang1\">\(lines.joined())</table:table></office:spreadsheet></office:body>"
        )
    }
}
