public import Container
public import Diagnostics
public import OfficePackage
public import TemplateLanguage
public import Values

/// A DOCX or ODT with tags, compiled: open once, render any number of times, from any thread.
///
/// Parts without tags are copied into each result as they stand in the template, still compressed.
public struct Template: Sendable {
    public let format: OfficeFormat
    /// The template's name in messages.
    public let file: String
    /// What is wrong with tags that are no expressions, should the data have no key of that whole text either: `{Tỷ lệ %}`.
    ///
    /// Rendering reports those that turn out wrong.
    public let doubts: [Diagnostic]
    private var entries: [Entry]
    /// What renderings may add to the package; nil for a template of text alone.
    private let plan: AdditionsPlan?
    /// The word processor's own fields and content controls: those that are filled, and those that stay.
    public let ownFields: [OwnField]
    /// What whoever fills the template should know.
    public let warnings: [Diagnostic]
    /// Warnings that matter to someone who looks the template over.
    let remarks: [Diagnostic]

    private struct Entry: Sendable {
        let name: String
        var body: Body
        /// As it stands in the template, kept for a part that data may leave as it is.
        var original: StoredEntry?

        enum Body: Sendable {
            case copied(StoredEntry)
            /// Changed or made when the template was compiled.
            case made([UInt8])
            case rendered(CompiledPart)
        }
    }

    /// Reads and compiles a template file.
    ///
    /// Without `delimiters` those of the document property `vanthu.delimiters` hold, or else braces. Throws every fault of the template at
    /// once (`template.…`), the first hundred, or why the file is no readable DOCX or ODT (`container.…`, `xml.…`).
    ///
    /// Templates that it includes are looked for in `includes`, and are compiled with it.
    public init(opening path: String, delimiters: Delimiters? = nil, includes: Resources = .none)
        throws(Failure)
    { try self.init(Archive(opening: path), delimiters: delimiters, includes: includes) }

    /// Compiles a template that is already in memory; `file` is its name in messages.
    public init(bytes: [UInt8], file: String, delimiters: Delimiters? = nil, includes: Resources = .none)
        throws(Failure)
    { try self.init(Archive(bytes: bytes, file: file), delimiters: delimiters, includes: includes) }

    init(_ archive: Archive, delimiters: Delimiters?, includes: Resources) throws(Failure) {
        file = archive.file
        let package = try TemplatePackage(archive)
        format = package.format
        var compiler = PartCompiler(
            archive: archive, package: package,
            delimiters: try package.delimiters(of: archive, given: delimiters), includes: includes)
        let signatures = try Signatures(in: package.document, &compiler.trees)
        var names = archive.entries.map(\.name).filter { !signatures.entries.contains($0) }
        var parts: [String: CompiledPart] = [:]
        // The body goes first: what it includes changes other parts. The numberings go last: what is added to them is known then.
        for name in [package.body] + names.filter({ $0 != package.body && $0 != package.numberingPart }) {
            parts[name] = try compiler.program(of: name)
        }
        // Notes that included documents have brought into a template without any.
        for name in compiler.package.noteParts.keys.sorted() where !archive.contains(name) {
            parts[name] = try compiler.program(of: name)
        }
        for name in compiler.trees.changed.sorted() where name.hasSuffix(".rels") && !archive.contains(name) {
            parts[name] = try compiler.program(of: name)
        }
        let dropped = try compiler.droppedFiles()
        try compiler.trees.unlist(dropped, package.format)
        names.removeAll(where: dropped.contains)
        plan = try compiler.plan(for: parts)
        if let numbering = package.numberingPart { parts[numbering] = try compiler.program(of: numbering) }
        if let failure = Failure(Array(compiler.faults.prefix(Renderer.faultLimit))) { throw failure }
        let numbers = compiler.freshNumbers()
        for name in parts.keys { parts[name]?.program.freshNumbers = numbers }
        let made = compiler.trees.parts
        var entries: [Entry] = []
        for name in names + made.keys.filter({ !archive.contains($0) }).sorted() {
            let body: Entry.Body =
                if let part = parts[name] { .rendered(part) } else if let bytes = made[name] {
                    .made(bytes)
                } else { .copied(try archive.stored(name)) }
            let original = parts[name]?.optionalNames == nil ? nil : try archive.stored(name)
            entries.append(Entry(name: name, body: body, original: original))
        }
        self.entries = entries
        doubts = compiler.doubts
        ownFields = compiler.ownFields
        remarks = compiler.remarks
        warnings =
            package.document.warnings + (signatures.entries.isEmpty ? [] : [.signatureDropped(archive.file)])
    }

    /// The parts with tags, in the order of the package.
    var compiledParts: [CompiledPart] {
        entries.compactMap { if case .rendered(let part) = $0.body { part } else { nil } }
    }

