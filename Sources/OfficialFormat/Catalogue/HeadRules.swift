internal import Diagnostics

extension Rule {
    /// Đầu văn bản.
    static let head: [Rule] = [
        Rule(
            .componentMissing, "H01", .error, .byHand, [Rule.Clause].decree("II") + .party("thể thức"),
            "Thiếu một thành phần thể thức bắt buộc (Điều 8): Quốc hiệu, tên cơ quan, số, "
                + "ngày, trích yếu, chữ ký hoặc nơi nhận.",
            en: "A mandatory component is missing (Điều 8): nation's title, agency, number, date, "
                + "subject, signature or recipients.", right: "đủ chín thành phần chính",
            wrong: "không có Nơi nhận"),
        Rule(
            .nationalTitleWording, "H01", .error, .automatic, .decree("II.1"),
            "Quốc hiệu viết in hoa, đúng từng chữ; HÒA và HOÀ đều đúng.",
            en: "The nation's title is in capitals, letter for letter; HÒA and HOÀ are both right.",
            right: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", wrong: "CỘNG HÕA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        Rule(
            .nationalTitleLook, "H01", .error, .automatic, .decree("II.1"), "Quốc hiệu cỡ 12–13, đứng, đậm.",
            en: "The nation's title is 12–13 pt, upright, bold.", right: "đậm, 13", wrong: "thường, 14"),
        Rule(
            .nationalTitleWraps, "H01", .warning, .byHand, .decree("II.1"),
            "Quốc hiệu nằm trên một dòng; cột phải của phần đầu cần rộng khoảng 96 mm với cỡ 13.",
            en: "The title stays on one line; with 13 pt the right column needs about 96 mm.",
            right: "một dòng", wrong: "VIỆT NAM rơi xuống dòng hai"),
        Rule(
            .mottoWording, "H02", .error, .automatic, .decree("II.1"),
            "Tiêu ngữ viết in thường, ba cụm từ cách nhau bằng dấu gạch nối (-) có cách chữ "
                + "hai bên, không có dấu chấm.",
            en: "The motto is in lower case, its three phrases joined by hyphens with a space on "
                + "each side, without a full stop.", right: "Độc lập - Tự do - Hạnh phúc",
            wrong: "Độc lập – Tự Do – Hạnh phúc."),
        Rule(
            .mottoLook, "H02", .error, .automatic, .decree("II.1"),
            "Tiêu ngữ cỡ 13–14, đứng, đậm, canh giữa dưới Quốc hiệu.",
            en: "The motto is 13–14 pt, upright, bold, centred under the title.", right: "đậm, 14",
            wrong: "nghiêng"),
        Rule(
            .mottoLineMissing, "H03", .error, .byHand, .decree("II.1"),
            "Dưới Tiêu ngữ có đường kẻ ngang, nét liền, dài bằng dòng chữ.",
            en: "Under the motto a solid line is drawn, as long as its text.",
            right: "đường kẻ dài bằng dòng chữ", wrong: "không có đường kẻ"),
        Rule(
            .mottoLineLength, "H03", .error, .byHand, .decree("II.1"),
            "Đường kẻ dưới Tiêu ngữ dài bằng dòng chữ.",
            en: "The line under the motto is as long as the text.", right: "60 mm dưới dòng chữ 60 mm",
            wrong: "25 mm"),
        Rule(
            .mottoLineTyped, "H03", .warning, .byHand, .decree("II.1"),
            "Đường kẻ phải được vẽ, không gõ bằng dấu gạch hay gạch chân chữ.",
            en: "The line is drawn, not typed with dashes nor an underline of the text.", right: "đường vẽ",
            wrong: "__________"),
        Rule(
            .superiorAgencyLook, "H04", .error, .automatic,
            [Rule.Clause].decree("II.2") + .party("tên cơ quan"),
            "Tên cơ quan chủ quản in hoa, đứng, không đậm.",
            en: "The superior agency's name is in capitals, upright, not bold.",
            right: "UBND TỈNH QUẢNG NINH (thường)", wrong: "UBND TỈNH QUẢNG NINH (đậm)"),
        Rule(
            .issuingAgencyLook, "H04", .error, .automatic,
            [Rule.Clause].decree("II.2") + .party("tên cơ quan"),
            "Tên cơ quan ban hành in hoa, đứng, đậm, canh giữa.",
            en: "The issuing agency's name is in capitals, upright, bold, centred.",
            right: "SỞ TÀI CHÍNH (đậm)", wrong: "SỞ TÀI CHÍNH (thường)"),
        Rule(
            .agencyLineMissing, "H05", .error, .byHand, .decree("II.2"),
            "Dưới tên cơ quan ban hành có đường kẻ ngang, nét liền.",
            en: "Under the issuing agency a solid line is drawn.", right: "đường kẻ dưới tên cơ quan",
            wrong: "không có đường kẻ"),
        Rule(
            .agencyLineLength, "H05", .error, .byHand, .decree("II.2"),
            "Đường kẻ dưới tên cơ quan dài bằng 1/3 đến 1/2 dòng chữ và canh giữa.",
            en: "The line under the agency is 1/3 to 1/2 of the text's length, centred.",
            right: "20 mm dưới dòng chữ 50 mm", wrong: "bằng cả dòng chữ"),
        Rule(
            .agencyOrder, "H06", .warning, .byHand, [Rule.Clause].decree("II.2") + .party("tên cơ quan"),
            "Cơ quan chủ quản đứng trên, cơ quan ban hành đứng dưới.",
            en: "The superior agency stands above, the issuing one below.", right: "UBND TỈNH … / SỞ …",
            wrong: "SỞ … / UBND TỈNH …"),
        Rule(
            .headSides, "H07", .error, .byHand, [Rule.Clause].decree("IV") + .party("thể thức"),
            "Tên cơ quan ở nửa trái, Quốc hiệu (hoặc tiêu đề của Đảng) ở nửa phải.",
            en: "The agency is on the left half, the title on the right.",
            right: "cơ quan trái, Quốc hiệu phải", wrong: "Quốc hiệu bên trái"),
    ]
}
