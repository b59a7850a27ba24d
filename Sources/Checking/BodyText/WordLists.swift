internal import Regulations
internal import VietnameseText

/// Words that are known to be right in one way, by the first of them; each word that occurs has a number.
struct WordLists: Sendable {
    enum Entry {
        case misspelt(Misspelling)
        case agency(String)
        case law(String)
        /// An office that somebody holds.
        case position(String)
        /// With its unit word, which is small.
        case place(String)
        case province(String)
        /// An order, a title or a holiday.
        case title(String)
        case former(KnownNames.Former)
    }

    /// What is known of some words one behind the other, by their numbers, and the list of an office's own that says so.
    struct Known: Sendable {
        let words: [Int]
        /// What parts each word from the one before it; a blank for the first.
        let gaps: [String]
        let entry: Entry
        let source: String?
    }

    let phrases: [Known]
    /// By their small letters, from 1.
    private let numbers: [WordKey: Int]
    /// The places of the phrases that begin with a word, by its number, and the number of each one's second word; 0 for a single word.
    private let places: [[(phrase: Int, second: Int)]]

    static let shipped = WordLists(also: [])

    /// The shipped lists, and an office's own.
    init(also own: [OwnList]) {
        var numbers: [WordKey: Int] = [:]
        var phrases: [Known] = []
        var places: [[(phrase: Int, second: Int)]] = [[]]
        func number(of word: WordKey) -> Int {
            if let number = numbers[word] { return number }
            numbers[word] = places.count
            places.append([])
            return places.count - 1
        }
        func add(_ names: KnownNames, _ misspellings: [Misspelling], of source: String?) {
            for (phrase, entry) in Self.entries(names) + misspellings.map({ ($0.wrong, .misspelt($0)) }) {
                let letters = TextScalars(LetterCase.lower(phrase))
                let ranges = letters.wordRanges
                let words = ranges.map { number(of: WordKey(letters.scalars[$0])) }
                guard let first = words.first else { continue }
                let gaps = zip(ranges, ranges.dropFirst()).map { letters[$0.upperBound..<$1.lowerBound] }
                places[first].append((phrases.count, words.count > 1 ? words[1] : 0))
                phrases.append(Known(words: words, gaps: [" "] + gaps, entry: entry, source: source))
            }
        }
        for list in own { add(list.names, list.misspellings, of: list.name) }
        add(.shipped, Misspelling.all, of: nil)
        (self.numbers, self.phrases, self.places) = (numbers, phrases, places)
    }

    /// 0 for a word that is in none of them.
    func number(of word: WordKey) -> Int { numbers[word] ?? 0 }

    /// The places of the phrases that begin with the word of that number, each with the number of its second word.
    func phrases(beginning word: Int) -> [(phrase: Int, second: Int)] { places[word] }

    private static func entries(_ names: KnownNames) -> [(String, Entry)] {
        var entries: [(String, Entry)] = []
        entries += names.agencies.map { ($0, .agency($0)) }
        entries += names.laws.map { ($0, .law($0)) }
        entries += names.titles.map { ($0, .title($0)) }
        entries += names.positions.map { ($0, .position($0)) }
        entries += names.provinces.map { ("tỉnh \($0)", .place("tỉnh \($0)")) }
        // “Giải thưởng Hòa bình” is no province.
        entries += names.provinces.filter { $0 != "Hòa Bình" }.map { ($0, .province($0)) }
        entries += names.properPlaces.map { ($0, .place($0)) }
        for name in names.former {
            // In either style of tone marks.
            let spellings = Set(ToneMarkStyle.allCases.map { $0.applied(to: name.name) })
            entries += spellings.sorted().map { ($0, .former(name)) }
        }
        return entries
    }
}
