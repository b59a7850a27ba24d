import Container
import XMLTree

/// Writes a template as Writer would.
struct OpenDocumentFeature {
    private var ids = 0
    /// Whether a numbered list was written before: the next ones go on counting.
    private var hasNumbers = false

    static func document(_ template: FeatureTemplate) throws -> [UInt8] {
        var writer = OpenDocumentFeature()
        return try writer.package(template)
    }

    private mutating func next() -> Int {
        ids += 1
        return ids
    }

    // MARK: Words

    private mutating func words(_ words: FeatureTemplate.Words) -> String {
        switch words {
        case .text(let text): return text.inXML
        case .bold(let text): return "<text:span text:style-name=\"Dam\">\(text.inXML)</text:span>"
        case .cut(let text):
            return text.map { "<text:span>\($0 == " " ? "<text:s/>" : String($0).inXML)</text:span>" }
                .joined()
        case .link(let text, let target):
            return "<text:a xlink:type=\"simple\" xlink:href=\"\(target.inXML)\">\(text.inXML)</text:a>"
        case .footnote(let text): return note("footnote", text)
        case .endnote(let text): return note("endnote", text)
        case .comment(let text):
            return
                "<office:annotation><dc:creator>Văn thư</dc:creator><text:p>\(text.inXML)</text:p></office:annotation>"
        case .bookmark(let name, let text):
            return
                "<text:bookmark-start text:name=\"\(name)\"/>\(text.inXML)<text:bookmark-end text:name=\"\(name)\"/>"
        case .picture(let alternative):
            let id = next()
            return
                "<draw:frame draw:name=\"Hình \(id)\" text:anchor-type=\"as-char\" svg:width=\"4cm\" svg:height=\"2cm\">"
                + "<draw:image xlink:type=\"simple\" xlink:href=\"Pictures/mau.png\"/>"
                + (alternative.isEmpty ? "" : "<svg:desc>\(alternative.inXML)</svg:desc>") + "</draw:frame>"
        case .field(let name):
            return
                "<text:database-display text:table-name=\"Trang1\" text:table-type=\"table\" text:column-name=\"\(name)\" "
                + "text:database-name=\"thu\">«\(name)»</text:database-display>"
        // A page break stands before a paragraph here; it has no sign inside.
        case .pageBreak: return "<text:soft-page-break/>"
        }
    }

    private mutating func note(_ kind: String, _ text: String) -> String {
        let id = next()
        return
            "<text:note text:id=\"n\(id)\" text:note-class=\"\(kind)\"><text:note-citation>\(id)</text:note-citation>"
            + "<text:note-body><text:p>\(text.inXML)</text:p></text:note-body></text:note>"
    }

    private mutating func inside(_ all: [FeatureTemplate.Words]) -> String {
        var xml = ""
        for piece in all { xml += words(piece) }
        return xml
    }

    private mutating func line(_ all: [FeatureTemplate.Words], style: String = "Standard") -> String {
        "<text:p text:style-name=\"\(style)\">\(inside(all))</text:p>"
    }

    // MARK: Pieces

    private mutating func pieces(_ pieces: [FeatureTemplate.Piece]) -> String {
        var xml = ""
        var place = 0
        while place < pieces.count {
            // Items in a row are one list.
            var items: [[FeatureTemplate.Words]] = []
            var isNumbered = false
            while place < pieces.count {
                if case .bullet(let words) = pieces[place], items.isEmpty || !isNumbered {
                    items.append(words)
                } else if case .numbered(let words) = pieces[place], items.isEmpty || isNumbered {
                    items.append(words)
                    isNumbered = true
                } else {
                    break
                }
                place += 1
            }
            if items.isEmpty {
                xml += piece(pieces[place])
                place += 1
            } else {
                xml += list(items, isNumbered: isNumbered)
            }
        }
        return xml
    }

