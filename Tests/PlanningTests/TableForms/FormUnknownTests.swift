import Diagnostics
import Planning
import Testing

/// Figures that nobody said: a form prints no 0 for them, and computes nothing of them.
@Suite struct FormUnknownTests {
    /// Two items with these keys.
    private func workspace(_ first: String, _ second: String) throws -> Workspace {
        let files: [(kind: DataKind, name: String, text: String)] = workspaceFiles { text in
            let letter = text.split(separator: "to_trinh:").dropFirst().joined()
            return """
                nam: 2026
                nguon: [{ma: A, ten: Nguồn A}]
                muc:
                  - noi_dung_chi: Nhóm
                    muc:
                      - {noi_dung_chi: Một, thanh_tien: 4000000, \(first)}
                      - {noi_dung_chi: Hai, thanh_tien: 6000500, \(second)}
                to_trinh:\(letter)
                """
        }.map { ($0.kind, $0.name, $0.text.replacing("kinh_phi: {2026: 12000000}", with: "")) }
        return try reading(files).value
    }

    private func rows(_ table: FormTable) -> [[String]] {
        table.rows.map { Array($0.cells.dropFirst(2).map(\.text)) }
    }

    @Test func `what is computed from a figure nobody said is not known`() throws {
        let made = try workspace("duoc_duyet: 5000000", "da_chi: 1000000").formTable(
            "de-nghi-duyet-chi", year: 2026)
        let sums = ["10.000.500", "5.000.000", "-", "1.000.000", "-", "-"]
        #expect(
            rows(made.value) == [
                sums, ["4.000.000", "5.000.000", "1.000.000", "-", "-", "-"],
                ["6.000.500", "-", "-", "1.000.000", "-", "-"], sums,
            ])
        let told = try #require(made.warnings.first)
        #expect(made.warnings.map(\.code) == ["planning.half-said-column"])
        #expect(
            told.message.vietnamese.hasSuffix("“Số được duyệt” (1 dòng: “Hai”), “Đã chi” (1 dòng: “Một”)"))
    }

    @Test func `what every row says is computed and not told`() throws {
        let keys = "duoc_duyet: 4000000, da_chi: 1000000"
        let made = try workspace(keys, keys).formTable("de-nghi-duyet-chi", year: 2026)
        #expect(
            rows(made.value)[0] == [
                "10.000.500", "8.000.000", "-2.000.500", "2.000.000", "6.000.000", "25,0%",
            ])
        #expect(made.warnings.isEmpty)
        // Nothing was spent: that is known.
        let none = try workspace(keys, "duoc_duyet: 4000000, da_chi: 0").formTable(
            "de-nghi-duyet-chi", year: 2026)
        #expect(rows(none.value)[2].prefix(5) == ["6.000.500", "4.000.000", "-2.000.500", "0", "4.000.000"])
        #expect(none.warnings.isEmpty)
    }

    @Test func `quarters of a row that is not shared out are not zero`() throws {
        let made = try workspace("quy: [1000000, 1000000, 1000000, 1000000]", "can_cu: x").formTable(
            "theo-quy", year: 2026)
        let quarters = ["1.000.000", "1.000.000", "1.000.000", "1.000.000"]
        #expect(
            rows(made.value).map { Array($0.prefix(5)) } == [
                ["10.000.500"] + quarters, ["4.000.000"] + quarters, ["6.000.500", "-", "-", "-", "-"],
                ["10.000.500"] + quarters,
            ])
        #expect(made.warnings.map(\.code) == ["planning.half-said-column"])
    }

    @Test func `a column that nobody fills stays empty, and nothing is compared with it`() throws {
        let made = try workspace("can_cu: x", "can_cu: y").formTable("nam-truoc", year: 2026)
        #expect(
            rows(made.value).map { Array($0.prefix(6)) } == [
                ["", "", "", "10.000.500", "-", "-"], ["", "", "", "4.000.000", "-", "-"],
                ["", "", "", "6.000.500", "-", "-"], ["", "", "", "10.000.500", "-", "-"],
            ])
        #expect(made.warnings.isEmpty)
    }
}
