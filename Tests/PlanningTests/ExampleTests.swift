import Diagnostics
import FoundationEssentials
import Planning
import TestSupport
import Testing
import Values

@Suite struct ExampleTests {
    let example: Reported<Workspace>

    init() throws { example = try Workspace.reading(folder: exampleFolder) }

    @Test func `the example has exactly the two oddities of the plan it copies`() throws {
        let codes = example.warnings.map(\.code)
        #expect(codes == ["planning.no-channels", "planning.overlapping-phases"])
        let places = example.warnings.map {
            $0.location.text(in: .vietnamese).replacing(exampleFolder + "/", with: "")
        }
        #expect(places == ["ke-hoach.yaml:30:9 (pham_vi.kenh)", "ke-hoach.yaml:37:10 (giai_doan[2].tu)"])
    }

    @Test func `every paragraph of the plan comes out letter for letter`() throws {
        let golden = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "Golden/ke-hoach-goc.txt")
        let expected = try String(contentsOf: golden, encoding: .utf8).split(separator: "\n").map(String.init)
        let made = PlanForm(try example.value.planView()).paragraphs
        #expect(made.count == expected.count)
        for (made, expected) in zip(made, expected) { #expect(made == expected) }
    }

    @Test func `the plan is seen as a draft`() throws {
        try expectGolden(json(try example.value.planView()), named: "ke-hoach.json")
    }

    @Test(arguments: [2021, 2022, 2025]) func `the annual plan keeps what is alive`(year: Int) throws {
        try expectGolden(json(try example.value.annualPlanView(of: year)), named: "ke-hoach-nam-\(year).json")
    }

    @Test(arguments: [2021, 2022]) func `the budget is summed and numbered`(year: Int) throws {
        try expectGolden(json(try example.value.budgetView(of: year)), named: "du-toan-\(year).json")
    }

    @Test(arguments: ["2020", "2021-03", "2021-Q1", "2021-H1", "2021-9M", "2021", "2022-Q2"])
    func `the report is computed from the log`(code: String) throws {
        let period = try #require(ReportingPeriod(code))
        try expectGolden(json(try example.value.reportView(of: period)), named: "bao-cao-\(code).json")
    }

    @Test func `what is asked for outside the programme names the range`() throws {
        let plan = #expect(throws: Failure.self) { _ = try example.value.annualPlanView(of: 2026) }
        #expect(plan?.diagnostics.map(\.code) == ["planning.year-outside-programme"])
        #expect(plan?.diagnostics.first?.fix?.vietnamese == "chọn một năm trong 2020–2025")
        let budget = #expect(throws: Failure.self) { _ = try example.value.budgetView(of: 2023) }
        #expect(budget?.diagnostics.map(\.code) == ["planning.no-estimate"])
        let report = #expect(throws: Failure.self) {
            _ = try example.value.reportView(of: ReportingPeriod(year: 2019, part: .wholeYear))
        }
        #expect(report?.diagnostics.map(\.code) == ["planning.year-outside-programme"])
    }

    @Test func `one thing is the same in every view that tells it`() throws {
        let annual = try example.value.annualPlanView(of: 2021)
        let budget = try example.value.budgetView(of: 2021)
        #expect(annual["tong_kinh_phi"] == budget["tong_cong"])
        #expect(annual["tong_kinh_phi"] == 120_288_000)
        let costs = annual["tien_do"]?.list.compactMap { $0["kinh_phi"]?.number } ?? []
        #expect(costs.reduce(0, +) == 120_288_000)
        let bySource = budget["theo_nguon"]?.list.compactMap { $0["so_tien"]?.number } ?? []
        #expect(bySource == [100_288_000, 20_000_000])
    }
}

extension Value {
    subscript(name: String) -> Value? {
        guard case .record(let record) = self else { return nil }
        return record[name]
    }

    var list: [Value] {
        guard case .list(let items) = self else { return [] }
        return items
    }

    var number: Decimal? {
        guard case .number(let number) = self else { return nil }
        return number
    }

    var text: String {
        switch self {
        case .text(let text): text
        case .number(let number): number.description
        case .null, .boolean, .date, .list, .record: ""
        }
    }

    var texts: [String] { list.map(\.text) }
}
