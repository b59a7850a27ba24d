import Planning
import Testing

@Suite struct EmphasisMarks {
    @Test(arguments: [
        // Alone, or with blanks on both sides, a sign is no mark.
        ("5*3", "5*3"), ("* Lưu ý: xem lại", "* Lưu ý: xem lại"), ("5 * 3 * 2", "5 * 3 * 2"),
        ("khoảng ~5", "khoảng ~5"), ("5*3 và 4*2", "5\\*3 và 4\\*2"), ("**Ghi chú", "\\*\\*Ghi chú"),
        ("từ ~5 đến ~10", "từ \\~5 đến \\~10"), ("không có", "không có"),
    ]) func `a typed sign is escaped where it could be a mark, and read back`(typed: String, written: String)
    {
        #expect(typed.escapingMarks == written)
        #expect(written.withoutMarks == typed)
    }

    @Test(arguments: [
        ("**Đậm** và *nghiêng*", "Đậm và nghiêng"), ("**5\\*3** là đậm", "5*3 là đậm"),
        ("***cả hai***", "cả hai"),
    ]) func `what a reader sees has no marks`(written: String, seen: String) {
        #expect(written.withoutMarks == seen)
    }
}
