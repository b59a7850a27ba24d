internal import Recognition
internal import VietnameseText

/// Blanks at a slash between words.
enum Slashes {
    /// `đơn vị/ cá nhân`, `MRI/ CT-Scanner`, `đồng/ 01 người`: a blank on one side.
    static func fault(at place: Int, _ letters: TextScalars) -> TextFault? {
        let isOpen = letters[place - 1]?.isLetter == true && letters[place + 1] == " "
        let isClosed = letters[place - 1] == " " && letters[place + 1]?.isLetter == true
        let next = isOpen ? place + 2 : place + 1
        guard isOpen || isClosed, letters[isOpen ? place - 1 : place - 2]?.isLetter == true,
            letters[next]?.isLetter == true || isOpen && letters[next]?.isDigit == true
        else { return nil }
        let end = isOpen ? place : place - 1
        var start = end
        while start > 0, letters.scalars[start - 1].isLetter { start -= 1 }
        guard isWord(start..<end, letters), isOpen || isJoined(start..<end, next, letters),
            letters[next]?.isDigit == true || letters.end(from: next, while: \.isLetter) - next > 1
        else { return nil }
        return InnerMarks.oneSided(start..<min(next + 1, letters.count), letters)
    }

    /// Whether a slash right before a word joins it to the one before: `GET /programs` is a path.
    private static func isJoined(_ word: Range<Int>, _ next: Int, _ letters: TextScalars) -> Bool {
        let behind = letters.scalars[next..<letters.end(from: next, while: \.isLetter)]
        return letters.scalars[word].allSatisfy(\.isLower)
            && (behind.allSatisfy(\.isUpper) || behind.contains { $0.value >= 0x80 })
    }

    /// A syllable or an abbreviation: `a/ nội dung` and `II/ Nội dung` number, and behind “số” is room for one.
    private static func isWord(_ range: Range<Int>, _ letters: TextScalars) -> Bool {
        guard range.count > 1 else { return false }
        let word = letters[range]
        if letters.scalars[range].allSatisfy(\.isUpper) {
            return range.count > 2 && RomanNumeral.number(of: word) == nil
        }
        return Syllable.isPossible(word.lowercased()) && !slotWords.contains(word.lowercased())
    }

    private static let slotWords: Set<String> = ["số", "ngày", "tháng", "năm", "quý"]
}
