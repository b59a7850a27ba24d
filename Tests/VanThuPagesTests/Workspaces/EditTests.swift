import FoundationEssentials
import TestSupport
import Testing

@testable import VanThuPages

@Suite struct Editing {
    private let plan: Fields = ["tep": "ke-hoach.yaml"]

    private func text(_ bench: PagesBench, _ file: String = "ke-hoach.yaml") throws -> String {
        try String(contentsOfFile: "\(bench.root)/ho-so/\(file)", encoding: .utf8)
    }

    private func lines(of text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    @Test func `one value that was typed anew is the only line that changes`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            let before = try text(bench)
            let form = browser.get("/ho-so/ho-so/sua", plan)
            let answer = browser.post(
                "/ho-so/ho-so/sua", plan,
                [
                    "goc": form.hidden("goc") ?? "", "f.nam_ban_hanh": "2021",
                    "f.trich_yeu":
                        "Tuyên truyền đấu tranh trên không gian mạng tại\r\nSở Khoa học và Công nghệ tỉnh Đắk Nông",
                ])
            #expect(answer.status == 303)
            let after = try text(bench)
            let changed = zip(lines(of: before), lines(of: after)).filter { $0 != $1 }
            #expect(lines(of: before).count == lines(of: after).count)
            #expect(changed.map { String($0.1) } == ["nam_ban_hanh: 2021"])
        }
    }

    @Test func `saving without a change writes nothing and makes no version`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            let before = try text(bench)
            let form = browser.get("/ho-so/ho-so/sua", plan)
            _ = browser.post(
                "/ho-so/ho-so/sua", plan, ["goc": form.hidden("goc") ?? "", "f.nam_ban_hanh": "2020"])
            #expect(try text(bench) == before)
            #expect(try bench.site.database.rows("SELECT so FROM phien_ban").isEmpty)
        }
    }

    @Test func `a change that crosses another's is refused, and both are shown`() throws {
        try withBench { bench in
            let (an, binh) = (try bench.owner(), try bench.owner())
            let place: Fields = ["tep": "ke-hoach.yaml", "o": "noi_dung.0"]
            let (first, second) = (an.get("/ho-so/ho-so/sua", place), binh.get("/ho-so/ho-so/sua", place))
            #expect(
                an.post("/ho-so/ho-so/sua", place, ["goc": first.hidden("goc") ?? "", "f.ten": "Của An"])
                    .status == 303)
            let saved = try text(bench)
            let refused = binh.post(
                "/ho-so/ho-so/sua", place, ["goc": second.hidden("goc") ?? "", "f.ten": "Của Bình"])
            #expect(refused.status == 409)
            #expect(refused.text.contains("Của An") && refused.text.contains("value=\"Của Bình\""))
            #expect(try text(bench) == saved)
            #expect(
                binh.post(
                    "/ho-so/ho-so/sua", place, ["goc": refused.hidden("goc") ?? "", "f.ten": "Của Bình"]
                ).status == 303)
            #expect(try text(bench).contains("Của Bình"))
        }
    }

    @Test func `a fault stands at its field and in the list of the workspace`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            let place: Fields = ["tep": "ke-hoach.yaml", "o": "noi_dung.0"]
            let form = browser.get("/ho-so/ho-so/sua", place)
            _ = browser.post(
                "/ho-so/ho-so/sua", place, ["goc": form.hidden("goc") ?? "", "f.chu_tri": "KHONG_CO"])
            let page = browser.get("/ho-so/ho-so/sua", place).text
            #expect(page.contains("aria-invalid=\"true\"") && page.contains("id=\"f.chu_tri-loi\""))
            let overview = browser.get("/ho-so/ho-so").text
            #expect(overview.contains("o=noi_dung.0#f.chu_tri"))
        }
    }

    @Test func `a name in braces that nothing has is told at the field it was typed in`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            let form = browser.get("/ho-so/ho-so/sua", plan)
            let told = browser.post(
                "/ho-so/ho-so/sua", plan,
                ["goc": form.hidden("goc") ?? "", "f.trich_yeu": "Tuyên truyền phần {x}", "thu": "1"])
            #expect(told.text.contains("id=\"f.trich_yeu-loi\""), "\(told.text)")
        }
    }

    @Test func `what is wrong is told while it is typed, and nothing is saved`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            let before = try text(bench)
            let place: Fields = ["tep": "ke-hoach.yaml", "o": "noi_dung.0"]
            let form = browser.get("/ho-so/ho-so/sua", place)
            let told = browser.post(
                "/ho-so/ho-so/sua", place,
                ["goc": form.hidden("goc") ?? "", "f.chu_tri": "KHONG_CO", "thu": "1"])
            #expect(told.status == 200)
            #expect(told.text.contains("id=\"f.chu_tri-loi\"") && told.text.contains("value=\"KHONG_CO\""))
            #expect(try text(bench) == before)
            #expect(try FileManager.default.contentsOfDirectory(atPath: bench.site.spool).isEmpty)
            #expect(try bench.site.database.rows("SELECT so FROM phien_ban").isEmpty)
        }
    }

    @Test func `records are added, moved and taken away between the others`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            func titles() -> [String] {
                let folder = WorkspaceFolder("ho-so", on: bench.site)
                let file = try? folder?.file("ke-hoach.yaml")
                guard let folder, let file = file ?? nil, let opened = try? OpenedDataFile(folder, file)
                else { return [] }
                return EditForm.items(of: opened.content(at: DataSteps("noi_dung"))).map {
                    EditForm.title(of: $0, or: "?")
                }
            }
            let start = titles()
            func press(_ button: String, _ place: String) -> Answer {
                let form = browser.get("/ho-so/ho-so/sua", plan)
                return browser.post(
                    "/ho-so/ho-so/sua", plan, ["goc": form.hidden("goc") ?? "", button: place])
            }
            #expect(press("xuong", "noi_dung.0").status == 303)
            #expect(titles() == [start[1], start[0]] + start.dropFirst(2))
            #expect(press("len", "noi_dung.1").status == 303)
            #expect(titles() == start)
            #expect(
                press("them", "noi_dung").header("Location")?.contains("o=noi_dung.\(start.count)") == true)
            #expect(titles().count == start.count + 1)
            #expect(press("xoa", "noi_dung.\(start.count)").status == 303)
            #expect(titles() == start)
        }
    }

    @Test func `every version can be compared and restored, also what was changed beside the pages`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            let original = try text(bench)
            let form = browser.get("/ho-so/ho-so/sua", plan)
            _ = browser.post(
                "/ho-so/ho-so/sua", plan, ["goc": form.hidden("goc") ?? "", "f.nam_ban_hanh": "2021"])
            let outside = try text(bench) + "# ghi thêm\n"
            try outside.write(toFile: "\(bench.root)/ho-so/ke-hoach.yaml", atomically: true, encoding: .utf8)
            let again = browser.get("/ho-so/ho-so/sua", plan)
            _ = browser.post(
                "/ho-so/ho-so/sua", plan, ["goc": again.hidden("goc") ?? "", "f.nam_ban_hanh": "2022"])
            let rows = try bench.site.database.rows("SELECT so, viec FROM phien_ban ORDER BY so")
            #expect(rows.map { $0[1].text } == ["ban-dau", "sua", "sua-ngoai-trang", "sua"])
            let page = browser.get("/ho-so/ho-so/phien-ban/\(rows[1][0].integer)").text
            #expect(
                page.contains("<del>nam_ban_hanh: 2020</del>")
                    && page.contains("<ins>nam_ban_hanh: 2021</ins>"))
            #expect(browser.post("/ho-so/ho-so/phien-ban/\(rows[0][0].integer)", [:]).status == 303)
            #expect(try text(bench) == original)
        }
    }

    @Test func `a grid takes rows, changes cells and drops rows that were emptied`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            let log: Fields = ["tep": "hoat-dong.csv"]
            let before = lines(of: try text(bench, "hoat-dong.csv"))
            let form = browser.get("/ho-so/ho-so/bang", log)
            var cells: Fields = ["goc": form.hidden("goc") ?? "", "g.0.so_luong": "9"]
            for key in ["ngay", "don_vi", "noi_dung", "kenh", "chi_tieu", "so_luong", "ghi_chu"] {
                cells.add("g.1.\(key)", "")
            }
            cells.add("g.188.ngay", "1/12/2020")
            cells.add("g.188.don_vi", "VP")
            #expect(browser.post("/ho-so/ho-so/bang", log, cells).status == 303)
            let after = lines(of: try text(bench, "hoat-dong.csv"))
            #expect(after[1] == "10/2/2020,TTKHCN,tuyen_truyen,,tin_bai,9,số liệu minh họa")
            #expect(after[2] == before[3])
            #expect(after.dropLast().last == "1/12/2020,VP,,,,,")
            #expect(browser.post("/ho-so/ho-so/bang", log, cells).status == 409)
        }
    }

    @Test func `twenty people who change the same record at once lose nothing`() async throws {
        try await withBench { bench in
            let place: Fields = ["tep": "ke-hoach.yaml", "o": "noi_dung.0"]
            let browser = try bench.owner()
            let taken = await withTaskGroup(of: Int.self) { group in
                for number in 0..<20 {
                    group.addTask {
                        while true {
                            let form = browser.get("/ho-so/ho-so/sua", place)
                            let sent: Fields = [
                                "goc": form.hidden("goc") ?? "", "f.ten": "Của người \(number)",
                            ]
                            if browser.post("/ho-so/ho-so/sua", place, sent).status == 303 { return number }
                        }
                    }
                }
                return await group.reduce(into: Set<Int>()) { $0.insert($1) }
            }
            #expect(taken.count == 20)
            // Each state stands among the versions, whoever came next.
            let versions = try bench.site.database.rows("SELECT noi_dung FROM phien_ban").map {
                String(decoding: $0[0].bytes ?? [], as: UTF8.self)
            }
            for number in 0..<20 { #expect(versions.contains { $0.contains("ten: Của người \(number)\n") }) }
        }
    }

    @Test func `a file that cannot be read opens as a text, with what is wrong`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            try "a: [1,\n".write(
                toFile: "\(bench.root)/ho-so/ke-hoach.yaml", atomically: true, encoding: .utf8)
            let answer = browser.get("/ho-so/ho-so/sua", plan)
            #expect(answer.status == 303 && answer.header("Location") == "/ho-so/ho-so/tep?tep=ke-hoach.yaml")
            #expect(browser.get("/ho-so/ho-so/tep", plan).text.contains("loi-list"))
        }
    }

    @Test func `an unknown key and a wrong value of a year stand on the page of their record`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            let path = "\(bench.root)/ho-so/ke-hoach.yaml"
            let text = try String(contentsOfFile: path, encoding: .utf8).replacing(
                "    thoi_gian: 2020-2022\n", with: "    thoi_gian: 2020-2022\n    khoa_la: 5\n",
                maxReplacements: 1)
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            let page = browser.get("/ho-so/ho-so/sua", ["tep": "ke-hoach.yaml", "o": "noi_dung.0"]).text
            #expect(page.contains("khoa_la"))
            // A place inside a field has no page of its own: its record's has it.
            let inner = browser.get(
                "/ho-so/ho-so/sua", ["tep": "ke-hoach.yaml", "o": "noi_dung.0.tien_do.2020"])
            #expect(inner.header("Location")?.contains("o=noi_dung.0.tien_do#f.2020") == true)
        }
    }

    @Test func `a data file that is not there yet is made blank and filled in on its page`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            #expect(browser.post("/ho-so", ["ten": "moi", "de_cuong": "ke-hoach-nhieu-nam"]).status == 303)
            for name in ["hoat-dong.csv", "chi-tieu.yaml", "bao-cao.yaml"] {
                try? FileManager.default.removeItem(atPath: "\(bench.root)/moi/\(name)")
            }
            func add(_ kind: String) -> Answer {
                browser.post("/ho-so/moi/tep-moi", ["loai": kind, "nam": "2031"])
            }
            #expect(add("du-toan").header("Location") == "/ho-so/moi/sua?tep=du-toan%2F2031.yaml")
            #expect(add("chi-tieu").header("Location") == "/ho-so/moi/sua?tep=chi-tieu.yaml")
            #expect(add("bao-cao").status == 303)
            #expect(add("hoat-dong").header("Location") == "/ho-so/moi/bang?tep=hoat-dong.csv")
            for file in ["du-toan/2031.yaml", "chi-tieu.yaml", "bao-cao.yaml"] {
                #expect(browser.get("/ho-so/moi/sua", ["tep": file]).status == 200, "\(file)")
            }
            let rows: Fields = ["tep": "du-toan/2031.yaml", "o": "muc"]
            let grid = browser.get("/ho-so/moi/bang", rows).inputs
            let cells = [
                "g.0.noi_dung_chi": "Thuê xe", "g.0.dvt": "chuyến", "g.0.so_luong": "2",
                "g.0.don_gia": "1 triệu",
            ]
            #expect(browser.post("/ho-so/moi/bang", rows, grid.setting(cells)).status == 303)
            let estimate = try String(contentsOfFile: "\(bench.root)/moi/du-toan/2031.yaml", encoding: .utf8)
            #expect(estimate.hasPrefix("nam: 2031\n") && estimate.contains("noi_dung_chi: Thuê xe"))
            let log: Fields = ["tep": "hoat-dong.csv"]
            let blank = browser.get("/ho-so/moi/bang", log).inputs
            let first = ["g.0.ngay": "1/12/2026", "g.0.don_vi": "VP", "g.1.ngay": "2/12/2026"]
            #expect(browser.post("/ho-so/moi/bang", log, blank.setting(first)).status == 303)
            #expect(
                try String(contentsOfFile: "\(bench.root)/moi/hoat-dong.csv", encoding: .utf8).hasSuffix(
                    "1/12/2026,VP,,,,,\n2/12/2026,,,,,,\n"))
            // What is there is not written anew.
            #expect(add("du-toan").status == 303)
            #expect(
                try String(contentsOfFile: "\(bench.root)/moi/du-toan/2031.yaml", encoding: .utf8) == estimate
            )
            #expect(browser.post("/ho-so/moi/tep-moi", ["loai": "du-toan", "nam": "26"]).status == 422)
        }
    }

    @Test func `a file that cannot be read is not saved, and what was typed is still there`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            let before = try text(bench)
            let form = browser.get("/ho-so/ho-so/tep", plan)
            let answer = browser.post(
                "/ho-so/ho-so/tep", plan, ["goc": form.hidden("goc") ?? "", "chu": "a: [1,\n  gõ dở"])
            #expect(answer.status == 409 && answer.text.contains("gõ dở"))
            #expect(try text(bench) == before)
        }
    }
}

private func withBench(_ body: (PagesBench) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(
        path: "vanthu-\(UInt64.random(in: 0 ... .max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(PagesBench(folder.path))
}
