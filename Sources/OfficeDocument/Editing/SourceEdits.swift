internal import XMLTree

/// Changes to the bytes of a part; what they do not name stays as it is, byte for byte.
struct SourceEdits {
    private var edits: [Edit] = []

    /// No two may overlap; insertions at one place stand in the order they were made.
    private struct Edit {
        let range: Range<Int>
        let text: [UInt8]
    }

    var isEmpty: Bool { edits.isEmpty }

    mutating func insert(_ text: [UInt8], at offset: Int) { replace(offset..<offset, by: text) }

    mutating func replace(_ range: Range<Int>, by text: [UInt8]) {
        edits.append(Edit(range: range, text: text))
    }

    /// Inserts as the first and as the last children of an element; one that is a single empty tag gets an end tag.
    mutating func insert(
        first: [Element] = [],
        last: [Element] = [],
        in element: ElementTags,
        of bytes: [UInt8]
    ) {
        let (front, back) = (Self.markup(first), Self.markup(last))
        guard element.isEmptyTag else {
            if !front.isEmpty { insert(front, at: element.start.upperBound) }
            if !back.isEmpty { insert(back, at: element.end.lowerBound) }
            return
        }
        guard !(front + back).isEmpty else { return }
        let tag = bytes[element.start]
        let name = tag.dropFirst().prefix { ![0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "/")].contains($0) }
        let slash = element.start.upperBound - 2
        replace(
            slash..<element.start.upperBound,
            by: Array(">".utf8) + front + back + Array("</".utf8) + name + Array(">".utf8)
        )
    }

    func applied(to bytes: [UInt8]) -> [UInt8] {
        let ordered = edits.enumerated().sorted { a, b in
            (a.element.range.lowerBound, a.offset) < (b.element.range.lowerBound, b.offset)
        }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + edits.reduce(0) { $0 + $1.text.count })
        var next = 0
        for (_, edit) in ordered {
            precondition(edit.range.lowerBound >= next, "two edits of a part overlap")
            result += bytes[next..<edit.range.lowerBound]
            result += edit.text
            next = edit.range.upperBound
        }
        return result + bytes[next...]
    }

    private static func markup(_ elements: [Element]) -> [UInt8] {
        var writer = XMLWriter()
        for element in elements { writer.element(element) }
        return writer.bytes
    }
}
