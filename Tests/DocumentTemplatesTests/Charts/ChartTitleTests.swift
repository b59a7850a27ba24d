import Container
import Diagnostics
import DocumentTemplates
import OfficePackage
import TemplateLanguage
import Testing
import Values

/// Titles of charts that data say, and what becomes of a chart that is drawn in the template.
@Suite struct ChartTitles {
    private let list: Value = [["a": "x", "b": 1], ["a": "y", "b": 2]]

    private func charts(_ parts: [String: String]) -> [String] {
        parts.keys.filter {
            $0.hasPrefix("word/charts/vt") || $0.hasPrefix("ObjectVt") && $0.hasSuffix(".xml")
        }.sorted().compactMap { parts[$0] }
    }

    @Test(arguments: OfficeFormat.allCases) func `a title in brackets is said by data`(_ format: OfficeFormat)
        throws
    {
        let tag = "{%bieu_do ds nhan=a gia_tri=b tieu_de=(\"Năm \" + nam + (ghi ?? \")\")) rong=8cm}"
        let template = try SmallDocument.template(format, [tag])
        #expect(template.fields.fields.map(\.name) == ["ds", "nam", "ghi"])
        #expect(template.fields.fields.first?.fields.map(\.name) == ["a", "b"])
        #expect(template.fields.fields.map(\.shape) == [.list, .value, .value])
        let parts = try SmallDocument.parts(of: template.render(["ds": list, "nam": 2026, "ghi": "!"]))
        #expect(charts(parts).first?.contains(">Năm 2026!<") == true)
        let body = try #require(parts[format == .docx ? "word/document.xml" : "content.xml"])
        #expect(body.contains("Biểu đồ: Năm 2026!."))
    }

    @Test(arguments: OfficeFormat.allCases)
    func `a title in quotes is as it is written, one of nothing is none`(_ format: OfficeFormat) throws {
        for (title, data, expected) in [
            ("\"(nam)\"", .null, ">(nam)<"), ("(nam)", .null, nil), ("(nam)", "", nil), ("(nam)", "B", ">B<"),
        ] as [(String, Value, String?)] {
            let template = try SmallDocument.template(
                format, ["{%bieu_do ds nhan=a gia_tri=b tieu_de=\(title)}"])
            let parts = try SmallDocument.parts(of: template.render(["ds": list, "nam": data]))
            let chart = try #require(charts(parts).first)
            if let expected { #expect(chart.contains(expected)) }
            #expect(chart.contains("title>") == (expected != nil), "\(title) \(data)")
        }
    }

    @Test(arguments: OfficeFormat.allCases) func `in a section each chart has a title of its own`(
        _ format: OfficeFormat
    ) throws {
        let template = try SmallDocument.template(
            format, ["{#l}{%bieu_do ds nhan=a gia_tri=b tieu_de=(ten)}{/l}"])
        let data: Value = [
            "l": [["ten": "Một", "ds": list], ["ten": "Hai", "ds": list], ["ten": "Ba", "ds": []]]
        ]
        let found = try charts(SmallDocument.parts(of: template.render(data)))
        #expect(
            found.map { [$0.contains(">Một<"), $0.contains(">Hai<")] } == [[true, false], [false, true]])
    }

