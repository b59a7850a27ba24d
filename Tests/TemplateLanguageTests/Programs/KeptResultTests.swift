import Diagnostics
import FoundationEssentials
import Synchronization
import TemplateLanguage
import Testing
import Values

/// What a filter makes of a list is the same in each pass of a section, and is computed once where the list is long.
@Suite struct KeptResults {
    private final class Calls: Sendable {
        let count = Mutex(0)
        var number: Int { count.withLock { $0 } }
    }

    private func counting(_ calls: Calls) -> HostFilter {
        HostFilter("dem_lan", arguments: 0...1, summary: Wording("đếm", en: "count")) { value, _ in
            calls.count.withLock { $0 += 1 }
            guard case .list(let items) = value else { return value }
            return .number(.init(items.count))
        }
    }

    private func rows(_ count: Int, times: Int = 1) -> Value {
        .list((1...count).map { ["so": .number(.init($0 * times)), "ma": .number(.init($0 % 2))] })
    }

    @Test(arguments: [(31, 31), (32, 1), (33, 1)]) func `a long list is gone through once for all passes`(
        length: Int, count: Int
    ) throws {
        let calls = Calls()
        let text = try [counting(calls)].available { () throws(Failure) in
            try rendered("{#ds}{ds | dem_lan}{/ds}", ["ds": rows(length)])
        }
        #expect(calls.number == count)
        #expect(text == String(repeating: "\(length)", count: length))
    }

    @Test func `two lists and two arguments do not push each other out`() throws {
        let calls = Calls()
        let template = "{#a}{a | dem_lan}{b | dem_lan}{b | dem_lan(1)}{a | sap_xep(\"so\") | dem_lan}{/a}"
        _ = try [counting(calls)].available { () throws(Failure) in
            try rendered(template, ["a": rows(40), "b": rows(41)])
        }
        #expect(calls.number == 4)
    }

    @Test func `each group has results of its own`() throws {
        let data: Value = ["nhom": [["muc": rows(32)], ["muc": rows(32, times: 10)], ["muc": rows(32)]]]
        let text = try rendered("{#nhom}{muc | tong(\"so\")} {muc | loc(\"ma\", $index) | dem};{/nhom}", data)
        #expect(text == "528 16;5280 16;528 0;")
    }

    @Test func `a list that cannot be summed is told as ever`() {
        guard case .list(let items) = rows(40) else { return }
        let data: Value = ["ds": .list(items + [["so": "năm", "ma": 0]])]
        let failure = #expect(throws: Failure.self) { try rendered("{#ds}{ds | tong(\"so\")}{/ds}", data) }
        #expect(failure?.diagnostics.map(\.code) == ["template.wrong-type"])
    }
}
