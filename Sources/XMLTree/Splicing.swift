extension Element {
    /// The document that `original` was parsed from, with this tree in its place.
    ///
    /// What both trees have in common keeps its bytes: tags, blanks in them, quotes, references, what stands before and after the root.
    /// A source that is not UTF-8 is written anew as a whole.
    package func bytes(replacing original: Element, in source: [UInt8]) -> [UInt8] {
        guard self != original else { return source }
        guard SourceMarkup.isUTF8(source), let whole = SourceMarkup.root(of: source) else { return bytes }
        var splice = Splice(source: source)
        splice.copy(0..<whole.range.lowerBound)
        splice.element(self, was: original, at: whole)
        splice.copy(whole.range.upperBound..<source.count)
        return splice.result
    }
}

/// Where the pieces of a well-formed document stand among its bytes.
enum SourceMarkup {
    /// One child of an element, counted as the tree counts them: text and CDATA that touch each other are one.
    struct Piece {
        var range: Range<Int>
        /// The start tag, for an element; its whole range where it is an empty tag.
        var tag: Range<Int>?
        /// Between the tags.
        var content: Range<Int>?
    }

    /// No mark of UTF-16 before it, and no other encoding in its declaration.
    static func isUTF8(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) { return false }
        guard !bytes.prefix(4).contains(0) else { return false }
        let start = String(decoding: bytes.prefix(200), as: UTF8.self)
        guard start.contains("<?xml"), let end = start.firstRange(of: "?>") else { return true }
        let declaration = start[..<end.lowerBound].lowercased()
        guard let name = declaration.firstRange(of: "encoding") else { return true }
        let value = declaration[name.upperBound...].drop { "= '\"\t\r\n".contains($0) }
        return value.hasPrefix("utf-8") || value.hasPrefix("utf8") || value.hasPrefix("us-ascii")
    }

    static func root(of bytes: [UInt8]) -> Piece? {
        pieces(in: 0..<bytes.count, of: bytes.span).first { $0.tag != nil }
    }

    /// The pieces of a stretch that holds whole elements.
    static func pieces(in range: Range<Int>, of bytes: borrowing Span<UInt8>) -> [Piece] {
        var pieces: [Piece] = []
        var place = range.lowerBound
        var endsWithText = false
        func text(to end: Int) {
            guard end > place else { return }
            if endsWithText {
                let start = pieces[pieces.count - 1].range.lowerBound
                pieces[pieces.count - 1].range = start..<end
            } else {
                pieces.append(Piece(range: place..<end))
            }
            endsWithText = true
        }
        while place < range.upperBound {
            let markup = Markup(at: place, in: bytes, until: range.upperBound)
            switch markup.kind {
            case .text: text(to: markup.end)
            case .characterData(let isEmpty): if !isEmpty || endsWithText { text(to: markup.end) }
            case .other, .endTag:
                pieces.append(Piece(range: place..<markup.end))
                endsWithText = false
            case .emptyTag:
                pieces.append(Piece(range: place..<markup.end, tag: place..<markup.end))
                endsWithText = false
            case .startTag:
                let (content, end) = element(after: markup.end, in: bytes, until: range.upperBound)
                pieces.append(
                    Piece(range: place..<end, tag: place..<markup.end, content: markup.end..<content))
                endsWithText = false
                place = end
                continue
            }
            place = markup.end
        }
        return pieces
    }

    /// Where the content of an element ends whose start tag has been read, and where its end tag does.
    private static func element(after start: Int, in bytes: borrowing Span<UInt8>, until limit: Int) -> (
        content: Int, end: Int
    ) {
        var depth = 1
        var place = start
        while place < limit {
            let markup = Markup(at: place, in: bytes, until: limit)
            switch markup.kind {
            case .startTag: depth += 1
            case .endTag:
                depth -= 1
                if depth == 0 { return (place, markup.end) }
            default: break
            }
            place = markup.end
        }
        return (limit, limit)
    }
}

/// One token of a well-formed document.
private struct Markup {
    enum Kind {
        case text
        case characterData(isEmpty: Bool)
        case startTag, emptyTag, endTag
        /// A comment or an instruction.
        case other
    }

    let kind: Kind
    let end: Int

