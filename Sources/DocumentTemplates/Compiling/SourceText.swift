internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// The text of a part, or of a template that is included into one, before anything is known of its tags.
struct SourceText: Sendable {
    let root: Element
    let dialect: Dialect
    let origin: TextOrigin
    /// The part of the template it stands in, or is put into.
    let part: String
    /// What is known of the room its paragraphs have.
    let widths: any AvailableWidths
    /// Whether it is not as the file has it.
    var isMended = false
    /// Where the pieces of it come from that another file has brought.
    var foreign = ForeignTexts()
    /// The part's relationships, some of whose targets may hold tags; nil where the format has none.
    var relationships: Element?
    /// The numberings that styles give the paragraphs, in formats where they do.
    var numberings: StyleNumberings?
    /// The tags of the text that this one is put into: those found here come behind them.
    var tags: [PlacedTag] = []
    /// What the names of automatic styles begin with that are made for it.
    var stylePrefix = ""

    /// The part's own automatic styles, in formats that have them.
    var automaticStyles: [Element] { root.child("automatic-styles")?.elements ?? [] }
}

/// Where a text comes from, and what its tags begin and end with.
struct TextOrigin: Sendable {
    let file: String
    /// The entry's name.
    let part: String
    let delimiters: Delimiters
}

/// Pieces of a part that included documents have brought: their notes, and the targets of their links.
struct ForeignTexts: Sendable {
    var notes: [IdentifierOwners.Key: TextOrigin] = [:]
    /// By the id of the relationship.
    var relationships: [String: TextOrigin] = [:]
}

/// A text whose tags stand where what they are for begins and ends.
struct PlacedText: Sendable {
    var root: TemplateNode
    /// Those of the text round it come first, if it is included.
    var tags: [PlacedTag]
    /// The targets with tags among its relationships.
    var links: [String: [TemplateElement.ComputedAttribute.Piece]]
    /// Automatic styles that it needs beside those it has.
    var automaticStyles: [TemplateElement]
    /// Common styles that included bodies need.
    var commonStyles: [Element] = []
    /// Headers and footers that each repeat of a section of pages has its own of.
    var ownParts: [OwnPart] = []
    let findings: Findings
    let hasSections: Bool
    /// Whether all that is filled are controls, which data may leave as they are.
    let holdsControlsAlone: Bool
}

extension PlacedText {
    /// The last stage of a text: tags that fill their paragraphs alone take the paragraphs' places.
    init(_ located: LocatedText, _ paired: SectionPairing, _ placement: TagPlacement.Result) {
        var standalone = StandaloneTags(tags: placement.tags, dialect: located.source.dialect)
        root = standalone.lifted(placement.root).first ?? placement.root
        tags = standalone.tags
        links = located.links
        automaticStyles = located.automaticStyles
        hasSections = !paired.sections.isEmpty
        let own = tags[located.source.tags.count...]
        holdsControlsAlone = located.convertedCount == 0 && own.allSatisfy(\.isSettled)
        var findings = located.findings
        findings.faults += paired.faults + placement.faults + own.flatMap(\.insertionFaults)
        findings.warnings += placement.warnings
        self.findings = findings
    }
}
