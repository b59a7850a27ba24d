import Diagnostics
import DocumentTemplates
import TemplateLanguage
import TestSupport
import Testing
import Values

@Suite struct FieldTrees {
    struct Case: CustomTestStringConvertible, Sendable {
        let paragraphs: [String]
        /// A line for each field, two blanks a level.
        let tree: String
        var testDescription: String { paragraphs.joined(separator: "¶") }

        init(_ paragraphs: String..., tree: String) {
            self.paragraphs = paragraphs
            self.tree = tree
        }
    }

    private static let cases = [
        Case("văn bản không có thẻ", tree: ""), Case("{ten} {số tiền}", tree: "ten: value\nsố tiền: value"),
        Case(
            "{a | tien} {b | ngay} {c | hoa} {d | so} {e | bang_chu | thuong} {f | dem}",
            tree: "a: money\nb: date\nc: text\nd: number\ne: money\nf: list"),
        Case(
            "{gia * so_luong} {x > 3 ? \"a\" : b}", tree: "gia: number\nso_luong: number\nx: number\nb: value"
        ),
        Case(
            "{co_quan.ten} {co_quan.dia_chi.tinh}",
            tree: "co_quan: record\n  ten: value\n  dia_chi: record\n    tinh: value"),
        Case("{#.}{ten}{#con}{.}{/con}{/}", tree: ".: list\n  ten: value\n  con: list"),
        Case("{#muc}{ten}{/muc}", tree: "muc: listOrRecord\n  ten: value"),
        Case("{#muc}{$number}{ten}{/muc}", tree: "muc: list\n  ten: value"),
        Case("{#muc}{. | tien}{/muc}", tree: "muc: list of money"),
        Case("{#gap}khẩn{/gap}", tree: "gap: condition"),
        Case("{#gap}khẩn{^}{ly_do}{/gap}", tree: "gap: condition?\nly_do: value"),
        Case("{^gap}thường{/gap}", tree: "gap: condition?"),
        Case("{#dia_chi} ({dia_chi}){/}", tree: "dia_chi: value"),
        Case("{#dia_chi}{dia_chi}{^}không rõ{/}", tree: "dia_chi: value?"),
        Case("{a | mac_dinh(\"-\")} {b}", tree: "a: value?\nb: value"),
        Case("{a | mac_dinh(\"-\")} {a}", tree: "a: value"),
        // A name that is also used outside of the section is shown there.
        Case("{so} {#muc}{so}{ten}{/muc}", tree: "so: value, muc\nmuc: listOrRecord\n  ten: value"),
        Case("{#muc}{so}{ten}{/muc} {so}", tree: "muc: listOrRecord\n  ten: value\nso: value, muc"),
        Case(
            "{#nhom}{ten}{#con}{.}{ten}{sl}{/con}{/nhom}",
            tree: "nhom: listOrRecord\n  ten: value, con\n  con: list\n    sl: value"),
        Case("{#a}{x}{/a}{#a}{y}{/a}", tree: "a: listOrRecord\n  x: value\n  y: value"),
        Case("{#gia > 3}{ten}{/}", tree: "gia: number\nten: value"),
        Case(
            "{#chi | nhom(\"nguon\")}{khoa}{muc | tong(\"so_tien\")}{#muc}{ten}{/}{/}",
            tree: "chi: list\n  nguon: value\n  so_tien: number\n  ten: value"),
        Case("{#chi | sap_xep(\"ten\")}{gia | tien}{/}", tree: "chi: list\n  ten: value\n  gia: money"),
        Case("{#gia}{gia | tien} {nam}{/} {nam}", tree: "gia: money\nnam: value"),
        Case("{%anh} {@noi_dung}", tree: "anh: image\nnoi_dung: richText"),
        Case("{#l | luy_ke(\"t\")}{luy_ke}{ten}{/}", tree: "l: list\n  t: number\n  ten: value"),
        Case(
            "{#l | luy_ke(\"t\", \"cong\") | sap_xep(\"cong\")}{cong}{luy_ke}{/}",
            tree: "l: list\n  t: number\n  luy_ke: value"),
        Case("{#a | cac_truong}{khoa}{gia_tri}{ten}{/}", tree: "a: record\nten: value"),
        Case("{#m}{$cha.z}{a}{/m}", tree: "m: list\n  a: value\nz: value"),
        Case(
            "{#m}{#n}{$cha.z}{$cha.cha.y}{/n}{/m}", tree: "m: listOrRecord\n  n: list\n  z: value?\ny: value"),
        Case("{o | tong(\"x.y\")}", tree: "o: list\n  x: record\n    y: number"),
        Case("{p | tong_tich(\"a\", \"b\")}", tree: "p: list\n  a: number\n  b: number"),
        Case(
            "{f in g} {\"x\" in h}{#h}{ten}{/h}", tree: "f: value\ng: anything\nh: listOrRecord\n  ten: value"
        ), Case("{#x | tach(\";\")}{.}{ten}{/}", tree: "x: text\nten: value"),
        Case("{#ds | dau}{ten}{/} {#ds[0]}{tuoi}{/}", tree: "ds: list\n  ten: value\ntuoi: value?"),
        Case("{n | mau_word(\"dd/MM\")} {s | mau_word(\"#.##0\")}", tree: "n: date\ns: number"),
    ]

