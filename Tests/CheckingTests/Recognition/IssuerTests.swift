import Diagnostics
import OfficeDocument
import OfficePackage
import Recognition
import Regulations
import Testing

@testable import Checking
@testable import Forms

/// A plan of two departments: both names bold, number and type as such documents have them.
private func joint(type: String = "KẾ HOẠCH", number: String = "Số: 05/KH-SNV-SKHCN") -> Document {
    var document = RightDocuments.plan
    document.change("UBND TỈNH ĐẮK NÔNG") { $0.style = FormStyle.issuingAgency.rawValue }
    document.replace("UBND TỈNH ĐẮK NÔNG", with: "SỞ NỘI VỤ")
    document.replace("KẾ HOẠCH", with: type)
    document.replace("Số: 05/KH-SKHCN", with: number)
    return document
}

@Test(arguments: [
    ("KẾ HOẠCH LIÊN TỊCH", "Số: 05/KH-SNV-SKHCN"), ("KẾ HOẠCH", "Số: 05/KHLT-SNV-SKHCN"),
    ("KẾ HOẠCH PHỐI HỢP", "Số: 05/KHPH-SNV-SKHCN"), ("KẾ HOẠCH LIÊN NGÀNH", "Số: 05/KHLN-SNV-SKHCN"),
]) func `the issuers of a joint document are nobody's superiors, and its abbreviation is no fault`(
    type: String, number: String
) throws {
    for format in OfficeFormat.allCases {
        let read = try joint(type: type, number: number).read(as: format)
        let recognised = RecognisedDocument(of: read)
        #expect(recognised.isJoint)
        #expect(recognised.indices(of: .issuingAgency).count == 2)
        #expect(recognised.indices(of: .superiorAgency) == [])
        #expect(recognised.typeName == "Kế hoạch")
        let wrong = OfficialCheck(of: read).findings.filter { $0.severity > .note }
        #expect(wrong.map(\.rule).filter { $0 != .agencyLineLength } == [])
    }
}

@Test func `a superior agency in bold stays a superior where nothing says that both issue the document`()
    throws
{
    let check = OfficialCheck(of: try joint().read(as: .docx))
    #expect(check.components.filter { $0.component == .superiorAgency }.map(\.text) == ["SỞ NỘI VỤ"])
    #expect(check.findings.map(\.rule).contains(.superiorAgencyLook))
}

@Test(arguments: ["CHƯƠNG TRÌNH HÀNH ĐỘNG", "CHƯƠNG TRÌNH CÔNG TÁC", "BÁO CÁO TỔNG KẾT", "BÁO CÁO TÓM TẮT"])
func `a type that says more of itself is a type as a whole where a subject stands below`(type: String) throws
{
    var document = RightDocuments.plan
    document.replace("KẾ HOẠCH", with: type)
    let recognised = RecognisedDocument(of: try document.read(as: .docx))
    #expect(recognised.first(.documentType).map { recognised.lines[$0].trimmed } == type)
    #expect(recognised.indices(of: .subject).count == 1)
}

@Test(arguments: [
    "ĐẢNG CỘNG SẢN VIỆT NAN", "ĐẢNG CÔNG SẢN VIỆT NAM", "ĐẢN CỘNG SẢN VIỆT NAM", "DANG CONG SAN VIET NAM",
    "ĐẢNG CSVN", "ĐẢNG BỘ TỈNH QUẢNG NINH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
]) func `a paper of the Party under a wrong title is the Party's, and the title is the finding`(title: String)
    throws
{
    for party in PartyDocuments.all {
        var document = party.plan
        document.replace("BAN TUYÊN GIÁO VÀ DÂN VẬN", with: "ĐẢNG ỦY PHƯỜNG HẠ LONG")
        let clean = OfficialCheck(of: try document.read(as: .docx)).findings.map(\.rule)
        document.replace(PartyLetterhead.title, with: title)
        for format in OfficeFormat.allCases {
            let check = OfficialCheck(of: try document.read(as: format))
            #expect(check.verdict == .judged(party.guidance.key))
            #expect(check.findings.map(\.rule).filter { !clean.contains($0) } == [.partyTitleWording])
        }
    }
}

@Test func `a paper of the Party without any title lacks it`() throws {
    var document = PartyDocuments.all[0].plan
    document.replace("BAN TUYÊN GIÁO VÀ DÂN VẬN", with: "ĐẢNG ỦY PHƯỜNG HẠ LONG")
    document.replace(PartyLetterhead.title, with: "")
    let check = OfficialCheck(of: try document.read(as: .docx))
    #expect(check.verdict == .judged(.guidance05))
    #expect(check.findings.map(\.rule).contains(.componentMissing))
}

@Test func `an office of the state with a number in the Party's form stays the state's`() throws {
    var document = RightDocuments.plan
    document.replace("Số: 05/KH-SKHCN", with: "Số 05-KH/SKHCN")
    #expect(OfficialCheck(of: try document.read(as: .docx)).verdict == .judged(.decree30))
}
