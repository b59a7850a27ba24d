internal import OfficeDocument
internal import Planning
internal import Recognition
internal import VietnameseText

/// The letters of a line with the looks that a workspace keeps; blanks are single, and none stands at the ends.
struct StyledText {
    struct Letter: Hashable {
        let character: Character
        var isBold = false
        var isItalic = false
        var isStruck = false
        /// Where it stands, if Unicode has no such letter.
        var position = CharacterFormat.Position.baseline

        var isBlank: Bool { character.isWhitespace }
        var isSpoken: Bool { character.isLetter || character.isNumber }
        var isMark: Bool { character.isPunctuation || character.isSymbol }
    }

    private(set) var letters: [Letter] = []

    init(_ letters: some Sequence<Letter>) {
        for letter in letters {
            if letter.isBlank {
                if let last = self.letters.last, !last.isBlank {
                    var blank = Letter(character: " ")
                    (blank.isBold, blank.isItalic, blank.isStruck) = (
                        letter.isBold, letter.isItalic, letter.isStruck
                    )
                    self.letters.append(blank)
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
            let (text, position) = ShiftedLetters.written(piece.text, at: piece.look.position)
            letters += Normalization.nfc(JunkCharacter.replaced(in: text)).map {
                Letter(
                    character: $0, isBold: isBold, isItalic: isItalic, isStruck: piece.look.isStruckThrough,
                    position: position)
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
    /// With `**` around what is bold, `*` around what is italic and `~~` around what is struck through, as texts of a workspace have it.
    var marked: String {
        var stretches = stretches
        guard stretches.contains(where: { !$0.mark.isEmpty }) else { return text.escapingMarks }
        for index in stretches.indices {
            let isEmphasised = !stretches[index].mark.isEmpty
            stretches[index].text = stretches[index].text.escapingEveryMark(isEmphasised: isEmphasised)
        }
        var result = ""
        for index in stretches.indices {
            let next = index + 1 < stretches.count ? stretches[index + 1].text.first : nil
            let stretch = stretches[index]
            let isSpoken = stretch.text.contains { $0.isLetter || $0.isNumber }
            let mark = isSpoken ? stretch.mark : ""
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
            let isJoined = before.isEmpty && result.last.map { "*~".contains($0) } ?? false
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
        let mark: String
    }

    /// Letters of one look; blanks between take that of what stands before them.
    private var stretches: [Stretch] {
        var stretches: [Stretch] = []
        for letter in letters {
            if var last = stretches.last, letter.isBlank || last.mark == letter.mark {
                last.text.append(letter.character)
                stretches[stretches.count - 1] = last
            } else {
                stretches.append(Stretch(text: String(letter.character), mark: letter.mark))
            }
        }
        return stretches
    }

    /// With signs around what is struck through and what stands high or low, so that texts differ where these looks do.
    var told: String {
        var told = ""
        var open = (isStruck: false, position: CharacterFormat.Position.baseline)
        func go(to isStruck: Bool, _ position: CharacterFormat.Position) {
            if open.position != position, open.position != .baseline { told += ")" }
            if open.isStruck != isStruck { told += "~~" }
            if open.position != position, position != .baseline { told += position == .raised ? "^(" : "_(" }
            open = (isStruck, position)
        }
        for letter in letters {
            if !letter.isBlank { go(to: letter.isStruck, letter.position) }
            told.append(letter.character)
        }
        go(to: false, .baseline)
        return told
    }
}

extension StyledText.Letter {
    /// What begins a stretch of letters of its look in a workspace.
    fileprivate var mark: String { (isBold ? "**" : "") + (isItalic ? "*" : "") + (isStruck ? "~~" : "") }
}

extension TextLine {
    /// What it says, as `trimmed` has it, with the looks that change what it means.
    var told: String {
        guard pieces.contains(where: { $0.look.isStruckThrough || $0.look.position != .baseline }) else {
            return trimmed
        }
        return StyledText(self).told
    }
}

extension Character { fileprivate var isMark: Bool { isPunctuation || isSymbol } }