    private mutating func list(_ items: [[FeatureTemplate.Words]], isNumbered: Bool) -> String {
        let goesOn = isNumbered && hasNumbers ? " text:continue-numbering=\"true\"" : ""
        if isNumbered { hasNumbers = true }
        var xml = "<text:list text:style-name=\"\(isNumbered ? "So" : "Gach")\"\(goesOn)>"
        for item in items { xml += "<text:list-item>\(line(item))</text:list-item>" }
        return xml + "</text:list>"
    }

    private mutating func piece(_ piece: FeatureTemplate.Piece) -> String {
        switch piece {
        case .paragraph(let words): return line(words)
        case .heading(let words):
            return
                "<text:h text:style-name=\"Heading_20_1\" text:outline-level=\"1\">\(inside(words))</text:h>"
        case .bullet, .numbered: return pieces([piece])
        case .table(let rows): return table(rows)
        case .wide(_, let inside): return pieces(inside)
        case .box(let words):
            let id = next()
            return
                "<text:p text:style-name=\"Standard\"><draw:frame draw:name=\"Khung \(id)\" text:anchor-type=\"paragraph\" "
                + "svg:width=\"5cm\" svg:height=\"2cm\"><draw:text-box>\(line(words))</draw:text-box></draw:frame></text:p>"
        case .section(let name, let inside):
            return "<text:section text:name=\"\(name)\">\(pieces(inside))</text:section>"
        case .control(let name):
            return "<text:p text:style-name=\"Standard\"><text:placeholder text:placeholder-type=\"text\">"
                + "&lt;\(name)&gt;</text:placeholder></text:p>"
        case .landscape(let inside):
            return "<text:p text:style-name=\"Ngang\"/>" + pieces(inside)
                + "<text:p text:style-name=\"Doc\"/>"
        }
    }

    private mutating func table(_ rows: [[[FeatureTemplate.Piece]]]) -> String {
        func width(_ cell: [FeatureTemplate.Piece]) -> Int {
            if case .wide(let columns, _)? = cell.first { columns } else { 1 }
        }
        let columns = rows.map { $0.map(width).reduce(0, +) }.max() ?? 1
        var xml =
            "<table:table table:name=\"Bảng\(next())\" table:style-name=\"Bang\">"
            + "<table:table-column table:style-name=\"Cot\" table:number-columns-repeated=\"\(columns)\"/>"
        for row in rows {
            xml += "<table:table-row>"
            for cell in row {
                let span = width(cell)
                xml +=
                    "<table:table-cell table:style-name=\"O\" office:value-type=\"string\""
                    + (span > 1 ? " table:number-columns-spanned=\"\(span)\"" : "")
                    + ">\(pieces(cell))</table:table-cell>"
                    + String(repeating: "<table:covered-table-cell/>", count: span - 1)
            }
            xml += "</table:table-row>"
        }
        return xml + "</table:table>"
    }

    // MARK: Package

