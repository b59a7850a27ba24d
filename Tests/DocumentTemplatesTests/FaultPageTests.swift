import Container
import Diagnostics
import FoundationEssentials
import TemplateLanguage
import TestSupport
import Testing
import Values

@testable import DocumentTemplates

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A template of paragraphs that has a fault by itself, or is filled with data that does not fit.
private struct Case {
    let code: String
    let paragraphs: [String]
    var data: Value = [:]

    init(_ code: String, _ paragraphs: String..., data: Value = [:]) {
        self.code = "template." + code
        self.paragraphs = paragraphs
        self.data = data
    }

    var input: String {
        let whole = paragraphs.joined(separator: " ¶ ")
        return whole.utf8.count > 200 ? whole.prefix(40) + "… (\(whole.utf8.count) byte)" : whole
    }

    var diagnostics: [Diagnostic] {
        let body = paragraphs.map { Shorthand.docx($0.escaped) }.joined()
        return faults { () throws(Failure) in try filled(body, data) }
    }
}

private func filled(
    _ body: String, _ data: Value = [:], includes: Resources = .none, pictures: Resources = .none
) throws(Failure) {
    let template = try Template(bytes: SmallDocument.small(body), file: "mau.docx", includes: includes)
    _ = try template.render(data, pictures: pictures)
}

extension SmallDocument {
    /// A Word document with that body; making one of memory alone cannot fail.
    fileprivate static func small(_ body: String) -> [UInt8] { (try? docx(body: body)) ?? [] }
}

@Suite struct FaultPages {
    private let tags: [Case] = [
        Case("empty-tag", "Kính gửi: {}"), Case("empty-tag", "{#} x {/}"), Case("empty-tag", "{>}"),
        Case("tag-too-long", "{" + String(repeating: "a", count: 10_001) + "}"),
        Case("unexpected-character", "{gia ; 2 | tien}"),
        Case("unclosed-text", "{ten | mac_dinh(\"chưa có)}"), Case("expected-value", "{gia +}"),
        Case("expected-value", "{gia * | tien}"), Case("expected-symbol", "{(gia + thue}"),
        Case("expected-symbol", "{x | noi(\", \" \" và \")}"), Case("left-over", "{ten \"An\"}"),
        Case("left-over", "{loai = \"khẩn\"}"), Case("left-over", "{%anh rong = 4 cm}"),
        Case("left-over", "{d.ten:upperC}"), Case("unexpected-character", "{% for x in ds %}"),
        Case("unexpected-character", "{%p endif %}"), Case("unexpected-character", "{% include x %}"),
        Case("unknown-counter", "{#muc}{$dem}{/muc}"), Case("unknown-filter", "{gia | tiem}"),
        Case("unknown-filter", "{gia | zzzzzz}"), Case("unknown-filter", "{#muc | theo_cto}{/}"),
        Case("argument-count", "{gia | tien(2)}"), Case("argument-count", "{ten | mac_dinh}"),
        Case("argument-count", "{ds | noi(1, 2, 3)}"),
        Case(
            "expression-too-deep",
            "{" + String(repeating: "(", count: 70) + "a" + String(repeating: ")", count: 70) + "}"),
        Case("number-range", "{1234567890123456789012345678901234567890}"),
        Case("unclosed-tag", "Kính gửi: {ten"), Case("unclosed-tag", "{{ten}} và {so}"),
        Case("colour-outside-of-cell", "{m | to_mau}"), Case("unopened-tag", "Kính gửi: ten}"),
        Case("wrong-delimiters", "{=x=}"), Case("unknown-width", "{dai | rong_doan}"),
        Case("unknown-argument", "{%anh dai=4cm}"), Case("unknown-argument", "{@noi_dung rong=4cm}"),
        Case("wrong-length", "{%anh rong=4}"), Case("unknown-chart", "{%bieu_do ds nhan=a gia_tri=b kieu=x}"),
        Case("chart-without-fields", "{%bieu_do ds}"),
        Case("not-a-pie", "{%bieu_do ds nhan=a gia_tri=\"b, c\" kieu=tron}"),
    ]

