internal import Container
internal import Diagnostics
internal import XMLTree

/// Feeds a part to a stream of XML, as much at a time as its reader needs.
struct PartReader: ~Copyable {
    private var entry: EntryStream
    private var stream: XMLStream
    private var buffer = [UInt8](repeating: 0, count: 1 << 14)
    private(set) var isAtEnd = false

    init(_ name: String, of archive: Archive, _ vocabulary: XMLVocabulary, handler: any XMLStreamHandler)
        throws(Failure)
    {
        entry = try archive.stream(name)
        stream = XMLStream(vocabulary, file: "\(archive.file): \(name)", handler: handler)
    }

    /// Reads one piece on.
    mutating func advance() throws(Failure) {
        let count = try entry.read(into: &buffer)
        guard count > 0 else {
            try stream.finish()
            isAtEnd = true
            return
        }
        try stream.feed(buffer.span.extracting(..<count))
    }

    /// Reads to the end.
    mutating func finish() throws(Failure) { while !isAtEnd { try advance() } }
}
