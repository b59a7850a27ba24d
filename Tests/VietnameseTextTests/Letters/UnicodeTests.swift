import Diagnostics
import Testing
import VietnameseText

@Suite struct UnicodeTests {
    static let alphabet =
        "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"

    @Test(arguments: [
        ("e\u{302}\u{301}", "ế"), ("a\u{323}\u{302}", "ậ"), ("a\u{302}\u{323}", "ậ"), ("â\u{323}", "ậ"),
        ("ơ\u{300}", "ờ"), ("D\u{301}", "D\u{301}"), ("\u{2000}", "\u{2002}"),
        ("Tie\u{302}\u{301}ng Vie\u{323}\u{302}t", "Tiếng Việt"), ("\u{212B}", "Å"), ("한국", "한국"),
        ("“…” – ₫ 日本 😀", "“…” – ₫ 日本 😀"), ("\u{1F71}", "ά"),
    ]) func `text is put in NFC`(text: String, composed: String) {
        #expect(Array(Normalization.nfc(text).unicodeScalars) == Array(composed.unicodeScalars))
        #expect(Normalization.isNFC(text) == text.unicodeScalars.elementsEqual(composed.unicodeScalars))
        #expect(Normalization.isNFC(composed))
    }

    @Test func `every Vietnamese letter is one scalar, and so are its capitals`() {
        for text in [Self.alphabet, LetterCase.upper(Self.alphabet)] {
            #expect(Normalization.isNFC(text))
            #expect(text.unicodeScalars.count == text.count)
            #expect(text.count == 89)
        }
    }

    @Test(arguments: [
        ("hòa", "hoà"), ("HÒA", "HOÀ"), ("Cộng hòa xã hội", "Cộng hoà xã hội"), ("hòe", "hoè"),
        ("thúy", "thuý"), ("Ủy ban", "Uỷ ban"), ("ỦY BAN", "UỶ BAN"), ("thỏa thuận", "thoả thuận"),
        ("tùy", "tuỳ"), ("khỏe", "khoẻ"), ("hủy, lũy; thụy.", "huỷ, luỹ; thuỵ."), ("(Hóa)", "(Hoá)"),
        ("đọa", "đoạ"), ("Ngọa", "Ngoạ"),
    ]) func `the two styles of tone marks convert into one another`(old: String, new: String) {
        #expect(Array(ToneMarkStyle.new.applied(to: old).utf8) == Array(new.utf8))
        #expect(Array(ToneMarkStyle.old.applied(to: new).utf8) == Array(old.utf8))
        #expect(Array(ToneMarkStyle.old.applied(to: old).utf8) == Array(old.utf8))
        #expect(Array(ToneMarkStyle.new.applied(to: new).utf8) == Array(new.utf8))
        #expect(Normalization.folded(new) == Normalization.folded(old))
    }

    @Test(arguments: [
        "quý", "Quỳ", "quà", "quả", "già", "giá", "toán", "hoàn", "quỳnh", "ngoài", "khuỷu", "tiếng", "người",
        "được", "của", "mùa", "kịa", "xoáy", "hoạt", "huyện", "thuyền", "loài", "oán", "hoa", "café", "Lý",
        "Mỹ", "bìa", "zòa", "ngòao", "òà", "sở",
    ]) func `everything else has one spelling`(text: String) {
        for style in ToneMarkStyle.allCases {
            #expect(Array(style.applied(to: text).utf8) == Array(text.utf8))
        }
    }

    @Test func `decomposed text is composed before its tone marks move`() {
        #expect(
            Array(ToneMarkStyle.old.applied(to: "hoa\u{300}").unicodeScalars) == Array("hòa".unicodeScalars))
    }

    @Test func `junk is found where it stands, and mended`() {
        let text = "\u{FEFF}Sở\u{A0}KH\u{AD}CN \u{D0}ắk\u{200B} \u{F0}i\u{7}\t\n"
        let junk = JunkCharacter.all(in: text)
        #expect(
            junk.map(\.kind) == [
                .byteOrderMark, .noBreakSpace, .softHyphen, .lookAlike, .zeroWidth, .lookAlike, .control,
            ])
        #expect(junk.map(\.offset) == [0, 7, 11, 16, 22, 26, 29])
        #expect(JunkCharacter.replaced(in: text) == "Sở KHCN Đắk đi\t\n")
        #expect(JunkCharacter.all(in: JunkCharacter.replaced(in: text)).isEmpty)
    }

    @Test(arguments: [
        ("\u{D0}ắk L\u{430}k", "Đắk Lak"), ("\u{421}ộng hò\u{430}", "Cộng hòa"), ("n\u{1CE}m", "năm"),
        ("H\u{D0}ND, Q\u{D0}-UBND", "HĐND, QĐ-UBND"), ("20\u{F0}", "20đ"), ("NG\u{410}\u{300}Y", "NGÀY"),
        ("\u{20AB}ồng", "đồng"), ("\u{39D}guyễn", "Nguyễn"), ("kh\u{131}", "khi"), ("\u{430}) Một", "a) Một"),
        ("một\u{2009}hai\u{3000}ba", "một hai ba"), ("a\u{200E}b\u{202C}", "ab"),
    ]) func `look-alikes and odd spaces are put right`(text: String, meant: String) {
        #expect(Array(JunkCharacter.replaced(in: text).utf8) == Array(meant.utf8))
        #expect(JunkCharacter.all(in: meant).isEmpty)
    }

    @Test(arguments: [
        "Москва, Россия", "со", "500.000 ₫, 10₫", "α, β, Ω, 5 Ω", "N\u{1CE} l\u{1D0} nǎizhang", "Ελλάδα",
        "ВР-5", "Α ≤ Β", "👨\u{200D}👩\u{200D}👧", "năm", "Istanbul ıı", "Adıyaman, Balıkesir",
        "Su\u{F0}urnes, Fjallabygg\u{F0}",
    ]) func `other alphabets and signs are no junk`(text: String) {
        #expect(JunkCharacter.all(in: text).map(\.scalar) == [])
        #expect(JunkCharacter.replaced(in: text) == text)
    }

    @Test func `a lost letter is found but not guessed`() {
        let lost = JunkCharacter.all(in: "S\u{FFFD}")
        #expect(lost.map(\.remedy) == [nil])
        #expect(JunkCharacter.replaced(in: "S\u{FFFD}") == "S\u{FFFD}")
    }

    @Test func `a stray character is named to the user`() {
        let warning = JunkCharacter.all(in: "\u{A0}").first?.diagnostic(at: .argument("ten"))
        #expect(warning?.message.vietnamese == "có ký tự lạ U+00A0 (dấu cách không ngắt)")
        #expect(warning?.code == "text.junk-character")
        #expect(warning?.severity == .warning)
    }

    @Test func `good Vietnamese has no junk`() {
        #expect(
            JunkCharacter.all(in: Self.alphabet + LetterCase.upper(Self.alphabet) + "“…” – -\r\n\t").isEmpty)
    }
}
