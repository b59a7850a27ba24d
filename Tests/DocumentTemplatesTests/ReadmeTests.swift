import FoundationEssentials
import TestSupport
import Testing

@Suite struct ReadmeExamples {
    /// Code without blanks and comments, however it is laid out.
    private func bare(_ code: some StringProtocol) -> String {
        code.split(separator: "\n").map { line in
            line.ranges(of: "//").first.map { String(line[..<$0.lowerBound]) } ?? String(line)
        }.joined().filter { !$0.isWhitespace }
    }

    @Test(arguments: ["README.md", "README.vi.md"])
    func `every example of using the package is part of a program that is compiled`(_ name: String) throws {
        let text = try String(contentsOf: packageFolder.appending(path: name), encoding: .utf8)
        let program = bare(
            try String(
                contentsOf: packageFolder.appending(path: "Snippets/UseAsALibrary.swift"), encoding: .utf8))
        let examples = text.split(separator: "```swift\n", omittingEmptySubsequences: false).dropFirst().map {
            $0.split(separator: "```", omittingEmptySubsequences: false)[0]
        }
        #expect(!examples.isEmpty)
        for example in examples { #expect(program.contains(bare(example)), "\(example)") }
    }
}
