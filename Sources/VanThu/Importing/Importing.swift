internal import Container
public import Diagnostics
internal import Files
internal import Forms
internal import FoundationEssentials
internal import Importing
internal import OfficeDocument
internal import OfficePackage
internal import Planning
internal import Recognition

/// What an import came to.
public struct ImportResult: Sendable {
    /// The files of the workspace.
    public let files: [WrittenFile]
    /// The form that makes the document of the data; nil where a workspace does.
    public let form: String?
    /// How many units of text the document made again has in common with the one that was read, and how many differ; nil where it could not
    /// be made.
    public let comparison: (alike: Int, different: Int)?
}

/// What is wanted of an import besides the workspace.
public struct ImportTerms: Hashable, Sendable {
    /// The year the plan moves to; nil keeps its own.
    public var year: Int?
    /// What becomes of its figures then.
    public var figures: Figures
    /// Where an outline of its headings is written.
    public var outline: String?

    public enum Figures: Hashable, Sendable { case kept, emptied }

    public init(year: Int? = nil, figures: Figures = .kept, outline: String? = nil) {
        self.year = year
        self.figures = figures
        self.outline = outline
    }
}

extension Clerk {
    /// Makes a workspace of a document, and the document again of the workspace to see whether it says the same.
    ///
    /// What was guessed, what has no place in a workspace and what differs is returned as warnings and notes. The folder must not be there
    /// yet, or be empty. Throws why the document cannot be read, `import.…`, or what keeps the files from being written.
    public static func importing(
        _ document: String, to folder: String, _ terms: ImportTerms = ImportTerms(),
        environment: [String: String] = [:]
    ) throws(Failure) -> Reported<ImportResult> {
        try InputLedger.duringOneJob { () throws(Failure) in
            if let names = try? FileManager.default.contentsOfDirectory(atPath: folder), !names.isEmpty {
                throw Failure(.folderInUse(folder))
            }
            let file = try opened(document, environment)
            let recognised = RecognisedDocument(of: file.document)
            var imported = try ImportedDocument(recognised)
            let remade = Remaking(imported).compared(with: recognised)
            if let year = terms.year { imported.move(to: year, terms.figures == .kept ? .kept : .emptied) }
            var publication = Publication(existing: .kept)
            var files: [WrittenFile] = []
            for (name, bytes) in try contents(of: imported) {
                let path = path(of: name, in: folder)
                try publication.stage(bytes, at: path)
                files.append(WrittenFile(path: path, byteCount: bytes.count))
            }
            if let path = terms.outline {
                let bytes = Array(imported.draft.outlineFile.utf8)
                try publication.stage(bytes, at: path)
                files.append(WrittenFile(path: path, byteCount: bytes.count))
            }
            try publication.publish()
            let result = ImportResult(
                files: files, form: imported.formData?.form, comparison: remade.comparison)
            return Reported(result, warnings: file.warnings + imported.findings + remade.findings)
        }
    }

    /// A workspace's files, or a form with its data.
    private static func contents(of imported: ImportedDocument) throws(Failure) -> [(String, [UInt8])] {
        guard let data = imported.formData, let form = Form(rawValue: data.form) else {
            return imported.draft.files.map { ($0.name, Array($0.contents.utf8)) }
        }
        return [
            (form.fileName(as: .docx), try form.template(as: .docx)),
            ("du-lieu.yaml", Array(data.contents.utf8)),
        ]
    }

    private static func opened(_ document: String, _ environment: [String: String]) throws(Failure)
        -> DocumentFile
    {
        switch try OpenedDocument(opening: document, environment: environment) {
        case .read(let file): return file
        case .macros(let kind, _): throw Failure(.macros(document, in: kind))
        }
    }
}
