internal import Values

/// Changes one value of a YAML document.
struct YAMLEditing {
    private let lines: SourceLines
    private let root: SourceLayout?
    private let content: SourceNode.Content

    init(_ bytes: [UInt8], _ root: SourceLayout?, _ content: SourceNode.Content) {
        lines = SourceLines(bytes)
        self.root = root
        self.content = content
    }

    /// A value, and what it stands behind.
    private struct Slot {
        var value: SourceLayout
        /// After the colon of its key or its dash; nil for the document.
        var indicatorEnd: Int?
        /// The column of its key or its dash.
        var column = -1
        /// In brackets.
        var isInFlow = false
    }

    /// Nil when it cannot be made.
    func bytes(making change: Change) -> [UInt8]? {
        var splices = Splices()
        let isMade: Bool
        switch change {
        case .replace(let path, let value): isMade = replace(path, value, &splices)
        case .add(let path, let key, let value, let index):
            isMade = slot(path).map { add(key, value, after: index, in: $0, &splices) } ?? false
        case .insert(let path, let index, let value):
            isMade = slot(path).map { insert(value, at: index, in: $0, &splices) } ?? false
        case .remove(let path): isMade = remove(path, &splices)
        }
        return isMade ? splices.applied(to: lines.bytes) : nil
    }

    private func slot(_ path: [EditableData.Step]) -> Slot? {
        guard let root else { return nil }
        var slot = Slot(value: root)
        var content = content
        for step in path {
            switch (step, slot.value.kind, content) {
            case (.key(let key), .mapping(let layouts, let style), .mapping(let entries)):
                guard let index = entries.firstIndex(where: { $0.key == key }),
                    let next = self.slot(of: layouts[index], style)
                else { return nil }
                slot = next
                content = entries[index].value.content
            case (.item(let index), .sequence(let layouts, let style), .sequence(let items)):
                slot = self.slot(of: layouts[index], style)
                content = items[index].content
            default: return nil
            }
        }
        return slot
    }

    private func slot(of entry: SourceLayout.Entry, _ style: SourceLayout.CollectionStyle) -> Slot? {
        guard let colon = lines.next(UInt8(ascii: ":"), from: entry.key.upperBound) else { return nil }
        return Slot(
            value: entry.value, indicatorEnd: colon + 1, column: lines.column(of: entry.key.lowerBound),
            isInFlow: style == .flow)
    }

    private func slot(of item: SourceLayout.Item, _ style: SourceLayout.CollectionStyle) -> Slot {
        guard style == .block else { return Slot(value: item.value, isInFlow: true) }
        return Slot(value: item.value, indicatorEnd: item.start + 1, column: lines.column(of: item.start))
    }

    // MARK: a value in the place of another

    private func replace(_ path: [EditableData.Step], _ value: SourceNode.Content, _ splices: inout Splices)
        -> Bool
    {
        guard let slot = slot(path) else {
            guard root == nil, path.isEmpty else { return false }
            appendDocument(value, &splices)
            return true
        }
        replace(slot, value, &splices)
        return true
    }

    /// A document of nothing but comments.
    private func appendDocument(_ value: SourceNode.Content, _ splices: inout Splices) {
        let text = YAMLText.document(value).replacing("\n", with: lines.lineBreak)
        let endsOpen = !lines.bytes.isEmpty && lines.bytes.last != 0x0A
        splices.insert((endsOpen ? lines.lineBreak : "") + text, at: lines.bytes.count)
    }

