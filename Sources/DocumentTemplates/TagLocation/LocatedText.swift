internal import Diagnostics
internal import TemplateLanguage
internal import XMLTree

/// A text with its tags found and the tree cut where they stand.
struct LocatedText: Sendable {
    let source: SourceText
    let root: TemplateNode
    let tags: [PlacedTag]
    /// The targets with tags among its relationships.
    let links: [String: [TemplateElement.ComputedAttribute.Piece]]
    /// Automatic styles made for single paragraphs.
    let automaticStyles: [TemplateElement]
    /// How many native fields have become tags.
    let convertedCount: Int
    let findings: Findings

    init(_ source: SourceText, _ converted: ConvertedText) {
        var locator = TagLocator(source)
        root = locator.node(converted.root).unbound
        automaticStyles = locator.madeStyles
        findings = Findings(
            faults: locator.faults, doubts: locator.doubts, nativeFields: converted.found + locator.controls,
            remarks: converted.remarks, warnings: locator.warnings)
        // The relationships tell their own faults.
        links = source.relationships.map { locator.links(in: $0) } ?? [:]
        tags = locator.tags
        convertedCount = converted.convertedCount
        self.source = source
    }
}
