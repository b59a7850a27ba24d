import Planning
import Testing
import VietnameseText

@Suite struct PeriodTests {
    /// The cut-off table after NĐ 09/2019/NĐ-CP, with the names and the periods that follow.
    struct Row: Sendable, CustomTestStringConvertible {
        let code, from, to, calendarFrom, calendarTo, name, next: String
        var testDescription: String { code }
    }

    static let rows = [
        Row(
            code: "2021-01", from: "2020-12-15", to: "2021-01-14", calendarFrom: "2021-01-01",
            calendarTo: "2021-01-31", name: "tháng 1 năm 2021", next: "tháng 2 năm 2021"),
        Row(
            code: "2021-03", from: "2021-02-15", to: "2021-03-14", calendarFrom: "2021-03-01",
            calendarTo: "2021-03-31", name: "tháng 3 năm 2021", next: "tháng 4 năm 2021"),
        Row(
            code: "2024-02", from: "2024-01-15", to: "2024-02-14", calendarFrom: "2024-02-01",
            calendarTo: "2024-02-29", name: "tháng 2 năm 2024", next: "tháng 3 năm 2024"),
        Row(
            code: "2021-12", from: "2021-11-15", to: "2021-12-14", calendarFrom: "2021-12-01",
            calendarTo: "2021-12-31", name: "tháng 12 năm 2021", next: "tháng 1 năm 2022"),
        Row(
            code: "2021-Q1", from: "2020-12-15", to: "2021-03-14", calendarFrom: "2021-01-01",
            calendarTo: "2021-03-31", name: "quý I năm 2021", next: "quý II năm 2021"),
        Row(
            code: "2021-Q2", from: "2021-03-15", to: "2021-06-14", calendarFrom: "2021-04-01",
            calendarTo: "2021-06-30", name: "quý II năm 2021", next: "quý III năm 2021"),
        Row(
            code: "2021-Q3", from: "2021-06-15", to: "2021-09-14", calendarFrom: "2021-07-01",
            calendarTo: "2021-09-30", name: "quý III năm 2021", next: "quý IV năm 2021"),
        Row(
            code: "2021-Q4", from: "2021-09-15", to: "2021-12-14", calendarFrom: "2021-10-01",
            calendarTo: "2021-12-31", name: "quý IV năm 2021", next: "quý I năm 2022"),
        Row(
            code: "2021-H1", from: "2020-12-15", to: "2021-06-14", calendarFrom: "2021-01-01",
            calendarTo: "2021-06-30", name: "6 tháng đầu năm 2021", next: "6 tháng cuối năm 2021"),
        Row(
            code: "2021-H2", from: "2021-06-15", to: "2021-12-14", calendarFrom: "2021-07-01",
            calendarTo: "2021-12-31", name: "6 tháng cuối năm 2021", next: "6 tháng đầu năm 2022"),
        Row(
            code: "2021-9M", from: "2020-12-15", to: "2021-09-14", calendarFrom: "2021-01-01",
            calendarTo: "2021-09-30", name: "9 tháng năm 2021", next: "quý IV năm 2021"),
        Row(
            code: "2021", from: "2020-12-15", to: "2021-12-14", calendarFrom: "2021-01-01",
            calendarTo: "2021-12-31", name: "năm 2021", next: "năm 2022"),
        // Weeks, terms and days go by the calendar, whatever the cut-off.
        Row(
            code: "2026-W01", from: "2025-12-29", to: "2026-01-04", calendarFrom: "2025-12-29",
            calendarTo: "2026-01-04", name: "tuần 1 năm 2026", next: "tuần 2 năm 2026"),
        Row(
            code: "2026-W53", from: "2026-12-28", to: "2027-01-03", calendarFrom: "2026-12-28",
            calendarTo: "2027-01-03", name: "tuần 53 năm 2026", next: "tuần 1 năm 2027"),
        Row(
            code: "2021-HK1", from: "2021-09-05", to: "2022-01-17", calendarFrom: "2021-09-05",
            calendarTo: "2022-01-17", name: "học kỳ I năm học 2021-2022", next: "học kỳ II năm học 2021-2022"),
        Row(
            code: "2021-HK2", from: "2022-01-18", to: "2022-05-31", calendarFrom: "2022-01-18",
            calendarTo: "2022-05-31", name: "học kỳ II năm học 2021-2022", next: "học kỳ I năm học 2022-2023"),
        Row(
            code: "2021-NH", from: "2021-09-05", to: "2022-05-31", calendarFrom: "2021-09-05",
            calendarTo: "2022-05-31", name: "năm học 2021-2022", next: "năm học 2022-2023"),
        Row(
            code: "2021-03-01..2021-03-20", from: "2021-03-01", to: "2021-03-20", calendarFrom: "2021-03-01",
            calendarTo: "2021-03-20", name: "từ ngày 01/3/2021 đến ngày 20/3/2021", next: "thời gian tới"),
    ]

    @Test(arguments: rows) func `a period has the decree's days, its name and its successor`(row: Row) throws
    {
        let period = try #require(ReportingPeriod(row.code))
        #expect(period.code == row.code)
        #expect(period.name == row.name)
        #expect(period.next.name == row.next)
        let decree = period.days(.closingDay(14))
        #expect([decree.lowerBound, decree.upperBound].map { $0.text(.iso) } == [row.from, row.to])
        let calendar = period.days(.calendar)
        #expect(
            [calendar.lowerBound, calendar.upperBound].map { $0.text(.iso) } == [
                row.calendarFrom, row.calendarTo,
            ])
    }

    @Test(arguments: [
        "", "2021-", "2021-13", "2021-00", "2021-Q5", "2021-q", "21-Q1", "2021-H3", "2021-9", "2021-1-2",
        "٢٠٢١", "2021-W00", "2021-W53", "2021-HK4", "2021-CD0", "2021-03-20..2021-03-01", "2021-03-01..",
    ]) func `only the forms of the manual are read`(text: String) {
        // A month may be written with one digit.
        #expect((ReportingPeriod(text) == nil) == (text != "2021-9"))
    }

    @Test(arguments: [
        ("2021", "năm 2021", 2021...2021), ("2020-2022", "từ năm 2020 đến năm 2022", 2020...2022),
        ("2020–2022", "từ năm 2020 đến năm 2022", 2020...2022),
        ("2020 - 2022", "từ năm 2020 đến năm 2022", 2020...2022),
        ("từ năm 2020 đến năm 2022", "từ năm 2020 đến năm 2022", 2020...2022),
        ("từ 2022", "từ năm 2022", 2022...2030), ("đến 2025", "đến hết năm 2025", 2010...2025),
        ("hàng năm", "hàng năm", 2010...2030),
        ("Hằng năm đến hết năm 2025", "hằng năm đến hết năm 2025", 2010...2025),
    ]) func `a time span is read and said`(text: String, said: String, years: ClosedRange<Int>) throws {
        let span = try #require(TimeSpan(text))
        #expect(span.text == said)
        #expect((2010...2030).filter(span.contains) == Array(years))
    }

    @Test(arguments: [
        "", "năm", "2022-2020", "20", "2020-", "hàng tháng", "đến", "2020-2021-2022", "hàng năm 2021",
    ]) func `what is no time span is not guessed`(text: String) { #expect(TimeSpan(text) == nil) }
}
