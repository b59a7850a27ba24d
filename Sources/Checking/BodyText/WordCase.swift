internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let wordCase = lines([.capitalWithinWord]) { line, _ in
        line.isRunning || line.component == .subject || line.component == .letterSubject
            ? WordCase.faults(in: line.words) : []
    }
}

extension Rule {
    static let capitalWithinWord = Rule(
        "format.capital-within-word", "B06", .warning, .automatic(.blank), .custom,
        "Trong một tiếng không có chữ hoa sau chữ thường (hai tiếng dính nhau), không có hai chữ hoa ở đầu.",
        en:
            "Within a syllable no capital stands behind a small letter (two syllables run together), nor two capitals at its beginning.",
        right: "phường Long Anh, Hình thức", wrong: "phườngLong Anh, HÌnh thức")
}

/// Capitals where no word has them.
enum WordCase {
    static func faults(in words: TextWords) -> [TextFault] {
        guard words.isComposed else { return [] }
        let letters = words.letters
        return words.ranges.compactMap { word in
            guard letters.scalars[word].dropFirst().contains(where: \.isUpper) else { return nil }
            // Trade names such as VNeID have no marks.
            guard letters.scalars[word].contains(where: { $0.value >= 0x80 }) else { return nil }
            // Behind a slash two syllables may be a part of an address.
            guard Syllables.standsAlone(word, letters) else {
                return letters[word.lowerBound - 1] == "/" ? doubled(word, letters) : nil
            }
            return glued(word, letters) ?? doubled(word, letters)
        }
    }

    /// `phườngLong`: two syllables, each of them one; two names may be a company's.
    private static func glued(_ word: Range<Int>, _ letters: TextScalars) -> TextFault? {
        guard
            let place = word.dropFirst().first(where: {
                letters.scalars[$0].isUpper && letters.scalars[$0 - 1].isLower
            }), letters.scalars[place..<word.upperBound].dropFirst().allSatisfy(\.isLower),
            place - word.lowerBound > 1, word.upperBound - place > 1,
            letters.scalars[word.lowerBound..<place].dropFirst().allSatisfy(\.isLower),
            Syllable.isPossible(letters[word.lowerBound..<place]),
            Syllable.isPossible(letters[place..<word.upperBound].lowercased())
        else { return nil }
        let right = "\(letters[word.lowerBound..<place]) \(letters[place..<word.upperBound])"
        let isCommon = letters.scalars[word.lowerBound].isLower
        return letters.fault(
            .capitalWithinWord, at: word, right: right, en: right, correction: isCommon ? right : nil)
    }

    /// `HÌnh`: two capitals, then small letters.
    private static func doubled(_ word: Range<Int>, _ letters: TextScalars) -> TextFault? {
        let capitals = letters.scalars[word].prefix(while: \.isUpper).count
        guard word.count > 2, capitals == 2 || capitals == word.count - 1 && capitals > 2,
            letters.scalars[word].dropFirst(capitals).allSatisfy(\.isLower),
            Syllable.isPossible(letters[word].lowercased())
        else { return nil }
        let right =
            capitals == 2
            ? LetterCase.firstLetterUpper(letters[word].lowercased()) : letters[word].uppercased()
        return letters.fault(.capitalWithinWord, at: word, right: right, en: right)
    }
}
