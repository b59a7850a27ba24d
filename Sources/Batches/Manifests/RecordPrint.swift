/// A print of a record's bytes by which the manifest sees that a record has changed: 128 bits, the same on every machine.
///
/// Products of 64 by 64 bits, folded, two for each sixteen bytes, as wyhash has them: a fiftieth of what SHA-256 costs. Nobody gains by two records
/// that look alike, so it defends against chance alone; the documents themselves are told by SHA-256.
struct RecordPrint: Equatable {
    private var low: UInt64
    private var high: UInt64

    // No text in UTF-8 has these bytes, so that none makes a factor 0.
    private static let keys: (UInt64, UInt64, UInt64, UInt64) = (
        0xFF51_AFD7_ED55_8CCD, 0xC4CE_B9FE_1A85_EC53, 0xF1BB_CDCB_FFA5_3E0B, 0xC0AC_29B7_C97C_50DD
    )

    init(_ bytes: borrowing Span<UInt8>) {
        let keys = RecordPrint.keys
        let count = UInt64(bytes.count)
        (low, high) = (keys.2 ^ count, keys.3 ^ count)
        for place in stride(from: 0, to: bytes.count, by: 16) {
            let first = RecordPrint.word(of: bytes, at: place)
            let second = RecordPrint.word(of: bytes, at: place + 8)
            low = RecordPrint.folded(first ^ keys.0, second ^ low)
            high = RecordPrint.folded(first ^ high, second ^ keys.1)
        }
        let (left, right) = (low, high)
        low = RecordPrint.folded(left ^ keys.3, right ^ keys.0)
        high = RecordPrint.folded(right ^ keys.2, left ^ keys.1)
    }

    /// 32 hexadecimal digits.
    var hexadecimal: String {
        unsafe withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { unsafe Hexadecimal.text(of: $0) }
    }

    private static func folded(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = a.multipliedFullWidth(by: b)
        return product.high ^ product.low
    }

    /// Eight bytes, the first the lowest; zeros behind the end.
    private static func word(of bytes: borrowing Span<UInt8>, at place: Int) -> UInt64 {
        if place + 8 <= bytes.count {
            return unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian
        }
        var word: UInt64 = 0
        for offset in 0..<max(0, bytes.count - place) {
            word |= UInt64(bytes[place + offset]) << UInt64(8 * offset)
        }
        return word
    }
}
