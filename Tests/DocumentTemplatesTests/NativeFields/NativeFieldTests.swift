import Diagnostics
import DocumentTemplates
import FoundationEssentials
import Testing
import Values

/// What the fields of these tests are filled with.
let fieldData: Value = [
    "Ten": "Sở Tài chính", "Họ tên": "nguyễn an", "ngay": "2026-01-05", "so_tien": 1_234_567,
    "le": .number(2.5), "trong": .null, "dung": true, "sai": false, "loai": "k",
    "muc": [["ten": "A"], ["ten": "B"]], "rong": [],
]

@Suite struct MergeFields {
    struct Case: CustomTestStringConvertible, Sendable {
        let code: String
        let result: String
        var testDescription: String { code }
    }

    private static let cases: [Case] = [
        ("MERGEFIELD Ten", "Sở Tài chính"), (" mergefield  \"Ten\"  \\* MERGEFORMAT ", "Sở Tài chính"),
        ("MERGEFIELD Họ_tên", "nguyễn an"), ("MERGEFIELD “Họ tên” \\* Caps", "Nguyễn An"),
        ("MERGEFIELD Ten \\* Upper", "SỞ TÀI CHÍNH"),
        ("MERGEFIELD Ten \\* Lower \\* FirstCap", "Sở tài chính"),
        ("MERGEFIELD ngay \\@ \"dd/MM/yyyy\"", "05/01/2026"),
        ("MERGEFIELD ngay \\@ \"'ngày' dd 'tháng' MM 'năm' yyyy\"", "ngày 05 tháng 01 năm 2026"),
        ("MERGEFIELD so_tien \\# \"#.##0\"", "1.234.567"),
        ("MERGEFIELD so_tien \\# #,##0.00", "1,234,567.00"), ("MERGEFIELD le \\# 0,00", "2,50"),
        ("MERGEFIELD Ten \\b \"Gửi \" \\f \":\"", "Gửi Sở Tài chính:"),
        ("MERGEFIELD trong \\b \"Gửi \" \\f \":\"", ""),
    ].map(Case.init)

    @Test(arguments: cases) func `a simple field prints what the data has`(_ c: Case) throws {
        let code = c.code.replacing("\"", with: "&quot;")
        let body =
            "<w:p><w:fldSimple w:instr=\"\(code)\"><w:r><w:rPr><w:b/></w:rPr><w:t>«x»</w:t></w:r></w:fldSimple></w:p>"
        #expect(try filled(body) == run(c.result))
    }

    @Test(arguments: cases) func `so does one whose code is split over runs`(_ c: Case) throws {
        let middle = c.code.index(c.code.startIndex, offsetBy: 5)
        let codes = [c.code[..<middle], c.code[middle...]].map {
            "<w:r><w:instrText xml:space=\"preserve\">\($0)</w:instrText></w:r>"
        }
        let body =
            "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\(codes.joined())"
            + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>«x</w:t></w:r>"
            + "<w:r><w:t>»</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
        #expect(try filled(body) == run(c.result))
    }

    @Test func `a field is found behind a tag that changes the delimiters`() throws {
        let field = "<w:fldSimple w:instr=\"MERGEFIELD Ten\"><w:r><w:t>«x»</w:t></w:r></w:fldSimple>"
        let result = try filled(
            Shorthand.docx("{=[[ ]]=}") + "<w:p>\(field)</w:p>" + Shorthand.docx("[[Ten]]"))
        #expect(PrintedText.of(result) == "Sở Tài chính¶Sở Tài chính¶")
    }

