import Diagnostics
import Foundation
import Testing
import VietnameseText

@testable import Planning

/// The days on which offices are closed by Article 112 of the Labour Code, and the working day before them.
@Suite struct HolidayTests {
    private func date(_ text: String) throws -> CalendarDate { try CalendarDate(parsing: text) }

    @Test(arguments: [
        // New Year is one day.
        ("1/1/2026", "31/12/2025"), ("2/1/2026", "2/1/2026"),
        // Tết is the day before its first one, and three behind that.
        ("8/2/2024", "8/2/2024"), ("9/2/2024", "8/2/2024"), ("13/2/2024", "8/2/2024"),
        ("14/2/2024", "14/2/2024"), ("15/2/2026", "13/2/2026"), ("16/2/2026", "13/2/2026"),
        ("20/2/2026", "13/2/2026"), ("23/2/2026", "23/2/2026"), ("4/2/2027", "4/2/2027"),
        ("9/2/2027", "4/2/2027"), ("10/2/2027", "10/2/2027"),
        // The kings' day goes by the moon.
        ("27/4/2026", "27/4/2026"), ("16/4/2027", "15/4/2027"), ("19/4/2027", "19/4/2027"),
        // Two days in a row, and the days of a weekend behind them.
        ("29/4/2026", "29/4/2026"), ("30/4/2026", "29/4/2026"), ("1/5/2026", "29/4/2026"),
        ("2/5/2026", "29/4/2026"), ("3/5/2026", "29/4/2026"), ("4/5/2026", "4/5/2026"),
        // The national holiday with the day before it.
        ("31/8/2026", "31/8/2026"), ("1/9/2026", "31/8/2026"), ("2/9/2026", "31/8/2026"),
        ("3/9/2026", "3/9/2026"),
    ]) func `the last working day is no holiday and no weekend`(day: String, expected: String) throws {
        let found = Holidays().workingDay(upTo: try date(day))
        #expect(found == (try date(expected)), "\(found.text(.iso))")
        #expect(Holidays().isWorkingDay(try date(day)) == (day == expected))
    }

    @Test func `an office's own days are added to those of the law`() throws {
        let holidays = Holidays(adding: [try date("31/8/2026"), try date("27/8/2026")])
        #expect(holidays.workingDay(upTo: try date("2/9/2026")) == (try date("28/8/2026")))
        #expect(holidays.workingDay(upTo: try date("27/8/2026")) == (try date("26/8/2026")))
    }

    @Test(arguments: [(2023, false), (2024, true), (2030, true), (2031, false)])
    func `the moon's days are known of some years`(year: Int, isKnown: Bool) {
        #expect(Holidays().isKnown(year) == isKnown)
    }
}

/// By when a report is sent: a day of its last month that the workspace says, the 25th where it says none.
@Suite struct SendingDayTests {
    @Test(
        arguments: [
            (nil, "2026-01-25", "2026-02-25", "2026-12-25"), (1, "2026-01-01", "2026-02-01", "2026-12-01"),
            (28, "2026-01-28", "2026-02-28", "2026-12-28"), (29, "2026-01-29", "2026-02-28", "2026-12-29"),
            (31, "2026-01-31", "2026-02-28", "2026-12-31"),
        ] as [(Int?, String, String, String)]) func `a day that a month has not is its last one`(
            day: Int?, january: String, february: String, year: String
        ) throws
    {
        let files = starterWorkspace(changing: .report) { text in
            let own = text.components(separatedBy: "ky_bao_cao:").first ?? ""
            return own + (day.map { "ngay_gui: \($0)\n" } ?? "") + """
                ky_bao_cao:
                  - {ky: "2026-01", phuong_huong: [Tiếp tục.]}
                  - {ky: "2026-02", phuong_huong: [Tiếp tục.]}
                  - {ky: 2026, phuong_huong: [Tiếp tục.]}

                """
        }
        let due = try reading(files).value.reportDeadlines(in: 2026).map { $0.due.text(.iso) }
        #expect(due == [january, february, year])
    }

    @Test func `without texts of its own a year has nineteen reports, those of one day the shorter first`()
        throws
    {
        let files = starterWorkspace(changing: .report) { text in
            text.components(separatedBy: "ky_bao_cao:").first ?? ""
        }
        let codes = try reading(files).value.reportDeadlines(in: 2026).map(\.period.code)
        #expect(
            codes == [
                "2026-01", "2026-02", "2026-03", "2026-Q1", "2026-04", "2026-05", "2026-06", "2026-Q2",
                "2026-H1", "2026-07", "2026-08", "2026-09", "2026-Q3", "2026-9M", "2026-10", "2026-11",
                "2026-12", "2026-Q4", "2026",
            ])
    }
}
