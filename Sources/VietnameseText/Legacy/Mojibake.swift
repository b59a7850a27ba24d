/// Text in UTF-8 that some program took for Windows' Western code page: `Cá»™ng hÃ²a` for `Cộng hòa`, once or several times over.
package enum Mojibake {
    /// `text` with such letters put right; nil for a text that surely has none.
    package static func repaired(_ text: String) -> String? {
        let changes = changes(in: text)
        guard !changes.isEmpty else { return nil }
        return Normalization.nfc(LetterChange.applied(changes, to: [text]).first ?? text)
    }

    /// What puts `text` right; empty where nothing in it is certain.
    ///
    /// Some sequences could be a capital and a quotation mark as well; they count only beside others that are beyond doubt.
    ///
    /// `isKnown` says that the text around it has such letters beyond doubt.
    package static func changes(in text: String, isKnown: Bool = false) -> [LetterChange] {
        guard mayOccur(in: CollectionOfOne(text)) else { return [] }
        let scalars = Array(text.unicodeScalars)
        var found: [(change: LetterChange, isCertain: Bool)] = []
        var place = 0
        while place < scalars.count {
            guard let letter = letter(at: place, in: scalars) else {
                place += 1
                continue
            }
            found.append((LetterChange(letter.range, replacement: letter.text), letter.isCertain))
            place = letter.range.upperBound
        }
        guard isKnown || found.contains(where: \.isCertain) else { return [] }
        return withBlanks(found.map(\.change), scalars)
    }

    /// Whether somewhere in a text in pieces the first character of a sequence stands before one that can be in it.
    ///
    /// What has none has nothing to put right; most texts are passed over so.
    package static func mayOccur(in pieces: some Sequence<String>) -> Bool {
        var isAfterLead = false
        for piece in pieces {
            for scalar in piece.unicodeScalars {
                if isAfterLead, scalar == " " || continues(scalar) { return true }
                isAfterLead = isLead(scalar)
            }
        }
        return false
    }

    /// Every sequence begins with one of these.
    private static func isLead(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xC2...0xC6, 0xCC, 0xE1, 0xE2: true
        default: false
        }
    }

    private static func continues(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x80...0xBF: true
        case ..<0x152: false
        default: WesternCodePage.bytes[scalar].map { $0 < 0xC0 } ?? false
        }
    }

    private struct Found {
        var text: String
        var range: Range<Int>
        var isCertain: Bool
    }

    /// The letter whose bytes begin at a place.
    private static func letter(at place: Int, in scalars: [Unicode.Scalar]) -> Found? {
        guard isLead(scalars[place]) else { return nil }
        guard let first = decoded(at: place, in: scalars) else { return nil }
        // A second time over: what comes out is again the bytes of a letter.
        var inner: [Unicode.Scalar] = []
        var lengths: [Int] = []
        while inner.count < 9, let next = decoded(at: place + lengths.reduce(0, +), in: scalars) {
            inner.append(next.scalar)
            lengths.append(next.length)
        }
        if inner.count > 1, let deeper = letter(at: 0, in: inner) {
            let length = lengths.prefix(deeper.range.upperBound).reduce(0, +)
            return Found(text: deeper.text, range: place..<place + length, isCertain: true)
        }
        guard isWanted(first.scalar) else { return nil }
        return Found(
            text: String(first.scalar), range: place..<place + first.length,
            isCertain: isCertain(scalars[place + 1], after: scalars[place]))
    }

    /// The character whose bytes of UTF-8 begin at a place, read in the Western code page.
    private static func decoded(at place: Int, in scalars: [Unicode.Scalar]) -> (
        scalar: Unicode.Scalar, length: Int
    )? {
        guard place < scalars.count, let lead = WesternCodePage.byte(of: scalars[place]) else { return nil }
        let length =
            switch lead {
            case 0xC2...0xDF: 2
            case 0xE1...0xEF: 3
            default: 0
            }
        guard length > 0, place + length <= scalars.count else { return nil }
        var value = UInt32(lead) & (length == 2 ? 0x1F : 0x0F)
        for offset in 1..<length {
            guard let byte = WesternCodePage.byte(of: scalars[place + offset]), byte & 0xC0 == 0x80 else {
                return nil
            }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        return Unicode.Scalar(value).map { ($0, length) }
    }

    /// Vietnamese letters, their marks, the punctuation of office programs, and the đồng.
    private static func isWanted(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x31B, 0x323: true
        case 0x2010...0x2015, 0x2018...0x201E, 0x2022, 0x2026, 0x20AB: true
        default: scalar.value >= 0xC0 && Letter(scalar) != nil
        }
    }

    /// Whether two characters can't be a capital with what is written behind it: `Ã’`, `Ã”` and the no-break space can.
    private static func isCertain(_ second: Unicode.Scalar, after first: Unicode.Scalar) -> Bool {
        guard first == "Ã" else { return true }
        switch second {
        case "‘", "’", "“", "”", "\u{A0}", "…", "–", "—", "»": return false
        default: return true
        }
    }

    /// In such a text the second half of à has often become a plain space.
    private static func withBlanks(_ changes: [LetterChange], _ scalars: [Unicode.Scalar]) -> [LetterChange] {
        var result = changes
        for place in scalars.indices.dropLast() where scalars[place] == "Ã" && scalars[place + 1] == " " {
            guard !changes.contains(where: { $0.range.contains(place) }) else { continue }
            result.append(
                LetterChange(place..<place + (takesBlank(at: place, scalars) ? 2 : 1), replacement: "à"))
        }
        return result.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// Whether the space belongs to the letter: another follows, or what follows completes the syllable.
    private static func takesBlank(at place: Int, _ scalars: [Unicode.Scalar]) -> Bool {
        guard place + 2 < scalars.count else { return true }
        if scalars[place + 2] == " " { return true }
        var start = place
        while start > 0, Letter(scalars[start - 1]) != nil { start -= 1 }
        var end = place + 2
        while end < scalars.count, Letter(scalars[end]) != nil { end += 1 }
        var word = String.UnicodeScalarView(scalars[start..<place])
        word.append("à")
        word.append(contentsOf: scalars[place + 2..<end])
        return end > place + 2 && Syllable.isPossible(String(word))
    }
}
