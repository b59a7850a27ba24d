import Testing

@testable import Checking

@Test(arguments: [
    Case("các các đơn vị", .doubledWord), Case("của của Thủ tướng", .doubledWord),
    Case("Hội đồng Hội đồng thẩm định", .doubledWord), Case("Các các đơn vị", .doubledWord),
    Case("cơ quan quan trọng, hành chính chính phủ, thông tin tin cậy"),
    Case("luôn luôn, ngày ngày, dần dần"), Case("các, các"), Case("các  các"), Case("10 10 tháng"),
    Case("ngày càng ngày càng tốt"),
]) func `words typed twice are told where they cannot be right`(row: Case) {
    row.check { DoubledWords.faults(in: TextScalars($0)) }
}

@Test(arguments: [
    Case("đươc giao", .impossibleSyllable), Case("thưc hiện", .impossibleSyllable),
    Case("nghịêp vụ", .impossibleSyllable), Case("kết qủa", .impossibleSyllable),
    Case("được giao, thực hiện, kết quả"), Case("Krông Búk, Đắk Lắk, Bắc Kạn"),
    Case("kilômét, prôtêin, axít"), Case("hoà bình, hòa bình, thuỷ, thủy, quý, khuỷu"),
    Case("giặt giũ, gìn giữ, giếng, quyền, nguyện, nghiêng, khuya"), Case("cac don vi"), Case("PHÊ DUYỆT"),
    Case("a@đươc.vn"), Case("ghế, nghỉ, kỹ, gì"),
]) func `syllables that cannot be Vietnamese are told`(row: Case) {
    row.check { Syllables.faults(in: TextScalars($0)) }
}

@Test(arguments: [
    Case("sau 11tháng", .gluedFigure, mended: "sau 11 tháng"),
    Case("01hồ sơ", .gluedFigure, mended: "01 hồ sơ"),
    Case("20/3/2020của", .gluedFigure, mended: "20/3/2020 của"), Case("5đ, 10km, 3kg, 2ha, A1được"),
    Case("20%số dân", .gluedFigure, mended: "20% số dân"),
    Case("Điều 5Luật này", .gluedFigure, mended: "Điều 5 Luật này"), Case("mã 12a3đến"), Case("1/2"),
    Case("3G, 4K, B2B, COVID-19, 5QĐ, 20%/năm, %số"),
]) func `figures are parted from words`(row: Case) { row.check { GluedFigures.faults(in: TextScalars($0)) } }

@Test(
    arguments: [
        ("một triệu hai trăm năm mươi nghìn đồng", 1_250_000), ("mười lăm triệu đồng chẵn", 15_000_000),
        ("hai nghìn ba trăm tỷ đồng", 2_300_000_000_000), ("một trăm linh năm nghìn đồng", 105_000),
        ("hai mươi mốt ngàn không trăm lẻ bốn đồng", 21_004),
        ("ba tỉ không trăm hai mươi triệu", 3_020_000_000), ("rất nhiều tiền", nil), ("", nil),
    ] as [(String, Int?)]) func `amounts in words are read`(words: String, value: Int?)
{ #expect(AmountWords.value(of: words[...]) == value) }

@Test(arguments: [
    Case("1.250.000 đồng (Bằng chữ: Một triệu hai trăm năm mươi nghìn đồng)"),
    Case("1.250.000 đồng (bằng chữ: Một triệu hai trăm nghìn đồng)", .amountMismatch),
    Case("Số tiền: 500.000đ. Bằng chữ: Năm trăm nghìn đồng./."), Case("(Bằng chữ: Một triệu đồng)"),
    Case("1,5 triệu đồng (Bằng chữ: Một triệu năm trăm nghìn đồng)"),
    Case("số 15/QĐ ngày 05/3/2026 (Bằng chữ: Một triệu đồng)"), Case("12 người (Bằng chữ: ……)"),
]) func `amounts in figures and words agree`(row: Case) {
    row.check { AmountWords.faults(in: TextScalars($0)) }
}
