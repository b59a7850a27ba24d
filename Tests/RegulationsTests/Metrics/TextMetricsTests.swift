import Regulations
import Testing

/// Measured widths of letterheads, from the reference on the geometry of the head.
@Test(arguments: [
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, TextMetrics.Face.bold, 88.3),
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, .bold, 95.7),
    ("Quảng Ninh, ngày 05 tháng 01 năm 2026", 13, .italic, 76.2),
    ("Quảng Ninh, ngày 05 tháng 01 năm 2026", 14, .italic, 82.0),
    ("Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2019", 13, .italic, 96.4),
    ("Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2019", 14, .italic, 103.9),
    ("ỦY BAN NHÂN DÂN TỈNH QUẢNG NINH", 12, .regular, 78.8),
    ("ỦY BAN NHÂN DÂN TỈNH QUẢNG NINH", 13, .regular, 85.3), ("UBND TỈNH QUẢNG NINH", 12, .regular, 51.1),
    ("UBND TỈNH QUẢNG NINH", 13, .regular, 55.4), ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", 12, .bold, 77.4),
    ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", 13, .bold, 83.8), ("ĐẢNG CỘNG SẢN VIỆT NAM", 15, .bold, 72.9),
]) func `text is as wide as it was measured`(
    text: String, points: Double, face: TextMetrics.Face, width: Double
) { #expect(abs(TextMetrics.width(of: text, points: points, face: face) - width) < 0.06) }

@Test(arguments: [(13.0, 55.9), (14, 60.2)])
func `the motto is as wide as the reference says, to the few tenths its hyphens are worth`(
    points: Double, width: Double
) {
    let motto = TextMetrics.width(of: "Độc lập - Tự do - Hạnh phúc", points: points, face: .bold)
    #expect(abs(motto - width) < 0.4)
}

@Test func `a decomposed letter is as wide as the composed one`() {
    #expect(
        TextMetrics.width(of: "e\u{0302}\u{0301}", points: 14)
            == TextMetrics.width(of: "\u{1EBF}", points: 14))
}
