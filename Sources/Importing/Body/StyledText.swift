internal import OfficeDocument
internal import Planning
internal import Recognition
internal import VietnameseText

/// The letters of a line with what is bold and italic in them; blanks are single, and none stands at the ends.
struct StyledText {
    struct Letter: Hashable {
        let character: Character
        var isBold = false
        var isItalic = false

        var isBlank: Bool { character.isWhitespace }
        var isSpoken: Bool { character.isLetter || character.isNumber }
        var isMark: Bool { character.isPunctuation || character.isSymbol }
    }

    private(set) var letters: [Letter] = []

    init(_ letters: some Sequence<Letter>) {
        for letter in letters {
            if letter.isBlank {
                if let last = self.letters.last, !last.isBlank {
                    self.letters.append(
                        Letter(character: " ", isBold: letter.isBold, isItalic: letter.isItalic))
                }
            } else {
                self.letters.append(letter)
            }
        }
        if self.letters.last?.isBlank == true { self.letters.removeLast() }
    }

    /// The automatic number is part of it, as a reader sees it.
    init(_ line: TextLine) {
        let typed = line.pieces.reduce(0) { $0 + $1.text.unicodeScalars.count }
        let label = String(
            String.UnicodeScalarView(
                line.text.unicodeScalars.prefix(max(0, line.text.unicodeScalars.count - typed))))
        var letters = label.map { Letter(character: $0) }
        for piece in line.pieces {
            let (isBold, isItalic) = (piece.look.weight == .bold, piece.look.slant == .italic)
            letters += Normalization.nfc(JunkCharacter.replaced(in: piece.text)).map {
                Letter(character: $0, isBold: isBold, isItalic: isItalic)
            }
        }
        self.init(letters)
    }

    var isEmpty: Bool { letters.isEmpty }
    var text: String { String(letters.map(\.character)) }
    var isBold: Bool { letters.allSatisfy { $0.isBold || !$0.isSpoken } }

    /// Without what stands before the title of a number, as many letters that are no blanks.
    func dropping(spoken count: Int) -> StyledText {
        var rest = letters[...]
        var left = count
        while left > 0, let first = rest.popFirst() { if !first.isBlank { left -= 1 } }
        return StyledText(Array(rest))
    }

    /// What stands up to the first colon, with it, and what stands behind; nil where there is no such part.
    var cutAtColon: (head: StyledText, rest: StyledText)? {
        guard let colon = letters.firstIndex(where: { $0.character == ":" }), colon > 0,
            colon + 1 < letters.count
        else { return nil }
        return (StyledText(letters[...colon]), StyledText(letters[(colon + 1)...]))
    }
}

extension StyledText {
    /// With `**` around what is bold and `*` around what is italic, as texts of a workspace have it.
    var marked: String {
        var stretches = stretches
        guard stretches.contains(where: { $0.isBold || $0.isItalic }) else { return text.escapingMarks }
        for index in stretches.indices {
            let isEmphasised = stretches[index].isBold || stretches[index].isItalic
            stretches[index].text = stretches[index].text.escapingEveryMark(isEmphasised: isEmphasised)
        }
        var result = ""
        for index in stretches.indices {
            let next = index + 1 < stretches.count ? stretches[index + 1].text.first : nil
            let stretch = stretches[index]
            let isSpoken = stretch.text.contains { $0.isLetter || $0.isNumber }
            let mark = isSpoken ? (stretch.isBold ? "**" : "") + (stretch.isItalic ? "*" : "") : ""
            guard !mark.isEmpty else {
                result += stretch.text
                continue
            }
            var (before, inside, after) = ("", stretch.text[...], "")
            func trim(_ gives: (Character) -> Bool) {
                while let first = inside.first, gives(first) { before.append(inside.removeFirst()) }
            }
            func trimEnd(_ gives: (Character) -> Bool) {
                while let last = inside.last, gives(last) {
                    after.insert(inside.removeLast(), at: after.startIndex)
                }
            }
            trim(\.isWhitespace)
            trimEnd(\.isWhitespace)
            // Marks beside letters of another look do not open or close what is emphasised.
            if after.isEmpty, let next, !next.isWhitespace, !next.isMark {
                trimEnd { $0.isMark || $0.isWhitespace }
            }
            if before.isEmpty, let last = result.last, !last.isWhitespace, !last.isMark {
                trim { $0.isMark || $0.isWhitespace }
            }
            let isJoined = result.last == "*" && before.isEmpty
            if inside.isEmpty || isJoined {
                result += stretch.text
            } else {
                result += before + mark + inside + String(mark.reversed()) + after
            }
            stretches[index].text = ""
        }
        return result
    }

    private struct Stretch {
        var text: String
        let isBold: Bool
        let isItalic: Bool
    }

    /// Letters of one look; blanks between take that of what stands before them.
    private var stretches: [Stretch] {
        var stretches: [Stretch] = []
        for letter in letters {
            if var last = stretches.last,
                letter.isBlank || last.isBold == letter.isBold && last.isItalic == letter.isItalic
            {
                last.text.append(letter.character)
                stretches[stretches.count - 1] = last
            } else {
                stretches.append(
                    Stretch(text: String(letter.character), isBold: letter.isBold, isItalic: letter.isItalic))
            }
        }
        return stretches
    }
}

extension Character { fileprivate var isMark: Bool { isPunctuation || isSymbol } }
