internal import VietnameseText

extension HeadWords {
    /// Whether somebody does something because of the basis: “Căn cứ …, Sở Nội vụ đề nghị …”.
    static func isSentenceOnBasis(_ line: TextLine) -> Bool {
        let text = line.trimmed
        guard text.hasSuffix(".") else { return false }
        if text.hasBytes(of: " thì ") { return true }
        return text.ranges(of: ", ").contains { comma in
            let clause = text[comma.upperBound...].prefix(90)
            guard clause.first?.isUppercase == true || clause.hasPrefix("các ") else { return false }
            return deeds.contains { clause.contains(" \($0) ") }
        }
    }

    /// What an office says that it does, or asks others to.
    private static let deeds = [
        "đề nghị", "yêu cầu", "thông báo", "báo cáo", "có ý kiến", "trân trọng", "chủ động", "kính", "mời",
        "phối hợp", "triển khai", "tổ chức", "chịu trách nhiệm",
    ]
}
