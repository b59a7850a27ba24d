import Container
import Diagnostics
import OfficePackage
import TestSupport
import Testing
import VietnameseText
import XMLTree

@testable import OfficeDocument

/// Paragraphs with everything that letters can stand in, and beside.
private enum Woven {
    static let word = #"""
        <w:p w:rsidR="00A1"><w:pPr><w:ind w:left="720"  w:hanging="360"/></w:pPr><w:r w:rsidR="00A2"><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Một </w:t><w:tab/><w:t>hai</w:t><w:br/></w:r><w:proofErr w:type="spellStart"/><w:ins w:id="1" w:author="a"><w:r><w:t>ba</w:t></w:r></w:ins><w:del w:id="2" w:author="a"><w:r><w:delText>bốn</w:delText></w:r></w:del><w:hyperlink w:anchor="x"><w:r><w:t> năm</w:t></w:r></w:hyperlink><w:commentRangeStart w:id="7"/><w:r><w:noBreakHyphen/><w:t>sáu</w:t></w:r><w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r></w:p>
        <w:p><w:r><w:t>Trang </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>9</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:fldSimple w:instr=" DATE "><w:r><w:t>hôm nay</w:t></w:r></w:fldSimple><w:sdt><w:sdtContent><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:sdtContent></w:sdt><w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r></w:p>
        <w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>trong hộp</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>ngoài hộp</w:t></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>ô</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>
        <w:p><w:r><w:t>vui</w:t><mc:AlternateContent><mc:Choice Requires="w16se"><e:symEx xmlns:e="http://schemas.microsoft.com/office/word/2015/wordml/symex" e:char="1F600"/></mc:Choice><mc:Fallback><w:t>😀</w:t></mc:Fallback></mc:AlternateContent><w:t>vẻ</w:t></w:r></w:p>
        """#

    static let open = #"""
        <text:p  text:style-name='P1'>Một <text:span text:style-name="T1">hai<text:tab/> <text:span text:style-name="T2">ba</text:span></text:span>
           bốn<text:s text:c="3"/>năm<text:line-break/>sáu<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>chú</text:p></text:note-body></text:note><text:bookmark text:name="b"/> bảy</text:p>
        <text:h text:outline-level="1">  Trang <text:page-number>9</text:page-number><text:a>liên <text:span>kết</text:span></text:a></text:h>
        <text:p/>
        """#

    static func archive(_ format: OfficeFormat) throws -> Archive {
        switch format {
        case .docx: try HandMade.docxFile(word)
        case .odt:
            try HandMade.odtFile(
                open,
                automatic:
                    #"<style:style style:name="P1" style:family="paragraph"/><style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="T2" style:family="text"><style:text-properties fo:font-weight="normal"/></style:style>"#
            )
        }
    }
}

extension ReadParagraph {
    fileprivate var typed: [Unicode.Scalar] { runs.flatMap { Array($0.typedText.unicodeScalars) } }

    fileprivate func span(_ range: Range<Int>) -> TextSpan {
        TextSpan(element, range: range, letters: String(String.UnicodeScalarView(typed[range])))
    }
}

@Suite struct Editing {
    private func edited(_ archive: Archive, _ format: OfficeFormat, _ edits: [DocumentEdit]) throws
        -> Archive?
    {
        try DocumentEditor.bytes(of: archive, as: format, with: edits).map {
            try Archive(bytes: $0, file: archive.file)
        }
    }

    @Test(arguments: OfficeFormat.allCases) func `editor and reader count the same letters`(
        format: OfficeFormat
    ) throws {
        let archive = try Woven.archive(format)
        let paragraphs = try ReadDocument.reading(archive).value.paragraphs
        #expect(paragraphs.count > 2)
        for paragraph in paragraphs {
            let root = try Element(parsing: archive.contents(of: paragraph.place.part), file: "x")
            let element = try #require(root.element(at: paragraph.place.path))
            let letters =
                format == .docx ? WordLetters(element).map.scalars : OpenDocumentLetters(element).map.scalars
            #expect(letters == paragraph.typed)
        }
    }

    @Test func `letters that a run has in two ways are read once`() throws {
        let paragraphs = try ReadDocument.reading(Woven.archive(.docx)).value.paragraphs
        #expect(paragraphs.last?.text == "vui😀vẻ")
    }

    @Test(arguments: OfficeFormat.allCases, 0..<40)
    func `many letters replaced at once are those replaced one after another`(format: OfficeFormat, seed: Int)
        throws
    {
        var dice = SeededGenerator(seed: UInt64(seed))
        let archive = try Woven.archive(format)
        for (index, paragraph) in try ReadDocument.reading(archive).value.paragraphs.enumerated() {
            let count = paragraph.typed.count
            var spans: [Range<Int>] = []
            var start = 0
            while start < count {
                let end = min(count, start + Int.random(in: 1...3, using: &dice))
                if Bool.random(using: &dice) { spans.append(start..<end) }
                start = end + Int.random(in: 0...1, using: &dice)
            }
            let words = spans.map { _ in ["", "X", "YZ"].randomElement(using: &dice) ?? "" }
            let edits = zip(spans, words).map { DocumentEdit.text(paragraph.span($0), $1) }
            let atOnce = try edited(archive, format, edits.shuffled(using: &dice)) ?? archive
            var inTurn = archive
            for (span, word) in zip(spans, words).reversed() {
                let now = try ReadDocument.reading(inTurn).value.paragraphs[index]
                inTurn = try edited(inTurn, format, [.text(now.span(span), word)]) ?? inTurn
            }
            let found = try ReadDocument.reading(atOnce).value.paragraphs.map(\.typed)
            let wanted = try ReadDocument.reading(inTurn).value.paragraphs.map(\.typed)
            #expect(found == wanted)
        }
    }

    @Test(arguments: OfficeFormat.allCases) func `any letters can be replaced by any, wherever they stand`(
        format: OfficeFormat
    ) throws {
        let archive = try Woven.archive(format)
        let paragraphs = try ReadDocument.reading(archive).value.paragraphs
        for (index, paragraph) in paragraphs.enumerated() {
            let typed = paragraph.typed
            for start in typed.indices {
                for end in start...min(start + 4, typed.count) {
                    let edit = DocumentEdit.text(paragraph.span(start..<end), "X̣")
                    guard let after = try edited(archive, format, [edit]) else {
                        // Blanks that are only counted have no place for letters between them.
                        #expect(format == .odt && typed[start] == " " && typed[start - 1] == " ")
                        continue
                    }
                    let read = try ReadDocument.reading(after).value.paragraphs
                    let wanted = typed[..<start] + Array("X̣".unicodeScalars) + typed[end...]
                    #expect(read[index].typed == Array(wanted))
                    for other in paragraphs.indices where other != index {
                        #expect(read[other].runs == paragraphs[other].runs)
                    }
                }
            }
        }
    }

    @Test(arguments: OfficeFormat.allCases) func `the look of any letters can be changed, and of no others`(
        format: OfficeFormat
    ) throws {
        let archive = try Woven.archive(format)
        let paragraphs = try ReadDocument.reading(archive).value.paragraphs
        let change = CharacterChange(
            font: "Times New Roman", size: 13.5, weight: .bold, slant: .italic, underline: .single,
            colour: .automatic)
        func looks(_ paragraph: ReadParagraph) -> [(Unicode.Scalar, EffectiveCharacters)] {
            paragraph.runs.flatMap { run in run.typedText.unicodeScalars.map { ($0, run.format) } }
        }
        for (index, paragraph) in paragraphs.enumerated() {
            let before = looks(paragraph)
            for start in stride(from: 0, to: before.count, by: 2) {
                for end in [start + 1, (start + before.count + 1) / 2, before.count] where end > start {
                    let edit = DocumentEdit.characters(paragraph.span(start..<end), change)
                    let after = try #require(try edited(archive, format, [edit]))
                    let read = looks(try ReadDocument.reading(after).value.paragraphs[index])
                    #expect(read.map(\.0) == before.map(\.0))
                    for place in read.indices {
                        let look = read[place].1
                        guard (start..<end).contains(place) else {
                            #expect(look.size == before[place].1.size)
                            #expect(look.weight == before[place].1.weight)
                            continue
                        }
                        #expect(look.font == "Times New Roman" && look.size == 13.5)
                        #expect(look.weight == .bold && look.slant == .italic && look.underline == .single)
                    }
                }
            }
        }
    }

    @Test(arguments: OfficeFormat.allCases) func `paragraphs take what is asked for and keep the rest`(
        format: OfficeFormat
    ) throws {
        let archive = try Woven.archive(format)
        let before = try ReadDocument.reading(archive).value.paragraphs[0]
        let change = ParagraphChange(
            alignment: .justified, firstLineIndent: .millimetres(10), spaceBefore: .points(6),
            lineSpacing: .lines(1.5), keepsWithNext: true)
        let after = try #require(try edited(archive, format, [.paragraph(before.element, change)]))
        let paragraph = try ReadDocument.reading(after).value.paragraphs[0]
        var wanted = before.format
        wanted.alignment = .justified
        wanted.firstLineIndent = .twips(567)
        wanted.spaceBefore = .points(6)
        wanted.lineSpacing = .lines(1.5)
        wanted.keepsWithNext = true
        var found = paragraph.format
        // OpenDocument's millimetres have three decimals.
        found.firstLineIndent = found.firstLineIndent.map { .twips($0.twips) }
        found.spaceBefore = found.spaceBefore.map { .twips($0.twips) }
        #expect(found == wanted)
        #expect(paragraph.runs.map(\.format) == before.runs.map(\.format))
        let again = try edited(after, format, [.paragraph(paragraph.element, change)])
        #expect(again == nil || format == .odt)
    }

    @Test(arguments: OfficeFormat.allCases) func `only what an edit concerns is written anew`(
        format: OfficeFormat
    ) throws {
        let archive = try Woven.archive(format)
        let paragraph = try ReadDocument.reading(archive).value.paragraphs[1]
        let after = try #require(try edited(archive, format, [.text(paragraph.span(0..<5), "Tờ")]))
        for entry in archive.entries where entry.name != paragraph.place.part {
            #expect(try archive.stored(entry.name) == after.stored(entry.name))
        }
        let old = String(decoding: try archive.contents(of: paragraph.place.part), as: UTF8.self)
        let new = String(decoding: try after.contents(of: paragraph.place.part), as: UTF8.self)
        // A blank at the end is kept by all readers only where the file says so.
        let (was, wanted) =
            format == .docx
            ? ("<w:t>Trang </w:t>", #"<w:t xml:space="preserve">Tờ </w:t>"#) : ("  Trang ", "  Tờ ")
        #expect(new == old.replacing(was, with: wanted))
    }

    @Test(arguments: OfficeFormat.allCases) func `an edit whose letters are others by now is not made`(
        format: OfficeFormat
    ) throws {
        let archive = try Woven.archive(format)
        let place = try ReadDocument.reading(archive).value.paragraphs[0].element
        let wrong = TextSpan(place, range: 0..<3, letters: "Hai")
        let far = TextSpan(place, range: 900..<903, letters: "Hai")
        let nowhere = TextSpan(ElementPlace(part: place.part, path: [0, 77, 3]), range: 0..<1, letters: "x")
        let elsewhere = ElementPlace(part: "khong-co.xml", path: [0])
        let edits: [DocumentEdit] = [
            .text(wrong, "x"), .text(far, "x"), .text(nowhere, "x"),
            .characters(wrong, CharacterChange(size: 9)), .removeParagraph(place),
            .removeParagraph(elsewhere), .removePageNumber(elsewhere), .keepRowWhole(place),
        ]
        #expect(try edited(archive, format, edits) == nil)
    }

    @Test func `a field is given a look as a whole`() throws {
        let archive = try HandMade.odtFile("<text:p>Ngày <text:date>hôm nay</text:date></text:p>")
        let paragraph = try ReadDocument.reading(archive).value.paragraphs[0]
        let edit = DocumentEdit.characters(paragraph.span(5..<8), CharacterChange(weight: .bold))
        let after = try #require(try edited(archive, .odt, [edit]))
        let content = String(decoding: try after.contents(of: "content.xml"), as: UTF8.self)
        #expect(
            content.contains(
                #"Ngày <text:span text:style-name="VanThuT1"><text:date>hôm nay</text:date></text:span>"#))
    }

    @Test(arguments: OfficeFormat.allCases) func `tracked changes and comments stay as they are`(
        format: OfficeFormat
    ) throws {
        let archive = try Woven.archive(format)
        let before = try ReadDocument.reading(archive).value
        let edits = before.paragraphs.map { paragraph in
            DocumentEdit.characters(
                TextSpan(allOf: paragraph.element), CharacterChange(font: "Arial", size: 9))
        }
        let after = try #require(try edited(archive, format, edits))
        let read = try ReadDocument.reading(after).value
        #expect(read.traits == before.traits && read.comments == before.comments)
        let part = before.paragraphs[0].place.part
        let text = String(decoding: try after.contents(of: part), as: UTF8.self)
        let kept =
            format == .docx
            ? [
                "<w:delText>bốn</w:delText>", "<w:commentRangeStart w:id=\"7\"/>", "<w:ins w:id=\"1\"",
                "<w:proofErr w:type=\"spellStart\"/>",
            ] : ["<text:bookmark text:name=\"b\"/>", "<text:note-citation>1</text:note-citation>"]
        for words in kept { #expect(text.contains(words)) }
    }

    @Test(arguments: OfficeFormat.allCases) func `a changed sheet keeps its other measures`(
        format: OfficeFormat
    ) throws {
        let archive = try Archive(bytes: Sample.document.bytes(as: format), file: "mau.\(format.rawValue)")
        let before = try ReadDocument.reading(archive).value
        let position = try #require(before.position(ofSection: 0))
        let change = PageChange(top: .millimetres(22), left: .millimetres(31))
        let after = try #require(try edited(archive, format, [.page(position, change)]))
        let page = try ReadDocument.reading(after).value.sections[0].page
        func near(_ a: Length?, _ b: Length?) -> Bool {
            abs((a ?? .zero).millimetres - (b ?? .zero).millimetres) < 0.05
        }
        #expect(near(page.top, .millimetres(22)) && near(page.left, .millimetres(31)))
        let old = before.sections[0].page
        #expect(near(page.right, old.right) && near(page.bottom, old.bottom) && near(page.width, old.width))
    }
}
