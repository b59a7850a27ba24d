/// A piece of a data file with its place: what the YAML, JSON and CSV readers give, before anything knows what it means.
public struct SourceNode: Hashable, Sendable {
    public let content: Content
    public let position: Position

    public init(_ content: Content, at position: Position) {
        self.content = content
        self.position = position
    }

    public enum Content: Hashable, Sendable {
        case null
        case boolean(Bool)
        /// A number as it was written, `1.50` or `1e3`; always readable as an exact decimal.
        case number(String)
        case text(String)
        case sequence([SourceNode])
        /// Keys are unique and in the order they were written.
        case mapping([Entry])
    }

    public struct Entry: Hashable, Sendable {
        public let key: String
        public let keyPosition: Position
        public let value: SourceNode

        public init(key: String, keyPosition: Position, value: SourceNode) {
            self.key = key
            self.keyPosition = keyPosition
            self.value = value
        }
    }
}

/// A place in a text file: both count from 1, the column in characters.
public struct Position: Hashable, Sendable {
    public let line: Int
    public let column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}
