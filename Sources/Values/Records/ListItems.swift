internal import Diagnostics

/// Cuts the one list of a JSON file into its items, by their brackets and quotes alone.
struct ListItems: ~Copyable {
    private var stream: ByteStream
    private var piece: [UInt8] = []
    private var place = 0
    private var position = Position(line: 1, column: 1)
    private var state = State.start
    private(set) var consumed = 0

    private enum State {
        case start
        case items
        case ended
    }

    /// What is longer is no record, but some other kind of file.
    private let sizeLimit = Limit.recordSize.value

    init(_ stream: consuming ByteStream) { self.stream = stream }

    mutating func next(atMost count: Int) throws(Failure) -> [RecordStream.Record] {
        var records: [RecordStream.Record] = []
        while records.count < count, let record = try next() { records.append(record) }
        return records
    }

    private mutating func next() throws(Failure) -> RecordStream.Record? {
        switch state {
        case .start:
            try begin()
            state = .items
            if try blankThenByte() == UInt8(ascii: "]") { return try end() }
        case .items:
            switch try blankThenByte() {
            case UInt8(ascii: "]"): return try end()
            case UInt8(ascii: ","): try advance()
            default: throw Failure(.brokenList(at: position, file: stream.file))
            }
        case .ended: return nil
        }
        _ = try blankThenByte()
        return try item()
    }

    private mutating func begin() throws(Failure) {
        guard let first = try byte() else { throw Failure(.brokenList(at: position, file: stream.file)) }
        if let fault = Encoding.wideFault(Array(piece.prefix(4)), file: stream.file) { throw Failure(fault) }
        if first == 0xEF, piece.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
        guard try blankThenByte() == UInt8(ascii: "[") else {
            throw Failure(.brokenList(at: position, file: stream.file))
        }
        try advance()
    }

    /// Goes behind the closing bracket, after which there is nothing.
    private mutating func end() throws(Failure) -> RecordStream.Record? {
        try advance()
        state = .ended
        guard try blankThenByte() == nil else { throw Failure(.brokenList(at: position, file: stream.file)) }
        return nil
    }

    /// Everything up to the comma or the bracket that stands outside of all quotes and brackets of the item.
    private mutating func item() throws(Failure) -> RecordStream.Record {
        let start = position
        var bytes: [UInt8] = []
        var isWhole = true
        var depth = 0
        var isText = false
        var isEscaped = false
        while let next = try byte() {
            if isText {
                if isEscaped {
                    isEscaped = false
                } else if next == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if next == UInt8(ascii: "\"") {
                    isText = false
                }
            } else {
                switch next {
                case UInt8(ascii: "\""): isText = true
                case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
                case UInt8(ascii: "}") where depth > 0: depth -= 1
                case UInt8(ascii: "]") where depth > 0: depth -= 1
                case UInt8(ascii: ",") where depth == 0, UInt8(ascii: "]"):
                    return record(bytes, isWhole, at: start)
                default: break
                }
            }
            if isWhole { bytes.append(next) }
            if bytes.count > sizeLimit {
                isWhole = false
                bytes = Array(bytes.prefix(refusedTextLimit))
            }
            try advance()
        }
        state = .ended
        let failure = Failure(.brokenList(at: position, file: stream.file))
        return RecordStream.Record(
            position: start, content: .refused(failure, text: Array(bytes.prefix(refusedTextLimit))))
    }

    private func record(_ bytes: [UInt8], _ isWhole: Bool, at start: Position) -> RecordStream.Record {
        guard isWhole else {
            let failure = Failure(.recordTooLong(at: start, file: stream.file))
            return RecordStream.Record(position: start, content: .refused(failure, text: bytes))
        }
        return RecordStream.Record(position: start, content: .json(bytes))
    }

    // MARK: - Bytes

    private mutating func blankThenByte() throws(Failure) -> UInt8? {
        while let next = try byte() {
            switch next {
            case 0x20, 0x0A, 0x0D, 0x09: try advance()
            default: return next
            }
        }
        return nil
    }

    private mutating func byte() throws(Failure) -> UInt8? {
        if place == piece.count {
            piece = try stream.next()
            consumed += piece.count
            place = 0
            if piece.isEmpty { return nil }
        }
        return piece[place]
    }

    private mutating func advance() throws(Failure) {
        guard let byte = try byte() else { return }
        place += 1
        if byte == 0x0A {
            position = Position(line: position.line + 1, column: 1)
        } else if byte & 0xC0 != 0x80 {
            position = Position(line: position.line, column: position.column + 1)
        }
    }
}

extension Diagnostic {
    fileprivate static func brokenList(at position: Position, file: String) -> Diagnostic {
        .error(
            "data.broken-list", at: Location(position, file: file),
            "tệp JSON phải là một danh sách bản ghi [{…}, {…}]; đến đây thì không phải",
            en: "the JSON file has to be one list of records [{…}, {…}]; here it is not",
            fix: "sửa dấu ngoặc, dấu phẩy ở chỗ này; hoặc dùng .jsonl, mỗi dòng một bản ghi",
            en: "mend the bracket or comma here; or use .jsonl, one record a line")
    }
}
