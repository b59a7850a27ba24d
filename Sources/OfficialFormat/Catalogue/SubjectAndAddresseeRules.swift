internal import Diagnostics

extension Rule {
    /// Tên loại, trích yếu, kính gửi.
    static let subjectAndAddressee: [Rule] = [
        Rule(
            .typeLook, "T01", .error, .automatic,
            [Rule.Clause].decree("II.5") + .party("tên loại và trích yếu"),
            "Tên loại in hoa, đứng, đậm, canh giữa, cỡ 13–14 (Đảng: 15–16).",
            en: "The type is in capitals, upright, bold, centred, 13–14 pt (Party: 15–16).",
            right: "KẾ HOẠCH", wrong: "Kế hoạch"),
        Rule(
            .typeUnknown, "T01", .warning, .byHand,
            [Rule.Clause].decree("II.5") + .party("tên loại và trích yếu"),
            "Tên loại không có trong danh mục; dự toán kinh phí chẳng hạn phải là phụ lục của "
                + "kế hoạch, tờ trình hoặc quyết định.",
            en: "The type is not in the list; an estimate, for one, is an appendix of a plan, a "
                + "submission or a decision.", right: "TỜ TRÌNH … kèm phụ lục dự toán",
            wrong: "DỰ TOÁN KINH PHÍ"),
        Rule(
            .subjectLook, "T02", .error, .automatic,
            [Rule.Clause].decree("II.5") + .party("tên loại và trích yếu"),
            "Trích yếu chữ in thường, đứng, đậm, canh giữa dưới tên loại.",
            en: "The subject is in sentence case, upright, bold, centred under the type.",
            right: "Về việc phân bổ kinh phí (đậm)", wrong: "VỀ VIỆC PHÂN BỔ KINH PHÍ"),
        Rule(
            .subjectFullStop, "T02", .error, .automatic,
            [Rule.Clause].decree("II.5") + .party("tên loại và trích yếu"),
            "Trích yếu không có dấu kết thúc câu.", en: "The subject has no full stop.",
            right: "Về việc phân bổ kinh phí", wrong: "Về việc phân bổ kinh phí."),
        Rule(
            .subjectPrefix, "T03", .warning, .byHand, .decree("II.5"),
            "Dưới tên loại không ghi V/v; đó là cách ghi của công văn.",
            en: "Under a named type V/v is out of place; it belongs to letters.",
            right: "TỜ TRÌNH / Về việc …", wrong: "TỜ TRÌNH / V/v …"),
        Rule(
            .letterSubjectPrefix, "T03", .warning, .automatic, .decree("II.5"),
            "Trích yếu công văn bắt đầu bằng V/v.", en: "The subject of a letter begins with V/v.",
            right: "V/v nâng bậc lương", wrong: "Về việc nâng bậc lương"),
        Rule(
            .letterSubjectLook, "T04", .error, .automatic,
            [Rule.Clause].decree("II.5") + .party("trích yếu công văn"),
            "Trích yếu công văn cỡ 12–13, đứng, không đậm, bên trái, cách dòng số 6 pt (Đảng: "
                + "cỡ 12, nghiêng).",
            en: "A letter's subject is 12–13 pt, upright, not bold, on the left, 6 pt below the "
                + "number (Party: 12 pt italic).", right: "V/v nâng bậc lương", wrong: "đậm, nghiêng"),
        Rule(
            .subjectLineMissing, "T05", .error, .byHand, .decree("II.5"),
            "Dưới trích yếu của văn bản có tên loại có đường kẻ ngang, nét liền.",
            en: "Under the subject of a named document a solid line is drawn.", right: "có đường kẻ",
            wrong: "không có"),
        Rule(
            .subjectLineLength, "T05", .error, .byHand, .decree("II.5"),
            "Đường kẻ dưới trích yếu dài bằng 1/3 đến 1/2 dòng chữ, canh giữa.",
            en: "The line under the subject is 1/3 to 1/2 of the text's length, centred.",
            right: "42 mm dưới 105 mm", wrong: "bằng cả dòng"),
        Rule(
            .letterSubjectLine, "T05", .error, .byHand, .decree("II.5"),
            "Dưới trích yếu công văn không có đường kẻ.", en: "There is no line under a letter's subject.",
            right: "không kẻ", wrong: "kẻ dưới V/v"),
        Rule(
            .typeAndLetterSubject, "T06", .error, .byHand, .decree("II.5"),
            "Văn bản có tên loại không có V/v dưới số; công văn không ghi tên loại.",
            en: "A named document has no V/v under its number; a letter has no type.",
            right: "chỉ một trong hai", wrong: "CÔNG VĂN / V/v …"),
        Rule(
            .addresseeMissing, "K01", .error, .byHand, [Rule.Clause].decree("II.9") + .party("nơi nhận"),
            "Công văn, tờ trình và báo cáo gửi cấp trên phải có Kính gửi.",
            en: "Letters, submissions and reports to a superior have Kính gửi.", right: "Kính gửi: Bộ Nội vụ",
            wrong: "tờ trình không có Kính gửi"),
        Rule(
            .addresseeUnexpected, "K02", .warning, .byHand, .decree("II.9"),
            "Kế hoạch, quyết định, thông báo không có Kính gửi.",
            en: "Plans, decisions and notices have no Kính gửi.", right: "KẾ HOẠCH không Kính gửi",
            wrong: "KẾ HOẠCH có Kính gửi"),
        Rule(
            .addresseeColon, "K03", .error, .automatic, [Rule.Clause].decree("II.9") + .party("nơi nhận"),
            "Sau Kính gửi có dấu hai chấm.", en: "A colon follows Kính gửi.", right: "Kính gửi: Bộ Nội vụ",
            wrong: "Kính gửi Bộ Nội vụ"),
        Rule(
            .addresseeEnd, "K03", .warning, .automatic, .decree("II.9"),
            "Gửi một nơi thì ghi cùng dòng, không có dấu ở cuối.",
            en: "One addressee stands on the same line without an end mark.", right: "Kính gửi: Bộ Nội vụ",
            wrong: "Kính gửi: Bộ Nội vụ."),
        Rule(
            .addresseesOneLine, "K03", .error, .byHand, .decree("II.9"),
            "Gửi từ hai nơi trở lên thì xuống dòng sau dấu hai chấm, mỗi nơi một dòng có gạch đầu dòng.",
            en: "Two addressees or more stand each on a line of its own with a dash, after the colon.",
            right: "Kính gửi: / - Bộ Nội vụ; / - Bộ Tài chính.", wrong: "Kính gửi: Bộ Nội vụ, Bộ Tài chính"),
        Rule(
            .addresseesSeparator, "K03", .error, .automatic, .decree("II.9"),
            "Mỗi nơi kính gửi kết thúc bằng dấu chấm phẩy, nơi cuối bằng dấu chấm.",
            en: "Each addressee ends with a semicolon, the last with a full stop.",
            right: "- Bộ Nội vụ; / - Bộ Tài chính.", wrong: "- Bộ Nội vụ, / - Bộ Tài chính"),
        Rule(
            .addresseesDash, "K03", .error, .automatic, .decree("II.9"),
            "Mỗi nơi kính gửi có gạch đầu dòng, thẳng hàng dưới dấu hai chấm.",
            en: "Each addressee has a dash, aligned under the colon.", right: "- Bộ Nội vụ;",
            wrong: "Bộ Nội vụ;"),
        Rule(
            .addresseeLook, "K03", .error, .automatic, [Rule.Clause].decree("II.9") + .party("nơi nhận"),
            "Kính gửi cỡ 13–14, đứng (Đảng: chữ Kính gửi nghiêng, tên đứng).",
            en: "Kính gửi is 13–14 pt, upright (Party: the label italic, names upright).",
            right: "Kính gửi: Bộ Nội vụ", wrong: "cả dòng nghiêng"),
        Rule(
            .asAboveMissing, "K04", .error, .automatic, [Rule.Clause].decree("II.9") + .party("nơi nhận"),
            "Văn bản có Kính gửi thì mục đầu của Nơi nhận là \"Như trên\".",
            en: "With Kính gửi the first recipient is \"Như trên\".", right: "- Như trên;",
            wrong: "- Bộ Nội vụ;"),
        Rule(
            .asAboveUnexpected, "K04", .warning, .byHand, [Rule.Clause].decree("II.9") + .party("nơi nhận"),
            "Nơi nhận ghi \"Như trên\" mà văn bản không có Kính gửi.",
            en: "\"Như trên\" without any Kính gửi above.", right: "- Như Điều 3;", wrong: "- Như trên;"),
    ]
}
