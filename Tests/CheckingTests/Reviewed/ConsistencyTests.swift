import OfficeDocument
import OfficePackage
import Regulations
import Testing
import VietnameseText

@testable import Checking
@testable import Forms

extension Missed {
    /// What readers of unseen documents missed in words, numbers and tables.
    static let ofConsistency: [Missed] = [
        Missed(testDescription: "a signature behind a recipient", rule: .recipientGlued) {
            $0.replace("- Lưu: VT, VP.", with: $1 ? "- Lưu: VT, VP.KT. GIÁM ĐỐC SỞ" : "- Lưu: VT, KT.")
        },
        Missed(testDescription: "a title behind a recipient", rule: .recipientGlued) {
            $0.replace("- Lưu: VT, VP.", with: $1 ? "- Lưu: VT, VP. CHỦ TỊCH" : "- Lưu: VT, CHỦ TỊCH.")
        },
        text(
            "a body before “các”", .agencyCapital,
            ["Chủ trì, phối hợp với sở Tài chính, các đơn vị có liên quan."],
            [
                "Chủ trì, phối hợp với Sở Tài chính, các đơn vị; các sở Tài chính, Nội vụ; ủy ban nhân dân các xã."
            ]),
        text(
            "the word of a unit twice", .doubledWord, ["Chủ tịch HĐND huyện huyện Ngân Sơn thông báo."],
            [
                "Thành viên hợp tác xã xã Tân Hưng, cán bộ cấp xã xã Tân Hưng, phường Phường Đúc, thị xã xã Tân An.",
                "Đường liên xã, xã Tân Hưng.",
            ]),
        text(
            "a code with a blank behind its hyphen", .citationCode,
            ["Thực hiện Thông tư số 04/2021/TT- TTCP ngày 01/10/2021 của Thanh tra Chính phủ."],
            [
                "Thực hiện Thông tư số 04/2021/TT-TTCP ngày 01/10/2021 của Thanh tra Chính phủ, tổ 5/KP- Phường."
            ]),
        text(
            "a code with a blank before its hyphen", .citationCode,
            ["Thực hiện Công văn số 1635/SGDĐT -GDTrH ngày 01/10/2025 của Sở Giáo dục và Đào tạo."],
            ["Thực hiện Công văn số 1635/SGDĐT-GDTrH ngày 01/10/2025 của Sở Giáo dục và Đào tạo."]),
        text(
            "a slash twice in a code", .citationCode,
            ["Thực hiện Nghị định số 85/2024//NĐ-CP ngày 10/7/2024 của Chính phủ."],
            [
                "Xem tại https://vanban.vn/85/2024//ND-CP, Nghị định số 85/2024/NĐ-CP ngày 10/7/2024 của Chính phủ."
            ]),
        text(
            "an article in a law", .articleLowercase,
            ["Thực hiện theo khoản 3, điều 18 trong Luật Tiếp công dân."],
            ["Thực hiện theo khoản 3 Điều 18 Luật Tiếp công dân, tại điều 18 trong số 20 điều đã nêu."]),
        Missed(
            testDescription: "a basis by its year", rule: .basisDateMissing,
            document: { RightDocuments.submission }
        ) {
            $0.replace(
                "Căn cứ Luật Khoa học, công nghệ và đổi mới sáng tạo ngày 27 tháng 6 năm 2025;",
                with: $1
                    ? "Căn cứ Luật Khoa học, công nghệ và đổi mới sáng tạo năm 2025;"
                    : "Căn cứ Luật Khoa học và công nghệ năm 2013, sửa đổi, bổ sung năm 2018;")
        },
        text(
            "a holiday with a capital", .capitalInside, ["Nghỉ các ngày Lễ, Tết theo quy định."],
            ["Nghỉ các ngày lễ, Tết; mừng ngày Lễ Phật đản, ngày Lễ hội Đền Hùng, ngày Lễ khai giảng."]),
        text(
            "a mark behind minutes", .clockMark, ["Buổi sáng: Từ 08h00’ đến 11h00’."],
            ["Buổi sáng: Từ 08h00 đến 11h00; góc 30’, mã h00’, ‘lúc 08h00’."]),
        text(
            "an hour in two ways", .clockMixed, ["Họp lúc 7 giờ.", "Kết thúc đến 11h30."],
            [
                "Họp từ 7h30 đến 11h30, làm bài 02 giờ 30 phút, trong 24 giờ, sau 02 giờ.",
                "Họp từ 7 giờ 30 phút; điện 5kWh, 24h/7 ngày.".replacing("7 giờ 30 phút", with: "7h30"),
            ]),
        text(
            "every year in two ways", .spellingMixed, ["Báo cáo hàng quý.", "Tổng kết hằng năm."],
            [
                "Tổng kết hằng năm; cửa hàng năm ngoái, khách hàng tháng này, bán hàng quý I, mặt hàng năm 2026.",
                "Lãi hằng năm, thu hàng tháng 12.",
            ]),
        text(
            "i and y in one document", .spellingMixed, ["Báo cáo định kì.", "Hội nghị kỳ này."],
            ["Báo cáo định kỳ, ông Kì.", "Môn Vật lí do tổ quản lý; tỉ mỉ, 5 tỷ đồng."]),
        Missed(testDescription: "tone marks of recipients", rule: .toneMarkStyle) { document, isWrong in
            document.replace(Mutation.lead, with: "Ủy viên các ban nếp sống văn hóa.")
            document.replace(
                "- Các đơn vị thuộc Sở;", with: isWrong ? "- Các phòng văn hoá;" : "- Các phòng văn hóa;")
        },
        Missed(testDescription: "tone marks of a table", rule: .toneMarkStyle) { document, isWrong in
            document.replace(Mutation.lead, with: "Xây dựng nếp sống văn hóa.")
            let rows = [["STT", "Tên"], ["1", isWrong ? "Nhà văn hoá" : "Nguyễn Thị Hoà"]].map { texts in
                Table.Row(texts.map { Table.Cell([FormStyle.textCell($0)]) })
            }
            let table = Table(columns: [20, 145].map(Length.millimetres), grid: .thin, rows: rows)
            document.insert([.table(table)], .after, Mutation.lastPoint)
        },
        text(
            "a clause between two that are ended", .sentenceEnd,
            [
                "1. Sở Tài chính chủ trì thực hiện.", "2. Sở Nội vụ phối hợp tuyên truyền trong toàn tỉnh",
                "3. Sở Y tế phối hợp.",
            ],
            [
                "1. Sở Tài chính chủ trì thực hiện", "2. Sở Nội vụ phối hợp tuyên truyền trong toàn tỉnh",
                "3. Sở Y tế phối hợp.", "1. Kinh phí.", "2. Nội dung tuyên truyền trong toàn tỉnh năm 2026",
                "Tuyên truyền qua báo, đài.", "3. Thời gian.",
            ]),
        text(
            "the last clause, longer than a heading", .sentenceEnd,
            [
                "1. Sở Tài chính chủ trì thực hiện.",
                "2. Giao Trung tâm Văn hóa và Cổng thông tin điện tử của tỉnh tổ chức đăng tải, phổ biến thông báo",
                "Các đơn vị biết và thực hiện.",
            ],
            [
                "1. Sở Tài chính chủ trì thực hiện.",
                "2. Giao Trung tâm Văn hóa và Cổng thông tin điện tử tổ chức in",
                "Các đơn vị biết và thực hiện.",
            ]),
        Missed(
            testDescription: "the last clause of an article", rule: .sentenceEnd,
            document: { RightDocuments.decision }
        ) {
            $0.insert(
                [
                    FormStyle.body(
                        $1
                            ? "1. Ủy quyền trưởng phòng chuyên môn nghiệp vụ này"
                            : "1. Ủy quyền trưởng phòng chuyên môn nghiệp vụ")
                ], .before, "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.")
        },
    ]
}

