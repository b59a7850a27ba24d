import TestSupport

/// Documents as clerks type them: numbers by hand, head and foot set by tabs.
enum OfficePaper {
    /// A letter of the least that one has.
    static func letter() throws -> [UInt8] {
        try minimalDocument(
            tabbed("SỞ NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + plain
                + tabbed("Số: 12/SNV-VP", "Hà Nam, ngày 05 tháng 01 năm 2026") + plain + "V/v báo cáo số liệu"
                + plain + "Kính gửi: Các phòng" + plain + "Đề nghị các phòng báo cáo." + plain + "Nơi nhận:"
                + plain + "- Như trên.")
    }

    static let plain = "</w:t></w:r></w:p><w:p><w:r><w:t xml:space=\"preserve\">"
    static let bold =
        "</w:t></w:r></w:p><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>"

    /// Two columns of one line.
    static func tabbed(_ left: String, _ right: String) -> String {
        "\(left)</w:t></w:r><w:r><w:tab/><w:t>\(right)"
    }

    /// A table whose first row is in bold.
    static func table(_ rows: [[String]]) -> String {
        let lines = rows.enumerated().map { index, row in
            "<w:tr>"
                + row.map { cell in
                    let look = index == 0 ? "<w:rPr><w:b/></w:rPr>" : ""
                    return
                        "<w:tc><w:tcPr><w:tcW w:w=\"2000\" w:type=\"dxa\"/></w:tcPr><w:p><w:r>\(look)<w:t xml:space=\"preserve\">\(cell)</w:t></w:r></w:p></w:tc>"
                }.joined() + "</w:tr>"
        }
        return
            "</w:t></w:r></w:p><w:tbl><w:tblPr><w:tblBorders><w:top w:val=\"single\"/></w:tblBorders></w:tblPr>\(lines.joined())</w:tbl><w:p><w:r><w:t xml:space=\"preserve\">"
    }

    /// A whole document: type and subject, paragraphs, and what stands behind the signature.
    static func document(
        _ type: String, _ subject: [String], code: String = "KH-SNV", number: String = "05",
        date: String = "ngày 05 tháng 01 năm 2026", text: [String], behind: [String] = [],
        isSigned: Bool = true
    ) throws -> [UInt8] {
        let head =
            tabbed("SỞ NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + plain
            + tabbed("", "Độc lập - Tự do - Hạnh phúc") + plain
            + tabbed("Số: \(number)/\(code)", "Hà Nam, \(date)")
        let foot =
            !isSigned
            ? ""
            : plain + tabbed("Nơi nhận:", "GIÁM ĐỐC") + plain + "- Như trên;" + plain
                + tabbed("- Lưu: VT.", "Trần Văn Minh")
        return try minimalDocument(
            head + bold + type + subject.map { bold + $0 }.joined()
                + text.map { $0.hasPrefix("</w:t>") ? $0 : plain + $0 }.joined() + foot
                + behind.map { $0.hasPrefix("</w:t>") ? $0 : plain + $0 }.joined())
    }

    /// A plan of a few paragraphs, with what is put in among them.
    static func plan(
        _ inner: [String] = [], subject: String = "Tuyên truyền năm 2026", behind: [String] = [],
        isSigned: Bool = true
    ) throws -> [UInt8] {
        try document(
            "KẾ HOẠCH", [subject],
            text: [
                "Sở Nội vụ ban hành Kế hoạch như sau:", "I. MỤC ĐÍCH", "Nâng cao nhận thức trong năm 2026.",
            ] + inner + [
                "II. TỔ CHỨC THỰC HIỆN", "Các phòng báo cáo trước ngày 15/12/2026.",
                "Trên đây là Kế hoạch của Sở Nội vụ./.",
            ], behind: behind, isSigned: isSigned)
    }
}
