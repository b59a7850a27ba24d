/// Bytes as hexadecimal digits, eight at a time.
enum Hexadecimal {
    /// Two digits for each byte; there are four bytes, or eight, or twelve ….
    static func text(of bytes: UnsafeRawBufferPointer) -> String {
        unsafe String(unsafeUninitializedCapacity: 2 * bytes.count) { room in
            let room = UnsafeMutableRawBufferPointer(room)
            for place in stride(from: 0, to: bytes.count, by: 4) {
                let number = unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)
                unsafe room.storeBytes(
                    of: digits(of: UInt32(bigEndian: number)).littleEndian, toByteOffset: 2 * place,
                    as: UInt64.self)
            }
            return 2 * bytes.count
        }
    }

    /// The eight digits of a number, the first the lowest byte.
    private static func digits(of number: UInt32) -> UInt64 {
        var digits = UInt64(number)
        digits = digits << 32 & 0xFFFF_0000_0000 | digits >> 16
        digits = (digits & 0x0000_FF00_0000_FF00) >> 8 | (digits & 0x0000_00FF_0000_00FF) << 16
        digits = (digits & 0x00F0_00F0_00F0_00F0) >> 4 | (digits & 0x000F_000F_000F_000F) << 8
        let letters = (digits &+ 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
        return digits &+ 0x3030_3030_3030_3030 &+ letters &* UInt64(UInt8(ascii: "a") - UInt8(ascii: "9") - 1)
    }
}
