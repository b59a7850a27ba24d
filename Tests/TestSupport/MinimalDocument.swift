internal import Container
internal import Diagnostics
internal import XMLTree

/// The smallest DOCX with one paragraph of that text.
public func minimalDocument(_ text: String) throws -> [UInt8] {
    let types = "http://schemas.openxmlformats.org/package/2006/content-types"
    let relationships = "http://schemas.openxmlformats.org/package/2006/relationships"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    let main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    let parts = [
        (
            "[Content_Types].xml",
            "<Types xmlns=\"\(types)\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/word/document.xml\" ContentType=\"\(main)\"/></Types>"
        ),
        (
            "_rels/.rels",
            "<Relationships xmlns=\"\(relationships)\">"
                + "<Relationship Id=\"rId1\" Type=\"\(office)\" Target=\"word/document.xml\"/></Relationships>"
        ),
        (
            "word/document.xml",
            "<w:document xmlns:w=\"\(word)\"><w:body><w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:body></w:document>"
        ),
    ]
    var writer = ArchiveWriter()
    for (name, contents) in parts { writer.add(name, bytes: Array(contents.utf8)) }
    return try writer.bytes()
}

/// The text of a document made from a minimal one.
public func bodyText(of file: String) throws -> String {
    let part = try Archive(opening: file).contents(of: "word/document.xml")
    return try Element(parsing: part, file: file).text
}
