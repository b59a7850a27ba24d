import Checking
import Container
import Diagnostics
import OfficeDocument
import Recognition
import Testing

@Suite struct LegacyRunTests {
    private static let font = #"<w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr>"#

    @Test(arguments: [
        // As LibreOffice writes the letter whose code is that of the soft hyphen.
        (
            "<w:r>\(font)<w:t>Bé tr</w:t><w:softHyphen/><w:t>ëng ®</w:t><w:softHyphen/><w:t>a</w:t></w:r>",
            "Bộ trưởng đưa"
        ), ("<w:r>\(font)<w:t>Bé tr\u{AD}ëng</w:t></w:r>", "Bộ trưởng"),
        (
            #"<w:r>\#(font)<w:t>b</w:t><w:sym w:font=".VnTime" w:char="F0B8"/><w:t>o c¸o</w:t></w:r>"#,
            "báo cáo"
        ),
        (
            #"<w:r>\#(font)<w:t>c¸c</w:t><w:tab/><w:t>®¬n vÞ</w:t></w:r><w:proofErr w:type="spellStart"/>"#
                + #"<w:r>\#(font)<w:t xml:space="preserve"> thuéc</w:t></w:r>"#, "các\tđơn vị thuộc"
        ),
    ]) func `letters of ABC are read however Word keeps them`(runs: String, meant: String) throws {
        let read = try HandMade.docx("<w:p>\(runs)</w:p>")
        let reading = UnicodeReading(of: read)
        #expect(reading.document.paragraphs.map(\.text) == [meant])
    }

    @Test func `the font may come from a style, the theme or the defaults`() throws {
        let styles = """
            <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/></w:rPr></w:rPrDefault>
            </w:docDefaults><w:style w:type="paragraph" w:styleId="a"><w:rPr><w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/>
            </w:rPr></w:style>
            """
        let read = try HandMade.docx(
            """
            <w:p><w:r><w:t>Vieät Nam</w:t></w:r></w:p>
            <w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>ViÖt Nam</w:t></w:r></w:p>
            """, ["styles": styles])
        #expect(UnicodeReading(of: read).document.paragraphs.map(\.text) == ["Việt Nam", "VIỆT NAM"])
    }

    @Test func `a soft hyphen in other text is no letter`() throws {
        let read = try HandMade.docx("<w:p><w:r><w:t>thực</w:t><w:softHyphen/><w:t>hiện</w:t></w:r></w:p>")
        #expect(UnicodeReading(of: read).document.paragraphs.map(\.text) == ["thực\u{AD}hiện"])
    }
}
