internal import Diagnostics

extension Syntax {
    static let convert = Syntax(
        name: "convert", aliases: ["chuyen"],
        operands: [
            Operand(
                name: Wording("VĂN-BẢN", en: "DOCUMENT"),
                explanation: Wording(
                    "văn bản .docx, .odt; .doc nếu máy có LibreOffice",
                    en: "a .docx or .odt document; .doc where LibreOffice is installed")),
            Operand(
                name: Wording("KẾT-QUẢ", en: "RESULT"),
                explanation: Wording(
                    "tệp cần ghi, đuôi .docx hoặc .odt", en: "the file to write, ending in .docx or .odt")),
        ], options: [.targetFormat, .jobs, .force],
        summary: Wording("chuyển văn bản giữa DOCX và ODT", en: "turns a DOCX into an ODT, or the other way"),
        about: Wording(
            "Đọc văn bản rồi ghi lại ở định dạng kia: cùng chữ, cùng cách trình bày (kiểu đoạn, bảng, trang, đầu trang, đường kẻ). Dành cho văn bản hành chính như do vanthu lập; thứ không chuyển được (hình ảnh, chú thích, nhận xét …) được báo kèm chỗ. Văn bản có macro thì từ chối. Có --to thì VĂN-BẢN và KẾT-QUẢ là hai thư mục: chuyển mọi văn bản, cả trong thư mục con.",
            en:
                "Reads a document and writes it in the other format: the same text with the same look (styles, tables, pages, headers, drawn lines). Meant for office documents such as vanthu makes; what cannot be taken over (pictures, notes, comments …) is told with its place. A document with macros is refused. With --to, DOCUMENT and RESULT are two folders: every document is converted, those in inner folders too."
        ),
        examples: [
            "vanthu convert ke-hoach.docx ke-hoach.odt", "vanthu convert van-ban van-ban-odt --to odt",
        ])
}

extension Option {
    static let targetFormat = Option(
        name: "to", aliases: ["sang"], value: Wording("docx|odt", en: "docx|odt"),
        explanation: Wording(
            "chuyển cả thư mục sang định dạng này", en: "convert a whole folder into this format"))
}
