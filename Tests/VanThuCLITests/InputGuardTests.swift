import FoundationEssentials
import TestSupport
import Testing

/// A command that would write over one of the files it reads.
private struct Overwriting: CustomTestStringConvertible {
    let testDescription: String
    let input: String
    let command: String

    init(_ name: String, _ input: String, _ command: String) {
        testDescription = name
        self.input = input
        self.command = command
    }

    static let all = [
        Overwriting("a template", "mau.docx", "vanthu render mau.docx --data du.yaml -o mau.docx --force"),
        Overwriting(
            "a template under another path", "mau.docx",
            "vanthu render ./mau.docx --data du.yaml -o con/../mau.docx --force"),
        Overwriting(
            "a template by a hard link", "mau.docx",
            "ln mau.docx ra.docx; vanthu render mau.docx --data du.yaml -o ra.docx --force"),
        Overwriting(
            "a template by a symbolic link", "mau.docx",
            "ln -s mau.docx ra.docx; vanthu render mau.docx --data du.yaml -o ra.docx --force"),
        Overwriting(
            "data", "du.docx.yaml",
            "ln du.docx.yaml ra.docx; vanthu render mau.docx --data du.docx.yaml -o ra.docx --force"),
        Overwriting(
            "data on standard input", "du.json",
            "ln du.json ra.docx; vanthu render mau.docx --data - -o ra.docx --force <du.json"),
        Overwriting(
            "rows", "dong.csv",
            "ln dong.csv ra.docx; vanthu render bang.docx --data dong.csv -o ra.docx --force"),
        Overwriting(
            "rows beside other data", "dong.jsonl",
            "ln dong.jsonl ra.docx; vanthu render bang.docx --data du.yaml --rows dong.jsonl -o ra.docx --force"
        ),
        Overwriting(
            "an included template", "con/phan.docx",
            "vanthu render gop.docx --data du.yaml -o con/phan.docx --force"),
        Overwriting(
            "a picture", "anh.png",
            "ln anh.png ra.docx; vanthu render hinh.docx --data du.yaml -o ra.docx --force"),
        Overwriting(
            "a template of the workspace", "ho-so/mau/ke-hoach.docx",
            "vanthu plan ho-so -o ho-so/mau --format docx --force"),
        Overwriting(
            "a file of the workspace", "ho-so/co-quan.yaml",
            "mkdir ra; ln ho-so/co-quan.yaml ra/ke-hoach.odt; vanthu plan ho-so -o ra --force"),
        Overwriting(
            "settings of the workspace", "ho-so/the-thuc.yaml",
            "mkdir ra; ln ho-so/the-thuc.yaml ra/ke-hoach.odt; vanthu plan ho-so -o ra --force"),
        Overwriting(
            "a document that is mended", "van-ban.docx",
            "vanthu check van-ban.docx --fix van-ban.docx --force"),
        Overwriting(
            "a document that is annotated", "van-ban.docx",
            "ln van-ban.docx ra.docx; vanthu check van-ban.docx --annotate ra.docx --force"),
        Overwriting(
            "the settings of a check", "ho-so/the-thuc.yaml",
            "ln ho-so/the-thuc.yaml ra.docx; vanthu check van-ban.docx --settings ho-so/the-thuc.yaml --fix ra.docx --force"
        ),
        Overwriting(
            "the profile of a check", "rieng.yaml",
            "ln rieng.yaml ra.docx; vanthu check van-ban.docx --profile rieng.yaml --annotate ra.docx --force"
        ),
        Overwriting(
            "a document that is converted", "van-ban.docx",
            "ln van-ban.docx ra.odt; vanthu convert van-ban.docx ra.odt --force"),
        Overwriting(
            "a template whose fields become tags", "mau.docx",
            "vanthu lint mau.docx --to-tags mau.docx --force"),
        Overwriting(
            "the data of a template whose fields become tags", "du.yaml",
            "ln du.yaml ra.docx; vanthu lint mau.docx --data du.yaml --to-tags ra.docx --force"),
    ]
}

@Suite struct InputGuards {
    private static let package = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private func withInputs(_ body: (Shell) throws -> Void) throws {
        try withScratchFolder { folder in
            let files = FileManager.default
            for (from, to) in [
                ("examples/skhcn-dak-nong", "ho-so"), ("templates/ke-hoach.docx", "van-ban.docx"),
            ] { try files.copyItem(at: Self.package.appending(path: from), to: folder.appending(path: to)) }
            for name in ["con", "ho-so/mau"] {
                try files.createDirectory(at: folder.appending(path: name), withIntermediateDirectories: true)
            }
            for (name, text) in [
                ("mau.docx", "{ten}"), ("bang.docx", "{#dong}{ten}{/}"), ("gop.docx", "{>con/phan}"),
                ("con/phan.docx", "{ten}"), ("hinh.docx", "{%anh}"), ("ho-so/mau/ke-hoach.docx", "a"),
            ] { try Data(minimalDocument(text)).write(to: folder.appending(path: name)) }
            for (name, text) in [
                ("du.yaml", "ten: A\nanh: anh.png\n"), ("du.docx.yaml", "ten: A\n"),
                ("du.json", "{\"ten\": \"A\"}"), ("dong.csv", "ten\nA\n"),
                ("dong.jsonl", "{\"ten\": \"A\"}\n"), ("ho-so/the-thuc.yaml", "tat: number-year\n"),
                ("rieng.yaml", "ke_thua: ND30\nma: SO\n"),
            ] { try Data(text.utf8).write(to: folder.appending(path: name)) }
            try Data(Self.pixel).write(to: folder.appending(path: "anh.png"))
            try body(Shell(folder: folder))
        }
    }

    /// The smallest PNG.
    private static let pixel: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52] + [
            0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3A, 0x7E, 0x9B, 0x55,
        ] + [0, 0, 0, 0x0A, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0x60, 0, 0, 0, 2, 0, 1, 0x48, 0xAF] + [
            0xA4, 0x71, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
        ]

    @Test(arguments: Overwriting.all) private func `no output takes the place of`(_ job: Overwriting) throws {
        try withInputs { shell in
            let input = shell.folder.appending(path: job.input)
            let before = try Data(contentsOf: input)
            let result = try shell.run(job.command)
            #expect(result.status == 1)
            #expect(result.errors.contains("lỗi[output.is-input]"), "\(result.errors)")
            #expect(result.errors.split(separator: "\n").count { $0.contains("lỗi[") } == 1)
            #expect(try Data(contentsOf: input) == before)
            #expect(!(try shell.run("ls -AR")).output.contains(".tmp"))
        }
    }

    @Test func `without --force the reason is the same`() throws {
        try withInputs { shell in
            let result = try shell.run("vanthu render mau.docx --data du.yaml -o mau.docx --json --lang en")
            #expect(result.output.contains("output.is-input") && !result.output.contains("output.exists"))
        }
    }
}
