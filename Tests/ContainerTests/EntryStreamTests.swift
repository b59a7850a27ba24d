import Container
import Diagnostics
import Testing

@Suite struct EntryStreamTests {
    private func pieces(of name: String, in archive: Archive, size: Int) throws -> [[UInt8]] {
        var stream = try archive.stream(name)
        var buffer = [UInt8](repeating: 0, count: size)
        var pieces: [[UInt8]] = []
        while true {
            let count = try stream.read(into: &buffer)
            if count == 0 { return pieces }
            pieces.append(Array(buffer[..<count]))
        }
    }

    @Test func `an entry comes in pieces that make its contents`() throws {
        let text = (0..<5000).map { "hàng \($0)\n" }.joined()
        let archive = try Archive(
            bytes: HandMadeZip(.init("a.xml", text), .init("b.xml", "b")).bytes, file: "a.zip")
        for size in [1, 1000, 1 << 20] {
            #expect(try pieces(of: "a.xml", in: archive, size: size).joined().elementsEqual(text.utf8))
        }
        #expect(try pieces(of: "b.xml", in: archive, size: 10) == [[UInt8(ascii: "b")]])
    }

    @Test func `two entries are read side by side`() throws {
        let archive = try Archive(
            bytes: HandMadeZip(.init("a", "aaaa"), .init("b", "bbbb")).bytes, file: "a.zip")
        var first = try archive.stream("a")
        var second = try archive.stream("b")
        var buffer = [UInt8](repeating: 0, count: 2)
        for _ in 0..<2 {
            #expect(try first.read(into: &buffer) == 2)
            #expect(buffer == Array("aa".utf8))
            #expect(try second.read(into: &buffer) == 2)
            #expect(buffer == Array("bb".utf8))
        }
        #expect(try first.read(into: &buffer) == 0)
    }

    @Test func `a wrong checksum shows at the end, and a missing entry at once`() throws {
        var entry = HandMadeZip.Entry("a", "aaaa")
        entry.crc = 7
        let archive = try Archive(bytes: HandMadeZip(entry).bytes, file: "a.zip")
        let failure = #expect(throws: Failure.self) { try pieces(of: "a", in: archive, size: 10) }
        #expect(failure?.diagnostics.first?.code == "container.checksum")
        let missing = #expect(throws: Failure.self) { _ = try archive.stream("x") }
        #expect(missing?.diagnostics.first?.code == "container.missing-entry")
    }
}
