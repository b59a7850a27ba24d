import OfficeDocument
import OfficePackage
import Regulations
import Testing
import VietnameseText

@testable import Checking
@testable import Forms

/// What readers of public documents missed: a rule that one document breaks, and one beside it does not.
struct Missed: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let rule: Rule
    var document: @Sendable () -> Document = { RightDocuments.plan }
    /// Breaks the rule, or comes close to it.
    let change: @Sendable (_ document: inout Document, _ isWrong: Bool) -> Void

    func tells(_ isWrong: Bool, as format: OfficeFormat) throws -> Bool {
        var document = document()
        change(&document, isWrong)
        return OfficialCheck(of: try document.read(as: format)).findings.contains { $0.rule == rule }
    }

    static func text(_ name: String, _ rule: Rule, _ wrong: [String], _ right: [String]) -> Missed {
        Missed(testDescription: name, rule: rule) { document, isWrong in
            document.insert(
                (isWrong ? wrong : right).map { FormStyle.body($0) }, .before, Mutation.firstPoint)
        }
    }

    private static func cells(_ name: String, _ rule: Rule, _ wrong: String, _ right: String) -> Missed {
        Missed(testDescription: name, rule: rule) { document, isWrong in
            let rows = [["STT", isWrong ? wrong : right], ["1", "Hồ sơ đúng hạn"]].map { texts in
                Table.Row(texts.map { Table.Cell([FormStyle.textCell($0)]) })
            }
            let table = Table(columns: [20, 145].map(Length.millimetres), grid: .thin, rows: rows)
            document.insert([.table(table)], .after, Mutation.lastPoint)
        }
    }

    static let all: [Missed] = [
        Missed(testDescription: "two blanks in an agency's name", rule: .doubleSpace) {
            $0.replace(
                "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
                with: $1 ? "SỞ KHOA HỌC VÀ  CÔNG NGHỆ" : "SỞ KHOA HỌC VÀ CÔNG NGHỆ")
        },
        Missed(testDescription: "a name's bracket on the file line", rule: .spaceBeforeBracket) {
            $0.replace("- Lưu: VT, VP.", with: $1 ? "- Lưu: VT, CCVC(Thuận)." : "- Lưu: VT, CCVC (Thuận).")
        },
        Missed(testDescription: "letters of the file line set low", rule: .recipientLook) { document, isLow in
            document.change("- Lưu: VT, VP.") {
                var low = Run("Châu.")
                low.format.position = isLow ? .lowered : .baseline
                $0.runs = [Run("- Lưu: VT, NC"), low]
            }
        }, cells("a slash with one blank in a cell", .hyphenSpaces, "Đơn vị/ cá nhân", "Đơn vị/cá nhân"),
        text(
            "a decimal number twice", .numberingRepeat,
            ["3.1. Tổ chức.", "3.2. Tổng hợp.", "3.2. Tiếp nhận."],
            ["3.1. Tổ chức.", "3.2. Tổng hợp.", "3.3. Tiếp nhận."]),
        text(
            "one decimal number without its stop", .numberingStyle,
            ["3.1. Tổ chức.", "3.2. Tổng hợp.", "3.3. Tiếp nhận.", "3.4 Kết thúc."],
            ["3.1. Tổ chức.", "3.2. Tổng hợp.", "3.3 Tiếp nhận.", "3.4 Kết thúc."]),
        text(
            "an item without its mark", .sentenceEnd,
            [
                "- Xây dựng kế hoạch tuyên truyền trong năm 2026;",
                "- Tổ chức hội nghị tập huấn cho các đơn vị trực thuộc", "- Kiểm tra việc thực hiện.",
            ],
            [
                "- Xây dựng kế hoạch tuyên truyền trong năm 2026",
                "- Tổ chức hội nghị tập huấn cho các đơn vị trực thuộc", "- Kiểm tra việc thực hiện",
            ]),
        text(
            "a noun with a capital here and there", .mixedCapitals,
            [
                "Gửi các đại biểu, mời các đại biểu.", "Tiếp các đại biểu.",
                "Ý kiến của đại biểu và của Đại biểu.",
            ],
            [
                "Gửi các đại biểu.", "Tiếp các đại biểu.",
                "Ý kiến của Đại biểu Quốc hội, của Đại hội Đại biểu.",
            ]),
        text(
            "a verb with a capital behind a kind of paper in small letters", .mixedCapitals,
            [
                "Kiểm tra kết quả, kiểm tra hồ sơ.", "Sẽ kiểm tra.", "Không kiểm tra.",
                "Lập kế hoạch Kiểm tra, giám sát.",
            ],
            [
                "Kiểm tra kết quả, kiểm tra hồ sơ, đánh giá.", "Sẽ kiểm tra, đánh giá.",
                "Không kiểm tra, đánh giá.",
                "Theo Kế hoạch Kiểm tra, giám sát năm 2026 của Trung tâm Khảo thí và Đánh giá, của Ban Tổ chức Cán bộ.",
            ]),
        Missed(testDescription: "a decimal number again under the same heading", rule: .numberingRepeat) {
            let between = $1 ? ["- Một."] : ["c) Về cán bộ", "1.1. Tổng hợp.", "III. Phần khác"]
            let lines = ["1.1. Tổ chức."] + between + ["1.1. Tiếp nhận."]
            $0.insert(lines.map { FormStyle.body($0) }, .after, Mutation.lastPoint)
        },
        text(
            "one number of two without its stop", .numberingStyle, ["8.1 Tình hình.", "8.2. Kết quả."],
            ["8.1 Tình hình.", "9.2. Kết quả.", "8.2 Kết quả."]),
        text(
            "a paragraph in small letters behind a full stop", .sentenceCapital,
            [
                "Trong tháng, giá các mặt hàng trên địa bàn ổn định.",
                "chỉ số giá nhóm lương thực giảm so với cùng kỳ năm trước.",
            ],
            [
                "Trong tháng, giá các mặt hàng trên địa bàn ổn định:",
                "chỉ số giá nhóm lương thực giảm so với cùng kỳ năm trước;",
                "Chỉ số giá nhóm lương thực giảm so với cùng kỳ năm trước.", "chỉ số giá giảm.",
                "Trong tháng, giá các mặt hàng trên địa bàn ổn định.",
                "a) chỉ số giá nhóm lương thực giảm so với cùng kỳ năm trước.",
            ]),
        text(
            "a full stop inside a list of semicolons", .listEnd,
            ["- Tuyên truyền;", "- Tập huấn.", "- Kiểm tra;", "- Báo cáo."],
            [
                "- Tuyên truyền;", "- Tập huấn. Kiểm tra.", "- Kiểm tra;", "- Báo cáo.", "Các đơn vị:",
                "- Tuyên truyền.", "- Tập huấn.", "- Kiểm tra;", "- Báo cáo.", "Các đơn vị:", "- Tập huấn.",
                "- Kiểm tra;", "- Báo cáo.",
            ]),
        text(
            "the word of a unit with a capital here and there", .mixedCapitals,
            ["Các sở của tỉnh.", "Nguồn vốn của tỉnh.", "Trụ sở của tỉnh.", "Theo kế hoạch của Tỉnh."],
            [
                "Các sở của tỉnh.", "Nguồn vốn của tỉnh.", "Trụ sở của tỉnh.",
                "Theo kế hoạch của Tỉnh ủy, của Tỉnh Đắk Nông, của Tỉnh đoàn.",
            ]),
        text("a long Roman number alone", .headingEmpty, ["XVIII."], ["XVIII. Nội dung khác", "LX."]),
        text(
            "two bases for “trình”: a noun with a capital behind a verb", .mixedCapitals,
            [
                "Trình lãnh đạo.", "Gửi lãnh đạo Sở.", "Báo cáo lãnh đạo.",
                "Tiếp nhận và trình Lãnh đạo phê duyệt.",
            ], ["Trình lãnh đạo.", "Gửi lãnh đạo Sở.", "Báo cáo lãnh đạo.", "Tiếp nhận và trình Văn phòng."]),
        text(
            "an abbreviation that is explained nowhere", .abbreviationUndefined,
            ["Khám bằng YHCT và SXH.", "Điều trị bằng YHCT."],
            ["Khám bằng y học cổ truyền (YHCT).", "Điều trị bằng YHCT, UBND và HĐND, một lần SXH."]),
        text(
            "quotation marks of the typewriter among others", .quotesMixed,
            ["Phong trào “Xanh”.", "Phong trào “Sạch”.", "Mô hình \"Phòng họp\" mới."],
            ["Phong trào “Xanh”.", "Phong trào “Sạch”.", "Màn hình 43\" và 55\" mới."]),
        Missed(testDescription: "blanks that push a line of the foot", rule: .alignmentTyped) {
            $0.replace("KT. GIÁM ĐỐC", with: $1 ? "     KT. GIÁM ĐỐC" : "    KT. GIÁM ĐỐC")
        },
        Missed(testDescription: "an article whose number alone is bold", rule: .headingLook) {
            document, isPlain in
            let items = ["Điều 9.", "1. Sở Tài chính chủ trì thực hiện.", "2. Sở Nội vụ phối hợp thực hiện."]
            document.insert(items.map { FormStyle.body($0) }, .after, Mutation.lastPoint)
            document.change("Điều 9.") {
                var (number, title) = (Run("Điều 9. "), Run("Tổ chức thực hiện"))
                number.format.weight = .bold
                title.format.weight = isPlain ? .regular : .bold
                $0.runs = [number, title]
            }
        },
        text(
            "an act without its issuer", .citationIssuer,
            [
                "Thực hiện Nghị định số 126/2024/NĐ-CP ngày 08/10/2024 quy định về tổ chức hội, các đơn vị báo cáo."
            ],
            [
                "Thực hiện Nghị định số 126/2024/NĐ-CP ngày 08/10/2024 của Chính phủ quy định về tổ chức hội, UBND tỉnh ban hành Quyết định số 5/QĐ-UBND ngày 05/01/2026 về việc cử người, Quyết định số 6/QĐ-UBND ngày 05/01/2026 về việc cử người, Sở Nội vụ tại Tờ trình số 12/TTr-SNV ngày 05/01/2026 về việc thành lập hội báo cáo.",
                "Các văn bản của Chính phủ: Nghị định số 126/2024/NĐ-CP ngày 08/10/2024 quy định về tổ chức hội.",
                "Chính phủ đã quy định việc này (Nghị định số 126/2024/NĐ-CP ngày 08/10/2024 quy định về tổ chức hội).",
            ]),
        text(
            "a year that is not the number's, in a day without its month", .citationMismatch,
            ["Theo Thông tư số 17/2012/TT-BGDĐT ngày 16 tháng năm 2013 của Bộ Giáo dục và Đào tạo."],
            ["Theo Thông tư số 17/2012/TT-BGDĐT ngày 16 tháng năm 2012 của Bộ Giáo dục và Đào tạo."]),
    ]
}

