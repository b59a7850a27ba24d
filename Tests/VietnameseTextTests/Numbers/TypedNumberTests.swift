import Diagnostics
import FoundationEssentials
import TestSupport
import Testing
import VietnameseText

/// The text, the value an accountant means by it, and what it counts.
struct NumberCase: CustomTestStringConvertible {
    let text: String
    let value: String
    var unit = TypedNumber.Unit.none

    init(_ text: String, _ value: String, _ unit: TypedNumber.Unit = .none) {
        (self.text, self.value, self.unit) = (text, value, unit)
    }

    var testDescription: String { "\(text) = \(value)" }
    var decimal: Decimal? { Decimal(string: value) }
}

@Suite struct TypedNumberTests {
    @Test(arguments: [
        NumberCase("1.234.567", "1234567"), NumberCase("1234567", "1234567"),
        NumberCase("1 234 567", "1234567"), NumberCase("1\u{A0}234\u{A0}567", "1234567"),
        NumberCase("1\u{202F}234\u{202F}567", "1234567"), NumberCase("0", "0"), NumberCase("-5", "-5"),
        NumberCase("\u{2212}1.000", "-1000"), NumberCase("+7", "7"), NumberCase(" 1.000 ", "1000"),
        NumberCase("\u{FEFF}1.000", "1000"), NumberCase("1.500", "1500"), NumberCase("1,5", "1.5"),
        NumberCase("0,125", "0.125"), NumberCase("1.234.567,89", "1234567.89"), NumberCase("007", "7"),
        NumberCase("-0", "0"), NumberCase("1234,567", "1234.567"), NumberCase("1 234,5", "1234.5"),
        NumberCase("(1.500)", "-1500"), NumberCase("( 1.500,5 )", "-1500.5"),
        NumberCase("1.234.567đ", "1234567", .dong), NumberCase("1.234.567 đồng", "1234567", .dong),
        NumberCase("1.234.567 Đồng", "1234567", .dong), NumberCase("1.234.567 VNĐ", "1234567", .dong),
        NumberCase("1.234.567 VND", "1234567", .dong), NumberCase("1.234.567\u{A0}₫", "1234567", .dong),
        NumberCase("1.234.567 đo\u{302}\u{300}ng", "1234567", .dong), NumberCase("5 dong", "5", .dong),
        NumberCase("(5.000 đồng)", "-5000", .dong), NumberCase("1,5 triệu đồng", "1500000", .dong),
        NumberCase("2,5 tỷ đồng", "2500000000", .dong), NumberCase("10.766 triệu đồng", "10766000000", .dong),
        NumberCase("1.000 tỉ đồng", "1000000000000", .dong),
        NumberCase("1 nghìn tỷ đồng", "1000000000000", .dong), NumberCase("500 ngàn đồng", "500000", .dong),
        NumberCase("5 trieu dong", "5000000", .dong), NumberCase("2 ty", "2000000000"),
        NumberCase("1,5 triệu", "1500000"), NumberCase("-2 nghìn", "-2000"), NumberCase("3 triệu tỷ", "3e15"),
        NumberCase("2 tỷ 300 triệu", "2300000000"), NumberCase("2 tỷ 3 triệu", "2003000000"),
        NumberCase("1 triệu 250 nghìn đồng", "1250000", .dong),
        NumberCase("2 tỷ 300 triệu 50 nghìn", "2300050000"), NumberCase("2 tỷ 300,5 triệu", "2300500000"),
        NumberCase("2.103,5 đồng/kWh", "2103.5", .dongPer("kWh")),
        NumberCase("50.000đ/người/ngày", "50000", .dongPer("người/ngày")), NumberCase("20%", "0.2", .percent),
        NumberCase("77,8%", "0.778", .percent), NumberCase("-5 %", "-0.05", .percent),
        NumberCase("12,5 phần trăm", "0.125", .percent), NumberCase("(3%)", "-0.03", .percent),
    ]) func `what means one number to an accountant is read exactly`(number: NumberCase) throws {
        let read = try TypedNumber(parsing: number.text)
        #expect(read.value == number.decimal)
        #expect(read.unit == number.unit)
        #expect(read.doubt == nil)
        // A factor is text too.
        #expect(try TypedNumber(parsing: number.text, as: .factor) == read)
    }

