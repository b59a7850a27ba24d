import Forms
import Regulations
import TestSupport
import Testing

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
    ("Sở Văn hóa, Thể thao và Du lịch", ["Sở Văn hóa,", "Thể thao và Du lịch"]),
    ("Ủy ban nhân dân tỉnh Hà Tĩnh -", ["Ủy ban nhân dân", "tỉnh Hà Tĩnh -"]),
    (
        "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Hà Tĩnh",
        ["Ủy ban Mặt trận", "Tổ quốc Việt Nam", "tỉnh Hà Tĩnh"]
    ),
    (
        "Trường Trung học phổ thông chuyên Nguyễn Chí Thanh",
        ["Trường Trung học", "phổ thông chuyên", "Nguyễn Chí Thanh"]
    ),
    (
        "Ban Quản lý dự án đầu tư xây dựng công trình dân dụng và công nghiệp thành phố Thủ Đức",
        [
            "Ban Quản lý dự án", "đầu tư xây dựng", "công trình dân dụng", "và công nghiệp",
            "thành phố Thủ Đức",
        ]
    ), ("Ủy ban nhân dân đặc khu Phú Quốc", ["Ủy ban nhân dân", "đặc khu Phú Quốc"]),
    ("Trung tâm Kiểm soát bệnh tật", ["Trung tâm", "Kiểm soát bệnh tật"]),
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
