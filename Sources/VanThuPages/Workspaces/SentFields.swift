internal import DataFiles

/// What was sent of a record's form: what was typed, what had been shown, and which of two values was chosen, by key.
struct SentFields {
    private let typed: [String: String]
    private let shown: [String: String]
    private let choices: [String: String]
    /// The print of the whole record that was shown.
    let record: String

    init(_ form: Fields) {
        var (typed, shown, choices): ([String: String], [String: String], [String: String]) = ([:], [:], [:])
        for (name, value) in form.entries {
            if name.hasPrefix("f.") { typed[String(name.dropFirst(2))] = value }
            if name.hasPrefix("h.") { shown[String(name.dropFirst(2))] = value }
            if name.hasPrefix("c.") { choices[String(name.dropFirst(2))] = value }
        }
        (self.typed, self.shown, self.choices) = (typed, shown, choices)
        record = form["goc"] ?? ""
    }

    /// What was typed into a field; nil where the form did not have it.
    func value(of field: RecordField) -> TypedValue? {
        let key = field.description.key
        return typed[key].map { TypedValue($0, shown: shown[key], choice: choices[key]) }
    }

    /// What a field shows once more: what was typed anew, with the print of what had been shown then.
    func again(_ field: RecordField) -> (text: String, shown: String)? {
        guard let value = value(of: field), value.isChanged(from: field.text),
            value.typed != RecordField.plain(field.text)
        else { return nil }
        return (value.typed, value.shown ?? printOf(RecordField.plain(field.text)))
    }
}
