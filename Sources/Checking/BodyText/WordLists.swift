internal import Regulations
internal import VietnameseText

/// Words that are known to be right in one way, by the first of them.
struct WordLists: Sendable {
    enum Entry {
        case misspelt(Misspelling)
        case agency(String)
        case law(String)
        /// With its unit word, which is small.
        case place(String)
        case province(String)
        /// An order, a title or a holiday.
        case title(String)
        case former(KnownNames.Former)
    }

    /// What is known of words, and the list of an office's own that says so.
    typealias Known = (words: [String], entry: Entry, source: String?)

    let byFirstWord: [String: [Known]]
    /// The shapes of the first words, in small letters, in capitals, and with one capital.
    let shapes: Set<Shape>

    static let shipped = WordLists(also: [])

    /// The shipped lists, and an office's own.
    init(also own: [OwnList]) {
        var lists: [String: [Known]] = [:]
        func add(_ names: KnownNames, _ misspellings: [Misspelling], of source: String?) {
            for (phrase, entry) in Self.entries(names) + misspellings.map({ ($0.wrong, .misspelt($0)) }) {
                let parts = phrase.lowercased().split(separator: " ").map(String.init)
                lists[parts.first ?? "", default: []].append((parts, entry, source))
            }
        }
        for list in own { add(list.names, list.misspellings, of: list.name) }
        add(.shipped, Misspelling.all, of: nil)
        byFirstWord = lists
        shapes = Set(
            lists.keys.flatMap { word in
                [word, word.uppercased(), LetterCase.firstLetterUpper(word)].map {
                    Shape(Array($0.unicodeScalars))
                }
            })
    }

    private static func entries(_ names: KnownNames) -> [(String, Entry)] {
        var entries: [(String, Entry)] = []
        entries += names.agencies.map { ($0, .agency($0)) }
        entries += names.laws.map { ($0, .law($0)) }
        entries += names.titles.map { ($0, .title($0)) }
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

    /// What can be told of a word at a glance.
    struct Shape: Hashable {
        private let length: Int
        private let first: Unicode.Scalar?
        private let last: Unicode.Scalar?

        init(_ word: some BidirectionalCollection<Unicode.Scalar>) {
            (length, first, last) = (word.count, word.first, word.last)
        }
    }
}
