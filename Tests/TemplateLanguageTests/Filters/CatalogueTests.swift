import Diagnostics
import FoundationEssentials
import TemplateLanguage
import Testing

@Suite struct Catalogue {
    @Test func `no two filters have a name in common`() {
        var filters: [String: [String]] = [:]
        for filter in Filter.all {
            for name in Set([filter.name, filter.alias]) { filters[name, default: []].append(filter.name) }
        }
        #expect(filters.filter { $0.value.count > 1 }.isEmpty)
    }

    @Test func `the template guide lists the filters there are`() throws {
        let guide = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../../docs/huong-dan-mau.md"
        ).standardized
        let text = try String(contentsOf: guide, encoding: .utf8)
        let parts = text.split(separator: "<!-- bo-loc: bảng này sinh từ mã nguồn -->", maxSplits: 1)
        try #require(parts.count == 2)
        let rest = parts[1].split(separator: "<!-- het-bo-loc -->", maxSplits: 1)
        try #require(rest.count == 2)
        let table = "\n" + Filter.catalogue(in: .vietnamese) + "\n"
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
            let renewed =
                parts[0] + "<!-- bo-loc: bảng này sinh từ mã nguồn -->" + table + "<!-- het-bo-loc -->"
                + rest[1]
            try String(renewed).write(to: guide, atomically: true, encoding: .utf8)
        } else {
            #expect(rest[0] == table, "run the tests once with RECORD_GOLDEN=1 and read the difference")
        }
    }
}
