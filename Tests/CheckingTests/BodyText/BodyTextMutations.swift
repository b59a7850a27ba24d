import OfficeDocument
import Regulations

@testable import Checking
@testable import Forms

extension Mutation {
    /// A table of two amounts and their total.
    static func money(_ total: String) -> Block {
        let rows = [
            ["STT", "Nội dung", "Thành tiền"], ["1", "In tài liệu", "1.000.000"],
            ["2", "Thuê hội trường", "2.000.000"], ["", "Tổng cộng", total],
        ].map { texts in Table.Row(texts.map { Table.Cell([FormStyle.textCell($0)]) }) }
        return .table(Table(columns: [20, 100, 45].map(Length.millimetres), grid: .thin, rows: rows))
    }

    /// A table whose column of shares is written in two ways.
    static var shares: Block {
        let rows = [
            ["STT", "Nội dung", "Tỷ lệ (%)"], ["1", "Hồ sơ đúng hạn", "97.95"],
            ["2", "Hồ sơ số hóa", "88,68"],
        ].map { texts in Table.Row(texts.map { Table.Cell([FormStyle.textCell($0)]) }) }
        return .table(Table(columns: [20, 100, 45].map(Length.millimetres), grid: .thin, rows: rows))
    }

    /// A table of counts, the last of which is the one given.
    static func counts(_ last: String) -> Block {
        let rows = [
            ["STT", "Nội dung", "Lượt"], ["1", "Khám bệnh", "1.300"], ["2", "Tư vấn", "12.480"],
            ["3", "Tiêm chủng", last],
        ].map { texts in Table.Row(texts.map { Table.Cell([FormStyle.textCell($0)]) }) }
        return .table(Table(columns: [20, 100, 45].map(Length.millimetres), grid: .thin, rows: rows))
    }

    private static let cutSentence = "Các đơn vị thuộc Sở phối hợp chặt chẽ trong quá trình để bảo đảm"

    /// The table of money with a part that its rows do not come to.
    private static var parts: Block {
        let rows = [
            ["STT", "Nội dung", "Thành tiền"], ["I", "Hội nghị", "4.000.000"],
            ["1", "In tài liệu", "1.000.000"], ["2", "Thuê hội trường", "2.000.000"],
            ["II", "Tuyên truyền", "5.000.000"], ["", "Tổng cộng", "9.000.000"],
        ].map { texts in Table.Row(texts.map { Table.Cell([FormStyle.textCell($0)]) }) }
        return .table(Table(columns: [20, 100, 45].map(Length.millimetres), grid: .thin, rows: rows))
    }

    /// Rules on sentences and names of the text.
    static let sentences: [Mutation] = [
        text(
            "a province with one capital", .nameCapital, "Thực hiện ở Đắk Nông và Bình thuận theo kế hoạch."),
        text("a day with a small letter", .weekdayCapital, "Gửi báo cáo trước chiều thứ sáu hằng tuần."),
        text(
            "a document's type with a small letter", .citationCapital,
            "Thực hiện quyết định số 15/QĐ-UBND của Ủy ban nhân dân tỉnh."),
        Mutation(name: "a sentence in two paragraphs", rule: .paragraphBroken) {
            $0.replace(lead, with: cutSentence)
            $0.insert([FormStyle.body("hoàn thành nhiệm vụ được giao trong năm.")], .after, cutSentence)
        },
        Mutation(name: "a long paragraph without a mark", rule: .sentenceEnd) {
            $0.insert(
                [FormStyle.body("\(RightDocuments.sentence) trong năm và những năm tiếp theo")], .before,
                "- \(lead)")
        }, insertion("a part that is not its rows", .tableTotal, parts, after: lastPoint),
        wording(
            "a closing of another year", .periodMismatch, end,
            "Trên đây là Kế hoạch tuyên truyền về khoa học và công nghệ năm 2025 của Sở./."),
        insertion("two ways of decimals", .decimalMark, shares, after: lastPoint),
        insertion(
            "one heading of four that is not bold", .headingWeights, FormStyle.titledClause("3. Phạm vi"),
            FormStyle.body("Trong cả tỉnh."), FormStyle.body("4. Đối tượng"), FormStyle.body("Người dân."),
            before: "II. NỘI DUNG"),
        Mutation(
            name: "a typed number among automatic ones", rule: .numberingMixed,
            reading: { file in
                for (number, title) in [("I.", "MỤC ĐÍCH, YÊU CẦU"), ("III.", "TỔ CHỨC THỰC HIỆN")] {
                    file.count(number, before: title)
                }
            },
            breaking: {
                $0.insert(
                    [FormStyle.romanHeading("III. TỔ CHỨC THỰC HIỆN"), FormStyle.body(lead)], .after,
                    lastPoint)
            }),
    ]

