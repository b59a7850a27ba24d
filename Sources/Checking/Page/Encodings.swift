internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let encodings = document([.legacyEncoding, .suspectedEncoding, .mojibake]) {
        $0.checkEncodings(&$1)
    }
}

extension Rule {
    static let legacyEncoding = Rule(
        "format.legacy-encoding", "P04", .error, .automatic(.letter),
        [Rule.Clause].decree("I.4") + .party("phông chữ"),
        "Chữ Việt theo bảng mã Unicode (TCVN 6909:2001); chữ gõ theo TCVN3 hay VNI phải chuyển mã.",
        en: "Vietnamese text is in Unicode (TCVN 6909:2001); text in TCVN3 or VNI has to be converted.",
        right: "Cộng hòa", wrong: "Céng hßa")

    static let suspectedEncoding = Rule(
        "format.suspected-encoding", "P04", .note, .byHand, [Rule.Clause].decree("I.4") + .party("phông chữ"),
        "Đoạn chữ có thể gõ theo bảng mã cũ mà phông đã mất; quá ít chữ để biết chắc nên không tự chuyển mã.",
        en:
            "The text may be in an old encoding whose font is gone; there is too little of it to be sure, so it is not converted.",
        right: "Báo cáo", wrong: "B¸o c¸o")

    static let mojibake = Rule(
        "format.mojibake", "P04", .error, .automatic(.letter),
        [Rule.Clause].decree("I.4") + .party("phông chữ"),
        "Chữ Unicode (UTF-8) bị một phần mềm đọc nhầm theo bảng mã phương Tây, một hay nhiều lần; chuyển lại được từng chữ.",
        en:
            "Unicode text (UTF-8) that some program took for Western letters, once or more often; every letter can be put right.",
        right: "Cộng hòa", wrong: "Cá»™ng hÃ²a")
}

extension CheckContext {
    /// TextScalars that are not kept in Unicode: each way of keeping them once, at the first of its places.
    func checkEncodings(_ log: inout FindingLog) {
        guard !reading.conversions.isEmpty || !reading.doubts.isEmpty else { return }
        var kinds: [(words: Wording, rule: Rule, places: [ReadParagraph.Place])] = []
        var edits: [ReadParagraph.Place: [DocumentEdit]] = [:]
        let typed = Dictionary(original.everyParagraph.map { ($0.place, $0) }) { first, _ in first }
        for conversion in reading.conversions {
            guard let paragraph = typed[conversion.place] else { continue }
            edits[conversion.place, default: []] += mended(conversion, in: paragraph)
        }
        for conversion in reading.conversions {
            let (words, rule) = Self.kind(of: conversion.cause)
            if let index = kinds.firstIndex(where: { $0.words == words }) {
                if kinds[index].places.last != conversion.place {
                    kinds[index].places.append(conversion.place)
                }
            } else {
                kinds.append((words, rule, [conversion.place]))
            }
        }
        for kind in kinds { add(kind.rule, kind.words, at: kind.places, edits, &log) }
        add(
            .suspectedEncoding,
            Wording("có thể là chữ của bảng mã cũ", en: "perhaps letters of an old encoding"),
            at: reading.doubts, [:], &log)
    }

    /// The run's letters in Unicode, in the regulation's font where another showed them.
    private func mended(_ conversion: RunConversion, in paragraph: ReadParagraph) -> [DocumentEdit] {
        let runs = paragraph.typedRuns
        guard runs.indices.contains(conversion.run) else { return [] }
        let (run, range) = runs[conversion.run]
        let typed = paragraph.typedScalars
        var edits: [DocumentEdit] = []
        if conversion.needsFont, !range.isEmpty {
            edits.append(.characters(paragraph.span(range, of: typed), CharacterChange(font: profile.font)))
        }
        for change in conversion.changes(to: run) {
            let place =
                range.lowerBound + change.range.lowerBound..<range.lowerBound + change.range.upperBound
            edits.append(.text(paragraph.span(place, of: typed), change.replacement))
        }
        return edits
    }

    private static func kind(of cause: RunConversion.Cause) -> (Wording, Rule) {
        switch cause {
        case .font(let font):
            let name = font.encoding.name
            return (
                Wording(
                    "chữ theo bảng mã \(name), phông cũ", en: "letters in \(name), shown by a font of old"),
                .legacyEncoding
            )
        case .letters(let encoding):
            return (
                Wording(
                    "chữ theo bảng mã \(encoding.name), đã mất phông",
                    en: "letters in \(encoding.name) whose font is gone"), .legacyEncoding
            )
        case .mojibake:
            return (
                Wording("chữ UTF-8 bị đọc nhầm bảng mã", en: "UTF-8 taken for another encoding"), .mojibake
            )
        }
    }

    private func add(
        _ rule: Rule, _ found: Wording, at places: [ReadParagraph.Place],
        _ edits: [ReadParagraph.Place: [DocumentEdit]], _ log: inout FindingLog
    ) {
        let wanted = Set(places)
        var paragraphs: [ReadParagraph.Place: TextLine] = [:]
        for paragraph in document.everyParagraph where wanted.contains(paragraph.place) {
            paragraphs[paragraph.place] = TextLine(alone: paragraph)
        }
        let right =
            rule == .mojibake
            ? Wording("Unicode", en: "Unicode")
            : Wording("\(profile.font), Unicode", en: "\(profile.font), Unicode")
        let faults = places.compactMap { place in
            paragraphs[place].map { FaultyPlace($0, found, mend: edits[place] ?? []) }
        }
        log.add(rule, nil, all: faults, right: right)
    }
}
