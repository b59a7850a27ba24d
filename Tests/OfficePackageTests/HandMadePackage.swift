import Container
import Diagnostics

/// A package written by hand, so that what it says comes from the standards and not from our writers.
struct HandMadePackage {
    /// In the order of the archive.
    var entries: [(name: String, text: String)]

    func bytes() throws(Failure) -> [UInt8] {
        var writer = ArchiveWriter()
        for entry in entries { writer.add(entry.name, bytes: Array(entry.text.utf8), compression: .stored) }
        return try writer.bytes()
    }

    func archive(file: String = "thu") throws(Failure) -> Archive { try Archive(bytes: bytes(), file: file) }

    /// The package without an entry.
    func without(_ name: String) -> HandMadePackage {
        HandMadePackage(entries: entries.filter { $0.name != name })
    }

    /// The package with an entry in place of the one of that name, or behind all others.
    func with(_ name: String, _ text: String) -> HandMadePackage {
        var copy = self
        if let place = entries.firstIndex(where: { $0.name == name }) {
            copy.entries[place].text = text
        } else {
            copy.entries.append((name, text))
        }
        return copy
    }
}

/// Word packages.
extension HandMadePackage {
    static let package = "http://schemas.openxmlformats.org/package/2006"
    static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    static let document = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    static let text =
        "<w:document xmlns:w=\"\(word)\"><w:body><w:p><w:r><w:t>x</w:t></w:r></w:p></w:body></w:document>"

    static func types(_ entries: String...) -> String {
        "<Types xmlns=\"\(package)/content-types\">\(entries.joined())</Types>"
    }

    static func byExtension(_ name: String, _ type: String) -> String {
        "<Default Extension=\"\(name)\" ContentType=\"\(type)\"/>"
    }

    static func override(_ part: String, _ type: String) -> String {
        "<Override PartName=\"\(part)\" ContentType=\"\(type)\"/>"
    }

    static func relationships(_ entries: (type: String, target: String)...) -> String {
        "<Relationships xmlns=\"\(package)/relationships\">"
            + entries.enumerated().map {
                "<Relationship Id=\"r\($0)\" Type=\"\($1.type)\" Target=\"\($1.target)\"/>"
            }.joined() + "</Relationships>"
    }

    /// One whose main part is of this type.
    static func word(mainType: String = document) -> HandMadePackage {
        HandMadePackage(entries: [
            ("[Content_Types].xml", types(override("/word/document.xml", mainType))),
            ("_rels/.rels", relationships((office + "/officeDocument", "word/document.xml"))),
            ("word/document.xml", text),
        ])
    }
}

/// OpenDocument packages.
extension HandMadePackage {
    private static let namespace = "urn:oasis:names:tc:opendocument:xmlns:"
    static let openText = "application/vnd.oasis.opendocument.text"

    static func content(_ body: String) -> String {
        "<office:document-content xmlns:office=\"\(namespace)office:1.0\" xmlns:text=\"\(namespace)text:1.0\">"
            + "\(body)</office:document-content>"
    }

    static func manifest(_ inside: String) -> String {
        "<m:manifest xmlns:m=\"\(namespace)manifest:1.0\">\(inside)</m:manifest>"
    }

    static func file(_ path: String, _ type: String, _ inside: String = "") -> String {
        "<m:file-entry m:full-path=\"\(path)\" m:media-type=\"\(type)\">\(inside)</m:file-entry>"
    }

    /// One of this media type.
    static func openDocument(mediaType: String = openText) -> HandMadePackage {
        HandMadePackage(entries: [
            ("mimetype", mediaType),
            (
                "content.xml",
                content("<office:body><office:text><text:p>x</text:p></office:text></office:body>")
            ), ("styles.xml", "<office:document-styles xmlns:office=\"\(namespace)office:1.0\"/>"),
            ("META-INF/manifest.xml", manifest(file("/", mediaType))),
        ])
    }
}
