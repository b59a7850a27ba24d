/// A piece of a data file with its place: what the YAML, JSON and CSV readers give, before anything knows what it means.
@usableFromInline package struct SourceNode: Hashable, Sendable {
    @usableFromInline package let content: Content
    @usableFromInline package let position: Position

    @usableFromInline package init(_ content: Content, at position: Position) {
        self.content = content
        self.position = position
    }

    @usableFromInline package enum Content: Hashable, Sendable {
        case null
        case boolean(Bool)
        /// A number as it was written, `1.50` or `1e3`; always readable as an exact decimal.
        case number(String)
        case text(String)
        case sequence([SourceNode])
        /// Keys are unique and in the order they were written.
        case mapping([Entry])
    }

    @usableFromInline package struct Entry: Hashable, Sendable {
        @usableFromInline package let key: String
        package let keyPosition: Position
        @usableFromInline package let value: SourceNode

        package init(key: String, keyPosition: Position, value: SourceNode) {
            self.key = key
            self.keyPosition = keyPosition
            self.value = value
        }
    }
}

/// A place in a text file: both count from 1, the column in characters.
@usableFromInline package struct Position: Hashable, Sendable {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}
