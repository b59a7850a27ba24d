internal import Diagnostics
internal import Recognition
internal import Regulations

/// An item of a list with a dash before it and a mark after it.
enum ListItem {
    /// What is told where the mark is not there.
    static let noEnd = Wording("thiếu dấu ở cuối", en: "no mark at the end")

    static func faults(in line: String, end: Character, dash: Rule, separator: Rule) -> [TextFault] {
        let letters = TextScalars(line)
        let whole = letters.trimmed
        guard !whole.isEmpty else { return [] }
        var found: [TextFault] = []
        let start = letters.end(from: whole.lowerBound) { "-–—•*+".unicodeScalars.contains($0) || $0.isBlank }
        if letters[whole.lowerBound..<start] != "- ", letters[whole.lowerBound..<start] != "-" {
            let told = start == whole.lowerBound ? Wording("thiếu gạch đầu dòng", en: "no dash") : nil
            found.append(letters.fault(dash, at: whole.lowerBound..<start, told: told, correction: "- "))
        }
        // A remark in brackets may end the item's words; what is wrong is the mark after them.
        var mark = whole.upperBound
        while mark > start, let last = letters[mark - 1], ".;,:/".unicodeScalars.contains(last) { mark -= 1 }
        if letters[mark..<whole.upperBound] != String(end) {
            let told = mark == whole.upperBound ? noEnd : nil
            found.append(
                letters.fault(separator, at: mark..<whole.upperBound, told: told, correction: String(end)))
        }
        return found
    }
}
