/// What becomes of each letter of a paragraph, and what comes between them.
struct LetterStates {
    private(set) var isRemoved: [Bool]
    /// By the number of letters before it.
    private(set) var added: [Int: String] = [:]

    init(_ pieces: [TextPiece], count: Int) {
        isRemoved = Array(repeating: false, count: count)
        var place = 0
        for piece in pieces {
            let length = piece.text.unicodeScalars.count
            switch piece.kind {
            case .kept: place += length
            case .removed:
                for letter in place..<min(place + length, count) { isRemoved[letter] = true }
                place += length
            case .added: added[place, default: ""] += piece.text
            }
        }
    }
}
