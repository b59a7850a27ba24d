internal import Diagnostics

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// What earlier runs have noted, read in step with the records.
///
/// Each run begins with a line of its own and goes up in the numbers of its records, so that all runs are read side by side, whatever their
/// number of lines. The latest run that has a record is right about it.
final class PastManifest {
    private var runs: [Cursor]
    /// The fingerprint in each run's first line.
    let fingerprints: [String]

    /// The beginning of the line that a run begins with.
    static let heading = "{\"batch\":1,\"fingerprint\":\""
    private static let headingBytes = Array(heading.utf8)
    private static let lineStart = Array("{\"record\":".utf8)

    static func headingLine(fingerprint: String) -> [UInt8] { Array("\(heading)\(fingerprint)\"}\n".utf8) }

    /// Whether the file holds something else than a manifest.
    let isForeign: Bool

    /// Reads what is in the open file; a line that was cut off when a run was killed is not part of it.
    init(descriptor: Int32, path: String) throws(Failure) {
        var starts: [Int] = []
        var fingerprints: [String] = []
        var end = 0
        var scan = LineScan(descriptor: descriptor, at: 0, before: .max)
        while let line = try scan.next(path) {
            if line.starts(with: PastManifest.headingBytes) {
                starts.append(end)
                let rest = line.dropFirst(PastManifest.headingBytes.count)
                fingerprints.append(String(decoding: rest.prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self))
            }
            end = scan.position
        }
        self.fingerprints = fingerprints
        length = end
        var beginning = [UInt8](repeating: 0, count: PastManifest.headingBytes.count)
        let count = unsafe beginning.withUnsafeMutableBytes {
            unsafe pread(descriptor, $0.baseAddress, $0.count, 0)
        }
        // A run that was killed at once may have left a part of its first line.
        isForeign = !PastManifest.headingBytes.starts(with: beginning.prefix(max(0, count)))
        let ends = starts.dropFirst() + [end]
        runs = zip(starts, ends).map { Cursor(LineScan(descriptor: descriptor, at: $0, before: $1)) }
        for place in runs.indices { try runs[place].advance(path) }
        self.path = path
    }

    /// How many bytes of the file are whole lines.
    let length: Int
    private let path: String

    /// What is noted of one record.
    struct Note: Sendable {
        /// As many as there are templates; none where nothing is noted.
        var lines: [[UInt8]] = []
        /// Whether the last run has noted it.
        var isOfLastRun = false
    }

    /// What is noted of a record; numbers are asked for in their order.
    func note(of record: Int) throws(Failure) -> Note {
        var note = Note()
        for place in runs.indices {
            var found: [[UInt8]] = []
            while let next = runs[place].record, next <= record {
                if next == record { found.append(runs[place].line) }
                try runs[place].advance(path)
            }
            if !found.isEmpty { note = Note(lines: found, isOfLastRun: place == runs.count - 1) }
        }
        return note
    }

    /// One run and the line it is at.
    private struct Cursor {
        private var scan: LineScan
        private(set) var line: [UInt8] = []
        private(set) var record: Int?

        init(_ scan: LineScan) { self.scan = scan }

        mutating func advance(_ path: String) throws(Failure) {
            record = nil
            while let next = try scan.next(path) {
                guard next.starts(with: PastManifest.lineStart) else { continue }
                var number = 0
                for byte in next.dropFirst(PastManifest.lineStart.count).prefix(17) {
                    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { break }
                    number = number * 10 + Int(byte - UInt8(ascii: "0"))
                }
                line = Array(next)
                record = number
                return
            }
        }
    }
}

/// The whole lines of a stretch of a file that others may go through at the same time.
private struct LineScan {
    private let descriptor: Int32
    private let end: Int
    private var buffer: [UInt8] = []
    private var place = 0
    /// Where the buffer ends in the file.
    private var offset: Int
    private static let pieceSize = 1 << 16

    init(descriptor: Int32, at start: Int, before end: Int) {
        self.descriptor = descriptor
        self.end = end
        offset = start
    }

    /// Behind the line given last.
    var position: Int { offset - (buffer.count - place) }

    /// The next line without its end; nil at the end, and for a last line that has none.
    mutating func next(_ path: String) throws(Failure) -> ArraySlice<UInt8>? {
        var searched = place
        while true {
            let found = unsafe buffer.withUnsafeBytes { bytes -> Int? in
                guard let start = bytes.baseAddress, searched < bytes.count else { return nil }
                return unsafe memchr(start + searched, 0x0A, bytes.count - searched).map {
                    unsafe UnsafeRawPointer($0) - start
                }
            }
            if let found {
                defer { place = found + 1 }
                return buffer[place..<found]
            }
            let room = min(LineScan.pieceSize, end - offset)
            guard room > 0 else { return nil }
            buffer.removeSubrange(..<place)
            place = 0
            searched = buffer.count
            let offset = off_t(offset)
            var error: Int32 = 0
            let before = buffer.count
            buffer.append(addingCapacity: room) { output in
                unsafe output.withUnsafeMutableBufferPointer { rest, count in
                    let got = unsafe pread(descriptor, rest.baseAddress, room, offset)
                    if got < 0 { error = errno }
                    count = max(0, got)
                }
            }
            guard error == 0 else { throw Failure(.folderFault(path, error: error)) }
            self.offset += buffer.count - before
            if buffer.count == before { return nil }
        }
    }
}
