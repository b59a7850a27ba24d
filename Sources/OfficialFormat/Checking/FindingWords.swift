internal import Diagnostics
internal import VietnameseText

/// How a grammar's finding is told; marks and blanks, which show little when they are quoted, by their names.
struct FindingWords {
    let found: Wording
    let right: Wording

    init(_ finding: Finding, letters: String) {
        found = Self.found(finding, letters)
        right = Self.right(finding)
    }

    /// Faults of typing: the same everywhere, so that one place stands for all.
    static let ofTyping: Set<RuleCode> = [
        .doubleSpace, .spaceBeforeMark, .spaceAfterMark, .spaceInsideBrackets, .percentSpace, .junkCharacter,
        .decomposedLetters,
    ]

    private static func found(_ finding: Finding, _ letters: String) -> Wording {
        switch finding.rule {
        case .junkCharacter:
            if let junk = JunkCharacter.all(in: finding.found).first { return junk.kind.name }
        case .doubleSpace: return Wording("hai dấu cách liền nhau trở lên", en: "several spaces in a row")
        case .spaceBeforeMark: return Wording("dấu cách trước dấu câu", en: "a space before the mark")
        case .spaceAfterMark: return Wording("không cách sau dấu câu", en: "no space after the mark")
        case .spaceInsideBrackets:
            return Wording("dấu cách sát trong ngoặc", en: "a space inside the brackets")
        case .percentSpace: return Wording("dấu cách trước %", en: "a space before %")
        case .recipientDash, .addresseesDash:
            if letters.isEmpty { return Wording("thiếu gạch đầu dòng", en: "no dash") }
        case .recipientEnd, .addresseesSeparator, .basisEnd:
            if letters.isEmpty { return Wording("thiếu dấu ở cuối", en: "no mark at the end") }
        case .dateComma: return Wording("không có dấu phẩy sau địa danh", en: "no comma after the place")
        case .addresseeColon:
            return Wording("không có dấu hai chấm sau “Kính gửi”", en: "no colon after “Kính gửi”")
        case .endMarkMissing where letters.isEmpty: return Wording("không có dấu kết thúc", en: "no end mark")
        case .basisNumberWord: return Wording("thiếu chữ “số”", en: "no word “số”")
        case .fileLineMissing: return Wording("không có dòng Lưu", en: "no file line")
        case .fileLineForm where TextLine.trimmed(letters).isEmpty:
            return finding.correction == ": "
                ? Wording("không có dấu hai chấm sau “Lưu”", en: "no colon after “Lưu”")
                : Wording("không ghi VT sau “Lưu”", en: "no VT after “Lưu”")
        case .numberSpaces where TextLine.trimmed(letters) == finding.correction.map(TextLine.trimmed):
            return Wording("có dấu cách sát dấu “/” hoặc “-”", en: "a space beside “/” or “-”")
        case .asAboveMissing: return Wording("không có “Như trên”", en: "no “Như trên”")
        default: break
        }
        let shown = TextLine.trimmed(letters)
        guard shown.isEmpty else { return Wording("“\(shown)”", en: "“\(shown)”") }
        let missing = TextLine.trimmed(finding.correction ?? "")
        return missing.isEmpty
            ? Wording("không có dấu cách", en: "no space")
            : Wording("không có “\(missing)”", en: "no “\(missing)”")
    }

    private static func right(_ finding: Finding) -> Wording {
        let right = finding.right
        guard !right.vietnamese.isEmpty else { return Wording("bỏ đi", en: "leave it out") }
        guard right.vietnamese.contains(where: { $0.isLetter || $0.isNumber }) else {
            let mark = TextLine.trimmed(right.vietnamese)
            return mark.isEmpty
                ? Wording("một dấu cách", en: "one space") : Wording("“\(mark)”", en: "“\(mark)”")
        }
        let words = TextLine.trimmed(right.vietnamese)
        guard words != right.vietnamese else { return right }
        // What a correction ends in cannot be seen.
        let isBeforeBlank = right.vietnamese.last == " " && right.vietnamese == finding.correction
        return isBeforeBlank
            ? Wording("“\(words)” rồi một dấu cách", en: "“\(words)” and one space")
            : Wording(words, en: TextLine.trimmed(right.english))
    }
}

extension JunkCharacter {
    /// What to do about it.
    var remedyName: Wording {
        switch kind {
        case .noBreakSpace, .oddSpace: Wording("dấu cách thường", en: "a plain space")
        case .zeroWidth, .byteOrderMark, .softHyphen, .control: Wording("bỏ đi", en: "leave it out")
        case .lookAlike: remedy.map { Wording("“\($0)”", en: "“\($0)”") } ?? kind.name
        case .replacement: Wording("gõ lại chữ đã mất", en: "type the lost letter again")
        }
    }
}
