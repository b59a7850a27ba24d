internal import Regulations

/// What stands in the columns of an appendix's table, so that empty ones are left out and no figure is broken.
package struct TableShape: Hashable, Sendable {
    /// For each column that holds anything its longest piece that must stay on one line.
    package let longest: [String: String]
    /// For each column of words its longest text, which takes one line where there is room.
    package let texts: [String: String]

    package init(longest: [String: String], texts: [String: String] = [:]) {
        self.longest = longest
        self.texts = texts
    }

    /// The width in millimetres that a column needs.
    func least(of column: String, title: String, points: Double) -> Double {
        let words = title.split(separator: " ").map { width(String($0), points) }
        return (words + [width(longest[column] ?? "", points)]).reduce(0, max) + TableShape.padding
    }

    /// The width in millimetres that keeps each text of a column on one line, at most `limit`.
    func wished(of column: String, points: Double, limit: Double) -> Double {
        min(limit, width(texts[column] ?? "", points) + TableShape.padding)
    }

    /// Bold, since sums are.
    private func width(_ text: String, _ points: Double) -> Double {
        TextMetrics.width(of: text, points: points, face: .bold)
    }

    /// A millimetre of either side of a cell, and what word processors round off.
    private static let padding = 2.6
}
