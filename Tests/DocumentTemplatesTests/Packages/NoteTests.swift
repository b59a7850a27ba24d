import Diagnostics
import DocumentTemplates
import Testing
import Values

private let data: Value = [
    "nguon": "chung", "muc": [["ten": "a", "nguon": "1"], ["ten": "b", "nguon": "2"]],
    "nhom": [["con": ["x", "y"]], ["con": ["z"]]],
]

/// The kinds of text that Word keeps in a part of its own.
struct NoteKind: CustomTestStringConvertible {
    let part: String
    let element: String
    let reference: String

    var testDescription: String { element }
    var isInOrder: Bool { element != "comment" }

    static let all = [
        NoteKind(part: "footnotes", element: "footnote", reference: "footnoteReference"),
        NoteKind(part: "endnotes", element: "endnote", reference: "endnoteReference"),
        NoteKind(part: "comments", element: "comment", reference: "commentReference"),
    ]

    func mark(_ id: Int) -> String { "<w:r><w:\(reference) w:id=\"\(id)\"/></w:r>" }

    func text(_ id: Int, _ words: String) -> String {
        "<w:\(element) w:id=\"\(id)\">\(Shorthand.docx(words))</w:\(element)>"
    }

    /// The references of a result, and its notes as id and text.
    func rendered(_ body: String, _ notes: String, _ data: Value = data, rows: [String: RowSource] = [:])
        throws -> (references: [String], notes: [String])
    {
        let bytes = try SmallDocument.docx(
            body: body, parts: [("word/\(part).xml", part, SmallDocument.wordPart(part, notes))])
        let result = try Template(bytes: bytes, file: "mau.docx").render(data, rows: rows)
        let written = try SmallDocument.part("word/\(part).xml", of: result)
        return (
            ids(of: reference, in: try SmallDocument.body(of: result)),
            zip(ids(of: element, in: written), written.split(separator: "<w:\(element) ").dropFirst()).map {
                "\($0): \(PrintedText.of("<x " + $1))"
            }
        )
    }

    private func ids(of element: String, in xml: String) -> [String] {
        xml.split(separator: "<w:\(element) w:id=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }
}

@Suite struct RepeatedNotes {
    private func line(_ words: String, _ mark: String) -> String {
        "<w:p><w:r><w:t>\(words)</w:t></w:r>\(mark)</w:p>"
    }

    @Test(arguments: NoteKind.all) func `each repeat has a note of its own, filled with its own data`(
        _ kind: NoteKind
    ) throws {
        let body =
            Shorthand.docx("{#muc}") + line("{ten}", kind.mark(1)) + Shorthand.docx("{/muc}")
            + line("{nguon}", kind.mark(2))
        let result = try kind.rendered(body, kind.text(1, "Theo {nguon}") + kind.text(2, "Là {nguon}"))
        // Notes are numbered and stand in the order of the text, as some readers need it; comments are found by their numbers.
        #expect(result.references == (kind.isInOrder ? ["1", "2", "3"] : ["3", "4", "2"]))
        #expect(
            result.notes
                == (kind.isInOrder
                    ? ["1: Theo 1¶", "2: Theo 2¶", "3: Là chung¶"]
                    : ["2: Là chung¶", "3: Theo 1¶", "4: Theo 2¶"]))
    }

    @Test(arguments: NoteKind.all) func `a note in nested repeats is counted through all of them`(
        _ kind: NoteKind
    ) throws {
        let body =
            Shorthand.docx("{#nhom}", "{#con}") + line("{.}", kind.mark(1))
            + Shorthand.docx("{/con}", "{/nhom}")
        let result = try kind.rendered(body, kind.text(1, "Về {.}"))
        let first = kind.isInOrder ? 1 : 2
        #expect(result.references == (first..<first + 3).map { String($0) })
        #expect(result.notes == zip(result.references, ["x", "y", "z"]).map { "\($0): Về \($1)¶" })
    }

    @Test(arguments: NoteKind.all) func `several notes of one repeat stand in the order of the text`(
        _ kind: NoteKind
    ) throws {
        let inner =
            Shorthand.docx("{#dau}") + line("trước", kind.mark(1)) + Shorthand.docx("{^}")
            + line("sau", kind.mark(2)) + Shorthand.docx("{/}")
        let body =
            line("đầu", kind.mark(3)) + Shorthand.docx("{#muc}") + inner + line("{ten}", kind.mark(4))
            + Shorthand.docx("{/muc}") + line("cuối", kind.mark(5))
        let texts = ["T {ten}", "S {ten}", "Đ", "M {ten}", "C"].enumerated().map { kind.text($0 + 1, $1) }
            .joined()
        let result = try kind.rendered(
            body, texts,
            ["muc": [["ten": "a", "dau": true], ["ten": "b", "dau": false], ["ten": "c", "dau": true]]])
        let words = Dictionary(
            uniqueKeysWithValues: result.notes.map { ($0.prefix { $0 != ":" }, $0.drop { $0 != " " }) })
        #expect(
            result.references.map { words[$0[...]] ?? "" } == [
                " Đ¶", " T a¶", " M a¶", " S b¶", " M b¶", " T c¶", " M c¶", " C¶",
            ])
        if kind.isInOrder {
            #expect(result.notes.map { $0.prefix { $0 != ":" } } == result.references.map { $0[...] })
        }
    }

