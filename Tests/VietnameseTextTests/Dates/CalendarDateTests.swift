import TestSupport
import Testing
import VietnameseText

@Suite struct CalendarDateTests {
    @Test(arguments: [
        (2026, 2, 29), (2026, 2, 30), (1900, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1), (2026, 1, 0),
        (0, 1, 1), (10_000, 1, 1),
    ]) func `a day that does not exist is none`(year: Int, month: Int, day: Int) {
        #expect(CalendarDate(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: [
        // Days counted from 01/01/0001 as day 1, as in Calendrical Calculations.
        (1, 1, 1, 1), (1, 12, 31, 365), (1582, 10, 15, 577_736), (1945, 9, 2, 710_276), (1970, 1, 1, 719_163),
        (2000, 2, 29, 730_179), (9999, 12, 31, 3_652_059),
    ]) func `a day has its number`(year: Int, month: Int, day: Int, ordinal: Int) {
        let date = CalendarDate(year: year, month: month, day: day)
        #expect(date?.ordinal == ordinal)
        #expect(CalendarDate(ordinal: ordinal) == date)
    }

    @Test func `walking day by day meets every day of four centuries in order`() throws {
        var expected = try #require(CalendarDate(year: 1890, month: 1, day: 1))
        let first = expected.ordinal
        for ordinal in first..<(first + 146_097) {
            guard CalendarDate(ordinal: ordinal) == expected, expected.ordinal == ordinal else {
                Issue.record("day \(ordinal) is not \(expected)")
                return
            }
            let isLast = expected.day == CalendarDate.length(ofMonth: expected.month, in: expected.year)
            let nextMonth = expected.month == 12 ? 1 : expected.month + 1
            expected = try #require(
                CalendarDate(
                    year: isLast && expected.month == 12 ? expected.year + 1 : expected.year,
                    month: isLast ? nextMonth : expected.month, day: isLast ? 1 : expected.day + 1))
        }
        #expect(expected == CalendarDate(year: 2290, month: 1, day: 1))
    }

    @Test func `every year's ends are found by number`() {
        for year in 1...9999 {
            for (month, day) in [(1, 1), (12, 31), (3, 1)] {
                let date = CalendarDate(year: year, month: month, day: day)
                #expect(date.flatMap { CalendarDate(ordinal: $0.ordinal) } == date)
            }
        }
    }

    @Test(arguments: [
        (1975, 4, 30, "Thứ Tư"), (1945, 9, 2, "Chủ nhật"), (2026, 1, 5, "Thứ Hai"), (2020, 3, 5, "Thứ Năm"),
        (2000, 2, 29, "Thứ Ba"), (2026, 11, 27, "Thứ Sáu"), (2026, 11, 28, "Thứ Bảy"),
    ]) func `a day has its weekday`(year: Int, month: Int, day: Int, name: String) {
        #expect(CalendarDate(year: year, month: month, day: day)?.weekday.name == name)
    }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-03-31", -1, "2026-02-28"),
        ("2026-11-15", 3, "2027-02-15"), ("2026-01-15", -1, "2025-12-15"), ("2024-02-29", 12, "2025-02-28"),
        ("2026-05-31", 0, "2026-05-31"), ("2026-12-01", 24, "2028-12-01"),
    ]) func `months are added, the day held within the month`(from: String, months: Int, to: String) throws {
        #expect(try CalendarDate(parsing: from).adding(months: months)?.text(.iso) == to)
    }

    @Test func `days are added and counted`() throws {
        let date = try CalendarDate(parsing: "2020-12-31")
        #expect(date.adding(days: 1)?.text(.iso) == "2021-01-01")
        #expect(date.adding(days: -366)?.text(.iso) == "2019-12-31")
        #expect(date.adding(years: 1)?.text(.iso) == "2021-12-31")
        #expect(date.days(until: try CalendarDate(parsing: "2021-03-01")) == 60)
        #expect(date.dayOfYear == 366)
        #expect(date.quarter == 4)
        #expect(date.firstOfMonth.text(.iso) == "2020-12-01")
        #expect(try CalendarDate(parsing: "2020-02-03").lastOfMonth.text(.iso) == "2020-02-29")
    }

    @Test func `nothing lies beyond the years 1 to 9999`() throws {
        let first = try CalendarDate(parsing: "0001-01-01")
        let last = try CalendarDate(parsing: "9999-12-31")
        #expect(first.adding(days: -1) == nil)
        #expect(first.adding(months: -1) == nil)
        #expect(last.adding(days: 1) == nil)
        #expect(last.adding(months: 1) == nil)
        for far in [Int.max, Int.min] {
            #expect(last.adding(days: far) == nil)
            #expect(last.adding(months: far) == nil)
            #expect(last.adding(years: far) == nil)
            #expect(CalendarDate(ordinal: far) == nil)
        }
        #expect(first < last)
    }

    @Test func `adding days agrees with comparing`() throws {
        var generator = SeededGenerator(seed: 5)
        let start = try CalendarDate(parsing: "2020-01-01")
        for _ in 0..<500 {
            let days = Int.random(in: -100_000...100_000, using: &generator)
            let later = try #require(start.adding(days: days))
            #expect(start.days(until: later) == days)
            #expect((start < later) == (days > 0))
        }
    }
}

@Test(arguments: [
    ("05/01/2026", true), ("5/1/2026", true), ("29/02/2024", true), ("29/02/2026", false),
    ("05/13/2026", false), ("5/1/26", false), ("005/1/2026", false), ("5/001/2026", false),
    ("5/1/20265", false), ("5-1-2026", false), ("2026-01-05", false), ("5/1", false), ("5/1/2026/", false),
    ("/5/1/2026", false), ("5/1/2026 ", false), ("", false),
]) func `a day in figures and slashes alone`(text: String, isDay: Bool) {
    #expect((CalendarDate(inFigures: text) != nil) == isDay)
    #expect(!isDay || CalendarDate(inFigures: text) == (try? CalendarDate(parsing: text)))
}
