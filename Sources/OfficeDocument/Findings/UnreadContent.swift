/// What stands in a paragraph that is no text: it is told, and left out of whatever is made of the text.
package enum UnreadContent: Hashable, Sendable {
    /// With its letters, one after the other.
    case formula(String)
    /// The small letters above others, which are read.
    case ruby(String)
    /// A field that shows something and keeps no text of it, such as a fraction by `EQ`; with its instruction.
    case field(String)
}