    @Test(arguments: NoteKind.all) func `a note in a table row goes with the row`(_ kind: NoteKind) throws {
        let cell = "<w:tc><w:tcPr/>\(line("{#muc}{ten}", kind.mark(7)))</w:tc>"
        let row = "<w:tr>\(cell)<w:tc><w:tcPr/>\(Shorthand.docx("{/muc}"))</w:tc></w:tr>"
        let result = try kind.rendered(
            "<w:tbl><w:tblPr/><w:tblGrid/>\(row)</w:tbl><w:p/>", kind.text(7, "Nguồn"))
        #expect(result.references == (kind.isInOrder ? ["1", "2"] : ["8", "9"]))
        #expect(result.notes == result.references.map { "\($0): Nguồn¶" })
    }

    @Test(arguments: [true, false]) func `a note goes with the branch it is written in`(_ isShown: Bool)
        throws
    {
        let kind = NoteKind.all[0]
        let body =
            Shorthand.docx("{#co}") + line("có", kind.mark(1)) + Shorthand.docx("{^}")
            + line("không", kind.mark(2)) + Shorthand.docx("{/}")
        let result = try kind.rendered(
            body, kind.text(1, "Có {nguon}") + kind.text(2, "Không {nguon}"),
            isShown ? ["co": true, "nguon": "n"] : ["nguon": "n"])
        #expect(result.notes.map { $0.drop { $0 != " " } } == [isShown ? " Có n¶" : " Không n¶"])
        #expect(result.references == result.notes.map { String($0.prefix { $0 != ":" }) })
    }

    @Test func `a fault in a note of a repeat is told once, at its place`() throws {
        let kind = NoteKind.all[0]
        let body = Shorthand.docx("{#muc}") + line("{ten}", kind.mark(1)) + Shorthand.docx("{/muc}")
        let failure = #expect(throws: Failure.self) { try kind.rendered(body, kind.text(1, "{nguồn_nào}")) }
        #expect(failure?.diagnostics.map(\.code) == ["template.unknown-field"])
        guard case .paragraph(_, let part, _, _, _) = failure?.diagnostics.first?.location else {
            Issue.record("no paragraph is named")
            return
        }
        #expect(part == "word/footnotes.xml")
    }

    @Test func `a comment in a note of a repeat is repeated with it`() throws {
        let (footnote, comment) = (NoteKind.all[0], NoteKind.all[2])
        let note = "<w:footnote w:id=\"1\">\(line("{nguon}", comment.mark(5)))</w:footnote>"
        let bytes = try SmallDocument.docx(
            body: Shorthand.docx("{#muc}") + line("{ten}", footnote.mark(1)) + Shorthand.docx("{/muc}"),
            parts: [
                (
                    "word/comments.xml", "comments",
                    SmallDocument.wordPart("comments", comment.text(5, "xem {ten}"))
                ), ("word/footnotes.xml", "footnotes", SmallDocument.wordPart("footnotes", note)),
            ])
        let result = try Template(bytes: bytes, file: "mau.docx").render(data)
        let comments = try SmallDocument.part("word/comments.xml", of: result)
        #expect(PrintedText.of(comments).hasSuffix("xem a¶xem b¶"))
        for id in ["6", "7"] {
            #expect(comments.contains("<w:comment w:id=\"\(id)\">"))
            #expect(
                try SmallDocument.part("word/footnotes.xml", of: result).contains(
                    "<w:commentReference w:id=\"\(id)\""))
        }
    }

    @Test func `notes outside of repeats stay as they are`() throws {
        let kind = NoteKind.all[0]
        let notes = kind.text(0, "—") + kind.text(1, "Nguồn")
        let bytes = try SmallDocument.docx(
            body: Shorthand.docx("{nguon}") + line("x", kind.mark(1)),
            parts: [("word/footnotes.xml", "footnotes", SmallDocument.wordPart("footnotes", notes))])
        let result = try Template(bytes: bytes, file: "mau.docx").render(data)
        #expect(
            try SmallDocument.part("word/footnotes.xml", of: result)
                == SmallDocument.wordPart("footnotes", notes))
    }

    @Test func `notes of ODT stand in the text and are filled where they stand`() throws {
        let note =
            "<text:note text:id=\"n1\" text:note-class=\"footnote\"><text:note-citation>1</text:note-citation>"
            + "<text:note-body><text:p>Theo {nguon}</text:p></text:note-body></text:note>"
        let body = Shorthand.odt("{#muc}") + "<text:p>{ten}\(note)</text:p>" + Shorthand.odt("{/muc}")
        let bytes = try SmallDocument.odt(body: body)
        let result = try SmallDocument.body(of: Template(bytes: bytes, file: "mau.odt").render(data))
        #expect(PrintedText.of(result) == "a1Theo 1¶¶b1Theo 2¶¶")
        #expect(result.contains("text:id=\"n1_2\""))
    }
}
