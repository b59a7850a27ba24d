import Container
import XMLTree

/// Writes a template as Word would.
struct WordFeature {
    private var ids = 0
    private var relationships: [(id: String, kind: String, target: String, isOutside: Bool)] = []
    private var notes: [(kind: String, id: Int, text: String)] = []

    static func document(_ template: FeatureTemplate) throws -> [UInt8] {
        var writer = WordFeature()
        return try writer.package(template)
    }

    private mutating func next() -> Int {
        ids += 1
        return ids
    }

    // MARK: Words

    private func run(_ text: String, _ look: String = "") -> String {
        "<w:r>\(look)<w:t xml:space=\"preserve\">\(text.inXML)</w:t></w:r>"
    }

    private mutating func words(_ words: FeatureTemplate.Words) -> String {
        switch words {
        case .text(let text): return run(text)
        case .bold(let text): return run(text, "<w:rPr><w:b/></w:rPr>")
        case .cut(let text):
            return text.map {
                "<w:proofErr w:type=\"spellStart\"/>\(run(String($0)))<w:proofErr w:type=\"spellEnd\"/>"
            }.joined()
        case .link(let text, let target) where target.hasPrefix("#"):
            return "<w:hyperlink w:anchor=\"\(target.dropFirst())\">\(run(text))</w:hyperlink>"
        case .link(let text, let target):
            let id = "rId\(100 + next())"
            relationships.append((id, "hyperlink", target, true))
            return "<w:hyperlink r:id=\"\(id)\">\(run(text))</w:hyperlink>"
        case .footnote(let text): return note("footnote", text)
        case .endnote(let text): return note("endnote", text)
        case .comment(let text): return note("comment", text)
        case .bookmark(let name, let text):
            let id = next()
            return
                "<w:bookmarkStart w:id=\"\(id)\" w:name=\"\(name)\"/>\(run(text))<w:bookmarkEnd w:id=\"\(id)\"/>"
        case .picture(let alternative): return picture(alternative)
        case .field(let name):
            return "<w:fldSimple w:instr=\" MERGEFIELD \(name) \">\(run("«\(name)»"))</w:fldSimple>"
        case .pageBreak: return "<w:r><w:br w:type=\"page\"/></w:r>"
        }
    }

    private mutating func note(_ kind: String, _ text: String) -> String {
        let id = next()
        notes.append((kind, id, text))
        return "<w:r><w:\(kind)Reference w:id=\"\(id)\"/></w:r>"
    }

    private mutating func picture(_ alternative: String) -> String {
        let id = next()
        return """
            <w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="1440000" cy="720000"/>\
            <wp:docPr id="\(id)" name="Hình \(id)" descr="\(alternative.inXML)"/><wp:cNvGraphicFramePr/><a:graphic>\
            <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>\
            <pic:cNvPr id="\(id)" name="mau.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdHinh"/>\
            <a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>\
            <a:ext cx="1440000" cy="720000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>\
            </a:graphicData></a:graphic></wp:inline></w:drawing></w:r>
            """
    }

    private mutating func line(_ all: [FeatureTemplate.Words], _ settings: String = "") -> String {
        var inside = ""
        for piece in all { inside += words(piece) }
        return "<w:p>\(settings.isEmpty ? "" : "<w:pPr>\(settings)</w:pPr>")\(inside)</w:p>"
    }

    // MARK: Pieces

    private mutating func pieces(_ pieces: [FeatureTemplate.Piece]) -> String {
        var xml = ""
        for piece in pieces { xml += self.piece(piece) }
        return xml
    }

    private func list(_ number: Int) -> String {
        "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"\(number)\"/></w:numPr>"
    }

    private mutating func piece(_ piece: FeatureTemplate.Piece) -> String {
        switch piece {
        case .paragraph(let words): return line(words)
        case .heading(let words): return line(words, "<w:pStyle w:val=\"Heading1\"/>")
        case .bullet(let words): return line(words, list(1))
        case .numbered(let words): return line(words, list(2))
        case .table(let rows): return table(rows)
        case .wide(_, let inside): return pieces(inside)
        case .box(let words): return box(words)
        case .section(let name, let inside):
            return
                "<w:sdt><w:sdtPr><w:alias w:val=\"\(name)\"/><w:id w:val=\"\(next())\"/></w:sdtPr><w:sdtContent>"
                + pieces(inside) + "</w:sdtContent></w:sdt>"
        case .control(let name):
            return
                "<w:p><w:sdt><w:sdtPr><w:tag w:val=\"\(name)\"/><w:id w:val=\"\(next())\"/><w:showingPlcHdr/><w:text/>"
                + "</w:sdtPr><w:sdtContent>\(run("<\(name)>"))</w:sdtContent></w:sdt></w:p>"
        case .landscape(let inside):
            return "<w:p><w:pPr>\(WordFeature.page(isWide: false))</w:pPr></w:p>" + pieces(inside)
                + "<w:p><w:pPr>\(WordFeature.page(isWide: true))</w:pPr></w:p>"
        }
    }

