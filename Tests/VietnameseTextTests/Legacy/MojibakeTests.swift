import TestSupport
import Testing
import VietnameseText

@Suite struct MojibakeTests {
    @Test(arguments: [
        ("Cá»™ng hÃ²a xÃ£ há»™i chá»§ nghÄ©a Viá»‡t Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("Äá»™c láº­p - Tá»± do".replacing("Äá»™c", with: "Ä\u{90}á»™c"), "Độc lập - Tự do"),
        ("â€œSá»Ÿ Khoa há»\u{8D}câ€\u{9D} â€“ nÄƒm 2026", "“Sở Khoa học” – năm 2026"),
        ("káº¿ hoáº¡ch lÃ  má»™t", "kế hoạch là một"), ("ngÃ nh vÃ  viá»‡c", "ngành và việc"),
        ("CÃ¡Â»â„¢ng hÃƒÂ²a xÃƒÂ£ hÃ¡Â»â„¢i", "Cộng hòa xã hội"), ("500.000 â‚«", "500.000 ₫"),
        ("Tie\u{302}Ì\u{81}ng", "Tiếng"),
    ]) func `UTF-8 taken for Western letters is put right`(text: String, meant: String) {
        #expect(Mojibake.repaired(text) == meant)
        #expect(Mojibake.repaired(meant) == nil)
    }

    @Test(arguments: [
        "CỘNG HÒA XÃ HỘI", "“ĐÃ”", "VÂNG Ã", "ĐÃ…", "ĐÃ\u{A0}BAN HÀNH", "Ã’", "Â§ 5", "café", "naïve",
        "Ärger „Ä“", "Æsop", "Céng hßa x· héi chñ nghÜa ViÖt Nam", "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam",
        "lá»", "áº",
    ]) func `what could be meant is left alone`(text: String) { #expect(Mojibake.repaired(text) == nil) }

    @Test func `the whole alphabet survives being mistaken, once and twice`() {
        for letter in LegacyEncodingTests.alphabet {
            let once = LegacyAlphabets.mistaken("việt \(letter)x")
            #expect(Mojibake.repaired(once) == "việt \(letter)x")
            #expect(Mojibake.repaired(LegacyAlphabets.mistaken(once)) == "việt \(letter)x")
        }
    }

    @Test func `any text survives`() {
        var generator = SeededGenerator(seed: 22)
        for _ in 0..<3000 {
            let text = generator.wildText()
            let changes = Mojibake.changes(in: text)
            var end = 0
            for change in changes {
                #expect(change.range.lowerBound >= end)
                end = change.range.upperBound
            }
            #expect(end <= text.unicodeScalars.count)
            #expect(Mojibake.repaired(String(text.unicodeScalars.filter(\.isASCII))) == nil)
        }
    }
}

extension SeededGenerator {
    /// Letters of all kinds in any order.
    mutating func wildText() -> String {
        let pools: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0xA0...0xFF, 0x80...0x9F, 0x1EA0...0x1EF9, 0x300...0x323, 0xF020...0xF0FF,
            0x2010...0x2122, 0x400...0x45F,
        ]
        var scalars = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...24, using: &self) {
            guard let pool = pools.randomElement(using: &self) else { continue }
            if let scalar = Unicode.Scalar(UInt32.random(in: pool, using: &self)) { scalars.append(scalar) }
        }
        return String(scalars)
    }
}
