internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations

/// Brackets behind the abbreviations of a file line.
enum RecipientBrackets {
    /// `CCVC(Thuận)`, `NN(03b)`; behind a stop the decree's own sample has no space, `PL.(300)`.
    static func faults(in letters: TextScalars) -> [TextFault] {
        guard letters.text.utf8.contains(UInt8(ascii: "(")), letters.text.contains("Lưu") else { return [] }
        return letters.trimmed.compactMap { bracket in
            guard letters.scalars[bracket] == "(", let before = letters[bracket - 1] else { return nil }
            let end = letters.end(from: bracket + 1) { $0 != ")" }
            let inside = letters.scalars[bracket + 1..<max(bracket + 1, end)]
            let isName = inside.first?.isUpper == true && inside.contains(where: \.isLower)
            let isCount = inside.first?.isDigit == true && inside.last == "b"
            let isBehindCode = before.isUpper && letters[bracket - 2]?.isUpper == true
            guard letters[end] == ")", isBehindCode, isName || isCount else { return nil }
            return letters.fault(
                .spaceBeforeBracket, at: bracket..<bracket,
                told: Wording("không cách trước ngoặc mở", en: "no space before the bracket"),
                right: "một dấu cách", en: "a space", correction: " ")
        }
    }
}

extension CheckContext {
    /// Letters set as an index, which are smaller than the others and off their line.
    func checkRecipientPosition(_ log: inout FindingLog) {
        for index in structure.indices(of: .recipient) where !lines[index].hasTags {
            let raised = lines[index].pieces.filter { piece in
                piece.look.position != .baseline && piece.text.unicodeScalars.count(where: \.isLetter) > 1
            }
            guard let first = raised.first else { continue }
            let words = TextLine.trimmed(String(first.text))
            let isLow = first.look.position == .lowered
            var onLine = CharacterChange()
            onLine.position = .baseline
            log.add(
                .recipientLook, .recipient, lines[index],
                found: Wording(
                    "“\(words)” là chỉ số \(isLow ? "dưới" : "trên")",
                    en: "“\(words)” is a \(isLow ? "subscript" : "superscript")"),
                right: Wording("chữ thường trên dòng", en: "letters on the line"),
                mend: lines[index].edits { [onLine] in $0.position == .baseline ? nil : onLine })
        }
    }
}
