import FoundationEssentials
import TestSupport
import Testing

@testable import VietnameseText

@Suite struct DecimalDigitsTests {
    /// Values as arithmetic leaves them, with whatever it leaves in the unused part of the storage.
    static let values: [Decimal] = {
        var generator = SeededGenerator(seed: 128)
        return (0..<2000).map { _ in
            let numbers = (0..<3).map { _ in
                Decimal(
                    Int.random(in: Int.min...Int.max, using: &generator)
                        >> Int.random(in: 0...62, using: &generator))
            }
            return switch Int.random(in: 0..<4, using: &generator) {
            case 0: numbers[0] * numbers[1] - numbers[2]
            case 1: numbers[0] - (numbers[0] + 3)
            case 2: numbers[1] == 0 ? numbers[0] : numbers[0] / numbers[1]
            default: numbers[0] * Decimal(sign: .plus, exponent: -9, significand: numbers[2])
            }
        }
    }()

    @Test func `the digits in a decimal's storage are the digits it prints`() {
        for value in Self.values {
            #expect(
                DecimalDigits.storedMagnitude(of: value) == DecimalDigits.printedMagnitude(of: value),
                "\(value)")
        }
    }

    @Test func `a decimal taken apart is put together again`() {
        for value in Self.values { #expect(DecimalDigits(value)?.decimal == value) }
    }

    @Test func `trimming changes the digits, not the value`() throws {
        for value in Self.values {
            var digits = try #require(DecimalDigits(value))
            digits.trimFraction()
            #expect(digits.decimal == value)
            #expect(digits.exponent >= 0 || !digits.magnitude.isMultiple(of: 10))
        }
    }

    @Test func `a rounded value is within half a unit of the last place`() {
        for value in Self.values {
            for places in -3...3 {
                let rounded = value.roundedHalfUp(toPlaces: places)
                let unit = Decimal(sign: .plus, exponent: -places, significand: 1)
                #expect(abs((rounded - value) * 2) <= unit, "\(value) to \(places)")
                #expect(rounded.roundedHalfUp(toPlaces: places) == rounded)
            }
        }
    }
}
