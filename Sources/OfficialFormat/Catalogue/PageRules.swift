internal import Diagnostics

extension Rule {
    /// Trang giấy và số trang.
    static let page: [Rule] = [
        Rule(
            .pageSize, "P01", .error, .automatic, [Rule.Clause].decree("I.1") + .party("trang giấy"),
            "Văn bản trình bày trên khổ A4 (210 × 297 mm); tệp do phần mềm nước ngoài tạo hay "
                + "mang khổ Letter.",
            en: "Documents are set on A4 (210 × 297 mm); files made by foreign software often "
                + "carry Letter.", right: "210 × 297 mm", wrong: "216 × 279 mm"),
        Rule(
            .pageMargin, "P02", .error, .automatic, [Rule.Clause].decree("I.3") + .party("định lề"),
            "Lề trên, dưới 20–25 mm, trái 30–35 mm, phải 15–20 mm; văn bản của Đảng: 20, 20, 30, 15 mm.",
            en: "Top and bottom margins 20–25 mm, left 30–35 mm, right 15–20 mm; Party documents: "
                + "20, 20, 30, 15 mm.", right: "trên 20, dưới 20, trái 30, phải 15 mm",
            wrong: "bốn lề 25,4 mm"),
        Rule(
            .pageOrientation, "P03", .error, .byHand, [Rule.Clause].decree("I.2") + .party("trang giấy"),
            "Trang đứng; chỉ dùng trang ngang khi có bảng biểu không tách thành phụ lục riêng.",
            en: "Portrait; landscape only for tables that are not split out as an appendix.",
            right: "trang đứng", wrong: "cả văn bản đặt ngang, không có bảng"),
        Rule(
            .fontFamily, "P04", .error, .automatic, [Rule.Clause].decree("I.4") + .party("phông chữ"),
            "Phông chữ Times New Roman cho toàn văn bản, kể cả trong bảng, đầu trang, chân trang.",
            en: "Times New Roman everywhere, in tables, headers and footers too.", right: "Times New Roman",
            wrong: "Calibri, .VnTime"),
        Rule(
            .legacyEncoding, "P04", .error, .automatic, [Rule.Clause].decree("I.4") + .party("phông chữ"),
            "Chữ Việt theo bảng mã Unicode (TCVN 6909:2001); chữ gõ theo TCVN3 hay VNI phải chuyển mã.",
            en: "Vietnamese text is in Unicode (TCVN 6909:2001); text in TCVN3 or VNI has to be converted.",
            right: "Cộng hòa", wrong: "Céng hßa"),
        Rule(
            .suspectedEncoding, "P04", .note, .byHand, [Rule.Clause].decree("I.4") + .party("phông chữ"),
            "Đoạn chữ có thể gõ theo bảng mã cũ mà phông đã mất; quá ít chữ để biết chắc nên không tự chuyển mã.",
            en:
                "The text may be in an old encoding whose font is gone; there is too little of it to be sure, so it is not converted.",
            right: "Báo cáo", wrong: "B¸o c¸o"),
        Rule(
            .mojibake, "P04", .error, .automatic, [Rule.Clause].decree("I.4") + .party("phông chữ"),
            "Chữ Unicode (UTF-8) bị một phần mềm đọc nhầm theo bảng mã phương Tây, một hay nhiều lần; chuyển lại được từng chữ.",
            en:
                "Unicode text (UTF-8) that some program took for Western letters, once or more often; every letter can be put right.",
            right: "Cộng hòa", wrong: "Cá»™ng hÃ²a"),
        Rule(
            .textColor, "P05", .error, .automatic, [Rule.Clause].decree("I.4") + .party("phông chữ"),
            "Chữ màu đen, trừ dấu chỉ mức độ khẩn và con dấu.",
            en: "Letters are black, but for urgency stamps and the seal.", right: "chữ đen",
            wrong: "chữ xanh của liên kết"),
        Rule(
            .decomposedLetters, "P06", .warning, .automatic, .custom,
            "Chữ có dấu phải là một ký tự (NFC); chữ dựng sẵn tách dấu không tìm kiếm được và "
                + "hiện sai trên một số máy.",
            en: "A letter with its marks should be one character (NFC); taken apart it can't be "
                + "searched and shows wrongly on some machines.", right: "ế (U+1EBF)",
            wrong: "e + U+0302 + U+0301"),
        Rule(
            .junkCharacter, "P06", .warning, .automatic, .custom,
            "Không để sót ký tự vô hình hoặc ký tự giống chữ khác: dấu cách không ngắt, ký tự "
                + "không bề rộng, Ð thay cho Đ.",
            en: "No invisible or look-alike characters: no-break spaces, zero-width characters, Ð "
                + "in place of Đ.", right: "Đắk Nông", wrong: "Ðắk Nông (U+00D0)"),
        Rule(
            .lostLetter, "P06", .note, .byHand, .custom,
            "Chữ đã mất khi chuyển mã, còn lại ký tự thay thế (U+FFFD) hoặc dấu hỏi ở giữa từ; phải gõ lại.",
            en:
                "A letter was lost in a conversion, and a replacement character (U+FFFD) or a question mark inside a word is left; "
                + "it has to be typed again.", right: "Việt Nam", wrong: "Vi?t Nam"),
        Rule(
            .pageNumberMissing, "N01", .error, .automatic, [Rule.Clause].decree("I.7") + .party("số trang"),
            "Văn bản từ hai trang trở lên phải đánh số trang.",
            en: "A document of more than one page has page numbers.", right: "2 ở giữa lề trên trang hai",
            wrong: "không có số trang"),
        Rule(
            .pageNumberOnFirstPage, "N02", .error, .automatic,
            [Rule.Clause].decree("I.7") + .party("số trang"), "Không hiển thị số trang thứ nhất.",
            en: "The number is not shown on page 1.", right: "trang đầu không số",
            wrong: "số 1 trên trang đầu"),
        Rule(
            .pageNumberPlace, "N03", .error, .automatic, [Rule.Clause].decree("I.7") + .party("số trang"),
            "Số trang đặt canh giữa trong lề trên; văn bản của Đảng cách mép trên 10 mm.",
            en: "The number stands centred in the upper margin; in Party documents 10 mm from the edge.",
            right: "giữa lề trên", wrong: "góc phải chân trang"),
        Rule(
            .pageNumberLook, "N03", .error, .automatic, [Rule.Clause].decree("I.7") + .party("số trang"),
            "Số trang là chữ số Ả Rập, kiểu đứng, cỡ 13–14 (Đảng: 14).",
            en: "Page numbers are upright Arabic digits of 13–14 pt (Party: 14).", right: "2",
            wrong: "– ii –, số nghiêng cỡ 11"),
        Rule(
            .appendixPageNumber, "N04", .error, .automatic, .decree("I.7"),
            "Mỗi phụ lục đánh số trang riêng, bắt đầu từ 1.",
            en: "Each appendix is numbered on its own, from 1.", right: "phụ lục bắt đầu từ trang 1",
            wrong: "phụ lục đánh tiếp trang 9"),
    ]
}
