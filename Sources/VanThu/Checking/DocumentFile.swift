internal import Container
internal import Diagnostics
internal import OfficeDocument
internal import OfficePackage
internal import Printing

/// A document file, opened by what is in it, whatever its name ends in, and read.
struct DocumentFile {
    let path: String
    /// The file as it stands; of an old Word file the DOCX that LibreOffice made of it.
    let bytes: [UInt8]
    let archive: Archive
    let document: ReadDocument
    /// What was noticed in reading it.
    let warnings: [Diagnostic]
    /// Whether LibreOffice made the archive out of an old Word file.
    let isConverted: Bool
}

extension Clerk {
    /// A document that is to be read whole; throws for one with macros, as for what cannot be read.
    static func document(_ path: String, _ environment: [String: String]) throws(Failure) -> DocumentFile {
        switch try OpenedDocument(opening: path, environment: environment) {
        case .read(let file): return file
        case .macros(let kind, _): throw Failure(.macros(path, in: kind))
        }
    }
}

/// What opening a document file came to.
enum OpenedDocument {
    case read(DocumentFile)
    /// It has macros and is left alone.
    case macros(DocumentKind, warnings: [Diagnostic])

    /// Reads a DOCX or ODT; an old Word file (`.doc`) or one in Rich Text Format becomes a DOCX by way of LibreOffice, which is looked for
    /// in `environment`.
    ///
    /// Throws why it cannot be read: `container.…`, `document.…`, `system.missing-program`.
    init(opening path: String, environment: [String: String]) throws(Failure) {
        try self.init(opening: path, office: .onDemand(environment))
    }

    /// The same with a LibreOffice that may be warm.
    init(opening path: String, office: OfficeProgram) throws(Failure) {
        var bytes = try InputFile.bytes(ofFileAt: path, limit: Archive.Limits.standard.fileSize)
        let old = OldFile(bytes)
        let archive: Archive
        switch old {
        case .withMacros?:
            self = .macros(.docx, warnings: [])
            return
        case .word?, .richText?:
            let copy = LibreOffice.Document(
                name: path, fileExtension: old == .word ? "doc" : "rtf", bytes: bytes)
            bytes = try office.wordFile(of: copy)
            archive = try Archive(bytes: bytes, file: path)
        case nil: archive = try Archive(bytes: bytes, file: path)
        }
        let read = try ReadDocument.reading(archive)
        guard !read.value.traits.contains(.macros) else {
            self = .macros(read.value.kind, warnings: read.warnings)
            return
        }
        self = .read(
            DocumentFile(
                path: path, bytes: bytes, archive: archive, document: read.value,
                warnings: read.warnings + (old == nil ? [] : [.readByLibreOffice(path)]),
                isConverted: old != nil))
    }
}

extension Diagnostic {
    /// What is judged and shown of an old file is what LibreOffice makes of it.
    fileprivate static func readByLibreOffice(_ document: String) -> Diagnostic {
        .note(
            "document.read-by-libreoffice", at: .file(document),
            "tệp đời cũ được đọc qua bản .docx do LibreOffice chuyển; cách trình bày có thể khác đôi chút so với khi mở bằng Word",
            en:
                "this old file is read by way of the .docx that LibreOffice makes of it; its layout may differ a little from what Word shows"
        )
    }
}

/// A document of a kind that only LibreOffice reads.
private enum OldFile {
    case word
    case withMacros
    case richText

    init?(_ bytes: [UInt8]) {
        if bytes.starts(with: #"{\rtf"#.utf8) {
            self = .richText
            return
        }
        let file = CompoundFile(bytes)
        guard case .wordDocument? = file?.content else { return nil }
        self = file?.hasMacros == true ? .withMacros : .word
    }
}
