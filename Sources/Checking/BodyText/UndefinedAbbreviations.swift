internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

/// Abbreviations that a document uses and nowhere explains.
extension CheckContext {
    /// Told once for all of them; `indices` are the lines of the text.
    func checkUnexplained(_ indices: [Int], _ log: inout FindingLog) {
        var uses: [String: (count: Int, line: Int)] = [:]
        for index in indices where lines[index].text.hasCapitalsInRow && !lines[index].isUpper {
            for word in UndefinedAbbreviations.candidates(in: lines[index].trimmed) {
                uses[word, default: (0, index)].count += 1
            }
        }
        let often = uses.filter { $0.value.count >= UndefinedAbbreviations.usualCount }
        guard !often.isEmpty else { return }
        let explained = UndefinedAbbreviations.explained(among: Set(often.keys), in: lines.map(\.trimmed))
        let left = often.filter { !explained.contains($0.key) }.sorted {
            ($0.value.line, $0.key) < ($1.value.line, $1.key)
        }
        guard let first = left.first else { return }
        let named = left.prefix(UndefinedAbbreviations.shown).map(\.key).joined(separator: ", ")
        let list = left.count > UndefinedAbbreviations.shown ? "\(named)…" : named
        log.add(
            .abbreviationUndefined, structure.components[first.value.line], lines[first.value.line],
            found: Wording("“\(list)” không được giải thích", en: "“\(list)” not explained"),
            right: Wording(
                "viết đủ ở lần đầu, chữ tắt trong ngoặc",
                en: "in full at first, with the abbreviation in brackets"),
            further: left.dropFirst().map { lines[$0.value.line] })
    }
}

enum UndefinedAbbreviations {
    /// Once may be a name that is on nobody's mind again.
    static let usualCount = 2
    static let shown = 5

    /// Words of capitals that stand for several words, that are no syllables, names or known to all.
    static func candidates(in text: String) -> [String] {
        let words = text.utf8.split(separator: UInt8(ascii: " ")).map { Substring($0) }
        return words.indices.compactMap { index -> String? in
            // Most words have no three capitals, which their bytes tell at a glance; `Đ` begins with 0xC4.
            guard words[index].utf8.count(where: { 0x41...0x5A ~= $0 || $0 == 0xC4 }) > 2 else { return nil }
            let word = words[index].drop { "(“\"".contains($0) }.prefix { $0.isLetter }
            guard (3...6).contains(word.count),
                words[index].allSatisfy({ $0.isLetter || "(“\",.;:)”".contains($0) }),
                word.allSatisfy({ $0.isASCII ? $0.isUppercase : $0 == "Đ" })
            else { return nil }
            let name = String(word)
            guard !known.contains(name), RomanNumeral.number(of: name) == nil,
                !Syllable.isPossible(name.lowercased()), !isSaid(name),
                index == 0 || !leaders.contains(words[index - 1].lowercased()),
                ![index - 1, index + 1].contains(where: { words.indices.contains($0) && isUpper(words[$0]) })
            else { return nil }
            return name
        }
    }

    /// Of the words those that stand in or right before brackets, or before a colon or a sign of equality, or begin a cell with nothing else.
    static func explained(among words: Set<String>, in lines: [String]) -> Set<String> {
        var left = words
        for line in lines where line.hasCapitalsInRow {
            if left.contains(line) { left.remove(line) }
            for word in left where line.hasBytes(of: word) {
                let signs = [
                    "(\(word)", "\(word))", "\(word) (", "\(word):", "\(word) =", "là \(word)", "\(word) là",
                ]
                if signs.contains(where: line.hasBytes) { left.remove(word) }
            }
        }
        return words.subtracting(left)
    }

    /// Names such as STEAM and OCOP are said as words: a vowel within.
    private static func isSaid(_ word: String) -> Bool {
        word.dropFirst().dropLast().contains { "AEIOU".contains($0) }
    }

    private static func isUpper(_ word: Substring) -> Bool {
        let letters = word.filter(\.isLetter)
        return letters.count > 1 && letters.allSatisfy(\.isUppercase)
    }

    /// Behind these stands a name.
    private static let leaders: Set<String> = [
        "ty", "phần", "tnhh", "mtv", "đoàn", "hàng", "mềm", "thống", "mạng", "kênh", "hiệu", "dụng", "chuẩn",
        "loại", "mã", "máy", "xe", "giống", "sàn",
    ]

    /// Known to every office.
    private static let known: Set<String> = [
        "UBND", "HĐND", "MTTQ", "UBMTTQ", "UBMTTQVN", "MTTQVN", "TNCS", "TNCSHCM", "CHXHCN", "XHCN", "CNXH",
        "ĐBQH", "TNHH", "THPT", "THCS", "GDĐT", "GDTX", "BHYT", "BHXH", "BHTN", "GTGT", "QPPL", "VBQPPL",
        "CNTT", "CCHC", "TTHC", "CBCC", "CBCCVC", "CCVC", "CSDL", "ATGT", "ANTT", "TTATGT", "QLNN", "NSNN",
        "NSTW", "CMND", "CCCD", "USD", "VNĐ", "VND", "GDP", "GRDP", "FDI", "ODA", "WTO", "WHO", "VNPT", "QR",
        "PCCC", "CNCH", "KTXH", "QPAN", "HTX", "KCN", "CNH", "HĐH", "CNHHĐH", "TDTT", "PTTH", "VHTT",
        "VHTTDL", "NNPTNT", "TNMT", "GTVT", "LĐTBXH", "KHCN", "TTTT", "KHĐT", "KBNN", "CBCNV", "TP", "TPHCM",
        "HCM", "ĐHQG", "THQG", "NXB", "ISO", "TCVN", "QCVN", "PDF", "DNA", "ADN", "HIV", "AIDS", "SGK", "BCH",
        "BTV", "BTC", "BCĐ", "TW", "TƯ", "CLB", "KHHGĐ", "VSATTP", "ATTP", "ATVSTP", "BVMT", "XDCB", "GPMB",
        "NTM", "TNGT", "DQTV", "NVQS", "CAND", "QĐND", "LLVT", "ANQP", "QPTD", "BVTV", "PTDT", "PTNT", "VLXD",
    ]
}

extension String {
    /// Whether three capitals of ASCII, or two and a letter of another alphabet, stand side by side: nearly every line has none.
    var hasCapitalsInRow: Bool {
        var row = 0
        for byte in utf8 {
            row = 0x41...0x5A ~= byte || byte >= 0xC0 ? row + 1 : byte >= 0x80 ? row : 0
            if row > 2 { return true }
        }
        return false
    }
}
