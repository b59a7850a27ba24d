internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let syllables = lines([.impossibleSyllable]) { line, _ in
        line.isRunning ? Syllables.faults(in: line.words) : []
    }
}

extension Rule {
    static let impossibleSyllable = Rule(
        "format.impossible-syllable", "X02", .warning, .byHand, .custom,
        "Chữ không ghép thành âm tiết tiếng Việt: thiếu hay sai dấu thanh trước p, t, c, ch, phụ âm và vần không đi với nhau, dấu đặt sai chữ.",
        en:
            "Letters that make no Vietnamese syllable: a tone missing or wrong before p, t, c, ch, an onset and a rime that do not go together, a mark on the wrong letter.",
        right: "được", wrong: "đươc")
}

/// Words that cannot be Vietnamese though they are written with its letters.
enum Syllables {
    static func faults(in letters: TextScalars) -> [TextFault] { faults(in: TextWords(letters)) }

    static func faults(in words: TextWords) -> [TextFault] {
        guard words.isComposed else { return [] }
        let letters = words.letters
        return words.ranges.indices.compactMap { index in
            let range = words.ranges[index]
            guard words[index].isImpossible || lacksTone(index, words), isJudged(range, letters) else {
                return nil
            }
            let word = letters[range]
            let other = near(word)
            let near = other.map { ", có lẽ “\($0)”" } ?? ""
            let nearEnglish = other.map { ", perhaps “\($0)”" } ?? ""
            return letters.fault(
                .impossibleSyllable, at: range, right: "một âm tiết tiếng Việt\(near)",
                en: "a Vietnamese syllable\(nearEnglish)")
        }
    }

    /// `khôi phuc`: a syllable without any mark that ends in c or ch, which has sắc or nặng, beside words that have theirs.
    private static func lacksTone(_ index: Int, _ words: TextWords) -> Bool {
        let letters = words.letters
        let word = letters.scalars[words.ranges[index]]
        guard word.count > 2, word.last == "c" || word.suffix(2).elementsEqual("ch".unicodeScalars),
            word.allSatisfy({ $0.value < 0x80 && $0.isLower }), !foreign.contains(words.lower(index))
        else { return false }
        let beside = [index - 1, index + 1].filter(words.ranges.indices.contains)
        return beside.count == 2
            && beside.allSatisfy { letters.scalars[words.ranges[$0]].contains { $0.value >= 0x80 } }
            && closed(words.lower(index))
    }

    /// Whether it makes a syllable with the tone that its end asks for.
    private static func closed(_ word: String) -> Bool {
        guard let vowel = word.unicodeScalars.lastIndex(where: { "aeiouy".unicodeScalars.contains($0) })
        else { return false }
        var scalars = word.unicodeScalars
        scalars.insert("\u{301}", at: scalars.index(after: vowel))
        return Syllable.isPossible(Normalization.nfc(String(scalars)))
    }

    /// Words of other languages that end so.
    private static let foreign: Set<String> = [
        "doc", "etc", "mac", "pic", "sec", "mic", "tic", "vac", "lac", "rich", "roc", "loc", "arc", "bic",
    ]

    /// Words in small letters with a Vietnamese mark; names and words of other languages are their owners' business.
    private static func isJudged(_ range: Range<Int>, _ letters: TextScalars) -> Bool {
        guard letters.scalars[range].allSatisfy(\.isLower) else { return false }
        // Letters of other alphabets are stray characters.
        guard letters.scalars[range].allSatisfy({ $0.value < 0x250 || (0x1E00..<0x1F00).contains($0.value) })
        else { return false }
        guard standsAlone(range, letters) else { return false }
        // One group of vowels: more make a loan word of several syllables.
        var groups = 0
        var isInside = false
        for scalar in letters.scalars[range] {
            let isVowel = vowels.contains(PlainLetters.folded(String(Character(scalar))))
            if isVowel, !isInside { groups += 1 }
            isInside = isVowel
        }
        return groups == 1
    }

    /// Whether no figure or sign beside the word makes it a part of something else.
    static func standsAlone(_ range: Range<Int>, _ letters: TextScalars) -> Bool {
        let beside = [letters[range.lowerBound - 1], letters[range.upperBound]].compactMap(\.self)
        return !beside.contains {
            $0.isDigit || "/@_-‑–’'…?\u{200B}\u{AD}\u{FEFF}\u{FFFD}{}\\".unicodeScalars.contains($0)
        }
    }

    private static let vowels: Set<String> = ["a", "e", "i", "o", "u", "y"]

    /// The same letters with the tone that a stop asks for, or the horn that was forgotten, where that makes a syllable.
    private static func near(_ word: String) -> String? {
        let changes: KeyValuePairs = [
            "ươ": "ượ", "uơ": "ươ", "uờ": "ườ", "uợ": "ượ", "uớ": "ướ", "ư": "ự", "ơ": "ợ", "ô": "ộ",
            "ê": "ệ", "â": "ậ", "ă": "ặ", "u": "ụ", "o": "ọ", "a": "á", "i": "í",
        ]
        for (from, to) in changes where word.contains(from) {
            let other = word.replacing(from, with: to, maxReplacements: 1)
            if Syllable.isPossible(other) { return other }
        }
        return nil
    }
}
