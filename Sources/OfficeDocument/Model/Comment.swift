internal import VietnameseText

/// A remark somebody attached to the text.
package struct Comment: Hashable, Sendable {
    package var author: String?
    package var initials: String?
    /// Such as `2026-02-17T08:30:00`.
    package var date: String?
    /// What it says, a paragraph each.
    package var lines: [String]

    package init(author: String?, initials: String? = nil, date: String? = nil, lines: [String]) {
        self.author = author
        self.initials = initials
        self.date = date
        self.lines = lines
    }
}

extension String {
    /// What is typed, as pieces of a run.
    var typedPieces: [Run.Piece] {
        var pieces: [Run.Piece] = []
        var words = ""
        func flush() {
            if !words.isEmpty { pieces.append(.text(words)) }
            words = ""
        }
        for character in self {
            switch character {
            case "\t":
                flush()
                pieces.append(.tab)
            case "\n", "\r\n":
                flush()
                pieces.append(.lineBreak)
            default: words.append(character)
            }
        }
        flush()
        return pieces
    }

    /// A point of time as both formats write it, to the second; nil for anything else, and for one that does not exist.
    var pointOfTime: String? {
        let digits = Array(utf8.prefix(19))
        let pattern = "0000-00-00T00:00:00".utf8
        guard digits.count == 19,
            zip(digits, pattern).allSatisfy({ digit, sample in
                sample == UInt8(ascii: "0") ? (48...57).contains(digit) : digit == sample
            })
        else { return nil }
        let numbers = digits.split { $0 < 48 || $0 > 57 }.map { $0.reduce(0) { $0 * 10 + Int($1) - 48 } }
        guard CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]) != nil, numbers[3] < 24,
            numbers[4] < 60, numbers[5] < 60
        else { return nil }
        return String(prefix(19)) + (hasSuffix("Z") ? "Z" : "")
    }
}
