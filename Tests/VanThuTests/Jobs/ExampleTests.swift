import Container
import Diagnostics
import FoundationEssentials
import Planning
import TestSupport
import Testing
import VanThu

@Suite struct TheExample {
    static let workspace = packageFolder.appending(path: "examples/skhcn-dak-nong").path

    static let jobs: [Clerk.Job] =
        [.plan, .annualPlan(year: 2021), .annualPlan(year: 2022), .budget(year: 2021), .budget(year: 2022)]
        + ["2021-03", "2021-Q1", "2021-H1", "2021-9M", "2021"].compactMap(ReportingPeriod.init).flatMap {
            [.report($0, .asTheWorkspaceSays), .report($0, .ofTheCalendar)]
        }

    /// The paragraphs of each format that a job makes.
    private func texts(of job: Clerk.Job, workspace: String = workspace) throws -> [String: [String]] {
        try withScratchFolder { folder in
            let clerk = Clerk(folder: folder.path)
            let files = try clerk.produce(job, from: workspace, environment: [:]).value
            return try Dictionary(
                uniqueKeysWithValues: files.map {
                    let bytes = try Data(contentsOf: URL(filePath: $0.path))
                    return ($0.fileExtension, try paragraphs(of: [UInt8](bytes), file: $0.path))
                })
        }
    }

    @Test func `the plan is the seed's text, letter for letter, in both formats`() throws {
        let golden = packageFolder.appending(path: "Tests/VanThuTests/Golden/ke-hoach.txt")
        let seed = try String(contentsOf: golden, encoding: .utf8).split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        for (format, lines) in try texts(of: .plan) {
            let start = try #require(lines.firstIndex(of: "KẾ HOẠCH"), "\(format)")
            let end = try #require(lines.firstIndex(of: "Nơi nhận:"), "\(format)")
            #expect(lines[start..<end].joined(separator: " ") == seed, "\(format)")
            #expect(
                lines[end...].joined(separator: " ") == """
                    Nơi nhận: - Lãnh đạo Sở (để b/c); - Các phòng, đơn vị thuộc Sở; - Lưu: VT, TTKHCN. \
                    KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Nguyễn Việt Thuật
                    """, "\(format)")
        }
    }

    @Test(arguments: jobs) func `both formats of a document have the same text, without a tag left`(
        job: Clerk.Job
    ) throws {
        let texts = try texts(of: job)
        let docx = try #require(texts["docx"])
        #expect(docx.count > 20)
        #expect(docx == texts["odt"])
        #expect(docx.filter { $0.contains("{") || $0.contains("}") } == [])
    }

    @Test(arguments: [
        ("ke-hoach-2021.txt", Clerk.Job.annualPlan(year: 2021)), ("du-toan-2021.txt", .budget(year: 2021)),
        ("bao-cao-2021-Q1.txt", .report(ReportingPeriod(year: 2021, part: .quarter(1)), .asTheWorkspaceSays)),
    ]) func `the text of the other documents`(golden: String, job: Clerk.Job) throws {
        let lines = try #require(try texts(of: job)["docx"])
        try expectGolden(lines.joined(separator: "\n") + "\n", named: golden)
    }

    @Test func `a document made twice has the same bytes`() throws {
        try withScratchFolder { folder in
            for job in Self.jobs {
                let made = try (1...2).map { turn in
                    let clerk = Clerk(folder: folder.appending(path: "\(turn)").path, existing: .replaced)
                    return try clerk.produce(job, from: Self.workspace, environment: [:]).value.map {
                        try Data(contentsOf: URL(filePath: $0.path))
                    }
                }
                #expect(made[0] == made[1], "\(job)")
            }
        }
    }

    @Test func `a new workspace gives every document without a warning`() throws {
        try withScratchFolder { folder in
            let workspace = folder.appending(path: "moi").path
            _ = try Clerk.newWorkspace(at: workspace)
            let quarter = ReportingPeriod(year: 2026, part: .quarter(1))
            let jobs: [Clerk.Job] = [
                .plan, .annualPlan(year: 2026), .budget(year: 2026), .report(quarter, .asTheWorkspaceSays),
            ]
            for job in jobs {
                let clerk = Clerk(folder: folder.appending(path: "ra").path)
                let made = try clerk.produce(job, from: workspace, environment: [:])
                #expect(made.warnings.isEmpty, "\(job)")
                #expect(made.value.count == 2, "\(job)")
            }
        }
    }
}
