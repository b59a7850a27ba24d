import OfficeDocument
import Regulations

@testable import Checking
@testable import Forms

/// Documents of the Party without a fault, under either guidance.
struct PartyDocuments: Sendable {
    let guidance: FormatProfile

    static let all = [PartyDocuments(guidance: .guidance05), PartyDocuments(guidance: .guidance36)]

    static let superior = "TỈNH ỦY QUẢNG NINH"
    static let issuer = "BAN TUYÊN GIÁO VÀ DÂN VẬN"
    static let number = "Số 05-KH/BTGDVTU"
    static let subject = "tuyên truyền kết quả thực hiện nghị quyết"
    static let fileLine = "- Lưu Văn phòng Ban."
    private static let sentence = RightDocuments.sentence

    /// Inside the time each guidance holds for.
    var date: String {
        guidance.key == .guidance05
            ? "Quảng Ninh, ngày 05 tháng 6 năm 2026" : "Quảng Ninh, ngày 05 tháng 01 năm 2026"
    }

    /// What recipients but the last one end in.
    var mark: String { String(guidance.recipients.betweenItems) }

    var plan: Document {
        var document = Form.partyPlan.document()
        document.sections[0].blocks =
            [
                head(number: Self.number), FormStyle.documentType("KẾ HOẠCH"),
                FormStyle.subject(Self.subject), FormStyle.hyphens("-----"),
                FormStyle.body("\(Self.sentence)."), FormStyle.romanHeading("I- MỤC ĐÍCH, YÊU CẦU"),
                FormStyle.titledClause("1. Mục đích"), FormStyle.body("\(Self.sentence)."),
                FormStyle.titledClause("2. Yêu cầu"), FormStyle.dashItem("- \(Self.sentence)."),
                FormStyle.romanHeading("II- NỘI DUNG"), FormStyle.point("a) \(Self.sentence)."),
                FormStyle.point("b) \(Self.sentence)."),
            ] + foot(first: "- Thường trực Tỉnh ủy (để báo cáo)\(mark)")
        return document
    }

    var letter: Document {
        var document = Form.partyLetter.document()
        document.sections[0].blocks =
            [
                head(number: "Số 05-CV/BTGDVTU", letterSubject: "về việc báo cáo kết quả tuyên truyền"),
                FormStyle.sectionEnd(""), FormStyle.addressees("Kính gửi:"),
                FormStyle.addresseeItem("- Ban Thường vụ Đảng ủy phường Hạ Long;"),
                FormStyle.addresseeItem("- Ban Thường vụ Đảng ủy phường Hồng Gai."),
                FormStyle.body("\(Self.sentence)."),
            ] + foot(first: "- Như trên\(mark)")
        return document
    }

    var submission: Document {
        var document = Form.partySubmission.document()
        document.sections[0].blocks =
            [
                head(number: "Số 05-TTr/BTGDVTU"), FormStyle.documentType("TỜ TRÌNH"),
                FormStyle.subject("về chương trình công tác năm 2026"), FormStyle.hyphens("-----"),
                FormStyle.addressee("Kính trình: Ban Thường vụ Tỉnh ủy"),
                FormStyle.legalBasis("- Căn cứ Điều lệ Đảng;"),
                FormStyle.legalBasis(
                    "- Căn cứ Quy chế làm việc của Ban Thường vụ Tỉnh ủy\(guidance.legalBasis.lastEnd)"),
                FormStyle.body("\(Self.sentence)."),
            ] + foot(first: "- Như trên\(mark)")
        return document
    }

    private func head(number: String, letterSubject: String? = nil) -> Block {
        var left = [
            FormStyle.superiorAgency(Self.superior), FormStyle.issuingAgency(Self.issuer),
            FormStyle.star("*"), FormStyle.numberAndCode(number),
        ]
        if let letterSubject { left.append(FormStyle.letterSubject(letterSubject)) }
        let right = [
            FormStyle.partyTitle(PartyLetterhead.title), FormStyle.partyTitleLine(""),
            FormStyle.placeAndDate(date),
        ]
        return .table(
            Table(
                columns: [.millimetres(68), .millimetres(104)], leftIndent: .millimetres(-3.5),
                rows: [Table.Row([Table.Cell(left), Table.Cell(right)])]))
    }

    private func foot(first: String) -> [Block] {
        let recipients = [
            FormStyle.recipientsLabel("Nơi nhận:"), FormStyle.recipient(first),
            FormStyle.recipient("- Các đơn vị thuộc Ban\(mark)"), FormStyle.recipient(Self.fileLine),
        ]
        let signature = [
            FormStyle.authority("K/T TRƯỞNG BAN"), FormStyle.position("PHÓ TRƯỞNG BAN"),
            FormStyle.signerName("Nguyễn Văn An"),
        ]
        return [
            FormStyle.closing("\(Self.sentence), đúng tiến độ."),
            .table(
                Table(
                    columns: FormLayout(.guidance05).signatureColumns.map(Length.millimetres),
                    rows: [Table.Row([Table.Cell(recipients), Table.Cell(signature)])])),
            FormStyle.sectionEnd(""),
        ]
    }
}
