/// Where a text stands in Vietnamese order: keys are made once and compared byte by byte.
///
/// Order is by syllable: first the letters of a syllable (a ă â b c d đ e ê …), then its tone (ngang, huyền, hỏi, ngã, sắc, nặng), then
/// the next syllable; so `hoa c` is before `hòa b`. Where the tone mark sits makes no difference (`hòa` and `hoà`), nor do case and
/// punctuation; digits count by their number, before letters. Texts that differ only in what makes no difference have equal keys.
public struct SortKey: Hashable, Sendable, Comparable {
    private let bytes: [UInt8]

    /// The key of a text read from its beginning.
    public init(_ text: String) {
        var writer = SortKeyWriter()
        writer.add(Normalization.nfc(text))
        bytes = writer.bytes
    }

    /// The key of a person: by given name, then family name, then what is between.
    public init(personNamed fullName: String) {
        var writer = SortKeyWriter()
        if let name = PersonName(fullName) {
            writer.add(name.given)
            writer.add(name.family)
            writer.add(name.middle)
        }
        bytes = writer.bytes
    }

    /// Whether the text of `a` stands before that of `b`.
    public static func < (a: Self, b: Self) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }
}

extension Sequence {
    /// The elements in Vietnamese order of their texts; equals keep their order.
    public func inVietnameseOrder(of text: (Element) throws -> String) rethrows -> [Element] {
        try map { (SortKey(try text($0)), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// The elements in the order of people's names, given names first; equals keep their order.
    public func inNameOrder(of fullName: (Element) throws -> String) rethrows -> [Element] {
        try map { (SortKey(personNamed: try fullName($0)), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
}

/// Writes syllables as `letters 01 tones 00`: what ends a syllable is less than any letter.
private struct SortKeyWriter {
    private(set) var bytes: [UInt8] = []
    private var tones: [UInt8] = []
    private var isInSyllable = false

    mutating func add(_ text: String) {
        bytes.reserveCapacity(bytes.count + text.utf8.count + 8)
        var digits: [UInt8] = []
        for scalar in text.unicodeScalars {
            if ("0"..."9").contains(scalar) {
                digits.append(UInt8(truncatingIfNeeded: scalar.value))
                continue
            }
            if !digits.isEmpty {
                addNumber(digits)
                digits = []
            }
            if let letter = Letter(scalar) {
                isInSyllable = true
                bytes.append(SortKeyWriter.firstLetter + letter.place)
                if letter.tone != .ngang { tones.append(letter.tone.rawValue + 1) }
            } else if (0x300...0x36F).contains(scalar.value) {
                continue
            } else if scalar.properties.isAlphabetic {
                isInSyllable = true
                bytes.append(SortKeyWriter.foreign)
                bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
            } else {
                endSyllable()
            }
        }
        if !digits.isEmpty { addNumber(digits) }
        endSyllable()
    }

    /// A number by its length, then its digits: 2 is before 10.
    private mutating func addNumber(_ digits: [UInt8]) {
        isInSyllable = true
        let significant = digits.drop { $0 == UInt8(ascii: "0") }
        bytes.append(SortKeyWriter.number)
        bytes.append(UInt8(clamping: significant.count))
        bytes.append(contentsOf: significant)
    }

    private mutating func endSyllable() {
        guard isInSyllable else { return }
        bytes.append(1)
        bytes.append(contentsOf: tones)
        bytes.append(0)
        tones.removeAll(keepingCapacity: true)
        isInSyllable = false
    }

    private static let number: UInt8 = 0x10
    private static let firstLetter: UInt8 = 0x20
    private static let foreign: UInt8 = 0x7F
}
