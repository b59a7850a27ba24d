import Container
import FoundationEssentials
import TestSupport
import Testing

@Suite struct ConvertCommands {
    private static let templates = packageFolder.appending(path: "templates")

    @Test func `convert writes the other format and tells what it could not take over`() throws {
        try withScratchFolder { folder in
            let form = try Data(contentsOf: Self.templates.appending(path: "ke-hoach.docx"))
            try form.write(to: folder.appending(path: "ke-hoach.docx"))
            let text =
                "Ngày xửa</w:t></w:r><w:hyperlink w:anchor=\"a\"><w:r><w:t>ngày xưa</w:t></w:r></w:hyperlink><w:r><w:t>"
            try Data(minimalDocument(text)).write(to: folder.appending(path: "truyen.docx"))
            try Data(minimalDocument("")).write(to: folder.appending(path: "trong.docx"))
            try Data("chữ".utf8).write(to: folder.appending(path: "chu.docx"))
            var macro = ArchiveWriter()
            let archive = try Archive(bytes: minimalDocument("chữ"), file: "macro.docx")
            for entry in archive.entries { macro.add(entry.name, copying: try archive.stored(entry.name)) }
            macro.add("word/vbaProject.bin", bytes: [1])
            try Data(macro.bytes()).write(to: folder.appending(path: "macro.docx"))

            let transcript = try Shell(folder: folder).transcript(
                "vanthu convert ke-hoach.docx ke-hoach.odt", "vanthu check ke-hoach.odt",
                "vanthu chuyen ke-hoach.odt ve/ke-hoach.docx --quiet", "vanthu check ve/ke-hoach.docx",
                "vanthu convert truyen.docx truyen.odt --lang en",
                "vanthu convert truyen.docx truyen.odt --json",
                "vanthu convert truyen.docx truyen.docx --force", "vanthu convert trong.docx chu.pdf",
                "vanthu convert chu.docx chu.odt", "vanthu convert macro.docx macro.odt",
                "vanthu convert khong-co.docx ra.odt", "vanthu convert ke-hoach.docx",
                "vanthu convert ke-hoach.docx -o ve/khac.odt", "vanthu check ve/khac.odt",
                "vanthu convert ke-hoach.docx a.odt --output b.odt", "vanthu convert -o a.odt", "ls -A . ve")
            try expectGolden(transcript, named: "convert.txt")
        }
    }

    @Test func `documents of a folder that would have one result are not converted`() throws {
        try withScratchFolder { folder in
            let odt = try Data(contentsOf: Self.templates.appending(path: "bao-cao.odt"))
            try FileManager.default.createDirectory(
                at: folder.appending(path: "cu"), withIntermediateDirectories: false)
            for (name, bytes) in [
                ("a.docx", try Data(minimalDocument("một"))), ("a.odt", odt),
                ("b.docx", try Data(minimalDocument("hai"))),
            ] { try bytes.write(to: folder.appending(path: "cu/\(name)")) }
            let transcript = try Shell(folder: folder).transcript(
                "vanthu convert cu moi --to odt --jobs 1",
                "vanthu convert cu moi --to odt --force --quiet --lang en", "ls moi")
            try expectGolden(transcript, named: "convert-same.txt")
        }
    }

    @Test func `the same document is converted to the same bytes`() throws {
        try withScratchFolder { folder in
            let form = try Data(contentsOf: Self.templates.appending(path: "bao-cao.odt"))
            try form.write(to: folder.appending(path: "bao-cao.odt"))
            let shell = Shell(folder: folder)
            for (name, zone) in [("a", "UTC"), ("b", "America/New_York")] {
                let result = try shell.run("TZ=\(zone) vanthu convert bao-cao.odt \(name).docx")
                #expect(result.status == 0)
            }
            let files = try ["a", "b"].map { try Data(contentsOf: folder.appending(path: "\($0).docx")) }
            #expect(files[0] == files[1])
        }
    }
}
