internal import Diagnostics

extension Rule {
    /// Phụ lục.
    static let appendices: [Rule] = [
        Rule(
            .appendixUnmentioned, "B11", .error, .byHand, .decree("III.1"),
            "Văn bản có phụ lục phải có chỉ dẫn về phụ lục trong nội dung.",
            en: "The text has to point to its appendix.", right: "(chi tiết tại Phụ lục kèm theo)",
            wrong: "phụ lục không được nhắc tới"),
        Rule(
            .appendixMissing, "B11", .error, .byHand, .decree("III.1"),
            "Phụ lục được nhắc trong nội dung phải có.", en: "An appendix the text names has to be there.",
            right: "Phụ lục II có ở sau", wrong: "Phụ lục II không có"),
        Rule(
            .appendixLabelLook, "A01", .error, .automatic, .decree("III.1"),
            "Từ \"Phụ lục\" cỡ 14, đậm, đứng, chữ in thường, canh giữa, một dòng riêng.",
            en: "Phụ lục is 14 pt, bold, upright, sentence case, centred, on a line of its own.",
            right: "Phụ lục I", wrong: "PHỤ LỤC 1"),
        Rule(
            .appendixTitleLook, "A01", .error, .automatic, .decree("III.1"),
            "Tiêu đề phụ lục in hoa, cỡ 13–14, đậm, đứng, canh giữa.",
            en: "The appendix's title is in capitals, 13–14 pt, bold, upright, centred.",
            right: "DỰ TOÁN KINH PHÍ", wrong: "Dự toán kinh phí"),
        Rule(
            .appendixNumber, "A01", .error, .automatic, .decree("III.1"),
            "Từ hai phụ lục trở lên đánh số La Mã; một phụ lục thì không đánh số.",
            en: "Two appendices or more have Roman numbers; a single one has none.", right: "Phụ lục II",
            wrong: "Phụ lục 2"),
        Rule(
            .appendixReferenceMissing, "A01", .error, .byHand, .decree("III.1"),
            "Dưới tiêu đề phụ lục có dòng \"(Kèm theo … số … ngày … của …)\".",
            en: "Under the title stands \"(Kèm theo … số … ngày … của …)\".",
            right: "(Kèm theo Kế hoạch số …/KH-STC …)", wrong: "không có dòng này"),
        Rule(
            .appendixReferenceForm, "A01", .error, .automatic, .decree("III.1"),
            "Dòng Kèm theo đặt trong ngoặc đơn, viết hoa chữ Kèm.",
            en: "The line Kèm theo stands in brackets.", right: "(Kèm theo Kế hoạch số …)",
            wrong: "Kèm theo Kế hoạch số …"),
        Rule(
            .appendixReferenceLook, "A01", .error, .automatic, .decree("III.1"),
            "Dòng Kèm theo chữ nghiêng, cỡ 13–14, canh giữa.",
            en: "The line Kèm theo is italic, 13–14 pt, centred.", right: "nghiêng", wrong: "đứng"),
        Rule(
            .appendixReferenceMismatch, "A02", .warning, .byHand, .decree("III.1"),
            "Số, ngày ở dòng Kèm theo phải khớp với văn bản; bản điện tử để trống là đúng.",
            en: "Number and date of the line have to match the document; left blank they are "
                + "right in an electronic document.", right: "số 15 ở cả hai nơi", wrong: "số 15 và số 16"),
        Rule(
            .appendixHead, "A01", .warning, .byHand, .decree("III.1"),
            "Phụ lục không có Quốc hiệu và số riêng.",
            en: "An appendix has no nation's title and no number of its own.", right: "Phụ lục / tiêu đề",
            wrong: "Quốc hiệu trên phụ lục"),
    ]
}
