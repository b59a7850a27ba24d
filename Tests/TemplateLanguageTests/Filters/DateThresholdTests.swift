import Diagnostics
import Testing
import Values

/// Days, months and hours at both ends.
@Suite struct DateThresholds {
    private static let refusals = ["template.wrong-type", "template.wrong-argument", "template.overflow"]

    @Test(arguments: [
        // 2026-01-02 is a Friday.
        FilterCase("{\"2026-01-02\" | cong_ngay_lam_viec(0) | ngay}", "02/01/2026"),
        FilterCase("{\"2026-01-02\" | cong_ngay_lam_viec(1) | ngay}", "05/01/2026"),
        FilterCase("{\"2026-01-03\" | cong_ngay_lam_viec(1) | ngay}", "05/01/2026"),
        FilterCase("{\"2026-01-05\" | cong_ngay_lam_viec(4) | ngay}", "09/01/2026"),
        FilterCase("{\"2026-01-05\" | cong_ngay_lam_viec(5) | ngay}", "12/01/2026"),
        FilterCase("{\"2026-01-05\" | cong_ngay_lam_viec(-1) | ngay}", "02/01/2026"),
        FilterCase("{\"2026-01-04\" | cong_ngay_lam_viec(-1) | ngay}", "02/01/2026"),
        FilterCase("{\"2026-01-05\" | cong_ngay_lam_viec(1, nghi) | ngay}", "08/01/2026"),
        FilterCase("{\"2026-01-05\" | cong_ngay_lam_viec(10000) != \"\" ? 1 : 0}", "1"),
        FilterCase("{\"2026-01-05\" | cong_ngay_lam_viec(-500) != \"\" ? 1 : 0}", "1"),
        FilterCase("{\"2026-01-05\" | cong_ngay_lam_viec(10001)}", nil),
        FilterCase("{\"2026-01-05\" | cong_ngay_lam_viec(-10001)}", nil),
        FilterCase("{\"2026-01-31\" | cong_thang(0) | ngay}", "31/01/2026"),
        FilterCase("{\"2026-01-31\" | cong_thang(1) | ngay}", "28/02/2026"),
        FilterCase("{\"2028-01-31\" | cong_thang(1) | ngay}", "29/02/2028"),
        FilterCase("{\"2026-01-28\" | cong_thang(1) | ngay}", "28/02/2026"),
        FilterCase("{\"2026-03-31\" | cong_thang(-1) | ngay}", "28/02/2026"),
        FilterCase("{\"2026-12-31\" | cong_thang(1) | ngay}", "31/01/2027"),
        FilterCase("{\"2026-01-31\" | cong_thang(-1) | ngay}", "31/12/2025"),
        FilterCase("{\"2026-01-15\" | cong_thang(12) | ngay}", "15/01/2027"),
        FilterCase(
            "{\"2026-02-28\" | cong_ngay(0) | ngay} {\"2026-02-28\" | cong_ngay(1) | ngay}",
            "28/02/2026 01/3/2026"),
        FilterCase(
            "{\"2028-02-28\" | cong_ngay(1) | ngay} {\"2026-01-01\" | cong_ngay(-1) | ngay}",
            "29/02/2028 31/12/2025"),
        FilterCase(
            "[{trong | cong_ngay(1)}{trong | cong_thang(1)}{trong | quy}{trong | thu}{trong | gio}]", "[]"),
    ]) func `a day is counted from another`(row: FilterCase) throws {
        try row.check(over: ["nghi": ["2026-01-06", "2026-01-07"], "trong": .null], Self.refusals)
    }

    @Test(arguments: [
        ("2026-01-15", "2026-01-15", 0, 0), ("2026-01-15", "2026-01-16", 1, 0),
        ("2026-01-15", "2026-02-14", 30, 0), ("2026-01-15", "2026-02-15", 31, 1),
        ("2026-01-15", "2026-02-16", 32, 1), ("2026-01-15", "2027-01-14", 364, 11),
        ("2026-01-15", "2027-01-15", 365, 12), ("2026-02-15", "2026-01-16", -30, 0),
        ("2026-02-15", "2026-01-15", -31, -1), ("2026-02-15", "2026-01-14", -32, -1),
        ("2026-01-15", "2025-01-15", -365, -12), ("2026-01-15", "2026-01-14", -1, 0),
    ]) func `days and whole months lie between two days`(from: String, to: String, days: Int, months: Int)
        throws
    {
        #expect(try rendered("{\"\(from)\" | so_ngay_den(\"\(to)\")}", [:]) == "\(days)")
        #expect(try rendered("{\"\(from)\" | so_thang_den(\"\(to)\")}", [:]) == "\(months)")
    }

