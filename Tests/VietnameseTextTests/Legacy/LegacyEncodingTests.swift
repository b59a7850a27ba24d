import TestSupport
import Testing
import VietnameseText

@Suite struct LegacyEncodingTests {
    static let alphabet = LegacyAlphabets.small + LegacyAlphabets.small.uppercased()

    @Test func `TCVN3 has each small letter and seven capitals, the rest through fonts of capitals`() throws {
        #expect(LegacyAlphabets.tcvn3.count == 74)
        for (written, letter) in LegacyAlphabets.tcvn3 {
            #expect(LegacyEncoding.tcvn3.unicode(of: String(written)) == String(letter))
        }
        let capitals = try #require(LegacyFont(named: ".VnTimeH"))
        for letter in LegacyAlphabets.small {
            let written = try #require(LegacyAlphabets.tcvn3.first { $0.value == letter }?.key)
            #expect(LegacyEncoding.tcvn3.unicode(of: String(written)) == String(letter))
            #expect(capitals.unicode(of: String(written)) == letter.uppercased())
        }
    }

    @Test func `VISCII has each of the 134 letters`() throws {
        #expect(Set(LegacyAlphabets.viscii.values).isSuperset(of: Self.alphabet))
        for (written, letter) in LegacyAlphabets.viscii {
            #expect(LegacyEncoding.viscii.unicode(of: String(written)) == String(letter), "\(letter)")
        }
    }

    @Test func `VNI writes each of the 134 letters with its mark behind`() throws {
        for letter in Self.alphabet {
            let written = try #require(LegacyAlphabets.vni[String(letter)])
            #expect(LegacyEncoding.vni.unicode(of: written) == String(letter))
            #expect(LegacyEncoding.vni.unicode(of: "x\(written)ng") == "x\(letter)ng")
        }
    }

    @Test func `letters come out composed, each one scalar`() throws {
        let all = Self.alphabet.compactMap { LegacyAlphabets.vni[String($0)] }.joined(separator: " ")
        #expect(Normalization.isNFC(LegacyEncoding.vni.unicode(of: all)))
        #expect(LegacyEncoding.vni.unicode(of: all).unicodeScalars.count == 134 + 133)
    }

    @Test(arguments: [
        (LegacyEncoding.tcvn3, "Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        (.tcvn3, "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
        (.tcvn3, "QuyÕt ®Þnh cña Bé tr\u{AD}ëng Bé Tµi chÝnh", "Quyết định của Bộ trưởng Bộ Tài chính"),
        (.tcvn3, "B¸o c¸o tµi chÝnh quý II n¨m 2008", "Báo cáo tài chính quý II năm 2008"),
        (.tcvn3, "B\u{F0B8}o c\u{F0B8}o", "Báo cáo"),
        (.vni, "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        (.vni, "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (.vni, "Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
        (.vni, "Caên cöù Luaät Toå chöùc HÑND vaø UBND", "Căn cứ Luật Tổ chức HĐND và UBND"),
        (.vni, "Aùp duïng", "Áp dụng"), (.vni, "Vie\u{F0E4}t", "Việt"),
        (.viscii, "Cµng hòa xã hµi chü nghîa Vi®t Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ]) func `sentences are read`(encoding: LegacyEncoding, written: String, meant: String) {
        #expect(Array(encoding.unicode(of: written).unicodeScalars) == Array(meant.unicodeScalars))
    }

    @Test func `a mark at the beginning of the next run belongs to the letter before`() {
        let runs = ["Co", "äng ho", "øa xa", "õ", " ho", "ä", "i"]
        let changes = LegacyEncoding.vni.changes(in: runs.joined())
        #expect(LetterChange.applied(changes, to: runs) == ["Cộ", "ng hò", "a xã", "", " hộ", "", "i"])
        // One run's own share, as an editor of that run needs it.
        #expect(
            LetterChange.changes(changes, in: 2..<8) == [
                LetterChange(0..<1, replacement: ""), LetterChange(5..<6, replacement: "ò"),
            ])
    }

    @Test(arguments: [
        (".VnTime", LegacyEncoding.tcvn3, LegacyFont.Capitals.asTyped), (".VnTimeH", .tcvn3, .always),
        (".vntime", .tcvn3, .asTyped), (".VnArial Narrow", .tcvn3, .asTyped), (".VnAvantH", .tcvn3, .always),
        (".VnTimeH Bold", .tcvn3, .always), ("'.VnTime'", .tcvn3, .asTyped),
        (".VnCentury SchoolbookH", .tcvn3, .always), (".VnA", .tcvn3, .asTyped), (".VnH", .tcvn3, .always),
        (".VnTimeH Bold Italic", .tcvn3, .always), (".VnTimeH regular", .tcvn3, .always),
        (".VnTimeH Normal", .tcvn3, .always), (".VnTime Bold", .tcvn3, .asTyped),
        ("\".VnTimeH\"", .tcvn3, .always), ("VNI Times", .vni, .asTyped), ("VNI-Times", .vni, .asTyped),
        ("vni-helve", .vni, .asTyped),
    ]) func `fonts are known by their names`(
        name: String, encoding: LegacyEncoding, capitals: LegacyFont.Capitals
    ) {
        #expect(LegacyEncoding.of(font: name) == encoding)
        #expect(LegacyFont(named: name)?.capitals == capitals)
    }

    @Test(arguments: [
        "Times New Roman", "VnTime", "VNTimes", ".VNI-Times", ".VnPost", "VNtimes new roman", ".Vn", ".V",
        ".VnPostX", ".VNI", "VNI_Times", "", "Arial", "VNI",
    ]) func `other fonts are not taken for them`(name: String) {
        #expect(LegacyEncoding.of(font: name) == nil)
    }

    @Test func `any text survives, and so does what has nothing to convert`() {
        var generator = SeededGenerator(seed: 20)
        for _ in 0..<2000 {
            let text = generator.wildText()
            for encoding in LegacyEncoding.allCases {
                _ = encoding.unicode(of: text)
                _ = encoding.judgement(expectedIn: text)
            }
            _ = LegacyEncoding.judgement(of: text)
            let ascii = String(text.unicodeScalars.filter(\.isASCII))
            for encoding in [LegacyEncoding.tcvn3, .vni] { #expect(encoding.unicode(of: ascii) == ascii) }
        }
    }
}
