import Diagnostics
import OfficeDocument
import Testing

@testable import OfficialFormat

@Test(arguments: OfficeFormat.allCases)
func `what is not for this check is left alone by name`(format: OfficeFormat) throws {
    var law = RightDocuments.plan
    law.replace("Số: 05/KH-SKHCN", with: "Số: 07/2025/QĐ-UBND")
    #expect(
        OfficialCheck(of: try law.read(as: format)).verdict == .legislation(number: "07/2025/QĐ-UBND")
    )
    var empty = RightDocuments.plan
    empty.sections[0].blocks = [FormStyle.body("")]
    #expect(OfficialCheck(of: try empty.read(as: format)).verdict == .empty)
    var story = RightDocuments.plan
    story.sections[0].blocks = [FormStyle.body("Ngày xửa ngày xưa có một ông lão đánh cá.")]
    #expect(OfficialCheck(of: try story.read(as: format)).verdict == .unrecognised)
}

@Test func `traps for false findings are stepped over`() throws {
    let number = "Số: 05/KH-SKHCN"
    let date = "Đắk Nông, ngày 05 tháng 01 năm 2026"
    let cases: [(String, (inout Document) -> Void)] = [
        (
            "older tone marks",
            { $0.replace("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", with: "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM") }
        ),
        (
            "a draft's blanks",
            {
                $0.replace(number, with: "Số:      /KH-SKHCN")
                $0.replace(date, with: "Đắk Nông, ngày      tháng      năm 2026")
            }
        ),
        ("a centred Roman heading", { $0.change(style: .romanHeading) { $0.paragraph.alignment = .centre } }),
        (
            "a lead that is no basis",
            {
                $0.replace(
                    "\(RightDocuments.sentence).",
                    with:
                        "Thực hiện Kế hoạch số 15/KH-UBND ngày 05 tháng 01 năm 2026 của UBND tỉnh, Sở báo cáo như sau:"
                )
            }
        ),
    ]
    // A head without a table puts both sides on one line.
    var tabbed = RightDocuments.plan
    tabbed.sections[0].blocks[0] = FormStyle.issuingAgency(
        "UBND TỈNH ĐẮK NÔNG      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    )
    let shared = OfficialCheck(of: try tabbed.read(as: .docx)).findings
    #expect(shared.filter { $0.severity > .note }.map(\.rule) == [])
    for (name, change) in cases {
        var document = RightDocuments.plan
        change(&document)
        for format in OfficeFormat.allCases {
            let check = OfficialCheck(of: try document.read(as: format))
            #expect(check.findings.filter { $0.severity > .note }.map(\.rule) == [], "\(name)")
        }
    }
}

@Test(arguments: OfficeFormat.allCases)
func `a number in the lower margin is out of its place`(format: OfficeFormat) throws {
    var document = try RightDocuments.plan.read(as: format)
    document.sections[0].footers = document.sections[0].headers
    document.sections[0].headers = [:]
    let codes = OfficialCheck(of: document).findings.filter { $0.severity > .note }.map(\.rule)
    #expect(codes == [.pageNumberPlace])
}
