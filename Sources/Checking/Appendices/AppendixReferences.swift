internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let appendixReferences = document(
        [
            .appendixReferenceMissing, .appendixReferenceForm, .appendixReferenceLook,
            .appendixReferenceMismatch,
        ], about: [.appendixLabel]
    ) { context, log in
        context.checkLooks(of: .appendixReference, .appendixReferenceLook, &log)
        context.checkReferenceForms(&log)
        for label in context.labelsBehindFoot { context.checkReference(under: label, &log) }
    }
}

extension Rule {
    static let appendixReferenceMissing = Rule(
        "format.appendix-reference-missing", "A01", .error, .byHand, .decree("III.1"),
        "Dưới tiêu đề phụ lục có dòng \"(Kèm theo … số … ngày … của …)\".",
        en: "Under the title stands \"(Kèm theo … số … ngày … của …)\".",
        right: "(Kèm theo Kế hoạch số …/KH-STC …)", wrong: "không có dòng này")

    static let appendixReferenceForm = Rule(
        "format.appendix-reference-form", "A01", .error, .automatic(.wording), .decree("III.1"),
        "Dòng Kèm theo đặt trong ngoặc đơn, viết hoa chữ Kèm.", en: "The line Kèm theo stands in brackets.",
        right: "(Kèm theo Kế hoạch số …)", wrong: "Kèm theo Kế hoạch số …")

    static let appendixReferenceLook = Rule(
        "format.appendix-reference-look", "A01", .error, .automatic(.look), .decree("III.1"),
        "Dòng Kèm theo chữ nghiêng, cỡ 13–14, canh giữa.",
        en: "The line Kèm theo is italic, 13–14 pt, centred.", right: "nghiêng", wrong: "đứng")

    static let appendixReferenceMismatch = Rule(
        "format.appendix-reference-mismatch", "A02", .warning, .byHand, .decree("III.1"),
        "Số, ngày ở dòng Kèm theo phải khớp với văn bản; bản điện tử để trống là đúng.",
        en: "Number and date of the line have to match the document; left blank they are "
            + "right in an electronic document.", right: "số 15 ở cả hai nơi", wrong: "số 15 và số 16")
}

extension FormatProfile {
    /// The faults in the line under an appendix's title: brackets around `Kèm theo …`.
    func faults(inAppendixReference text: String) -> [TextFault] {
        let letters = TextScalars(text)
        let whole = letters.trimmed
        var inner = letters[whole]
        if inner.hasPrefix("("), inner.hasSuffix(")") { inner = String(inner.dropFirst().dropLast()) }
        let right = "(\(LetterCase.firstLetterUpper(inner)))"
        guard inner.lowercased().hasPrefix("kèm theo"), letters[whole] != right else { return [] }
        let fault = letters.fault(.appendixReferenceForm, at: whole, correction: right)
        return [inner.contains { "()".contains($0) } ? fault.byHand : fault]
    }
}

extension CheckContext {
    func checkReferenceForms(_ log: inout FindingLog) {
        for index in structure.indices(of: .appendixReference) where !lines[index].hasTags {
            // The line may go on in the next paragraph.
            let text = lines[index].trimmed
            guard text.contains(")") || !text.hasPrefix("(") else { continue }
            log.add(profile.faults(inAppendixReference: text), .appendixReference, lines[index])
        }
    }

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

    func checkReference(under label: Int, _ log: inout FindingLog) {
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
        if let main = structure.first(.numberAndCode), let own = Self.number(in: lines[main].trimmed),
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
        let text = Normalization.nfc(text).replacing(" /", with: "/")
        let words = text.split { " ():".contains($0) || $0.isWhitespace }
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
}
