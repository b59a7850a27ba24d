internal import OfficeDocument
internal import Regulations

/// Blocks between a section's opening and closing tags, each tag alone in its paragraph.
enum Template {
    /// The blocks once for each item of a list.
    static func repeated(_ name: String, _ blocks: [Block]) -> [Block] {
        [FormStyle.body("{#\(name)}")] + blocks + [FormStyle.body("{/\(name)}")]
    }

    /// The blocks when there is a value of that name.
    static func shown(_ name: String, _ blocks: [Block]) -> [Block] { repeated(name, blocks) }

    /// A heading that is there only when the list is not empty, and the items under it.
    static func headed(_ name: String, _ heading: [Block], items: [Block]) -> [Block] {
        repeated(name, [FormStyle.body("{#$first}")] + heading + [FormStyle.body("{/}")] + items)
    }

    /// A list of dash items that all end as sentences of their own.
    static func dashes(_ name: String) -> [Block] { repeated(name, [FormStyle.dashItem("- {.}")]) }

    /// A list of paragraphs.
    static func paragraphs(_ name: String) -> [Block] { repeated(name, [FormStyle.body("{.}")]) }
}