    @Test(arguments: [
        NumberCase("1tr5", "1500000"), NumberCase("500k", "500000"), NumberCase("500K", "500000"),
        NumberCase("2tr", "2000000"), NumberCase("1tr250", "1250000"), NumberCase("2k5", "2500"),
        NumberCase("1,5tr", "1500000"), NumberCase("-500k", "-500000"), NumberCase("(500k)", "-500000"),
        NumberCase("500kđ", "500000", .dong), NumberCase("5trđ", "5000000", .dong),
        NumberCase("5 tr.đ", "5000000", .dong), NumberCase("2 tỷ 3", "2300000000"),
        NumberCase("2tỷ3", "2300000000"), NumberCase("2ty3", "2300000000"), NumberCase("1triệu5", "1500000"),
        NumberCase("1.5 triệu", "1500000"), NumberCase("12.25 tỷ", "12250000000"), NumberCase("1.5k", "1500"),
        NumberCase("2 tỷ 300", "2300000000"), NumberCase("1 triệu 2", "1200000"),
        NumberCase("1 triệu 200 đồng", "1200000", .dong), NumberCase("1tr200k", "1200000"),
        NumberCase("1 triệu rưỡi", "1500000"), NumberCase("2 tỷ rưỡi đồng", "2500000000", .dong),
        NumberCase("3tr rưỡi", "3500000"),
    ]) func `shorthand is read, and said in full`(number: NumberCase) throws {
        let read = try TypedNumber(parsing: number.text)
        #expect(read.value == number.decimal)
        #expect(read.unit == number.unit)
        #expect(read.doubt == .shorthand(number.text))
        #expect(try read.withoutSecondReading() == read)
        let warning = try #require(read.doubt?.diagnostic(readAs: read.value, at: .argument("so")))
        #expect(warning.code == "text.number-short-scale")
        #expect(warning.severity == .warning)
        #expect(warning.fix?.vietnamese == "ghi đủ: " + NumberFormat.text(read.value))
    }

