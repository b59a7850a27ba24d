import Container
import FoundationEssentials
import TestSupport
import Testing

@Suite struct PrivacyCommands {
    /// A form that somebody has saved, with his name and the marks of his sittings.
    private func withDocument(_ body: (Shell) throws -> Void) throws {
        try withScratchFolder { folder in
            let form = try Archive(opening: packageFolder.appending(path: "templates/ke-hoach.docx").path)
            var writer = ArchiveWriter()
            for entry in form.entries {
                var text = String(decoding: try form.contents(of: entry.name), as: UTF8.self)
                if entry.name == "word/document.xml" {
                    text = text.replacing("<w:p>", with: #"<w:p w:rsidR="00AB12CD">"#, maxReplacements: 2)
                }
                if entry.name == "docProps/core.xml" {
                    text = text.replacing(
                        "</cp:coreProperties>",
                        with: "<cp:lastModifiedBy>Người Sửa</cp:lastModifiedBy></cp:coreProperties>")
                }
                writer.add(entry.name, bytes: Array(text.utf8))
            }
            try Data(writer.bytes()).write(to: folder.appending(path: "ke-hoach.docx"))
            try body(Shell(folder: folder))
        }
    }

    @Test func `check lists what a file tells of its authors, and writes a copy without it`() throws {
        try withDocument { shell in
            let text = try shell.transcript(
                "vanthu check ke-hoach.docx --privacy",
                "vanthu kiem-tra ke-hoach.docx --lam-sach gui-di.docx",
                "vanthu check gui-di.docx --privacy --lang en", "vanthu check ke-hoach.docx --privacy --json",
                "vanthu check ke-hoach.docx --clean gui-di.docx",
                "vanthu check ke-hoach.docx --clean ke-hoach.docx --force",
                "vanthu check ke-hoach.docx --clean gui-di.odt",
                "vanthu check ke-hoach.docx gui-di.docx --privacy", "vanthu check --privacy",
                "vanthu check ke-hoach.docx --privacy --fix sua.docx")
            try expectGolden(text, named: "privacy.txt")
            let before = try Archive(opening: shell.folder.appending(path: "ke-hoach.docx").path)
            let after = try Archive(opening: shell.folder.appending(path: "gui-di.docx").path)
            for entry in before.entries
            where entry.name != "word/document.xml" && entry.name != "docProps/core.xml" {
                #expect(try after.contents(of: entry.name) == before.contents(of: entry.name))
            }
        }
    }
}
