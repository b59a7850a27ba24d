import FoundationEssentials
import TestSupport
import Testing
import Values

@testable import VanThuPages

/// Tables of a plan that are written, as those of an imported document are.
@Suite struct WrittenTables {
    private static let rows = """
                  dong:
                    - [Tiểu học, "12", "350"]  # theo biên bản bàn giao
                    - Khối trung học
                    - [Trung học, "2\\nlớp", ""]

        """

    private func withTables(_ body: (PagesBench, Browser, String) throws -> Void) throws {
        try withBench { bench in
            let folder = "\(bench.root)/bang"
            try FileManager.default.copyItem(
                atPath: packageFolder.appending(path: "examples/kiem-tra-kem-quyet-dinh").path, toPath: folder
            )
            let path = "\(folder)/ke-hoach.yaml"
            let plan = try String(contentsOfFile: path, encoding: .utf8)
            let file = "          tep: lich-kiem-tra.csv\n"
            #expect(plan.contains(file))
            let added = """
                \(file)      - bang:
                          cot: [{ten: STT, kieu: stt}, {ten: Trường}, {ten: Số lớp}, {ten: Học sinh, nhom: Quy mô}]
                \(Self.rows)
                """
            try plan.replacing(file, with: added).write(toFile: path, atomically: true, encoding: .utf8)
            try body(bench, bench.owner(), folder)
        }
    }

    private let rows: Fields = ["tep": "ke-hoach.yaml", "o": "phu_luc.0.noi_dung.1.bang.dong"]

    @Test func `a table is a grid under its own heads, and a changed cell changes its row alone`() throws {
        try withTables { bench, browser, folder in
            let record = browser.get(
                "/ho-so/bang/sua", ["tep": "ke-hoach.yaml", "o": "phu_luc.0.noi_dung.1.bang"])
            #expect(record.text.contains("bang?tep=ke-hoach.yaml&amp;o=phu_luc.0.noi_dung.1.bang.dong"))
            let page = browser.get("/ho-so/bang/bang", rows)
            for head in ["Trường", "Số lớp", "Học sinh"] {
                #expect(page.text.contains(">\(head)</th>"), "\(head)")
            }
            #expect(!page.text.contains(">STT</th>"))
            let before = try String(contentsOfFile: "\(folder)/ke-hoach.yaml", encoding: .utf8)
            // Nothing typed, nothing written: cells of several lines and group names too.
            _ = browser.post("/ho-so/bang/bang", rows, page.inputs)
            #expect(try String(contentsOfFile: "\(folder)/ke-hoach.yaml", encoding: .utf8) == before)
            let answer = browser.post("/ho-so/bang/bang", rows, page.inputs.setting(["g.0.3": "360"]))
            #expect(answer.status == 303)
            let after = try String(contentsOfFile: "\(folder)/ke-hoach.yaml", encoding: .utf8)
            #expect(after == before.replacing("\"350\"", with: "\"360\""))
        }
    }

    @Test func `rows come and go, and the name of a group stays one until a cell stands beside it`() throws {
        try withTables { bench, browser, _ in
            let page = browser.get("/ho-so/bang/bang", rows)
            let typed = [
                "g.0.1": "", "g.0.2": "", "g.0.3": "", "g.1.1": "Khối THPT", "g.3.1": "Mầm non",
                "g.3.3": "90",
            ]
            #expect(browser.post("/ho-so/bang/bang", rows, page.inputs.setting(typed)).status == 303)
            let folder = try #require(WorkspaceFolder("bang", on: bench.site))
            let file = try #require(try folder.file("ke-hoach.yaml"))
            let opened = try OpenedDataFile(folder, file)
            let dong = opened.content(at: DataSteps("phu_luc.0.noi_dung.1.bang.dong"))
            let said = EditForm.items(of: dong).map { RecordField.text(of: $0) }
            #expect(said == ["Khối THPT", "Trung học\n2\nlớp\n", "Mầm non\n\n90"])
            #expect(EditForm.items(of: dong)[0] == .text("Khối THPT"))
        }
    }

    @Test func `the rows of a file are a grid, reached from the key that names it`() throws {
        try withTables { bench, browser, folder in
            let record = browser.get(
                "/ho-so/bang/sua", ["tep": "ke-hoach.yaml", "o": "phu_luc.0.noi_dung.0.bang"])
            #expect(record.text.contains("/ho-so/bang/bang?tep=lich-kiem-tra.csv"))
            let file: Fields = ["tep": "lich-kiem-tra.csv"]
            let page = browser.get("/ho-so/bang/bang", file)
            #expect(page.text.contains(">Thời gian</th>"))
            let typed = [
                "g.0.Thời gian": "Tháng 5/2026", "g.9.Cơ quan": "Sở Y tế", "g.9.Thời gian": "Tháng 11/2026",
            ]
            #expect(browser.post("/ho-so/bang/bang", file, page.inputs.setting(typed)).status == 303)
            let lines = try String(contentsOfFile: "\(folder)/lich-kiem-tra.csv", encoding: .utf8)
            #expect(
                lines == """
                    Cơ quan,Thời gian
                    Ủy ban nhân dân xã T,Tháng 5/2026
                    Ủy ban nhân dân xã D,Tháng 5/2026
                    Sở Xây dựng,Tháng 9/2026
                    Trung tâm Lưu trữ lịch sử,Tháng 10/2026
                    Sở Y tế,Tháng 11/2026

                    """)
        }
    }

    @Test func `a link into a table leads to its grid`() throws {
        try withTables { bench, browser, _ in
            let answer = browser.get(
                "/ho-so/bang/sua", ["tep": "ke-hoach.yaml", "o": "phu_luc.0.noi_dung.1.bang.dong.2"])
            #expect(
                answer.header("Location")?.contains(
                    "/bang?tep=ke-hoach.yaml&o=phu_luc.0.noi_dung.1.bang.dong") == true)
        }
    }
}
