import Testing

@testable import Recognition

@Test(arguments: [
    ("I. MỤC ĐÍCH", HeadingNumber.Kind.roman, 1), ("IV- Kết quả", .roman, 4),
    ("A. PHẦN CHUNG", .upperLetter, 1), ("1. Mục đích", .arabic, 1), ("1/ Thời gian", .arabic, 1),
    ("2) Yêu cầu", .arabic, 2), ("1.1. Công tác", .decimal(2), 1), ("3.2 Công tác", .decimal(2), 2),
    ("6.1.Công tác", .decimal(2), 1), ("1.2.3. Công tác", .decimal(3), 3), ("a) Mục tiêu", .letter, 1),
    ("đ) Sở Tài chính", .letter, 5), ("c. Nội dung", .letter, 3), ("(1) Tiếp tục", .bracketed, 1),
    ("(i) Nội dung", .bracketed, 1), ("Phần I", .part, 1), ("Phần II Kế hoạch năm 2026", .part, 2),
    ("CHƯƠNG III LUẬT LƯU TRỮ", .chapter, 3), ("Chương III. Luật Lưu trữ", .chapter, 3),
    ("Phần II Kế hoạch thực hiện", .part, 2), ("Điều 5.Quy định", .article, 5), ("PHẦN THỨ HAI", .part, 2),
    ("Chương II", .chapter, 2), ("Mục 3. ĐỊNH GIÁ", .division, 3), ("Điều 12. Tổ chức", .article, 12),
]) func `a line's number is read with its kind and its place`(
    line: String, kind: HeadingNumber.Kind, value: Int
) throws {
    let number = try #require(HeadingNumber(line))
    #expect(number.kind == kind)
    #expect(number.value == value)
}

@Test(arguments: [
    "Phần II Kế hoạch số 15/KH-UBND giao Sở chủ trì", "Chương III Luật Lưu trữ quy định",
    "Phần II Đánh giá được giao cho Sở.", "Điều 5, Điều 7 Quy chế", "Mục 3.2 Phụ lục I",
    "Mục 1, 2 và 3 do Sở", "Phần 2.1 do Sở", "Điều 5.1 Quy chế", "Mục II Phụ lục kèm theo", "1.234 hồ sơ",
    "15/KH-UBND", "Phần lớn các đơn vị", "Mục tiêu chung", "Điều 5 của Luật này", "Trong năm 2026", "I",
    "2026. Năm", "a.b", "05/01/2026", "-----", "Chương trình hành động", "điểm a khoản 1",
]) func `what only looks like a number is none`(line: String) { #expect(HeadingNumber(line) == nil) }

@Test(.timeLimit(.minutes(20)), arguments: ["{", "}", "{a", "a}", "[", "[a", "<", "«", "{}", "}{"])
func `slots are found in one pass, however many have no partner`(piece: String) {
    let text = String(repeating: piece, count: 300_000)
    let count = NamedSlot.ranges(in: text).count
    #expect(count == (piece == "{}" ? 300_000 : piece == "}{" ? 299_999 : 0))
}

@Test func `a slot within an open brace is found`() {
    let text = "a { b {c} {{d}} } e {f"
    #expect(NamedSlot.ranges(in: text).map { String(text[$0]) } == ["{ b {c} {{d}} }"])
    #expect(NamedSlot.ranges(in: "{ b {c} d").map { "{ b {c} d"[$0] } == ["{c}"])
}
