package import Diagnostics

/// A zip package in the making; the same entries give the same bytes on every machine, in every time zone.
///
/// Entries stand in the order they were added, so an ODF's `mimetype` is added first, `.stored`. Nothing is compressed before
/// `bytes()`, or `Publication.stage`, which may be called once. No two entries may have the same name.
public struct ArchiveWriter: ~Copyable {
    private var entries: [PendingEntry] = []
    private let timestamp: Timestamp

    package init(timestamp: Timestamp = .fixed) { self.timestamp = timestamp }

    /// How new contents are put into the archive.
    public enum Compression: Hashable, Sendable {
        case stored
        /// About as small as zlib's level 1, in a fraction of the time where the machine has the library for it.
        case fast
        /// By zlib, from 1, fast, to 9, small.
        case deflated(level: Int)

        package static let deflated = Compression.deflated(level: 6)

        /// The number by which a deflater is borrowed; nil where nothing is compressed.
        var deflaterKind: Int32? {
            switch self {
            case .stored: nil
            case .fast: 0
            case .deflated(let level): Int32(min(max(level, 1), 9))
            }
        }
    }

    /// Size of one entry's contents in bytes; a source that gives more ends the writing.
    ///
    /// Twice what Word opens, so that data which grow a template without bounds do not fill the disk.
    package var entryLimit = Limit.resultPartSize.value

    /// Appends the next bytes of an entry to an empty buffer; leaves it empty when there are no more.
    ///
    /// What it throws makes the writing of the whole archive fail.
    package typealias Source = (_ chunk: inout [UInt8]) throws(Failure) -> Void

    /// `codes` are used where the bytes are few and compressed fast.
    package mutating func add(
        _ name: String, bytes: [UInt8], compression: Compression = .deflated, codes: DeflateCodes? = nil
    ) { entries.append(PendingEntry(name: name, body: .bytes(bytes, compression), codes: codes)) }

    /// Adds an entry of another archive as it stands there, without inflating it.
    package mutating func add(_ name: String, copying entry: StoredEntry) {
        entries.append(PendingEntry(name: name, body: .copy(entry)))
    }

    /// Adds entries whose headers were made before, for an archive of the fixed time.
    package mutating func add(_ run: StoredRun) { entries.append(PendingEntry(name: "", body: .run(run))) }

    /// Adds an entry whose bytes are asked for, chunk by chunk, while the archive is written; `codes` are used where they are few and compressed fast.
    package mutating func add(
        _ name: String, compression: Compression = .deflated, codes: DeflateCodes? = nil,
        pulling source: @escaping Source
    ) { entries.append(PendingEntry(name: name, body: .pull(source, compression), codes: codes)) }

    /// The finished archive; `file` is its name for messages.
    package consuming func bytes(file: String = "") throws(Failure) -> [UInt8] {
        try written(to: Destination(.memory), file: file).bytes
    }

    /// Hands the archive on entry by entry, each once it is whole; what `take` throws ends the writing.
    package consuming func write(file: String = "", to take: @escaping ([UInt8]) throws(Failure) -> Void)
        throws(Failure)
    { _ = try written(to: Destination(.taker(take)), file: file) }

    consuming func written(to destination: consuming Destination, file: String) throws(Failure) -> Destination
    { try Assembly.write(entries, timestamp: timestamp, limit: entryLimit, to: destination, file: file) }
}

/// The time that every entry of an archive is given.
package struct Timestamp: Hashable, Sendable {
    let dosDate: UInt16
    let dosTime: UInt16

    /// 1 January 1980, 00:00, where zip's calendar begins.
    package static let fixed = Timestamp(secondsSince1970: 0)

    /// Seconds as in `SOURCE_DATE_EPOCH`, shown in UTC; kept between the years 1980 and 2107.
    package init(secondsSince1970 seconds: Int) {
        let seconds = min(max(seconds, 315_532_800), 4_354_819_198)
        var days = seconds / 86_400
        let time = seconds % 86_400
        var year = 1970
        while days >= Timestamp.length(of: year) {
            days -= Timestamp.length(of: year)
            year += 1
        }
        let february = Timestamp.length(of: year) - 337
        var month = 1
        for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30] {
            guard days >= length else { break }
            days -= length
            month += 1
        }
        dosDate = UInt16((year - 1980) << 9 | month << 5 | (days + 1))
        dosTime = UInt16((time / 3600) << 11 | (time / 60 % 60) << 5 | (time % 60) / 2)
    }

    private static func length(of year: Int) -> Int {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 366 : 365
    }
}
