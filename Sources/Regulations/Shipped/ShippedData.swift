internal import DataFiles
internal import Diagnostics
internal import Values

/// The files of data that are compiled in: what people may want to review without a compiler.
enum ShippedData {
    /// The value that a file holds.
    ///
    /// The files are the project's own and read in a test each; one that cannot be read is a fault of the project.
    static func value<Value>(
        of bytes: [UInt8], file: String, _ read: (SourceNode, inout DataReading) -> Value?
    ) -> Value {
        var reading = DataReading(file: file)
        do throws(Failure) {
            let value = read(try SourceNode(yaml: bytes, file: file), &reading)
            try reading.finish()
            if let value { return value }
        } catch {
            preconditionFailure(error.diagnostics.map { $0.text(in: .english) }.joined(separator: "\n"))
        }
        preconditionFailure("\(file) holds nothing")
    }

    /// The same for a file whose data are one form.
    static func value<Value>(of bytes: [UInt8], file: String, as form: DataForm<Value>) -> Value {
        value(of: bytes, file: file) { node, reading in reading.read(node, as: form) }
    }
}
