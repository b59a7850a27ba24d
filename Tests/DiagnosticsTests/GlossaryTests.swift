import FoundationEssentials
import TestSupport
import Testing

@Suite struct Glossary {
    /// The words between back quotes in one column of the glossary's table.
    private func words(inColumn column: Int) throws -> [String] {
        let page = try String(contentsOf: packageFolder.appending(path: "docs/thuat-ngu.md"), encoding: .utf8)
        return page.split(separator: "\n").filter { $0.hasPrefix("| ") }.flatMap { row in
            let cells = row.split(separator: "|", omittingEmptySubsequences: false)
            guard cells.count > column else { return [String]() }
            return cells[column].split(separator: "`", omittingEmptySubsequences: false).enumerated().filter {
                !$0.offset.isMultiple(of: 2)
            }.map { String($0.element) }
        }
    }

    private func sources() throws -> Set<Substring> {
        let root = packageFolder.appending(path: "Sources")
        var words: Set<Substring> = []
        for name in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
            if name.hasSuffix(".swift") {
                let text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
                words.formUnion(text.split { !($0.isLetter || $0.isNumber || $0 == "_") })
            }
            words.formUnion(name.split(separator: "/"))
        }
        return words
    }

    @Test func `the glossary names only what exists`() throws {
        let known = try sources()
        let names = try words(inColumn: 2)
        let keys = try words(inColumn: 3).flatMap { $0.split(separator: ".").map(String.init) }
        #expect(names.count > 30 && keys.count > 20)
        #expect((names + keys).filter { !known.contains(Substring($0)) } == [])
    }
}
