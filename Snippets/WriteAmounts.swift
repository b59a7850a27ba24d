// The parts of official Vietnamese that a document cannot do without: amounts, dates, numbering, order.

import VietnameseText

// snippet.show
print(NumberFormat.text(125_500_000))  // 125.500.000
print(NumberWords.amount(ofDong: 125_500_000))  // Một trăm hai mươi lăm triệu năm trăm nghìn đồng
if let date = CalendarDate(year: 2026, month: 1, day: 5) {
    print(date.text(.official))  // ngày 05 tháng 01 năm 2026
}
print((1...5).compactMap { ListLetter.text(of: $0) })  // a, b, c, d, đ
print(["Đỗ Đức", "Trần Văn An", "Lê Văn Ân"].inNameOrder { $0 })  // An, Ân, Đức
// snippet.hide
