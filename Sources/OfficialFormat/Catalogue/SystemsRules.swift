internal import Diagnostics

extension Rule {
    /// Hai hệ thể thức.
    static let systems: [Rule] = [
        Rule(
            .mixedSystems, "M01", .error, .byHand, [Rule.Clause].decree("II") + .party("thể thức"),
            "Văn bản trộn thể thức nhà nước với thể thức của Đảng.",
            en: "The document mixes the state's format with the Party's.", right: "một hệ thể thức",
            wrong: "Quốc hiệu và Số 15-BC/TU"),
        Rule(
            .partyNumberColon, "M02", .error, .automatic, .party("số và ký hiệu"),
            "Sau từ \"Số\" không có dấu hai chấm.", en: "No colon follows Số.", right: "Số 15-BC/TU",
            wrong: "Số: 15-BC/TU"),
        Rule(
            .partyEndMark, "M02", .error, .automatic, .party("nội dung"),
            "Văn bản của Đảng kết thúc bằng dấu chấm, không dùng ./.",
            en: "A Party document ends with a full stop, not ./.", right: "… thực hiện.",
            wrong: "… thực hiện./."),
        Rule(
            .partyAuthorityForm, "M02", .error, .automatic, .party("chữ ký"), "Quyền hạn ghi T/M, K/T, T/L.",
            en: "Authority is written T/M, K/T, T/L.", right: "T/M BAN THƯỜNG VỤ", wrong: "TM. BAN THƯỜNG VỤ"),
        Rule(
            .partyPositionWeight, "M02", .error, .automatic, .party("chữ ký"),
            "Chức vụ dưới T/M, K/T, T/L không đậm; đứng một mình thì đậm.",
            en: "The title under T/M, K/T, T/L is not bold; alone it is.", right: "BÍ THƯ (thường)",
            wrong: "BÍ THƯ (đậm)"),
        Rule(
            .partyStarMissing, "M02", .error, .automatic, .party("tên cơ quan"),
            "Dưới tên cơ quan ban hành có dấu sao (*).", en: "An asterisk stands under the issuing body.",
            right: "*", wrong: "đường kẻ"),
        Rule(
            .partyHyphensMissing, "M02", .error, .automatic, .party("tên loại và trích yếu"),
            "Dưới trích yếu có năm dấu gạch nối.", en: "Five hyphens stand under the subject.",
            right: "-----", wrong: "đường kẻ"),
        Rule(
            .partyTitleWording, "M02", .error, .automatic, .party("tiêu đề"),
            "Tiêu đề ĐẢNG CỘNG SẢN VIỆT NAM in hoa, cỡ 15, đậm, có đường kẻ dài bằng tiêu đề.",
            en: "The title ĐẢNG CỘNG SẢN VIỆT NAM is in capitals, 15 pt, bold, with a line as "
                + "long as itself.", right: "ĐẢNG CỘNG SẢN VIỆT NAM", wrong: "Đảng Cộng sản Việt Nam"),
        Rule(
            .partyLetterSubject, "M02", .warning, .automatic, .party("trích yếu công văn"),
            "Trích yếu công văn của Đảng bắt đầu bằng \"về việc\", không ghi V/v.",
            en: "A Party letter's subject begins with \"về việc\", not V/v.", right: "về việc góp ý dự thảo",
            wrong: "V/v góp ý dự thảo"),
        Rule(
            .partyFileLine, "M02", .error, .automatic, .party("nơi nhận"),
            "Dòng lưu ghi \"Lưu Văn phòng …\", không có dấu hai chấm, không ghi VT.",
            en: "The file line is \"Lưu Văn phòng …\", without colon and VT.",
            right: "- Lưu Văn phòng Tỉnh ủy.", wrong: "- Lưu: VT."),
        Rule(
            .partyDeputySecretary, "M02", .error, .byHand, .party("chữ ký"),
            "Cấp ủy là tập thể: phó bí thư ký T/M, không ký K/T bí thư.",
            en: "A committee is collective: a deputy secretary signs T/M, never K/T.",
            right: "T/M BAN THƯỜNG VỤ / PHÓ BÍ THƯ", wrong: "K/T BÍ THƯ / PHÓ BÍ THƯ"),
        Rule(
            .partyTitleBody, "M02", .warning, .byHand, .party("chữ ký"), "Chức vụ không ghi kèm tên tổ chức.",
            en: "The title does not repeat the body's name.", right: "PHÓ BÍ THƯ", wrong: "PHÓ BÍ THƯ TỈNH ỦY"
        ),
    ]
}
