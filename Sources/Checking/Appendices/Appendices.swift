internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension RuleGroup {
    /// Phụ lục.
    static let appendices = RuleGroup(
        "phu_luc", "Phụ lục", [.appendixMentions, .appendixLabels, .appendixReferences, .appendixHeads])
}

extension Check {
    static let appendixMentions = document([.appendixUnmentioned, .appendixMissing, .appendixAbsent]) {
        context, log in
        context.checkUnmentionedAppendix(&log)
        context.checkMissingAppendices(&log)
        context.checkAbsentAppendices(&log)
    }

    static let appendixHeads = document([.appendixHead], about: [.appendixLabel]) {
        $0.checkAppendixHeads(&$1)
    }
}

extension Rule {
    static let appendixUnmentioned = Rule(
        "format.appendix-unmentioned", "B11", .error, .byHand, .decree("III.1"),
        "Văn bản có phụ lục phải có chỉ dẫn về phụ lục trong nội dung.",
        en: "The text has to point to its appendix.", right: "(chi tiết tại Phụ lục kèm theo)",
        wrong: "phụ lục không được nhắc tới")

    static let appendixMissing = Rule(
        "format.appendix-missing", "B11", .error, .byHand, .decree("III.1"),
        "Phụ lục được nhắc trong nội dung phải có.", en: "An appendix the text names has to be there.",
        right: "Phụ lục II có ở sau", wrong: "Phụ lục II không có")

    static let appendixAbsent = Rule(
        "format.appendix-absent", "B11", .note, .byHand, .decree("III.1"),
        "Văn bản nhắc phụ lục của mình mà tệp không có phụ lục nào; phụ lục ở tệp riêng thì đúng.",
        en: "The text names an appendix of its own, and the file has none; in a file of its own it is right.",
        right: "Phụ lục ở sau chữ ký, hoặc ở tệp gửi cùng",
        wrong: "(chi tiết tại Phụ lục kèm theo), và tệp hết ở chữ ký")

    static let appendixHead = Rule(
        "format.appendix-head", "A01", .warning, .byHand, .decree("III.1"),
        "Phụ lục không có Quốc hiệu và số riêng.",
        en: "An appendix has no nation's title and no number of its own.", right: "Phụ lục / tiêu đề",
        wrong: "Quốc hiệu trên phụ lục")
}

extension CheckContext {
    /// The labels behind the foot, of which the text and the appendices must agree.
    var labelsBehindFoot: [Int] {
        guard let foot = structure.foot else { return [] }
        return structure.appendixLabels.filter { $0 > foot }
    }

    func checkUnmentionedAppendix(_ log: inout FindingLog) {
        guard let first = structure.appendixLabels.first, let foot = structure.foot, first > foot,
            // What a tag stands for may name it.
            !structure.text.contains(where: { lines[$0].hasTags || lines[$0].folded.hasBytes(of: "PHỤ LỤC") })
        else { return }
        log.add(
            .appendixUnmentioned, .appendixLabel, lines[first],
            found: Wording("nội dung không nhắc tới phụ lục", en: "the text does not mention the appendix"),
            right: Wording("“(chi tiết tại Phụ lục kèm theo)”", en: "“(chi tiết tại Phụ lục kèm theo)”"))
    }

