import Diagnostics
import FoundationEssentials
import TestSupport
import Testing
import VietnameseText

@Suite struct TypedNumberTests {
    @Test(arguments: [
        ("1.234.567", "1234567"), ("1234567", "1234567"), ("1 234 567", "1234567"),
        ("1\u{A0}234\u{A0}567", "1234567"), ("1\u{202F}234\u{202F}567", "1234567"), ("0", "0"), ("-5", "-5"),
        ("\u{2212}1.000", "-1000"), ("+7", "7"), (" 1.000 ", "1000"), ("\u{FEFF}1.000", "1000"),
        ("1,5", "1.5"), ("0,125", "0.125"), ("1.234.567,89", "1234567.89"), ("007", "7"), ("1.000", "1000"),
        ("-0", "0"), ("1234,567", "1234.567"), ("1 234,5", "1234.5"),
    ]) func `a number is read exactly`(text: String, value: String) throws {
        let number = try TypedNumber(parsing: text)
        #expect(number.value == Decimal(string: value))
        #expect(number.unit == .none)
        #expect(number.doubt == nil)
    }

    @Test(arguments: [
        ("1.234.567đ", "1234567"), ("1.234.567 đồng", "1234567"), ("1.234.567 Đồng", "1234567"),
        ("1.234.567 VNĐ", "1234567"), ("1.234.567 VND", "1234567"), ("1.234.567\u{A0}₫", "1234567"),
        ("1,5 triệu đồng", "1500000"), ("2,5 tỷ đồng", "2500000000"), ("10.766 triệu đồng", "10766000000"),
        ("1.000 tỉ đồng", "1000000000000"), ("1 nghìn tỷ đồng", "1000000000000"), ("500 ngàn đồng", "500000"),
        ("1.234.567 đo\u{302}\u{300}ng", "1234567"),
    ]) func `an amount in đồng is read exactly`(text: String, value: String) throws {
        let number = try TypedNumber(parsing: text)
        #expect(number.value == Decimal(string: value))
        #expect(number.unit == .dong)
        #expect(number.doubt == nil)
    }

    @Test func `scales need no unit, and percent counts in percent`() throws {
        #expect(try TypedNumber(parsing: "1,5 triệu").value == 1_500_000)
        #expect(try TypedNumber(parsing: "1,5 triệu").unit == .none)
        let percent = try TypedNumber(parsing: "77,8%")
        #expect(percent.value == Decimal(string: "77.8"))
        #expect(percent.unit == .percent)
    }

    @Test(arguments: [
        ("1tr5", "1500000"), ("500k", "500000"), ("500K", "500000"), ("2tr", "2000000"),
        ("1tr250", "1250000"), ("500kđ", "500000"), ("2k5", "2500"), ("1,5tr", "1500000"),
        ("-500k", "-500000"),
    ]) func `shorthand is read with a warning`(text: String, value: String) throws {
        let number = try TypedNumber(parsing: text)
        #expect(number.value == Decimal(string: value))
        #expect(number.doubt == .shortScale(text))
        let warning = number.doubt?.diagnostic(readAs: number.value, at: .argument("so"))
        #expect(warning?.code == "text.number-short-scale")
        #expect(warning?.severity == .warning)
        #expect(warning?.fix?.vietnamese.contains(NumberFormat.text(number.value)) == true)
    }

    @Test func `a lone comma before three digits is a decimal, with a warning`() throws {
        let number = try TypedNumber(parsing: "1,234")
        #expect(number.value == Decimal(string: "1.234"))
        #expect(number.doubt == .maybeCommaGrouping("1,234"))
    }

    @Test(arguments: [
        ("1,234,567", NumberFault.commaGrouping("1,234,567")), ("1,234.56", .commaGrouping("1,234.56")),
        ("1,234,567.89", .commaGrouping("1,234,567.89")), ("1.5", .ambiguousDot("1.5")),
        ("12.34", .ambiguousDot("12.34")), ("0.500", .ambiguousDot("0.500")),
        ("1234.567", .ambiguousDot("1234.567")), ("1.5 triệu", .ambiguousDot("1.5 triệu")),
        ("1.23.456", .brokenGroups("1.23.456")), ("1.234 567", .brokenGroups("1.234 567")),
        ("1 23", .brokenGroups("1 23")), ("", .empty), (" \u{A0}", .empty), ("abc", .notANumber("abc")),
        ("1.", .notANumber("1.")), (",5", .notANumber(",5")), ("1e5", .notANumber("1e5")),
        ("12 người", .notANumber("12 người")), ("1 triệu 2", .notANumber("1 triệu 2")),
        ("--5", .notANumber("--5")), ("1  234", .notANumber("1  234")), ("1tr5000", .notANumber("1tr5000")),
        ("1,5tr5", .notANumber("1,5tr5")), ("5 triệu %", .notANumber("5 triệu %")), ("１２", .notANumber("１２")),
        ("5 triệu nghìn", .notANumber("5 triệu nghìn")), ("12đồngx", .notANumber("12đồngx")),
        (String(repeating: "9", count: 39), .tooManyDigits(String(repeating: "9", count: 39))),
    ]) func `what can mean two numbers, or none, is refused with the reason`(text: String, fault: NumberFault)
    {
        #expect(throws: fault) { try TypedNumber(parsing: text) }
        let diagnostic = fault.diagnostic(at: .argument("so"))
        #expect(diagnostic.severity == .error)
        #expect(diagnostic.fix != nil)
    }

    @Test func `the remedy for English commas shows the number with dots`() {
        let fault = NumberFault.commaGrouping("1,234,567")
        #expect(
            fault.diagnostic(at: .argument("so")).fix?.vietnamese
                == "ngăn hàng nghìn bằng dấu chấm: 1.234.567")
    }

    @Test func `thirty-eight digits are read, however scaled`() throws {
        let nines = String(repeating: "9", count: 38)
        #expect(try TypedNumber(parsing: nines).value == Decimal(string: nines))
        let long = "1" + String(repeating: " tỷ", count: 20)
        #expect(throws: NumberFault.tooManyDigits(long)) { try TypedNumber(parsing: long) }
    }

    @Test func `whatever is typed, it is refused or prints and reads as the same number`() throws {
        var generator = SeededGenerator(seed: 15)
        let pieces = [
            "0", "1", "5", "25", "000", "567", ".", ",", " ", "\u{A0}", "-", "k", "tr", " triệu", " tỷ", "đ",
            "%", "e",
        ]
        var readings = 0
        for _ in 0..<5000 {
            let count = Int.random(in: 1...7, using: &generator)
            let text = (0..<count).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
            guard let number = try? TypedNumber(parsing: text) else { continue }
            readings += 1
            #expect(
                try TypedNumber(parsing: NumberFormat.text(number.value)).value == number.value, "\(text)")
        }
        #expect(readings > 500)
    }
}
