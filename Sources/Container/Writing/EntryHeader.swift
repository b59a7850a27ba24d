/// What an archive says of one entry: before its bytes, and again in the directory (APPNOTE.TXT 4.3.7, 4.3.12).
struct EntryHeader {
    let name: String
    private let isASCII: Bool
    private let timestamp: Timestamp
    let offset: Int
    var method = Archive.Method.stored
    var checksum: UInt32 = 0
    var compressedSize = 0
    var size = 0

    init(name: String, timestamp: Timestamp, offset: Int) {
        self.name = name
        self.timestamp = timestamp
        self.offset = offset
        isASCII = name.utf8.allSatisfy { $0 < 0x80 }
    }

    /// Where in the directory's record of an entry its place in the archive stands, in four bytes.
    static let placeOfOffset = 42

    /// Appends what stands before the bytes of the entry.
    func appendLocal(to bytes: inout [UInt8]) {
        bytes.append(little: 0x0403_4B50, bytes: 4)
        appendCommon(to: &bytes)
        bytes.append(contentsOf: name.utf8)
    }

    /// Appends the entry's record in the directory.
    func appendCentral(to bytes: inout [UInt8]) {
        bytes.append(little: 0x0201_4B50, bytes: 4)
        // Made by version 2.0 on Unix, for the attributes below.
        bytes.append(little: 3 << 8 | 20, bytes: 2)
        appendCommon(to: &bytes)
        // No comment, first disk, no internal attributes.
        bytes.append(little: 0, bytes: 6)
        // A plain file that its owner may write and all may read.
        bytes.append(little: 0o100644 << 16 | offset << 32, bytes: 8)
        bytes.append(contentsOf: name.utf8)
    }

    private func appendCommon(to bytes: inout [UInt8]) {
        let (version, number) =
            switch method {
            case .stored: (10, 0)
            case .deflated: (20, 8)
            }
        // The name is UTF-8, which is said only where it makes a difference.
        let flags = isASCII ? 0 : 1 << 11
        let times = Int(timestamp.dosTime) | Int(timestamp.dosDate) << 16
        bytes.append(little: version | flags << 16 | number << 32, bytes: 6)
        bytes.append(little: times | Int(checksum) << 32, bytes: 8)
        bytes.append(little: compressedSize & 0xFFFF_FFFF | size << 32, bytes: 8)
        bytes.append(little: name.utf8.count & 0xFFFF, bytes: 4)
    }
}

extension [UInt8] {
    /// Appends the lowest bytes of a number, the lowest first.
    package mutating func append(little number: Int, bytes count: Int) {
        unsafe Swift.withUnsafeBytes(of: number.littleEndian) {
            unsafe append(contentsOf: UnsafeRawBufferPointer(rebasing: $0[..<count]))
        }
    }

    /// Puts the lowest four bytes of a number in the place of four others.
    mutating func overwrite(little number: Int, at place: Int) {
        for byte in 0..<4 { self[place + byte] = UInt8(truncatingIfNeeded: number >> (8 * byte)) }
    }
}
