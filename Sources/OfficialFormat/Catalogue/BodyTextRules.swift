internal import Diagnostics

extension Rule {
    /// Chữ trong nội dung.
    static let bodyText: [Rule] = [
        Rule(
            .doubleSpace, "B06", .warning, .automatic, .custom, "Giữa các từ chỉ có một dấu cách.",
            en: "One space between words.", right: "kinh phí thực hiện", wrong: "kinh phí  thực hiện"),
        Rule(
            .spaceBeforeMark, "B06", .warning, .automatic, .custom, "Không có dấu cách trước dấu câu.",
            en: "No space before a punctuation mark.", right: "kinh phí, nhân lực",
            wrong: "kinh phí , nhân lực"),
        Rule(
            .spaceAfterMark, "B06", .warning, .automatic, .custom, "Sau dấu câu có một dấu cách.",
            en: "A space after a punctuation mark.", right: "kinh phí, nhân lực", wrong: "kinh phí,nhân lực"),
        Rule(
            .spaceInsideBrackets, "B06", .warning, .automatic, .custom,
            "Không có dấu cách liền trong dấu ngoặc.", en: "No spaces just inside brackets.",
            right: "(kèm theo)", wrong: "( kèm theo )"),
        Rule(
            .numberingGap, "B07", .warning, .byHand, [Rule.Clause].decree("II.6") + .party("nội dung"),
            "Số thứ tự không được nhảy quãng; trong danh sách chữ cái sau d là đ.",
            en: "Numbers have no gaps; in lettered lists đ follows d.", right: "I, II, III",
            wrong: "I, II, IV"),
        Rule(
            .numberingRepeat, "B07", .warning, .byHand, [Rule.Clause].decree("II.6") + .party("nội dung"),
            "Số thứ tự không lặp lại.", en: "A number does not occur twice.", right: "1, 2, 3",
            wrong: "1, 2, 2"),
        Rule(
            .numberingLetter, "B07", .warning, .byHand, [Rule.Clause].decree("II.6") + .party("nội dung"),
            "Điểm đánh theo bảng chữ cái tiếng Việt, không dùng f, j, w, z.",
            en: "Points follow the Vietnamese alphabet, without f, j, w, z.", right: "e), g)", wrong: "e), f)"
        ),
        Rule(
            .numberingStyle, "B07", .warning, .automatic, .decree("II.6"),
            "Mục La Mã và khoản có dấu chấm sau số, điểm có dấu ngoặc đơn.",
            en: "Roman headings and clauses have a full stop, points a closing bracket.", right: "I.  1.  a)",
            wrong: "I/  1)  a."),
        Rule(
            .numberingDecimal, "B07", .note, .byHand, .decree("II.6"),
            "Số thứ tự nhiều cấp (1.1.) không có trong nghị định.",
            en: "Numbers of several levels (1.1.) are not in the decree.", right: "a)", wrong: "1.1."),
        Rule(
            .clauseCapital, "B08", .warning, .automatic, .capitals("V.7"),
            "Viện dẫn khoản, điểm viết thường.", en: "In citations khoản and điểm are in lower case.",
            right: "khoản 2 Điều 103", wrong: "Khoản 2 Điều 103"),
        Rule(
            .articleLowercase, "B08", .warning, .automatic, .capitals("V.7"),
            "Viện dẫn Phần, Chương, Mục, Điều viết hoa.",
            en: "In citations Phần, Chương, Mục and Điều have a capital.", right: "khoản 2 Điều 103",
            wrong: "khoản 2 điều 103"),
        Rule(
            .sentenceCapital, "B08", .warning, .byHand, .capitals("I"),
            "Viết hoa chữ đầu câu, sau dấu chấm, chấm hỏi, chấm than và khi xuống dòng.",
            en: "Sentences begin with a capital.", right: "Kinh phí … . Đơn vị …",
            wrong: "Kinh phí … . đơn vị …"),
        Rule(
            .agencyCapital, "B08", .warning, .automatic, .capitals("IV.1"),
            "Tên cơ quan viết hoa chữ đầu của từ chỉ loại hình, chức năng, lĩnh vực.",
            en: "Agencies have capitals on the words of their kind, function and field.",
            right: "Sở Tài chính", wrong: "Sở tài chính"),
        Rule(
            .placeUnitCapital, "B08", .warning, .automatic, .capitals("III.1"),
            "Danh từ chung tỉnh, thành phố trước tên riêng viết thường; riêng Thành phố Hồ "
                + "Chí Minh và Thủ đô Hà Nội viết hoa.",
            en: "The unit word before a province's name is in lower case; Thành phố Hồ Chí Minh "
                + "and Thủ đô Hà Nội have a capital.", right: "tỉnh Đắk Nông", wrong: "Tỉnh Đắk Nông"),
        Rule(
            .nationWordCapital, "B08", .note, .byHand, .capitals("V.1"),
            "Từ Nhân dân, Nhà nước đứng một mình viết hoa; trong tên ghép như Ủy ban nhân "
                + "dân, ngân sách nhà nước viết thường.",
            en: "Nhân dân and Nhà nước alone have a capital; in compounds such as Ủy ban nhân dân "
                + "they have none.", right: "Đảng, Nhà nước và Nhân dân", wrong: "Đảng, nhà nước và nhân dân"),
        Rule(
            .endMarkMissing, "B09", .warning, .automatic, .forms("các mẫu 1.1–2.2"),
            "Nội dung kết thúc bằng ./. như trong các mẫu.",
            en: "The text ends with ./. as in the sample forms.", right: "… tổ chức thực hiện./.",
            wrong: "… tổ chức thực hiện."),
        Rule(
            .endMarkVariant, "B09", .warning, .automatic, .forms("các mẫu 1.1–2.2"),
            "Dấu kết thúc viết ./. liền nhau, liền chữ cuối.",
            en: "The end mark is ./. in one piece, right after the last word.", right: "thực hiện./.",
            wrong: "thực hiện. /."),
        Rule(
            .endMarkInside, "B09", .warning, .byHand, .forms("các mẫu 1.1–2.2"),
            "Dấu ./. chỉ đứng ở cuối nội dung.", en: "The mark ./. stands only at the end of the text.",
            right: "cuối văn bản", wrong: "giữa văn bản"),
        Rule(
            .endMarkAlone, "B09", .warning, .byHand, .forms("các mẫu 1.1–2.2"),
            "Dấu ./. liền với câu cuối, không đứng riêng một đoạn.",
            en: "The mark ./. belongs to the last sentence, not to a paragraph of its own.",
            right: "thực hiện./.", wrong: "./. một mình"),
        Rule(
            .moneySeparators, "B12", .warning, .automatic, .custom,
            "Số tiền: dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân.",
            en: "Money: dots between thousands, a comma before decimals.", right: "1.234.567 đồng",
            wrong: "1,234,567 đồng"),
        Rule(
            .currencyCode, "B12", .warning, .automatic, .custom,
            "Đơn vị tiền viết là đồng; VNĐ không có trong luật.",
            en: "The currency is written đồng; VNĐ does not occur in the laws.", right: "500.000 đồng",
            wrong: "500.000 VNĐ"),
        Rule(
            .percentSpace, "B12", .warning, .automatic, .custom, "Dấu phần trăm liền với số.",
            en: "The percent sign follows its number directly.", right: "77,8%", wrong: "77,8 %"),
        Rule(
            .abbreviationUndefined, "B13", .note, .byHand, .custom,
            "Chữ viết tắt phải được giải thích khi dùng lần đầu. Chỉ báo khi văn bản có giải thích mà lại ở sau; chữ "
                + "không giải thích có thể ai cũng biết.",
            en:
                "An abbreviation is explained where it first occurs. Told only where the document explains it and "
                + "does so later; of the others the reader may know all.",
            right: "công nghệ thông tin (CNTT) … CNTT", wrong: "CNTT … công nghệ thông tin (CNTT)"),
        Rule(
            .toneMarkStyle, "X02", .note, .byHand, .custom,
            "Dấu thanh đặt theo một kiểu trong cả văn bản; hòa và hoà đều đúng.",
            en: "Tone marks follow one style throughout; hòa and hoà are both right.", right: "hòa … ủy",
            wrong: "hòa … uỷ"),
        Rule(
            .expiredPlace, "X01", .note, .byHand, .custom,
            "Tên đơn vị, cơ quan có thể đã thôi hoạt động từ 01/7/2025 (cấp huyện, tỉnh sáp "
                + "nhập, ban đã hợp nhất); văn bản về thời gian trước thì đúng.",
            en: "The unit or body may no longer exist since 1 July 2025 (districts, merged "
                + "provinces and boards); of earlier times it is right.", right: "UBND xã …",
            wrong: "UBND huyện …"),
        Rule(
            .spelling, "X02", .note, .automatic, .custom, "Từ hay viết sai chính tả.",
            en: "A word that is often misspelt.", right: "xử lý", wrong: "sử lý"),
    ]
}
