internal import Diagnostics

extension Rule {
    /// Trình bày nội dung.
    static let bodySetting: [Rule] = [
        Rule(
            .bodyAlignment, "B01", .error, .automatic, [Rule.Clause].decree("II.6") + .party("nội dung"),
            "Nội dung canh đều hai lề.", en: "The text is justified.", right: "đều hai bên",
            wrong: "canh trái"),
        Rule(
            .bodyIndent, "B01", .error, .automatic, [Rule.Clause].decree("II.6") + .party("nội dung"),
            "Đầu dòng lùi vào 1 cm hoặc 1,27 cm (Đảng: khoảng 10 mm).",
            en: "First lines are indented 1 cm or 1.27 cm (Party: about 10 mm).", right: "1,27 cm",
            wrong: "0 cm"),
        Rule(
            .bodyIndentTyped, "B01", .error, .automatic, [Rule.Clause].decree("II.6") + .party("nội dung"),
            "Lùi đầu dòng bằng định dạng đoạn, không gõ dấu cách hay tab.",
            en: "First lines are indented by formatting, not by spaces or tabs.",
            right: "thụt đầu dòng 1,27 cm", wrong: "năm dấu cách"),
        Rule(
            .bodyGap, "B02", .error, .automatic, [Rule.Clause].decree("II.6") + .party("nội dung"),
            "Khoảng cách giữa các đoạn tối thiểu 6 pt.", en: "Paragraphs are at least 6 pt apart.",
            right: "6 pt", wrong: "0 pt"),
        Rule(
            .emptyParagraph, "B02", .warning, .automatic, [Rule.Clause].decree("II.6") + .party("nội dung"),
            "Không dùng đoạn trống để tạo khoảng cách.", en: "Empty paragraphs are not spacing.",
            right: "cách đoạn 6 pt", wrong: "một dòng trống"),
        Rule(
            .lineSpacing, "B03", .error, .automatic, [Rule.Clause].decree("II.6") + .party("nội dung"),
            "Cách dòng từ đơn đến 1,5 dòng; văn bản của Đảng chính xác 18–22 pt.",
            en: "Line spacing from single to 1.5; Party documents exactly 18–22 pt.", right: "1,15 dòng",
            wrong: "2 dòng"),
        Rule(
            .bodySize, "B04", .error, .automatic, [Rule.Clause].decree("II.6") + .party("nội dung"),
            "Nội dung cỡ 13–14 (Đảng: 14–15).", en: "The text is 13–14 pt (Party: 14–15).", right: "14",
            wrong: "12"),
        Rule(
            .mixedSizes, "B04", .warning, .automatic, [Rule.Clause].decree("V") + .party("nội dung"),
            "Cỡ chữ các thành phần tăng giảm cùng nhau: 13/14/14 hoặc 12/13/13.",
            en: "Sizes go up and down together: 13/14/14 or 12/13/13.",
            right: "Quốc hiệu 13, Tiêu ngữ 14, nội dung 14", wrong: "Tiêu ngữ 14, nội dung 13"),
        Rule(
            .bodyEmphasis, "B05", .warning, .byHand, [Rule.Clause].decree("II.6") + .party("nội dung"),
            "Nội dung chữ in thường, đứng; không để cả đoạn nghiêng hay in hoa.",
            en: "The text is upright in sentence case; whole paragraphs are not italic nor capitals.",
            right: "chữ đứng", wrong: "cả đoạn nghiêng"),
        Rule(
            .headingLook, "B04", .error, .automatic, [Rule.Clause].decree("II.6") + .party("nội dung"),
            "Phần, chương, mục, điều và mục La Mã đậm, đứng; tiêu đề phần, chương và mục La Mã in hoa.",
            en: "Parts, chapters, sections, articles and Roman headings are bold and upright; "
                + "titles of parts and Roman headings in capitals.", right: "I. MỤC ĐÍCH, YÊU CẦU",
            wrong: "I. Mục đích, yêu cầu (nghiêng)"),
        Rule(
            .headingAlone, "B10", .note, .byHand, .custom,
            "Tiêu đề không đứng một mình cuối trang. Chỉ báo khi chính tệp bắt sang trang ngay sau tiêu đề, vì dòng "
                + "nào nằm trang nào là do máy dàn trang.",
            en:
                "A heading does not stand alone at the foot of a page. Told only where the file itself forces a "
                + "new page right behind it, since which lines a page holds is the word processor's business.",
            right: "đi liền đoạn sau", wrong: "tiêu đề, rồi dấu ngắt trang"),
        Rule(
            .rowSplit, "B10", .note, .automatic, .custom,
            "Hàng của bảng không bị ngắt qua hai trang. Chỉ báo với bảng chắc chắn dài hơn một trang mà hàng nhiều "
                + "dòng được phép ngắt.",
            en:
                "Rows of tables are not split over pages. Told only of tables surely longer than a page whose rows "
                + "of several lines may be split.", right: "hàng nguyên", wrong: "nửa hàng ở trang sau"),
    ]
}
