internal import VietnameseText

/// The faults of typing in running text: spaces and punctuation, money, per cent, stray characters.
public enum Typing {
    /// All of them, by place; a text with none is passed over fast.
    public static func findings(in text: String) -> [Finding] {
        let letters = Letters(text)
        return (StrayLetters.findings(letters) + spaces(letters) + figures(letters)).sorted {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }
    }

    private static func spaces(_ letters: Letters) -> [Finding] {
        var found: [Finding] = []
        let whole = letters.trimmed
        var place = whole.lowerBound
        while place < whole.upperBound {
            let letter = letters.scalars[place]
            if letter == " " {
                let end = letters.end(from: place) { $0 == " " }
                defer { place = end }
                let next = letters[end]
                let previous = letters[place - 1]
                if let next, isClosing(next), isMark(after: end, in: letters), previous.map(isWordEnd) == true
                {
                    found.append(
                        letters.finding(
                            .spaceBeforeMark, at: place..<end, right: "không cách", en: "no space",
                            correction: ""))
                } else if next == "," || next == ";", end == place + 1, previous?.isLetter == true,
                    letters[end + 1]?.isLetter == true
                {
                    // The blank stands on the wrong side of the mark.
                    found.append(
                        letters.finding(
                            .spaceBeforeMark, at: place..<end + 1, right: "không cách", en: "no space",
                            correction: next == "," ? ", " : "; "))
                } else if previous.map(isDot) == true || next.map(isDot) == true {
                    // A slot to be filled in.
                } else if next == ")" || next == "]" || previous == "(" || previous == "[" {
                    found.append(
                        letters.finding(
                            .spaceInsideBrackets, at: place..<end, right: "không cách", en: "no space",
                            correction: ""))
                } else if (2...4).contains(end - place), previous.map(isFiller) != true,
                    next.map(isFiller) != true
                {
                    found.append(
                        letters.finding(
                            .doubleSpace, at: place..<end, right: "một dấu cách", en: "one space",
                            correction: " "))
                }
                continue
            }
            if isClosing(letter), let next = letters[place + 1], next.isLetter,
                let previous = letters[place - 1], previous.isLetter || previous == ")",
                needsSpace(place, in: letters)
            {
                found.append(
                    letters.finding(
                        .spaceAfterMark, at: place + 1..<place + 1, right: "một dấu cách", en: "a space",
                        correction: " "))
            }
            place += 1
        }
        return found
    }

    // Five blanks and more are a slot to be filled in by hand.
    private static func isClosing(_ letter: Unicode.Scalar) -> Bool {
        switch letter {
        case ",", ".", ";", ":", "!", "?": true
        default: false
        }
    }
    private static func isWordEnd(_ letter: Unicode.Scalar) -> Bool {
        letter.isLetter || letter.isDigit || letter == ")"
    }
    private static func isDot(_ letter: Unicode.Scalar) -> Bool { letter == "…" || letter == "_" }
    private static func isFiller(_ letter: Unicode.Scalar) -> Bool {
        ".…_-:/,".unicodeScalars.contains(letter) || letter.isBlank
    }

    /// Dots that fill a slot, file extensions and tags are no punctuation.
    private static func isMark(after place: Int, in letters: Letters) -> Bool {
        guard let next = letters[place + 1] else { return true }
        return next.isBlank || next == ")"
    }

    /// Not inside an address, an abbreviation or a number: `www.a.vn`, `a@b.vn`, `TP.HCM`, `v.v.`.
    private static func needsSpace(_ place: Int, in letters: Letters) -> Bool {
        var start = place
        while start > 0, !letters.scalars[start - 1].isBlank { start -= 1 }
        let word = letters[start..<letters.end(from: place) { !$0.isBlank }]
        if word.contains("@") || word.contains("//") || word.contains("www") || word.contains("{") {
            return false
        }
        if word.contains("_") || word.contains("…") { return false }
        if letters.scalars[place] == "?", word.contains("=") || word.contains("/") { return false }
        if letters.scalars[place] == "?", StrayLetters.isLost(place, in: letters) { return false }
        if letters.scalars[place] == "." || letters.scalars[place] == ":" {
            // After a full stop only a plain sentence's end counts: two lower letters before, a capital and a lower letter behind.
            guard word.utf8.contains(where: { $0 >= 0x80 }), place >= 2, letters.scalars[place - 1].isLower,
                letters.scalars[place - 2].isLower, letters.scalars[place + 1].isUpper,
                letters[place + 2]?.isLower == true
            else { return false }
        }
        return true
    }

    private static func figures(_ letters: Letters) -> [Finding] {
        var found: [Finding] = []
        var place = 0
        while place < letters.count {
            guard letters.scalars[place].isDigit, letters[place - 1]?.isLetter != true,
                letters[place - 1] != "/"
            else {
                place += 1
                continue
            }
            let end = letters.end(from: place) { $0.isDigit || $0 == "." || $0 == "," }
            let number = place..<(isClosing(letters.scalars[end - 1]) ? end - 1 : end)
            let after = letters.end(from: number.upperBound) { $0 == " " }
            if letters[after] == "%", after > number.upperBound {
                found.append(
                    letters.finding(
                        .percentSpace, at: number.upperBound..<after, right: "liền với số", en: "no space",
                        correction: ""))
            }
            let unit = after..<letters.end(from: after) { $0.isLetter }
            if ["VNĐ", "VND"].contains(letters[unit].uppercased()),
                letters[unit] == "VNĐ" || letters[unit] == "vnđ"
            {
                found.append(letters.finding(.currencyCode, at: unit, correction: "đồng"))
            }
            if ["đồng", "vnđ", "đ"].contains(Normalization.nfc(letters[unit]).lowercased()) {
                let groups = letters[number].split(separator: ",", omittingEmptySubsequences: false)
                // Only commas between groups of three, more than one, say for sure that thousands are meant.
                if groups.count > 2, groups.dropFirst().allSatisfy({ $0.count == 3 }),
                    !letters[number].contains(".")
                {
                    let right = groups.joined(separator: ".")
                    found.append(letters.finding(.moneySeparators, at: number, correction: right))
                }
            }
            place = max(end, place + 1)
        }
        return found
    }
}
