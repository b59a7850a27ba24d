import Batches
import Checking
import Container
import Diagnostics
import FoundationEssentials
import OfficePackage
import Printing
import TestSupport
import Testing

@testable import VanThu

/// A folder with a document of every kind, and programs in place of LibreOffice.
private struct Bench {
    let folder: URL

    init(_ folder: URL) throws {
        self.folder = folder
        let form = packageFolder.appending(path: "templates/ke-hoach.docx")
        try write("van-ban.docx", [UInt8](Data(contentsOf: form)))
        try write("luat.docx", Bench.form { $0.replacing("{so}/{ky_hieu}", with: "05/2026/TT-BKHCN") })
        try write("phu-luc.docx", minimalDocument("(Kèm theo Nghị định số 30/2020/NĐ-CP của Chính phủ)"))
        try write("doan.docx", minimalDocument("ĐOÀN TNCS HỒ CHÍ MINH"))
        try write("trong.docx", minimalDocument(""))
        try write("truyen.docx", minimalDocument("Ngày xửa ngày xưa"))
        try write("don.docx", minimalDocument("ĐƠN XIN XÁC NHẬN"))
        let lines = [
            "Thuc hien ke hoach cua So", "Cac phong to chuc thuc hien", "Bao cao noi dung theo thang",
            "Trong nam 2026 voi cac don vi",
        ]
        try write(
            "khong-dau.docx", minimalDocument(lines.joined(separator: "</w:t></w:r></w:p><w:p><w:r><w:t>")))
        try write(
            "mat-chu.docx",
            minimalDocument("Các ph?ng ban th?c hi?n theo k? ho?ch c?a S? Khoa h?c và Công ngh?"))
        try write("mau.docx", minimalDocument("{ten}"))
        try write("theo-doi.docx", minimalDocument(Bench.added + Bench.paragraphs(Bench.whole)))
        try write("hai.docx", minimalDocument(Bench.paragraphs(Bench.whole + [Bench.break] + Bench.whole)))
        let size = #"<wp:extent cx="5760000" cy="8640000"/>"#
        let page =
            #"<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">\#(size)<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/></a:graphicData></a:graphic></wp:inline></w:drawing>"#
        try write("anh.docx", minimalDocument("</w:t></w:r><w:r>" + page + "</w:r><w:r><w:t>"))
        try write("hep.docx", minimalDocument(Bench.table(items: 1)))
        try write("cao.docx", minimalDocument(Bench.table(items: 30)))
        let contents = (1...20).map { "Phần việc thứ \($0) của mục lục" }
        try write("bia.docx", minimalDocument(Bench.paragraphs(contents + [Bench.break] + Bench.whole)))
        try write("cu.doc", HandMadeCompoundFile(names: ["1Table", "WordDocument"]).bytes)
        try write("cu.rtf", Array(#"{\rtf1\ansi Ke hoach}"#.utf8))
        try write("macro.doc", HandMadeCompoundFile(names: ["Macros", "WordDocument"]).bytes)
        for (name, text) in [
            ("du.yaml", "ten: A\n"), ("co-dong.yaml", "dong: []\n"), ("dong.csv", "ten\nA\n"),
            ("hai/the-thuc.yaml", ""), ("hai/the-thuc.json", "{}"), ("co-tep/a", "a"),
        ] { try write(name, Array(text.utf8)) }
        try write("hai/van-ban.docx", [UInt8](Data(contentsOf: form)))
        for name in ["cung-ten/a.docx", "cung-ten/a.odt"] { try write(name, minimalDocument("chữ")) }
        let docx = packageFolder.appending(path: "templates/ke-hoach.docx").path
        try program("tot", "while [ \"$1\" != --outdir ]; do shift; done; cp '\(docx)' \"$2/0.docx\"")
        try program("khong-in", "exit 0")
        try program("cham", "sleep 30")
        try write("hong/soffice", Array("không phải chương trình".utf8))
        try allowRunning("hong/soffice")
    }

    private static let whole = [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "SỞ TÀI CHÍNH", "Số: 05/KH-STC",
        "Đắk Nông, ngày 05 tháng 01 năm 2026", "KẾ HOẠCH", "Công tác năm 2026", "Các phòng thực hiện./.",
        "Nơi nhận:", "- Lưu: VT.",
    ]
    private static let `break` = #"</w:t></w:r><w:r><w:br w:type="page"/></w:r><w:r><w:t>"#
    private static let added =
        #"</w:t></w:r><w:ins w:id="1" w:author="A" w:date="2026-01-05T08:00:00Z"><w:r><w:t> </w:t></w:r></w:ins><w:r><w:t>"#

    /// A document whose date just fits its column, with so many recipients.
    private static func table(items: Int) -> String {
        func cell(_ lines: [String], _ width: Int) -> String {
            let paragraphs = lines.map {
                #"<w:p><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t>\#($0)</w:t></w:r></w:p>"#
            }
            return
                #"<w:tc><w:tcPr><w:tcW w:w="\#(width)" w:type="dxa"/></w:tcPr>\#(paragraphs.joined())</w:tc>"#
        }
        func table(_ left: [String], _ right: [String]) -> String {
            let grid = #"<w:tblGrid><w:gridCol w:w="5400"/><w:gridCol w:w="4000"/></w:tblGrid>"#
            return "<w:tbl><w:tblPr/>\(grid)<w:tr>\(cell(left, 5400))\(cell(right, 4000))</w:tr></w:tbl>"
        }
        let head = table(
            ["SỞ TÀI CHÍNH", "Số: 05/KH-STC"],
            [
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
                "Hà Nội ngày 5 tháng 1 năm 2026",
            ])
        let foot = table(
            ["Nơi nhận:"] + (0..<items).map { "- Xã số \($0);" } + ["- Lưu: VT."],
            ["GIÁM ĐỐC", "", "Nguyễn Văn An"])
        let text = paragraphs(["KẾ HOẠCH", "Công tác năm 2026", "Các phòng thực hiện./."])
        return "</w:t></w:r></w:p>\(head)<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>\(foot)<w:p><w:r><w:t>"
    }

    /// The markup of a paragraph's text that becomes several paragraphs.
    private static func paragraphs(_ lines: [String]) -> String {
        lines.joined(separator: "</w:t></w:r></w:p><w:p><w:r><w:t>")
    }

    private static func form(_ change: (String) -> String) throws -> [UInt8] {
        let archive = try Archive(opening: packageFolder.appending(path: "templates/ke-hoach.docx").path)
        var writer = ArchiveWriter()
        for entry in archive.entries {
            let text = String(decoding: try archive.contents(of: entry.name), as: UTF8.self)
            writer.add(entry.name, bytes: Array(change(text).utf8))
        }
        return try writer.bytes()
    }

    private func write(_ name: String, _ bytes: [UInt8]) throws {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    private func program(_ name: String, _ script: String) throws {
        try write("\(name)/soffice", Array("#!/bin/sh\n\(script)\n".utf8))
        try allowRunning("\(name)/soffice")
    }

    private func allowRunning(_ name: String) throws {
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: folder.appending(path: name).path)
    }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    /// An environment whose LibreOffice is that program.
    func office(_ name: String) -> [String: String] { ["PATH": "\(path(name)):/usr/bin:/bin"] }

    func check(_ name: String, environment: [String: String] = [:]) throws -> [Diagnostic] {
        try Clerk.check([path(name)], environment: environment).flatMap(\.diagnostics)
    }

    func faults(_ name: String, making copy: Clerk.CheckCopy, _ environment: [String: String] = [:])
        -> [Diagnostic]
    {
        do throws(Failure) {
            return try Clerk.check(path(name), making: copy, environment: environment).diagnostics
        } catch { return error.diagnostics }
    }
}

@Suite struct FaultPages {
    @Test func `every message of a job stands on one page, under the least that brings it about`() throws {
        var page = FaultPage()
        try withScratchFolder { folder in
            let bench = try Bench(folder)
            func add(_ code: String, _ input: String, _ found: [Diagnostic]) {
                page.add(code, input, found.map { $0.hiding(folder.path + "/") })
            }
            try checks(bench, add)
            documents(bench, add)
            printing(bench, add)
            workspaces(bench, add)
        }
        try page.expect(
            named: "faults.txt", codesOf: ["VanThu", "Printing"],
            also: ["batch", "check", "convert", "document"])
    }

    private typealias Adding = (_ code: String, _ input: String, _ found: [Diagnostic]) -> Void

    private func checks(_ bench: Bench, _ add: Adding) throws {
        for (code, name, input) in [
            ("check.legislation", "luat.docx", "một thông tư"),
            ("check.legislation", "phu-luc.docx", "phần kèm theo một nghị định"),
            ("check.own-rules", "doan.docx", "văn bản của Đoàn"),
            ("check.empty", "trong.docx", "không có chữ"),
            ("check.unrecognised", "truyen.docx", "một câu chuyện"),
            ("check.citizens-paper", "don.docx", "một lá đơn"),
            ("check.without-marks", "khong-dau.docx", "chữ không dấu"),
            ("check.lost-letters", "mat-chu.docx", "chữ đã mất"),
            ("check.pictures-only", "anh.docx", "ảnh chụp trang"),
        ] { add(code, input, try bench.check(name)) }
        for (code, name, input) in [
            ("check.tracked-changes", "theo-doi.docx", "thay đổi chưa chấp nhận"),
            ("check.further-documents", "hai.docx", "hai văn bản trong một tệp"),
            ("check.head-behind-cover", "bia.docx", "mục lục ở trang đầu"),
        ] { add(code, input, try Clerk.check([bench.path(name)]).flatMap(\.messages)) }
        #expect(try bench.check("macro.doc").map(\.code) == ["check.macros"])
        let out = bench.path("ra.docx")
        add(
            "check.not-annotated", "--annotate một thông tư",
            bench.faults("luat.docx", making: .annotated(out, .kept, .vietnamese)))
        add("check.not-mended", "--fix một thông tư", bench.faults("luat.docx", making: .mended(out, .kept)))
        add("check.not-mended", "--dry-run một thông tư", bench.faults("luat.docx", making: .mendingPreview))
        for (code, name, input) in [
            ("check.pages", "van-ban.docx", "--fix --pages một văn bản không có gì để sửa"),
            ("check.pages-not-counted", "bia.docx", "--fix --pages, máy không có LibreOffice"),
        ] {
            add(
                code, input,
                try Clerk.check(bench.path(name), making: .mendingPreview, countingPages: true).messages
                    .filter { $0.code.hasPrefix("check.pages") })
        }
        for (code, name, input) in [
            ("check.mends-held-back", "hep.docx", "--fix một văn bản có dòng vừa khít cột"),
            ("check.foot-too-tall", "cao.docx", "--fix một văn bản có rất nhiều nơi nhận"),
        ] {
            add(
                code, input,
                try Clerk.check(bench.path(name), making: .mendingPreview).messages.filter { $0.code == code }
            )
        }
        // Only a fault of the program itself brings it about.
        add(
            "check.mend-not-faithful", "--fix, một lỗi của chính chương trình",
            [
                .mendNotFaithful(
                    bench.path("van-ban.docx"),
                    by: ["double-space", "end-mark-missing"].compactMap { Rule.rule(coded: $0) })
            ])
        let office = bench.office("tot")
        add("document.read-by-libreoffice", "một tệp .doc", try bench.check("cu.doc", environment: office))
        #expect(
            try bench.check("cu.rtf", environment: office).map(\.code)
                == bench.check("cu.doc", environment: office).map(\.code))
        add(
            "check.old-word-file", "--annotate một tệp .doc",
            bench.faults("cu.doc", making: .annotated(bench.path("cu-1.docx"), .kept, .vietnamese), office))
        add(
            "check.old-word-file", "--fix một tệp .doc",
            bench.faults("cu.doc", making: .mended(bench.path("cu-2.docx"), .kept), office))
        add(
            "check.other-format", "--fix ra tệp .odt",
            bench.faults("van-ban.docx", making: .mended(bench.path("ra.odt"), .kept)))
        add(
            "data.several-files", "hai tệp the-thuc",
            faults { () throws(Failure) in _ = try Clerk.check([bench.path("hai/van-ban.docx")]) })
        for name in ["number-yer", "xyz"] {
            add(
                "usage.unknown-rule", "--off \(name)",
                faults { () throws(Failure) in
                    _ = try Clerk.check([bench.path("van-ban.docx")], by: Clerk.CheckTerms(off: [name]))
                })
        }
    }

    private func documents(_ bench: Bench, _ add: Adding) {
        add(
            "convert.unknown-format", "convert ra .pdf",
            faults { () throws(Failure) in
                _ = try Clerk.convert(bench.path("van-ban.docx"), to: bench.path("ra.pdf"))
            })
        var told: [Diagnostic] = []
        _ = try? Clerk.convert(
            folder: bench.path("cung-ten"), into: bench.path("ra-cung-ten"), as: .odt, jobs: 1,
            environment: [:], observer: BatchObserver(diagnostics: { told += $0 }))
        add("convert.same-result", "convert một thư mục có a.docx và a.odt", told)
        for (code, name, input) in [
            ("batch.no-such-folder", "khong-co", "check --batch một thư mục không có"),
            ("batch.no-documents", "co-tep", "check --batch một thư mục không có văn bản"),
        ] {
            add(
                code, input,
                faults { () throws(Failure) in
                    _ = try Clerk.check(
                        folder: bench.path(name), by: Clerk.CheckTerms(), report: bench.path("ra.csv"),
                        in: .vietnamese, environment: [:])
                })
        }
        add(
            "output.unknown-report", "check --batch --report ra.txt",
            faults { () throws(Failure) in
                _ = try Clerk.check(
                    folder: bench.path("hai"), by: Clerk.CheckTerms(), report: bench.path("ra.txt"),
                    in: .vietnamese, environment: [:])
            })
        func render(_ data: String, rows: String? = nil, to output: String) -> [Diagnostic] {
            faults { () throws(Failure) in
                let filling = Clerk.Filling(rows: rows.map { .init(file: bench.path($0)) })
                _ = try Clerk.render(
                    bench.path("mau.docx"), with: bench.path(data), filling, to: bench.path(output),
                    environment: [:])
            }
        }
        add("data.not-rows", "--rows du.yaml", render("du.yaml", rows: "du.yaml", to: "ra.docx"))
        add("data.rows-twice", "--rows dong.csv", render("co-dong.yaml", rows: "dong.csv", to: "ra.docx"))
        add("data.rows-twice", "--data và --rows", render("dong.csv", rows: "dong.csv", to: "ra.docx"))
        add("output.other-format", "render mẫu .docx ra .odt", render("du.yaml", to: "ra.odt"))
        add(
            "output.other-format", "lint --to-tags ra .odt",
            faults { () throws(Failure) in
                _ = try Clerk.convertToTags(bench.path("mau.docx"), to: bench.path("ra.odt"))
            })
        let converted = try? Clerk.convertToTags(bench.path("mau.docx"), to: bench.path("the.docx"))
        add("template.nothing-to-convert", "mẫu không có trường", converted?.warnings ?? [])
    }

    private func printing(_ bench: Bench, _ add: Adding) {
        func printed(_ office: [String: String]) -> [Diagnostic] {
            faults { () throws(Failure) in
                let program = try LibreOffice(in: office, timeLimit: .milliseconds(200))
                _ = try program.pdfs(of: [.init(name: "ra.pdf", fileExtension: "docx", bytes: [1])])
            }
        }
        add("system.missing-program", "PDF trên máy không có LibreOffice", printed([:]))
        add("system.broken-program", "LibreOffice hỏng", printed(bench.office("hong")))
        add("system.slow-program", "LibreOffice treo", printed(bench.office("cham")))
        add("system.not-printed", "LibreOffice không in ra gì", printed(bench.office("khong-in")))
        let unread = (try? bench.check("cu.doc", environment: bench.office("khong-in"))) ?? []
        add("document.unreadable-doc", "tệp .doc mà LibreOffice không đọc được", unread)
        add(
            "system.missing-program", "tệp .doc trên máy không có LibreOffice",
            (try? bench.check("cu.doc")) ?? [])
        add(
            "system.unusable-scratch-folder", "thư mục tạm không ghi được",
            [.unusableScratchFolder("/tmp/vanthu")])
    }

    private static let joint =
        "cung_ban_hanh: {ten: Công an tỉnh, viet_tat: CAT, ky: {ho_ten: Trần Văn B, chuc_vu: Giám đốc}}\n"

    private func workspaces(_ bench: Bench, _ add: Adding) {
        add(
            "output.folder-in-use", "new vào thư mục đã có tệp",
            faults { () throws(Failure) in _ = try Clerk.newWorkspace(at: bench.path("co-tep")) })
        for kind in ["ke-hoch", "xyz"] {
            add(
                "usage.unknown-schema", "schema \(kind)",
                faults { () throws(Failure) in _ = try Clerk.schema(of: kind) })
        }
        for outline in ["ke-hoach-mot-nm", "xyz"] {
            add(
                "usage.unknown-outline", "new --de-cuong \(outline)",
                faults { () throws(Failure) in
                    _ = try Clerk.newWorkspace(at: bench.path("moi"), outline: outline)
                })
            add(
                "usage.unknown-template", "templates \(outline)",
                faults { () throws(Failure) in _ = try Clerk.templateText(of: outline) })
        }
        for (name, output) in [("ke-hoach", "a.pdf"), ("ke-hoach-mot-nam", "a.docx")] {
            add(
                "output.template-ending", "templates \(name) -o \(output)",
                faults { () throws(Failure) in
                    _ = try Clerk.copyTemplate(name, to: bench.path(output), existing: .kept)
                })
        }
        add(
            "output.no-table", "plan --format xlsx",
            faults { () throws(Failure) in
                _ = try Clerk(formats: [.xlsx], folder: bench.path("ra")).produce(
                    .plan, from: TheExample.workspace, environment: [:])
            }.filter { $0.code == "output.no-table" })
        let workspace = bench.path("ho-so")
        let example = packageFolder.appending(path: "examples/skhcn-dak-nong").path
        let made = try? Clerk(folder: bench.path("ra")).produce(
            .plan, from: TheExample.copied(example, to: workspace, withTemplate: "ke-hoach.docx"),
            environment: [:])
        add("template.one-format-only", "mẫu riêng chỉ có .docx", made?.warnings ?? [])
        try? Data((Self.joint + String(contentsOfFile: "\(workspace)/ke-hoach.yaml", encoding: .utf8)).utf8)
            .write(to: URL(filePath: "\(workspace)/ke-hoach.yaml"))
        add(
            "template.one-signature", "mẫu riêng của văn bản hai cơ quan có một chữ ký",
            faults { () throws(Failure) in
                _ = try Clerk(formats: [.docx], folder: bench.path("ra-hai")).produce(
                    .plan, from: workspace, environment: [:])
            }.filter { $0.code == "template.one-signature" })
        for (name, input) in [
            ("kehoach", "mẫu riêng viết sai tên"), ("giay-moi", "mẫu riêng hồ sơ không dùng"),
        ] {
            let mau = bench.path("ho-so/mau")
            try? FileManager.default.moveItem(atPath: "\(mau)/ke-hoach.docx", toPath: "\(mau)/\(name).docx")
            let made = try? Clerk(folder: bench.path("ra-\(name)")).produce(
                .plan, from: workspace, environment: [:])
            add("template.not-used", input, made?.warnings ?? [])
            try? FileManager.default.moveItem(atPath: "\(mau)/\(name).docx", toPath: "\(mau)/ke-hoach.docx")
        }
    }
}

extension TheExample {
    /// The example at another place, with a template of its own.
    fileprivate static func copied(_ example: String, to workspace: String, withTemplate name: String) throws
        -> String
    {
        try FileManager.default.copyItem(atPath: example, toPath: workspace)
        let folder = URL(filePath: workspace).appending(path: "mau")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(minimalDocument("{co_quan.ten}")).write(to: folder.appending(path: name))
        return workspace
    }
}
