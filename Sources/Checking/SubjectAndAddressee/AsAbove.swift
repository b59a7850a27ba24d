internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let asAbove = document(
        [.asAboveMissing, .asAboveUnexpected, .asAboveWording], about: [.recipient]
    ) { $0.checkAsAbove(&$1) }
}

extension Rule {
    static let asAboveMissing = Rule(
        "format.as-above-missing", "K04", .error, .automatic(.wording),
        [Rule.Clause].decree("II.9") + .party("nơi nhận"),
        "Văn bản có Kính gửi thì mục đầu của Nơi nhận là \"Như trên\".",
        en: "With Kính gửi the first recipient is \"Như trên\".", right: "- Như trên;", wrong: "- Bộ Nội vụ;")

    static let asAboveWording = Rule(
        "format.as-above-wording", "K04", .warning, .automatic(.wording),
        [Rule.Clause].decree("II.9") + .party("nơi nhận"),
        "Nơi nhận chính đã ghi ở Kính gửi thì mục của Nơi nhận là \"Như trên\".",
        en: "Recipients named behind Kính gửi are \"Như trên\" in the list.", right: "- Như trên;",
        wrong: "- Như kính gửi;")

    static let asAboveUnexpected = Rule(
        "format.as-above-unexpected", "K04", .warning, .byHand,
        [Rule.Clause].decree("II.9") + .party("nơi nhận"),
        "Nơi nhận ghi \"Như trên\" mà văn bản không có Kính gửi.",
        en: "\"Như trên\" without any Kính gửi above.", right: "- Như Điều 3;", wrong: "- Như trên;")
}

extension FormatProfile {
    /// `Như kính gửi`, which is not the regulation's wording.
    func faults(inAsAbove line: String) -> [TextFault] {
        let letters = TextScalars(line)
        let start = letters.end(from: letters.trimmed.lowerBound) {
            "-–—•*+".unicodeScalars.contains($0) || $0.isBlank
        }
        let words = letters.words.prefix(3).map { Normalization.nfc($0.text).lowercased() }
        guard words == ["như", "kính", "gửi"], let last = letters.words.dropFirst(2).first else { return [] }
        return [
            letters.fault(.asAboveWording, at: start..<last.range.upperBound, correction: recipients.asAbove)
        ]
    }

    /// The faults between addressees and recipients: `Như trên` is the first item exactly when there are addressees.
    func faults(inFirstRecipient line: String, hasAddressees: Bool) -> [TextFault] {
        let letters = TextScalars(line)
        let item = letters[letters.trimmed].drop { "-–—•*+ ".contains($0) }.lowercased().split(separator: " ")
            .joined(separator: " ")
        let isAbove = item.hasPrefix(recipients.asAbove.lowercased()) || item.hasPrefix("như kính gửi")
        if hasAddressees, !isAbove {
            return [
                letters.fault(
                    .asAboveMissing, at: letters.trimmed.lowerBound..<letters.trimmed.lowerBound,
                    told: Wording("không có “Như trên”", en: "no “Như trên”"), right: "- Như trên;",
                    en: "- Như trên;")
            ]
        }
        guard !hasAddressees, isAbove else { return [] }
        return [
            letters.fault(
                .asAboveUnexpected, at: letters.trimmed, right: "văn bản không có Kính gửi",
                en: "there are no addressees above")
        ]
    }
}

extension CheckContext {
    /// The first recipient is “Như trên” exactly where addressees stand above.
    func checkAsAbove(_ log: inout FindingLog) {
        if structure.first(.addressee) != nil { judgeEach(.recipient, &log, profile.faults(inAsAbove:)) }
        // A decision's recipients are in its last article, an invitation's guests in its text.
        let isAddressed = !["Quyết định", "Giấy mời", RecognisedDocument.telegram].contains(
            structure.typeName)
        guard let first = structure.first(.recipient), !lines[first].hasTags, isAddressed else { return }
        let isSaidFurtherDown = structure.indices(of: .recipient).dropFirst().contains { index in
            let item = lines[index].trimmed.lowercased()
            return item.contains("như trên") || item.contains("như kính gửi")
        }
        guard !isSaidFurtherDown || structure.first(.addressee) == nil else { return }
        // Addressees that should not be there ask for nothing further down.
        let isOddlyAddressed = structure.typeName.map(Self.unaddressedTypes.contains) ?? false
        guard !isOddlyAddressed || structure.first(.addressee) == nil else { return }
        let found = profile.faults(
            inFirstRecipient: lines[first].trimmed, hasAddressees: structure.first(.addressee) != nil)
        log.add(found, .recipient, lines[first]) { fault in
            guard fault.rule == .asAboveMissing, lines[first].typed?.start == 0 else { return [] }
            let place = lines[first].paragraph.element
            let item = "- \(profile.recipients.asAbove)\(profile.recipients.betweenItems)"
            return [.insertParagraph(item, .before, of: place, ParagraphChange(), CharacterChange())]
        }
    }
}
