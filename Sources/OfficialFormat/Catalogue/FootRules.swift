internal import Diagnostics

extension Rule {
    /// Chữ ký, nơi nhận.
    static let foot: [Rule] = [
        Rule(
            .authorityForm, "G01", .error, .automatic, .decree("II.7"),
            "Quyền hạn ghi TM., KT., TL., TUQ., Q. có dấu chấm và một cách chữ.",
            en: "Authority is written TM., KT., TL., TUQ., Q. with a full stop and one space.",
            right: "KT. GIÁM ĐỐC", wrong: "KT GIÁM ĐỐC, K/T GIÁM ĐỐC"),
        Rule(
            .deputyTitle, "G02", .error, .byHand, [Rule.Clause].decree("II.7") + .party("chữ ký"),
            "Dòng dưới KT. (K/T) là chức danh cấp phó của người được ký thay.",
            en: "Under KT. (K/T) stands the deputy's title of the head signed for.",
            right: "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC", wrong: "KT. GIÁM ĐỐC / GIÁM ĐỐC"),
        Rule(
            .collectiveOnly, "G02", .error, .byHand, .decree("II.7"),
            "TM. chỉ dùng cho tập thể; cơ quan theo chế độ thủ trưởng không ghi TM.",
            en: "TM. is for collective bodies only; a one-head agency has none.", right: "GIÁM ĐỐC",
            wrong: "TM. GIÁM ĐỐC"),
        Rule(
            .titleMissing, "G02", .error, .byHand, [Rule.Clause].decree("II.7") + .party("chữ ký"),
            "Sau dòng TM., TL., TUQ. phải có dòng chức vụ của người ký.",
            en: "The signer's own title follows TM., TL. or TUQ.", right: "TL. GIÁM ĐỐC / CHÁNH VĂN PHÒNG",
            wrong: "TL. GIÁM ĐỐC"),
        Rule(
            .titleAbbreviated, "G02", .error, .automatic, [Rule.Clause].decree("II.7") + .party("chữ ký"),
            "Chức vụ ghi đầy đủ.", en: "The title is written in full.", right: "PHÓ GIÁM ĐỐC", wrong: "PGĐ"),
        Rule(
            .academicTitle, "G03", .error, .automatic, [Rule.Clause].decree("II.7") + .party("chữ ký"),
            "Trước họ tên người ký không ghi học hàm, học vị, danh hiệu; lực lượng vũ trang, "
                + "giáo dục, y tế, khoa học theo quy định riêng của ngành.",
            en: "No academic title, rank or honour before the signer's name; armed forces, "
                + "education, health and science may have their own rule.", right: "Nguyễn Văn A",
            wrong: "TS. Nguyễn Văn A"),
        Rule(
            .signerNameLook, "G04", .error, .automatic, [Rule.Clause].decree("II.7") + .party("chữ ký"),
            "Họ tên người ký chữ in thường, đậm, đứng, canh giữa.",
            en: "The signer's name is in sentence case, bold, upright, centred.", right: "Nguyễn Văn A",
            wrong: "NGUYỄN VĂN A"),
        Rule(
            .signerTitleLook, "G04", .error, .automatic, .decree("II.7"),
            "Quyền hạn, chức vụ in hoa, đậm, đứng, canh giữa.",
            en: "Authority and title are in capitals, bold, upright, centred.", right: "GIÁM ĐỐC",
            wrong: "Giám đốc"),
        Rule(
            .signatureAlone, "G05", .note, .byHand, .custom,
            "Khối chữ ký không đứng riêng trên trang cuối. Chỉ báo khi chính tệp bắt sang trang trước khối này.",
            en:
                "The signature does not stand alone on the last page. Told only where the file itself forces a new "
                + "page before it.", right: "cùng hai dòng cuối", wrong: "một mình một trang"),
        Rule(
            .recipientsLabelWording, "R01", .error, .automatic,
            [Rule.Clause].decree("II.9") + .party("nơi nhận"),
            "Từ \"Nơi nhận\" có dấu hai chấm, trên một dòng riêng.",
            en: "Nơi nhận has a colon and a line of its own.", right: "Nơi nhận:", wrong: "Nơi nhận"),
        Rule(
            .recipientsLabelLook, "R01", .error, .automatic,
            [Rule.Clause].decree("II.9") + .party("nơi nhận"),
            "\"Nơi nhận:\" cỡ 12, đậm, nghiêng (Đảng: 14, gạch chân).",
            en: "Nơi nhận: is 12 pt, bold italic (Party: 14 pt, underlined).", right: "đậm nghiêng 12",
            wrong: "đứng, 13"),
        Rule(
            .recipientLook, "R01", .error, .automatic, [Rule.Clause].decree("II.9") + .party("nơi nhận"),
            "Các mục nơi nhận cỡ 11 (Đảng: 12), đứng, sát lề trái.",
            en: "Recipients are 11 pt (Party: 12), upright, flush left.", right: "11, đứng", wrong: "13"),
        Rule(
            .recipientDash, "R02", .error, .automatic, [Rule.Clause].decree("II.9") + .party("nơi nhận"),
            "Mỗi nơi nhận có gạch đầu dòng.", en: "Each recipient has a dash.", right: "- Như trên;",
            wrong: "• Như trên;"),
        Rule(
            .recipientEnd, "R02", .error, .automatic, [Rule.Clause].decree("II.9") + .party("nơi nhận"),
            "Mỗi nơi nhận kết thúc bằng dấu chấm phẩy, mục cuối bằng dấu chấm (HD 36: dấu phẩy).",
            en: "Each recipient ends with a semicolon, the last with a full stop (HD 36: a comma).",
            right: "- Như trên; / - Lưu: VT.", wrong: "- Như trên, / - Lưu: VT;"),
        Rule(
            .fileLineMissing, "R03", .error, .byHand, [Rule.Clause].decree("II.9") + .party("nơi nhận"),
            "Mục cuối của nơi nhận là dòng Lưu.", en: "The last recipient is the file line.",
            right: "- Lưu: VT, TCCB.", wrong: "không có dòng Lưu"),
        Rule(
            .fileLineForm, "R03", .error, .automatic, .decree("II.9"),
            "Dòng lưu ghi \"Lưu: VT\", dấu phẩy, đơn vị soạn thảo, dấu chấm.",
            en: "The file line is \"Lưu: VT\", a comma, the drafting unit, a full stop.",
            right: "- Lưu: VT, TCCB.", wrong: "- Lưu VT."),
        Rule(
            .fileLineLast, "R03", .error, .byHand, [Rule.Clause].decree("II.9") + .party("nơi nhận"),
            "Dòng Lưu đứng cuối danh sách.", en: "The file line is the last one.", right: "- Lưu: VT. ở cuối",
            wrong: "- Lưu: VT; ở giữa"),
        Rule(
            .drafterCodePlace, "R03", .warning, .byHand, .decree("III.3"),
            "Ký hiệu người soạn và số bản ghi dòng riêng dưới danh sách.",
            en: "Drafter's code and number of copies stand on a line below the list.",
            right: "- Lưu: VT, TCCB. / PL.(300)", wrong: "- Lưu: VT, TCCB, PL.(300)."),
        Rule(
            .firstRecipientArticle, "R02", .warning, .byHand, .forms("các mẫu 1.1–1.3"),
            "Văn bản có điều thì mục đầu của nơi nhận là \"Như Điều …\".",
            en: "With articles the first recipient is \"Như Điều …\".", right: "- Như Điều 3;",
            wrong: "- Như trên;"),
        Rule(
            .recipientsPlace, "R04", .warning, .byHand, [Rule.Clause].decree("II.9") + .party("nơi nhận"),
            "\"Nơi nhận:\" sát lề trái, ngang hàng với quyền hạn, chức vụ người ký.",
            en: "Nơi nhận: stands flush left, level with the signer's title.", right: "ngang dòng GIÁM ĐỐC",
            wrong: "thấp hơn ba dòng"),
    ]
}
