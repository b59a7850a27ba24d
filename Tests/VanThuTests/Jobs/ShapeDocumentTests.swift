import Container
import Diagnostics
import FoundationEssentials
import OfficeDocument
import Planning
import Regulations
import TestSupport
import Testing
import VanThu
import VietnameseText

/// The documents of the shapes of public plans under `examples/`, as offices get them.
@Suite struct ShapeDocumentTests {
    static let folders = [
        "ubnd-tinh-chuyen-doi-so", "so-ke-hoach-5-nam", "xa-co-kiem-diem", "phuong-an-chay-rung",
        "truong-nam-hoc", "dang-chuong-trinh-hanh-dong", "chuong-trinh-cong-tac", "kiem-tra-kem-quyet-dinh",
    ]

    private func workspace(_ folder: String) -> String {
        packageFolder.appending(path: "examples/\(folder)").path
    }

    private func read(_ path: String) throws -> ReadDocument {
        try ReadDocument.reading(Archive(opening: path)).value
    }

    @Test(arguments: folders) func `check finds nothing in either format, and both say the same`(
        folder: String
    ) throws {
        try withScratchFolder { scratch in
            let files = try Clerk(folder: scratch.path).produce(
                .plan, from: workspace(folder), environment: [:],
                today: CalendarDate(year: 2026, month: 11, day: 26))
            #expect(files.warnings.map { $0.text(in: .english) } == [])
            let checks = try Clerk.check(files.value.map(\.path))
            #expect(
                checks.flatMap(\.diagnostics).filter { $0.severity > .note }.map { $0.text(in: .english) }
                    == [])
            let texts = try files.value.map {
                try read($0.path).paragraphs.map(\.text).filter { !$0.isEmpty }
            }
            #expect(texts[0] == texts[1])
        }
    }

    /// The agency's own file is left out: it is written once for all its documents.
    @Test(arguments: folders) func `a workspace is shorter to write than its document is long`(folder: String)
        throws
    {
        let path = workspace(folder)
        var written = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: path) where name != "co-quan.yaml" {
            let text = try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
            for line in text.split(separator: "\n") where !line.hasPrefix("#") {
                written += line.drop { $0 == " " }.count
            }
        }
        try withScratchFolder { scratch in
            let files = try Clerk(formats: [.docx], folder: scratch.path).produce(
                .plan, from: path, environment: [:])
            let printed = try read(files.value[0].path).paragraphs.reduce(0) { $0 + $1.text.count }
            #expect(written < printed)
        }
    }

    @Test func `an appendix behind an attached plan begins on a page of its own`() throws {
        try withScratchFolder { scratch in
            let files = try Clerk(folder: scratch.path).produce(
                .plan, from: workspace("kiem-tra-kem-quyet-dinh"), environment: [:])
            for file in files.value { #expect(try read(file.path).sections.count == 3) }
        }
    }

    @Test(arguments: [
        Clerk.Job.plan, .annualPlan(year: 2026), .budget(year: 2026),
        .report(ReportingPeriod(year: 2026, part: .quarter(1)), .asTheWorkspaceSays),
    ]) func `every document of a Party body follows the Party's rules`(job: Clerk.Job) throws {
        try withScratchFolder { scratch in
            let folder = scratch.appending(path: "hoso")
            try FileManager.default.createDirectory(
                at: folder.appending(path: "du-toan"), withIntermediateDirectories: true)
            let agency = StarterWorkspace.files(outline: "chuong-trinh-hanh-dong")?.first
            for (name, text) in StarterWorkspace.files {
                let own =
                    name == "co-quan.yaml"
                    ? agency?.contents ?? "" : text.replacing("ky: pgd", with: "ky: gd")
                try Data(own.utf8).write(to: folder.appending(path: name))
            }
            let files = try Clerk(folder: scratch.path).produce(job, from: folder.path, environment: [:])
            let checks = try Clerk.check(files.value.map(\.path))
            #expect(checks.map(\.standard) == [.guidance05, .guidance05])
            #expect(
                checks.flatMap(\.diagnostics).filter { $0.severity == .error }.map { $0.text(in: .english) }
                    == [])
            let lines = try read(files.value[0].path).paragraphs.map(\.text)
            #expect(lines.contains("ĐẢNG CỘNG SẢN VIỆT NAM") && lines.contains { $0.hasPrefix("T/M ") })
        }
    }
}
