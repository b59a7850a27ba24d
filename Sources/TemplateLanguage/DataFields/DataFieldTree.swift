/// The fields a template needs, with the shape each must have.
///
/// Read from the tags alone. Names inside `{#muc}` are fields of the items of `muc`, unless a scope further out uses the same name
/// directly: then they are that field. What stays open (a list or one record?) is said to be open.
package struct DataFieldTree: Hashable, Sendable {
    /// In the order of the template; data that are a list by themselves, `{#.}`, are the field `.`.
    package let fields: [Field]

    static let wholeData = "."

    package struct Field: Hashable, Sendable {
        package let name: String
        package let shape: Shape
        /// Whether the template says what happens without it.
        package let isOptional: Bool
        /// Fields of the record, or of each item of the list.
        package let fields: [Field]
        /// Sections that use the name too and whose own field it may be: data decides, innermost first.
        package let alsoUsedIn: [String]
        /// What an item of a list is that has no fields.
        package let itemShape: Shape
    }

    /// What a field must be.
    package enum Shape: String, Hashable, Sendable, CaseIterable {
        /// Anything that prints.
        case value
        case text
        case number
        /// A number that is printed as money or in words.
        case money
        case date
        /// Only asked whether it is there.
        case condition
        /// A text, a list or a record in which something is looked for.
        case anything
        case list
        case record
        /// A section with fields of its own: a list repeats it, a record enters it.
        case listOrRecord
        case image
        /// CommonMark.
        case richText
        case html
    }

    /// What an insertion asks of its value.
    package enum Asked: Hashable, Sendable {
        case image
        case richText
        case html
        case text
        /// A list whose items have a label and numbers in these fields.
        case figures(label: String, numbers: [String])
    }

    /// The fields that the parts of a template ask for; `asked` tells what an insertion's number stands for.
    package init(of parts: [(requests: [Program.Request], asked: (_ insertion: Int) -> Asked?)]) {
        var gathering = DataFieldGathering()
        for part in parts { gathering.gather(part.requests, asked: part.asked) }
        fields = gathering.tree()
    }
}
