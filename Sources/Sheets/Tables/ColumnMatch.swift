internal import VietnameseText

/// Which column of a table is which of the wanted ones, by the words above it.
package struct ColumnMatch {
    /// For each wanted column the table's, if it is there.
    package let places: [Int?]
    /// For each wanted column the words above it.
    package let titles: [String?]
    /// The columns that nobody asked for, with their words.
    package let unused: [(column: Int, title: String)]
    /// Wanted columns that two columns of the table could be.
    package let doubles: [(key: String, columns: [Int])]

    /// Columns with one line of words above them each.
    package init(_ titles: [String], columns: [TableColumn]) {
        self.init(
            Dictionary(uniqueKeysWithValues: titles.enumerated().map { ($0, [TitleWords($1)]) }),
            WantedNames(columns))
    }

    init(_ titles: [Int: [TitleWords]], _ wanted: WantedNames) {
        var matches: [[(place: Int, rank: Int)]] = Array(repeating: [], count: wanted.keys.count)
        for (place, words) in titles {
            for (column, rank) in wanted.ranks(of: words) { matches[column].append((place, rank)) }
        }
        for (column, companion) in wanted.companions where matches[companion].isEmpty {
            matches[column].removeAll { $0.rank == WantedNames.fallback }
        }
        var places: [Int?] = []
        var doubles: [(String, [Int])] = []
        var used: Set<Int> = []
        for (key, matches) in zip(wanted.keys, matches) {
            let bestRank = matches.map(\.rank).min()
            let best = matches.filter { $0.rank == bestRank && !used.contains($0.place) }.map(\.place)
                .sorted()
            if best.count > 1 { doubles.append((key, best)) }
            places.append(best.first)
            if let place = best.first { used.insert(place) }
        }
        self.places = places
        self.titles = places.map { place in place.flatMap { titles[$0].map(ColumnMatch.line) } }
        self.doubles = doubles
        unused = titles.keys.filter { !used.contains($0) }.sorted().map {
            ($0, titles[$0].map(ColumnMatch.line) ?? "")
        }
    }

    private static func line(_ words: [TitleWords]) -> String { words.map(\.text).joined(separator: " – ") }
}

/// The words of one cell of a heading, and as they are compared.
struct TitleWords: Hashable, Sendable {
    let text: String
    let folded: String
    /// `Thành tiền (đồng)` without its unit.
    let bare: String
    /// Whether each bracket is closed in the cell that opens it.
    let isClosed: Bool

    init(_ text: String) {
        self.text = text
        folded = PlainLetters.folded(text)
        guard text.utf8.contains(UInt8(ascii: "(")) else {
            (bare, isClosed) = (folded, true)
            return
        }
        var depth = 0
        let outside = text.filter { letter in
            if letter == "(" { depth += 1 }
            defer { if letter == ")" { depth = max(0, depth - 1) } }
            return depth == 0
        }
        (bare, isClosed) = (PlainLetters.folded(outside), depth == 0)
    }

    static func == (one: TitleWords, other: TitleWords) -> Bool { one.text == other.text }

    func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// The words the wanted columns may be headed by.
struct WantedNames {
    let keys: [String]
    /// Columns with the one without which their fallbacks are none.
    let companions: [Int: Int]
    private var columns: [String: [Int]] = [:]
    private var fallbacks: [String: [Int]] = [:]

    init(_ wanted: [TableColumn]) {
        let keys = wanted.map(\.key)
        self.keys = keys
        companions = Dictionary(
            uniqueKeysWithValues: wanted.enumerated().compactMap { index, column in
                column.companion.flatMap { keys.firstIndex(of: $0) }.map { (index, $0) }
            })
        for (index, column) in wanted.enumerated() {
            for heading in column.headings {
                columns[PlainLetters.folded(heading), default: []].append(index)
            }
            for heading in column.fallbacks {
                fallbacks[PlainLetters.folded(heading), default: []].append(index)
            }
        }
    }

    fileprivate static let fallback = 2

    /// The columns that words one under another fit, with how well: 0 where all of them do, 1 where the lowest does alone, 2 for a fallback.
    fileprivate func ranks(of words: [TitleWords]) -> [Int: Int] {
        guard let lowest = words.last else { return [:] }
        var ranks: [Int: Int] = [:]
        guard words.count > 1 else {
            rank(&ranks, [lowest.folded, lowest.bare])
            return ranks
        }
        for way in [lowest.folded, lowest.bare] { for column in columns[way] ?? [] { ranks[column] = 1 } }
        // A bracket that another cell closes is one of the whole.
        let ways: [String]
        if words.allSatisfy(\.isClosed) {
            ways = [words.map(\.folded).joined(), words.map(\.bare).joined()]
        } else {
            let whole = TitleWords(words.map(\.text).joined(separator: " "))
            ways = [whole.folded, whole.bare]
        }
        rank(&ranks, ways)
        return ranks
    }

    /// What the whole words fit, as they stand and without their brackets: words that a column has as they stand are not another's without them.
    private func rank(_ ranks: inout [Int: Int], _ ways: [String]) {
        for way in ways {
            for column in columns[way] ?? [] { ranks[column] = 0 }
            for column in fallbacks[way] ?? [] where ranks[column] == nil {
                ranks[column] = WantedNames.fallback
            }
            if columns[way] != nil { break }
        }
    }
}
