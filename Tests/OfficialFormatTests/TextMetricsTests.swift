import OfficialFormat
import TestSupport
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

private let syllables = [
    "SỞ", "KHOA", "HỌC", "VÀ", "CÔNG", "NGHỆ", "TRUYỀN", "THÔNG", "Y", "TẾ", "TRUNG", "TÂM",
]

@Test(arguments: 0..<200)
func `the line under an agency is between a third and a half of the name's widest line`(seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    let words = (0..<Int.random(in: 1...14, using: &chance)).map { _ in
        syllables.randomElement(using: &chance) ?? "SỞ"
    }
    let name = words.joined(separator: " ")
    let lines = DrawnLines().agencyNameLines(name: name)
    #expect(lines.joined(separator: " ") == name)
    let widest = lines.map { TextMetrics.width(of: $0, points: 13, face: .bold) }.max() ?? 0
    #expect(widest <= 68)
    let length = DrawnLines().agencyLineLength(name: lines.joined(separator: "\n"))
    #expect((widest / 3...widest / 2).contains(length))
}

@Test(arguments: [
    ("Sở Y tế", ["Sở Y tế"]), ("Sở Khoa học và Công nghệ", ["Sở Khoa học", "và Công nghệ"]),
    ("Sở Giáo dục và Đào tạo", ["Sở Giáo dục và Đào tạo"]),
    ("Sở Nông nghiệp và Môi trường", ["Sở Nông nghiệp", "và Môi trường"]),
]) func `an agency's name is broken into lines of about one length`(name: String, lines: [String]) {
    #expect(DrawnLines().agencyNameLines(name: name) == lines)
}

@Test func `the line under a subject goes by its widest line`() {
    let lines = ["Tuyên truyền đấu tranh trên không gian mạng tại", "Sở Khoa học và Công nghệ tỉnh Đắk Nông"]
    let widest = TextMetrics.width(of: lines[0], points: 14, face: .bold)
    let length = DrawnLines().subjectLineLength(lines: lines)
    #expect((widest / 3...widest / 2).contains(length))
}

@Test func `a subject too long for the page is broken about evenly`() {
    let long = "Kết quả thực hiện Kế hoạch tuyên truyền trên không gian mạng quý I năm 2026"
    let lines = DrawnLines().subjectLines(["Một dòng ngắn", long])
    #expect(
        lines == [
            "Một dòng ngắn", "Kết quả thực hiện Kế hoạch tuyên truyền", "trên không gian mạng quý I năm 2026",
        ])
}

@Test func `no text has no line`() {
    #expect(DrawnLines().subjectLineLength(lines: []) == 0)
    #expect(DrawnLines().agencyLineLength(name: "") == 0)
}
