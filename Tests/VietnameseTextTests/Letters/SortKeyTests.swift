import TestSupport
import Testing
import VietnameseText

@Suite struct SortKeyTests {
    @Test(arguments: [
        [
            "a", "à", "ả", "ã", "á", "ạ", "ă", "ằ", "ẳ", "ẵ", "ắ", "ặ", "â", "b", "c", "d", "đ", "e", "ê",
            "f", "g", "h", "i", "j", "k", "l", "m",
        ], ["m", "n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "w", "x", "y", "z"],
        ["hoa", "hoa c", "hòa b", "hòa bình", "hỏa", "hoan", "hoàn"],
        ["chi", "công", "cơ", "ghi", "gỉ", "kha", "khỉ", "nga", "nghệ", "nhà", "phố"],
        ["Phụ lục 1", "Phụ lục 2", "Phụ lục 10", "Phụ lục I"], ["Đăk Mil", "Đắk Nông"],
        ["2 bản", "bản 2", "bản tin"],
    ]) func `texts stand in Vietnamese order`(order: [String]) {
        for (low, high) in zip(order, order.dropFirst()) {
            #expect(SortKey(low) < SortKey(high), "\(low), \(high)")
        }
        var generator = SeededGenerator(seed: 22)
        #expect(order.shuffled(using: &generator).inVietnameseOrder { $0 } == order)
    }

    @Test func `people stand in the order of their given names`() {
        // The order the ICU collator of vi_VN gives for (given name, rest).
        let people = [
            "Đinh Văn An", "Nguyễn Văn An", "Trần Văn An", "Nguyễn Thị Ánh", "Nguyễn Văn Ăn", "Lê Văn Ân",
            "Phạm Thị Dung", "Bùi Văn Đạt", "Đỗ Đức", "Lê Thị Hoa",
        ]
        var generator = SeededGenerator(seed: 7)
        #expect(people.shuffled(using: &generator).inNameOrder { $0 } == people)
    }

    @Test(arguments: [
        ("hòa", "hoà"), ("Hòa Bình", "HOÀ BÌNH"), ("tie\u{302}\u{301}ng", "tiếng"), ("Y-Bih", "y bih"),
        ("Phụ lục 01", "phụ lục 1"), (" a  b ", "a b"), ("", " - "),
    ]) func `what makes no difference gives equal keys`(one: String, other: String) {
        #expect(SortKey(one) == SortKey(other))
    }

    @Test func `equals keep their order`() {
        #expect(["HOÀ", "hòa", "Hoà", "ha"].inVietnameseOrder { $0 } == ["ha", "HOÀ", "hòa", "Hoà"])
    }

    @Test func `letters of other alphabets come after, in their own order`() {
        #expect(SortKey("zebra") < SortKey("ñandú"))
        #expect(SortKey("α") < SortKey("β"))
        #expect(SortKey("Α") == SortKey("α"))
    }
}
