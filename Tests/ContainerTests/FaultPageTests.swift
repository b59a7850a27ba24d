import Diagnostics
import Files
import FoundationEssentials
import TestSupport
import Testing

@testable import Container

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

struct FaultPages {
    private static let plain = HandMadeZip(
        .init("[Content_Types].xml"), .init("word/document.xml", "nội dung"))

    private static func changed(_ change: (inout HandMadeZip) -> Void) -> [UInt8] {
        var zip = plain
        change(&zip)
        return zip.bytes
    }

    private static let flatText =
        "<?xml version=\"1.0\"?><office:document office:mimetype=\"application/vnd.oasis.opendocument.text\"/>"

    /// Archives that are refused when they are opened.
    private let archives: [(code: String, input: String, bytes: [UInt8])] = [
        ("empty", "tệp 0 byte", []), ("empty", "tệp zip không có phần nào", HandMadeZip().bytes),
        ("truncated", "tệp thiếu byte cuối", Array(plain.bytes.dropLast())),
        ("not-a-zip", "một tệp PDF", Array("%PDF-1.7".utf8)),
        (
            "not-a-zip", "một tệp .doc",
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 600)
        ), ("not-a-zip", "một tệp văn bản thuần", Array("Kính gửi".utf8)),
        ("not-a-zip", "một tệp .fodt", Array(FaultPages.flatText.utf8)),
        ("damaged", "hai tệp nối nhau", plain.bytes + plain.bytes),
        (
            "damaged", "phần có tên khác trong chính nó",
            changed { $0.entries[1].localName = Array("word/Document.xml".utf8) }
        ), ("duplicate-entry", "hai phần tên a", HandMadeZip(.init("a", "1"), .init("a", "2")).bytes),
        ("duplicate-entry", "a.xml và A.xml", HandMadeZip(.init("a.xml"), .init("A.xml")).bytes),
        ("encrypted", "phần có mật khẩu", changed { $0.entries[1].flags = 1 }),
        ("compression-method", "phần nén bằng bzip2", changed { $0.entries[1].method = 12 }),
        (
            "symlink", "phần là liên kết",
            changed {
                $0.entries[1].madeBy = 3 << 8 | 20
                $0.entries[1].attributes = 0o120777 << 16
            }
        ), ("too-large", "phần tự nhận bung ra 2 GB", changed { $0.entries[1].size = 2 << 30 }),
        ("unsafe-name", "phần tên ../a", HandMadeZip(.init("../a")).bytes),
        ("unsafe-name", "phần tên có dấu đổi chiều chữ", HandMadeZip(.init("a\u{202E}gpj.exe")).bytes),
    ]

    @Test func `every message of an archive stands on one page, under the least that brings it about`() throws
    {
        var page = FaultPage()
        for (code, input, bytes) in archives {
            page.add(
                "container.\(code)", input,
                faults { () throws(Failure) in _ = try Archive(bytes: bytes, file: "mau.docx") })
        }
        let protected = HandMadeCompoundFile(names: ["EncryptionInfo", "EncryptedPackage"]).bytes
        page.add(
            "document.encrypted", "một tệp Office có mật khẩu",
            faults { () throws(Failure) in _ = try Archive(bytes: protected, file: "mau.docx") })
        limits(&page)
        reading(&page)
        try files(&page)
        try publishing(&page)
        try page.expect(named: "faults.txt", codesOf: ["Container"], also: ["document"])
    }

    private func limits(_ page: inout FaultPage) {
        func add(_ code: String, _ input: String, _ change: (inout Archive.Limits) -> Void) {
            var limits = Archive.Limits.standard
            change(&limits)
            let found = faults { () throws(Failure) in
                _ = try Archive(bytes: Self.plain.bytes, file: "mau.docx", limits: limits)
            }
            page.add("container.\(code)", input, found)
        }
        add("too-many-entries", "không quá 1 phần") { $0.entryCount = 1 }
        page.add("container.result-too-large", "văn bản trên 4 GB", [.resultTooLarge("ket-qua.docx")])
        // As much as is allowed goes, one byte more does not.
        for size in [3 << 20, (3 << 20) + 1] {
            let found = faults { () throws(Failure) in
                var writer = ArchiveWriter()
                writer.entryLimit = 3 << 20
                var rest = size
                writer.add("word/document.xml") { chunk in
                    chunk = [UInt8](repeating: 0x20, count: min(rest, 1 << 16))
                    rest -= chunk.count
                }
                _ = try writer.bytes(file: "ket-qua.docx")
            }
            if size > 3 << 20 {
                page.add("container.part-too-large", "phần lớn hơn giới hạn", found)
            } else {
                #expect(found.isEmpty)
            }
        }
    }

    private func reading(_ page: inout FaultPage) {
        func add(_ code: String, _ input: String, _ bytes: [UInt8], _ name: String) {
            let found = faults { () throws(Failure) in
                _ = try Archive(bytes: bytes, file: "mau.docx").contents(of: name)
            }
            page.add("container.\(code)", input, found)
        }
        let name = "word/document.xml"
        add("checksum", "mã CRC sai", Self.changed { $0.entries[1].crc = 1 }, name)
        add("damaged", "phần nén hỏng", Self.changed { $0.entries[1].method = 8 }, name)
        add("missing-entry", "không có content.xml", Self.plain.bytes, "content.xml")
        // The directory says that the first entry is longer than it is.
        var zip = HandMadeZip(.init("a", "long enough to hold what follows"), .init("b")).bytes
        let directory = zip.indices.first { Array(zip[$0...].prefix(4)) == [0x50, 0x4B, 1, 2] } ?? 0
        zip[directory + 20] += 10
        add("overlapping-entries", "hai phần chồng nhau", zip, "a")
    }

    private func files(_ page: inout FaultPage) throws {
        try withScratchFolder { folder in
            func add(_ code: String, _ name: String) {
                let path = folder.appending(path: name).path
                let found = faults { () throws(Failure) in _ = try Archive(opening: path) }
                page.add("container.\(code)", name, found.map { $0.hiding(folder.path + "/") })
            }
            add("file-not-found", "khong-co.docx")
            let inside = folder.appending(path: "thu-muc.docx")
            try FileManager.default.createDirectory(at: inside, withIntermediateDirectories: true)
            add("is-a-folder", "thu-muc.docx")
            // All of it a hole.
            let large = folder.appending(path: "to.docx")
            try Data().write(to: large)
            #expect(unsafe truncate(large.path, off_t(Archive.Limits.standard.fileSize + 1)) == 0)
            add("too-large", "to.docx")
        }
        page.add("container.file-unreadable", "chmod 000", [.unreadable("mau.docx", error: EACCES)])
        page.add("system.read-failed", "ổ đĩa hỏng", [.unreadable("mau.docx", error: EIO)])
    }

    private func publishing(_ page: inout FaultPage) throws {
        try withScratchFolder { folder in
            try Data([2]).write(to: folder.appending(path: "co-roi.docx"))
            func add(_ code: String, _ names: String...) {
                let found = faults { () throws(Failure) in
                    var publication = Publication()
                    for name in names { try publication.stage([1], at: folder.appending(path: name).path) }
                    try publication.publish()
                }
                page.add(
                    code, names.map { $0.count > 60 ? "tên \($0.count) chữ" : $0 }.joined(separator: ", "),
                    found.map { $0.hiding(folder.path + "/") })
            }
            add("output.exists", "co-roi.docx")
            add("output.same-target", "a.docx", "a.docx")
            add("output.not-a-folder", "co-roi.docx/a.docx")
            add("output.name-too-long", String(repeating: "a", count: 300))
            try FileManager.default.createDirectory(
                at: folder.appending(path: "ra"), withIntermediateDirectories: true)
            add("output.is-a-folder", "ra")
            #expect(unsafe mkfifo(folder.appending(path: "ong").path, 0o600) == 0)
            add("output.not-a-file", "ong")
            let input = folder.appending(path: "co-roi.docx").path
            let found = faults { () throws(Failure) in
                try InputLedger.duringOneJob { () throws(Failure) in
                    _ = try InputFile.bytes(ofFileAt: input, limit: 9)
                    var publication = Publication(existing: .replaced)
                    try publication.stage([1], at: input)
                }
            }
            var publication = Publication(existing: .replaced)
            try publication.stage([3], at: input)
            page.add(
                "output.kept-copy", "tệp có người sửa sau khi ghi",
                try publication.publish().map { $0.hiding(folder.path + "/") })
            page.add("output.is-input", "chính tệp đã đọc", found.map { $0.hiding(folder.path + "/") })
        }
        // Not to be had on every machine: the words by the system's number.
        for (code, input, number) in [
            ("permission-denied", "thư mục của người khác", EACCES), ("read-only", "đĩa CD", EROFS),
            ("disk-full", "đĩa đầy", ENOSPC), ("write-failed", "ổ đĩa hỏng", EIO),
        ] { page.add("system.\(code)", input, [.unwritable("ra/a.docx", error: number)]) }
    }
}
