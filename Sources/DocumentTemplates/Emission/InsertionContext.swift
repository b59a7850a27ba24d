internal import TemplateLanguage
internal import XMLTree

/// What stands round a tag that is more than text.
struct InsertionContext: Sendable {
    let kind: Tag.Insertion
    /// Names of the open elements, outermost first.
    let ancestors: [QualifiedName]
}
