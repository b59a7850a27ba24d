public import Diagnostics

extension Value {
    /// Reads one JSON text in UTF-8 without keeping places: the way for large data.
    ///
    /// Records with the same names in the same order share their shape. Text becomes NFC.
    public init(json bytes: [UInt8], file: String) throws(Failure) {
        try self.init(json: bytes, file: file, shapes: KnownShapes())
    }

    /// Reads a JSON file, one that is large without holding its text in memory.
    init(openingJSON path: String) throws(Failure) {
        var stream = try ByteStream(opening: path)
        if let size = stream.fileSize, size > 1 << 20 {
            if let value = try JSONPieces.value(of: stream) {
                self = value
                return
            }
            // From the beginning, with places for what is wrong.
            stream = try ByteStream(opening: path)
        }
        self = try Value(json: stream.all(), file: path)
    }

    init(json bytes: [UInt8], file: String, shapes: KnownShapes) throws(Failure) {
        if let value = JSONScanner.value(of: bytes.span, shapes: shapes) {
            self = value
        } else {
            // The tree reader knows what is wrong, and where. It is slow, but hardly ever is there anything else left to do.
            self = Value(try SourceNode(json: bytes, file: file))
        }
    }
}
