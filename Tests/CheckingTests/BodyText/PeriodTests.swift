import Testing

@testable import Checking

@Test(
    arguments: [
        ("trên đây là báo cáo kết quả tháng 8 năm 2026", "kết quả công tác tháng 9 năm 2026", "tháng 8"),
        ("trên đây là báo cáo quý ii/2026", "kết quả quý iii năm 2026", "quý II"),
        ("trên đây là báo cáo tháng 09 năm 2026", "kết quả tháng 9/2026", nil),
        ("báo cáo tháng 9, gửi trước ngày 15 tháng 10 năm 2026", "kết quả tháng 9 năm 2026", nil),
        ("báo cáo tháng 9 và nhiệm vụ tháng 10", "kết quả tháng 9, nhiệm vụ tháng 10", nil),
        ("kế hoạch năm 2026, tầm nhìn đến năm 2030", "kế hoạch năm 2026", nil),
        ("báo cáo kết quả 6 tháng 2026", "kết quả năm 2026", nil),
        ("báo cáo kết quả 6 tháng đầu năm 2026", "kết quả 9 tháng đầu năm 2026", "6 tháng đầu năm"),
        ("báo cáo kết quả 06 tháng đầu năm 2026", "kết quả 6 tháng đầu năm 2026", nil),
        ("báo cáo 6 tháng cuối năm", "kết quả 9 tháng đầu năm", nil),
        ("báo cáo kết quả 6 tháng đầu năm, 9 tháng đầu năm", "kết quả 9 tháng đầu năm", nil),
        ("báo cáo năm 2025", "kết quả năm 2026", "năm 2025"),
    ] as [(String, String, String?)]) func `a closing sentence is held against the subject's period`(
        text: String, subject: String, found: String?
    )
{ #expect(Periods.contradiction(in: text, against: subject)?.found == found) }
