internal import XMLTree

/// A part that renderings add elements to, kept as the bytes before and behind them.
struct GrowingPart: Sendable {
    let name: String
    private let head: [UInt8]
    private let tail: [UInt8]

    /// What is added stands before the first child of that name, or at the end.
    init(_ name: String, _ root: Element, before local: String? = nil) {
        self.name = name
        let children = root.elements
        let place = children.firstIndex { $0.name.local == local } ?? children.count
        var writer = XMLWriter()
        writer.declaration()
        writer.open(root)
        for child in children[..<place] { writer.element(child) }
        head = writer.bytes
        var rest = XMLWriter()
        for child in children[place...] { rest.element(child) }
        rest.close(root)
        tail = rest.bytes
    }

    /// The part with more elements.
    func bytes(adding elements: [Element]) -> [UInt8] {
        var writer = XMLWriter()
        for element in elements { writer.element(element) }
        return head + writer.bytes + tail
    }
}
