import Container
import FoundationEssentials
import Sheets
import TestSupport
import Testing

@testable import VanThuPages

@Suite struct SecrecyRefusals {
    private func write(_ text: String, _ bench: PagesBench, _ file: String) throws {
        try text.write(toFile: "\(bench.root)/ho-so/\(file)", atomically: true, encoding: .utf8)
    }

    private func text(_ bench: PagesBench, _ file: String = "ke-hoach.yaml") throws -> String {
        try String(contentsOfFile: "\(bench.root)/ho-so/\(file)", encoding: .utf8)
    }

    @Test(arguments: [
        ("ke-hoach.yaml", "do_mat: Tuyệt mật\n"), ("ke-hoach.yaml", "# Độ mật: MẬT\n"),
        ("co-quan.yaml", "do_mat: mat\n"), ("ghi-chu.txt", "TỐI MẬT\nBản số: 01\n"),
        ("du-toan/2022.yaml", "ghi_chu_rieng: [\"Mật\"]\n"), ("hoat-dong.csv", "1/12/2020,VP,,,,,Tối mật\n"),
    ]) func `a workspace that carries a mark is refused everywhere in a sentence`(file: String, mark: String)
        throws
    {
        try withBench { bench in
            let browser = try bench.owner()
            let subject = "Tuyên truyền đấu tranh trên không gian mạng"
            #expect(browser.get("/ho-so").text.contains(subject))
            try write(((try? text(bench, file)) ?? "") + mark, bench, file)
            let list = browser.get("/ho-so")
            #expect(list.status == 200 && list.text.contains("độ mật: ") && list.text.contains("ho-so"))
            #expect(!list.text.contains(subject) && !list.text.contains("href=\"/ho-so/ho-so"))
            for path in [
                "", "/sua", "/bang", "/tep", "/van-ban", "/van-ban/ke-hoach", "/phien-ban", "/bang-tinh",
                "/bang-tinh/phat", "/van-ban-goc",
            ] {
                let answer = browser.get("/ho-so/ho-so\(path)", ["tep": "ke-hoach.yaml"])
                #expect(answer.status == 422, "\(path)")
                #expect(answer.text.contains("bí mật nhà nước"), "\(path)")
                #expect(!answer.text.contains(subject), "\(path)")
            }
            for path in ["/sua", "/bang", "/tep", "/van-ban/ke-hoach", "/phien-ban/1", "/bang-tinh"] {
                #expect(browser.post("/ho-so/ho-so\(path)", ["dang": "docx"]).status == 422, "\(path)")
            }
        }
    }

