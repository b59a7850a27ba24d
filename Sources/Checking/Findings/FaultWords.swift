internal import Diagnostics
internal import Recognition
internal import Regulations

/// How a fault of a text is told where its grammar leaves that open; marks and blanks, which show little when they are quoted, by
/// their names.
struct FaultWords {
    let found: Wording
    let right: Wording

    init(_ fault: TextFault, letters: String) {
        found = fault.told ?? Self.found(fault, letters)
        right = Self.right(fault)
    }

    private static func found(_ fault: TextFault, _ letters: String) -> Wording {
        let shown = TextLine.trimmed(letters)
        guard shown.isEmpty else { return Wording("“\(shown)”", en: "“\(shown)”") }
        let missing = TextLine.trimmed(fault.correction ?? "")
        return missing.isEmpty
            ? Wording("không có dấu cách", en: "no space")
            : Wording("không có “\(missing)”", en: "no “\(missing)”")
    }

    private static func right(_ fault: TextFault) -> Wording {
        let right = fault.right
        guard !right.vietnamese.isEmpty else { return Wording("bỏ đi", en: "leave it out") }
        guard right.vietnamese.contains(where: { $0.isLetter || $0.isNumber }) else {
            let mark = TextLine.trimmed(right.vietnamese)
            return mark.isEmpty
                ? Wording("một dấu cách", en: "one space") : Wording("“\(mark)”", en: "“\(mark)”")
        }
        let words = TextLine.trimmed(right.vietnamese)
        guard words != right.vietnamese else { return right }
        // What a correction ends in cannot be seen.
        let isBeforeBlank = right.vietnamese.last == " " && right.vietnamese == fault.correction
        return isBeforeBlank
            ? Wording("“\(words)” rồi một dấu cách", en: "“\(words)” and one space")
            : Wording(words, en: TextLine.trimmed(right.english))
    }
}
