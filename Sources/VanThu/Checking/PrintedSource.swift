package import Diagnostics
internal import OfficeDocument
internal import OfficePackage
package import Planning
package import Printing

/// A document of somebody's that is shown page by page, with what is said of its paragraphs beside them.
package struct PrintedSource {
    private let file: DocumentFile

    init(_ file: DocumentFile) { self.file = file }

    /// Opens a DOCX, ODT, DOC or RTF.
    ///
    /// Throws why it cannot be read.
    package init(opening path: String, office: OfficeProgram) throws(Failure) {
        switch try OpenedDocument(opening: path, office: office) {
        case .read(let file): self.file = file
        case .macros(let kind, _): throw Failure(.macros(path, in: kind))
        }
    }

    /// The mark of secrecy the document carries; nil where it has none.
    package var secrecyMark: SecrecyMark? { file.document.secrecyMark }

    /// What a place is called in the PDF, by its number.
    package static func destination(of number: Int) -> String { "vt\(number)" }

    /// The document as a PDF whose destinations `vt0`, `vt1` … stand where the places of these numbers are; those that are no paragraphs have
    /// none.
    package func printed(by workers: OfficeWorkers, marking places: [Location]) throws(Failure) -> [UInt8] {
        var paragraphs: [Location: ElementPlace] = [:]
        for paragraph in file.document.paragraphs {
            paragraphs[paragraph.place.location(in: "", excerpt: "")] = paragraph.place.element
        }
        return try printed(
            by: workers,
            marking: places.map { place in
                guard case .paragraph(_, let part, let number, _, let cell) = place else { return nil }
                return paragraphs[.paragraph(file: "", part: part, number: number, excerpt: "", cell: cell)]
            })
    }

    func printed(by workers: OfficeWorkers, marking places: [ElementPlace?]) throws(Failure) -> [UInt8] {
        let bookmarks = places.enumerated().compactMap { number, place in
            place.map { (name: Self.destination(of: number), place: $0) }
        }
        let bytes = try file.document.bookmarked(bookmarks, in: file.archive)
        let document = LibreOffice.Document(
            name: file.path, fileExtension: file.document.kind.rawValue, bytes: bytes)
        return try workers.pdf(of: document, OfficeWorkers.PDFOptions(destinations: true))
    }
}

extension ReadDocument {
    /// Such a mark stands by itself, as a stamp does: in the text, a table, a box, or the margin above or below the text.
    var secrecyMark: SecrecyMark? {
        for paragraph in paragraphs { if let mark = SecrecyMark(in: paragraph.text) { return mark } }
        for section in sections {
            for margin in [section.headers, section.footers] {
                for paragraph in margin.values.flatMap(\.blocks.paragraphs) {
                    if let mark = SecrecyMark(in: paragraph.text) { return mark }
                }
            }
        }
        return nil
    }
}
