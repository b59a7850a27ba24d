internal import Diagnostics

/// The one encoding of data files: UTF-8, with or without a byte order mark.
enum Encoding {
    /// The bytes of a whole file without the mark; throws when they are no UTF-8.
    static func checked(_ bytes: [UInt8], file: String) throws(Failure) -> [UInt8] {
        if let fault = wideFault(bytes, file: file) { throw Failure(fault) }
        let bytes = withoutMark(bytes)
        if let offset = firstFault(in: bytes) {
            throw Failure(.notUTF8(bytes[offset], at: LineIndex(bytes).position(of: offset), file: file))
        }
        return bytes
    }

    static func withoutMark(_ bytes: [UInt8]) -> [UInt8] {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    }

    /// UTF-16 and UTF-32, told by their marks or by the zero bytes of Latin letters.
    static func wideFault(_ start: [UInt8], file: String) -> Diagnostic? {
        let wide =
            start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF])
            || (start.count >= 2 && (start[0] == 0) != (start[1] == 0))
        return wide ? .wideEncoding(file: file) : nil
    }

    /// Where the first byte stands that is not part of a character.
    static func firstFault(in bytes: [UInt8]) -> Int? {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch { return error.byteOffsets.lowerBound }
    }
}

/// Lines and columns of byte offsets.
struct LineIndex {
    private let bytes: [UInt8]
    private let starts: [Int]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        starts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    }

    /// The column counts characters, not bytes.
    func position(of offset: Int) -> Position {
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        let before = bytes[starts[low]..<min(max(offset, starts[low]), bytes.count)]
        return Position(line: low + 1, column: 1 + before.count { $0 & 0xC0 != 0x80 })
    }
}

extension Location {
    init(_ position: Position, file: String, path: String = "") {
        self = .text(file: file, line: position.line, column: position.column, dataPath: path)
    }
}

extension Diagnostic {
    private static let saveAsUTF8 = Wording(
        "lưu lại tệp với bảng mã UTF-8 (trong Excel: “CSV UTF-8”; trong Notepad: Encoding UTF-8)",
        en: "save the file as UTF-8 (in Excel “CSV UTF-8”, in Notepad Encoding UTF-8)")

    static func wideEncoding(file: String) -> Diagnostic {
        Diagnostic(
            "data.utf16",
            Wording("tệp dùng bảng mã UTF-16, không phải UTF-8", en: "the file is UTF-16, not UTF-8"),
            at: .file(file), fix: saveAsUTF8)
    }

    static func notUTF8(_ byte: UInt8, at position: Position, file: String) -> Diagnostic {
        let hex = String(byte, radix: 16, uppercase: true)
        return Diagnostic(
            "data.not-utf8",
            Wording(
                "có ký tự không thuộc bảng mã UTF-8 (byte \(hex))",
                en: "there is a byte that is no UTF-8 (\(hex))"), at: Location(position, file: file),
            fix: saveAsUTF8)
    }
}
