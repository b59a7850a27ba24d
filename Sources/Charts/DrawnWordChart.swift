internal import OfficePackage
package import XMLTree

extension WordChart {
    /// A chart that somebody has drawn, with other figures: it keeps its kind, axes, colours and, unless another is given, its title.
    ///
    /// A series looks as the one in its place did; those beyond look as the last one. Nil where it has no series that could be followed.
    package static func part(_ drawn: Element, showing chart: Chart) -> Element? {
        var filling = Filling(chart: chart, count: drawn.seriesCount)
        guard filling.count > 0, var root = filling.filled(drawn) else { return nil }
        let prefix = drawn.name.prefix.isEmpty ? "c" : drawn.name.prefix
        if drawn.name.prefix.isEmpty { root.declare(prefix, namespace) }
        root.declare("r", PackageNames.officeRelationships)
        root.children.removeAll { $0.isElement("externalData") || $0.isElement("userShapes") }
        // Behind these nothing stands that a chart without them could not have.
        root.children.append(.element(externalData(prefix: prefix)))
        return root
    }

    private struct Filling {
        let chart: Chart
        /// How many series the drawing has.
        let count: Int
        private var place = 0

        init(chart: Chart, count: Int) {
            self.chart = chart
            self.count = count
        }

        mutating func filled(_ element: Element) -> Element? {
            var copy = element
            copy.children = []
            for child in element.children {
                guard case .element(let inner) = child else {
                    copy.children.append(child)
                    continue
                }
                if inner.name.local == "ser" {
                    copy.children += next(inner).map { .element($0) }
                } else if inner.name.local == "title", element.name.local == "chart", let title = chart.title
                {
                    var given = WordChart.title(title)
                    given.declare("c", WordChart.namespace)
                    given.declare("a", WordNames.drawing)
                    copy.children.append(.element(given))
                } else if let filled = filled(inner) {
                    copy.children.append(.element(filled))
                }
            }
            return copy
        }

        /// What stands in place of the next series of the drawing: one, or none, or the last with all that are left.
        private mutating func next(_ drawn: Element) -> [Element] {
            defer { place += 1 }
            let end = place == count - 1 ? chart.series.count : min(place + 1, chart.series.count)
            guard place < end else { return [] }
            return (place..<end).map { series(drawn, $0) }
        }

        private func series(_ drawn: Element, _ number: Int) -> Element {
            let prefix = drawn.name.prefix.isEmpty ? "c" : drawn.name.prefix
            var series = drawn
            series.children = drawn.elements.compactMap { child in
                switch child.name.local {
                case "idx", "order":
                    return .element(.plain("\(prefix):\(child.name.local)", ["val": "\(number)"]))
                case "tx": return .element(WordChart.name(of: number, in: chart, prefix: prefix))
                case "cat": return .element(WordChart.categories(of: chart, prefix: prefix))
                case "val": return .element(WordChart.values(of: number, in: chart, prefix: prefix))
                // Points that the figures no longer have, and what only other programs read.
                case "dPt": return pointExists(child) ? .element(child) : nil
                case "extLst": return nil
                default: return .element(child)
                }
            }
            return series
        }

        private func pointExists(_ point: Element) -> Bool {
            let place = point.elements.first { $0.name.local == "idx" }?.attribute("val").flatMap { Int($0) }
            return place.map { $0 < chart.categories.count } ?? false
        }
    }
}

extension Element {
    fileprivate var seriesCount: Int { elements.reduce(name.local == "ser" ? 1 : 0) { $0 + $1.seriesCount } }
}
