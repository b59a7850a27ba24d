import Container
import Diagnostics
import DocumentTemplates
import Forms
import FoundationEssentials
import OfficeDocument
import OfficePackage
import Planning
import TestSupport
import Testing
import Values

@testable import VanThu

/// The texts of findings of a code.
private func messages(_ code: String, in findings: [Diagnostic]) -> [String] {
    findings.filter { "\($0.code)" == code }.map { $0.message.text(in: .vietnamese) }
}

/// Imports a file into a new folder, and makes the plan again in both formats.
private func imported(_ file: String, in folder: URL) throws -> Reported<ImportResult> {
    try Clerk.importing(file, to: folder.appending(path: "ho-so-\(UUID().uuidString)").path)
}

@Suite struct ImportedDocuments {
    static let workspaces = [
        "chuong-trinh-cong-tac", "dang-chuong-trinh-hanh-dong", "kiem-tra-kem-quyet-dinh",
        "phuong-an-chay-rung", "skhcn-dak-nong", "so-ke-hoach-5-nam", "truong-nam-hoc",
        "ubnd-tinh-chuyen-doi-so", "xa-co-kiem-diem",
    ]

    @Test(arguments: workspaces, [OutputFormat.docx, .odt])
    func `a plan imported from its own file is made again letter for letter`(
        name: String, format: OutputFormat
    ) throws {
        try withScratchFolder { folder in
            let clerk = Clerk(formats: [format], folder: folder.path)
            let workspace = packageFolder.appending(path: "examples/\(name)").path
            let file = try clerk.produce(.plan, from: workspace, environment: [:]).value[0].path
            let result = try imported(file, in: folder)
            #expect(messages("import.differs", in: result.warnings) == [])
            #expect(messages("import.not-remade", in: result.warnings) == [])
            #expect(result.value.comparison?.different == 0)
            #expect(result.value.comparison.map { $0.alike > 20 } == true)
        }
    }

    @Test(
        arguments: [
            Clerk.Job.annualPlan(year: 2021), .budget(year: 2021),
            .report(ReportingPeriod(year: 2021, part: .quarter(1)), .asTheWorkspaceSays),
        ], [OutputFormat.docx, .odt]) func `so is each other document of the example`(
            job: Clerk.Job, format: OutputFormat
        ) throws
    {
        try withScratchFolder { folder in
            let clerk = Clerk(formats: [format], folder: folder.path)
            let file = try clerk.produce(job, from: TheExample.workspace, environment: [:]).value[0].path
            let result = try imported(file, in: folder)
            #expect(messages("import.differs", in: result.warnings) == [])
            #expect(result.value.comparison?.different == 0)
        }
    }

    static let forms = [
        "bien-ban", "cong-van", "dang-bao-cao", "dang-cong-van", "dang-ke-hoach", "dang-to-trinh", "giay-moi",
        "phu-luc", "quyet-dinh", "quyet-dinh-phe-duyet", "thong-bao", "to-trinh",
    ]

    @Test(arguments: forms, [OfficeFormat.docx, .odt])
    func `a document of a shipped form is made again letter for letter`(name: String, format: OfficeFormat)
        throws
    {
        try withScratchFolder { folder in
            let form = try #require(Form(rawValue: name))
            let file = folder.appending(path: form.fileName(as: format)).path
            let data = packageFolder.appending(path: "examples/van-ban/\(name).yaml").path
            let template = packageFolder.appending(path: "templates/\(form.fileName(as: format))").path
            _ = try Clerk.render(template, with: data, to: file, environment: [:])
            let result = try imported(file, in: folder)
            #expect(messages("import.differs", in: result.warnings) == [])
            #expect(messages("import.not-remade", in: result.warnings) == [])
            #expect(result.value.comparison?.different == 0)
        }
    }
}

/// A short document of an office, with what is put in among its paragraphs.
private func office(
    _ inner: [String] = [], subject: String = "Tuyên truyền năm 2026", appended: [String] = []
) throws -> [UInt8] {
    let bold = "</w:t></w:r></w:p><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>"
    let plain = "</w:t></w:r></w:p><w:p><w:r><w:t xml:space=\"preserve\">"
    let head =
        "SỞ NỘI VỤ</w:t></w:r><w:r><w:tab/><w:t>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
        + "\(plain)Số: 05/KH-SNV</w:t></w:r><w:r><w:tab/><w:t>Hà Nam, ngày 05 tháng 01 năm 2026"
    let body =
        [
            "Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2026 của Chính phủ, Sở Nội vụ ban hành Kế hoạch như sau:",
            "I. MỤC ĐÍCH", "Nâng cao nhận thức trong năm 2026.",
        ] + inner + [
            "II. TỔ CHỨC THỰC HIỆN", "Các phòng báo cáo trước ngày 15/12/2026.",
            "Trên đây là Kế hoạch của Sở Nội vụ./.", "Nơi nhận:", "- Như trên;", "- Lưu: VT.",
        ]
    let title = "\(bold)KẾ HOẠCH\(bold)\(subject)"
    return try minimalDocument(head + title + (body + appended).map { plain + $0 }.joined())
}

