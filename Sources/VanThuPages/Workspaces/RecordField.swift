internal import DataFiles
internal import Values

/// A value of a data file as a field of a form: its text, and the value that a text comes to.
struct RecordField {
    let description: FieldDescription
    let placed: PlacedForm
    let content: SourceNode.Content

    enum Control: Equatable {
        case line
        case number
        case date
        case choice([FormDescription.Choice])
        case truth
        /// A line for each item, or paragraph.
        case lines
        /// A line for each year: `2026: 240`.
        case years
        /// Records one by one, each on a page of its own.
        case records
        /// A record on a page of its own.
        case record
        /// Written in the file as a whole.
        case elsewhere
    }

    init(_ description: FieldDescription, in record: PlacedForm, _ content: SourceNode.Content) {
        self.description = description
        self.content = content
        placed = record.inner(description.form, content)
    }

    var control: Control {
        switch placed.form.shape {
        case .text, .pattern, .identifier, .reference: isLine ? .line : .elsewhere
        case .number, .amount, .integer: isLine ? .number : .elsewhere
        case .date: isLine ? .date : .elsewhere
        case .boolean: .truth
        case .choice(let choices): .choice(choices)
        case .lines: isLines ? .lines : .elsewhere
        case .list(let item):
            switch placed.inner(item, .null).form.shape {
            case .text, .pattern, .identifier, .reference, .number, .amount, .integer, .date:
                isLines ? .lines : .records
            case .record: .records
            case .shorthand, .list, .perYear, .named, .other, .lines, .choice, .boolean, .enclosingRecord:
                .elsewhere
            }
        case .perYear(let item):
            switch item.shape {
            case .number, .amount, .integer, .text, .pattern: .years
            default: .elsewhere
            }
        case .record: .record
        case .named, .enclosingRecord, .shorthand, .other: isLine && !isNothing ? .line : .elsewhere
        }
    }

    private var isNothing: Bool { content == .null }

    /// Whether it is one line of text, or nothing.
    private var isLine: Bool {
        switch content {
        case .null, .boolean, .number: true
        case .text(let text): !text.hasLineBreak
        case .sequence, .mapping: false
        }
    }

    private var isLines: Bool {
        switch content {
        case .null, .text, .number: true
        case .boolean, .mapping: false
        case .sequence(let items):
            items.allSatisfy {
                switch $0.content {
                case .text(let text): !text.hasLineBreak
                case .number: true
                case .null, .boolean, .sequence, .mapping: false
                }
            }
        }
    }

    /// What the field shows.
    var text: String { Self.text(of: content) }

    static func text(of content: SourceNode.Content) -> String {
        switch content {
        case .null: return ""
        case .boolean(let truth): return truth ? "true" : "false"
        case .number(let text): return text
        case .text(let text):
            var text = Substring(text)
            while text.last == "\n" { text.removeLast() }
            return String(text)
        case .sequence(let items): return items.map { Self.text(of: $0.content) }.joined(separator: "\n")
        case .mapping(let entries):
            return entries.map { "\($0.key): \(Self.text(of: $0.value.content))" }.joined(separator: "\n")
        }
    }

    /// The value that a text comes to, written as the one before was where that can be told.
    func value(of text: String) -> SourceNode.Content {
        let text = Self.plain(text)
        if text.isEmpty { return .null }
        switch control {
        case .line, .date, .choice, .elsewhere, .record, .records: return .text(text)
        case .truth: return .boolean(text == "true")
        case .number: return Self.number(text)
        case .lines:
            let lines = text.split(separator: "\n").map { Self.plain(String($0)) }.filter { !$0.isEmpty }
            if case .text = content, case .lines = placed.form.shape {
                return .text(lines.joined(separator: "\n"))
            }
            if case .list(let item) = placed.form.shape, item.shape == .amount {
                return .sequence(lines.map { SourceNode(Self.number($0), at: .start) })
            }
            return .sequence(lines.map { SourceNode(.text($0), at: .start) })
        case .years:
            let entries = text.split(separator: "\n").compactMap { line -> SourceNode.Entry? in
                let words = line.split(separator: ":", maxSplits: 1).map { Self.plain(String($0)) }
                guard let year = words.first, !year.isEmpty else { return nil }
                return SourceNode.entry(year, words.count > 1 ? Self.number(words[1]) : .null)
            }
            return .mapping(entries)
        }
    }

    /// Digits alone are a number; anything else is read as a person writes it.
    static func number(_ text: String) -> SourceNode.Content {
        let digits = text.drop { $0 == "-" }
        let isPlain =
            !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
            && (digits.first != "0" || digits.count == 1)
        return isPlain && text.count - digits.count <= 1 ? .number(text) : .text(text)
    }

    /// Without the carriage returns that browsers send, and without blanks around.
    static func plain(_ text: String) -> String {
        let whole = text.unicodeScalars
        guard let first = whole.first, let last = whole.last else { return text }
        if !first.properties.isWhitespace, !last.properties.isWhitespace, !text.utf8.contains(0x0D) {
            return text
        }
        var scalars = text.unicodeScalars.filter { $0 != "\r" }[...]
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        var plain = ""
        plain.unicodeScalars.append(contentsOf: scalars)
        return plain
    }
}

extension String { fileprivate var hasLineBreak: Bool { utf8.contains { $0 == 0x0A } } }
