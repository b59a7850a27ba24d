import OfficePackage
import Testing
import XMLTree

@testable import OfficeDocument

@Suite struct FormattingMarkup {
    @Test(arguments: paragraphMarkup) func `a paragraph's property is written as the standards say`(
        example: MarkupCase<ParagraphFormat>
    ) throws { try Markup.prove(example) }

    @Test(arguments: characterMarkup) func `a property of letters is written as the standards say`(
        example: MarkupCase<CharacterFormat>
    ) throws { try Markup.prove(example) }

    @Test(arguments: rowMarkup) func `a property of a table's row is written as the standards say`(
        example: MarkupCase<RowFormat>
    ) throws { try Markup.prove(example) }

    @Test(arguments: cellMarkup) func `a property of a cell is written as the standards say`(
        example: MarkupCase<CellFormat>
    ) throws { try Markup.prove(example) }

    @Test func `one typeface is written for every script`() throws {
        let format = CharacterFormat(font: "Arial")
        let fonts = #"<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>"#
        #expect(try Markup.written(word: format) == fonts)
        #expect(try Markup.written(openDocument: format) == #"<p style:font-name="Arial"/>"#)
        var read = CharacterFormat()
        read.read(word: try Markup.word(fonts), theme: WordTheme())
        #expect(read.font == "Arial" && read.accentedFont == "Arial")
    }

    @Test func `every row of the tables has its markup here`() {
        #expect(unproved(paragraphMarkup) == [] && unproved(rowMarkup) == [] && unproved(cellMarkup) == [])
        // The font has a test of its own: it is read as two properties.
        #expect(unproved(characterMarkup) == [\CharacterFormat.font])
    }

    private func unproved<Format>(_ cases: [MarkupCase<Format>]) -> [PartialKeyPath<Format>] {
        Format.properties.rows.filter { row in !cases.contains { row.isStated($0.format) } }.map(\.path)
    }

