/// Letters of other alphabets that look like those of the Vietnamese one, and come in by copying or by a wrong keyboard.
enum LookAlikes {
    /// What such a letter is taken for; nil for any other.
    static func letter(for scalar: Unicode.Scalar) -> Unicode.Scalar? { table[scalar] }

    /// Whether the letter at a place, one of these, stands in a word where its look-alike belongs.
    static func standsForAnother(at place: Int, in scalars: [Unicode.Scalar]) -> Bool {
        switch scalars[place] {
        // Đ begins a word or stands among capitals; in Icelandic it does neither.
        case "\u{D0}", "\u{F0}", "\u{189}", "\u{256}":
            return place == 0 || !scalars[place - 1].properties.isLowercase
        default: break
        }
        var start = place
        while start > 0, isOfWord(scalars[start - 1]) { start -= 1 }
        var end = place + 1
        while end < scalars.count, isOfWord(scalars[end]) { end += 1 }
        let word = scalars[start..<end]
        // The letter of a list: а) for a).
        if word.count == 1, end < scalars.count, scalars[end] == ")" { return isCyrillic(scalars[place]) }
        let others = word.filter { table[$0] == nil }
        // A word of the other alphabet has letters that look like none of ours, or none of ours beside it.
        guard !others.isEmpty, others.allSatisfy(isOurs) else { return false }
        switch scalars[place] {
        // Pinyin, Turkish and phonetic writing have these too.
        case "\u{1CD}", "\u{1CE}", "\u{131}", "\u{251}", "\u{261}":
            let read = String(of: word.lazy.map { table[$0] ?? $0 })
            return Syllable.isPossible(read)
        default: return true
        }
    }

    private static func isCyrillic(_ scalar: Unicode.Scalar) -> Bool {
        (0x400..<0x530).contains(scalar.value)
    }

    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || (0x300...0x36F).contains(scalar.value) || scalar == "₫"
    }

    private static func isOurs(_ scalar: Unicode.Scalar) -> Bool {
        Letter(scalar) != nil || (0x300...0x36F).contains(scalar.value)
    }

    private static let rows: [(others: String, ours: String)] = [
        // Icelandic and African, Pinyin, Turkish, phonetic; the sign of the đồng
        ("ÐðƉɖ", "ĐđĐđ"), ("Ǎǎıɑɡ₫", "Ăăiagđ"),
        // Cyrillic
        ("АВСЕНІЈКМОРЅТУХ", "ABCEHIJKMOPSTYX"), ("асеоірхуѕјһԁ", "aceoipxysjhd"),
        // Greek
        ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"), ("ον", "ov"),
    ]

    private static let table: [Unicode.Scalar: Unicode.Scalar] = {
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        for row in rows {
            for (other, our) in zip(row.others.unicodeScalars, row.ours.unicodeScalars) { table[other] = our }
        }
        return table
    }()
}
