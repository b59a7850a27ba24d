package import Diagnostics
package import Values
package import VietnameseText

extension DataForm where Value == String {
    /// Text of one line.
    package static var text: DataForm {
        let name = Wording("một dòng chữ", en: "a line of text")
        return DataForm(
            FormDescription(name, .text),
            read: { node, _, reading in reading.line(of: node, expected: name) }, write: { .text($0) })
    }

    /// A line of text with `{placeholders}` that the program fills in.
    package static func pattern(_ placeholders: [String]) -> DataForm {
        let list = placeholders.map { "{\($0)}" }.joined(separator: ", ")
        let name = Wording("câu mẫu có thể chứa \(list)", en: "a sentence with \(list)")
        return DataForm(
            FormDescription(name, .pattern(placeholders: placeholders)),
            read: { node, _, reading in
                guard let pattern = reading.line(of: node, expected: name) else { return nil }
                if let unknown = pattern.placeholders.first(where: { !placeholders.contains($0) }) {
                    let place = reading.location(node.position)
                    reading.note(.unknownPlaceholder(unknown, known: placeholders, at: place))
                    return nil
                }
                return pattern
            }, write: { .text($0) })
    }

    /// The code by which other places refer to this record.
    package static func identifier(_ kind: CodeKind) -> DataForm {
        let name = Wording("mã \(kind.name.vietnamese) mới", en: "a new \(kind.name.english) code")
        return DataForm(
            FormDescription(name, .identifier(kind)),
            read: { node, _, reading in
                guard let code = reading.code(in: node, expected: name) else { return nil }
                reading.declare(code, kind, at: node.position)
                return code
            }, write: { .text($0) })
    }

    /// The code of a record elsewhere.
    package static func reference(_ kind: CodeKind) -> DataForm {
        let name = Wording("mã \(kind.name.vietnamese)", en: "a \(kind.name.english) code")
        return DataForm(
            FormDescription(name, .reference(kind)),
            read: { node, _, reading in
                guard let code = reading.code(in: node, expected: name) else { return nil }
                reading.refer(to: code, kind, at: node.position)
                return code
            }, write: { .text($0) })
    }
}

extension DataForm where Value == Character {
    package static var character: DataForm {
        let name = Wording("một ký tự", en: "one character")
        return DataForm(
            FormDescription(name, .text),
            read: { node, _, reading in
                guard let text = node.line, text.count == 1, let letter = text.first else {
                    reading.noteWrongType(node, expected: name)
                    return nil
                }
                return letter
            }, write: { .text(String($0)) })
    }
}

extension DataForm where Value == Bool {
    package static var boolean: DataForm {
        let name = Wording("true hoặc false", en: "true or false")
        return DataForm(
            FormDescription(name, .boolean),
            read: { node, _, reading in
                guard case .boolean(let value) = node.content else {
                    reading.noteWrongType(node, expected: name)
                    return nil
                }
                return value
            }, write: { .boolean($0) })
    }
}

extension DataForm where Value == CalendarDate {
    package static var date: DataForm<CalendarDate> {
        let name = Wording("ngày", en: "a date")
        return DataForm(
            FormDescription(name, .date),
            read: { node, _, reading in
                guard let written = reading.line(of: node, expected: name) else { return nil }
                do throws(DateFault) { return try CalendarDate(parsing: written) } catch {
                    reading.note(error.diagnostic(at: reading.location(node.position)))
                    return nil
                }
            }, write: { .text($0.text(.iso)) })
    }
}

/// One of the words a value may be, and the value it stands for.
package struct DataChoice<Value: Sendable>: Sendable {
    let word: String
    let value: Value
    let help: String

    /// `help` is what the word means, in Vietnamese.
    package init(_ word: String, _ value: Value, _ help: String = "") {
        self.word = word
        self.value = value
        self.help = help
    }
}

