extension FormatProfile {
    /// Nghị định 30/2020/NĐ-CP, Phụ lục I.
    public static let decree30 = FormatProfile(
        key: .decree30, regulation: "Nghị định 30/2020/NĐ-CP",
        validity: RuleTable.validity(from: (2020, 3, 5)), font: "Times New Roman",
        page: PageRule(width: 210, height: 297, top: 20...25, bottom: 20...25, left: 30...35, right: 15...20),
        pageNumber: PageNumberRule(fromTop: nil, restartsInAppendices: true),
        body: BodyRule(firstLineIndents: [10, 12.7], leastGap: 6, lineSpacing: .lines(1...1.5)),
        components: components, numbering: .decree30,
        number: NumberRule(
            label: "Số", colon: .written, afterNumber: "/", betweenGroups: "-", letterType: nil,
            series: .year, copyTypes: ["SY", "TrS", "SL"]),
        date: DateRule(padsDaysBelow: 10, padsMonthsBelow: 3),
        signature: SignatureRule(
            onBehalf: "TM.", forHead: "KT.", byOrder: "TL.", byAuthorisation: "TUQ.", acting: "Q.",
            singleHeads: [
                "GIÁM ĐỐC", "TỔNG GIÁM ĐỐC", "CỤC TRƯỞNG", "CHI CỤC TRƯỞNG", "VỤ TRƯỞNG", "BỘ TRƯỞNG",
                "HIỆU TRƯỞNG", "TRƯỞNG PHÒNG", "CHÁNH VĂN PHÒNG", "VIỆN TRƯỞNG", "CHÁNH THANH TRA",
            ]),
        recipients: RecipientsRule(
            label: "Nơi nhận:", betweenItems: ";", lastEnd: ".", fileLine: "Lưu: VT", asAbove: "Như trên"),
        legalBasis: LegalBasisRule(dash: .absent, betweenItems: ";", lastEnd: "."),
        documentTypes: RuleTable.types([
            "Nghị quyết": "NQ", "Quyết định": "QĐ", "Chỉ thị": "CT", "Quy chế": "QC", "Quy định": "QyĐ",
            "Thông cáo": "TC", "Thông báo": "TB", "Hướng dẫn": "HD", "Chương trình": "CTr", "Kế hoạch": "KH",
            "Phương án": "PA", "Đề án": "ĐA", "Dự án": "DA", "Báo cáo": "BC", "Biên bản": "BB",
            "Tờ trình": "TTr", "Hợp đồng": "HĐ", "Công điện": "CĐ", "Bản ghi nhớ": "BGN",
            "Bản thỏa thuận": "BTT", "Giấy ủy quyền": "GUQ", "Giấy mời": "GM", "Giấy giới thiệu": "GGT",
            "Giấy nghỉ phép": "GNP", "Phiếu gửi": "PG", "Phiếu chuyển": "PC", "Phiếu báo": "PB",
        ]), endMark: "./.", usualSizes: .large)

