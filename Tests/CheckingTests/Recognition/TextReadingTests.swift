import Diagnostics
import OfficeDocument
import OfficePackage
import Recognition
import Regulations
import Testing

@testable import Checking
@testable import Forms

private let sentence = RightDocuments.sentence

@Test(arguments: OfficeFormat.allCases) func `addressees without dashes are told by their place`(
    format: OfficeFormat
) throws {
    var document = RightDocuments.letter
    let indented = { (text: String) in
        Block.paragraph(
            Paragraph(
                text, style: FormStyle.body.rawValue, format: ParagraphFormat(leftIndent: .millimetres(60))))
    }
    let old = Set(["Kính gửi:", "- Sở Tài chính;", "- Sở Nội vụ."])
    document.sections[0].blocks = document.sections[0].blocks.flatMap { block -> [Block] in
        guard case .paragraph(let paragraph) = block, old.contains(paragraph.text) else { return [block] }
        guard paragraph.text == "Kính gửi:" else { return [] }
        return ["Kính gửi:", "Sở Tài chính;", "Sở Nội vụ;", "Sở Tư pháp."].map(indented)
    }
    let recognised = RecognisedDocument(of: try document.read(as: format))
    #expect(recognised.indices(of: .addressee).count == 4)
    #expect(recognised.leads.map { recognised.lines[$0].trimmed } == ["\(sentence)."])
}

@Test func `a long paragraph that argues from an act is text, and a list of bases is one`() throws {
    let act = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"
    var arguing = RightDocuments.plan
    arguing.insert([FormStyle.body("\(act), Sở đã dự thảo kế hoạch; \(sentence).")], .after, "\(sentence).")
    #expect(RecognisedDocument(of: try arguing.read(as: .docx)).indices(of: .legalBasis) == [])
    var listing = RightDocuments.plan
    listing.insert(
        [FormStyle.legalBasis("\(act) \(sentence);"), FormStyle.legalBasis("\(act).")], .before,
        "\(sentence).")
    #expect(RecognisedDocument(of: try listing.read(as: .docx)).indices(of: .legalBasis).count == 2)
}

@Test(arguments: OfficeFormat.allCases) func `the stamp and the foot of a copy are no part of the document`(
    format: OfficeFormat
) throws {
    var document = RightDocuments.plan
    let left = [
        FormStyle.issuingAgency("SỞ KHOA HỌC VÀ CÔNG NGHỆ"), FormStyle.numberAndCode("Số: 01/SY-SKHCN"),
        FormStyle.recipientsLabel("Nơi nhận:"), FormStyle.recipient("- Lưu: VT."),
    ]
    let right = [
        FormStyle.authority("SAO Y"), FormStyle.placeAndDate("Đắk Nông, ngày 06 tháng 01 năm 2026"),
        FormStyle.authority("CHÁNH VĂN PHÒNG"), FormStyle.signerName("Lê Thị Cúc"),
    ]
    document.sections[0].blocks.append(
        .table(
            Table(
                columns: [.millimetres(80), .millimetres(80)],
                rows: [Table.Row([Table.Cell(left), Table.Cell(right)])])))
    let recognised = RecognisedDocument(of: try document.read(as: format))
    #expect(recognised.signatures.count == 1)
    #expect(recognised.marks.values.contains(.stamp))
    #expect(recognised.tables.map(\.kind) == [.head, .foot, .foot])
}

/// Numbers of headings, outermost first, with the level each has.
@Test func `levels follow from what stands around, whichever numbers an office takes`() throws {
    let rows: [(text: String, style: FormStyle, level: Int)] = [
        ("PHẦN THỨ NHẤT", .part, 1), ("KẾT QUẢ NĂM 2025", .part, 1), ("A. TÌNH HÌNH", .romanHeading, 2),
        ("I. KẾT QUẢ", .romanHeading, 3), ("1. Công tác chung", .titledClause, 4),
        ("1.1. Việc một", .titledClause, 5), ("1.2. Việc hai", .titledClause, 5),
        ("2. Công tác riêng", .titledClause, 4), ("B. HẠN CHẾ", .romanHeading, 2),
        ("C. NGUYÊN NHÂN", .romanHeading, 2), ("PHẦN THỨ HAI", .part, 1), ("KẾ HOẠCH NĂM 2026", .part, 1),
        ("I. MỤC TIÊU", .romanHeading, 2), ("1/ Chung", .titledClause, 3), ("2/ Riêng", .titledClause, 3),
    ]
    var document = RightDocuments.plan
    let blocks = rows.flatMap { row in [row.style(row.text), FormStyle.body("\(sentence).")] }
    document.insert(blocks, .before, "I. MỤC ĐÍCH, YÊU CẦU")
    let recognised = RecognisedDocument(of: try document.read(as: .docx))
    let levels = Dictionary(
        recognised.headings.map { (recognised.lines[$0.line].trimmed, $0.level) },
        uniquingKeysWith: { a, _ in a })
    for row in rows where row.text != "KẾT QUẢ NĂM 2025" && row.text != "KẾ HOẠCH NĂM 2026" {
        #expect(levels[row.text] == row.level, "\(row.text)")
    }
}

@Test(arguments: [(1, Sureness.guessed), (2, .guessed), (3, .sure), (4, .sure)])
func `a heading that comes back under each part is sure`(times: Int, sureness: Sureness) throws {
    var document = RightDocuments.plan
    let blocks = (1...times).flatMap { number in
        [
            FormStyle.titledClause("\(number). Lĩnh vực thứ \(number)"), FormStyle.body("a) Mục tiêu"),
            FormStyle.body("\(sentence)."), FormStyle.body("b) Việc của lĩnh vực \(number)"),
            FormStyle.body("\(sentence)."),
        ]
    }
    document.insert(blocks, .before, "I. MỤC ĐÍCH, YÊU CẦU")
    let recognised = RecognisedDocument(of: try document.read(as: .docx))
    func found(_ text: String) -> [Sureness] {
        recognised.headings.filter { recognised.lines[$0.line].trimmed.hasPrefix(text) }.map(\.sureness)
    }
    #expect(found("a) Mục tiêu") == Array(repeating: sureness, count: times))
    #expect(found("b) Việc") == Array(repeating: .guessed, count: times))
}
