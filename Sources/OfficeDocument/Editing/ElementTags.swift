/// Where the tags of one element stand among the bytes of its part.
struct ElementTags: Hashable {
    let start: Range<Int>
    /// The same as `start` for an element written as one empty tag.
    let end: Range<Int>

    var isEmptyTag: Bool { start == end }

    /// The tags of the elements at these places, child indices from the root as `ElementPlace` counts them.
    ///
    /// The part must have been parsed before: it is well-formed UTF-8 without a document type. A place without an element has no tags.
    static func at(_ paths: Set<[Int]>, in bytes: [UInt8]) -> [[Int]: ElementTags] {
        var scanner = TagScanner(wanted: paths)
        scanner.scan(bytes.span)
        return scanner.found
    }
}

/// Walks over the markup of a well-formed part, counting children as the tree has them.
private struct TagScanner {
    let wanted: Set<[Int]>
    private(set) var found: [[Int]: ElementTags] = [:]
    private var open: [Level] = []
    private var path: [Int] = []

    /// An element whose end has not come yet.
    private struct Level {
        var start: Range<Int>
        var children = 0
        /// Text and CDATA that touch each other are one child.
        var endsWithText = false
    }

    init(wanted: Set<[Int]>) { self.wanted = wanted }

    mutating func scan(_ bytes: Span<UInt8>) {
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else {
                countText()
                while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
                continue
            }
            let start = index
            switch index + 1 < bytes.count ? bytes[index + 1] : 0 {
            case UInt8(ascii: "?"):
                index = Self.end(of: "?>", after: index + 2, in: bytes)
                countOther()
            case UInt8(ascii: "!") where index + 2 < bytes.count && bytes[index + 2] == UInt8(ascii: "["):
                let contents = index + "<![CDATA[".utf8.count
                index = Self.end(of: "]]>", after: contents, in: bytes)
                if index - "]]>".utf8.count > contents { countText() }
            case UInt8(ascii: "!"):
                index = Self.end(of: "-->", after: index + "<!--".utf8.count, in: bytes)
                countOther()
            case UInt8(ascii: "/"):
                index = Self.tagEnd(from: index, in: bytes)
                closeElement(start..<index)
            default:
                index = Self.tagEnd(from: index, in: bytes)
                openElement(start..<index)
                if bytes[index - 2] == UInt8(ascii: "/") { closeElement(start..<index) }
            }
        }
    }

    private mutating func countText() {
        guard let last = open.indices.last, !open[last].endsWithText else { return }
        open[last].children += 1
        open[last].endsWithText = true
    }

    private mutating func countOther() {
        guard let last = open.indices.last else { return }
        open[last].children += 1
        open[last].endsWithText = false
    }

    private mutating func openElement(_ tag: Range<Int>) {
        if let last = open.indices.last {
            path.append(open[last].children)
            countOther()
        }
        open.append(Level(start: tag))
    }

    private mutating func closeElement(_ tag: Range<Int>) {
        guard let level = open.popLast() else { return }
        if wanted.contains(path) { found[path] = ElementTags(start: level.start, end: tag) }
        if !open.isEmpty { path.removeLast() }
    }

    /// The index after the next `mark`.
    private static func end(of mark: StaticString, after start: Int, in bytes: Span<UInt8>) -> Int {
        let mark = Array("\(mark)".utf8)
        var index = start
        while index + mark.count <= bytes.count {
            var length = 0
            while length < mark.count, bytes[index + length] == mark[length] { length += 1 }
            if length == mark.count { return index + length }
            index += 1
        }
        return bytes.count
    }

    /// The index after a tag; `>` may stand in an attribute's value.
    private static func tagEnd(from start: Int, in bytes: Span<UInt8>) -> Int {
        var index = start
        var quote: UInt8?
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == quote {
                quote = nil
            } else if quote == nil {
                if byte == UInt8(ascii: ">") { return index }
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
            }
        }
        return bytes.count
    }
}
