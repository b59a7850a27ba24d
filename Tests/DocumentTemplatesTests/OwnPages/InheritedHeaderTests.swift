import DocumentTemplates
import Testing
import Values

/// Sections of pages of Word that show the headers of one before them keep those when that one goes.
@Suite struct InheritedHeaders {
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    private enum Reference: String {
        case header = "<w:headerReference w:type=\"default\" xmlns:r=\"O\" r:id=\"r0\"/>"
        case footer = "<w:footerReference w:type=\"default\" xmlns:r=\"O\" r:id=\"r1\"/>"
        case first = "<w:headerReference w:type=\"first\" xmlns:r=\"O\" r:id=\"r2\"/>"
        case other = "<w:headerReference w:type=\"default\" xmlns:r=\"O\" r:id=\"r3\"/>"
        /// One with a tag in it.
        case tagged = "<w:headerReference w:type=\"default\" xmlns:r=\"O\" r:id=\"r4\"/>"
    }

    private static func settings(_ references: [Reference]) -> String {
        "<w:sectPr>" + references.map { $0.rawValue.replacing("=\"O\"", with: "=\"\(office)\"") }.joined()
            + "<w:type w:val=\"nextPage\"/></w:sectPr>"
    }

    private static func page(_ references: Reference...) -> String {
        "<w:p><w:pPr>\(settings(references))</w:pPr><w:r><w:t>trang</w:t></w:r></w:p>"
    }

    private static func tag(_ words: String) -> String { Shorthand.docx(words) }

    /// The references of each section of pages that is left, by their relationships.
    private func printed(_ pages: [String], last: [Reference] = [], _ data: Value) throws -> [String] {
        let texts = ["A", "B", "C", "D", pages.contains { $0.contains("r4") } ? "{ma}" : "E"]
        let parts = texts.enumerated().map { number, text in
            (
                name: "word/h\(number).xml", type: number == 1 ? "footer" : "header",
                xml: SmallDocument.wordPart(number == 1 ? "ftr" : "hdr", Shorthand.docx(text))
            )
        }
        let bytes = try SmallDocument.docx(
            body: pages.joined() + Shorthand.docx("hết") + Self.settings(last), parts: parts,
            relationships: texts.indices.map { ($0 == 1 ? "footer" : "header", "h\($0).xml") })
        let result = try Template(bytes: bytes, file: "m.docx").render(data)
        return try SmallDocument.body(of: result).split(separator: "<w:sectPr").dropFirst().map { settings in
            settings.split(separator: "r:id=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }.joined(
                separator: " ")
        }
    }

    @Test func `the next section says what went with a condition or an empty list`() throws {
        let pages = [Self.tag("{#bia}"), Self.page(.header, .footer), Self.tag("{/bia}")]
        #expect(try printed(pages, ["bia": false]) == ["r1 r0"])
        #expect(try printed(pages, ["bia": true]) == ["r0 r1", "r1 r0"])
        #expect(try printed(pages, ["bia": []]) == ["r1 r0"])
        #expect(try printed(pages, ["bia": [1, 2]]) == ["r0 r1", "r0 r1", "r1 r0"])
    }

    @Test func `each kind is kept by itself, and a section's own stays`() throws {
        let pages = [Self.tag("{#bia}"), Self.page(.header, .first, .footer), Self.tag("{/bia}")]
        #expect(try printed(pages, last: [.other], ["bia": false]) == ["r1 r2 r3"])
        let two = pages + [Self.page(.other), Self.page()]
        #expect(try printed(two, ["bia": false]) == ["r1 r2 r3", "", ""])
    }

    @Test func `nothing is said twice where a section before stays`() throws {
        let pages = [Self.page(.header), Self.tag("{#x}"), Self.page(), Self.page(.footer), Self.tag("{/x}")]
        #expect(try printed(pages, ["x": false]) == ["r0", "r1"])
        #expect(try printed(pages, ["x": true]) == ["r0", "", "r1", "r1"])
        #expect(try printed([Self.page(.header), Self.page()], ["x": 1]) == ["r0", "", ""])
    }

    @Test func `of two branches one is always there, and says what the other would have`() throws {
        let both = [
            Self.tag("{#x}"), Self.page(.header), Self.tag("{^}"), Self.page(.other), Self.tag("{/x}"),
        ]
        #expect(try printed(both, ["x": true]) == ["r0", ""])
        #expect(try printed(both, ["x": false]) == ["r3", ""])
        let one = [
            Self.tag("{#x}"), Self.page(.header), Self.tag("{^}"), Self.page(.footer), Self.tag("{/x}"),
        ]
        #expect(try printed(one, ["x": true]) == ["r0", "r1"])
        #expect(try printed(one, ["x": false]) == ["r0 r1", "r1"])
    }

    @Test func `a header with tags of its own goes with its data`() throws {
        let pages = [Self.tag("{#ds}"), Self.page(.tagged, .footer), Self.tag("{/ds}")]
        #expect(try printed(pages, ["ds": []]) == ["r1"])
    }
}
