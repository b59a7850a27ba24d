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
    /// How many units of text the documents made again have in common with those that were read, and how many differ; nil where they could
    /// not be made.
    public let comparison: (alike: Int, different: Int)?
    /// The periods of the reports beside the document itself, as a command line has them.
    public let periods: [String]
    /// Keys that are to be filled in before the document can be made.
    public let openKeys: [String]
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
        try importing([document], to: folder, terms, environment: environment)
    }

    /// Makes one workspace of several files: a plan with its appendices, its decision, its workbooks of figures, the reports of a year.
    ///
    /// Workbooks alone may go into a workspace that is there already.
    public static func importing(
        _ files: [String], to folder: String, _ terms: ImportTerms = ImportTerms(),
        environment: [String: String] = [:]
    ) throws(Failure) -> Reported<ImportResult> {
        try InputLedger.duringOneJob { () throws(Failure) in
            let workbooks = files.filter(FigureImport.isWorkbook)
            let documents = files.filter { !FigureImport.isWorkbook($0) }
            if !documents.isEmpty, let names = try? FileManager.default.contentsOfDirectory(atPath: folder),
                !names.isEmpty
            {
                throw Failure(.folderInUse(folder))
            }
            var work = ImportWork()
            if !documents.isEmpty { try work.read(documents, environment) }
            let figures = try FigureImport(workbooks, year: terms.year ?? work.year)
            if let year = terms.year {
                work.imported?.move(to: year, terms.figures == .kept ? .kept : .emptied)
            }
            return try work.published(in: folder, with: figures, outline: terms.outline)
        }
    }
}

/// The documents of an import on their way into a workspace.
private struct ImportWork {
    var imported: ImportedDocument?
    private var warnings: [Diagnostic] = []
    private var differences: [Diagnostic] = []
    private var comparison: (alike: Int, different: Int)?

    /// The year of the plan; nil where there is none.
    var year: Int? { imported.map(\.draft.figureYear).flatMap { $0 == 0 ? nil : $0 } }

    mutating func read(_ documents: [String], _ environment: [String: String]) throws(Failure) {
        var read: [RecognisedDocument] = []
        var faults: [Diagnostic] = []
        for document in documents {
            do throws(Failure) {
                let file = try Self.opened(document, environment)
                warnings += file.warnings
                read.append(RecognisedDocument(of: file.document))
            } catch { faults += error.diagnostics }
        }
        if let failure = Failure(faults) { throw failure }
        let roles = try FileRoles(read)
        let remaking = Remaking(of: roles)
        let best = try remaking.bestReading()
        imported = best.imported
        comparison = best.comparison
        differences = best.findings
    }

    func published(in folder: String, with figures: FigureImport, outline: String?) throws(Failure)
        -> Reported<ImportResult>
    {
        var publication = Publication(existing: .kept)
        var files: [WrittenFile] = []
        for (name, bytes) in try contents() + figures.files {
            let path = path(of: name, in: folder)
            try publication.stage(bytes, at: path)
            files.append(WrittenFile(path: path, byteCount: bytes.count))
        }
        if let path = outline, let imported {
            let bytes = Array(imported.draft.outlineFile.utf8)
            try publication.stage(bytes, at: path)
            files.append(WrittenFile(path: path, byteCount: bytes.count))
        }
        try publication.publish()
        let result = ImportResult(
            files: files, form: imported?.formData?.form, comparison: comparison,
            periods: imported?.draft.reports.map(\.period) ?? [],
            openKeys: imported?.formData == nil ? imported?.draft.openKeys ?? [] : [])
        return Reported(
            result,
            warnings: warnings + (imported?.findings ?? []) + differences + figures.findings(in: folder))
    }

    /// A workspace's files, or a form with its data.
    private func contents() throws(Failure) -> [(String, [UInt8])] {
        guard let imported else { return [] }
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

extension WorkspaceDraft {
    /// Keys without which no document can be made, and which the old one did not say.
    fileprivate var openKeys: [String] {
        let texts =
            [
                ("ten", agency.name), ("ten_day_du", agency.fullName), ("viet_tat", agency.abbreviation),
                ("dia_danh", agency.place), ("ho_ten", agency.leaders.first?.fullName ?? ""),
                ("chuc_vu", agency.leaders.first?.position ?? ""), ("luu", distribution.filing),
            ]
            + (partner.map {
                [("cung_ban_hanh", min($0.abbreviation, $0.leader.fullName, $0.leader.position))]
            } ?? [])
        return texts.filter(\.1.isEmpty).map(\.0) + (distribution.recipients.isEmpty ? ["noi_nhan"] : [])
            + (subject.isEmpty ? ["trich_yeu"] : []) + (issue.year == 0 ? ["nam_ban_hanh"] : [])
    }
}
