/// Where the pieces of a data file stand among its bytes, so that one can be changed and the others kept.
package struct SourceLayout: Sendable {
    /// The bytes of the piece itself; none where nothing is written.
    ///
    /// A collection by indentation ends with the last of its pieces, a block of text with its last line that is not blank.
    package let range: Range<Int>
    package let kind: Kind

    package enum Kind: Sendable {
        case scalar(ScalarStyle)
        /// `start` of an item is its dash, where there are dashes.
        case sequence([Item], CollectionStyle)
        case mapping([Entry], CollectionStyle)
    }

    package enum ScalarStyle: Sendable {
        case plain
        case singleQuoted
        case doubleQuoted
        /// Lines below `|` or `>`.
        case block
    }

    package enum CollectionStyle: Sendable {
        /// By indentation.
        case block
        /// In brackets.
        case flow
    }

    package struct Item: Sendable {
        package let start: Int
        package let value: SourceLayout
    }

    package struct Entry: Sendable {
        package let key: Range<Int>
        package let value: SourceLayout
    }

    package init(range: Range<Int>, kind: Kind) {
        self.range = range
        self.kind = kind
    }
}
