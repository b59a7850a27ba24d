internal import Values

/// The paragraph that ends a document, which the form prints with the mark that ends a text.
struct BodyEnd {
    /// All of it, without emphasis.
    let text: String
    /// The bold words it begins with, such as `Điều 3.`, and what follows them.
    private var opening: (bold: String, rest: String)?

    init(_ text: String) { self.text = text }

    /// Of a paragraph with marks of emphasis.
    fileprivate init(marked words: String) {
        text = words.withoutMarks.withoutEndMark
        let mark = "**"
        guard words.hasPrefix(mark), let close = words.dropFirst(mark.count).firstRange(of: mark),
            close.upperBound < words.endIndex
        else { return }
        let bold = String(words[..<close.upperBound]).withoutMarks
        let rest = String(words[close.upperBound...])
        guard rest.first == " ", !bold.contains("*") else { return }
        opening = (bold, String(rest.withoutMarks.withoutEndMark.drop { $0 == " " }))
    }

    /// As a form sees it.
    var fields: [(String, Value)] {
        [("ket", .text(text))]
            + (opening.map { [("ket_dam", .text($0.bold)), ("ket_con", .text($0.rest))] } ?? [])
    }
}

extension [Value] {
    /// Takes away the paragraph that ends a body; an empty end where the body ends in a table or a picture.
    mutating func removeEnd() -> BodyEnd {
        guard case .record(let block)? = last, case .text(let words)? = block["doan"] ?? block["de_muc"],
            !words.isEmpty
        else { return BodyEnd("") }
        removeLast()
        return BodyEnd(marked: words)
    }
}

extension String {
    /// The form writes the mark that ends a text.
    fileprivate var withoutEndMark: String {
        var end = self[...]
        while let last = end.last, "./ ".contains(last) { end.removeLast() }
        return String(end)
    }
}
