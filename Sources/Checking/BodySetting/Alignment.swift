internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let bodyAlignment = document([.bodyAlignment, .bodyIndent, .bodyIndentTyped]) {
        $0.checkBodyAlignment(&$1)
    }
}

extension Rule {
    static let bodyAlignment = Rule(
        "format.body-alignment", "B01", .error, .automatic(.look),
        [Rule.Clause].decree("II.6") + .party("nội dung"), "Nội dung canh đều hai lề.",
        en: "The text is justified.", right: "đều hai bên", wrong: "canh trái")

    static let bodyIndent = Rule(
        "format.body-indent", "B01", .error, .automatic(.look),
        [Rule.Clause].decree("II.6") + .party("nội dung"),
        "Đầu dòng lùi vào 1 cm hoặc 1,27 cm (Đảng: khoảng 10 mm).",
        en: "First lines are indented 1 cm or 1.27 cm (Party: about 10 mm).", right: "1,27 cm", wrong: "0 cm")

    static let bodyIndentTyped = Rule(
        "format.body-indent-typed", "B01", .error, .automatic(.blank),
        [Rule.Clause].decree("II.6") + .party("nội dung"),
        "Lùi đầu dòng bằng định dạng đoạn, không gõ dấu cách hay tab.",
        en: "First lines are indented by formatting, not by spaces or tabs.", right: "thụt đầu dòng 1,27 cm",
        wrong: "năm dấu cách")
}

extension CheckContext {
    /// How the paragraphs of the running text are aligned and indented; the same fault in many of them is told once.
    func checkBodyAlignment(_ log: inout FindingLog) {
        var alignment: [FaultyPlace] = []
        var indent: [FaultyPlace] = []
        var typedIndent: [FaultyPlace] = []
        let usual = usualIndent
        for index in plainText {
            let line = lines[index]
            let format = line.paragraph.format
            func mended(_ change: ParagraphChange) -> [DocumentEdit] {
                [.paragraph(line.paragraph.element, change)]
            }
            if let fault = leftAlignment(line) {
                let mend = mended(ParagraphChange(alignment: .justified))
                alignment.append(FaultyPlace(line, fault, mend: mend))
            }
            if line.text.utf8.first == UInt8(ascii: "\t") || line.text.beginsWithBytes(of: "   ") {
                let fault = Wording("thụt bằng phím cách hoặc tab", en: "indented by blanks or tabs")
                let blanks = line.text.prefix { $0.isWhitespace }
                // More of them put a line somewhere else than where a text begins.
                guard blanks.count <= Self.typedIndentLimit else { continue }
                let isOneStep = blanks == "\t" || !blanks.contains("\t")
                let isFirst = line.typed?.start == 0
                let mend =
                    isFirst && !isIndented(format)
                    ? mended(indentChange(format, besides: usual ?? (blanks == "\t" ? indentOfTab : nil)))
                    : []
                typedIndent.append(
                    FaultyPlace(line, fault, mend: isOneStep ? line.leadingBlanksRemoved + mend : []))
            } else if let fault = indentFault(line) {
                indent.append(FaultyPlace(line, fault, mend: mended(indentChange(format, besides: usual))))
            }
        }
        log.add(.bodyAlignment, .body, all: alignment, right: ParagraphFormat.Alignment.justified.name)
        let indents = profile.body.firstLineIndents.map { measure($0, "mm") }
        log.add(
            .bodyIndent, .body, all: indent,
            right: Wording(
                indents.map(\.vietnamese).joined(separator: " hoặc "),
                en: indents.map(\.english).joined(separator: " or ")))
        log.add(
            .bodyIndentTyped, .body, all: typedIndent,
            right: Wording("thụt dòng đầu bằng định dạng đoạn", en: "a first-line indent of the paragraph"))
    }

    /// So many blanks are about 15 mm, the deepest first line there is.
    private static let typedIndentLimit = 14

    /// What fits on one line looks the same however it is justified, and what is centred is no plain text.
    private func leftAlignment(_ line: TextLine) -> Wording? {
        guard let alignment = line.paragraph.format.alignment, alignment == .left else { return nil }
        guard line.isLonger(than: 110), line.paragraph.label == nil else { return nil }
        return alignment.name
    }

    private func indentFault(_ line: TextLine) -> Wording? {
        let format = line.paragraph.format
        guard format.alignment == .justified || format.alignment == .left, line.paragraph.label == nil,
            let first = format.firstLineIndent?.millimetres, !isIndented(format),
            !line.trimmed.hasPrefix("-"), !line.trimmed.hasPrefix("+"), line.isLonger(than: 60)
        else { return nil }
        return measure(first, "mm")
    }

    private func isIndented(_ format: EffectiveParagraph) -> Bool {
        guard let first = format.firstLineIndent?.millimetres else { return true }
        let left = format.leftIndent?.millimetres ?? 0
        // Between what the regulation names nobody sees a difference.
        guard let least = profile.body.firstLineIndents.min(), let most = profile.body.firstLineIndents.max()
        else { return true }
        let allowed = least - 0.7...most + 0.7
        return allowed.contains(first) || allowed.contains(first + left)
    }

    /// The indent most of the text has, else the one allowed that is nearest to what there is.
    private func indentChange(_ format: EffectiveParagraph, besides usual: Length?) -> ParagraphChange {
        if let usual { return ParagraphChange(firstLineIndent: usual) }
        let first = format.firstLineIndent?.millimetres ?? 0
        let nearest = profile.body.firstLineIndents.min { abs($0 - first) < abs($1 - first) }
        return ParagraphChange(firstLineIndent: nearest.map { .millimetres($0) })
    }

    /// What most first lines are indented by, of those that are as they should be.
    private var usualIndent: Length? {
        var counts: [Length: Int] = [:]
        for index in plainText where isIndented(lines[index].paragraph.format) {
            if let first = lines[index].paragraph.format.firstLineIndent, first.millimetres > 5 {
                counts[first, default: 0] += 1
            }
        }
        return counts.max { ($0.value, $1.key.millimetres) < ($1.value, $0.key.millimetres) }?.key
    }

    /// Where a tab leads to that has no stop of its own.
    private var indentOfTab: Length? { profile.body.firstLineIndents.max().map { .millimetres($0) } }
}
