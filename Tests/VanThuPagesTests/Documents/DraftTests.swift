import Diagnostics
import FoundationEssentials
import TestSupport
import Testing

@testable import VanThuPages

@Suite struct Drafts {
    @Test func `documents of a workspace with gaps can be looked at and not be taken away`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            let path = "\(bench.root)/ho-so/ke-hoach.yaml"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            let without = lines.filter { !$0.hasPrefix("dia_danh") && !$0.hasPrefix("nam_ban_hanh") }
            try #require(without.count < lines.count)
            try Data(without.joined(separator: "\n").utf8).write(to: URL(filePath: path))
            let list = browser.get("/ho-so/ho-so/van-ban").text
            #expect(list.contains("bản xem trước") && list.contains("/van-ban/ke-hoach\""))
            #expect(!list.contains("name=\"dang\""))
            let folder = try #require(WorkspaceFolder("ho-so", on: bench.site))
            let document = try #require(WorkspaceDocument("ke-hoach", of: folder))
            #expect(try document.preview().isDraft)
            #expect(browser.post("/ho-so/ho-so/van-ban/ke-hoach", ["dang": "docx"]).status == 422)
        }
    }

    @Test func `what the check finds in a document is told with it`() throws {
        try withBench { bench in
            let path = "\(bench.root)/ho-so/ke-hoach.yaml"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            let amount = "Kinh phí 50.000.000 đồng (Bằng chữ: Bốn mươi lăm triệu đồng)"
            let with = text.replacing("thực hiện, cụ thể như sau:", with: "thực hiện. \(amount), như sau:")
            try Data(with.utf8).write(to: URL(filePath: path))
            let folder = try #require(WorkspaceFolder("ho-so", on: bench.site))
            let preview = try #require(WorkspaceDocument("ke-hoach", of: folder)).preview()
            #expect(!preview.isDraft)
            #expect(preview.warnings.map(\.code).contains("format.amount-mismatch"), "\(preview.warnings)")
        }
    }

    @Test func `the figures of an estimate are a workbook too`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            #expect(browser.get("/ho-so/ho-so/van-ban").text.contains("value=\"xlsx\""))
            let answer = browser.post("/ho-so/ho-so/van-ban/du-toan-2022", ["dang": "xlsx"])
            #expect(answer.status == 200 && answer.bytes.starts(with: [0x50, 0x4B]))
            #expect(answer.header("Content-Disposition")?.contains(".xlsx") == true)
            #expect(browser.post("/ho-so/ho-so/van-ban/ke-hoach", ["dang": "xlsx"]).status == 422)
        }
    }
}
