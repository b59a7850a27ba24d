import FoundationEssentials
import TestSupport
import Testing

@testable import VanThuPages

@Suite struct GridSumming {
    private let training: Fields = ["tep": "du-toan/2022.yaml", "o": "muc.1.muc"]

    /// What stands below a column.
    private func sum(_ key: String, _ page: Answer) -> String? {
        guard let start = page.text.firstRange(of: "data-cong=\"\(key)\">") else { return nil }
        return String(page.text[start.upperBound...].prefix { $0 != "<" })
    }

    private func placeholder(_ name: String, _ page: Answer) -> String? {
        guard let start = page.text.firstRange(of: "name=\"\(name)\"") else { return nil }
        let tag = page.text[start.upperBound...].prefix { $0 != ">" }
        guard let words = tag.firstRange(of: "placeholder=\"") else { return nil }
        return String(tag[words.upperBound...].prefix { $0 != "\"" })
    }

    @Test func `amounts are computed as the estimate has them, prices and mixed units are not added`() throws
    {
        try withBench { bench in
            let browser = try bench.owner()
            let page = browser.get("/ho-so/ho-so/bang", training)
            #expect(sum("thanh_tien", page) == "19.200.000")
            #expect(sum("so_luong", page) == "khác đơn vị")
            #expect(sum("don_gia", page) == nil)
            #expect(placeholder("g.0.thanh_tien", page) == "4.000.000")
            // Groups come to the sum of what is under them.
            let groups = browser.get("/ho-so/ho-so/bang", ["tep": "du-toan/2022.yaml", "o": "muc"])
            #expect(placeholder("g.1.thanh_tien", groups) == "19.200.000")
        }
    }

    @Test func `numbers are read as files are while one types, and nothing is saved`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            let path = "\(bench.root)/ho-so/du-toan/2022.yaml"
            let before = try String(contentsOfFile: path, encoding: .utf8)
            let form = browser.get("/ho-so/ho-so/bang", training).inputs
            func tried(_ typed: [String: String]) -> Answer {
                browser.post("/ho-so/ho-so/bang", training, form.setting(typed).setting(["thu": "1"]))
            }
            for (price, amount) in [("1tr5", "6.000.000"), ("1 000 000", "4.000.000"), ("2.500,5", "10.002")]
            { #expect(placeholder("g.0.thanh_tien", tried(["g.0.don_gia": price])) == amount, "\(price)") }
            // What may mean two numbers counts as none, and that is said at the cell and below.
            let doubtful = tried(["g.0.don_gia": "1.5"])
            #expect(sum("thanh_tien", doubtful) == "15.200.000 (1 dòng chưa tính được)")
            let cell = try #require(doubtful.text.firstRange(of: "name=\"g.0.don_gia\""))
            #expect(doubtful.text[cell.upperBound...].prefix { $0 != ">" }.contains("aria-invalid"))
            let more = tried([
                "g.20.noi_dung_chi": "Thuê xe", "g.20.so_luong": "2", "g.20.don_gia": "1 triệu",
            ])
            #expect(sum("thanh_tien", more) == "21.200.000")
            #expect(placeholder("g.20.thanh_tien", more) == "2.000.000")
            #expect(try String(contentsOfFile: path, encoding: .utf8) == before)
        }
    }

    @Test func `the usual columns come first, and each is known by what people call it`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            let page = browser.get("/ho-so/ho-so/bang", training)
            let keys = page.inputs.entries.filter { $0.name.hasPrefix("g.0.") }.map { $0.name.dropFirst(4) }
            #expect(keys.prefix(6) == ["noi_dung_chi", "dvt", "so_luong", "don_gia", "thanh_tien", "can_cu"])
            #expect(page.text.contains("data-ten=\"dongia mucchi"))
        }
    }
}
