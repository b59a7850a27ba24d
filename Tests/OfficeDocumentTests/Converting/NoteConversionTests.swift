import Container
import Diagnostics
import OfficeDocument
import OfficePackage
import Testing
import XMLTree

/// Footnotes and endnotes come through in their places.
@Suite struct NoteConversion {
    private static let raised = #"<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>"#

    private static func wordNote(_ kind: String, _ id: Int, _ text: String, properties: String = "") -> String
    {
        #"<w:\#(kind) w:id="\#(id)"><w:p>\#(properties)<w:r>\#(raised)<w:\#(kind)Ref/></w:r>\#(text)</w:p></w:\#(kind)>"#
    }

    private static func wordReference(_ kind: String, _ id: Int) -> String {
        #"<w:r>\#(raised)<w:\#(kind)Reference w:id="\#(id)"/></w:r>"#
    }

    private static func run(_ text: String, _ properties: String = "") -> String {
        #"<w:r>\#(properties)<w:t xml:space="preserve">\#(text)</w:t></w:r>"#
    }

    /// Two footnotes and two endnotes, of which the first has the number of the first footnote.
    private static func word() throws -> Archive {
        let separator =
            #"<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"#
        let footnotes =
            separator + wordNote("footnote", 1, run(" lời ") + run("đậm", "<w:rPr><w:b/></w:rPr>"))
            + wordNote("footnote", 2, run(" thứ hai"))
        let endnotes = wordNote("endnote", 1, run(" cuối")) + wordNote("endnote", 2, run(" cuối nữa"))
        let body =
            "<w:p>" + run("một") + wordReference("footnote", 1) + run(" hai") + wordReference("endnote", 1)
            + "</w:p><w:p>" + run("ba") + wordReference("endnote", 2) + wordReference("footnote", 2)
            + "</w:p>"
        return try HandMade.docxFile(body, ["footnotes": footnotes, "endnotes": endnotes])
    }

    private static func openDocument() throws -> Archive {
        let note = { (kind: String, id: String, text: String) in
            #"<text:note text:id="\#(id)" text:note-class="\#(kind)"><text:note-citation>1</text:note-citation>"#
                + "<text:note-body><text:p>\(text)</text:p></text:note-body></text:note>"
        }
        let automatic =
            #"<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/>"#
            + "</style:style>"
        let styles = ["footnote", "endnote"].map {
            #"<style:style style:name="\#($0)" style:family="text"><style:text-properties "#
                + #"style:text-position="super 58%"/></style:style><text:notes-configuration "#
                + #"text:note-class="\#($0)" text:citation-body-style-name="\#($0)" style:num-format="1"/>"#
        }
        let body =
            "<text:p>một" + note("footnote", "a", #"lời <text:span text:style-name="T1">đậm</text:span>"#)
            + " hai" + note("endnote", "b", "cuối") + "</text:p><text:p>ba" + note("endnote", "c", "cuối nữa")
            + note("footnote", "d", "thứ hai") + "</text:p>"
        return try HandMade.odtFile(body, automatic: automatic, styles: styles.joined())
    }

    @Test(arguments: OfficeFormat.allCases, OfficeFormat.allCases)
    func `notes keep their place, their kind and their look, and on the way back`(
        from: OfficeFormat, to: OfficeFormat
    ) throws {
        let source = try from == .docx ? Self.word() : Self.openDocument()
        let there = try Converted(source, to: to)
        let back = try Converted(there.archive, to: from)
        let blank = from == .docx ? " " : ""
        for converted in [there, back] {
            #expect(converted.codes == [])
            #expect(
                converted.document.marked == [
                    "một[footnote: \(blank)lời đậm] hai[endnote: \(blank)cuối]",
                    "ba[endnote: \(blank)cuối nữa][footnote: \(blank)thứ hai]",
                ])
            let note = try #require(converted.document.notes.first { $0.kind == .footnote })
            #expect(note.blocks.paragraphs[0].runs.last?.format.weight == .bold)
            let references = converted.document.paragraphs.flatMap(\.runs).filter { run in
                run.pieces.contains { if case .note = $0 { true } else { false } }
            }
            #expect(references.map(\.format.position) == Array(repeating: .raised, count: 4))
        }
    }

