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
            #expect(checks.flatMap(\.diagnostics).map { $0.text(in: .english) } == [])
            let texts = try files.value.map {
                try read($0.path).paragraphs.map(\.text).filter { !$0.isEmpty }
            }
            #expect(texts[0] == texts[1])
        }
    }

    /// Its wording is the original's to the letter, unevenness included, which is no more than a note to an office.
    @Test func `check finds no fault in the plans of the example`() throws {
        try withScratchFolder { scratch in
            for job in [Clerk.Job.plan, .annualPlan(year: 2021)] {
                let files = try Clerk(folder: scratch.path).produce(
                    job, from: workspace("skhcn-dak-nong"), environment: [:])
                let checks = try Clerk.check(files.value.map(\.path))
                let faults = checks.flatMap(\.diagnostics).filter { $0.severity > .note }
                #expect(faults.map { $0.text(in: .english) } == [])
            }
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

    @Test func `a basis that has ended is told where the document is made`() throws {
        try withScratchFolder { scratch in
            let folder = scratch.appending(path: "hoso")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let basis =
                "Căn cứ Nghị định số 110/2004/NĐ-CP ngày 08 tháng 4 năm 2004 của Chính phủ về công tác văn thư"
            for (name, text) in StarterWorkspace.files where !name.contains("/") {
                let own = name == "ke-hoach.yaml" ? text + "can_cu: [\(basis)]\n" : text
                try Data(own.utf8).write(to: folder.appending(path: name))
            }
            let files = try Clerk(formats: [.docx], folder: scratch.path).produce(
                .plan, from: folder.path, environment: [:])
            #expect(files.warnings.map(\.code) == ["format.basis-expired"])
        }
    }

    @Test func `rendering a shipped form tells what check finds in the result`() throws {
        try withScratchFolder { scratch in
            let sample = packageFolder.appending(path: "examples/van-ban/cong-van.yaml").path
            let template = packageFolder.appending(path: "templates/cong-van.docx").path
            let (data, output) = (scratch.appending(path: "a.yaml"), scratch.appending(path: "a.docx").path)
            let text = try String(contentsOfFile: sample, encoding: .utf8)
            try Data(text.replacing("công nghệ năm 2021\n", with: "công nghệ năm 2021.\n").utf8).write(
                to: data)
            let files = try Clerk.render(template, with: data.path, to: output, environment: [:])
            let found = try Clerk.check([output]).flatMap(\.diagnostics).filter { $0.severity > .note }.map(
                \.code)
            #expect(!found.isEmpty && files.warnings.map(\.code) == found)
            #expect(
                try Clerk.render(template, with: sample, to: output, existing: .replaced, environment: [:])
                    .warnings == [])
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
        (Clerk.Job.plan, FormatProfile.guidance05), (.annualPlan(year: 2026), .guidance05),
        // The submission of an estimate is of the year before, under the guidance before.
        (.budget(year: 2026), .guidance36), (.budget(year: 2027), .guidance05),
        (.report(ReportingPeriod(year: 2026, part: .quarter(1)), .asTheWorkspaceSays), .guidance05),
    ]) func `every document of a Party body follows the Party's rules of its day`(
        job: Clerk.Job, standard: FormatProfile
    ) throws {
        try withScratchFolder { scratch in
            let folder = scratch.appending(path: "hoso")
            try FileManager.default.createDirectory(
                at: folder.appending(path: "du-toan"), withIntermediateDirectories: true)
            let agency = StarterWorkspace.files(outline: "chuong-trinh-hanh-dong")?.first
            for (name, text) in StarterWorkspace.files {
                let own = name == "co-quan.yaml" ? agency?.contents ?? "" : text.inThePartysWords
                try Data(own.utf8).write(to: folder.appending(path: name))
                guard name.hasPrefix("du-toan") else { continue }
                let next = name.replacing("2026", with: "2027")
                try Data(own.replacing("2026", with: "2027").utf8).write(to: folder.appending(path: next))
            }
            let files = try Clerk(folder: scratch.path).produce(job, from: folder.path, environment: [:])
            let checks = try Clerk.check(files.value.map(\.path))
            #expect(checks.map(\.standard) == [standard.key, standard.key])
            #expect(
                checks.flatMap(\.diagnostics).filter { $0.severity == .error }.map { $0.text(in: .english) }
                    == [])
            let lines = try read(files.value[0].path).paragraphs.map(\.text)
            #expect(lines.contains("ĐẢNG CỘNG SẢN VIỆT NAM") && lines.contains { $0.hasPrefix("T/M ") })
        }
    }
}

extension String {
    /// The starter's file with a signer and a file line that a Party body has.
    fileprivate var inThePartysWords: String {
        replacing("ky: pgd", with: "ky: gd").split(separator: "\n", omittingEmptySubsequences: false).map {
            line in
            let words = line.drop { $0 == " " }
            guard words.hasPrefix("luu:") else { return String(line) }
            return line.prefix(line.count - words.count) + "luu: Văn phòng Đảng ủy"
        }.joined(separator: "\n")
    }
}
