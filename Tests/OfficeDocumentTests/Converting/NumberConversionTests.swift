import Container
import Diagnostics
import OfficeDocument
import OfficePackage
import Testing

/// Automatic numbers stay automatic where both formats write them alike.
@Suite struct NumberConversion {
    private static func level(
        _ index: Int, _ text: String, format: String = "decimal", start: Int = 1, further: String = "",
        look: String = ""
    ) -> String {
        #"<w:lvl w:ilvl="\#(index)"><w:start w:val="\#(start)"/><w:numFmt w:val="\#(format)"/>\#(further)"#
            + #"<w:lvlText w:val="\#(text)"/><w:pPr><w:ind w:left="\#(360 * (index + 1))" w:hanging="360"/></w:pPr>\#(look)</w:lvl>"#
    }

    private static func numbering(_ levels: String, nums: String = "") -> String {
        #"<w:abstractNum w:abstractNumId="0">\#(levels)</w:abstractNum>"#
            + #"<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>\#(nums)"#
    }

    private static func item(_ text: String, level: Int = 0, num: Int = 1, properties: String = "") -> String
    {
        #"<w:p><w:pPr><w:numPr><w:ilvl w:val="\#(level)"/><w:numId w:val="\#(num)"/></w:numPr>\#(properties)</w:pPr>"#
            + "<w:r><w:t>\(text)</w:t></w:r></w:p>"
    }

    private static func plain(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

    /// There and back; the labels are the same and still automatic.
    private func expectKept(
        _ source: Archive, _ labels: [String], sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let format = try ReadDocument.reading(source).value.format
        for other in OfficeFormat.allCases {
            let there = try Converted(source, to: other)
            let back = try Converted(there.archive, to: format)
            for converted in [there, back] {
                #expect(converted.codes == [], "\(other)", sourceLocation: sourceLocation)
                #expect(
                    converted.document.marked.filter { !$0.isEmpty } == labels, "\(other)",
                    sourceLocation: sourceLocation)
            }
        }
    }