    private static let names =
        [
            ("office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
            ("text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
            ("table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
            ("style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
            ("draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"),
            ("fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
            ("svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"),
            ("meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"),
            ("xlink", "http://www.w3.org/1999/xlink"), ("dc", "http://purl.org/dc/elements/1.1/"),
        ].map { "xmlns:\($0)=\"\($1)\"" }.joined(separator: " ") + " office:version=\"1.3\""

    private mutating func package(_ template: FeatureTemplate) throws -> [UInt8] {
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        var entries: [(name: String, bytes: [UInt8])] = []
        func add(_ name: String, _ xml: String) { entries.append((name, Array((head + xml).utf8))) }
        func part(_ root: String, _ inside: String) -> String {
            "<office:document-\(root) \(OpenDocumentFeature.names)>\(inside)</office:document-\(root)>"
        }
        let body = pieces(template.body)
        add(
            "content.xml",
            part(
                "content",
                "<office:automatic-styles>\(OpenDocumentFeature.bold)\(OpenDocumentFeature.automatic)</office:automatic-styles>"
                    + "<office:body><office:text>\(body)</office:text></office:body>"))
        let master =
            "<style:master-page style:name=\"Standard\" style:page-layout-name=\"Trang\"><style:header>"
            + "\(line(template.header))</style:header><style:footer>\(line(template.footer))</style:footer></style:master-page>"
            + "<style:master-page style:name=\"Ngang\" style:page-layout-name=\"TrangNgang\"/>"
        add(
            "styles.xml",
            part(
                "styles",
                "<office:styles>\(OpenDocumentFeature.styles)</office:styles><office:automatic-styles>"
                    + "\(OpenDocumentFeature.bold)\(OpenDocumentFeature.layouts)</office:automatic-styles><office:master-styles>\(master)</office:master-styles>"
            ))
        let property =
            template.delimiters.isEmpty
            ? ""
            : "<meta:user-defined meta:name=\"vanthu.delimiters\">\(template.delimiters.inXML)</meta:user-defined>"
        add(
            "meta.xml",
            part("meta", "<office:meta><dc:title>\(template.title.inXML)</dc:title>\(property)</office:meta>")
        )
        entries.append(("Pictures/mau.png", SamplePicture.png))
        let listed = [
            ("/", "application/vnd.oasis.opendocument.text"), ("content.xml", "text/xml"),
            ("styles.xml", "text/xml"), ("meta.xml", "text/xml"), ("Pictures/mau.png", "image/png"),
        ].map {
            "<manifest:file-entry manifest:version=\"1.3\" manifest:full-path=\"\($0)\" manifest:media-type=\"\($1)\"/>"
        }
        add(
            "META-INF/manifest.xml",
            "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
                + "manifest:version=\"1.3\">\(listed.joined())</manifest:manifest>")
        var writer = ArchiveWriter()
        writer.add(
            "mimetype", bytes: Array("application/vnd.oasis.opendocument.text".utf8), compression: .stored)
        for entry in entries { writer.add(entry.name, bytes: entry.bytes) }
        return try writer.bytes()
    }

    private static let bold =
        "<style:style style:name=\"Dam\" style:family=\"text\"><style:text-properties fo:font-weight=\"bold\"/></style:style>"

    private static let automatic = """
        <style:style style:name="Ngang" style:family="paragraph" style:parent-style-name="Standard" \
        style:master-page-name="Ngang"/><style:style style:name="Doc" style:family="paragraph" \
        style:parent-style-name="Standard" style:master-page-name="Standard"/>\
        <style:style style:name="Bang" style:family="table"><style:table-properties style:width="15cm" table:align="left"/>\
        </style:style><style:style style:name="Cot" style:family="table-column"><style:table-column-properties \
        style:column-width="5cm"/></style:style><style:style style:name="O" style:family="table-cell">\
        <style:table-cell-properties fo:border="0.5pt solid #000000"/></style:style>\
        <text:list-style style:name="Gach"><text:list-level-style-bullet text:level="1" text:bullet-char="–"/>\
        </text:list-style><text:list-style style:name="So"><text:list-level-style-number text:level="1" \
        style:num-format="1" style:num-suffix="."/></text:list-style>
        """

    private static let styles = """
        <style:default-style style:family="paragraph"><style:text-properties fo:font-family="'Times New Roman'" \
        fo:font-size="14pt"/></style:default-style><style:style style:name="Standard" style:family="paragraph"/>\
        <style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" \
        style:parent-style-name="Standard" style:default-outline-level="1"><style:text-properties fo:font-weight="bold"/>\
        </style:style>
        """

    private static let layouts = """
        <style:page-layout style:name="Trang"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" \
        fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="3cm" fo:margin-right="1.5cm"/><style:header-style/>\
        <style:footer-style/></style:page-layout><style:page-layout style:name="TrangNgang"><style:page-layout-properties \
        fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin-top="2cm" \
        fo:margin-bottom="2cm" fo:margin-left="3cm" fo:margin-right="1.5cm"/></style:page-layout>
        """
}
