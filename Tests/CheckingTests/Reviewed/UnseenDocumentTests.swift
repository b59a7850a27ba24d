import OfficeDocument
import OfficePackage
import Regulations
import Testing
import VietnameseText

@testable import Checking
@testable import Forms

extension Missed {
    /// What two readers found in documents that nobody had seen before.
    static let unseen: [Missed] = [
        Missed(testDescription: "Như kính gửi", rule: .asAboveWording, document: { RightDocuments.letter }) {
            $0.replace("- Như trên;", with: $1 ? "- Như kính gửi;" : "- Như trên;")
        },
        Missed(
            testDescription: "Như kính gửi with capitals and another dash", rule: .asAboveWording,
            document: { RightDocuments.letter }
        ) { $0.replace("- Như trên;", with: $1 ? "– Như Kính  gửi;" : "- Bộ Nội vụ (như kính gửi);") },
        Missed(testDescription: "a council on two lines of which one is bold", rule: .issuingAgencyLook) {
            document, isWrong in
            document.replace("UBND TỈNH ĐẮK NÔNG", with: isWrong ? "ỦY BAN NHÂN DÂN" : "UBND TỈNH ĐẮK NÔNG")
            document.replace(
                "SỞ KHOA HỌC VÀ CÔNG NGHỆ", with: isWrong ? "XÃ NHÂN CƠ" : "SỞ KHOA HỌC VÀ CÔNG NGHỆ")
        },
        text(
            "an opening quotation mark behind a word", .spaceBeforeBracket,
            ["Tổ chức phát động“Tết trồng cây”."], ["Tổ chức phát động “Tết trồng cây”, dài 5“, mã A“B”."]),
        text(
            "hours with one blank", .hyphenSpaces, ["Buổi sáng từ 7h30 -9h00 tại hội trường."],
            ["Buổi sáng từ 7h30 - 9h00, 7h30-9h00, 5h -3 tại hội trường."]),
        text(
            "hours with one blank behind the hyphen", .hyphenSpaces,
            ["Buổi sáng từ 7h- 9h00 tại hội trường."], ["Buổi sáng từ 7h - 9h00, 123h -9h00 tại hội trường."]),
        text(
            "a law with its number", .citationLawNumber,
            ["Theo quy định của Luật Phòng, chống ma túy số 73/2021/QH14 và các văn bản hướng dẫn."],
            [
                "Theo Luật số 73/2021/QH14, Luật sửa đổi, bổ sung một số điều của Luật Tố cáo số 25/2018/QH14.",
                "Theo Luật Tố cáo; Nghị quyết số 25/2018/QH14 và Luật (số 25/2018/QH14).",
                "Thi hành Luật Tố cáo, Nghị định số 31/2019/NĐ-CP.",
            ]),
        text(
            "an act without its day", .citationDate,
            ["Thực hiện theo Thông tư số 58/2011/TT-BGDĐT của Bộ Giáo dục và Đào tạo."],
            [
                "Thực hiện theo Nghị định số 30/2020/NĐ-CP, Nghị định số 45 và Công văn số 15/VP.",
                "Thi hành Nghị định số 30/2020/NĐ-CP của Chính phủ ngày 05/3/2020; Công văn số 15/VP ngày 01/4/2026.",
                "“1. Thực hiện theo Thông tư số 58/2011/TT-BGDĐT.”", "Theo Kế hoạch số 05/KH-SKHCN.",
                "Ngày 06/01/2026, Ủy ban nhân dân xã đã có Công văn số 25/UBND.",
            ]),
        Missed(testDescription: "the label of recipients underlined", rule: .recipientsLabelLook) {
            document, isWrong in
            document.change(style: .recipientsLabel) { $0.character.underline = isWrong ? .single : .absent }
        },
        text(
            "an opening of several acts parted from its sentence", .leadBroken,
            [
                "Thực hiện Chỉ thị số 5/CT-TTg của Thủ tướng; Kế hoạch số 2/KH-BNN của Bộ, triển khai Đề án. UBND xã triển khai như sau:"
            ],
            [
                "Thực hiện Chỉ thị số 5/CT-TTg của Thủ tướng; Sở Tài chính chủ trì. UBND xã triển khai như sau:",
                "Thực hiện Chỉ thị số 5/CT-TTg của Thủ tướng; Kế hoạch của Bộ chưa có. UBND xã triển khai như sau:",
            ]),
        text(
            "an opening parted from its sentence", .leadBroken,
            [
                "Căn cứ Quyết định số 5/QĐ-TTg ngày 01/4/2026 của Thủ tướng Chính phủ phê duyệt Đề án “Trồng cây”. UBND xã ban hành Kế hoạch như sau:"
            ],
            [
                "Thực hiện Chỉ thị số 5/CT-TTg, Sở Tài chính chủ trì. Sở Nội vụ phối hợp như sau:",
                "Thực hiện Chỉ thị số 5/CT-TTg, nay Sở Tài chính đã báo cáo. UBND xã triển khai như sau:",
                "Thực hiện Chỉ thị số 5/CT-TTg. Kết quả như sau:",
                "Thực hiện Chỉ thị số 5. UBND xã triển khai.",
                "Thực hiện tốt. Kịp thời. UBND xã báo cáo như sau:", "Kính thưa. UBND xã báo cáo như sau:",
            ]),
        text(
            "a common noun with a capital", .capitalInside,
            ["Thành phần gồm đại diện Lãnh đạo các sở, ngành."],
            ["Thành phần gồm đại diện lãnh đạo các sở; Hội Phụ huynh học sinh, Văn phòng Lãnh đạo."]),
        text(
            "parents with a capital", .capitalInside, ["Phối hợp với Phụ huynh học sinh."],
            ["Phối hợp với phụ huynh học sinh."]),
        text(
            "an office with two capitals", .nameCapital, ["Đồng chí Trần An, Chủ Tịch xã dự họp."],
            ["Đồng chí Trần An, Chủ tịch xã dự họp.", "Chủ tịch xã, chủ tịch hội dự họp."]),
        text(
            "an office with two capitals where a sentence begins", .nameCapital, ["Giám Đốc Sở chủ trì."],
            ["Giám đốc Sở chủ trì."]),
        text(
            "a body behind a colon and before another", .agencyCapital,
            ["Cơ quan thực hiện: sở Tư pháp, Đài Truyền hình Việt Nam."],
            ["Cơ quan thực hiện: sở Tư pháp, Nội vụ; các sở Tư pháp, Đài Truyền hình Việt Nam."]),
        text(
            "the name of a broadcaster", .agencyCapital, ["Phối hợp với Đài phát thanh và truyền hình tỉnh."],
            ["Phối hợp với Đài Phát thanh và Truyền hình tỉnh, đài phát thanh và truyền hình."]),
        text(
            "a branch of the Party in what was a ministry", .expiredPlace,
            ["Phối hợp với Bộ Giao thông vận tải."], ["Phối hợp với Chi bộ Giao thông vận tải."]),
        text(
            "a comma in an address", .spaceAfterMark, ["Kế hoạch,báo cáo tại tinh.vn/tin,tuc."],
            ["Báo cáo tại skhcn.tinh.gov.vn/tin,tuc?id=1;a=2 của tỉnh."]),
        Missed(testDescription: "two ways of Ủy in capitals", rule: .toneMarkStyle) { document, isWrong in
            document.replace("UBND TỈNH ĐẮK NÔNG", with: "ỦY BAN NHÂN DÂN TỈNH ĐẮK NÔNG")
            document.insert(
                [FormStyle.romanHeading(isWrong ? "III. UỶ BAN NHÂN DÂN XÃ" : "III. ỦY BAN NHÂN DÂN XÃ")],
                .after, Mutation.lastPoint)
        },
        Missed(testDescription: "a note below the text", rule: .endMarkInside) { document, isWrong in
            let note =
                isWrong ? "Các đơn vị báo cáo tại trang của tỉnh." : "Ghi chú: tải về tại trang của tỉnh."
            document.insert([FormStyle.body(note)], .after, Mutation.end)
        },
        Missed(testDescription: "a note below a text without its mark", rule: .endMarkMissing) {
            document, isWrong in
            let notes = ["Ghi chú: số liệu ước.", "* * *"].map { FormStyle.body($0) }
            document.insert(notes, .after, Mutation.end)
            if isWrong { document.replace(Mutation.end, with: Mutation.lead) }
        },
        text(
            "the appendix of another act", .appendixAbsent,
            ["Kinh phí theo dự toán (chi tiết tại Phụ lục kèm theo Kế hoạch này)."],
            ["Định mức theo Phụ lục kèm theo Quyết định cũ, Phụ lục kèm theo Kế hoạch của tỉnh."]),
    ]
}

@Test(arguments: Missed.unseen, OfficeFormat.allCases)
func `what was missed in unseen documents is told, and what comes close to it is not`(
    missed: Missed, format: OfficeFormat
) throws {
    #expect(try missed.tells(true, as: format))
    #expect(try !missed.tells(false, as: format))
}
