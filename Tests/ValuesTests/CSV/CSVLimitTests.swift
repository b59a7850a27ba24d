import Diagnostics
import Testing
import Values

@Test(arguments: [(1, 1), (99, 99), (100, 100), (101, 100), (500, 100)])
func `a hundred faults of a table are told`(rows: Int, told: Int) {
    let text = "a,b\n" + String(repeating: "x\n", count: rows)
    let failure = #expect(throws: Failure.self) { _ = try SourceNode(csv: Array(text.utf8), file: "a.csv") }
    #expect(failure?.diagnostics.count == told)
}