    @Test(arguments: cases) func `of a Word template`(_ c: Case) throws {
        let body = c.paragraphs.map { Shorthand.docx($0.escaped) }.joined()
        let template = try Template(bytes: SmallDocument.docx(body: body), file: "mau.docx")
        #expect(lines(template.fields.fields) == c.tree)
    }

    @Test(arguments: cases) func `of an OpenDocument template`(_ c: Case) throws {
        let body = c.paragraphs.map { Shorthand.odt($0.escaped) }.joined()
        let template = try Template(bytes: SmallDocument.odt(body: body), file: "mau.odt")
        #expect(lines(template.fields.fields) == c.tree)
    }

    @Test func `what stands in a repeated row is of its items`() throws {
        let body = Shorthand.docxTable([
            ["{ten}", "{#muc}{gia | tien}{/muc}"], ["{#muc}{stt}", "{gia}{/muc}"],
        ])
        let template = try Template(bytes: SmallDocument.docx(body: body), file: "mau.docx")
        #expect(lines(template.fields.fields) == "ten: value\nmuc: listOrRecord\n  gia: money\n  stt: value")
    }

    @Test func `the schema says what the tree says`() throws {
        let body = Shorthand.docx(
            "{so_tien | tien} {ngay_ky | ngay} {co_quan.ten} {^gap}x{/} {#chu}{.}{/} {#muc}{ten}{/} {@bai} {%anh}"
        )
        let template = try Template(bytes: SmallDocument.docx(body: body), file: "mau.docx")
        let schema = template.fields.jsonSchema(title: "mau.docx").json(.indented)
        try expectGolden(String(decoding: schema, as: UTF8.self), named: "fields.schema.json")
    }

    @Test func `data that are a list by themselves have the schema of a list`() throws {
        let body = Shorthand.docx("{#.}{ten}{/}")
        let template = try Template(bytes: SmallDocument.docx(body: body), file: "mau.docx")
        let schema = template.fields.jsonSchema(title: "mau.docx")
        let item: Value = [
            "type": "object", "properties": ["ten": ["type": ["string", "number", "boolean", "null"]]],
            "required": ["ten"],
        ]
        #expect(
            schema == [
                "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "mau.docx",
                "type": "array", "items": item,
            ])
        let result = try SmallDocument.body(of: template.render([["ten": "a"], ["ten": "b"]]))
        #expect(PrintedText.of(result) == "ab¶")
    }

    private func lines(_ fields: [DataFieldTree.Field], indent: String = "") -> String {
        fields.map { field in
            var line = "\(indent)\(field.name): \(field.shape.rawValue)"
            if field.itemShape != .value { line += " of \(field.itemShape.rawValue)" }
            if field.isOptional { line += "?" }
            for user in field.alsoUsedIn { line += ", \(user)" }
            let inner = lines(field.fields, indent: indent + "  ")
            return inner.isEmpty ? line : line + "\n" + inner
        }.joined(separator: "\n")
    }
}

extension String {
    /// The text as character data.
    var escaped: String { replacing("&", with: "&amp;").replacing("<", with: "&lt;") }
}
