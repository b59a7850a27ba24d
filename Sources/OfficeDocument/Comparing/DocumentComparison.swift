/// What became of each paragraph and table of a document in a later version of it.
package struct DocumentComparison: Sendable {
    package let steps: [Step]

    /// In the order of the later version; what went stands where it stood.
    package enum Step: Sendable {
        case kept(ReadParagraph)
        case changed(ReadParagraph, into: ReadParagraph, [TextPiece])
        case removed(ReadParagraph)
        case added(ReadParagraph)
        case table(ReadTable, [RowStep])
        case removedTable(ReadTable)
        case addedTable(ReadTable)
    }

    package indirect enum RowStep: Sendable {
        /// With what became of each of its cells.
        case paired(ReadTable.Row, [[Step]])
        case removed(ReadTable.Row)
        case added(ReadTable.Row)
    }

    package init(_ old: ReadDocument, _ new: ReadDocument) { steps = Self.steps(old.blocks, new.blocks) }

    // MARK: Blocks

    private static func steps(_ old: [ReadBlock], _ new: [ReadBlock]) -> [Step] {
        var steps: [Step] = []
        var (from, to) = (0, 0)
        for pair in SequenceMatching.pairs(old.map(\.key), new.map(\.key)) {
            steps += gap(old[from..<pair.old], new[to..<pair.new])
            steps += paired(old[pair.old], new[pair.new])
            (from, to) = (pair.old + 1, pair.new + 1)
        }
        return steps + gap(old[from...], new[to...])
    }

    private static func paired(_ old: ReadBlock, _ new: ReadBlock) -> [Step] {
        switch (old, new) {
        case (.paragraph(let a), .paragraph(let b)):
            [
                a.typedText.isExactly(b.typedText)
                    ? .kept(a) : .changed(a, into: b, .between(a.typedText, b.typedText))
            ]
        case (.table(let a), .table(let b)): [.table(a, rows(a, b))]
        case (.paragraph, .table), (.table, .paragraph): [gone(old), come(new)]
        }
    }

    private static func gone(_ block: ReadBlock) -> Step {
        switch block {
        case .paragraph(let paragraph): .removed(paragraph)
        case .table(let table): .removedTable(table)
        }
    }

    private static func come(_ block: ReadBlock) -> Step {
        switch block {
        case .paragraph(let paragraph): .added(paragraph)
        case .table(let table): .addedTable(table)
        }
    }

    /// Between two blocks that both have: those that are like each other are one, changed.
    private static func gap(_ old: ArraySlice<ReadBlock>, _ new: ArraySlice<ReadBlock>) -> [Step] {
        let (olds, news) = (Array(old), Array(new))
        var steps: [Step] = []
        var (from, to) = (0, 0)
        for pair in likePairs(olds, news) {
            steps += olds[from..<pair.old].map(gone) + news[to..<pair.new].map(come)
            steps += paired(olds[pair.old], news[pair.new])
            (from, to) = (pair.old + 1, pair.new + 1)
        }
        return steps + olds[from...].map(gone) + news[to...].map(come)
    }

    /// So many comparisons of texts are made between two blocks that both documents have.
    private static let comparisons = 40_000
    private static let leastLikeness = 0.4

    private static func likePairs(_ old: [ReadBlock], _ new: [ReadBlock]) -> [(old: Int, new: Int)] {
        guard !old.isEmpty, !new.isEmpty else { return [] }
        guard old.count * new.count <= comparisons else {
            return (0..<min(old.count, new.count)).filter { old[$0].isTable == new[$0].isTable }.map {
                ($0, $0)
            }
        }
        // The most likeness that the beginnings of both can have.
        var best = Array(repeating: Array(repeating: 0.0, count: new.count + 1), count: old.count + 1)
        var likeness = Array(repeating: Array(repeating: 0.0, count: new.count), count: old.count)
        for a in old.indices {
            for b in new.indices {
                let like = old[a].likeness(to: new[b])
                likeness[a][b] = like >= leastLikeness ? like : 0
                best[a + 1][b + 1] = max(best[a][b] + likeness[a][b], best[a][b + 1], best[a + 1][b])
            }
        }
        var pairs: [(old: Int, new: Int)] = []
        var (a, b) = (old.count, new.count)
        while a > 0, b > 0 {
            if likeness[a - 1][b - 1] > 0, best[a][b] == best[a - 1][b - 1] + likeness[a - 1][b - 1] {
                pairs.append((a - 1, b - 1))
                (a, b) = (a - 1, b - 1)
            } else if best[a][b] == best[a - 1][b] {
                a -= 1
            } else {
                b -= 1
            }
        }
        return pairs.reversed()
    }

    // MARK: Rows

    private static func rows(_ old: ReadTable, _ new: ReadTable) -> [RowStep] {
        var steps: [RowStep] = []
        var (from, to) = (0, 0)
        func gap(_ oldEnd: Int, _ newEnd: Int) {
            var (a, b) = (from, to)
            // Rows of the same cells are one, as long as both have some left.
            while a < oldEnd, b < newEnd, old.rows[a].cells.count == new.rows[b].cells.count {
                steps.append(row(old.rows[a], new.rows[b]))
                (a, b) = (a + 1, b + 1)
            }
            steps += old.rows[a..<oldEnd].map(RowStep.removed) + new.rows[b..<newEnd].map(RowStep.added)
        }
        for pair in SequenceMatching.pairs(old.rows.map(\.key), new.rows.map(\.key)) {
            gap(pair.old, pair.new)
            steps.append(row(old.rows[pair.old], new.rows[pair.new]))
            (from, to) = (pair.old + 1, pair.new + 1)
        }
        gap(old.rows.count, new.rows.count)
        return steps
    }

    private static func row(_ old: ReadTable.Row, _ new: ReadTable.Row) -> RowStep {
        .paired(old, zip(old.cells, new.cells).map { Self.steps($0.blocks, $1.blocks) })
    }
}

extension ReadParagraph {
    /// What is typed in it, whatever its look.
    package var typedText: String { runs.map(\.typedText).joined() }
}

extension ReadBlock {
    /// The same for blocks of the same text.
    fileprivate var key: [String] {
        switch self {
        case .paragraph(let paragraph): [paragraph.typedText]
        case .table(let table): ["table"] + table.rows.flatMap { $0.key + ["row"] }
        }
    }

    fileprivate var isTable: Bool { if case .table = self { true } else { false } }

    fileprivate func likeness(to other: ReadBlock) -> Double {
        switch (self, other) {
        case (.paragraph(let a), .paragraph(let b)): TextWords.likeness(a.typedText, b.typedText)
        case (.table(let a), .table(let b)):
            // Tables that stand at one place are mostly one.
            0.5 + TextWords.likeness(a.words, b.words) / 2
        case (.paragraph, .table), (.table, .paragraph): 0
        }
    }
}

extension ReadTable { fileprivate var words: String { rows.flatMap(\.key).joined(separator: " ") } }

extension ReadTable.Row {
    fileprivate var key: [String] { cells.flatMap { $0.blocks.map(\.key).flatMap(\.self) + ["cell"] } }
}
