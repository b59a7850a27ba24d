/// Figures and how they are drawn.
package struct Chart: Hashable, Sendable {
    package let kind: Kind
    package let title: String?
    package let categories: [String]
    package let series: [Series]

    package enum Kind: Hashable, Sendable, CaseIterable {
        case column
        case stackedColumn
        /// Bars that lie, the first category on top.
        case bar
        case stackedBar
        case line
        case pie
        /// Bars that lie over the months of a year: the first series is the months before each, which are left blank.
        case timeline

        var isStacked: Bool { self == .stackedColumn || self == .stackedBar || self == .timeline }
        var isLying: Bool { self == .bar || self == .stackedBar || self == .timeline }
    }

    /// One row of figures, a figure for each category.
    package struct Series: Hashable, Sendable {
        package let name: String
        /// Numbers as they are written with a decimal point; nil where there is none.
        package let values: [String?]

        package init(name: String, values: [String?]) {
            self.name = name
            self.values = values
        }
    }

    package init(kind: Kind, title: String?, categories: [String], series: [Series]) {
        self.kind = kind
        self.title = title
        self.categories = categories
        self.series = series
    }

    /// Whether each figure is written at its bar or slice: only as many as can be read.
    var showsFigures: Bool {
        switch kind {
        case .pie: true
        case .timeline: false
        // Those of several lines would stand on each other.
        case .line: series.count == 1 && categories.count <= 18
        case .column, .stackedColumn, .bar, .stackedBar:
            series.count <= 3 && series.count * categories.count <= 18
        }
    }

    /// Whether a series only keeps room for the next.
    func isRoom(_ place: Int) -> Bool { kind == .timeline && place == 0 }

    /// Whether its series are named below it: those that are seen, where there are several.
    var hasLegend: Bool { kind == .pie || series.indices.count { !isRoom($0) } > 1 }

    /// Where the axis of figures ends, of a year not before its twelfth month; nil where the figures say it.
    var axisEnd: Int? {
        guard kind == .timeline else { return nil }
        let ends = categories.indices.map { place in
            series.reduce(0.0) { $0 + ($1.values[place].flatMap { Double($0) } ?? 0) }
        }
        return max(12, Int((ends.max() ?? 0).rounded(.up)))
    }

    /// How many decimal places figures are written with: as many as they have, four at most.
    var decimalPlaces: Int {
        let places = series.flatMap(\.values).compactMap { value in
            value?.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count
        }
        return min(4, places.max() ?? 0)
    }

    /// The cells of the sheet that holds the figures: categories in column A from the second row on, a series in each column behind.
    func cells(ofColumn column: Int) -> (head: String, body: String) {
        let letters = Chart.letters(ofColumn: column)
        return ("$\(letters)$1", "$\(letters)$2:$\(letters)$\(max(2, categories.count + 1))")
    }

    /// The name of a column, from 0.
    static func letters(ofColumn column: Int) -> String {
        let last = String(UnicodeScalar(UInt8(65 + column % 26)))
        return column < 26 ? last : letters(ofColumn: column / 26 - 1) + last
    }
}

/// How series and slices look: greys that differ on paper without colour, and lines that differ by their dashes too.
enum ChartLook {
    private static let greys = ["404040", "BFBFBF", "7F7F7F", "E3E3E3", "595959", "A6A6A6"]
    /// Lines are told apart where there are no dashes, too.
    private static let lines = ["000000", "7F7F7F", "404040", "A6A6A6", "595959", "BFBFBF"]
    private static let dashes = ["solid", "dash", "sysDot", "dashDot", "lgDash", "sysDash"]
    private static let symbols = ["circle", "square", "triangle", "diamond", "x", "plus"]

    static func grey(_ place: Int) -> String { greys[place % greys.count] }
    static func line(_ place: Int) -> String { lines[place % lines.count] }
    static func dash(_ place: Int) -> String { dashes[place % dashes.count] }
    static func symbol(_ place: Int) -> String { symbols[place % symbols.count] }
    /// White figures are read on the dark ones.
    static func isDark(_ place: Int) -> Bool { ["404040", "595959"].contains(grey(place)) }
}
