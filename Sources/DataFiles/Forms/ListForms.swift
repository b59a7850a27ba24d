public import Diagnostics
public import Values

extension DataForm {
    /// A list of values; it takes the place of the one inherited.
    @inlinable package static func list<Item>(of item: DataForm<Item>) -> DataForm where Value == [Item] {
        let name = Wording("danh sách \(item.name.vietnamese)", en: "a list of \(item.name.english)")
        return DataForm(
            FormDescription(name, .list(item.description)),
            read: { node, _, reading in
                guard case .sequence(let nodes) = node.content else {
                    reading.noteNotAList(node, expected: name)
                    return nil
                }
                // Of codes, figures and cells each says for itself what it is.
                if case .shorthand = item.description.shape { reading.noteSplitTexts(nodes) }
                var items: [Item] = []
                items.reserveCapacity(nodes.count)
                for (index, node) in nodes.enumerated() {
                    reading.enter(item: index)
                    defer { reading.leave() }
                    if let value = item.read(node, nil, &reading) {
                        items.append(value)
                    } else {
                        reading.noteUnreadable(item.description)
                    }
                }
                // A list of which nothing could be read is not empty.
                return items.isEmpty && !nodes.isEmpty ? nil : items
            }, write: { .sequence($0.map { SourceNode(item.write($0), at: .start) }) },
            isEmpty: { $0.isEmpty })
    }

    /// A mapping from years to values; a year without a value is left out.
    @inlinable package static func perYear<Item>(_ item: DataForm<Item>) -> DataForm
    where Value == [Int: Item] {
        let name = Wording(
            "năm → \(item.name.vietnamese)", en: "a mapping from years to \(item.name.english)")
        return DataForm(
            FormDescription(name, .perYear(item.description)),
            read: { node, _, reading in
                guard case .mapping(let entries) = node.content else {
                    reading.noteWrongType(node, expected: name)
                    return nil
                }
                var years: [Int: Item] = [:]
                for entry in entries {
                    reading.enter(entry.key)
                    defer { reading.leave() }
                    guard let year = Int(entry.key), (1945...2199).contains(year) else {
                        reading.noteNotAYear(entry)
                        continue
                    }
                    if entry.value.isBlank { continue }
                    years[year] = item.read(entry.value, nil, &reading)
                }
                return years
            },
            write: { years in
                .mapping(
                    years.sorted { $0.key < $1.key }.map {
                        SourceNode.entry("\($0.key)", item.write($0.value))
                    })
            }, isEmpty: \.isEmpty)
    }

    /// A mapping whose keys are names, in the order they are written; a name without a value is left out.
    @inlinable package static func named<Item>(_ item: DataForm<Item>) -> DataForm
    where Value == [Named<Item>] {
        let name = Wording(
            "tên → \(item.name.vietnamese)", en: "a mapping from names to \(item.name.english)")
        return DataForm(
            FormDescription(name, .named(item.description)),
            read: { node, _, reading in
                guard case .mapping(let entries) = node.content else {
                    reading.noteWrongType(node, expected: name)
                    return nil
                }
                var items: [Named<Item>] = []
                for entry in entries where !entry.value.isBlank {
                    reading.enter(entry.key)
                    defer { reading.leave() }
                    if let value = item.read(entry.value, nil, &reading) {
                        items.append(Named(name: entry.key, value: value))
                    }
                }
                return items
            }, write: { .mapping($0.map { SourceNode.entry($0.name, item.write($0.value)) }) },
            isEmpty: \.isEmpty)
    }

    /// The value, or `khong` for none.
    @inlinable package static func absent<Wrapped>(or form: DataForm<Wrapped>) -> DataForm
    where Value == Wrapped? {
        let name = Wording(
            "\(form.name.vietnamese), hoặc \(DataWords.absent)",
            en: "\(form.name.english), or \(DataWords.absent)")
        return DataForm(
            FormDescription(name, form.description.shape, unit: form.description.unit),
            read: { node, base, reading in
                if node.content == .text(DataWords.absent) { return .some(nil) }
                return form.read(node, base.flatMap { $0 }, &reading).map { .some($0) }
            }, write: { $0.map(form.write) ?? .text(DataWords.absent) })
    }

    /// A scalar read as the first form, a list or mapping as the second.
    @inlinable package static func shorthand<Short, Long>(
        _ short: DataForm<Short>, orElse long: DataForm<Long>
    ) -> DataForm where Value == Shorthand<Short, Long> {
        let name = Wording(
            "\(short.name.vietnamese), hoặc \(long.name.vietnamese)",
            en: "\(short.name.english), or \(long.name.english)")
        return DataForm(
            FormDescription(name, .shorthand(short.description, orElse: long.description)),
            read: { node, _, reading in
                switch node.content {
                case .sequence, .mapping: long.read(node, nil, &reading).map { .long($0) }
                case .null, .boolean, .number, .text: short.read(node, nil, &reading).map { .short($0) }
                }
            },
            write: { value in
                switch value {
                case .short(let value): short.write(value)
                case .long(let value): long.write(value)
                }
            },
            isEmpty: { value in
                switch value {
                case .short(let value): short.isEmpty(value)
                case .long(let value): long.isEmpty(value)
                }
            })
    }
}

/// A value with the name it stands under.
@usableFromInline package struct Named<Value: Sendable>: Sendable {
    @usableFromInline package let name: String
    @usableFromInline package let value: Value

    @inlinable package init(name: String, value: Value) {
        self.name = name
        self.value = value
    }
}

/// A value that may be written in short.
@usableFromInline package enum Shorthand<Short: Sendable, Long: Sendable>: Sendable {
    case short(Short)
    case long(Long)
}

extension DataForm where Value == [String] {
    /// Paragraphs: a list of texts, or one text whose non-empty lines are the paragraphs.
    package static var lines: DataForm {
        let name = Wording("các đoạn văn", en: "paragraphs")
        return DataForm(
            FormDescription(name, .lines),
            read: { node, _, reading in
                switch node.content {
                case .text(let text): return text.paragraphs
                case .number(let written): return [written]
                case .sequence(let items):
                    reading.noteSplitTexts(items)
                    var lines: [String] = []
                    let faults = reading.faults.count
                    for (index, item) in items.enumerated() {
                        switch item.content {
                        case .text(let text): lines += text.paragraphs
                        case .number(let written): lines.append(written)
                        case .null, .boolean, .sequence, .mapping:
                            reading.enter(item: index)
                            reading.noteNotText(item, expected: DataForm<String>.text.name)
                            reading.leave()
                        }
                    }
                    return lines.isEmpty && reading.faults.count > faults ? nil : lines
                case .null, .boolean, .mapping:
                    reading.noteNotText(node, expected: name)
                    return nil
                }
            }, write: { .sequence($0.map { SourceNode(.text($0), at: .start) }) }, isEmpty: \.isEmpty)
    }
}
