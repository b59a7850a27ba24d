public import Diagnostics

/// A character that is not what it looks like, or looks like nothing.
public struct JunkCharacter: Hashable, Sendable {
    /// The character itself.
    public let scalar: Unicode.Scalar
    /// Where it begins, in UTF-8 bytes.
    public let offset: Int
    /// What is the matter with it.
    public let kind: Kind

    /// What can be the matter with a character.
    public enum Kind: Hashable, Sendable, CaseIterable {
        /// U+00A0, U+202F: a space that keeps words together.
        case noBreakSpace
        /// U+200B, U+200C, U+200D, U+2060: no width at all.
        case zeroWidth
        /// U+FEFF, the byte order mark.
        case byteOrderMark
        /// U+00AD: a hyphen that shows only at a line's end.
        case softHyphen
        /// Ð, ð, Ɖ, ɖ: the Icelandic or African letter in place of Đ, đ.
        case lookAlike
        /// A control character other than tab and line ends.
        case control
        /// U+FFFD: a letter was lost before.
        case replacement
    }

    /// What should stand there; nil where the right letter cannot be known.
    public var remedy: String? {
        switch kind {
        case .noBreakSpace: " "
        case .zeroWidth, .byteOrderMark, .softHyphen, .control: ""
        case .lookAlike: scalar == "\u{D0}" || scalar == "\u{189}" ? "Đ" : "đ"
        case .replacement: nil
        }
    }

    /// All of them, in order.
    public static func all(in text: String) -> [JunkCharacter] {
        var found: [JunkCharacter] = []
        var offset = 0
        for scalar in text.unicodeScalars {
            if let kind = kind(of: scalar) {
                found.append(JunkCharacter(scalar: scalar, offset: offset, kind: kind))
            }
            offset += UTF8.width(scalar)
        }
        return found
    }

    /// `text` with the remedy in place of each that has one.
    public static func replaced(in text: String) -> String {
        guard text.unicodeScalars.contains(where: { kind(of: $0) != nil }) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let kind = kind(of: scalar),
                let remedy = JunkCharacter(scalar: scalar, offset: 0, kind: kind).remedy
            {
                scalars.append(contentsOf: remedy.unicodeScalars)
            } else {
                scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    private static func kind(of scalar: Unicode.Scalar) -> Kind? {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: nil
        case 0..<0x20, 0x7F..<0xA0: .control
        case 0xA0, 0x202F: .noBreakSpace
        case 0xAD: .softHyphen
        case 0xD0, 0xF0, 0x189, 0x256: .lookAlike
        case 0x200B...0x200D, 0x2060: .zeroWidth
        case 0xFEFF: .byteOrderMark
        case 0xFFFD: .replacement
        default: nil
        }
    }

    /// The character as a warning, `U+00A0` and what it is.
    public func diagnostic(at location: Location) -> Diagnostic {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        let name = kind.name
        return Diagnostic(
            "text.junk-character",
            Wording(
                "có ký tự lạ \(code) (\(name.vietnamese))",
                en: "a stray character \(code) (\(name.english))"
            ),
            severity: .warning,
            at: location,
            fix: remedyWording
        )
    }

    private var remedyWording: Wording {
        switch remedy {
        case nil: Wording("gõ lại chữ này", en: "type this letter again")
        case "": Wording("xóa ký tự này", en: "delete it")
        case " ": Wording("thay bằng dấu cách thường", en: "put a plain space in its place")
        case .some(let letter):
            Wording("thay bằng chữ \(letter)", en: "put the letter \(letter) in its place")
        }
    }
}

extension JunkCharacter.Kind {
    /// What such a character is called.
    public var name: Wording {
        switch self {
        case .noBreakSpace: Wording("dấu cách không ngắt", en: "no-break space")
        case .zeroWidth: Wording("ký tự không có bề rộng", en: "zero-width character")
        case .byteOrderMark: Wording("dấu thứ tự byte", en: "byte order mark")
        case .softHyphen: Wording("dấu gạch nối mềm", en: "soft hyphen")
        case .lookAlike: Wording("chữ giống Đ, đ nhưng không phải", en: "a letter that looks like Đ, đ")
        case .control: Wording("ký tự điều khiển", en: "control character")
        case .replacement: Wording("chữ đã mất khi chuyển mã", en: "a letter lost in conversion")
        }
    }
}
