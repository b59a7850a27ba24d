package import Batches
package import Container
package import Diagnostics
internal import DocumentTemplates
internal import Files
internal import OfficePackage
internal import Printing
internal import Regulations
internal import Threads
internal import Values
package import VietnameseText

extension Clerk {
    /// What a batch is made of, and where it goes; the parts that are nil have their usual values.
    package struct BatchTerms: Hashable, Sendable {
        package var templates: [String]
        /// JSON Lines, JSON, CSV, XLSX or ODS; `-` is JSON Lines on standard input.
        package var data: String
        /// The sheet of a workbook; nil for its first one.
        package var sheet: String?
        /// The pattern of the names, in the template language.
        package var names: String
        /// The pattern that tells the records apart.
        package var key: String?
        package var shard: Batch.Shard?
        /// A folder, or one file: `.zip` for all documents, `.docx` or `.odt` for one document of all.
        package var output: String
        package var manifest: Batch.ManifestTarget?
        package var filling: Filling
        package var course: Batch.Course
        package var existing: Publication.Existing
        package var onFailure: Batch.FailurePolicy
        package var jobs: Int?
        /// The day by which each document is held against the official format; nil where that is left to `check --batch`, which costs some hundred times
        /// what making a letter does.
        package var judgedOn: CalendarDate?

        package init(templates: [String], data: String, names: String, output: String) {
            self.templates = templates
            self.data = data
            self.names = names
            self.output = output
            filling = Filling()
            course = .fromTheStart
            existing = .kept
            onFailure = .goOn
        }
    }

    /// Makes a document for each record and template.
    ///
    /// Pictures are looked for beside the data, other templates beside their template. Names that end in `.pdf` are printed by LibreOffice, several in one
    /// run. Throws every fault of templates and names at once, and whatever keeps the batch from going on; records that are wrong are told to the
    /// observer, counted, and noted in the manifest.
    package static func batch(
        _ terms: BatchTerms, in language: Language, environment: [String: String],
        _ observer: BatchObserver = BatchObserver()
    ) throws(Failure) -> BatchProgress {
        try InputLedger.duringOneJob { () throws(Failure) in
            try run(terms, in: language, environment: environment, observer)
        }
    }

    private static func run(
        _ terms: BatchTerms, in language: Language, environment: [String: String], _ observer: BatchObserver
    ) throws(Failure) -> BatchProgress {
        var collected = CollectedDiagnostics()
        var fingerprint = BatchFingerprint(settings: [
            terms.names, terms.key ?? "", "\(terms.filling.missing)", terms.filling.delimiters?.opening ?? "",
            terms.filling.delimiters?.closing ?? "",
        ])
        var templates: [Batch.NamedTemplate] = []
        for path in terms.templates {
            let template = collected.attempt { () throws(Failure) in
                try named(path, terms, adding: &fingerprint)
            }
            guard let template else { continue }
            observer.diagnostics(template.template.warnings)
            templates.append(template)
        }
        let names = collected.attempt { () throws(Failure) in
            try NamePattern(parsing: terms.names, option: "--name")
        }
        let key = terms.key.flatMap { key in
            collected.attempt { () throws(Failure) in try NamePattern(parsing: key, option: "--key") }
        }
        var office: LibreOffice?
        if terms.names.lowercased().hasSuffix(".pdf") {
            office = collected.attempt { () throws(Failure) in try LibreOffice(in: environment) }
        }
        try collected.throwErrors()
        guard let names else { preconditionFailure("a step without a result has failed") }
        var batch = Batch(
            templates: templates, fingerprint: fingerprint.text(), data: terms.data, names: names,
            output: Batch.Output(terms.output))
        batch.sheet = terms.sheet
        batch.key = key
        batch.shard = terms.shard
        batch.missing = terms.filling.missing
        batch.pictures = .folder(of: terms.data)
        batch.manifest = terms.manifest
        batch.course = terms.course
        batch.existing = terms.existing
        batch.onFailure = terms.onFailure
        batch.jobs = terms.jobs ?? processorCount()
        batch.language = language
        if let office {
            batch.printer = { (documents: [Batch.PrintedDocument]) throws(Failure) -> [[UInt8]] in
                try office.pdfs(of: documents.map { LibreOffice.Document($0) })
            }
        }
        return try batch.run(observer)
    }

    /// A template of a batch; what it consists of goes into the fingerprint.
    private static func named(_ path: String, _ terms: BatchTerms, adding fingerprint: inout BatchFingerprint)
        throws(Failure) -> Batch.NamedTemplate
    {
        let delimiters = terms.filling.delimiters
        let bytes = try InputFile.bytes(ofFileAt: path, limit: Archive.Limits.standard.fileSize)
        fingerprint.add(bytes)
        let included = ResourceLog()
        let template = try Template(
            bytes: bytes, file: path, delimiters: delimiters, includes: .folder(of: path).noted(in: included))
        let parts = included.take()
        for file in parts { fingerprint.add(file.contents) }
        let profile = OfficialHead.profile(for: template)
        // Included files may have changed meanwhile, and a large template is worth sharing.
        let isOpenedAgain = parts.isEmpty && bytes.count < 1 << 20
        return Batch.NamedTemplate(
            template,
            again: { isOpenedAgain ? try? Template(bytes: bytes, file: path, delimiters: delimiters) : nil },
            judging: terms.judgedOn.flatMap { template.judging(near: terms.output, on: $0) },
            completing: { data in profile.map { OfficialHead.completing(data, under: $0) } ?? data })
    }
}

extension Batch.Output {
    /// What the ending of the path tells.
    fileprivate init(_ path: String) {
        switch WrittenFile(path: path, byteCount: 0).fileExtension {
        case "zip": self = .zip(path)
        case "docx", "odt": self = .merged(path)
        default: self = .folder(path)
        }
    }
}

extension LibreOffice.Document {
    fileprivate init(_ document: Batch.PrintedDocument) {
        self.init(name: document.name, fileExtension: document.format.rawValue, bytes: document.bytes)
    }
}
