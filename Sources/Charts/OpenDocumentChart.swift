internal import OfficePackage
package import XMLTree

/// A chart as the text of an object within an OpenDocument package.
package enum OpenDocumentChart {
    package static let mediaType = "application/vnd.oasis.opendocument.chart"
    private static let chartNames = "urn:oasis:names:tc:opendocument:xmlns:chart:1.0"
    private static let number = "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"

    /// The object's `content.xml`; the size is in millimetres.
    package static func content(of chart: Chart, width: Double, height: Double) -> Element {
        var root = Element.plain(
            "office:document-content", ["office:version": OpenDocumentNames.version],
            [
                .plain("office:automatic-styles", [:], styles(of: chart)),
                .plain("office:body", [:], [.plain("office:chart", [:], [body(of: chart, width, height)])]),
            ])
        for (prefix, namespace) in [
            ("office", OpenDocumentNames.office), ("text", OpenDocumentNames.text),
            ("table", OpenDocumentNames.table), ("style", OpenDocumentNames.style),
            ("draw", OpenDocumentNames.draw), ("fo", OpenDocumentNames.fo), ("svg", OpenDocumentNames.svg),
            ("chart", chartNames), ("number", number),
        ] { root.declare(prefix, namespace) }
        return root
    }

    // MARK: Chart

    private static func body(of chart: Chart, _ width: Double, _ height: Double) -> Element {
        func length(_ millimetres: Double) -> String { "\((millimetres * 100).rounded() / 100)mm" }
        var children: [Element] = []
        if let title = chart.title {
            children.append(
                .plain("chart:title", ["chart:style-name": "title"], [Element.plain("text:p").holding(title)])
            )
        }
        if chart.hasLegend {
            children.append(
                .plain("chart:legend", ["chart:legend-position": "bottom", "chart:style-name": "words"]))
        }
        children += [plotArea(of: chart), table(of: chart)]
        return .plain(
            "chart:chart",
            [
                "chart:class": chartClass(of: chart.kind), "svg:width": length(width),
                "svg:height": length(height), "chart:style-name": "chart",
            ], children)
    }

    private static func chartClass(of kind: Chart.Kind) -> String {
        switch kind {
        case .column, .stackedColumn, .bar, .stackedBar, .timeline: "chart:bar"
        case .line: "chart:line"
        case .pie: "chart:circle"
        }
    }

    private static func range(_ cells: String) -> String {
        cells.split(separator: ":").enumerated().map { ($0 == 0 ? "local-table." : ".") + $1 }.joined(
            separator: ":")
    }

    private static func plotArea(of chart: Chart) -> Element {
        let categories = chart.cells(ofColumn: 0).body
        let last = chart.cells(ofColumn: chart.series.count).body.split(separator: ":").last ?? ""
        let series = chart.series.indices.map { place in
            let cells = chart.cells(ofColumn: place + 1)
            let points =
                chart.kind == .pie
                ? chart.categories.indices.map {
                    Element.plain("chart:data-point", ["chart:style-name": "slice\($0 % 6)"])
                } : [.plain("chart:data-point", ["chart:repeated": "\(max(1, chart.categories.count))"])]
            return Element.plain(
                "chart:series",
                [
                    "chart:style-name": "series\(place)",
                    "chart:values-cell-range-address": range(cells.body),
                    "chart:label-cell-address": range(cells.head), "chart:class": chartClass(of: chart.kind),
                ], points)
        }
        let across = Element.plain(
            "chart:axis", ["chart:dimension": "x", "chart:name": "primary-x", "chart:style-name": "across"],
            [.plain("chart:categories", ["table:cell-range-address": range(categories)])])
        let up = Element.plain(
            "chart:axis", ["chart:dimension": "y", "chart:name": "primary-y", "chart:style-name": "up"],
            [.plain("chart:grid", ["chart:class": "major", "chart:style-name": "grid"])])
        return .plain(
            "chart:plot-area",
            [
                "chart:style-name": "plot", "table:cell-range-address": range("$A$1:\(last)"),
                "chart:data-source-has-labels": "both",
            ], [across, up] + series + [.plain("chart:wall", ["chart:style-name": "wall"])])
    }

    // MARK: Figures

    private static func table(of chart: Chart) -> Element {
        func text(_ words: String) -> Element {
            .plain(
                "table:table-cell", ["office:value-type": "string"], [Element.plain("text:p").holding(words)])
        }
        let head = Element.plain(
            "table:table-row", [:],
            [.plain("table:table-cell", [:], [.plain("text:p")])] + chart.series.map { text($0.name) })
        let rows = chart.categories.enumerated().map { place, category in
            Element.plain(
                "table:table-row", [:],
                [text(category)]
                    + chart.series.map { series in
                        guard let value = series.values[place] else {
                            return .plain("table:table-cell", [:], [.plain("text:p")])
                        }
                        return .plain(
                            "table:table-cell", ["office:value-type": "float", "office:value": value],
                            [Element.plain("text:p").holding(value)])
                    })
        }
        return .plain(
            "table:table", ["table:name": "local-table"],
            [
                .plain("table:table-header-columns", [:], [.plain("table:table-column")]),
                .plain(
                    "table:table-columns", [:],
                    [
                        .plain(
                            "table:table-column",
                            ["table:number-columns-repeated": "\(max(1, chart.series.count))"])
                    ]), .plain("table:table-header-rows", [:], [head]), .plain("table:table-rows", [:], rows),
            ])
    }

    // MARK: Styles

    private static func style(_ name: String, _ properties: [Element], _ format: String? = nil) -> Element {
        var style = Element.plain("style:style", ["style:name": name, "style:family": "chart"], properties)
        if let format {
            style.attributes.append(.init(QualifiedName(written: "style:data-style-name"), format))
        }
        return style
    }

    private static func words(_ size: Int, _ weight: String = "normal") -> Element {
        .plain(
            "style:text-properties",
            [
                "fo:font-family": "'Times New Roman'", "fo:font-size": "\(size)pt", "fo:font-weight": weight,
                "fo:color": "#000000",
            ])
    }

    private static func filled(_ place: Int) -> Element {
        .plain(
            "style:graphic-properties",
            [
                "draw:fill": "solid", "draw:fill-color": "#\(ChartLook.grey(place))", "draw:stroke": "solid",
                "svg:stroke-color": "#000000", "svg:stroke-width": "0.2mm",
            ])
    }

    private static func line(_ colour: String, _ width: String) -> Element {
        .plain(
            "style:graphic-properties",
            ["draw:stroke": "solid", "svg:stroke-color": colour, "svg:stroke-width": width])
    }

    private static let nothing = Element.plain(
        "style:graphic-properties", ["draw:stroke": "none", "draw:fill": "none"])

    private static func styles(of chart: Chart) -> [Element] {
        let format = Element.plain(
            "number:number-style",
            ["style:name": "figures", "number:language": "vi", "number:country": "VN"],
            [
                .plain(
                    "number:number",
                    [
                        "number:decimal-places": "\(chart.decimalPlaces)",
                        "number:min-decimal-places": "\(chart.decimalPlaces)",
                        "number:min-integer-digits": "1", "number:grouping": "true",
                    ])
            ])
        var plot: KeyValuePairs<String, String> = ["chart:auto-position": "true", "chart:auto-size": "true"]
        if chart.kind == .pie { plot = ["chart:angle-offset": "90", "chart:auto-position": "true"] }
        if chart.kind.isLying || chart.kind.isStacked {
            plot = [
                "chart:vertical": chart.kind.isLying ? "true" : "false",
                "chart:stacked": chart.kind.isStacked ? "true" : "false", "chart:auto-position": "true",
                "chart:auto-size": "true",
            ]
        }
        let ends: [Element.Attribute] =
            chart.axisEnd.map { end in
                [
                    ("chart:minimum", "0"), ("chart:maximum", "\(end)"),
                    ("chart:interval-major", end <= 24 ? "1" : "3"),
                ].map { Element.Attribute(QualifiedName(written: $0), $1) }
            } ?? []
        var up = Element.plain(
            "style:chart-properties",
            [
                "chart:display-label": "true", "chart:link-data-style-to-source": "false",
                "chart:gap-width": "60", "chart:overlap": chart.kind.isStacked ? "100" : "0",
                "chart:axis-position": chart.kind.isLying ? "end" : "start",
            ])
        up.attributes += ends
        return [
            format, style("chart", [nothing]), style("title", [words(13, "bold")]),
            style("words", [nothing, words(11)]), style("wall", [nothing]),
            style("plot", [.plain("style:chart-properties", plot)]),
            style(
                "across",
                [
                    .plain(
                        "style:chart-properties",
                        [
                            "chart:display-label": "true",
                            "chart:reverse-direction": chart.kind.isLying ? "true" : "false",
                            "chart:axis-position": "0", "chart:axis-label-position": "outside-start",
                            // Long names take several lines.
                            "text:line-break": "true",
                        ]), line("#000000", "0.2mm"), words(11),
                ]), style("up", [up, line("#000000", "0.2mm"), words(11)], "figures"),
            style("grid", [line("#d9d9d9", "0.1mm")]),
        ] + series(of: chart)
    }

    private static let symbols = ["circle", "square", "diamond", "arrow-up", "x", "plus"]

    private static func series(of chart: Chart) -> [Element] {
        let label = chart.showsFigures ? (chart.kind == .pie ? "percentage" : "value") : "none"
        func figures(_ place: Int) -> Element {
            switch chart.kind {
            case .line:
                .plain(
                    "style:chart-properties",
                    [
                        "chart:data-label-number": label, "chart:link-data-style-to-source": "false",
                        "chart:symbol-type": "named-symbol",
                        "chart:symbol-name": symbols[place % symbols.count], "chart:symbol-width": "2mm",
                        "chart:symbol-height": "2mm",
                    ])
            case .stackedColumn, .stackedBar, .timeline:
                .plain(
                    "style:chart-properties",
                    [
                        "chart:data-label-number": label, "chart:link-data-style-to-source": "false",
                        "chart:label-position": "center",
                    ])
            case .column, .bar, .pie:
                .plain(
                    "style:chart-properties",
                    [
                        "chart:data-label-number": label, "chart:link-data-style-to-source": "false",
                        "chart:label-position": "outside",
                    ])
            }
        }
        func figureWords(_ place: Int) -> Element {
            var words = words(10)
            if chart.kind.isStacked, ChartLook.isDark(place) {
                words.attributes.removeAll { $0.name.local == "color" }
                words.attributes.append(.init(QualifiedName(written: "fo:color"), "#ffffff"))
            }
            return words
        }
        let all = chart.series.indices.map { place in
            let drawn =
                chart.kind == .line
                ? Element.plain(
                    "style:graphic-properties",
                    [
                        "draw:stroke": "solid", "svg:stroke-width": "0.6mm",
                        "svg:stroke-color": "#\(ChartLook.line(place))",
                        "draw:fill-color": "#\(ChartLook.line(place))",
                    ]) : chart.isRoom(place) ? nothing : filled(place)
            return style("series\(place)", [figures(place), drawn, figureWords(place)], "figures")
        }
        guard chart.kind == .pie else { return all }
        return all
            + (0..<6).map { style("slice\($0)", [figures($0), filled($0), figureWords($0)], "figures") }
    }
}
