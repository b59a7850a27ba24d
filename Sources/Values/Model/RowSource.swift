public import Diagnostics
internal import VietnameseText

/// The rows of a CSV or JSON Lines file, read each time somebody goes through them and never all in memory.
public struct RowSource: Hashable, Sendable {
    public let file: String
    private let kind: Kind

    private enum Kind: Hashable {
        case csv
        case jsonLines
    }

    /// Throws when the file's ending tells no kind of data; nil for a kind that is read as a whole.
    public init?(ofFileAt path: String) throws(Failure) {
        switch try DataFileKind(ofFileAt: path) {
        case .csv: kind = .csv
        case .jsonLines: kind = .jsonLines
        case .yaml, .json: return nil
        }
        file = path
    }

    /// Opens the file anew; throws when it cannot be, or has no header.
    public func opened() throws(Failure) -> Rows {
        switch kind {
        case .csv: Rows(try CSVRows(opening: file))
        case .jsonLines: Rows(try JSONLines(opening: file))
        }
    }

    /// All rows in memory; throws the faults of all of them.
    public func all() throws(Failure) -> [Value] {
        let rows = try opened()
        var values: [Value] = []
        var faults: [Diagnostic] = []
        while faults.count < 100 {
            do throws(Failure) {
                guard let row = try rows.next() else { break }
                values.append(row)
            } catch {
                faults += error.diagnostics
                if error.processStatus == .environment { break }
            }
        }
        if let failure = Failure(faults) { throw failure }
        return values
    }
}

/// One passage through the rows of a file; used by one thread.
public final class Rows {
    // One of the two is there.
    private var csv: CSVRows?
    private var lines: JSONLines?
    /// The shape of CSV records, which is the header.
    private let shape: Shape

    fileprivate init(_ csv: consuming CSVRows) {
        shape = Shape(csv.header.map(\.text))
        self.csv = consume csv
    }

    fileprivate init(_ lines: consuming JSONLines) {
        shape = Shape([])
        self.lines = consume lines
    }

    /// The next row; nil at the end.
    ///
    /// After a row that is refused the next call goes on with the one after it.
    public func next() throws(Failure) -> Value? {
        if let fields = try csv?.next() {
            return .record(Record(shape: shape, values: fields.map(Value.init)))
        }
        return try lines?.next()?.value
    }
}

extension Value {
    /// What one field of a CSV file means.
    init(_ field: CSVField) {
        if field.text.isEmpty {
            self = .null
        } else if NumberText.isPlain(field.text), let number = NumberText.decimal(field.text.utf8.span) {
            self = .number(number)
        } else {
            self = .text(field.text)
        }
    }
}
