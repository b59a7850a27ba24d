/// The words of a text with how wide they are, measured once: how wide any run of them is on one line is then known at once.
package struct MeasuredText {
    private let words: [Substring]
    /// How wide the words before each are together, in 2048ths of the size, and all of them.
    private let sums: [Int]
    private let blank: Int
    private let points: Double

    /// `printed` says how a word is printed that is written so, as in capitals.
    package init(
        _ text: String, points: Double, face: TextMetrics.Face,
        printed: (Substring) -> String = { String($0) }
    ) {
        words = text.split(separator: " ")
        var sums = [0]
        sums.reserveCapacity(words.count + 1)
        for word in words { sums.append(sums[sums.count - 1] + TextMetrics.units(of: printed(word), face)) }
        self.sums = sums
        blank = TextMetrics.units(of: " ", face)
        self.points = points
    }

    /// The text broken into lines no wider than `column` millimetres, as many words on each as fit.
    ///
    /// A word wider than the line has a line of its own.
    package func lines(fitting column: Double) -> [String] { lines(breaks { width($0) <= column }) }

    /// As few lines as fit the column, and among those the ones of which the longest is shortest.
    package func evenLines(fitting column: Double) -> [String] {
        let usual = breaks { width($0) <= column }
        guard usual.count > 1, words.count > usual.count else { return lines(usual) }
        // The narrowest column that needs no more lines: its width is that of some run of words.
        let widths = Set(
            words.indices.flatMap { start in
                words.indices[start...].map { units(start..<$0 + 1) }.prefix { width($0) <= column }
            }
        ).sorted()
        // A wider one needs no more lines than a narrower.
        var (low, high) = (0, widths.count)
        while low < high {
            let middle = (low + high) / 2
            if fits(widths[middle], in: usual.count) { high = middle } else { low = middle + 1 }
        }
        guard low < widths.count else { return lines(usual) }
        return lines(breaks { $0 <= widths[low] })
    }

    /// Whether the text has no more lines than that in such a column, none of them wider.
    private func fits(_ limit: Int, in count: Int) -> Bool {
        let tried = breaks { $0 <= limit }
        return tried.count <= count && tried.allSatisfy { units($0) <= limit }
    }

    /// The runs of words on the lines.
    private func breaks(where fits: (Int) -> Bool) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        for word in words.indices {
            if let last = lines.last, fits(units(last.lowerBound..<word + 1)) {
                lines[lines.count - 1] = last.lowerBound..<word + 1
            } else {
                lines.append(word..<word + 1)
            }
        }
        return lines
    }

    private func lines(_ breaks: [Range<Int>]) -> [String] { breaks.map { words[$0].joined(separator: " ") } }

    private func units(_ run: Range<Int>) -> Int {
        sums[run.upperBound] - sums[run.lowerBound] + (run.count - 1) * blank
    }

    private func width(_ units: Int) -> Double { TextMetrics.width(ofUnits: units, points: points) }
}
