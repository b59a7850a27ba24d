internal import Diagnostics
internal import OfficePackage
internal import XMLTree

/// Reads an ODT; what the parts share, and where it stands in the part it is reading.
struct OpenDocumentReader {
    var shelf: PartShelf
    let common: Element?
    var styles: OpenDocumentStyleSheet
    var part = ""
    var traits: Set<ReadDocument.Trait> = []
    var notes: [ReadNote] = []
    var comments: [ReadComment] = []

    // Where it stands in the part.
    var path: [Int] = []
    var paragraphs = 0
    var tables = 0
    var cells: [Location.Cell] = []
    var width: Length?
    var lists: [OpenList] = []
    var counters = OpenDocumentListCounters()
    /// The counter of each list with an id, for those that continue it.
    var listKeys: [String: String] = [:]
    /// The last list of each style, for those that continue the one before.
    var lastKeys: [String: String] = [:]
    var listCount = 0

    /// A list between its beginning and its end.
    struct OpenList {
        let style: String?
        let key: String
        /// Whether the next paragraph begins an item, and with which number.
        var item: Item = .none

        enum Item {
            case none
            case begins(start: Int?)
        }
    }

    static func document(in package: DocumentPackage) throws(Failure) -> Reported<ReadDocument> {
        var shelf = PartShelf(of: package)
        let root = try package.source.tree(package.main)
        if let refusal = package.refusal(ofMain: root) { throw Failure(refusal) }
        let body = root.child("body", in: OpenDocumentNames.office)
        guard let text = body?.child("text", in: OpenDocumentNames.office) else {
            throw Failure(.notADocument(package.source.file))
        }

        let common = shelf.optional(Manifest.styles)
        var document = try ReadDocument(package)
        if package.source.contains(Manifest.properties) {
            document.title =
                shelf.optional(Manifest.properties)?.child("meta", in: OpenDocumentNames.office)?.child(
                    "title")?.text
        }
        var reader = OpenDocumentReader(
            shelf: shelf, common: common, styles: OpenDocumentStyleSheet(common: common, part: root))
        document.language = EffectiveCharacters(reader.styles.paragraph(nil).character).language
        document.sections = reader.sections(of: text, root: root)
        document.notes = reader.notes
        document.comments = reader.comments
        document.traits.formUnion(reader.traits)
        return try reader.shelf.report(document)
    }

    // MARK: Walking

    mutating func children<Value>(of element: Element, _ read: (inout OpenDocumentReader, Element) -> Value?)
        -> [Value]
    {
        var values: [Value] = []
        for (index, node) in element.children.enumerated() {
            guard case .element(let child) = node else { continue }
            path.append(index)
            if let value = read(&self, child) { values.append(value) }
            path.removeLast()
        }
        return values
    }

    /// Counts the paragraphs and tables of a branch that is not read, so that numbers stay those of the file.
    mutating func skip(_ element: Element) {
        for case .element(let child) in element.children
        where !child.is("annotation", in: OpenDocumentNames.office) {
            if child.name.namespace == OpenDocumentNames.text,
                child.name.local == "p" || child.name.local == "h"
            {
                paragraphs += 1
            } else if child.is("table", in: OpenDocumentNames.table) {
                tables += 1
            }
            skip(child)
        }
    }
}
