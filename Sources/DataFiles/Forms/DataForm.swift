package import Diagnostics
package import Values

/// How a value stands in a data file: one description reads and writes it, so that the two cannot disagree.
package struct DataForm<Value: Sendable>: Sendable {
    /// What is asked for, in the words of a fault.
    package let name: Wording
    /// Nil after a fault was noted.
    ///
    /// `base` is the value that is changed, nil where there is none to inherit from.
    package let read: @Sendable (_ node: SourceNode, _ base: Value?, inout DataReading) -> Value?
    package let write: @Sendable (Value) -> SourceNode.Content

    package init(
        name: Wording, read: @escaping @Sendable (SourceNode, Value?, inout DataReading) -> Value?,
        write: @escaping @Sendable (Value) -> SourceNode.Content
    ) {
        self.name = name
        self.read = read
        self.write = write
    }
}

/// One key of a record.
package struct DataField<Record: Sendable>: Sendable {
    package let key: String
    /// Leaves the record as it is where there is a fault.
    let read: @Sendable (_ node: SourceNode, _ inherits: Bool, inout Record, inout DataReading) -> Void
    let write: @Sendable (Record) -> SourceNode.Content

    /// The field that `path` names.
    package static func field<Value: Sendable>(
        _ key: String, _ path: any WritableKeyPath<Record, Value> & Sendable, _ form: DataForm<Value>
    ) -> DataField {
        DataField(
            key: key,
            read: { node, inherits, record, reading in
                let base = inherits ? record[keyPath: path] : nil
                if let value = form.read(node, base, &reading) { record[keyPath: path] = value }
            }, write: { form.write($0[keyPath: path]) })
    }

    /// The same key in a record that holds this one.
    package func inside<Whole: Sendable>(_ path: any WritableKeyPath<Whole, Record> & Sendable) -> DataField<
        Whole
    > {
        let (read, write) = (self.read, self.write)
        return DataField<Whole>(
            key: key,
            read: { node, inherits, whole, reading in read(node, inherits, &whole[keyPath: path], &reading) },
            write: { write($0[keyPath: path]) })
    }
}

extension DataForm {
    /// A group of keys.
    ///
    /// Without something to inherit from every key must be there; `blank` only lends its place until they are read.
    /// `check` looks at what was read as a whole and returns what is wrong with it.
    package static func record(
        _ name: Wording, blank: Value, check: @escaping @Sendable (Value) -> Wording? = { _ in nil },
        _ fields: [DataField<Value>]
    ) -> DataForm {
        DataForm(
            name: name,
            read: { node, base, reading in
                guard case .mapping(let entries) = node.content else {
                    reading.note(.wrongType(node, expected: name, at: reading.location(node.position)))
                    return nil
                }
                var value = base ?? blank
                let faults = reading.faults.count
                reading.fill(
                    &value, fields, from: entries, at: node.position,
                    missing: base == nil ? .areFaults : .areInherited)
                if reading.faults.count == faults, let wrong = check(value) {
                    reading.note(.impossible(wrong, at: reading.location(node.position)))
                }
                return value
            }, write: { value in .mapping(fields.map { DataForm.entry($0.key, $0.write(value)) }) })
    }

    /// A mapping whose keys tell its items apart; items are changed one by one, and `khong` takes one away.
    package static func keyed<Item>(
        _ name: Wording, id: @escaping @Sendable (Item) -> String,
        read: @escaping @Sendable (_ entry: SourceNode.Entry, _ base: Item?, inout DataReading) -> Item?,
        write: @escaping @Sendable (Item) -> SourceNode.Content
    ) -> DataForm where Value == [Item] {
        DataForm(
            name: name,
            read: { node, base, reading in
                guard case .mapping(let entries) = node.content else {
                    reading.note(.wrongType(node, expected: name, at: reading.location(node.position)))
                    return nil
                }
                var items = base ?? []
                for entry in entries where !entry.value.isBlank {
                    reading.enter(entry.key)
                    defer { reading.leave() }
                    let place = items.firstIndex { id($0) == entry.key }
                    if entry.value.content == .text(DataWords.absent) {
                        if let place { items.remove(at: place) }
                    } else if let item = read(entry, place.map { items[$0] }, &reading) {
                        if let place { items[place] = item } else { items.append(item) }
                    }
                }
                return items
            }, write: { items in .mapping(items.map { DataForm.entry(id($0), write($0)) }) })
    }

    /// A list of values; it takes the place of the one inherited.
    package static func list<Item>(of item: DataForm<Item>) -> DataForm where Value == [Item] {
        let name = Wording("danh sách \(item.name.vietnamese)", en: "a list of \(item.name.english)")
        return DataForm(
            name: name,
            read: { node, _, reading in
                guard case .sequence(let nodes) = node.content else {
                    reading.note(.wrongType(node, expected: name, at: reading.location(node.position)))
                    return nil
                }
                return nodes.enumerated().compactMap { index, node in
                    reading.enter(item: index)
                    defer { reading.leave() }
                    return item.read(node, nil, &reading)
                }
            }, write: { .sequence($0.map { SourceNode(item.write($0), at: .start) }) })
    }

    /// The value, or `khong` for none.
    package static func absent<Wrapped>(or form: DataForm<Wrapped>) -> DataForm where Value == Wrapped? {
        DataForm(
            name: Wording(
                "\(form.name.vietnamese), hoặc \(DataWords.absent)",
                en: "\(form.name.english), or \(DataWords.absent)"),
            read: { node, base, reading in
                if node.content == .text(DataWords.absent) { return .some(nil) }
                return form.read(node, base.flatMap { $0 }, &reading).map { .some($0) }
            }, write: { $0.map(form.write) ?? .text(DataWords.absent) })
    }

    package static func entry(_ key: String, _ content: SourceNode.Content) -> SourceNode.Entry {
        SourceNode.Entry(key: key, keyPosition: .start, value: SourceNode(content, at: .start))
    }
}

/// Words with a meaning of their own in data files.
package enum DataWords {
    /// There is none: takes away what would be inherited.
    package static let absent = "khong"
}

extension Position {
    /// What is written has no place yet.
    package static let start = Position(line: 1, column: 1)
}

extension SourceNode {
    /// Nothing was written: no value, or a text of white space as an empty cell gives.
    package var isBlank: Bool {
        switch content {
        case .null: true
        case .text(let text): text.allSatisfy(\.isWhitespace)
        case .boolean, .number, .sequence, .mapping: false
        }
    }
}
