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

    private static func decoded(_ text: String) -> [UInt8] {
        Data(base64Encoded: text).map { [UInt8]($0) } ?? []
    }
}