    private func replace(_ slot: Slot, _ value: SourceNode.Content, _ splices: inout Splices) {
        let range = slot.value.range
        if slot.isInFlow {
            let text = text(value, inPlaceOf: slot.value)
            if range.isEmpty, let indicatorEnd = slot.indicatorEnd {
                splices.insert(" \(text)", at: indicatorEnd)
            } else {
                splices.replace(range, with: text)
            }
            return
        }
        var block = YAMLText.block(value, indent: String(repeating: " ", count: slot.column + 2))
        if block.lines.isEmpty { block.inline = text(value, inPlaceOf: slot.value) }
        guard let indicatorEnd = slot.indicatorEnd else {
            let document = block.inline.isEmpty ? [] : [block.inline]
            splices.replace(range, with: (document + block.lines).joined(separator: lines.lineBreak))
            return
        }
        let inline = block.inline.isEmpty ? "" : " \(block.inline)"
        let below = block.lines.map { lines.lineBreak + $0 }.joined()
        if slot.value.isCollectionByIndentation, lines.start(ofLineAt: range.lowerBound) > indicatorEnd {
            // Its lines go; comments between them and the key stay.
            splices.insert(inline, at: indicatorEnd)
            splices.insert(below, at: lines.end(ofLineAt: indicatorEnd))
            let start = lines.start(ofLineAt: range.lowerBound)
            splices.replace(start..<lines.next(afterLineAt: range.upperBound))
        } else if slot.value.isBlockOfText {
            replaceBlockOfText(range, indicatorEnd, inline: inline, below: below, &splices)
        } else if below.isEmpty {
            splices.replace(range, with: range.isEmpty ? inline : block.inline)
        } else {
            splices.replace(lines.beforeBlanks(range.lowerBound)..<range.upperBound, with: inline)
            splices.insert(below, at: lines.end(ofLineAt: range.upperBound))
        }
    }

    /// A comment behind `|` stays.
    private func replaceBlockOfText(
        _ range: Range<Int>, _ indicatorEnd: Int, inline: String, below: String, _ splices: inout Splices
    ) {
        let headerEnd = lines.end(ofLineAt: range.lowerBound)
        var header = range.lowerBound
        while header < headerEnd, lines.bytes[header] != 0x20, lines.bytes[header] != 0x09 { header += 1 }
        splices.replace(lines.beforeBlanks(range.lowerBound)..<header, with: inline)
        splices.insert(below, at: headerEnd)
        if headerEnd < range.upperBound { splices.replace(headerEnd..<lines.end(ofLineAt: range.upperBound)) }
    }

    /// On one line; a text keeps the quotes it had.
    private func text(_ value: SourceNode.Content, inPlaceOf old: SourceLayout) -> String {
        guard case .text(let text) = value, case .scalar(let style) = old.kind else {
            return YAMLText.flow(value)
        }
        switch style {
        case .doubleQuoted: return YAMLText.doubleQuoted(text)
        case .singleQuoted:
            let isPrintable = text.unicodeScalars.allSatisfy {
                $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && !(0x2028...0x2029).contains($0.value)
                    && !(0xFEFF...0xFEFF).contains($0.value) && $0.value & 0xFFFE != 0xFFFE
            }
            return isPrintable ? "'\(text.replacing("'", with: "''"))'" : YAMLText.doubleQuoted(text)
        case .plain, .block: return YAMLText.scalar(text)
        }
    }

    // MARK: keys and items

    private func add(
        _ key: String, _ value: SourceNode.Content, after index: Int?, in slot: Slot, _ splices: inout Splices
    ) -> Bool {
        guard case .mapping(let entries, let style) = slot.value.kind else { return false }
        let start = YAMLText.key(key) + ":"
        guard style == .block, let first = entries.first else {
            let text = "\(start) \(YAMLText.flow(value))"
            if let index {
                splices.insert(", \(text)", at: entries[index].end)
            } else {
                splices.insert(entries.isEmpty ? text : "\(text), ", at: slot.value.range.lowerBound + 1)
            }
            return true
        }
        let column = lines.column(of: first.key.lowerBound)
        let indent = String(repeating: " ", count: column)
        let block = YAMLText.block(value, indent: indent + "  ")
        let text = [block.inline.isEmpty ? start : "\(start) \(block.inline)"] + block.lines
        if let index {
            let place = lines.end(ofLineAt: entries[index].end)
            splices.insert(lines.lineBreak + indent + text.joined(separator: lines.lineBreak), at: place)
        } else {
            splices.insert(
                text.joined(separator: lines.lineBreak) + lines.lineBreak + indent, at: first.key.lowerBound)
        }
        return true
    }

