internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let toneMarks = document([.toneMarkStyle]) {
        $0.checkToneMarks(&$1)
        $0.checkToneMarksInCapitals(&$1)
    }
}

extension Rule {
    static let toneMarkStyle = Rule(
        "format.tone-mark-style", "X02", .note, .byHand, .custom,
        "Dấu thanh đặt theo một kiểu trong cả văn bản; hòa và hoà đều đúng.",
        en: "Tone marks follow one style throughout; hòa and hoà are both right.", right: "hòa … ủy",
        wrong: "hòa … uỷ")
}

extension CheckContext {
    /// `ỦY` and `UỶ` in the names and titles that one document has in capitals.
    func checkToneMarksInCapitals(_ log: inout FindingLog) {
        var places: [ToneMarkStyle: [TextLine]] = [:]
        for index in lines.indices where lines[index].isUpper && !lines[index].hasTags {
            let text = Normalization.nfc(lines[index].text)
            if text.hasBytes(of: "ỦY") { places[.old, default: []].append(lines[index]) }
            if text.hasBytes(of: "UỶ") { places[.new, default: []].append(lines[index]) }
        }
        guard let old = places[.old], let new = places[.new] else { return }
        let (rare, found, right) = old.count < new.count ? (old, "ỦY", "UỶ") : (new, "UỶ", "ỦY")
        log.add(
            .toneMarkStyle, nil, rare[0],
            found: Wording("“\(found)”, chỗ khác “\(right)”", en: "“\(found)”, elsewhere “\(right)”"),
            right: Wording(
                "“\(right)”, theo một kiểu trong cả văn bản", en: "“\(right)”, one style throughout"),
            further: Array(rare.dropFirst()))
    }

    /// Heads are copied from document to document and names keep their owner's spelling, so only small words count, of the text, its tables,
    /// what is issued with it, and the recipients.
    func checkToneMarks(_ log: inout FindingLog) {
        var words: [ToneMarkStyle: [(line: TextLine, word: String)]] = [:]
        for index in runningLines + structure.indices(of: .recipient)
        where structure.components[index] != .legalBasis {
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
        let throughout = Wording("theo một kiểu trong cả văn bản", en: "one style throughout")
        // Of two styles that stand as often none is the odd one.
        let isEven = old.count == new.count
        let other = (old.count <= new.count ? new : old)[0].word
        log.add(
            .toneMarkStyle, .body, example.line,
            found: isEven
                ? Wording(
                    "“\(example.word)”, chỗ khác “\(other)”", en: "“\(example.word)”, elsewhere “\(other)”")
                : Wording(
                    "“\(example.word)” đặt dấu khác các chữ còn lại",
                    en: "“\(example.word)” has its tone mark in the other style"),
            right: isEven
                ? throughout
                : Wording("“\(right)”, \(throughout.vietnamese)", en: "“\(right)”, \(throughout.english)"),
            further: rare.dropFirst().map(\.line))
    }
}
