import Regulations
import Testing
import VietnameseText

@testable import Checking

private func word(_ text: String, in known: KnownWords = KnownWords()) -> KnownWords.Word {
    let letters = TextScalars(text)
    return known[known.number(of: letters.scalars)]
}

@Test func `a word has one number, however often and long it is`() {
    let known = KnownWords()
    let letters = TextScalars("nhiệm nghiêng nghiêngg nghiêngngả nhiệm nghiêngngả 𐐷 Nhiệm")
    let numbers = letters.text.split(separator: " ").reduce(into: (place: 0, numbers: [Int]())) {
        found, word in
        let count = word.unicodeScalars.count
        found.numbers.append(known.number(of: letters.scalars[found.place..<found.place + count]))
        found.place += count + 1
    }.numbers
    #expect(numbers[0] == numbers[4])
    #expect(numbers[3] == numbers[5])
    #expect(Set(numbers).count == 6)
}

@Test func `letters of a word are told apart in front and at its end`() {
    let known = KnownWords()
    let letters = TextScalars("abcdefgh bbcdefgh abcdefgi abcdefg")
    let numbers = [0..<8, 9..<17, 18..<26, 27..<34].map { known.number(of: letters.scalars[$0]) }
    #expect(Set(numbers).count == 4)
    #expect(numbers.map { known[$0].small } == ["abcdefgh", "bbcdefgh", "abcdefgi", "abcdefg"])
}

@Test(arguments: [
    ("đươc", true), ("ĐƯƠC", true), ("được", false), ("duoc", false), ("ê", false), ("nghiêngng", false),
]) func `words with Vietnamese letters that make no syllable are known`(text: String, isImpossible: Bool) {
    #expect(word(text).isImpossible == isImpossible)
}

@Test(arguments: [
    ("hòa", ToneMarkStyle.old), ("hoà", .new), ("thúy", .old), ("thuý", .new), ("Ủy", .old), ("Uỷ", .new),
    ("quý", nil), ("hoàn", nil), ("tỉnh", nil),
]) func `the style of a word's tone mark is known where there are two`(text: String, style: ToneMarkStyle?) {
    #expect(word(text).markStyle == style)
}

@Test func `the lists know words in any case and in either form of letters`() {
    let (capital, small, apart) = (word("ỦY"), word("ủy"), word("u\u{309}y"))
    #expect(small.listed > 0)
    #expect(capital.listed == small.listed)
    #expect(apart.listed == small.listed)
    #expect(apart.small == "ủy")
    #expect(word("xyzt").listed == 0)
}
