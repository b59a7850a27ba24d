internal import FoundationEssentials
internal import VietnameseText

extension Value {
    /// JSON in UTF-8, records in the order of their names, numbers exact, dates as `2026-01-05`.
    ///
    /// The same value gives the same bytes. Reading them gives the value again, but for dates, which come back as text.
    public func json(_ layout: JSONLayout = .compact) -> [UInt8] {
        var writer = JSONWriter(layout: layout)
        writer.write(self)
        if layout == .indented { writer.bytes.append(0x0A) }
        return writer.bytes
    }
}

/// How JSON is laid out.
public enum JSONLayout: Hashable, Sendable {
    /// On one line, without spaces.
    case compact
    /// Two spaces a level, one field a line, a line break at the end.
    case indented
}

private struct JSONWriter {
    let layout: JSONLayout
    var bytes: [UInt8] = []
    private var depth = 0

    init(layout: JSONLayout) { self.layout = layout }

    mutating func write(_ value: Value) {
        switch value {
        case .null: bytes += "null".utf8
        case .boolean(let value): bytes += (value ? "true" : "false").utf8
        case .number(let number): bytes += (number.isNaN ? "null" : number.description).utf8
        case .text(let text): write(text: text)
        case .date(let date):
            let year = String(date.year)
            let text = String(repeating: "0", count: 4 - year.count) + year
            bytes += "\"\(text)-\(twoDigits(date.month))-\(twoDigits(date.day))\"".utf8
        case .list(let items):
            write(items.indices, between: "[", "]") { writer, index in writer.write(items[index]) }
        case .record(let record):
            write(record.values.indices, between: "{", "}") { writer, index in
                writer.write(text: record.shape.names[index])
                writer.bytes += (writer.layout == .indented ? ": " : ":").utf8
                writer.write(record.values[index])
            }
        }
    }

    private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    private mutating func write(
        _ indices: Range<Int>, between opening: Unicode.Scalar, _ closing: Unicode.Scalar,
        _ body: (inout JSONWriter, Int) -> Void
    ) {
        bytes.append(UInt8(ascii: opening))
        depth += 1
        for index in indices {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            breakLine()
            body(&self, index)
        }
        depth -= 1
        if !indices.isEmpty { breakLine() }
        bytes.append(UInt8(ascii: closing))
    }

    private mutating func breakLine() {
        guard layout == .indented else { return }
        bytes.append(0x0A)
        bytes += repeatElement(0x20, count: 2 * depth)
    }

    private mutating func write(text: String) { bytes.append(json: text) }
}

extension [UInt8] {
    /// Appends a text as JSON has it, with its quotes.
    package mutating func append(json text: String) {
        append(UInt8(ascii: "\""))
        let bytes = text.utf8.span
        if bytes.needsEscapes {
            for place in bytes.indices { append(escaped: bytes[place]) }
        } else {
            unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
        }
        append(UInt8(ascii: "\""))
    }

    private mutating func append(escaped byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): self += "\\\"".utf8
        case UInt8(ascii: "\\"): self += "\\\\".utf8
        case 0x0A: self += "\\n".utf8
        case 0x0D: self += "\\r".utf8
        case 0x09: self += "\\t".utf8
        case 0..<0x20:
            let hex = String(byte, radix: 16)
            self += "\\u\(String(repeating: "0", count: 4 - hex.count))\(hex)".utf8
        default: append(byte)
        }
    }
}

extension Span<UInt8> {
    /// Whether there is a quote, a backslash or a control character in it.
    fileprivate var needsEscapes: Bool {
        var place = 0
        while place < count {
            let eight = EightBytes(of: self, at: place)
            if eight.firstControl | eight.first(UInt8(ascii: "\"")) | eight.first(UInt8(ascii: "\\")) != 0 {
                return true
            }
            place += 8
        }
        return false
    }
}
