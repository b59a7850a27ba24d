import Diagnostics
import Foundation
import Planning
import Sheets
import Testing
import Values
import VietnameseText

/// The starter workspace with its own indicators, log and texts of a period.
private func workspace(indicators: String, log rows: [String], period keys: String) throws -> Workspace {
    let files = starterWorkspace(changing: .indicators) { _ in "chi_tieu:\n\(indicators)\n" }.map { file in
        switch file.kind {
        case .log:
            (
                file.kind, file.name,
                "ngay;don_vi;noi_dung;kenh;chi_tieu;so_luong;ghi_chu\n" + rows.map { $0 + "\n" }.joined()
            )
        case .report:
            (
                file.kind, file.name,
                (file.text.components(separatedBy: "ky_bao_cao:").first ?? "")
                    + "ky_bao_cao:\n  - {\(keys), phuong_huong: [Tiếp tục.]}\n"
            )
        default: file
        }
    }
    return try reading(files).value
}

private let cases =
    "  - {ma: vu, ten: Vụ, dvt: vụ, loai: phat_sinh, noi_dung: tin-bai, cau: \"đã xử lý {so} vụ\"%}"

private func indicator(_ keys: String = "") -> String { cases.replacing("%", with: keys) }

@Suite struct FurtherPeriodTests {
    private func view(_ code: String, _ keys: String = "", _ rows: [String]) throws -> Value {
        let made = try workspace(
            indicators: indicator(", ke_hoach: {2026: 100, 2027: 100}"), log: rows,
            period: "ky: \(code)\(keys.isEmpty ? "" : ", \(keys)")")
        return try made.reportView(of: try #require(ReportingPeriod(code)))
    }

    private func sentence(_ view: Value) -> String { view["ket_qua"]?.list.first?["doan"]?.texts.first ?? "" }

    @Test(arguments: [
        // What counts is what lies between the days: the day before and the day after do not.
        (
            "2026-W10", "", ["1/3/2026", "2/3/2026", "8/3/2026", "9/3/2026"],
            "Trong tuần 10 năm 2026, đã xử lý 02 vụ"
        ),
        (
            "2026-03-05..2026-03-20", "", ["4/3/2026", "5/3/2026", "20/3/2026", "21/3/2026"],
            "Từ ngày 05/3/2026 đến ngày 20/3/2026, đã xử lý 02 vụ"
        ),
        (
            "2026-CD1", "ten: đợt cao điểm, tu: 1/4/2026, den: 30/4/2026",
            ["31/3/2026", "1/4/2026", "1/5/2026"], "Trong đợt cao điểm, đã xử lý 01 vụ"
        ),
        (
            "2026-HK1", "", ["4/9/2026", "5/9/2026", "17/1/2027", "18/1/2027"],
            "Trong học kỳ I năm học 2026-2027, đã xử lý 02 vụ"
        ),
        (
            "2026-HK1", "tu: 7/9/2026, den: 10/1/2027", ["5/9/2026", "7/9/2026", "17/1/2027"],
            "Trong học kỳ I năm học 2026-2027, đã xử lý 01 vụ"
        ), ("2027-GD1", "", ["1/1/2026", "31/12/2027", "1/1/2028"], "Trong giai đoạn 1, đã xử lý 02 vụ"),
        (
            "2026-Q1", "tu: 1/1/2026, den: 31/3/2026", ["31/12/2025", "1/1/2026", "31/3/2026", "1/4/2026"],
            "Trong quý I năm 2026, đã xử lý 02 vụ"
        ),
    ]) func `a period counts its own days`(code: String, keys: String, days: [String], expected: String)
        throws
    {
        let sentence = sentence(try view(code, keys, days.map { "\($0);VP;;;vu;1;" }))
        #expect(sentence.hasPrefix("- \(expected)"), "\(sentence)")
    }

    @Test(arguments: [
        ("ky: 2026-CD1", "planning.period-without-days"), ("ky: 2026-DX1", "planning.period-without-days"),
        ("ky: 2026-DX1, tu: 1/4/2026", "planning.period-half-open"),
        ("ky: 2026-Q1, tu: 2/4/2026, den: 1/4/2026", "planning.period-reversed"),
    ]) func `a period whose days are not known is told`(keys: String, code: String) throws {
        let failure = try #require(throws: Failure.self) {
            try workspace(indicators: indicator(), log: ["1/3/2026;VP;;;vu;1;"], period: keys)
        }
        #expect(failure.diagnostics.map(\.code) == [code])
    }

    @Test func `a phase that the plan has not is told`() throws {
        let made = try workspace(
            indicators: indicator(), log: ["1/3/2026;VP;;;vu;1;"], period: "ky: 2026-GD9")
        let failure = try #require(throws: Failure.self) {
            try made.reportView(of: try #require(ReportingPeriod("2026-GD9")))
        }
        #expect(failure.diagnostics.map(\.code) == ["planning.no-such-phase"])
    }

