internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let appendixLabels = document(
        [.appendixLabelLook, .appendixLabelCase, .appendixTitleLook, .appendixNumber], about: [.appendixLabel]
    ) { context, log in
        context.checkLooks(of: .appendixLabel, .appendixLabelLook, &log)
        context.checkAppendixCase(&log)
        context.checkAppendixTitles(&log)
        context.checkAppendixLabels(&log)
    }
}

extension Rule {
    static let appendixLabelLook = Rule(
        "format.appendix-label-look", "A01", .error, .automatic(.look), .decree("III.1"),
        "Từ \"Phụ lục\" cỡ 14, đậm, đứng, chữ in thường, canh giữa, một dòng riêng.",
        en: "Phụ lục is 14 pt, bold, upright, sentence case, centred, on a line of its own.",
        right: "Phụ lục I", wrong: "PHỤ LỤC 1")

    static let appendixLabelCase = Rule(
        "format.appendix-label-case", "A01", .note, .byHand, .decree("III.1"),
        "Từ \"Phụ lục\" viết in thường; nhiều nơi quen viết in hoa.",
        en: "Phụ lục is in small letters; many offices write capitals.", right: "Phụ lục II",
        wrong: "PHỤ LỤC II")

    static let appendixTitleLook = Rule(
        "format.appendix-title-look", "A01", .error, .automatic(.look), .decree("III.1"),
        "Tiêu đề phụ lục in hoa, cỡ 13–14, đậm, đứng, canh giữa.",
        en: "The appendix's title is in capitals, 13–14 pt, bold, upright, centred.",
        right: "DỰ TOÁN KINH PHÍ", wrong: "Dự toán kinh phí")

    static let appendixNumber = Rule(
        "format.appendix-number", "A01", .error, .automatic(.wording), .decree("III.1"),
        "Từ hai phụ lục trở lên đánh số La Mã; một phụ lục thì không đánh số.",
        en: "Two appendices or more have Roman numbers; a single one has none.", right: "Phụ lục II",
        wrong: "Phụ lục 2")
}

extension FormatProfile {
    /// The faults in the numbers of appendices, given each one's label (`Phụ lục II`) in order.
    ///
    /// One appendix has no number; several have Roman ones from I.
    func faults(inAppendixLabels labels: [String]) -> [[TextFault]] {
        labels.enumerated().map { index, label in
            let letters = TextScalars(label)
            let whole = letters.trimmed
            let word = min(whole.lowerBound + "Phụ lục".unicodeScalars.count, whole.upperBound)
            guard Normalization.nfc(letters[whole.lowerBound..<word]).lowercased() == "phụ lục" else {
                return []
            }
            let written = letters[word..<whole.upperBound]
            // A title on the label's line is for a person to part.
            let number = written.drop { $0 == " " }
            guard number.isEmpty || Int(number) != nil || RomanNumeral.number(of: number) != nil else {
                guard number.contains(where: { ":.-–—".contains($0) }) else { return [] }
                return [
                    letters.fault(
                        .appendixLabelLook, at: whole,
                        right: "“Phụ lục” và số thứ tự một dòng, tiêu đề ở dòng dưới",
                        en: "“Phụ lục” and its number on one line, the title on the next")
                ]
            }
            let right = labels.count == 1 ? "" : " \(RomanNumeral.text(of: index + 1) ?? "")"
            guard written != right else { return [] }
            let told = number.isEmpty ? Wording("chưa có số thứ tự", en: "no number") : nil
            let fault = letters.fault(
                .appendixNumber, at: word..<whole.upperBound, told: told, correction: right)
            // The same number written otherwise; another number may be right, and an appendix missing.
            let value = Int(number) ?? RomanNumeral.number(of: number) ?? 1
            // One of several without a number may be meant to have none.
            let isSame = !number.isEmpty && value == index + 1
            return [labels.count == 1 || isSame ? fault : fault.byHand]
        }
    }
}

extension CheckContext {
    func checkAppendixLabels(_ log: inout FindingLog) {
        let labels = structure.appendixLabels
        guard labels.count > 1 || labels.count == 1 && isOnlyAppendix else { return }
        let faults = profile.faults(inAppendixLabels: labels.map { lines[$0].trimmed })
        // What the text calls them by would not be theirs any more.
        let areNamed = structure.text.contains { index in
            isText(index) && lines[index].folded.hasBytes(of: "PHỤ LỤC")
                && !Self.mentions(in: lines[index].trimmed).isEmpty
        }
        // Numbers are put right on all of them, or on none.
        let isPartial = faults.joined().contains { $0.rule == .appendixNumber && $0.correction == nil }
        for (index, found) in zip(labels, faults) {
            let mendable =
                areNamed || isPartial ? found.map { $0.rule == .appendixNumber ? $0.byHand : $0 } : found
            log.add(mendable, .appendixLabel, lines[index])
        }
    }

    func checkAppendixCase(_ log: inout FindingLog) {
        for index in structure.appendixLabels where !lines[index].hasTags && lines[index].isUpper {
            // One with its title beside it is told for that.
            guard lines[index].trimmed.split(separator: " ").count <= 3 else { continue }
            log.add(
                .appendixLabelCase, .appendixLabel, lines[index],
                found: Wording(
                    "“\(lines[index].trimmed)” in hoa", en: "“\(lines[index].trimmed)” in capitals"),
                right: Wording("“Phụ lục” in thường", en: "“Phụ lục” in small letters"))
        }
    }

    /// What stands below the label of a sample form is the form's title, and no appendix's.
    func checkAppendixTitles(_ log: inout FindingLog) {
        for index in structure.indices(of: .appendixTitle) {
            let above = lines[..<index].lastIndex { !$0.isBlank }
            guard above.map({ structure.marks[$0] == .formLabel }) != true else { continue }
            checkLook(
                of: lines[index], .appendixTitle, .appendixTitleLook, .appendixTitleLook, lines[index].looks,
                &log)
        }
    }

    /// Whether the document's appendices are all in the file: it has a head, and its text names no second one.
    private var isOnlyAppendix: Bool {
        structure.foot != nil
            && !lines.contains { $0.folded.hasBytes(of: "PHỤ LỤC II") || $0.folded.hasBytes(of: "PHỤ LỤC 2") }
    }
}
