internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check { static let mixedCapitals = document([.mixedCapitals]) { $0.checkMixedCapitals(&$1) } }

extension Rule {
    static let mixedCapitals = Rule(
        "format.mixed-capitals", "B08", .note, .byHand, .capitals("IV.1"),
        "Tên một cơ quan, tổ chức viết hoa cùng một cách trong cả văn bản.",
        en: "The name of a body has the same capitals throughout a document.",
        right: "Viện kiểm sát … Viện kiểm sát", wrong: "Viện kiểm sát … Viện Kiểm sát", told: .once)
}

extension CheckContext {
    /// Names are told by the words bodies begin with; the syllables of the text alone count, since heads are in capitals.
    func checkMixedCapitals(_ log: inout FindingLog) {
        var seen: [String: (written: String, line: Int)] = [:]
        var told: Set<String> = []
        for index in structure.text where isText(index) {
            let text = lines[index].text
            guard !lines[index].hasTags, MixedCapitals.mayName(text), !lines[index].isUpper else { continue }
            for name in MixedCapitals.names(in: TextScalars(text)) {
                let key = name.lowercased()
                guard let first = seen[key] else {
                    seen[key] = (name, index)
                    continue
                }
                guard first.written != name, told.insert(key).inserted else { continue }
                log.add(
                    .mixedCapitals, structure.components[index], lines[index],
                    found: Wording(
                        "“\(name)”, trước đó “\(first.written)”", en: "“\(name)”, before “\(first.written)”"),
                    right: Wording("viết hoa như nhau", en: "the same capitals"))
            }
        }
    }
}

/// Names of bodies by the word of their kind and the words behind it.
enum MixedCapitals {
    /// A kind, with the words that say which: `Viện kiểm sát`, `Hội đồng An toàn`.
    static func names(in letters: TextScalars) -> [String] {
        let words = letters.wordRanges
        var names: [String] = []
        for start in words.indices where letters.scalars[words[start].lowerBound].isUpper {
            for (kind, rest) in kinds {
                let count = kind.count + rest
                guard start + count <= words.count, areJoined(words[start..<start + count], letters) else {
                    continue
                }
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

    /// The words of a kind, and how many behind them say which it is.
    private static let kinds: [(kind: [String], rest: Int)] = [
        (["Hội", "đồng"], 2), (["Viện"], 2), (["Ban"], 2), (["Liên", "đoàn"], 2), (["Nhà"], 2), (["Tòa"], 2),
        (["Hội"], 3), (["Đài"], 2), (["Chi", "cục"], 2), (["Ngân", "hàng"], 2),
    ]
}
