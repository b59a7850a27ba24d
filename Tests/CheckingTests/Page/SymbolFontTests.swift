import OfficeDocument
import OfficePackage
import Testing

@testable import Checking
@testable import Forms

/// Signs that Word and LibreOffice keep as letters of a font of symbols, as typed there or by their places for private use.
private let signs: [(font: String, letters: String, shown: String)] = [
    ("Symbol", "\u{F0B3}", "≥"), ("Symbol", "a", "α"), ("Symbol1", "b", "β"), ("Wingdings", "\u{FC}", "✓"),
    ("Wingdings", "\u{F0FE}", "☑"), ("Wingdings", "\u{F0A8}", "□"), ("Wingdings 2", "R", "☑"),
    ("Wingdings 3", "p", "\u{F070}"), ("Webdings", "a", "\u{F061}"), ("MT Extra", "L", "\u{F04C}"),
]

@Test(arguments: signs.indices, OfficeFormat.allCases)
func `what a font of symbols shows is no text, whatever its letters`(index: Int, format: OfficeFormat) throws
{
    let (font, letters, shown) = signs[index]
    var sign = Run(letters)
    sign.format.font = font
    for runs in [[Run("Các đơn vị đạt "), sign, Run(" 95 điểm.")], [sign, Run(" Các đơn vị đạt.")]] {
        var document = RightDocuments.plan
        document.insert([FormStyle.body("x")], .after, Mutation.lastPoint)
        document.change("x") { $0.runs = runs }
        let read = try document.read(as: format)
        #expect(OfficialCheck(of: read).findings.map(\.rule) == [])
        let text = runs.map { $0 == sign ? shown : $0.text }.joined()
        #expect(read.paragraphs.contains { $0.text == text }, "\(text)")
    }
}

@Test(arguments: OfficeFormat.allCases) func `a mend leaves signs their font and their letters`(
    format: OfficeFormat
) throws {
    for (font, isOfSymbols) in [("Wingdings", true), ("Arial", false)] {
        var document = RightDocuments.plan
        document.insert([FormStyle.body("x")], .after, Mutation.lastPoint)
        document.change("x") {
            $0.runs = ["Nội dung:  ", "\u{FC}", " đạt ,  ", "\u{FC}", "  xong."].map { text in
                var run = Run(text)
                run.format.font = text == "\u{FC}" ? font : "Calibri"
                return run
            }
        }
        let file = try MendedFile(document, as: format)
        let mended = try #require(
            file.result.paragraphs.first { $0.runs.map(\.typedText).joined().hasSuffix("xong.") })
        let signs = mended.runs.filter { $0.typedText.contains("\u{FC}") }
        // A blank that was taken together with another may stand in the sign's run.
        let areKept = signs.count == 2 && signs.allSatisfy { $0.format.font == font }
        #expect(areKept == isOfSymbols, "\(signs)")
        #expect(
            mended.runs.filter { !$0.typedText.contains("\u{FC}") }.allSatisfy {
                $0.format.font == "Times New Roman"
            })
        #expect(!file.codesLeft.contains(.fontFamily))
    }
}
