/// The syllables Vietnamese can have, which tell its text from text in other letters.
package enum Syllable {
    /// Whether a word could be a Vietnamese syllable: an onset, a rime and a tone that go together.
    ///
    /// Case makes no difference; the tone mark may sit where either convention has it. Nothing is said about whether such a word exists.
    package static func isPossible(_ word: String) -> Bool {
        var base: [Unicode.Scalar] = []
        var tone = Tone.ngang
        var mark: Int?
        for scalar in Normalization.nfc(word).unicodeScalars {
            guard let letter = Letter(scalar), base.count < 8 else { return false }
            if letter.tone != .ngang {
                guard mark == nil else { return false }
                mark = base.count
                tone = letter.tone
            }
            base.append(letter.base)
        }
        return (0...min(3, base.count)).contains { length in
            guard length == 0 || onsets.contains(text(base[..<length])) else { return false }
            if let mark, mark < length { return false }
            return isPossible(text(base[..<length]), base[length...], tone, mark.map { $0 - length })
        }
    }

    private static func text(_ letters: ArraySlice<Unicode.Scalar>) -> String { String(of: letters) }

    private static func isPossible(
        _ onset: String, _ letters: ArraySlice<Unicode.Scalar>, _ tone: Tone, _ mark: Int?
    ) -> Bool {
        let rime = text(letters)
        guard let first = letters.first, rimes.contains(rime) || (onset == "qu" && rimesAfterQ.contains(rime))
        else { return false }
        let isFront = "eêiy".unicodeScalars.contains(first)
        switch onset {
        case "k", "gh", "ngh": if !isFront { return false }
        case "c", "ng": if isFront { return false }
        case "g": if isFront, first != "i" { return false }
        default: break
        }
        let stops = ["c", "ch", "p", "t"]
        if stops.contains(where: rime.hasSuffix), tone != .sac, tone != .nang { return false }
        return mark.map { vowels(of: Array(letters)).contains($0) } ?? true
    }

    /// Which letters of a rime can carry its tone.
    private static func vowels(of rime: [Unicode.Scalar]) -> [Int] {
        if let marked = rime.lastIndex(where: { "ăâêôơư".unicodeScalars.contains($0) }) { return [marked] }
        let count = rime.prefix { "aeiouy".unicodeScalars.contains($0) }.count
        switch (count, rime.count > count) {
        case (1, _): return [0]
        case (2, true): return [1]
        case (2, false): return ["oa", "oe", "uy"].contains(text(rime[...])) ? [0, 1] : [0]
        default: return [1]
        }
    }

    private static let onsets: Set<String> = [
        "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p",
        "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
    ]

    private static let rimes = Set(
        """
        a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
        e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
        i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
        o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oet oi om on ong
        ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
        u ua uân uâng uât uây uc uê uêch uên uênh ui um un ung uơ up ut uôc uôi uôm uôn uông uôt uy uya uych uyn uynh
        uyp uyt uyu uyên uyêt ư ưa ưc ưi ưm ưn ưng ưt ươc ươi ươm ươn ương ươp ươt ươu ưu
        y yêm yên yêng yêt yêu
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    /// With the u of the onset `qu`.
    private static let rimesAfterQ: Set<String> = ["ych", "yn", "ynh", "yp", "yt", "yu"]
}
