/// What the letters of a text are, told by the syllables they make.
package enum LetterJudgement: Hashable, Sendable {
    /// Unicode, or no Vietnamese at all.
    case unicode
    /// Letters that are the same in every encoding.
    case plain
    /// Surely in this encoding.
    case legacy(LegacyEncoding)
    /// Possibly in this encoding: too little of it to be sure.
    case perhaps(LegacyEncoding)
}

extension LegacyEncoding {
    /// Judges a text of whose encoding nothing is known.
    ///
    /// It is surely in an encoding when at least four of its words, three of them different and of three letters beyond ASCII, become Vietnamese syllables in it, most of them
    /// none before, hardly any fails to, and nothing in it is a letter that only Unicode has.
    package static func judgement(of text: String) -> LetterJudgement {
        let text = Normalization.nfc(text)
        guard text.unicodeScalars.contains(where: { $0.value >= 0x80 }) else { return .plain }
        // A single word says nothing, and a word has a letter beyond ASCII at least.
        guard !hasLettersOfUnicode(text), text.unicodeScalars.count(where: { $0.value >= 0x80 }) > 1 else {
            return .unicode
        }
        var best: (encoding: LegacyEncoding, tally: Tally)?
        for encoding in allCases {
            let tally = encoding.tally(text)
            if tally.gained > (best?.tally.gained ?? 0) { best = (encoding, tally) }
        }
        guard let (encoding, tally) = best else { return .unicode }
        let isMost = tally.gained * 2 >= tally.words && tally.failed * 8 <= tally.words
        if tally.gained >= 4, tally.different >= 3, tally.letters.count >= 3, isMost {
            return .legacy(encoding)
        }
        if tally.different >= 2, tally.failed == 0, tally.hasMarksInWords { return .perhaps(encoding) }
        return .unicode
    }

    /// Judges a text that a font, or the text around it, says to be in this encoding.
    ///
    /// Fonts stay behind when a text is typed anew in Unicode, so the syllables have a say; `perhaps` where they say nothing.
    package func judgement(expectedIn text: String) -> LetterJudgement {
        let text = Normalization.nfc(text)
        guard !Self.hasLettersOfUnicode(text) else { return .unicode }
        let tally = tally(text)
        guard tally.words > 0 else { return .plain }
        if tally.gained > tally.lost { return .legacy(self) }
        return tally.lost > tally.gained ? .unicode : .perhaps(self)
    }

    /// Whether a text has letters of Vietnamese that no Western code page has.
    package static func hasLettersOfUnicode(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.value > 0xFF && Letter($0) != nil }
    }

    /// What converting does to the words that it changes.
    private struct Tally {
        /// Words with characters beyond ASCII that belong to words.
        var words = 0
        /// Syllables in this encoding and none as they stand.
        var gained = 0
        /// Syllables as they stand, and none in this encoding or without a letter of it.
        var lost = 0
        var different = 0
        /// None in this encoding.
        var failed = 0
        /// The characters beyond ASCII in words gained; a language with one such letter has it again and again.
        var letters: Set<Unicode.Scalar> = []
        /// Whether a word has a character in it that is no letter in any language, and no quotation mark.
        var hasMarksInWords = false
    }

    private func tally(_ text: String) -> Tally {
        var tally = Tally()
        var seen: Set<String> = []
        for word in text.split(whereSeparator: Self.separatesWords) {
            let scalars = word.unicodeScalars
            // A sign alone, such as ±, is no word.
            guard scalars.contains(where: { $0.value >= 0x80 }),
                scalars.contains(where: \.properties.isAlphabetic)
            else { continue }
            tally.words += 1
            let was = Syllable.isPossible(String(word))
            let converted = unicode(of: String(word))
            let becomes = Syllable.isPossible(converted)
            if becomes, !was {
                tally.gained += 1
                if seen.insert(String(word)).inserted { tally.different += 1 }
                tally.letters.formUnion(scalars.filter { $0.value >= 0x80 })
            }
            if !becomes { tally.failed += 1 }
            if was, !becomes || changes(in: String(word)).isEmpty { tally.lost += 1 }
            let isMark: (Unicode.Scalar) -> Bool = {
                $0.value >= 0xA1 && $0 != "«" && $0 != "»" && !$0.properties.isAlphabetic
            }
            if scalars.contains(where: isMark) { tally.hasMarksInWords = true }
        }
        return tally
    }

    private static func separatesWords(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first else { return true }
        switch scalar.value {
        case ..<0x80: return !(character.isLetter)
        // Quotation marks, dashes and bullets of office programs; the no-break space.
        case 0xA0, 0x2000...0x206F, 0x20AB: return true
        default: return false
        }
    }
}