@Test(arguments: Missed.ofConsistency, OfficeFormat.allCases)
func `what is written in two ways, or lacks a number or mark, is told`(missed: Missed, format: OfficeFormat)
    throws
{
    #expect(try missed.tells(true, as: format))
    #expect(try !missed.tells(false, as: format))
}

@Test(arguments: OfficeFormat.allCases) func `a line that the signature runs on from is left as it is`(
    format: OfficeFormat
) throws {
    var document = RightDocuments.plan
    let glued = "Lưu: VT.TM. HỘI ĐỒNG NHÂN DÂN"
    document.replace("- Lưu: VT, VP.", with: glued)
    document.change(glued) { paragraph in
        paragraph.runs = paragraph.runs.map { run in
            var run = run
            run.format.size = 14
            return run
        }
    }
    let file = try MendedFile(document.bytes(as: format), as: format)
    #expect(file.codesLeft == [.recipientGlued])
    #expect(try file.result.paragraphs.contains { $0.text == glued })
}

@Test(
    arguments: [
        (["1", "2", "3", "5"], true), (["1", "2", "4"], true), (["1", "2", "3"], false),
        // One number alone shows no order, two gaps show an extract, and a larger one too.
        (["1", "3"], false), (["1", "2", "4", "6"], false), (["1", "2", "5"], false),
        (["2", "3", "5"], false), (["1", "2", "2", "3"], false), (["1", "2", "4", "3"], false),
        (["", "1", "2", "I", "1", "2"], false), (["I", "1", "2", "II", "4", "5"], true),
        (["1.", "2.", "4."], true), (["01", "02", "04"], true), (["1", "2", "1.1", "4"], true),
    ] as [([String], Bool)], OfficeFormat.allCases) func `the rows of a table are counted without gaps`(
        row: (numbers: [String], isTold: Bool), format: OfficeFormat
    ) throws
{
    for (head, isJudged) in [("TT", true), ("Số TT", true), ("Điểm", false)] {
        var document = RightDocuments.plan
        let rows = ([[head, "Nội dung"]] + row.numbers.map { [$0, "Tuyên truyền"] }).map { texts in
            Table.Row(texts.map { Table.Cell([FormStyle.textCell($0)]) })
        }
        let table = Table(columns: [20, 145].map(Length.millimetres), grid: .thin, rows: rows)
        document.insert([.table(table)], .after, Mutation.lastPoint)
        let found = OfficialCheck(of: try document.read(as: format)).findings.map(\.rule)
        #expect(found.contains(.tableNumberGap) == (row.isTold && isJudged))
    }
}

