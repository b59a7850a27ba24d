import TestSupport
import Testing
import VietnameseText

@Suite struct LetterJudgementTests {
    @Test(arguments: [
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", LetterJudgement.legacy(.tcvn3)),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", .legacy(.vni)),
        ("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", .legacy(.vni)),
        ("QuyÕt ®Þnh cña Bé tr\u{AD}ëng Bé Tµi chÝnh", .legacy(.tcvn3)),
        ("B¸o c¸o tµi chÝnh quý II n¨m 2008", .legacy(.tcvn3)), ("B¸o c¸o", .perhaps(.tcvn3)),
        ("Cộng hòa xã hội chủ nghĩa Việt Nam", .unicode), ("Hà Nội, Đà Nẵng", .unicode),
        ("và các, là, à, gì, không, có, hai", .unicode), ("Ke hoach so 05/KH-SKHCN", .plain),
        ("Le café « crème » coûte trop cher à Paris, où l'été est chaud.", .unicode),
        ("Die Größe der Straße wäre für Köln schön, über alle Maße", .unicode),
        ("A ação não é ótima: três irmãos à mão, coração, avô e avó", .unicode),
        ("El niño comió piñas en el jardín, ¿qué más pidió él aquí?", .unicode),
        ("gå tilbake etter å ha lest N antall tegn i stedet for å vente på ny linje", .unicode),
        ("«-R -h» necessita «-P»", .unicode), ("Typen »%s« er ukendt på linje %u i »%s«", .unicode),
        ("Smörgåsbord på Malmö är så gott att vi åt på ön", .unicode), ("Tù và rõ ràng", .unicode),
        ("5 × 3 · 2 = 30 m², 20 °C, § 5, ® ©", .unicode),
    ]) func `texts of unknown encoding are judged with care`(text: String, judgement: LetterJudgement) {
        #expect(LegacyEncoding.judgement(of: text) == judgement)
    }

    @Test(arguments: [
        (LegacyEncoding.tcvn3, "Sè:", LetterJudgement.perhaps(.tcvn3)), (.tcvn3, "các đơn vị", .unicode),
        (.tcvn3, "và", .unicode), (.tcvn3, "các", .unicode), (.tcvn3, "c¸c", .legacy(.tcvn3)),
        (.tcvn3, "2026", .plain), (.tcvn3, "“Nam”", .plain), (.vni, "Vieät", .legacy(.vni)),
        (.vni, "các", .unicode), (.vni, "Nam", .plain), (.vni, "ñ", .perhaps(.vni)),
    ]) func `a font's word is held against the syllables`(
        encoding: LegacyEncoding, text: String, judgement: LetterJudgement
    ) { #expect(encoding.judgement(expectedIn: text) == judgement) }

    @Test func `Vietnamese in Unicode is never taken for anything else`() {
        var generator = SeededGenerator(seed: 21)
        let syllables =
            "nghiên cứu và các đơn vị thuộc Sở phối hợp là có không hà nội báo cáo à hòa thì đã mà cho vào sân trà hai"
            .split(separator: " ").map(String.init)
        for _ in 0..<500 {
            let count = Int.random(in: 1...30, using: &generator)
            let text = (0..<count).compactMap { _ in syllables.randomElement(using: &generator) }.joined(
                separator: " ")
            let judgement = LegacyEncoding.judgement(of: text)
            #expect(judgement == .unicode || judgement == .plain, "\(text)")
        }
    }

    @Test(arguments: [
        "a", "nghiêng", "khuỷu", "quỳnh", "giếng", "gì", "Việt", "hoà", "hòa", "Ủy", "thuở", "quốc", "xoong",
        "yêu", "ương", "ngoằng", "quyết", "TRƯỜNG", "đặc", "huếch",
    ]) func `syllables are possible`(word: String) { #expect(Syllable.isPossible(word)) }

    @Test(arguments: [
        "", "b", "cỏc", "ceá", "ngẹhi", "kã", "ghà", "viẻt", "thàp", "café", "wu", "nghà", "ăn1", "áà",
        "Coäng", "xaõ", "tùơ", "toán".replacing("oá", with: "óa"), "gh", "ngoaì",
    ]) func `syllables are impossible`(word: String) { #expect(!Syllable.isPossible(word)) }

    /// Four words, three different ones and three letters are enough; one word in eight may be of no encoding.
    @Test(arguments: [
        ("hßa chñ nghÜa", LetterJudgement.unicode), ("hßa chñ nghÜa ViÖt", .legacy(.tcvn3)),
        ("hßa chñ nghÜa ViÖt héi", .legacy(.tcvn3)), ("hßa tßa chñ thñ", .unicode),
        ("hßa tßa chñ ViÖt", .legacy(.tcvn3)), ("®ñ ®ñ hßa hßa", .perhaps(.tcvn3)),
        ("®ñ ®ñ hßa chñ", .legacy(.tcvn3)), ("®ñ hßa chñ", .perhaps(.tcvn3)), ("®ñ hßa", .perhaps(.tcvn3)),
        ("®ñ ®ñ", .unicode), ("®ñ", .unicode), ("hßa chñ nghÜa ViÖt Céng héi Düsseldorf", .unicode),
        ("hßa chñ nghÜa ViÖt Céng héi thñ Düsseldorf", .legacy(.tcvn3)),
    ]) func `so much of a text shows its encoding`(text: String, judgement: LetterJudgement) {
        #expect(LegacyEncoding.judgement(of: text) == judgement)
    }
}
