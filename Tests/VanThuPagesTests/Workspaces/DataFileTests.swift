import FoundationEssentials
import TestSupport
import Testing

@testable import VanThuPages

/// Data files that come to a workspace and go.
@Suite struct DataFilesOfAWorkspace {
    private func withoutFigures(_ body: (PagesBench, Browser) throws -> Void) throws {
        try withBench { bench in
            for name in ["chi-tieu.yaml", "bao-cao.yaml", "hoat-dong.csv", "du-toan"] {
                try FileManager.default.removeItem(atPath: "\(bench.root)/ho-so/\(name)")
            }
            try body(bench, bench.owner())
        }
    }

    @Test(arguments: [
        ("chi-tieu", "chi-tieu.yaml"), ("bao-cao", "bao-cao.yaml"), ("dinh-muc", "dinh-muc.yaml"),
        ("giai-ngan", "giai-ngan.yaml"), ("du-toan", "du-toan/2022.yaml"),
    ]) func `a file that was begun and says nothing yet keeps no document from being made`(
        kind: String, path: String
    ) throws {
        try withoutFigures { bench, browser in
            #expect(browser.post("/ho-so/ho-so/tep-moi", ["loai": kind, "nam": "2022"]).status == 303)
            #expect(FileManager.default.fileExists(atPath: "\(bench.root)/ho-so/\(path)"))
            #expect(browser.post("/ho-so/ho-so/van-ban/ke-hoach", ["dang": "docx"]).status == 200)
        }
    }

    @Test(arguments: [
        ("ubnd-tinh-chuyen-doi-so", "noi_dung"), ("phuong-an-chay-rung", "noi_dung"),
        ("so-ke-hoach-5-nam", "noi_dung"), ("truong-nam-hoc", "noi_dung"),
    ]) func `a grid that is saved as it was shown changes nothing`(example: String, list: String) throws {
        try withBench { bench in
            let source = packageFolder.appending(path: "examples/\(example)").path
            try FileManager.default.copyItem(atPath: source, toPath: "\(bench.root)/khac")
            let browser = try bench.owner()
            let path = "\(bench.root)/khac/ke-hoach.yaml"
            let before = try String(contentsOfFile: path, encoding: .utf8)
            let place: Fields = ["tep": "ke-hoach.yaml", "o": list]
            let grid = browser.get("/ho-so/khac/bang", place)
            try #require(grid.status == 200)
            _ = browser.post("/ho-so/khac/bang", place, grid.inputs)
            #expect(try String(contentsOfFile: path, encoding: .utf8) == before)
            // Another cell of a row with two units.
            let first = grid.inputs.entries.first { $0.name.hasPrefix("g.0.") && !$0.value.isEmpty }
            let cell = try #require(first)
            _ = browser.post("/ho-so/khac/bang", place, grid.inputs.setting([cell.name: "Chữ khác"]))
            let after = try String(contentsOfFile: path, encoding: .utf8)
            let (old, new) = (before.split(separator: "\n"), after.split(separator: "\n"))
            #expect(old.count == new.count && zip(old, new).count { $0 != $1 } == 1)
        }
    }

    @Test func `a grid that was saved with a wrong cell says so, and the cell is marked`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            let place: Fields = ["tep": "du-toan/2022.yaml", "o": "muc.0.muc.0.muc"]
            let grid = browser.get("/ho-so/ho-so/bang", place)
            try #require(grid.status == 200)
            let price = try #require(
                grid.inputs.entries.first { $0.name.hasSuffix(".don_gia") && !$0.value.isEmpty })
            let saved = browser.post("/ho-so/ho-so/bang", place, grid.inputs.setting([price.name: "1.5"]))
            #expect(saved.status == 303)
            var after: Fields = place
            after.add("da_luu", "1")
            let page = browser.get("/ho-so/ho-so/bang", after).text
            #expect(page.contains("cần xem") && page.contains("aria-invalid=\"true\""))
            #expect(!grid.text.contains("cần xem"))
        }
    }

    @Test func `a data file is taken away when that was asked twice, and can be had again`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            let (place, path) = (
                Fields(dictionaryLiteral: ("tep", "chi-tieu.yaml")), "\(bench.root)/ho-so/chi-tieu.yaml"
            )
            let before = try String(contentsOfFile: path, encoding: .utf8)
            #expect(browser.get("/ho-so/ho-so/tep", place).text.contains("Xóa tệp này"))
            #expect(browser.post("/ho-so/ho-so/tep", place, ["xoa": "1"]).text.contains("Không xóa"))
            _ = browser.post("/ho-so/ho-so/tep", place, ["xoa": "1", "thoi": "1"])
            #expect(FileManager.default.fileExists(atPath: path))
            #expect(browser.post("/ho-so/ho-so/tep", place, ["xoa": "1", "chac": "1"]).status == 303)
            #expect(!FileManager.default.fileExists(atPath: path))
            let folder = try #require(WorkspaceFolder("ho-so", on: bench.site))
            let version = try #require(try Versions(site: bench.site).list(of: folder).first)
            #expect(browser.get("/ho-so/ho-so/phien-ban").text.contains("xóa tệp"))
            #expect(browser.post("/ho-so/ho-so/phien-ban/\(version.number)", [:]).status == 303)
            #expect(try String(contentsOfFile: path, encoding: .utf8) == before)
        }
    }

    @Test(arguments: ["ke-hoach.yaml", "co-quan.yaml"]) func `the plan and the agency stay`(file: String)
        throws
    {
        try withBench { bench in
            let browser = try bench.owner()
            let place = Fields(dictionaryLiteral: ("tep", file))
            #expect(!browser.get("/ho-so/ho-so/tep", place).text.contains("Xóa tệp này"))
            _ = browser.post("/ho-so/ho-so/tep", place, ["xoa": "1", "chac": "1"])
            #expect(FileManager.default.fileExists(atPath: "\(bench.root)/ho-so/\(file)"))
        }
    }
}
