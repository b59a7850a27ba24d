package import Diagnostics
internal import VietnameseText

extension SourceNode {
    /// Reads one JSON text in UTF-8, every piece with its place; text becomes NFC.
    package init(json bytes: [UInt8], file: String) throws(Failure) {
        let builder = JSONTreeBuilder(try Encoding.checked(bytes, file: file), file: file)
        try builder.run()
        guard let root = builder.root else {
            throw Failure(.json(JSONSyntax.ended, at: 0, of: bytes, file: file))
        }
        self = root
    }
}

private final class JSONTreeBuilder: JSONEvents {
    private(set) var root: SourceNode?
    private var open: [Level] = []
    private var path = DataPath()
    // The place that the offset before the last was turned into; tokens come in order.
    private var offset = 0
    private var line = 1
    private var column = 1

    private struct Level {
        let position: Position
        var items: [SourceNode] = []
        var entries: [SourceNode.Entry] = []
        var seen: [String: Position] = [:]
        var key: (text: String, position: Position)?
        let isMapping: Bool
    }

    private func position() -> Position {
        let start = tokenStart(endingAt: tokenEnd)
        while offset < start {
            if bytes[offset] == 0x0A {
                line += 1
                column = 1
            } else if bytes[offset] & 0xC0 != 0x80 {
                column += 1
            }
            offset += 1
        }
        return Position(line: line, column: column)
    }

    private func add(_ content: SourceNode.Content) { add(SourceNode(content, at: position())) }

    private func add(_ node: SourceNode) {
        guard var level = open.popLast() else {
            root = node
            return
        }
        if let key = level.key {
            if let first = level.seen[key.text] {
                report(.duplicateKey(key.text, at: key.position, first: first, file: file, path: path.text))
            } else {
                level.seen[key.text] = key.position
                level.entries.append(SourceNode.Entry(key: key.text, keyPosition: key.position, value: node))
            }
        } else {
            level.items.append(node)
        }
        path.leave()
        open.append(level)
        enterItem()
    }

    private func enterItem() {
        if let level = open.last, !level.isMapping { path.enter(item: level.items.count) }
    }

    override func null() { add(.null) }
    override func boolean(_ value: Bool) { add(.boolean(value)) }

    override func number(_ written: UnsafeBufferPointer<UInt8>) {
        let text = unsafe String(decoding: written, as: UTF8.self)
        let position = position()
        if NumberText.decimal(text.utf8.span) == nil {
            report(.numberRange(text, at: position, file: file, path: path.text))
        }
        add(SourceNode(.number(text), at: position))
    }

    override func text(_ text: UnsafeBufferPointer<UInt8>) {
        add(.text(Normalization.nfc(unsafe String(decoding: text, as: UTF8.self))))
    }

    override func key(_ key: UnsafeBufferPointer<UInt8>) {
        let text = Normalization.nfc(unsafe String(decoding: key, as: UTF8.self))
        path.enter(key: text)
        let position = position()
        open[open.count - 1].key = (text, position)
    }

    override func startMapping() { open.append(Level(position: position(), isMapping: true)) }

    override func startSequence() {
        open.append(Level(position: position(), isMapping: false))
        enterItem()
    }

    override func endMapping() {
        guard let level = open.popLast() else { return }
        add(SourceNode(.mapping(level.entries), at: level.position))
    }

    override func endSequence() {
        guard let level = open.popLast() else { return }
        path.leave()
        add(SourceNode(.sequence(level.items), at: level.position))
    }
}