    @Test(arguments: 1...12) func `a month has its quarter and its names`(month: Int) throws {
        let date = "2026-\(month < 10 ? "0" : "")\(month)-09"
        let quarter = [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4][month - 1]
        let name = [
            "Một", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Mười Một", "Mười Hai",
        ][month - 1]
        #expect(try rendered("{\"\(date)\" | quy} {\"\(date)\" | thang}", [:]) == "\(quarter) \(month)")
        #expect(
            try rendered("{\"\(date)\" | mau_word(\"d dd M MM MMM MMMM\")}", [:])
                == "9 09 \(month) \(month < 10 ? "0" : "")\(month) Thg\(month) Tháng \(name)")
    }

    // 2026-01-04 is a Sunday.
    @Test(arguments: [
        (4, "CN", "Chủ nhật"), (5, "T2", "Thứ Hai"), (6, "T3", "Thứ Ba"), (7, "T4", "Thứ Tư"),
        (8, "T5", "Thứ Năm"), (9, "T6", "Thứ Sáu"), (10, "T7", "Thứ Bảy"),
    ]) func `a day of the week has two names`(day: Int, short: String, long: String) throws {
        let date = "2026-01-\(day < 10 ? "0" : "")\(day)"
        #expect(
            try rendered("{\"\(date)\" | mau_word(\"ddd, dddd\")}", [:]).lowercased()
                == "\(short), \(long)".lowercased())
        #expect(try rendered("{\"\(date)\" | thu}", [:]).lowercased() == long.lowercased())
    }

    @Test(arguments: [
        ("00:00", "0 00 12 12 0 00 SA"), ("00:59", "0 00 12 12 59 59 SA"), ("09:09", "9 09 9 09 9 09 SA"),
        ("10:10", "10 10 10 10 10 10 SA"), ("11:59", "11 11 11 11 59 59 SA"),
        ("12:00", "12 12 12 12 0 00 CH"), ("12:01", "12 12 12 12 1 01 CH"), ("13:00", "13 13 1 01 0 00 CH"),
        ("23:59", "23 23 11 11 59 59 CH"),
    ]) func `an hour is written with twelve or twenty-four`(time: String, written: String) throws {
        let tag = "{\"2026-06-29T\(time)\" | mau_word(\"H HH h hh m mm AM/PM\")}"
        #expect(try rendered(tag, [:]) == written)
    }

    /// In the time of Vietnam, seven hours before UTC's.
    @Test(
        arguments: [
            ("T00:00:00", "29/6/2026 00 giờ 00"), ("T23:59:59", "29/6/2026 23 giờ 59"),
            (" 08:30", "29/6/2026 08 giờ 30"), ("T16:59:59Z", "29/6/2026 23 giờ 59"),
            ("T17:00:00Z", "30/6/2026 00 giờ 00"), ("T17:00:00z", "30/6/2026 00 giờ 00"),
            ("T08:30+07:00", "29/6/2026 08 giờ 30"), ("T08:30+0700", "29/6/2026 08 giờ 30"),
            ("T08:30+07", "29/6/2026 08 giờ 30"), ("T06:59+14:00", "28/6/2026 23 giờ 59"),
            ("T07:00+14:00", "29/6/2026 00 giờ 00"), ("T05:00-05:30", "29/6/2026 17 giờ 30"),
            ("T23:59-14:00", "30/6/2026 20 giờ 59"), ("T08:30:15.250+07:00", "29/6/2026 08 giờ 30"),
            ("T08:30+07:59", "29/6/2026 07 giờ 31"), ("T24:00", nil), ("T23:60", nil), ("T23:59:60", nil),
            ("T8:30", nil), ("T08:30:5", nil), ("T08", nil), ("T08:30:15:00", nil), ("T08:30+15:00", nil),
            ("T08:30+07:60", nil), ("T08:30+7", nil), ("T08:30+070", nil), ("T08:3a", nil),
        ] as [(String, String?)]) func `a moment is told in the time of Vietnam`(
            time: String, result: String?
        ) throws
    {
        let tag = "{\"2026-06-29\(time)\" | ngay} {\"2026-06-29\(time)\" | gio}"
        guard let result else {
            #expect(throws: Failure.self) { try rendered(tag, [:]) }
            return
        }
        #expect(try rendered(tag, [:]) == result)
    }

    @Test(arguments: [
        ("2026-01-05", "<", "2026-01-06", true), ("2026-01-05", "<", "2026-01-05", false),
        ("2026-01-05", "<=", "2026-01-05", true), ("2026-01-06", "<=", "2026-01-05", false),
        ("5/1/2026", ">=", "2026-01-05", true), ("2026-01-05T00:00:01", ">", "2026-01-05", true),
        ("2026-01-05T00:00:00", ">", "2026-01-05", false), ("9/1/2026", "<", "10/1/2026", true),
        ("Đ", ">", "D", true), ("a", "<", "a", false), ("a", "<=", "a", true),
    ]) func `two days stand in their order`(left: String, sign: String, right: String, isTrue: Bool) throws {
        #expect(
            try rendered("{a \(sign) b ? 1 : 0}", ["a": .text(left), "b": .text(right)])
                == (isTrue ? "1" : "0"))
    }
}
