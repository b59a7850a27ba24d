internal import FoundationEssentials
internal import VietnameseText

extension Value {
    /// The data without its places.
    ///
    /// A number written like a code, `05` or `+8490`, becomes text, so that it is printed as it was written.
    package init(_ node: SourceNode) {
        switch node.content {
        case .null: self = .null
        case .boolean(let value): self = .boolean(value)
        case .number(let written):
            if !NumberText.looksLikeCode(written), let number = NumberText.decimal(written.utf8.span) {
                self = .number(number)
            } else {
                self = .text(written)
            }
        case .text(let text): self = .text(text)
        case .sequence(let items):
            var last: Shape?
            self = .list(
                items.map { item in
                    guard case .mapping(let entries) = item.content else { return Value(item) }
                    let shape = Value.shape(of: entries, like: last)
                    last = shape
                    return .record(Record(shape: shape, values: entries.map { Value($0.value) }))
                })
        case .mapping(let entries):
            self = .record(
                Record(shape: Value.shape(of: entries, like: nil), values: entries.map { Value($0.value) }))
        }
    }

    private static func shape(of entries: [SourceNode.Entry], like last: Shape?) -> Shape {
        if let last, last.names.count == entries.count, zip(last.names, entries).allSatisfy({ $0 == $1.key })
        {
            return last
        }
        return Shape(entries.map(\.key))
    }
}
