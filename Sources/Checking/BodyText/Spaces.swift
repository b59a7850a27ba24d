internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let spaces = lines([
        .doubleSpace, .spaceBeforeMark, .spaceAfterMark, .spaceInsideBrackets, .spaceBeforeBracket,
        .doubledMark,
    ]) { line, _ in
        if line.isRunning {
            let brackets = line.component == .recipient ? RecipientBrackets.faults(in: line.text) : []
            return Spaces.faults(in: line.text) + Ellipses.faults(in: line.text) + brackets
        }
        // Of the head only the subject and the names of bodies are words that run on.
        guard let component = line.component, Spaces.ofHead.contains(component) else { return [] }
        return Spaces.faults(in: line.text).filter { $0.rule == .doubleSpace }
    }
}

extension Rule {
    static let doubleSpace = Rule(
        "format.double-space", "B06", .warning, .automatic(.blank), .custom,
        "Giữa các từ chỉ có một dấu cách.", en: "One space between words.", right: "kinh phí thực hiện",
        wrong: "kinh phí  thực hiện", told: .once)

    static let spaceBeforeMark = Rule(
        "format.space-before-mark", "B06", .warning, .automatic(.blank), .custom,
        "Không có dấu cách trước dấu câu.", en: "No space before a punctuation mark.",
        right: "kinh phí, nhân lực", wrong: "kinh phí , nhân lực", told: .once)

    static let spaceAfterMark = Rule(
        "format.space-after-mark", "B06", .warning, .automatic(.blank), .custom,
        "Sau dấu câu có một dấu cách.", en: "A space after a punctuation mark.", right: "kinh phí, nhân lực",
        wrong: "kinh phí,nhân lực", told: .once)

    static let spaceInsideBrackets = Rule(
        "format.space-inside-brackets", "B06", .warning, .automatic(.blank), .custom,
        "Không có dấu cách liền trong dấu ngoặc.", en: "No spaces just inside brackets.", right: "(kèm theo)",
        wrong: "( kèm theo )", told: .once)

    static let spaceBeforeBracket = Rule(
        "format.space-before-bracket", "B06", .warning, .automatic(.blank), .custom,
        "Trước ngoặc mở có một dấu cách.", en: "A space before an opening bracket.",
        right: "UBND tỉnh (để b/c)", wrong: "UBND tỉnh(để b/c)", told: .once)

    static let doubledMark = Rule(
        "format.doubled-mark", "B06", .warning, .automatic(.mark), .custom, "Một dấu câu không ghi hai lần.",
        en: "No punctuation mark twice.", right: "kinh phí, nhân lực", wrong: "kinh phí,, nhân lực")
}

/// Blanks and punctuation; those at the ends and in slots are judged by nobody.
enum Spaces {
    fileprivate static let ofHead: Set<Component> = [
        .subject, .letterSubject, .superiorAgency, .issuingAgency,
    ]
    private static let beforeMark = Wording("dấu cách trước dấu câu", en: "a space before the mark")