    private static func page(isWide: Bool, _ parts: String = "") -> String {
        let size =
            isWide ? "w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"" : "w:w=\"11906\" w:h=\"16838\""
        return "<w:sectPr>\(parts)<w:pgSz \(size)/><w:pgMar w:top=\"1134\" w:right=\"850\" w:bottom=\"1134\" "
            + "w:left=\"1701\" w:header=\"720\" w:footer=\"720\" w:gutter=\"0\"/></w:sectPr>"
    }

    private mutating func table(_ rows: [[[FeatureTemplate.Piece]]]) -> String {
        func width(_ cell: [FeatureTemplate.Piece]) -> Int {
            if case .wide(let columns, _)? = cell.first { columns } else { 1 }
        }
        let columns = rows.map { $0.map(width).reduce(0, +) }.max() ?? 1
        let column = 9_000 / columns
        let side = "w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\""
        let borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map { "<w:\($0) \(side)/>" }
        var xml =
            "<w:tbl><w:tblPr><w:tblW w:w=\"\(column * columns)\" w:type=\"dxa\"/><w:tblBorders>\(borders.joined())"
            + "</w:tblBorders></w:tblPr><w:tblGrid>"
            + String(repeating: "<w:gridCol w:w=\"\(column)\"/>", count: columns) + "</w:tblGrid>"
        for row in rows {
            xml += "<w:tr>"
            for cell in row {
                let span = width(cell)
                var inside = pieces(cell)
                if !inside.hasSuffix("</w:p>") { inside += "<w:p/>" }
                xml +=
                    "<w:tc><w:tcPr><w:tcW w:w=\"\(column * span)\" w:type=\"dxa\"/>"
                    + (span > 1 ? "<w:gridSpan w:val=\"\(span)\"/>" : "") + "</w:tcPr>\(inside)</w:tc>"
            }
            xml += "</w:tr>"
        }
        return xml + "</w:tbl>"
    }

    private mutating func box(_ words: [FeatureTemplate.Words]) -> String {
        let id = next()
        let inside = line(words)
        return """
            <w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" \
            distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">\
            <wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>\
            <wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>\
            <wp:extent cx="1800000" cy="720000"/><wp:wrapTopAndBottom/><wp:docPr id="\(id)" name="Khung \(id)"/>\
            <wp:cNvGraphicFramePr/><a:graphic><a:graphicData \
            uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>\
            <a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="720000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>\
            </wps:spPr><wps:txbx><w:txbxContent>\(inside)</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData>\
            </a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape id="_x0000_s\(1000 + id)" \
            style="width:141.75pt;height:56.7pt"><v:textbox><w:txbxContent>\(inside)</w:txbxContent></v:textbox></v:shape>\
            </w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>
            """
    }

    // MARK: Package