    @Test(arguments: [
        ("(khong)", "template.unknown-field"), ("(ds)", "template.wrong-type"),
        ("(nam |)", "template.expected-value"),
    ]) func `what is no title is told`(_ title: String, _ code: String) throws {
        for format in OfficeFormat.allCases {
            let failure = #expect(throws: Failure.self) {
                try SmallDocument.template(format, ["{%bieu_do ds nhan=a gia_tri=b tieu_de=\(title)}"])
                    .render(["ds": list, "nam": 1])
            }
            #expect(failure?.diagnostics.map(\.code) == [code], "\(failure?.diagnostics ?? [])")
        }
    }

    // MARK: Drawn charts

    private static let drawingNames =
        "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""

    /// A chart part with a title in two runs, and a title of its axis.
    private static func drawn(_ title: [String], axis: String = "Trục") -> String {
        let runs = title.map { "<a:r><a:rPr b=\"1\"/><a:t>\($0)</a:t></a:r>" }.joined()
        return """
            <c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" \(drawingNames)><c:chart>\
            <c:title><c:tx><c:rich><a:bodyPr/><a:p>\(runs)</a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart>\
            <c:ser><c:idx val="0"/><c:order val="0"/><c:val/></c:ser></c:barChart><c:catAx><c:title><c:tx><c:rich>\
            <a:bodyPr/><a:p><a:r><a:t>\(axis)</a:t></a:r></a:p></c:rich></c:tx></c:title></c:catAx></c:plotArea>\
            </c:chart><c:externalData r:id="w"/></c:chartSpace>
            """
    }

    private static func drawing(_ number: Int, _ alternative: String) -> String {
        """
        <w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/\
        wordprocessingDrawing"><wp:extent cx="3600000" cy="1800000"/><wp:docPr id="\(number + 5)" name="x" \
        descr="\(alternative)"/><a:graphic \(drawingNames)><a:graphicData uri="c"><c:chart xmlns:c=\
        "http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="r\(number)"/></a:graphicData></a:graphic>\
        </wp:inline></w:drawing></w:r></w:p>
        """
    }

    /// A document with two charts, each with a workbook.
    private func document(_ body: String, _ first: String) throws -> [UInt8] {
        let bytes = try SmallDocument.docx(
            body: body,
            parts: [
                ("word/charts/chart1.xml", "x", first), ("word/charts/chart2.xml", "x", Self.drawn(["Hai"])),
            ], relationships: [("chart", "charts/chart1.xml"), ("chart", "charts/chart2.xml")])
        let archive = try Archive(bytes: bytes, file: "m")
        var writer = ArchiveWriter()
        for entry in archive.entries where entry.name != "[Content_Types].xml" {
            writer.add(entry.name, copying: try archive.stored(entry.name))
        }
        let types = String(decoding: try archive.contents(of: "[Content_Types].xml"), as: UTF8.self)
        let chart = types.replacing("wordprocessingml.x+xml", with: "drawingml.chart+xml")
        writer.add("[Content_Types].xml", bytes: Array(chart.utf8))
        for number in 1...2 {
            let relationships =
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
                + "Id=\"w\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/package\" "
                + "Target=\"../embeddings/book\(number).xlsx\"/></Relationships>"
            writer.add("word/charts/_rels/chart\(number).xml.rels", bytes: Array(relationships.utf8))
            writer.add("word/embeddings/book\(number).xlsx", bytes: [1])
        }
        return try writer.bytes()
    }

    private static let tag = "{%bieu_do ds nhan=a gia_tri=b}"

    @Test(arguments: [
        ("scatterChart", true), ("bubbleChart", true), ("areaChart", false), ("doughnutChart", false),
    ]) func `a chart of pairs is refused, others take figures`(kind: String, isRefused: Bool) throws {
        let chart = Self.drawn(["Một"]).replacing("barChart", with: kind)
        let bytes = try document(Self.drawing(0, Self.tag), chart)
        guard isRefused else {
            _ = try Template(bytes: bytes, file: "m.docx")
            return
        }
        let failure = #expect(throws: Failure.self) { try Template(bytes: bytes, file: "m.docx") }
        #expect(failure?.diagnostics.map(\.code) == ["template.unfillable-chart"])
    }

    @Test func `a drawn chart in a section has in each copy the texts of its own`() throws {
        let body =
            Shorthand.docx("{#l}") + Self.drawing(0, Self.tag) + Shorthand.docx("{/l}")
            + Self.drawing(1, "một hình khác")
        let template = try Template(
            bytes: document(body, Self.drawn(["Năm {na", "m} – {ten}"], axis: "{ten | hoa}")), file: "m.docx")
        let asked = template.fields.fields.first
        #expect(
            template.fields.fields.map(\.name) == ["l"] && asked?.fields.map(\.name) == ["ds", "nam", "ten"])
        let data: Value = [
            "l": [["nam": 2026, "ten": "Một", "ds": list], ["nam": 2027, "ten": .null, "ds": list]]
        ]
        let parts = try SmallDocument.parts(of: template.render(data))
        let found = charts(parts)
        #expect(found.count == 2)
        #expect(found.first?.contains("<a:r><a:rPr b=\"1\"/><a:t>Năm 2026 – Một</a:t></a:r></a:p>") == true)
        #expect(found.first?.contains("<a:t>MỘT</a:t>") == true)
        #expect(found.last?.contains("<a:t>Năm 2027 – </a:t>") == true)
        #expect(found.allSatisfy { !$0.contains("{") && !$0.contains("vanthu") })
        // What was drawn for the first one is in no result; what nobody fills stays.
        let names = parts.keys.filter { $0.contains("chart1") || $0.contains("book1") }
        #expect(names.isEmpty && parts["[Content_Types].xml"]?.contains("chart1.xml") == false)
        #expect(parts["word/_rels/document.xml.rels"]?.contains("charts/chart1.xml") == false)
        #expect(
            parts["word/charts/chart2.xml"]?.contains("Hai") == true
                && parts["word/embeddings/book2.xlsx"] != nil)
    }

    @Test func `a chart that is shown elsewhere too stays`() throws {
        let body = Self.drawing(0, Self.tag) + Self.drawing(0, "như trên")
        let template = try Template(bytes: document(body, Self.drawn(["Một"])), file: "m.docx")
        let parts = try SmallDocument.parts(of: template.render(["ds": list]))
        #expect(parts["word/charts/chart1.xml"] != nil && parts["word/embeddings/book1.xlsx"] != nil)
        #expect(charts(parts).count == 1)
    }

    @Test func `a section in a text of a drawn chart is refused`() throws {
        let bytes = try document(Self.drawing(0, Self.tag), Self.drawn(["{#l}a{/l}"]))
        let failure = #expect(throws: Failure.self) { try Template(bytes: bytes, file: "m.docx") }
        #expect(
            failure?.diagnostics.map(\.code) == ["template.tag-in-attribute", "template.tag-in-attribute"])
    }

    @Test(arguments: [false, true]) func `an object of OpenDocument that gives way leaves the package`(
        isShown: Bool
    ) throws {
        let names =
            "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
            + "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""
        func frame(_ description: String) -> String {
            "<text:p><draw:frame \(names) svg:width=\"8cm\" svg:height=\"4cm\"><draw:object xlink:href=\"./Object 1\"/>"
                + "<draw:image xlink:href=\"./ObjectReplacements/Object 1\"/><svg:desc>\(description)</svg:desc></draw:frame></text:p>"
        }
        let body = frame(Self.tag) + (isShown ? frame("như trên") : "")
        let archive = try Archive(bytes: SmallDocument.odt(body: body), file: "m")
        var writer = ArchiveWriter()
        for entry in archive.entries { writer.add(entry.name, copying: try archive.stored(entry.name)) }
        let files = [
            "Object 1/content.xml", "Object 1/styles.xml", "ObjectReplacements/Object 1",
            "Object 10/content.xml",
        ]
        for file in files { writer.add(file, bytes: Array("<a/>".utf8)) }
        let listed = (files + ["Object 1/", "content.xml"]).map {
            "<manifest:file-entry manifest:full-path=\"\($0)\" manifest:media-type=\"text/xml\"/>"
        }
        let manifest =
            "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">\(listed.joined())</manifest:manifest>"
        writer.add("META-INF/manifest.xml", bytes: Array(manifest.utf8))
        let parts = try SmallDocument.parts(
            of: Template(bytes: writer.bytes(), file: "m.odt").render(["ds": list]))
        #expect(parts["Object 10/content.xml"] != nil && parts["ObjectVt1/content.xml"] != nil)
        for file in files.dropLast() { #expect((parts[file] != nil) == isShown, "\(file)") }
        let kept = try #require(parts["META-INF/manifest.xml"])
        #expect(kept.contains("\"Object 1/\"") == isShown && kept.contains("Object 10/content.xml"))
    }
}
