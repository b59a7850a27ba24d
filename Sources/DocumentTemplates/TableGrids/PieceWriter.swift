internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// Serialises what a cell or a column is made of, with the places left open that depend on the table's grid.
struct PieceWriter {
    private var written: [GridForm.Piece] = []
    private var xml = XMLWriter()

    mutating func write(_ write: (inout XMLWriter) -> Void) { write(&xml) }

    mutating func piece(_ piece: GridForm.Piece) {
        flush()
        written.append(piece)
    }

    /// A start tag with more attributes to come.
    mutating func openTag(_ element: Element) {
        var opening = XMLWriter()
        opening.open(element.withoutChildren)
        flush()
        written.append(.bytes(Array(opening.bytes.dropLast())))
    }

    mutating func raw(_ words: String) {
        flush()
        written.append(.bytes(Array(words.utf8)))
    }

    consuming func pieces() -> [GridForm.Piece] {
        flush()
        return written
    }

    private mutating func flush() {
        if !xml.bytes.isEmpty { written.append(.bytes(xml.bytes)) }
        xml = XMLWriter()
    }
}
