internal import Diagnostics
internal import OfficeDocument
internal import VietnameseText

extension Judge {
    /// Whether the appendices and the text agree with each other.
    func checkAppendixLinks(_ log: inout FindingLog) {
        guard let foot = anatomy.foot else { return }
        let labels = anatomy.appendixLabels.filter { $0 > foot }
        guard !labels.isEmpty else { return }
        checkMissingAppendices(labels, &log)
        for label in labels { checkReference(under: label, &log) }
        checkAppendixHeads(labels, &log)
    }

    // MARK: Mentions

    /// An appendix with a number the file does not have, where it has others; a file without any may have them in files of their own.
    private func checkMissingAppendices(_ labels: [Int], _ log: inout FindingLog) {
        let numbers = labels.map { Self.number(ofAppendix: lines[$0].trimmed) ?? 1 }
        guard numbers.count == Set(numbers).count else { return }
        for index in anatomy.text where isText(index) && !lines[index].hasTags {
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
        let words = Normalization.nfc(text).split { $0.isWhitespace }
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

    // MARK: The line "(Kèm theo …)"

    /// The line with what of it stands on further lines; nil where there is none.
    private func reference(under label: Int) -> (index: Int, text: String)? {
        let near = (label + 1)..<min(lines.count, label + 9)
        guard let start = near.first(where: { FootWords.isAppendixReference(lines[$0]) }) else { return nil }
        var text = lines[start].trimmed
        var next = start + 1
        while !text.contains(")"), next < min(lines.count, start + 4), !lines[next].isBlank {
            text += " " + lines[next].trimmed
            next += 1
        }
        return (start, Normalization.nfc(text))
    }

    private func checkReference(under label: Int, _ log: inout FindingLog) {
        guard let (index, text) = reference(under: label) else {
            // A template's line may be made by a tag.
            let near = lines[label..<min(lines.count, label + 9)]
            guard !near.contains(where: \.hasTags) else { return }
            log.add(
                .appendixReferenceMissing, .appendixLabel, lines[label],
                found: Wording("không có dòng “(Kèm theo …)”", en: "no line “(Kèm theo …)”"),
                right: Wording(
                    "(Kèm theo Kế hoạch số … ngày … tháng … năm … của …)",
                    en: "(Kèm theo Kế hoạch số … ngày … tháng … năm … của …)"))
            return
        }
        guard !lines[index].hasTags else { return }
        checkMatch(text, at: index, &log)
    }

    /// Blank numbers and days are right in electronic documents.
    private func checkMatch(_ text: String, at index: Int, _ log: inout FindingLog) {
        var faults: [(found: String, right: String)] = []
        if let main = anatomy.first(.numberAndCode), let own = Self.number(in: lines[main].trimmed),
            let cited = Self.number(in: text), own != cited
        {
            faults.append(("số \(cited)", "số \(own)"))
        }
        if let day = issueDay, let cited = Self.day(in: text), cited != day {
            faults.append((cited.text(.official), day.text(.official)))
        }
        guard !faults.isEmpty else { return }
        let found = faults.map(\.found).joined(separator: ", ")
        let right = faults.map(\.right).joined(separator: ", ") + " như văn bản chính"
        log.add(
            .appendixReferenceMismatch, .appendixReference, lines[index], found: Wording(found, en: found),
            right: Wording(right, en: faults.map(\.right).joined(separator: ", ") + " as in the document"))
    }

    /// `15/KH-SKHCN` after the word "số", with figures in it.
    private static func number(in text: String) -> String? {
        let words = Normalization.nfc(text).split { " ():".contains($0) || $0.isWhitespace }
        guard let word = words.firstIndex(where: { $0.lowercased() == "số" }),
            words.indices.contains(word + 1), words[word + 1].first?.isNumber == true,
            words[word + 1].contains("/")
        else { return nil }
        return String(words[word + 1].drop { $0 == "0" })
    }

    private static func day(in text: String) -> CalendarDate? {
        guard let start = text.firstRange(of: "ngày ") else { return nil }
        let numbers = text[start.upperBound...].prefix(40).split { !$0.isNumber }.prefix(3).compactMap {
            Int($0)
        }
        guard numbers.count == 3 else { return nil }
        return CalendarDate(year: numbers[2], month: numbers[1], day: numbers[0])
    }

    // MARK: Heads

    /// What is issued with a decision has a head of its own (form 1.3).
    private func checkAppendixHeads(_ labels: [Int], _ log: inout FindingLog) {
        guard anatomy.typeName != "Quyết định", anatomy.typeName != "Nghị quyết" else { return }
        for label in labels {
            // Only what stands right above the label is its head; further down samples of other documents may stand.
            var above = label - 1
            while above >= 0, lines[above].isBlank { above -= 1 }
            guard above >= 0, let table = lines[above].spot.table else { continue }
            let head = lines.indices.prefix(label).filter { lines[$0].spot.table == table }
            guard let title = head.first(where: { HeadWords.isNationalTitle(lines[$0]) }),
                title > (anatomy.foot ?? 0)
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
