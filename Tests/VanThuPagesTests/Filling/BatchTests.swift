import Batches
import Container
import FoundationEssentials
import Glibc
import Sheets
import TestSupport
import Testing

@testable import VanThuPages

@Suite struct BatchFilling {
    private func sheet(_ rows: [[String]]) throws -> [UInt8] {
        let rows = rows.map { WrittenRow($0.map { WrittenCell(.text($0)) }) }
        return try [WrittenSheet("A", rows: rows)].workbook()
    }

    /// The form filled once, for what has no column.
    private func fillCommon(_ browser: Browser) {
        _ = browser.post(
            "/dien/cong-van",
            [
                "them": "d.doan", "d.co_quan.ten": "Sở Nội vụ", "d.co_quan.chu_quan": "UBND tỉnh A",
                "d.ky_hieu": "SNV-VP", "d.dia_danh": "Tỉnh A", "d.ngay_ban_hanh": "9/2/2026",
                "d.trich_yeu": "mời họp", "d.doan": "Sở Nội vụ mời dự họp.", "d.ket": "Trân trọng",
                "d.noi_nhan": "Như trên", "d.luu": "VT", "d.ky.dong": "GIÁM ĐỐC",
                "d.ky.ho_ten": "Nguyễn Văn An",
            ])
    }

