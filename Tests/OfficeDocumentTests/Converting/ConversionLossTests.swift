import Container
import Diagnostics
import OfficeDocument
import OfficePackage
import Testing

/// Everything that is not carried over is told; those cases need more than a body.
@Suite struct ConversionLosses {
    private func codes(_ read: ReadDocument) -> [String] { Document.rewriting(read).warnings.map(\.code) }

    private let text = "<w:p><w:r><w:t>chữ</w:t></w:r></w:p>"
    private let sheet = #"<w:pgSz w:w="11906" w:h="16838"/>"#
    private let margins = #"<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701"/>"#

    @Test func `a picture`() throws {
        let picture =
            #"<w:drawing><wp:inline><wp:extent cx="360000" cy="360000"/><a:graphic><a:graphicData>"#
            + #"<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill>"#
            + #"<a:blip r:embed="x"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"#
        #expect(
            codes(try HandMade.docx("<w:p><w:r><w:t>chữ</w:t>\(picture)</w:r></w:p>")) == [
                "convert.lost-picture"
            ])
    }

    /// A sign that Unicode knows is written so; another is told with its font.
    @Test(arguments: [
        ("Symbol", "F0B3", "≥", []), ("Symbol", "B3", "≥", []), ("Symbol", "F0B0", "°", []),
        ("Symbol", "F0FE", "⎭", []), ("Symbol", "F0F0", "\u{F0F0}", ["convert.lost-symbol"]),
        ("Wingdings", "F0FE", "☑", []), ("Wingdings", "F0FD", "☒", []), ("Wingdings", "F06F", "□", []),
        ("Wingdings", "F071", "❑", []), ("Wingdings", "F028", "☎", []), ("Wingdings", "F0E0", "→", []),
        ("wingdings", "F0FF", "\u{F0FF}", ["convert.lost-symbol"]), ("Wingdings 2", "F052", "☑", []),
        ("Times New Roman", "2265", "≥", []), ("Webdings", "F061", "\u{F061}", ["convert.lost-symbol"]),
    ]) func `symbols of a font`(font: String, code: String, sign: String, expected: [String]) throws {
        let symbol = #"<w:sym w:font="\#(font)" w:char="\#(code)"/>"#
        let source = try HandMade.docxFile("<w:p><w:r>\(symbol)<w:t> 5</w:t></w:r></w:p>")
        for format in OfficeFormat.allCases {
            let made = try Converted(source, to: format)
            #expect(made.codes == expected)
            #expect(made.document.marked == [sign + " 5"])
        }
    }

    @Test(arguments: ["left", "right"]) func `a line at a paragraph's side`(edge: String) throws {
        let line = #"<w:pBdr><w:\#(edge) w:val="single" w:sz="4" w:color="auto"/></w:pBdr>"#
        let read = try HandMade.docx("<w:p><w:pPr>\(line)</w:pPr><w:r><w:t>chữ</w:t></w:r></w:p>")
        #expect(codes(read) == ["convert.lost-border"])
    }

    @Test func `the headers of even pages, where they say something else`() throws {
        let section = { (kinds: [String]) in
            "<w:sectPr>" + kinds.map { #"<w:headerReference w:type="\#($0)" r:id="header"/>"# }.joined()
                + "</w:sectPr>"
        }
        let parts = ["header": text, "settings": "<w:evenAndOddHeaders/>"]
        #expect(codes(try HandMade.docx(text + section(["even"]), parts)) == ["convert.lost-even-pages"])
        #expect(codes(try HandMade.docx(text + section(["even", "default"]), parts)) == [])
    }

    @Test func `a table in a header`() throws {
        let table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>ô</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>"
        let section = #"<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>"#
        #expect(codes(try HandMade.docx(text + section, ["header": table])) == ["convert.lost-header-table"])
    }

    /// The first page's style is followed by another: what differs beyond a tenth of a millimetre is told.
    @Test(arguments: [("20mm", []), ("20.05mm", []), ("25mm", ["convert.lost-first-page-layout"])])
    func `the first page's own margins`(margin: String, expected: [String]) throws {
        let layout = { (name: String, left: String) in
            #"<style:page-layout style:name="\#(name)"><style:page-layout-properties fo:page-width="210mm" "#
                + #"fo:page-height="297mm" fo:margin="20mm" fo:margin-left="\#(left)" style:num-format="1"/>"#
                + "</style:page-layout>"
        }
        let pages =
            "<office:automatic-styles>\(layout("A", margin))\(layout("B", "20mm"))</office:automatic-styles>"
            + #"<office:master-styles><style:master-page style:name="First" style:page-layout-name="A" "#
            + #"style:next-style-name="Standard"/><style:master-page style:name="Standard" "#
            + #"style:page-layout-name="B"/></office:master-styles>"#
        let automatic =
            #"<style:style style:name="P1" style:family="paragraph" style:master-page-name="First"/>"#
        let read = try HandMade.odt(
            #"<text:p text:style-name="P1">chữ</text:p>"#, automatic: automatic, pages: pages)
        #expect(codes(read) == expected)
    }

    @Test func `page numbers in letters`() throws {
        let section = #"<w:sectPr><w:pgNumType w:fmt="lowerRoman"/></w:sectPr>"#
        #expect(codes(try HandMade.docx(text + section)) == ["convert.lost-page-number-format"])
    }

    @Test func `a signature`() throws {
        var read = try HandMade.docx(text)
        read.traits.insert(.signature)
        #expect(codes(read) == ["convert.lost-signature"])
    }

    @Test func `another sheet within one page becomes a new page`() throws {
        let wide = #"<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>"#
        let body =
            "<w:p><w:pPr><w:sectPr>\(sheet)\(margins)</w:sectPr></w:pPr><w:r><w:t>một</w:t></w:r></w:p>"
            + text
        let read = try HandMade.docx(
            body + #"<w:sectPr><w:type w:val="continuous"/>\#(wide)\#(margins)</w:sectPr>"#)
        #expect(codes(read) == ["convert.new-page"])
        let alike = try HandMade.docx(
            body + #"<w:sectPr><w:type w:val="continuous"/>\#(sheet)\#(margins)</w:sectPr>"#)
        #expect(codes(alike) == [])
    }
}
