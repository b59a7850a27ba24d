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
