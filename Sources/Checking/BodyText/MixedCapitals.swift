internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let mixedCapitals = document([.mixedCapitals]) {
        $0.checkMixedCapitals(&$1)
        $0.checkCommonCapitals(&$1)
    }
}

extension Rule {
    static let mixedCapitals = Rule(
        "format.mixed-capitals", "B08", .note, .byHand, .capitals("IV.1"),
        "Tên một cơ quan, tổ chức viết hoa cùng một cách trong cả văn bản; danh từ chung, động từ giữa câu không khi hoa khi thường.",
        en:
            "The name of a body has the same capitals throughout a document; a common noun or a verb within sentences has none here and there.",
        right: "Viện kiểm sát … Viện kiểm sát", wrong: "Viện kiểm sát … Viện Kiểm sát")
}

extension CheckContext {
    /// Names are told by the words bodies begin with; the syllables of the text alone count, since heads are in capitals.
    func checkMixedCapitals(_ log: inout FindingLog) {
        var names: [String: [(written: String, line: Int)]] = [:]
        for index in structure.text where isText(index) {
            let text = lines[index].text
            guard !lines[index].hasTags, MixedCapitals.mayName(text), !lines[index].isUpper else { continue }
            for name in MixedCapitals.names(in: TextScalars(text)) {
                names[name.lowercased(), default: []].append((name, index))
            }
        }
        let odd = names.values.compactMap { places -> (written: String, line: Int, usual: String)? in
            guard places.contains(where: { $0.written != places[0].written }),
                let usual = MixedCapitals.prevailing(of: places.map(\.written))
            else { return nil }
            // A name of the lists is judged by its own rule.
            guard !places.contains(where: { Phrases.isOfAgencies($0.written, knownWords.lists) }) else {
                return nil
            }
            return places.first { $0.written != usual }.map { ($0.written, $0.line, usual) }
        }
        for name in odd.sorted(by: { ($0.line, $0.written) < ($1.line, $1.written) }) {
            log.add(
                .mixedCapitals, structure.components[name.line], lines[name.line],
                found: Wording(
                    "“\(name.written)”, chỗ khác “\(name.usual)”",
                    en: "“\(name.written)”, elsewhere “\(name.usual)”"),
                right: Wording("viết hoa như nhau", en: "the same capitals"))
        }
    }
}

/// Names of bodies by the word of their kind and the words behind it.
enum MixedCapitals {
    /// How often a spelling must stand before another one is odd: in a text that has a name once or twice each way neither is.
    static let usualCount = 3

    /// The spelling that stands often, and oftener than all others together; nil where none does.
    static func prevailing(of spellings: [String]) -> String? {
        let counts = Dictionary(spellings.map { ($0, 1) }, uniquingKeysWith: +)
        return counts.first { $0.value >= usualCount && $0.value * 2 > spellings.count }?.key
    }

    /// A kind, with the words that say which: `Viện kiểm sát`, `Hội đồng An toàn`.
    static func names(in letters: TextScalars) -> [String] {
        let words = letters.wordRanges
        var names: [String] = []
        for start in words.indices where letters.scalars[words[start].lowerBound].isUpper {
            for (kind, first, rest) in kindsByLetter[letters.scalars[words[start].lowerBound]] ?? [] {
                let count = kind.count + rest
                guard letters.scalars[words[start]].elementsEqual(first), start + count <= words.count,
                    areJoined(words[start..<start + count], letters)
                else { continue }
                let texts = words[start..<start + count].map { letters[$0] }
                // “Ban hành công văn” is a verb.
                guard zip(kind, texts).allSatisfy({ $0 == $1 }), !verbs.contains(texts[1]),
                    texts.dropFirst(kind.count).allSatisfy({ $0.dropFirst() == $0.dropFirst().lowercased() })
                else { continue }
                names.append(Normalization.nfc(texts.joined(separator: " ")))
                break
            }
        }
        return names
    }

    /// “Ban hành công văn” is no board.
    private static let verbs: Set<String> = ["hành", "bố"]

    private static func areJoined(_ words: ArraySlice<Range<Int>>, _ letters: TextScalars) -> Bool {
        zip(words, words.dropFirst()).allSatisfy { first, second in
            second.lowerBound == first.upperBound + 1 && letters[first.upperBound] == " "
        }
    }

    /// Whether a kind can stand in it; most texts have none.
    static func mayName(_ text: String) -> Bool { kinds.contains { text.hasBytes(of: $0.kind[0] + " ") } }

    /// By the letter they begin with, which most words with a capital have not.
    private static let kindsByLetter = Dictionary(
        grouping: kinds.map { ($0.kind, Array($0.kind[0].unicodeScalars), $0.rest) }, by: { $0.1[0] })

    /// The words of a kind, and how many behind them say which it is.
    private static let kinds: [(kind: [String], rest: Int)] = [
        (["Hội", "đồng"], 2), (["Viện"], 2), (["Ban"], 2), (["Liên", "đoàn"], 2), (["Nhà"], 2), (["Tòa"], 2),
        (["Hội"], 3), (["Đài"], 2), (["Chi", "cục"], 2), (["Ngân", "hàng"], 2), (["Ủy", "ban"], 2),
        (["Uỷ", "ban"], 2), (["Cục"], 3), (["Cổng"], 3), (["Tổ", "giúp"], 1), (["Liên", "minh"], 3),
        (["Chương", "trình"], 4), (["Phiếu"], 2), (["UBND"], 2),
    ]
}
