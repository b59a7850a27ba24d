internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// What the engine knows of a tag that is more than text.
struct InsertionContext: Sendable {
    let kind: Tag.Insertion
    let arguments: [Tag.InsertionArgument]
    /// Names of the open elements, outermost first.
    let ancestors: [QualifiedName]
    let surroundings: Surroundings
    /// The header or footer that is written here and taken aside.
    var ownPart: OwnPart?

    /// Whether it stands in a comment of OpenDocument, which holds paragraphs and lists only.
    var isComment: Bool {
        ancestors.contains { $0.local == "annotation" && $0.namespace == OpenDocumentNames.office }
    }

    /// Whether what it puts in is HTML.
    var isHTML: Bool { arguments.contains { $0.name == Filter.htmlName } }

    /// The code that it draws its value as, if it does.
    var code: CodeKind? { arguments.lazy.compactMap { CodeKind(argument: $0.name) }.first }

    /// Whether it draws its value as a chart.
    var isChart: Bool { arguments.contains { $0.name == Tag.chartName } }

    /// Whether texts of its chart come from data and stand beside the figures.
    var hasChartTexts: Bool { arguments.contains(where: \.isComputedTitle) || surroundings.hasDrawnTexts }

    /// What it asks of its value.
    var asked: DataFieldTree.Asked? {
        switch kind {
        case .image where isChart:
            (try? ChartArguments(arguments, of: TagSource(whole: "", inside: "", place: .file("")))).map(
                \.asked)
        case .image: code == nil ? .image : .text
        case .richText: isHTML ? .html : .richText
        case .include: nil
        }
    }

    /// The automatic styles made for it, in OpenDocument.
    var styleNames: OpenDocumentStyleNames? { surroundings.styleNames }
}
