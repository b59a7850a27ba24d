internal import Diagnostics
internal import Recognition
internal import Regulations

extension Check {
    static let abbreviations = document([.abbreviationUndefined]) { $0.checkAbbreviations(&$1) }
}

extension Rule {
    static let abbreviationUndefined = Rule(
        "format.abbreviation-undefined", "B13", .note, .byHand, .custom,
        "Chữ viết tắt phải được giải thích khi dùng lần đầu. Chỉ báo khi văn bản có giải thích mà lại ở sau; chữ "
            + "không giải thích có thể ai cũng biết.",
        en:
            "An abbreviation is explained where it first occurs. Told only where the document explains it and "
            + "does so later; of the others the reader may know all.",
        right: "công nghệ thông tin (CNTT) … CNTT", wrong: "CNTT … công nghệ thông tin (CNTT)")
}

extension CheckContext {
    /// An abbreviation that the document itself explains, used before it does; all others may be known to the reader.
    func checkAbbreviations(_ log: inout FindingLog) {
        let indices = structure.text.filter {
            isText($0) && structure.components[$0] != .legalBasis && !lines[$0].hasTags
        }
        var explained: [String: Int] = [:]
        for index in indices {
            for word in Abbreviations.explained(in: lines[index].trimmed) where explained[word] == nil {
                explained[word] = index
            }
        }
        for (word, place) in explained.sorted(by: { $0.value < $1.value }) {
            let earlier = indices.first { index in
                index < place && Abbreviations.uses(word, in: lines[index].trimmed) && !lines[index].isUpper
            }
            guard let earlier else { continue }
            log.add(
                .abbreviationUndefined, structure.components[earlier], lines[earlier],
                found: Wording(
                    "“\(word)” dùng trước khi được giải thích", en: "“\(word)” is used before it is explained"
                ),
                right: Wording("giải thích ở lần dùng đầu tiên", en: "an explanation where it first occurs"))
        }
    }
}

/// Words of capitals that stand for several words.
enum Abbreviations {
    /// `công nghệ thông tin (CNTT)`, `(sau đây gọi tắt là CNTT)`: those whose letters begin the words before the bracket.
    static func explained(in text: String) -> [String] {
        var found: [String] = []
        var rest = Substring(text)
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "(")),
            let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: ")"))
        {
            let inside = rest[rest.index(after: open)..<close]
            if let word = inside.split(separator: " ").last, isAbbreviation(word) {
                let initials = rest[..<open].split(separator: " ").suffix(word.count + 3).compactMap(\.first)
                if matches(String(word), initials) { found.append(String(word)) }
            }
            rest = rest[rest.index(after: close)...]
        }
        return found
    }

    /// As a word of its own: not in a number such as `15/KH-CNTT`.
    static func uses(_ word: String, in text: String) -> Bool {
        text.split { $0.isWhitespace || ",.;:()“”\"".contains($0) }.contains { $0 == word }
    }

    private static func isAbbreviation(_ word: Substring) -> Bool {
        (3...8).contains(word.count) && word.allSatisfy { $0.isLetter && $0.isUppercase }
    }

    /// The letters, in their order, among the words' first ones.
    private static func matches(_ word: String, _ initials: [Character]) -> Bool {
        var left = Substring(word.uppercased())
        for initial in initials where left.first == initial.uppercased().first { left = left.dropFirst() }
        return left.isEmpty
    }
}
