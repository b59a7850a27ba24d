import Container
import Diagnostics
import FoundationEssentials
import OfficePackage
import TemplateLanguage
import Testing
import Values
import XMLTree

@testable import DocumentTemplates

@Suite struct ChartInsertions {
    private let list: Value = [
        ["nguon": "NSNN", "du_toan": 500, "thuc_hien": "1.250,5", "muc": [["s": 1], ["s": "2,5"]]],
        ["nguon": "Khác", "du_toan": .null, "thuc_hien": 30, "muc": []],
    ]
    private var data: Value { ["chi": list] }

    private func rendered(_ format: OfficeFormat, _ tag: String) throws -> [String: String] {
        try SmallDocument.parts(of: SmallDocument.template(format, [tag]).render(data))
    }

    /// The chart's own part.
    private func chart(_ format: OfficeFormat, _ tag: String) throws -> String {
        let parts = try rendered(format, tag)
        let name = format == .docx ? "word/charts/vt1.xml" : "ObjectVt1/content.xml"
        return try #require(parts[name])
    }

    @Test(arguments: OfficeFormat.allCases) func `a chart is an object of its own with its figures`(
        _ format: OfficeFormat
    ) throws {
        let tag =
            "{%bieu_do chi nhan=nguon gia_tri=\"du_toan, thuc_hien\" chuoi=\"Dự toán, Thực hiện\" tieu_de=\"A &amp; B\"}"
        let parts = try rendered(format, tag)
        let chart = try self.chart(format, tag)
        for words in ["NSNN", "Khác", "Dự toán", "Thực hiện", "A &amp; B", ">500<", ">1250.5<", ">30<"] {
            #expect(chart.contains(words), "\(words)")
        }
        switch format {
        case .docx:
            let body = try #require(parts["word/document.xml"])
            #expect(body.contains("<wp:extent cx=\"5400000\" cy=\"2880000\"/>"))
            #expect(
                body.contains(
                    "descr=\"Biểu đồ: A &amp; B. NSNN: Dự toán 500, Thực hiện 1250.5; Khác: Thực hiện 30.\""))
            #expect(parts["word/_rels/document.xml.rels"]?.contains("/word/charts/vt1.xml") == true)
            #expect(parts["word/charts/_rels/vt1.xml.rels"]?.contains("/word/embeddings/vt1.xlsx") == true)
            let types = try #require(parts["[Content_Types].xml"])
            #expect(
                types.contains("PartName=\"/word/charts/vt1.xml\"") && types.contains("Extension=\"xlsx\""))
        case .odt:
            let body = try #require(parts["content.xml"])
            #expect(body.contains("xlink:href=\"./ObjectVt1\"") && body.contains("svg:width=\"150.0mm\""))
        }
    }

    @Test func `the workbook has the chart's figures, and opens as a package`() throws {
        let document = try SmallDocument.template(.docx, ["{%bieu_do chi nhan=nguon gia_tri=thuc_hien}"])
            .render(data)
        let archive = try Archive(bytes: document, file: "d")
        let book = try Archive(bytes: archive.contents(of: "word/embeddings/vt1.xlsx"), file: "b")
        let sheet = String(decoding: try book.contents(of: "xl/worksheets/sheet1.xml"), as: UTF8.self)
        #expect(
            sheet.contains("<c r=\"A2\" t=\"inlineStr\">") && sheet.contains("<c r=\"B2\"><v>1250.5</v></c>"))
        #expect(book.contains("xl/workbook.xml") && book.contains("_rels/.rels"))
    }

    @Test(arguments: OfficeFormat.allCases) func `figures in a list are added up, none stays none`(
        _ format: OfficeFormat
    ) throws {
        let chart = try chart(format, "{%chart chi labels=nguon values=muc.s type=line}")
        #expect(chart.contains(">3.5<"))
        #expect(chart.contains(format == .docx ? "<c:lineChart>" : "chart:line"))
        #expect(
            chart.contains(
                format == .docx ? "<c:ptCount val=\"2\"/><c:pt idx=\"0\">" : "<table:table-cell><text:p/>"))
    }

    @Test(arguments: [
        ("cot", "<c:barDir val=\"col\"/><c:grouping val=\"clustered\"/>"),
        ("cột_chồng", "<c:barDir val=\"col\"/><c:grouping val=\"stacked\"/>"),
        ("thanh", "<c:barDir val=\"bar\"/><c:grouping val=\"clustered\"/>"),
        ("stacked_bar", "<c:barDir val=\"bar\"/><c:grouping val=\"stacked\"/>"), ("duong", "<c:lineChart>"),
        ("tron", "<c:pieChart>"),
    ]) func `each kind is Word's own`(_ kind: String, _ words: String) throws {
        #expect(try chart(.docx, "{%bieu_do chi nhan=nguon gia_tri=thuc_hien kieu=\(kind)}").contains(words))
    }

    @Test(arguments: OfficeFormat.allCases) func `in a section each chart has a part of its own`(
        _ format: OfficeFormat
    ) throws {
        let template = try SmallDocument.template(format, ["{#l}{%bieu_do ds nhan=a gia_tri=b rong=8cm}{/l}"])
        let list: Value = ["l": [["ds": [["a": "x", "b": 1]]], ["ds": [["a": "y", "b": 2]]], ["ds": []]]]
        let parts = try SmallDocument.parts(of: template.render(list))
        let names =
            format == .docx
            ? ["word/charts/vt1.xml", "word/charts/vt2.xml"]
            : ["ObjectVt1/content.xml", "ObjectVt2/content.xml"]
        #expect(parts.keys.filter { $0.contains("vt3") || $0.contains("Vt3") }.isEmpty)
        #expect(try #require(parts[names[0]]).contains("x") && #require(parts[names[1]]).contains(">2<"))
    }

    @Test(arguments: [
        ("{%bieu_do chi nhan=nguon}", "template.chart-without-fields"),
        ("{%bieu_do chi gia_tri=du_toan}", "template.chart-without-fields"),
        ("{%bieu_do chi nhan=nguon gia_tri=du_toan kieu=rada}", "template.unknown-chart"),
        ("{%bieu_do chi nhan=nguon gia_tri=\"du_toan, thuc_hien\" kieu=tron}", "template.not-a-pie"),
        ("{%bieu_do am nhan=a gia_tri=b kieu=tron}", "template.not-a-pie"),
        ("{%bieu_do chi nhan=nguon gia_tri=khong}", "template.unknown-field"),
        ("{%bieu_do chi nhan=nguon gia_tri=nguon}", "template.wrong-type"),
        ("{%bieu_do chi nhan=nguon gia_tri=du_toan mau=đỏ}", "template.unknown-argument"),
        ("{%bieu_do dai nhan=a gia_tri=b}", "template.chart-too-large"),
    ]) func `what cannot be drawn is told`(_ tag: String, _ code: String) throws {
        let long = Value.list(
            (0..<2001).map { number -> Value in ["a": "x", "b": .number(Decimal(number))] })
        var data: Value { ["chi": list, "am": [["a": "x", "b": -1]], "dai": long] }
        for format in OfficeFormat.allCases {
            let failure = #expect(throws: Failure.self) {
                try SmallDocument.template(format, [tag]).render(data)
            }
            #expect(failure?.diagnostics.map(\.code) == [code])
        }
    }

    @Test(arguments: OfficeFormat.allCases) func `two thousand figures are drawn`(_ format: OfficeFormat)
        throws
    {
        let rows = (0..<1000).map { number -> Value in
            ["a": "x", "b": .number(Decimal(number)), "c": .number(Decimal(number))]
        }
        let template = try SmallDocument.template(format, ["{%bieu_do dai nhan=a gia_tri=\"b, c\"}"])
        let parts = try SmallDocument.parts(of: template.render(["dai": .list(rows)]))
        let chart = try #require(parts[format == .docx ? "word/charts/vt1.xml" : "ObjectVt1/content.xml"])
        #expect(chart.contains(">999<"))
        let failure = #expect(throws: Failure.self) { try template.render(["dai": .list(rows + [rows[0]])]) }
        #expect(failure?.diagnostics.map(\.code) == ["template.chart-too-large"])
    }

    @Test func `a chart of the template keeps its look and takes other figures`() throws {
        let series = { (number: Int) in
            """
            <c:ser><c:idx val="\(number)"/><c:order val="\(number)"/><c:tx><c:strRef><c:f>S!$B$1</c:f></c:strRef></c:tx>\
            <c:spPr><a:solidFill><a:srgbClr val="FF000\(number)"/></a:solidFill></c:spPr>\
            <c:cat><c:strRef><c:f>S!$A$2</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>S!$B$2</c:f></c:numRef></c:val></c:ser>
            """
        }
        let drawn = """
            <c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" \
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:chart><c:plotArea>\
            <c:areaChart><c:grouping val="standard"/>\(series(0))\(series(1))</c:areaChart></c:plotArea></c:chart>\
            <c:externalData r:id="old"/></c:chartSpace>
            """
        let body = """
            <w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/\
            wordprocessingDrawing"><wp:extent cx="3600000" cy="1800000"/><wp:docPr id="5" name="x" \
            descr="{%bieu_do chi nhan=nguon gia_tri=&quot;thuc_hien, du_toan, thuc_hien&quot;}"/><a:graphic xmlns:a=\
            "http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="c"><c:chart xmlns:c=\
            "http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r=\
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="r0"/></a:graphicData>\
            </a:graphic></wp:inline></w:drawing></w:r></w:p>
            """
        let bytes = try SmallDocument.docx(
            body: body, parts: [("word/charts/chart1.xml", "x", drawn)],
            relationships: [("chart", "charts/chart1.xml")])
        let parts = try SmallDocument.parts(of: Template(bytes: bytes, file: "m.docx").render(data))
        let chart = try #require(parts["word/charts/vt1.xml"])
        #expect(
            chart.contains("<c:areaChart>") && !chart.contains("\"old\"") && chart.contains("r:id=\"r1\""))
        // The third series looks as the last that was drawn.
        #expect(chart.ranges(of: "<c:ser>").count == 3)
        #expect(chart.ranges(of: "FF0000").count == 1 && chart.ranges(of: "FF0001").count == 2)
        #expect(chart.ranges(of: ">1250.5<").count == 2)
        let text = try #require(parts["word/document.xml"])
        #expect(text.contains("cx=\"3600000\"") && !text.contains("{%") && !text.contains("r:id=\"r0\""))
    }

    @Test func `inspect asks for a list with those fields`() throws {
        let template = try SmallDocument.template(
            .docx, ["{%bieu_do chi nhan=nguon gia_tri=so_tien}", "{%x | ma_qr}"])
        let fields = template.fields.fields
        #expect(fields.map(\.name) == ["chi", "x"])
        #expect(fields.map(\.shape) == [.list, .text])
        #expect(fields.first?.fields.map(\.name) == ["nguon", "so_tien"])
        #expect(fields.first?.fields.map(\.shape) == [.value, .number])
    }
}
