import TestSupport
import Testing
import XMLTree

@testable import Charts

@Suite struct ChartParts {
    private func chart(_ kind: Chart.Kind, series count: Int = 2, title: String? = "Kinh phí") -> Chart {
        Chart(
            kind: kind, title: title, categories: ["Quý I", "Quý II", "Quý III"],
            series: (0..<count).map {
                Chart.Series(name: "Chuỗi \($0 + 1)", values: ["\($0 + 1)0.5", nil, "-3"])
            })
    }

    @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")])
    func `columns are called as in a sheet`(_ column: Int, _ letters: String) {
        #expect(Chart.letters(ofColumn: column) == letters)
    }

    @Test(arguments: Chart.Kind.allCases)
    func `both formats say every figure, name and category once where it is shown`(_ kind: Chart.Kind) {
        let chart = chart(kind, series: kind == .pie ? 1 : 2)
        let word = String(decoding: WordChart.part(of: chart).bytes, as: UTF8.self)
        let odf = String(
            decoding: OpenDocumentChart.content(of: chart, width: 100, height: 50).bytes, as: UTF8.self)
        for xml in [word, odf] {
            #expect(xml.ranges(of: ">10.5<").count == 1)
            #expect(xml.ranges(of: ">-3<").count == chart.series.count)
            #expect(xml.ranges(of: ">Chuỗi 1<").count == 1)
            #expect(xml.contains(">Kinh phí<"))
        }
        #expect(odf.ranges(of: ">Quý II<").count == 1)
        #expect(word.ranges(of: ">Quý II<").count == chart.series.count)
    }

    @Test func `of months before a task only the room is left, and the axis has the year's months at least`()
    {
        func ends(_ values: [[String?]]) -> Int? {
            Chart(
                kind: .timeline, title: nil, categories: ["a"],
                series: values.map { Chart.Series(name: "s", values: $0) }
            ).axisEnd
        }
        #expect(ends([["2"], ["3"]]) == 12 && ends([["11"], ["1"]]) == 12 && ends([["11"], ["2"]]) == 13)
        #expect(ends([[nil], [nil]]) == 12 && chart(.stackedBar).axisEnd == nil)
        #expect(!chart(.timeline).hasLegend && chart(.timeline, series: 3).hasLegend)
        let word = String(decoding: WordChart.part(of: chart(.timeline, series: 3)).bytes, as: UTF8.self)
        #expect(word.contains("<c:legendEntry><c:idx val=\"0\"/><c:delete val=\"1\"/></c:legendEntry>"))
    }

    @Test func `a figure that is missing is no point, in Word as in OpenDocument`() {
        let word = String(decoding: WordChart.part(of: chart(.column, series: 1)).bytes, as: UTF8.self)
        #expect(word.contains("<c:ptCount val=\"3\"/><c:pt idx=\"0\"><c:v>10.5</c:v></c:pt><c:pt idx=\"2\">"))
        let odf = OpenDocumentChart.content(of: chart(.column, series: 1), width: 100, height: 50)
        #expect(
            String(decoding: odf.bytes, as: UTF8.self).contains(
                "<table:table-cell><text:p/></table:table-cell></table:table-row>"))
    }

    @Test(arguments: [
        (["1"], "[$-42A]#,##0"), (["1.5", "2"], "[$-42A]#,##0.0"), (["1.23456"], "[$-42A]#,##0.0000"),
        ([], "[$-42A]#,##0"),
    ]) func `figures have as many decimal places as they need`(_ values: [String], _ format: String) {
        let chart = Chart(
            kind: .column, title: nil, categories: values, series: [Chart.Series(name: "", values: values)])
        #expect(WordChart.numberFormat(of: chart) == format)
    }

    @Test(arguments: [
        // At, and above, what can be read.
        (1, 12, true), (1, 13, true), (1, 19, false), (3, 6, true), (3, 7, false), (4, 2, false),
    ]) func `figures stand at their bars while they can be read`(
        _ series: Int, _ categories: Int, _ are: Bool
    ) {
        let names = (0..<categories).map { "\($0)" }
        let chart = Chart(
            kind: .column, title: nil, categories: names,
            series: (0..<series).map { _ in Chart.Series(name: "s", values: names) })
        #expect(chart.showsFigures == are)
    }
}
