package import Container
package import Diagnostics
internal import OfficePackage
internal import XMLTree

extension ReadDocument {
    /// The file with a bookmark in front of the text of each of these paragraphs, and nothing else changed.
    ///
    /// A place that no paragraph of the file has is left out. `archive` is the one the document was read from.
    package func bookmarked(_ bookmarks: [(name: String, place: ElementPlace)], in archive: Archive)
        throws(Failure) -> [UInt8]
    {
        var parts = EditedParts(archive)
        // Identifiers of Word's bookmarks are numbers; those of a document that is in use are small.
        // Paragraphs inside others come first: a mark moves what stands behind it in its paragraph.
        let inmostFirst = bookmarks.enumerated().sorted {
            $0.element.place.path.count > $1.element.place.path.count
        }
        for (index, bookmark) in inmostFirst {
            parts.change(bookmark.place.part) { root in
                guard let paragraph = root.element(at: bookmark.place.path) else { return }
                let scope = root.namespaces(at: bookmark.place.path)
                let marks: [Element]
                let place: Int
                switch format {
                case .docx:
                    guard WordReader.isParagraph(paragraph) else { return }
                    let w = Vocabulary(namespaces: ["w": paragraph.name.namespace])
                    let id = Vocabulary.Attribute("w:id", String(900_000_000 + index))
                    marks = [
                        w("w:bookmarkStart", [id, .init("w:name", bookmark.name)]), w("w:bookmarkEnd", [id]),
                    ].map { $0.declaring(w.namespaces, within: scope) }
                    place = paragraph.children.firstIndex { $0.isWord("pPr") }.map { $0 + 1 } ?? 0
                case .odt:
                    guard OpenDocumentReader.isParagraph(paragraph) else { return }
                    let o = OpenDocumentNames.vocabulary
                    let wanted = o.namespaces.filter { $0.key == "text" }
                    marks = [
                        o("text:bookmark", [.init("text:name", bookmark.name)]).declaring(
                            wanted, within: scope)
                    ]
                    place = 0
                }
                root.change(at: bookmark.place.path[...]) { paragraph in
                    paragraph.children.insert(contentsOf: marks.map(Node.element), at: place)
                }
            }
        }
        return try parts.wholeBytes()
    }
}
