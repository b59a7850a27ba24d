internal import Diagnostics
internal import VietnameseText

/// Splits a stream of bytes into the fields of CSV rows.
struct CSVScanner: ~Copyable {
    private var stream: ByteStream
    private var piece: [UInt8] = []
    private var place = 0
    private var line = 1
    private var column = 1
    private var separator = UInt8(ascii: ",")
    /// How many fields the last row had.
    private var lastCount = 0

    init(_ stream: consuming ByteStream) { self.stream = stream }

    /// Looks at the first line, without using it up.
    mutating func detectSeparator() throws(Failure) {
        while !piece.contains(0x0A) {
            let more = try stream.next()
            if more.isEmpty { break }
            piece += more
        }
        if let fault = Encoding.wideFault(piece, file: stream.file) { throw Failure(fault) }
        piece = Encoding.withoutMark(piece)
        if let named = namedSeparator {
            separator = named
            place = "sep=;".utf8.count
            if try peek() == 0x0D { advance(over: 0x0D) }
            if try peek() == 0x0A { advance(over: 0x0A) }
            return
        }
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in piece {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte == 0x0A, !isQuoted { break }
            if !isQuoted { counts[byte, default: 0] += 1 }
        }
        var most = 0
        for candidate in [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09] {
            guard let count = counts[candidate], count > most else { continue }
            most = count
            separator = candidate
        }
    }

    /// The separator that Excel is told in a line of its own, `sep=;`.
    private var namedSeparator: UInt8? {
        let line = piece.prefix { $0 != 0x0A && $0 != 0x0D }
        guard line.count == 5, [Array("sep=".utf8), Array("SEP=".utf8)].contains(Array(line.dropLast())),
            let mark = line.last, mark == 0x09 || Array(",;|:".utf8).contains(mark)
        else { return nil }
        return mark
    }

    /// The next row, blank ones too; nil at the end.
    mutating func next() throws(Failure) -> [CSVField]? {
        guard try peek() != nil else { return nil }
        var fields: [CSVField] = []
        fields.reserveCapacity(lastCount)
        defer { lastCount = fields.count }
        while true {
            let start = Position(line: line, column: column)
            let text: String
            if let plain = plainField() {
                text = plain
            } else {
                let bytes = try field(from: start)
                guard let valid = String(validating: bytes, as: UTF8.self) else {
                    let fault = bytes[Encoding.firstFault(in: bytes) ?? 0]
                    try skipRow()
                    throw Failure(.notUTF8(fault, at: start, file: stream.file))
                }
                text = Normalization.nfc(valid)
            }
            fields.append(CSVField(text: text, position: start))
            guard let end = try peek() else { return fields }
            advance(over: end)
            if end == separator { continue }
            if end == 0x0D, try peek() == 0x0A { advance(over: 0x0A) }
            return fields
        }
    }

    /// The field that begins here, in NFC, if it has no quotes, is well encoded, and ends in the piece at hand; nil leaves all as it was.
    private mutating func plainField() -> String? {
        guard let (text, end, characterCount) = plainField(from: place) else { return nil }
        place = end
        column += characterCount
        return text
    }

    private func plainField(from start: Int) -> (text: String, end: Int, characterCount: Int)? {
        let bytes = piece.span
        guard start < bytes.count, bytes[start] != UInt8(ascii: "\"") else { return nil }
        var end = start
        var continuations = 0
        while end < bytes.count {
            let eight = EightBytes(of: bytes, at: end)
            let ends = eight.first(separator) | eight.first(0x0A) | eight.first(0x0D)
            let length = ends == 0 ? min(8, bytes.count - end) : EightBytes.first(of: ends)
            let looked = length == 8 ? UInt64.max : 1 << UInt64(8 * length) - 1
            continuations += (eight.continuations & looked).nonzeroBitCount
            end += length
            if ends != 0 { break }
        }
        let written = bytes.extracting(start..<end)
        guard end < bytes.count else { return nil }
        let text: String
        if Normalization.isPlainlyNFC(utf8: written) {
            // Letters whose bytes were all looked at.
            text = unsafe String(copying: UTF8Span(unchecked: written, isKnownASCII: continuations == 0))
        } else {
            guard let valid = try? UTF8Span(validating: written) else { return nil }
            text = Normalization.nfc(String(copying: valid))
        }
        return (text, end, end - start - continuations)
    }

    private mutating func field(from start: Position) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        guard try peek() == UInt8(ascii: "\"") else {
            while let byte = try peek(), byte != separator, byte != 0x0A, byte != 0x0D {
                bytes.append(byte)
                advance(over: byte)
            }
            return bytes
        }
        advance(over: UInt8(ascii: "\""))
        while true {
            guard let byte = try peek() else {
                throw Failure(.csvUnclosedQuote(at: start, file: stream.file))
            }
            advance(over: byte)
            if byte != UInt8(ascii: "\"") {
                bytes.append(byte)
                continue
            }
            switch try peek() {
            case UInt8(ascii: "\""):
                bytes.append(byte)
                advance(over: byte)
            case nil, separator, 0x0A, 0x0D: return bytes
            default:
                let place = Position(line: line, column: column)
                try skipRow()
                throw Failure(.csvQuote(at: place, field: start, file: stream.file))
            }
        }
    }

    private mutating func skipRow() throws(Failure) {
        while let byte = try peek() {
            advance(over: byte)
            if byte == 0x0A { return }
        }
    }

    private mutating func peek() throws(Failure) -> UInt8? {
        if place == piece.count {
            piece = try stream.next()
            place = 0
            if piece.isEmpty { return nil }
        }
        return piece[place]
    }

    private mutating func advance(over byte: UInt8) {
        place += 1
        if byte == 0x0A {
            line += 1
            column = 1
        } else if byte & 0xC0 != 0x80 {
            column += 1
        }
    }
}
