import Regulations
import Testing

@testable import Checking

private let decree =
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"

private let state = FormatProfile.decree30

@Test(arguments: [
    Case("\(decree);|Theo đề nghị của Chánh Văn phòng."),
    Case("Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015."),
    Case("\(decree),", .basisEnd, mended: "\(decree)."),
    Case("- \(decree).", .basisDash, mended: "\(decree)."),
    Case("Căn cứ Luật Ngân sách nhà nước số 83/2015/QH13.", .basisLawNumber),
    Case("Căn cứ Luật Lưu trữ;|Căn cứ Luật Giáo dục.", .basisDateMissing, .basisDateMissing),
    Case("Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Lưu trữ năm 2024."),
    Case(
        "Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ ngày 22 tháng 11 năm 2019."
    ),
    Case(
        "Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024; Luật sửa đổi Luật Lưu trữ ngày 22 tháng 11 năm 2025; Luật Giáo dục ngày 14 tháng 6 năm 2019.",
        .basesOneParagraph),
    Case(
        "Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024; Căn cứ Luật Giáo dục.", .basesOneParagraph,
        .basisDateMissing),
    Case(
        "Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024; Luật Giáo dục ngày 14 tháng 6 năm 2019.",
        .basesOneParagraph),
    Case(
        "Căn cứ Luật Lưu trữ số 33/2024/QH15; Luật Giáo dục.", .basesOneParagraph, .basisLawNumber,
        .basisDateMissing),
    Case(
        "Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024. Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019.",
        .basesOneParagraph),
    Case("Căn cứ Kế hoạch số 5/KH-UBND ngày 05/3/2026 của UBND tỉnh; chương trình công tác; luật pháp."),
    Case(
        "Căn cứ Nghị định số 137/2018/NĐ-CP ngày 08/10/2018 sửa đổi Nghị định số 123/2013/NĐ-CP của Chính phủ.",
        .basisIssuerMissing),
    Case(
        "Căn cứ Nghị định số 137/2018/NĐ-CP của Chính phủ ngày 08/10/2018 sửa đổi Nghị định số 123/2013/NĐ-CP."
    ),
    Case(
        "Căn cứ Quyết định số 5/QĐ-UBND ngày 08 tháng 10 năm 2018 quy định về chế độ của tỉnh.",
        .basisIssuerMissing), Case("\(decree); căn cứ tình hình thực tế.", .basesOneParagraph),
    Case("\(decree); được sửa đổi, bổ sung năm 2024."),
    Case("Căn cứ Nghị định số 30/2020/NĐ-CP.", .basisDateMissing, .basisIssuerMissing),
    Case("Căn cứ Nghị định 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ.", .basisNumberWord),
    Case("Căn cứ NĐ 30/2020/NĐ-CP.", .basisAbbreviated),
]) func `legal bases are read`(row: Case) { row.checkTogether(state.faults(inLegalBases:)) }
