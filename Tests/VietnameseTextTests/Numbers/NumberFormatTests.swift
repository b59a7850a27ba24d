import FoundationEssentials
import TestSupport
import Testing
import VietnameseText

@Suite struct NumberFormatTests {
    @Test(arguments: [
        (0, "0"), (7, "7"), (999, "999"), (1000, "1.000"), (-1000, "-1.000"), (999_999, "999.999"),
        (1_234_567, "1.234.567"), (120_288_000, "120.288.000"), (Int.max, "9.223.372.036.854.775.807"),
        (Int.min, "-9.223.372.036.854.775.808"),
    ]) func `an integer has dots between thousands`(number: Int, text: String) {
        #expect(NumberFormat.text(number) == text)
        #expect(NumberFormat.text(Decimal(string: String(number)) ?? .nan) == text)
        #expect(NumberFormat.text(number, grouping: .none) == String(number))
    }

    @Test(arguments: [
        ("1234567.89", NumberFormat.FractionDigits.all, "1.234.567,89"), ("0.5", .all, "0,5"),
        ("-0.05", .all, "-0,05"), ("2.50", .all, "2,5"), ("1200", .all, "1.200"),
        ("2.345", .atMost(2), "2,35"), ("2.995", .atMost(2), "3"), ("-2.345", .atMost(2), "-2,35"),
        ("0.4", .atMost(0), "0"), ("-0.4", .atMost(0), "0"), ("-0.5", .atMost(0), "-1"),
        ("2.5", .atMost(0), "3"), ("2", .exactly(1), "2,0"), ("1234.05", .exactly(1), "1.234,1"),
        ("0", .exactly(2), "0,00"), ("0.001", .exactly(2), "0,00"),
        ("123456789012345678901234567890.5", .all, "123.456.789.012.345.678.901.234.567.890,5"),
        ("1e40", .exactly(1), "10.000.000.000.000.000.000.000.000.000.000.000.000.000,0"),
        ("1e-45", .atMost(2), "0"), ("1e-3", .exactly(5), "0,00100"),
    ]) func `a decimal has a comma and is rounded half away from zero`(
        number: String, fraction: NumberFormat.FractionDigits, text: String
    ) throws { #expect(NumberFormat.text(try #require(Decimal(string: number)), fraction: fraction) == text) }

    @Test(arguments: [
        ("104.28", "104,3%"), ("104.25", "104,3%"), ("104.2499", "104,2%"), ("77.8", "77,8%"),
        ("100", "100,0%"), ("-8.45", "-8,5%"), ("1833.333", "1.833,3%"),
    ]) func `a percentage has one digit after the comma`(number: String, text: String) throws {
        #expect(NumberFormat.percent(try #require(Decimal(string: number))) == text)
    }

    @Test func `a percentage of nothing does not exist`() {
        #expect(NumberFormat.percentage(of: 5, in: 0) == nil)
        #expect(NumberFormat.percentage(of: 1043, in: 1000).map { NumberFormat.percent($0) } == "104,3%")
        #expect(NumberFormat.percentage(of: 2, in: 3).map { NumberFormat.percent($0) } == "66,7%")
    }

    @Test(arguments: [
        (5, 2, "05"), (15, 2, "15"), (115, 2, "115"), (0, 2, "00"), (7, 4, "0007"), (-5, 2, "-05"),
    ]) func `counts and document numbers are padded`(number: Int, width: Int, text: String) {
        #expect(NumberFormat.padded(number, toWidth: width) == text)
    }

    @Test(arguments: [
        ("0.5", 0, "1"), ("1.5", 0, "2"), ("2.5", 0, "3"), ("-2.5", 0, "-3"), ("1333500", -3, "1334000"),
        ("2666499", -3, "2666000"), ("1.005", 2, "1.01"), ("49", -2, "0"), ("50", -2, "100"),
        ("12.5", 3, "12.5"), ("0.0049", 2, "0"),
        ("340282366920938463463374607431768211455", 0, "340282366920938463463374607431768211455"),
        ("9.99", 1, "10"),
    ]) func `rounding is half away from zero`(number: String, places: Int, rounded: String) throws {
        let value = try #require(Decimal(string: number))
        #expect(value.roundedHalfUp(toPlaces: places) == Decimal(string: rounded))
    }

    @Test func `places beyond reason neither trap nor fill the memory`() {
        #expect(Decimal(15).roundedHalfUp(toPlaces: Int.min) == 0)
        #expect(Decimal(15).roundedHalfUp(toPlaces: Int.max) == 15)
        #expect(NumberFormat.text(Decimal(1) / 8, fraction: .atMost(Int.max)) == "0,125")
        #expect(NumberFormat.text(Decimal(1), fraction: .exactly(Int.max)).utf8.count == 102)
        #expect(NumberFormat.text(Decimal.nan) == "NaN")
    }

    @Test func `formatting agrees with the toolchain's digits on random decimals`() {
        var generator = SeededGenerator(seed: 30)
        for _ in 0..<3000 {
            let significand = Decimal(
                Int.random(in: Int.min...Int.max, using: &generator)
                    >> Int.random(in: 0...60, using: &generator))
            let value =
                significand
                * Decimal(sign: .plus, exponent: Int.random(in: -20...12, using: &generator), significand: 7)
            let expected = value.description.replacing(".", with: ",")
            #expect(NumberFormat.text(value, grouping: .none) == expected)
            #expect(NumberFormat.text(value).replacing(".", with: "") == expected)
        }
    }

    @Test func `a printed number is read back exactly`() throws {
        var generator = SeededGenerator(seed: 2020)
        for _ in 0..<2000 {
            let digits = Int.random(in: -9_000_000_000_000_000...9_000_000_000_000_000, using: &generator)
            let value = Decimal(digits) / (Bool.random(using: &generator) ? 1 : 10_000)
            #expect(try TypedNumber(parsing: NumberFormat.text(value)).value == value)
        }
    }

    @Test(arguments: [
        "0", "7", "10", "-1", "999", "1000", "18446744073709551615", "-18446744073709551615", "123000000",
        "1e19",
    ]) func `a whole number is written at once as it is otherwise`(written: String) throws {
        let number = try #require(Decimal(string: written))
        var bytes: [UInt8] = []
        bytes.append(addingCapacity: 32) { #expect(NumberFormat.appendWhole(number, to: &$0)) }
        #expect(String(decoding: bytes, as: UTF8.self) == NumberFormat.text(number, grouping: .none))
    }

    @Test func `a number that is none, has a fraction, is huge or has no room is not written at once`() throws
    {
        for written in ["NaN", "1.5", "18446744073709551616"] {
            let number = try written == "NaN" ? Decimal.nan : #require(Decimal(string: written))
            var bytes: [UInt8] = []
            bytes.append(addingCapacity: 32) { #expect(!NumberFormat.appendWhole(number, to: &$0)) }
            #expect(bytes.isEmpty)
        }
        for (room, fits) in [(20, false), (21, true), (22, true)] {
            var bytes: [UInt8] = []
            bytes.append(addingCapacity: room) { #expect(NumberFormat.appendWhole(-1, to: &$0) == fits) }
        }
    }
}
