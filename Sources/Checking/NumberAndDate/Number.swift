internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let number = document(
        [
            .numberColon, .numberUnpadded, .numberOverpadded, .numberSpaces, .numberSeparator,
            .numberMalformed, .typeAbbreviation, .letterTypeCode, .letterTypeMissing, .agencyCode,
            .numberYear, .codeCase, .numberLook,
        ], about: [.numberAndCode]
    ) { context, log in
        context.checkLooks(of: .numberAndCode, .numberLook, &log)
        let type = context.structure.typeName.flatMap { context.profile.documentType(named: $0) }
        context.judgeEach(.numberAndCode, &log) {
            context.profile.faults(inNumber: $0, type: type, agencyCode: context.settings.agencyCode)
        }
        context.checkIssuerCode(&log)
    }
}

extension Rule {
    static let numberColon = Rule(
        "format.number-colon", "S01", .error, .automatic(.mark), .decree("II.3"),
        "Sau từ \"Số\" có dấu hai chấm liền chữ rồi một cách chữ; từ \"Số\" viết thường.",
        en: "The word Số has a colon right after it, then one space; it is not in capitals.",
        right: "Số: 15/QĐ-BNV", wrong: "Số 15/QĐ-BNV")

    static let numberUnpadded = Rule(
        "format.number-unpadded", "S02", .error, .automatic(.zero),
        [Rule.Clause].decree("II.3") + .party("số và ký hiệu"),
        "Số nhỏ hơn 10 phải ghi thêm số 0 phía trước.", en: "A number below 10 has a zero in front.",
        right: "Số: 05/BC-STC", wrong: "Số: 5/BC-STC")

    static let numberOverpadded = Rule(
        "format.number-overpadded", "S02", .warning, .automatic(.zero),
        [Rule.Clause].decree("II.3") + .party("số và ký hiệu"), "Chỉ thêm một số 0 cho số nhỏ hơn 10.",
        en: "Only numbers below 10 have a zero, and only one.", right: "Số: 05/BC-STC",
        wrong: "Số: 005/BC-STC")

    static let numberSpaces = Rule(
        "format.number-spaces", "S03", .error, .automatic(.blank),
        [Rule.Clause].decree("II.3") + .party("số và ký hiệu"), "Giữa số, loại và cơ quan không cách chữ.",
        en: "No spaces around the slash and the hyphens.", right: "15/KH-STC", wrong: "15 / KH - STC")

    static let numberSeparator = Rule(
        "format.number-separator", "S03", .error, .automatic(.mark),
        [Rule.Clause].decree("II.3") + .party("số và ký hiệu"),
        "Giữa số và ký hiệu là dấu gạch chéo, giữa các nhóm chữ là dấu gạch nối; văn bản "
            + "của Đảng ngược lại.",
        en: "A slash between number and code, a hyphen between groups; in Party documents the "
            + "other way round.", right: "15/KH-STC (Đảng: 15-KH/TU)", wrong: "15/KH/STC")

    static let numberMalformed = Rule(
        "format.number-malformed", "S03", .error, .byHand,
        [Rule.Clause].decree("II.3") + .party("số và ký hiệu"),
        "Số, ký hiệu không theo mẫu nào: số/LOẠI-CƠ QUAN, số/CƠ QUAN-ĐƠN VỊ; Đảng: số-LOẠI/CƠ QUAN.",
        en: "The number follows no pattern: number/TYPE-AGENCY, number/AGENCY-UNIT; Party: "
            + "number-TYPE/AGENCY.", right: "Số: 12/UBND-VX", wrong: "Số: 12/")

    static let typeAbbreviation = Rule(
        "format.type-abbreviation", "S04", .error, .automatic(.wording),
        [Rule.Clause].decree("II.3") + .party("số và ký hiệu"),
        "Chữ viết tắt tên loại phải đúng bảng và đúng tên loại của văn bản: QĐ khác QyĐ, "
            + "ĐA khác DA, HD khác HĐ, CT khác CTr.",
        en: "The type's abbreviation is the table's, and that of the document's own type: QĐ "
            + "is not QyĐ, ĐA not DA, HD not HĐ, CT not CTr.", right: "Số: 15/TTr-STC",
        wrong: "Số: 15/TTR-STC")

    static let letterTypeCode = Rule(
        "format.letter-type-code", "S05", .error, .byHand, .decree("II.3"),
        "Ký hiệu công văn của cơ quan nhà nước không có CV: cơ quan rồi đơn vị soạn thảo.",
        en: "The code of a state letter has no CV: the agency, then the drafting unit.",
        right: "Số: 12/UBND-VX", wrong: "Số: 12/CV-UBND")

    static let letterTypeMissing = Rule(
        "format.letter-type-missing", "S05", .error, .byHand, .party("số và ký hiệu"),
        "Công văn của Đảng có chữ viết tắt CV.", en: "A Party letter has the abbreviation CV.",
        right: "Số 15-CV/TU", wrong: "Số 15/TU")

    static let agencyCode = Rule(
        "format.agency-code", "S06", .warning, .byHand,
        [Rule.Clause].decree("II.3") + .party("số và ký hiệu"),
        "Ký hiệu cơ quan phải là của cơ quan ban hành.",
        en: "The agency's code has to be that of the issuing agency.",
        right: "15/KH-SKHCN của Sở Khoa học và Công nghệ", wrong: "15/KH-STC")

    static let numberYear = Rule(
        "format.number-year", "S07", .warning, .byHand, .decree("II.3"),
        "Số của văn bản hành chính không có năm; số có năm là của văn bản quy phạm pháp luật.",
        en: "Numbers of administrative documents have no year; with a year they are those of "
            + "legal rule-making.", right: "Số: 15/QĐ-UBND", wrong: "Số: 15/2026/QĐ-UBND")

    static let codeCase = Rule(
        "format.code-case", "S03", .error, .automatic(.wording),
        [Rule.Clause].decree("II.3") + .party("số và ký hiệu"),
        "Ký hiệu viết in hoa, trừ chữ thường trong TTr, CTr, QyĐ, TrS.",
        en: "Codes are in capitals, but for the small letters of TTr, CTr, QyĐ, TrS.", right: "15/KH-STC",
        wrong: "15/kh-stc")

    static let numberLook = Rule(
        "format.number-look", "S01", .error, .automatic(.look),
        [Rule.Clause].decree("II.3") + .party("số và ký hiệu"),
        "Số, ký hiệu cỡ 13 (Đảng: 14), đứng, không đậm, canh giữa dưới tên cơ quan.",
        en: "Number and code are 13 pt (Party: 14), upright, not bold, centred under the agency.",
        right: "Số: 15/KH-STC", wrong: "đậm, cỡ 14")
}

extension FormatProfile {
    /// The faults in a number and code (số, ký hiệu), such as `Số: 15/KH-SKHCN`.
    ///
    /// A blank number is that of a draft and right. `type` is the document's own type, nil for a letter (công văn) or where it is unknown;
    /// `agencyCode` is the issuing agency's, where it is known.
    func faults(inNumber text: String, type: DocumentType? = nil, agencyCode: String? = nil) -> [TextFault] {
        NumberReading(letters: TextScalars(text), profile: self, type: type, agencyCode: agencyCode).faults
    }
}
