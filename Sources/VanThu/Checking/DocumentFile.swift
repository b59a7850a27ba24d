internal import Container
internal import Diagnostics
internal import OfficeDocument
internal import OfficePackage

/// A document file, opened by what is in it, whatever its name ends in, and read.
struct DocumentFile {
    let path: String
    /// The file as it stands.
    let bytes: [UInt8]
    let archive: Archive
    let document: ReadDocument
    /// What was noticed in reading it.
    let warnings: [Diagnostic]
    /// Whether LibreOffice made the archive out of an old Word file.
    let isConverted: Bool
}

/// What opening a document file came to.
enum OpenedDocument {
    case read(DocumentFile)
    /// It has macros and is left alone.
    case macros(DocumentKind, warnings: [Diagnostic])

    /// Reads a DOCX or ODT; an old Word file (`.doc`) becomes an ODT by way of LibreOffice, which is looked for in `environment`.
    ///
    /// Throws why it cannot be read: `container.…`, `document.…`, `system.missing-program`.
    init(opening path: String, environment: [String: String]) throws(Failure) {
        let bytes = try InputFile.bytes(ofFileAt: path, limit: Archive.Limits.standard.fileSize)
        let old = CompoundFile(bytes)
        let archive: Archive
        let isConverted: Bool
        switch old?.content {
        case .wordDocument:
            guard old?.hasMacros != true else {
                self = .macros(.docx, warnings: [])
                return
            }
            let office = try LibreOffice(in: environment, for: .reading(path))
            let copy = LibreOffice.Document(name: path, fileExtension: "doc", bytes: bytes)
            archive = try Archive(bytes: office.openDocument(of: copy), file: path)
            isConverted = true
        case .encrypted, .workbook, .other, nil:
            archive = try Archive(bytes: bytes, file: path)
            isConverted = false
        }
        let read = try ReadDocument.reading(archive)
        guard !read.value.traits.contains(.macros) else {
            self = .macros(read.value.kind, warnings: read.warnings)
            return
        }
        self = .read(
            DocumentFile(
                path: path, bytes: bytes, archive: archive, document: read.value, warnings: read.warnings,
                isConverted: isConverted))
    }
}
