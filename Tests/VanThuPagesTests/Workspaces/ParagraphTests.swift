import FoundationEssentials
import TestSupport
import Testing

@testable import VanThuPages

/// Texts that stand in a list beside blocks of other kinds.
@Suite struct Paragraphs {
    private let list: Fields = ["tep": "ke-hoach.yaml", "o": "trinh.phan.0.noi_dung"]
    private let submission = """

        trinh:
          kinh_gui: [Ủy ban nhân dân tỉnh]
          phan:
            - ten: CƠ SỞ
              noi_dung:
                - Năm học này có 812 học sinh. # xem lại
                - gach: [một, hai]
                - Đoạn cuối.

        """

    private func withBlocks(_ body: (PagesBench, Browser, () throws -> String) throws -> Void) throws {
        try withBench { bench in
            let file = URL(filePath: "\(bench.root)/ho-so/ke-hoach.yaml")
            try Data((String(contentsOf: file, encoding: .utf8) + submission).utf8).write(to: file)
            try body(bench, bench.owner()) { try String(contentsOf: file, encoding: .utf8) }
        }
    }

    private func item(_ index: Int) -> Fields {
        ["tep": "ke-hoach.yaml", "o": "trinh.phan.0.noi_dung.\(index)"]
    }

    @Test func `a paragraph beside a list has a field, and only its words change`() throws {
        try withBlocks { _, browser, text in
            let before = try text()
            for (index, words) in [(0, "Năm học này có 830 học sinh."), (2, "Đoạn cuối, viết lại.")] {
                let form = browser.get("/ho-so/ho-so/sua", item(index))
                try #require(form.status == 200)
                let answer = browser.post("/ho-so/ho-so/sua", item(index), form.inputs.setting(["f.": words]))
                #expect(answer.status == 303)
            }
            let after = before.replacing("812", with: "830").replacing(
                "Đoạn cuối.", with: "\"Đoạn cuối, viết lại.\"")
            let written = try text()
            #expect(written == after)
        }
    }

    @Test func `a paragraph can be added between the blocks`() throws {
        try withBlocks { _, browser, text in
            let page = browser.get("/ho-so/ho-so/sua", list)
            #expect(page.status == 200 && page.text.contains("name=\"them-doan\""))
            var form = page.inputs
            form.add("them-doan", "trinh.phan.0.noi_dung")
            let place = browser.post("/ho-so/ho-so/sua", list, form).header("Location") ?? ""
            #expect(place.contains("noi_dung.3"))
            let blank = browser.get("/ho-so/ho-so/sua", item(3))
            _ = browser.post("/ho-so/ho-so/sua", item(3), blank.inputs.setting(["f.": "Đoạn mới."]))
            let written = try text()
            #expect(written.contains("- Đoạn cuối.\n        - \"Đoạn mới.\""))
        }
    }

    @Test func `blocks are no grid, so that none can be lost in one`() throws {
        try withBlocks { _, browser, text in
            let before = try text()
            #expect(!browser.get("/ho-so/ho-so/sua", list).text.contains("Mở thành bảng"))
            let grid = browser.get("/ho-so/ho-so/bang", list)
            #expect(grid.status != 200)
            _ = browser.post("/ho-so/ho-so/bang", list, grid.inputs)
            #expect(try text() == before)
            let tasks: Fields = ["tep": "ke-hoach.yaml", "o": "noi_dung"]
            #expect(browser.get("/ho-so/ho-so/sua", tasks).text.contains("Mở thành bảng"))
        }
    }
}
