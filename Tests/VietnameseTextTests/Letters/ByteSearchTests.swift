import Testing

@testable import VietnameseText

/// Against a search that tries every place.
@Test func `bytes of a word are found where they stand first`() {
    var random = SystemRandomNumberGenerator()
    let letters = Array("aụlcĐ ")
    for _ in 0..<2_000 {
        let text = String((0..<Int.random(in: 0...40, using: &random)).map { _ in letters.randomElement()! })
        let word = String((0..<Int.random(in: 1...3, using: &random)).map { _ in letters.randomElement()! })
        let naive = text.utf8.indices.first { text.utf8[$0...].starts(with: word.utf8) }
        let found = text.byteRange(of: word)
        #expect(found?.lowerBound == naive)
        #expect(found.map { String(text[$0]) } ?? word == word)
        #expect(text.hasBytes(of: word) == (naive != nil))
        #expect(text.beginsWithBytes(of: word) == text.utf8.starts(with: word.utf8))
    }
}

@Test func `a word at either end is found, and one that is cut off is not`() {
    #expect("Phụ lục".hasBytes(of: "hụ lục"))
    #expect("hụ lục I".hasBytes(of: "hụ lục"))
    #expect(!"hụ lụ".hasBytes(of: "hụ lục"))
    #expect(!"".hasBytes(of: "a"))
    // What is looked at behind the end of a text counts as letters.
    #expect(!"A".hasBytes(of: "AA"))
    #expect(!"cộng hòA".hasBytes(of: "AA"))
    #expect("Điều 1".beginsWithBytes(of: "Điều"))
    #expect("Điều".beginsWithBytes(of: "Điều"))
    #expect(!"Điề".beginsWithBytes(of: "Điều"))
}

@Test func `the beginning of a text is so many letters, or all of it`() {
    #expect("Điều 1".beginning(4) == "Điều")
    #expect("Điều".beginning(4) == "Điều")
    #expect("Điề".beginning(4) == "Điề")
}
