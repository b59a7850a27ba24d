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

/// A dash is as wide as its size, a figure half of it, by the design of the letters; so is what no table knows.
@Test(arguments: [("—", 25.4), ("0", 12.7), ("中", 12.7), ("\u{0302}", 0)])
func `what is as wide as its size, or half of it, is measured exactly`(letter: String, width: Double) {
    let measured = TextMetrics.width(of: String(repeating: letter, count: 100), points: 72)
    #expect(abs(measured - 100 * width) < 0.001)
}

@Test func `words are put on a line until one does not fit, and a long one has its own`() {
    // A figure at 72 points is 12.7 mm, a blank 6.35.
    let text = "00 00 00000 0 0"
    #expect(TextMetrics.lines(of: text, fitting: 57.16, points: 72) == ["00 00", "00000", "0 0"])
    #expect(TextMetrics.lines(of: text, fitting: 57.14, points: 72) == ["00", "00", "00000", "0 0"])
    #expect(TextMetrics.lines(of: text, fitting: 1, points: 72) == ["00", "00", "00000", "0", "0"])
    #expect(TextMetrics.lines(of: "", fitting: 10, points: 72) == [])
}
