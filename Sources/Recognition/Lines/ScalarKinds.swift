extension Unicode.Scalar {
    @inlinable package var isBlank: Bool { self == " " || self == "\t" || self == "\u{A0}" }
    @inlinable package var isDigit: Bool { ("0"..."9").contains(self) }
    /// A letter, or a mark on one.
    ///
    /// The letters of Vietnamese are told by their numbers: the tables of Unicode take ten times as long.
    @inlinable package var isLetter: Bool {
        switch value {
        case ..<0x80: (0x41...0x5A).contains(value & 0xDF)
        case 0xC0...0x24F: value != 0xD7 && value != 0xF7
        case 0x300...0x36F, 0x1E00...0x1EFF: true
        case 0x2000...0x206F: false
        default: properties.isAlphabetic
        }
    }
    @inlinable package var isUpper: Bool {
        switch value {
        case ..<0x80: (0x41...0x5A).contains(value)
        case 0xC0...0xDE: value != 0xD7
        case 0xDF...0xFF: false
        case 0x100...0x137, 0x1EA0...0x1EF9: value & 1 == 0
        case 0x1A0...0x1A1: value == 0x1A0
        case 0x1AF...0x1B0: value == 0x1AF
        default: properties.isUppercase
        }
    }
    @inlinable package var isLower: Bool {
        switch value {
        case ..<0x80: (0x61...0x7A).contains(value)
        case 0xC0...0xDE: false
        case 0xDF...0xFF: value != 0xF7
        case 0x100...0x137, 0x1EA0...0x1EF9: value & 1 == 1
        case 0x1A0...0x1A1: value == 0x1A1
        case 0x1AF...0x1B0: value == 0x1B0
        case 0x2000...0x206F: false
        default: properties.isLowercase
        }
    }
}

extension String {
    /// Whether people see a letter or a number in it.
    package var hasLetterOrNumber: Bool {
        // Plain ones tell at once; letters as people see them take long to part.
        utf8.contains { 0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 & 0xDF }
            || contains { $0.isLetter || $0.isNumber }
    }
}
