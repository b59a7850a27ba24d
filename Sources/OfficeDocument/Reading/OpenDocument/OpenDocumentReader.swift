internal import Diagnostics
internal import OfficePackage
internal import XMLTree

/// Reads an ODT; what the parts share, and where it stands in the part it is reading.
struct OpenDocumentReader: PartReader {
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
    /// The lists of the labels that were read.
    var definitions: [String: ListDefinition] = [:]

    /// A list between its beginning and its end.
    struct OpenList {
        let style: String?
        let key: String
        /// Whether the next paragraph begins an item, and with which number.
        var item: Item = .none

        enum Item {
            case none
            case begins(start: Int?)

            var isBeginning: Bool { if case .begins = self { true } else { false } }
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
        if package.source.contains(Manifest.settings) {
            document.layout = LayoutRules(openDocument: shelf.optional(Manifest.settings))
        }
        var reader = OpenDocumentReader(
            shelf: shelf, common: common, styles: OpenDocumentStyleSheet(common: common, part: root))
        document.language = EffectiveCharacters(reader.styles.paragraph(nil).character).language
        for kind in NoteKind.allCases {
            document.noteNumbering[kind] = NoteNumbering(kind, openDocument: reader.styles.notes[kind])
        }
        document.sections = reader.sections(of: text, root: root)
        document.notes = reader.notes
        document.comments = reader.comments
        document.lists = reader.definitions
        document.traits.formUnion(reader.traits)
        let active = [root, common].compactMap(\.self).flatMap { DocumentPackage.activeContent(in: $0) }
        return try reader.shelf.report(document, active: active)
    }

    // MARK: Walking

    static func isParagraph(_ element: Element) -> Bool {
        element.name.namespace == OpenDocumentNames.text
            && (element.name.local == "p" || element.name.local == "h")
    }

    static func isTable(_ element: Element) -> Bool { element.is("table", in: OpenDocumentNames.table) }

    static func isCountedApart(_ element: Element) -> Bool {
        element.is("annotation", in: OpenDocumentNames.office)
    }
}
