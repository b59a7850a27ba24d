import Testing

@testable import Planning

/// When a work item is carried out, as plans write it.
@Suite struct TimeSpanTests {
    @Test(arguments: [
        ("năm 1945", "năm 1945"), ("2199", "năm 2199"), ("2026", "năm 2026"),
        ("từ năm 2026 đến năm 2030", "từ năm 2026 đến năm 2030"), ("2026-2030", "từ năm 2026 đến năm 2030"),
        ("2026–2030", "từ năm 2026 đến năm 2030"), ("2026 - 2030", "từ năm 2026 đến năm 2030"),
        ("2026 đến hết năm 2030", "từ năm 2026 đến năm 2030"), ("2026-2026", "năm 2026"),
        ("từ năm 2026", "từ năm 2026"), ("đến hết năm 2030", "đến hết năm 2030"), ("Hằng năm", "hằng năm"),
        ("hàng năm", "hàng năm"), ("mỗi năm", "mỗi năm"), ("hằng năm từ năm 2026", "hằng năm từ năm 2026"),
        ("hằng năm đến năm 2030", "hằng năm đến hết năm 2030"),
        ("hằng năm 2026-2030", "hằng năm từ năm 2026 đến năm 2030"),
    ]) func `a span is read and written`(text: String, expected: String) throws {
        let span = try #require(TimeSpan(text))
        #expect(span.text == expected)
        #expect(TimeSpan(span.text)?.text == expected)
    }

    @Test(arguments: [
        "", "năm", "1944", "2200", "26", "20266", "2027-2026", "năm 2026 2027", "tháng 3", "quý I năm 2026",
        "hằng năm 2026", "đến 2026-2030", "hàng quý", "từ năm", "2026-", "mọi năm",
    ]) func `what is none is not guessed`(text: String) { #expect(TimeSpan(text) == nil) }

    @Test(arguments: [
        ("2026", 2025, false), ("2026", 2026, true), ("2026", 2027, false), ("2026-2028", 2025, false),
        ("2026-2028", 2026, true), ("2026-2028", 2028, true), ("2026-2028", 2029, false),
        ("từ 2026", 2025, false), ("từ 2026", 2026, true), ("từ 2026", 2199, true), ("đến 2026", 1945, true),
        ("đến 2026", 2026, true), ("đến 2026", 2027, false), ("hằng năm", 2050, true),
    ]) func `it has its first year, its last and those between`(text: String, year: Int, isIn: Bool) throws {
        #expect(try #require(TimeSpan(text)).contains(year) == isIn)
    }
}
