/// The formats of pictures that word processors keep as files of their own, told by the first bytes.
package enum PictureFormat: String, Hashable, Sendable, CaseIterable {
    case png, jpeg, gif, bmp, tiff, emf, wmf, svg

    /// Nil for bytes that are no picture, or one that few programs read.
    package init?(recognising bytes: [UInt8]) {
        func begins(_ start: String, at place: Int = 0) -> Bool {
            bytes.dropFirst(place).starts(with: start.utf8)
        }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if begins("GIF87a") || begins("GIF89a") {
            self = .gif
        } else if begins("BM"), bytes.count > 26 {
            self = .bmp
        } else if begins("II*\0") || begins("MM\0*") {
            self = .tiff
        } else if bytes.starts(with: [1, 0, 0, 0]), begins(" EMF", at: 40) {
            self = .emf
        } else if bytes.starts(with: [0xD7, 0xCD, 0xC6, 0x9A]) || bytes.starts(with: [1, 0, 9, 0, 0, 3]) {
            self = .wmf
        } else if bytes.prefix(1000).contains(UInt8(ascii: "<")),
            Array(bytes.prefix(4000)).holds(Array("<svg".utf8))
        {
            self = .svg
        } else {
            return nil
        }
    }

    package var mediaType: String {
        switch self {
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .gif: "image/gif"
        case .bmp: "image/bmp"
        case .tiff: "image/tiff"
        case .emf: "image/x-emf"
        case .wmf: "image/x-wmf"
        case .svg: "image/svg+xml"
        }
    }

    package var fileExtension: String { rawValue }

    /// Whether its bytes are packed already.
    package var isCompressed: Bool {
        switch self {
        case .png, .jpeg, .gif: true
        case .bmp, .tiff, .emf, .wmf, .svg: false
        }
    }
}
