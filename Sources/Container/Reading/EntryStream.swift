package import Diagnostics

/// The contents of one entry, inflated as they are asked for: memory does not grow with them.
package struct EntryStream: ~Copyable {
    private let archive: OpenedArchive
    private let handle: OpenedArchive.StreamHandle
    private let entry: Archive.Entry
    private let file: String
    private var total = 0

    init(_ archive: OpenedArchive, at index: Int, entry: Archive.Entry, file: String) throws(Failure) {
        handle = try archive.openStream(at: index, entry: entry, file: file)
        self.archive = archive
        self.entry = entry
        self.file = file
    }

    deinit { archive.close(handle) }

    /// Reads the next bytes over those in `buffer`, as many as fit, and returns how many; 0 at the end.
    ///
    /// Size and checksum are verified when the end is reached: who stops before it has not had them verified.
    package mutating func read(into buffer: inout [UInt8]) throws(Failure) -> Int {
        let count = try archive.read(handle, into: &buffer, entry: entry, file: file)
        total += count
        // Past its declared size an entry is refused, so that the limits on sizes hold.
        guard total <= entry.size, count > 0 || total == entry.size else {
            throw Failure(.damaged(entry.name, file: file, detail: "size"))
        }
        return count
    }
}

extension Archive {
    /// The contents of an entry, a piece at a time.
    package func stream(_ name: String) throws(Failure) -> EntryStream {
        let (index, entry) = try find(name)
        return try EntryStream(opened, at: index, entry: entry, file: file)
    }
}
