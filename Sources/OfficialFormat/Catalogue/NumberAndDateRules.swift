internal import Diagnostics

extension Rule {
    /// Số, ký hiệu, ngày tháng.
    static let numberAndDate: [Rule] = [
        Rule(
            .numberColon, "S01", .error, .automatic, .decree("II.3"),
            "Sau từ \"Số\" có dấu hai chấm liền chữ rồi một cách chữ; từ \"Số\" viết thường.",
            en: "The word Số has a colon right after it, then one space; it is not in capitals.",
            right: "Số: 15/QĐ-BNV", wrong: "Số 15/QĐ-BNV"),
        Rule(
            .numberUnpadded, "S02", .error, .automatic,
            [Rule.Clause].decree("II.3") + .party("số và ký hiệu"),
            "Số nhỏ hơn 10 phải ghi thêm số 0 phía trước.", en: "A number below 10 has a zero in front.",
            right: "Số: 05/BC-STC", wrong: "Số: 5/BC-STC"),
        Rule(
            .numberOverpadded, "S02", .warning, .automatic,
            [Rule.Clause].decree("II.3") + .party("số và ký hiệu"), "Chỉ thêm một số 0 cho số nhỏ hơn 10.",
            en: "Only numbers below 10 have a zero, and only one.", right: "Số: 05/BC-STC",
            wrong: "Số: 005/BC-STC"),
        Rule(
            .numberSpaces, "S03", .error, .automatic, [Rule.Clause].decree("II.3") + .party("số và ký hiệu"),
            "Giữa số, loại và cơ quan không cách chữ.", en: "No spaces around the slash and the hyphens.",
            right: "15/KH-STC", wrong: "15 / KH - STC"),
        Rule(
            .numberSeparator, "S03", .error, .automatic,
            [Rule.Clause].decree("II.3") + .party("số và ký hiệu"),
            "Giữa số và ký hiệu là dấu gạch chéo, giữa các nhóm chữ là dấu gạch nối; văn bản "
                + "của Đảng ngược lại.",
            en: "A slash between number and code, a hyphen between groups; in Party documents the "
                + "other way round.", right: "15/KH-STC (Đảng: 15-KH/TU)", wrong: "15/KH/STC"),
        Rule(
            .numberMalformed, "S03", .error, .byHand, [Rule.Clause].decree("II.3") + .party("số và ký hiệu"),
            "Số, ký hiệu không theo mẫu nào: số/LOẠI-CƠ QUAN, số/CƠ QUAN-ĐƠN VỊ; Đảng: số-LOẠI/CƠ QUAN.",
            en: "The number follows no pattern: number/TYPE-AGENCY, number/AGENCY-UNIT; Party: "
                + "number-TYPE/AGENCY.", right: "Số: 12/UBND-VX", wrong: "Số: 12/"),
        Rule(
            .typeAbbreviation, "S04", .error, .automatic,
            [Rule.Clause].decree("II.3") + .party("số và ký hiệu"),
            "Chữ viết tắt tên loại phải đúng bảng và đúng tên loại của văn bản: QĐ khác QyĐ, "
                + "ĐA khác DA, HD khác HĐ, CT khác CTr.",
            en: "The type's abbreviation is the table's, and that of the document's own type: QĐ "
                + "is not QyĐ, ĐA not DA, HD not HĐ, CT not CTr.", right: "Số: 15/TTr-STC",
            wrong: "Số: 15/TTR-STC"),
        Rule(
            .letterTypeCode, "S05", .error, .byHand, .decree("II.3"),
            "Ký hiệu công văn của cơ quan nhà nước không có CV: cơ quan rồi đơn vị soạn thảo.",
            en: "The code of a state letter has no CV: the agency, then the drafting unit.",
            right: "Số: 12/UBND-VX", wrong: "Số: 12/CV-UBND"),
        Rule(
            .letterTypeMissing, "S05", .error, .byHand, .party("số và ký hiệu"),
            "Công văn của Đảng có chữ viết tắt CV.", en: "A Party letter has the abbreviation CV.",
            right: "Số 15-CV/TU", wrong: "Số 15/TU"),
        Rule(
            .agencyCode, "S06", .warning, .byHand, [Rule.Clause].decree("II.3") + .party("số và ký hiệu"),
            "Ký hiệu cơ quan phải là của cơ quan ban hành.",
            en: "The agency's code has to be that of the issuing agency.",
            right: "15/KH-SKHCN của Sở Khoa học và Công nghệ", wrong: "15/KH-STC"),
        Rule(
            .numberYear, "S07", .warning, .byHand, .decree("II.3"),
            "Số của văn bản hành chính không có năm; số có năm là của văn bản quy phạm pháp luật.",
            en: "Numbers of administrative documents have no year; with a year they are those of "
                + "legal rule-making.", right: "Số: 15/QĐ-UBND", wrong: "Số: 15/2026/QĐ-UBND"),
        Rule(
            .codeCase, "S03", .error, .automatic, [Rule.Clause].decree("II.3") + .party("số và ký hiệu"),
            "Ký hiệu viết in hoa, trừ chữ thường trong TTr, CTr, QyĐ, TrS.",
            en: "Codes are in capitals, but for the small letters of TTr, CTr, QyĐ, TrS.", right: "15/KH-STC",
            wrong: "15/kh-stc"),
        Rule(
            .numberLook, "S01", .error, .automatic, [Rule.Clause].decree("II.3") + .party("số và ký hiệu"),
            "Số, ký hiệu cỡ 13 (Đảng: 14), đứng, không đậm, canh giữa dưới tên cơ quan.",
            en: "Number and code are 13 pt (Party: 14), upright, not bold, centred under the agency.",
            right: "Số: 15/KH-STC", wrong: "đậm, cỡ 14"),
        Rule(
            .dayUnpadded, "D01", .error, .automatic,
            [Rule.Clause].decree("II.4") + .party("địa danh và ngày"), "Ngày nhỏ hơn 10 phải ghi thêm số 0.",
            en: "Days below 10 have a zero in front.", right: "ngày 05 tháng 7", wrong: "ngày 5 tháng 7"),
        Rule(
            .monthUnpadded, "D01", .error, .automatic,
            [Rule.Clause].decree("II.4") + .party("địa danh và ngày"), "Tháng 1, tháng 2 phải ghi thêm số 0.",
            en: "Months 1 and 2 have a zero in front.", right: "tháng 01", wrong: "tháng 1"),
        Rule(
            .monthOverpadded, "D01", .warning, .automatic,
            [Rule.Clause].decree("II.4") + .party("địa danh và ngày"),
            "Tháng 3 đến tháng 9 không thêm số 0, như trong các mẫu của quy định.",
            en: "Months 3 to 9 have no zero, as in the regulation's own samples.", right: "tháng 6",
            wrong: "tháng 06"),
        Rule(
            .dateComma, "D02", .error, .automatic, [Rule.Clause].decree("II.4") + .party("địa danh và ngày"),
            "Sau địa danh có dấu phẩy rồi một cách chữ.", en: "A comma and one space follow the place.",
            right: "Hà Nội, ngày …", wrong: "Hà Nội ngày …"),
        Rule(
            .dateCapital, "D02", .error, .automatic,
            [Rule.Clause].decree("II.4") + .party("địa danh và ngày"), "Các từ ngày, tháng, năm viết thường.",
            en: "The words ngày, tháng, năm are in lower case.", right: "Hà Nội, ngày …",
            wrong: "Hà Nội, Ngày …"),
        Rule(
            .placeCapital, "D02", .error, .automatic,
            [Rule.Clause].decree("II.4") + .party("địa danh và ngày"),
            "Địa danh viết hoa chữ đầu mỗi âm tiết.",
            en: "Each syllable of the place's name begins with a capital.", right: "Hà Nội", wrong: "Hà nội"),
        Rule(
            .dateInFigures, "D02", .error, .automatic,
            [Rule.Clause].decree("II.4") + .party("địa danh và ngày"),
            "Ngày tháng năm ghi đầy đủ bằng chữ \"ngày … tháng … năm …\".",
            en: "The date is written out with the words ngày, tháng, năm.",
            right: "ngày 05 tháng 01 năm 2026", wrong: "05/01/2026"),
        Rule(
            .placeAbbreviated, "D02", .error, .automatic,
            [Rule.Clause].decree("II.4") + .party("địa danh và ngày"),
            "Địa danh ghi tên gọi chính thức, không viết tắt; đơn vị mang tên người, số, sự "
                + "kiện ghi cả từ chỉ đơn vị.",
            en: "The place is the official name, unabbreviated; units named after persons, "
                + "numbers or events keep the unit word.", right: "Thành phố Hồ Chí Minh, ngày …",
            wrong: "TP. HCM, ngày …"),
        Rule(
            .dateMalformed, "D02", .error, .byHand, [Rule.Clause].decree("II.4") + .party("địa danh và ngày"),
            "Không đọc được địa danh và ngày tháng năm theo mẫu.",
            en: "Place and date don't follow the pattern.", right: "Hà Nội, ngày 05 tháng 01 năm 2026",
            wrong: "Hà Nội, đầu năm 2026"),
        Rule(
            .dateLook, "D03", .error, .automatic, [Rule.Clause].decree("II.4") + .party("địa danh và ngày"),
            "Địa danh, ngày tháng chữ nghiêng, không đậm, cỡ 13–14 (Đảng: 14).",
            en: "Place and date are italic, not bold, 13–14 pt (Party: 14).", right: "nghiêng",
            wrong: "đứng, đậm"),
        Rule(
            .dateLevel, "D03", .error, .byHand, .decree("II.4"),
            "Địa danh, ngày tháng đặt trên cùng một dòng với số, ký hiệu.",
            en: "Place and date stand on the same line as the number.", right: "cùng dòng với Số",
            wrong: "thấp hơn một dòng"),
        Rule(
            .dateImpossible, "D04", .warning, .byHand,
            [Rule.Clause].decree("II.4") + .party("địa danh và ngày"),
            "Ngày ghi trên văn bản không có trong lịch.", en: "The day does not exist.",
            right: "ngày 28 tháng 02 năm 2026", wrong: "ngày 30 tháng 02 năm 2026"),
        Rule(
            .dateFuture, "D04", .warning, .byHand, [Rule.Clause].decree("II.4") + .party("địa danh và ngày"),
            "Ngày ban hành sau ngày kiểm tra.", en: "The date of issue is later than the day of the check.",
            right: "ngày đã qua", wrong: "năm 2062"),
        Rule(
            .dateBeforeCitation, "D04", .warning, .byHand,
            [Rule.Clause].decree("II.4") + .party("địa danh và ngày"),
            "Văn bản viện dẫn ban hành sau chính văn bản này.",
            en: "A document is cited that was issued later than this one.", right: "viện dẫn văn bản đã có",
            wrong: "viện dẫn văn bản của tháng sau"),
    ]
}