    private let sections: [Case] = [
        Case("unclosed-section", "{#muc}", "{ten}"), Case("unclosed-section", "{#muc}{#con}{/muc}"),
        Case("unopened-section", "{ten}", "{/muc}"), Case("crossed-section", "{#muc}{ten}{/nguoi}"),
        Case("crossed-section", "{#each ds}{ten}{/each}"), Case("crossed-section", "{#if a}x{/if}"),
        Case("crossed-section", "{#unless a}x{/unless}"), Case("crossed-section", "{#with a}{b}{/with}"),
        Case("misplaced-else", "{^}"), Case("unmergeable-cell", "{don_vi | gop_o}"),
        Case("no-columns", "{#mon | theo_cot}{ten}{/mon}"), Case("no-such-span", "{-w:tr muc}{ten}{/muc}"),
        Case("too-deep", String(repeating: "{#a}", count: 257) + String(repeating: "{/a}", count: 257)),
    ]

    private let values: [Case] = [
        Case("unknown-field", "{tne}", data: ["ten": "An"]),
        Case("unknown-field", "{ghi_chu}", data: ["ten": "An"]),
        Case("unknown-field", "{muc.ten}", data: ["muc": [["ten": "An"]]]),
        Case("unknown-field", "{chi | tong(\"tien\")}", data: ["chi": [["tien": 1], ["tein": 2]]]),
        Case("unknown-field", "{chi | tong(\"tien\")}", data: ["chi": [["ten": "An"]]]),
        Case("unknown-field", "{ds[5]}", data: ["ds": [1, 2]]),
        Case("unknown-field", "{for x in ds}", data: ["ds": [1]]),
        Case("unknown-field", "{d.ds[i].ten}", "{d.ds[i+1].ten}", data: ["d": ["ds": [["ten": "An"]]]]),
        Case("unknown-field", "{#ds}{this}{/ds}", data: ["ds": ["An"]]), Case("no-item", "{.}"),
        Case("no-repeat", "{$number}"), Case("wrong-type", "{gia | tien}", data: ["gia": "năm triệu"]),
        Case("wrong-type", "{ngay | ngay_thang_nam}", data: ["ngay": "31/2/2026"]),
        Case("wrong-type", "{ten | dem}", data: ["ten": "An"]),
        Case("wrong-type", "{chi | tong(\"tien\")}", data: ["chi": [["tien": "5 triệu"]]]),
        Case("wrong-type", "{stt | la_ma}", data: ["stt": 0]),
        Case("wrong-operands", "{ten * 2}", data: ["ten": "An"]),
        Case("wrong-operands", "{ds | sap_xep | noi(\", \")}", data: ["ds": [1, "An"]]),
        Case("wrong-argument", "{ten | kieu_dau(\"x\")}", data: ["ten": "An"]),
        Case("wrong-argument", "{ds | lay(1)}", data: ["ds": [1]]),
        Case("wrong-argument", "{ds | sap_xep(\".\", \"len\")}", data: ["ds": [1]]),
        Case("division-by-zero", "{tien / so}", data: ["tien": 1, "so": 0]),
        Case("too-many-digits", "{99999999999999999999 * 99999999999999999999}"),
        Case("overflow", "{so | bang_chu}", data: ["so": .number(Decimal(string: "1e40") ?? 0)]),
        Case("not-printable", "{muc}", data: ["muc": [1, 2]]),
        Case("not-printable", "{co_quan}", data: ["co_quan": ["ten": "Sở"]]),
        Case("forbidden-character", "{ten}", data: ["ten": "A\u{1}n"]),
        Case("misplaced-directive", "{don_vi | gop_o | hoa}", data: ["don_vi": "Sở"]),
        Case("markup-as-text", "{@x}", data: ["x": "<p>một</p>"]),
        Case("markup-as-text", "{@x}", data: ["x": "một <u>hai</u>"]),
        Case("unknown-html", "{@x | html}", data: ["x": "<form>a</form>"]),
        Case(
            "unknown-html", "{@x | html}",
            data: ["x": "<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>"]),
        Case(
            "unknown-html", "{@x | html}",
            data: ["x": "<ol style=\"list-style-type:lower-greek\"><li>a</li></ol>"]),
        Case("unsafe-address", "{@x}", data: ["x": "[a](javascript:b)"]),
        Case(
            "wide-table", "{@x | html}",
            data: ["x": "<table><tr><td colspan=60>a</td><td colspan=41>b</td></tr></table>"]),
        Case("unknown-colour", "{m | to_mau_chu}", data: ["m": "xanh"]),
        Case("code-too-long", "{%x | ma_qr}", data: ["x": .text(String(repeating: "a", count: 2332))]),
        Case("not-a-bar-code", "{%x | ma_vach}", data: ["x": "Sở"]),
        Case("not-a-pie", "{%bieu_do ds nhan=a gia_tri=b kieu=tron}", data: ["ds": [["a": "x", "b": -1]]]),
        Case(
            "chart-too-large", "{%bieu_do ds nhan=a gia_tri=b}",
            data: ["ds": .list(Array(repeating: ["a": "x", "b": 1], count: 2001))]),
        Case("picture-in-line", "{@x}", data: ["x": "một ![hai](a.png)"]),
        Case(
            "text-too-long", "{x | noi(\"a\") | thay(\"a\", dai)}",
            data: ["x": ["a", "a"], "dai": .text(String(repeating: "b", count: 1_500_000))]),
        Case("blocks-in-line", "Nội dung: {@x}", data: ["x": "- một\n- hai"]),
        Case("not-rich-text", "{@x}", data: ["x": [["la": 1]]]),
        Case("block-table", "{@x}", data: ["x": ["một", ["bang": ["dong": [["a"]]]]]]),
        Case(
            "block-table", "{@x}",
            data: ["x": [["bang": ["cot": [20, 0], "dong": [["a", "b", "c"], "d", [["x": 1]]]]]]]),
        Case("rich-text-too-deep", "{@x}", data: ["x": .text(String(repeating: "> ", count: 200) + "đáy")]),
    ]

