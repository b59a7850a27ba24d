import Diagnostics
import DocumentTemplates
import FoundationEssentials
import Testing
import Values

@Suite struct ContentControls {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let tag: String
        var settings = "<w:text/>"
        var content = "<w:r><w:rPr><w:i/></w:rPr><w:t>cũ</w:t></w:r>"
        /// Settings and content of the result.
        let filled: (settings: String, content: String)
        var testDescription: String { name }
    }

    private static func value(_ text: String, _ look: String = "<w:rPr><w:i/></w:rPr>") -> String {
        "<w:r>\(look)<w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
    }

    private static func box(_ value: Int) -> String {
        "<w14:checkbox><w14:checked w14:val=\"\(value)\"/><w14:checkedState w14:val=\"2612\" w14:font=\"MS Gothic\"/>"
            + "</w14:checkbox>"
    }

    private static let gothic =
        "<w:rFonts w:ascii=\"MS Gothic\" w:hAnsi=\"MS Gothic\" w:eastAsia=\"MS Gothic\" w:cs=\"MS Gothic\"/>"

    @Test(arguments: [
        Case(name: "a text", tag: "Ten", filled: ("<w:text/>", value("Sở Tài chính"))),
        Case(name: "blanks and underscores", tag: "Họ_tên", filled: ("<w:text/>", value("nguyễn an"))),
        Case(name: "null prints nothing", tag: "trong", filled: ("<w:text/>", value(""))),
        Case(
            name: "a prompt gives way, with its look", tag: "Ten",
            settings: "<w:rPr><w:b/></w:rPr><w:showingPlcHdr/><w:text/>",
            filled: ("<w:rPr><w:b/></w:rPr><w:text/>", value("Sở Tài chính", "<w:rPr><w:b/></w:rPr>"))),
        Case(
            name: "the document's own data does not come back", tag: "Ten",
            settings: "<w:dataBinding w:xpath=\"/a\"/><w:text/>", filled: ("<w:text/>", value("Sở Tài chính"))
        ),
        Case(
            name: "a date", tag: "ngay",
            settings:
                "<w:date w:fullDate=\"2020-01-01T00:00:00Z\"><w:dateFormat w:val=\"dd/MM/yyyy\"/></w:date>",
            filled: ("<w:date><w:dateFormat w:val=\"dd/MM/yyyy\"/></w:date>", value("05/01/2026"))),
        Case(
            name: "a list shows the text of the value", tag: "loai",
            settings: "<w:dropDownList><w:listItem w:displayText=\"Khẩn\" w:value=\"k\"/></w:dropDownList>",
            filled: (
                "<w:dropDownList><w:listItem w:displayText=\"Khẩn\" w:value=\"k\"/></w:dropDownList>",
                value("Khẩn")
            )),
        Case(
            name: "a ticked box", tag: "dung", settings: box(0),
            filled: (box(1), "<w:r><w:rPr>\(gothic)<w:i/></w:rPr><w:t xml:space=\"preserve\">☒</w:t></w:r>")),
        Case(name: "an empty box", tag: "sai", settings: box(1), filled: (box(0), value("☐"))),
        Case(
            name: "a paragraph keeps its settings", tag: "Ten",
            content: "<w:p><w:pPr><w:jc/></w:pPr><w:r><w:t>cũ</w:t></w:r><w:r><w:t>nữa</w:t></w:r></w:p>",
            filled: ("<w:text/>", "<w:p><w:pPr><w:jc/></w:pPr>\(value("Sở Tài chính", ""))</w:p>")),
    ]) func `is filled when the data has its name`(_ c: Case) throws {
        #expect(
            try filled(control(c.tag, c.settings, c.content))
                == control(c.tag, c.filled.settings, c.filled.content))
    }

    @Test(
        arguments: [("không", "☐"), ("false", "☐"), ("sai", "☐"), ("có", "☒"), ("1", "☒"), ("không rõ", nil)]
            as [(String, String?)]) func `a box reads the words of a form`(_ word: String, _ mark: String?)
        throws
    {
        let bytes = try SmallDocument.docx(body: control("b", Self.box(1), "<w:r><w:t>cũ</w:t></w:r>"))
        let template = try Template(bytes: bytes, file: "mau.docx")
        guard let mark else {
            let failure = #expect(throws: Failure.self) { try template.render(["b": .text(word)]) }
            return #expect(failure?.diagnostics.map(\.code) == ["template.wrong-type"])
        }
        #expect(try SmallDocument.body(of: template.render(["b": .text(word)])).contains(mark))
        let tags = try Template(bytes: TagConversion(bytes: bytes, file: "mau.docx").bytes, file: "mau.docx")
        #expect(try SmallDocument.body(of: tags.render(["b": .text(word)])).contains(mark))
    }

    @Test(
        arguments: [("k", "Khẩn"), ("Khẩn", "Khẩn"), ("2", "Hai"), ("", ""), ("Ba", nil), ("K", nil)]
            as [(String, String?)]) func `a list shows an item of its own`(_ word: String, _ shown: String?)
        throws
    {
        let items = [("k", "Khẩn"), ("2", "Hai"), ("Thường", "Thường")]
        let list = items.map { "<w:listItem w:displayText=\"\($0.1)\" w:value=\"\($0.0)\"/>" }.joined()
        let old = "<w:p><w:r><w:t>cũ</w:t></w:r></w:p>"
        let extended = items.map {
            "<loext:list-item loext:display-text=\"\($0.1)\" loext:value=\"\($0.0)\"/>"
        }.joined()
        let files = try [
            (
                SmallDocument.docx(body: control("b", "<w:dropDownList>\(list)</w:dropDownList>", old)),
                "mau.docx"
            ),
            (
                SmallDocument.odt(
                    body:
                        "<text:p>\(Self.extended)\"b\" loext:dropdown=\"true\">\(extended)cũ</loext:content-control></text:p>"
                ), "mau.odt"
            ),
        ]
        for (bytes, name) in files {
            let template = try Template(bytes: bytes, file: name)
            guard let shown else {
                let failure = #expect(throws: Failure.self) { try template.render(["b": .text(word)]) }
                #expect(failure?.diagnostics.map(\.code) == ["template.wrong-type"])
                #expect(failure?.diagnostics.first?.fix?.vietnamese == "dùng một trong: Khẩn, Hai, Thường")
                continue
            }
            #expect(try SmallDocument.body(of: template.render(["b": .text(word)])).withoutTags == shown)
            let tags = try Template(bytes: TagConversion(bytes: bytes, file: name).bytes, file: name)
            #expect(try SmallDocument.body(of: tags.render(["b": .text(word)])).withoutTags == shown)
        }
        let box = control("b", "<w:comboBox>\(list)</w:comboBox>", old)
        let free = try Template(bytes: SmallDocument.docx(body: box), file: "mau.docx")
        #expect(try SmallDocument.body(of: free.render(["b": .text(word)])).withoutTags == (shown ?? word))
    }

    @Test(arguments: [
        ("khong_co", "<w:text/>", "<w:r><w:t>cũ</w:t></w:r>"),
        ("khong_co", "<w:showingPlcHdr/><w:text/>", "<w:r><w:t>Bấm để nhập</w:t></w:r>"),
        ("khong_co", "<w:picture/>", "<w:r><w:drawing/></w:r>"),
        ("Ten", "<w:docPartObj/>", "<w:p><w:r><w:t>Mục lục</w:t></w:r></w:p>"),
        ("Ten", "<w:text/>", "<w:p/><w:p/>"), ("/Ten[1]", "<w:text/>", "<w:r><w:t>cũ</w:t></w:r>"),
        ("!!", "<w:text/>", "<w:r><w:t>cũ</w:t></w:r>"),
    ]) func `stays when the data does not, or it takes no value`(
        _ tag: String, _ settings: String, _ content: String
    ) throws {
        let body = control(tag, settings, content)
        #expect(try filled(body) == body)
    }

    @Test func `that no data names leave their part byte for byte`() throws {
        let body = control("Ten", "<w:text/>", "<w:r><w:t>cũ</w:t></w:r>") + "<!-- a --><w:p></w:p>"
        let bytes = try SmallDocument.docx(body: body)
        let template = try Template(bytes: bytes, file: "mau.docx")
        #expect(try template.render(["khac": 1]) == bytes)
        #expect(try template.render(fieldData) != bytes)
    }

    @Test func `is decided by the tags in it when it has some`() throws {
        let body = "<w:p>" + control("Ten", "<w:text/>", "<w:r><w:t>{loai}</w:t></w:r>") + "</w:p>"
        let written =
            "<w:p>" + control("Ten", "<w:text/>", "<w:r><w:t xml:space=\"preserve\">k</w:t></w:r>") + "</w:p>"
        #expect(try filled(body) == written)
    }

    @Test(arguments: [("muc", ["A", "B"]), ("rong", [])]) func `repeats its section over a list`(
        name: String, items: [String]
    ) throws {
        func item(_ text: String, id: String = "") -> String {
            let inside = control(
                "ten", "<w:text/>", "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>", id: id)
            return control("m", "<w15:repeatingSectionItem/>", "<w:p>\(inside)</w:p>", id: id)
        }
        let id = "<w:id w:val=\"1\"/>"
        let body = control(name, "<w15:repeatingSection/>", item("x", id: id) + item("y", id: id), id: id)
        let written = control(
            name, "<w15:repeatingSection/>", items.map { item($0) }.joined(), id: "<w:id w:val=\"1\"></w:id>")
        let result = try filled(body)
        #expect(result == (items.isEmpty ? "" : written))
    }

    @Test func `repeating sections may stand in one another fifty deep`() throws {
        var body = "<w:p><w:r><w:t>x</w:t></w:r></w:p>"
        for depth in 0..<50 {
            body = control(
                "m\(depth)", "<w15:repeatingSection/>", control("i", "<w15:repeatingSectionItem/>", body))
        }
        #expect(try filled(body).contains(">x<"))
    }

    @Test(arguments: [
        ("<text:user-field-get text:name=\"Ten\">cũ</text:user-field-get>", "Sở Tài chính"),
        ("<text:variable-get text:name=\"Ten\">cũ</text:variable-get>", "Sở Tài chính"),
        ("<text:placeholder text:placeholder-type=\"text\">&lt;Họ tên&gt;</text:placeholder>", "nguyễn an"),
        (
            "<text:text-input text:description=\"Ten\">cũ</text:text-input>",
            "<text:text-input text:description=\"Ten\">Sở Tài chính</text:text-input>"
        ),
        (
            "<text:user-field-get text:name=\"khac\">cũ</text:user-field-get>",
            "<text:user-field-get text:name=\"khac\">cũ</text:user-field-get>"
        ),
        (
            "<text:drop-down text:name=\"Ten\"><text:label text:value=\"a\"/>a</text:drop-down>",
            "Sở Tài chính"
        ),
        (
            "<text:drop-down text:name=\"khac\">a</text:drop-down>",
            "<text:drop-down text:name=\"khac\">a</text:drop-down>"
        ),
    ]) func `of OpenDocument are its own fields`(field: String, result: String) throws {
        for words in ["", "{loai} "] {
            let body = "<text:p>\(words)\(field)!</text:p>"
            let template = try Template(bytes: SmallDocument.odt(body: body), file: "mau.odt")
            let printed = words.isEmpty ? "" : "k "
            #expect(
                try SmallDocument.body(of: template.render(fieldData))
                    == "<text:p>\(printed)\(result)!</text:p>")
        }
    }

    private static let extended =
        "<loext:content-control xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\" loext:tag="

    @Test(arguments: [
        ("\"Ten\" loext:showing-place-holder=\"true\">cũ", "\"Ten\">Sở Tài chính"),
        (
            "\"Họ tên\">cũ <text:span text:style-name=\"T1\">nữa</text:span>",
            "\"Họ tên\"><text:span text:style-name=\"T1\">nguyễn an</text:span>"
        ), ("\"khac\">cũ", "\"khac\">cũ"), ("\"trong\">cũ", "\"trong\">"), ("\"Ten\">{loai}", "\"Ten\">k"),
        (
            "\"dung\" loext:checkbox=\"true\" loext:checked=\"false\" loext:checked-state=\"☑\" loext:unchecked-state=\"☐\">☐",
            "\"dung\" loext:checkbox=\"true\" loext:checked=\"true\" loext:checked-state=\"☑\" loext:unchecked-state=\"☐\">☑"
        ),
        (
            "\"sai\" loext:checkbox=\"true\" loext:checked=\"true\">☒",
            "\"sai\" loext:checkbox=\"true\" loext:checked=\"false\">☐"
        ),
        (
            "\"ngay\" loext:date=\"true\" loext:date-format=\"DD/MM/YYYY\" loext:current-date=\"2020-01-01\">cũ",
            "\"ngay\" loext:date=\"true\" loext:date-format=\"DD/MM/YYYY\">05/01/2026"
        ),
        (
            "\"loai\" loext:dropdown=\"true\"><loext:list-item loext:display-text=\"Khẩn\" loext:value=\"k\"></loext:list-item>cũ",
            "\"loai\" loext:dropdown=\"true\"><loext:list-item loext:display-text=\"Khẩn\" loext:value=\"k\"/>Khẩn"
        ),
    ]) func `so are LibreOffice's content controls`(control: String, result: String) throws {
        let whole = { (inside: String) in
            "<text:p>\(Self.extended)\(inside)</loext:content-control>!</text:p>"
        }
        let bytes = try SmallDocument.odt(body: whole(control))
        #expect(
            try SmallDocument.body(of: Template(bytes: bytes, file: "mau.odt").render(fieldData))
                == whole(result))
        let tags = try TagConversion(bytes: bytes, file: "mau.odt", for: fieldData).bytes
        let printed = try SmallDocument.body(of: Template(bytes: tags, file: "mau.odt").render(fieldData))
            .withoutTags
        #expect(printed == whole(result).withoutTags)
    }

    @Test(arguments: [
        "<text:expression text:formula=\"ooow:gia*2\">6</text:expression>",
        "<text:conditional-text text:condition=\"ooow:gia &gt; 4\">không</text:conditional-text>",
        "<text:hidden-paragraph text:condition=\"ooow:gia==1\"/>",
        "<text:variable-set text:name=\"gia\" text:formula=\"ooow:7\">7</text:variable-set>",
        "<text:variable-input text:name=\"gia\">7</text:variable-input>",
    ]) func `what is computed from a field that is filled is told`(field: String) throws {
        for value in ["user-field-get", "variable-get"] {
            let filled = "<text:\(value) text:name=\"gia\">3</text:\(value)>"
            let template = try Template(
                bytes: SmallDocument.odt(body: "<text:p>\(filled)\(field)</text:p>"), file: "mau.odt")
            #expect(template.warnings.map(\.code) == ["template.field-left-alone"])
            let alone = try Template(
                bytes: SmallDocument.odt(body: "<text:p>{x}\(field)</text:p>"), file: "mau.odt")
            #expect(alone.warnings == [])
            let other = filled.replacing("gia", with: "gi")
            #expect(
                try Template(
                    bytes: SmallDocument.odt(body: "<text:p>\(other)\(field)</text:p>"), file: "mau.odt"
                ).warnings == [])
        }
    }

    private func control(_ tag: String, _ settings: String, _ content: String, id: String = "") -> String {
        "<w:sdt><w:sdtPr><w:tag w:val=\"\(tag)\"/>\(id)\(settings)</w:sdtPr><w:sdtContent>\(content)</w:sdtContent></w:sdt>"
    }

    private func filled(_ body: String) throws -> String {
        let template = try Template(bytes: SmallDocument.docx(body: body), file: "mau.docx")
        return try SmallDocument.body(of: template.render(fieldData))
    }
}