    @Test
    func `a lone comma before three digits is a decimal with a warning, and refused where money is at stake`()
        throws
    {
        let number = try TypedNumber(parsing: "1,234")
        #expect(number.value == Decimal(string: "1.234"))
        #expect(number.doubt == .maybeCommaGrouping("1,234"))
        let fault = #expect(throws: NumberFault.self) { try number.withoutSecondReading() }
        #expect(fault?.kind == .ambiguous([Decimal(1234) / 1000, 1234]))
        #expect(
            fault?.diagnostic(at: .argument("so")).fix?.vietnamese
                == "ghi 1,2340 nếu là 1,234, hoặc ghi 1.234")
    }

    @Test func `percent counts in a hundred where a table wants it`() throws {
        #expect(try TypedNumber(parsing: "104,3%").percentage == Decimal(string: "104.3"))
    }

    @Test(arguments: [
        ("1.5", ["1.5", "15"]), ("12.34", ["12.34", "1234"]), ("0.500", ["0.5", "500"]),
        ("1234.567", ["1234.567", "1234567"]), ("-1.5%", ["-0.015", "-0.15"]),
        ("2 tỷ 35", ["2350000000", "2035000000"]), ("1tr05", ["1050000", "1005000"]),
        ("2k50 đồng", ["2500", "2050"]),
    ]) func `what can be two numbers is refused with both`(text: String, values: [String]) {
        let fault = #expect(throws: NumberFault.self) { try TypedNumber(parsing: text) }
        #expect(fault?.kind == .ambiguous(values.compactMap { Decimal(string: $0) }))
        let diagnostic = fault?.diagnostic(at: .argument("so"))
        #expect(diagnostic?.code == "data.ambiguous-number")
        for value in fault?.values ?? [] {
            let said = text.hasSuffix("%") ? NumberFormat.text(value * 100) + "%" : NumberFormat.text(value)
            #expect(diagnostic?.fix?.vietnamese.contains(said) == true)
        }
    }

    @Test(arguments: [
        ("1,234,567", NumberFault.Kind.commaGrouping(1_234_567)), ("12,345,678", .commaGrouping(12_345_678)),
        ("1,234.56", .commaGrouping(Decimal(123_456) / 100)),
        ("1,234,567.89", .commaGrouping(Decimal(123_456_789) / 100)), ("1,23,456", .brokenGroups),
        ("1.23.456", .brokenGroups), ("1.234 567", .brokenGroups), ("1 23", .brokenGroups), ("", .empty),
        (" \u{A0}", .empty), ("abc", .unreadable), ("1.", .unreadable), (",5", .unreadable),
        ("1e5", .unreadable), ("0x10", .unreadable), ("2 lớp 3", .severalNumbers), ("2 x 3", .severalNumbers),
        ("12 người", .counts(12)), ("1,5 ngày", .counts(Decimal(15) / 10)), ("--5", .unreadable),
        ("(-5)", .unreadable), ("-(5)", .unreadable), ("(5", .unreadable), ("5)", .unreadable),
        ("1  234", .unreadable), ("1tr5000", .unreadable), ("1,5tr5", .unreadable),
        ("5 triệu %", .unreadable), ("１２", .unreadable), ("5 triệu nghìn", .unreadable),
        ("1 nghìn 2 tỷ", .unreadable), ("1 triệu 1000 nghìn", .unreadable), ("5 triêu", .unreadable),
        ("5 tỵ", .unreadable), ("12 đồngx", .counts(12)), ("5-", .unreadable), ("1/2", .unreadable),
        (String(repeating: "9", count: 39), .tooManyDigits),
    ]) func `what is no Vietnamese number is refused with the reason`(text: String, kind: NumberFault.Kind) {
        let fault = #expect(throws: NumberFault.self) { try TypedNumber(parsing: text) }
        #expect(fault?.kind == kind)
        let diagnostic = fault?.diagnostic(at: .argument("so"))
        #expect(diagnostic?.severity == .error)
        #expect(diagnostic?.fix != nil)
    }

    @Test(arguments: [
        ("1,234,567", "ngăn hàng nghìn bằng dấu chấm: 1.234.567"),
        ("1,234.56", "ngăn hàng nghìn bằng dấu chấm: 1.234,56"), ("1.5", "ghi 1,5, hoặc ghi 15"),
        ("12 người", "ghi 12, đơn vị tính ghi ở mục riêng của nó"),
    ]) func `the remedy is a number that reads as it should`(text: String, fix: String) {
        let fault = #expect(throws: NumberFault.self) { try TypedNumber(parsing: text) }
        #expect(fault?.diagnostic(at: .argument("so")).fix?.vietnamese == fix)
    }

    @Test(arguments: [
        NumberCase("150", "150"), NumberCase("-1.5", "-1.5"), NumberCase("0.125", "0.125"),
        NumberCase("1500.125", "1500.125"), NumberCase("1e3", "1000"), NumberCase("1.2345", "1.2345"),
        NumberCase("1.2340", "1.234"), NumberCase("2.103500", "2.1035"),
    ]) func `a bare number has a point`(number: NumberCase) throws {
        #expect(try TypedNumber(parsing: number.text, as: .bare).value == number.decimal)
    }

    @Test(arguments: [
        ("150.000", ["150000", "150"], "ghi 150000 nếu là 150.000, hoặc ghi 150"),
        ("1.500", ["1500", "1.5"], "ghi 1500 nếu là 1.500, hoặc ghi 1.5 nếu là 1,5"),
        ("-1.234", ["-1234", "-1.234"], "ghi -1234 nếu là -1.234, hoặc ghi -1.2340 nếu là -1,234"),
    ]) func `three digits behind the point of a bare number are refused`(
        text: String, values: [String], fix: String
    ) throws {
        let fault = try #require(
            #expect(throws: NumberFault.self) { try TypedNumber(parsing: text, as: .bare) })
        #expect(fault.values == values.compactMap { Decimal(string: $0) })
        #expect(fault.diagnostic(at: .argument("so")).fix?.vietnamese == fix)
    }

    @Test func `thirty-eight digits are read, however scaled`() throws {
        let nines = String(repeating: "9", count: 38)
        #expect(try TypedNumber(parsing: nines).value == Decimal(string: nines))
        let long = "1" + String(repeating: " tỷ", count: 20)
        let fault = #expect(throws: NumberFault.self) { try TypedNumber(parsing: long) }
        #expect(fault?.kind == .tooManyDigits)
    }

    @Test func `whatever is typed, it is refused or prints and reads as the same number`() throws {
        var generator = SeededGenerator(seed: 15)
        let pieces = [
            "0", "1", "5", "25", "000", "567", ".", ",", " ", "\u{A0}", "-", "k", "tr", " triệu", " tỷ", "đ",
            "%", "e", "(", ")", "/", "½", " ngày", "x",
        ]
        var readings = 0
        for _ in 0..<20000 {
            let count = Int.random(in: 1...7, using: &generator)
            let text = (0..<count).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
            _ = try? TypedNumber.factors(parsing: text)
            guard let number = try? TypedNumber(parsing: text) else { continue }
            readings += 1
            #expect(
                try TypedNumber(parsing: NumberFormat.text(number.value)).value == number.value, "\(text)")
        }
        #expect(readings > 1000)
    }

    @Test func `a random decimal is read back as it was printed, and its ambiguous spellings are refused`()
        throws
    {
        var generator = SeededGenerator(seed: 1500)
        for _ in 0..<3000 {
            let whole = Int.random(
                in: 0...Int.random(in: 1...1_000_000_000_000, using: &generator), using: &generator)
            let places = Int.random(in: 0...6, using: &generator)
            let value = Decimal(sign: .plus, exponent: -places, significand: Decimal(whole))
            let printed = NumberFormat.text(value)
            #expect(try TypedNumber(parsing: printed).value == value, "\(printed)")
            #expect(try TypedNumber(parsing: "(\(printed))").value == -value)
            let percent = try TypedNumber(parsing: printed + "%")
            #expect(percent.percentage == value)
            #expect(try TypedNumber(parsing: printed + " triệu").value == value * 1_000_000)
            // The same digits as a machine writes them are not Vietnamese.
            let machine = NumberFormat.text(value, grouping: .none).replacing(",", with: ".")
            if machine.contains("."), machine.split(separator: ".")[1].count != 3 {
                #expect(throws: NumberFault.self, "\(machine)") { try TypedNumber(parsing: machine) }
                #expect(try TypedNumber(parsing: machine, as: .bare).value == value)
            }
            let thousands = Int.random(in: 1...999, using: &generator)
            let doubtful = "\(thousands).\(String(whole % 1000 + 1000).dropFirst())"
            let fault = #expect(throws: NumberFault.self) { try TypedNumber(parsing: doubtful, as: .bare) }
            #expect(fault?.values.count == 2)
            #expect(try TypedNumber(parsing: doubtful).value == Decimal(thousands * 1000 + whole % 1000))
        }
    }
}