    /// By place.
    static func faults(in letters: TextScalars) -> [TextFault] {
        var found: [TextFault] = []
        let whole = letters.trimmed
        var place = whole.lowerBound
        if let fault = gluedNumber(in: letters) ?? gluedDash(in: letters) { found.append(fault) }
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
                        letters.fault(
                            .spaceBeforeMark, at: place..<end, told: beforeMark, right: "không cách",
                            en: "no space", correction: ""))
                } else if next == "," || next == ";", end == place + 1, previous?.isLetter == true,
                    letters[end + 1]?.isLetter == true
                {
                    // The blank stands on the wrong side of the mark.
                    found.append(
                        letters.fault(
                            .spaceBeforeMark, at: place..<end + 1, told: beforeMark, right: "không cách",
                            en: "no space", correction: next == "," ? ", " : "; "))
                } else if previous.map(isDot) == true || next.map(isDot) == true {
                    // A slot to be filled in.
                } else if isSlot(place, before: next, in: letters) {
                    // Room for a number or a day.
                } else if next == ")" || next == "]" || previous == "(" || previous == "[" {
                    // More than one keep room for what is written by hand.
                    guard end == place + 1 else { continue }
                    found.append(
                        letters.fault(
                            .spaceInsideBrackets, at: place..<end,
                            told: Wording("dấu cách sát trong ngoặc", en: "a space inside the brackets"),
                            right: "không cách", en: "no space", correction: ""))
                } else if (2...4).contains(end - place), next.map(isFiller) != true,
                    previous.map(isFiller) != true || isBlankTwice(place..<end, in: letters)
                {
                    found.append(
                        letters.fault(
                            .doubleSpace, at: place..<end,
                            told: Wording("hai dấu cách liền nhau trở lên", en: "several spaces in a row"),
                            right: "một dấu cách", en: "one space", correction: " "))
                } else if end - place > 4, previous?.isLower == true, next?.isLower == true {
                    // So many may keep room for handwriting, even between two words.
                    found.append(
                        letters.fault(
                            .doubleSpace, at: place..<end,
                            told: Wording("hai dấu cách liền nhau trở lên", en: "several spaces in a row"),
                            right: "một dấu cách", en: "one space"))
                }
                continue
            }
            if letter == "(", let fault = gluedBracket(at: place, in: letters) { found.append(fault) }
            guard isClosing(letter) else {
                place += 1
                continue
            }
            if let fault = doubledMark(at: place, in: letters) { found.append(fault) }
            if let next = letters[place + 1], next.isLetter || isBeforeFigure(place, in: letters),
                let previous = letters[place - 1], previous.isLetter || previous == ")",
                needsSpace(place, in: letters)
            {
                found.append(
                    letters.fault(
                        .spaceAfterMark, at: place + 1..<place + 1,
                        told: Wording("không cách sau dấu câu", en: "no space after the mark"),
                        right: "một dấu cách", en: "a space", correction: " "))
            }
            place += 1
        }
        return found
    }

    /// `tỉnh(để b/c)`, `UBND(để b/c)`: words in brackets right behind a word or an abbreviation; `kg(m)` and `f(x)` are signs.
    private static func gluedBracket(at place: Int, in letters: TextScalars) -> TextFault? {
        var start = place
        while start > 0, letters.scalars[start - 1].isLetter { start -= 1 }
        let word = letters.scalars[start..<place]
        if word.count > 1, word.allSatisfy(\.isUpper),
            isSentence(place + 1, letters) || letters[place + 1..<min(place + 4, letters.count)] == "b/c"
        {
            return gluedBracket(before: place, letters)
        }
        guard word.count > 1, word.contains(where: { $0.value >= 0x80 }) || isSentence(place + 1, letters),
            word.dropFirst().allSatisfy(\.isLower),
            letters[start - 1].map({ $0.isBlank || $0 == "-" || $0 == "/" }) ?? true,
            letters[place + 1]?.isBlank == true
                || letters[place + 1]?.isLetter == true && letters[place + 2]?.isLetter == true,
            Syllable.isPossible(letters[start..<place]) || isSentence(place + 1, letters)
        else { return nil }
        return gluedBracket(before: place, letters)
    }

    private static func gluedBracket(before place: Int, _ letters: TextScalars) -> TextFault {
        letters.fault(
            .spaceBeforeBracket, at: place..<place,
            told: Wording("không cách trước ngoặc mở", en: "no space before the bracket"),
            right: "một dấu cách", en: "a space", correction: " ")
    }

    /// `kg(giảm 5%)`: a Vietnamese word in small letters, and a blank.
    private static func isSentence(_ place: Int, _ letters: TextScalars) -> Bool {
        let end = letters.end(from: place) { $0.isLower }
        return end > place + 1 && letters[end] == " " && letters[place..<end].utf8.contains { $0 >= 0x80 }
    }

    /// Two blanks behind a mark within a sentence, behind its end or behind the dash of a list; more keep room for something.
    private static func isBlankTwice(_ blanks: Range<Int>, in letters: TextScalars) -> Bool {
        guard blanks.count == 2, let mark = letters[blanks.lowerBound - 1],
            letters[blanks.upperBound]?.isLetter == true
        else { return false }
        let before = letters[blanks.lowerBound - 2]
        switch mark {
        case ",", ":": return before.map(isWordEnd) == true
        case ".": return before?.isLower == true && letters[blanks.upperBound]?.isUpper == true
        case "-": return blanks.lowerBound - 1 == letters.trimmed.lowerBound
        default: return false
        }
    }

    /// `gồm:05`, `kinh phí,15`: a figure right behind the mark that ends a word.
    private static func isBeforeFigure(_ place: Int, in letters: TextScalars) -> Bool {
        guard letters.scalars[place] != ".", letters[place + 1]?.isDigit == true else { return false }
        var start = place
        while start > 0, letters.scalars[start - 1].isLower { start -= 1 }
        return place - start > 1 && letters[start - 1]?.isBlank == true
            && Syllable.isPossible(letters[start..<place])
            && letters[start..<place].utf8.contains { $0 >= 0x80 }
    }

    /// Whether several blanks keep room for a number or a day: `ngày   tháng`, `số   /QĐ`.
    private static func isSlot(_ place: Int, before next: Unicode.Scalar?, in letters: TextScalars) -> Bool {
        guard letters[place + 1]?.isBlank == true else { return false }
        if next == "/" { return true }
        guard next?.isDigit != true else { return false }
        var start = place
        while start > 0, letters.scalars[start - 1].isLetter { start -= 1 }
        return counted.contains(Normalization.nfc(letters[start..<place]).lowercased())
    }

    private static let counted: Set<String> = [
        "ngày", "tháng", "năm", "số", "quý", "kỳ", "lần", "đợt", "khoản", "điều", "điểm", "trang", "tập",
    ]

    /// The same mark twice behind a word; three and more are a slot, or a mark of the writer's own.
    private static func doubledMark(at place: Int, in letters: TextScalars) -> TextFault? {
        let letter = letters.scalars[place]
        if let fault = twoEnds(at: place, in: letters) { return fault }
        guard letter == "," || letter == ";" || letter == ":" || letter == ".", letters[place + 1] == letter,
            letters[place + 2] != letter, let previous = letters[place - 1], isWordEnd(previous)
        else { return nil }
        if letter == "." {
            // Two full stops may be a cut-off ellipsis, so they are told where a sentence ends, and mended by hand; `..` of a path has no blank behind.
            let isEnd = place + 2 == letters.trimmed.upperBound && previous.isLetter
            guard previous.isLower || isEnd, letters[place + 2]?.isBlank != false else { return nil }
            return letters.fault(
                .doubledMark, at: place..<place + 2, told: Wording("dấu câu ghi hai lần", en: "a mark twice"),
                right: "một dấu", en: "one mark")
        }
        if letter == ":", letters[place + 2]?.isBlank == false { return nil }
        return letters.fault(
            .doubledMark, at: place + 1..<place + 2, told: Wording("dấu câu ghi hai lần", en: "a mark twice"),
            right: "một dấu", en: "one mark", correction: "")
    }

    // Five blanks and more are a slot to be filled in by hand.
    static func isClosing(_ letter: Unicode.Scalar) -> Bool {
        switch letter {
        case ",", ".", ";", ":", "!", "?": true
        default: false
        }
    }

    private static func isWordEnd(_ letter: Unicode.Scalar) -> Bool {
        letter.isLetter || letter.isDigit || letter == ")" || letter == "%" || letter == "”"
    }

    private static func isDot(_ letter: Unicode.Scalar) -> Bool { letter == "…" || letter == "_" }

    private static func isFiller(_ letter: Unicode.Scalar) -> Bool {
        ".…_-:/,".unicodeScalars.contains(letter) || letter.isBlank
    }

    /// Dots that fill a slot, file extensions and tags are no punctuation.
    private static func isMark(after place: Int, in letters: TextScalars) -> Bool {
        guard let next = letters[place + 1] else { return true }
        return next.isBlank || next == ")"
    }

    /// Not inside an address, an abbreviation or a number: `www.a.vn`, `a@b.vn`, `TP.HCM`, `v.v.`.
    private static func needsSpace(_ place: Int, in letters: TextScalars) -> Bool {
        var start = place
        while start > 0, !letters.scalars[start - 1].isBlank { start -= 1 }
        let word = letters[start..<letters.end(from: place) { !$0.isBlank }]
        if word.contains("@") || word.contains("//") || word.contains("www") || word.contains("{") {
            return false
        }
        if word.contains("_") || word.contains("…") { return false }
        if letters.scalars[place] == "?", word.contains("=") || word.contains("/") { return false }
        if letters.scalars[place] == "?", StrayCharacters.isLost(place, in: letters) { return false }
        // `VH,TT&DL` is one name.
        if ",;".unicodeScalars.contains(letters.scalars[place]), letters.scalars[place - 1].isUpper,
            letters.scalars[place + 1].isUpper, letters[place + 2]?.isLower != true
        {
            return false
        }
        if letters.scalars[place] == "." || letters.scalars[place] == ":" {
            // After a full stop only a plain sentence's end counts: two lower letters before, a capital and a lower letter behind.
            let next = letters.scalars[place + 1]
            guard word.utf8.contains(where: { $0 >= 0x80 }), place >= 2, letters.scalars[place - 1].isLower,
                letters.scalars[place - 2].isLower,
                next.isUpper && letters[place + 2]?.isLower == true
                    || letters.scalars[place] == ":" && !next.isUpper
            else { return false }
        }
        return true
    }
}
