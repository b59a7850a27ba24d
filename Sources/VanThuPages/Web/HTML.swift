/// A piece of a page: what is put into it as text cannot become markup.
///
/// Written as a string literal, whose own letters are markup; interpolated text is escaped, interpolated `HTML` is not.
struct HTML: Sendable, ExpressibleByStringInterpolation {
    private(set) var text: String

    init(stringLiteral text: String) { self.text = text }

    init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

    static let nothing: HTML = ""

    static func += (a: inout HTML, b: HTML) { a.text += b.text }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        mutating func appendLiteral(_ literal: String) { text += literal }
        mutating func appendInterpolation(_ words: String) { text += HTML.escaped(words) }
        mutating func appendInterpolation(_ words: Substring) { text += HTML.escaped(String(words)) }
        mutating func appendInterpolation(_ number: Int) { text += String(number) }
        mutating func appendInterpolation(_ piece: HTML) { text += piece.text }
        mutating func appendInterpolation(_ piece: HTML?) { if let piece { text += piece.text } }
        mutating func appendInterpolation(_ pieces: [HTML]) { for piece in pieces { text += piece.text } }
        /// The piece where the condition holds.
        mutating func appendInterpolation(_ piece: @autoclosure () -> HTML, if condition: Bool) {
            if condition { text += piece().text }
        }
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case 0, 0x22, 0x26, 0x27, 0x3C, 0x3E: true
        default: false
        }
    }

    private static func escaped(_ words: String) -> String {
        guard words.utf8.contains(where: isMark) else { return words }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(words.utf8.count + 32)
        for byte in words.utf8 {
            switch byte {
            case 0x26: bytes += "&amp;".utf8
            case 0x3C: bytes += "&lt;".utf8
            case 0x3E: bytes += "&gt;".utf8
            case 0x22: bytes += "&quot;".utf8
            case 0x27: bytes += "&#39;".utf8
            case 0: bytes += "\u{FFFD}".utf8
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
