import Testing
import VietnameseText

@Suite struct PlainText {
    /// The letters that never compose or fall apart, and the punctuation behind the two spaces that do.
    private func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x300, 0x1E00..<0x1F00, 0x2002..<0x2040: true
        default: false
        }
    }

    @Test func `bytes are plain only where they are UTF-8 of plain letters`() {
        let bytes: [UInt8] = [
            0x00, 0x41, 0x7F, 0x80, 0x81, 0x82, 0x8F, 0xB7, 0xB8, 0xBB, 0xBC, 0xBF, 0xC0, 0xC1, 0xC2, 0xCB,
            0xCC, 0xE0, 0xE1, 0xE2, 0xE3, 0xF0, 0xFF,
        ]
        for first in bytes {
            for second in bytes {
                for third in bytes {
                    for text in [
                        [first], [first, second], [first, second, third], [0x41, first, second, third, 0x41],
                    ] {
                        let expected =
                            String(validating: text, as: UTF8.self)?.unicodeScalars.allSatisfy(isPlain)
                            ?? false
                        #expect(Normalization.isPlainlyNFC(utf8: text.span) == expected, "\(text)")
                    }
                }
            }
        }
    }

    @Test(arguments: 0..<24) func `eight bytes are the eight of the text, and letters behind its end`(
        place: Int
    ) {
        let text = (0..<24).map { UInt8(0x30 + $0) }
        for end in place...24 {
            let expected = (0..<8).map { place + $0 < end ? text[place + $0] : 0x41 }
            let word = EightBytes(of: Array(text[..<end]).span, at: place).word
            #expect((0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(8 * $0)) } == expected)
        }
    }
}
