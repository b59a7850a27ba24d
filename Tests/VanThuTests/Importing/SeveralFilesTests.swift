import Diagnostics
import FoundationEssentials
import Planning
import TestSupport
import Testing

@testable import VanThu

/// Imports files of these names and bytes together.
func imported(_ files: [(String, [UInt8])], in folder: URL, _ terms: ImportTerms = ImportTerms()) throws
    -> Reported<ImportResult>
{
    var paths: [String] = []
    for (name, bytes) in files {
        let file = folder.appending(path: name)
        try Data(bytes).write(to: file)
        paths.append(file.path)
    }
    return try Clerk.importing(paths, to: folder.appending(path: "ho-so").path, terms)
}

private func text(_ name: String, in folder: URL) throws -> String {
    try String(contentsOf: folder.appending(path: "ho-so/\(name)"), encoding: .utf8)
}

private func codes(_ result: Reported<ImportResult>) -> [String] { result.warnings.map { "\($0.code)" } }

@Suite struct SeveralFiles {
    static func report(_ period: String, _ date: String, _ result: String) throws -> [UInt8] {
        try OfficePaper.document(
            "BÁO CÁO", ["Kết quả công tác \(period)"], code: "BC-SNV", date: date,
            text: [
                "Sở Nội vụ báo cáo kết quả công tác \(period) như sau:", "I. KẾT QUẢ", result, "II. NHIỆM VỤ",
                "1. Văn thư, lưu trữ", "- Kiểm tra hồ sơ.", "Trên đây là Báo cáo của Sở Nội vụ./.",
            ])
    }

    @Test func `a plan and its appendix are one workspace`() throws {
        try withScratchFolder { folder in
            let appendix = try minimalDocument(
                "</w:t></w:r></w:p><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>Phụ lục"
                    + OfficePaper.bold + "LỊCH KIỂM TRA"
                    + OfficePaper.table([["STT", "Đơn vị", "Ngày"], ["1", "Phòng A", "10/3"]]))
            let result = try imported(
                [("phu-luc.docx", appendix), ("ke-hoach.docx", OfficePaper.plan())], in: folder)
            #expect(result.value.comparison?.different == 0)
            let plan = try text("ke-hoach.yaml", in: folder)
            #expect(plan.contains("phu_luc:\n  - ten: LỊCH KIỂM TRA"))
            #expect(plan.contains("[\"1\", Phòng A, \"10/3\"]"))
        }
    }

    @Test(arguments: [
        (["Phụ lục II", "Phụ lục I"], ["I", "II"]), (["Phụ lục 10", "Phụ lục 2"], ["2", "10"]),
        // Without numbers of their own they stay as they were given.
        (["Phụ lục", "Phụ lục I"], ["", "I"]), (["Phụ lục II", "Phụ lục II"], ["II", "II"]),
    ]) func `appendices in files of their own stand in the order of their numbers`(
        labels: [String], order: [String]
    ) throws {
        try withScratchFolder { folder in
            let appendices = try labels.enumerated().map { index, label in
                (
                    "\(index).docx",
                    try minimalDocument(
                        "</w:t></w:r></w:p><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>\(label)"
                            + OfficePaper.bold + "LỊCH \(label.dropFirst(8))."
                            + OfficePaper.table([["STT", "Đơn vị", "Ngày"], ["1", "Phòng A", "10/3"]]))
                )
            }
            _ = try imported([("ke-hoach.docx", OfficePaper.plan())] + appendices, in: folder)
            let plan = try text("ke-hoach.yaml", in: folder)
            let titles = plan.split(separator: "\n").filter { $0.contains("ten: LỊCH") }.map {
                $0.split(separator: "LỊCH").last?.filter { $0 != "." && $0 != "\"" } ?? ""
            }
            #expect(titles.map { $0.filter { $0 != " " } } == order)
        }
    }

