import Diagnostics
import OfficeDocument
import OfficePackage
import Recognition
import Regulations
import Testing

@testable import Checking
@testable import Forms

/// Number, date and name as forms keep room for them.
private let slots: [(number: String, date: String, name: String)] = [
    ("Số: [số]/KH-SKHCN", "Đắk Nông, ngày [ngày] tháng [tháng] năm 2026", "[Họ và tên]"),
    ("Số: «So»/KH-SKHCN", "Đắk Nông, ngày «Ngay» tháng «Thang» năm 2026", "«HoTen»"),
    ("Số: <số>/KH-SKHCN", "<địa danh>, ngày <ngày> tháng <tháng> năm 2026", "<họ tên>"),
    ("Số: {{so}}/KH-SKHCN", "{{dia_danh}}, ngày {{ngay}} tháng {{thang}} năm {{nam}}", "{{ho_ten}}"),
    ("Số: {so}/KH-SKHCN", "{dia_danh}, ngày {ngay} tháng {thang} năm {nam}", "{ho_ten}"),
    ("Số: ……/KH-SKHCN", "Đắk Nông, ngày …… tháng …… năm 2026", "……………………"),
    ("Số: .../KH-SKHCN", "Đắk Nông, ngày ... tháng ... năm 20...", "......................"),
    ("Số: ___/KH-SKHCN", "Đắk Nông, ngày ___ tháng ___ năm 2026", "__________"),
    ("Số:        /KH-SKHCN", "Đắk Nông, ngày      tháng      năm 2026", ""),
    ("Số: ……………", "………, ngày … tháng … năm ……", ""),
]

@Test(arguments: slots) func `room to be filled in is found where it stands and is no fault`(
    number: String, date: String, name: String
) throws {
    for format in OfficeFormat.allCases {
        var document = RightDocuments.plan
        document.replace("Số: 05/KH-SKHCN", with: number)
        document.replace("Đắk Nông, ngày 05 tháng 01 năm 2026", with: date)
        document.replace("Nguyễn Văn An", with: name)
        let read = try document.read(as: format)
        let recognised = RecognisedDocument(of: read)
        #expect(recognised.first(.numberAndCode).map { recognised.lines[$0].trimmed } == number)
        #expect(recognised.first(.placeAndDate).map { recognised.lines[$0].trimmed } == date)
        #expect(OfficialCheck(of: read).findings.filter { $0.severity > .note }.map(\.rule) == [])
    }
}
