internal import Values
internal import VietnameseText

/// One change of a data file.
enum Change {
    typealias Step = EditableData.Step

    /// Another value takes the place of the one that is there.
    case replace([Step], SourceNode.Content)
    /// A key that is not there, after the entry of that index, or before all others.
    case add([Step], String, SourceNode.Content, after: Int?)
    /// An item, before the one of that index, or after the last.
    case insert([Step], Int, SourceNode.Content)
    case remove([Step])

    var path: [Step] {
        switch self {
        case .replace(let path, _), .remove(let path), .insert(let path, _, _): path
        case .add(let path, let key, _, _): path + [.key(key)]
        }
    }

    /// The changes that make one value of another, each after those before it.
    static func changes(from old: SourceNode.Content, to new: SourceNode.Content, at path: [Step]) -> [Change]
    {
        if old.says(new) { return [] }
        switch (old, new) {
        case (.mapping(let was), .mapping(let is_)) where !was.isEmpty && !is_.isEmpty:
            return entryChanges(from: was, to: is_, at: path)
        case (.sequence(let was), .sequence(let is_)) where !was.isEmpty && !is_.isEmpty:
            return itemChanges(from: was.map(\.content), to: is_.map(\.content), at: path)
        default: return [.replace(path, new)]
        }
    }

    private static func entryChanges(
        from old: [SourceNode.Entry], to new: [SourceNode.Entry], at path: [Step]
    ) -> [Change] {
        var changes: [Change] = []
        let gone = old.filter { entry in !new.contains { $0.key == entry.key } }
        guard gone.count < old.count else { return [.replace(path, .mapping(new))] }
        var keys = old.map(\.key)
        for entry in new {
            let path = path + [.key(entry.key)]
            if let was = old.first(where: { $0.key == entry.key }) {
                changes += Self.changes(from: was.value.content, to: entry.value.content, at: path)
            } else {
                changes.append(
                    .add(Array(path.dropLast()), entry.key, entry.value.content, after: keys.count - 1))
                keys.append(entry.key)
            }
        }
        return changes + gone.map { .remove(path + [.key($0.key)]) }
    }

    private static func itemChanges(
        from old: [SourceNode.Content], to new: [SourceNode.Content], at path: [Step]
    ) -> [Change] {
        var start = 0
        while start < min(old.count, new.count), old[start].says(new[start]) { start += 1 }
        var (oldEnd, newEnd) = (old.count, new.count)
        while oldEnd > start, newEnd > start, old[oldEnd - 1].says(new[newEnd - 1]) {
            oldEnd -= 1
            newEnd -= 1
        }
        var changes: [Change] = []
        let common = min(oldEnd, newEnd)
        for index in start..<max(start, common) {
            changes += Self.changes(from: old[index], to: new[index], at: path + [.item(index)])
        }
        for index in common..<max(common, newEnd) { changes.append(.insert(path, index, new[index])) }
        for index in (common..<max(common, oldEnd)).reversed() {
            changes.append(.remove(path + [.item(index)]))
        }
        return changes
    }
}

extension SourceNode.Content {
    /// Whether both say the same, wherever it stands and in whatever order keys are written.
    func says(_ other: SourceNode.Content) -> Bool {
        switch (self, other) {
        case (.sequence(let a), .sequence(let b)):
            return a.count == b.count && zip(a, b).allSatisfy { $0.content.says($1.content) }
        case (.mapping(let a), .mapping(let b)):
            return a.count == b.count
                && a.allSatisfy { entry in
                    b.contains { $0.key == entry.key && $0.value.content.says(entry.value.content) }
                }
        default: return self == other
        }
    }

    subscript(path: ArraySlice<EditableData.Step>) -> SourceNode.Content? {
        guard let step = path.first else { return self }
        switch (step, self) {
        case (.key(let key), .mapping(let entries)):
            return entries.first { $0.key == key }?.value.content[path.dropFirst()]
        case (.item(let index), .sequence(let items)):
            return items.indices.contains(index) ? items[index].content[path.dropFirst()] : nil
        default: return nil
        }
    }

    /// The value as it is after the change.
    func applying(_ change: Change) -> SourceNode.Content {
        switch change {
        case .replace(let path, let value): return editing(path[...]) { _ in value }
        case .add(let path, let key, let value, _):
            return editing(path[...]) { content in
                guard case .mapping(let entries) = content else { return content }
                return .mapping(entries + [SourceNode.entry(key, value)])
            }
        case .insert(let path, let index, let value):
            return editing(path[...]) { content in
                guard case .sequence(var items) = content else { return content }
                items.insert(SourceNode(value, at: .start), at: index)
                return .sequence(items)
            }
        case .remove(let path):
            return editing(path.dropLast()) { content in
                switch (path.last, content) {
                case (.key(let key)?, .mapping(let entries)):
                    return .mapping(entries.filter { $0.key != key })
                case (.item(let index)?, .sequence(var items)):
                    items.remove(at: index)
                    return .sequence(items)
                default: return content
                }
            }
        }
    }

    private func editing(
        _ path: ArraySlice<EditableData.Step>, _ edit: (SourceNode.Content) -> SourceNode.Content
    ) -> SourceNode.Content {
        guard let step = path.first else { return edit(self) }
        switch (step, self) {
        case (.key(let key), .mapping(let entries)):
            return .mapping(
                entries.map { entry in
                    guard entry.key == key else { return entry }
                    return SourceNode.entry(key, entry.value.content.editing(path.dropFirst(), edit))
                })
        case (.item(let index), .sequence(var items)):
            items[index] = SourceNode(items[index].content.editing(path.dropFirst(), edit), at: .start)
            return .sequence(items)
        default: return self
        }
    }

    /// Text in NFC, as the readers give it.
    var composed: SourceNode.Content {
        switch self {
        case .text(let text): .text(Normalization.nfc(text))
        case .sequence(let items): .sequence(items.map { SourceNode($0.content.composed, at: .start) })
        case .mapping(let entries):
            .mapping(entries.map { SourceNode.entry(Normalization.nfc($0.key), $0.value.content.composed) })
        case .null, .boolean, .number: self
        }
    }
}
