internal import Regulations

extension RuleGroup {
    /// Trang giấy và số trang.
    static let page = RuleGroup(
        "trang_giay", "Trang giấy và số trang",
        [
            .sheet, .fonts, .encodings, .colours, .composition, .strayCharacters, .pageNumbers,
            .appendixPageNumbers,
        ])
}
