internal import Diagnostics
internal import Recognition
internal import Regulations

extension Check {
    static let abbreviations = document([.abbreviationUndefined]) { $0.checkAbbreviations(&$1) }
}

extension Rule {
    static let abbreviationUndefined = Rule(
        "format.abbreviation-undefined", "B13", .note, .byHand, .custom,
        "Chữ viết tắt phải được giải thích khi dùng lần đầu. Báo khi văn bản có giải thích mà lại ở sau, và khi một chữ "
            + "không phải cơ quan nào cũng biết được dùng nhiều lần mà không giải thích ở đâu.",
        en:
            "An abbreviation is explained where it first occurs. Told where the document explains it later, and "
            + "where it explains nowhere one that not every office knows and that it uses several times.",
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
        let uses = firstUses(of: explained, indices)
        for (word, place) in explained.sorted(by: { $0.value < $1.value }) {
            guard let earlier = uses[word], earlier < place else { continue }
            log.add(
                .abbreviationUndefined, structure.components[earlier], lines[earlier],
                found: Wording(
                    "“\(word)” dùng trước khi được giải thích", en: "“\(word)” is used before it is explained"
                ),
                right: Wording("giải thích ở lần dùng đầu tiên", en: "an explanation where it first occurs"))
        }
        checkUnexplained(indices, &log)
    }

    /// The first line that uses each of the words, as far as one stands before the last explanation: all are looked for at once.
    private func firstUses(of explained: [String: Int], _ indices: [Int]) -> [String: Int] {
        guard let last = explained.values.max() else { return [:] }
        var uses: [String: Int] = [:]
        for index in indices where index < last {
            for word in Abbreviations.used(in: lines[index].trimmed)
            where explained[word] != nil && uses[word] == nil && !lines[index].isUpper { uses[word] = index }
        }
        return uses
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

    /// What may be abbreviations, each as a word of its own: not within a number such as `15/KH-CNTT`.
    static func used(in text: String) -> [String] {
        text.unicodeScalars.split(whereSeparator: isBorder).compactMap { word in
            // An abbreviation has three letters at least, and among those of ASCII capitals alone; nearly every word is told by that.
            let mayBe = !word.dropFirst(2).isEmpty && word.allSatisfy { $0.isASCII ? $0.isUpper : true }
            return mayBe ? String(word) : nil
        }
    }

    private static func isBorder(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ",", ".", ";", ":", "(", ")", "“", "”", "\"": true
        case _ where scalar.isASCII: scalar == " " || 0x9...0xD ~= scalar.value
        default: !scalar.isLetter && scalar.properties.isWhitespace
        }
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
