public import Diagnostics
public import Values

/// How a value stands in a data file: one description reads it, writes it and tells people of it, so that these cannot disagree.
@usableFromInline package struct DataForm<Value: Sendable>: Sendable {
    @usableFromInline package let description: FormDescription
    /// Nil after a fault was noted.
    ///
    /// `base` is the value that is changed, nil where there is none to inherit from.
    @usableFromInline package let read:
        @Sendable (_ node: SourceNode, _ base: Value?, inout DataReading) -> Value?
    @usableFromInline package let write: @Sendable (Value) -> SourceNode.Content
    /// Whether there is nothing in the value, such as no items in a list.
    @usableFromInline package let isEmpty: @Sendable (Value) -> Bool

    @inlinable package init(
        _ description: FormDescription,
        read: @escaping @Sendable (SourceNode, Value?, inout DataReading) -> Value?,
        write: @escaping @Sendable (Value) -> SourceNode.Content,
        isEmpty: @escaping @Sendable (Value) -> Bool = { _ in false }
    ) {
        self.description = description
        self.read = read
        self.write = write
        self.isEmpty = isEmpty
    }

    /// A form with rules of its own.
    package init(
        name: Wording, read: @escaping @Sendable (SourceNode, Value?, inout DataReading) -> Value?,
        write: @escaping @Sendable (Value) -> SourceNode.Content,
        isEmpty: @escaping @Sendable (Value) -> Bool = { _ in false }
    ) { self.init(FormDescription(name, .other), read: read, write: write, isEmpty: isEmpty) }

    /// What is asked for, in the words of a fault.
    @usableFromInline package var name: Wording { description.name }

    /// The value with the place it stands at.
    @inlinable package var located: DataForm<Located<Value>> {
        let (read, write, isEmpty) = (self.read, self.write, self.isEmpty)
        return DataForm<Located<Value>>(
            description,
            read: { node, base, reading in
                read(node, base?.value, &reading).map {
                    Located(value: $0, place: reading.place(node.position))
                }
            }, write: { write($0.value) }, isEmpty: { isEmpty($0.value) })
    }

    /// The same data as another value; nil from `value` is a fault that it has noted.
    @inlinable package func map<Other>(
        _ value: @escaping @Sendable (Value, SourceNode, inout DataReading) -> Other?,
        back: @escaping @Sendable (Other) -> Value
    ) -> DataForm<Other> {
        let (read, write, isEmpty) = (self.read, self.write, self.isEmpty)
        return DataForm<Other>(
            description,
            read: { node, base, reading in
                read(node, base.map(back), &reading).flatMap { value($0, node, &reading) }
            }, write: { write(back($0)) }, isEmpty: { isEmpty(back($0)) })
    }
}

extension SourceNode {
    /// An entry that has no place yet.
    @usableFromInline package static func entry(_ key: String, _ content: Content) -> Entry {
        Entry(key: key, keyPosition: .start, value: SourceNode(content, at: .start))
    }

    /// Nothing was written: no value, or a text of white space as an empty cell gives.
    @usableFromInline package var isBlank: Bool {
        switch content {
        case .null: true
        case .text(let text): !text.beginsWithLetter && text.allSatisfy(\.isWhitespace)
        case .boolean, .number, .sequence, .mapping: false
        }
    }
}

extension Position {
    /// What is written has no place yet.
    @usableFromInline package static let start = Position(line: 1, column: 1)
}

/// Words with a meaning of their own in data files.
@usableFromInline package enum DataWords {
    /// There is none: takes away what would be inherited.
    @usableFromInline package static let absent = "khong"
}
