internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check { static let toneMarks = document([.toneMarkStyle]) { $0.checkToneMarks(&$1) } }

extension Rule {
    static let toneMarkStyle = Rule(
        "format.tone-mark-style", "X02", .note, .byHand, .custom,
        "Dấu thanh đặt theo một kiểu trong cả văn bản; hòa và hoà đều đúng.",
        en: "Tone marks follow one style throughout; hòa and hoà are both right.", right: "hòa … ủy",
        wrong: "hòa … uỷ")
}

extension CheckContext {
    /// Heads are copied from document to document and names keep their owner's spelling, so only small words of the text count.
    func checkToneMarks(_ log: inout FindingLog) {
        var words: [ToneMarkStyle: [(line: TextLine, word: String)]] = [:]
        for index in structure.text where isText(index) && structure.components[index] != .legalBasis {
            let text = lines[index].trimmed
            guard ToneMarkStyle.mayHaveOpenSyllable(text) else { continue }
            for letters in text.unicodeScalars.split(whereSeparator: { !$0.isLetter })
            where ToneMarkStyle.mayHaveOpenSyllable(letters) {
                let word = knownWords[knownWords.number(of: letters)]
                // `Ủy ban` is no name of a person's.
                guard let style = word.markStyle,
                    letters.first?.isLower == true || word.small == "ủy" || word.small == "uỷ"
                else { continue }
                words[style, default: []].append((lines[index], String(letters)))
            }
        }
        guard let old = words[.old], let new = words[.new] else { return }
        let (rare, usual) = old.count <= new.count ? (old, ToneMarkStyle.new) : (new, .old)
        let example = rare[0]
        let right = usual.applied(to: example.word)
        log.add(
            .toneMarkStyle, .body, example.line,
            found: Wording(
                "“\(example.word)” đặt dấu khác các chữ còn lại",
                en: "“\(example.word)” has its tone mark in the other style"),
            right: Wording(
                "“\(right)”, theo một kiểu trong cả văn bản", en: "“\(right)”, one style throughout"),
            further: rare.dropFirst().map(\.line))
    }
}
