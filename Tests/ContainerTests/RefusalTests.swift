import Container
import Diagnostics
import FoundationEssentials
import TestSupport
import Testing

struct RefusalTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let codes: [String]
        let bytes: [UInt8]

        init(_ name: String, _ codes: String..., bytes: [UInt8]) {
            testDescription = name
            self.codes = codes.map { "container.\($0)" }
            self.bytes = bytes
        }

        init(
            _ name: String, _ codes: String..., zip: HandMadeZip,
            changing change: (inout HandMadeZip) -> Void = { _ in }
        ) {
            var zip = zip
            change(&zip)
            testDescription = name
            self.codes = codes.map { "container.\($0)" }
            bytes = zip.bytes
        }
    }

    private static let plain = HandMadeZip(
        .init("[Content_Types].xml"), .init("word/document.xml", "nội dung"))

    static let cases: [Case] = [
        Case("nothing", "empty", bytes: []), Case("no entries", "empty", zip: HandMadeZip()),
        Case("one byte", "not-a-zip", bytes: [7]),
        Case("an end that is missing", "truncated", bytes: Array(plain.bytes.dropLast())),
        Case("a beginning only", "truncated", bytes: Array(plain.bytes.prefix(10))),
        Case("something before the archive", "damaged", zip: plain) { $0.prefix = Array("MZ".utf8) },
        Case("two archives back to back", "damaged", bytes: plain.bytes + plain.bytes),
        Case("one name twice", "duplicate-entry", zip: HandMadeZip(.init("a", "1"), .init("a", "2"))),
        Case(
            "one name in two cases", "duplicate-entry", zip: HandMadeZip(.init("Ảnh.xml"), .init("ảnh.XML"))),
        Case("something after the archive", "damaged", bytes: plain.bytes + Array("rác".utf8)),
        Case("a password", "encrypted", zip: plain) { $0.entries[1].flags = 1 },
        Case("bzip2", "compression-method", zip: plain) { $0.entries[1].method = 12 },
        Case("a symbolic link", "symlink", zip: plain) {
            $0.entries[1].madeBy = 3 << 8 | 20
            $0.entries[1].attributes = 0o120777 << 16
        },
        Case("another name in the entry's own header", "damaged", zip: plain) {
            $0.entries[1].localName = Array("word/Document.xml".utf8)
        },
        Case("a second, Unicode name", "unsafe-name", zip: plain) {
            let name = Array("word/document2.xml".utf8)
            let field = [1] + little(Int(checksum($0.entries[1].name)), 4) + name
            $0.entries[1].extra = little(0x7075, 2) + little(field.count, 2) + field
        },
        Case("a name that is no UTF-8", "unsafe-name", zip: plain) {
            $0.entries[1].name = [0x61, 0xFF, 0x62]
        },
        Case(
            "every fault at once", "unsafe-name", "encrypted", "symlink",
            zip: HandMadeZip(.init("../a"), .init("b"), .init("c"))
        ) {
            $0.entries[1].flags = 1
            $0.entries[2].madeBy = 3 << 8
            $0.entries[2].attributes = 0xA000 << 16
        },
    ]

    @Test(arguments: cases) func `a bad archive is refused with its reasons`(bad: Case) {
        let failure = #expect(throws: Failure.self) { try Archive(bytes: bad.bytes, file: "mẫu.docx") }
        #expect(failure?.diagnostics.map(\.code) == bad.codes)
        #expect(failure?.diagnostics.allSatisfy { $0.location == .file("mẫu.docx") && $0.fix != nil } == true)
    }

    @Test func `entries over the same bytes are refused`() {
        var zip = HandMadeZip(.init("a", "long enough to hold what follows"), .init("b"))
        // The directory says that the first entry is longer than it is.
        zip.entries[0].size = nil
        var bytes = zip.bytes
        let directory = bytes.indices.first { Array(bytes[$0...].prefix(4)) == [0x50, 0x4B, 1, 2] } ?? 0
        bytes[directory + 20] += 10
        let failure = #expect(throws: Failure.self) { try Archive(bytes: bytes, file: "a") }
        #expect(failure?.diagnostics.map(\.code) == ["container.overlapping-entries"])
    }

    @Test(arguments: [
        "/a", "../a", "a/../b", "a/..", "./a", "a//b", "a\\b", "..\\..\\a", "C:/a", "a\u{0}b", "a\nb",
        "a\u{7F}", "a\u{85}b", "a\u{202E}gpj.exe", "a\u{2066}b", "\u{200F}a", "\u{FEFF}a", "",
    ]) func `a name that could mislead is refused`(name: String) {
        let failure = #expect(throws: Failure.self) {
            try Archive(bytes: HandMadeZip(.init(name)).bytes, file: "a")
        }
        #expect(failure?.diagnostics.map(\.code) == ["container.unsafe-name"])
    }

    @Test(arguments: [
        "a", "a..b", "...", "a/", "Configurations2/", "tệp đính kèm.png", "[Content_Types].xml", "a:b",
    ]) func `an honest name is accepted`(name: String) throws {
        #expect(try Archive(bytes: HandMadeZip(.init(name)).bytes, file: "a").contains(name))
    }

    @Test(arguments: [
        ("%PDF-1.7\n…", "PDF"), ("{\\rtf1\\ansi}", "RTF"), ("\u{FEFF}<!DOCTYPE html><p>", "HTML"),
        ("  <html><body>", "HTML"), ("<?xml version=\"1.0\"?><a/>", "XML"),
        ("Kính gửi: Sở Tài chính", "văn bản thuần"), ("\u{0}\u{1}\u{2}", "không rõ loại"),
    ]) func `a file of another kind is told by its name`(text: String, kind: String) {
        let failure = #expect(throws: Failure.self) { try Archive(bytes: Array(text.utf8), file: "a.docx") }
        #expect(failure?.diagnostics.map(\.code) == ["container.not-a-zip"])
        #expect(failure?.diagnostics[0].message.vietnamese.contains(kind) == true)
    }

    @Test func `an old Word file is told from the rest`() {
        let bytes: [UInt8] =
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 600)
        let failure = #expect(throws: Failure.self) { try Archive(bytes: bytes, file: "a.docx") }
        #expect(failure?.diagnostics[0].message.vietnamese.contains(".doc") == true)
    }

    @Test func `limits hold for one entry, for all, and for their number`() throws {
        let zip = HandMadeZip(.init("a", "12345"), .init("b", "12345"))
        func codes(_ change: (inout Archive.Limits) -> Void) -> [String] {
            var limits = Archive.Limits.standard
            change(&limits)
            do throws(Failure) {
                _ = try Archive(bytes: zip.bytes, file: "a", limits: limits)
                return []
            } catch { return error.diagnostics.map(\.code) }
        }
        #expect(
            codes {
                $0.entrySize = 5;
                $0.totalSize = 10;
                $0.entryCount = 2
            } == [])
        #expect(codes { $0.entrySize = 4 } == ["container.too-large", "container.too-large"])
        #expect(codes { $0.totalSize = 9 } == ["container.too-large"])
        #expect(codes { $0.entryCount = 1 } == ["container.too-many-entries"])
        try withScratchFolder { folder throws in
            let path = folder.appending(path: "a.docx")
            try Data(zip.bytes).write(to: path)
            var limits = Archive.Limits.standard
            limits.fileSize = 20
            let failure = #expect(throws: Failure.self) { try Archive(opening: path.path, limits: limits) }
            #expect(failure?.diagnostics.map(\.code) == ["container.too-large"])
        }
    }

    @Test func `a wrong checksum shows on reading and on copying`() throws {
        var zip = HandMadeZip(.init("a", "12345"))
        zip.entries[0].crc = 1
        let archive = try Archive(bytes: zip.bytes, file: "a.odt")
        for read in [{ _ = try archive.contents(of: "a") }, { _ = try archive.stored("a") }] {
            let failure = #expect(throws: Failure.self) { try read() }
            #expect(failure?.diagnostics.map(\.code) == ["container.checksum"])
        }
    }

    @Test func `an entry that inflates to more than it says is not inflated further`() throws {
        var writer = ArchiveWriter()
        writer.add("a", bytes: Array(repeating: 0, count: 1_000_000))
        let honest = try Archive(bytes: writer.bytes(), file: "a").stored("a")
        var zip = HandMadeZip(.init("a"))
        zip.entries[0].bytes = honest.bytes
        zip.entries[0].method = 8
        zip.entries[0].crc = honest.crc
        zip.entries[0].size = 1000
        let archive = try Archive(bytes: zip.bytes, file: "a")
        for read in [{ _ = try archive.contents(of: "a") }, { _ = try archive.stored("a") }] {
            let failure = #expect(throws: Failure.self) { try read() }
            #expect(failure?.diagnostics.map(\.code) == ["container.damaged"])
        }
    }

    @Test func `an entry that is not there is named`() throws {
        let archive = try Archive(bytes: RefusalTests.plain.bytes, file: "a.docx")
        let failure = #expect(throws: Failure.self) { try archive.contents(of: "content.xml") }
        #expect(failure?.diagnostics.map(\.code) == ["container.missing-entry"])
    }

    @Test(arguments: 0..<300) func `no flipped byte traps or gives other contents`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        var writer = ArchiveWriter()
        writer.add("mimetype", bytes: Array("application/x".utf8), compression: .stored)
        writer.add("content.xml", bytes: Array("<a>nội dung nội dung</a>".utf8))
        let whole = try writer.bytes()
        let original = try Archive(bytes: whole, file: "a")
        var bytes = whole
        for _ in 0...Int.random(in: 0...2, using: &random) {
            bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0...bytes.count, using: &random)) }
        do throws(Failure) {
            let archive = try Archive(bytes: bytes, file: "a")
            for entry in archive.entries where original[entry.name]?.crc == entry.crc {
                #expect(try archive.contents(of: entry.name) == original.contents(of: entry.name))
            }
        } catch { #expect(error.diagnostics.allSatisfy { $0.code.hasPrefix("container.") }) }
    }

    @Test func `files that cannot be read are the input's fault`() throws {
        try withScratchFolder { folder throws in
            let file = folder.appending(path: "f")
            try Data([1]).write(to: file)
            for (path, code) in [
                (folder.appending(path: "none.docx").path, "container.file-not-found"),
                (file.appending(path: "none.docx").path, "container.file-not-found"),
                (folder.path, "container.is-a-folder"),
            ] {
                let failure = #expect(throws: Failure.self) { try Archive(opening: path) }
                #expect(failure?.diagnostics.map(\.code) == [code])
                #expect(failure?.processStatus == .input)
            }
        }
    }
}
