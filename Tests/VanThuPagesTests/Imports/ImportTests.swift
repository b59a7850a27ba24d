import Diagnostics
import FoundationEssentials
import TestSupport
import Testing

@testable import VanThu
@testable import VanThuPages

@Suite struct Imports {
    /// A plan that a workspace has made.
    private func plan(_ example: String = "xa-co-kiem-diem") throws -> [UInt8] {
        let folder = packageFolder.appending(path: "examples/\(example)").path
        return try Clerk(formats: [.docx]).bytes(of: .plan, from: folder, environment: [:]).value[0]
    }

    @Test
    func `last year's plan that is dropped becomes a workspace, with what is to be looked at beside it`()
        throws
    {
        try withBench { bench in
            let browser = try bench.owner()
            let upload = try browser.upload(plan(), named: "Kế hoạch năm 2026.docx")
            let answer = browser.post("/nhap", ["ten": "", "nam": ""], uploads: [upload])
            #expect(answer.header("Location") == "/ho-so/ke-hoach-nam-2026/van-ban-goc")
            let page = browser.get("/ho-so/ke-hoach-nam-2026/van-ban-goc")
            #expect(page.status == 200)
            #expect(page.text.contains("Kế hoạch năm 2026.docx"))
            #expect(page.text.contains("giống bản gốc"))
            // Without LibreOffice it is said why there are no pages.
            #expect(page.text.contains("vanthu-office"))
            #expect(browser.get("/ho-so/ke-hoach-nam-2026").text.contains("Văn bản gốc"))
            #expect(browser.get("/ho-so").text.contains("ke-hoach-nam-2026"))
            #expect(FileManager.default.fileExists(atPath: "\(bench.root)/ke-hoach-nam-2026/ke-hoach.yaml"))
            // Nothing is left of it where uploads wait.
            #expect(try FileManager.default.contentsOfDirectory(atPath: bench.site.spool).isEmpty)
        }
    }

    @Test func `the year moves where one is given`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            let upload = try browser.upload(plan(), named: "a.docx")
            let answer = browser.post("/nhap", ["ten": "ke-hoach-2030", "nam": "2030"], uploads: [upload])
            #expect(answer.status == 303)
            let text = try String(
                contentsOfFile: "\(bench.root)/ke-hoach-2030/ke-hoach.yaml", encoding: .utf8)
            #expect(text.contains("2030"))
        }
    }

    @Test func `what cannot become a workspace is told, and nothing is left behind`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            func post(_ fields: Fields, _ bytes: [UInt8] = Array("xin chào".utf8)) throws -> Answer {
                browser.post("/nhap", fields, uploads: [try browser.upload(bytes, named: "a.docx")])
            }
            #expect(browser.post("/nhap", [:]).text.contains("Chưa chọn văn bản nào"))
            #expect(try post(["ten": "../x"]).text.contains("chữ không dấu"))
            #expect(try post(["ten": "ho-so"]).text.contains("Đã có hồ sơ tên này"))
            #expect(try post(["ten": "moi", "nam": "20x7"]).text.contains("bốn chữ số"))
            let refused = try post(["ten": "moi"])
            #expect(refused.status == 422 && refused.text.contains("Chưa lập được hồ sơ"))
            #expect(refused.text.contains("value=\"moi\""))
            #expect(!FileManager.default.fileExists(atPath: "\(bench.root)/moi"))
            let left = try FileManager.default.contentsOfDirectory(atPath: bench.site.spool)
            #expect(left.allSatisfy { !$0.hasPrefix("nhap-") })
        }
    }

    @Test func `a letter becomes the values of its form`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            let letter = browser.post(
                "/dien/cong-van",
                [
                    "dang": "docx", "bo_trong": "1", "d.co_quan.ten": "Sở Khoa học và Công nghệ",
                    "d.co_quan.chu_quan": "UBND tỉnh A", "d.ky_hieu": "SKHCN-VP", "d.dia_danh": "Tỉnh A",
                    "d.ngay_ban_hanh": "9/2/2026", "d.trich_yeu": "góp ý dự thảo",
                    "d.kinh_gui": "Sở Tài chính", "d.doan": "Sở Khoa học và Công nghệ đề nghị góp ý dự thảo.",
                    "d.ket": "Trân trọng", "d.noi_nhan": "Như trên", "d.luu": "VT", "d.ky.dong": "GIÁM ĐỐC",
                    "d.ky.ho_ten": "Nguyễn Văn An",
                ]
            ).bytes
            // Somebody else's values are not in the way.
            _ = browser.post("/dien/cong-van", ["d.trich_yeu": "khác", "them": "d.doan"])
            let upload = try browser.upload(letter, named: "a.docx")
            let answer = browser.post("/nhap", ["ten": ""], uploads: [upload])
            #expect(answer.header("Location") == "/dien/cong-van?nhap=1")
            let form = browser.get("/dien/cong-van", ["nhap": "1"]).text
            #expect(form.contains("góp ý dự thảo") && form.contains("Nguyễn Văn An"))
            // What stood there before can be had back, and what came then too.
            #expect(form.contains("Lấy lại những gì đã điền trước đó"))
            #expect(browser.post("/dien/cong-van/lay-lai", [:]).status == 303)
            #expect(browser.get("/dien/cong-van").text.contains("value=\"khác\""))
            _ = browser.post("/dien/cong-van/lay-lai", [:])
            #expect(browser.get("/dien/cong-van").text.contains("góp ý dự thảo"))
        }
    }

    @Test func `who manages one workspace only makes no new ones`() throws {
        try withBench(hasPasswords: true) { bench in
            try bench.site.people.set("an", fullName: "", password: "một câu dễ nhớ", at: 0)
            let an = try bench.person("an", "một câu dễ nhớ")
            #expect(
                an.post("/nhap", ["ten": "moi"], uploads: [try an.upload(plan(), named: "a.docx")]).status
                    == 404)
            #expect(an.get("/ho-so/ho-so/van-ban-goc").status == 404)
        }
    }
}
