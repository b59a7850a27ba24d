internal import Container
internal import Diagnostics
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

    static func document(in archive: Archive) throws(Failure) -> Reported<ReadDocument> {
        var shelf = PartShelf(archive)
        var traits: Set<ReadDocument.Trait> = []
        if archive.contains("mimetype") {
            let type = String(decoding: try archive.contents(of: "mimetype"), as: UTF8.self)
            guard type.hasPrefix("application/vnd.oasis.opendocument.text") else {
                throw Failure(.notADocument(archive.file))
            }
            if type.hasPrefix("application/vnd.oasis.opendocument.text-template") { traits.insert(.template) }
        }
        if let manifest = archive.contains("META-INF/manifest.xml")
            ? shelf.optional("META-INF/manifest.xml") : nil, isEncrypted(manifest)
        {
            throw Failure(.encrypted(archive.file))
        }
        guard archive.contains("content.xml") else { throw Failure(.noBody("content.xml", in: archive.file)) }
        let root = try shelf.required("content.xml")
        guard root.is("document-content", in: OpenDocumentSpace.office) else {
            throw Failure(.notADocument(archive.file))
        }
        guard let body = root.child("body", in: OpenDocumentSpace.office) else {
            throw Failure(.noBody("content.xml", in: archive.file))
        }
        guard let text = body.child("text", in: OpenDocumentSpace.office) else {
            throw Failure(.notADocument(archive.file))
        }
        if archive.entries.contains(where: { $0.name.hasPrefix("Basic/") || $0.name.hasPrefix("Scripts/") }) {
            traits.insert(.macros)
        }
        if archive.contains("META-INF/documentsignatures.xml") { traits.insert(.signature) }

        let common = shelf.optional("styles.xml")
        var document = ReadDocument(file: archive.file, format: .odt)
        if archive.contains("meta.xml") {
            document.title =
                shelf.optional("meta.xml")?.child("meta", in: OpenDocumentSpace.office)?.child("title")?.text
        }
        var reader = OpenDocumentReader(
            shelf: shelf, common: common, styles: OpenDocumentStyleSheet(common: common, part: root),
            traits: traits)
        document.language = EffectiveCharacters(reader.styles.paragraph(nil).character).language
        document.sections = reader.sections(of: text, root: root)
        document.notes = reader.notes
        document.comments = reader.comments
        document.traits = reader.traits
        return try reader.shelf.report(document)
    }

    private static func isEncrypted(_ manifest: Element) -> Bool {
        manifest.elements.contains { entry in
            entry.child("encryption-data") != nil && entry.anyAttribute("full-path") == "content.xml"
        }
            || manifest.elements.contains {
                $0.child("encrypted-key") != nil || $0.name.local == "encryptedKey"
            }
    }

    // MARK: Walking

    static func isParagraph(_ element: Element) -> Bool {
        element.name.namespace == OpenDocumentSpace.text
            && (element.name.local == "p" || element.name.local == "h")
    }

    static func isTable(_ element: Element) -> Bool { element.is("table", in: OpenDocumentSpace.table) }

    static func isCountedApart(_ element: Element) -> Bool {
        element.is("annotation", in: OpenDocumentSpace.office)
    }
}
