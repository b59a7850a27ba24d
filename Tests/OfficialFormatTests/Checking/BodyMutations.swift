import OfficeDocument

@testable import OfficialFormat

extension Mutation {
    static let bodies: [Mutation] = [
        Mutation(name: "an indent by the tab key", code: .bodyIndentTyped) {
            $0.change(lead) {
                $0.format.firstLineIndent = .zero
                $0.runs = [Run([.tab, .text(lead)])]
            }
        }, insertion("an empty paragraph as a gap", .emptyParagraph, FormStyle.body(""), after: firstPoint),
        Mutation(name: "a paragraph in italics", code: .bodyEmphasis) {
            $0.change(lead) { $0.runs[0].format.slant = .italic }
        },
        Mutation(name: "a heading at the foot of a page", code: .headingAlone) {
            $0.breakPage(behind: "II. NỘI DUNG")
        },
        Mutation(name: "the signature on a page of its own", code: .signatureAlone) {
            $0.breakPage(behind: end)
        },
        Mutation(name: "a long table whose rows may be split", code: .rowSplit) { document in
            let cells = (0..<4).map { _ in Table.Cell([FormStyle.textCell(lead)]) }
            let table = Table(
                columns: (0..<4).map { _ in Length.millimetres(41) }, grid: .thin,
                rows: (0..<20).map { _ in Table.Row(cells, splitting: .splitsOverPages) })
            document.insert([.table(table)], .after, lastPoint)
        },
        insertion(
            "a number of two levels", .numberingDecimal,
            FormStyle.body("1.1. Các đơn vị thực hiện theo kế hoạch."), after: lastPoint),
        insertion("a letter again", .numberingRepeat, FormStyle.point(lastPoint), after: lastPoint),
        insertion("a letter no list has", .numberingLetter, FormStyle.point("f) \(lead)"), after: lastPoint),
        wording("a full stop after a letter", .numberingStyle, firstPoint, "a. \(lead)"),
        insertion("./. on a line of its own", .endMarkAlone, FormStyle.closing("./."), after: end),
    ].map { mutation in
        guard mutation.code == .endMarkAlone else { return mutation }
        return Mutation(name: mutation.name, code: mutation.code) {
            mutation.breaking(&$0)
            $0.replace(end, with: lead)
        }
    }

    static let texts: [Mutation] = [
        text("a space before a comma", .spaceBeforeMark, "Các đơn vị thực hiện nghiêm túc , đúng tiến độ."),
        text("no space after a comma", .spaceAfterMark, "Các đơn vị thực hiện nghiêm túc,đúng tiến độ."),
        text("a space in brackets", .spaceInsideBrackets, "Các đơn vị ( kể cả đơn vị trực thuộc) thực hiện."),
        text("a space before per cent", .percentSpace, "Tỷ lệ đạt 95 % so với kế hoạch."),
        text("commas in money", .moneySeparators, "Kinh phí 1,250,000 đồng do ngân sách bảo đảm."),
        text("VNĐ", .currencyCode, "Kinh phí 1.250.000 VNĐ do ngân sách bảo đảm."),
        text("a clause with a capital", .clauseCapital, "Thực hiện theo Khoản 2 Điều 5 của Quy chế."),
        text("an article in lower case", .articleLowercase, "Thực hiện theo khoản 2 điều 5 của Quy chế."),
        text(
            "a sentence in lower case", .sentenceCapital,
            "Kinh phí do ngân sách bảo đảm. đơn vị thực hiện theo quy định."),
        text("an agency in lower case", .agencyCapital, "Phối hợp với Sở tài chính thực hiện."),
        text("a province's word with a capital", .placeUnitCapital, "Thực hiện trên địa bàn Tỉnh Đắk Nông."),
        text(
            "nhà nước in lower case", .nationWordCapital,
            "Quán triệt chủ trương của Đảng và nhà nước về khoa học."),
        text("two styles of tone marks", .toneMarkStyle, "Xây dựng nếp sống văn hóa, gia đình văn hoá."),
        text("a body that is no more", .expiredPlace, "Phối hợp với UBND huyện Cư Jút thực hiện."),
        text("a misspelt word", .spelling, "Kịp thời sử lý vướng mắc của các đơn vị."),
        text("./. inside the text", .endMarkInside, "Các đơn vị thực hiện theo kế hoạch./."),
        Mutation(name: "an abbreviation before its words", code: .abbreviationUndefined) {
            $0.replace(lead, with: "Đẩy mạnh ứng dụng CNTT trong các cơ quan.")
            $0.replace("- \(lead)", with: "- Tập huấn công nghệ thông tin (CNTT) cho cán bộ.")
        },
    ]