    static let bodyText: [Mutation] =
        sentences + [
            wording("no ./. at the end", .endMarkMissing, end, "\(RightDocuments.sentence)."),
            wording("./ at the end", .endMarkVariant, end, "\(RightDocuments.sentence)./"),
            wording("a heading skipped", .numberingGap, "II. NỘI DUNG", "III. NỘI DUNG"),
            wording(
                "two spaces", .doubleSpace, "- \(RightDocuments.sentence).",
                "- Các đơn vị  thuộc Sở thực hiện."),
            insertion(
                "a number of two levels", .numberingDecimal,
                FormStyle.body("1.1. Các đơn vị thực hiện theo kế hoạch."), after: lastPoint),
            insertion("a letter again", .numberingRepeat, FormStyle.point(lastPoint), after: lastPoint),
            insertion(
                "a letter no list has", .numberingLetter, FormStyle.point("f) \(lead)"), after: lastPoint),
            wording("a full stop after a letter", .numberingStyle, firstPoint, "a. \(lead)"),
            Mutation(name: "./. on a line of its own", rule: .endMarkAlone) {
                $0.insert([FormStyle.closing("./.")], .after, end)
                $0.replace(end, with: lead)
            },
            text(
                "a space before a comma", .spaceBeforeMark, "Các đơn vị thực hiện nghiêm túc , đúng tiến độ."),
            text("no space after a comma", .spaceAfterMark, "Các đơn vị thực hiện nghiêm túc,đúng tiến độ."),
            text(
                "no space before a bracket", .spaceBeforeBracket,
                "Các đơn vị thực hiện đúng tiến độ(kèm theo danh sách)."),
            text("a comma twice", .doubledMark, "Các đơn vị thực hiện nghiêm túc,, đúng tiến độ."),
            text(
                "a space in brackets", .spaceInsideBrackets,
                "Các đơn vị ( kể cả đơn vị trực thuộc) thực hiện."),
            text("a space before per cent", .percentSpace, "Tỷ lệ đạt 95 % so với kế hoạch."),
            text("commas in money", .moneySeparators, "Kinh phí 1,250,000 đồng do ngân sách bảo đảm."),
            text("VNĐ", .currencyCode, "Kinh phí 1.250.000 VNĐ do ngân sách bảo đảm."),
            text("a clause with a capital", .clauseCapital, "Thực hiện theo Khoản 2 Điều 5 của Quy chế."),
            text("an article in lower case", .articleLowercase, "Thực hiện theo khoản 2 điều 5 của Quy chế."),
            text(
                "a sentence in lower case", .sentenceCapital,
                "Kinh phí do ngân sách bảo đảm. đơn vị thực hiện theo quy định."),
            text("an agency in lower case", .agencyCapital, "Phối hợp với Sở tài chính thực hiện."),
            text(
                "a province's word with a capital", .placeUnitCapital, "Thực hiện trên địa bàn Tỉnh Đắk Nông."
            ),
            text(
                "nhà nước in lower case", .nationWordCapital,
                "Quán triệt chủ trương của Đảng và nhà nước về khoa học."),
            text(
                "a weekday of another date", .weekdayMismatch,
                "Họp vào thứ Ba, ngày 05/01/2026 tại trụ sở Sở."),
            text("a number with blanks", .citationCode, "Thực hiện Quy định số 24 - QĐ/TW của Bộ Chính trị."),
            text(
                "an act of another body", .citationIssuer,
                "Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Thủ tướng Chính phủ."),
            text(
                "a number of another year", .citationMismatch,
                "Thực hiện Thông tư số 17/2012/TT-BKHCN ngày 16/5/2013 của Bộ Khoa học và Công nghệ."),
            text(
                "two words in one", .capitalWithinWord,
                "Triển khai trên địa bàn phườngLong Anh theo kế hoạch."),
            text(
                "a full stop before a bracket", .markBeforeBracket,
                "Các đơn vị đạt kế hoạch. (trong đó có hai xã)."),
            text("two styles of tone marks", .toneMarkStyle, "Xây dựng nếp sống văn hóa, gia đình văn hoá."),
            text("a body that is no more", .expiredPlace, "Phối hợp với UBND huyện Cư Jút thực hiện."),
            text("a misspelt word", .spelling, "Kịp thời sử lý vướng mắc của các đơn vị."),
            text("a word twice", .doubledWord, "Triển khai trên trên địa bàn tỉnh theo kế hoạch."),
            text("two syllables twice", .doubledWord, "Các đơn vị thực hiện thực hiện theo kế hoạch."),
            text("a syllable without its tone", .impossibleSyllable, "Kế hoạch đươc các đơn vị thực hiện."),
            text(
                "a word typed without an input method", .leftOverTelex, "Kế hoạch vaf báo cáo của các đơn vị."
            ), text("a figure glued to a word", .gluedFigure, "Sau 11tháng các đơn vị báo cáo kết quả."),
            text(
                "an amount that its words contradict", .amountMismatch,
                "Kinh phí 1.250.000 đồng (Bằng chữ: Một triệu hai trăm nghìn đồng) do ngân sách bảo đảm."),
            insertion("a number without a text", .headingEmpty, FormStyle.body("1."), after: lastPoint),
            insertion("a total that is none", .tableTotal, money("3.500.000"), after: lastPoint),
            text(
                "a number without its word", .citationNumberWord,
                "Thực hiện theo Nghị định 30/2020/NĐ-CP về công tác văn thư."),
            text(
                "a comma before a day", .citationComma,
                "Thực hiện Quyết định số 06/QĐ-TTg, ngày 06/01/2022 của Thủ tướng Chính phủ."),
            text("a month with a zero", .writtenDateZero, "Hoàn thành trước ngày 30/07/2025 theo kế hoạch."),
            text(
                "a year of five digits", .writtenDateImpossible,
                "Hoàn thành trước ngày 06/5/20216 theo kế hoạch."),
            Mutation(name: "a bracket left open", rule: .pairUnclosed, isForPerson: true) {
                $0.replace(lead, with: "Các đơn vị gửi báo cáo (qua Văn phòng Sở để tổng hợp.")
            },
            text("two kinds of quotation marks", .pairUnclosed, "Chuyên mục “Khoa học\" trên báo của tỉnh."),
            text("a verb with a capital", .capitalInside, "Trình Giám đốc Sở xem xét, Phê duyệt kế hoạch."),
            text(
                "a blank on one side of a hyphen", .hyphenSpaces, "Phát triển kinh tế- xã hội của địa phương."
            ),
            Mutation(name: "a name in two ways", rule: .mixedCapitals) {
                $0.replace(
                    lead,
                    with:
                        "Phối hợp với Hội đồng Thi đua thực hiện; Hội đồng Thi đua xét, Hội đồng Thi đua kết luận."
                )
                $0.replace("- \(lead)", with: "- Báo cáo Hội đồng thi đua kết quả thực hiện.")
            },
            wording(
                "a closing of another kind", .closingMismatch, end,
                "Trên đây là Báo cáo tuyên truyền về khoa học và công nghệ của Sở./."),
            text(
                "a law in small letters", .lawCapital,
                "Thực hiện Luật tổ chức chính quyền địa phương trong các đơn vị."),
            wording(
                "an enactment without its colon", .enactmentForm, "QUYẾT ĐỊNH:", "QUYẾT ĐỊNH", in: decision),
            Mutation(
                name: "a chairman above, a committee below", rule: .authorityMismatch, document: decision
            ) {
                $0.replace("GIÁM ĐỐC SỞ KHOA HỌC VÀ CÔNG NGHỆ", with: "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ ĐẮK MIL")
                $0.replace("KT. GIÁM ĐỐC", with: "TM. ỦY BAN NHÂN DÂN")
                $0.replace("PHÓ GIÁM ĐỐC", with: "CHỦ TỊCH")
            },
            Mutation(
                name: "another article than the one to carry out", rule: .executionArticle, document: decision
            ) {
                $0.replace(
                    "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.",
                    with: "Điều 2. Chánh Văn phòng Sở chịu trách nhiệm thi hành Quyết định này.")
                $0.replace("- Như Điều 2;", with: "- Như Điều 1;")
            }, text("./. inside the text", .endMarkInside, "Các đơn vị thực hiện theo kế hoạch./."),
            Mutation(name: "two kinds of quotation marks in one document", rule: .quotesMixed) {
                $0.replace(lead, with: "Phong trào “Thi đua yêu nước” và mô hình \"Phòng họp không giấy\".")
                $0.replace("- \(lead)", with: "- Chuyên mục “Khoa học” trên báo của tỉnh.")
                $0.insert([FormStyle.body("Phong trào “Xanh” của tỉnh.")], .after, lastPoint)
            },
            insertion(
                "a number without its dot among others", .thousandsMixed, counts("1250"), after: lastPoint),
            Mutation(name: "a full stop inside a list", rule: .listEnd) {
                $0.insert(
                    ["tập huấn;", "kiểm tra.", "báo cáo;"].map { FormStyle.dashItem("- Công tác \($0)") },
                    .before, "- \(lead)")
            },
            Mutation(name: "a semicolon before a heading", rule: .listEnd) {
                $0.insert(
                    ["tập huấn;", "báo cáo;"].map { FormStyle.dashItem("- Công tác \($0)") }, .before,
                    "II. NỘI DUNG")
                $0.replace("- \(lead)", with: "\(lead)")
            },
            Mutation(name: "one span of years in two ways", rule: .yearSpanMixed) {
                $0.replace(lead, with: "Kế hoạch thực hiện trong giai đoạn 2026 - 2030.")
                $0.replace("- \(lead)", with: "- Bám sát nhiệm vụ giai đoạn 2026-2030.")
            },
            Mutation(name: "an abbreviation with letters swapped", rule: .abbreviationMisspelt) {
                $0.insert(
                    ["UBND tỉnh", "UBND các xã", "UBND các phường", "UNBD xã"].map {
                        FormStyle.body("Phối hợp với \($0).")
                    }, .after, lastPoint)
            },
            text(
                "an act without its day", .citationDate,
                "Các đơn vị thực hiện theo Nghị định số 30/2020/NĐ-CP."),
            text(
                "a law with its number", .citationLawNumber,
                "Các đơn vị thực hiện theo Luật Tố cáo số 25/2018/QH14."),
            text(
                "an opening parted from its sentence", .leadBroken,
                "Thực hiện Kế hoạch số 15/KH-UBND ngày 05/01/2026 của Ủy ban nhân dân tỉnh. Sở Khoa học và Công nghệ triển khai như sau:"
            ),
            Mutation(name: "a second part without a first", rule: .numberingGap) {
                $0.insert([FormStyle.part("PHẦN THỨ HAI")], .before, "II. NỘI DUNG")
            },
            Mutation(name: "an abbreviation before its words", rule: .abbreviationUndefined) {
                $0.replace(lead, with: "Đẩy mạnh ứng dụng CNTT trong các cơ quan.")
                $0.replace("- \(lead)", with: "- Tập huấn công nghệ thông tin (CNTT) cho cán bộ.")
            },
        ]
}