    @Test(
        arguments: [
            (["Đơn vị tính: nghìn đồng"], "", 1, "nghin_dong", "thanh_tien: 5000000"),
            (["(ĐVT: triệu đồng)"], "", 1, "trieu_dong", "thanh_tien: 5000000000"),
            ([], " (nghìn đồng)", 1, "nghin_dong", "thanh_tien: 5000000"),
            (["Đơn vị tính: đồng"], "", 1, nil, "thanh_tien: 5000"), ([], "", 1, nil, "thanh_tien: 5000"),
            // A unit nobody knows, and two that differ: a table stays.
            (["Đơn vị tính: thúng"], "", 0, nil, nil),
        ] as [([String], String, Int, String?, String?)])
    func `an estimate is taken in the unit its table is printed in`(
        above: [String], head: String, count: Int, unit: String?, amount: String?
    ) throws {
        try withScratchFolder { folder in
            let money = OfficePaper.table([
                ["STT", "Nội dung chi", "Thành tiền\(head)"], ["1", "In tài liệu", "10.000"],
                ["2", "Thuê hội trường", "5.000"], ["", "Tổng cộng", "15.000"],
            ])
            let result = try imported(
                [("ke-hoach.docx", OfficePaper.plan(["Dự toán như sau:"] + above + [money]))], in: folder)
            #expect(result.value.comparison?.different == 0)
            let names = result.value.files.map(\.path).filter { $0.contains("du-toan/") }
            #expect(names.count == count)
            guard count > 0 else { return }
            let estimate = try text("du-toan/2026.yaml", in: folder)
            #expect(
                amount.map { estimate.contains($0 + "\n") || estimate.contains($0 + "}") } == true,
                "\(estimate)")
            #expect(estimate.contains("don_vi_tinh") == (unit != nil))
            if let unit { #expect(estimate.contains("don_vi_tinh: \(unit)")) }
        }
    }

    @Test func `a plan and its decision are one workspace`() throws {
        try withScratchFolder { folder in
            let decision = try OfficePaper.document(
                "QUYẾT ĐỊNH", ["Ban hành Kế hoạch tuyên truyền năm 2026"], code: "QĐ-SNV",
                text: [
                    OfficePaper.bold + "GIÁM ĐỐC SỞ NỘI VỤ", "Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;",
                    "Theo đề nghị của Chánh Văn phòng Sở.", OfficePaper.bold + "QUYẾT ĐỊNH:",
                    "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch tuyên truyền năm 2026.",
                    "Điều 2. Chánh Văn phòng Sở chịu trách nhiệm thi hành Quyết định này./.",
                ])
            let result = try imported(
                [("quyet-dinh.docx", decision), ("ke-hoach.docx", OfficePaper.plan(isSigned: false))],
                in: folder)
            #expect(result.value.comparison?.different == 0)
            let plan = try text("ke-hoach.yaml", in: folder)
            #expect(plan.contains("quyet_dinh:\n  so: 5\n  ngay: 05/01/2026\n"))
            #expect(plan.contains("ket: Chánh Văn phòng Sở chịu trách nhiệm thi hành Quyết định này"))
            // The signature stands below the decision alone, and the document is made by the printed command.
            let made = try Clerk(formats: [.docx], folder: folder.appending(path: "ra").path).produce(
                .plan, from: folder.appending(path: "ho-so").path, environment: [:])
            let lines = try paragraphs(
                of: [UInt8](Data(contentsOf: URL(filePath: made.value[0].path))), file: "")
            #expect(lines.count { $0.contains("Trần Văn Minh") } == 1)
        }
    }

    @Test func `a decision and its plan in one file are read as both`() throws {
        try withScratchFolder { folder in
            let clerk = Clerk(formats: [.docx, .odt], folder: folder.path)
            let workspace = packageFolder.appending(path: "examples/kiem-tra-kem-quyet-dinh").path
            for file in try clerk.produce(.plan, from: workspace, environment: [:]).value {
                let target = folder.appending(path: "ho-so-\(file.path.suffix(4))").path
                let result = try Clerk.importing(file.path, to: target)
                #expect(result.value.comparison?.different == 0)
                let plan = try String(contentsOfFile: "\(target)/ke-hoach.yaml", encoding: .utf8)
                #expect(plan.contains("\nquyet_dinh:\n"))
                #expect(plan.contains("trich_yeu: Kiểm tra công tác văn thư, lưu trữ năm 2026"))
            }
        }
    }

