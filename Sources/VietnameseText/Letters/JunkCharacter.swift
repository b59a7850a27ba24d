package import Diagnostics

/// A character that is not what it looks like, or looks like nothing.
package struct JunkCharacter: Hashable, Sendable {
    /// The character itself.
    package let scalar: Unicode.Scalar
    /// Where it begins, in UTF-8 bytes.
    package let offset: Int
    /// What is the matter with it.
    package let kind: Kind

    /// What can be the matter with a character.
    package enum Kind: Hashable, Sendable, CaseIterable {
        /// U+00A0, U+202F and others: a space that keeps words together.
        case noBreakSpace
        /// A space of some other width, or a line end that no key makes.
        case oddSpace
        /// U+200B, U+200C, U+200D, U+2060 and the marks of writing direction: no width at all.
        case zeroWidth
        /// U+FEFF, the byte order mark.
        case byteOrderMark
        /// U+00AD: a hyphen that shows only at a line's end.
        case softHyphen
        /// The Icelandic Ð for Đ, ǎ for ă, a Cyrillic or Greek letter inside a word: another letter that looks the same.
        case lookAlike
        /// A control character other than tab and line ends.
        case control
        /// U+FFFD: a letter was lost before.
        case replacement
    }

    /// What should stand there; nil where the right letter cannot be known.
    package var remedy: String? {
        switch kind {
        case .noBreakSpace, .oddSpace: " "
        case .zeroWidth, .byteOrderMark, .softHyphen, .control: ""
        case .lookAlike: LookAlikes.letter(for: scalar).map { String($0) }
        case .replacement: nil
        }
    }

    /// All of them, in order.
    package static func all(in text: String) -> [JunkCharacter] {
        guard text.unicodeScalars.contains(where: isSuspect) else { return [] }
        let scalars = Array(text.unicodeScalars)
        var found: [JunkCharacter] = []
        var offset = 0
        for (place, scalar) in scalars.enumerated() {
            if let kind = kind(at: place, in: scalars) {
                found.append(JunkCharacter(scalar: scalar, offset: offset, kind: kind))
            }
            offset += UTF8.width(scalar)
        }
        return found
    }

    /// `text` with the remedy in place of each that has one; in NFC where a letter was replaced.
    package static func replaced(in text: String) -> String {
        let junk = all(in: text)
        guard !junk.isEmpty else { return text }
        var rest = junk[...]
        var scalars = String.UnicodeScalarView()
        var offset = 0
        for scalar in text.unicodeScalars {
            if let next = rest.first, next.offset == offset {
                scalars.append(contentsOf: (next.remedy ?? String(scalar)).unicodeScalars)
                rest.removeFirst()
            } else {
                scalars.append(scalar)
            }
            offset += UTF8.width(scalar)
        }
        let result = String(scalars)
        return junk.contains { $0.kind == .lookAlike } ? Normalization.nfc(result) : result
    }

    /// Whether a character can be one of them at all.
    private static func isSuspect(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20..<0x7F, 0x09, 0x0A, 0x0D: false
        // The letters of Vietnamese.
        case 0x1E00..<0x1F00, 0x1A0..<0x1B1: false
        // Quotation marks, dashes, dots.
        case 0x2010..<0x2028, 0x2030..<0x203B: false
        case 0xC0..<0x180: [0xD0, 0xF0, 0x131].contains(scalar.value)
        default: kind(of: scalar) != nil
        }
    }

    private static func kind(at place: Int, in scalars: [Unicode.Scalar]) -> Kind? {
        let scalar = scalars[place]
        guard isSuspect(scalar), let kind = kind(of: scalar) else { return nil }
        switch kind {
        case .lookAlike: return LookAlikes.standsForAnother(at: place, in: scalars) ? kind : nil
        // A picture made of several.
        case .zeroWidth where scalar == "\u{200D}" && place > 0 && isPicture(scalars[place - 1]): return nil
        default: return kind
        }
    }

    private static func isPicture(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0xFE0F || scalar.value >= 0x1F000 || scalar.properties.isEmojiPresentation
    }

    private static func kind(of scalar: Unicode.Scalar) -> Kind? {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: nil
        case 0..<0x20, 0x7F..<0xA0, 0xFFF9...0xFFFB: .control
        case 0xA0, 0x202F, 0x2007: .noBreakSpace
        case 0x2000...0x2006, 0x2008...0x200A, 0x2028, 0x2029, 0x205F, 0x3000: .oddSpace
        case 0xAD: .softHyphen
        case 0x034F, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069: .zeroWidth
        case 0xFEFF: .byteOrderMark
        case 0xFFFD: .replacement
        default: LookAlikes.letter(for: scalar) == nil ? nil : .lookAlike
        }
    }

    /// The character as a warning, `U+00A0` and what it is.
    package func diagnostic(at location: Location) -> Diagnostic {
        Diagnostic(
            "text.junk-character",
            Wording("có ký tự lạ \(name.vietnamese)", en: "a stray character \(name.english)"),
            severity: .warning, at: location, fix: remedyWording)
    }

    /// `U+00A0 (dấu cách không ngắt)`.
    package var name: Wording {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return Wording("\(code) (\(kind.name.vietnamese))", en: "\(code) (\(kind.name.english))")
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
    package var name: Wording {
        switch self {
        case .noBreakSpace: Wording("dấu cách không ngắt", en: "no-break space")
        case .oddSpace: Wording("dấu cách khác thường", en: "unusual space")
        case .zeroWidth: Wording("ký tự không có bề rộng", en: "zero-width character")
        case .byteOrderMark: Wording("dấu thứ tự byte", en: "byte order mark")
        case .softHyphen: Wording("dấu gạch nối mềm", en: "soft hyphen")
        case .lookAlike: Wording("chữ khác trông giống chữ Việt", en: "another letter that looks the same")
        case .control: Wording("ký tự điều khiển", en: "control character")
        case .replacement: Wording("chữ đã mất khi chuyển mã", en: "a letter lost in conversion")
        }
    }
}
