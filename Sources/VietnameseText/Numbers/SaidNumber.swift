// Numbers said in words, read again.
extension NumberWords {
    private static let digits: [Substring: Int] = [
        "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5,
        "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
    ]
    private static let scales: [Substring: Int] = [
        "nghìn": 1000, "ngàn": 1000, "triệu": 1_000_000, "tỷ": 1_000_000_000, "tỉ": 1_000_000_000,
    ]
    private static let silent: Set<Substring> = ["linh", "lẻ", "chẵn", "đồng", "việt", "nam", "viết"]

    /// Whether a number said in words may begin with this one, in small letters.
    package static func beginsNumber(_ word: Substring) -> Bool { digits[word] != nil || word == "mười" }

    /// What is said in words of small letters; nil where a word is no part of a number.
    package static func value(said text: Substring) -> Int? {
        var (total, section, group) = (0, 0, 0)
        var digit: Int?
        var isSaid = false
        for word in text.split(whereSeparator: { !$0.isLetter }) {
            if let value = digits[word] {
                (digit, isSaid) = (value, true)
            } else if word == "mười" {
                (group, digit, isSaid) = (group + 10, nil, true)
            } else if word == "mươi" {
                (group, digit) = (group + (digit ?? 0) * 10, nil)
            } else if word == "trăm" {
                (group, digit) = (group + (digit ?? 0) * 100, nil)
            } else if let scale = scales[word] {
                let whole = group + (digit ?? 0)
                if scale == 1_000_000_000 {
                    guard section + whole < 1_000_000 else { return nil }
                    (total, section) = (total + (section + whole) * scale, 0)
                } else {
                    section += whole * scale
                }
                (group, digit) = (0, nil)
            } else if !silent.contains(word) {
                return nil
            }
            guard total < 1_000_000_000_000_000 else { return nil }
        }
        return isSaid ? total + section + group + (digit ?? 0) : nil
    }
}
