public import Diagnostics
internal import VietnameseText

extension SourceNode {
    /// Reads a data file, its kind told by its ending: `.yaml`, `.yml`, `.json` or `.csv`.
    public init(opening path: String) throws(Failure) {
        let kind = try DataFileKind(ofFileAt: path)
        let bytes = try ByteStream.bytes(ofFileAt: path)
        switch kind {
        case .yaml: self = try SourceNode(yaml: bytes, file: path)
        case .json: self = try SourceNode(json: bytes, file: path)
        case .csv: self = try SourceNode(csv: bytes, file: path)
        case .jsonLines: throw Failure(.unknownFormat(path))
        }
    }
}

extension Value {
    /// Reads a data file without keeping places, its kind told by its ending: `.yaml`, `.yml`, `.json`, `.jsonl` or `.csv`.
    ///
    /// `-` is JSON on standard input. JSON Lines and CSV give a list of records. A bare `1.500` in YAML, which people write, is refused with what it may mean; JSON is written by programs.
    public init(opening path: String) throws(Failure) {
        switch try path == "-" ? .json : DataFileKind(ofFileAt: path) {
        case .json: self = try Value(openingJSON: path)
        case .yaml:
            let node = try SourceNode(opening: path)
            if let failure = Failure(node.doubtfulNumbers(in: path)) { throw failure }
            self = Value(node).withoutClosingBreaks
        case .csv, .jsonLines: self = .list(try RowSource(ofFileAt: path)?.all() ?? [])
        }
    }
}

extension Value {
    /// The data without the line break that ends each text written as a block (`x: |`): the file's, not the text's.
    fileprivate var withoutClosingBreaks: Value {
        switch self {
        case .null, .boolean, .number, .date: self
        case .text(let text):
            text.hasSuffix("\n") && !text.hasSuffix("\n\n") ? .text(String(text.dropLast())) : self
        case .list(let items): .list(items.map(\.withoutClosingBreaks))
        case .record(let record):
            .record(Record(shape: record.shape, values: record.values.map(\.withoutClosingBreaks)))
        }
    }
}

extension SourceNode {
    /// The bare numbers that a Vietnamese hand may have meant otherwise: `1.500`.
    fileprivate func doubtfulNumbers(in file: String) -> [Diagnostic] {
        switch content {
        case .null, .boolean, .text: return []
        case .sequence(let items): return items.flatMap { $0.doubtfulNumbers(in: file) }
        case .mapping(let entries): return entries.flatMap { $0.value.doubtfulNumbers(in: file) }
        case .number(let written):
            guard NumberText.looksLikeThousands(written) else { return [] }
            do throws(NumberFault) { _ = try TypedNumber(parsing: written, as: .bare) } catch {
                return [error.diagnostic(at: Location(position, file: file))]
            }
            return []
        }
    }
}

/// The kinds of data files.
package enum DataFileKind: Hashable, Sendable {
    case yaml
    case json
    /// One JSON value a line.
    case jsonLines
    case csv

    /// The kind that a file's ending tells.
    package init(ofFileAt path: String) throws(Failure) {
        let name = path.split(separator: "/").last ?? ""
        switch name.split(separator: ".").dropFirst().last?.lowercased() {
        case "yaml", "yml": self = .yaml
        case "json": self = .json
        case "jsonl", "ndjson": self = .jsonLines
        case "csv", "tsv": self = .csv
        default: throw Failure(.unknownFormat(path))
        }
    }
}

extension ByteStream {
    static func bytes(ofFileAt path: String) throws(Failure) -> [UInt8] {
        var stream = try ByteStream(opening: path)
        return try stream.all()
    }
}

extension Diagnostic {
    fileprivate static func unknownFormat(_ path: String) -> Diagnostic {
        .error(
            "data.unknown-format", at: .file(path), "không nhận ra loại dữ liệu qua đuôi tệp",
            en: "the file's ending tells no kind of data",
            fix: "dùng tệp .yaml, .json hoặc .csv; tệp Excel thì lưu thành “CSV UTF-8”",
            en: "use a .yaml, .json or .csv file; save an Excel file as “CSV UTF-8”")
    }
}