    /// An appendix with a number the file does not have, where it has others; a file without any may have them in files of their own.
    func checkMissingAppendices(_ log: inout FindingLog) {
        let labels = labelsBehindFoot
        guard !labels.isEmpty else { return }
        let numbers = labels.map { Self.number(ofAppendix: lines[$0].trimmed) ?? 1 }
        guard numbers.count == Set(numbers).count else { return }
        var isQuoted = false
        for index in structure.text where isText(index) && !lines[index].hasTags {
            // What an amendment quotes is the text of another document, with appendices of its own.
            let text = lines[index].trimmed
            isQuoted = isQuoted || text.hasPrefix("“")
            let isSkipped = isQuoted
            if text.hasSuffix("”") || text.hasSuffix("”.") { isQuoted = false }
            if isSkipped { continue }
            for number in Self.mentions(in: lines[index].trimmed) where !numbers.contains(number) {
                let roman = RomanNumeral.text(of: number) ?? String(number)
                log.add(
                    .appendixMissing, .body, lines[index],
                    found: Wording(
                        "nhắc tới Phụ lục \(roman) mà trong tệp không có",
                        en: "Phụ lục \(roman) is named and not in the file"),
                    right: Wording("có Phụ lục \(roman) ở sau", en: "Phụ lục \(roman) after the text"))
                return
            }
        }
    }

    private static func number(ofAppendix label: String) -> Int? {
        let number = label.dropFirst("Phụ lục".count).filter { $0.isLetter || $0.isNumber }
        return Int(number) ?? RomanNumeral.number(of: number)
    }

    /// The numbers of this document's own appendices that a text names: `Phụ lục II`, but not those of another act.
    static func mentions(in text: String) -> [Int] {
        let composed = Normalization.nfc(text)
        // Cutting into words takes long, and most lines name none.
        guard composed.hasBytes(of: "lục") else { return [] }
        let words = composed.split { $0.isWhitespace }
        var found: [Int] = []
        for index in words.indices.dropLast(2) {
            guard words[index].hasSuffix("Phụ") || words[index].hasSuffix("phụ"), words[index + 1] == "lục"
            else { continue }
            let number = words[index + 2].filter { $0.isLetter || $0.isNumber }
            guard let value = RomanNumeral.number(of: number) ?? Int(number), value < 30 else { continue }
            let after = words[(index + 3)...].prefix(8).joined(separator: " ")
            let others = ["Nghị định", "Thông tư", "Quyết định", "Luật", "Công văn", "ban hành", "số", "của"]
            guard !others.contains(where: { after.contains($0) }) else { continue }
            found.append(value)
        }
        return found
    }

    /// An appendix that the text names, where nothing follows the foot.
    func checkAbsentAppendices(_ log: inout FindingLog) {
        guard structure.appendixLabels.isEmpty, let foot = structure.footLines,
            !lines[foot.upperBound...].contains(where: { !$0.isBlank }),
            !structure.marks.values.contains(where: { $0 == .attachmentHead || $0 == .formLabel }),
            let mention = structure.text.first(where: { structure.marks[$0] == .appendixMention })
        else { return }
        log.add(
            .appendixAbsent, .body, lines[mention],
            found: Wording("tệp không có phụ lục", en: "no appendix in the file"),
            right: Wording(
                "phụ lục ở sau chữ ký, hoặc gửi kèm tệp phụ lục",
                en: "the appendix behind the signature, or its file sent along"))
    }

    /// What is issued with a decision has a head of its own (form 1.3).
    func checkAppendixHeads(_ log: inout FindingLog) {
        guard structure.typeName != "Quyết định", structure.typeName != "Nghị quyết" else { return }
        for label in labelsBehindFoot {
            // Only what stands right above the label is its head; further down samples of other documents may stand.
            var above = label - 1
            while above >= 0, lines[above].isBlank { above -= 1 }
            guard above >= 0, let table = lines[above].spot.table else { continue }
            let head = lines.indices.prefix(label).filter { lines[$0].spot.table == table }
            guard let title = head.first(where: { HeadWords.isNationalTitle(lines[$0]) }),
                title > (structure.foot ?? 0)
            else { continue }
            log.add(
                .appendixHead, .appendixLabel, lines[title],
                found: Wording("Quốc hiệu trên phụ lục", en: "the nation's title on an appendix"),
                right: Wording(
                    "phụ lục bắt đầu bằng chữ “Phụ lục” và tiêu đề",
                    en: "an appendix begins with “Phụ lục” and its title"))
        }
    }
}
