internal import Container
internal import Diagnostics
internal import OfficePackage

/// A document file opened by what is in it, whatever its name ends in.
struct DocumentFile {
    let archive: Archive
    /// Whether LibreOffice made the archive out of an old Word file.
    let isConverted: Bool

    /// Opens a DOCX or ODT; an old Word file (`.doc`) becomes an ODT by way of LibreOffice, which is looked for in `environment`.
    ///
    /// Throws why it cannot be read: `container.…`, `document.encrypted`, `check.macros`, `system.missing-program`.
    init(opening path: String, environment: [String: String]) throws(Failure) {
        let bytes = try InputFile.bytes(ofFileAt: path, limit: Archive.Limits.standard.fileSize)
        let old = CompoundFile(bytes)
        switch old?.content {
        case .wordDocument:
            guard old?.hasMacros != true else { throw Failure(.macros(path, in: .docx)) }
            let office = try LibreOffice(in: environment, for: .reading(path))
            let copy = LibreOffice.Document(name: path, fileExtension: "doc", bytes: bytes)
            archive = try Archive(bytes: office.openDocument(of: copy), file: path)
            isConverted = true
        case .encrypted, .other, nil:
            archive = try Archive(bytes: bytes, file: path)
            isConverted = false
        }
    }
}
