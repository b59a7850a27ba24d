/// How each encoding writes the letters, set down apart from the product's tables.
public enum LegacyAlphabets {
    /// The 67 small letters beyond ASCII; with their capitals 134.
    public static let small = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"

    /// Byte and letter, as the tables of ABC fonts print them.
    public static let tcvn3 = pairs(
        """
        A1 Ă  A2 Â  A3 Ê  A4 Ô  A5 Ơ  A6 Ư  A7 Đ   A8 ă  A9 â  AA ê  AB ô  AC ơ  AD ư  AE đ
        B5 à  B6 ả  B7 ã  B8 á  B9 ạ   BB ằ  BC ẳ  BD ẵ  BE ắ  C6 ặ   C7 ầ  C8 ẩ  C9 ẫ  CA ấ  CB ậ
        CC è  CE ẻ  CF ẽ  D0 é  D1 ẹ   D2 ề  D3 ể  D4 ễ  D5 ế  D6 ệ   D7 ì  D8 ỉ  DC ĩ  DD í  DE ị
        DF ò  E1 ỏ  E2 õ  E3 ó  E4 ọ   E5 ồ  E6 ổ  E7 ỗ  E8 ố  E9 ộ   EA ờ  EB ở  EC ỡ  ED ớ  EE ợ
        EF ù  F1 ủ  F2 ũ  F3 ú  F4 ụ   F5 ừ  F6 ử  F7 ữ  F8 ứ  F9 ự   FA ỳ  FB ỷ  FC ỹ  FD ý  FE ỵ
        """)

    /// RFC 1456, table 1: the rows 8 to F by their last digit, in its own way of naming the letters.
    private static let rfc1456 = """
        A.   O^`  O~   o^`  A`   DD   a`   dd
        A('  O^?  a('  o^?  A'   u+'  a'   u+.
        A(`  O^~  a(`  o^~  A^   O`   a^   o`
        A(.  O^.  a(.  O+~  A~   O'   a~   o'
        A^'  O+.  a^'  O+   A?   O^   a?   o^
        A^`  O+'  a^`  o^.  A(   a.   a(   o~
        A^?  O+`  a^?  o+`  a(?  y?   u+~  o?
        A^.  O+?  a^.  o+?  a(~  u+`  a^~  o.
        E~   I.   e~   i.   E`   u+?  e`   u.
        E.   O?   e.   U+.  E'   U`   e'   u`
        E^'  O.   e^'  U+'  E^   U'   e^   u'
        E^`  I?   e^`  U+`  E?   y~   e?   u~
        E^?  U?   e^?  U+?  I`   y.   i`   u?
        E^~  U~   e^~  o+   I'   Y'   i'   y'
        E^.  U.   e^.  o+'  I~   o+~  i~   o+.
        O^'  Y`   o^'  U+   y`   u+   i?   U+~
        """

    /// Letters by their character in VISCII.
    public static let viscii: [Character: Character] = {
        var letters: [Character: Character] = [:]
        for (low, row) in rfc1456.split(separator: "\n").enumerated() {
            for (high, name) in row.split(separator: " ").enumerated() {
                let code = UInt8((high + 8) * 16 + low)
                letters[Character(Unicode.Scalar(code))] = letter(named: String(name))
            }
        }
        for (code, name) in [(2, "A(?"), (5, "A(~"), (6, "A^~"), (0x14, "Y?"), (0x19, "Y~"), (0x1E, "Y.")] {
            letters[Character(Unicode.Scalar(UInt8(code)))] = letter(named: name)
        }
        return letters
    }()

    /// The letter of a name such as `A^'`, `u+.` or `dd`.
    private static func letter(named name: String) -> Character {
        if name == "DD" { return "Đ" }
        if name == "dd" { return "đ" }
        let marks: [Character: Unicode.Scalar] = [
            "(": "\u{306}", "^": "\u{302}", "+": "\u{31B}", "'": "\u{301}", "`": "\u{300}", "?": "\u{309}",
            "~": "\u{303}", ".": "\u{323}",
        ]
        var scalars = String.UnicodeScalarView()
        for character in name {
            if let mark = marks[character] {
                scalars.append(mark)
            } else {
                scalars.append(contentsOf: character.unicodeScalars)
            }
        }
        return Character(String(scalars))
    }

    /// VNI's letters in the order: none, sắc, huyền, hỏi, ngã, nặng.
    public static let vni: [String: String] = {
        let rows = [
            ("a aù aø aû aõ aï", "aáàảãạ"), ("aâ aá aà aå aã aä", "âấầẩẫậ"), ("aê aé aè aú aü aë", "ăắằẳẵặ"),
            ("e eù eø eû eõ eï", "eéèẻẽẹ"), ("eâ eá eà eå eã eä", "êếềểễệ"), ("o où oø oû oõ oï", "oóòỏõọ"),
            ("oâ oá oà oå oã oä", "ôốồổỗộ"), ("ô ôù ôø ôû ôõ ôï", "ơớờởỡợ"), ("u uù uø uû uõ uï", "uúùủũụ"),
            ("ö öù öø öû öõ öï", "ưứừửữự"), ("i í ì æ ó ò", "iíìỉĩị"), ("y yù yø yû yõ î", "yýỳỷỹỵ"),
            ("ñ", "đ"),
        ]
        var letters: [String: String] = [:]
        for (written, meant) in rows {
            for (sequence, letter) in zip(written.split(separator: " "), meant) {
                letters[String(letter)] = String(sequence)
                letters[letter.uppercased()] = sequence.uppercased()
            }
        }
        return letters
    }()

    /// A text as a typist of ABC has it; capitals with marks come out small, since only fonts of capitals have them.
    public static func inTCVN3(_ text: String) -> String {
        let codes = Dictionary(tcvn3.map { ($0.value, $0.key) }) { first, _ in first }
        return String(
            text.map { letter in codes[letter] ?? letter.lowercased().first.flatMap { codes[$0] } ?? letter })
    }

    /// A text as a typist of VNI has it.
    public static func inVNI(_ text: String) -> String { text.map { vni[String($0)] ?? String($0) }.joined() }

    /// The bytes of UTF-8 as Latin-1 has them.
    public static func mistaken(_ text: String) -> String {
        String(String.UnicodeScalarView(text.utf8.map { Unicode.Scalar($0) }))
    }

    private static func pairs(_ text: String) -> [Character: Character] {
        let words = text.split(whereSeparator: \.isWhitespace)
        var pairs: [Character: Character] = [:]
        for index in stride(from: 0, to: words.count - 1, by: 2) {
            guard let code = UInt8(words[index], radix: 16), let letter = words[index + 1].first else {
                continue
            }
            pairs[Character(Unicode.Scalar(code))] = letter
        }
        return pairs
    }
}
