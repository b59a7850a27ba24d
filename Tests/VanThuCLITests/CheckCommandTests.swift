import Container
import FoundationEssentials
import TestSupport
import Testing

@Suite struct CheckCommands {
    private static let templates = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "templates")

    /// A right form, one with faults, a text that is no document of an office, and files that are no documents.
    private func withDocuments(_ body: (Shell) throws -> Void) throws {
        try withScratchFolder { folder in
            for name in ["ke-hoach.docx", "dang-ke-hoach.odt"] {
                let form = try Data(contentsOf: Self.templates.appending(path: name))
                try form.write(to: folder.appending(path: name))
            }
            let archive = try Archive(opening: Self.templates.appending(path: "ke-hoach.docx").path)
            var writer = ArchiveWriter()
            for entry in archive.entries {
                var bytes = try archive.contents(of: entry.name)
                if entry.name == "word/document.xml" {
                    let text = String(decoding: bytes, as: UTF8.self)
                        .replacing("Độc lập - Tự do", with: "Độc lập – Tự do")
                        .replacing("Nơi nhận:", with: "Nơi nhận")
                    bytes = Array(text.utf8)
                }
                writer.add(entry.name, bytes: bytes)
            }
            try Data(writer.bytes()).write(to: folder.appending(path: "sai.docx"))
            try Data(minimalDocument("Ngày xửa ngày xưa")).write(to: folder.appending(path: "truyen.docx"))
            try Data(minimalDocument("")).write(to: folder.appending(path: "trong.docx"))
            try Data("chữ".utf8).write(to: folder.appending(path: "chu.docx"))
            try body(Shell(folder: folder))
        }
    }

    @Test func `check tells every fault with its place and its clause`() throws {
        try withDocuments { shell in
            let text = try shell.transcript(
                "vanthu check ke-hoach.docx dang-ke-hoach.odt",
                "vanthu kiem-tra sai.docx",
                "vanthu check sai.docx ke-hoach.docx --lang en",
                "vanthu check sai.docx --json",
                "vanthu check sai.docx --quiet",
                "vanthu check truyen.docx trong.docx chu.docx khong-co.docx",
                "vanthu check --explain number-unpadded",
                "vanthu check --explain format.motto-wording --lang en",
                "vanthu check --explain motto-wordin",
                "vanthu check",
                "vanthu check ke-hoach.docx --standard nd31"
            )
            try expectGolden(text, named: "check.txt")
        }
    }
}
