internal import Container
internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import Values

/// One filling of a template.
struct Rendering {
    let data: Value
    let rows: [String: RowSource]
    let missing: MissingValue
    let compression: ArchiveWriter.Compression
    let file: String

    /// The document, still to be written.
    func writer(of template: CompiledTemplate, pictures: Resources) throws(Failure) -> ArchiveWriter {
        let changed = leavingUntouched(template.entries)
        guard let plan = template.plan else {
            return writerInPieces(changed.map(PackagePiece.pieces) ?? template.pieces)
        }
        return try writerInMemory(changed ?? template.entries, GeneratedParts(plan, pictures: pictures))
    }

    /// The entries with those parts to be copied that have content controls but none that the data names; nil where there are none.
    private func leavingUntouched(_ entries: [TemplateEntry]) -> [TemplateEntry]? {
        guard entries.contains(where: { $0.original != nil }) else { return nil }
        return entries.map { entry in
            guard let original = entry.original, case .rendered(let part) = entry.body,
                let names = part.optionalNames,
                !names.contains(where: { data.has($0) || rows[$0.first ?? ""] != nil })
            else { return entry }
            var copied = entry
            copied.body = .copied(original)
            return copied
        }
    }

    /// An archive whose parts are rendered while it is written.
    private func writerInPieces(_ pieces: [PackagePiece]) -> ArchiveWriter {
        let faults = FaultCollector()
        var writer = ArchiveWriter()
        let last = pieces.lastIndex { if case .rendered = $0 { true } else { false } }
        for (place, piece) in pieces.enumerated() {
            switch piece {
            case .copied(let run): writer.add(run)
            case .made(let name, let bytes):
                writer.add(name, bytes: bytes, compression: compression(of: name))
            case .rendered(let name, let program, let codes):
                let rendering = PartRendering(
                    Renderer(program, over: data, rows: rows, missing: missing), faults: faults,
                    isLast: place == last)
                writer.add(name, compression: compression, codes: codes) { chunk throws(Failure) in
                    try rendering.next(&chunk)
                }
            }
        }
        return writer
    }

    /// What an OpenDocument package is stands at its beginning as it is.
    private func compression(of name: String) -> ArchiveWriter.Compression {
        name == Manifest.mediaType ? .stored : compression
    }

    /// An archive whose parts are rendered first, because other parts depend on what they put in.
    private func writerInMemory(_ entries: [TemplateEntry], _ generated: GeneratedParts) throws(Failure)
        -> ArchiveWriter
    {
        var faults: [Diagnostic] = []
        var rendered: [String: [UInt8]] = [:]
        for entry in entries {
            guard case .rendered(let part) = entry.body else { continue }
            var renderer = Renderer(part.program, over: data, rows: rows, missing: missing) {
                number, value, words, output in
                generated.insert(value, at: part.insertions[number], in: entry.name, words, into: &output)
            } refer: { number, bytes in
                part.insertions[number].ownPart.map { generated.refer(to: $0, bytes, in: entry.name) } ?? []
            }
            var bytes: [UInt8] = []
            while renderer.append(atLeast: PartRendering.chunkSize, to: &bytes) {}
            faults += renderer.faults
            rendered[entry.name] = bytes
        }
        if let failure = Failure(faults) { throw failure }
        var writer = ArchiveWriter()
        let added = generated.parts
        for entry in entries {
            if let bytes = rendered[entry.name].map({ generated.grown(entry.name, $0) }) ?? added[entry.name]
            {
                var codes: DeflateCodes?
                if case .rendered(let part) = entry.body { codes = part.codes }
                writer.add(entry.name, bytes: bytes, compression: compression, codes: codes)
                continue
            }
            switch entry.body {
            case .copied(let stored): writer.add(entry.name, copying: stored)
            case .made(let bytes):
                writer.add(entry.name, bytes: bytes, compression: compression(of: entry.name))
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
