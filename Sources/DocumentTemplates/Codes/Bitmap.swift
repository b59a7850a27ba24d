/// A drawing of dark and light modules, as a picture of one bit a pixel.
struct Bitmap {
    /// Whether each module is dark, row by row.
    private let modules: [Bool]
    private let width: Int
    private let pixels: (across: Int, down: Int)
    /// Of one pixel, in millimetres.
    private let pixel: Double

    /// Each module is as many pixels wide and high, each so many millimetres.
    init(_ modules: [Bool], width: Int, pixels: (across: Int, down: Int), pixel: Double) {
        self.modules = modules
        self.width = width
        self.pixels = pixels
        self.pixel = pixel
    }

    /// The file, with the size the drawing has on paper.
    var png: [UInt8] {
        let height = modules.count / max(1, width)
        let (across, down) = (width * pixels.across, height * pixels.down)
        var rows: [UInt8] = []
        for row in 0..<height {
            var line = [UInt8](repeating: 0, count: 1 + (across + 7) / 8)
            for place in 0..<across where !modules[row * width + place / pixels.across] {
                line[1 + place / 8] |= 0x80 >> UInt8(place % 8)
            }
            for _ in 0..<pixels.down { rows += line }
        }
        let perMetre = Int((1000 / pixel).rounded())
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + chunk("IHDR", bigEndian(across) + bigEndian(down) + [1, 0, 0, 0, 0])
            + chunk("pHYs", bigEndian(perMetre) + bigEndian(perMetre) + [1]) + chunk("IDAT", stored(rows))
            + chunk("IEND", [])
    }

    private func chunk(_ name: String, _ contents: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + contents
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in body {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return bigEndian(contents.count) + body + bigEndian(Int(~sum))
    }

    /// The bytes as a stream of zlib that leaves them as they are: the package they go into is compressed itself.
    private func stored(_ bytes: [UInt8]) -> [UInt8] {
        var stream: [UInt8] = [0x78, 0x01]
        var (a, b) = (1, 0)
        for byte in bytes {
            a = (a + Int(byte)) % 65521
            b = (b + a) % 65521
        }
        let limit = 0xFFFF
        var start = 0
        repeat {
            let end = min(bytes.count, start + limit)
            let count = end - start
            let low = [UInt8(count & 0xFF), UInt8(count >> 8)]
            stream += [end == bytes.count ? 1 : 0] + low + low.map { ~$0 } + bytes[start..<end]
            start = end
        } while start < bytes.count
        return stream + bigEndian(b << 16 | a)
    }

    private func bigEndian(_ number: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}
