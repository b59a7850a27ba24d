import Diagnostics
import DocumentTemplates
import Testing
import Values

@Suite struct FormFields {
    private func run(_ inside: String) -> String { "<w:r>\(inside)</w:r>" }
    private func mark(_ type: String) -> String { run("<w:fldChar w:fldCharType=\"\(type)\"/>") }

    /// A form field as Word writes it, with a bold result of five blanks.
    private func field(_ code: String, _ settings: String, result: String = "     ") -> String {
        let begin = run("<w:fldChar w:fldCharType=\"begin\"><w:ffData>\(settings)</w:ffData></w:fldChar>")
        let shown = result.isEmpty ? "" : mark("separate") + run("<w:rPr><w:b/></w:rPr><w:t>\(result)</w:t>")
        return begin + run("<w:instrText> \(code) </w:instrText>") + shown + mark("end")
    }

    private func filled(_ inside: String, _ data: Value) throws -> String {
        let bytes = try SmallDocument.docx(body: "<w:p>\(inside)</w:p>")
        return try SmallDocument.body(of: Template(bytes: bytes, file: "mau.docx").render(data))
    }

    @Test func `a text gets its value, looks as it did and stays a field`() throws {
        let body = try filled(
            "Tên: " + field("FORMTEXT", "<w:name w:val=\"Ho_ten\"/><w:textInput/>"), ["Ho ten": "Lê Thị Bình"]
        )
        #expect(body.contains("<w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Lê Thị Bình</w:t>"))
        #expect(body.ranges(of: "w:fldCharType=").count == 3)
        #expect(!body.contains("     ") && !body.contains("vanthu"))
    }

    @Test(arguments: [(true, "1"), (false, "0")]) func `a box is ticked or not`(
        _ value: Bool, _ state: String
    ) throws {
        let box = "<w:name w:val=\"dong_y\"/><w:checkBox><w:sizeAuto/><w:checked/></w:checkBox>"
        let body = try filled(field("FORMCHECKBOX", box, result: ""), ["dong_y": .boolean(value)])
        #expect(body.ranges(of: "<w:checked").count == 1)
        #expect(body.contains("<w:checked w:val=\"\(state)\"/></w:checkBox>"))
    }

    @Test(
        arguments: [
            ("không", "0"), ("Chưa", "0"), ("0", "0"), ("", "0"), ("có", "1"), ("x", "1"), ("Rồi", "1"),
            ("2", nil), ("Đảng viên", nil),
        ] as [(String, String?)]) func `a box reads the words of a form`(_ word: String, _ state: String?)
        throws
    {
        let box = field("FORMCHECKBOX", "<w:name w:val=\"b\"/><w:checkBox/>", result: "")
        guard let state else {
            let failure = #expect(throws: Failure.self) { try filled(box, ["b": .text(word)]) }
            return #expect(failure?.diagnostics.map(\.code) == ["template.wrong-type"])
        }
        #expect(try filled(box, ["b": .text(word)]).contains("<w:checked w:val=\"\(state)\"/></w:checkBox>"))
    }

