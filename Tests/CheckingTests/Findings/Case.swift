import Testing

@testable import Checking

/// A text, the rules it breaks, and what it becomes when mended; nil where it stays.
struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    let rules: [Rule]
    let mended: String?

    init(_ text: String, _ rules: Rule..., mended: String? = nil) {
        self.text = text
        self.rules = rules
        self.mended = mended
    }

    var testDescription: String { text }

    func check(_ judge: (String) -> [TextFault]) {
        let found = judge(text)
        #expect(found.map(\.rule) == rules, "\(found)")
        let corrected = TextFault.corrected(text, by: found)
        #expect(corrected == mended ?? text)
        #expect(judge(corrected).allSatisfy { $0.correction == nil }, "mended twice: \(corrected)")
    }

    /// Paragraphs between bars are judged together.
    func checkTogether(_ judge: ([String]) -> [[TextFault]]) {
        let lines = text.split(separator: "|").map(String.init)
        let found = judge(lines)
        #expect(found.flatMap { $0 }.map(\.rule) == rules, "\(found)")
        let corrected = zip(lines, found).map { TextFault.corrected($0, by: $1) }
        #expect(corrected.joined(separator: "|") == mended ?? text)
        #expect(judge(corrected).joined().allSatisfy { $0.correction == nil })
    }
}
