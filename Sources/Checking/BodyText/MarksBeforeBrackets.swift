internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let marksBeforeBrackets = lines([.markBeforeBracket]) { line, _ in
        line.isRunning ? MarksBeforeBrackets.faults(in: line.text) : []
    }
}

extension Rule {
    static let markBeforeBracket = Rule(
        "format.mark-before-bracket", "B06", .note, .byHand, .custom,
        "Phần trong ngoặc bắt đầu bằng chữ thường thuộc câu hay mục đứng trước: dấu chấm, dấu chấm phẩy ghi sau ngoặc đóng.",
        en:
            "Words in brackets that begin with a small letter belong to the sentence or item before them: its full stop or semicolon stands behind the bracket.",
        right: "- Thủ tướng Chính phủ (để b/c);", wrong: "- Thủ tướng Chính phủ; (để b/c)")
}

/// Marks that end a sentence or an item too early.
enum MarksBeforeBrackets {
    static func faults(in letters: TextScalars) -> [TextFault] {
        guard letters.text.hasBytes(of: "(") else { return [] }
        return letters.trimmed.lazy.filter { letters.scalars[$0] == "(" }.compactMap { bracket in
            guard letters[bracket - 1] == " ", let mark = letters[bracket - 2], mark == "." || mark == ";",
                letters[bracket + 1]?.isLower == true,
                letters[bracket + 2]?.isLower == true || letters[bracket + 2] == "/",
                letters.scalars[bracket...].contains(")"), let last = letters[bracket - 3],
                last == "%" || last.isLower && letters[bracket - 4]?.isLower == true
            else { return nil }
            let range = bracket - 2..<bracket + 1
            return letters.fault(
                .markBeforeBracket, at: range,
                told: Wording("“\(mark)” trước ngoặc mở", en: "“\(mark)” before the bracket"),
                right: "“\(mark)” sau ngoặc đóng", en: "“\(mark)” behind the bracket")
        }
    }
}
