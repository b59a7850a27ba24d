import FoundationEssentials
import TestSupport
import Testing
import VietnameseText

@Suite struct NumberTextTests {
    @Test(arguments: [
        ("12", "12"), ("-12.50", "-12.5"), ("1e3", "1000"), ("1.5E-3", "0.0015"), ("000", "0"), ("-0", "0"),
        ("0.0000001", "0.0000001"),
        ("123456789012345678901234567890.12345678", "123456789012345678901234567890.12345678"),
        ("1e127", "1e127"), ("100e-2", "1"), ("0e999999999999", "0"),
    ]) func `a machine's number is read exactly`(text: String, value: String) {
        #expect(NumberText.decimal(text.utf8.span) == Decimal(string: value))
    }

    @Test(arguments: [String(repeating: "1", count: 39), "1e200", "1e999999999999", "1e", "1x"])
    func `a number no decimal holds is none`(text: String) {
        #expect(NumberText.decimal(text.utf8.span) == nil)
    }

    @Test(arguments: [
        ("0.30000000000000004", "0.3"), ("1499.9999999999998", "1500"), ("2103.5", "2103.5"),
        ("1.1000000000000001E-2", "0.011"), ("123456789012345678", "123456789012346000"),
        ("999999999999999", "999999999999999"), ("-0.1", "-0.1"), ("4.9999999999999996E-2", "0.05"),
        ("0", "0"),
    ]) func `a cell's number has the fifteen digits a spreadsheet shows`(text: String, value: String) {
        #expect(NumberText.cellValue(text.utf8.span) == Decimal(string: value))
    }

    @Test func `random numbers are read as the toolchain reads them`() {
        var generator = SeededGenerator(seed: 38)
        for _ in 0..<3000 {
            let digits = Int.random(
                in: 0...Int.max >> Int.random(in: 0...60, using: &generator), using: &generator)
            let text = "\(digits)e\(Int.random(in: -40...40, using: &generator))"
            #expect(NumberText.decimal(text.utf8.span) == Decimal(string: text), "\(text)")
        }
    }
}