    @Test(arguments: [("so_ket", "Sơ kết thực hiện Kế hoạch"), ("tong_ket", "Tổng kết thực hiện Kế hoạch")])
    func `a report that looks back says so in its subject`(kind: String, start: String) throws {
        let view = try view("2026-H1", "hinh_thuc: \(kind)", ["1/3/2026;VP;;;vu;1;"])
        let subject = view["trich_yeu"]?.texts.first ?? ""
        #expect(subject.hasPrefix(start) && subject.hasSuffix("6 tháng đầu năm 2026"), "\(subject)")
    }

    @Test func `a report of its own day is due on it`() throws {
        let made = try workspace(
            indicators: indicator(), log: ["1/3/2026;VP;;;vu;1;"],
            period: "ky: 2026-CD1, tu: 1/4/2026, den: 25/4/2026, han_gui: 3/5/2026")
        let deadline = try #require(made.reportDeadlines(in: 2026).first { $0.period.code == "2026-CD1" })
        #expect(deadline.due.text(.iso) == "2026-05-03")
        // The 3rd is a Sunday, the 2nd a Saturday, the 1st and 30 April are holidays.
        #expect(deadline.lastWorkingDay.text(.iso) == "2026-04-29")
    }

    @Test(arguments: [
        (", ke_hoach: {2026: 10}, chieu_tot: giam", "9", "bằng 90,0% mức kế hoạch năm"),
        (", ke_hoach: {2026: 10}, chieu_tot: giam", "10", "bằng 100,0% mức kế hoạch năm"),
        (", ke_hoach: {2026: 10}, chieu_tot: giam", "11", "cao hơn mức kế hoạch năm 10,0%"),
        (", ke_hoach: {2026: 10}, chieu_tot: tang", "11", "vượt 10,0% kế hoạch năm"),
        (", uoc_thuc_hien: {2026: 40}", "11", "ước thực hiện cả năm: 40 vụ"),
    ]) func `what should stay low passes its plan by being higher`(
        keys: String, now: String, expected: String
    ) throws {
        let made = try workspace(
            indicators: indicator(keys), log: ["1/3/2026;VP;;;vu;\(now);"], period: "ky: 2026-Q1")
        let view = try made.reportView(of: try #require(ReportingPeriod("2026-Q1")))
        #expect(sentence(view).contains("(\(expected)"), "\(sentence(view))")
    }

    @Test(arguments: [
        (
            "2027-Q1", "- Tỷ lệ đạt 40,0% (thấp hơn kế hoạch năm 30,0 điểm %).",
            ["40,0", "40,0", "-30,0 điểm %"]
        ),
        (
            "2027-Q2", "- Tỷ lệ đạt 90,0% (lũy kế từ đầu năm: 65,0%, thấp hơn kế hoạch năm 5,0 điểm %).",
            ["90,0", "65,0", "-5,0 điểm %"]
        ),
        (
            "2027-Q3", "- Tỷ lệ đạt 100,0% (lũy kế từ đầu năm: 72,0%, vượt kế hoạch năm 2,0 điểm %).",
            ["100,0", "72,0", "2,0 điểm %"]
        ),
    ]) func `a sentence holds a ratio against the plan as the table does`(
        code: String, expected: String, cells: [String]
    ) throws {
        let ratio = """

              - {ma: tong, ten: Tổng, dvt: vụ, loai: phat_sinh}
              - {ma: ty, ten: Tỷ lệ, dvt: "%", loai: ty_le, tu_so: vu, mau_so: tong, noi_dung: tin-bai, ke_hoach: {2027: 70}, cau: "tỷ lệ đạt {so}"}
            """
        let made = try workspace(
            indicators: indicator() + ratio,
            log: [
                "1/2/2027;VP;;;vu;4;", "1/2/2027;VP;;;tong;10;", "1/5/2027;VP;;;vu;9;",
                "1/5/2027;VP;;;tong;10;", "1/8/2027;VP;;;vu;5;", "1/8/2027;VP;;;tong;5;",
            ], period: "ky: \(code)")
        let view = try made.reportView(of: try #require(ReportingPeriod(code)))
        #expect(view["ket_qua"]?.list.first?["doan"]?.texts.last == expected)
        let row = view["chi_tieu"]?.list.last
        #expect(["thuc_hien", "luy_ke", "ty_le"].map { row?[$0]?.text ?? "" } == cells)
    }

    @Test func `the table has the difference, the expected year and ratios in points`() throws {
        let ratio =
            "\n  - {ma: ty, ten: Tỷ lệ, dvt: \"%\", loai: ty_le, tu_so: vu, mau_so: tong, ke_hoach: {2027: 95}}"
        let whole = "\n  - {ma: tong, ten: Tổng, dvt: vụ, loai: phat_sinh}"
        let made = try workspace(
            indicators: indicator(", ke_hoach: {2027: 50}, uoc_thuc_hien: {2027: 45}, chieu_tot: giam")
                + whole + ratio,
            log: [
                "1/3/2026;VP;;;vu;8;", "1/3/2026;VP;;;tong;10;", "1/3/2027;VP;;;vu;9;",
                "1/3/2027;VP;;;tong;10;",
            ], period: "ky: 2027-Q1")
        let period = try #require(ReportingPeriod("2027-Q1"))
        let rows = try made.reportView(of: period)["chi_tieu"]?.list ?? []
        func cell(_ row: Int, _ key: String) -> String { rows[row][key]?.text ?? "" }
        #expect(
            ["chenh_lech", "uoc", "ty_le_uoc", "so_cung_ky", "xu_huong"].map { cell(0, $0) } == [
                "+1", "45", "90,0%", "112,5%", "kém đi",
            ])
        #expect(
            ["ty_le", "chenh_lech", "so_cung_ky"].map { cell(2, $0) } == ["-5,0 điểm %", "+10,0 điểm %", "-"])
        let sheet = try #require(try made.reportSheets(of: period).first)
        let heads = Array(sheet.rows)[5].cells.map(\.content)
        #expect(heads.contains(.text("6=5/1")) && heads.contains(.text("8=2-7")))
    }
}

