/// An entry waiting to be written.
struct PendingEntry {
    let name: String
    let body: Body
    /// For what is few bytes and compressed fast.
    var codes: DeflateCodes?

    enum Body {
        case bytes([UInt8], ArchiveWriter.Compression)
        case copy(StoredEntry)
        /// Has names of its own.
        case run(StoredRun)
        case pull(ArchiveWriter.Source, ArchiveWriter.Compression)
    }
}
