public import Container
public import Diagnostics
public import OfficePackage
public import TemplateLanguage
public import Values

/// A Word or OpenDocument text with tags, compiled: open once, render any number of times, from any thread.
///
/// Parts without tags are copied into each result as they stand in the template, still compressed.
public struct Template: Sendable {
    /// The template's name in messages.
    public let file: String
    /// Filters of the program's own that its tags may name.
    public let filters: [HostFilter]
    private let compiled: CompiledTemplate

    public var format: OfficeFormat { compiled.format }
    /// What is wrong with tags that are no expressions, should the data have no key of that whole text either: `{Tỷ lệ %}`.
    ///
    /// Rendering reports those that turn out wrong.
    public var doubts: [Diagnostic] { compiled.findings.doubts }
    /// The word processor's own fields and content controls: those that are filled, and those that stay.
    public var nativeFields: [NativeField] { compiled.findings.nativeFields }
    /// What whoever fills the template should know.
    public var warnings: [Diagnostic] { compiled.warnings }
    /// Warnings that matter to someone who looks the template over.
    var remarks: [Diagnostic] { compiled.findings.remarks }

    /// Reads and compiles a template file.
    ///
    /// Without `delimiters` those of the document property `vanthu.delimiters` hold, or else braces. Throws every fault of the template at
    /// once (`template.…`), the first hundred, or why the file is no readable DOCX or ODT (`container.…`, `xml.…`).
    ///
    /// Templates that it includes are looked for in `includes`, and are compiled with it.
    /// `result` says which kind of file is made of it; `filters` are the program's own.
    public init(
        opening path: String, delimiters: Delimiters? = nil, includes: Resources = .none,
        as result: ResultKind = .document, filters: [HostFilter] = []
    ) throws(Failure) {
        try self.init(
            PackageSource(opening: path), delimiters: delimiters, includes: includes, as: result,
            filters: filters)
    }

    /// Compiles a template that is already in memory; `file` is its name in messages.
    public init(
        bytes: [UInt8], file: String, delimiters: Delimiters? = nil, includes: Resources = .none,
        as result: ResultKind = .document, filters: [HostFilter] = []
    ) throws(Failure) {
        try self.init(
            PackageSource(bytes: bytes, file: file), delimiters: delimiters, includes: includes, as: result,
            filters: filters)
    }

    /// Compiles a template that was made in this process; `file` is its name in messages.
    ///
    /// What it renders is byte for byte what the same template gives once it is written as a file.
    package init(parts: [Part], file: String, delimiters: Delimiters? = nil, includes: Resources = .none)
        throws(Failure)
    { try self.init(PackageSource(parts, file: file), delimiters: delimiters, includes: includes) }

    init(
        _ source: PackageSource, delimiters: Delimiters?, includes: Resources,
        as result: ResultKind = .document, filters: [HostFilter] = []
    ) throws(Failure) {
        let compiled = try filters.available { () throws(Failure) in
            try CompiledTemplate(source, delimiters: delimiters, includes: includes, as: result)
        }
        self.init(compiled, source.file, filters)
        if let failure = Failure(compiled.faults) { throw failure }
    }

    private init(_ compiled: CompiledTemplate, _ file: String, _ filters: [HostFilter] = []) {
        self.compiled = compiled
        self.filters = filters
        self.file = file
    }

    /// A template with faults in single tags, without these tags; nil where nothing can be made of it.
    ///
    /// What it renders is no document, but tells what is wrong with the data.
    package static func draft(
        opening path: String, delimiters: Delimiters? = nil, includes: Resources = .none
    ) -> Template? {
        (try? PackageSource(opening: path)).flatMap { draft($0, delimiters: delimiters, includes: includes) }
    }

    static func draft(_ source: PackageSource, delimiters: Delimiters?, includes: Resources) -> Template? {
        let compiled = try? CompiledTemplate(
            source, delimiters: delimiters, includes: includes, as: .document)
        return compiled.map { Template($0, source.file) }
    }

    /// The parts with tags, in the order of the package.
    var compiledParts: [CompiledPart] {
        compiled.entries.compactMap { if case .rendered(let part) = $0.body { part } else { nil } }
    }

    /// The paths of the data that the template names, in its order, each once.
    public var paths: [[String]] {
        var seen: Set<[String]> = []
        return compiled.entries.flatMap { entry -> [[String]] in
            guard case .rendered(let part) = entry.body else { return [] }
            return part.program.paths
        }.filter { seen.insert($0).inserted }
    }

    /// Fills the template with data.
    ///
    /// A section over a name of `rows`, or `{#.}` outside of all sections for the name `.`, goes through the rows of that file, each read when
    /// its turn comes. Files that tags for pictures name are looked for in `pictures`. Throws every fault of the data at once, each with the place of its tag or in its file. The same data give the same bytes.
    public func render(
        _ data: Value, rows: [String: RowSource] = [:], missing: MissingValue = .isAnError,
        compression: ArchiveWriter.Compression = .fast, pictures: Resources = .none
    ) throws(Failure) -> [UInt8] {
        try filters.available { () throws(Failure) in
            try writer(
                rendering: data, rows: rows, missing: missing, compression: compression, pictures: pictures
            ).bytes(file: file)
        }
    }

    /// Fills the template with data and hands the document on in pieces, each once it is there.
    ///
    /// `write` gets the next bytes, a part of the package at a time; what it throws ends the rendering. Faults of the data are thrown too, and what
    /// was handed on by then is no document.
    public func render(
        _ data: Value, rows: [String: RowSource] = [:], missing: MissingValue = .isAnError,
        compression: ArchiveWriter.Compression = .fast, pictures: Resources = .none,
        to write: @escaping ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        try filters.available { () throws(Failure) in
            try writer(
                rendering: data, rows: rows, missing: missing, compression: compression, pictures: pictures
            ).write(file: file, to: write)
        }
    }

    /// Fills the template with data, straight into a file that is staged in the publication.
    ///
    /// With rows from files, the memory needed does not grow with their number. Returns the size of the document in bytes.
    @discardableResult package func render(
        _ data: Value, rows: [String: RowSource] = [:], missing: MissingValue = .isAnError,
        compression: ArchiveWriter.Compression = .fast, pictures: Resources = .none,
        into publication: inout Publication, at target: String
    ) throws(Failure) -> Int {
        try filters.available { () throws(Failure) in
            let writer = try writer(
                rendering: data, rows: rows, missing: missing, compression: compression, pictures: pictures)
            return try publication.stage(writer, at: target)
        }
    }

    private func writer(
        rendering data: Value, rows: [String: RowSource], missing: MissingValue,
        compression: ArchiveWriter.Compression, pictures: Resources
    ) throws(Failure) -> ArchiveWriter {
        try Rendering(data: data, rows: rows, missing: missing, compression: compression, file: file).writer(
            of: compiled, pictures: pictures)
    }
}
