import FoundationEssentials
import TestSupport
import Testing

/// The guide for accountants: its ten steps do what they say, in their order, with the example of three units.
@Suite struct AccountantGuide {
    private static func commands() throws -> [String] {
        let guide = packageFolder.appending(path: "docs/ke-toan.md")
        let text = try String(contentsOf: guide, encoding: .utf8)
        return text.components(separatedBy: "```sh\n").dropFirst().flatMap { block in
            (block.components(separatedBy: "\n```").first ?? "").split(separator: "\n").map(String.init)
        }
    }

    private func withExample(_ body: (Shell) throws -> Void) throws {
        try withScratchFolder { folder in
            try FileManager.default.copyItem(
                at: packageFolder.appending(path: "examples/ba-don-vi-ba-nam"),
                to: folder.appending(path: "ho-so"))
            try body(Shell(folder: folder))
        }
    }

    @Test func `every step runs, and leaves the units' workbooks alone`() throws {
        let commands = try Self.commands()
        #expect(commands.count == 17)
        try withExample { shell in
            let before = try shell.run("cd ho-so && cat du-toan/*/*.xlsx hoat-dong/*.xlsx | sha256sum").output
            for command in commands {
                let result = try shell.run(command)
                #expect(result.status == 0, "\(command): \(result.errors)")
            }
            #expect(
                try shell.run("cd ho-so && cat du-toan/*/*.xlsx hoat-dong/*.xlsx | sha256sum").output
                    == before)
            let made = try shell.run("ls phat-ra/*/* tong-hop bieu bieu-rieng trinh trong-nam bao-cao ca-nam")
                .output
            for file in [
                "tong-hop-2026-don-vi-cot.xlsx", "du-toan-2026-tt342-14.odt",
                "du-toan-2026-bieu-so-tai-chinh.docx", "du-toan-2026-giai-ngan.docx", "bao-cao-2026-Q1.docx",
                "danh-muc-2026.docx", "VP.xlsx", "thuyet-minh-2026.docx", "giao-du-toan-2026.odt",
                "bao-cao-2026-Q1-theo-don-vi.xlsx", "giai-ngan-2026-9M.docx",
            ] { #expect(made.contains(file), "\(file)\n\(made)") }
        }
    }

    @Test func `blank sheets come back as they were sent, and what is wrong is said in their cells`() throws {
        try withExample { shell in
            let sheets = try shell.run(
                "vanthu sheets ho-so --year 2027 --unit VP -o ra && cp ra/du-toan/2027/VP.xlsx ho-so/du-toan/2027/VP.xlsx"
            )
            #expect(sheets.status == 0, "\(sheets.errors)")
            // An empty sheet is a unit that plans nothing, and no fault.
            let read = try shell.run(
                "vanthu budget ho-so --year 2027 --view theo-don-vi -o bieu --format xlsx")
            #expect(read.status == 0, "\(read.errors)")
            let unknown = try shell.run("vanthu sheets ho-so --year 2027 --unit XX -o ra")
            #expect(unknown.status == 1 && unknown.errors.contains("planning.unknown-unit"))
            let remarks = try shell.run(
                "printf 'Nội dung chi,ĐVT,Số lượng,Đơn giá\\nThuê xe,chuyến,2,1tr5x\\n' >ho-so/du-toan/2028/VP.csv && rm ho-so/du-toan/2028/VP.xlsx && vanthu budget ho-so --year 2028 --view theo-don-vi -o bieu"
            )
            #expect(
                remarks.status == 1 && remarks.errors.contains("ho-so/du-toan/2028/VP.csv:2"),
                "\(remarks.errors)")
        }
    }

    @Test func `who has not sent, and who has sent twice, is told`() throws {
        try withExample { shell in
            let missing = try shell.run(
                "rm ho-so/du-toan/2026/CCDL.xlsx && vanthu consolidate ho-so --year 2027 -o a && rm ho-so/hoat-dong/VP.xlsx && vanthu consolidate ho-so --year 2027 -o b"
            )
            #expect(missing.errors.contains("planning.not-sent"), "\(missing.errors)")
            #expect(missing.errors.contains("planning.not-reported"), "\(missing.errors)")
            let twice = try shell.run(
                "cp ho-so/du-toan/2026/VP.xlsx 'ho-so/du-toan/2026/Văn phòng Sở.xlsx'; vanthu consolidate ho-so --year 2026 -o c"
            )
            #expect(twice.status == 1 && twice.errors.contains("planning.sent-twice"), "\(twice.errors)")
            let alien = try shell.run(
                "mv 'ho-so/du-toan/2026/Văn phòng Sở.xlsx' ho-so/du-toan/2026/XYZ.xlsx; vanthu consolidate ho-so --year 2026 -o c"
            )
            #expect(alien.status == 1 && alien.errors.contains("planning.unknown-sender"), "\(alien.errors)")
            let year = try shell.run("rm ho-so/du-toan/2026/XYZ.xlsx; vanthu all ho-so --year 2040 -o d")
            #expect(year.status == 1 && year.errors.contains("planning.year-of-all"))
        }
    }

    @Test func `deadlines leave out days off`() throws {
        try withExample { shell in
            let when = try shell.run("vanthu report ho-so --when --year 2026")
            #expect(
                when.output
                    == "2026-Q1\tquý I năm 2026\tsố liệu 15/12/2025 – 14/3/2026\thạn thứ Sáu, 20/3/2026\n",
                "\(when.output)")
            let weekend = try shell.run(
                "sed -i 's/ngay_gui: 20/ngay_gui: 22\\nngay_nghi: [20\\/3\\/2026]/' ho-so/bao-cao.yaml && vanthu report ho-so --when --year 2026"
            )
            #expect(
                weekend.output.hasSuffix("hạn chủ nhật, 22/3/2026; gửi trước: thứ Năm, 19/3/2026\n"),
                "\(weekend.output)\(weekend.errors)")
        }
    }
}
