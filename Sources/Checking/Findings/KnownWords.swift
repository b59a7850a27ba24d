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
    private var numbers: [WordKey: Int] = [:]
    private var phrases: [Int: WordLists.Known] = [:]

    init(_ lists: WordLists = .shipped) { self.lists = lists }

    subscript(number: Int) -> Word { words[number] }

    /// The number of the word with these letters.
    func number(of letters: some Collection<Unicode.Scalar>) -> Int {
        let key = WordKey(letters)
        if let number = numbers[key] { return number }
        let number = add(String(of: letters))
        numbers[key] = number
        return number
    }

    /// What the lists know of the phrase at that place of theirs.
    func phrase(at place: Int) -> WordLists.Known {
        if let phrase = phrases[place] { return phrase }
        let phrase = lists.known(at: place)
        phrases[place] = phrase
        return phrase
    }

    private func add(_ text: String) -> Int {
        let composed = Normalization.nfc(text)
        let small = LetterCase.lower(composed)
        let isSyllable = 2..<8 ~= text.unicodeScalars.count && text.utf8.contains { $0 >= 0x80 }
        words.append(
            Word(
                small: small, listed: lists.number(of: WordKey(small.unicodeScalars)),
                isImpossible: isSyllable && !Syllable.isPossible(text),
                markStyle: Self.markStyle(of: composed)))
        return words.count - 1
    }

    private static func markStyle(of word: String) -> ToneMarkStyle? {
        guard ToneMarkStyle.mayHaveOpenSyllable(word) else { return nil }
        if ToneMarkStyle.old.applied(to: word) != word { return .new }
        return ToneMarkStyle.new.applied(to: word) != word ? .old : nil
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
        numbers = ranges.map { known.number(of: letters.scalars[$0]) }
    }

    subscript(index: Int) -> KnownWords.Word { known[numbers[index]] }

    /// Its number in the lists; 0 for a word they don't have.
    func listed(_ index: Int) -> Int { known[numbers[index]].listed }

    /// In small letters.
    func lower(_ index: Int) -> String { known[numbers[index]].small }

    /// As it is written, composed.
    func text(_ index: Int) -> String { Normalization.nfc(letters[ranges[index]]) }
}
