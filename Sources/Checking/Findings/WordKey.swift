internal import VietnameseText

/// The letters of a word, composed, as tables are looked up by: packed into two numbers where there are up to eight, as nearly always.
struct WordKey: Hashable {
    private var front: UInt64 = 0
    private var back: UInt64 = 0
    /// Of a word that is longer, or has letters with large numbers.
    private var text: String?

    init(_ word: some Collection<Unicode.Scalar>) {
        for (place, scalar) in word.enumerated() {
            guard place < 8, scalar.value <= 0xFFFF else {
                (front, back, text) = (0, 0, String(of: word))
                return
            }
            let letter = UInt64(scalar.value) << UInt64(16 * (place & 3))
            if place < 4 { front |= letter } else { back |= letter }
        }
    }
}
