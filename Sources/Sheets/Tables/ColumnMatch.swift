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
            Dictionary(uniqueKeysWithValues: titles.enumerated().map { ($0, [$1]) }),
            ColumnMatch.folded(columns), columns)
    }

    init(_ titles: [Int: [String]], _ wanted: [[String]], _ columns: [TableColumn]) {
        var places: [Int?] = []
        var doubles: [(String, [Int])] = []
        var used: Set<Int> = []
        for (column, names) in zip(columns, wanted) {
            let matches = titles.compactMap { place, words in
                ColumnMatch.rank(of: words, among: names).map { (place, $0) }
            }
            let bestRank = matches.map(\.1).min()
            let best = matches.filter { $0.1 == bestRank && !used.contains($0.0) }.map(\.0).sorted()
            if best.count > 1 { doubles.append((column.key, best)) }
            places.append(best.first)
            if let place = best.first { used.insert(place) }
        }
        self.places = places
        self.titles = places.map { place in place.flatMap { titles[$0]?.joined(separator: " – ") } }
        self.doubles = doubles
        unused = titles.keys.filter { !used.contains($0) }.sorted().map {
            ($0, titles[$0]?.joined(separator: " – ") ?? "")
        }
    }

    /// The words each wanted column may be headed by, as they are compared.
    static func folded(_ columns: [TableColumn]) -> [[String]] {
        columns.map { $0.headings.map { PlainLetters.folded($0) } }
    }

    /// How well words above a column fit: all of them best, then the lowest alone; nil where they do not.
    private static func rank(of words: [String], among names: [String]) -> Int? {
        let lowest = words.last.map { [$0] } ?? []
        for (rank, spelling) in [words, lowest].enumerated() {
            let whole = spelling.joined(separator: " ")
            let ways = [PlainLetters.folded(whole), PlainLetters.folded(ColumnMatch.withoutBrackets(whole))]
            if ways.contains(where: { names.contains($0) }) { return rank }
        }
        return nil
    }

    /// `Thành tiền (đồng)` without its unit.
    static func withoutBrackets(_ words: String) -> String {
        var depth = 0
        return String(
            words.filter { letter in
                if letter == "(" { depth += 1 }
                defer { if letter == ")" { depth = max(0, depth - 1) } }
                return depth == 0
            })
    }
}
