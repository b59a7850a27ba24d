internal import DataFiles
internal import VietnameseText

/// What stands under STT, which tells how deep a row stands: A, I, 1, 1.1, a, -.
struct RowNumber: Hashable {
    let style: Style
    let ordinal: Int

    enum Style: Hashable {
        case capital
        case roman
        /// With so many parts: `1` has one, `1.2.3` three.
        case arabic(parts: Int)
        case letter
        case smallRoman
        case sign(Character)
        /// None at all.
        case blank
    }

    /// What the words may be, for `I` is the first of Roman numbers and the ninth letter; empty for what is no number.
    static func readings(_ text: String?) -> [RowNumber] {
        // Most rows have none, or one of a few digits.
        if let whole = TypedNumber.smallWhole(text ?? "") {
            return [RowNumber(style: .arabic(parts: 1), ordinal: whole)]
        }
        let bare = (text ?? "").trimmed.drop { $0 == "(" }.prefixWithoutTail
        guard let first = bare.first else { return [RowNumber(style: .blank, ordinal: 0)] }
        if bare.count == 1, "-–+*•".contains(first) {
            return [RowNumber(style: .sign(first == "–" ? "-" : first), ordinal: 0)]
        }
        if first.isASCIIDigit {
            let parts = bare.split(whereSeparator: { $0 == "." || $0 == "," }).map { Int($0) }
            guard !parts.contains(nil), let last = parts.last ?? nil else { return [] }
            return [RowNumber(style: .arabic(parts: parts.count), ordinal: last)]
        }
        var readings: [RowNumber] = []
        let isUpper = bare.allSatisfy(\.isUppercase)
        if let roman = RomanNumeral.number(of: bare.uppercased()) {
            readings.append(RowNumber(style: isUpper ? .roman : .smallRoman, ordinal: roman))
        }
        if bare.count == 1, let place = ListLetter.number(of: first.lowercased()) {
            readings.append(RowNumber(style: isUpper ? .capital : .letter, ordinal: place))
        }
        return readings
    }
}

/// The numbers of the rows that a row stands under.
struct RowDepth {
    private var open: [RowNumber] = []

    /// How many of the open rows the next one stands under, by its number; nil for what is no number.
    mutating func depth(of text: String?) -> Int? {
        let readings = RowNumber.readings(text)
        guard !readings.isEmpty else { return nil }
        // The one that goes on where such rows stopped, the nearest first.
        for (depth, row) in open.enumerated().reversed() {
            if let next = readings.first(where: { $0.style == row.style && $0.ordinal == row.ordinal + 1 }) {
                return place(next, at: depth)
            }
        }
        // One that begins such rows anew, else any of a style that is there.
        let chosen =
            readings.first { $0.ordinal == 1 && !isOpen($0.style) } ?? readings.first { isOpen($0.style) }
            ?? readings.first
        guard let chosen else { return nil }
        let depth = open.lastIndex { $0.style == chosen.style } ?? open.count
        return place(chosen, at: depth)
    }

    /// The next row stands beside the one at this depth.
    mutating func stay(at depth: Int) { open.removeSubrange(min(depth + 1, open.count)...) }

    /// How deep the last row stands.
    var last: Int { open.count - 1 }

    private func isOpen(_ style: RowNumber.Style) -> Bool { open.contains { $0.style == style } }

    private mutating func place(_ number: RowNumber, at depth: Int) -> Int {
        open.removeSubrange(depth...)
        open.append(number)
        return depth
    }
}

extension Substring {
    /// `1.` and `a)` without what closes them.
    fileprivate var prefixWithoutTail: Substring {
        var bare = self
        while let last = bare.last, last == "." || last == ")" || last == ":" { bare.removeLast() }
        return bare
    }
}
