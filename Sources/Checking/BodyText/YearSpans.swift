internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check { static let yearSpans = document([.yearSpanMixed]) { $0.checkYearSpans(&$1) } }

extension Rule {
    static let yearSpanMixed = Rule(
        "format.year-span-mixed", "B06", .note, .byHand, .custom,
        "Cùng một khoảng năm viết một cách trong cả văn bản. Chỉ báo khi đúng hai năm ấy được viết nhiều cách.",
        en:
            "One span of years is written in one way throughout. Told only where the very same two years are written otherwise.",
        right: "2021 - 2025 ở mọi chỗ", wrong: "2021-2025 cạnh 2021 - 2025")
}

extension CheckContext {
    /// Titles of acts are quoted as they were issued, so legal bases and lines that cite by a number do not count.
    func checkYearSpans(_ log: inout FindingLog) {
        var uses: [String: [(written: String, line: Int)]] = [:]
        for index in lines.indices where isSpoken(index) && YearSpans.mayStand(in: lines[index].text) {
            for span in YearSpans.all(in: TextScalars(lines[index].trimmed)) {
                uses[span.years, default: []].append((span.written, index))
            }
        }
        for (_, places) in uses.sorted(by: { ($0.value[0].line, $0.key) < ($1.value[0].line, $1.key) }) {
            let usual = YearSpans.usual(of: places.map(\.written))
            let other = usual ?? places[0].written
            let odd = places.filter { $0.written != other }
            guard !odd.isEmpty else { continue }
            log.add(
                .yearSpanMixed, structure.components[odd[0].line], lines[odd[0].line],
                found: Wording(
                    "“\(odd[0].written)”, chỗ khác “\(other)”",
                    en: "“\(odd[0].written)”, elsewhere “\(other)”"),
                right: usual.map { Wording("“\($0)” ở mọi chỗ", en: "“\($0)” throughout") }
                    ?? Wording("một cách ở mọi chỗ", en: "one way throughout"),
                further: odd.dropFirst().map { lines[$0.line] })
        }
    }

    private func isSpoken(_ index: Int) -> Bool {
        let component = structure.components[index]
        return
            (isText(index) && component != .legalBasis || component == .subject || component == .letterSubject
            || component == .romanHeading) && !lines[index].hasTags
    }
}

/// Two years with a dash between them.
enum YearSpans {
    static func mayStand(in text: String) -> Bool {
        (text.utf8.contains(UInt8(ascii: "-")) || text.hasBytes(of: "–")) && !cites(text)
    }

    /// Whether an act is named by its code.
    static func cites(_ text: String) -> Bool { codes.contains { text.hasBytes(of: $0) } }

    private static let codes = [
        "/QĐ", "/NQ", "/KH", "/CT", "/NĐ", "/TT", "/QH", "/BC", "/CV", "/TB", "/HD", "/KL", "/ĐA", "/PA",
    ]

    /// The way that is even on both sides of the dash, and of those the one that stands oftenest; nil where none does.
    static func usual(of written: [String]) -> String? {
        let even = written.filter(isEven)
        return Frequent.only(of: even.isEmpty ? written : even)
    }

    private static func isEven(_ written: String) -> Bool {
        let blanks = written.split(omittingEmptySubsequences: false) { !$0.isWhitespace }.map(\.count)
        return blanks.filter { $0 > 0 }.count != 1
    }

    /// The two years, and how they are written.
    static func all(in letters: TextScalars) -> [(years: String, written: String)] {
        letters.trimmed.compactMap { place in
            guard letters.scalars[place] == "-" || letters.scalars[place] == "–" else { return nil }
            var start = place
            while start > 0, letters.scalars[start - 1] == " " { start -= 1 }
            let end = letters.end(from: place + 1) { $0 == " " }
            guard start >= 4, end + 4 <= letters.count, isYear(start - 4..<start, letters),
                isYear(end..<end + 4, letters), letters[start - 4..<start] < letters[end..<end + 4]
            else { return nil }
            // Day and month before a year, and what a code is made of, make something else of it.
            guard letters[start - 5].map({ $0.isBlank || "(“".unicodeScalars.contains($0) }) ?? true,
                letters[end + 4].map({ $0.isBlank || ",.;:)”".unicodeScalars.contains($0) }) ?? true
            else { return nil }
            return ("\(letters[start - 4..<start]) \(letters[end..<end + 4])", letters[start - 4..<end + 4])
        }
    }

    private static func isYear(_ range: Range<Int>, _ letters: TextScalars) -> Bool {
        letters.scalars[range].allSatisfy(\.isDigit) && (1900...2100).contains(Int(letters[range]) ?? 0)
    }
}
