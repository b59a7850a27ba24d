import FoundationEssentials
import TestSupport
import Testing

@testable import VanThuPages

/// Two people at one record: what each of them changed stays, and one is asked where both changed the same.
@Suite struct Conflicts {
    private let item: Fields = ["tep": "ke-hoach.yaml", "o": "noi_dung.0"]
    private let plan: Fields = ["tep": "ke-hoach.yaml"]

    private func text(_ bench: PagesBench) throws -> String {
        try String(contentsOfFile: "\(bench.root)/ho-so/ke-hoach.yaml", encoding: .utf8)
    }

    private func save(_ browser: Browser, _ place: Fields, _ form: Answer, _ typed: [String: String])
        -> Answer
    { browser.post("/ho-so/ho-so/sua", place, form.inputs.setting(typed)) }

    @Test func `two people who change two fields of one record both keep their change`() throws {
        try withBench { bench in
            let (an, binh) = (try bench.owner(), try bench.owner())
            let (first, second) = (an.get("/ho-so/ho-so/sua", item), binh.get("/ho-so/ho-so/sua", item))
            #expect(save(an, item, first, ["f.ten": "Của An"]).status == 303)
            // All his other fields are sent with the values of before.
            #expect(save(binh, item, second, ["f.thoi_gian": "2021"]).status == 303)
            let now = binh.get("/ho-so/ho-so/sua", item).inputs
            #expect(now["f.ten"] == "Của An" && now["f.thoi_gian"] == "2021")
        }
    }

    @Test func `where both changed one field the second chooses, and pressing save twice takes nothing back`()
        throws
    {
        try withBench { bench in
            let (an, binh) = (try bench.owner(), try bench.owner())
            let (first, second) = (an.get("/ho-so/ho-so/sua", item), binh.get("/ho-so/ho-so/sua", item))
            #expect(save(an, item, first, ["f.ten": "Của An", "f.thoi_gian": "2022"]).status == 303)
            let saved = try text(bench)
            let asked = save(binh, item, second, ["f.ten": "Của Bình"])
            #expect(asked.status == 409 && asked.inputs["f.ten"] == "Của Bình")
            #expect(asked.text.contains("Giữ của họ: Của An") && asked.inputs["f.thoi_gian"] == "2022")
            let again = binh.post("/ho-so/ho-so/sua", item, asked.inputs)
            #expect(again.status == 409 && again.inputs["f.ten"] == "Của Bình")
            #expect(try text(bench) == saved)
            let choices = asked.choices("c.ten")
            #expect(choices.count == 2)
            let kept = binh.post("/ho-so/ho-so/sua", item, asked.inputs.setting(["c.ten": choices[0]]))
            #expect(kept.status == 303)
            #expect(try text(bench) == saved)
            let taken = binh.post("/ho-so/ho-so/sua", item, asked.inputs.setting(["c.ten": choices[1]]))
            #expect(taken.status == 303)
            let now = an.get("/ho-so/ho-so/sua", item).inputs
            #expect(now["f.ten"] == "Của Bình" && now["f.thoi_gian"] == "2022")
        }
    }

    @Test func `a choice that was made between older values is asked for again`() throws {
        try withBench { bench in
            let (an, binh) = (try bench.owner(), try bench.owner())
            let (first, second) = (an.get("/ho-so/ho-so/sua", item), binh.get("/ho-so/ho-so/sua", item))
            #expect(save(an, item, first, ["f.ten": "Của An"]).status == 303)
            let asked = save(binh, item, second, ["f.ten": "Của Bình"])
            #expect(save(an, item, an.get("/ho-so/ho-so/sua", item), ["f.ten": "An sửa lại"]).status == 303)
            let sent = asked.inputs.setting(["c.ten": asked.choices("c.ten")[1]])
            let again = binh.post("/ho-so/ho-so/sua", item, sent)
            #expect(again.status == 409 && again.text.contains("An sửa lại"))
        }
    }

