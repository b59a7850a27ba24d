internal import Diagnostics
internal import VietnameseText

extension Judge {
    /// What only the whole text tells: abbreviations before they are explained, two styles of tone marks, several levels of numbers.
    func checkConsistency(_ log: inout FindingLog) {
        checkAbbreviations(&log)
        checkToneMarks(&log)
        checkDecimalNumbers(&log)
        checkSentences(&log)
    }

    // MARK: Sentences

    private func checkSentences(_ log: inout FindingLog) {
        for index in anatomy.text
        where isText(index) && !lines[index].hasTags && lines[index].spot.table == nil {
            log.add(Sentences.findings(in: lines[index].trimmed), anatomy.components[index], lines[index])
        }
    }

    // MARK: Abbreviations

    /// An abbreviation that the document itself explains, used before it does; all others may be known to the reader.
    private func checkAbbreviations(_ log: inout FindingLog) {
        let indices = anatomy.text.filter {
            isText($0) && anatomy.components[$0] != .legalBasis && !lines[$0].hasTags
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
                .abbreviationUndefined, anatomy.components[earlier], lines[earlier],
                found: Wording(
                    "“\(word)” dùng trước khi được giải thích", en: "“\(word)” is used before it is explained"
                ),
                right: Wording("giải thích ở lần dùng đầu tiên", en: "an explanation where it first occurs"))
        }
    }

    // MARK: Tone marks

    /// Heads are copied from document to document and names keep their owner's spelling, so only small words of the text count.
    private func checkToneMarks(_ log: inout FindingLog) {
        var counts: [ToneMarkStyle: Int] = [:]
        var first: [ToneMarkStyle: (line: TextLine, word: String)] = [:]
        for index in anatomy.text where isText(index) && anatomy.components[index] != .legalBasis {
            let text = lines[index].trimmed
            for style in ToneMarkStyle.allCases where style.applied(to: text) != text {
                let other: ToneMarkStyle = style == .old ? .new : .old
                for word in text.split(whereSeparator: { !$0.isLetter }) where word.first?.isLowercase == true
                {
                    let written = String(word)
                    guard style.applied(to: written) != written else { continue }
                    counts[other, default: 0] += 1
                    if first[other] == nil { first[other] = (lines[index], written) }
                }
            }
        }
        guard let old = counts[.old], let new = counts[.new] else { return }
        let (rare, usual): (ToneMarkStyle, ToneMarkStyle) = old <= new ? (.old, .new) : (.new, .old)
        guard let example = first[rare] else { return }
        let right = usual.applied(to: example.word)
        log.add(
            .toneMarkStyle, .body, example.line,
            found: Wording(
                "“\(example.word)” đặt dấu khác các chữ còn lại",
                en: "“\(example.word)” has its tone mark in the other style"),
            right: Wording(
                "“\(right)”, theo một kiểu trong cả văn bản", en: "“\(right)”, one style throughout"),
            furtherPlaces: min(old, new) - 1)
    }

    // MARK: Numbers

    /// `1.1.` or `1.1` before a word, once for the whole document.
    private func checkDecimalNumbers(_ log: inout FindingLog) {
        var places: [FaultyPlace] = []
        for index in anatomy.text where isText(index) {
            let text = lines[index].trimmed
            let number = text.prefix { $0.isNumber || $0 == "." }
            let parts = number.split(separator: ".")
            guard number.first?.isNumber == true, (2...4).contains(parts.count),
                parts.allSatisfy({ $0.count <= 2 }), text.dropFirst(number.count).hasPrefix(" "),
                text.dropFirst(number.count + 1).first?.isUppercase == true
            else { continue }
            places.append(FaultyPlace(lines[index], Wording("“\(number)”", en: "“\(number)”")))
        }
        log.add(
            .numberingDecimal, .body, all: places,
            right: Wording("1., rồi a), rồi gạch đầu dòng", en: "1., then a), then dashes"))
    }
}

/// Words of capitals that stand for several words.
enum Abbreviations {
    /// `công nghệ thông tin (CNTT)`, `(sau đây gọi tắt là CNTT)`: those whose letters begin the words before the bracket.
    static func explained(in text: String) -> [String] {
        var found: [String] = []
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "("), let close = rest[open...].firstIndex(of: ")") {
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
