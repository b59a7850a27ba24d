import Container
import Diagnostics
import FoundationEssentials
import TestSupport
import Testing
import Values

@testable import Batches

@Suite struct FaultPages {
    private typealias Adding = (_ code: String, _ input: String, _ found: [Diagnostic]) -> Void

    /// What a batch says, until it ends.
    private func told(_ batch: Batch) -> [Diagnostic] {
        var told: [Diagnostic] = []
        let end = faults { () throws(Failure) in _ = try batch.run(BatchObserver(diagnostics: { told += $0 }))
        }
        return told + end
    }

    private func told(_ office: Office, _ change: (inout Batch) throws -> Void = { _ in }) throws
        -> [Diagnostic]
    {
        var batch = try office.batch()
        try change(&batch)
        return told(batch)
    }

    @Test func `every message of a batch stands on one page, under the least that brings it about`() throws {
        var page = FaultPage()
        for pages in [folders, records, names, files] {
            try withOffice { office in
                let folder = office.folder.path + "/"
                try pages(&office) { page.add($0, $1, $2.map { $0.hiding(folder) }) }
            }
        }
        try page.expect(named: "faults.txt", codesOf: ["Batches"], also: ["batch"])
    }

    private func folders(_ office: inout Office, _ add: Adding) throws {
        try office.writeRecords(0..<1)
        add(
            "batch.nothing-to-resume", "--resume ở thư mục trống",
            try told(office) { $0.course = .resumed(.checkedInTheEnd) })
        add("batch.exists", "chạy lại không có --resume", try told(office))
        add(
            "batch.template-changed", "--resume với mẫu khác",
            try told(office) { batch in
                batch.fingerprint = "khác"
                batch.course = .resumed(.checkedInTheEnd)
            })
        let other = try WorkFolder(in: office.output, company: .alone)
        add("batch.folder-in-use", "hai lần lập vào một thư mục", try told(office))
        _ = consume other
        let document = URL(filePath: office.output + "/0/0-Nguoi 0.odt")
        try Data(Array("của tôi".utf8)).write(to: document)
        add(
            "batch.kept-aside", "văn bản bị sửa sau khi lập",
            try told(office) { $0.course = .resumed(.checkedInTheEnd) })
        try office.write("{\"so\":\"0\",\"ten\":\"B\",\"nhom\":\"0\"}\n")
        add(
            "batch.left-behind", "bản ghi bị sửa sau khi lập",
            try told(office) { $0.course = .resumed(.checkedInTheEnd) })
        add("batch.folder-gone", "thư mục bị xóa giữa chừng", [.folderGone("\(office.folder.path)/ra")])
        add("system.no-threads", "hết luồng", [.noThreads()])
    }

    private func records(_ office: inout Office, _ add: Adding) throws {
        let record = "{\"so\":\"1\",\"ten\":\"A\",\"nhom\":\"a\"}"
        for (code, line) in [
            ("batch.not-a-record", "[1]"), ("batch.not-a-record", "\"A\""),
            ("batch.same-name", "\(record)\n\(record)"),
            (
                "batch.similar-name",
                "\(record)\n\(record.replacing("\"A\"", with: "\"a\""))\n\(record.replacing("\"A\"", with: "\"B\""))"
            ), ("batch.record-order", "\(record)\n{\"$record\":1,\"so\":\"2\"}"),
            ("batch.name-empty", "{\"so\":\"1\",\"ten\":\"A\",\"nhom\":\"\u{200B}\"}"),
            ("batch.name-leaves-folder", "{\"so\":\"1\",\"ten\":\"A\",\"nhom\":\"../..\"}"),
        ] {
            try office.write(line + "\n")
            add(code, line, try told(office) { $0.existing = .replaced })
        }
        add("batch.no-workbook", "--sheet với tệp .jsonl", try told(office) { $0.sheet = "Trang1" })
    }

    private func names(_ office: inout Office, _ add: Adding) throws {
        for (code, pattern) in [
            ("batch.name-unclosed", "{so"), ("batch.name-unclosed", "{#so}a"),
            ("batch.name-unclosed", "a{/}"), ("batch.name-tag", "{%anh}"),
            ("batch.name-leaves-folder", "../{so}.odt"), ("batch.name-leaves-folder", "/{so}.odt"),
        ] {
            add(
                code, "--name '\(pattern)'",
                faults { () throws(Failure) in _ = try NamePattern(parsing: pattern, option: "--name") })
        }
        try office.writeRecords(0..<1)
        for code in ["system.not-printed", "system.slow-program"] {
            add(
                code, "LibreOffice không in được văn bản này",
                try told(office) { batch in
                    batch.printer = { (_) throws(Failure) in
                        throw Failure(
                            .environment(code, at: .file("0.odt"), "không in được", en: "not printed"))
                    }
                    batch.existing = .replaced
                })
        }
        office.names = "{so}.docx"
        add("output.other-format", "mẫu .odt, tên .docx", try told(office))
    }

    private func files(_ office: inout Office, _ add: Adding) throws {
        try office.writeRecords(0..<1)
        let folder = office.folder
        func into(_ name: String, _ change: (inout Batch) throws -> Void = { _ in }) throws -> [Diagnostic] {
            try told(office) { batch in
                let path = folder.appending(path: name).path
                batch.output = name.hasSuffix("zip") ? .zip(path) : .merged(path)
                try change(&batch)
            }
        }
        add("output.other-format", "mẫu .odt, tệp gộp .docx", try into("gop.docx"))
        add(
            "usage.batch-merge", "gộp văn bản của hai mẫu",
            try into("gop.odt") { $0.templates += $0.templates })
        add(
            "usage.batch-not-resumable", "--resume với một tệp nén",
            try into("ra.zip") { $0.course = .resumed(.checkedInTheEnd) })
        add(
            "usage.batch-not-resumable", "--shard với một tệp nén",
            try into("ra.zip") { $0.shard = Batch.Shard(number: 1, of: 2) })
        add(
            "batch.not-mergeable", "gộp văn bản có phần riêng khác nhau",
            [.notMergeable("word/comments.xml", of: "2.docx")])
    }
}
