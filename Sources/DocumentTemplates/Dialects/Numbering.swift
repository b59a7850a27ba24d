internal import Diagnostics
internal import XMLTree

extension Dialect {
    /// How a format numbers the paragraphs of its lists.
    struct Numbering: Sendable {
        /// The element that gives a paragraph the number of its list: where the list begins again, each repeat has one of its own.
        let reference: String?
        /// The element that is a list, and the attributes by which it goes on counting; it begins again without them.
        let list: String?
        let continuations: Set<String>
        /// The numberings that paragraph styles give.
        let ofStyles: @Sendable (inout PackageTrees, TemplatePackage) throws(Failure) -> StyleNumberings?

        /// Whether an element is written otherwise where its list begins again.
        func restarts(_ element: Element) -> Bool {
            element.name.local == reference || element.name.local == list
        }

        static let word: Numbering = Numbering(
            reference: "numId", list: nil, continuations: [],
            ofStyles: { trees, package throws(Failure) in
                try StyleNumberings(&trees, body: package.body, numberingPart: package.numberingPart)
            })

        static let openDocument: Numbering = Numbering(
            reference: nil, list: "list", continuations: ["continue-numbering", "continue-list"],
            ofStyles: { _, _ in nil })
    }
}