@Suite struct UnitFigureTests {
    private let log = [
        "1/3/2026;VP;;;vu;3;", "2/3/2026;TTTT;;;vu;4;", "5/1/2026;VP;;;vu;1;", "1/5/2026;TTTT;;;vu;5;",
    ]

    @Test func `each unit has a column, and the whole is their sum`() throws {
        let made = try workspace(indicators: indicator(), log: log, period: "ky: 2026-Q1")
        let period = try #require(ReportingPeriod("2026-Q1"))
        let table = try made.unitTable(of: period)
        #expect(table.warnings.isEmpty)
        #expect(table.value.heads[0].map(\.text).suffix(2).sorted() == made.agency.units.map(\.name).sorted())
        #expect(table.value.index == ["A", "B", "C", "1=2+3", "2", "3"])
        let cells = table.value.rows[0].cells
        #expect(cells[3] == .computed(8, isPercent: false))
        #expect(Set(cells[4...]) == [.number(4), .number(4)])
    }

    @Test func `a stock of before counts in its unit's column as in the whole`() throws {
        let stock = "  - {ma: vu, ten: Vụ, dvt: vụ, loai: cuoi_ky}"
        let made = try workspace(
            indicators: stock, log: ["5/1/2026;TTTT;;;vu;4;", "1/5/2026;VP;;;vu;3;"], period: "ky: 2026-Q2")
        let table = try made.unitTable(of: try #require(ReportingPeriod("2026-Q2")))
        #expect(table.warnings.map(\.code) == ["planning.unit-not-reported"])
        let cells = table.value.rows[0].cells
        #expect(cells[3] == .computed(7, isPercent: false))
        #expect(Set(cells[4...]) == [.number(4), .number(3)])
    }

    @Test func `who has reported nothing of the period is told`() throws {
        let made = try workspace(indicators: indicator(), log: log, period: "ky: 2026-Q2")
        let period = try #require(ReportingPeriod("2026-Q2"))
        let table = try made.unitTable(of: period)
        #expect(table.warnings.map(\.code) == ["planning.unit-not-reported"])
        #expect(table.value.rows.last?.cells[1].text == "Chưa báo cáo quý II năm 2026: Văn phòng Sở.")
        #expect(made.silentUnits(in: period).map(\.code) == ["planning.unit-not-reported"])
    }

    @Test func `who leads work of which nobody reported anything is told, though it never reported`() throws {
        let period = try #require(ReportingPeriod("2026-Q1"))
        // Another leads the work of the indicator.
        for (log, told) in [("1/3/2026;VP;;;vu;4;", false), ("1/5/2026;VP;;;vu;4;", true)] {
            let made = try workspace(indicators: indicator(), log: [log], period: "ky: 2026-Q1")
            let silent = made.silentUnits(in: period).map(\.message.vietnamese).joined()
            #expect(silent.contains(made.agency.unit("TTTT")?.name ?? "?") == told, "\(silent)")
        }
    }

    @Test(arguments: [(10, ["planning.expected-below-done"]), (11, []), (12, [])])
    func `a year cannot be expected to end below what was done`(expected: Int, codes: [String]) throws {
        let made = try workspace(
            indicators: indicator(", uoc_thuc_hien: {2026: \(expected)}"),
            log: ["1/2/2026;VP;;;vu;11;", "2/2/2026;TTTT;;;vu;0;"], period: "ky: 2026-Q1")
        let period = try #require(ReportingPeriod("2026-Q1"))
        #expect(made.warnings(ofReport: period).map(\.code) == codes)
    }
}
