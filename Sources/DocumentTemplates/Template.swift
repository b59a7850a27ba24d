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
    private let entries: [Entry]

    private struct Entry: Sendable {
        let name: String
        let body: Body

        enum Body: Sendable {
            case copied(StoredEntry)
            case rendered(CompiledPart)
        }
    }

    /// Reads and compiles a template file.
    ///
    /// Throws every fault of the template at once (`template.…`), or why the file is no readable DOCX or ODT (`container.…`, `xml.…`).
    public init(opening path: String, delimiters: Delimiters = .braces) throws(Failure) {
        try self.init(Archive(opening: path), delimiters: delimiters)
    }

    /// Compiles a template that is already in memory; `file` is its name in messages.
    public init(bytes: [UInt8], file: String, delimiters: Delimiters = .braces) throws(Failure) {
        try self.init(Archive(bytes: bytes, file: file), delimiters: delimiters)
    }

    private init(_ archive: Archive, delimiters: Delimiters) throws(Failure) {
        file = archive.file
        let package = try TemplatePackage(archive)
        format = package.format
        var compiler = PartCompiler(archive: archive, package: package, delimiters: delimiters)
        var entries: [Entry] = []
        for entry in archive.entries {
            let part = try compiler.program(of: entry.name)
            let body: Entry.Body =
                if let part { .rendered(part) } else { .copied(try archive.stored(entry.name)) }
            entries.append(Entry(name: entry.name, body: body))
        }
        if let failure = Failure(compiler.faults) { throw failure }
        let numbers = compiler.census.freshNumbers
        self.entries = entries.map { entry in
            guard case .rendered(var part) = entry.body else { return entry }
            part.program.freshNumbers = numbers
            return Entry(name: entry.name, body: .rendered(part))
        }
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
    /// Throws every fault of the data at once, each with the place of its tag. The same data give the same bytes.
    public func render(_ data: Value, missing: MissingValue = .isAnError) throws(Failure) -> [UInt8] {
        try writer(rendering: data, missing: missing).bytes(file: file)
    }

    private func writer(
        rendering data: Value,
        missing: MissingValue
    ) throws(Failure) -> ArchiveWriter {
        hasInsertions
            ? try writerInMemory(rendering: data, missing: missing)
            : writerInPieces(rendering: data, missing: missing)
    }

    /// An archive whose parts are rendered while it is written.
    private func writerInPieces(rendering data: Value, missing: MissingValue) -> ArchiveWriter {
        let faults = FaultCollector()
        var writer = ArchiveWriter()
        let last = entries.lastIndex { if case .rendered = $0.body { true } else { false } }
        for (place, entry) in entries.enumerated() {
            switch entry.body {
            case .copied(let stored): writer.add(entry.name, copying: stored)
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
        missing: MissingValue
    ) throws(Failure) -> ArchiveWriter {
        let additions = Additions()
        var faults: [Diagnostic] = []
        var rendered: [String: [UInt8]] = [:]
        for entry in entries {
            guard case .rendered(let part) = entry.body else { continue }
            var renderer = Renderer(part.program, over: data, missing: missing) {
                number,
                value,
                words,
                output in
                additions.insert(value, at: part.insertions[number], in: entry.name, words, into: &output)
            }
            var bytes: [UInt8] = []
            while renderer.append(atLeast: PartRendering.chunkSize, to: &bytes) {}
            faults += renderer.faults
            rendered[entry.name] = bytes
        }
        if let failure = Failure(faults) { throw failure }
        var writer = ArchiveWriter()
        for entry in entries {
            if let bytes = additions.parts[entry.name] ?? rendered[entry.name] {
                writer.add(entry.name, bytes: bytes)
            } else if case .copied(let stored) = entry.body {
                writer.add(entry.name, copying: stored)
            }
        }
        for (name, bytes) in additions.parts.sorted(by: { $0.key < $1.key })
        where !entries.contains(where: { $0.name == name }) {
            writer.add(name, bytes: bytes)
        }
        return writer
    }

    /// Whether some tag is more than text.
    private var hasInsertions: Bool {
        entries.contains { entry in
            if case .rendered(let part) = entry.body { !part.insertions.isEmpty } else { false }
        }
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