    @Test(arguments: OfficeFormat.allCases) func `a note with a mark of its own keeps it, and has no number`(
        to: OfficeFormat
    ) throws {
        let notes = #"<w:footnote w:id="1"><w:p>\#(Self.run("* ghi chú"))</w:p></w:footnote>"#
        let body =
            "<w:p>" + Self.run("chữ")
            + #"<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r></w:p>"#
        let there = try Converted(HandMade.docxFile(body, ["footnotes": notes]), to: to)
        let back = try Converted(there.archive, to: .docx)
        #expect(back.document.marked == ["chữ[footnote: * ghi chú]*"])
        #expect(
            there.document.marked == [to == .docx ? "chữ[footnote: * ghi chú]*" : "chữ[footnote:  ghi chú]"])
        guard case .note(let reference)? = there.document.paragraphs[0].runs.last?.pieces.first else {
            Issue.record("no note")
            return
        }
        #expect(reference.mark == (to == .docx ? .nextText : .own("*")))
    }

    /// Word has a tab between a number and the text at the indent, OpenDocument has not.
    @Test(arguments: OfficeFormat.allCases) func `the text of a note begins at its hanging indent`(
        to: OfficeFormat
    ) throws {
        let hanging = #"<w:pPr><w:ind w:left="340" w:hanging="340"/></w:pPr>"#
        let notes = Self.wordNote("footnote", 1, "<w:r><w:tab/><w:t>lời</w:t></w:r>", properties: hanging)
        let body = "<w:p>" + Self.run("chữ") + Self.wordReference("footnote", 1) + "</w:p>"
        let there = try Converted(HandMade.docxFile(body, ["footnotes": notes]), to: to)
        #expect(there.document.marked == [to == .docx ? "chữ[footnote: \tlời]" : "chữ[footnote: lời]"])
        #expect(try Converted(there.archive, to: .docx).document.marked == ["chữ[footnote: \tlời]"])
    }

    private func numbering(_ settings: String, section: String = "") throws -> Archive {
        try HandMade.docxFile(
            "<w:p>" + Self.wordReference("footnote", 1) + "</w:p><w:sectPr>\(section)</w:sectPr>",
            ["footnotes": Self.wordNote("footnote", 1, Self.run("lời")), "settings": settings])
    }

    @Test(arguments: OfficeFormat.allCases) func `how notes are counted is kept`(to: OfficeFormat) throws {
        let settings =
            #"<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/><w:numRestart w:val="eachPage"/></w:footnotePr>"#
        let there = try Converted(numbering(settings), to: to)
        let back = try Converted(there.archive, to: .docx)
        for converted in [there, back] {
            #expect(converted.codes == [])
            #expect(
                converted.document.noteNumbering[.footnote]
                    == NoteNumbering(.lowerLetter, from: 3, restart: .eachPage))
            #expect(converted.document.noteNumbering[.endnote] == NoteNumbering(.lowerRoman))
        }
    }

    @Test(arguments: [#"<w:numFmt w:val="chicago"/>"#, #"<w:numRestart w:val="eachSect"/>"#])
    func `counting that only one format knows is told`(said: String) throws {
        let there = try Converted(numbering("", section: "<w:footnotePr>\(said)</w:footnotePr>"), to: .odt)
        #expect(there.codes == ["convert.lost-note-numbering"])
        #expect(there.document.noteNumbering[.footnote] == NoteNumbering(.decimal))
    }

    @Test func `a note that is not there, and one without a place, are told`() throws {
        let lost = try Converted(
            HandMade.docxFile("<w:p>" + Self.wordReference("footnote", 7) + "</w:p>"), to: .odt)
        #expect(lost.codes == ["convert.lost-note"])
        let notes =
            Self.wordNote("footnote", 1, Self.run("một")) + Self.wordNote("footnote", 2, Self.run("hai"))
        let body = "<w:p>" + Self.run("chữ") + "</w:p>"
        let read = try HandMade.docx(body, ["footnotes": notes])
        let told = Document.rewriting(read).warnings
        #expect(told.map(\.code) == ["convert.lost-note", "convert.lost-note"])
        #expect(told.map(\.message.english) == ["a note is left out “một”", "a note is left out “hai”"])
    }

    @Test func `Word finds the lines between text and notes, and what counts them`() throws {
        let there = try Converted(Self.openDocument(), to: .docx)
        let notes = try there.archive.contents(of: "word/footnotes.xml")
        let root = try Element(parsing: notes, file: "footnotes.xml")
        #expect(root.elements.map { $0.value("id") ?? "" } == ["-1", "0", "1", "2"])
        #expect(
            root.elements.map { $0.value("type") ?? "" } == ["separator", "continuationSeparator", "", ""])
        let settings = String(decoding: try there.archive.contents(of: "word/settings.xml"), as: UTF8.self)
        #expect(settings.contains(#"<w:footnotePr><w:numFmt w:val="decimal"/><w:footnote w:id="-1"/>"#))
    }

    /// Writer raises numbers unless a style says otherwise; LibreOffice takes text behind a reference in its run for a mark.
    @Test(arguments: [
        ("", CharacterFormat.Position.raised), (#"text:citation-body-style-name="plain""#, .baseline),
    ]) func `the number of a note stands in a run of its own`(
        said: String, position: CharacterFormat.Position
    ) throws {
        let styles =
            #"<style:style style:name="plain" style:family="text"/><text:notes-configuration "#
            + #"text:note-class="footnote" \#(said) style:num-format="1"/>"#
        let note =
            #"<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>"#
            + "<text:p>lời</text:p></text:note-body></text:note>"
        let source = try HandMade.odtFile("<text:p>một\(note) hai</text:p>", styles: styles)
        let there = try Converted(source, to: .docx)
        let runs = there.document.paragraphs[0].runs
        #expect(runs.map(\.text) == ["một", "", " hai"])
        #expect(runs.map(\.format.position) == [.baseline, position, .baseline])
        let again = try Converted(source, to: .odt).document.paragraphs[0].runs
        #expect(again.first { $0.text.isEmpty }?.format.position ?? .baseline == position)
    }

    /// The schema wants what is said of both kinds side by side.
    @Test func `OpenDocument says how notes are counted behind their styles`() throws {
        let there = try Converted(Self.word(), to: .odt)
        let root = try Element(parsing: there.archive.contents(of: "styles.xml"), file: "styles.xml")
        let names = root.elements.first { $0.name.local == "styles" }?.elements.map(\.name.local) ?? []
        let first = try #require(names.firstIndex(of: "notes-configuration"))
        #expect(names[first...] == ["notes-configuration", "notes-configuration"])
    }

    @Test(arguments: OfficeFormat.allCases) func `a table in a note comes through`(to: OfficeFormat) throws {
        let table = "<w:tbl><w:tr><w:tc><w:p>\(Self.run("ô"))</w:p></w:tc></w:tr></w:tbl>"
        let notes = #"<w:footnote w:id="1">\#(table)<w:p/></w:footnote>"#
        let there = try Converted(
            HandMade.docxFile("<w:p>" + Self.wordReference("footnote", 1) + "</w:p>", ["footnotes": notes]),
            to: to)
        #expect(there.codes == [])
        #expect(there.document.notes.first?.blocks.paragraphs.map(\.text).contains("ô") == true)
    }
}
