extension FormatProfile {
    /// Hướng dẫn 05-HD/VPTW, under Quy định 399-QĐ/TW: documents of the Party from 27 May 2026.
    public static let guidance05 = party(
        .guidance05, "Hướng dẫn 05-HD/VPTW", RuleTable.validity(from: (2026, 5, 27)), lineSpacing: 18...22,
        betweenRecipients: ";", lastBasisEnd: ".", rulings: "QĐ")

    /// Hướng dẫn 36-HD/VPTW: documents of the Party before 27 May 2026.
    public static let guidance36 = party(
        .guidance36, "Hướng dẫn 36-HD/VPTW", RuleTable.validity(from: (2018, 4, 3), until: (2026, 5, 26)),
        lineSpacing: 18...(.greatestFiniteMagnitude), betweenRecipients: ",", lastBasisEnd: ",",
        rulings: "QĐi")

    /// The two guidances agree in all but what the arguments say; `rulings` is the abbreviation of Quy định.
    private static func party(
        _ key: ProfileKey, _ regulation: String, _ validity: Validity, lineSpacing: ClosedRange<Double>,
        betweenRecipients: Character, lastBasisEnd: Character, rulings: String
    ) -> FormatProfile {
        FormatProfile(
            key: key, regulation: regulation, validity: validity, font: "Times New Roman",
            page: PageRule(
                width: 210, height: 297, top: 20...20, bottom: 20...20, left: 30...30, right: 15...15),
            pageNumber: PageNumberRule(fromTop: 10, restartsInAppendices: false),
            body: BodyRule(firstLineIndents: [10], leastGap: 6, lineSpacing: .exactly(lineSpacing)),
            components: partyComponents, numbering: .party,
            number: NumberRule(
                label: "Số", colon: .absent, afterNumber: "-", betweenGroups: "/", letterType: "CV",
                series: .termOfOffice, copyTypes: ["BS"]),
            date: DateRule(padsDaysBelow: 10, padsMonthsBelow: 3),
            signature: SignatureRule(
                onBehalf: "T/M", forHead: "K/T", byOrder: "T/L", byAuthorisation: nil, acting: "Q.",
                singleHeads: ["TRƯỞNG BAN", "CHÁNH VĂN PHÒNG", "GIÁM ĐỐC", "BÍ THƯ", "CHỦ NHIỆM"]),
            recipients: RecipientsRule(
                label: "Nơi nhận:", betweenItems: betweenRecipients, lastEnd: ".", fileLine: "Lưu",
                asAbove: "Như trên"),
            legalBasis: LegalBasisRule(dash: .written, betweenItems: ";", lastEnd: lastBasisEnd),
            documentTypes: RuleTable.types([
                "Nghị quyết": "NQ", "Quyết định": "QĐ", "Quy định": rulings, "Chỉ thị": "CT",
                "Kết luận": "KL", "Quy chế": "QC", "Thông báo": "TB", "Hướng dẫn": "HD", "Thông tri": "TT",
                "Báo cáo": "BC", "Kế hoạch": "KH", "Chương trình": "CTr", "Đề án": "ĐA", "Phương án": "PA",
                "Dự án": "DA", "Tờ trình": "TTr", "Biên bản": "BB", "Công văn": "CV",
            ]), endMark: ".", usualSizes: .small)
    }

