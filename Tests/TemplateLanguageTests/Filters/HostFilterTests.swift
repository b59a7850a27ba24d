import Diagnostics
import FoundationEssentials
import TemplateLanguage
import Testing
import Values

@Suite struct HostFilters {
    private static let filters = [
        HostFilter("nhan_doi", alias: "double", takes: .number, summary: Wording("nhân đôi", en: "twice")) {
            value, _ in
            guard case .number(let number) = value else { return value }
            return .number(number * 2)
        },
        HostFilter("ma_vung", arguments: 0...1, summary: Wording("mã vùng", en: "area code")) {
            value, arguments throws(HostFilter.Refusal) in
            guard value == "DNO" else {
                throw HostFilter.Refusal(Wording("không có vùng này", en: "no such area"))
            }
            return arguments.first ?? "0261"
        },
    ]

    private func result(_ template: String, _ data: Value) throws(Failure) -> String {
        try Self.filters.available { () throws(Failure) in try rendered(template, data) }
    }

    @Test(arguments: [
        ("{x | nhan_doi}", "14"), ("{double(x) + 1}", "15"), ("{v | ma_vung}", "0261"),
        ("{ma_vung(v, \"84-261\")}", "84-261"), ("[{trong | nhan_doi}]", "[]"),
    ]) func `a program's filters work like the shipped ones`(_ template: String, _ text: String) throws {
        #expect(try result(template, ["x": 7, "v": "DNO", "trong": .null]) == text)
    }

    @Test(arguments: [
        ("{v | nhan_doi}", "template.wrong-type"), ("{x | ma_vung}", "template.wrong-argument"),
        ("{v | ma_vung(1, 2)}", "template.argument-count"), ("{v | ma_vun}", "template.unknown-filter"),
    ]) func `so do their faults`(_ template: String, _ code: String) throws {
        let failure = #expect(throws: Failure.self) { try result(template, ["x": 7, "v": "DNO"]) }
        #expect(failure?.diagnostics.map(\.code) == [code])
        if code == "template.unknown-filter" {
            #expect(failure?.diagnostics.first?.fix?.english.contains("ma_vung") == true)
        }
    }

    @Test func `without them the names are unknown`() {
        let failure = #expect(throws: Failure.self) { try rendered("{x | nhan_doi}", ["x": 7]) }
        #expect(failure?.diagnostics.map(\.code) == ["template.unknown-filter"])
    }
}
