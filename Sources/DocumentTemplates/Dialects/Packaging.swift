internal import Diagnostics
internal import TemplateLanguage
internal import XMLTree

extension Dialect {
    /// How a format keeps the parts of a document together.
    struct Packaging: Sendable {
        /// Namespaces of the roots that a part with text must have, by the root's name.
        let roots: [String: [String]]
        /// The part that lists all others, and the attribute in which its entries have their names.
        let contentList: (part: String, attribute: String)
        /// Where the relationships of a part stand; nil where the format has none.
        let relationships: @Sendable (_ part: String) -> String?
        /// Whether a part without tags is refused when it declares a document type.
        let mayNotDeclareType: @Sendable (_ part: String) -> Bool
        /// The entries that hold digital signatures, which are taken out of the package's relationships.
        let signatures: @Sendable (inout PackageTrees) throws(Failure) -> Set<String>
        /// Whether a part has places for another template's body: a chart has none.
        let holdsBodies: @Sendable (_ root: Element) -> Bool
        /// Makes a body fit into the package.
        let adopt: @Sendable (ForeignBody, inout PackageTrees) throws(Failure) -> AdoptedBody?
        /// Files that no result shows any more.
        let replacedPictures: @Sendable (ReplacedLinks, inout PackageTrees) throws(Failure) -> Set<String>
        /// What renderings may add.
        let plan:
            @Sendable (inout PackageTrees, GeneratedPartsPlan.Needs) throws(Failure) -> GeneratedPartsPlan
        /// Whether a part may hold tags that nobody fills.
        let isReviewed: @Sendable (_ part: String) -> Bool
        /// Reports the tags of a part with text that nobody fills.
        let review: @Sendable (inout LostTags, Element, _ part: String) -> Void

        /// Whether a root is one of those, or of no part that is known.
        func knows(_ root: Element) -> Bool { roots[root.name.local]?.contains(root.name.namespace) ?? true }
    }
}

extension Dialect.Packaging {
    static let word: Dialect.Packaging = Dialect.Packaging(
        roots: ["document": WordNames.namespaces], contentList: ("[Content_Types].xml", "PartName"),
        relationships: { PackageNames.relationshipsPart(of: $0) },
        mayNotDeclareType: { $0.hasSuffix(".xml") || $0.hasSuffix(".rels") },
        signatures: { trees throws(Failure) in try Signatures.takenFromRelationships(of: &trees) },
        holdsBodies: { $0.isWord },
        adopt: { body, trees throws(Failure) in try WordAdoption.adopt(body, into: &trees) },
        replacedPictures: { replaced, trees throws(Failure) in
            try replaced.filesBehindRelationships(in: &trees)
        }, plan: { trees, needs throws(Failure) in try GeneratedPartsPlan(word: &trees, needs) },
        isReviewed: { $0.hasPrefix("word/") }, review: { $0.searchWord($1, in: $2) })

    static let openDocument: Dialect.Packaging = Dialect.Packaging(
        roots: ["document-content": [OpenDocumentNames.office]],
        contentList: ("META-INF/manifest.xml", "full-path"), relationships: { _ in nil },
        // Macros have document types of their own.
        mayNotDeclareType: { $0 == "settings.xml" },
        signatures: { trees in Set(Signatures.openDocument.filter(trees.source.contains)) },
        holdsBodies: { _ in true },
        adopt: { body, trees throws(Failure) in try OpenDocumentAdoption.adopt(body, into: &trees) },
        replacedPictures: { replaced, trees in replaced.files(in: trees) },
        plan: { trees, _ throws(Failure) in try GeneratedPartsPlan(openDocument: &trees) },
        isReviewed: { part in
            !["META-INF/", "Basic/", "Scripts/", "Dialogs/", "Configurations2/"].contains(
                where: part.hasPrefix)
        }, review: { $0.searchOpenDocument($1, in: $2) })
}
