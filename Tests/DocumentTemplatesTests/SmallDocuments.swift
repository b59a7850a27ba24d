import Container
import Diagnostics
import DocumentTemplates
import Values
import XMLTree

/// The smallest package of each format round some paragraphs.
enum SmallDocument {
    /// `_rels/.rels`, which says which part is the text.
    static func rootRelationships(_ others: String = "") -> [UInt8] {
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
        return Array(
            ("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"m\" Type=\"\(office)\" Target=\"word/document.xml\"/>\(others)</Relationships>")
                .utf8)
    }

    static func docx(
        body: String, parts: [(name: String, type: String, xml: String)] = [],
        relationships: [(kind: String, target: String)] = []
    ) throws -> [UInt8] {
        var writer = ArchiveWriter()
        let word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
        let overrides = parts.map {
            "<Override PartName=\"/\($0.name)\" ContentType=\"\(word)\($0.type)+xml\"/>"
        }
        writer.add(
            "[Content_Types].xml",
            bytes: Array(
                ("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    + "<Override PartName=\"/word/document.xml\" ContentType=\"\(word)document.main+xml\"/>"
                    + overrides.joined() + "</Types>").utf8))
        writer.add("_rels/.rels", bytes: rootRelationships())
        writer.add("word/document.xml", bytes: Array(wordPart("document", "<w:body>\(body)</w:body>").utf8))
        for part in parts { writer.add(part.name, bytes: Array(part.xml.utf8)) }
        if !relationships.isEmpty {
            let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
            let all = relationships.enumerated().map {
                "<Relationship Id=\"r\($0)\" Type=\"\(office)\($1.kind)\" Target=\"\($1.target)\"/>"
            }
            let package = "http://schemas.openxmlformats.org/package/2006/relationships"
            writer.add(
                "word/_rels/document.xml.rels",
                bytes: Array("<Relationships xmlns=\"\(package)\">\(all.joined())</Relationships>".utf8))
        }
        return try writer.bytes()
    }

    static func wordPart(_ root: String, _ inside: String) -> String {
        "<w:\(root) xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
            + "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" "
            + "xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\">\(inside)</w:\(root)>"
    }

    static func odt(body: String, automaticStyles: String = "", styles: String = "") throws -> [UInt8] {
        let names = """
            xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
            xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
            xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
            xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
            """
        var writer = ArchiveWriter()
        writer.add(
            "mimetype", bytes: Array("application/vnd.oasis.opendocument.text".utf8), compression: .stored)
        writer.add(
            "content.xml",
            bytes: Array(
                ("<office:document-content \(names)>"
                    + "<office:automatic-styles>\(automaticStyles)</office:automatic-styles>"
                    + "<office:body><office:text>\(body)</office:text></office:body></office:document-content>")
                    .utf8))
        if !styles.isEmpty {
            writer.add(
                "styles.xml",
                bytes: Array("<office:document-styles \(names)>\(styles)</office:document-styles>".utf8))
        }
        return try writer.bytes()
    }

    /// The main part of a result, as it is written.
    static func whole(of document: [UInt8]) throws -> String {
        let archive = try Archive(bytes: document, file: "ket-qua")
        let name = archive.contains("word/document.xml") ? "word/document.xml" : "content.xml"
        return String(decoding: try archive.contents(of: name), as: UTF8.self)
    }

    /// Any part of a document, as it is written.
    static func part(_ name: String, of document: [UInt8]) throws -> String {
        let archive = try Archive(bytes: document, file: "ket-qua")
        return String(decoding: try archive.contents(of: name), as: UTF8.self)
    }

    /// What stands in the body of a result, as it is written.
    static func body(of document: [UInt8]) throws -> String {
        let xml = try whole(of: document)
        let isWord = xml.contains("<w:body>")
        let (open, close) = isWord ? ("<w:body>", "</w:body>") : ("<office:text>", "</office:text>")
        guard let start = xml.range(of: open), let end = xml.range(of: close) else { return xml }
        return String(xml[start.upperBound..<end.lowerBound])
    }
}

extension String {
    /// The first place of a piece.
    func range(of piece: String) -> Range<Index>? {
        indices.first { self[$0...].hasPrefix(piece) }.map { $0..<index($0, offsetBy: piece.count) }
    }
}

/// Paragraphs and tables in short, so that a case fits a line.
enum Shorthand {
    static func docx(_ paragraphs: String...) -> String {
        paragraphs.map { "<w:p><w:r><w:t>\($0)</w:t></w:r></w:p>" }.joined()
    }
    static func odt(_ paragraphs: String...) -> String {
        paragraphs.map { "<text:p>\($0)</text:p>" }.joined()
    }

    static func docxTable(_ rows: [[String]]) -> String {
        "<w:tbl><w:tblPr/><w:tblGrid/>"
            + rows.map { "<w:tr>" + $0.map { "<w:tc><w:tcPr/>\(docx($0))</w:tc>" }.joined() + "</w:tr>" }
            .joined() + "</w:tbl>"
    }

    static func odtTable(_ rows: [[String]]) -> String {
        "<table:table><table:table-column/>"
            + rows.map {
                "<table:table-row>" + $0.map { "<table:table-cell>\(odt($0))</table:table-cell>" }.joined()
                    + "</table:table-row>"
            }.joined() + "</table:table>"
    }
}
