import Diagnostics
import Testing
import VietnameseText

@Suite struct OfficialDateTests {
    @Test(arguments: [
        (2026, 1, 5, "ngày 05 tháng 01 năm 2026", "05/01/2026", "05/01/2026", "2026-01-05"),
        (2026, 2, 12, "ngày 12 tháng 02 năm 2026", "12/02/2026", "12/02/2026", "2026-02-12"),
        (2020, 3, 5, "ngày 05 tháng 3 năm 2020", "05/3/2020", "05/03/2020", "2020-03-05"),
        (2026, 7, 1, "ngày 01 tháng 7 năm 2026", "01/7/2026", "01/07/2026", "2026-07-01"),
        (2026, 9, 15, "ngày 15 tháng 9 năm 2026", "15/9/2026", "15/09/2026", "2026-09-15"),
        (2026, 10, 29, "ngày 29 tháng 10 năm 2026", "29/10/2026", "29/10/2026", "2026-10-29"),
        (938, 12, 9, "ngày 09 tháng 12 năm 938", "09/12/938", "09/12/0938", "0938-12-09"),
    ]) func `a date has its official forms`(
        year: Int, month: Int, day: Int, official: String, short: String, sheet: String, iso: String
    ) throws {
        let date = try #require(CalendarDate(year: year, month: month, day: day))
        #expect(date.text(.official) == official)
        #expect(date.text(.short) == short)
        #expect(date.text(.sheet) == sheet)
        #expect(date.text(.iso) == iso)
    }

    @Test func `a draft leaves open what is not known`() {
        #expect(CalendarDate.draft(year: 2020) == "ngày      tháng      năm 2020")
        #expect(CalendarDate.draft(year: 2026, blank: .dots) == "ngày ... tháng ... năm 2026")
        #expect(CalendarDate.draft(year: 2026, month: 2) == "ngày      tháng 02 năm 2026")
        #expect(CalendarDate.draft(year: 2026, month: 6, blank: .dots) == "ngày ... tháng 6 năm 2026")
        #expect(CalendarDate.draft(blank: .dots) == "ngày ... tháng ... năm ...")
    }

    @Test(arguments: [
        "2026-01-05", "05/01/2026", "5/1/2026", "05/1/2026", "5-1-2026", "ngày 05 tháng 01 năm 2026",
        "Ngày 5 tháng 1 năm 2026", " ngày  05 tháng 01 năm\u{A0}2026 ", "ngày 05/01/2026",
        "\u{FEFF}2026-01-05", "nga\u{300}y 05 tha\u{301}ng 01 na\u{306}m 2026",
    ]) func `a date is read in the forms people write`(text: String) throws {
        #expect(try CalendarDate(parsing: text) == CalendarDate(year: 2026, month: 1, day: 5))
    }

    @Test(arguments: CalendarDate.Style.allCases) func `every form is read back`(style: CalendarDate.Style)
        throws
    {
        var date = try #require(CalendarDate(year: 2020, month: 1, day: 1))
        for _ in 0..<800 {
            #expect(try CalendarDate(parsing: date.text(style)) == date)
            date = try #require(date.adding(days: 3))
        }
    }

    @Test(arguments: [
        ("", DateFault.empty, "text.date-empty"), (" ", .empty, "text.date-empty"),
        ("30/02/2026", .noSuchDay("30/02/2026"), "text.date-impossible"),
        ("2026-13-01", .noSuchDay("2026-13-01"), "text.date-impossible"),
        ("0000-01-01", .noSuchDay("0000-01-01"), "text.date-impossible"),
        ("05/01/26", .shortYear("05/01/26"), "text.date-short-year"),
        ("05/01", .unknownForm("05/01"), "text.date-unreadable"),
        ("2026/01/05", .unknownForm("2026/01/05"), "text.date-unreadable"),
        ("5.1.2026", .unknownForm("5.1.2026"), "text.date-unreadable"),
        ("05/01/2026/1", .unknownForm("05/01/2026/1"), "text.date-unreadable"),
        ("-5/1/2026", .unknownForm("-5/1/2026"), "text.date-unreadable"),
        ("05/001/2026", .unknownForm("05/001/2026"), "text.date-unreadable"),
        ("ngày tháng năm 2026", .unknownForm("ngày tháng năm 2026"), "text.date-unreadable"),
        ("hôm nay", .unknownForm("hôm nay"), "text.date-unreadable"),
        ("//2026", .unknownForm("//2026"), "text.date-unreadable"),
        ("+5/+1/2026", .unknownForm("+5/+1/2026"), "text.date-unreadable"),
    ]) func `what is no date is refused with the reason`(text: String, fault: DateFault, code: String) {
        #expect(throws: fault) { try CalendarDate(parsing: text) }
        #expect(fault.diagnostic(at: .argument("ngay")).code == code)
    }
}
