import Container
import Diagnostics
import OfficePackage
import Testing
import XMLTree

@testable import OfficeDocument

/// What stands in a paragraph and is no text is told; what it shows as text is kept.
@Suite struct UnreadContents {
    private static let math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    private static func run(_ content: String) -> String { "<w:r>\(content)</w:r>" }
    private static func text(_ words: String) -> String { run("<w:t xml:space=\"preserve\">\(words)</w:t>") }

    /// A form field, or another, with what stands between its beginning and its end.
    private static func field(_ form: String, _ instruction: String, result: String? = nil) -> String {
        run("<w:fldChar w:fldCharType=\"begin\">\(form)</w:fldChar>")
            + run("<w:instrText> \(instruction) </w:instrText>")
            + (result.map { run("<w:fldChar w:fldCharType=\"separate\"/>") + text($0) } ?? "")
            + run("<w:fldChar w:fldCharType=\"end\"/>")
    }

    private static func dropDown(_ chosen: String) -> String {
        "<w:ffData><w:ddList>\(chosen)<w:listEntry w:val=\"Sở\"/><w:listEntry w:val=\"Xã\"/></w:ddList></w:ffData>"
    }

    private static func box(_ state: String) -> String {
        "<w:ffData><w:checkBox><w:sizeAuto/>\(state)</w:checkBox></w:ffData>"
    }

    private static let fraction =
        "<m:oMathPara xmlns:m=\"\(math)\"><m:oMath><m:f><m:num><m:r><m:t>A</m:t></m:r></m:num><m:den><m:r><m:t>B</m:t></m:r></m:den></m:f></m:oMath></m:oMathPara>"
    private static let ruby = run(
        "<w:ruby><w:rt><w:r><w:t>âm</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>chữ</w:t></w:r></w:rubyBase></w:ruby>"
    )

    static let cases: [(content: String, shown: String, codes: [String])] = [
        ("<m:oMath xmlns:m=\"\(math)\"><m:r><m:t>H=A+B</m:t></m:r></m:oMath>", "", ["convert.lost-formula"]),
        (fraction, "", ["convert.lost-formula"]), (ruby, "chữ", ["convert.lost-ruby"]),
        (field("", "EQ \\f(1,2)"), "", ["convert.lost-field"]),
        (field(box("<w:default w:val=\"1\"/>"), "FORMCHECKBOX"), "☒", []),
        (field(box("<w:default w:val=\"1\"/><w:checked w:val=\"0\"/>"), "FORMCHECKBOX"), "☐", []),
        (field(box("<w:checked/>"), "FORMCHECKBOX"), "☒", []),
        (field(dropDown("<w:result w:val=\"1\"/>"), "FORMDROPDOWN"), "Xã", []),
        (field(dropDown(""), "FORMDROPDOWN"), "Sở", []),
        // An entry that is not there; a result of its own; a mark that shows nothing.
        (field(dropDown("<w:result w:val=\"7\"/>"), "FORMDROPDOWN"), "", ["convert.lost-field"]),
        (field(dropDown(""), "FORMDROPDOWN", result: "Tỉnh"), "Tỉnh", []), (field("", "XE \"x\""), "", []),
    ]

    @Test(arguments: cases) func `it is told, and its text is kept`(
        content: String, shown: String, codes: [String]
    ) throws {
        let source = try HandMade.docxFile("<w:p>\(Self.text("Đầu "))\(content)\(Self.text(" cuối."))</w:p>")
        for format in OfficeFormat.allCases {
            let made = try Converted(source, to: format)
            #expect(made.codes == codes)
            #expect(made.document.marked == ["Đầu \(shown) cuối."])
        }
    }

    @Test(arguments: cases) func `the editor counts the same letters and leaves what it shows`(
        content: String, shown: String, codes: [String]
    ) throws {
        let source = try HandMade.docxFile("<w:p>\(Self.text("Đầu "))\(content)\(Self.text(" cuối."))</w:p>")
        let paragraph = try #require(try ReadDocument.reading(source).value.paragraphs.first)
        let root = try Element(parsing: source.contents(of: paragraph.place.part), file: "x")
        let element = try #require(root.element(at: paragraph.place.path))
        #expect(String(String.UnicodeScalarView(WordLetters(element).map.scalars)) == paragraph.typedText)
        guard !shown.isEmpty, shown != "Tỉnh" else { return }
        let start = "Đầu ".unicodeScalars.count
        let span = TextSpan(
            paragraph.element, range: start..<start + shown.unicodeScalars.count, letters: shown)
        let all = TextSpan(paragraph.element, range: 0..<3, letters: "Đầu")
        let bytes = try DocumentEditor.bytes(
            of: source, as: .docx, with: [.text(span, "khác"), .text(all, "Cuối")])
        let edited = try Archive(bytes: try #require(bytes), file: "x")
        #expect(try ReadDocument.reading(edited).value.paragraphs.first?.text == "Cuối \(shown) cuối.")
    }

    @Test func `small letters above others are told of OpenDocument`() throws {
        let source = try HandMade.odtFile(
            "<text:p>Đầu <text:ruby><text:ruby-base>chữ</text:ruby-base><text:ruby-text>âm</text:ruby-text></text:ruby> cuối.</text:p>"
        )
        let made = try Converted(source, to: .docx)
        #expect(made.codes == ["convert.lost-ruby"])
        #expect(made.document.marked == ["Đầu chữ cuối."])
    }

    /// Letters of a run in a font of symbols are what a reader sees.
    @Test(arguments: [
        ("Symbol", "\u{F0B3} 95%", "≥ 95%"), ("Symbol", "a - b", "α − β"), ("symbol", "\u{F061}", "α"),
        ("Wingdings", "ü", "✓"), ("Wingdings", "\u{F0FE}", "☑"), ("Wingdings", "Điều", "Đ\u{F069}ề◆"),
        ("Wingdings 2", "P", "✓"), ("Times New Roman", "ü", "ü"), ("Symbol", "\u{F0F0}", "\u{F0F0}"),
    ]) func `a run in a font of symbols`(font: String, letters: String, shown: String) throws {
        let word =
            "<w:r><w:rPr><w:rFonts w:ascii=\"\(font)\" w:hAnsi=\"\(font)\" w:cs=\"\(font)\" w:eastAsia=\"\(font)\"/></w:rPr><w:t>\(letters)</w:t></w:r>"
        let open =
            #"<style:style style:name="S" style:family="text"><style:text-properties style:font-name="\#(font)" fo:font-family="\#(font)"/></style:style>"#
        let sources = [
            try HandMade.docxFile("<w:p>\(word)</w:p>"),
            try HandMade.odtFile(
                "<text:p><text:span text:style-name=\"S\">\(letters)</text:span></text:p>", automatic: open),
        ]
        for source in sources {
            #expect(try ReadDocument.reading(source).value.paragraphs.first?.text == shown)
            for format in OfficeFormat.allCases {
                #expect(try Converted(source, to: format).document.paragraphs.map(\.text) == [shown])
            }
        }
    }
}
