internal import Container
internal import Diagnostics
internal import Values

/// Packages whose main part is made of what the fuzzer thinks of, so that it need not find out about zip.
enum FuzzPackage {
    /// Data of every kind for templates.
    static let data: Value = {
        let text = """
            {"a": "chữ", "b": 12.5, "c": true, "d": null, "e": [1, 2, 3], "f": [{"a": "x", "b": 1}, {"a": "y", "b": 2, "e": [{"a": "z"}]}],
             "g": {"a": {"a": "sâu"}}, "h": "2026-03-15", "i": "<p>a<b>b</b></p>", "j": "*a*\\n\\n- b", "k": []}
            """
        guard let data = try? Value(json: Array(text.utf8), file: "data") else {
            preconditionFailure("the data are JSON")
        }
        return data
    }()

    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

    static func word(document: [UInt8]) throws(Failure) -> [UInt8] {
        try package(
            [("word/document.xml", document)],
            main: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")
    }

    /// The bytes stand in a paragraph between two others, as text, so that tags are what is tried.
    static func word(paragraph: [UInt8]) throws(Failure) -> [UInt8] {
        let text = String(decoding: paragraph, as: UTF8.self).unicodeScalars.reduce(into: "") {
            text, scalar in
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case "\n": text += "</w:t></w:r></w:p><w:p><w:r><w:t>"
            case " "...: text.unicodeScalars.append(scalar)
            default: break
            }
        }
        return try word(
            document: Array(
                "<w:document xmlns:w=\"\(word)\"><w:body><w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:body></w:document>"
                    .utf8))
    }

    static func workbook(sheet: [UInt8]) throws(Failure) -> [UInt8] {
        let space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let workbook =
            "<workbook xmlns=\"\(space)\" xmlns:r=\"\(office)\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
        let relations =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"\(office)/worksheet\" Target=\"sheet1.xml\"/></Relationships>"
        return try package(
            [
                ("xl/workbook.xml", Array(workbook.utf8)),
                ("xl/_rels/workbook.xml.rels", Array(relations.utf8)), ("xl/sheet1.xml", sheet),
            ], main: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")
    }

    static func openDocument(content: [UInt8], type: String) throws(Failure) -> [UInt8] {
        let media = "application/vnd.oasis.opendocument.\(type)"
        let space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
        let manifest =
            "<manifest:manifest xmlns:manifest=\"\(space)\" manifest:version=\"1.3\"><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"\(media)\"/><manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>"
        var writer = ArchiveWriter()
        writer.add("mimetype", bytes: Array(media.utf8), compression: .stored)
        writer.add("META-INF/manifest.xml", bytes: Array(manifest.utf8), compression: .stored)
        writer.add("content.xml", bytes: content, compression: .stored)
        return try writer.bytes()
    }

    private static func package(_ parts: [(String, [UInt8])], main: String) throws(Failure) -> [UInt8] {
        let types =
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/\(parts[0].0)\" ContentType=\"\(main)\"/></Types>"
        let relations =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"\(office)/officeDocument\" Target=\"\(parts[0].0)\"/></Relationships>"
        var writer = ArchiveWriter()
        writer.add("[Content_Types].xml", bytes: Array(types.utf8), compression: .stored)
        writer.add("_rels/.rels", bytes: Array(relations.utf8), compression: .stored)
        for (name, bytes) in parts { writer.add(name, bytes: bytes, compression: .stored) }
        return try writer.bytes()
    }
}
