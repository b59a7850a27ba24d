internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

extension Dialect {
    /// How a format keeps the parts of a document together.
    struct Packaging: Sendable {
        /// The part that lists all others, and the attribute in which its entries have their names.
        let contentList: (part: String, attribute: String)
        /// Where the relationships of a part stand; nil where the format has none.
        let relationships: @Sendable (_ part: String) -> String?
        /// Whether a part without tags is refused when it declares a document type.
        let mayNotDeclareType: @Sendable (_ part: String) -> Bool
        /// Whether a part has places for another template's body: a chart has none.
        let holdsBodies: @Sendable (_ root: Element) -> Bool
        /// Makes a body fit into the package.
        let adopt: @Sendable (ForeignBody, inout PackageTrees) throws(Failure) -> AdoptedBody?
        /// Gives each repeat of a section of pages headers and footers of its own.
        let ownPages: @Sendable (PlacedText, SourceText, inout Compilation) throws(Failure) -> PlacedText
        /// Files that no result shows any more.
        let replacedPictures: @Sendable (ReplacedLinks, inout PackageTrees) throws(Failure) -> Set<String>
        /// What renderings may add.
        let plan:
            @Sendable (inout PackageTrees, GeneratedPartsPlan.Needs) throws(Failure) -> GeneratedPartsPlan
        /// Whether a part may hold tags that nobody fills.
        let isReviewed: @Sendable (_ part: String) -> Bool
        /// Reports the tags of a part with text that nobody fills.
        let review: @Sendable (inout LostTags, Element, _ part: String) -> Void
    }
}

extension Dialect.Packaging {
    static let word: Dialect.Packaging = Dialect.Packaging(
        contentList: (ContentTypes.entry, "PartName"), relationships: { Relationships.entry(of: $0) },
        mayNotDeclareType: { $0.hasSuffix(".xml") || $0.hasSuffix(".rels") }, holdsBodies: { $0.isWord },
        adopt: { body, trees throws(Failure) in try WordAdoption.adopt(body, into: &trees) },
        ownPages: { text, source, compilation throws(Failure) in
            try WordOwnPages.given(text, source, &compilation)
        },
        replacedPictures: { replaced, trees throws(Failure) in
            try replaced.filesBehindRelationships(in: &trees)
        }, plan: { trees, needs throws(Failure) in try GeneratedPartsPlan(word: &trees, needs) },
        isReviewed: { $0.hasPrefix("word/") }, review: { $0.searchWord($1, in: $2) })

    static let openDocument: Dialect.Packaging = Dialect.Packaging(
        contentList: (Manifest.entry, "full-path"), relationships: { _ in nil },
        // Macros have document types of their own.
        mayNotDeclareType: { $0 == "settings.xml" }, holdsBodies: { _ in true },
        adopt: { body, trees throws(Failure) in try OpenDocumentAdoption.adopt(body, into: &trees) },
        ownPages: { text, source, compilation throws(Failure) in
            try OpenDocumentOwnPages.given(text, source, &compilation)
        }, replacedPictures: { replaced, trees in replaced.files(in: trees) },
        plan: { trees, needs throws(Failure) in try GeneratedPartsPlan(openDocument: &trees, needs) },
        isReviewed: { part in
            !(Manifest.macroFolders + ["META-INF/", "Configurations2/"]).contains(where: part.hasPrefix)
        }, review: { $0.searchOpenDocument($1, in: $2) })
}
