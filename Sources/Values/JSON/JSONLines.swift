package import Diagnostics

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

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
        while let place = try lines.next() {
            if let value = JSONScanner.value(of: lines.window.span.extracting(place), shapes: shapes) {
                return Item(line: lines.line, value: value)
            }
            let bytes = Array(lines.window[place])
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
    /// What is looked at now.
    private(set) var window: [UInt8] = []
    /// What is before it has been given.
    private var place = 0
    /// The number of the line given last.
    private(set) var line = 0
    private var hasEnded = false

    init(_ stream: consuming ByteStream) { self.stream = stream }

    var file: String { stream.file }

    /// Where in the window the next line is, until it is asked for another; nil at the end.
    mutating func next() throws(Failure) -> Range<Int>? {
        guard !hasEnded else { return nil }
        var searched = place
        while true {
            if let end = window.firstLineBreak(from: searched) {
                defer { place = end + 1 }
                return try counted(place..<end)
            }
            window.removeSubrange(..<place)
            place = 0
            searched = window.count
            try stream.read(atMost: 1 << 18, behind: &window)
            guard window.count == searched else { continue }
            hasEnded = true
            return window.isEmpty ? nil : try counted(window.indices)
        }
    }

    /// Counts a line, and leaves the mark out that may stand before the first.
    private mutating func counted(_ place: Range<Int>) throws(Failure) -> Range<Int> {
        line += 1
        guard line == 1 else { return place }
        let bytes = Array(window[place])
        if let fault = Encoding.wideFault(bytes, file: file) { throw Failure(fault) }
        return place.dropFirst(bytes.count - Encoding.withoutMark(bytes).count)
    }
}

extension [UInt8] {
    /// Where the first line feed is from there on.
    func firstLineBreak(from start: Int) -> Int? {
        unsafe withUnsafeBytes { bytes -> Int? in
            guard let first = bytes.baseAddress, start < bytes.count else { return nil }
            return unsafe memchr(first + start, 0x0A, bytes.count - start).map {
                unsafe UnsafeRawPointer($0) - first
            }
        }
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