    private static let names = [
        ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
        ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
        ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
        ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        ("pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
        ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
        ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
        ("v", "urn:schemas-microsoft-com:vml"), ("o", "urn:schemas-microsoft-com:office:office"),
    ].map { "xmlns:\($0)=\"\($1)\"" }.joined(separator: " ")

    private func part(_ root: String, _ inside: String) -> String {
        "<w:\(root) \(WordFeature.names)>\(inside)</w:\(root)>"
    }

    private func notePart(_ kind: String) -> String {
        let own = notes.filter { $0.kind == kind }.map {
            let author = kind == "comment" ? " w:author=\"Văn thư\" w:initials=\"VT\"" : ""
            return "<w:\(kind) w:id=\"\($0.id)\"\(author)><w:p>\(run($0.text))</w:p></w:\(kind)>"
        }
        let marks =
            kind == "comment"
            ? []
            : [("separator", -1), ("continuationSeparator", 0)].map {
                "<w:\(kind) w:type=\"\($0)\" w:id=\"\($1)\"><w:p><w:r><w:\($0)/></w:r></w:p></w:\(kind)>"
            }
        return part(kind + "s", (marks + own).joined())
    }

    private mutating func package(_ template: FeatureTemplate) throws -> [UInt8] {
        var body = pieces(template.body)
        // Word ends no body with a table.
        if body.hasSuffix("</w:tbl>") { body += "<w:p/>" }
        let header = line(template.header)
        let footer = line(template.footer)
        let references =
            "<w:headerReference w:type=\"default\" r:id=\"rIdDau\"/>"
            + "<w:footerReference w:type=\"default\" r:id=\"rIdChan\"/>"
        let sheet = WordFeature.page(isWide: false, references)
        var parts: [(name: String, type: String, xml: String)] = [
            ("document", "document.main", part("document", "<w:body>\(body)\(sheet)</w:body>")),
            ("styles", "styles", part("styles", WordFeature.styles)),
            ("numbering", "numbering", part("numbering", WordFeature.numbering)),
            ("header1", "header", part("hdr", header)), ("footer1", "footer", part("ftr", footer)),
        ]
        for kind in ["footnote", "endnote", "comment"] where notes.contains(where: { $0.kind == kind }) {
            parts.append((kind + "s", kind + "s", notePart(kind)))
        }
        return try archive(parts, template)
    }

    private func archive(_ parts: [(name: String, type: String, xml: String)], _ template: FeatureTemplate)
        throws -> [UInt8]
    {
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/"
        let package = "http://schemas.openxmlformats.org/package/2006/"
        let core = "application/vnd.openxmlformats-package.core-properties+xml"
        let custom = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
        let word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
        var entries: [(name: String, bytes: [UInt8])] = []
        func add(_ name: String, _ xml: String) { entries.append((name, Array((head + xml).utf8))) }
        let types =
            parts.map { ("word/\($0.name).xml", word + $0.type + "+xml") } + [("docProps/core.xml", core)]
            + (template.delimiters.isEmpty ? [] : [("docProps/custom.xml", custom)])
        add(
            "[Content_Types].xml",
            "<Types xmlns=\"\(package)content-types\"><Default Extension=\"rels\" ContentType=\""
                + "application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\""
                + "application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>"
                + types.map { "<Override PartName=\"/\($0)\" ContentType=\"\($1)\"/>" }.joined() + "</Types>")
        func relationship(_ id: String, _ type: String, _ target: String, _ mode: String = "") -> String {
            "<Relationship Id=\"\(id)\" Type=\"\(type)\" Target=\"\(target.inXML)\"\(mode)/>"
        }
        let properties = office + "relationships/custom-properties"
        add(
            "_rels/.rels",
            "<Relationships xmlns=\"\(package)relationships\">"
                + relationship("rId1", office + "relationships/officeDocument", "word/document.xml")
                + relationship(
                    "rId2", package + "relationships/metadata/core-properties", "docProps/core.xml")
                + (template.delimiters.isEmpty ? "" : relationship("rId3", properties, "docProps/custom.xml"))
                + "</Relationships>")
        for part in parts { add("word/\(part.name).xml", part.xml) }
        let ids = ["header1": "rIdDau", "footer1": "rIdChan"]
        let inside = parts.dropFirst().enumerated().map { place, part in
            let kind = part.type.hasPrefix("document") ? "officeDocument" : part.type
            return relationship(
                ids[part.name] ?? "rId\(place + 1)", office + "relationships/" + kind, part.name + ".xml")
        }
        let outside = relationships.map {
            relationship($0.id, office + "relationships/" + $0.kind, $0.target, " TargetMode=\"External\"")
        }
        add(
            "word/_rels/document.xml.rels",
            "<Relationships xmlns=\"\(package)relationships\">" + (inside + outside).joined()
                + relationship("rIdHinh", office + "relationships/image", "media/mau.png")
                + "</Relationships>")
        entries.append(("word/media/mau.png", SamplePicture.png))
        add(
            "docProps/core.xml",
            "<cp:coreProperties xmlns:cp=\"\(package)metadata/core-properties\" "
                + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>\(template.title.inXML)</dc:title></cp:coreProperties>"
        )
        if !template.delimiters.isEmpty {
            add(
                "docProps/custom.xml",
                "<Properties xmlns=\"\(office)custom-properties\" xmlns:vt=\"\(office)docPropsVTypes\"><property "
                    + "fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"2\" name=\"vanthu.delimiters\"><vt:lpwstr>"
                    + "\(template.delimiters.inXML)</vt:lpwstr></property></Properties>")
        }
        var writer = ArchiveWriter()
        for entry in entries { writer.add(entry.name, bytes: entry.bytes) }
        return try writer.bytes()
    }

    private static let styles = """
        <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" \
        w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>\
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>\
        <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>\
        <w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
        """

    private static let numbering = """
        <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>\
        <w:lvlText w:val="–"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1">\
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>\
        </w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2">\
        <w:abstractNumId w:val="1"/></w:num>
        """
}