    @Test func `what the check would say of a letter is told before it is downloaded, once`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            var fields: Fields = [
                "dang": "docx", "d.co_quan.ten": "Sở Nội vụ", "d.co_quan.chu_quan": "UBND tỉnh A",
                "d.so": "7", "d.ky_hieu": "SNV-VP", "d.dia_danh": "Tỉnh A", "d.ngay_ban_hanh": "9/2/2026",
                "d.trich_yeu": "Mời họp.", "d.kinh_gui": "Sở Y tế", "d.doan": "Sở Nội vụ mời dự họp.",
                "d.ket": "Trân trọng", "d.noi_nhan": "Như trên", "d.luu": "VT", "d.ky.dong": "GIÁM ĐỐC",
                "d.ky.ho_ten": "Nguyễn Văn An",
            ]
            let told = browser.post("/dien/cong-van", fields)
            #expect(told.status == 200 && told.text.contains("chỗ cần xem"), "\(told.text)")
            fields.add("da_xem", try #require(told.hidden("da_xem")))
            #expect(browser.post("/dien/cong-van", fields).bytes.starts(with: [0x50, 0x4B]))
            // Other remarks are told anew.
            let other = fields.setting(["d.trich_yeu": "Mời họp..", "d.so": "8"])
            #expect(browser.post("/dien/cong-van", other).text.contains("da_xem"))
        }
    }

    /// The page of a job when it is at work no more.
    private func ended(_ link: String, _ browser: Browser) -> String {
        for _ in 0..<3600 {
            let page = browser.get(link).text
            if !page.contains("Đang làm") { return page }
            usleep(50_000)
        }
        return "còn làm"
    }

    @Test func `each row of a sheet gives a document, and the form what has no column`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            fillCommon(browser)
            let rows = [
                ["Kính gửi", "ky.ho_ten"], ["Sở Tài chính", "Trần Thị Bình"], ["Sở Y tế", "Lê Văn Cường"],
            ]
            let upload = try browser.upload(sheet(rows), named: "khách.xlsx")
            let link = try #require(
                browser.post(
                    "/dien/cong-van/lo", ["dang": "docx", "ten": "{dong_so}-{kinh_gui[0] | khong_dau}"],
                    uploads: [upload]
                ).header("Location"))
            let page = ended(link, browser)
            #expect(page.contains("Xong 2 văn bản"), "\(page)")
            let zip = try Archive(bytes: browser.get("\(link)/tai").bytes, file: "a.zip")
            #expect(zip.entries.map(\.name).sorted() == ["1-So Tai chinh.docx", "2-So Y te.docx"])
            #expect(browser.get("/dien/cong-van/lo").text.contains("khách.xlsx"))
            #expect(browser.post("\(link)/xoa", [:]).status == 303)
            #expect(browser.get(link).status == 422)
        }
    }

    @Test func `a blank cell stays blank, a blank column is taken from the form, and a strange one is told`()
        throws
    {
        try withBench { bench in
            let browser = try bench.owner()
            fillCommon(browser)
            func page(_ rows: [[String]], _ pattern: String = "v{dong_so}") throws -> String {
                let upload = try browser.upload(sheet(rows), named: "a.xlsx")
                let answer = browser.post("/dien/cong-van/lo", ["ten": pattern], uploads: [upload])
                return answer.header("Location").map { ended($0, browser) } ?? answer.text
            }
            let gap = try page([
                ["Kính gửi", "ky.ho_ten"], ["Sở Tài chính", "Trần Thị Bình"], ["Sở Y tế", ""],
            ])
            #expect(
                gap.contains("Xong 1 văn bản, 1 dòng không làm được")
                    && gap.contains("Dòng 3: chưa điền “Người ký, Họ tên người ký”"), "\(gap)")
            let blank = try page([["Kính gửi", "ky.ho_ten"], ["Sở Tài chính", ""], ["Sở Y tế", ""]])
            #expect(blank.contains("Xong 2 văn bản.") && !blank.contains("không dùng đến"), "\(blank)")
            let rows = [["Kính gửi", "Ghi chú"], ["Sở Tài chính", "gấp"]]
            #expect(try page(rows).contains("Cột “Ghi chú” không có trong mẫu nên không dùng đến"))
            #expect(try !page(rows, "{ghi_chu}").contains("không dùng đến"))
            #expect(try page([["Nơi đến"], ["Sở Tài chính"]]).contains("mọi văn bản sẽ giống hệt nhau"))
        }
    }

    @Test func `a form with nothing filled in is made with blanks where that was asked for`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            for form in ["cong-van", "quyet-dinh", "dang-cong-van"] {
                let refused = browser.post("/dien/\(form)", ["dang": "docx"])
                #expect(refused.status == 422 && refused.text.contains("Chưa điền"), "\(form)")
                let made = browser.post("/dien/\(form)", ["dang": "docx", "bo_trong": "1"])
                #expect(made.bytes.starts(with: Array("PK".utf8)), "\(form): \(made.text.prefix(3000))")
            }
        }
    }

    @Test func `a row that lacks something is told by its number, and the others are made`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            func post(_ rows: [[String]]) throws -> Answer {
                let upload = try browser.upload(sheet(rows), named: "a.xlsx")
                return browser.post("/dien/cong-van/lo", ["ten": "v{dong_so}"], uploads: [upload])
            }
            // Nothing common has been filled in: the letter lacks its head.
            let none = try post([["trich_yeu", "ky.ho_ten"], ["mời họp", "A"]])
            #expect(none.status == 422 && none.text.contains("Không dòng nào của bảng"), "\(none.text)")
            #expect(none.text.contains("dòng 2: chưa điền “Cơ quan, Cơ quan ban hành”"), "\(none.text)")
            fillCommon(browser)
            // All that is wrong with a row at once, by the number that Excel shows.
            let rows = [
                ["GIẤY MỜI CỦA SỞ", ""], ["Trích yếu", "Ngày tháng năm ban hành"], ["mời họp", "9/2/2026"],
                ["", "31/02/2026"], ["mời dự", "10/2/2026"],
            ]
            let page = ended(try #require(try post(rows).header("Location")), browser)
            #expect(page.contains("Xong 2 văn bản, 1 dòng không làm được"), "\(page)")
            #expect(page.contains("Dòng 4: chưa điền “Trích yếu”"), "\(page)")
            #expect(
                page.contains("Dòng 4: “Ngày tháng năm ban hành”: “31/02/2026” không phải ngày"), "\(page)")
        }
    }

    @Test func `what the check would say of the letters is told with their rows`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            fillCommon(browser)
            let numbers =
                Array(repeating: ["7", "mời họp", "Sở Y tế"], count: 9) + [["10", "mời họp", "Sở Y tế"]]
            let rows = [["Số văn bản", "Trích yếu", "Kính gửi"]] + numbers
            let upload = try browser.upload(sheet(rows), named: "a.xlsx")
            let link = try #require(
                browser.post("/dien/cong-van/lo", ["ten": "v{dong_so}"], uploads: [upload]).header("Location")
            )
            let page = ended(link, browser)
            #expect(page.contains("Xong 10 văn bản."), "\(page)")
            // The number 10 needs no zero; nine rows are one line.
            #expect(
                page.contains("Dòng 2, 3, 4, 5, 6, 7, 8, 9 và 1 dòng nữa “Số: 7/SNV-VP”: “7”; đúng: 07"),
                "\(page)")
        }
    }

    @Test func `a sheet without rows, another file, a secret one, a name that climbs out are refused`() throws
    {
        try withBench { bench in
            let browser = try bench.owner()
            func post(_ rows: [[String]], named name: String = "a.xlsx", _ pattern: String = "v{dong_so}")
                throws -> Answer
            {
                browser.post(
                    "/dien/cong-van/lo", ["ten": pattern],
                    uploads: [try browser.upload(sheet(rows), named: name)])
            }
            #expect(browser.post("/dien/cong-van/lo", [:]).text.contains("Chọn một bảng"))
            #expect(try post([["a"]], named: "a.docx").text.contains("Chọn một bảng"))
            #expect(try post([["a", "b"]]).text.contains("không có dòng nào"))
            #expect(try post([["a"], ["MẬT"]]).text.contains("bí mật nhà nước"))
            fillCommon(browser)
            let link = try #require(try post([["a"], ["x"]], "../{a}").header("Location"))
            #expect(ended(link, browser).contains("Không làm được"))
            #expect(
                browser.get("/lo/../../x").status == 404
                    && browser.get("/lo/0123456789abcdef0123").status == 422)
            // What was refused has left nothing.
            let kept = try FileManager.default.contentsOfDirectory(atPath: BatchJob.root(bench.site))
            #expect(kept.count == 1)
        }
    }

    @Test func `a batch that is stopped goes on where it stood, also after a start of the server`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            fillCommon(browser)
            let rows = [["Kính gửi"]] + (0..<600).map { ["Đơn vị \($0)"] }
            let upload = try browser.upload(sheet(rows), named: "a.xlsx")
            let link = try #require(
                browser.post("/dien/cong-van/lo", ["ten": "{dong_so}"], uploads: [upload]).header("Location"))
            _ = browser.post("\(link)/dung", [:])
            #expect(ended(link, browser).contains("Đã dừng"))
            _ = browser.post("\(link)/tiep", [:])
            bench.site.end()
            // The same folder under a new server: it goes on by itself.
            let other = try PagesBench(bench.root)
            let again = try other.owner()
            let page = ended(link, again)
            #expect(page.contains("Xong 600 văn bản"), "\(page)")
        }
    }

    @Test func `the sheet to fill has a column for each field`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            let path = "\(bench.root)/bang.xlsx"
            try Data(browser.get("/dien/cong-van/lo/bang").bytes).write(to: URL(filePath: path))
            let book = try Workbook(opening: path)
            var rows = try book.rows(ofSheet: "Du lieu")
            let names = try rows.next()?.cells.compactMap { cell -> String? in
                if case .text(let text) = cell.content { text } else { nil }
            }
            #expect(names?.contains("Họ tên người ký") == true && names?.contains("Kính gửi") == true)
            #expect(Set(names ?? []).count == names?.count)
        }
    }
}
