internal import Container
internal import Diagnostics
internal import VietnameseText
internal import XMLTree

/// The texts that the cells of a workbook share: the one thing of it that is kept in memory.
final class SharedStrings: Sendable {
    private let bytes: [UInt8]
    private let ends: [Int]

    /// None.
    init() { (bytes, ends) = ([], []) }

    init(reading part: String, of archive: Archive) throws(Failure) {
        let collector = Collector()
        var reader = try PartReader(part, of: archive, ExcelNames.vocabulary, handler: collector)
        try reader.finish()
        (bytes, ends) = (collector.bytes, collector.ends)
    }

    /// Nil for a number that no text has.
    func text(_ index: Int) -> String? {
        guard ends.indices.contains(index) else { return nil }
        let start = index == 0 ? 0 : ends[index - 1]
        return String(decoding: bytes[start..<ends[index]], as: UTF8.self)
    }

    private final class Collector: XMLStreamHandler {
        var bytes: [UInt8] = []
        var ends: [Int] = []
        private var text = RichText()

        func start(_ name: Int?, _ attributes: borrowing XMLStreamAttributes) {
            guard let name = ExcelNames(name) else { return }
            if name == .sharedItem { text.clear() }
            text.start(name)
        }

        func end(_ name: Int?) {
            guard let name = ExcelNames(name) else { return }
            text.end(name)
            guard name == .sharedItem else { return }
            bytes += text.value.utf8
            ends.append(bytes.count)
        }

        func characters(_ bytes: borrowing Span<UInt8>) { text.add(bytes) }
    }
}

/// The text of `<si>` or `<is>`: of its runs together, without the signs that say how Chinese is spoken.
struct RichText {
    private var bytes = ByteBuffer()
    private var isInText = false
    private var isPhonetic = false

    mutating func clear() { bytes.clear() }

    mutating func start(_ name: ExcelNames) {
        switch name {
        case .text: isInText = !isPhonetic
        case .phonetic: isPhonetic = true
        default: break
        }
    }

    mutating func end(_ name: ExcelNames) {
        switch name {
        case .text: isInText = false
        case .phonetic: isPhonetic = false
        default: break
        }
    }

    mutating func add(_ piece: borrowing Span<UInt8>) { if isInText { bytes.append(copying: piece) } }

    /// In NFC, with `_x000D_` and its like as the characters they stand for.
    var value: String { RichText.decoded(bytes.bytes) }

    static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.count >= 7, bytes.contains(UInt8(ascii: "_")) else {
            return Normalization.nfc(String(decoding: bytes, as: UTF8.self))
        }
        var plain: [UInt8] = []
        var place = bytes.startIndex
        while place < bytes.endIndex {
            if let scalar = escaped(at: place, in: bytes) {
                plain += String(scalar).utf8
                place += 7
            } else {
                plain.append(bytes[place])
                place += 1
            }
        }
        return Normalization.nfc(String(decoding: plain, as: UTF8.self))
    }

    /// The character of `_xHHHH_`.
    private static func escaped(at place: Int, in bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
        guard place + 7 <= bytes.endIndex, bytes[place] == UInt8(ascii: "_"),
            bytes[place + 1] == UInt8(ascii: "x"), bytes[place + 6] == UInt8(ascii: "_"),
            let number = UInt32(String(decoding: bytes[place + 2..<place + 6], as: UTF8.self), radix: 16)
        else { return nil }
        return Unicode.Scalar(number)
    }
}
