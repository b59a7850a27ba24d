import Diagnostics
import DocumentTemplates
import OfficePackage
import Testing
import Values

/// Values in the query of an address mean only themselves.
@Suite struct AddressValues {
    private static let data: Value = ["ma": "a/b", "t": "x&y #1+=é", "u": "https://vi.vn/a?b=1&c=2#d"]

    /// Renders a link to an address of either format.
    private func rendered(_ address: String, _ format: OfficeFormat, _ data: Value) throws -> String {
        let address = address.escaped
        let body =
            switch format {
            case .docx:
                "<w:p><w:fldSimple w:instr=\" HYPERLINK &quot;\(address)&quot; \"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>"
            case .odt:
                "<text:p><text:a xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"\(address)\">x</text:a></text:p>"
            }
        let bytes = try format == .docx ? SmallDocument.docx(body: body) : SmallDocument.odt(body: body)
        return try SmallDocument.body(of: Template(bytes: bytes, file: "mau.\(format)").render(data))
    }

    @Test(arguments: [
        "macro:///Standard.M.x()", "vnd.sun.star.script:a", "Java\tScript:a", "data:text/html,a",
        "ms-word:ofe|u|a", "vi.vn:8080/a",
    ]) func `data lead to no address that may run a program`(address: String) throws {
        for format in OfficeFormat.allCases {
            for template in ["{u}", "{trong}{u}", "{u}?q=1"] {
                let failure = #expect(throws: Failure.self) {
                    try rendered(template, format, ["u": .text(address), "trong": ""])
                }
                #expect(failure?.diagnostics.map(\.code) == ["template.unsafe-address"], "\(template)")
            }
            #expect(throws: Never.self) { try rendered("https://vi.vn/{u}", format, ["u": .text(address)]) }
        }
    }

    @Test(arguments: [
        "https://vi.vn:8080/a", "HTTP://vi.vn", "mailto:a@vi.vn", "tel:113", "file:///a.docx", "C:\\a.docx",
        "a.docx", "#muc-1", "10:30", "Điều 5: a", "/a:b", "sftp://a",
    ]) func `others are followed`(address: String) throws {
        for format in OfficeFormat.allCases {
            #expect(throws: Never.self) { try rendered("{u}", format, ["u": .text(address)]) }
        }
    }

    private func target(_ address: String, _ format: OfficeFormat) throws -> String {
        let result = try rendered(address, format, Self.data)
        let start = try #require(result.firstRange(of: "https:"))
        return String(result[start.lowerBound...].prefix { $0 != "\"" }).replacing("&quot; ", with: "")
            .replacing("&amp;", with: "&")
    }

    @Test(arguments: [
        ("https://vi.vn/{ma}?q={t}&x=1", "https://vi.vn/a/b?q=x%26y%20%231%2B%3D%C3%A9&x=1"),
        ("{u}", "https://vi.vn/a?b=1&c=2#d"),
        ("{u}?{t}", "https://vi.vn/a?b=1&c=2#d?x%26y%20%231%2B%3D%C3%A9"),
        ("https://vi.vn/{t}", "https://vi.vn/x&y%20#1+=%C3%A9"),
    ]) func `behind a question mark of the template's own`(address: String, result: String) throws {
        for format in OfficeFormat.allCases { #expect(try target(address, format) == result) }
    }

    @Test func `in the code of a field too`() throws {
        func run(_ inside: String) -> String { "<w:r>\(inside)</w:r>" }
        func mark(_ type: String) -> String { run("<w:fldChar w:fldCharType=\"\(type)\"/>") }
        let field = { (address: String) in
            mark("begin") + run("<w:instrText> HYPERLINK \"\(address)\" </w:instrText>") + mark("separate")
                + run("<w:t>x</w:t>") + mark("end")
        }
        let body = "<w:p>" + field("https://vi.vn/?q={t}") + field("https://vi.vn/{t}") + "</w:p>"
        let template = try Template(bytes: SmallDocument.docx(body: body), file: "mau.docx")
        let result = try SmallDocument.body(of: template.render(Self.data))
        #expect(
            result.contains("?q=x%26y%20%231%2B%3D%C3%A9") && result.contains("vi.vn/x&amp;y%20#1+=%C3%A9"))
    }
}
