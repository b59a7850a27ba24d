import Testing
import VietnameseText

@Suite struct CountingTests {
    @Test(arguments: [
        (1, "I"), (2, "II"), (3, "III"), (4, "IV"), (5, "V"), (9, "IX"), (13, "XIII"), (14, "XIV"),
        (40, "XL"), (90, "XC"), (400, "CD"), (999, "CMXCIX"), (1975, "MCMLXXV"), (2026, "MMXXVI"),
        (3999, "MMMCMXCIX"),
    ]) func `a Roman numeral is written and read`(number: Int, text: String) {
        #expect(RomanNumeral.text(of: number) == text)
        #expect(RomanNumeral.number(of: text) == number)
    }

    @Test func `every Roman numeral is read back`() {
        for number in 1...3999 {
            #expect(RomanNumeral.text(of: number).flatMap { RomanNumeral.number(of: $0) } == number)
        }
        #expect(RomanNumeral.text(of: 0) == nil)
        #expect(RomanNumeral.text(of: 4000) == nil)
    }

    @Test(arguments: ["", "IIII", "VX", "IC", "iv", "MMMM", "IVI", "A", "X I", "VV"])
    func `a misspelt Roman numeral is none`(text: String) { #expect(RomanNumeral.number(of: text) == nil) }

    @Test func `list letters follow the Vietnamese alphabet`() {
        #expect(
            (1...23).compactMap(ListLetter.text).joined(separator: " ")
                == "a b c d đ e g h i k l m n o p q r s t u v x y")
        #expect((24...26).compactMap(ListLetter.text) == ["aa", "ab", "ac"])
        #expect(ListLetter.text(of: 28) == "ađ")
        #expect(ListLetter.text(of: 46) == "ay")
        #expect(ListLetter.text(of: 47) == "ba")
        #expect(ListLetter.text(of: 23 + 23 * 23) == "yy")
        #expect(ListLetter.text(of: 24 + 23 * 23) == "aaa")
    }

    @Test func `list letters are read back`() {
        for number in 1...2000 {
            #expect(ListLetter.text(of: number).flatMap { ListLetter.number(of: $0) } == number)
        }
        #expect(ListLetter.text(of: Int.max).flatMap { ListLetter.number(of: $0) } == Int.max)
    }

    @Test(arguments: ["", "f", "j", "w", "z", "ă", "ê", "A", "a)", "yyyyyyyyyyyyyyyyyyyyyyyy"])
    func `what is no list letter has no number`(text: String) { #expect(ListLetter.number(of: text) == nil) }

    @Test func `there is no letter before the first`() {
        #expect(ListLetter.text(of: 0) == nil)
        #expect(ListLetter.text(of: -3) == nil)
    }
}