    @Test func `words about secrets, and lists of the degrees, are no mark`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            let words = "# Tài liệu mật, tối mật, tuyệt mật không gửi qua mạng\n# - Mật;\n# Độ mật:\n"
            try write(text(bench) + words, bench, "ke-hoach.yaml")
            #expect(browser.get("/ho-so/ho-so").status == 200)
        }
    }

    @Test func `a mark that is typed into a workspace is not saved`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            let before = try text(bench)
            let plan: Fields = ["tep": "ke-hoach.yaml"]
            let form = browser.get("/ho-so/ho-so/sua", plan).inputs
            for typed in [["f.do_mat": "Mật"], ["f.trich_yeu": "Tuyệt mật"]] {
                for trial in [[:], ["thu": "1"]] {
                    let answer = browser.post("/ho-so/ho-so/sua", plan, form.setting(typed).setting(trial))
                    #expect(answer.status == 422 && answer.text.contains("bí mật nhà nước"))
                }
            }
            let whole = browser.get("/ho-so/ho-so/tep", plan).inputs.setting(["chu": before + "do_mat: Mật\n"]
            )
            #expect(browser.post("/ho-so/ho-so/tep", plan, whole).status == 422)
            #expect(try text(bench) == before)
            #expect(try bench.site.database.rows("SELECT so FROM phien_ban").isEmpty)
            #expect(try FileManager.default.contentsOfDirectory(atPath: bench.site.spool).isEmpty)
        }
    }

    /// The shipped letter with a paragraph, or a header, before its text.
    private func letter(_ mark: String, inHeader: Bool = false) throws -> [UInt8] {
        let path = packageFolder.appending(path: "templates/cong-van.docx")
        let archive = try Archive(bytes: [UInt8](try Data(contentsOf: path)), file: "a.docx")
        var writer = ArchiveWriter()
        for entry in archive.entries {
            var bytes = try archive.contents(of: entry.name)
            let isPart = inHeader ? entry.name.contains("header") : entry.name == "word/document.xml"
            if isPart {
                var text = String(decoding: bytes, as: UTF8.self)
                let open = inHeader ? "<w:hdr" : "<w:body"
                let start = try #require(text.firstRange(of: open))
                let end = try #require(text[start.lowerBound...].firstIndex(of: ">"))
                let runs = mark.split(separator: "\n").map { "<w:t xml:space=\"preserve\">\($0)</w:t>" }
                    .joined(separator: "<w:br/>")
                text.insert(contentsOf: "<w:p><w:r>\(runs)</w:r></w:p>", at: text.index(after: end))
                bytes = Array(text.utf8)
            }
            writer.add(entry.name, bytes: bytes)
        }
        return try writer.bytes()
    }

    private func kept(_ bench: PagesBench) throws -> [String] {
        try ["kiem-tra", "tam", "viec"].flatMap {
            try FileManager.default.contentsOfDirectory(atPath: "\(bench.site.ownFolder)/\($0)")
        }
    }

    @Test(arguments: [
        "Mật", "Tuyệt mật", "MẬT", "ĐỘ MẬT: MẬT", "Độ Mật: Tối Mật", "TUYỆT MẬT\nBản số: 01", "T Ố I  M Ậ T",
        "(MẬT)", "MẬT - HỎA TỐC",
    ]) func `a document with a mark is refused by each page that takes documents, and not kept`(mark: String)
        throws
    {
        try withBench { bench in
            let browser = try bench.owner()
            for path in ["/kiem-tra", "/nhap", "/dien"] {
                let upload = try browser.upload(letter(mark), named: "a.docx")
                let answer = browser.post(path, ["ten": "moi"], uploads: [upload])
                #expect(answer.status == 422 && answer.text.contains("bí mật nhà nước"), "\(path)")
            }
            #expect(try kept(bench) == [])
            let templates = try FileManager.default.contentsOfDirectory(atPath: FillTemplate.root(bench.site))
            #expect(!templates.contains { $0.hasPrefix("rieng-") })
            #expect(!FileManager.default.fileExists(atPath: "\(bench.root)/moi"))
        }
    }

    @Test func `a mark in a header counts, and of several documents each marked one is named`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            let uploads = [
                try browser.upload(letter("MẬT", inHeader: true), named: "đầu trang.docx"),
                try browser.upload(letter("Kính gửi"), named: "thường.docx"),
                try browser.upload(letter("Mật"), named: "thân.docx"),
            ]
            let answer = browser.post("/kiem-tra", [:], uploads: uploads)
            #expect(answer.status == 422)
            #expect(answer.text.contains("“đầu trang.docx” có dấu độ mật"))
            #expect(answer.text.contains("“thân.docx” có dấu độ mật"))
            #expect(!answer.text.contains("“thường.docx” có dấu") && answer.text.contains(">thường.docx</a>"))
            #expect(try kept(bench).count == 1)
        }
    }

    @Test func `a mark typed into a form or a sheet is refused before anything is kept`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            let refused = browser.post("/dien/cong-van", ["d.doan": "MẬT\nNội dung", "d.trich_yeu": ""])
            #expect(refused.status == 422 && refused.text.contains("bí mật nhà nước"))
            let files = try FileManager.default.contentsOfDirectory(atPath: FillTemplate.root(bench.site))
            #expect(!files.contains { $0.hasSuffix(".json") })
            for rows in [
                [["trich_yeu", "ghi_chu"], ["mời họp", "Mật "]],
                [["Độ mật", "trich_yeu"], ["tuyet mat", "x"]],
                [["Độ mật: Tối mật"], ["trich_yeu"], ["mời họp"]],
            ] {
                let written = rows.map { WrittenRow($0.map { WrittenCell(.text($0)) }) }
                let sheet = try [WrittenSheet("A", rows: written)].workbook()
                let answer = browser.post(
                    "/dien/cong-van/lo", ["ten": "v{dong_so}"],
                    uploads: [try browser.upload(sheet, named: "a.xlsx")])
                #expect(answer.status == 422 && answer.text.contains("bí mật nhà nước"), "\(rows)")
            }
            #expect(try kept(bench) == [])
        }
    }
}
