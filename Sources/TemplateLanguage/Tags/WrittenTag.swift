internal import VietnameseText

/// A tag as its author wrote it, with what it says of its span taken apart.
///
/// Reads what templates of other engines say: `{-w:p ten}` (docxtemplater) spans an element by its name,
/// `{#ten [loopOver: "row"]}` (easy-template-x) one by its kind, and `{?ten}` (poi-tl) opens a section.
package struct WrittenTag: Hashable, Sendable {
    /// What stands between the delimiters, without the wish for a span: `#ten`.
    package let core: String
    /// What the section is to span, where the tag says so itself.
    package let span: Span?
    /// What else a section asks for: `{#ten | theo_cot}`.
    package let options: Set<SectionOption>

    /// What a section tag says it spans, from the element that holds its first tag to the one that holds its last.
    package enum Span: Hashable, Sendable {
        /// Elements with this name: `w:tr`, `text:p`.
        case element(String)
        case paragraph
        case row
        /// Nothing but what stands between its tags.
        case content
    }

    /// Reads the text between the delimiters.
    package init(_ inside: String) {
        var text = inside.trimmingWhitespace
        // poi-tl's mark for a section.
        if text.first == "?", text.utf8.count > 1 { text = "#" + text.dropFirst() }
        if let dashed = WrittenTag.dashed(text) {
            self = dashed
        } else if let optioned = WrittenTag.optioned(text) {
            self = optioned
        } else {
            self.init(core: text, span: nil)
        }
    }

    private init(core: String, span: Span?, options: Set<SectionOption> = []) {
        let taken = core.hasPrefix("#") ? SectionOption.taken(from: core) : (core, [])
        self.core = taken.0
        self.span = span
        self.options = options.union(taken.1)
    }

    /// What the tag names, without its mark, in NFC and with single blanks: a section's name, or a key of the data.
    package var name: String {
        guard let mark = core.first, "#^/@%>*".contains(mark) else { return Tag.sectionName(core) }
        return Tag.sectionName(String(core.dropFirst()))
    }

    /// `-w:p ten`: a hyphen, the name of an element, and what the section is over.
    private static func dashed(_ text: String) -> WrittenTag? {
        guard text.first == "-", let blank = text.firstIndex(where: \.isWhitespace) else { return nil }
        let element = String(text[text.index(after: text.startIndex)..<blank])
        if let element = spanWords[Normalization.nfc(element)] {
            return WrittenTag(core: "#" + String(text[blank...]).trimmingWhitespace, span: .element(element))
        }
        let names = element.split(separator: ":", omittingEmptySubsequences: false)
        guard names.count == 2,
            names.allSatisfy({ name in
                !name.isEmpty && name.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "-") }
            })
        else { return nil }
        return WrittenTag(core: "#" + String(text[blank...]).trimmingWhitespace, span: .element(element))
    }

    /// Words for what a section spans, Vietnamese and English.
    private static let spanWords: [String: String] = [
        "đoạn": "text:p", "doan": "text:p", "paragraph": "text:p", "hàng": "table:table-row",
        "hang": "table:table-row", "row": "table:table-row", "ô": "table:table-cell",
        "cell": "table:table-cell", "bảng": "table:table", "bang": "table:table", "table": "table:table",
        "mục": "text:list-item", "muc": "text:list-item", "item": "text:list-item",
    ]

    /// `#ten [loopOver: "row"]`.
    private static func optioned(_ text: String) -> WrittenTag? {
        guard let mark = text.first, "#^".contains(mark), text.last == "]",
            let bracket = text.lastIndex(of: "[")
        else { return nil }
        let options = text[text.index(after: bracket)...].dropLast()
        let sides = options.split(separator: ":", maxSplits: 1).map { String($0).trimmingWhitespace }
        guard sides.count == 2, sides[0] == "loopOver" else { return nil }
        let core = String(text[..<bracket]).trimmingWhitespace
        switch sides[1].trimming(while: { "\"'“”‘’„".contains($0) }) {
        case "paragraph": return WrittenTag(core: core, span: .paragraph)
        case "row": return WrittenTag(core: core, span: .row)
        case "content": return WrittenTag(core: core, span: .content)
        case "column": return WrittenTag(core: core, span: nil, options: [.columns])
        default: return nil
        }
    }
}

extension String {
    func trimming(while isUnwanted: (Character) -> Bool) -> String {
        var trimmed = self[...]
        while let first = trimmed.first, isUnwanted(first) { trimmed.removeFirst() }
        while let last = trimmed.last, isUnwanted(last) { trimmed.removeLast() }
        return String(trimmed)
    }

    var trimmingWhitespace: String { trimming(while: \.isWhitespace) }

    /// The text in a message: the beginning of one that is too long to read.
    var quoted: String {
        let limit = 200
        guard utf8.count > limit else { return self }
        return prefix(limit) + "…"
    }
}
