import Diagnostics
import FoundationEssentials
import Planning
import Testing

/// Figures as accountants type them, in the starter workspace: 4.000.000 đồng, and 40 × 100.000 đồng times the factors.
@Suite struct TypedFigureTests {
    private func read(factors: String, quantity: String = "40", price: String = "100000", total: Int) throws
        -> Reported<Workspace>
    {
        let files = DataKind.allCases.map(starter).map { file in
            let text = file.text.replacing("he_so: [2 lớp]", with: "he_so: \(factors)").replacing(
                "so_luong: 40", with: "so_luong: \(quantity)"
            ).replacing("don_gia: 100000\n", with: "don_gia: \(price)\n").replacing(
                "{2026: 12000000}", with: "{2026: \(total)}")
            return (kind: file.kind, name: file.name, text: text)
        }
        return try reading(files)
    }

    @Test(arguments: [
        ("[2 lớp]", 12_000_000), ("[2 x 3 ngày]", 28_000_000), ("[\"20%\"]", 4_800_000), ("[20%]", 4_800_000),
        ("[\"1,5 ngày\"]", 10_000_000), ("[1/2 ngày]", 6_000_000), ("[0.8]", 7_200_000),
        ("[2, 3 ngày]", 28_000_000), ("[1.000 lượt]", 4_004_000_000),
    ]) func `factors count what they say`(factors: String, total: Int) throws {
        #expect(try read(factors: factors, total: total).value.estimates[2026]?.total.dong == total)
    }

    @Test(arguments: [
        ("40", "500k", 44_000_000), ("40", "1tr5", 124_000_000), ("40", "\"100.000 đồng\"", 12_000_000),
        ("50%", "\"1 triệu\"", 5_000_000), ("\"1.000\"", "\"1,5 nghìn\"", 7_000_000),
    ]) func `quantities and prices count what they say`(quantity: String, price: String, total: Int) throws {
        let workspace = try read(factors: "[2 lớp]", quantity: quantity, price: price, total: total).value
        #expect(workspace.estimates[2026]?.total.dong == total)
    }

    @Test(arguments: [
        ("[2 lớp]", "1tr5", "100000", 300_004_000_000, ["text.number-short-scale"]),
        ("[2 lớp]", "40", "500k", 44_000_000, ["text.number-short-scale"]),
        ("[2k lớp]", "40", "100000", 8_004_000_000, ["text.number-short-scale"]),
        ("[\"1,234 lớp\"]", "40", "100000", 8_936_000, ["text.number-maybe-comma-grouping"]),
        ("[2 lớp]", "\"1,5 nghìn\"", "\"0,1 triệu\"", 304_000_000, []),
    ]) func `what a shorthand was read as is told`(
        factors: String, quantity: String, price: String, total: Int, codes: [String]
    ) throws {
        let read = try read(factors: factors, quantity: quantity, price: price, total: total)
        #expect(read.value.estimates[2026]?.total.dong == total)
        #expect(read.warnings.map(\.code).filter { $0.hasPrefix("text.") } == codes)
    }

    @Test(arguments: [
        ("[1,5 ngày]", "data.number-cut-by-comma"), ("[1.5 ngày]", "data.ambiguous-number"),
        ("[1.500]", "data.ambiguous-number"), ("[2 x]", "text.number-unreadable"),
        ("[1/3 ngày]", "text.number-endless-fraction"),
    ]) func `a factor that may be another number is refused`(factors: String, code: String) throws {
        let failure = #expect(throws: Failure.self) { try read(factors: factors, total: 12_000_000) }
        #expect(failure?.diagnostics.contains { $0.code == code && $0.severity == .error } == true)
    }

    /// Nor is anything told of sums that the price would have been a part of.
    @Test(arguments: [("20%", "data.wrong-type"), ("1.500", "data.ambiguous-number")])
    func `a price that is none is refused alone`(price: String, code: String) throws {
        let failure = #expect(throws: Failure.self) {
            try read(factors: "[2 lớp]", quantity: "40", price: price, total: 7_000_000)
        }
        #expect(failure?.diagnostics.map(\.code) == [code])
    }
}