    /// The paths of the data that the template names, in its order, each once.
    public var paths: [[String]] {
        var seen: Set<[String]> = []
        return entries.flatMap { entry -> [[String]] in
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
        try writer(
            rendering: data, rows: rows, missing: missing, compression: compression, pictures: pictures
        ).bytes(file: file)
    }

    /// Fills the template with data, straight into a file that is staged in the publication.
    ///
    /// With rows from files, the memory needed does not grow with their number. Returns the size of the document in bytes.
    @discardableResult public func render(
        _ data: Value, rows: [String: RowSource] = [:], missing: MissingValue = .isAnError,
        compression: ArchiveWriter.Compression = .fast, pictures: Resources = .none,
        into publication: inout Publication, at target: String
    ) throws(Failure) -> Int {
        let writer = try writer(
            rendering: data, rows: rows, missing: missing, compression: compression, pictures: pictures)
        return try publication.stage(writer, at: target)
    }

    private func writer(
        rendering data: Value, rows: [String: RowSource], missing: MissingValue,
        compression: ArchiveWriter.Compression, pictures: Resources
    ) throws(Failure) -> ArchiveWriter {
        let template = leavingUntouched(by: data, rows: rows)
        guard let plan else {
            return template.writerInPieces(
                rendering: data, rows: rows, missing: missing, compression: compression)
        }
        return try template.writerInMemory(
            rendering: data, rows: rows, missing: missing, compression: compression,
            Additions(plan, pictures: pictures))
    }

    /// The template with those parts to be copied that have content controls but none that the data names.
    private func leavingUntouched(by data: Value, rows: [String: RowSource]) -> Template {
        guard entries.contains(where: { $0.original != nil }) else { return self }
        var template = self
        for (place, entry) in entries.enumerated() {
            guard let original = entry.original, case .rendered(let part) = entry.body,
                let names = part.optionalNames,
                !names.contains(where: { data.has($0) || rows[$0.first ?? ""] != nil })
            else { continue }
            template.entries[place].body = .copied(original)
        }
        return template
    }

    /// An archive whose parts are rendered while it is written.
    private func writerInPieces(
        rendering data: Value, rows: [String: RowSource], missing: MissingValue,
        compression: ArchiveWriter.Compression
    ) -> ArchiveWriter {
        let faults = FaultCollector()
        var writer = ArchiveWriter()
        let last = entries.lastIndex { if case .rendered = $0.body { true } else { false } }
        for (place, entry) in entries.enumerated() {
            switch entry.body {
            case .copied(let stored): writer.add(entry.name, copying: stored)
            case .made(let bytes): writer.add(entry.name, bytes: bytes, compression: compression)
            case .rendered(let part):
                let rendering = PartRendering(
                    Renderer(part.program, over: data, rows: rows, missing: missing), faults: faults,
                    isLast: place == last)
                writer.add(entry.name, compression: compression) { chunk throws(Failure) in
                    try rendering.next(&chunk)
                }
            }
        }
        return writer
    }

    /// An archive whose parts are rendered first, because other parts depend on what they put in.
    private func writerInMemory(
        rendering data: Value, rows: [String: RowSource], missing: MissingValue,
        compression: ArchiveWriter.Compression, _ additions: Additions
    ) throws(Failure) -> ArchiveWriter {
        var faults: [Diagnostic] = []
        var rendered: [String: [UInt8]] = [:]
        for entry in entries {
            guard case .rendered(let part) = entry.body else { continue }
            var renderer = Renderer(part.program, over: data, rows: rows, missing: missing) {
                number, text, words, output in
                additions.insert(text, at: part.insertions[number], in: entry.name, words, into: &output)
            }
            var bytes: [UInt8] = []
            while renderer.append(atLeast: PartRendering.chunkSize, to: &bytes) {}
            faults += renderer.faults
            rendered[entry.name] = bytes
        }
        if let failure = Failure(faults) { throw failure }
        var writer = ArchiveWriter()
        let added = additions.parts
        for entry in entries {
            if let bytes = rendered[entry.name].map({ additions.grown(entry.name, $0) }) ?? added[entry.name]
            {
                writer.add(entry.name, bytes: bytes, compression: compression)
                continue
            }
            switch entry.body {
            case .copied(let stored): writer.add(entry.name, copying: stored)
            case .made(let bytes): writer.add(entry.name, bytes: bytes, compression: compression)
            case .rendered: break
            }
        }
        for (name, bytes) in added.sorted(by: { $0.key < $1.key })
        where !entries.contains(where: { $0.name == name }) {
            writer.add(name, bytes: bytes, compression: compression)
        }
        return writer
    }
}

/// Faults of all parts of one rendering.
private final class FaultCollector {
    private(set) var diagnostics: [Diagnostic] = []

    /// A file of rows that several parts go through is told of once.
    func add(_ faults: [Diagnostic]) { diagnostics += faults.filter { !diagnostics.contains($0) } }
}

/// One part while the archive asks for its bytes.
private final class PartRendering {
    /// What the archive is handed at a time.
    static let chunkSize = 1 << 16

    private var renderer: Renderer
    private let faults: FaultCollector
    private let isLast: Bool
    private var isDone = false

    init(_ renderer: Renderer, faults: FaultCollector, isLast: Bool) {
        self.renderer = renderer
        self.faults = faults
        self.isLast = isLast
    }

    /// Gives the next bytes; after the last part throws what went wrong in all of them.
    func next(_ chunk: inout [UInt8]) throws(Failure) {
        guard !isDone else { return }
        if !renderer.append(atLeast: PartRendering.chunkSize, to: &chunk) {
            isDone = true
            faults.add(renderer.faults)
            if isLast, let failure = Failure(faults.diagnostics) { throw failure }
        }
    }
}
