import Diagnostics
import FoundationEssentials
import Planning
import TestSupport
import Testing
import VanThu

/// Workbooks of figures on their way into a workspace, and files that go into none.
@Suite struct FigureFiles {
    private static let estimate = [
        ["STT", "Nội dung chi", "ĐVT", "Số lượng", "Đơn giá", "Thành tiền"],
        ["1", "In tài liệu", "bộ", "200", "50.000", "10.000.000"],
    ]
    private static let log = [
        ["Ngày", "Đơn vị", "Nội dung", "Chỉ tiêu", "Số lượng"], ["10/2/2026", "VP", "", "tin_bai", "8"],
    ]

    @Test func `an estimate and a log in OpenDocument lie beside the plan as they are`() throws {
        try withScratchFolder { folder in
            let (estimate, log) = (
                try OpenDocumentPaper.workbook(Self.estimate), try OpenDocumentPaper.workbook(Self.log)
            )
            let result = try imported(
                [
                    ("ke-hoach.docx", OfficePaper.plan()), ("du-toan-2026.ods", estimate),
                    ("nhat-ky.ods", log),
                ], in: folder)
            let names = result.value.files.map {
                String($0.path.dropFirst(folder.path.count + "/ho-so/".count))
            }
            #expect(names.contains("du-toan/2026.ods") && names.contains("hoat-dong.ods"))
            let copy = try Data(contentsOf: folder.appending(path: "ho-so/du-toan/2026.ods"))
            #expect([UInt8](copy) == estimate)
            let read = try Workspace.reading(folder: folder.appending(path: "ho-so").path, for: .preview)
                .value
            #expect(read.estimates[2026]?.total.dong == 10_000_000)
        }
    }

    @Test func `a workbook of something else, of no year or of the same is refused by name`() throws {
        let (estimate, log) = (
            try OpenDocumentPaper.workbook(Self.estimate), try OpenDocumentPaper.workbook(Self.log)
        )
        let other = try OpenDocumentPaper.workbook([["Họ và tên", "Chức vụ"], ["A", "B"]])
        let cases: [(String, [(String, [UInt8])])] = [
            ("import.no-figures", [("danh-sach.ods", other)]),
            ("import.no-year", [("du-toan.ods", estimate)]),
            ("import.same-figures", [("a.ods", log), ("b.ods", log)]),
        ]
        for (code, files) in cases { try expect(code, of: files) }
    }

    @Test func `documents that make no workspace together are refused by name`() throws {
        let appendix = try minimalDocument(
            "</w:t></w:r></w:p><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>Phụ lục"
                + OfficePaper.bold + "LỊCH KIỂM TRA" + OfficePaper.plain + "Kiểm tra phòng A ngày 10/3.")
        let report = try SeveralFiles.report(
            "quý I năm 2026", "ngày 20 tháng 3 năm 2026", "Đã kiểm tra 3 đơn vị.")
        let decision = try OfficePaper.document(
            "QUYẾT ĐỊNH", ["Ban hành Kế hoạch tuyên truyền năm 2026"], code: "QĐ-SNV",
            text: [
                "Điều 1. Ban hành Kế hoạch.", "Kế hoạch gồm hai phần.", "Điều 2. Chánh Văn phòng thi hành./.",
            ])
        let cases: [(String, [(String, [UInt8])])] = [
            ("import.appendices-alone", [("a.docx", appendix), ("b.docx", appendix)]),
            ("import.same-period", [("a.docx", report), ("b.docx", report)]),
            ("import.decision-shape", [("a.docx", decision), ("b.docx", try OfficePaper.plan())]),
        ]
        for (code, files) in cases { try expect(code, of: files) }
    }

    private func expect(_ code: String, of files: [(String, [UInt8])]) throws {
        try withScratchFolder { folder in
            let failure = #expect(throws: Failure.self) { try imported(files, in: folder) }
            #expect(failure?.diagnostics.map { "\($0.code)" } == [code])
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "ho-so").path))
        }
    }

    @Test func `an estimate without a submission's words prints in the plan and makes no submission`() throws
    {
        try withScratchFolder { folder in
            _ = try imported(
                [
                    ("ke-hoach.docx", OfficePaper.plan()),
                    ("du-toan-2026.ods", OpenDocumentPaper.workbook(Self.estimate)),
                ], in: folder)
            let failure = #expect(throws: Failure.self) {
                try Clerk().bytes(
                    of: .budget(year: 2026), from: folder.appending(path: "ho-so").path, environment: [:])
            }
            #expect(failure?.diagnostics.map(\.code).contains("planning.no-proposal") == true)
        }
    }
}
