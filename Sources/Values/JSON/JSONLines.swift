package import Diagnostics

/// The records of a JSON Lines file, one a line, read as they are asked for.
///
/// Blank lines are passed over. After a line that is no JSON the next call goes on with the line after it.
package struct JSONLines: ~Copyable {
    private var lines: Lines
    private let shapes = KnownShapes()

    /// `-` is standard input.
    package init(opening path: String) throws(Failure) { lines = Lines(try ByteStream(opening: path)) }

    package init(bytes: [UInt8], file: String) { lines = Lines(ByteStream(bytes, file: file)) }

    /// One line's data, and which line it is, counting from 1.
    package struct Item: Hashable, Sendable {
        package let line: Int
        package let value: Value
    }

    /// The next record; nil at the end.
    package mutating func next() throws(Failure) -> Item? {
        while let bytes = try lines.next() {
            guard bytes.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { continue }
            do throws(Failure) {
                let value = try Value(json: bytes, file: lines.file, shapes: shapes)
                return Item(line: lines.line, value: value)
            } catch { throw error.moved(to: Position(line: lines.line, column: 1)) }
        }
        return nil
    }
}

/// The lines of a stream, without their ends.
struct Lines: ~Copyable {
    private var stream: ByteStream
    private var piece: [UInt8] = []
    private var place = 0
    /// The number of the line given last.
    private(set) var line = 0
    private var hasEnded = false

    init(_ stream: consuming ByteStream) { self.stream = stream }

    var file: String { stream.file }

    mutating func next() throws(Failure) -> [UInt8]? {
        guard !hasEnded else { return nil }
        var bytes: [UInt8] = []
        while true {
            if let end = piece[place...].firstIndex(of: 0x0A) {
                bytes += piece[place..<end]
                place = end + 1
                break
            }
            bytes += piece[place...]
            piece = try stream.next()
            place = 0
            if piece.isEmpty {
                hasEnded = true
                break
            }
        }
        if hasEnded, bytes.isEmpty { return nil }
        line += 1
        if line == 1 {
            if let fault = Encoding.wideFault(bytes, file: file) { throw Failure(fault) }
            bytes = Encoding.withoutMark(bytes)
        }
        return bytes
    }
}

extension Failure {
    /// The faults of a text that begins at some place of a file.
    func moved(to start: Position) -> Failure {
        func moved(_ location: Location) -> Location {
            guard case .text(let file, let line, let column, let path) = location else { return location }
            return .text(
                file: file, line: line + start.line - 1,
                column: line == 1 ? column + start.column - 1 : column, dataPath: path)
        }
        let diagnostics = diagnostics.map { fault in
            Diagnostic(
                fault.code, fault.message, severity: fault.severity, at: moved(fault.location),
                notes: fault.notes.map { Diagnostic.Note($0.message, at: moved($0.location)) }, fix: fault.fix
            )
        }
        return Failure(diagnostics) ?? self
    }
}