    @Test func `levels with the words, starts and formats of an official document`() throws {
        let levels =
            Self.level(0, "Chương %1", format: "upperRoman") + Self.level(1, "Điều %2.", start: 3)
            + Self.level(2, "%3)", format: "lowerLetter") + Self.level(3, "%2.%3.%4.")
            + Self.level(
                4, "\u{F0B7}", format: "bullet", look: #"<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>"#)
        let body =
            Self.item("một") + Self.item("hai", level: 1) + Self.item("ba", level: 2)
            + Self.item("bốn", level: 2) + Self.plain("chen") + Self.item("năm", level: 2)
            + Self.item("sáu", level: 4) + Self.item("bảy", level: 1) + Self.item("tám", level: 2)
            + Self.item("chín")
        try expectKept(
            HandMade.docxFile(body, ["numbering": Self.numbering(levels)]),
            [
                "<Chương I>một", "<Điều 3.>hai", "<a)>ba", "<b)>bốn", "chen", "<c)>năm", "<•>sáu",
                "<Điều 4.>bảy", "<a)>tám", "<Chương II>chín",
            ])
    }

    @Test func `numbers of several levels`() throws {
        let levels = Self.level(0, "%1.") + Self.level(1, "%1.%2.") + Self.level(2, "%1.%2.%3")
        let body =
            Self.item("a") + Self.item("b", level: 1) + Self.item("c", level: 2) + Self.item("d", level: 2)
            + Self.item("e", level: 1) + Self.item("f", level: 2) + Self.item("g") + Self.item("h", level: 1)
        try expectKept(
            HandMade.docxFile(body, ["numbering": Self.numbering(levels)]),
            ["<1.>a", "<1.1.>b", "<1.1.1>c", "<1.1.2>d", "<1.2.>e", "<1.2.1>f", "<2.>g", "<2.1.>h"])
    }

    /// A second count of the definition begins anew, at its own number, and the first goes on from there.
    @Test(arguments: [1, 5]) func `a count that begins anew`(start: Int) throws {
        let again =
            #"<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">"#
            + #"<w:startOverride w:val="\#(start)"/></w:lvlOverride></w:num>"#
        let levels = Self.level(0, "%1.") + Self.level(1, "%2)", format: "lowerLetter")
        let body =
            Self.item("a") + Self.item("b") + Self.item("c", level: 1) + Self.item("d", num: 2)
            + Self.item("e", level: 1, num: 2) + Self.item("f", num: 2)
        try expectKept(
            HandMade.docxFile(body, ["numbering": Self.numbering(levels, nums: again)]),
            ["<1.>a", "<2.>b", "<a)>c", "<\(start).>d", "<a)>e", "<\(start + 1).>f"])
    }

    @Test func `numbers in the cells of a table`() throws {
        let row = { (text: String) in
            "<w:tr><w:tc>\(Self.item(""))</w:tc><w:tc>\(Self.plain(text))</w:tc></w:tr>"
        }
        try expectKept(
            HandMade.docxFile(
                "<w:tbl>\(row("a"))\(row("b"))</w:tbl>" + Self.item("c"),
                ["numbering": Self.numbering(Self.level(0, "%1"))]), ["<1>", "a", "<2>", "b", "<3>c"])
    }

    /// The pieces of a list before, in and behind a table, or two, go on in the order in which they stand.
    @Test(arguments: [1, 2]) func `numbers before, in and behind a table`(tables: Int) throws {
        let table = "<w:tbl><w:tr><w:tc>\(Self.item("ô"))</w:tc></w:tr></w:tbl>"
        let body =
            Self.item("a") + Self.plain("giữa") + Self.item("b")
            + String(repeating: table + Self.item("sau"), count: tables)
        let labels = ["<1.>a", "giữa", "<2.>b", "<3.>ô", "<4.>sau", "<5.>ô", "<6.>sau"]
        let source = try HandMade.docxFile(body, ["numbering": Self.numbering(Self.level(0, "%1."))])
        try expectKept(source, Array(labels.prefix(3 + 2 * tables)))
        // Each piece goes on from one that stands before it, as Writer counts.
        let written = String(
            decoding: try Converted(source, to: .odt).archive.contents(of: "content.xml"), as: UTF8.self)
        let pieces = written.split(separator: "<text:list ").dropFirst()
        #expect(pieces.count == 3 + 2 * tables - 1)
        for (number, piece) in pieces.enumerated() {
            #expect(piece.hasPrefix("xml:id=\"list\(number + 1)\""))
            #expect(piece.contains("continue-list=\"list\(number)\"") == (number > 0))
        }
    }

    @Test func `a count that begins anew in a table leaves the one before it alone`() throws {
        let again =
            #"<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">"#
            + #"<w:startOverride w:val="1"/></w:lvlOverride></w:num>"#
        let cells = { (text: String) in "<w:tr><w:tc>\(Self.item(text, num: 2))</w:tc></w:tr>" }
        let body =
            Self.item("a") + Self.item("b") + "<w:tbl>\(cells("c"))\(cells("d"))</w:tbl>" + Self.plain("e")
        try expectKept(
            HandMade.docxFile(body, ["numbering": Self.numbering(Self.level(0, "%1."), nums: again)]),
            ["<1.>a", "<2.>b", "<1.>c", "<2.>d", "e"])
    }

    @Test(arguments: OfficeFormat.allCases) func `a style keeps its numbers, indents and separators`(
        to: OfficeFormat
    ) throws {
        let styles =
            #"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>"#
            + #"<w:style w:type="paragraph" w:styleId="Dieu"><w:name w:val="Điều"/><w:basedOn w:val="Normal"/><w:pPr>"#
            + #"<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>"#
        let levels = Self.level(0, "Điều %1.", further: #"<w:pStyle w:val="Dieu"/><w:suff w:val="space"/>"#)
        let paragraph = { (text: String) in
            #"<w:p><w:pPr><w:pStyle w:val="Dieu"/></w:pPr><w:r><w:t>\#(text)</w:t></w:r></w:p>"#
        }
        let source = try HandMade.docxFile(
            Self.plain("mở") + paragraph("một") + paragraph("hai"),
            ["styles": styles, "numbering": Self.numbering(levels)])
        let there = try Converted(source, to: to)
        let back = try Converted(there.archive, to: .docx)
        for converted in [there, back] {
            #expect(converted.codes == [])
            #expect(converted.document.marked == ["mở", "<Điều 1.>một", "<Điều 2.>hai"])
            let second = converted.document.paragraphs[1]
            #expect(second.label?.separator == .space)
            #expect(second.format.leftIndent?.twips == 360)
            #expect(second.format.firstLineIndent?.twips == -360)
        }
        let written = String(decoding: try back.archive.contents(of: "word/styles.xml"), as: UTF8.self)
        #expect(written.contains(#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>"#))
        let lists = String(decoding: try back.archive.contents(of: "word/numbering.xml"), as: UTF8.self)
        #expect(lists.contains(#"<w:pStyle w:val="Dieu"/>"#))
    }

    @Test(arguments: OfficeFormat.allCases) func `what follows a page break within has no number`(
        to: OfficeFormat
    ) throws {
        let styles =
            #"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>"#
            + #"<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Mục"/><w:pPr><w:numPr><w:numId w:val="1"/>"#
            + "</w:numPr></w:pPr></w:style>"
        let paragraph = { (text: String) in
            #"<w:p><w:pPr><w:pStyle w:val="Muc"/></w:pPr><w:r>\#(text)</w:r></w:p>"#
        }
        let source = try HandMade.docxFile(
            paragraph(#"<w:t>một</w:t><w:br w:type="page"/><w:t>sau</w:t>"#) + paragraph("<w:t>hai</w:t>"),
            ["styles": styles, "numbering": Self.numbering(Self.level(0, "%1."))])
        #expect(try Converted(source, to: to).document.marked == ["<1.>một", "sau", "<2.>hai"])
    }

    /// The number takes after the paragraph's mark, the letters do not.
    @Test(arguments: OfficeFormat.allCases) func `the look of a number is its own`(to: OfficeFormat) throws {
        let levels = Self.level(0, "%1.", look: "<w:rPr><w:i/></w:rPr>")
        let body = Self.item("thường", properties: "<w:rPr><w:b/><w:strike/></w:rPr>")
        let source = try HandMade.docxFile(body, ["numbering": Self.numbering(levels)])
        let there = try Converted(source, to: to)
        let back = try Converted(there.archive, to: .docx)
        for converted in [there, back] {
            let paragraph = converted.document.paragraphs[0]
            #expect(paragraph.label?.characters.weight == .bold)
            #expect(paragraph.label?.characters.slant == .italic)
            #expect(paragraph.label?.characters.isStruckThrough == true)
            #expect(paragraph.runs[0].format.weight != .bold)
            #expect(paragraph.runs[0].format.slant != .italic)
            #expect(paragraph.runs[0].format.isStruckThrough == false)
        }
    }

    /// A sign that only its own font has keeps it, and the font is among the document's.
    @Test(arguments: OfficeFormat.allCases) func `a bullet of a font of signs keeps its font`(
        to: OfficeFormat
    ) throws {
        let look = #"<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>"#
        let level = Self.level(0, "\u{F04A}", format: "bullet", look: look)
        let source = try HandMade.docxFile(Self.item("a"), ["numbering": Self.numbering(level)])
        let there = try Converted(source, to: to)
        #expect(there.codes == [])
        #expect(there.document.paragraphs[0].label?.characters.font == "Wingdings")
        let (part, declared) =
            to == .docx
            ? ("word/fontTable.xml", #"<w:font w:name="Wingdings">"#)
            : ("styles.xml", #"<style:font-face style:name="Wingdings""#)
        let text = String(decoding: try there.archive.contents(of: part), as: UTF8.self)
        #expect(text.contains(declared))
    }

    /// What one of the formats cannot say is typed out, and told; what comes after is counted on from there.
    @Test(arguments: [
        (level(0, "%1.", format: "decimalZero"), ["01. a", "02. b"]),
        (level(0, "%1.", format: "ordinalText"), ["1. a", "2. b"]),
        (level(0, "[%1%]"), ["[1%] a", "[2%] b"]), (level(0, "--", format: "bullet"), ["-- a", "-- b"]),
    ]) func `a number that one format cannot write is typed`(level: String, texts: [String]) throws {
        let source = try HandMade.docxFile(
            Self.item("a") + Self.item("b"), ["numbering": Self.numbering(level)])
        for format in OfficeFormat.allCases {
            let there = try Converted(source, to: format)
            #expect(there.codes == ["convert.typed-label"])
            #expect(there.document.marked.map { $0.replacing("\t", with: " ") } == texts)
        }
    }

    @Test func `levels that are not in a row are typed, and the others go on counting`() throws {
        let levels = Self.level(0, "%1.") + Self.level(1, "%2-%1")
        let body = Self.item("a") + Self.item("b", level: 1) + Self.item("c")
        let source = try HandMade.docxFile(body, ["numbering": Self.numbering(levels)])
        for format in OfficeFormat.allCases {
            let there = try Converted(source, to: format)
            #expect(there.codes == ["convert.typed-label"])
            #expect(there.document.marked == ["<1.>a", "1-1\tb", "<2.>c"])
        }
    }

    // MARK: From OpenDocument

    private static let listStyle =
        #"<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" "#
        + #"style:num-suffix="."><style:list-level-properties text:list-level-position-and-space-mode="label-alignment">"#
        + #"<style:list-level-label-alignment text:label-followed-by="listtab" fo:margin-left="10mm" fo:text-indent="-5mm"/>"#
        + #"</style:list-level-properties></text:list-level-style-number><text:list-level-style-number text:level="2" "#
        + #"style:num-format="1" style:num-suffix="." text:display-levels="2"/></text:list-style>"#

    @Test func `lists of OpenDocument, one within another, begun at a number and gone on with`() throws {
        let item = { (text: String, further: String) in
            "<text:list-item><text:p>\(text)</text:p>\(further)</text:list-item>"
        }
        let body =
            #"<text:list xml:id="a" text:style-name="L1">"#
            + item("a", "<text:list>\(item("b", ""))</text:list>")
            + #"<text:list-item text:start-value="7"><text:p>c</text:p></text:list-item></text:list><text:p>d</text:p>"#
            + #"<text:list text:continue-list="a" text:style-name="L1">"# + item("e", "") + "</text:list>"
            + #"<text:list text:style-name="L1">"# + item("f", "") + "</text:list>"
        try expectKept(
            HandMade.odtFile(body, automatic: Self.listStyle),
            ["<1.>a", "<1.1.>b", "<7.>c", "d", "<8.>e", "<1.>f"])
    }

    /// Writer sets it at the indent.
    @Test(arguments: OfficeFormat.allCases) func `a further paragraph of an item has no number that hangs`(
        to: OfficeFormat
    ) throws {
        let body =
            #"<text:list text:style-name="L1"><text:list-item><text:p>a</text:p><text:p>b</text:p></text:list-item></text:list>"#
        let there = try Converted(HandMade.odtFile(body, automatic: Self.listStyle), to: to)
        #expect(there.document.marked == ["<1.>a", "b"])
        #expect(there.document.paragraphs.map { $0.format.leftIndent?.twips } == [567, 567])
        #expect(there.document.paragraphs.map { $0.format.firstLineIndent?.twips } == [-283, 0])
    }

    @Test func `the numbers of headings`() throws {
        let styles =
            #"<style:style style:name="Heading" style:family="paragraph" style:default-outline-level="1"/>"#
            + #"<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="I" "#
            + #"style:num-suffix="."/></text:outline-style>"#
        let heading = { (text: String) in
            #"<text:h text:style-name="Heading" text:outline-level="1">\#(text)</text:h>"#
        }
        let source = try HandMade.odtFile(
            heading("a") + "<text:p>chữ</text:p>" + heading("b"), styles: styles)
        try expectKept(source, ["<I.>a", "chữ", "<II.>b"])
        #expect(try Converted(source, to: .docx).document.paragraphs[0].format.outlineLevel == 1)
    }

    @Test func `a list in a header or a note is typed`() throws {
        let pages =
            #"<office:automatic-styles>\#(Self.listStyle)</office:automatic-styles><office:master-styles>"#
            + #"<style:master-page style:name="Standard"><style:header><text:list text:style-name="L1"><text:list-item>"#
            + "<text:p>đầu</text:p></text:list-item></text:list></style:header></style:master-page></office:master-styles>"
        let there = try Converted(HandMade.odtFile("<text:p>chữ</text:p>", pages: pages), to: .docx)
        #expect(there.codes == ["convert.typed-label"])
        let header = there.document.sections[0].headers[.standard]
        #expect(header?.blocks.paragraphs.map(\.text) == ["1.\tđầu"])
    }
}
