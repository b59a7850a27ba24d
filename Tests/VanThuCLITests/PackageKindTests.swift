import Container
import Diagnostics
import FoundationEssentials
import TestSupport
import Testing

@Suite struct PackageKindCommands {
    private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml."

    /// The commands that read a document or a template.
    private static let commands: [@Sendable (_ file: String) -> String] = [
        { "render \($0) --data d.json -o ra.docx --force" }, { "inspect \($0)" }, { "lint \($0)" },
        { "check \($0)" }, { "convert \($0) ra.odt --force" },
    ]

    /// The smallest DOCX with other texts in some entries, and without those that are given none.
    private static func document(_ changes: [String: String?] = [:]) throws -> Data {
        let archive = try Archive(bytes: minimalDocument("chữ"), file: "a.docx")
        var writer = ArchiveWriter()
        for entry in archive.entries {
            guard let change = changes[entry.name] else {
                writer.add(entry.name, copying: try archive.stored(entry.name))
                continue
            }
            if let change { writer.add(entry.name, bytes: Array(change.utf8)) }
        }
        for (name, text) in changes where !archive.contains(name) {
            writer.add(name, bytes: Array((text ?? "").utf8))
        }
        return Data(try writer.bytes())
    }

    private static func types(_ entries: String) -> String {
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\(entries)</Types>"
    }

    private static func types(main: String) -> String {
        types("<Override PartName=\"/word/document.xml\" ContentType=\"\(main)\"/>")
    }

    /// What is said of a file, each fault as its line and the way out.
    private func faults(of file: String, by command: String, in folder: URL) throws -> [String] {
        let result = try Shell(folder: folder).run("vanthu " + command)
        #expect(result.status == 1, "\(command)")
        let lines = (result.output + "\n" + result.errors).split(separator: "\n").map(String.init)
        return lines.enumerated().filter { $0.element.hasPrefix("\(file): lỗi[") }.map { place, line in
            place + 1 < lines.count ? line + lines[place + 1] : line
        }
    }

    @Test(
        arguments: [
            (
                "check.macros", "a.docm",
                ["[Content_Types].xml": types(main: "application/vnd.ms-word.document.macroEnabled.main+xml")]
            ),
            (
                "check.macros", "a.dotm",
                [
                    "[Content_Types].xml": types(
                        main: "application/vnd.ms-word.template.macroEnabledTemplate.main+xml")
                ]
            ), ("check.macros", "a.docx", ["word/vbaProject.bin": "1"]),
            ("document.no-list", "a.docx", ["_rels/.rels": nil]),
            ("document.no-list", "a.docx", ["[Content_Types].xml": nil]),
            ("document.no-body", "a.docx", ["word/document.xml": nil]),
            ("document.not-a-document", "a.docx", ["word/document.xml": "<a/>"]),
        ] as [(String, String, [String: String?])])
    func `every command says the same of a file that is left alone`(
        code: String, file: String, changes: [String: String?]
    ) throws {
        try withScratchFolder { folder in
            try Self.document(changes).write(to: folder.appending(path: file))
            try Data("{}".utf8).write(to: folder.appending(path: "d.json"))
            // A template may have macros, which its results do without.
            let commands = code == "check.macros" ? Self.commands.suffix(2) : Self.commands[...]
            let said = try commands.map { try faults(of: file, by: $0(file), in: folder) }
            #expect(said.allSatisfy { $0.count == 1 && $0 == said[0] }, "\(said)")
            #expect(said[0].first?.contains("lỗi[\(code)]") == true)
        }
    }

    @Test func `a template with macros gives a document without them, or keeps them where that is asked for`()
        throws
    {
        try withScratchFolder { folder in
            let main = "application/vnd.ms-word.document.macroEnabled.main+xml"
            try Self.document(["[Content_Types].xml": Self.types(main: main), "word/vbaProject.bin": "1"])
                .write(to: folder.appending(path: "a.docm"))
            try Data("{}".utf8).write(to: folder.appending(path: "d.json"))
            let shell = Shell(folder: folder)
            let plain = try shell.run("vanthu render a.docm --data d.json -o ra.docx")
            #expect(plain.status == 0 && plain.errors.contains("cảnh báo[template.macros-dropped]"))
            let kept = try shell.run("vanthu dien a.docm --data d.json --macro giu -o ra.docm")
            #expect(kept.status == 0 && !kept.errors.contains("macro"))
            let wrong = try shell.run("vanthu render a.docm --data d.json --macros keep -o kq.docx")
            #expect(wrong.status == 1 && wrong.errors.contains("lỗi[template.kind-without-macros]"))
        }
    }

    @Test func `the commands that read documents say the same of a flat OpenDocument text`() throws {
        try withScratchFolder { folder in
            let text =
                "<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                + "office:mimetype=\"application/vnd.oasis.opendocument.text\"/>"
            try Data(text.utf8).write(to: folder.appending(path: "a.fodt"))
            try Data("{}".utf8).write(to: folder.appending(path: "d.json"))
            let commands = Self.commands.suffix(2)
            let said = try commands.map { try faults(of: "a.fodt", by: $0("a.fodt"), in: folder) }
            #expect(
                said
                    == Array(
                        repeating: [
                            "a.fodt: lỗi[container.not-a-zip]: đây là tệp OpenDocument dạng phẳng (.fodt), không phải tệp .docx hay .odt"
                                + "  cách sửa: mở bằng LibreOffice rồi lưu thành .odt"
                        ], count: commands.count))
        }
    }

    @Test(arguments: [
        ("a.docx", types("<Default Extension=\"xml\" ContentType=\"\(word)document.main+xml\"/>")),
        ("a.dotx", types(main: word + "template.main+xml")),
    ]) func `every command reads a type given by extension, and a template`(file: String, types: String)
        throws
    {
        try withScratchFolder { folder in
            try Self.document(["[Content_Types].xml": types]).write(to: folder.appending(path: file))
            try Data("{}".utf8).write(to: folder.appending(path: "d.json"))
            for command in Self.commands.map({ $0(file) }) {
                let result = try Shell(folder: folder).run("vanthu " + command)
                // The check reads it and finds that it is no document of an office.
                let isRead = command.hasPrefix("check") ? result.errors + result.output : ""
                #expect(result.status == 0 || isRead.contains("lỗi[check.unrecognised]"), "\(command)")
            }
        }
    }
}
