import Container
import Diagnostics
import OfficeDocument
import OfficePackage
import Regulations

@testable import Checking
@testable import Forms

extension Letterhead {
    static let nationalTitle = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    static let motto = "Độc lập - Tự do - Hạnh phúc"
}

extension PartyLetterhead { static let title = "ĐẢNG CỘNG SẢN VIỆT NAM" }

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
                .subjectLine, of: 165,
                DrawnLines().subjectLineLength(lines: ["Tuyên truyền về khoa học và công nghệ năm 2026"])),
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
                    .subjectLine, of: 165,
                    DrawnLines().subjectLineLength(lines: ["Về việc phê duyệt dự toán kinh phí năm 2026"])),
                FormStyle.addressee("Kính gửi: Sở Tài chính"),
                FormStyle.legalBasis(
                    "Căn cứ Luật Khoa học, công nghệ và đổi mới sáng tạo ngày 27 tháng 6 năm 2025;"),
                FormStyle.legalBasis(
                    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư."
                ), FormStyle.body("\(sentence)."),
            ] + foot(asAbove: true)
        return document
    }

    /// A decision (quyết định) with articles.
    static var decision: Document {
        var document = Form.decision.document()
        let subject = "Về việc ban hành Quy chế phát ngôn"
        document.sections[0].blocks =
            [
                head(number: "Số: 05/QĐ-SKHCN"), FormStyle.documentType("QUYẾT ĐỊNH"),
                FormStyle.subject(subject),
                line(.subjectLine, of: 165, DrawnLines().subjectLineLength(lines: [subject])),
                FormStyle.issuer("GIÁM ĐỐC SỞ KHOA HỌC VÀ CÔNG NGHỆ"),
                FormStyle.legalBasis(
                    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;"
                ), FormStyle.legalBasis("Theo đề nghị của Chánh Văn phòng Sở."),
                FormStyle.issuer("QUYẾT ĐỊNH:"),
                FormStyle.article("Điều 1. Ban hành kèm theo Quyết định này Quy chế phát ngôn."),
                FormStyle.article("Điều 2. Quyết định này có hiệu lực kể từ ngày ký."),
            ] + foot(asAbove: false)
        document.replace("- UBND tỉnh (để b/c);", with: "- Như Điều 2;")
        return document
    }

    static let mention = "Kinh phí thực hiện theo dự toán (chi tiết tại Phụ lục kèm theo)."
    static let reference =
        "(Kèm theo Kế hoạch số 05/KH-SKHCN ngày 05 tháng 01 năm 2026 của Sở Khoa học và Công nghệ)"

    /// The plan with an appendix on a landscape sheet.
    static var planWithAppendix: Document {
        var document = plan
        document.replace("\(sentence).", with: mention)
        var appendix = document.sections[0]
        appendix.name = "Phụ lục"
        appendix.page = FormLayout(.decree30).landscape.page
        appendix.pageNumbering = .restarts(at: 1)
        let cells = ["STT", "Nội dung", "Đơn vị tính", "Thành tiền"].map {
            Table.Cell([FormStyle.headerCell($0)])
        }
        appendix.blocks = [
            FormStyle.appendixLabel("Phụ lục"), FormStyle.appendixTitle("DỰ TOÁN KINH PHÍ"),
            FormStyle.appendixReference(reference), FormStyle.appendixLine(""),
            .table(
                Table(
                    columns: [20, 120, 50, 60].map(Length.millimetres), grid: .thin,
                    rows: [Table.Row(cells, role: .header)])), FormStyle.sectionEnd(""),
        ]
        document.sections.append(appendix)
        return document
    }

    static func head(number: String, subject: String? = nil) -> Block {
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
                columns: [.millimetres(68), .millimetres(104)], leftIndent: .millimetres(-3.5),
                rows: [
                    Table.Row([Table.Cell(agency), Table.Cell(nation)]),
                    Table.Row([Table.Cell(left), Table.Cell([date])]),
                ]))
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
                    rows: [Table.Row([Table.Cell(recipients), Table.Cell(signature)])])),
            FormStyle.sectionEnd(""),
        ]
    }

    static func line(_ style: FormStyle, of column: Double, _ length: Double) -> Block {
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
        for index in sections.indices { Self.change(text, in: &sections[index].blocks, &isDone, change) }
        precondition(isDone, "no paragraph says “\(text)”")
    }

    mutating func replace(_ text: String, with other: String) {
        change(text) { $0.runs = other.isEmpty ? [] : [Run(other)] }
    }

    /// Changes every paragraph of that style.
    mutating func change(paragraphsOf style: FormStyle, _ change: (inout Paragraph) -> Void) {
        for index in sections.indices {
            sections[index].blocks = sections[index].blocks.map { Self.changed($0, style, change) }
        }
    }

    private static func changed(_ block: Block, _ style: FormStyle, _ change: (inout Paragraph) -> Void)
        -> Block
    {
        switch block {
        case .paragraph(var paragraph):
            if paragraph.style == style.rawValue { change(&paragraph) }
            return .paragraph(paragraph)
        case .table(var table):
            for row in table.rows.indices {
                for cell in table.rows[row].cells.indices {
                    table.rows[row].cells[cell].blocks = table.rows[row].cells[cell].blocks.map {
                        changed($0, style, change)
                    }
                }
            }
            return .table(table)
        }
    }

    /// Puts blocks right before or behind the first paragraph of that text, in a cell too.
    mutating func insert(_ new: [Block], _ side: Side, _ text: String) {
        var isDone = false
        for index in sections.indices {
            sections[index].blocks = Self.inserted(new, side, text, in: sections[index].blocks, &isDone)
        }
        precondition(isDone, "no paragraph says “\(text)”")
    }

    enum Side { case before, after }

    private static func inserted(
        _ new: [Block], _ side: Side, _ text: String, in blocks: [Block], _ isDone: inout Bool
    ) -> [Block] {
        var result: [Block] = []
        for block in blocks {
            switch block {
            case .paragraph(let paragraph) where paragraph.text == text && !isDone:
                isDone = true
                result += side == .before ? new + [block] : [block] + new
            case .paragraph: result.append(block)
            case .table(var table):
                for row in table.rows.indices {
                    for cell in table.rows[row].cells.indices {
                        let old = table.rows[row].cells[cell].blocks
                        table.rows[row].cells[cell].blocks = inserted(new, side, text, in: old, &isDone)
                    }
                }
                result.append(.table(table))
            }
        }
        return result
    }

    /// Begins a new page, as a new section does, behind the block of the first section with that text.
    mutating func breakPage(behind text: String) {
        let blocks = sections[0].blocks
        let place = blocks.firstIndex {
            if case .paragraph(let paragraph) = $0 { paragraph.text == text } else { false }
        }
        guard let place else { preconditionFailure("no paragraph says “\(text)”") }
        var rest = sections[0]
        rest.name = "Phần hai"
        rest.blocks = Array(blocks[(place + 1)...])
        sections[0].blocks = Array(blocks[...place])
        sections.insert(rest, at: 1)
    }

    mutating func change(style: FormStyle, _ change: (inout ParagraphStyle) -> Void) {
        for index in styles.indices where styles[index].id == style.rawValue { change(&styles[index]) }
    }

    private static func change(
        _ text: String, in blocks: inout [Block], _ isDone: inout Bool, _ change: (inout Paragraph) -> Void
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
