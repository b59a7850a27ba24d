internal import TemplateLanguage
internal import XMLTree

/// What the engine knows of a tag that is more than text.
struct InsertionContext: Sendable {
    let kind: Tag.Insertion
    let arguments: [Tag.InsertionArgument]
    /// Names of the open elements, outermost first.
    let ancestors: [QualifiedName]
    let surroundings: Surroundings

    /// Whether what it puts in is HTML.
    var isHTML: Bool { arguments.contains { $0.name == Filter.htmlName } }

    /// The automatic styles made for it, in OpenDocument.
    var styleNames: OpenDocumentStyleNames? { surroundings.styleNames }
}