@Test(arguments: Missed.all, OfficeFormat.allCases)
func `what readers missed is told, and what is near it is not`(missed: Missed, format: OfficeFormat) throws {
    #expect(try missed.tells(true, as: format))
    #expect(try !missed.tells(false, as: format))
}

@Test(arguments: OfficeFormat.allCases) func `every number of a column with the other mark is counted`(
    format: OfficeFormat
) throws {
    let rows = [
        ["STT", "Nội dung", "Tỷ lệ (%)"], ["1", "Đúng hạn", "97.95"], ["2", "Số hóa", "88,68"],
        ["3", "Trực tuyến", "77.5"], ["4", "Trả lại", "1.250"],
    ].map { texts in Table.Row(texts.map { Table.Cell([FormStyle.textCell($0)]) }) }
    var document = RightDocuments.plan
    let table = Table(columns: [20, 100, 45].map(Length.millimetres), grid: .thin, rows: rows)
    document.insert([.table(table)], .after, Mutation.lastPoint)
    let found = OfficialCheck(of: try document.read(as: format)).findings.filter { $0.rule == .decimalMark }
    #expect(found.map(\.furtherPlaces) == [1])
}

@Test(arguments: OfficeFormat.allCases) func `a number without dots is told beside more that have them`(
    format: OfficeFormat
) throws {
    for (numbers, places) in [
        (["1.300", "12.480", "1250"], 0), (["1.300", "12.480", "1.250", "1250", "3400"], 1),
        (["1.300", "1250"], nil), (["1.300", "12.480", "1250", "3400"], nil),
        (["1.300", "12.480", "2026"], nil), (["1.300", "12.480", "950"], nil),
        (["1.300", "12.480", "0912"], nil), (["1.300", "12.480", "1899"], 0),
        (["1.300", "12.480", "1900"], nil), (["1.300", "12.480", "2100"], nil),
        (["1.300", "12.480", "2101"], 0), (["312.500.000", "98.000.000", "225,000,000"], 0),
        (["312.500", "98.000", "225,000"], 0), (["312.500", "98.000", "225,000", "8,5"], nil),
        (["312.500", "98.000", "0,750"], nil), (["312.500", "225,000"], nil),
        (["312.500.000", "98.000.000", "225,00,000"], nil),
    ] as [([String], Int?)] {
        let texts = ["Lượt"] + numbers
        let rows = texts.map { text in
            Table.Row(["Khám bệnh", text].map { Table.Cell([FormStyle.textCell($0)]) })
        }
        var document = RightDocuments.plan
        let table = Table(columns: [120, 45].map(Length.millimetres), grid: .thin, rows: rows)
        document.insert([.table(table)], .after, Mutation.lastPoint)
        let found = OfficialCheck(of: try document.read(as: format)).findings.filter {
            $0.rule == .thousandsMixed
        }
        #expect(found.map(\.furtherPlaces) == (places.map { [$0] } ?? []), "\(numbers)")
    }
}

