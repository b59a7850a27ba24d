internal import FoundationEssentials
internal import Values
internal import VanThu
internal import VietnameseText

/// What was typed into the form of a template, as the data it is filled with.
struct Answers {
    private let questions: [TemplateQuestion]
    private let fields: [String: String]

    /// Names of fields begin with `d.`, and go down by names and numbers: `d.dieu.0.ten`.
    init(_ questions: [TemplateQuestion], _ form: Fields) {
        self.questions = questions
        var fields: [String: String] = [:]
        for (name, value) in form.entries where name.hasPrefix("d.") {
            fields[name] = value.split(separator: "\r\n", omittingEmptySubsequences: false).joined(
                separator: "\n")
        }
        self.fields = fields
    }

    /// The data, with null for what was left blank.
    var value: Value { value(of: questions, at: "d") }

    /// The names of fields that are asked for and were left blank.
    var blanks: [String] { blanks(in: questions, at: "d") }

    /// The fields whose text is not what is asked for, and what is.
    var misfits: [(field: String, wanted: String)] { misfits(in: questions, at: "d") }

    /// How many rows a list of records has in the form.
    func rowCount(_ path: String) -> Int {
        var count = 0
        for name in fields.keys where name.hasPrefix(path + ".") {
            if let index = Int(name.dropFirst(path.count + 1).prefix { $0 != "." }) {
                count = max(count, min(index, 4999) + 1)
            }
        }
        return count
    }

    private func value(of questions: [TemplateQuestion], at path: String) -> Value {
        .record(Record(questions.map { ($0.name, value(of: $0, at: "\(path).\($0.name)")) }))
    }

    private func value(of question: TemplateQuestion, at path: String) -> Value {
        let text = Self.trimmed(fields[path] ?? "")
        switch question.kind {
        case .line, .paragraphs, .picture: return text.isEmpty ? .null : .text(text)
        case .number, .money:
            return text.isEmpty ? .null : Self.number(text).map { .number($0) } ?? .text(text)
        case .date: return text.isEmpty ? .null : .text(text)
        case .truth: return .boolean(fields[path] != nil)
        case .list:
            let lines = text.split(separator: "\n").map { Self.trimmed(String($0)) }.filter { !$0.isEmpty }
            return .list(lines.map { .text($0) })
        case .group(let inner): return value(of: inner, at: path)
        case .rows(let inner):
            let rows = (0..<rowCount(path)).filter { !isBlank(inner, at: "\(path).\($0)") }
            return .list(rows.map { value(of: inner, at: "\(path).\($0)") })
        }
    }

    private func isBlank(_ questions: [TemplateQuestion], at path: String) -> Bool {
        !fields.contains { $0.key.hasPrefix(path + ".") && !Self.trimmed($0.value).isEmpty }
    }

    private func blanks(in questions: [TemplateQuestion], at path: String) -> [String] {
        questions.filter { !$0.isOptional }.flatMap { question -> [String] in
            let path = "\(path).\(question.name)"
            switch question.kind {
            case .line, .number, .money, .date, .paragraphs:
                return Self.trimmed(fields[path] ?? "").isEmpty ? [path] : []
            case .truth, .list, .picture: return []
            case .group(let inner): return blanks(in: inner, at: path)
            case .rows(let inner):
                return (0..<rowCount(path)).filter { !isBlank(inner, at: "\(path).\($0)") }.flatMap {
                    blanks(in: inner, at: "\(path).\($0)")
                }
            }
        }
    }

    private func misfits(in questions: [TemplateQuestion], at path: String) -> [(
        field: String, wanted: String
    )] {
        questions.flatMap { question -> [(field: String, wanted: String)] in
            let path = "\(path).\(question.name)"
            let text = Self.trimmed(fields[path] ?? "")
            switch question.kind {
            case .number, .money: return text.isEmpty || Self.number(text) != nil ? [] : [(path, "số")]
            case .date:
                return text.isEmpty || (try? CalendarDate(parsing: text)) != nil ? [] : [(path, "ngày")]
            case .line, .paragraphs, .truth, .list, .picture: return []
            case .group(let inner): return misfits(in: inner, at: path)
            case .rows(let inner):
                return (0..<rowCount(path)).flatMap { misfits(in: inner, at: "\(path).\($0)") }
            }
        }
    }

    /// What a Vietnamese accountant means by the text.
    private static func number(_ text: String) -> Decimal? {
        guard let typed = try? TypedNumber(parsing: text, as: .text), typed.doubt == nil else { return nil }
        return typed.value
    }

    /// What people call the field of that name: `Người ký, Họ tên`.
    func label(of field: String) -> String {
        var inner = questions
        var words: [String] = []
        for piece in field.split(separator: ".").dropFirst() {
            if let number = Int(piece), !words.isEmpty {
                words[words.count - 1] += " \(number + 1)"
            } else if let question = inner.first(where: { $0.name == piece }) {
                words.append(question.label)
                inner =
                    switch question.kind {
                    case .group(let inner), .rows(let inner): inner
                    default: []
                    }
            }
        }
        return words.joined(separator: ", ")
    }

    private static func trimmed(_ text: String) -> String {
        var text = Substring(text)
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }

    // MARK: Back into the form

    /// The texts of fields that say a value, as a form that is opened again shows them.
    static func fields(of value: Value, at path: String = "d") -> [(String, String)] {
        switch value {
        case .null: return []
        case .boolean(let truth): return truth ? [(path, "1")] : []
        case .number(let number): return [(path, "\(number)".map { $0 == "." ? "," : String($0) }.joined())]
        case .text(let text): return [(path, text)]
        case .date(let date): return [(path, "\(date.day)/\(date.month)/\(date.year)")]
        case .list(let items):
            let texts = items.compactMap { item -> String? in
                guard case .text(let text) = item else { return nil }
                return text
            }
            if texts.count == items.count { return [(path, texts.joined(separator: "\n"))] }
            return items.enumerated().flatMap { fields(of: $0.element, at: "\(path).\($0.offset)") }
        case .record(let record):
            return zip(record.shape.names, record.values).flatMap { fields(of: $1, at: "\(path).\($0)") }
        }
    }
}
