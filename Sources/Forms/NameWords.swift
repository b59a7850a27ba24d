/// Words of two syllables that names of agencies are made of.
enum NameWords {
    private static let joint = "\u{2060}"

    private static let words: Set<String> = [
        "ủy ban", "uỷ ban", "nhân dân", "hội đồng", "mặt trận", "tổ quốc", "việt nam", "văn phòng",
        "thường trực", "thường vụ", "chấp hành", "đảng ủy", "đảng uỷ", "tỉnh ủy", "thành ủy", "đảng bộ",
        "chi bộ", "tuyên giáo", "dân vận", "tổ chức", "kiểm tra", "nội chính", "quân sự", "công an",
        "biên phòng", "bộ đội", "khoa học", "công nghệ", "giáo dục", "đào tạo", "văn hóa", "văn hoá",
        "thể thao", "du lịch", "nông nghiệp", "môi trường", "tài chính", "tài nguyên", "xây dựng", "tư pháp",
        "nội vụ", "công thương", "y tế", "dân tộc", "tôn giáo", "thanh tra", "thông tin", "truyền thông",
        "lao động", "thương binh", "xã hội", "quy hoạch", "kiến trúc", "giao thông", "vận tải", "đầu tư",
        "phát triển", "quản lý", "dự án", "trung tâm", "phục vụ", "hành chính", "dịch vụ", "đăng ký",
        "đất đai", "bảo hiểm", "ngân hàng", "nhà nước", "tòa án", "viện kiểm", "kiểm sát", "thi hành",
        "tiểu học", "trung học", "cơ sở", "phổ thông", "mầm non", "mẫu giáo", "cao đẳng", "đại học",
        "bệnh viện", "đa khoa", "phụ nữ", "nông dân", "cựu chiến", "chiến binh", "thanh niên", "cộng sản",
        "liên đoàn", "công đoàn", "liên hiệp", "hiệp hội", "khu kinh", "kinh tế", "công nghiệp", "cảng vụ",
        "kiểm lâm", "chi cục", "tổng cục", "bảo vệ", "trường học", "hạ tầng", "đô thị", "nông thôn",
        "kỹ thuật", "thành phố", "thị trấn", "thị xã", "đặc khu", "công trình", "dân dụng", "chuyển đổi",
        "thư viện", "bảo tàng", "lưu trữ", "khuyến nông", "an toàn", "thực phẩm", "kiểm soát", "bệnh tật",
        "thủy lợi", "thủy sản", "chăn nuôi", "thú y", "trồng trọt", "bảo trợ", "việc làm", "giới thiệu",
        "hòa bình", "hữu nghị", "văn học", "nghệ thuật", "chính trị", "báo chí", "ngoại vụ",
    ]

    /// The name with its words of two syllables held together, and with the last of its names (`Đắk Mil`, `Nguyễn Chí Thanh`) where asked for.
    static func joined(_ name: String, holdingNames: Bool = false) -> String {
        let syllables = name.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        // A name in capitals alone does not say which of its words is a proper one.
        let proper = holdingNames ? syllables.reversed().prefix { $0.first?.isUppercase == true }.count : 0
        let firstProper = proper < syllables.count ? syllables.count - proper : syllables.count
        var result = ""
        var isHeld = false
        for (index, syllable) in syllables.enumerated() {
            result += syllable
            guard index + 1 < syllables.count else { break }
            // A syllable that ends one word does not begin another.
            let next = syllables[index + 1].prefix { $0.isLetter }
            isHeld = !isHeld && words.contains("\(syllable) \(next)".lowercased())
            result += isHeld || index >= firstProper ? joint : " "
        }
        return result
    }

    static func parted(_ line: String) -> String { line.replacing(joint, with: " ") }
}
