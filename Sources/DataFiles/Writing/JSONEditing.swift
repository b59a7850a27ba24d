internal import Values

/// Changes one value of a JSON text.
struct JSONEditing {
    private let lines: SourceLines
    private let root: SourceLayout

    init(_ bytes: [UInt8]) {
        lines = SourceLines(bytes)
        root = .json(bytes)
    }

    /// Nil when it cannot be made.
    func bytes(making change: Change) -> [UInt8]? {
        var splices = Splices()
        switch change {
        case .replace(let path, let value):
            guard let layout = layout(path) else { return nil }
            splices.replace(layout.range, with: Self.text(value))
        case .add(let path, let key, let value, let index):
            guard let layout = layout(path) else { return nil }
            add("\(Self.text(.text(key))): \(Self.text(value))", after: index, to: layout, &splices)
        case .insert(let path, let index, let value):
            guard let layout = layout(path) else { return nil }
            add(Self.text(value), after: index == 0 ? nil : index - 1, to: layout, &splices)
        case .remove(let path):
            guard let parent = layout(path.dropLast()), let index = index(of: path.last, in: parent) else {
                return nil
            }
            remove(index, from: parent, &splices)
        }
        return splices.applied(to: lines.bytes)
    }

    private func layout(_ path: [EditableData.Step]) -> SourceLayout? {
        var layout = root
        for step in path {
            guard let index = index(of: step, in: layout) else { return nil }
            switch layout.kind {
            case .mapping(let entries, _): layout = entries[index].value
            case .sequence(let items, _): layout = items[index].value
            case .scalar: return nil
            }
        }
        return layout
    }

    private func index(of step: EditableData.Step?, in layout: SourceLayout) -> Int? {
        switch (step, layout.kind) {
        case (.key(let key)?, .mapping(let entries, _)):
            entries.firstIndex { entry in
                let written = try? SourceNode(json: Array(lines.bytes[entry.key]), file: "")
                return written?.content == .text(key)
            }
        case (.item(let index)?, .sequence(let items, _)): items.indices.contains(index) ? index : nil
        default: nil
        }
    }

    private func parts(of layout: SourceLayout) -> [Range<Int>] {
        switch layout.kind {
        case .mapping(let entries, _): entries.map { $0.key.lowerBound..<$0.value.range.upperBound }
        case .sequence(let items, _): items.map(\.value.range)
        case .scalar: []
        }
    }

    /// On a line of its own where the others are.
    private func add(_ text: String, after index: Int?, to layout: SourceLayout, _ splices: inout Splices) {
        let parts = parts(of: layout)
        guard let first = parts.first else {
            splices.insert(text, at: layout.range.lowerBound + 1)
            return
        }
        var gap = " "
        if lines.isFirst(first.lowerBound) {
            let start = lines.start(ofLineAt: first.lowerBound)
            gap = lines.lineBreak + String(decoding: lines.bytes[start..<first.lowerBound], as: UTF8.self)
        }
        if let index {
            splices.insert(",\(gap)\(text)", at: parts[index].upperBound)
        } else {
            splices.insert("\(text),\(gap)", at: first.lowerBound)
        }
    }

    private func remove(_ index: Int, from layout: SourceLayout, _ splices: inout Splices) {
        let parts = parts(of: layout)
        if parts.count == 1 {
            splices.replace(layout.range.lowerBound + 1..<layout.range.upperBound - 1)
        } else if index == 0 {
            splices.replace(parts[0].lowerBound..<parts[1].lowerBound)
        } else {
            splices.replace(parts[index - 1].upperBound..<parts[index].upperBound)
        }
    }

    static func text(_ value: SourceNode.Content) -> String {
        switch value {
        case .null: "null"
        case .boolean(let value): String(value)
        case .number(let written): written
        case .text(let text): String(decoding: Value.text(text).json(), as: UTF8.self)
        case .sequence(let items): "[" + items.map { text($0.content) }.joined(separator: ", ") + "]"
        case .mapping(let entries):
            "{" + entries.map { "\(text(.text($0.key))): \(text($0.value.content))" }.joined(separator: ", ")
                + "}"
        }
    }
}
