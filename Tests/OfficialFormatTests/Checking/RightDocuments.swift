import Container
import Diagnostics
import OfficeDocument

@testable import OfficialFormat

/// Documents without a fault, made of the forms' styles; mutations break one thing in them.
enum RightDocuments {
    static let sentence =
        "Các đơn vị thuộc Sở phối hợp chặt chẽ trong quá trình thực hiện, bảo đảm nội dung tuyên truyền thiết thực,"
        + " dễ hiểu, phù hợp với từng nhóm đối tượng và điều kiện thực tế của địa phương"

    /// A plan of one page.
    static var plan: Document {
        var document = Form.plan.document()
        let body: [Block] = [
            FormStyle.documentType("KẾ HOẠCH"),
            FormStyle.subject("Tuyên truyền về khoa học và công nghệ năm 2026"),
            line(
                .subjectLine,
                of: 165,
                DrawnLines().subjectLineLength(lines: ["Tuyên truyền về khoa học và công nghệ năm 2026"])
            ),
            FormStyle.body("\(sentence)."), FormStyle.romanHeading("I. MỤC ĐÍCH, YÊU CẦU"),
            FormStyle.titledClause("1. Mục đích"), FormStyle.body("\(sentence)."),
            FormStyle.titledClause("2. Yêu cầu"), FormStyle.dashItem("- \(sentence)."),
            FormStyle.romanHeading("II. NỘI DUNG"), FormStyle.point("a) \(sentence)."),
            FormStyle.point("b) \(sentence)."),
        ]
        document.sections[0].blocks = [head(number: "Số: 05/KH-SKHCN")] + body + foot(asAbove: false)
        return document
    }

    /// A letter (công văn) with bases of two kinds of addressee.
    static var letter: Document {
        var document = Form.letter.document()
        document.sections[0].blocks =
            [
                head(number: "Số: 05/SKHCN-VP", subject: "V/v báo cáo kết quả tuyên truyền"),
                FormStyle.sectionEnd(""), FormStyle.addressees("Kính gửi:"),
                FormStyle.addresseeItem("- Sở Tài chính;"), FormStyle.addresseeItem("- Sở Nội vụ."),
                FormStyle.body("\(sentence)."),
            ] + foot(asAbove: true)
        return document
    }

    /// A submission (tờ trình) with legal bases.
    static var submission: Document {
        var document = Form.submission.document()
        document.sections[0].blocks =
            [
                head(number: "Số: 05/TTr-SKHCN"), FormStyle.documentType("TỜ TRÌNH"),
                FormStyle.subject("Về việc phê duyệt dự toán kinh phí năm 2026"),
                line(
                    .subjectLine,
                    of: 165,
                    DrawnLines().subjectLineLength(lines: ["Về việc phê duyệt dự toán kinh phí năm 2026"])
                ),
                FormStyle.addressee("Kính gửi: Sở Tài chính"),
                FormStyle.legalBasis("Căn cứ Luật Khoa học và Công nghệ ngày 18 tháng 6 năm 2013;"),
                FormStyle.legalBasis(
                    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư."
                ),
                FormStyle.body("\(sentence)."),
            ] + foot(asAbove: true)
        return document
    }

    private static func head(number: String, subject: String? = nil) -> Block {
        var left = [FormStyle.numberAndCode(number)]
        if let subject { left.append(FormStyle.letterSubject(subject)) }
        let name = "SỞ KHOA HỌC VÀ CÔNG NGHỆ"
        let agency = [
            FormStyle.superiorAgency("UBND TỈNH ĐẮK NÔNG"), FormStyle.issuingAgency(name),
            line(.agencyLine, of: 68, DrawnLines().agencyLineLength(name: name)),
        ]
        let nation = [
            FormStyle.nationalTitle("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            FormStyle.motto("Độc lập - Tự do - Hạnh phúc"), FormStyle.mottoLine(""),
        ]
        let date = FormStyle.placeAndDate("Đắk Nông, ngày 05 tháng 01 năm 2026")
        return .table(
            Table(
                columns: [.millimetres(68), .millimetres(104)],
                leftIndent: .millimetres(-3.5),
                rows: [
                    Table.Row([Table.Cell(agency), Table.Cell(nation)]),
                    Table.Row([Table.Cell(left), Table.Cell([date])]),
                ]
            )
        )
    }

    private static func foot(asAbove: Bool) -> [Block] {
        let first = asAbove ? "- Như trên;" : "- UBND tỉnh (để b/c);"
        let recipients = [
            FormStyle.recipientsLabel("Nơi nhận:"), FormStyle.recipient(first),
            FormStyle.recipient("- Các đơn vị thuộc Sở;"), FormStyle.recipient("- Lưu: VT, VP."),
        ]
        let signature = [
            FormStyle.authority("KT. GIÁM ĐỐC"), FormStyle.authority("PHÓ GIÁM ĐỐC"),
            FormStyle.signerName("Nguyễn Văn An"),
        ]
        return [
            FormStyle.closing("\(sentence)./."),
            .table(
                Table(
                    columns: FormLayout(.decree30).signatureColumns.map(Length.millimetres),
                    rows: [Table.Row([Table.Cell(recipients), Table.Cell(signature)])]
                )
            ), FormStyle.sectionEnd(""),
        ]
    }

    private static func line(_ style: FormStyle, of column: Double, _ length: Double) -> Block {
        let indent = Length.millimetres((column - length) / 2)
        let format = ParagraphFormat(leftIndent: indent, rightIndent: indent)
        return .paragraph(Paragraph("", style: style.rawValue, format: format))
    }
}

extension Document {
    /// The document as a file of that format says it.
    func read(as format: OfficeFormat) throws -> ReadDocument {
        let file = "van-ban.\(format.rawValue)"
        return try ReadDocument.reading(Archive(bytes: bytes(as: format), file: file)).value
    }

    /// Changes the first paragraph of that text.
    mutating func change(_ text: String, _ change: (inout Paragraph) -> Void) {
        var isDone = false
        for index in sections.indices {
            Self.change(text, in: &sections[index].blocks, &isDone, change)
        }
        precondition(isDone, "no paragraph says “\(text)”")
    }

    mutating func replace(_ text: String, with other: String) {
        change(text) { $0.runs = other.isEmpty ? [] : [Run(other)] }
    }

    mutating func change(style: FormStyle, _ change: (inout ParagraphStyle) -> Void) {
        for index in styles.indices where styles[index].id == style.rawValue { change(&styles[index]) }
    }

    private static func change(
        _ text: String,
        in blocks: inout [Block],
        _ isDone: inout Bool,
        _ change: (inout Paragraph) -> Void
    ) {
        for index in blocks.indices where !isDone {
            switch blocks[index] {
            case .paragraph(var paragraph):
                guard paragraph.text == text else { continue }
                change(&paragraph)
                blocks[index] = .paragraph(paragraph)
                isDone = true
            case .table(var table):
                for row in table.rows.indices {
                    for cell in table.rows[row].cells.indices {
                        Self.change(text, in: &table.rows[row].cells[cell].blocks, &isDone, change)
                    }
                }
                blocks[index] = .table(table)
            }
        }
    }
}
