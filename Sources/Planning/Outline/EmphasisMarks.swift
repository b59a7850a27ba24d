// Bold and italic in the texts of a workspace are marked by stars, what is struck through by two tildes on each side; a star or a tilde that is typed has a backslash in front where it could
// be taken for a mark.
extension String {
    /// As a text of a workspace that says just this, without emphasis.
    package var escapingMarks: String { hasMarks ? escapingEveryMark() : self }

    /// With a backslash in front of each star and tilde; one between blanks is left where what is around it has no emphasis.
    package func escapingEveryMark(isEmphasised: Bool = false) -> String {
        let letters = Array(self)
        var text = ""
        for index in letters.indices {
            let isSign = letters[index] == "*" || letters[index] == "~"
            // What goes on behind the text may make a mark of its last sign.
            let isLast = index + 1 == letters.count
            if isSign, isEmphasised || isLast || Self.isMark(letters, index) { text.append("\\") }
            text.append(letters[index])
        }
        return text
    }

    /// What a reader sees of a text of a workspace, without its look.
    package var withoutMarks: String {
        guard contains(where: { "*~\\".contains($0) }) else { return self }
        let letters = Array(self)
        let hasMarks = hasMarks
        var text = ""
        var index = 0
        while index < letters.count {
            let letter = letters[index]
            if letter == "\\", index + 1 < letters.count, "*~".contains(letters[index + 1]) {
                text.append(letters[index + 1])
                index += 2
                continue
            }
            if hasMarks, letter == "~", index + 1 < letters.count, letters[index + 1] == "~",
                Self.isMark(letters, index) || Self.isMark(letters, index + 1)
            {
                index += 2
                continue
            }
            if letter != "*" || !hasMarks || !Self.isMark(letters, index) { text.append(letter) }
            index += 1
        }
        return text
    }

    /// Whether two signs in it could be a pair that marks what stands between.
    private var hasMarks: Bool {
        let letters = Array(self)
        let marks = letters.indices.filter { Self.isMark(letters, $0) }
        return marks.count > 1
    }

    /// A sign with blanks on both sides marks nothing.
    private static func isMark(_ letters: [Character], _ index: Int) -> Bool {
        guard letters[index] == "*" || letters[index] == "~" else { return false }
        let isOpen = index == 0 || letters[index - 1].isWhitespace
        return !(isOpen && (index + 1 == letters.count || letters[index + 1].isWhitespace))
    }
}
