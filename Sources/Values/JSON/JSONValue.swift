public import Diagnostics

extension Value {
    /// Reads one JSON text in UTF-8 without keeping places: the way for large data.
    ///
    /// Records with the same names in the same order share their shape. Text becomes NFC.
    public init(json bytes: [UInt8], file: String) throws(Failure) {
        try self.init(json: bytes, file: file, shapes: KnownShapes())
    }

    init(json bytes: [UInt8], file: String, shapes: KnownShapes) throws(Failure) {
        if let value = JSONScanner.value(of: bytes, shapes: shapes) {
            self = value
        } else {
            // The tree reader knows what is wrong, and where. It is slow, but hardly ever is there anything else left to do.
            self = Value(try SourceNode(json: bytes, file: file))
        }
    }
}
