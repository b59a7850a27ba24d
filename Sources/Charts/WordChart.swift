internal import OfficePackage
package import XMLTree

/// A chart as a part of a Word package.
package enum WordChart {
    /// What the reference to a chart in a drawing is called, and its content type.
    package static let namespace = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    package static let mediaType = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    package static let workbookMediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    /// The part; its workbook has the relationship `r1`.
    package static func part(of chart: Chart) -> Element {
        var body: [Element] = []
        if let title = chart.title { body.append(self.title(title)) }
        body.append(value("autoTitleDeleted", chart.title == nil ? "1" : "0"))
        body.append(plotArea(of: chart))
        if chart.hasLegend {
            let room = chart.series.indices.filter(chart.isRoom).map { place in
                Element.plain("c:legendEntry", [:], [value("idx", "\(place)"), value("delete", "1")])
            }
            body.append(.plain("c:legend", [:], [value("legendPos", "b")] + room + [value("overlay", "0")]))
        }
        body += [value("plotVisOnly", "1"), value("dispBlanksAs", "gap")]
        var root = Element.plain(
            "c:chartSpace", [:],
            [
                value("date1904", "0"), value("roundedCorners", "0"), .plain("c:chart", [:], body),
                .plain("c:spPr", [:], [.plain("a:noFill"), .plain("a:ln", [:], [.plain("a:noFill")])]),
                words(size: 1100), externalData(prefix: "c"),
            ])
        root.declare("c", namespace)
        root.declare("a", WordNames.drawing)
        root.declare("r", PackageNames.officeRelationships)
        return root
    }

    static func externalData(prefix: String) -> Element {
        .plain("\(prefix):externalData", ["r:id": "r1"], [.plain("\(prefix):autoUpdate", ["val": "0"])])
    }

    /// With the marks that numbers have in Vietnam, whatever the machine's own are.
    static func numberFormat(of chart: Chart) -> String {
        let places = chart.decimalPlaces
        return "[$-42A]#,##0" + (places == 0 ? "" : "." + String(repeating: "0", count: places))
    }

    private static func value(_ name: String, _ value: String) -> Element {
        .plain("c:" + name, ["val": value])
    }

    private static func words(size: Int, isBold: Bool = false) -> Element {
        .plain(
            "c:txPr", [:],
            [
                .plain("a:bodyPr"),
                .plain("a:p", [:], [.plain("a:pPr", [:], [look("a:defRPr", size, isBold)])]),
            ])
    }

    private static func look(_ name: String, _ size: Int, _ isBold: Bool) -> Element {
        .plain(
            name, ["lang": "vi-VN", "sz": "\(size)", "b": isBold ? "1" : "0"],
            [
                .plain("a:solidFill", [:], [.plain("a:srgbClr", ["val": "000000"])]),
                .plain("a:latin", ["typeface": "Times New Roman"]),
                .plain("a:cs", ["typeface": "Times New Roman"]),
            ])
    }

    static func title(_ title: String) -> Element {
        let run = Element.plain("a:r", [:], [look("a:rPr", 1300, true), Element.plain("a:t").holding(title)])
        let rich = Element.plain("c:rich", [:], [.plain("a:bodyPr"), .plain("a:p", [:], [run])])
        return .plain("c:title", [:], [.plain("c:tx", [:], [rich]), value("overlay", "0")])
    }

    // MARK: Plot

    private static func plotArea(of chart: Chart) -> Element {
        let series = chart.series.indices.map { self.series($0, of: chart) }
        switch chart.kind {
        case .column, .stackedColumn, .bar, .stackedBar, .timeline:
            let isStacked = chart.kind.isStacked
            let settings = [
                value("barDir", chart.kind.isLying ? "bar" : "col"),
                value("grouping", isStacked ? "stacked" : "clustered"), value("varyColors", "0"),
            ]
            let room = [value("gapWidth", "60")] + (isStacked ? [value("overlap", "100")] : [])
            let bars = Element.plain("c:barChart", [:], settings + series + room + axisNumbers)
            return .plain("c:plotArea", [:], [.plain("c:layout"), bars] + axes(of: chart))
        case .line:
            let settings = [value("grouping", "standard"), value("varyColors", "0")]
            let lines = Element.plain(
                "c:lineChart", [:], settings + series + [value("marker", "1")] + axisNumbers)
            return .plain("c:plotArea", [:], [.plain("c:layout"), lines] + axes(of: chart))
        case .pie:
            let pie = Element.plain(
                "c:pieChart", [:], [value("varyColors", "1")] + series + [value("firstSliceAng", "0")])
            return .plain("c:plotArea", [:], [.plain("c:layout"), pie])
        }
    }

    private static let axisNumbers = [value("axId", "111111111"), value("axId", "222222222")]

    private static func axes(of chart: Chart) -> [Element] {
        let isLying = chart.kind.isLying
        let ends = chart.axisEnd.map { [value("max", "\($0)"), value("min", "0")] } ?? []
        let steps = chart.axisEnd.map { [value("majorUnit", $0 <= 24 ? "1" : "3")] } ?? []
        func axis(_ name: String, _ number: Int, _ place: String, _ order: String, _ own: [Element])
            -> Element
        {
            let grid = name == "c:valAx" ? [Element.plain("c:majorGridlines", [:], [outline("D9D9D9")])] : []
            return .plain(
                name, [:],
                [
                    value("axId", number == 1 ? "111111111" : "222222222"),
                    .plain("c:scaling", [:], [value("orientation", order)] + (number == 1 ? [] : ends)),
                    value("delete", "0"), value("axPos", place),
                ] + grid + [
                    .plain(
                        "c:numFmt",
                        [
                            "formatCode": number == 1 ? "General" : numberFormat(of: chart),
                            "sourceLinked": "0",
                        ]), value("majorTickMark", "out"), value("minorTickMark", "none"),
                    value("tickLblPos", number == 1 ? "low" : "nextTo"), outline("000000"),
                    value("crossAx", number == 1 ? "222222222" : "111111111"),
                ] + own)
        }
        return [
            axis(
                "c:catAx", 1, isLying ? "l" : "b", isLying ? "maxMin" : "minMax",
                [
                    value("crosses", "autoZero"), value("auto", "0"), value("lblAlgn", "ctr"),
                    value("lblOffset", "100"), value("noMultiLvlLbl", "0"),
                ]),
            axis(
                "c:valAx", 2, isLying ? "b" : "l", "minMax",
                [value("crosses", isLying ? "max" : "autoZero"), value("crossBetween", "between")] + steps),
        ]
    }

    private static func outline(_ colour: String) -> Element {
        .plain("c:spPr", [:], [line(colour, width: 9525, dash: "solid")])
    }

    private static func line(_ colour: String, width: Int, dash: String) -> Element {
        .plain(
            "a:ln", ["w": "\(width)"],
            [
                .plain("a:solidFill", [:], [.plain("a:srgbClr", ["val": colour])]),
                .plain("a:prstDash", ["val": dash]),
            ])
    }

    private static let blank = Element.plain(
        "c:spPr", [:], [.plain("a:noFill"), .plain("a:ln", [:], [.plain("a:noFill")])])

    private static func filled(_ place: Int) -> Element {
        let fill = Element.plain("a:solidFill", [:], [.plain("a:srgbClr", ["val": ChartLook.grey(place)])])
        return .plain("c:spPr", [:], [fill, line("000000", width: 6350, dash: "solid")])
    }

    // MARK: Series

    private static func series(_ place: Int, of chart: Chart) -> Element {
        var look: [Element] = []
        switch chart.kind {
        case .column, .stackedColumn, .bar, .stackedBar, .timeline:
            look = [chart.isRoom(place) ? blank : filled(place), value("invertIfNegative", "0")]
        case .line:
            let line = line(ChartLook.line(place), width: 22225, dash: ChartLook.dash(place))
            let marker = Element.plain(
                "c:marker", [:],
                [value("symbol", ChartLook.symbol(place)), value("size", "6"), filled(place)])
            look = [.plain("c:spPr", [:], [line]), marker]
        case .pie:
            look = chart.categories.indices.map { slice in
                .plain("c:dPt", [:], [value("idx", "\(slice)"), value("bubble3D", "0"), filled(slice)])
            }
        }
        let figures = chart.showsFigures ? [labels(place, of: chart)] : []
        let end = chart.kind == .line ? [value("smooth", "0")] : []
        return .plain(
            "c:ser", [:],
            [value("idx", "\(place)"), value("order", "\(place)"), name(of: place, in: chart)] + look
                + figures + [categories(of: chart), values(of: place, in: chart)] + end)
    }

    private static func labels(_ place: Int, of chart: Chart) -> Element {
        let position: [Element] =
            switch chart.kind {
            case .column, .bar: [value("dLblPos", "outEnd")]
            case .stackedColumn, .stackedBar, .timeline: [value("dLblPos", "ctr")]
            case .line: [value("dLblPos", "t")]
            case .pie: [value("dLblPos", "outEnd")]
            }
        let isOnDark = chart.kind.isStacked && ChartLook.isDark(place)
        var words = words(size: 1000)
        if isOnDark { words = words.recoloured }
        return .plain(
            "c:dLbls", [:],
            [
                .plain(
                    "c:numFmt",
                    [
                        "formatCode": chart.kind == .pie ? "[$-42A]0.0%" : numberFormat(of: chart),
                        "sourceLinked": "0",
                    ]),
                .plain("c:spPr", [:], [.plain("a:noFill"), .plain("a:ln", [:], [.plain("a:noFill")])]), words,
            ] + position + [
                value("showLegendKey", "0"), value("showVal", chart.kind == .pie ? "0" : "1"),
                value("showCatName", "0"), value("showSerName", "0"),
                value("showPercent", chart.kind == .pie ? "1" : "0"), value("showBubbleSize", "0"),
            ])
    }

    // MARK: Figures

    /// What a series is called.
    static func name(of place: Int, in chart: Chart, prefix: String = "c") -> Element {
        let cells = chart.cells(ofColumn: place + 1)
        return .plain(
            "\(prefix):tx", [:], [texts([chart.series[place].name], "\(Chart.sheet)!\(cells.head)", prefix)])
    }

    static func categories(of chart: Chart, prefix: String = "c") -> Element {
        let cells = chart.cells(ofColumn: 0)
        return .plain("\(prefix):cat", [:], [texts(chart.categories, "\(Chart.sheet)!\(cells.body)", prefix)])
    }

    static func values(of place: Int, in chart: Chart, prefix: String = "c") -> Element {
        let cells = chart.cells(ofColumn: place + 1)
        let values = chart.series[place].values
        let points = values.enumerated().compactMap { place, value in value.map { point(place, $0, prefix) } }
        let cache = Element.plain(
            "\(prefix):numCache", [:],
            [
                Element.plain("\(prefix):formatCode").holding("General"),
                .plain("\(prefix):ptCount", ["val": "\(values.count)"]),
            ] + points)
        let source = Element.plain("\(prefix):f").holding("\(Chart.sheet)!\(cells.body)")
        return .plain("\(prefix):val", [:], [.plain("\(prefix):numRef", [:], [source, cache])])
    }

    private static func texts(_ texts: [String], _ source: String, _ prefix: String) -> Element {
        let points = texts.enumerated().map { point($0, $1, prefix) }
        let cache = Element.plain(
            "\(prefix):strCache", [:], [.plain("\(prefix):ptCount", ["val": "\(texts.count)"])] + points)
        return .plain("\(prefix):strRef", [:], [Element.plain("\(prefix):f").holding(source), cache])
    }

    private static func point(_ place: Int, _ words: String, _ prefix: String) -> Element {
        .plain("\(prefix):pt", ["idx": "\(place)"], [Element.plain("\(prefix):v").holding(words)])
    }
}

extension Element {
    /// Words in white.
    fileprivate var recoloured: Element {
        rewritten { element in
            if element.name.local == "srgbClr" { element.attributes[0].value = "FFFFFF" }
            return true
        } ?? self
    }
}
