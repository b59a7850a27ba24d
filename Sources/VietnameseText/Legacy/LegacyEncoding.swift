/// A way Vietnamese letters were stored before Unicode: as the Western letters of the same bytes, which only a font of that
/// encoding showed as Vietnamese.
package enum LegacyEncoding: Hashable, Sendable, CaseIterable {
    /// TCVN 5712:1993 without capitals of its own, called ABC: fonts such as `.VnTime`.
    case tcvn3
    /// VNI for Windows: a letter and then its mark; fonts such as `VNI-Times`.
    case vni
    /// RFC 1456: one character for every letter.
    case viscii

    /// What people call it.
    package var name: String {
        switch self {
        case .tcvn3: "TCVN3 (ABC)"
        case .vni: "VNI"
        case .viscii: "VISCII"
        }
    }

    /// The encoding that a font of this name shows; nil for a font of Unicode, or of an encoding not known here.
    package static func of(font: String) -> LegacyEncoding? { LegacyFont(named: font)?.encoding }

    /// `text` in Unicode, composed; what is no character of the encoding stays as it is.
    package func unicode(of text: String) -> String {
        Normalization.nfc(LetterChange.applied(changes(in: text), to: [text]).first ?? text)
    }

    /// What makes `text` Unicode.
    package func changes(in text: String) -> [LetterChange] {
        // Printed ASCII is the same everywhere, and only with other characters does it make letters.
        guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x80 }) else { return [] }
        let scalars = Array(text.unicodeScalars)
        var changes: [LetterChange] = []
        var place = 0
        while place < scalars.count {
            guard let (letter, length) = letter(at: place, in: scalars) else {
                place += 1
                continue
            }
            changes.append(LetterChange(place..<place + length, replacement: letter))
            place += length
        }
        return changes
    }

    /// The letter that begins at a place, and how many characters it takes.
    private func letter(at place: Int, in scalars: [Unicode.Scalar]) -> (letter: String, length: Int)? {
        switch self {
        case .tcvn3: LegacyTables.tcvn3[LegacyTables.byte(of: scalars[place])].map { ($0, 1) }
        case .viscii: LegacyTables.viscii[LegacyTables.byte(of: scalars[place])].map { ($0, 1) }
        case .vni: VNILetters.letter(at: place, in: scalars)
        }
    }
}

/// A font that shows a legacy encoding, by its name.
package struct LegacyFont: Hashable, Sendable {
    /// The name without quotation marks, as the file has it.
    package let name: String
    package let encoding: LegacyEncoding
    /// Whether it shows every letter as a capital: `.VnTimeH`.
    package let capitals: Capitals

    /// When a font shows capitals.
    package enum Capitals: Hashable, Sendable { case asTyped, always }

    /// Nil for the name of any other font.
    package init?(named name: String) {
        // Most fonts are told apart by their first letter.
        guard let first = name.utf8.first, ".vV'\"".utf8.contains(first) else { return nil }
        let plain = name.filter { $0 != "'" && $0 != "\"" }
        let folded = plain.lowercased()
        self.name = plain
        if folded.hasPrefix("vni-") || folded.hasPrefix("vni ") {
            encoding = .vni
            capitals = .asTyped
        } else if folded.hasPrefix(".vn"), folded.count > 3, !folded.hasPrefix(".vni"),
            !folded.hasPrefix(".vnpost")
        {
            encoding = .tcvn3
            capitals = Self.family(plain).hasSuffix("H") ? .always : .asTyped
        } else {
            return nil
        }
    }

    /// `text` as it looks in this font, in Unicode, composed.
    package func unicode(of text: String) -> String {
        let letters = encoding.unicode(of: text)
        switch capitals {
        case .asTyped: return letters
        case .always: return LetterCase.upper(letters)
        }
    }

    /// The name without the weights that some programs put behind it.
    private static func family(_ name: String) -> String {
        var name = name[...]
        var isCut = true
        while isCut {
            isCut = false
            for weight in [" bold", " italic", " regular", " normal"]
            where name.lowercased().hasSuffix(weight) {
                name = name.dropLast(weight.count)
                isCut = true
            }
        }
        return String(name)
    }
}
