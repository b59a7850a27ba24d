import Diagnostics
import TestSupport
import Testing
import Values

@testable import TemplateLanguage

@Suite struct Escaping {
    /// The text as the styles of these tests have it, a character at a time.
    private func written(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            case "\n": "⏎"
            case "\t": "→"
            default: String(scalar)
            }
        }.joined()
    }

    /// The text in the second of two records is written in the short way where there is one.
    private func rendered(twice text: String) throws -> String {
        let record: Value = ["ten": .text(text)]
        return try TemplateLanguageTests.rendered("{#ds}{ten}|{/ds}", ["ds": .list([record, record])])
    }

    @Test(arguments: ["&", "<", ">", "\"", "\n", "\t", " ", "  ", "ế", "đ", "￼", "&&", "<\"", "😀"])
    func `a character is written the same wherever it stands`(_ character: String) throws {
        for before in 0...17 {
            for after in 0...17 {
                let text =
                    String(repeating: "x", count: before) + character + String(repeating: "ộ", count: after)
                #expect(try rendered(twice: text) == "\(written(text))|\(written(text))|")
            }
        }
    }

    @Test(arguments: 0..<40) func `a random text is written as one character after the other is`(seed: Int)
        throws
    {
        var chance = SeededGenerator(seed: UInt64(seed))
        let characters = Array("abcxyz0189 ếộđĂ&<>\"\n\t;'—…￼😀".unicodeScalars)
        for _ in 0..<50 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...40, using: &chance) {
                if let scalar = characters.randomElement(using: &chance) { text.append(scalar) }
            }
            let expected = written(String(text))
            #expect(try rendered(twice: String(text)) == "\(expected)|\(expected)|")
        }
    }

    @Test(arguments: [0, 5, 8, 13, 20]) func `what XML forbids is a fault in the short way too`(before: Int)
        throws
    {
        let good: Value = ["ten": "tốt"]
        for scalar in ["\u{1}", "\u{FFFE}", "\u{FFFF}"] {
            let bad: Value = ["ten": .text(String(repeating: "x", count: before) + scalar)]
            let failure = #expect(throws: Failure.self) {
                try TemplateLanguageTests.rendered("{#ds}{ten}|{/ds}", ["ds": [good, good, bad]])
            }
            #expect(failure?.diagnostics.map(\.code) == ["template.forbidden-character"])
        }
    }
}
