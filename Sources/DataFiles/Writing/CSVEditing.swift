internal import Diagnostics
internal import Values

/// Changes one cell or row of a CSV file.
struct CSVEditing {
    private let lines: SourceLines
    private let header: [String]
    private let separator: UInt8
    private let rows: [[CSVField]]
    private let lineStarts: [Int]

    init(_ bytes: [UInt8], file: String) throws(Failure) {
        lines = SourceLines(bytes)
        let table = try CSVTable(bytes: bytes, file: file)
        header = table.header.map(\.text)
        rows = table.rows
        lineStarts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
        // What parts the first two columns parts all others.
        separator =
            table.header.count > 1
            ? Self.separator(of: bytes, before: table.header[1].position, lineStarts) : UInt8(ascii: ",")
    }

    /// Nil when it cannot be made.
    func bytes(making change: Change) -> [UInt8]? {
        var splices = Splices()
        switch change {
        case .replace(let path, let value):
            guard path.count == 2, case .item(let row) = path[0], case .key(let name) = path[1],
                let column = header.firstIndex(of: name), let text = Self.text(value)
            else { return nil }
            splices.replace(range(of: rows[row][column]), with: quoted(text))
        case .insert(let path, let index, let value):
            guard path.isEmpty, let row = self.row(value) else { return nil }
            if index < rows.count {
                splices.insert(row + lines.lineBreak, at: lines.start(ofLineAt: start(of: rows[index])))
            } else {
                let endsOpen = !lines.bytes.isEmpty && lines.bytes.last != 0x0A
                splices.insert(
                    endsOpen ? lines.lineBreak + row : row + lines.lineBreak, at: lines.bytes.count)
            }
        case .remove(let path):
            guard path.count == 1, case .item(let index) = path[0], let last = rows[index].last else {
                return nil
            }
            let end = range(of: last).upperBound
            splices.replace(start(of: rows[index])..<lines.next(afterLineAt: end))
        case .add: return nil
        }
        return splices.applied(to: lines.bytes)
    }

    private func start(of row: [CSVField]) -> Int { row.first.map { offset(of: $0.position) } ?? 0 }

    private func offset(of position: Position) -> Int {
        Self.offset(of: position, in: lines.bytes, lineStarts)
    }

    private static func offset(of position: Position, in bytes: [UInt8], _ lineStarts: [Int]) -> Int {
        var place = lineStarts[position.line - 1]
        if place == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
        for _ in 1..<position.column {
            place += 1
            while place < bytes.count, bytes[place] & 0xC0 == 0x80 { place += 1 }
        }
        return place
    }

    private static func separator(of bytes: [UInt8], before position: Position, _ lineStarts: [Int]) -> UInt8
    { bytes[offset(of: position, in: bytes, lineStarts) - 1] }

    /// With its quotes.
    private func range(of field: CSVField) -> Range<Int> {
        let bytes = lines.bytes
        let start = offset(of: field.position)
        var end = start
        if end < bytes.count, bytes[end] == UInt8(ascii: "\"") {
            end += 1
            while end < bytes.count {
                if bytes[end] != UInt8(ascii: "\"") {
                    end += 1
                } else if end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "\"") {
                    end += 2
                } else {
                    return start..<end + 1
                }
            }
        }
        while end < bytes.count, bytes[end] != separator, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        return start..<end
    }

    private func row(_ value: SourceNode.Content) -> String? {
        guard case .mapping(let entries) = value, entries.allSatisfy({ header.contains($0.key) }) else {
            return nil
        }
        var cells: [String] = []
        for name in header {
            guard let content = entries.first(where: { $0.key == name })?.value.content else {
                cells.append("")
                continue
            }
            guard let text = Self.text(content) else { return nil }
            cells.append(quoted(text))
        }
        return cells.joined(separator: String(UnicodeScalar(separator)))
    }

    private static func text(_ value: SourceNode.Content) -> String? {
        switch value {
        case .null: ""
        case .boolean(let value): String(value)
        case .number(let text), .text(let text): text
        case .sequence, .mapping: nil
        }
    }

    private func quoted(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { $0 != separator && ![0x22, 0x0A, 0x0D].contains($0) }
        return isPlain ? text : "\"\(text.replacing("\"", with: "\"\""))\""
    }
}
