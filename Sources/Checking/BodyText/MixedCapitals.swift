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
            let found = MixedCapitals.names(in: text)
            guard !found.isEmpty, !lines[index].hasTags, !lines[index].isUpper else { continue }
            for name in found { names[LetterCase.lower(name), default: []].append((name, index)) }
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
    static func names(in text: String) -> [String] {
        let scalars = text.unicodeScalars
        var names: [String] = []
        var wasLetter = false
        // Nearly every letter begins no word, or none of a kind: the words are looked at only where one may stand.
        for start in scalars.indices {
            let isLetter = scalars[start].isLetter
            defer { wasLetter = isLetter }
            guard isLetter, !wasLetter, scalars[start].isUpper else { continue }
            for (kind, rest) in kindsByLetter[scalars[start].value] ?? [] {
                guard let name = name(of: kind, rest, from: start, in: scalars) else { continue }
                names.append(name)
                break
            }
        }
        return names
    }

    /// The name of that kind that begins there, its words parted by one blank each.
    private static func name(
        of kind: [String], _ rest: Int, from start: String.Index, in scalars: String.UnicodeScalarView
    ) -> String? {
        var words: [Substring] = []
        var place = start
        while words.count < kind.count + rest {
            if !words.isEmpty {
                guard place < scalars.endIndex, scalars[place] == " " else { return nil }
                place = scalars.index(after: place)
            }
            let word = scalars[place...].prefix(while: \.isLetter)
            guard !word.isEmpty, !words.isEmpty || word.elementsEqual(kind[0].unicodeScalars) else {
                return nil
            }
            words.append(Substring(word))
            place = word.endIndex
        }
        // “Ban hành công văn” is a verb.
        guard zip(kind, words).allSatisfy({ $0 == $1 }), !verbs.contains(String(words[1])),
            words.dropFirst(kind.count).allSatisfy({ $0.dropFirst() == $0.dropFirst().lowercased() })
        else { return nil }
        return Normalization.nfc(words.joined(separator: " "))
    }

    /// “Ban hành công văn” is no board.
    private static let verbs: Set<String> = ["hành", "bố"]

    /// By the letter they begin with, which most words have not.
    private static let kindsByLetter = Dictionary(
        grouping: kinds, by: { $0.kind[0].unicodeScalars.first.map(\.value) ?? 0 })

    /// The words of a kind, and how many behind them say which it is.
    private static let kinds: [(kind: [String], rest: Int)] = [
        (["Hội", "đồng"], 2), (["Viện"], 2), (["Ban"], 2), (["Liên", "đoàn"], 2), (["Nhà"], 2), (["Tòa"], 2),
        (["Hội"], 3), (["Đài"], 2), (["Chi", "cục"], 2), (["Ngân", "hàng"], 2), (["Ủy", "ban"], 2),
        (["Uỷ", "ban"], 2), (["Cục"], 3), (["Cổng"], 3), (["Tổ", "giúp"], 1), (["Liên", "minh"], 3),
        (["Chương", "trình"], 4), (["Phiếu"], 2), (["UBND"], 2),
    ]
}