    @Test func `every message stands on one page, under its smallest template`() throws {
        var page = FaultPage()
        for c in tags + sections + values { page.add(c.code, c.input, c.diagnostics) }
        tables(&page)
        try drawings(&page)
        try packages(&page)
        try pictures(&page)
        try includes(&page)
        try reviews(&page)
        try macros(&page)
        try drawnCharts(&page)
        repeats(&page)
        try links(&page)
        texts(&page)
        try page.expect(named: "faults.txt", codesOf: ["TemplateLanguage", "DocumentTemplates"])
    }

    private func tables(_ page: inout FaultPage) {
        func add(_ code: String, _ rows: [[String]]) {
            let input = "[" + rows.map { $0.joined(separator: "|") }.joined(separator: "/") + "]"
            let body = Shorthand.docxTable(rows)
            page.add("template.\(code)", input, faults { () throws(Failure) in try filled(body) })
        }
        add("unmergeable-cell", [["{#muc}{nhom | gop_o}"], ["{ten}{/muc}"]])
        add("colour-in-grid", [["a", "{#l | theo_cot}{m | to_mau}{/l}"]])
        add("overlapping-sections", [["{#muc}A"], ["{/}{#nguoi}B{/}"]])
        add("else-inside-row", [["{#co}A"], ["B{^}C{/co}"]])
        add("no-columns", [["{#mon | theo_cot}{ten}", "{^}không{/mon}"]])
        add("columns-of-two-lists", [["{#mon | theo_cot}{ten}{/}"], ["{#gv | theo_cot}{ten}{/}"]])
        let outside = Shorthand.docx("{#muc}") + Shorthand.docxTable([["{/muc}"]])
        page.add(
            "template.unspannable-section", "{#muc} ¶ [{/muc}]",
            faults { () throws(Failure) in try filled(outside) })
        func mark(_ kind: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(kind)\"/></w:r>" }
        let field =
            "<w:p><w:r><w:t>{#muc}</w:t></w:r>\(mark("begin"))<w:r><w:instrText> PAGE </w:instrText></w:r>"
            + "<w:r><w:t>{/muc}</w:t></w:r>\(mark("separate"))\(mark("end"))</w:p>"
        page.add(
            "template.divided-field", "{#muc}‹PAGE{/muc}›", faults { () throws(Failure) in try filled(field) }
        )
        let merged = "<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>\(Shorthand.docx("gộp"))</w:tc>"
        let half =
            "<w:tbl><w:tr>\(cell("{#mon | theo_cot}{ten}"))\(cell("{diem}{/}"))\(cell(""))</w:tr>"
            + "<w:tr>\(cell(""))\(merged)</w:tr></w:tbl>"
        page.add(
            "template.unspannable-columns", "[{#mon | theo_cot}{ten}|{diem}{/}| /ô|ô gộp của hai cột]",
            faults { () throws(Failure) in try filled(half) })
    }

    private func drawings(_ page: inout FaultPage) throws {
        let words = TagSource(whole: "{%x | ma_qr}", inside: "%x | ma_qr", place: .file("mau.docx"))
        page.add(
            "system.missing-library", "{%x | ma_qr} không có libqrencode",
            [.picture(.missingLibrary("libqrencode.so.4"), "x", words)])
        let office = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
        let section =
            "<w:p><w:pPr><w:sectPr><w:headerReference \(office) w:type=\"default\" r:id=\"r0\"/></w:sectPr></w:pPr></w:p>"
        let bytes = try SmallDocument.docx(
            body: Shorthand.docx("{#ds}") + section + Shorthand.docx("{/ds}"),
            parts: [("word/header1.xml", "header", SmallDocument.wordPart("hdr", Shorthand.docx("{%anh}")))],
            relationships: [("header", "header1.xml")])
        page.add(
            "template.insertion-in-own-header", "{%anh} trong đầu trang của phần lặp",
            faults { () throws(Failure) in _ = try Template(bytes: bytes, file: "mau.docx") })
    }

    private func cell(_ words: String) -> String { "<w:tc>\(Shorthand.docx(words))</w:tc>" }

    private func packages(_ page: inout FaultPage) throws {
        page.add(
            "usage.delimiters", "--delimiters '{'",
            faults { () throws(Failure) in _ = try Delimiters(parsing: "{") })
        let meta = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
        let office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
        let emptyText =
            "<office:document-content xmlns:office=\"\(office)\"><office:body><office:text/></office:body>"
            + "</office:document-content>"
        func odt(_ property: String) throws -> [UInt8] {
            try archive(
                ("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", emptyText),
                (
                    "meta.xml",
                    "<office:document-meta xmlns:office=\"\(office)\" xmlns:meta=\"\(meta)\"><office:meta>"
                        + property + "</office:meta></office:document-meta>"
                ))
        }
        let delimiters = try odt("<meta:user-defined meta:name=\"vanthu.delimiters\">(</meta:user-defined>")
        page.add(
            "template.wrong-delimiters", "thuộc tính vanthu.delimiters = (",
            faults { () throws(Failure) in _ = try Template(bytes: delimiters, file: "mau.odt") })
        let title = try odt("<meta:keyword>{@x}</meta:keyword>")
        page.add(
            "template.misplaced-insertion", "{@x} trong thuộc tính của văn bản",
            faults { () throws(Failure) in _ = try Template(bytes: title, file: "mau.odt") })
        let signed = try archive(
            ("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", emptyText),
            ("META-INF/documentsignatures.xml", "<document-signatures/>"))
        page.add(
            "template.signature-dropped", "mẫu có chữ ký số",
            try Template(bytes: signed, file: "mau.odt").warnings)
        let tip = "<w:p><w:hyperlink w:tooltip=\"{#ma}x{/ma}\"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>"
        page.add(
            "template.tag-in-attribute", "{#ma}x{/ma} trong lời nhắc của liên kết",
            faults { () throws(Failure) in try filled(tip) })
        let vector = "xmlns:v=\"urn:schemas-microsoft-com:vml\""
        page.add(
            "template.tag-in-attribute", "{%anh} ở chữ thay thế của hình VML",
            faults { () throws(Failure) in
                try filled("<w:p><w:r><w:pict><v:shape \(vector) alt=\"{%anh}\"/></w:pict></w:r></w:p>")
            })
        let drawing = "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\""
        page.add(
            "template.tag-in-attribute", "{%anh} ở chữ thay thế của hình trong nhóm",
            faults { () throws(Failure) in
                try filled(
                    "<w:p><w:r><w:drawing><pic:cNvPr \(drawing) id=\"1\" descr=\"{%anh}\"/></w:drawing></w:r></w:p>"
                )
            })
    }

    private func archive(_ entries: (String, String)...) throws -> [UInt8] {
        var writer = ArchiveWriter()
        for (name, text) in entries { writer.add(name, bytes: Array(text.utf8), compression: .stored) }
        return try writer.bytes()
    }

    private func pictures(_ page: inout FaultPage) throws {
        page.add("template.no-resources", "{%anh}", Case("", "{%anh}", data: ["anh": "a.png"]).diagnostics)
        try withScratchFolder { outer in
            let folder = outer.appending(path: "ho-so")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(SamplePicture.png).write(to: outer.appending(path: "a.png"))
            try FileManager.default.createSymbolicLink(
                at: folder.appending(path: "lien-ket.png"), withDestinationURL: outer.appending(path: "a.png")
            )
            try Data(SamplePicture.png.dropLast(20)).write(to: folder.appending(path: "hong.png"))
            try Data("chữ".utf8).write(to: folder.appending(path: "chu.png"))
            try Data(SamplePicture.svg).write(to: folder.appending(path: "so-do.svg"))
            try Data("<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>".utf8).write(
                to: folder.appending(path: "ma.svg"))
            try largeFile(at: folder.appending(path: "to.png"))
            try Data(SamplePicture.png(width: 1 << 31, height: 1 << 31)).write(
                to: folder.appending(path: "lon.png"))
            try Data(SamplePicture.photo(2)).write(to: folder.appending(path: "lat.jpg"))
            for (code, name) in [
                ("outside-of-folder", "/etc/passwd"), ("outside-of-folder", "../a.png"),
                ("outside-of-folder", "lien-ket.png"), ("picture-not-found", "khong-co.png"),
                ("picture-too-large", "to.png"), ("foreign-picture", "chu.png"),
                ("broken-picture", "hong.png"), ("broken-picture", "data:image/png;base64,@@@"),
                ("active-picture", "ma.svg"), ("no-fallback-picture", "so-do.svg"),
                ("too-many-pixels", "lon.png"), ("mirrored-picture", "lat.jpg"),
            ] {
                let found = faults { () throws(Failure) in
                    try filled(
                        Shorthand.docx("{%anh}"), ["anh": .text(name)],
                        pictures: Resources(folder: folder.path))
                }
                page.add("template.\(code)", "{%anh}, anh: \(name)", found.map { $0.hiding(outer.path) })
            }
        }
    }

    /// One byte more than a picture or template may have, all of them a hole.
    private func largeFile(at file: URL) throws {
        try Data().write(to: file)
        #expect(unsafe truncate(file.path, off_t(64 << 20 | 1)) == 0)
    }

    private func includes(_ page: inout FaultPage) throws {
        page.add("template.no-resources", "{>phu_luc}", Case("", "{>phu_luc}").diagnostics)
        try withScratchFolder { outer in
            let folder = outer.appending(path: "mau")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            func write(_ name: String, _ bytes: [UInt8]) throws {
                try Data(bytes).write(to: folder.appending(path: name + ".docx"))
            }
            try Data().write(to: outer.appending(path: "ngoai.docx"))
            try FileManager.default.createSymbolicLink(
                at: folder.appending(path: "lien-ket.docx"),
                withDestinationURL: outer.appending(path: "ngoai.docx"))
            try write("tot", SmallDocument.docx(body: Shorthand.docx("x")))
            try write("vong", SmallDocument.docx(body: Shorthand.docx("{&gt;vong}")))
            for level in 0...16 {
                try write("m\(level)", SmallDocument.docx(body: Shorthand.docx("{&gt;m\(level + 1)}")))
            }
            try write("odt", SmallDocument.odt(body: Shorthand.odt("x")))
            try write(
                "bieu-do",
                SmallDocument.docx(
                    body: Shorthand.docx("x")
                        + "<w:p><w:r><c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
                        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\"r0\"/></w:r></w:p>",
                    relationships: [("chart", "charts/chart1.xml")]))
            for number in 1...101 {
                try write("nhieu-\(number)", SmallDocument.docx(body: Shorthand.docx("x")))
            }
            try largeFile(at: folder.appending(path: "to.docx"))
            for (code, line) in [
                ("include-not-alone", "Kèm theo: {>tot}"), ("outside-of-folder", "{>../tot}"),
                ("outside-of-folder", "{>/etc/hosts}"), ("outside-of-folder", "{>lien-ket}"),
                ("include-not-found", "{>khong-co}"), ("include-too-large", "{>to}"),
                ("include-cycle", "{>vong}"), ("include-too-deep", "{>m0}"),
                ("too-many-choices", "{>nhieu-(so)}"), ("include-other-format", "{>odt}"),
                ("include-unsupported", "{>bieu-do}"),
            ] {
                let found = faults { () throws(Failure) in
                    try filled(Shorthand.docx(line.escaped), includes: Resources(folder: folder.path))
                }
                page.add("template.\(code)", line, found.map { $0.hiding(outer.path) })
            }
            let drawing = "http://schemas.openxmlformats.org/drawingml/2006/"
            let chart = try archive(
                (
                    "[Content_Types].xml",
                    "<Types><Override PartName=\"/word/charts/chart1.xml\" ContentType=\"application/vnd.openxmlformats-"
                        + "officedocument.drawingml.chart+xml\"/></Types>"
                ), ("_rels/.rels", String(decoding: SmallDocument.rootRelationships(), as: UTF8.self)),
                ("word/document.xml", SmallDocument.wordPart("document", "<w:body/>")),
                (
                    "word/charts/chart1.xml",
                    "<c:chartSpace xmlns:c=\"\(drawing)chart\" xmlns:a=\"\(drawing)main\"><a:p><a:r><a:t>{&gt;tot}"
                        + "</a:t></a:r></a:p></c:chartSpace>"
                ))
            page.add(
                "template.include-outside-of-body", "{>tot} trong biểu đồ",
                faults { () throws(Failure) in
                    _ = try Template(bytes: chart, file: "mau.docx", includes: Resources(folder: folder.path))
                })
        }
    }

    private func macros(_ page: inout FaultPage) throws {
        let document = try Archive(bytes: SmallDocument.docx(body: Shorthand.docx("x")), file: "mau.docm")
        var writer = ArchiveWriter()
        for entry in document.entries { writer.add(entry.name, bytes: try document.contents(of: entry.name)) }
        writer.add("word/vbaProject.bin", bytes: [1])
        let bytes = try writer.bytes()
        page.add(
            "template.macros-dropped", "mẫu có macro", try Template(bytes: bytes, file: "mau.docm").warnings)
        let kind = try #require(ResultKind(fileExtension: "docx", macros: .kept))
        page.add(
            "template.kind-without-macros", "--macros keep -o kq.docx",
            faults { () throws(Failure) in _ = try Template(bytes: bytes, file: "mau.docm", as: kind) })
    }

    private func drawnCharts(_ page: inout FaultPage) throws {
        let tag = "{%bieu_do ds nhan=a gia_tri=b}"
        let drawing = "http://schemas.openxmlformats.org/drawingml/2006/"
        let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let body =
            "<w:p><w:r><w:drawing><wp:inline xmlns:wp=\"\(drawing)wordprocessingDrawing\"><wp:extent cx=\"3600000\" cy=\"1800000\"/>"
            + "<wp:docPr id=\"5\" name=\"x\" descr=\"\(tag)\"/><a:graphic xmlns:a=\"\(drawing)main\"><a:graphicData uri=\"c\">"
            + "<c:chart xmlns:c=\"\(drawing)chart\" xmlns:r=\"\(relationships)\" r:id=\"r0\"/></a:graphicData></a:graphic>"
            + "</wp:inline></w:drawing></w:r></w:p>"
        let chart =
            "<c:chartSpace xmlns:c=\"\(drawing)chart\"><c:chart><c:plotArea><c:bubbleChart/></c:plotArea></c:chart></c:chartSpace>"
        let bytes = try SmallDocument.docx(
            body: body, parts: [("word/charts/chart1.xml", "x", chart)],
            relationships: [("chart", "charts/chart1.xml")])
        page.add(
            "template.unfillable-chart", "\(tag) ở biểu đồ bong bóng",
            faults { () throws(Failure) in _ = try Template(bytes: bytes, file: "mau.docx") })
    }

    private func reviews(_ page: inout FaultPage) throws {
        func field(_ code: String) -> String {
            "<w:p><w:fldSimple w:instr=\"\(code)\"><w:r><w:t>«x»</w:t></w:r></w:fldSimple></w:p>"
        }
        func add(_ code: String, _ input: String, _ body: String) throws {
            let review = try TemplateReview(bytes: SmallDocument.docx(body: body), file: "mau.docx")
            page.add("template.\(code)", input, review.diagnostics)
        }
        func run(_ inside: String) -> String { "<w:p><w:r>\(inside)</w:r></w:p>" }
        try add("field-left-alone", "trường NEXT", field("NEXT"))
        try add("unnamable-field", "trường MERGEFIELD and", field("MERGEFIELD and"))
        try add("unknown-field-switch", "trường MERGEFIELD Ten \\* Dat", field("MERGEFIELD Ten \\* Dat"))
        try add("lost-tag", "fill={mau}", "<w:p><w:pPr><w:shd w:fill=\"{mau}\"/></w:pPr></w:p>")
        try add("comment-like-negation", "{!co}", Shorthand.docx("{!co}"))
        try add("dollar-before-tag", "${ten}", Shorthand.docx("Ông ${ten}, $ {gia}, {\"$\"}{gia}"))
        try add(
            "lost-page-break", "đoạn ngắt trang chỉ có {#muc}",
            "<w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>{#muc}</w:t></w:r></w:p>"
                + Shorthand.docx("{ten}", "{/muc}"))
        try add(
            "divided-bookmark", "dấu trang bắt đầu trước {#muc}",
            "<w:p><w:bookmarkStart w:id=\"1\" w:name=\"moc\"/><w:r><w:t>{#muc}{ten}</w:t></w:r><w:bookmarkEnd w:id=\"1\"/>"
                + "<w:r><w:t>,{/muc}</w:t></w:r></w:p>")
        try add(
            "caption-not-counted", "SEQ Bảng \\s 1 trong {#muc}",
            Shorthand.docx("{#muc}") + field("SEQ Bảng \\s 1") + Shorthand.docx("{/muc}"))
        try add("lost-tag", "{ten} trong mã trường", run("<w:instrText>IF {ten}</w:instrText>"))
        try add(
            "lost-tag", "{ten} trong chữ đã xóa",
            "<w:p><w:del><w:r><w:delText>{ten}</w:delText></w:r></w:del></w:p>")
        try add("lost-tag", "{ten} trong chữ thay thế", run("<w:pict alt=\"{ten}\"/>"))
        let review = try TemplateReview(
            bytes: SmallDocument.docx(body: Shorthand.docx("{#co}{ten}{/co}")), file: "mau.docx")
        let data: Value = ["co": false, "thua": 1]
        page.add(
            "template.unreached-field", "{#co}{ten}{/co}, co: false, thua: 1",
            review.diagnostics(filling: data, from: "du-lieu.json"))
        page.add(
            "template.diagram-in-section", "SmartArt có {ten} trong {#muc}",
            try RepeatedDiagrams.template("{ten}", in: "muc").warnings)
        let many = Shorthand.docx((0..<101).map { "{x\($0)}" }.joined())
        page.add(
            "template.more-faults", "{x0}{x1} … {x100}, không có dữ liệu nào",
            try TemplateReview(bytes: SmallDocument.docx(body: many), file: "mau.docx").diagnostics(
                filling: [:], from: "du-lieu.json"
            ).suffix(1))
        page.add(
            "template.unused-data", "{ten}, ten: An, co_quan: {ten: Sở}",
            try TemplateReview(bytes: SmallDocument.docx(body: Shorthand.docx("{ten}")), file: "mau.docx")
                .diagnostics(filling: ["ten": "An", "co_quan": ["ten": "Sở"]], from: "du-lieu.json"))
    }

    private func links(_ page: inout FaultPage) throws {
        let code = "<w:p><w:r><w:instrText> HYPERLINK \"{dia_chi}\" </w:instrText></w:r></w:p>"
        page.add(
            "template.unsafe-address", "HYPERLINK {dia_chi}, dia_chi: javascript:alert(1)",
            faults { () throws(Failure) in try filled(code, ["dia_chi": " JavaScript:alert(1)"]) })
        let comment = try SmallDocument.odt(
            body: "<text:p>a<office:annotation><text:p>{@x}</text:p></office:annotation></text:p>")
        page.add(
            "template.table-in-comment", "{@x} trong chú thích của Writer, x có bảng",
            faults { () throws(Failure) in
                _ = try Template(bytes: comment, file: "mau.odt").render(["x": "|a|b|\n|-|-|\n|1|2|"])
            })
    }

    private func texts(_ page: inout FaultPage) {
        func add(_ code: String, _ text: String) {
            page.add(
                code, text,
                faults { () throws(Failure) in _ = try TextPattern(parsing: text, at: .file("ke-hoach.yaml"))
                })
        }
        add("data.unclosed-brace", "Năm {nam")
        add("data.no-value-in-braces", "Năm {#nam}")
    }

    /// With a lower limit than the engine's own fifty million, which would take a minute.
    private func repeats(_ page: inout FaultPage) {
        let words = TagSource(whole: "{#muc}", inside: "#muc", place: .file("mau.docx"))
        var builder = ProgramBuilder(file: "mau.docx", invertedNames: [])
        for _ in 0..<20 { builder.enter(.path(["muc"]), words, inverted: false) }
        for _ in 0..<20 { builder.leave() }
        var renderer = Renderer(builder.program(), over: ["muc": [1, 2, 3]], repeatLimit: 1000)
        var bytes: [UInt8] = []
        while renderer.append(atLeast: 64, to: &bytes) {}
        page.add("template.too-many-repeats", "{#muc} trong {#muc} trong {#muc} …", renderer.faults)
    }
}