@Suite struct ImportFindings {
    /// The codes told of a document, and its plan's file.
    private func told(_ bytes: [UInt8], _ terms: ImportTerms = ImportTerms()) throws -> (
        codes: [String], plan: String, texts: [String]
    ) {
        try withScratchFolder { folder in
            let file = folder.appending(path: "van-ban.docx")
            try Data(bytes).write(to: file)
            let workspace = folder.appending(path: "ho-so").path
            let result = try Clerk.importing(file.path, to: workspace, terms)
            let plan = try String(contentsOfFile: "\(workspace)/ke-hoach.yaml", encoding: .utf8)
            return (
                result.warnings.map { "\($0.code)" }, plan,
                result.warnings.map { $0.message.text(in: .vietnamese) }
            )
        }
    }

    @Test func `a clean document is a workspace without needless keys`() throws {
        let told = try told(office())
        #expect(!told.codes.contains("import.differs"))
        #expect(
            told.plan == """
                so: 5
                ngay: 05/01/2026
                nam_ban_hanh: 2026
                trich_yeu: Tuyên truyền năm 2026
                mo_dau: "Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2026 của Chính phủ, Sở Nội vụ ban hành Kế hoạch như sau:"

                phan:
                  - ten: MỤC ĐÍCH
                    noi_dung:
                      - Nâng cao nhận thức trong năm 2026.
                  - ten: TỔ CHỨC THỰC HIỆN
                    noi_dung:
                      - Các phòng báo cáo trước ngày 15/12/2026.

                ket: Trên đây là Kế hoạch của Sở Nội vụ
                noi_nhan: [Như trên]
                luu: VT
                ky: nguoi-ky

                """)
        #expect(told.codes.contains("import.not-found"))
    }

    @Test func `what has no place is told with its words, and letters stay`() throws {
        let picture =
            "Xem sơ đồ.</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:t xml:space=\"preserve\"> {ten} và 5*3."
        let told = try told(office([picture]))
        #expect(told.codes.contains("import.no-place"))
        #expect(told.plan.contains("{{ten}} và 5*3."))
        #expect(!told.codes.contains("import.differs"))
    }

    @Test func `changes nobody accepted are taken as accepted, and told`() throws {
        let told = try told(
            office([
                "Còn</w:t></w:r><w:ins w:id=\"1\" w:author=\"A\"><w:r><w:t xml:space=\"preserve\"> lại</w:t></w:r></w:ins><w:del w:id=\"2\" w:author=\"A\"><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:r><w:t>"
            ]))
        #expect(told.codes.contains("import.tracked-changes"))
        #expect(told.plan.contains("Còn lại"))
        #expect(!told.plan.contains("bỏ"))
    }

    @Test(arguments: [
        ("", "import.no-text"),
        (
            [
                "Thuc hien ke hoach cua So", "Cac phong to chuc thuc hien", "Bao cao noi dung theo thang",
                "Trong nam 2026 voi cac don vi",
            ].joined(separator: "</w:t></w:r></w:p><w:p><w:r><w:t>"), "import.letters-lost"
        ),
    ]) func `what cannot be read is refused`(text: String, code: String) throws {
        try withScratchFolder { folder in
            let file = folder.appending(path: "van-ban.docx")
            try Data(minimalDocument(text)).write(to: file)
            let failure = try #require(throws: Failure.self) {
                try Clerk.importing(file.path, to: folder.appending(path: "ho-so").path)
            }
            #expect(failure.diagnostics.map { "\($0.code)" } == [code])
        }
    }

    @Test func `the plan moves to another year where that is sure`() throws {
        let told = try told(
            office(["Kết quả năm 2025 đạt khá, giai đoạn 2026 - 2030 tiếp tục."]), ImportTerms(year: 2027))
        #expect(told.plan.hasPrefix("so:\nngay:\nnam_ban_hanh: 2027\ntrich_yeu: Tuyên truyền năm 2027\n"))
        // An act keeps its year, a deadline moves, what is not sure stays and has a remark.
        #expect(told.plan.contains("ngày 15/7/2026 của Chính phủ"))
        #expect(told.plan.contains("trước ngày 15/12/2027"))
        #expect(
            told.plan.contains(
                "# năm 2025 chưa đổi: xem lại\n      - Kết quả năm 2025 đạt khá, giai đoạn 2026 - 2030"))
        #expect(told.codes.contains("import.year-left"))
        // What was changed in the text is told in one list.
        #expect(told.codes.count { $0 == "import.year-moved" } == 1)
        #expect(told.texts.contains { $0.contains("(+1): “Các phòng báo cáo trước ngày 15/12/2027”") })
    }

    @Test(arguments: [
        (["Thực hiện năm 2025", "Kế hoạch năm 2026"], ["Thực hiện năm 2026", "Kế hoạch năm 2027"]),
        (["Đầu năm", "Năm 2026"], ["Năm 2027"]), (["Đầu năm", "Cuối năm"], []),
    ]) func `a head that names a year moves, and the figures below it are told`(
        heads: [String], moved: [String]
    ) throws {
        func row(_ cells: [String], isHead: Bool = false) -> String {
            "<w:tr>\(isHead ? "<w:trPr><w:tblHeader/></w:trPr>" : "")"
                + cells.map { "<w:tc><w:p><w:r><w:t>\($0)</w:t></w:r></w:p></w:tc>" }.joined() + "</w:tr>"
        }
        let table =
            row(["Chỉ số"] + heads, isHead: true) + row(["Hội viên", "2.450", "2.700"])
            + row(["Hội", "24", "26"])
        let cut = "Kết quả như sau:</w:t></w:r></w:p><w:tbl>\(table)</w:tbl><w:p><w:r><w:t>Hết bảng."
        let list = moved.map { "“\($0)”" }.joined(separator: ", ")
        let kept = try told(office([cut]), ImportTerms(year: 2027))
        #expect(
            kept.texts.filter { $0.contains("số của văn bản cũ") }
                == (moved.isEmpty
                    ? [] : ["đầu cột \(list) đã sang năm mới, số bên dưới vẫn là số của văn bản cũ"]))
        #expect(kept.codes.contains("import.figures-of-old-year") == !moved.isEmpty)
        #expect(kept.plan.contains("# đầu cột đã sang năm mới") == !moved.isEmpty)
        let emptied = try told(office([cut]), ImportTerms(year: 2027, figures: .emptied))
        #expect(!emptied.codes.contains("import.figures-of-old-year"))
    }

    @Test func `the bases of a plan that moves are to be looked at`() throws {
        let bases = try office(
            subject:
                "Tuyên truyền năm 2026</w:t></w:r></w:p><w:p><w:r><w:rPr><w:i/></w:rPr><w:t>Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;"
        )
        let told = try told(bases, ImportTerms(year: 2027))
        #expect(told.codes.contains("import.bases-to-review"))
        #expect(told.plan.contains("- Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024\n"))
    }

    @Test func `an outline of the headings is read as one`() throws {
        try withScratchFolder { folder in
            let file = folder.appending(path: "van-ban.docx")
            try Data(office()).write(to: file)
            let (workspace, outline) = (
                folder.appending(path: "ho-so"), folder.appending(path: "ho-so/de-cuong/rieng.yaml")
            )
            _ = try Clerk.importing(file.path, to: workspace.path, ImportTerms(outline: outline.path))
            let plan = try String(contentsOf: workspace.appending(path: "ke-hoach.yaml"), encoding: .utf8)
            let cut = try #require(plan.firstRange(of: "phan:"))
            let end = try #require(plan.firstRange(of: "ket:"))
            let own =
                plan[..<cut.lowerBound] + "de_cuong: rieng\nmuc_dich: [A]\nto_chuc_thuc_hien_rieng: [B]\n"
                + plan[end.lowerBound...]
            try Data(own.utf8).write(to: workspace.appending(path: "ke-hoach.yaml"))
            let agency = try String(contentsOf: workspace.appending(path: "co-quan.yaml"), encoding: .utf8)
            let signed = agency.replacing("ho_ten:", with: "ho_ten: A").replacing(
                "chuc_vu:", with: "chuc_vu: Giám đốc")
            try Data(signed.utf8).write(to: workspace.appending(path: "co-quan.yaml"))
            let made = try Clerk(formats: [.docx], folder: folder.path).produce(
                .plan, from: workspace.path, environment: [:])
            let bytes = try Data(contentsOf: URL(filePath: made.value[0].path))
            let lines = try paragraphs(of: [UInt8](bytes), file: "")
            #expect(lines.contains("I. MỤC ĐÍCH") && lines.contains("A") && lines.contains("B"))
        }
    }
}
