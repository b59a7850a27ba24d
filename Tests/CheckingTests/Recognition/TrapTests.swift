import Container
import Diagnostics
import OfficeDocument
import OfficePackage
import Regulations
import Testing

@testable import Checking
@testable import Forms

/// What looks like a fault and is none; each is a way in which documents of careful offices look.
struct Trap: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var document: @Sendable () -> Document = { RightDocuments.plan }
    let change: @Sendable (inout Document) -> Void

    init(
        _ name: String, in document: @escaping @Sendable () -> Document = { RightDocuments.plan },
        _ change: @escaping @Sendable (inout Document) -> Void
    ) {
        testDescription = name
        self.document = document
        self.change = change
    }

    private static let number = "Số: 05/KH-SKHCN"
    private static let date = "Đắk Nông, ngày 05 tháng 01 năm 2026"
    private static let lead = "\(RightDocuments.sentence)."

    static let all: [Trap] = [
        Trap("HOÀ in Quốc hiệu, in the style of the newer books") {
            $0.replace("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", with: "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        },
        Trap("UỶ BAN in the newer style beside HÒA in the older") {
            $0.replace("UBND TỈNH ĐẮK NÔNG", with: "UỶ BAN NHÂN DÂN TỈNH ĐẮK NÔNG")
        },
        Trap("a draft's blank number and day") {
            $0.replace(number, with: "Số:      /KH-SKHCN")
            $0.replace(date, with: "Đắk Nông, ngày      tháng      năm 2026")
        },
        Trap("a draft's dots for number and day") {
            $0.replace(number, with: "Số: ……/KH-SKHCN")
            $0.replace(date, with: "Đắk Nông, ngày … tháng … năm 2026")
        },
        Trap("a draft with its month and year known") {
            $0.replace(date, with: "Đắk Nông, ngày      tháng 01 năm 2026")
        },
        Trap("cells of 11 points") { document in
            document.change(style: .textCell) { $0.character.size = 11 }
            let cells = (0..<4).map { Table.Cell([FormStyle.textCell("Nội dung \($0)")]) }
            let table = Table(columns: (0..<4).map { _ in .millimetres(40) }, rows: [Table.Row(cells)])
            document.insert([.table(table)], .after, lead)
        },
        Trap("“Căn cứ” at the beginning of plain text") {
            $0.replace(
                lead, with: "Căn cứ tình hình thực tế, Sở Khoa học và Công nghệ báo cáo kết quả như sau:")
        },
        Trap("a sentence that begins with its basis") {
            $0.replace(
                lead, with: "Căn cứ tình hình thực tế, Sở Khoa học và Công nghệ đề nghị các đơn vị báo cáo.")
        },
        Trap("a sentence that begins with its basis and asks units") {
            $0.replace(lead, with: "Căn cứ tình hình thực tế, các đơn vị chủ động phối hợp thực hiện.")
        },
        Trap("a lead that is no basis") {
            $0.replace(
                lead,
                with:
                    "Thực hiện Kế hoạch số 15/KH-UBND ngày 05 tháng 01 năm 2026 của UBND tỉnh, Sở báo cáo như sau:"
            )
        },
        Trap("a subject of a letter on two lines", in: { RightDocuments.letter }) {
            $0.insert(
                [FormStyle.letterSubject("tại các xã, phường")], .after, "V/v báo cáo kết quả tuyên truyền")
        },
        Trap("a centred Roman heading") {
            $0.change(style: .romanHeading) { $0.paragraph.alignment = .centre }
        },
        Trap("a Roman heading without indent") {
            $0.change(style: .romanHeading) { $0.paragraph.firstLineIndent = .zero }
        },
        Trap(
            "slots in the line “Kèm theo” of an electronic document", in: { RightDocuments.planWithAppendix }
        ) {
            $0.replace(
                RightDocuments.reference,
                with:
                    "(Kèm theo Kế hoạch số      /KH-SKHCN ngày      tháng      năm 2026 của Sở Khoa học và Công nghệ)"
            )
        },
        Trap("the line “Kèm theo” on two lines", in: { RightDocuments.planWithAppendix }) {
            $0.replace(RightDocuments.reference, with: "(Kèm theo Kế hoạch số 05/KH-SKHCN")
            $0.insert(
                [FormStyle.appendixReference("ngày 05 tháng 01 năm 2026 của Sở Khoa học và Công nghệ)")],
                .after, "(Kèm theo Kế hoạch số 05/KH-SKHCN")
        },
        Trap("an addressee to be filled in", in: { RightDocuments.submission }) {
            $0.replace("Kính gửi: Sở Tài chính", with: "Kính gửi: Ủy ban nhân dân ......................")
        },
        Trap("a slot at the end of brackets") {
            $0.replace(lead, with: "Các đơn vị (theo Quyết định của ………… ) tổ chức thực hiện.")
        },
        Trap("a date in a numbered ward") { $0.replace(date, with: "Phường 1, ngày 05 tháng 01 năm 2026") },
        Trap("abbreviations with full stops inside a sentence") {
            $0.replace(lead, with: "Mời GS. Nguyễn Văn An, TS. Trần Thị Bình v.v. cùng dự tại TP. Gia Nghĩa.")
        },
        Trap("addresses with dots and signs of the web") {
            $0.replace(lead, with: "Gửi qua thư điện tử vanthu@skhcn.gov.vn, trang www.skhcn.gov.vn/tin?a=1.")
        },
        Trap("another act's appendix named") {
            $0.replace(
                lead,
                with: "Thực hiện theo Phụ lục II ban hành kèm theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020."
            )
        },
        Trap("a unit that still was when the document was issued") {
            $0.replace(date, with: "Đắk Nông, ngày 05 tháng 01 năm 2025")
            $0.replace(lead, with: "Phối hợp với UBND huyện Cư Jút thực hiện.")
        },
        Trap("common abbreviations nobody explains") {
            $0.replace(lead, with: "UBND tỉnh, HĐND tỉnh và các trường THPT phối hợp thực hiện.")
        },
        Trap("Nhân dân in compounds") {
            $0.replace(lead, with: "Hội đồng nhân dân, Ủy ban nhân dân và ngân sách nhà nước.")
        },
        Trap("letters set from another column by blank cells") { document in
            // The number's row as a third cell between the sides.
            guard case .table(var table) = document.sections[0].blocks[0] else { return }
            table.columns = [.millimetres(68), .millimetres(2), .millimetres(104)]
            for row in table.rows.indices {
                table.rows[row].cells.insert(Table.Cell([FormStyle.recipient("")]), at: 1)
            }
            document.sections[0].blocks[0] = .table(table)
        },
        Trap("the small set of sizes") { document in
            document.styles = Form.plan.document(sizes: .small).styles
            document.defaults.size = 13
            // The name fits one line now, and its line is longer.
            document.change(paragraphsOf: .agencyLine) { paragraph in
                paragraph.format.leftIndent = .millimetres(21)
                paragraph.format.rightIndent = .millimetres(21)
            }
        },
    ]
}

@Test(arguments: Trap.all, OfficeFormat.allCases) func `what only looks like a fault is none`(
    trap: Trap, format: OfficeFormat
) throws {
    var document = trap.document()
    trap.change(&document)
    let check = OfficialCheck(of: try document.read(as: format))
    #expect(check.verdict == .judged(.decree30))
    #expect(check.findings.map { "\($0.rule.code.rawValue) \($0.found.english) \($0.excerpt)" } == [])
}

@Test(arguments: OfficeFormat.allCases)
func `letters with their marks apart are told once and nothing else is`(format: OfficeFormat) throws {
    var document = RightDocuments.plan
    // Every paragraph, the head's too.
    for style in FormStyle.allCases {
        document.change(paragraphsOf: style) { paragraph in
            paragraph.runs = paragraph.runs.map { run in
                guard !run.text.isEmpty else { return run }
                return Run(decomposed(run.text), format: run.format)
            }
        }
    }
    let findings = OfficialCheck(of: try document.read(as: format)).findings
    #expect(findings.map(\.rule) == [.decomposedLetters])
}

/// Vowels of this test with their marks behind them.
private func decomposed(_ text: String) -> String {
    let parts: [Character: String] = [
        "ế": "e\u{302}\u{301}", "Ộ": "O\u{302}\u{323}", "ộ": "o\u{302}\u{323}", "ạ": "a\u{323}",
        "ự": "u\u{31B}\u{323}", "Ò": "O\u{300}", "Ã": "A\u{303}", "ệ": "e\u{302}\u{323}",
        "ữ": "u\u{31B}\u{303}", "á": "a\u{301}",
    ]
    return text.map { parts[$0] ?? String($0) }.joined()
}

@Test(arguments: OfficeFormat.allCases)
func `rules that a document's own kind does not know are switched off for it`(format: OfficeFormat) throws {
    var document = RightDocuments.plan
    document.replace("Số: 05/KH-SKHCN", with: "Số: 5/KH-SKHCN")
    let file = try document.read(as: format)
    #expect(OfficialCheck(of: file).findings.map(\.rule) == [.numberUnpadded])
    #expect(OfficialCheck(of: file, settings: RuleSettings(off: [.numberUnpadded])).findings == [])
}

@Test func `a file that begins with an appendix may have any number and show samples with heads`() throws {
    var document = RightDocuments.planWithAppendix
    document.sections.removeFirst()
    document.sections[0].page = FormLayout(.decree30).portrait.page
    document.replace("Phụ lục", with: "Phụ lục IV")
    document.sections[0].blocks += [RightDocuments.head(number: "Số: …/QĐ-…"), FormStyle.sectionEnd("")]
    let check = OfficialCheck(of: try document.read(as: .docx))
    #expect(check.findings.map(\.rule) == [])
}
