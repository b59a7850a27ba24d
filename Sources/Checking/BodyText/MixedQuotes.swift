internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check { static let mixedQuotes = document([.quotesMixed]) { $0.checkMixedQuotes(&$1) } }

extension Rule {
    static let quotesMixed = Rule(
        "format.quotes-mixed", "B06", .note, .byHand, .custom,
        "Dấu ngoặc kép một kiểu trong cả văn bản. Chỉ báo khi văn bản phần lớn dùng “…” mà có chỗ dùng \"…\".",
        en:
            "Quotation marks are of one kind throughout. Told only where a document mostly has “…” and here and there the typewriter's.",
        right: "mô hình “Phòng họp không giấy”", wrong: "mô hình \"Phòng họp không giấy\"")
}

extension CheckContext {
    /// Quotations in typewriter's marks among others; one that is opened otherwise than closed is told by the rule on pairs.
    func checkMixedQuotes(_ log: inout FindingLog) {
        var curly = 0
        var straight: [Int] = []
        for index in structure.text where isText(index) {
            let text = lines[index].text
            if text.hasBytes(of: "“") { curly += 1 }
            if text.utf8.contains(UInt8(ascii: "\"")), Self.quotesStraight(text), !lines[index].hasTags {
                straight.append(index)
            }
        }
        guard let first = straight.first, curly >= Self.usualQuotes, curly > straight.count else { return }
        log.add(
            .quotesMixed, structure.components[first], lines[first],
            found: Wording("ngoặc kép thẳng", en: "straight quotation marks"),
            right: Wording("“…” như các chỗ khác", en: "“…” as elsewhere"),
            further: straight.dropFirst().map { lines[$0] })
    }

    /// Pairs of them around words; behind a figure the mark measures inches.
    private static func quotesStraight(_ text: String) -> Bool {
        let letters = Array(text.unicodeScalars)
        let marks = letters.indices.filter { letters[$0] == "\"" }
        guard !marks.isEmpty, marks.count.isMultiple(of: 2) else { return false }
        return marks.enumerated().allSatisfy { order, place in
            let beside = order.isMultiple(of: 2) ? place + 1 : place - 1
            return letters.indices.contains(beside) && !letters[beside].isBlank && !letters[beside].isDigit
        }
    }

    /// So many paragraphs show what the document's way is.
    private static let usualQuotes = 2
}