@Test(arguments: OfficeFormat.allCases) func `hyphens below a subject of several lines are seen`(
    format: OfficeFormat
) throws {
    for (lines, isTold) in [
        (["-----"], false), (["(Chi bộ Nhân sự)", "nhiệm kỳ 2024 - 2025", "-----"], false), (["*"], true),
    ] {
        var document = PartyDocuments.all[0].plan
        document.insert(lines.map { FormStyle.subject($0) }, .after, PartyDocuments.subject)
        document.replace("-----", with: lines.last == "-----" ? "-----" : "")
        let told = OfficialCheck(of: try document.read(as: format)).findings.map(\.rule)
        #expect(told.contains(.partyHyphensMissing) == isTold, "\(lines)")
    }
}

@Test(arguments: OfficeFormat.allCases) func `the name of a form of merits is in capitals`(
    format: OfficeFormat
) throws {
    for (type, isTold) in [("BÁO CÁO THÀNH TÍCH", false), ("BÁO CÁO", true)] {
        var document = RightDocuments.plan
        document.replace("KẾ HOẠCH", with: type)
        document.replace(Mutation.subject, with: "ĐỀ NGHỊ TẶNG THƯỞNG")
        let told = OfficialCheck(of: try document.read(as: format)).findings.map(\.rule)
        #expect(told.contains(.subjectLook) == isTold, "\(type)")
    }
}

@Test(arguments: OfficeFormat.allCases) func `the number of pages is black`(format: OfficeFormat) throws {
    for (shade, isTold) in [(UInt8(0x26), false), (0x27, true), (0xB5, true)] {
        var document = try RightDocuments.plan.read(as: format)
        for section in document.sections.indices {
            for block in document.sections[section].headers[.standard]?.blocks.indices ?? 0..<0 {
                guard
                    case .paragraph(var paragraph)? = document.sections[section].headers[.standard]?.blocks[
                        block]
                else { continue }
                for run in paragraph.runs.indices {
                    paragraph.runs[run].format.colour = .rgb(red: 0, green: 0, blue: shade)
                }
                document.sections[section].headers[.standard]?.blocks[block] = .paragraph(paragraph)
            }
        }
        let told = OfficialCheck(of: document).findings.filter { $0.rule == .textColor }
        #expect(told.contains { $0.component == .pageNumber } == isTold, "\(shade)")
        #expect(told.allSatisfy { !$0.mends.isEmpty })
    }
}
