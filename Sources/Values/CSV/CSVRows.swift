package import Diagnostics
internal import VietnameseText

/// The rows of a CSV file, read as they are asked for, in constant memory.
///
/// RFC 4180, in UTF-8; the fields are parted by comma, semicolon or tab, whichever the header line uses most. Blank rows, and rows with
/// nothing between their separators, are passed over. After a row that is refused the next call goes on with the row after it.
package struct CSVRows: ~Copyable {
    package let file: String
    /// The names of the columns, trimmed, each with its place.
    package let header: [CSVField]
    private var scanner: CSVScanner

    /// `-` is standard input.
    package init(opening path: String) throws(Failure) { try self.init(ByteStream(opening: path)) }

    package init(bytes: [UInt8], file: String) throws(Failure) {
        try self.init(ByteStream(bytes, file: file))
    }

    private init(_ stream: consuming ByteStream) throws(Failure) {
        let file = stream.file
        var scanner = CSVScanner(stream)
        try scanner.detectSeparator()
        guard let first = try scanner.next() else { throw Failure(.csvEmpty(file: file)) }
        let header = first.map { CSVField(text: CSVRows.trimmed($0.text), position: $0.position) }
        if let failure = Failure(CSVRows.faults(of: header, file: file)) { throw failure }
        self.file = file
        self.header = header
        self.scanner = scanner
    }

    /// The next row with as many fields as the header; nil at the end.
    package mutating func next() throws(Failure) -> [CSVField]? {
        while let row = try scanner.next() {
            if row.allSatisfy({ $0.text.isEmpty }) { continue }
            guard row.count == header.count else { throw Failure(.csvWidth(row, header: header, file: file)) }
            return row
        }
        return nil
    }

    private static func faults(of header: [CSVField], file: String) -> [Diagnostic] {
        var seen: [String: Position] = [:]
        return header.enumerated().compactMap { index, field in
            if field.text.isEmpty { return .csvEmptyHeader(index, at: field.position, file: file) }
            if let first = seen.updateValue(field.position, forKey: field.text) {
                return .csvDuplicateHeader(field.text, at: field.position, first: first, file: file)
            }
            return nil
        }
    }

    private static func trimmed(_ text: String) -> String {
        let start = text.drop { $0.isWhitespace }
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}

/// One field of a CSV row.
package struct CSVField: Hashable, Sendable {
    /// In NFC, as it stands in the file but for the quotes around it.
    package let text: String
    package let position: Position

    package init(text: String, position: Position) {
        self.text = text
        self.position = position
    }
}

/// A whole CSV file.
package struct CSVTable: Hashable, Sendable {
    package let file: String
    package let header: [CSVField]
    /// Each has as many fields as the header.
    package let rows: [[CSVField]]

    /// Reads every row; throws the faults of all of them.
    package init(bytes: [UInt8], file: String) throws(Failure) {
        try self.init(CSVRows(bytes: bytes, file: file))
    }

    /// Reads every row of the file; throws the faults of all of them.
    package init(opening path: String) throws(Failure) { try self.init(CSVRows(opening: path)) }

    private init(_ source: consuming CSVRows) throws(Failure) {
        file = source.file
        header = source.header
        var rows: [[CSVField]] = []
        var faults: [Diagnostic] = []
        // A file of another kind is wrong in every row; some are enough to see it.
        while faults.count < 100 {
            do throws(Failure) {
                guard let row = try source.next() else { break }
                rows.append(row)
            } catch {
                faults += error.diagnostics
                if error.processStatus == .environment { break }
            }
        }
        if let failure = Failure(faults) { throw failure }
        self.rows = rows
    }
}

extension SourceNode {
    /// Reads a CSV file as a list with one mapping a row.
    ///
    /// An empty field is null; a field that is a number exactly as a template would print it is a number; every other is text.
    package init(csv bytes: [UInt8], file: String) throws(Failure) {
        let table = try CSVTable(bytes: bytes, file: file)
        let items = table.rows.map { row in
            let entries = zip(table.header, row).map { name, field in
                Entry(key: name.text, keyPosition: name.position, value: SourceNode(field))
            }
            return SourceNode(.mapping(entries), at: row.first?.position ?? Position(line: 1, column: 1))
        }
        self.init(.sequence(items), at: Position(line: 1, column: 1))
    }

    /// What one field of a CSV file means.
    package init(_ field: CSVField) {
        let content: Content =
            if field.text.isEmpty { .null } else if NumberText.isPlain(field.text.utf8.span) {
                .number(field.text)
            } else { .text(field.text) }
        self.init(content, at: field.position)
    }
}