    @Test func `four reports are one workspace, each made again`() throws {
        try withScratchFolder { folder in
            let reports = try [
                (
                    "q1.docx",
                    Self.report("quý I năm 2026", "ngày 20 tháng 3 năm 2026", "Đã kiểm tra 3 đơn vị.")
                ),
                (
                    "q3.docx",
                    Self.report("quý III năm 2026", "ngày 20 tháng 9 năm 2026", "Đã kiểm tra 5 đơn vị.")
                ),
                (
                    "q2.docx",
                    Self.report("quý II năm 2026", "ngày 20 tháng 6 năm 2026", "Đã kiểm tra 4 đơn vị.")
                ),
                (
                    "q4.docx",
                    Self.report("quý IV năm 2026", "ngày 20 tháng 12 năm 2026", "Đã kiểm tra 6 đơn vị.")
                ),
            ]
            let result = try imported(reports, in: folder)
            #expect(result.value.comparison?.different == 0)
            #expect(result.value.comparison.map { $0.alike >= 32 } == true)
            #expect(result.value.periods == ["2026-Q1", "2026-Q2", "2026-Q3"])
            #expect(try text("ke-hoach.yaml", in: folder).contains("Đã kiểm tra 6 đơn vị."))
            let clerk = Clerk(formats: [.docx], folder: folder.path)
            let period = ReportingPeriod(year: 2026, part: .quarter(2))
            let made = try clerk.produce(
                .report(period, .asTheWorkspaceSays), from: folder.appending(path: "ho-so").path,
                environment: [:])
            let lines = try paragraphs(
                of: [UInt8](Data(contentsOf: URL(filePath: made.value[0].path))), file: "")
            #expect(lines.contains("Đã kiểm tra 4 đơn vị."))
        }
    }

    @Test func `reports beside a plan move to the new year with it`() throws {
        try withScratchFolder { folder in
            let result = try imported(
                [
                    ("ke-hoach.docx", OfficePaper.plan()),
                    ("q1.docx", Self.report("quý I năm 2026", "ngày 20 tháng 3 năm 2026", "Năm 2026 đạt 3.")),
                ], in: folder, ImportTerms(year: 2027))
            #expect(result.value.periods == ["2027-Q1"])
            let reports = try text("bao-cao.yaml", in: folder)
            #expect(reports.contains("ky: \"2027-Q1\""))
            #expect(reports.contains("Kết quả công tác quý I năm 2027"))
            #expect(!reports.contains("ngay:"))
        }
    }

    @Test func `two plans, a letter beside others, a report without a period are refused by name`() throws {
        let plan = try OfficePaper.plan()
        let weekly = try OfficePaper.document(
            "BÁO CÁO", ["Công tác tuần 02"], code: "BC-SNV", text: ["Nội dung."])
        let letter = try OfficePaper.letter()
        let cases: [(String, [(String, [UInt8])])] = [
            ("import.several-plans", [("a.docx", plan), ("b.docx", plan)]),
            ("import.letter-beside-others", [("a.docx", plan), ("b.docx", letter)]),
            ("import.no-period", [("a.docx", plan), ("b.docx", weekly)]),
        ]
        for (code, files) in cases {
            try withScratchFolder { folder in
                let failure = try #require(throws: Failure.self) { try imported(files, in: folder) }
                #expect(failure.diagnostics.map { "\($0.code)" } == [code])
            }
        }
    }

    @Test func `a workbook of an estimate lies beside the plan and is read there`() throws {
        try withScratchFolder { folder in
            let clerk = Clerk(formats: [.xlsx], folder: folder.path)
            // The writer of workbooks is an optional library.
            guard
                let file = try? clerk.produce(
                    .budget(year: 2021), from: TheExample.workspace, environment: [:]
                ).value[0].path
            else { return }
            let plan = folder.appending(path: "ke-hoach.docx")
            try Data(OfficePaper.plan(subject: "Tuyên truyền năm 2021")).write(to: plan)
            let workspace = folder.appending(path: "ho-so").path
            let result = try Clerk.importing([plan.path, file], to: workspace)
            #expect(result.value.files.contains { $0.path.hasSuffix("du-toan/2021.xlsx") })
            let read = try Workspace.reading(folder: workspace, for: .preview).value
            let own = try Workspace.reading(folder: TheExample.workspace).value
            #expect(read.estimates[2021]?.total == own.estimates[2021]?.total)
        }
    }
}

