public import Diagnostics
internal import VietnameseText

/// The rows of a CSV or JSON Lines file, or of the program's own, taken each time somebody goes through them and never all in memory.
public struct RowSource: Hashable, Sendable {
    public let file: String
    private let kind: Kind

    private enum Kind: Hashable {
        case csv
        case jsonLines
        case sequence(RowMaker)
    }

    /// Rows of the program's own; the sequence is gone through anew each time the template does.
    ///
    /// `name` stands for them in messages.
    public init<Items: Sequence & Sendable>(_ rows: Items, named name: String = "các dòng")
    where Items.Element == Value {
        file = name
        kind = .sequence(
            RowMaker {
                var iterator = rows.makeIterator()
                return { iterator.next() }
            })
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
        case .sequence(let maker): Rows(maker.make())
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

/// Begins a passage through rows of the program's own.
private final class RowMaker: Hashable, Sendable {
    let make: @Sendable () -> () -> Value?

    init(_ make: @escaping @Sendable () -> () -> Value?) { self.make = make }

    static func == (a: RowMaker, b: RowMaker) -> Bool { a === b }
    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// One passage through the rows of a file; used by one thread.
public final class Rows {
    // One of the three is there.
    private var csv: CSVRows?
    private var lines: JSONLines?
    private var given: (() -> Value?)?
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

    fileprivate init(_ given: @escaping () -> Value?) {
        shape = Shape([])
        self.given = given
    }

    /// The next row; nil at the end.
    ///
    /// After a row that is refused the next call goes on with the one after it.
    public func next() throws(Failure) -> Value? {
        if let fields = try csv?.next() {
            return .record(Record(shape: shape, values: fields.map(Value.init)))
        }
        if let given { return given() }
        return try lines?.next()?.value
    }
}

extension Value {
    /// What one field of a CSV file means; a logical cell is written TRUE or FALSE.
    init(_ field: CSVField) {
        if field.text.isEmpty {
            self = .null
        } else if let flag = Value.flag(field.text) {
            self = .boolean(flag)
        } else if NumberText.isPlain(field.text.utf8.span),
            let number = NumberText.decimal(field.text.utf8.span)
        {
            self = .number(number)
        } else {
            self = .text(field.text)
        }
    }

    private static func flag(_ text: String) -> Bool? {
        switch text.utf8.count {
        case 4 where ["TRUE", "True", "true"].contains(text): true
        case 5 where ["FALSE", "False", "false"].contains(text): false
        default: nil
        }
    }
}
