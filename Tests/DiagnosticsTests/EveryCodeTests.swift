import FoundationEssentials
import TestSupport
import Testing

@Suite struct EveryCode {
    /// Codes that no test can bring about, and why.
    private static let unreachable: Set<String> = [
        // A folder that is there and may not be listed: tests run as root too, who may.
        "system.unreadable-folder",
        // The system refuses to start a single thread.
        "system.no-threads",
        // The temporary folder would have to be full.
        "import.no-private-folder",
        // The folder would have to go between two documents of a batch.
        "batch.folder-gone",
        // A cleaned copy that says something else would be a fault of this program.
        "privacy.not-exact",
    ]

    @Test func `every code that the sources can give stands in a test or its golden files`() throws {
        var written: Set<String> = []
        for file in try files(below: "Sources", ending: [".swift"]) {
            written.formUnion(codes(in: try String(contentsOf: file, encoding: .utf8)))
        }
        var tested: Set<String> = []
        for file in try files(below: "Tests", ending: [".swift", ".txt"]) {
            tested.formUnion(mentions(in: try String(contentsOf: file, encoding: .utf8), of: written))
        }
        #expect(written.count > 250)
        #expect(written.subtracting(tested).subtracting(Self.unreachable).sorted() == [])
        #expect(Self.unreachable.subtracting(written).sorted() == [])
    }

    /// What codes begin with; those of rules, `format.…`, are held by their mutations.
    private static let kinds: Set<String> = [
        "template", "data", "container", "output", "system", "xml", "usage", "sheets", "batch", "document",
        "planning", "check", "convert", "text", "settings", "profile", "import", "privacy",
    ]

    private func codes(in source: String) -> [String] {
        source.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }.flatMap { line in
            line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().filter {
                !$0.offset.isMultiple(of: 2)
            }.map { String($0.element) }.filter(isCode)
        }
    }

    private func isCode(_ text: String) -> Bool {
        let pieces = text.split(separator: ".", omittingEmptySubsequences: false)
        return pieces.count == 2 && Self.kinds.contains(String(pieces[0]))
            && pieces[1].first?.isLetter == true && pieces[1].contains("-")
            && pieces[1].allSatisfy { $0 == "-" || $0.isASCII && ($0.isLowercase || $0.isNumber) }
    }

    private func mentions(in text: String, of codes: Set<String>) -> Set<String> {
        let words = text.split { !($0 == "." || $0 == "-" || $0.isASCII && ($0.isLetter || $0.isNumber)) }
        return Set(words.map { String($0.drop { $0 == "." }) }).intersection(codes)
    }

    private func files(below folder: String, ending: [String]) throws -> [URL] {
        let root = packageFolder.appending(path: folder)
        return try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { name in
            ending.contains { name.hasSuffix($0) }
        }.map { root.appending(path: $0) }
    }
}