    private static var partyComponents: [ComponentRule] {
        typealias T = RuleTable
        return [
            T.rule(
                .partyTitle, 15...15, 15, 15, .bold, .upright, .upper, .centre, at: .headRight,
                .exactly("ĐẢNG CỘNG SẢN VIỆT NAM"), line: 1...1),
            T.rule(.superiorAgency, 14...14, 14, 14, .regular, .upright, .upper, .centre, at: .headLeft),
            T.rule(.issuingAgency, 14...14, 14, 14, .bold, .upright, .upper, .centre, at: .headLeft),
            T.rule(
                .star, 14...14, 14, 14, .regular, .upright, .sentence, .centre, at: .headLeft, .exactly("*")),
            T.rule(
                .numberAndCode, 14...14, 14, 14, .regular, .upright, .sentence, .centre, at: .headLeft,
                .grammar(.number)),
            T.rule(
                .placeAndDate, 14...14, 14, 14, .regular, .italic, .sentence, .centre, at: .headRight,
                .grammar(.placeAndDate)),
            T.rule(
                .documentType, 15...16, 16, 15, .bold, .upright, .upper, .centre, at: .underHead,
                .grammar(.documentType)),
            T.rule(.subject, 14...15, 15, 14, .bold, .upright, .sentence, .centre, at: .underHead),
            T.rule(
                .hyphens, 14...15, 15, 14, .regular, .upright, .sentence, .centre, at: .underHead,
                .exactly("-----")),
            T.rule(
                .letterSubject, 12...12, 12, 12, .regular, .italic, .sentence, .centre, at: .headLeft,
                .grammar(.letterSubject)),
            T.rule(
                .addressee, 14...14, 14, 14, .regular, .upright, .sentence, .any, at: .underHead,
                .grammar(.addressee)),
            T.rule(
                .legalBasis, 14...15, 15, 14, .regular, .upright, .sentence, .justified, at: .text,
                .grammar(.legalBasis)),
            T.rule(.body, 14...15, 15, 14, .regular, .upright, .sentence, .justified, at: .text),
            T.rule(.part, 14...15, 15, 14, .bold, .upright, .sentence, .centre, at: .text),
            T.rule(.partTitle, 14...15, 15, 14, .bold, .upright, .upper, .centre, at: .text),
            T.rule(.division, 14...15, 15, 14, .bold, .upright, .sentence, .centre, at: .text),
            T.rule(.divisionTitle, 14...15, 15, 14, .bold, .upright, .upper, .centre, at: .text),
            T.rule(.article, 14...15, 15, 14, .bold, .upright, .sentence, .justified, at: .text),
            T.rule(.romanHeading, 14...15, 15, 14, .bold, .upright, .upper, .any, at: .text),
            T.rule(.titledClause, 14...15, 15, 14, .bold, .upright, .sentence, .justified, at: .text),
            T.rule(.clause, 14...15, 15, 14, .regular, .upright, .sentence, .justified, at: .text),
            T.rule(.point, 14...15, 15, 14, .regular, .upright, .sentence, .justified, at: .text),
            T.rule(
                .authority, 14...14, 14, 14, .bold, .upright, .upper, .centre, at: .footRight,
                .grammar(.authority)),
            T.rule(.position, 14...14, 14, 14, .regular, .upright, .upper, .centre, at: .footRight),
            T.rule(
                .signerName, 14...14, 14, 14, .bold, .upright, .sentence, .centre, at: .footRight,
                .grammar(.signerName)),
            T.rule(
                .recipientsLabel, 14...14, 14, 14, .regular, .upright, .sentence, .left, at: .footLeft,
                .exactly("Nơi nhận:"), underline: .present),
            T.rule(
                .recipient, 12...12, 12, 12, .regular, .upright, .sentence, .left, at: .footLeft,
                .grammar(.recipient)),
            T.rule(
                .urgency, 14...14, 14, 14, .bold, .upright, .upper, .centre, at: .headLeft,
                .oneOf(["KHẨN", "THƯỢNG KHẨN", "HỎA TỐC"])),
            T.rule(.circulation, 12...12, 12, 12, .bold, .upright, .upper, .centre, at: .headRight),
            T.rule(.draftMark, 14...14, 14, 14, .regular, .italic, .sentence, .any, at: .headLeft),
            T.rule(.drafterCode, 8...8, 8, 8, .regular, .upright, .upper, .left, at: .footLeft),
            T.rule(.address, 10...10, 10, 10, .regular, .upright, .sentence, .any, at: .firstPageFoot),
            T.rule(.pageNumber, 14...14, 14, 14, .regular, .upright, .sentence, .centre, at: .upperMargin),
        ]
    }
}
