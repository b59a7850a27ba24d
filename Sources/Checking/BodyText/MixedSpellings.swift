internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check { static let mixedSpellings = document([.spellingMixed]) { $0.checkMixedSpellings(&$1) } }

extension Rule {
    static let spellingMixed = Rule(
        "format.spelling-mixed", "X02", .note, .byHand, .custom,
        "Một tiếng viết một cách trong cả văn bản: hằng năm hay hàng năm, định kỳ hay định kì đều có trong từ điển.",
        en:
            "A syllable is written in one way throughout: dictionaries have both hằng năm and hàng năm, định kỳ and định kì.",
        right: "hằng tháng … hằng năm", wrong: "hàng tháng … hằng năm")
}

extension CheckContext {
    /// Titles of acts are quoted as they were issued, so legal bases and lines that cite by a number do not count.
    func checkMixedSpellings(_ log: inout FindingLog) {
        var uses: [MixedSpellings.Pair: [(way: String, written: String, line: Int)]] = [:]
        for index in runningLines where structure.components[index] != .legalBasis {
            guard !YearSpans.cites(lines[index].text) else { continue }
            let letters = TextScalars(lines[index].trimmed)
            for use in MixedSpellings.all(in: letters, letters.wordRanges) {
                uses[use.pair, default: []].append((use.way, use.written, index))
            }
        }
        for (pair, places) in uses.sorted(by: {
            ($0.value[0].line, $0.key.one) < ($1.value[0].line, $1.key.one)
        }) {
            let usual = pair == MixedSpellings.every ? nil : Frequent.only(of: places.map(\.way))
            let way = usual ?? places[0].way
            let odd = places.filter { $0.way != way }
            guard !odd.isEmpty, let other = places.first(where: { $0.way == way }) else { continue }
            log.add(
                .spellingMixed, structure.components[odd[0].line], lines[odd[0].line],
                found: Wording(
                    "“\(odd[0].written)”, chỗ khác “\(other.written)”",
                    en: "“\(odd[0].written)”, elsewhere “\(other.written)”"),
                right: usual.map { Wording("“\($0)” ở mọi chỗ", en: "“\($0)” throughout") }
                    ?? Wording("một cách ở mọi chỗ", en: "one way throughout"),
                further: odd.dropFirst().map { lines[$0.line] })
        }
    }
}

/// Syllables that dictionaries write in two ways.
enum MixedSpellings {
    struct Pair: Hashable {
        let one: String
        let other: String
    }

    /// Whether a word is as long and ends as those do: most are passed over at a glance.
    private static func mayBeOne(_ word: Range<Int>, _ letters: TextScalars) -> Bool {
        switch word.count {
        case 2, 3: "ỳìýíỷỉỹĩ".unicodeScalars.contains(letters.scalars[word.upperBound - 1])
        case 4: letters.scalars[word.lowerBound] == "h" && letters.scalars[word.upperBound - 1] == "g"
        default: false
        }
    }

    /// In composed letters; capitals begin names, which their owners write as they do.
    static func all(in letters: TextScalars, _ words: [Range<Int>]) -> [(
        pair: Pair, way: String, written: String
    )] {
        words.indices.compactMap { index in
            guard mayBeOne(words[index], letters) else { return nil }
            let word = letters[words[index]]
            let next = index + 1 < words.count ? letters[words[index + 1]] : ""
            let before = index > 0 ? letters[words[index - 1]].lowercased() : ""
            if word == "hằng" || word == "hàng" {
                guard times.contains(next), word == "hằng" || !goods.contains(before),
                    isPlain(words[index + 1].upperBound, letters)
                else { return nil }
                return (every, word, "\(word) \(next)")
            }
            guard let pair = byWord[word], !(fixed[word]?.contains(next) ?? false),
                !(subjects[before]?.contains(word) ?? false)
            else { return nil }
            return (pair, word, index > 0 ? "\(letters[words[index - 1]]) \(word)" : word)
        }
    }

    /// Dictionaries have both, and acts of law the one, so that none is recommended.
    static let every = Pair(one: "hằng", other: "hàng")
    private static let times: Set<String> = ["ngày", "tuần", "tháng", "quý", "năm"]

    /// `cửa hàng năm 2025`, `bán hàng tháng 12`: goods, and the time by its number.
    private static let goods: Set<String> = [
        "cửa", "khách", "ngân", "bán", "nhà", "đơn", "mặt", "gian", "mua", "giao", "nhận", "xuất", "hóa",
        "hoá", "kho", "chở", "lô", "đặt", "nhập", "trả", "xếp", "dỡ", "gói", "lượng", "hết", "nguồn", "có",
    ]

    private static func isPlain(_ end: Int, _ letters: TextScalars) -> Bool {
        letters[end] != " " || letters[end + 1]?.isDigit != true
    }

    private static let pairs = [
        ("kỳ", "kì"), ("ký", "kí"), ("lý", "lí"), ("tỷ", "tỉ"), ("sỹ", "sĩ"), ("quý", "quí"), ("quỹ", "quĩ"),
        ("kỷ", "kỉ"), ("kỹ", "kĩ"), ("mỹ", "mĩ"),
    ].map { Pair(one: $0.0, other: $0.1) }

    private static let byWord = Dictionary(
        pairs.flatMap { [($0.one, $0), ($0.other, $0)] }, uniquingKeysWith: { one, _ in one })

    /// Words that have one spelling only.
    private static let fixed: [String: Set<String>] = [
        "tỉ": ["mỉ", "tê"], "kí": ["lô"], "kì": ["kèo", "cọ"],
    ]

    /// Subjects of schools are called as their programme has them: Vật lí, Địa lí, Kĩ thuật.
    private static let subjects: [String: Set<String>] = [
        "vật": ["lí", "lý"], "địa": ["lí", "lý"], "tâm": ["lí", "lý"], "đạo": ["lí", "lý"],
    ]
}
