import Container
import Diagnostics
import Foundation
import Planning
import TestSupport
import Testing
import VanThu

/// Charts of a report: drawn where they are asked for, with the figures of the table.
@Suite struct ReportChartTests {
    /// The example with a line in `bao-cao.yaml`; the report's parts by name.
    private func parts(_ line: String, _ format: OutputFormat) throws -> [String: String] {
        try withScratchFolder { folder in
            let workspace = folder.appending(path: "ho-so")
            try FileManager.default.copyItem(at: URL(filePath: TheExample.workspace), to: workspace)
            let settings = workspace.appending(path: "bao-cao.yaml")
            let text = try String(contentsOf: settings, encoding: .utf8)
            try FileManager.default.removeItem(at: settings)
            try Data("\(line)\n\(text)".utf8).write(to: settings)
            let period = try #require(ReportingPeriod("2021-Q1"))
            let bytes = try Clerk(formats: [format], folder: folder.path).bytes(
                of: .report(period, .asTheWorkspaceSays), from: workspace.path, environment: [:])
            let archive = try Archive(bytes: bytes.value[0], file: "bao-cao")
            var parts: [String: String] = [:]
            for name in archive.entries.map(\.name) where name.hasSuffix(".xml") {
                parts[name] = String(decoding: try archive.contents(of: name), as: UTF8.self)
            }
            return parts
        }
    }

    private func charts(_ parts: [String: String]) -> [String] {
        parts.filter { $0.key.hasPrefix("word/charts/") || $0.key.hasPrefix("ObjectVt") }.sorted {
            $0.key < $1.key
        }.map(\.value)
    }

    /// The percentages that the table prints, as numbers with a point.
    private func percentages(_ body: String) -> [String] {
        body.matches(of: #/>(\d+(?:\.\d{3})*,\d)%</#).map {
            String($0.output.1).replacing(".", with: "").replacing(",", with: ".")
        }
    }

    @Test(arguments: [OutputFormat.docx, .odt]) func `none is drawn where nobody asks`(format: OutputFormat)
        throws
    { #expect(try charts(parts("", format)).isEmpty) }

    @Test(arguments: [OutputFormat.docx, .odt]) func `the plan's chart has the percentages of the table`(
        format: OutputFormat
    ) throws {
        let parts = try parts("bieu_do: [ke_hoach]", format)
        let charts = charts(parts)
        #expect(charts.count == 1)
        let body = try #require(parts[format == .docx ? "word/document.xml" : "content.xml"])
        let printed = percentages(body)
        let drawn =
            format == .docx
            ? charts[0].matches(of: #/<c:v>(\d+(?:\.\d)?)<\/c:v>/#).map { String($0.output.1) }
            : charts[0].matches(of: #/office:value="(\d+(?:\.\d)?)"/#).map { String($0.output.1) }
        #expect(!drawn.isEmpty)
        for figure in drawn {
            let shown = figure.contains(".") ? figure : figure + ".0"
            #expect(printed.contains(shown), "\(figure) of \(printed)")
        }
        // Whoever does not see it is told.
        #expect(body.contains(format == .docx ? "descr=\"Biểu đồ." : "<svg:desc>Biểu đồ."))
    }

    @Test func `a chart stays with its title, and two with theirs fit on a page`() throws {
        let parts = try parts("bieu_do: [ke_hoach, theo_thang, tien_do]", .docx)
        let body = try #require(parts["word/document.xml"])
        let styles = try #require(parts["word/styles.xml"])
        func keeps(_ style: String) -> Bool {
            let element = styles.firstMatch(
                of: try! Regex("<w:style [^>]*w:styleId=\"\(style)\".*?</w:style>"))
            return element?.output[0].substring?.contains("<w:keepNext/>") == true
        }
        let paragraphs = body.matches(of: #/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/#).map { String($0.output) }
        let drawn = paragraphs.indices.filter { paragraphs[$0].contains("<c:chart ") }
        #expect(drawn.count > 3)
        for index in drawn {
            #expect(paragraphs[index].contains("w:val=\"BieuDo\""))
            #expect(paragraphs[index - 1].contains("w:val=\"TenBieuDo\""))
        }
        #expect(keeps("TenBieuDo") && !keeps("BieuDo"))
        // The text of a landscape page is 17 cm high; a line of it, with what is between, takes less than a centimetre.
        let heights = body.matches(of: #/<wp:extent cx="\d+" cy="(\d+)"/#).compactMap { Double($0.output.1) }
        for height in heights.prefix(drawn.count - 1) { #expect(2 * (height / 360_000 + 1) <= 17) }
    }

    @Test func `the months of an indicator come to what the table has so far`() throws {
        let parts = try parts("bieu_do: [theo_thang]", .docx)
        let charts = charts(parts)
        #expect(!charts.isEmpty)
        let body = try #require(parts["word/document.xml"])
        for chart in charts {
            let values = chart.firstMatch(of: #/<c:val>.*?<\/c:val>/#)?.output ?? ""
            let figures = values.matches(of: #/<c:v>(\d+)<\/c:v>/#).compactMap { Int($0.output.1) }
            let sum = figures.reduce(0, +)
            let text = sum.formatted(.number.grouping(.automatic).locale(Locale(identifier: "vi_VN")))
            #expect(body.contains(">\(text)<"), "\(figures)")
        }
    }

    @Test(arguments: [OutputFormat.docx, .odt])
    func `the year's tasks lie over their months, the months before them are not seen`(format: OutputFormat)
        throws
    {
        let parts = try parts("bieu_do: [tien_do]", format)
        let charts = charts(parts)
        #expect(charts.count == 1)
        let chart = try #require(charts.first)
        #expect(chart.contains(format == .docx ? "<c:max val=\"12\"/>" : "chart:maximum=\"12\""))
        #expect(
            chart.contains(
                format == .docx
                    ? "<a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:invertIfNegative" : "draw:fill=\"none\""
            ))
        // Only one series is seen, so none needs a name below.
        #expect(!chart.contains("legend"))
        let body = try #require(parts[format == .docx ? "word/document.xml" : "content.xml"])
        #expect(body.contains("Tiến độ các nhiệm vụ năm 2021"))
    }
}
