import Diagnostics
import FoundationEssentials
import Regulations
import TestSupport
import Testing

@testable import Checking
@testable import Forms

private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

@Test func `every code has one rule with words in both languages and an example`() {
    #expect(Set(Rule.all.map(\.code)).count == Rule.all.count)
    for rule in Rule.all {
        #expect(rule.code.rawValue.wholeMatch(of: /format\.[a-z]+(-[a-z]+)*/) != nil, "\(rule.code)")
        #expect(!rule.clauses.isEmpty && rule.right != rule.wrong, "\(rule.code)")
        #expect(
            rule.explanation.vietnamese.hasSuffix(".") && rule.explanation.english.hasSuffix("."),
            "\(rule.code)")
    }
}

@Test func `what only custom asks for is never an error`() {
    for rule in Rule.all where rule.clauses.contains(where: { $0.place == "thông lệ soạn thảo" }) {
        #expect(rule.severity < .error, "\(rule.code)")
    }
}

@Test func `a rule is found by its code, with or without the room`() {
    #expect(Rule.rule(coded: "number-colon")?.checklistEntry == "S01")
    #expect(Rule.rule(coded: "format.number-colon")?.holds(under: .decree30) == true)
    #expect(Rule.rule(coded: "format.number-colon")?.holds(under: .guidance05) == false)
    #expect(Rule.rule(coded: "no-such-rule") == nil)
}

@Test func `settings switch rules off and change their weight`() {
    let settings = RuleSettings(off: [.numberYear], severities: [.numberColon: .note])
    #expect(settings.severity(of: .numberYear, under: .decree30) == nil)
    #expect(settings.severity(of: .numberColon, under: .decree30) == .note)
    #expect(settings.severity(of: .numberColon, under: .guidance05) == nil)
    #expect(RuleSettings().severity(of: .numberUnpadded, under: .guidance05) == .error)
}

/// Every rule that a source file declares is in the list of a check, so that the catalogue and the checker know it.
@Test func `no rule that is declared is left out of the catalogue`() throws {
    let sources = root.appending(path: "Sources/Checking")
    let files = try FileManager.default.subpathsOfDirectory(atPath: sources.path)
    var declared: [String] = []
    for file in files where file.hasSuffix(".swift") {
        let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
        declared += text.matches(of: /= Rule\(\s*"(format\.[^"]+)"/).map { String($0.1) }
    }
    #expect(declared.sorted() == Rule.all.map(\.code.rawValue).sorted())
}

private let catalogueFile = root.appending(path: "docs/danh-muc-quy-tac.md")

@Test func `the catalogue in the documentation is the one the code tells`() throws {
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
        try Rule.catalogue.write(to: catalogueFile, atomically: true, encoding: .utf8)
    }
    let written = try String(contentsOf: catalogueFile, encoding: .utf8)
    #expect(written == Rule.catalogue, "run RECORD_GOLDEN=1 swift test --filter CatalogueTests")
}
