import Container
import FoundationEssentials
import TestSupport
import Testing

@testable import VanThuPages

@Suite struct Checks {
    private func template(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: packageFolder.appending(path: "templates/\(name)")))
    }

    /// A filled letter, with a fault that can be mended: two blanks.
    private func letter(_ browser: Browser) -> [UInt8] {
        let answer = browser.post("/dien/cong-van", form("Sở Khoa học và Công nghệ đề nghị góp ý  dự thảo."))
        #expect(answer.status == 200 && answer.header("Content-Disposition") != nil)
        return answer.bytes
    }

    private func form(_ text: String) -> Fields {
        [
            "dang": "docx", "bo_trong": "1", "d.co_quan.ten": "Sở Khoa học và Công nghệ",
            "d.co_quan.chu_quan": "UBND tỉnh A", "d.ky_hieu": "SKHCN-VP", "d.dia_danh": "Tỉnh A",
            "d.ngay_ban_hanh": "9/2/2026", "d.trich_yeu": "góp ý dự thảo", "d.kinh_gui": "Sở Tài chính",
            "d.doan": text, "d.ket": "Trân trọng", "d.noi_nhan": "Như trên", "d.luu": "VT",
            "d.ky.dong": "GIÁM ĐỐC", "d.ky.ho_ten": "Nguyễn Văn An",
        ]
    }

    @Test func `a document that is dropped has its remarks, a mended copy and one with comments`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            let upload = try browser.upload(letter(browser), named: "Công văn.docx")
            let link = try #require(browser.post("/kiem-tra", [:], uploads: [upload]).header("Location"))
            let page = browser.get(link)
            #expect(page.status == 200)
            #expect(page.text.contains("name=\"sua\"") && page.text.contains("Công văn.docx"))
            // Without LibreOffice the remarks stand there all the same, and why there are no pages.
            #expect(page.text.contains("vanthu-office"))
            let place = try #require(page.text.firstRange(of: "name=\"sua\" value=\""))
            let number = page.text[place.upperBound...].prefix { $0 != "\"" }
            let mended = browser.post("\(link)/ban-sua", ["sua": String(number)])
            #expect(mended.header("Content-Disposition")?.contains("-da-sua.docx") == true)
            _ = try Archive(bytes: mended.bytes, file: "a.docx")
            let remarks = browser.post("\(link)/ban-nhan-xet", [:])
            #expect(try Archive(bytes: remarks.bytes, file: "a.docx").contains("word/comments.xml"))
            #expect(browser.post("\(link)/ban-sua", [:]).text.contains("Chưa chọn"))
            #expect(browser.get("/kiem-tra").text.contains("Công văn.docx"))
            #expect(browser.post("\(link)/xoa", [:]).status == 303)
            #expect(browser.get(link).status == 422)
        }
    }

    @Test func `a document marked secret is refused in a sentence and not kept`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            for mark in ["MẬT", "TỐI MẬT", "TUYỆT MẬT"] {
                let refused = browser.post("/dien/cong-van", form("\(mark)\nNội dung"))
                #expect(refused.status == 422 && refused.text.contains("bí mật nhà nước"), "\(mark)")
            }
            #expect(FileManager.default.contents(atPath: "\(bench.site.ownFolder)/kiem-tra")?.isEmpty ?? true)
        }
    }

    @Test func `another person's check is nobody else's`() throws {
        try withBench(hasPasswords: true) { bench in
            for name in ["an", "binh"] {
                try bench.site.people.set(name, fullName: "", password: "một câu dễ nhớ", at: 0)
            }
            let (an, binh) = (
                try bench.person("an", "một câu dễ nhớ"), try bench.person("binh", "một câu dễ nhớ")
            )
            let upload = try an.upload(template("cong-van.docx"), named: "a.docx")
            let link = try #require(an.post("/kiem-tra", [:], uploads: [upload]).header("Location"))
            #expect(an.get(link).status == 200)
            #expect(binh.get(link).status == 422)
            #expect(binh.get("/kiem-tra/../../x").status == 404)
        }
    }

    @Test func `what is no document is told, and the page goes on`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            for (bytes, name) in [
                ([UInt8]("xin chào".utf8), "a.docx"), ([], "b.odt"), ([0x50, 0x4B, 3, 4, 0], "c.docx"),
            ] {
                let link = try #require(
                    browser.post("/kiem-tra", [:], uploads: [browser.upload(bytes, named: name)]).header(
                        "Location"))
                let page = browser.get(link)
                #expect(page.status == 200 && page.text.contains("không được kiểm tra"))
            }
            #expect(browser.post("/kiem-tra", [:]).text.contains("Chưa chọn"))
        }
    }

    @Test func `what has been kept long enough is taken away`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            let upload = try browser.upload(template("cong-van.docx"), named: "a.docx")
            _ = browser.post("/kiem-tra", [:], uploads: [upload])
            func count() throws -> Int {
                try FileManager.default.contentsOfDirectory(atPath: "\(bench.site.ownFolder)/kiem-tra").count
            }
            bench.clock.forward(30 * 86_400)
            try Keeping(bench.site).clear()
            #expect(try count() == 1)
            bench.clock.forward(1)
            try Keeping(bench.site).clear()
            #expect(try count() == 0)
            // A server that goes on running does so by itself.
            let again = try bench.owner()
            let later = try again.upload(template("cong-van.docx"), named: "a.docx")
            _ = again.post("/kiem-tra", [:], uploads: [later])
            #expect(try count() == 1)
            bench.clock.forward(31 * 86_400)
            _ = try bench.owner().get("/ho-so")
            #expect(try count() == 0)
        }
    }
}