@Suite struct TablesThatAreData {
    @Test func `a table of tasks becomes tasks with units and names`() throws {
        try withScratchFolder { folder in
            let table = OfficePaper.table([
                ["STT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian hoàn thành"],
                ["1", "Tập huấn văn thư", "Phòng Hành chính", "Văn phòng Sở; Phòng Kế toán", "Quý II"],
                ["2", "Kiểm tra lưu trữ", "Văn phòng Sở", "", "Trước ngày 15/10/2026"],
            ])
            let result = try imported([("ke-hoach.docx", OfficePaper.plan([table]))], in: folder)
            #expect(result.value.comparison?.different == 0)
            let plan = try text("ke-hoach.yaml", in: folder)
            #expect(plan.contains("chen: nhiem_vu"))
            #expect(plan.contains("{ten: Nội dung công việc, "))
            #expect(
                plan.contains(
                    """
                    noi_dung:
                      - ma: tap_huan_van_thu
                        ten: Tập huấn văn thư
                        chu_tri: PHC
                        phoi_hop: [VPS, PKT]
                        thoi_han: Quý II
                    """))
            #expect(try text("co-quan.yaml", in: folder).contains("{ma: PHC, ten: Phòng Hành chính}"))
        }
    }

    @Test func `a table of targets becomes targets, one of money an estimate`() throws {
        try withScratchFolder { folder in
            let targets = OfficePaper.table([
                ["STT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm 2026"],
                ["1", "Tỷ lệ hồ sơ đúng hạn", "%", "98,5"], ["2", "Lớp tập huấn", "lớp", "1.200"],
            ])
            let money = OfficePaper.table([
                ["STT", "Nội dung chi", "ĐVT", "Số lượng", "Đơn giá", "Thành tiền"],
                ["1", "In tài liệu", "bộ", "200", "50.000", "10.000.000"],
                ["2", "Thuê hội trường", "", "", "", "5.000.000"],
                ["", "Tổng cộng", "", "", "", "15.000.000"],
            ])
            let result = try imported(
                [("ke-hoach.docx", OfficePaper.plan([targets, "Dự toán như sau:", money]))], in: folder)
            #expect(result.value.comparison?.different == 0)
            let file = try text("chi-tieu.yaml", in: folder)
            #expect(file.contains("ten: Tỷ lệ hồ sơ đúng hạn") && file.contains("2026: 98.5"))
            let estimate = try text("du-toan/2026.yaml", in: folder)
            #expect(estimate.contains("nam: 2026") && estimate.contains("thanh_tien: 5000000"))
            #expect(codes(result).contains("import.guess"))
        }
    }

    @Test(arguments: [
        // A figure that is no number, a sum that is none, a column nobody knows, a row merged with the next.
        [["STT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm 2026"], ["1", "Tỷ lệ đúng hạn", "%", "trên 98"]],
        [
            ["STT", "Nội dung chi", "Thành tiền"], ["1", "In tài liệu", "10.000.000"],
            ["", "Tổng cộng", "11.000.000"],
        ],
        [
            ["STT", "Nội dung", "Chủ trì", "Thời hạn", "Mức độ"],
            ["1", "Tập huấn", "Phòng A", "Quý II", "Cao"],
        ], [["STT", "Nội dung", "Chủ trì", "Thời hạn"], ["2", "Tập huấn", "Phòng A", "Quý II"]],
    ]) func `what is not surely that is left a table`(rows: [[String]]) throws {
        try withScratchFolder { folder in
            let result = try imported(
                [("ke-hoach.docx", OfficePaper.plan([OfficePaper.table(rows)]))], in: folder)
            #expect(result.value.comparison?.different == 0)
            let plan = try text("ke-hoach.yaml", in: folder)
            #expect(plan.contains("bang:") && !plan.contains("chen:"))
            #expect(rows[1].allSatisfy { $0.isEmpty || plan.contains($0) || $0 == "1" })
        }
    }

    @Test func `tasks and targets move to the new year, figures emptied where asked`() throws {
        try withScratchFolder { folder in
            let tasks = OfficePaper.table([
                ["STT", "Nội dung", "Chủ trì", "Thời hạn"],
                ["1", "Tập huấn năm 2026", "Phòng A", "Trước ngày 15/10/2026"],
            ])
            let targets = OfficePaper.table([
                ["STT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm 2026"], ["1", "Lớp tập huấn", "lớp", "12"],
            ])
            _ = try imported(
                [("ke-hoach.docx", OfficePaper.plan([tasks, "Chỉ tiêu:", targets]))], in: folder,
                ImportTerms(year: 2027, figures: .emptied))
            let plan = try text("ke-hoach.yaml", in: folder)
            #expect(
                plan.contains("ten: Tập huấn năm 2027") && plan.contains("thoi_han: Trước ngày 15/10/2027"))
            #expect(plan.contains("Kế hoạch năm 2027"))
            let file = try text("chi-tieu.yaml", in: folder)
            #expect(file.contains("2027:") && !file.contains("2026") && !file.contains("12"))
        }
    }
}
