internal import Regulations
internal import VietnameseText

/// Where the words of a phrase stand.
extension Phrases {
    /// The misspelt words of a workspace's own.
    static func misspelt(_ words: TextWords, _ spellings: [String: String]) -> [TextFault] {
        let letters = words.letters
        var found: [TextFault] = []
        for (wrong, right) in spellings.sorted(by: { $0.key < $1.key }) {
            let phrase = wrong.lowercased().split(separator: " ").map(String.init)
            guard let length = phrase.first?.unicodeScalars.count else { continue }
            for start in words.ranges.indices where !words.isComposed || words.ranges[start].count == length {
                guard let range = match(phrase, at: start, words) else { continue }
                found.append(
                    letters.fault(.spelling, at: range, correction: cased(right, like: letters[range])))
            }
        }
        return found
    }

    /// Whether the words beside it don't part its letters otherwise.
    static func isMeant(_ entry: Misspelling, _ place: Range<Int>, _ words: TextWords) -> Bool {
        // `tổ chức,cá nhân` lacks a blank and no comma.
        let written =
            words.ranges[place.lowerBound].lowerBound..<words.ranges[place.upperBound - 1].upperBound
        if entry.right.contains(","), !entry.wrong.contains(","), words.letters.scalars[written].contains(",")
        {
            return false
        }
        let before = place.lowerBound > 0 ? words.lower(place.lowerBound - 1) : ""
        let after = place.upperBound < words.ranges.count ? words.lower(place.upperBound) : ""
        return !entry.notAfter.contains(before) && !entry.notBefore.contains(after)
    }

    /// Where a phrase of the lists stands, from that word on.
    static func match(_ phrase: WordLists.Known, at start: Int, _ words: TextWords) -> Range<Int>? {
        match(phrase.words.count, phrase.gaps, at: start, words) {
            words.listed(start + $0) == phrase.words[$0]
        }
    }

    private static func match(_ phrase: [String], at start: Int, _ words: TextWords) -> Range<Int>? {
        match(phrase.count, [], at: start, words) { words.lower(start + $0) == phrase[$0] }
    }

    /// Where so many words stand that are the right ones, parted by what they must be; one blank or mark will do for a blank.
    private static func match(
        _ count: Int, _ gaps: [String], at start: Int, _ words: TextWords, _ isRight: (Int) -> Bool
    ) -> Range<Int>? {
        guard start + count <= words.ranges.count else { return nil }
        for index in 0..<count {
            guard isRight(index) else { return nil }
            guard index > 0 else { continue }
            let gap = words.ranges[start + index - 1].upperBound..<words.ranges[start + index].lowerBound
            if gap.count == 1 { continue }
            guard gaps.indices.contains(index), gaps[index] == words.letters[gap] else { return nil }
        }
        return words.ranges[start].lowerBound..<words.ranges[start + count - 1].upperBound
    }
}
