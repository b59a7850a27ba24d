internal import Regulations
internal import VietnameseText

/// Words that are known to be right in one way, by the first of them; each word that occurs has a number.
///
/// A check meets few of the phrases: what is known of one is read from its page when its words stand in the document.
struct WordLists: Sendable {
    enum Entry: Equatable {
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
    struct Known {
        let words: [Int]
        /// What parts each word from the one before it; a blank for the first.
        let gaps: [String]
        let entry: Entry
        let source: String?
    }

    /// A phrase where it stands.
    private struct Phrase {
        let page: Int
        let line: Range<Int>
        let words: Range<Int>
    }

    private let pages: [PhrasePage]
    private let phrases: [Phrase]
    /// The numbers of the words of all phrases, one phrase behind the other.
    private let words: [Int]
    /// By their small letters, from 1.
    private let numbers: [WordKey: Int]
    /// The places of the phrases that begin with a word, by its number, and the number of each one's second word; 0 for a single word.
    private let places: [[(phrase: Int, second: Int)]]

    static let shipped = WordLists(also: [])

    /// The shipped lists, and an office's own.
    init(also own: [OwnList]) {
        let pages = own.map { PhrasePage($0.names, $0.misspellings, of: $0.name) } + [.shipped]
        var numbers: [WordKey: Int] = [:]
        var phrases: [Phrase] = []
        var words: [Int] = []
        var places: [[(phrase: Int, second: Int)]] = [[]]
        for (number, page) in pages.enumerated() {
            var reader = PhraseReader(page)
            while let line = reader.nextLine() {
                let start = words.count
                for word in reader.words {
                    let key = WordKey(reader.letters[word])
                    let number = numbers[key] ?? places.count
                    if number == places.count {
                        numbers[key] = number
                        places.append([])
                    }
                    words.append(number)
                }
                let count = words.count - start
                guard count > 0 else { continue }
                places[words[start]].append((phrases.count, count > 1 ? words[start + 1] : 0))
                phrases.append(Phrase(page: number, line: line, words: start..<words.count))
            }
        }
        (self.pages, self.phrases, self.words) = (pages, phrases, words)
        (self.numbers, self.places) = (numbers, places)
    }

    /// 0 for a word that is in none of them.
    func number(of word: WordKey) -> Int { numbers[word] ?? 0 }

    /// The places of the phrases that begin with the word of that number, each with the number of its second word.
    func phrases(beginning word: Int) -> [(phrase: Int, second: Int)] { places[word] }

    /// What is known of the phrase at that place.
    func known(at place: Int) -> Known {
        let phrase = phrases[place]
        let page = pages[phrase.page]
        let fields = page.fields(of: phrase.line)
        let letters = TextScalars(fields[1])
        let ranges = letters.wordRanges
        let gaps = zip(ranges, ranges.dropFirst()).map { letters[$0.upperBound..<$1.lowerBound] }
        return Known(
            words: Array(words[phrase.words]), gaps: [" "] + gaps, entry: Entry(fields), source: page.source)
    }
}
