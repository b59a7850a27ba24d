internal import Diagnostics
internal import Recognition
internal import Regulations

extension Check {
    static let endMark = document([.endMarkMissing, .endMarkVariant, .endMarkInside, .endMarkAlone]) {
        $0.checkEnd(&$1)
    }
}

extension Rule {
    static let endMarkMissing = Rule(
        "format.end-mark-missing", "B09", .warning, .automatic(.mark), .forms("các mẫu 1.1–2.2"),
        "Nội dung kết thúc bằng ./. như trong các mẫu.", en: "The text ends with ./. as in the sample forms.",
        right: "… tổ chức thực hiện./.", wrong: "… tổ chức thực hiện.")

    static let endMarkVariant = Rule(
        "format.end-mark-variant", "B09", .warning, .automatic(.mark), .forms("các mẫu 1.1–2.2"),
        "Dấu kết thúc viết ./. liền nhau, liền chữ cuối.",
        en: "The end mark is ./. in one piece, right after the last word.", right: "thực hiện./.",
        wrong: "thực hiện. /.")

    static let endMarkInside = Rule(
        "format.end-mark-inside", "B09", .warning, .byHand, .forms("các mẫu 1.1–2.2"),
        "Dấu ./. chỉ đứng ở cuối nội dung.", en: "The mark ./. stands only at the end of the text.",
        right: "cuối văn bản", wrong: "giữa văn bản")

    static let endMarkAlone = Rule(
        "format.end-mark-alone", "B09", .warning, .byHand, .forms("các mẫu 1.1–2.2"),
        "Dấu ./. liền với câu cuối, không đứng riêng một đoạn.",
        en: "The mark ./. belongs to the last sentence, not to a paragraph of its own.",
        right: "thực hiện./.", wrong: "./. một mình")
}

extension FormatProfile {
    /// The faults in the mark that ends the text (`./.`), given the last paragraph of the text.
    func faults(inLastParagraph text: String) -> [TextFault] {
        let letters = TextScalars(text)
        let whole = letters.trimmed
        guard !whole.isEmpty else { return [] }
        var start = whole.upperBound
        while start > whole.lowerBound, let letter = letters[start - 1],
            ".,;:/".unicodeScalars.contains(letter) || letter.isBlank
        { start -= 1 }
        let mark = letters[start..<whole.upperBound]
        guard mark != endMark else {
            return start == whole.lowerBound
                ? [
                    letters.fault(
                        .endMarkAlone, at: whole, right: "liền với câu cuối",
                        en: "right after the last sentence")
                ] : []
        }
        // A table or a form may end a text: only a sentence is judged.
        if start == whole.lowerBound {
            return [
                letters.fault(
                    .endMarkAlone, at: whole, right: "liền với câu cuối", en: "right after the last sentence")
            ]
        }
        guard endMark == "./." else {
            return mark.contains("/")
                ? [letters.fault(.partyEndMark, at: start..<whole.upperBound, correction: endMark)] : []
        }
        let broken: Rule = mark.contains("/") ? .endMarkVariant : .endMarkMissing
        let told = mark.isEmpty ? Wording("không có dấu kết thúc", en: "no end mark") : nil
        // Behind anything but a word, a figure or a bracket something else has gone wrong as well.
        let isWord = letters[start - 1].map {
            $0.isLetter || $0.isDigit || ")”\"%".unicodeScalars.contains($0)
        }
        // A colon leads to what is not there, and an address would become another.
        let isOpen = mark.contains(":") || isAddress(letters[whole.lowerBound..<start])
        return [
            letters.fault(
                broken, at: start..<whole.upperBound, told: told, right: endMark, en: endMark,
                correction: isWord == true && !isOpen ? endMark : nil)
        ]
    }

    /// Whether the text ends in an address of mail or of a page.
    private func isAddress(_ text: String) -> Bool {
        guard let word = text.split(whereSeparator: \.isWhitespace).last else { return false }
        return word.contains("@") || word.contains("://") || word.hasSuffix(".vn") || word.hasSuffix(".com")
    }

    /// `./.` in a paragraph that is not the last one.
    func faults(inEarlierParagraph text: String) -> [TextFault] {
        // Most paragraphs have no such mark, and are passed over by their bytes.
        let slashes = text.utf8.indices.lazy.filter { text.utf8[$0] == UInt8(ascii: "/") }
        let hasMark = slashes.contains { slash in
            let next = text.utf8.index(after: slash)
            return next < text.utf8.endIndex && text.utf8[next] == UInt8(ascii: ".")
        }
        guard hasMark else { return [] }
        let letters = TextScalars(text)
        return letters.scalars.indices.compactMap { place in
            guard place + 3 <= letters.count, letters[place..<place + 3] == "./.", letters[place - 1] != ".",
                letters[place + 3] != "/"
            else { return nil }
            return letters.fault(.endMarkInside, at: place..<place + 3, right: ".", en: ".")
        }
    }
}

extension CheckContext {
    func checkEnd(_ log: inout FindingLog) {
        guard structure.foot != nil else { return }
        var text = structure.text.filter { !lines[$0].isBlank }
        // A remark in brackets may follow the end.
        if let remark = text.last, lines[remark].trimmed.hasPrefix("("),
            lines[remark].trimmed.hasSuffix(")") || lines[remark].trimmed.hasSuffix(").")
        {
            guard text.count > 1, lines[text[text.count - 2]].trimmed.hasSuffix(profile.endMark) else {
                return
            }
            text.removeLast()
        }
        while let note = text.last, isNote(note, below: text.dropLast().last) { text.removeLast() }
        guard let last = text.last else { return }
        for index in text.dropLast() where isText(index) && !lines[index].hasTags {
            log.add(profile.faults(inEarlierParagraph: lines[index].trimmed), .body, lines[index])
        }
        guard !structure.textEndsInTable, lines[last].spot.table == nil, !lines[last].spot.isInShape else {
            return
        }
        if lines[last].hasTags, lines[last].trimmed.hasSuffix(profile.endMark) { return }
        // What a tag alone stands for is not known.
        if lines[last].hasTags, TextLine.trimmed(lines[last].ownText).isEmpty { return }
        let faults = profile.faults(inLastParagraph: lines[last].trimmed)
        log.add(isEnded(before: last, text) ? faults.map(\.byHand) : faults, .body, lines[last])
    }

    /// What is said below the end of the text: `Ghi chú: …`, stars, or what warns below the mark.
    private func isNote(_ index: Int, below other: Int?) -> Bool {
        let text = lines[index].trimmed
        guard let other, !lines[index].hasTags, !text.hasSuffix(profile.endMark) else { return false }
        if text.allSatisfy({ "* -_".contains($0) }) || text.hasPrefix("Ghi chú:") { return true }
        return ["Lưu ý:", "Chú thích:", "Nguồn:"].contains { text.hasPrefix($0) }
            && lines[other].trimmed.hasSuffix(profile.endMark)
    }

    /// Whether the mark stands shortly before: what follows may be a remark, and a person must say where the text ends.
    private func isEnded(before last: Int, _ text: [Int]) -> Bool {
        profile.endMark == "./."
            && text.filter { $0 < last && lines[$0].spot.table == nil }.suffix(Self.reachOfRemarks).contains {
                lines[$0].trimmed.hasSuffix(profile.endMark)
            }
    }

    private static let reachOfRemarks = 4
}
