internal import Recognition
internal import Regulations
internal import VietnameseText

/// What was found out of the words of a document, of each of them once: it says few of them, again and again.
final class KnownWords {
    /// What is asked of a word by the rules.
    struct Word {
        /// Composed, in small letters.
        let small: String
        /// Its number in the lists; 0 for a word they don't have.
        let listed: Int
        /// Whether it is written with Vietnamese letters, is as long as a syllable, and can be none.
        let isImpossible: Bool
        /// The style of tone marks it is written in; nil where both styles write it so.
        let markStyle: ToneMarkStyle?
    }

    let lists: WordLists
    private var words: [Word] = []
    private var numbers: [Letters: Int] = [:]
    private var numbersOfLongOnes: [String: Int] = [:]

    init(_ lists: WordLists = .shipped) { self.lists = lists }

    subscript(number: Int) -> Word { words[number] }

    /// The number of the word whose letters stand there.
    func number(of range: Range<Int>, in letters: TextScalars) -> Int {
        if let short = Letters(letters.scalars[range]) {
            if let number = numbers[short] { return number }
            let number = add(letters[range])
            numbers[short] = number
            return number
        }
        let text = letters[range]
        if let number = numbersOfLongOnes[text] { return number }
        let number = add(text)
        numbersOfLongOnes[text] = number
        return number
    }

    private func add(_ text: String) -> Int {
        let composed = Normalization.nfc(text)
        let small = LetterCase.lower(composed)
        let isSyllable = 2..<8 ~= text.unicodeScalars.count && text.utf8.contains { $0 >= 0x80 }
        words.append(
            Word(
                small: small, listed: lists.number(of: small),
                isImpossible: isSyllable && !Syllable.isPossible(text),
                markStyle: Self.markStyle(of: composed)))
        return words.count - 1
    }

    private static func markStyle(of word: String) -> ToneMarkStyle? {
        guard ToneMarkStyle.mayHaveOpenSyllable(word) else { return nil }
        if ToneMarkStyle.old.applied(to: word) != word { return .new }
        return ToneMarkStyle.new.applied(to: word) != word ? .old : nil
    }

    /// The letters of a word of up to eight, as nearly all are.
    private struct Letters: Hashable {
        private var front: UInt64 = 0
        private var back: UInt64 = 0

        init?(_ word: ArraySlice<Unicode.Scalar>) {
            guard word.count <= 8 else { return nil }
            for (place, scalar) in word.enumerated() {
                guard scalar.value <= 0xFFFF else { return nil }
                let letter = UInt64(scalar.value) << UInt64(16 * (place & 3))
                if place < 4 { front |= letter } else { back |= letter }
            }
        }
    }
}

/// The words of a text, with what is known of each.
struct TextWords {
    let letters: TextScalars
    /// Where they stand.
    let ranges: [Range<Int>]
    /// Whether the letters are in NFC.
    let isComposed: Bool
    let known: KnownWords
    private let numbers: [Int]

    init(_ letters: TextScalars, isComposed: Bool? = nil, _ known: KnownWords = KnownWords()) {
        self.letters = letters
        self.known = known
        self.isComposed = isComposed ?? Normalization.isNFC(letters.text)
        ranges = letters.wordRanges
        numbers = ranges.map { known.number(of: $0, in: letters) }
    }

    subscript(index: Int) -> KnownWords.Word { known[numbers[index]] }

    /// Its number in the lists; 0 for a word they don't have.
    func listed(_ index: Int) -> Int { known[numbers[index]].listed }

    /// In small letters.
    func lower(_ index: Int) -> String { known[numbers[index]].small }

    /// As it is written, composed.
    func text(_ index: Int) -> String { Normalization.nfc(letters[ranges[index]]) }
}