    init(at start: Int, in bytes: borrowing Span<UInt8>, until limit: Int) {
        guard bytes[start] == UInt8(ascii: "<") else {
            var place = start + 1
            while place < limit, bytes[place] != UInt8(ascii: "<") { place += 1 }
            (kind, end) = (.text, place)
            return
        }
        switch start + 1 < limit ? bytes[start + 1] : 0 {
        case UInt8(ascii: "?"):
            (kind, end) = (.other, Self.end(of: [0x3F, 0x3E], from: start + 2, in: bytes, until: limit))
        case UInt8(ascii: "!") where start + 2 < limit && bytes[start + 2] == UInt8(ascii: "["):
            let inside = start + 9
            let end = Self.end(of: [0x5D, 0x5D, 0x3E], from: inside, in: bytes, until: limit)
            (kind, self.end) = (.characterData(isEmpty: end - 3 <= inside), end)
        case UInt8(ascii: "!"):
            (kind, end) = (
                .other, Self.end(of: [0x2D, 0x2D, 0x3E], from: start + 4, in: bytes, until: limit)
            )
        case UInt8(ascii: "/"): (kind, end) = (.endTag, Self.tagEnd(from: start, in: bytes, until: limit))
        default:
            let end = Self.tagEnd(from: start, in: bytes, until: limit)
            (kind, self.end) = (bytes[end - 2] == UInt8(ascii: "/") ? .emptyTag : .startTag, end)
        }
    }

    private static func end(
        of mark: [UInt8], from start: Int, in bytes: borrowing Span<UInt8>, until limit: Int
    ) -> Int {
        var place = start
        while place + mark.count <= limit {
            var length = 0
            while length < mark.count, bytes[place + length] == mark[length] { length += 1 }
            if length == mark.count { return place + length }
            place += 1
        }
        return limit
    }

    /// A `>` may stand in the value of an attribute.
    private static func tagEnd(from start: Int, in bytes: borrowing Span<UInt8>, until limit: Int) -> Int {
        var place = start
        var quote: UInt8?
        while place < limit {
            let byte = bytes[place]
            place += 1
            if byte == quote {
                quote = nil
            } else if quote == nil {
                if byte == UInt8(ascii: ">") { return place }
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
            }
        }
        return limit
    }
}

/// A document in the making: bytes of the source where nothing changed, new ones elsewhere.
private struct Splice {
    let source: [UInt8]
    private(set) var result: [UInt8] = []

    init(source: [UInt8]) {
        self.source = source
        result.reserveCapacity(source.count + 1024)
    }

    mutating func copy(_ range: Range<Int>) { result += source[range] }

    mutating func element(_ element: Element, was original: Element, at piece: SourceMarkup.Piece) {
        guard element.name == original.name, element.declarations == original.declarations,
            let tag = piece.tag
        else { return write { $0.element(element) } }
        let keepsTag = element.attributes == original.attributes
        let pieces = piece.content.map { SourceMarkup.pieces(in: $0, of: source.span) } ?? []
        guard pieces.count == original.children.count, let content = piece.content, !element.children.isEmpty
        else {
            if keepsTag, element.children == original.children { return copy(piece.range) }
            return write { $0.element(element) }
        }
        if keepsTag { copy(tag) } else { write { $0.open(element) } }
        children(element.children, were: original.children, at: pieces)
        copy(content.upperBound..<piece.range.upperBound)
    }

    private mutating func children(
        _ children: [Node], were originals: [Node], at pieces: [SourceMarkup.Piece]
    ) {
        var old = 0
        var new = 0
        var marks = Fingerprints(children)
        var oldMarks = Fingerprints(originals)
        while new < children.count {
            if old < originals.count, children[new] == originals[old] {
                copy(pieces[old].range)
                old += 1
            } else if let gone = oldMarks.distance(to: new, of: &marks, after: old) {
                // Those between were taken out.
                copy(pieces[old + gone].range)
                old += gone + 1
            } else if old < originals.count, case .element(let element) = children[new],
                case .element(let original) = originals[old], element.name == original.name,
                marks.distance(to: old, of: &oldMarks, after: new) == nil
            {
                self.element(element, was: original, at: pieces[old])
                old += 1
            } else {
                let node = children[new]
                write { $0.node(node) }
                // Text that was changed takes the place of the text that was.
                if old < originals.count, case .text = node, case .text = originals[old] { old += 1 }
            }
            new += 1
        }
    }

    private mutating func write(_ write: (inout XMLWriter) -> Void) {
        var writer = XMLWriter()
        write(&writer)
        result += writer.bytes
    }
}
