import Diagnostics
import OfficeDocument
import OfficePackage
import Regulations
import Testing

@testable import Checking
@testable import Forms

@Test(arguments: OfficeFormat.allCases) func `what is not for this check is left alone by name`(
    format: OfficeFormat
) throws {
    var law = RightDocuments.plan
    law.replace("Số: 05/KH-SKHCN", with: "Số: 07/2025/QĐ-UBND")
    #expect(OfficialCheck(of: try law.read(as: format)).verdict == .legislation(number: "07/2025/QĐ-UBND"))
    for number in ["Số:      /2025/TT-BTC", "Số: …/2025/QĐ-UBND"] {
        law.replace("Số: 07/2025/QĐ-UBND", with: number)
        guard case .legislation = OfficialCheck(of: try law.read(as: format)).verdict else {
            Issue.record("\(number) is taken for an administrative number")
            continue
        }
        law.replace(number, with: "Số: 07/2025/QĐ-UBND")
    }
    law.replace("Số: 07/2025/QĐ-UBND", with: "Nghị quyết số: 101/2025/UBTVQH15")
    #expect(OfficialCheck(of: try law.read(as: format)).verdict == .legislation(number: "101/2025/UBTVQH15"))
    var empty = RightDocuments.plan
    empty.sections[0].blocks = [FormStyle.body("")]
    #expect(OfficialCheck(of: try empty.read(as: format)).verdict == .empty)
    var story = RightDocuments.plan
    story.sections[0].blocks = [FormStyle.body("Ngày xửa ngày xưa có một ông lão đánh cá.")]
    guard case .unrecognised(let seen, let missing) = OfficialCheck(of: try story.read(as: format)).verdict
    else {
        Issue.record("a story is taken for a document")
        return
    }
    #expect(seen == [])
    #expect(missing.contains(.nationalTitle) && missing.contains(.numberAndCode))
}

@Test(arguments: OfficeFormat.allCases) func `an application of a citizen is no document of an office`(
    format: OfficeFormat
) throws {
    var application = RightDocuments.plan
    application.sections[0].blocks = [
        FormStyle.nationalTitle("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        FormStyle.motto("Độc lập – Tự do – Hạnh phúc"), FormStyle.documentType("ĐƠN XIN XÁC NHẬN"),
        FormStyle.addressee("Kính gửi: Ủy ban nhân dân ................................."),
        FormStyle.body("Tôi tên là: ................................. sinh ngày: ................."),
    ]
    #expect(
        OfficialCheck(of: try application.read(as: format)).verdict == .ofCitizens(title: "ĐƠN XIN XÁC NHẬN"))
}

@Test(arguments: ["TỜ KHAI ĐĂNG KÝ KẾT HÔN", "PHIẾU YÊU CẦU CUNG CẤP THÔNG TIN", "GIẤY ĐỀ NGHỊ HỖ TRỢ"])
func `a form for citizens is named and left alone`(title: String) throws {
    for format in OfficeFormat.allCases {
        var form = RightDocuments.plan
        form.sections[0].blocks = [
            FormStyle.nationalTitle("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            FormStyle.motto("Độc lập - Tự do - Hạnh phúc"), FormStyle.documentType(title),
            FormStyle.addressee("Kính gửi: Ủy ban nhân dân ................................."),
            FormStyle.body("Họ và tên: ................................. Ngày sinh: ................."),
        ]
        let check = OfficialCheck(of: try form.read(as: format))
        #expect(check.verdict == .ofCitizens(title: title))
        #expect(check.seen.components.contains { $0.component == .motto && $0.status == .found })
    }
}

@Test(arguments: ["MẬT", "KHẨN", "HỎA TỐC", "DỰ THẢO", "(Dự thảo lần 2)"])
func `a stamp in the head is a stamp and no fault`(stamp: String) throws {
    for format in OfficeFormat.allCases {
        var document = RightDocuments.plan
        document.insert([FormStyle.numberAndCode(stamp)], .after, "Số: 05/KH-SKHCN")
        let check = OfficialCheck(of: try document.read(as: format))
        #expect(check.seen.marks.filter { $0.kind == "stamp" }.map(\.text) == [stamp])
        #expect(check.findings.filter { $0.severity > .note }.map(\.rule) == [])
    }
}