    @Test(arguments: ["{Họ_tên}", "{#muc}{Họ_tên}{/}"]) func `only fields may have underscores for blanks`(
        _ words: String
    ) throws {
        let failures = [
            #expect(throws: Failure.self) {
                try Template(bytes: SmallDocument.docx(body: Shorthand.docx(words)), file: "m").render(
                    fieldData)
            },
            #expect(throws: Failure.self) {
                try Template(bytes: SmallDocument.odt(body: Shorthand.odt(words)), file: "m").render(
                    fieldData)
            },
        ]
        for failure in failures {
            #expect(failure?.diagnostics.map(\.code) == ["template.unknown-field"])
            #expect(failure?.diagnostics.first?.fix?.english.contains("Họ tên") == true)
        }
    }

    @Test func `a name the data lacks is an error like that of a tag`() throws {
        let bytes = try SmallDocument.docx(body: "<w:p><w:fldSimple w:instr=\"MERGEFIELD Tne\"/></w:p>")
        let template = try Template(bytes: bytes, file: "thu.docx")
        let failure = #expect(throws: Failure.self) { try template.render(fieldData) }
        #expect(
            failure?.diagnostics.map { $0.text(in: .vietnamese) } == [
                "thu.docx: đoạn 1 “{Tne}”: lỗi[template.unknown-field]: thẻ “Tne”: dữ liệu không có “Tne”\n"
                    + "  cách sửa: có phải “Ten”?"
            ])
    }

    @Test(arguments: ["IF {MERGEFIELD x} = 1", "NEXT", "PAGE", "MERGEFIELD", "HYPERLINK \"http://a\""])
    func `other fields stay as they are`(code: String) throws {
        let body =
            "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>\(code.filter { $0 != "{" && $0 != "}" })</w:instrText></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
        #expect(try filled(body) == body)
    }

    @Test(arguments: [
        ("=SUM(ABOVE)", true), ("= SUM(B2:B3)", true), ("=b2*C2 \\# &quot;0&quot;", true),
        ("= average(left)", true), ("=PAGE-1", false), ("= 2*3", false), ("PAGE", false),
    ]) func `a total of Word's own stays, and is told`(code: String, isTold: Bool) throws {
        let body =
            "<w:p><w:fldSimple w:instr=\"\(code)\"><w:r><w:t>30</w:t></w:r></w:fldSimple><w:r><w:t>{Ten}</w:t></w:r></w:p>"
        let template = try Template(bytes: SmallDocument.docx(body: body), file: "thu.docx")
        #expect(template.warnings.map(\.code) == (isTold ? ["template.field-left-alone"] : []))
    }

    @Test(arguments: [true, false]) func `a formula of a cell stays, and is told`(isFormula: Bool) throws {
        let formula = isFormula ? " table:formula=\"ooow:sum &lt;B1:B2&gt;\"" : ""
        let body =
            "<table:table><table:table-column/><table:table-row><table:table-cell\(formula)><text:p>{Ten}</text:p></table:table-cell></table:table-row></table:table>"
        let template = try Template(bytes: SmallDocument.odt(body: body), file: "thu.odt")
        #expect(template.warnings.map(\.code) == (isFormula ? ["template.field-left-alone"] : []))
    }

    @Test func `a merge field in the code of another stays, and is told`() throws {
        func mark(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
        func code(_ words: String) -> String { "<w:r><w:instrText>\(words)</w:instrText></w:r>" }
        let body =
            "<w:p>" + mark("begin") + code("IF ") + mark("begin") + code("MERGEFIELD Ten") + mark("end")
            + code("= 1 a b") + mark("separate") + "<w:r><w:t>b</w:t></w:r>" + mark("end") + "</w:p>"
        let review = try TemplateReview(bytes: SmallDocument.docx(body: body), file: "thu.docx")
        #expect(review.diagnostics.map(\.code) == ["template.field-left-alone", "template.field-left-alone"])
        #expect(review.template?.nativeFields.map(\.name) == ["MERGEFIELD Ten", "IF"])
        #expect(try filled(body) == body)
    }

    @Test func `fields without a result stand each for itself`() throws {
        func field(_ code: String) -> String { "<w:fldSimple w:instr=\"\(code)\"/>" }
        let body = "<w:p>" + field("MERGEFIELD Ten") + field("PAGE") + field("MERGEFIELD loai") + "</w:p>"
        let written =
            "<w:p><w:r><w:t xml:space=\"preserve\">Sở Tài chính</w:t></w:r>"
            + "<w:fldSimple w:instr=\"PAGE\"></w:fldSimple><w:r><w:t xml:space=\"preserve\">k</w:t></w:r></w:p>"
        #expect(try filled(body) == written)
    }

    @Test func `one paragraph may hold thousands of fields`() throws {
        let body =
            "<w:p>"
            + String(
                repeating: "<w:fldSimple w:instr=\"MERGEFIELD loai\"><w:r><w:t>x</w:t></w:r></w:fldSimple>",
                count: 5_000) + "</w:p>"
        #expect(try filled(body).split(separator: ">k<").count == 5_001)
    }

    @Test func `the data source of a mail merge is gone from a filled letter`() throws {
        let settings = SmallDocument.wordPart(
            "settings", "<w:zoom/><w:mailMerge><w:query/></w:mailMerge><w:rsids/>")
        let bytes = try SmallDocument.docx(
            body: "<w:p><w:fldSimple w:instr=\"MERGEFIELD Ten\"/></w:p>",
            parts: [("word/settings.xml", "settings", settings)])
        let result = try Template(bytes: bytes, file: "thu.docx").render(fieldData)
        let written = try SmallDocument.part("word/settings.xml", of: result)
        #expect(written.hasSuffix(SmallDocument.wordPart("settings", "<w:zoom/><w:rsids/>")))
    }

    @Test func `OpenDocument's database fields are filled`() throws {
        let body =
            "<text:p>Gửi <text:database-display text:column-name=\"Họ_tên\" text:table-name=\"t\">&lt;Họ tên&gt;"
            + "</text:database-display>!</text:p>"
        let template = try Template(bytes: SmallDocument.odt(body: body), file: "thu.odt")
        #expect(try SmallDocument.body(of: template.render(fieldData)) == "<text:p>Gửi nguyễn an!</text:p>")
        #expect(template.nativeFields.map(\.kind) == [.mergeField])
    }

    private func filled(_ body: String) throws -> String {
        let template = try Template(bytes: SmallDocument.docx(body: body), file: "thu.docx")
        return try SmallDocument.body(of: template.render(fieldData))
    }

    private func run(_ text: String) -> String {
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
    }
}