    @Test func `children stand in the order of the schema, whatever was there before`() throws {
        var whole = try Markup.word("")
        for example in paragraphMarkup.reversed() { example.format.write(word: &whole) }
        let order = [
            "keepNext", "keepLines", "pageBreakBefore", "pBdr", "shd", "tabs", "spacing", "ind",
            "contextualSpacing", "jc", "outlineLvl",
        ]
        #expect(whole.elements.map(\.name.local) == order)
        #expect(whole.word("pBdr")?.elements.map(\.name.local) == ["top", "left", "bottom", "right"])
        // An outside neighbour of each kind: before, between and behind.
        var properties = try Markup.word(#"<w:pStyle w:val="A"/><w:widowControl/><w:rPr/><w:sectPr/>"#)
        ParagraphFormat(alignment: .left, keepsWithNext: true).write(word: &properties)
        #expect(
            properties.elements.map(\.name.local) == [
                "pStyle", "keepNext", "widowControl", "jc", "rPr", "sectPr",
            ])
        let run = Element(QualifiedName(namespace: WordNames.main, prefix: "w", local: "rPr"))
        var letters = run
        for example in characterMarkup.reversed() { example.format.write(word: &letters) }
        #expect(
            letters.elements.map(\.name.local) == [
                "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "vanish", "color",
                "spacing", "sz", "szCs", "u", "shd", "vertAlign", "lang",
            ])
    }

    @Test(arguments: [
        // The spellings of the strict variant and of other languages' alignments.
        (#"<w:jc w:val="start"/>"#, ParagraphFormat(alignment: .left)),
        (#"<w:jc w:val="end"/>"#, ParagraphFormat(alignment: .right)),
        (#"<w:jc w:val="distribute"/>"#, ParagraphFormat(alignment: .justified)),
        (#"<w:jc w:val="nowhere"/>"#, ParagraphFormat()),
        (
            #"<w:ind w:start="720" w:end="2cm"/>"#,
            ParagraphFormat(leftIndent: .twips(720), rightIndent: .millimetres(20))
        ), (#"<w:ind w:firstLine="720" w:hanging="360"/>"#, ParagraphFormat(firstLineIndent: .twips(-360))),
        // A height without a rule stands under the usual one.
        (#"<w:spacing w:line="360"/>"#, ParagraphFormat(lineSpacing: .lines(1.5))),
        (#"<w:keepNext w:val="off"/>"#, ParagraphFormat(keepsWithNext: false)),
    ]) func `Word's other spellings are read`(markup: String, expected: ParagraphFormat) throws {
        var format = ParagraphFormat()
        format.read(word: try Markup.word(markup), theme: WordTheme())
        #expect(format == expected)
    }

    @Test func `a level that says a part of a property leaves the other part`() throws {
        var format = ParagraphFormat(leftIndent: .twips(720), lineSpacing: .exactly(.points(12)))
        format.read(
            word: try Markup.word(#"<w:spacing w:line="480"/><w:ind w:right="360"/>"#), theme: WordTheme())
        #expect(format.lineSpacing == .exactly(.points(24)))
        #expect(format.leftIndent == .twips(720) && format.rightIndent == .twips(360))
        format.read(word: try Markup.word(#"<w:spacing w:lineRule="auto"/>"#), theme: WordTheme())
        #expect(format.lineSpacing == .lines(2))
    }

    @Test func `tabs add up level by level and are cleared one by one`() throws {
        var format = ParagraphFormat()
        let tab = { (kind: String, place: Int) in #"<w:tab w:val="\#(kind)" w:pos="\#(place)"/>"# }
        for tabs in [tab("left", 500) + tab("right", 900), tab("clear", 500) + tab("center", 900)] {
            format.read(word: try Markup.word("<w:tabs>\(tabs)</w:tabs>"), theme: WordTheme())
        }
        #expect(format.tabs == [TabStop(position: .twips(900), kind: "center")])
    }

    @Test(arguments: [
        (
            #"fo:margin="1cm" fo:margin-left="0""#,
            [Length.zero, .millimetres(10), .millimetres(10), .millimetres(10)]
        ),
        (
            #"fo:margin-top="2mm" fo:margin="1cm""#,
            [.millimetres(10), .millimetres(10), .millimetres(2), .millimetres(10)]
        ),
    ]) func `OpenDocument's shorthands give way to single edges`(attributes: String, expected: [Length])
        throws
    {
        var format = ParagraphFormat()
        format.read(openDocument: try Markup.openDocument("<p \(attributes)/>"), faces: [:])
        #expect([format.leftIndent, format.rightIndent, format.spaceBefore, format.spaceAfter] == expected)
        format = ParagraphFormat()
        format.read(
            openDocument: try Markup.openDocument(
                ##"<p fo:border="1pt solid #000000" fo:border-top="none"/>"##), faces: [:])
        #expect(format.topBorder == Border.none && format.leftBorder?.width == .points(1))
    }

    @Test(arguments: [
        (#"style:font-name="F" fo:font-family="'Other One', serif""#, "Family"),
        (#"fo:font-family="'Other One', serif" style:font-name="F""#, "Family"),
        (#"fo:font-family="'Other One', serif""#, "Other One"), (#"style:font-name="G""#, "G"),
    ]) func `a declared font goes before a family`(attributes: String, expected: String) throws {
        var format = CharacterFormat()
        format.read(openDocument: try Markup.openDocument("<p \(attributes)/>"), faces: ["F": "Family"])
        #expect(format.font == expected)
    }

    @Test func `sizes in percent are those of the level below`() throws {
        var format = CharacterFormat(size: 12)
        format.read(openDocument: try Markup.openDocument(#"<p fo:font-size="150%"/>"#), faces: [:])
        #expect(format.size == 18)
        format.size = nil
        format.read(openDocument: try Markup.openDocument(#"<p fo:font-size="150%"/>"#), faces: [:])
        #expect(format.size == nil)
    }

    @Test func `the window's colour is black on white`() throws {
        var format = CharacterFormat()
        let attributes = ##"fo:color="#c00000" style:use-window-font-color="true""##
        format.read(openDocument: try Markup.openDocument("<p \(attributes)/>"), faces: [:])
        #expect(format.colour == .automatic)
    }

    @Test func `what would contradict a new value is taken away`() throws {
        var properties = try Markup.word(
            #"<w:spacing w:beforeAutospacing="1" w:beforeLines="5" w:after="60"/><w:ind w:start="1" w:leftChars="2"/>"#
        )
        ParagraphFormat(leftIndent: .twips(720), spaceBefore: .points(6)).write(word: &properties)
        #expect(
            properties.elements.map(Markup.text) == [
                #"<w:spacing w:after="60" w:before="120"/>"#, #"<w:ind w:left="720"/>"#,
            ])
        var letters = try Markup.word(
            #"<w:rFonts w:asciiTheme="minorHAnsi" w:hint="cs"/><w:color w:val="FF0000" w:themeColor="accent1"/>"#
        )
        CharacterFormat(font: "Arial", colour: .automatic).write(word: &letters)
        #expect(
            letters.elements.map(Markup.text) == [
                #"<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>"#,
                #"<w:color w:val="auto"/>"#,
            ])
    }

    @Test func `the strict variant has its own names of sides`() throws {
        var properties = try Markup.word("", namespace: Markup.strict)
        ParagraphFormat(alignment: .right).write(word: &properties)
        #expect(properties.elements.map(Markup.text) == [#"<w:jc w:val="end"/>"#])
    }
}