    private func insert(_ value: SourceNode.Content, at index: Int, in slot: Slot, _ splices: inout Splices)
        -> Bool
    {
        guard case .sequence(let items, let style) = slot.value.kind, let last = items.last else {
            return false
        }
        guard style == .block else {
            let text = YAMLText.flow(value)
            if index < items.count {
                splices.insert("\(text), ", at: items[index].start)
            } else {
                splices.insert(", \(text)", at: last.value.range.upperBound)
            }
            return true
        }
        let indent = String(repeating: " ", count: lines.column(of: items[0].start))
        let text = YAMLText.item(value, indent: indent)
        if index < items.count {
            let lineBreak = lines.lineBreak + indent
            splices.insert(
                text.joined(separator: lines.lineBreak).dropFirst(indent.count) + lineBreak,
                at: items[index].start)
        } else {
            let place = lines.end(ofLineAt: last.end)
            splices.insert(lines.lineBreak + text.joined(separator: lines.lineBreak), at: place)
        }
        return true
    }

    private func remove(_ path: [EditableData.Step], _ splices: inout Splices) -> Bool {
        guard let step = path.last, let parent = slot(path.dropLast()), let slot = slot(path) else {
            return false
        }
        let parts: [Range<Int>]
        let position: Int
        let style: SourceLayout.CollectionStyle
        switch (parent.value.kind, step, content[path.dropLast()]) {
        case (.mapping(let entries, let own), .key(let key), .mapping(let contents)?):
            guard let index = contents.firstIndex(where: { $0.key == key }) else { return false }
            parts = entries.map { $0.key.lowerBound..<$0.end }
            (position, style) = (index, own)
        case (.sequence(let items, let own), .item(let index), _):
            parts = items.map { $0.start..<$0.end }
            (position, style) = (index, own)
        default: return false
        }
        if parts.count == 1 {
            let isMapping = if case .mapping = parent.value.kind { true } else { false }
            replace(parent, isMapping ? .mapping([]) : .sequence([]), &splices)
            return true
        }
        let part = parts[position].lowerBound..<max(parts[position].upperBound, slot.indicatorEnd ?? 0)
        switch style {
        case .block: removeLines(part, &splices)
        case .flow: removeFromBrackets(part, parts, position, &splices)
        }
        return true
    }

    private func removeLines(_ part: Range<Int>, _ splices: inout Splices) {
        if lines.isFirst(part.lowerBound) {
            let start = lines.start(ofLineAt: part.lowerBound)
            let end = lines.next(afterLineAt: part.upperBound)
            // The last line of a file that ends without a line break takes the break before it along.
            let isLast = end == lines.bytes.count && lines.bytes.last != 0x0A && start > 0
            splices.replace((isLast ? lines.end(ofLineAt: start - 1) : start)..<end)
        } else {
            // It stands behind a dash, which belongs to what comes next.
            splices.replace(lines.beforeBlanks(part.lowerBound)..<lines.end(ofLineAt: part.upperBound))
        }
    }

    private func removeFromBrackets(
        _ part: Range<Int>, _ parts: [Range<Int>], _ position: Int, _ splices: inout Splices
    ) {
        let isLast = position == parts.count - 1
        guard
            let comma = lines.next(
                UInt8(ascii: ","), from: isLast ? parts[position - 1].upperBound : part.upperBound)
        else { return }
        var commaEnd = comma + 1
        while !isLast, commaEnd < lines.bytes.count, lines.bytes[commaEnd] == 0x20 { commaEnd += 1 }
        if isLast, lines.bytes[comma + 1..<part.lowerBound].allSatisfy({ $0 == 0x20 }) {
            splices.replace(comma..<part.upperBound)
        } else {
            splices.replace(comma..<commaEnd)
            splices.replace(part)
        }
    }
}

extension SourceLayout {
    fileprivate var isCollectionByIndentation: Bool {
        switch kind {
        case .sequence(_, let style), .mapping(_, let style): style == .block
        case .scalar: false
        }
    }

    fileprivate var isBlockOfText: Bool {
        guard case .scalar(.block) = kind else { return false }
        return true
    }
}

extension SourceLayout.Entry { fileprivate var end: Int { max(key.upperBound, value.range.upperBound) } }

extension SourceLayout.Item { fileprivate var end: Int { max(start, value.range.upperBound) } }
