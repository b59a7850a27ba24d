import FoundationEssentials
import TestSupport
import Testing

@testable import VietnameseText

/// Arithmetic by integers has to come to what `Decimal` itself does.
@Suite struct ShortArithmeticTests {
    private static func numbers(_ seed: UInt64) -> [Decimal] {
        var random = SeededGenerator(seed: seed)
        return (0..<200).map { _ in
            let digits = Int.random(in: 0...18, using: &random)
            let whole = Decimal(Int.random(in: 1...Int(pow(10, digits)), using: &random))
            let exponent = Int.random(in: -9...6, using: &random)
            return Decimal(
                sign: Bool.random(using: &random) ? .minus : .plus, exponent: exponent, significand: whole)
        }
    }

    private static func pow(_ base: Double, _ exponent: Int) -> Double {
        (0..<exponent).reduce(1) { result, _ in result * base }
    }

    @Test(arguments: 0..<20 as Range<UInt64>) func `sums and products are those of Decimal`(seed: UInt64)
        throws
    {
        let numbers = Self.numbers(seed)
        for (a, b) in zip(numbers, numbers.dropFirst()) {
            #expect(a.times(b) == a * b, "\(a) x \(b)")
            #expect(a.plus(b) == a + b, "\(a) + \(b)")
            #expect(a.isNegative == (a < 0))
            #expect(a.exceeds(1_000_000) == (abs(a) > 1_000_000))
            #expect(a.isNearer(than: 1_000_000) == (abs(a) < 1_000_000))
            #expect(a.binary == Double(a.description))
            #expect(Decimal(string: NumberText.text(a)) == a)
        }
    }

    @Test func `edges`() {
        let largest = Decimal(UInt64.max) * Decimal(UInt64.max)
        for (a, b) in [(largest, largest), (largest, 2), (0, -1), (Decimal.nan, 1), (-0.5, 0.5)]
            as [(Decimal, Decimal)]
        {
            #expect(a.times(b).description == (a * b).description)
            #expect(a.plus(b).description == (a + b).description)
        }
        #expect(Decimal.nan.exceeds(Int.max))
        #expect(!Decimal.nan.isNegative)
        #expect(Decimal(1_234_567, places: 3) == Decimal(string: "1234.567"))
        #expect(Decimal(-5, places: 0) == -5)
        #expect(NumberText.text(-0.05) == "-0.05")
    }

    @Test func `equal numbers hash alike, however they were come by`() {
        func hash(_ number: Decimal?) -> Int {
            var hasher = Hasher()
            hasher.combine(number: number)
            return hasher.finalize()
        }
        let numbers: [Decimal] = [0, 1, -1, 10, 100, 0.5, 1.5, 1_500_000, -1.5]
        for a in numbers { for b in numbers { #expect((hash(a) == hash(b)) == (a == b), "\(a), \(b)") } }
        #expect(hash(Decimal(150) * 1000) == hash(150_000))
        #expect(hash(nil) != hash(0))
    }
}

@Suite struct FoldedLetterTests {
    /// `ß` is in no table: with it a text goes the general way.
    @Test func `the table folds each letter as the general way does`() {
        let scalars = [0x20..<0x250, 0x1EA0..<0x1F00, 0x2010..<0x2028].joined().compactMap {
            Unicode.Scalar($0 as UInt32)
        }
        for scalar in scalars {
            let text = "a\(Character(scalar))b"
            #expect(PlainLetters.folded(text) + "ß" == PlainLetters.folded(text + "ß"), "\(scalar.value)")
        }
        #expect(PlainLetters.folded("Đơn giá (đồng) – 12/Ặ") == "dongiadong12a")
        #expect(PlainLetters.folded("") == "")
        #expect(PlainLetters.folded("to\u{302}\u{301}t") == "tot")
    }
}
