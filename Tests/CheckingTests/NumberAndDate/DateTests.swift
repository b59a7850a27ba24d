import Diagnostics
import OfficeDocument
import OfficePackage
import Regulations
import Testing
import VietnameseText

@testable import Checking
@testable import Forms

private let state = FormatProfile.decree30

@Test(arguments: [
    Case("Quảng Ninh, ngày 05 tháng 01 năm 2026"), Case("Hà Nội, ngày 29 tháng 6 năm 2026"),
    Case("Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2019"), Case("Phường 1, ngày 10 tháng 12 năm 2026"),
    Case("Đắk Nông, ngày      tháng      năm 2020"), Case("Hà Nội, ngày … tháng … năm …"),
    Case(
        "Hà Nội, ngày 5 tháng 1 năm 2026", .dayUnpadded, .monthUnpadded,
        mended: "Hà Nội, ngày 05 tháng 01 năm 2026"),
    Case("Hà Nội, ngày 15 tháng 06 năm 2026", .monthOverpadded, mended: "Hà Nội, ngày 15 tháng 6 năm 2026"),
    Case("Hà Nội ngày 15 tháng 6 năm 2026", .dateComma, mended: "Hà Nội, ngày 15 tháng 6 năm 2026"),
    Case("Hà nội, ngày 15 tháng 6 năm 2026", .placeCapital, mended: "Hà Nội, ngày 15 tháng 6 năm 2026"),
    // A sentence of minutes is no place's name.
    Case("Thời gian bắt đầu: 14 giờ 00, ngày 30 tháng 3 năm 2021"),
    Case("Hà Nội, Ngày 15 tháng 6 năm 2026", .dateCapital, mended: "Hà Nội, ngày 15 tháng 6 năm 2026"),
    Case("Hà Nội, 05/01/2026", .dateInFigures, mended: "Hà Nội, ngày 05 tháng 01 năm 2026"),
    Case("Hà Nội, Ngày 5/1/2026", .dateInFigures, mended: "Hà Nội, ngày 05 tháng 01 năm 2026"),
    Case("Ngày 5/1/2026", .dateInFigures, .dateMalformed, mended: "ngày 05 tháng 01 năm 2026"),
    Case("ngày 05 tháng 01 năm 2026", .dateMalformed), Case("ngày     tháng     năm"),
    Case(
        "TP. HCM, ngày 15 tháng 6 năm 2026", .placeAbbreviated,
        mended: "Thành phố Hồ Chí Minh, ngày 15 tháng 6 năm 2026"),
    Case("Hà Nội, ngày 30 tháng 02 năm 2026", .dateImpossible), Case("Hà Nội, đầu năm 2026", .dateMalformed),
]) func `place and date are read`(row: Case) { row.check { state.faults(inDate: $0) } }

@Test func `of a comma with blanks beside it the blanks are told`() {
    for (text, told) in [
        ("Hà Nội,  ngày 15 tháng 6 năm 2026", "dấu cách"),
        ("Hà Nội ngày 15 tháng 6 năm 2026", "không có dấu phẩy"),
    ] {
        let found = state.faults(inDate: text)
        #expect(found.map(\.rule) == [.dateComma])
        #expect(found.first?.told?.vietnamese.contains(told) == true)
        #expect(TextFault.corrected(text, by: found) == "Hà Nội, ngày 15 tháng 6 năm 2026")
    }
}

@Test func `a date later than the check is told`() {
    let today = CalendarDate(year: 2026, month: 6, day: 1)
    #expect(
        state.faults(inDate: "Hà Nội, ngày 02 tháng 6 năm 2026", today: today).map(\.rule) == [.dateFuture])
    #expect(state.faults(inDate: "Hà Nội, ngày 01 tháng 6 năm 2026", today: today).isEmpty)
}

@Test(arguments: [
    (6.9, 6.0, false), (6.9, 20.8, false), (6.9, 21.1, true), (20.0, 6.2, false), (20.2, 6.0, true),
]) func `the date stands level with the number, within the height of a line`(
    number: Double, date: Double, isTold: Bool
) throws {
    var document = RightDocuments.plan
    document.change(style: .numberAndCode) { $0.paragraph.spaceBefore = .points(number) }
    document.change(style: .placeAndDate) { $0.paragraph.spaceBefore = .points(date) }
    let told = OfficialCheck(of: try document.read(as: .docx)).findings.map(\.rule)
    #expect(told.contains(.dateLevel) == isTold, "\(told)")
}