    @Test func `what was typed for a record that is gone or moved is told, and written onto no other`() throws
    {
        try withBench { bench in
            let (an, binh) = (try bench.owner(), try bench.owner())
            let shown = binh.get("/ho-so/ho-so/sua", item)
            let name = try #require(shown.inputs["f.ten"])
            func press(_ button: String, _ place: String, sure: Bool = false) -> Answer {
                var form = an.get("/ho-so/ho-so/sua", plan).inputs.setting([button: place])
                if sure { form.add("chac", "1") }
                return an.post("/ho-so/ho-so/sua", plan, form)
            }
            #expect(press("xuong", "noi_dung.0").status == 303)
            let saved = try text(bench)
            let moved = save(binh, item, shown, ["f.thoi_gian": "2021"])
            #expect(moved.status == 409 && moved.inputs["f.thoi_gian"] == "2021")
            #expect(moved.inputs["f.ten"] == name && moved.text.contains("o=noi_dung.1"))
            #expect(try text(bench) == saved)
            let there: Fields = ["tep": "ke-hoach.yaml", "o": "noi_dung.1"]
            #expect(binh.post("/ho-so/ho-so/sua", there, moved.inputs).status == 303)
            #expect(binh.get("/ho-so/ho-so/sua", there).inputs["f.thoi_gian"] == "2021")
            let before = binh.get("/ho-so/ho-so/sua", there)
            #expect(press("xoa", "noi_dung.1", sure: true).status == 303)
            let without = try text(bench)
            let gone = save(binh, there, before, ["f.thoi_gian": "2022"])
            #expect(gone.status == 409 && gone.text.contains("không ghi vào mục khác"))
            #expect(gone.text.contains("<dd>2022</dd>"))
            #expect(try text(bench) == without)
        }
    }

    @Test func `an item that holds something is asked about before it goes, and what was typed stays`() throws
    {
        try withBench { bench in
            let browser = try bench.owner()
            let before = try text(bench)
            let form = browser.get("/ho-so/ho-so/sua", plan).inputs.setting([
                "xoa": "noi_dung.0", "f.nam_ban_hanh": "2021",
            ])
            let question = browser.post("/ho-so/ho-so/sua", plan, form)
            #expect(question.status == 200 && question.text.contains("Xóa “"))
            #expect(try text(bench) == before)
            let kept = browser.post("/ho-so/ho-so/sua", plan, question.inputs.setting(["thoi": "1"]))
            #expect(kept.status == 200 && kept.inputs["f.nam_ban_hanh"] == "2021")
            #expect(try text(bench) == before)
            let gone = browser.post("/ho-so/ho-so/sua", plan, question.inputs.setting(["chac": "1"]))
            #expect(gone.status == 303)
            let after = try text(bench)
            #expect(after.contains("nam_ban_hanh: 2021") && after.count < before.count)
        }
    }

    @Test func `the first button of a form with fields is one that saves`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            for (path, query) in [
                ("/ho-so/ho-so/sua", plan), ("/ho-so/ho-so/sua", ["tep": "du-toan/2022.yaml", "o": "muc.2"]),
                ("/dien/cong-van", [:]),
            ] as [(String, Fields)] {
                let page = browser.get(path, query).text
                let start = try #require(page.firstRange(of: "data-giu"))
                let button = try #require(page[start.upperBound...].firstRange(of: "<button "))
                let tag = page[button.lowerBound...].prefix { $0 != ">" }
                #expect(!tag.contains("name="), "\(path): \(tag)")
            }
        }
    }
}

/// Two people at one grid.
@Suite struct GridConflicts {
    private let rows: Fields = ["tep": "du-toan/2022.yaml", "o": "muc.1.muc"]

    private func text(_ bench: PagesBench) throws -> String {
        try String(contentsOfFile: "\(bench.root)/ho-so/du-toan/2022.yaml", encoding: .utf8)
    }

    private func save(_ browser: Browser, _ form: Answer, _ typed: [String: String]) -> Answer {
        browser.post("/ho-so/ho-so/bang", rows, form.inputs.setting(typed))
    }

    private func cells(_ number: Int, _ form: Answer, _ value: String) -> [String: String] {
        var cells: [String: String] = [:]
        for (name, _) in form.inputs.entries where name.hasPrefix("g.\(number).") { cells[name] = value }
        return cells
    }

    /// The texts of a column.
    private func column(_ key: String, _ browser: Browser) -> [String] {
        let inputs = browser.get("/ho-so/ho-so/bang", rows).inputs
        return (0..<60).compactMap { inputs["g.\($0).\(key)"] }.filter { !$0.isEmpty }
    }

