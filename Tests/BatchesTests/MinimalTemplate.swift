import Container
import Diagnostics
import DocumentTemplates
import XMLTree

/// The smallest ODT with one paragraph of that text.
func minimalTemplate(_ text: String) throws -> [UInt8] {
    let office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    let words = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    let manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    let kind = "application/vnd.oasis.opendocument.text"
    var writer = ArchiveWriter()
    writer.add("mimetype", bytes: Array(kind.utf8), compression: .stored)
    writer.add(
        "META-INF/manifest.xml",
        bytes: Array(
            ("<manifest:manifest xmlns:manifest=\"\(manifest)\" manifest:version=\"1.3\">"
                + "<manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"\(kind)\"/>"
                + "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>")
                .utf8))
    writer.add(
        "content.xml",
        bytes: Array(
            ("<office:document-content xmlns:office=\"\(office)\" xmlns:text=\"\(words)\" office:version=\"1.3\"><office:body>"
                + "<office:text><text:p>\(text)</text:p></office:text></office:body></office:document-content>")
                .utf8))
    return try writer.bytes()
}

/// The text of a document made from a minimal template.
func bodyText(of bytes: [UInt8]) throws -> String {
    let part = try Archive(bytes: bytes, file: "x.odt").contents(of: "content.xml")
    return try Element(parsing: part, file: "x.odt").text
}