extension DataForm where Value: Equatable & Sendable {
    /// One of some words.
    package static func choice(_ choices: [DataChoice<Value>]) -> DataForm {
        let words = choices.map { $0.word }
        let name = Wording(
            "một trong: " + words.map { "`\($0)`" }.joined(separator: ", "),
            en: "one of: " + words.joined(separator: ", "))
        let described = choices.map { FormDescription.Choice(name: $0.word, help: $0.help) }
        return DataForm(
            FormDescription(name, .choice(described)),
            read: { node, _, reading in
                let written: String?
                if case .boolean(let value) = node.content {
                    // `true` and `false` are no words of ours.
                    written = String(value)
                } else {
                    written = reading.line(of: node, expected: name)
                }
                guard let written else { return nil }
                if let found = choices.first(where: { $0.word == written }) { return found.value }
                reading.note(.unknownChoice(written, among: words, at: reading.location(node.position)))
                return nil
            }, write: { value in choices.first { $0.value == value }.map { .text($0.word) } ?? .null })
    }

    /// One of some words that say what they mean.
    package static func choice(_ choices: KeyValuePairs<String, Value>) -> DataForm {
        choice(choices.map { DataChoice($0.key, $0.value) })
    }
}

extension DataReading {
    /// The one line of text that stands there, without the white space around it; a number is taken as it was written.
    package mutating func line(of node: SourceNode, expected name: Wording) -> String? {
        switch node.content {
        case .number(let written): return written
        case .text(let text):
            let lines = text.paragraphs
            if lines.count == 1 { return lines[0] }
            if lines.count > 1 {
                note(.severalLines(at: location(node.position)))
                return nil
            }
        case .null, .boolean, .sequence, .mapping: break
        }
        noteNotText(node, expected: name)
        return nil
    }

    fileprivate mutating func code(in node: SourceNode, expected name: Wording) -> String? {
        guard let code = line(of: node, expected: name) else { return nil }
        guard code.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) || !code.contains(where: \.isWhitespace)
        else {
            note(.spaceInCode(code, at: location(node.position)))
            return nil
        }
        return code
    }
}

extension SourceNode {
    /// One line of text that is not blank, without the white space around it; a number as it was written.
    package var line: String? {
        switch content {
        case .text(let text):
            let lines = text.paragraphs
            return lines.count == 1 ? lines[0] : nil
        case .number(let written): return written
        case .null, .boolean, .sequence, .mapping: return nil
        }
    }
}

extension String {
    /// The non-empty lines, without the white space around them.
    var paragraphs: [String] {
        isPlainLine ? [self] : split(whereSeparator: \.isNewline).map { $0.trimmed }.filter { !$0.isEmpty }
    }

    /// Whether the first byte is one that no white space begins with.
    var beginsWithLetter: Bool {
        guard let first = utf8.first else { return false }
        return first > 0x20 && first != 0xC2 && !(0xE1...0xE3).contains(first)
    }

    /// One line without white space around it, for most texts are; false where it would take long to tell.
    private var isPlainLine: Bool {
        guard let first = utf8.first, let last = utf8.last, first > 0x20, last > 0x20 else { return false }
        // Beyond ASCII white space begins with the bytes C2, E2 or E3, or is U+1680, which has a 9A.
        return utf8.allSatisfy { $0 > 0x0D && $0 != 0xC2 && $0 != 0xE2 && $0 != 0xE3 && $0 != 0x9A }
    }

    /// Without the white space around it.
    package var trimmed: String {
        // Most texts have none.
        if let first = utf8.first, let last = utf8.last, 0x21...0x7E ~= first, 0x21...0x7E ~= last {
            return self
        }
        return self[...].trimmed
    }

    /// The names between braces.
    package var placeholders: [String] {
        split(separator: "{", omittingEmptySubsequences: false).dropFirst().map {
            String($0.prefix { $0 != "}" })
        }
    }
}

extension StringProtocol {
    /// Without the white space around it.
    package var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
