import Diagnostics
import Forms
import FoundationEssentials
import OfficeDocument
import OfficePackage

/// Plans without a fault, of some pages, to time the check with: the shipped form with its head and foot filled in and a long text.
enum LongPlan {
    static let pageCounts = [10, 500]

    /// Writes `plan-10.docx` and the like into a folder.
    static func write(into folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for pages in pageCounts {
            for format in OfficeFormat.allCases {
                let bytes = try document(pages: pages).bytes(as: format)
                try Data(bytes).write(to: folder.appending(path: "plan-\(pages).\(format.rawValue)"))
            }
        }
    }

    private static func document(pages: Int) -> Document {
        var document = Form.plan.document()
        let form = document.sections[0].blocks
        let head: [Block] = [
            paragraph("KẾ HOẠCH", "TenLoai"), paragraph(subject, "TrichYeu"),
            line("DuongKeTrichYeu", of: 165, DrawnLines().subjectLineLength(lines: [subject])),
            paragraph("I. NỘI DUNG", "MucLaMa"),
        ]
        document.sections[0].blocks =
            filled(Array(form.prefix(1))) + head + text(pages: pages) + [
                paragraph("\(sentences[0])./.", "KetThuc")
            ] + filled(Array(form.suffix(2)))
        return document
    }

    /// A page holds about 7.3 paragraphs of these.
    private static func text(pages: Int) -> [Block] {
        (0..<pages * 73 / 10 - 5).map { index in
            if index.isMultiple(of: 16) {
                let number = index / 16 + 1
                return paragraph("\(number). Nhóm nhiệm vụ thứ \(number)", "KhoanCoTieuDe")
            }
            let first = sentences[index % sentences.count]
            let second = sentences[(index / 3 + 1) % sentences.count]
            return paragraph(
                "\(first); năm thứ \(index % 9 + 1) hoàn thành \(index % 100)%. \(second).", "NoiDung")
        }
    }

    private static let subject = "Tuyên truyền về khoa học và công nghệ năm 2026"
    private static let name = "SỞ KHOA HỌC VÀ CÔNG NGHỆ"
    private static let sentences = [
        "Các đơn vị thuộc Sở phối hợp chặt chẽ trong quá trình thực hiện, bảo đảm nội dung tuyên truyền thiết thực,"
            + " dễ hiểu, phù hợp với từng nhóm đối tượng và điều kiện thực tế của địa phương",
        "Văn phòng Sở chủ trì, phối hợp với Trung tâm Thông tin tổng hợp kết quả hằng quý, báo cáo lãnh đạo Sở trước"
            + " ngày 25 của tháng cuối quý và đề xuất khen thưởng theo quy định",
        "Kinh phí thực hiện được bố trí trong dự toán chi ngân sách nhà nước hằng năm, lồng ghép với các chương trình,"
            + " đề án khác và huy động nguồn lực hợp pháp của doanh nghiệp",
    ]

    // MARK: Head and foot

    /// What is said in place of the form's tags.
    private static let words: KeyValuePairs = [
        "{tieu_de.chu_quan | hoa}": "UBND TỈNH ĐẮK NÔNG", "{tieu_de.co_quan | hoa}": name,
        "Số: {so}/{ky_hieu}": "Số: 05/KH-SKHCN",
        "{dia_danh}, {ngay_ban_hanh}": "Đắk Nông, ngày 05 tháng 01 năm 2026",
        "- {.};": "- UBND tỉnh (để b/c);", "- Lưu: {luu}.": "- Lưu: VT, VP.", "{.}": "GIÁM ĐỐC",
        "{ky.ho_ten}": "Nguyễn Văn An",
    ]

    private static func filled(_ blocks: [Block]) -> [Block] {
        blocks.compactMap { block -> Block? in
            switch block {
            case .paragraph(let plain):
                let text = plain.text
                if text.hasPrefix("{#") || text.hasPrefix("{/") || text.hasPrefix("{^") { return nil }
                if text.hasPrefix("{duong_ke.co_quan") {
                    return line("DuongKeCoQuan", of: 68, DrawnLines().agencyLineLength(name: name))
                }
                guard let word = words.first(where: { $0.key == text })?.value else { return block }
                return paragraph(word, plain.style ?? "NoiDung")
            case .table(var table):
                for row in table.rows.indices {
                    for cell in table.rows[row].cells.indices {
                        table.rows[row].cells[cell].blocks = filled(table.rows[row].cells[cell].blocks)
                    }
                }
                return .table(table)
            }
        }
    }

    private static func paragraph(_ text: String, _ style: String) -> Block {
        .paragraph(Paragraph(text, style: style))
    }

    /// A drawn line so many millimetres long in the middle of a column.
    private static func line(_ style: String, of column: Double, _ length: Double) -> Block {
        let indent = Length.millimetres((column - length) / 2)
        let format = ParagraphFormat(leftIndent: indent, rightIndent: indent)
        return .paragraph(Paragraph("", style: style, format: format))
    }
}
