import Diagnostics
import OfficeDocument
import TestSupport
import Testing

struct LookCase: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let styles: String
    let body: String
    let expected: [String]

    init(_ name: String, styles: String = "", _ body: String, _ expected: String...) {
        testDescription = name
        self.styles = styles
        self.body = body
        self.expected = expected
    }
}

private let theme =
    #"<a:themeElements><a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>"#
    + #"<a:accent1><a:srgbClr val="4F81BD"/></a:accent1></a:clrScheme><a:fontScheme name="x">"#
    + #"<a:majorFont><a:latin typeface="Cambria"/></a:majorFont>"#
    + #"<a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:themeElements>"#

private let defaults =
    #"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="A" w:hAnsi="A"/><w:sz w:val="22"/></w:rPr>"#
    + "</w:rPrDefault></w:docDefaults>"

private func style(_ id: String, _ type: String, _ properties: String, base: String? = nil) -> String {
    #"<w:style w:type="\#(type)" w:styleId="\#(id)"><w:name w:val="\#(id)"/>"#
        + (base.map { #"<w:basedOn w:val="\#($0)"/>"# } ?? "") + "<w:rPr>\(properties)</w:rPr></w:style>"
}

@Test(arguments: [
    LookCase(
        "nothing said: the standard's ten points, no guess at the font", "<w:p><w:r><w:t>a</w:t></w:r></w:p>",
        "? 10.0"),
    LookCase("document defaults", styles: defaults, "<w:p><w:r><w:t>a</w:t></w:r></w:p>", "A 11.0"),
    LookCase(
        "a style over its base over the defaults",
        styles: defaults + style("B", "paragraph", #"<w:sz w:val="26"/><w:b/>"#)
            + style("C", "paragraph", "<w:i/>", base: "B"),
        #"<w:p><w:pPr><w:pStyle w:val="C"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"#, "A 13.0 bold italic"),
    LookCase(
        "two styles on a circle end where they began",
        styles: style("B", "paragraph", "<w:b/>", base: "C") + style("C", "paragraph", "<w:i/>", base: "B"),
        #"<w:p><w:pPr><w:pStyle w:val="C"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"#, "? 10.0 bold italic"),
    LookCase(
        "bold in the paragraph's and the run's style: together they are not bold",
        styles: style("B", "paragraph", "<w:b/>") + style("C", "character", "<w:b/>"),
        #"<w:p><w:pPr><w:pStyle w:val="B"/></w:pPr><w:r><w:rPr><w:rStyle w:val="C"/></w:rPr><w:t>a</w:t></w:r>"#
            + #"<w:r><w:rPr><w:rStyle w:val="C"/><w:b/></w:rPr><w:t>b</w:t></w:r></w:p>"#, "? 10.0",
        "? 10.0 bold"),
    LookCase(
        "bold in the defaults: a style's bold does not take it away, a direct zero does",
        styles: #"<w:docDefaults><w:rPrDefault><w:rPr><w:b/></w:rPr></w:rPrDefault></w:docDefaults>"#
            + style("B", "paragraph", "<w:b/>") + style("C", "character", "<w:b/>"),
        #"<w:p><w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:rStyle w:val="C"/></w:rPr><w:t>b</w:t></w:r>"#
            + #"<w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>c</w:t></w:r></w:p>"#
            + #"<w:p><w:pPr><w:pStyle w:val="B"/></w:pPr><w:r><w:rPr><w:rStyle w:val="C"/></w:rPr><w:t>d</w:t></w:r></w:p>"#,
        "? 10.0 bold", "? 10.0 bold", "? 10.0", "? 10.0 bold"),
    LookCase(
        "a direct zero switches off what a style switched on",
        styles: style("B", "paragraph", "<w:b/><w:caps/>"),
        #"<w:p><w:pPr><w:pStyle w:val="B"/></w:pPr><w:r><w:rPr><w:b w:val="0"/><w:caps w:val="false"/></w:rPr>"#
            + "<w:t>a</w:t></w:r></w:p>", "? 10.0"),
    LookCase(
        "fonts of the theme, and another for letters beyond ASCII",
        #"<w:p><w:r><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="majorHAnsi"/></w:rPr><w:t>aế</w:t></w:r>"#
            + #"<w:r><w:rPr><w:rFonts w:ascii="X" w:asciiTheme="minorHAnsi" w:hAnsi="Y"/></w:rPr><w:t>ế</w:t></w:r></w:p>"#,
        "Calibri (Cambria) 10.0", "Y 10.0"),
    LookCase(
        "colours of the theme, plain and with three quarters of its light",
        #"<w:p><w:r><w:rPr><w:color w:val="123456" w:themeColor="accent1"/></w:rPr><w:t>a</w:t></w:r>"#
            + #"<w:r><w:rPr><w:color w:themeColor="accent1" w:themeShade="BF"/></w:rPr><w:t>a</w:t></w:r>"#
            + #"<w:r><w:rPr><w:color w:val="auto"/></w:rPr><w:t>a</w:t></w:r></w:p>"#, "? 10.0 79,129,189",
        "? 10.0 55,96,146", "? 10.0"),
    LookCase(
        "a table's style is under the paragraph's",
        styles: style("T", "table", #"<w:sz w:val="18"/><w:i/>"#)
            + style("B", "paragraph", #"<w:sz w:val="28"/>"#),
        #"<w:tbl><w:tblPr><w:tblStyle w:val="T"/></w:tblPr><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p>"#
            + #"<w:p><w:pPr><w:pStyle w:val="B"/></w:pPr><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>"#,
        "? 9.0 italic", "? 14.0 italic"),
]) func `letters look as the standard says`(example: LookCase) throws {
    var parts = ["theme": theme]
    if !example.styles.isEmpty { parts["styles"] = example.styles }
    for variant in [HandMade.Variant.transitional, .strict] {
        let document = try HandMade.docx(example.body, parts, variant: variant)
        #expect(document.paragraphs.flatMap(\.runs).map { look($0.format) } == example.expected)
        #expect(document.traits.contains(.strictNamespaces) == (variant == .strict))
    }
}

private let numbering =
    #"<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>"#
    + #"<w:lvlText w:val="%1."/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>"#
    + #"<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/><w:isLgl/></w:lvl>"#
    + #"<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>"#
    + #"<w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF02D;"/></w:lvl></w:abstractNum>"#
    + #"<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>"#
    + #"<w:num w:numId="6"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/>"#
    + "</w:lvlOverride></w:num>"

@Test func `automatic numbers read like typed ones`() throws {
    let items = [(5, 0), (5, 1), (5, 1), (5, 2), (5, 2), (5, 0), (5, 1), (5, 3), (6, 0), (6, 0)]
    let body = items.map { list, level in
        #"<w:p><w:pPr><w:numPr><w:ilvl w:val="\#(level)"/><w:numId w:val="\#(list)"/></w:numPr></w:pPr>"#
            + "<w:r><w:t>x</w:t></w:r></w:p>"
    }
    let document = try HandMade.docx(body.joined(), ["numbering": numbering])
    #expect(
        document.paragraphs.map(\.visibleText) == [
            "I. x", "1.1. x", "1.2. x", "a) x", "b) x", "II. x", "2.1. x", "- x", "IV. x", "V. x",
        ])
    let first = try #require(document.paragraphs.first)
    #expect(first.format.leftIndent == .twips(720))
    #expect(first.format.firstLineIndent == .twips(-360))
}

@Test func `a number switched off takes its indents along`() throws {
    let styles =
        #"<w:style w:type="paragraph" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>"#
    let body =
        #"<w:p><w:pPr><w:pStyle w:val="L"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>"#
        + #"<w:p><w:pPr><w:pStyle w:val="L"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>y</w:t></w:r></w:p>"#
    let document = try HandMade.docx(body, ["numbering": numbering, "styles": styles])
    #expect(document.paragraphs.map(\.visibleText) == ["I. x", "y"])
    #expect(document.paragraphs.map(\.format.leftIndent) == [.twips(720), .zero])
}

@Test func `a page number is a field, its shown result no text`() throws {
    let complex =
        #"<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE \* MERGEFORMAT </w:instrText></w:r>"#
        + #"<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r>"#
        + #"<w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:fldChar w:fldCharType="end"/></w:r></w:p>"#
    let simple = #"<w:p><w:fldSimple w:instr="PAGE"><w:r><w:t>7</w:t></w:r></w:fldSimple></w:p>"#
    let date = #"<w:p><w:fldSimple w:instr="DATE"><w:r><w:t>hôm nay</w:t></w:r></w:fldSimple></w:p>"#
    let document = try HandMade.docx(complex + simple + date)
    #expect(document.paragraphs.map(\.text) == ["", "", "hôm nay"])
    #expect(
        document.paragraphs.map { $0.runs.flatMap(\.pieces).contains(.pageNumber) } == [true, true, false])
}

@Test func `a line is found however it was drawn`() throws {
    let connector =
        #"<wp:extent cx="720000" cy="0"/><a:graphic><a:graphicData><wps:wsp><wps:spPr><a:prstGeom prst="line"/>"#
        + #"<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr></wps:wsp>"#
        + "</a:graphicData></a:graphic>"
    let body =
        "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:anchor>\(connector)</wp:anchor></w:drawing></mc:Choice>"
        + #"<mc:Fallback><w:pict><v:line from="0,0" to="56.7pt,0"/></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"#
        + #"<w:p><w:r><w:pict><v:line from="10pt,5pt" to="66.7pt,5pt" strokeweight="1pt"/></w:pict></w:r></w:p>"#
        + ##"<w:p><w:r><w:pict><v:shape type="#_x0000_t32" style="position:absolute;width:20mm;height:0"/></w:pict></w:r></w:p>"##
        + #"<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="4" w:color="auto"/></w:pBdr>"#
        + #"<w:ind w:left="3969" w:right="3969"/></w:pPr></w:p>"#
        + #"<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="1701" w:right="1134" w:top="1134" w:bottom="1134"/></w:sectPr>"#
    let document = try HandMade.docx(body)
    let lines = document.paragraphs.map(\.lines)
    #expect(lines.map(\.count) == [1, 1, 1, 1])
    #expect(lines.flatMap { $0 }.allSatisfy { $0.direction == .horizontal })
    #expect(lines.flatMap { $0 }.map { ($0.length?.millimetres ?? 0).rounded() } == [20, 20, 20, 20])
}

@Test func `OpenDocument styles, spans and lists are in effect`() throws {
    let styles =
        #"<style:default-style style:family="paragraph"><style:text-properties style:font-name="F" fo:font-size="12pt"/>"#
        + "</style:default-style>" + #"<style:style style:name="Standard" style:family="paragraph"/>"#
        + #"<style:style style:name="B" style:display-name="Thân" style:family="paragraph" style:parent-style-name="Standard">"#
        + #"<style:paragraph-properties fo:text-align="justify" fo:margin-bottom="6pt" fo:text-indent="1.27cm"/>"#
        + #"<style:text-properties fo:font-size="150%" fo:font-weight="bold"/></style:style>"#
        + #"<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="a" style:num-suffix=")">"#
        + #"<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">"#
        + #"<style:list-level-label-alignment text:label-followed-by="space" fo:margin-left="10mm" fo:text-indent="-5mm"/>"#
        + "</style:list-level-properties></text:list-level-style-number></text:list-style>"
    let automatic =
        #"<style:style style:name="P1" style:family="paragraph" style:parent-style-name="B">"#
        + #"<style:paragraph-properties fo:margin-bottom="0mm"/></style:style>"#
        + #"<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="normal" fo:font-style="italic"/></style:style>"#
    let text =
        #"<text:p text:style-name="P1">  một  <text:span text:style-name="T1">hai</text:span></text:p>"#
        + #"<text:list text:style-name="L"><text:list-item><text:p>x</text:p><text:p>y</text:p></text:list-item>"#
        + "<text:list-item><text:p>z</text:p></text:list-item></text:list>"
    let document = try HandMade.odt(text, automatic: automatic, styles: styles)
    #expect(document.paragraphs.map(\.visibleText) == ["một hai", "a) x", "y", "b) z"])
    let first = try #require(document.paragraphs.first)
    #expect(first.runs.map { look($0.format) } == ["F 18.0 bold", "F 18.0 italic"])
    #expect(first.styleName == "Thân")
    #expect(first.format.alignment == .justified)
    #expect(first.format.spaceAfter == .zero)
    #expect(first.format.firstLineIndent == .millimetres(12.7))
    let item = document.paragraphs[1].format
    #expect(item.leftIndent == .millimetres(10))
    #expect(item.firstLineIndent == .millimetres(-5))
}

@Test func `macros are named, another program's file is refused`() throws {
    let document = try HandMade.docx(
        "<w:p/>", mainType: "application/vnd.ms-word.document.macroEnabled.main+xml")
    #expect(document.traits == [.macros])
    let failure = #expect(throws: Failure.self) {
        try HandMade.docx(
            "<w:p/>", mainType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")
    }
    #expect(failure?.diagnostics.map(\.code) == ["document.not-a-document"])
}
