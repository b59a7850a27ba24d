import Container
import Diagnostics
import FoundationEssentials
import TestSupport
import Testing

@testable import VanThu

/// What an import of one file tells, and the plan's file it makes.
private func told(_ bytes: [UInt8], _ terms: ImportTerms = ImportTerms()) throws -> (
    codes: [String], texts: [String], plan: String, comparison: (alike: Int, different: Int)?
) {
    try withScratchFolder { folder in
        let result = try imported([("van-ban.docx", bytes)], in: folder, terms)
        let plan = folder.appending(path: "ho-so/ke-hoach.yaml")
        return (
            result.warnings.map { "\($0.code)" }, result.warnings.map { $0.message.text(in: .vietnamese) },
            try String(contentsOf: plan, encoding: .utf8), result.value.comparison
        )
    }
}

/// Files as they come from offices.
@Suite struct OfficeFiles {
    @Test func `the seed typed by hand, with head and foot set by tabs, is made again`() throws {
        try withScratchFolder { folder in
            let clerk = Clerk(formats: [.docx], folder: folder.path)
            let file = try clerk.produce(.plan, from: TheExample.workspace, environment: [:]).value[0].path
            let lines = try paragraphs(of: [UInt8](Data(contentsOf: URL(filePath: file))), file: "")
            let type = try #require(lines.firstIndex(of: "KẾ HOẠCH"))
            let label = try #require(lines.firstIndex(of: "Nơi nhận:"))
            let filing = try #require(lines[label...].firstIndex { $0.hasPrefix("- Lưu") })
            var text =
                OfficePaper.tabbed("UBND TỈNH ĐẮK NÔNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                + OfficePaper.plain
                + OfficePaper.tabbed("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Độc lập - Tự do - Hạnh phúc")
                + OfficePaper.plain
                + OfficePaper.tabbed("Số: 05/KH-SKHCN", "Đắk Nông, ngày 05 tháng 01 năm 2020")
            text += OfficePaper.bold + lines[type] + OfficePaper.bold + lines[type + 1]
            for line in lines[(type + 2)..<label] { text += OfficePaper.plain + line.escaped }
            for (index, line) in lines[label...filing].enumerated() {
                let right =
                    index == 0
                    ? "KT. GIÁM ĐỐC" : index == 1 ? "PHÓ GIÁM ĐỐC" : index == 4 ? "Trần Văn An" : ""
                text +=
                    OfficePaper.plain
                    + (right.isEmpty ? line.escaped : OfficePaper.tabbed(line.escaped, right))
            }
            let told = try told(minimalDocument(text))
            #expect(told.comparison?.different == 0)
            #expect(told.comparison.map { $0.alike > 40 } == true)
            #expect(told.plan.contains("so: 5\nngay: 05/01/2020\n"))
        }
    }

    @Test func `a type without a form is a document of its own name`() throws {
        let outline = try OfficePaper.document(
            "ĐỀ CƯƠNG", ["Báo cáo công tác văn thư năm 2026"], code: "ĐC-SNV",
            text: ["I. KẾT QUẢ", "Nêu số liệu.", "* Lưu ý: Số liệu tính đến ngày 15/12/2026"])
        let told = try told(outline)
        #expect(told.plan.contains("ten_loai: Đề cương\n"))
        #expect(told.comparison?.different == 0)
        #expect(told.plan.contains("so: \"*\"") || told.plan.contains("* Lưu ý"))
    }

    @Test func `stars and tildes that are typed stay letters`() throws {
        let told = try told(
            OfficePaper.plan([
                "Diện tích 5*3 và 4*2, từ ~5 đến ~10 người.", "**Ghi chú: xem phụ lục.",
                "</w:t></w:r></w:p><w:p><w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">* Về hình thức:</w:t></w:r><w:r><w:t xml:space=\"preserve\"> bảo đảm.",
                "</w:t></w:r></w:p><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Đậm 5*3</w:t></w:r><w:r><w:t xml:space=\"preserve\"> và 2*4.",
            ]))
        #expect(told.comparison?.different == 0)
        #expect(told.plan.contains("Diện tích 5\\*3 và 4\\*2, từ \\~5 đến \\~10 người."))
    }

    @Test func `a draft keeps its month and leaves number and day open`() throws {
        let draft = try minimalDocument(
            OfficePaper.tabbed("SỞ NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + OfficePaper.plain
                + OfficePaper.tabbed("Số:      /KH-SNV", "Hà Nam, ngày      tháng 3 năm 2026")
                + OfficePaper.bold + "KẾ HOẠCH" + OfficePaper.bold + "Tuyên truyền năm 2026"
                + OfficePaper.plain + "Sở Nội vụ ban hành Kế hoạch như sau:" + OfficePaper.plain
                + "I. MỤC ĐÍCH" + OfficePaper.plain + "Nâng cao nhận thức." + OfficePaper.plain + "Nơi nhận:"
                + OfficePaper.plain + "- Lưu: VT.")
        let told = try told(draft)
        #expect(told.plan.hasPrefix("so:\nngay:\nthang_ban_hanh: 3\nnam_ban_hanh: 2026\n"))
    }

    @Test func `a school year moves with its plan`() throws {
        let told = try told(
            OfficePaper.plan(
                [
                    "Năm học 2024-2025 đạt khá.",
                    "Khai giảng năm học 2025-2026 ngày 05/9/2025, bế giảng tháng 5/2026.",
                    "Thứ Sáu, ngày 12/9/2025 họp.",
                ], subject: "Tuyên truyền năm học 2025 - 2026"), ImportTerms(year: 2026))
        #expect(told.plan.contains("trich_yeu: Tuyên truyền năm học 2026 - 2027\n"))
        #expect(told.plan.contains("Khai giảng năm học 2026-2027 ngày 05/9/2026, bế giảng tháng 5/2027."))
        #expect(told.plan.contains("# năm 2024 chưa đổi: xem lại"))
        #expect(told.plan.contains("# năm 2025 chưa đổi: xem lại\n      - Thứ Sáu, ngày 12/9/2025 họp."))
    }

    @Test func `a part that looks back moves with the year it looks at`() throws {
        let told = try told(
            OfficePaper.plan([
                "II. KẾT QUẢ NĂM 2025", "Năm 2025 tiếp nhận 120 hồ sơ, tăng so với năm 2024.",
                "III. KẾ HOẠCH NĂM 2026", "Tiếp tục kết quả năm 2025.",
            ]), ImportTerms(year: 2027))
        #expect(told.plan.contains("ten: KẾT QUẢ NĂM 2026\n"))
        #expect(
            told.plan.contains(
                "# năm 2024 chưa đổi: xem lại\n      - Năm 2026 tiếp nhận 120 hồ sơ, tăng so với năm 2024."))
        #expect(told.plan.contains("# năm 2025 chưa đổi: xem lại\n      - Tiếp tục kết quả năm 2025."))
    }

    @Test func `a document without a head is told once, and its text is kept`() throws {
        let text = (1...6).map { "Đoạn văn thứ \($0) nói về công tác tuyên truyền của đơn vị trong năm." }
        let told = try told(minimalDocument(text.joined(separator: OfficePaper.plain)))
        #expect(told.codes.filter { $0 == "import.not-official" }.count == 1)
        #expect(!told.codes.contains("import.not-found"))
        for line in text { #expect(told.plan.contains(line)) }
    }

    @Test func `another language is told`() throws {
        let text = (1...8).map { "The department shall publish report number \($0) before the deadline." }
        let told = try told(minimalDocument(text.joined(separator: OfficePaper.plain)))
        #expect(told.codes.contains("import.other-language"))
        #expect(!(try self.isForeign(OfficePaper.plan())))
    }

    private func isForeign(_ bytes: [UInt8]) throws -> Bool {
        try told(bytes).codes.contains("import.other-language")
    }

    @Test func `300 pages are made again`() throws {
        // A page holds about twelve paragraphs of this length.
        let long = String(repeating: "thực hiện nhiệm vụ được giao theo kế hoạch của đơn vị, ", count: 4)
        let text = (1...3_600).map { $0 % 60 == 1 ? "\($0 / 60 + 1). Nội dung \($0)" : "Đoạn \($0) \(long)." }
        let told = try told(OfficePaper.plan(text))
        #expect(told.comparison?.different == 0)
        #expect(told.comparison.map { $0.alike > 3_600 } == true)
    }

    @Test func `tables that only frame text are text, and that is told`() throws {
        let frame = OfficePaper.table([["Khẩu hiệu: Cải cách hành chính vì dân."]])
        let told = try told(OfficePaper.plan([frame]))
        #expect(told.comparison?.different == 0)
        #expect(told.codes.contains("import.guess"))
        #expect(told.plan.contains("# ở văn bản cũ là một bảng để đóng khung"))
        #expect(!told.plan.contains("bang:"))
    }

    @Test func `a table with a column or a row of recipients stays a table`() throws {
        let column = OfficePaper.table([
            ["Tên báo cáo", "Nơi nhận", "Thời hạn"], ["Báo cáo tháng", "Sở Nội vụ", "Ngày 15"],
            ["Báo cáo quý", "Sở Tài chính", "Ngày 20"],
        ])
        let row = OfficePaper.table([
            ["Trường", "Ví dụ"], ["Số", "456/QĐ-UBND"], ["Nơi nhận", "Sở Nội vụ"], ["Số trang", "4"],
        ])
        let told = try told(OfficePaper.plan([column, "Các trường của sổ:", row]))
        #expect(told.comparison?.different == 0)
        #expect(told.plan.split(separator: "bang:").count == 3)
        #expect(told.plan.contains("Nơi nhận") && told.plan.contains("456/QĐ-UBND"))
    }

    @Test func `an appendix with a table, alone, is a workspace that is made again`() throws {
        let appendix = try minimalDocument(
            "</w:t></w:r></w:p><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>Phụ lục"
                + OfficePaper.bold + "LỊCH KIỂM TRA"
                + OfficePaper.table([["STT", "Đơn vị", "Ngày"], ["1", "Phòng A", "10/3"]]))
        let told = try told(appendix)
        #expect(!told.codes.contains("import.not-remade"))
        #expect(told.comparison.map { $0.alike > 5 } == true)
        #expect(told.plan.contains("ten: LỊCH KIỂM TRA"))
    }

    @Test func `a field's text is kept and the field is told`() throws {
        let field =
            "Xem mục </w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> REF a \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>II</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t>."
        let told = try told(OfficePaper.plan([field]))
        #expect(told.plan.contains("Xem mục II."))
        #expect(told.codes.filter { $0 == "import.field" }.count == 1)
        #expect(told.texts.contains { $0.contains("REF") })
    }

    @Test func `faults of wording stay and are told, faults of format are not`() throws {
        let told = try told(OfficePaper.plan(["Thực hiện theo Nghị định số 110/2004/NĐ-CP ngày 08/4/2004.."]))
        #expect(told.plan.contains("08/4/2004.."))
        #expect(told.codes.contains { $0.hasPrefix("format.") })
        // The paper and its margins are the form's.
        #expect(!told.codes.contains { $0.hasPrefix("format.page") })
    }
}

extension String {
    fileprivate var escaped: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
