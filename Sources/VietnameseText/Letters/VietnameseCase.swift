/// Capitals and small letters of Vietnamese by their bytes: the tables of Unicode take a hundred times as long.
///
/// The two of a pair are as long as each other, and differ in their last byte alone.
enum VietnameseCase {
    case upper, lower

    /// Nil for a text with letters of which this knows nothing.
    func applied(to text: String) -> String? {
        var bytes = Array(text.utf8)
        var place = 0
        while place < bytes.count {
            let first = bytes[place]
            if first < 0x80 {
                bytes[place] = cased(
                    first, isUpper: 0x41...0x5A ~= first, isLower: 0x61...0x7A ~= first, by: 0x20)
                place += 1
            } else if first < 0xE0, place + 1 < bytes.count {
                guard let last = last(of: first, bytes[place + 1]) else { return nil }
                bytes[place + 1] = last
                place += 2
            } else if first < 0xF0, place + 2 < bytes.count {
                guard let last = last(of: first, bytes[place + 1], bytes[place + 2]) else { return nil }
                bytes[place + 2] = last
                place += 3
            } else {
                return nil
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func cased(_ byte: UInt8, isUpper: Bool, isLower: Bool, by distance: UInt8) -> UInt8 {
        switch self {
        case .upper: isLower ? byte - distance : byte
        case .lower: isUpper ? byte + distance : byte
        }
    }

    private func last(of first: UInt8, _ second: UInt8) -> UInt8? {
        switch (first, second) {
        // Signs of U+0080…U+00BF, but for µ, which has a capital.
        case (0xC2, 0xB5): nil
        case (0xC2, _), (0xC3, 0x97), (0xC3, 0xB7): second
        case (0xC3, 0x9F), (0xC3, 0xBF): nil
        case (0xC3, _): cased(second, isUpper: second < 0xA0, isLower: second >= 0xA0, by: 0x20)
        // ă, đ, ĩ, ũ
        case (0xC4, 0x82), (0xC4, 0x90), (0xC4, 0xA8), (0xC5, 0xA8):
            cased(second, isUpper: true, isLower: false, by: 1)
        case (0xC4, 0x83), (0xC4, 0x91), (0xC4, 0xA9), (0xC5, 0xA9):
            cased(second, isUpper: false, isLower: true, by: 1)
        case (0xC6, 0xA0), (0xC6, 0xA1):
            cased(second, isUpper: second == 0xA0, isLower: second == 0xA1, by: 1)
        case (0xC6, 0xAF), (0xC6, 0xB0):
            cased(second, isUpper: second == 0xAF, isLower: second == 0xB0, by: 1)
        default: nil
        }
    }

    private func last(of first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt8? {
        switch (first, second) {
        // U+1EA0…U+1EFF: a capital, then its small letter.
        case (0xE1, 0xBA) where third >= 0xA0, (0xE1, 0xBB):
            cased(third, isUpper: third & 1 == 0, isLower: third & 1 == 1, by: 1)
        // Signs of U+2000…U+207F, but for the small letters there.
        case (0xE2, 0x80): third
        default: nil
        }
    }
}

extension String {
    /// A text of so many scalars, put together one by one: their view costs thousands of steps for a few.
    package init(of scalars: some Sequence<Unicode.Scalar>) {
        self.init()
        for scalar in scalars { unicodeScalars.append(scalar) }
    }
}
