/// Where the tone mark sits in open syllables in oa, oe, uy; everywhere else the two conventions agree.
public enum ToneMarkStyle: Hashable, Sendable, CaseIterable {
    /// `hòa`, `hòe`, `thúy`, `Ủy ban`: most state papers.
    case old
    /// `hoà`, `hoè`, `thuý`, `Uỷ ban`: schoolbooks.
    case new

    /// `text` with every such syllable in this style, in NFC.
    ///
    /// A syllable counts only with a Vietnamese onset, and only when nothing else carries a tone; `quý` and `già` have one spelling and
    /// stay. People's and places' names keep their owner's spelling: whoever rewrites a text asks first.
    public func applied(to text: String) -> String {
        let text = Normalization.nfc(text)
        guard Self.mayHaveOpenSyllable(text) else { return text }
        var scalars = Array(text.unicodeScalars)
        var isChanged = false
        var start = 0
        while start < scalars.count {
            var end = start
            var (previous, last): (Letter?, Letter?) = (nil, nil)
            while end < scalars.count, let letter = Letter(scalars[end]) {
                (previous, last) = (last, letter)
                end += 1
            }
            if let previous, let last, Self.isOpen(previous, last) {
                var syllable = scalars[start..<end].compactMap { Letter($0) }
                if moveTone(in: &syllable) {
                    for (offset, letter) in syllable.enumerated() { scalars[start + offset] = letter.scalar }
                    isChanged = true
                }
            }
            start = end + 1
        }
        guard isChanged else { return text }
        return String(of: scalars)
    }

    /// Whether o stands before a or e, or u before y, one of them with a tone: seldom enough to look closer then only.
    package static func mayHaveOpenSyllable(_ text: String) -> Bool {
        mayHaveOpenSyllable(text.unicodeScalars)
    }

    /// The same of the letters of a word.
    @inlinable package static func mayHaveOpenSyllable(_ letters: some Sequence<Unicode.Scalar>) -> Bool {
        var (wasO, wasU, wasToned) = (false, false, false)
        for scalar in letters {
            let (isO, isU, isToned): (Bool, Bool, Bool)
            switch scalar {
            case "o", "O": (isO, isU, isToned) = (true, false, false)
            case "u", "U": (isO, isU, isToned) = (false, true, false)
            case "ò", "ó", "ỏ", "õ", "ọ", "Ò", "Ó", "Ỏ", "Õ", "Ọ": (isO, isU, isToned) = (true, false, true)
            case "ù", "ú", "ủ", "ũ", "ụ", "Ù", "Ú", "Ủ", "Ũ", "Ụ": (isO, isU, isToned) = (false, true, true)
            case "a", "e", "A", "E":
                if wasO, wasToned { return true }
                (isO, isU, isToned) = (false, false, false)
            case "y", "Y":
                if wasU, wasToned { return true }
                (isO, isU, isToned) = (false, false, false)
            case "à", "á", "ả", "ã", "ạ", "è", "é", "ẻ", "ẽ", "ẹ", "À", "Á", "Ả", "Ã", "Ạ", "È", "É", "Ẻ",
                "Ẽ", "Ẹ":
                if wasO { return true }
                (isO, isU, isToned) = (false, false, false)
            case "ỳ", "ý", "ỷ", "ỹ", "ỵ", "Ỳ", "Ý", "Ỷ", "Ỹ", "Ỵ":
                if wasU { return true }
                (isO, isU, isToned) = (false, false, false)
            default: (isO, isU, isToned) = (false, false, false)
            }
            (wasO, wasU, wasToned) = (isO, isU, isToned)
        }
        return false
    }

    /// Whether a syllable ends in oa, oe, uy.
    private static func isOpen(_ first: Letter, _ second: Letter) -> Bool {
        guard first.tone != .ngang || second.tone != .ngang else { return false }
        return switch (first.base, second.base) {
        case ("o", "a"), ("o", "e"), ("u", "y"): true
        default: false
        }
    }

    /// True when the tone of an open syllable was on the other vowel.
    private func moveTone(in syllable: inout [Letter]) -> Bool {
        let (first, second) = (syllable.count - 2, syllable.count - 1)
        let (from, to) =
            switch self {
            case .old: (second, first)
            case .new: (first, second)
            }
        guard syllable[from].tone != .ngang, syllable[to].tone == .ngang,
            ToneMarkStyle.onsets.contains(syllable[..<first].map(\.base))
        else { return false }
        syllable[to].tone = syllable[from].tone
        syllable[from].tone = .ngang
        return true
    }

    /// What a syllable in oa, oe, uy can begin with; not `qu`, whose u belongs to the onset.
    private static let onsets: Set<[Unicode.Scalar]> = Set(
        [
            "", "b", "c", "ch", "d", "đ", "g", "gh", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p",
            "ph", "r", "s", "t", "th", "tr", "v", "x",
        ].map { Array($0.unicodeScalars) })
}
