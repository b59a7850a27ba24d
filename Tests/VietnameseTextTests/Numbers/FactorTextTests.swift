import Diagnostics
import FoundationEssentials
import Testing
import VietnameseText

@Suite struct FactorTextTests {
    @Test(arguments: [
        ("3", "3", [TypedNumber.Unit.none]), ("1,5 ngày", "1.5", [.named("ngày")]),
        ("20%", "0.2", [.percent]), ("2 x 3 ngày", "6", [.none, .named("ngày")]),
        ("2x3", "6", [.none, .none]),
        ("3 lớp x 50 người x 2 ngày", "300", [.named("lớp"), .named("người"), .named("ngày")]),
        ("2 × 1,5", "3", [.none, .none]), ("2*3 buổi", "6", [.none, .named("buổi")]),
        ("3 xe", "3", [.named("xe")]), ("2 xã x 3 xe", "6", [.named("xã"), .named("xe")]),
        ("1/2 ngày", "0.5", [.named("ngày")]), ("½ ngày", "0.5", [.named("ngày")]), ("1½", "1.5", [.none]),
        ("1/1000", "0.001", [.none]), ("7/8", "0.875", [.none]), ("0/2", "0", [.none]),
        ("1.500 người", "1500", [.named("người")]), ("80% x 2", "1.6", [.percent, .none]),
        ("50 m2", "50", [.named("m2")]), ("2 tờ A4", "2", [.named("tờ A4")]), ("10x2", "20", [.none, .none]),
        ("3 người x 2 ngày", "6", [.named("người"), .named("ngày")]), ("12 kWh", "12", [.named("kWh")]),
    ]) func `a factor is a product of numbers with their units`(
        text: String, product: String, units: [TypedNumber.Unit]
    ) throws {
        let factors = try TypedNumber.factors(parsing: text)
        #expect(factors.reduce(1) { $0 * $1.value } == Decimal(string: product))
        #expect(factors.map(\.unit) == units)
    }

    @Test(arguments: [
        ("1.5 ngày", NumberFault.Kind.ambiguous([Decimal(15) / 10, 15])), ("1/3 ngày", .endlessFraction),
        ("15/8", .improperFraction), ("1/2026", .improperFraction), ("1/1001", .improperFraction),
        ("8/8", .improperFraction), ("2 x", .unreadable), ("x 2", .unreadable), ("ngày", .unreadable),
        ("", .empty), ("2 ×", .empty), ("2 x 1.5", .unreadable), ("5 triêu", .unreadable),
        ("5 tỵ đồng", .unreadable), ("3 người 2 ngày", .severalNumbers), ("3 người, 2 ngày", .severalNumbers),
        ("3 người/2 ngày", .severalNumbers), ("3 người và 2 ngày", .severalNumbers),
        ("2n1đ", .severalNumbers), ("3 ngày2đêm", .severalNumbers), ("10h30", .severalNumbers),
        ("2 lớp 3 người x 2", .severalNumbers), ("0x10", .unreadable),
    ]) func `what is no factor is refused`(text: String, kind: NumberFault.Kind) {
        let fault = #expect(throws: NumberFault.self) { try TypedNumber.factors(parsing: text) }
        #expect(fault?.kind == kind)
        #expect(fault?.text == text)
    }

    @Test func `a comma of YAML that may have cut a number is told`() {
        let beside = CutNumber("1", "5 ngày")?.diagnostic(at: .argument("he_so"))
        #expect(beside?.code == "data.number-cut-by-comma")
        #expect(beside?.severity == .error)
        #expect(beside?.fix?.vietnamese.contains("[\"1,5 ngày\"]") == true)
        // Two bare numbers may well be two factors, which are counted and said; a unit or a percentage belongs to one number only.
        #expect(CutNumber("2", "5")?.diagnostic(at: .argument("he_so")).severity == .warning)
        #expect(CutNumber("1", "5")?.diagnostic(at: .argument("he_so")).severity == .warning)
        #expect(CutNumber("-2", "5%")?.diagnostic(at: .argument("he_so")).severity == .error)
    }

    @Test(arguments: [("3 xe", "7"), ("2", "ngày"), ("1.5", "2 ngày"), ("2", "x"), ("", "5")])
    func `neighbours that are no halves of a number are a list`(first: String, second: String) {
        #expect(CutNumber(first, second) == nil)
    }
}
