import Testing

@testable import Planning

@Suite struct MonthSpans {
    @Test(arguments: [
        ("Tháng 3", 3, 3), ("tháng 03/2026", 3, 3), ("Trong tháng 12 năm 2026", 12, 12),
        ("tháng 3 - tháng 5", 3, 5), ("Từ tháng 3 đến tháng 5/2026", 3, 5), ("tháng 3–5", 3, 5),
        ("tháng 3, 4 và 5", 3, 5), ("Quý II", 4, 6), ("quý 2/2026", 4, 6), ("Quý I - Quý III", 1, 9),
        ("Quý III, IV", 7, 12), ("6 tháng đầu năm", 1, 6), ("6 tháng cuối năm 2026", 7, 12),
        ("9 tháng đầu năm", 1, 9), ("cả năm", 1, 12), ("Năm 2026", 1, 12), ("Hằng tháng", 1, 12),
        ("hàng quý", 1, 12), ("Thường xuyên", 1, 12), ("Trước ngày 30/6/2026", 6, 6), ("ngày 15/3", 3, 3),
        ("Đến 31/12", 12, 12), ("từ ngày 01/3 đến ngày 15/5", 3, 5),
    ]) func `a time as plans write it names its months`(_ text: String, _ first: Int, _ last: Int) {
        let span = MonthSpan(text, in: 2026)
        #expect(span?.first == first, "\(text)")
        #expect(span?.last == last, "\(text)")
    }

    @Test(arguments: [
        "tháng 13", "tháng 0", "quý V", "Tháng 3/2025", "tháng 5 - tháng 3", "tháng 3, 7", "ngày 31/6",
        "khi có kinh phí", "sau Tết", "tháng 3 hoặc 5", "13 tháng đầu năm", "năm 2025", "quý I, III",
        "2-3 lần",
    ]) func `what names no months that follow each other, or another year, is not guessed`(_ text: String) {
        #expect(MonthSpan(text, in: 2026) == nil)
    }
}
