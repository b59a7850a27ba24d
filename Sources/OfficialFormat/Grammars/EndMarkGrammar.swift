extension FormatProfile {
    /// The faults in the mark that ends the text (`./.`), given the last paragraph of the text.
    public func findings(inLastParagraph text: String) -> [Finding] {
        let letters = Letters(text)
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
                    letters.finding(
                        .endMarkAlone, at: whole, right: "liền với câu cuối",
                        en: "right after the last sentence")
                ] : []
        }
        // A table or a form may end a text: only a sentence is judged.
        if start == whole.lowerBound {
            return [
                letters.finding(
                    .endMarkAlone, at: whole, right: "liền với câu cuối", en: "right after the last sentence")
            ]
        }
        guard endMark == "./." else {
            return mark.contains("/")
                ? [letters.finding(.partyEndMark, at: start..<whole.upperBound, correction: endMark)] : []
        }
        let code: RuleCode = mark.contains("/") ? .endMarkVariant : .endMarkMissing
        return [letters.finding(code, at: start..<whole.upperBound, correction: endMark)]
    }

    /// `./.` in a paragraph that is not the last one.
    public func findings(inEarlierParagraph text: String) -> [Finding] {
        // Most paragraphs have no such mark, and are passed over by their bytes.
        let slashes = text.utf8.indices.lazy.filter { text.utf8[$0] == UInt8(ascii: "/") }
        let hasMark = slashes.contains { slash in
            let next = text.utf8.index(after: slash)
            return next < text.utf8.endIndex && text.utf8[next] == UInt8(ascii: ".")
        }
        guard hasMark else { return [] }
        let letters = Letters(text)
        return letters.scalars.indices.compactMap { place in
            guard place + 3 <= letters.count, letters[place..<place + 3] == "./.", letters[place - 1] != ".",
                letters[place + 3] != "/"
            else { return nil }
            return letters.finding(.endMarkInside, at: place..<place + 3, right: ".", en: ".")
        }
    }
}
