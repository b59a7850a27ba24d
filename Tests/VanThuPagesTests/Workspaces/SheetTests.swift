import Container
import Diagnostics
import FoundationEssentials
import Planning
import Sheets
import TestSupport
import Testing
import VanThu

@testable import VanThuPages

/// The three units that send workbooks, their pages, and what comes back.
@Suite struct UnitWorkbooks {
    private func withUnits(_ body: (PagesBench, Browser) throws -> Void) throws {
        try withScratchFolder { folder in
            try FileManager.default.copyItem(
                atPath: packageFolder.appending(path: "examples/ba-don-vi-ba-nam").path,
                toPath: "\(folder.path)/ho-so")
            let bench = try PagesBench(folder.path)
            try body(bench, bench.owner())
        }
    }

    private func workbook(_ rows: [[String]]) throws -> [UInt8] {
        try [WrittenSheet("Dự toán", rows: rows.map { WrittenRow($0.map { WrittenCell(.text($0)) }) })]
            .workbook()
    }

    @Test func `who has sent and who has not is shown for a year`() throws {
        try withUnits { bench, browser in
            let page = browser.get("/ho-so/ho-so/bang-tinh", ["nam": "2026"])
            #expect(page.status == 200 && page.text.contains("VP.xlsx") && !page.text.contains("chưa gửi"))
            try FileManager.default.removeItem(atPath: "\(bench.root)/ho-so/du-toan/2026/VP.xlsx")
            #expect(browser.get("/ho-so/ho-so/bang-tinh", ["nam": "2026"]).text.contains("chưa gửi"))
        }
    }

    @Test func `blank workbooks and those put together are one archive each`() throws {
        try withUnits { _, browser in
            let blank = browser.get("/ho-so/ho-so/bang-tinh/phat", ["nam": "2026", "don_vi": "VP"])
            let names = try Archive(bytes: blank.bytes, file: "zip").entries.map(\.name)
            #expect(Set(names) == ["du-toan/2026/VP.xlsx", "hoat-dong/VP.xlsx"])
            let whole = browser.get("/ho-so/ho-so/bang-tinh/tong-hop", ["nam": "2026"])
            let files = try Archive(bytes: whole.bytes, file: "zip").entries.map(\.name)
            #expect(files.count == 6 && files.contains("tong-hop-2026-don-vi-cot.xlsx"))
        }
    }

    @Test func `a workbook that is handed in takes the place of the unit's first, which is kept`() throws {
        try withUnits { bench, browser in
            let place = "\(bench.root)/ho-so/du-toan/2026"
            let first = try #require(OwnFiles.bytes(of: "\(place)/VP.xlsx"))
            let bytes = try workbook([
                ["Nội dung chi", "ĐVT", "Số lượng", "Đơn giá"], ["Thuê xe", "chuyến", "2", "1.500.000"],
            ])
            let upload = try browser.upload(bytes, named: "Dự toán Văn phòng.xlsx")
            let answer = browser.post(
                "/ho-so/ho-so/bang-tinh", ["nam": "2026", "loai": "du-toan", "don_vi": "VP"],
                uploads: [upload])
            #expect(answer.status == 303)
            #expect(OwnFiles.bytes(of: "\(place)/VP.xlsx") == bytes)
            let kept = try bench.site.database.rows("SELECT noi_dung FROM phien_ban ORDER BY so")
            #expect(kept.map { $0[0].bytes } == [first, bytes])
            let shown = browser.get("/ho-so/ho-so/bang-tinh/tep", ["tep": "du-toan/2026/VP.xlsx"])
            #expect(shown.text.contains("Thuê xe") && shown.text.contains("1.500.000"))
        }
    }

    @Test func `what is wrong in a workbook stands at its cell, and goes back with remarks`() throws {
        try withUnits { bench, browser in
            let bytes = try workbook([
                ["Nội dung chi", "ĐVT", "Số lượng", "Đơn giá"], ["Thuê xe", "chuyến", "2", "1tr5x"],
            ])
            let upload = try browser.upload(bytes, named: "VP.xlsx")
            _ = browser.post(
                "/ho-so/ho-so/bang-tinh", ["nam": "2026", "loai": "du-toan", "don_vi": ""], uploads: [upload])
            let shown = browser.get("/ho-so/ho-so/bang-tinh/tep", ["tep": "du-toan/2026/VP.xlsx"]).text
            #expect(shown.contains("class=\"o-loi\""), "\(shown)")
            let remarks = browser.get("/ho-so/ho-so/bang-tinh/nhan-xet")
            #expect(try Archive(bytes: remarks.bytes, file: "zip").entries.count == 1)
        }
    }

    @Test(arguments: [("anh.png", "pages.not-workbook"), ("gì đó.xlsx", "pages.of-no-unit")])
    func `what is no workbook, or nobody's, is refused with the reason`(name: String, code: String) throws {
        try withUnits { bench, browser in
            let upload = try browser.upload(try workbook([["Nội dung chi"]]), named: name)
            let answer = browser.post(
                "/ho-so/ho-so/bang-tinh", ["nam": "2026", "loai": "du-toan"], uploads: [upload])
            #expect(answer.status == 422 && !code.isEmpty)
            #expect(try bench.site.database.rows("SELECT so FROM phien_ban").isEmpty)
        }
    }

    @Test func `a workbook marked secret is refused, and nothing outside the workspace can be asked for`()
        throws
    {
        try withUnits { _, browser in
            let upload = try browser.upload(try workbook([["MẬT"], ["Nội dung chi"]]), named: "VP.xlsx")
            let answer = browser.post(
                "/ho-so/ho-so/bang-tinh", ["nam": "2026", "loai": "du-toan"], uploads: [upload])
            #expect(answer.status == 422 && answer.text.contains("độ mật"))
            for path in ["../ho-so/co-quan.yaml", "/etc/passwd", ".vanthu/trang.sqlite"] {
                #expect(browser.get("/ho-so/ho-so/bang-tinh/tep", ["tep": path]).status == 404)
            }
        }
    }

    @Test func `what is due is told with its last working day`() throws {
        try withUnits { bench, browser in
            // 28/5/2026: the report of the second quarter is due by 20/6, a Saturday.
            let page = browser.get("/ho-so")
            #expect(page.text.contains("Báo cáo quý II năm 2026"), "\(page.text)")
            #expect(page.text.contains("hạn 19/6/2026"))
            bench.clock.forward(26 * 86_400)
            let later = try bench.owner().get("/ho-so").text
            #expect(later.contains("quá hạn 19/6/2026"))
        }
    }
}
