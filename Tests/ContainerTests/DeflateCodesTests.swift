import TestSupport
import Testing

@testable import Container

struct DeflateCodesTests {
    /// Paragraphs of words that come again as often as those of a letter.
    private func text(of count: Int, _ random: inout SeededGenerator) -> [UInt8] {
        let onsets = [
            "", "b", "c", "ch", "d", "đ", "g", "h", "kh", "l", "m", "n", "ng", "ph", "qu", "t", "th", "tr",
            "v",
        ]
        let rimes = [
            "a", "anh", "ầu", "ăm", "ấp", "e", "ên", "iện", "ính", "oạch", "ô", "ợp", "ương", "uyết", "ự",
            "ý",
        ]
        var text: [UInt8] = []
        while text.count < count {
            text += Array("<text:p text:style-name=\"P\(Int.random(in: 1...9, using: &random))\">".utf8)
            for _ in 0..<Int.random(in: 3...12, using: &random) {
                text += Array(
                    (onsets[Int.random(in: onsets.indices, using: &random)]
                        + rimes[Int.random(in: rimes.indices, using: &random)] + " ").utf8)
            }
            text += Array("</text:p>".utf8)
        }
        return Array(text.prefix(count))
    }

    private func archive(_ contents: [([UInt8], DeflateCodes?)]) throws -> Archive {
        var writer = ArchiveWriter()
        for (number, (bytes, codes)) in contents.enumerated() {
            writer.add("\(number)", bytes: bytes, compression: .fast, codes: codes)
        }
        return try Archive(bytes: writer.bytes(), file: "a")
    }

    @Test func `texts with codes, without them and with others follow one another`() throws {
        var random = SeededGenerator(seed: 1)
        let pattern = text(of: 2000, &random)
        let one = DeflateCodes(pattern: pattern)
        let other = DeflateCodes(pattern: [])
        let lengths = [0, 1, 300, DeflateCodes.longestText, DeflateCodes.longestText + 1, 100_000]
        var contents: [([UInt8], DeflateCodes?)] = []
        for length in lengths {
            for codes in [one, nil, other, one] { contents.append((text(of: length, &random), codes)) }
            contents.append(((0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }, one))
        }
        let archive = try archive(contents)
        for (number, (bytes, _)) in contents.enumerated() {
            #expect(try archive.contents(of: "\(number)") == bytes)
        }
    }

    @Test func `short texts are within a quarter of zlib's level 1, and longer ones have codes of their own`()
        throws
    {
        var random = SeededGenerator(seed: 2)
        let codes = DeflateCodes(pattern: text(of: 2000, &random))
        for length in [500, 1500, 5000, DeflateCodes.longestText] {
            let bytes = text(of: length, &random)
            var zlib = ArchiveWriter()
            zlib.add("0", bytes: bytes, compression: .deflated(level: 1))
            let level1 = try Archive(bytes: zlib.bytes(), file: "a").entries[0].compressedSize
            let size = try archive([(bytes, codes)]).entries[0].compressedSize
            #expect(Double(size) <= 1.25 * Double(level1), "\(length): \(size), \(level1)")
        }
        let long = text(of: DeflateCodes.longestText + 1, &random)
        let sizes = try archive([(long, codes), (long, nil)]).entries.map(\.compressedSize)
        #expect(sizes[0] == sizes[1])
    }

    @Test func `a long text that comes in chunks has codes of its own`() throws {
        var random = SeededGenerator(seed: 3)
        let bytes = text(of: 200_000, &random)
        let codes = DeflateCodes(pattern: [])
        func size(_ codes: DeflateCodes?) throws -> Int {
            var writer = ArchiveWriter()
            var rest = bytes[...]
            writer.add("a", compression: .fast, codes: codes) { chunk in
                chunk += rest.prefix(1 << 16)
                rest = rest.dropFirst(1 << 16)
            }
            let archive = try Archive(bytes: writer.bytes(), file: "a")
            #expect(try archive.contents(of: "a") == bytes)
            return archive.entries[0].compressedSize
        }
        #expect(try size(codes) == size(nil))
    }
}
