internal import Diagnostics

/// Cuts a stream of JSON Lines into its lines; blank ones are passed over, and one without end is not kept.
struct RecordLines: ~Copyable {
    private var stream: ByteStream
    private var piece: [UInt8] = []
    private var place = 0
    private var line = 0
    private var hasEnded = false
    /// How many bytes have been read.
    private(set) var consumed = 0

    /// What is longer is no record, but some other kind of file.
    private let sizeLimit = Limit.recordSize.value

    init(_ stream: consuming ByteStream) { self.stream = stream }

    mutating func next(atMost count: Int) throws(Failure) -> [RecordStream.Record] {
        var records: [RecordStream.Record] = []
        while records.count < count {
            // What is there is handed on before more is waited for.
            if !records.isEmpty, endOfLine() == nil { break }
            guard let record = try next() else { break }
            records.append(record)
        }
        return records
    }

    private mutating func next() throws(Failure) -> RecordStream.Record? {
        while let (bytes, isWhole) = try nextLine() {
            let position = Position(line: line, column: 1)
            if line == 1, let fault = Encoding.wideFault(bytes, file: stream.file) { throw Failure(fault) }
            let text = line == 1 ? Encoding.withoutMark(bytes) : bytes
            guard isWhole else {
                let failure = Failure(.recordTooLong(at: position, file: stream.file))
                return RecordStream.Record(
                    position: position, content: .refused(failure, text: Array(text.prefix(refusedTextLimit)))
                )
            }
            guard text.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { continue }
            return RecordStream.Record(position: position, content: .json(text))
        }
        return nil
    }

    /// Where the line that begins here ends in the piece at hand.
    private func endOfLine() -> Int? { piece.firstLineBreak(from: place) }

    /// The next line without its end, and whether all of it is kept.
    private mutating func nextLine() throws(Failure) -> ([UInt8], Bool)? {
        guard !hasEnded else { return nil }
        line += 1
        if let end = endOfLine() {
            defer { place = end + 1 }
            return (Array(piece[place..<end]), true)
        }
        var bytes: [UInt8] = []
        var isWhole = true
        while true {
            let end = endOfLine()
            if isWhole {
                bytes += piece[place..<(end ?? piece.count)]
                if bytes.count > sizeLimit {
                    isWhole = false
                    bytes = Array(bytes.prefix(refusedTextLimit))
                }
            }
            if let end {
                place = end + 1
                return (bytes, isWhole)
            }
            piece = try stream.next()
            consumed += piece.count
            place = 0
            if piece.isEmpty {
                hasEnded = true
                return bytes.isEmpty ? nil : (bytes, isWhole)
            }
        }
    }
}
