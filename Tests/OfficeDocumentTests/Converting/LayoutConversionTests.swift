import Container
import Diagnostics
import OfficeDocument
import OfficePackage
import Testing

/// Gaps and lines are laid out alike in both formats.
@Suite struct LayoutConversion {
    private static func word(_ compatibility: String, _ body: String = "<w:p><w:r><w:t>chữ</w:t></w:r></w:p>")
        throws -> Archive
    { try HandMade.docxFile(body, ["settings": "<w:compat>\(compatibility)</w:compat>"]) }

    private static func settings(_ items: [(String, Bool)]) -> String {
        let items = items.map {
            #"<config:config-item config:name="\#($0)" config:type="boolean">\#($1)</config:config-item>"#
        }
        return
            #"<config:config-item-set config:name="ooo:configuration-settings">\#(items.joined())</config:config-item-set>"#
    }

    private static func openDocument(_ items: [(String, Bool)]) throws -> Archive {
        try HandMade.odtFile("<text:p>chữ</text:p>", settings: settings(items))
    }

    private func text(_ name: String, _ converted: Converted) throws -> String {
        String(decoding: try converted.archive.contents(of: name), as: UTF8.self)
    }

    /// In Word the larger of two spaces counts, unless it is told otherwise.
    @Test(arguments: [
        ("", false), ("<w:doNotUseHTMLParagraphAutoSpacing/>", true),
        (#"<w:doNotUseHTMLParagraphAutoSpacing w:val="0"/>"#, false),
    ]) func `spaces add up, or the larger counts, as they did in Word`(said: String, adds: Bool) throws {
        let there = try Converted(Self.word(said), to: .odt)
        #expect(
            try text("settings.xml", there).contains(
                #"config:name="AddParaTableSpacing" config:type="boolean">\#(adds)<"#))
        let back = try Converted(there.archive, to: .docx)
        #expect(try text("word/settings.xml", back).contains("doNotUseHTMLParagraphAutoSpacing") == adds)
    }

    @Test(arguments: [true, false]) func `spaces add up, or the larger counts, as they did in Writer`(
        adds: Bool
    ) throws {
        let source = try Self.openDocument([("AddParaTableSpacing", adds)])
        let there = try Converted(source, to: .docx)
        #expect(try text("word/settings.xml", there).contains("doNotUseHTMLParagraphAutoSpacing") == adds)
        #expect(try Converted(there.archive, to: .odt).document.layout.addsSpaces == adds)
    }

    @Test(arguments: [true, false]) func `a line that ends with a break is stretched, or not, as it was`(
        stretches: Bool
    ) throws {
        let said = stretches ? "" : "<w:doNotExpandShiftReturn/>"
        let there = try Converted(Self.word(said), to: .odt)
        #expect(
            try text("settings.xml", there).contains(
                #"config:name="DoNotJustifyLinesWithManualBreak" config:type="boolean">\#(!stretches)<"#))
        let back = try Converted(there.archive, to: .docx)
        #expect(try text("word/settings.xml", back).contains("doNotExpandShiftReturn") == !stretches)
    }

    /// A text that says nothing is laid out as each program does with a new one.
    @Test func `what is not said stays unsaid`() throws {
        let there = try Converted(HandMade.odtFile("<text:p>chữ</text:p>"), to: .docx)
        let settings = try text("word/settings.xml", there)
        #expect(!settings.contains("doNotUseHTMLParagraphAutoSpacing"))
        #expect(!settings.contains("doNotExpandShiftReturn"))
    }

    @Test func `Writer lays out a document of Word as it does one that it opens itself`() throws {
        let there = try Converted(Self.word(""), to: .odt)
        #expect(
            there.document.layout
                == LayoutRules(
                    addsSpaces: false, stretchesBrokenLines: true, countsTabsFromMargin: true,
                    isLikeWord: true))
        let own = try Converted(HandMade.odtFile("<text:p>chữ</text:p>"), to: .odt)
        #expect(own.document.layout.isLikeWord == false)
    }

    /// In Writer they can be measured from the indent or from the margin, in Word from the margin alone.
    @Test(arguments: [(true, 3000), (false, 2000)]) func `a tab stands where it stood`(
        fromIndent: Bool, twips: Int
    ) throws {
        let automatic =
            #"<style:style style:name="P1" style:family="paragraph"><style:paragraph-properties fo:margin-left="50pt">"#
            + #"<style:tab-stops><style:tab-stop style:position="100pt"/></style:tab-stops></style:paragraph-properties>"#
            + "</style:style>"
        let source = try HandMade.odtFile(
            #"<text:p text:style-name="P1">chữ<text:tab/>chữ</text:p>"#, automatic: automatic,
            settings: Self.settings([("TabsRelativeToIndent", fromIndent)]))
        let there = try Converted(source, to: .docx)
        #expect(there.document.paragraphs[0].format.tabs.map(\.position.twips) == [twips])
        let back = try Converted(there.archive, to: .odt)
        #expect(back.document.paragraphs[0].format.tabs.map(\.position.twips) == [twips])
        #expect(back.document.layout.countsTabsFromMargin == true)
    }

    /// As browsers leave it: none at the beginning and the end, nor between items of a list.
    @Test(arguments: [("", 14.0), ("<w:doNotUseHTMLParagraphAutoSpacing/>", 5.0)])
    func `space that is left to Word is written as a length`(said: String, points: Double) throws {
        let automatic =
            #"<w:spacing w:before="100" w:beforeAutospacing="1" w:after="100" w:afterAutospacing="1"/>"#
        let paragraph = "<w:p><w:pPr>\(automatic)</w:pPr><w:r><w:t>chữ</w:t></w:r></w:p>"
        let there = try Converted(Self.word(said, paragraph + paragraph + paragraph), to: .odt)
        let paragraphs = there.document.paragraphs
        #expect(paragraphs.map { $0.format.spaceBefore?.points.rounded() } == [0, points, points])
        #expect(paragraphs.map { $0.format.spaceAfter?.points.rounded() } == [points, points, 0])
    }
}
