import TestSupport
import Testing

@testable import OfficeDocument

/// What two texts have in common, held against the longest common part counted in the plain way.
@Suite struct SequenceMatchingTests {
    private func longest(_ old: [Int], _ new: [Int]) -> Int {
        var lengths = Array(repeating: Array(repeating: 0, count: new.count + 1), count: old.count + 1)
        for i in 0..<old.count {
            for j in 0..<new.count {
                lengths[i + 1][j + 1] =
                    old[i] == new[j] ? lengths[i][j] + 1 : max(lengths[i][j + 1], lengths[i + 1][j])
            }
        }
        return lengths[old.count][new.count]
    }

    private func expectBest(_ old: [Int], _ new: [Int]) {
        let pairs = SequenceMatching.pairs(old, new)
        #expect(pairs.allSatisfy { old[$0.old] == new[$0.new] })
        #expect(zip(pairs, pairs.dropFirst()).allSatisfy { $0.old < $1.old && $0.new < $1.new })
        #expect(pairs.count == longest(old, new), "\(old) \(new)")
    }

    @Test(
        arguments: [
            ([], []), ([1], []), ([], [1]), ([1], [1]), ([1], [2]), ([1, 2], [2, 1]), ([1, 2, 3], [2]),
            ([2], [1, 2, 3]), ([1, 1], [1]), ([1], [1, 1]), ([1, 2, 3, 4], [1, 3, 4]), ([1, 2], [1, 2, 3]),
            ([2, 3], [1, 2, 3]), ([1, 2, 1, 2], [2, 1, 2, 1]),
        ] as [([Int], [Int])]) func `small ones`(old: [Int], new: [Int])
    { expectBest(old, new) }

    @Test(arguments: 0..<200 as Range<UInt64>) func `random ones`(seed: UInt64) {
        var dice = SeededGenerator(seed: seed)
        let kinds = Int.random(in: 1...4, using: &dice)
        func sequence() -> [Int] {
            (0..<Int.random(in: 0...14, using: &dice)).map { _ in Int.random(in: 0..<kinds, using: &dice) }
        }
        expectBest(sequence(), sequence())
    }

    /// A thousand differences are looked through.
    @Test(arguments: [(999, true), (1000, true), (1001, false)])
    func `what differs more has nothing in common`(differences: Int, isFound: Bool) {
        // Neither begins nor ends as the other does: two are put in, the rest is left out.
        let old = Array(0..<differences - 3) + [-1, 5000]
        let pairs = SequenceMatching.pairs(old, [-2, -1, 6000])
        #expect(pairs.map(\.new) == (isFound ? [1] : []))
    }
}
