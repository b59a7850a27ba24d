internal import Diagnostics
internal import Sheets
internal import Values

/// The records of a batch in their order, each with its place: of a file of data, or of a sheet of a workbook; used by one thread.
final class RecordSource {
    private let file: String
    // One of the two is there.
    private var stream: RecordStream?
    private var sheet: SheetRecords?

    /// A record as it was found.
    struct Placed: Sendable {
        let content: RecordStream.Record.Content
        /// Where it begins.
        let place: Location
    }

    /// `sheet` is the name of a workbook's sheet; nil for its first one.
    ///
    /// Throws when the file cannot be opened, or holds no records.
    init(opening path: String, sheet: String?) throws(Failure) {
        file = path
        if RecordSource.isWorkbook(path) {
            self.sheet = try SheetRecords(Workbook(opening: path), sheet: sheet)
        } else if sheet != nil {
            throw Failure(.noWorkbook(path))
        } else {
            stream = try RecordStream(opening: path)
        }
    }

    private static func isWorkbook(_ path: String) -> Bool {
        ["xlsx", "ods"].contains(path.split(separator: "/").last?.split(separator: ".").last?.lowercased())
    }

    /// The next records, at most so many and no more than are there without waiting; empty at the end.
    ///
    /// Throws when nothing more can be read.
    func next(atMost count: Int) throws(Failure) -> [Placed] {
        if let records = try stream?.next(atMost: count) {
            return records.map { record in
                let place = Location.text(
                    file: file, line: record.position.line, column: record.position.column, dataPath: "")
                return Placed(content: record.content, place: place)
            }
        }
        var records: [Placed] = []
        while records.count < count, let row = try sheet?.next() {
            records.append(Placed(content: RecordSource.content(of: row), place: row.place))
        }
        return records
    }

    private static func content(of row: SheetRecord) -> RecordStream.Record.Content {
        guard let failure = Failure(row.faults.map(\.diagnostic)) else { return .value(.record(row.record)) }
        // What is no JSON has to be mended before it is fed in again: no cell is left out unnoticed.
        let fields = zip(row.record.shape.names, row.record.values).map { name, value -> [UInt8] in
            let isWrong = row.faults.contains { $0.field == name }
            return Value.text(name).json() + [UInt8(ascii: ":")] + (isWrong ? Array("?".utf8) : value.json())
        }
        let text = Array("{".utf8) + fields.joined(separator: [UInt8(ascii: ",")]) + Array("}".utf8)
        return .refused(failure, text: text)
    }

    /// How much of the data has been read, between 0 and 1; nil where that is not known.
    var fraction: Double? { stream?.fraction }
}

extension Diagnostic {
    fileprivate static func noWorkbook(_ path: String) -> Diagnostic {
        .error(
            "batch.no-workbook", at: .file(path), "tệp này không có trang tính, vì không phải .xlsx hay .ods",
            en: "the file has no sheets, for it is no .xlsx or .ods", fix: "bỏ --trang, hoặc dùng bảng tính",
            en: "leave --sheet out, or use a workbook")
    }
}
