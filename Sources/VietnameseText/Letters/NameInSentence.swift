extension LetterCase {
    /// A title or name as it goes on inside a sentence: its first letter small, unless it begins with a name.
    ///
    /// An abbreviation (`PCCC`), a word of mixed case, one that is no Vietnamese syllable (`Zalo`, `Internet`), two words with capitals
    /// (`Nguyễn Văn A`), a body with its own name (`Sở Y tế`, `Trung tâm Thông tin`) and the name of a place stay as they are.
    public static func insideSentence(_ text: String) -> String {
        guard let place = text.firstIndex(where: { $0.isLetter || $0.isNumber }),
            !beginsWithName(text[place...])
        else { return text }
        return firstLetterLower(text)
    }

    private static func beginsWithName(_ text: Substring) -> Bool {
        let word = text.prefix { $0.isLetter || $0.isNumber }
        if word.dropFirst().contains(where: \.isUppercase) { return true }
        if word.allSatisfy(\.isLetter), !Syllable.isPossible(String(word)) { return true }
        if fixedNames.contains(where: { text.begins(with: $0) }) { return true }
        if bodies.contains(where: { text.begins(with: $0) && isCapital(behind: $0.count, in: text) }) {
            return true
        }
        // `Mua USB` and `Quý II` are no names: the second word is an abbreviation or a number.
        let next = text.dropFirst(word.count).dropFirst().prefix { $0.isLetter }
        return isCapital(behind: word.count, in: text) && next.dropFirst().contains(where: \.isLowercase)
    }

    /// Whether the next word, one space away, has a capital.
    private static func isCapital(behind count: Int, in text: Substring) -> Bool {
        let rest = text.dropFirst(count)
        return rest.first?.isWhitespace == true && rest.dropFirst().first?.isUppercase == true
    }

    /// Kinds of bodies, whose names begin with them where a capital follows; `Phòng họp` and `Trung tâm xã` are none.
    private static let bodies = [
        "Sở", "Bộ", "Ban", "Phòng", "Cục", "Chi cục", "Tổng cục", "Vụ", "Trung tâm", "Văn phòng", "Trường",
        "Viện", "Bệnh viện", "Hội", "Hội đồng", "Liên đoàn", "Đoàn", "Công ty", "Tổng công ty", "Chi nhánh",
        "Ngân hàng", "Báo", "Đài", "Quỹ", "Kho bạc", "Thanh tra", "Tòa án", "Toà án", "Viện kiểm sát",
        "Ủy ban", "Uỷ ban", "Học viện", "Nhà xuất bản", "Tạp chí", "Hợp tác xã", "Trạm", "Hạt", "Chi đội",
        "Câu lạc bộ",
    ]

    /// Written so wherever they stand.
    private static let fixedNames: [String] = [
        "Ủy ban nhân dân", "Uỷ ban nhân dân", "Hội đồng nhân dân", "Công an", "Tỉnh ủy", "Tỉnh uỷ",
        "Thành ủy", "Thành uỷ", "Huyện ủy", "Huyện uỷ", "Đảng ủy", "Đảng uỷ", "Quốc hội", "Chính phủ",
        "Nhà nước", "Mặt trận Tổ quốc", "Tổ quốc", "Đảng", "Quốc khánh", "Quân đội nhân dân", "Liên hợp quốc",
        // Places, of two syllables or more, as one syllable may begin any sentence.
        "An Giang", "Bắc Ninh", "Cà Mau", "Cao Bằng", "Cần Thơ", "Đà Lạt", "Đà Nẵng", "Đắk Lắk", "Đắk Nông",
        "Điện Biên", "Đồng Nai", "Đồng Tháp", "Gia Lai", "Hà Nội", "Hà Tĩnh", "Hải Phòng", "Huế", "Hưng Yên",
        "Khánh Hòa", "Lai Châu", "Lạng Sơn", "Lào Cai", "Lâm Đồng", "Nghệ An", "Ninh Bình", "Phú Thọ",
        "Quảng Ngãi", "Quảng Ninh", "Quảng Trị", "Sơn La", "Tây Ninh", "Thanh Hóa", "Thái Nguyên",
        "Tuyên Quang", "Việt Nam", "Vĩnh Long",
    ]
}

extension Substring {
    /// Whether it begins with these words and not with a longer one.
    fileprivate func begins(with words: String) -> Bool {
        hasPrefix(words) && !(dropFirst(words.count).first?.isLetter ?? false)
    }
}
