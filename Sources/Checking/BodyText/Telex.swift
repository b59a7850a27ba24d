internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let telex = lines([.leftOverTelex]) { line, _ in line.isRunning ? Telex.faults(in: line.words) : []
    }
}

extension Rule {
    static let leftOverTelex = Rule(
        "format.left-over-telex", "X02", .warning, .byHand, .custom,
        "Chữ gõ kiểu Telex khi bộ gõ tắt, nên phím dấu còn nằm trong chữ.",
        en: "Keys of the Telex way of typing that stayed letters, since no input method was on.",
        right: "điều chỉnh", wrong: "ddieefu chỉnh")
}

/// Words typed by Telex (`vaf`, `thwcj`) that no input method made Vietnamese.
enum Telex {
    static func faults(in words: TextWords) -> [TextFault] {
        guard words.isComposed else { return [] }
        let letters = words.letters
        return words.ranges.indices.compactMap { index in
            let range = words.ranges[index]
            guard (2...9).contains(range.count), isTyped(letters.scalars[range]),
                Syllables.standsAlone(range, letters), !isInAddress(range, letters),
                hasMarkBeside(index, words)
            else { return nil }
            let word = letters[range]
            guard !foreign.contains(word), let meant = TypedKeys(word).meant ?? turned(word), meant != word
            else { return nil }
            return letters.fault(.leftOverTelex, at: range, right: meant, en: meant)
        }
    }

    /// Small letters of ASCII with a key among them that Vietnamese syllables have no use for.
    private static func isTyped(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        var hasKey = word.first == "d" && word.dropFirst().first == "d"
        var previous: Unicode.Scalar?
        for scalar in word {
            guard scalar.value < 0x80, scalar.isLower else { return false }
            switch scalar {
            case "f", "j", "w": hasKey = true
            case "a", "e", "o": if scalar == previous { hasKey = true }
            default: break
            }
            previous = scalar
        }
        return hasKey
    }

    /// `avf`: the first two keys of one of the commonest words the wrong way round.
    private static func turned(_ word: String) -> String? {
        let keys = Array(word)
        guard keys.count == 3, keys[2] == "f" || keys[2] == "j" else { return nil }
        return TypedKeys(String([keys[1], keys[0], keys[2]])).meant.flatMap {
            ["và", "là", "mà"].contains($0) ? $0 : nil
        }
    }

    private static func isInAddress(_ range: Range<Int>, _ letters: TextScalars) -> Bool {
        letters[range.upperBound] == "." && letters[range.upperBound + 1]?.isLetter == true
            || letters[range.lowerBound - 1] == "." && letters[range.lowerBound - 2]?.isLetter == true
    }

    /// Among words of another language these are no slips.
    private static func hasMarkBeside(_ index: Int, _ words: TextWords) -> Bool {
        [index - 1, index + 1].contains { other in
            words.ranges.indices.contains(other)
                && words.letters.scalars[words.ranges[other]].contains { $0.value >= 0x80 }
        }
    }

    /// Words of other languages that the keys would make syllables of.
    private static let foreign: Set<String> = [
        "ddos", "if", "of", "chef", "gif", "tif", "beef", "reef", "roof", "hoof",
    ]
}

/// The keys of a word, and what an input method makes of them.
private struct TypedKeys {
    private var letters: [Unicode.Scalar] = []
    private var tone: Unicode.Scalar?
    private var hasStroke = false
    private var horns = 0
    private var hats = 0
    /// Whether the horn stands where English has no `w`.
    private var isHornPlain = false

    private static let tones: [Unicode.Scalar: Unicode.Scalar] = [
        "s": "\u{301}", "f": "\u{300}", "r": "\u{309}", "x": "\u{303}", "j": "\u{323}",
    ]
    private static let hatted: [Unicode.Scalar: Unicode.Scalar] = ["a": "â", "e": "ê", "o": "ô"]

    init(_ word: String) {
        for key in word.unicodeScalars {
            switch key {
            case "d" where letters == ["d"]:
                letters = ["đ"]
                hasStroke = true
            case "a", "e", "o":
                if letters.last == key, let hat = Self.hatted[key] {
                    letters[letters.count - 1] = hat
                    hats += 1
                } else {
                    letters.append(key)
                }
            case "w": addHorn()
            case _ where Self.tones[key] != nil && tone == nil && letters.contains(where: Self.isVowel):
                tone = key
            default: letters.append(key)
            }
        }
    }

    private mutating func addHorn() {
        horns += 1
        guard let place = letters.lastIndex(where: { $0 == "a" || $0 == "o" || $0 == "u" }) else {
            letters.append("ư")
            return
        }
        switch letters[place] {
        case "a": letters[place] = "ă"
        case "o":
            letters[place] = "ơ"
            if place > 0, letters[place - 1] == "u" {
                letters[place - 1] = "ư"
                isHornPlain = true
            }
        default:
            letters[place] = "ư"
            isHornPlain = true
        }
    }

    private static func isVowel(_ scalar: Unicode.Scalar) -> Bool {
        "aăâeêioôơuưy".unicodeScalars.contains(scalar)
    }

    /// The syllable; nil where the keys make none, or may be a word of another language.
    var meant: String? { isSlip ? syllable : nil }

    private var isSlip: Bool {
        let isToneOfTelex = tone == "f" || tone == "j"
        if hasStroke || isHornPlain { return true }
        if horns + hats > 0 { return isToneOfTelex || isDiphthong }
        return isToneOfTelex
    }

    /// `iee`, `uoo`, `yee`: pairs that stand behind no vowel in English.
    private var isDiphthong: Bool {
        zip(letters, letters.dropFirst()).contains { first, second in
            (second == "ê" && (first == "i" || first == "y"))
                || (first == "u" && (second == "ô" || second == "â"))
        }
    }

    private var syllable: String? {
        guard let mark = tone.flatMap({ Self.tones[$0] }) else {
            let word = String(of: letters)
            return Syllable.isPossible(word) ? word : nil
        }
        for place in letters.indices.reversed() where Self.isVowel(letters[place]) {
            var toned = letters
            toned.insert(mark, at: place + 1)
            let word = Normalization.nfc(String(of: toned))
            if Syllable.isPossible(word) { return word }
        }
        return nil
    }
}