    private static var components: [ComponentRule] {
        typealias T = RuleTable
        return [
            T.rule(
                .nationalTitle, 12...13, 13, 12, .bold, .upright, .upper, .centre, at: .headRight,
                .exactly("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
            T.rule(
                .motto, 13...14, 14, 13, .bold, .upright, .sentence, .centre, at: .headRight,
                .exactly("Độc lập - Tự do - Hạnh phúc"), line: 1...1),
            T.rule(.superiorAgency, 12...13, 13, 12, .regular, .upright, .upper, .centre, at: .headLeft),
            T.rule(
                .issuingAgency, 12...13, 13, 12, .bold, .upright, .upper, .centre, at: .headLeft,
                line: T.aThirdToAHalf),
            T.rule(
                .numberAndCode, 13...13, 13, 13, .regular, .upright, .sentence, .centre, at: .headLeft,
                .grammar(.number)),
            T.rule(
                .placeAndDate, 13...14, 14, 13, .regular, .italic, .sentence, .centre, at: .headRight,
                .grammar(.placeAndDate)),
            T.rule(
                .documentType, 13...14, 14, 13, .bold, .upright, .upper, .centre, at: .underHead,
                .grammar(.documentType)),
            T.rule(
                .subject, 13...14, 14, 13, .bold, .upright, .sentence, .centre, at: .underHead,
                line: T.aThirdToAHalf),
            T.rule(
                .letterSubject, 12...13, 13, 12, .regular, .upright, .sentence, .centre, at: .headLeft,
                .grammar(.letterSubject), leastSpaceBefore: 6),
            T.rule(
                .addressee, 13...14, 14, 13, .regular, .upright, .sentence, .any, at: .underHead,
                .grammar(.addressee)),
            T.rule(
                .legalBasis, 13...14, 14, 13, .regular, .italic, .sentence, .justified, at: .text,
                .grammar(.legalBasis)),
            T.rule(.body, 13...14, 14, 13, .regular, .upright, .sentence, .justified, at: .text),
            T.rule(.part, 13...14, 14, 13, .bold, .upright, .sentence, .centre, at: .text),
            T.rule(.partTitle, 13...14, 14, 13, .bold, .upright, .upper, .centre, at: .text),
            T.rule(.division, 13...14, 14, 13, .bold, .upright, .sentence, .centre, at: .text),
            T.rule(.divisionTitle, 13...14, 14, 13, .bold, .upright, .upper, .centre, at: .text),
            T.rule(.article, 13...14, 14, 13, .bold, .upright, .sentence, .justified, at: .text),
            T.rule(.romanHeading, 13...14, 14, 13, .bold, .upright, .upper, .any, at: .text),
            T.rule(.titledClause, 13...14, 14, 13, .bold, .upright, .sentence, .justified, at: .text),
            T.rule(.clause, 13...14, 14, 13, .regular, .upright, .sentence, .justified, at: .text),
            T.rule(.point, 13...14, 14, 13, .regular, .upright, .sentence, .justified, at: .text),
            T.rule(
                .authority, 13...14, 14, 13, .bold, .upright, .upper, .centre, at: .footRight,
                .grammar(.authority)),
            T.rule(.position, 13...14, 14, 13, .bold, .upright, .upper, .centre, at: .footRight),
            T.rule(
                .signerName, 13...14, 14, 13, .bold, .upright, .sentence, .centre, at: .footRight,
                .grammar(.signerName)),
            T.rule(
                .recipientsLabel, 12...12, 12, 12, .bold, .italic, .sentence, .left, at: .footLeft,
                .exactly("Nơi nhận:")),
            T.rule(
                .recipient, 11...11, 11, 11, .regular, .upright, .sentence, .left, at: .footLeft,
                .grammar(.recipient)),
            T.rule(
                .urgency, 13...14, 14, 13, .bold, .upright, .upper, .centre, at: .headLeft,
                .oneOf(["HỎA TỐC", "THƯỢNG KHẨN", "KHẨN"])),
            T.rule(
                .circulation, 13...14, 14, 13, .bold, .upright, .upper, .centre, at: .headRight,
                .oneOf(["LƯU HÀNH NỘI BỘ", "XEM XONG TRẢ LẠI", "TÀI LIỆU THU HỒI"])),
            T.rule(.drafterCode, 11...11, 11, 11, .regular, .upright, .upper, .left, at: .footLeft),
            T.rule(.address, 11...12, 12, 11, .regular, .upright, .sentence, .any, at: .firstPageFoot),
            T.rule(
                .copySignature, 10...10, 10, 10, .regular, .upright, .sentence, .right, at: .firstPageCorner),
            T.rule(
                .appendixLabel, 14...14, 14, 14, .bold, .upright, .sentence, .centre, at: .appendixHead,
                .grammar(.appendixLabel)),
            T.rule(.appendixTitle, 13...14, 14, 13, .bold, .upright, .upper, .centre, at: .appendixHead),
            T.rule(
                .appendixReference, 13...14, 14, 13, .regular, .italic, .sentence, .centre, at: .appendixHead,
                .grammar(.appendixReference)),
            T.rule(.pageNumber, 13...14, 14, 13, .regular, .upright, .sentence, .centre, at: .upperMargin),
        ]
    }
}