    private static let unit = "- Các đơn vị thuộc Sở;"
    private static let fileLine = "- Lưu: VT, VP."

    static let footTexts: [Mutation] = [
        wording("TM. with a single head", .collectiveOnly, "KT. GIÁM ĐỐC", "TM. GIÁM ĐỐC"),
        Mutation(name: "TL. without the signer's title", code: .titleMissing) {
            $0.replace("KT. GIÁM ĐỐC", with: "TL. GIÁM ĐỐC")
            $0.replace("PHÓ GIÁM ĐỐC", with: "")
        },
        Mutation(name: "a title abbreviated", code: .titleAbbreviated) {
            $0.replace("KT. GIÁM ĐỐC", with: "GĐ")
            $0.replace("PHÓ GIÁM ĐỐC", with: "")
        }, wording("“Nơi nhận” without colon", .recipientsLabelWording, "Nơi nhận:", "Nơi nhận"),
        Mutation(name: "no file line", code: .fileLineMissing) {
            $0.replace(unit, with: "- Các đơn vị thuộc Sở.")
            $0.replace(fileLine, with: "")
        },
        Mutation(name: "the file line before the last", code: .fileLineLast) {
            $0.replace(unit, with: "- Lưu: VT, VP;")
            $0.replace(fileLine, with: "- Các đơn vị thuộc Sở.")
        }, wording("the drafter on the file line", .drafterCodePlace, fileLine, "- Lưu: VT, VP, PL.(300)."),
        wording("a decision as above", .firstRecipientArticle, "- Như Điều 2;", "- Như trên;", in: decision),
        insertion(
            "“Nơi nhận” three lines lower", .recipientsPlace, FormStyle.recipient(""),
            FormStyle.recipient(""), FormStyle.recipient(""), before: "Nơi nhận:"),
    ]

    private static func reference(_ name: String, _ code: RuleCode, _ wrong: String) -> Mutation {
        wording(name, code, RightDocuments.reference, wrong, in: appendix)
    }

    static let appendices: [Mutation] = [
        wording(
            "an appendix nobody mentions", .appendixUnmentioned, RightDocuments.mention, lead, in: appendix),
        wording(
            "an appendix that is not there", .appendixMissing, RightDocuments.mention,
            "Kinh phí thực hiện theo dự toán (chi tiết tại Phụ lục II kèm theo).", in: appendix),
        style("a label that is not bold", .appendixLabelLook, .appendixLabel, in: appendix) {
            $0.character.weight = .regular
        },
        style("an appendix's title in italics", .appendixTitleLook, .appendixTitle, in: appendix) {
            $0.character.slant = .italic
        }, wording("the only appendix numbered", .appendixNumber, "Phụ lục", "Phụ lục I", in: appendix),
        reference("no line “Kèm theo”", .appendixReferenceMissing, ""),
        reference(
            "“kèm theo” in lower case", .appendixReferenceForm,
            "(kèm theo Kế hoạch số 05/KH-SKHCN ngày 05 tháng 01 năm 2026 của Sở Khoa học và Công nghệ)"),
        style("an upright line “Kèm theo”", .appendixReferenceLook, .appendixReference, in: appendix) {
            $0.character.slant = .upright
        },
        reference(
            "another number in the line “Kèm theo”", .appendixReferenceMismatch,
            "(Kèm theo Kế hoạch số 06/KH-SKHCN ngày 05 tháng 01 năm 2026 của Sở Khoa học và Công nghệ)"),
        reference(
            "another day in the line “Kèm theo”", .appendixReferenceMismatch,
            "(Kèm theo Kế hoạch số 05/KH-SKHCN ngày 15 tháng 01 năm 2026 của Sở Khoa học và Công nghệ)"),
        Mutation(name: "the nation's title on an appendix", code: .appendixHead, document: appendix) {
            $0.sections[1].blocks.insert(RightDocuments.head(number: ""), at: 0)
        },
        Mutation(name: "pages numbered on in an appendix", code: .appendixPageNumber, document: appendix) {
            $0.sections[1].pageNumbering = .continues
        },
    ]
}