    // Word writes the bookmark's beginning into the field and its end behind it.
    @Test(arguments: ["a", "khac"]) func `its bookmark stays whole`(_ name: String) throws {
        let settings = "<w:name w:val=\"a\"/><w:textInput/>"
        let inside = field("FORMTEXT", settings).replacing(
            "</w:ffData></w:fldChar></w:r>",
            with: "</w:ffData></w:fldChar></w:r><w:bookmarkStart w:id=\"1\" w:name=\"a\"/>")
        let body = "<w:p>\(inside)<w:bookmarkEnd w:id=\"1\"/>" + run("<w:t>{x}</w:t>") + "</w:p>"
        let template = try Template(bytes: SmallDocument.docx(body: body), file: "mau.docx")
        #expect(template.warnings == [])
        let result = try SmallDocument.body(of: template.render([name: "An", "x": 1]))
        #expect(
            result.ranges(of: "<w:bookmarkStart").count == 1 && result.ranges(of: "<w:bookmarkEnd").count == 1
        )
        #expect(
            result.hasPrefix("<w:p><w:bookmarkStart w:id=\"1\" w:name=\"a\"") && !result.contains("vanthu"))
        let converted = try SmallDocument.body(
            of: TagConversion(bytes: SmallDocument.docx(body: body), file: "mau.docx").bytes)
        #expect(converted.contains("bookmarkStart") && converted.contains("bookmarkEnd"))
    }

    @Test func `a bookmark of which a section holds one end is told`() throws {
        let inside = field("FORMTEXT", "<w:name w:val=\"a\"/><w:textInput/>").replacing(
            "</w:ffData></w:fldChar></w:r>",
            with: "</w:ffData></w:fldChar></w:r><w:bookmarkStart w:id=\"1\" w:name=\"a\"/>")
        let body = run("<w:t>{#l}</w:t>") + inside + run("<w:t>{/l}</w:t>") + "<w:bookmarkEnd w:id=\"1\"/>"
        let template = try Template(bytes: SmallDocument.docx(body: "<w:p>\(body)</w:p>"), file: "mau.docx")
        #expect(template.warnings.map(\.code) == ["template.divided-bookmark"])
    }

    @Test func `a list gives way to its value`() throws {
        let list = "<w:name w:val=\"cap\"/><w:ddList><w:listEntry w:val=\"Tỉnh\"/></w:ddList>"
        let body = try filled(field("FORMDROPDOWN", list, result: ""), ["cap": "Xã"])
        #expect(body == "<w:p><w:r><w:t xml:space=\"preserve\">Xã</w:t></w:r></w:p>")
    }

    @Test(arguments: [
        "<w:name w:val=\"Text1\"/><w:textInput/>", "<w:name w:val=\"\"/><w:textInput/>", "<w:textInput/>",
    ]) func `a field that the data does not name stays as it is`(_ settings: String) throws {
        let inside = field("FORMTEXT", settings)
        let written = try filled(inside + run("<w:t>{x}</w:t>"), ["x": 1])
        let body = written.replacing("></w:name>", with: "/>").replacing("></w:textInput>", with: "/>")
        #expect(body.contains("<w:ffData>\(settings)</w:ffData>") && body.contains(">     <"))
        #expect(body.ranges(of: "w:fldCharType=").count == 3 && !body.contains("vanthu"))
    }

    @Test(arguments: [
        ("<w:type w:val=\"date\"/><w:format w:val=\"dd/MM/yyyy\"/>", "2026-01-05" as Value, "05/01/2026"),
        ("<w:type w:val=\"number\"/><w:format w:val=\"#.##0\"/>", 12345, "12.345"),
        ("<w:type w:val=\"date\"/>", "2026-01-05", "2026-01-05"),
        ("<w:format w:val=\"dd/MM\"/>", "2026-01-05", "2026-01-05"),
    ]) func `a date and a number are shown as the field says`(_ type: String, _ value: Value, _ shown: String)
        throws
    {
        let body = try filled(
            field("FORMTEXT", "<w:name w:val=\"a\"/><w:textInput>\(type)</w:textInput>"), ["a": value])
        #expect(body.contains(">\(shown)<"), "\(body)")
    }

    @Test func `the address of a link is filled though its tag is cut over two pieces`() throws {
        let body = try filled(
            mark("begin")
                + run("<w:instrText xml:space=\"preserve\"> HYPERLINK \"https://vi.vn/{m</w:instrText>")
                + run("<w:instrText>a}\" </w:instrText>") + mark("separate") + run("<w:t>{ma}</w:t>")
                + mark("end"), ["ma": "A1"])
        #expect(body.contains("https://vi.vn/A1") && body.contains(">A1<") && !body.contains("{"))
    }

    @Test func `tags in a field's text fill it`() throws {
        let body = try filled(
            field("FORMTEXT", "<w:name w:val=\"a\"/><w:textInput/>", result: "{b}"), ["a": "A", "b": "B"])
        #expect(body.contains(">B<") && !body.contains("vanthu"))
    }

    @Test func `fields in a section are each item's own`() throws {
        let inside =
            run("<w:t>{#l}</w:t>") + field("FORMTEXT", "<w:name w:val=\"a\"/><w:textInput/>")
            + run("<w:t>{/l}</w:t>")
        let body = try filled(inside, ["l": [["a": "một"], ["a": "hai"]]])
        #expect(body.contains(">một<") && body.contains(">hai<"))
    }

    @Test func `they become tags where a template is turned into one with tags`() throws {
        let inside =
            field("FORMTEXT", "<w:name w:val=\"Ten\"/><w:textInput/>")
            + field("FORMCHECKBOX", "<w:name w:val=\"b\"/><w:checkBox/>", result: "")
        let bytes = try SmallDocument.docx(body: "<w:p>\(inside)</w:p>")
        let converted = try TagConversion(bytes: bytes, file: "mau.docx")
        let body = try SmallDocument.body(of: converted.bytes)
        #expect(converted.convertedCount == 2)
        #expect(body.contains("{Ten}") && body.contains("{b | o_chon}") && !body.contains("fldChar"))
        let some = try TagConversion(bytes: bytes, file: "mau.docx", for: ["Ten": "A"])
        #expect(some.convertedCount == 1)
        #expect(try !SmallDocument.body(of: some.bytes).contains("vanthu"))
    }

    @Test(
        arguments: [
            ("Ho ten", "{Ho ten | hoa}", "{Ho ten}"), ("Ho_ten", "{Ho_ten | hoa}", "{Ho_ten}"),
            ("khac", "{Ho_ten | hoa}", nil),
        ] as [(String, String, String?)]) func `tags get the name that the data have`(
            key: String, field: String, control: String?
        ) throws
    {
        let body =
            "<w:p><w:fldSimple w:instr=\" MERGEFIELD Ho_ten \\* Upper \"><w:r><w:t>«x»</w:t></w:r></w:fldSimple>"
            + "<w:sdt><w:sdtPr><w:tag w:val=\"Ho ten\"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>cũ</w:t></w:r></w:sdtContent></w:sdt></w:p>"
        let data = Value(dictionaryLiteral: (key, "An"))
        let bytes = try SmallDocument.docx(body: body)
        let converted = try TagConversion(bytes: bytes, file: "mau.docx", for: data)
        let text = PrintedText.of(try SmallDocument.body(of: converted.bytes))
        #expect(text == "\(field)\(control ?? "cũ")¶")
    }
}
