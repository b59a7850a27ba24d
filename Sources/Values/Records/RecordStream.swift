package import Diagnostics

/// The records of a data file in their order, each read when its turn comes, in constant memory.
///
/// JSON Lines, one list in a JSON file, or CSV. JSON is only cut into records here; what a record says is read by `RecordReader`, on whatever
/// thread it is wanted. Used by one thread.
package final class RecordStream {
    package let file: String
    private let size: Int?
    // One of the three is there.
    private var lines: RecordLines?
    private var list: ListItems?
    private var rows: CSVRows?
    /// The shape of CSV records, which is the header.
    private var shape = Shape([])

    /// A record as it was found.
    package struct Record: Sendable {
        /// Where it begins.
        package let position: Position
        package let content: Content

        package init(position: Position, content: Content) {
            self.position = position
            self.content = content
        }

        package enum Content: Sendable {
            case json([UInt8])
            case value(Value)
            /// Something that is no record; what can be shown of it is the beginning of the text.
            case refused(Failure, text: [UInt8])
        }
    }

    /// `-` is JSON Lines on standard input.
    ///
    /// Throws when the file cannot be opened, or its ending tells no kind of records.
    package init(opening path: String) throws(Failure) {
        file = path
        switch try path == "-" ? .jsonLines : DataFileKind(ofFileAt: path) {
        case .jsonLines:
            let stream = try ByteStream(opening: path)
            size = stream.fileSize
            lines = RecordLines(stream)
        case .json:
            let stream = try ByteStream(opening: path)
            size = stream.fileSize
            list = ListItems(stream)
        case .csv:
            size = nil
            let csv = try CSVRows(opening: path)
            shape = Shape(csv.header.map(\.text))
            rows = consume csv
        case .yaml: throw Failure(.notRecords(path))
        }
    }

    /// The next records, at most so many and no more than are there without waiting; empty at the end.
    ///
    /// Throws when nothing more can be read.
    package func next(atMost count: Int) throws(Failure) -> [Record] {
        if let records = try lines?.next(atMost: count) { return records }
        if let records = try list?.next(atMost: count) { return records }
        var records: [Record] = []
        while records.count < count, let record = try nextRow() { records.append(record) }
        return records
    }

    private func nextRow() throws(Failure) -> Record? {
        do throws(Failure) {
            guard let fields = try rows?.next() else { return nil }
            let position = fields.first?.position ?? Position(line: 1, column: 1)
            return Record(
                position: position,
                content: .value(.record(Values.Record(shape: shape, values: fields.map(Value.init)))))
        } catch {
            if error.processStatus == .environment { throw error }
            return Record(position: error.position, content: .refused(error, text: []))
        }
    }

    /// How much of the file has been read, between 0 and 1; nil where that is not known.
    package var fraction: Double? {
        guard let size, size > 0 else { return nil }
        return (lines?.consumed ?? list?.consumed).map { min(1, Double($0) / Double(size)) }
    }
}

extension Failure {
    /// Where in the text the first fault is.
    fileprivate var position: Position {
        for case .text(_, let line, let column, _) in diagnostics.map(\.location) {
            return Position(line: line, column: column)
        }
        return Position(line: 1, column: 1)
    }
}

/// Reads what records of one file say; used by one thread.
package final class RecordReader {
    private let file: String
    private let shapes = KnownShapes()

    package init(file: String) { self.file = file }

    /// The data of a record; throws what is wrong with it, each with its place in the file.
    package func value(of record: RecordStream.Record) throws(Failure) -> Value {
        switch record.content {
        case .value(let value): return value
        case .refused(let failure, _): throw failure
        case .json(let bytes):
            do throws(Failure) { return try Value(json: bytes, file: file, shapes: shapes) } catch {
                throw error.moved(to: record.position)
            }
        }
    }
}

/// How much of a refused text is kept to be shown.
let refusedTextLimit = 1000

extension Diagnostic {
    fileprivate static func notRecords(_ path: String) -> Diagnostic {
        .error(
            "data.not-records", at: .file(path), "tệp này không phải danh sách bản ghi",
            en: "this file is no list of records",
            fix: "dùng tệp .jsonl (mỗi dòng một bản ghi), .json (một danh sách) hoặc .csv",
            en: "use a .jsonl file (one record a line), a .json file (one list) or a .csv file")
    }

    static func recordTooLong(at position: Position, file: String) -> Diagnostic {
        let limit = Limit.recordSize
        return Diagnostic(
            "data.record-too-long",
            Wording(
                "bản ghi dài hơn \(limit.words.vietnamese)",
                en: "the record is longer than \(limit.words.english)"), at: Location(position, file: file),
            fix: limit.mend(
                Wording(
                    "kiểm tra dấu xuống dòng giữa các bản ghi; ảnh thì ghi tên tệp thay vì nội dung",
                    en:
                        "check the line breaks between the records; name a picture's file instead of including it"
                )))
    }
}
