internal import Container
public import Diagnostics
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
    private let entries: [Entry]
    /// What renderings may add to the package; nil for a template of text alone.
    private let plan: AdditionsPlan?

    private struct Entry: Sendable {
        let name: String
        let body: Body

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
    public init(
        opening path: String,
        delimiters: Delimiters? = nil,
        includes: Resources = .none
    ) throws(Failure) {
        try self.init(Archive(opening: path), delimiters: delimiters, includes: includes)
    }

    /// Compiles a template that is already in memory; `file` is its name in messages.
    public init(
        bytes: [UInt8],
        file: String,
        delimiters: Delimiters? = nil,
        includes: Resources = .none
    ) throws(Failure) {
        try self.init(Archive(bytes: bytes, file: file), delimiters: delimiters, includes: includes)
    }

    private init(_ archive: Archive, delimiters: Delimiters?, includes: Resources) throws(Failure) {
        file = archive.file
        let package = try TemplatePackage(archive)
        format = package.format
        let own =
            delimiters == nil
            ? try DelimiterProperty.delimiters(of: archive, parts: package.propertyParts) : nil
        var compiler = PartCompiler(
            archive: archive,
            package: package,
            delimiters: delimiters ?? own ?? .braces,
            includes: includes
        )
        var parts: [String: CompiledPart] = [:]
        // The body goes first: what it includes changes other parts.
        for name in [package.body] + archive.entries.map(\.name).filter({ $0 != package.body }) {
            parts[name] = try compiler.program(of: name)
        }
        if !compiler.faults.isEmpty,
            let failure = Failure(Array((compiler.faults + compiler.doubts).prefix(Renderer.faultLimit)))
        {
            throw failure
        }
        plan = try compiler.plan(for: parts)
        let made = compiler.trees.parts
        var entries: [Entry] = []
        for name in archive.entries.map(\.name) + made.keys.filter({ !archive.contains($0) }).sorted() {
            let body: Entry.Body =
                if let part = parts[name] {
                    .rendered(part)
                } else if let bytes = made[name] {
                    .made(bytes)
                } else {
                    .copied(try archive.stored(name))
                }
            entries.append(Entry(name: name, body: body))
        }
        self.entries = entries
        doubts = compiler.doubts
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
    /// Throws every fault of the data at once, each with the place of its tag. The same data give the same bytes. Files that tags for
    /// pictures name are looked for in `pictures`.
    public func render(
        _ data: Value,
        missing: MissingValue = .isAnError,
        pictures: Resources = .none
    ) throws(Failure) -> [UInt8] {
        try writer(rendering: data, missing: missing, pictures: pictures).bytes(file: file)
    }

    private func writer(
        rendering data: Value,
        missing: MissingValue,
        pictures: Resources
    ) throws(Failure) -> ArchiveWriter {
        guard let plan else { return writerInPieces(rendering: data, missing: missing) }
        let additions = Additions(plan, pictures: pictures)
        return try writerInMemory(rendering: data, missing: missing, additions)
    }

    /// An archive whose parts are rendered while it is written.
    private func writerInPieces(rendering data: Value, missing: MissingValue) -> ArchiveWriter {
        let faults = FaultCollector()
        var writer = ArchiveWriter()
        let last = entries.lastIndex { if case .rendered = $0.body { true } else { false } }
        for (place, entry) in entries.enumerated() {
            switch entry.body {
            case .copied(let stored): writer.add(entry.name, copying: stored)
            case .made(let bytes): writer.add(entry.name, bytes: bytes)
            case .rendered(let part):
                let rendering = PartRendering(
                    Renderer(part.program, over: data, missing: missing),
                    faults: faults,
                    isLast: place == last
                )
                writer.add(entry.name) { chunk throws(Failure) in try rendering.next(&chunk) }
            }
        }
        return writer
    }

    /// An archive whose parts are rendered first, because other parts depend on what they put in.
    private func writerInMemory(
        rendering data: Value,
        missing: MissingValue,
        _ additions: Additions
    ) throws(Failure) -> ArchiveWriter {
        var faults: [Diagnostic] = []
        var rendered: [String: [UInt8]] = [:]
        for entry in entries {
            guard case .rendered(let part) = entry.body else { continue }
            var renderer = Renderer(part.program, over: data, missing: missing) {
                number,
                text,
                words,
                output in
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
            if let bytes = added[entry.name] ?? rendered[entry.name] {
                writer.add(entry.name, bytes: bytes)
                continue
            }
            switch entry.body {
            case .copied(let stored): writer.add(entry.name, copying: stored)
            case .made(let bytes): writer.add(entry.name, bytes: bytes)
            case .rendered: break
            }
        }
        for (name, bytes) in added.sorted(by: { $0.key < $1.key })
        where !entries.contains(where: { $0.name == name }) {
            writer.add(name, bytes: bytes)
        }
        return writer
    }
}

/// Faults of all parts of one rendering.
private final class FaultCollector {
    var diagnostics: [Diagnostic] = []
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
            faults.diagnostics += renderer.faults
            if isLast, let failure = Failure(faults.diagnostics) { throw failure }
        }
    }
}