    @Test func `cells of different rows and new rows of both people stay`() throws {
        try withBench { bench in
            let (an, binh) = (try bench.owner(), try bench.owner())
            let (first, second) = (an.get("/ho-so/ho-so/bang", rows), binh.get("/ho-so/ho-so/bang", rows))
            let count = column("noi_dung_chi", an).count
            #expect(
                save(an, first, ["g.0.don_gia": "1234000", "g.\(count).noi_dung_chi": "Của An"]).status == 303
            )
            #expect(
                save(binh, second, ["g.1.so_luong": "77", "g.\(count).noi_dung_chi": "Của Bình"]).status
                    == 303)
            #expect(column("noi_dung_chi", an).suffix(2) == ["Của An", "Của Bình"])
            let now = an.get("/ho-so/ho-so/bang", rows).inputs
            #expect(now["g.0.don_gia"] == "1234000" && now["g.1.so_luong"] == "77")
        }
    }

    @Test func `a row that another has taken away moves no other row's values`() throws {
        try withBench { bench in
            let (an, binh) = (try bench.owner(), try bench.owner())
            let (first, second) = (an.get("/ho-so/ho-so/bang", rows), binh.get("/ho-so/ho-so/bang", rows))
            let names = column("noi_dung_chi", an)
            #expect(names.count >= 3)
            #expect(save(an, first, cells(0, first, "")).status == 303)
            #expect(save(binh, second, ["g.2.can_cu": "Của Bình"]).status == 303)
            #expect(column("noi_dung_chi", an) == Array(names.dropFirst()))
            let now = an.get("/ho-so/ho-so/bang", rows).inputs
            #expect(now["g.1.can_cu"] == "Của Bình" && now["g.1.noi_dung_chi"] == names[2])
        }
    }

    @Test func `a cell that both changed is chosen, and what was pasted beside it is still there`() throws {
        try withBench { bench in
            let (an, binh) = (try bench.owner(), try bench.owner())
            let (first, second) = (an.get("/ho-so/ho-so/bang", rows), binh.get("/ho-so/ho-so/bang", rows))
            let count = column("noi_dung_chi", an).count
            #expect(save(an, first, ["g.0.don_gia": "1111000"]).status == 303)
            let saved = try text(bench)
            var typed = ["g.0.don_gia": "2222000"]
            for number in 0..<40 { typed["g.\(count + number).noi_dung_chi"] = "Dòng dán \(number)" }
            let asked = save(binh, second, typed)
            #expect(asked.status == 409)
            #expect(try text(bench) == saved)
            for number in 0..<40 {
                #expect(asked.inputs["g.\(count + number).noi_dung_chi"] == "Dòng dán \(number)")
            }
            let choices = asked.choices("c.0.don_gia")
            #expect(choices.count == 2 && asked.text.contains("Giữ của họ: 1111000"))
            #expect(binh.post("/ho-so/ho-so/bang", rows, asked.inputs).status == 409)
            #expect(save(binh, asked, ["c.0.don_gia": choices[1]]).status == 303)
            #expect(column("noi_dung_chi", an).count == count + 40)
            #expect(an.get("/ho-so/ho-so/bang", rows).inputs["g.0.don_gia"] == "2222000")
        }
    }

    @Test func `a row changed here and removed there, or the other way round, is told`() throws {
        try withBench { bench in
            let (an, binh) = (try bench.owner(), try bench.owner())
            let (first, second) = (an.get("/ho-so/ho-so/bang", rows), binh.get("/ho-so/ho-so/bang", rows))
            let names = column("noi_dung_chi", an)
            #expect(save(an, first, cells(0, first, "").merging(["g.1.can_cu": "An"]) { $1 }).status == 303)
            let saved = try text(bench)
            let told = save(binh, second, cells(1, second, "").merging(["g.0.can_cu": "Bình"]) { $1 })
            #expect(told.status == 409 && told.text.contains("vừa bỏ dòng này"))
            #expect(told.text.contains("nhưng người khác vừa sửa nó"))
            #expect(try text(bench) == saved)
            #expect(told.inputs["g.\(names.count - 1).can_cu"] == "Bình")
        }
    }
}
