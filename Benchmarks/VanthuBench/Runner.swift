import Container
import Diagnostics
import DocumentTemplates
import Values

/// Fills one template with one data file, once or again and again, and tells how long it took.
struct Runner {
    let template: String
    let data: String
    /// `-` keeps the result in memory.
    let output: String
    let compression: ArchiveWriter.Compression
    /// How long the warm loop runs; nil for none.
    let seconds: Double?

    /// What one run found; times in milliseconds.
    struct Figures {
        var load: Double
        var first: Double
        var bytes: Int
        var warm: (perSecond: Double, wall: Double, processor: Double)?
    }

    func run() throws(Failure) -> Figures {
        let start = Clock.wall()
        let compiled = try Template(opening: template)
        let source = try Data(opening: data)
        let loaded = Clock.wall()
        var figures = Figures(load: (loaded - start) * 1e3, first: 0, bytes: 0)
        if output == "-" {
            figures.bytes = try source.filled(compiled, compression).count
        } else {
            var publication = Publication(existing: .replaced)
            figures.bytes = try source.write(compiled, compression, to: output, &publication)
            try publication.publish()
        }
        figures.first = (Clock.wall() - loaded) * 1e3
        if let seconds { figures.warm = try warm(compiled, source, seconds: seconds) }
        return figures
    }

    private func warm(
        _ template: Template,
        _ source: Data,
        seconds: Double
    ) throws(Failure) -> (perSecond: Double, wall: Double, processor: Double) {
        let warmingUp = Clock.wall()
        while Clock.wall() - warmingUp < min(1, seconds / 4) { _ = try source.filled(template, compression) }
        var count = 0
        let processor = Clock.processor()
        let start = Clock.wall()
        repeat {
            _ = try source.filled(template, compression)
            count += 1
        } while Clock.wall() - start < seconds
        let wall = Clock.wall() - start
        let used = Clock.processor() - processor
        return (Double(count) / wall, wall / Double(count) * 1e3, used / Double(count) * 1e3)
    }
}

/// What a template is filled with.
enum Data {
    case value(Value)

    init(opening path: String) throws(Failure) {
        self = .value(try Value(opening: path))
    }

    func filled(_ template: Template, _ compression: ArchiveWriter.Compression) throws(Failure) -> [UInt8] {
        switch self {
        case .value(let value): try template.render(value, compression: compression)
        }
    }

    func write(
        _ template: Template,
        _ compression: ArchiveWriter.Compression,
        to path: String,
        _ publication: inout Publication
    ) throws(Failure) -> Int {
        switch self {
        case .value(let value):
            let bytes = try template.render(value, compression: compression)
            try publication.stage(bytes, at: path)
            return bytes.count
        }
    }
}
