import FoundationEssentials
import TestSupport
import Testing
import VietnameseText

@Suite struct NumberWordsTests {
    @Test(arguments: spokenNumbers) func `a number is read as the table reads it`(number: Int, words: String)
    {
        #expect(NumberWords.words(of: number) == words)
        #expect(NumberWords.words(of: Decimal(number)) == words)
    }

    @Test func `every number up to twenty thousand is read back by an independent reader`() {
        for value in 0...20_000 {
            let words = NumberWords.words(of: value)
            #expect(number(readFrom: words) == value, "\(words)")
        }
    }

    @Test(arguments: [1_000_000, 1_000_000_000, 1_000_000_000_000, 1_000_000_000_000_000, Int.max])
    func `random numbers are read back by an independent reader`(limit: Int) {
        var generator = SeededGenerator(seed: UInt64(limit))
        for _ in 0..<6000 {
            var value = Int.random(in: 0...limit, using: &generator)
            // Money has many zeros, where the rules are hardest.
            if Bool.random(using: &generator) {
                let unit = [1000, 1_000_000, 100, 1_000_000_000].randomElement(using: &generator) ?? 1
                value = value / unit * unit + Int.random(in: 0...20, using: &generator) * (value % 2)
            }
            let words = NumberWords.words(of: value)
            #expect(number(readFrom: words) == value, "\(words)")
        }
    }

    @Test(arguments: [
        "hai mươi năm", "hai mươi một", "mười năm", "một nghìn năm", "một trăm năm", "một triệu linh một",
        "một mươi", "không trăm linh năm", "hai nghìn một nghìn", "một  nghìn", "",
    ]) func `the reader itself refuses misread numbers`(words: String) {
        #expect(number(readFrom: words) == nil)
    }

    @Test func `the ends of the integers are read`() {
        let words =
            "chín tỷ hai trăm hai mươi ba triệu ba trăm bảy mươi hai nghìn không trăm ba mươi sáu tỷ "
            + "tám trăm năm mươi tư triệu bảy trăm bảy mươi lăm nghìn tám trăm linh "
        #expect(NumberWords.words(of: Int.max) == words + "bảy")
        #expect(NumberWords.words(of: Int.min) == "âm " + words + "tám")
        #expect(number(readFrom: NumberWords.words(of: Int.min)) == Int.min)
    }

    @Test(arguments: [
        ("1.5", "một phẩy năm"), ("2.05", "hai phẩy không năm"), ("0.25", "không phẩy hai mươi lăm"),
        ("3.141", "ba phẩy một bốn một"), ("95.5", "chín mươi lăm phẩy năm"), ("2.50", "hai phẩy năm"),
        ("-0.5", "âm không phẩy năm"), ("0.005", "không phẩy không không năm"), ("10.00", "mười"),
        ("0.1", "không phẩy một"), ("1.21", "một phẩy hai mươi mốt"), ("1.10", "một phẩy một"),
        ("0", "không"), ("1000000.0415", "một triệu phẩy không bốn một năm"),
        ("1000000000000000000000", "một nghìn tỷ tỷ"), ("120.3", "một trăm hai mươi phẩy ba"),
    ]) func `a decimal is read after phẩy`(number: String, words: String) throws {
        #expect(NumberWords.words(of: try #require(Decimal(string: number))) == words)
    }

    @Test func `what has no reading has none`() {
        #expect(NumberWords.words(of: Decimal.nan) == nil)
        #expect(NumberWords.words(of: Decimal(sign: .plus, exponent: 60, significand: 1)) == nil)
    }

    @Test(arguments: [
        (0, "Không đồng", "Không đồng"),
        (
            125_500_000, "Một trăm hai mươi lăm triệu năm trăm nghìn đồng",
            "Một trăm hai mươi lăm triệu năm trăm nghìn đồng chẵn"
        ),
        (
            1_015_024_005,
            "Một tỷ không trăm mười lăm triệu không trăm hai mươi tư nghìn không trăm linh năm đồng",
            "Một tỷ không trăm mười lăm triệu không trăm hai mươi tư nghìn không trăm linh năm đồng"
        ), (-911_000_000, "Âm chín trăm mười một triệu đồng", "Âm chín trăm mười một triệu đồng chẵn"),
        (1_200_000, "Một triệu hai trăm nghìn đồng", "Một triệu hai trăm nghìn đồng chẵn"),
        (5, "Năm đồng", "Năm đồng"),
    ]) func `an amount is a sentence in đồng, chẵn only when asked and round`(
        dong: Int, plain: String, even: String
    ) {
        #expect(NumberWords.amount(ofDong: dong) == plain)
        #expect(NumberWords.amount(ofDong: dong, tail: .evenWhenRound) == even)
        #expect(NumberWords.amount(ofDong: Decimal(dong)) == plain)
        #expect(NumberWords.amount(ofDong: Decimal(dong), tail: .evenWhenRound) == even)
    }

    @Test(arguments: [
        (1_000_000_100, true, "một tỷ không triệu không nghìn một trăm"),
        (1_000_100, true, "một triệu không nghìn một trăm"),
        (1_000_005, false, "một triệu không nghìn không trăm linh năm"),
        (1_000_100_000, false, "một tỷ không triệu một trăm nghìn"),
        (1_100_000_000, false, "một tỷ một trăm triệu"),
        (1_234_567, false, "một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy"),
        (1_000_000, false, "một triệu"), (1_000_100_000_000_000, true, "một triệu không nghìn một trăm tỷ"),
    ]) func `an amount that can be misheard has a full form`(number: Int, isAmbiguous: Bool, full: String) {
        #expect(NumberWords.isAmbiguous(number) == isAmbiguous)
        #expect(NumberWords.words(of: number, reading: .full) == full)
        let spoken = NumberWords.words(of: number)
        #expect(NumberWords.words(of: number, reading: .fullWhenAmbiguous) == (isAmbiguous ? full : spoken))
    }

    @Test func `ordinals have their own first and fourth`() {
        #expect(
            (0...11).map(NumberWords.ordinal) == [
                nil, "thứ nhất", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "thứ tám",
                "thứ chín", "thứ mười", "thứ mười một",
            ])
    }

    @Test func `words are appended after what is there`() {
        var bytes = Array("(".utf8)
        NumberWords.append(24, to: &bytes)
        #expect(NumberWords.append(Decimal.nan, to: &bytes) == false)
        #expect(String(decoding: bytes, as: UTF8.self) == "(hai mươi tư")
    }
}
