import Container
import TestSupport
import Testing

@Suite struct CompoundFiles {
    @Test(arguments: [
        (["1Table", "WordDocument"], CompoundFile.Content.wordDocument),
        (["a", "b", "c", "d", "e", "f", "WordDocument"], .wordDocument),
        (["EncryptionInfo", "EncryptedPackage"], .encrypted), (["Workbook"], .workbook),
        (["Book"], .workbook), (["x"], .other),
    ]) func `the directory tells what is inside`(names: [String], content: CompoundFile.Content) throws {
        let file = try #require(CompoundFile(HandMadeCompoundFile(names: names).bytes))
        #expect(file.content == content)
        #expect(!file.hasMacros)
    }

    @Test func `a Word document with a password says so in its first bytes`() throws {
        let flagged: [UInt8] = [0xEC, 0xA5, 0xC1, 0, 0, 0, 0, 0, 0, 0, 0x00, 0x01]
        let file = HandMadeCompoundFile(names: ["WordDocument"], stream: flagged)
        #expect(CompoundFile(file.bytes)?.content == .encrypted)
    }

    @Test func `programs inside are noticed`() {
        let file = HandMadeCompoundFile(names: ["Macros", "WordDocument"])
        #expect(CompoundFile(file.bytes)?.hasMacros == true)
    }

    @Test func `other bytes are no compound file`() {
        #expect(CompoundFile([]) == nil)
        #expect(CompoundFile(Array("PK\u{3}\u{4}".utf8)) == nil)
    }

    @Test func `a directory that leads to itself comes to an end`() {
        var bytes = HandMadeCompoundFile(names: ["a", "b", "c", "d", "e", "WordDocument"]).bytes
        // The directory's second sector is followed by its first.
        bytes[512 + 8] = 1
        (bytes[512 + 9], bytes[512 + 10], bytes[512 + 11]) = (0, 0, 0)
        #expect(CompoundFile(bytes)?.content == .wordDocument)
    }

    @Test func `a file cut short anywhere is still only a file`() {
        let bytes = HandMadeCompoundFile(names: ["Macros", "1Table", "Data", "Extra", "WordDocument"]).bytes
        var contents: Set<CompoundFile.Content> = []
        for length in stride(from: 8, to: bytes.count, by: 61) {
            guard let file = CompoundFile(Array(bytes[..<length])) else { continue }
            contents.insert(file.content)
        }
        #expect(contents == [.other, .wordDocument])
    }
}
