import Container
import Diagnostics
import DocumentTemplates
import Values

/// Fills one template with one data file, once or again and again, and tells how long it took.
struct Runner {
    private let template: Template
    private let source: FillingData
    private let loading: Double
    /// `-` keeps the result in memory.
    let output: String
    let compression: ArchiveWriter.Compression
    /// How long the warm loop runs; nil for none.
    let seconds: Double?

    /// What one run found; times in milliseconds.
    struct Figures {
        var load: Double
        var first: Double
        var warm: (perSecond: Double, wall: Double, processor: Double)?
    }

    init(
        template: String, opening data: String, output: String, compression: ArchiveWriter.Compression,
        seconds: Double?
    ) throws(Failure) {
        let start = Clock.wall()
        self.template = try Template(opening: template)
        source = try FillingData(opening: data)
        loading = Clock.wall() - start
        self.output = output
        self.compression = compression
        self.seconds = seconds
    }

    func run() throws(Failure) -> Figures {
        let start = Clock.wall()
        var figures = Figures(load: loading * 1e3, first: 0)
        if output == "-" {
            _ = try source.filled(template, compression)
        } else {
            var publication = Publication(existing: .replaced)
            try source.write(template, compression, into: &publication, at: output)
            try publication.publish()
        }
        figures.first = (Clock.wall() - start) * 1e3
        if let seconds { figures.warm = try warm(seconds: seconds) }
        return figures
    }

    private func warm(seconds: Double) throws(Failure) -> (perSecond: Double, wall: Double, processor: Double)
    {
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
struct FillingData {
    private let value: Value
    private let rows: [String: RowSource]

    /// Rows of a CSV or JSON Lines file are the list `rows` of the table.
    init(opening path: String) throws(Failure) {
        if let source = try RowSource(ofFileAt: path) {
            value = .record(Record(Samples.tableHead))
            rows = ["rows": source]
        } else {
            value = try Value(opening: path)
            rows = [:]
        }
    }

    func filled(_ template: Template, _ compression: ArchiveWriter.Compression) throws(Failure) -> [UInt8] {
        try template.render(value, rows: rows, compression: compression)
    }

    func write(
        _ template: Template, _ compression: ArchiveWriter.Compression, into publication: inout Publication,
        at path: String
    ) throws(Failure) {
        try template.render(value, rows: rows, compression: compression, into: &publication, at: path)
    }
}
