internal import Charts
internal import Container
internal import Diagnostics
internal import OfficePackage
internal import XMLTree

/// A chart of the data with what its tag says of it.
struct PlacedChart {
    let chart: Chart
    let size: PictureSize
    let description: String
    /// What the tags print that stand in the texts of the drawing it takes the place of.
    let drawnTexts: [String]

    /// As wide as most pages leave room for, and half as high.
    static let usualSize = PictureSize(width: 150, height: 80)
}

extension WordDrawing {
    /// A chart at its place, in a run of its own where the template has none there.
    static func element(of placed: PlacedChart, at site: InsertionSite) throws(Failure) -> Element {
        let generated = site.generated
        let placeholder = site.context.surroundings.placeholder
        let drawn = placeholder?.chartReference.flatMap { generated.drawnChart($0, in: site.part) }
        let part =
            drawn.map { $0.filled(with: placed.drawnTexts) }.flatMap {
                WordChart.part($0, showing: placed.chart)
            } ?? WordChart.part(of: placed.chart)
        let number = generated.nextDrawing()
        let name = try generated.addWordChart(part, workbook: placed.chart.workbook())
        let relationship = generated.relationship(to: "/" + name, .chart, in: site.part)
        let drawing = WordDrawing(
            relationship: relationship, vector: nil, size: placed.size, id: number,
            description: placed.description)
        if let placeholder, placeholder.chartReference != nil { return drawing.replacingChart(placeholder) }
        var chart = Element.plain("c:chart", ["r:id": relationship])
        chart.declare("c", WordChart.namespace)
        let inline = drawing.inline(
            name: "Chart \(number)", graphic: chart, uri: WordChart.namespace, locks: [])
        guard placeholder == nil else { return inline }
        return .word("r", [:], site.context.surroundings.formatting + [inline])
    }

    /// The template's drawing with this chart in it.
    private func replacingChart(_ element: Element) -> Element {
        var result = element
        if element.name.local == "chart" {
            result.attributes.removeAll { $0.name.local == "id" }
            result.attributes.append(.init(QualifiedName(written: "r:id"), relationship))
            return result
        }
        if element.name.local == "docPr" {
            result.attributes.removeAll { ["id", "descr", "title"].contains($0.name.local) }
            result.attributes.append(.init(QualifiedName(local: "id"), "\(id)"))
            result.attributes.append(.init(QualifiedName(local: "descr"), description))
        }
        result.children = result.children.map { child in
            guard case .element(let inner) = child else { return child }
            return .element(replacingChart(inner))
        }
        return result
    }
}

extension OpenDocumentFrame {
    /// A chart at its place.
    static func element(of placed: PlacedChart, at site: InsertionSite) -> Element {
        let generated = site.generated
        let content = OpenDocumentChart.content(
            of: placed.chart, width: placed.size.width, height: placed.size.height)
        let object = Element.plain(
            "draw:object",
            [
                "xlink:href": "./" + generated.addChartObject(content), "xlink:type": "simple",
                "xlink:show": "embed", "xlink:actuate": "onLoad",
            ])
        let frame = OpenDocumentFrame(content: object, size: placed.size, description: placed.description)
        if let placeholder = site.context.surroundings.placeholder { return frame.replacing(placeholder) }
        return frame.inline(style: site.context.styleNames?.picture ?? "")
    }
}

extension Element {
    /// The relationship of the chart that a drawing shows.
    var chartReference: String? {
        if name.local == "chart",
            name.namespace.hasSuffix("drawingml/2006/chart") || name.namespace.hasSuffix("drawingml/chart")
        {
            return attributes.first { $0.name.local == "id" }?.value
        }
        return elements.lazy.compactMap(\.chartReference).first
    }
}
