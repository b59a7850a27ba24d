public import Diagnostics
public import Values

extension DataForm {
    /// A group of keys, named so that the schema and the dictionary can refer to it.
    ///
    /// `blank` is what a record is in which no key was written.
    @inlinable package static func record(
        _ name: String, _ help: String, blank: Value, _ fields: [DataField<Value>]
    ) -> DataForm {
        let description = RecordDescription(name: name, help: help, fields: fields.map { $0.description })
        return record(
            FormDescription(Wording("nhóm `\(name)`", en: "a mapping (\(name))"), .record(description)),
            blank: blank, fields)
    }

    /// A group of keys that may be inherited.
    ///
    /// Without something to inherit every required key must be there; `blank` only lends its place until they are read.
    /// `check` looks at what was read as a whole and returns what is wrong with it.
    @inlinable package static func record(
        _ name: Wording, blank: Value, check: @escaping @Sendable (Value) -> Wording? = { _ in nil },
        _ fields: [DataField<Value>]
    ) -> DataForm {
        let description = RecordDescription(
            name: nil, help: name.vietnamese, fields: fields.map { $0.description })
        return record(FormDescription(name, .record(description)), blank: blank, check: check, fields)
    }

    @inlinable package static func record(
        _ description: FormDescription, blank: Value,
        check: @escaping @Sendable (Value) -> Wording? = { _ in nil }, _ fields: [DataField<Value>]
    ) -> DataForm {
        let readers = RecordFields(fields)
        return DataForm(
            description,
            read: { node, base, reading in
                guard case .mapping(let entries) = node.content else {
                    reading.noteWrongType(node, expected: description.name)
                    return nil
                }
                var value = base ?? blank
                let count = reading.faults.count
                reading.fill(
                    &value, readers, from: entries, at: node.position,
                    missing: base == nil ? .areFaults : .areInherited)
                let isRead = reading.faults[count...].allSatisfy { $0.severity != .error }
                if isRead, let wrong = check(value) { reading.noteImpossible(wrong, node) }
                return value
            },
            write: { value in
                .mapping(
                    fields.compactMap { field in field.write(value).map { SourceNode.entry(field.key, $0) } })
            })
    }

    /// The record `name` inside a record of the same kind, as rows hold rows.
    @inlinable package static func enclosingRecord(_ name: String, _ form: @escaping @Sendable () -> DataForm)
        -> DataForm
    {
        DataForm(
            FormDescription(Wording("nhóm `\(name)`", en: "a mapping (\(name))"), .enclosingRecord(name)),
            read: { node, base, reading in
                let form = form()
                let value = form.read(node, base, &reading)
                if value == nil { reading.noteUnreadable(form.description) }
                return value
            }, write: { form().write($0) })
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
                    reading.noteWrongType(node, expected: name)
                    return nil
                }
                var items = base ?? []
                // A list may have thousands of items: each is found by its key, not looked for among all.
                var places: [String: Int] = [:]
                for (place, item) in items.enumerated() { places[id(item)] = places[id(item)] ?? place }
                for entry in entries where !entry.value.isBlank {
                    reading.enter(entry.key)
                    defer { reading.leave() }
                    let place = places[entry.key]
                    if entry.value.content == .text(DataWords.absent) {
                        guard let place else { continue }
                        items.remove(at: place)
                        places = places.compactMapValues { $0 == place ? nil : $0 > place ? $0 - 1 : $0 }
                    } else if let item = read(entry, place.map { items[$0] }, &reading) {
                        if let place {
                            items[place] = item
                        } else {
                            places[id(item)] = items.count
                            items.append(item)
                        }
                    }
                }
                return items
            }, write: { items in .mapping(items.map { SourceNode.entry(id($0), write($0)) }) })
    }
}
