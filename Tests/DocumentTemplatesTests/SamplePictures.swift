import FoundationEssentials

/// Small pictures, as bytes.
enum SamplePicture {
    /// A red PNG of 96 × 48 dots, without a density: one inch wide.
    static let png = decoded(
        "iVBORw0KGgoAAAANSUhEUgAAAGAAAAAwCAIAAABhdOiYAAAAVklEQVR42u3QQQkAAAgEsEty/aMYywb+hcESLNNyiAJBggQJEiRIkCAECRIkSJAgQYIQJEiQIEGCBAlCkCBBggQJEiRIEIIECRIkSJAgQQgSJEiQoB8W8ilJD23PgXMAAAAASUVORK5CYII="
    )
    static let svg = Array(
        #"<svg xmlns="http://www.w3.org/2000/svg" width="20mm" height="10mm"><rect width="9" height="9"/></svg>"#
            .utf8)
    /// The head of a JPEG of 200 × 100 dots, 200 an inch, and its end: enough to be measured.
    static let jpeg: [UInt8] =
        [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] + Array("JFIF\0".utf8) + [1, 1, 1, 0, 200, 0, 200, 0, 0] + [
            0xFF, 0xC0, 0, 11, 8, 0, 100, 0, 200, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 2, 0, 0xFF, 0xD9,
        ]

    /// The head of a JPEG of 96 × 48 dots with this orientation of EXIF, in the camera's order of bytes, and its end.
    static func photo(_ orientation: UInt8, isLittle: Bool = false, density: [UInt8] = []) -> [UInt8] {
        let head: [UInt8] =
            isLittle
            ? Array("II".utf8) + [42, 0, 8, 0, 0, 0, 1, 0] : Array("MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 1]
        let entry: [UInt8] =
            isLittle
            ? [0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]
            : [1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
        var exif = Array("Exif\0\0".utf8)
        exif += head
        exif += entry
        exif += [0, 0, 0, 0]
        var bytes: [UInt8] = [0xFF, 0xD8]
        bytes += density
        bytes += [0xFF, 0xE1, 0, UInt8(exif.count + 2)]
        bytes += exif
        bytes += [0xFF, 0xC0, 0, 11, 8, 0, 48, 0, 96, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 2, 0, 0xFF, 0xD9]
        return bytes
    }

    /// The head of a picture of so many dots, and its end.
    static func png(width: UInt32, height: UInt32) -> [UInt8] {
        func bytes(_ number: UInt32) -> [UInt8] { (0..<4).map { UInt8(number >> (24 - 8 * $0) & 0xFF) } }
        func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
            bytes(UInt32(body.count)) + Array(name.utf8) + body + [0, 0, 0, 0]
        }
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + chunk("IHDR", bytes(width) + bytes(height) + [8, 0, 0, 0, 0]) + chunk("IDAT", [1])
            + chunk("IEND", [])
    }

    private static func decoded(_ text: String) -> [UInt8] {
        Data(base64Encoded: text).map { [UInt8]($0) } ?? []
    }
}
