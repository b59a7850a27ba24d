/// Entries of other archives that are copied one behind the other into archive after archive, with their headers, which are made once.
package struct StoredRun: Sendable {
    let names: [String]
    /// Headers and contents.
    let bytes: [UInt8]
    /// The records of the directory, as if the run stood at the beginning of an archive.
    let directory: [UInt8]
    /// Where in the directory the place of an entry stands, and that place in the run.
    private let places: [(record: Int, entry: Int)]

    var count: Int { names.count }

    package init(_ entries: [(name: String, stored: StoredEntry)], timestamp: Timestamp = .fixed) {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        var places: [(record: Int, entry: Int)] = []
        for (name, stored) in entries {
            var header = EntryHeader(name: name, timestamp: timestamp, offset: bytes.count)
            header.method = stored.method
            header.checksum = stored.crc
            header.compressedSize = stored.bytes.count
            header.size = stored.size
            places.append((directory.count + EntryHeader.placeOfOffset, bytes.count))
            header.appendLocal(to: &bytes)
            bytes += stored.bytes
            header.appendCentral(to: &directory)
        }
        names = entries.map(\.name)
        self.bytes = bytes
        self.directory = directory
        self.places = places
    }

    /// Appends the records of the directory for a run that begins there in the archive.
    func append(to records: inout [UInt8], from start: Int) {
        let before = records.count
        records += directory
        for (record, entry) in places { records.overwrite(little: start + entry, at: before + record) }
    }
}
