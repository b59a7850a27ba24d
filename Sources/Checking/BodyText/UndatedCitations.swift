internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check { static let undatedCitations = document([.citationDate]) { $0.checkUndatedCitations(&$1) } }

extension Rule {
    static let citationDate = Rule(
        "format.citation-date", "C05", .note, .byHand, .decree("II.6"),
        "Viện dẫn lần đầu ghi đủ số, ký hiệu, ngày, cơ quan ban hành và trích yếu. Chỉ báo khi văn bản được dẫn không có ngày ở chỗ nào.",
        en:
            "An act is cited at first with its number, day, issuer and subject. Told only where its day stands nowhere in the document.",
        right: "Thông tư số 58/2011/TT-BGDĐT ngày 12/12/2011", wrong: "Thông tư số 58/2011/TT-BGDĐT",
        told: .once)
}

extension CheckContext {
    /// Acts that the text names by their numbers and nowhere by a day; bases have a rule of their own.
    func checkUndatedCitations(_ log: inout FindingLog) {
        var dated: Set<String> = []
        var undated: [UndatedCitations.Citation] = []
        var places: [String: TextLine] = [:]
        for index in lines.indices where UndatedCitations.mayCite(lines[index].text) {
            let text = Normalization.nfc(lines[index].trimmed)
            // What an amendment quotes, and what tables list, is named as it is there.
            let isJudged =
                isText(index) && structure.components[index] != .legalBasis && lines[index].spot.table == nil
                && !text.hasPrefix("“") && !lines[index].hasTags
            for citation in UndatedCitations.all(in: text) {
                if citation.isDated {
                    dated.insert(citation.number)
                } else if isJudged, places[citation.number] == nil {
                    places[citation.number] = lines[index]
                    undated.append(citation)
                }
            }
        }
        let own = structure.first(.numberAndCode).map { lines[$0].text } ?? ""
        for citation in undated where !dated.contains(citation.number) && !own.hasBytes(of: citation.number) {
            guard let line = places[citation.number] else { continue }
            log.add(
                .citationDate, .body, line,
                found: Wording(
                    "“\(citation.words)” không có ngày", en: "“\(citation.words)” without its day"),
                right: Wording("ngày … ở lần dẫn đầu", en: "the day where it is first cited"))
        }
    }
}

/// Acts named by their numbers, and whether a day follows.
enum UndatedCitations {
    struct Citation: Hashable {
        let words: String
        let number: String
        let isDated: Bool
    }

    static func mayCite(_ text: String) -> Bool {
        text.hasBytes(of: " s") && (text.utf8.contains(UInt8(ascii: "/")) || text.hasBytes(of: "-"))
    }

    /// In composed letters.
    static func all(in text: String) -> [Citation] {
        var citations: [Citation] = []
        var left = text[...]
        while let word = left.byteRange(of: " số ") {
            left = left[word.upperBound...]
            if let citation = citation(of: text[..<word.lowerBound], numberedBy: left) {
                citations.append(citation)
            }
        }
        return citations
    }

    private static func citation(of before: Substring, numberedBy rest: Substring) -> Citation? {
        guard let type = type(before: before) else { return nil }
        let end = rest.firstIndex { $0.isWhitespace || ",;:()“”".contains($0) } ?? rest.endIndex
        var number = rest[..<end]
        while let last = number.last, "./-".contains(last) { number.removeLast() }
        guard isNumber(number) else { return nil }
        let behind = Substring(rest[end...].unicodeScalars.prefix { $0 != ";" }.prefix(reachOfDay))
        let isDated =
            behind.hasBytes(of: "ngày ") || behind.hasBytes(of: " năm ")
            || tellsDay(Substring(before.unicodeScalars.suffix(reachOfDay)))
        return Citation(words: "\(type) số \(number)", number: String(number), isDated: isDated)
    }

    /// `Ngày 06/01/2026, Ủy ban nhân dân xã có Công văn`: a day that is not that of another act.
    private static func tellsDay(_ ahead: Substring) -> Bool {
        guard ahead.hasBytes(of: "gày "), let day = ahead.ranges(of: "gày ").last else { return false }
        return ahead[day.upperBound...].first?.isNumber == true && !ahead[..<day.lowerBound].contains(" số ")
    }

    /// `58/2011/TT-BGDĐT`, `16-KH/TU`: figures, a mark and capitals.
    private static func isNumber(_ number: Substring) -> Bool {
        let figures = number.prefix { $0.isASCII && $0.isNumber }
        return (1...5).contains(figures.count)
            && number.dropFirst(figures.count).first.map("/-".contains) == true
            && number.last?.isUppercase == true
    }

    private static func type(before text: Substring) -> Substring? {
        types.first { text.utf8.suffix($0.utf8.count).elementsEqual($0.utf8) }.map { Substring($0) }
    }

    private static let types = [
        "Nghị định", "Thông tư", "Thông tư liên tịch", "Quyết định", "Nghị quyết", "Chỉ thị", "Kế hoạch",
        "Công văn", "Hướng dẫn", "Công điện", "Thông báo", "Kết luận",
    ]
    /// The issuer may stand between.
    private static let reachOfDay = 100
}
