import Diagnostics
import Planning
import TestSupport
import Testing
import Values

@Suite struct RobustnessTests {
    private static let nasty = [
        "", "0", "-1", "99999999999999999999999999", "9000000000000000", "1e30", "0.0000001", "[]", "{}",
        "[[]]", "true", "null", "2030-2026", "\"\"", "{so}", "\"{\"", "2026-Q9", "1945", "2199", "31/2/2026",
        "é", "-", "A B",
    ]

    /// Replaces, repeats or drops a few lines of one file.
    private func damaged(_ text: String, _ generator: inout SeededGenerator) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let index = Int.random(in: 0..<lines.count, using: &generator)
            let line = lines[index]
            let value = RobustnessTests.nasty.randomElement(using: &generator) ?? ""
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: lines.remove(at: index)
            case 1: lines.insert(line, at: index)
            case 2, 3:
                let divider = line.lastIndex(of: ":") ?? line.lastIndex(of: ",")
                if let divider { lines[index] = "\(line[...divider]) \(value)" }
            default: lines[index] = line.filter { $0 != ":" }
            }
            if lines.isEmpty { return "" }
        }
        return lines.joined(separator: "\n")
    }

    @Test(arguments: 0..<400 as Range<UInt64>)
    func `a damaged workspace is refused with reasons, or still gives all its documents`(seed: UInt64) throws
    {
        var generator = SeededGenerator(seed: seed)
        let kind = try #require(DataKind.allCases.randomElement(using: &generator))
        let files = starterWorkspace(changing: kind) { damaged($0, &generator) }
        do {
            let workspace = try reading(files).value
            var texts = [json(try workspace.planView())]
            let years = workspace.programme.duration
            for year in Set([years.lowerBound, years.upperBound]) {
                texts.append(json(try workspace.annualPlanView(of: year)))
                texts += ["\(year)", "\(year)-Q1", "\(year)-12"].compactMap(ReportingPeriod.init).compactMap {
                    try? workspace.reportView(of: $0)
                }.map(json)
            }
            for year in workspace.estimates.keys { texts.append(json(try workspace.budgetView(of: year))) }
            #expect(texts.allSatisfy { !$0.contains("NaN") })
        } catch let failure as Failure {
            #expect(
                failure.diagnostics.allSatisfy {
                    !$0.message.vietnamese.isEmpty && !$0.message.english.isEmpty
                })
            #expect(failure.diagnostics.contains { $0.severity == .error })
        }
    }

    @Test func `a thousand rows at the limit are refused, not added up`() throws {
        let row = "  - {noi_dung_chi: X, nguon: NST, noi_dung: tap-huan, thanh_tien: 9000000000000000}\n"
        let rows = "muc:\n" + String(repeating: row, count: 1100)
        let files = starterWorkspace(changing: .estimate) {
            $0.replacing("muc:\n", with: rows, maxReplacements: 1)
        }
        let failure = #expect(throws: Failure.self) { _ = try reading(files) }
        #expect(failure?.diagnostics.contains { $0.code == "data.amount-too-large" } == true)
    }
}