@Test(arguments: OfficeFormat.allCases)
func `of legislation words and figures are judged, and nothing of its format`(format: OfficeFormat) throws {
    var law = RightDocuments.planWithAppendix
    law.replace("Số: 05/KH-SKHCN", with: "Số: 05/2026/QĐ-UBND")
    law.replace(
        RightDocuments.reference, with: "(Kèm theo Quyết định số 05/2026/QĐ-UBND ngày 05 tháng 01 năm 2026)")
    #expect(OfficialCheck(of: try law.read(as: format)).findings.map(\.rule) == [])
    law.replace("- \(RightDocuments.sentence).", with: "- Quy định đối với đối với các ngành,lĩnh vực.")
    law.replace(
        "(Kèm theo Quyết định số 05/2026/QĐ-UBND ngày 05 tháng 01 năm 2026)",
        with: "(Kèm theo Quyết định số 05/2026/QĐ-UBND ngày 07 tháng 01 năm 2026)")
    law.change(style: .body) { $0.character.size = 11 }
    let check = OfficialCheck(of: try law.read(as: format))
    #expect(check.verdict == .legislation(number: "05/2026/QĐ-UBND"))
    #expect(Set(check.findings.map(\.rule)) == [.doubledWord, .spaceAfterMark, .appendixReferenceMismatch])
    #expect(check.judgement == nil)
}
