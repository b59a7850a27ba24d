import Container
import Diagnostics
import FoundationEssentials
import OfficeDocument
import Planning
import TestSupport
import Testing
import VanThu

/// Previews of workspaces that are not complete.
@Suite struct PreviewTests {
    /// A workspace that lacks a purpose, a signer and a closing report; `change` makes it worse.
    private func incomplete(_ folder: URL, _ change: (String, String) -> String = { $1 }) throws -> String {
        let workspace = folder.appending(path: "hoso")
        try FileManager.default.createDirectory(
            at: workspace.appending(path: "du-toan"), withIntermediateDirectories: true)
        for (name, text) in StarterWorkspace.files {
            var text = text
            if name == "ke-hoach.yaml" {
                text = text.replacing("ky: pgd\n", with: "ky:\n").replacing(
                    "muc_dich:\n  - Nâng cao", with: "bo_di:\n  - Nâng cao")
            }
            if name == "du-toan/2026.yaml" { text = text.replacing("  ky: gd\n", with: "") }
            try Data(change(name, text).utf8).write(to: workspace.appending(path: name))
        }
        return workspace.path
    }

    private func text(_ bytes: [UInt8]) throws -> [String] {
        try ReadDocument.reading(Archive(bytes: bytes, file: "a")).value.paragraphs.map(\.text)
    }

    @Test(arguments: [
        (Clerk.Job.plan, ["[thiếu: mục đích]", "[thiếu: người ký]"]),
        (.annualPlan(year: 2026), ["[thiếu: mục đích]", "[thiếu: người ký]"]),
        (.budget(year: 2026), ["[thiếu: người ký]"]),
        (
            .report(ReportingPeriod(year: 2026, part: .quarter(2)), .asTheWorkspaceSays),
            ["[thiếu: nội dung phần này]"]
        ),
    ]) func `each gap is marked at its place`(job: Clerk.Job, marks: [String]) throws {
        try withScratchFolder { folder in
            let workspace = try incomplete(folder)
            #expect(throws: Failure.self) {
                try Clerk(folder: folder.path).produce(job, from: workspace, environment: [:])
            }
            let made = try Clerk(purpose: .preview).bytes(of: job, from: workspace, environment: [:])
            for bytes in made.value {
                let lines = try text(bytes)
                for mark in marks { #expect(lines.contains { $0.contains(mark) }, "\(mark)") }
            }
            #expect(made.warnings.contains { $0.severity == .error } == false)
            #expect(!made.warnings.isEmpty)
        }
    }

    @Test func `a preview says so on each page and in its name`() throws {
        try withScratchFolder { folder in
            let files = try Clerk(folder: folder.path, purpose: .preview).produce(
                .annualPlan(year: 2026), from: try incomplete(folder), environment: [:])
            #expect(
                files.value.map { $0.path.split(separator: "/").last.map(String.init) } == [
                    "xem-truoc-ke-hoach-2026.docx", "xem-truoc-ke-hoach-2026.odt",
                ])
            for file in files.value {
                let archive = try Archive(opening: file.path)
                let parts = archive.entries.map(\.name).filter { $0.contains("header") || $0 == "styles.xml" }
                #expect(!parts.isEmpty)
                for part in parts {
                    let xml = String(decoding: try archive.contents(of: part), as: UTF8.self)
                    #expect(xml.contains("BẢN XEM TRƯỚC"), "\(part)")
                }
                // Two sections, the plan and its appendix, with a first page each.
                let document = try ReadDocument.reading(archive).value
                #expect(document.sections.count == 2)
            }
        }
    }

    @Test(arguments: [
        ("co-quan.yaml", ""), ("co-quan.yaml", "- a\n"), ("ke-hoach.yaml", "ten: \"x\n"),
        ("ke-hoach.yaml", ""), ("ke-hoach.yaml", "de_cuong: khong-co\n"), ("bao-cao.yaml", "x: [\n"),
        ("hoat-dong.csv", "ngay,don_vi\n"), ("chi-tieu.yaml", "chi_tieu: 1\n"),
        ("du-toan/2026.yaml", "nam: 2026\n"),
    ]) func `whatever is wrong with a file, there is something to look at`(name: String, contents: String)
        throws
    {
        try withScratchFolder { folder in
            let workspace = try incomplete(folder) { $0 == name ? contents : $1 }
            let clerk = Clerk(formats: [.docx], purpose: .preview)
            for job in [
                Clerk.Job.plan, .report(ReportingPeriod(year: 2026, part: .quarter(1)), .asTheWorkspaceSays),
            ] {
                let made = try clerk.bytes(of: job, from: workspace, environment: [:])
                #expect(try text(made.value[0]).count > 5)
                #expect(!made.warnings.isEmpty)
            }
        }
    }
}
