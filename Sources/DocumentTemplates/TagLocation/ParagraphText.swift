internal import OfficePackage
internal import XMLTree

/// The characters of one paragraph, wherever the word processor put them.
struct ParagraphText {
    /// UTF-8 of the whole paragraph.
    private(set) var bytes: [UInt8] = []
    /// The range of each piece in `bytes`, in the order in which a walk through the paragraph meets them.
    private(set) var slots: [Range<Int>] = []

    /// Reads a paragraph; what stands in paragraphs inside it (text boxes, notes) is not its own.
    init(of paragraph: Element, in dialect: Dialect) { collect(paragraph, dialect) }

    private mutating func collect(_ element: Element, _ dialect: Dialect) {
        for child in element.children {
            switch child {
            case .text(let words):
                if dialect.textIsDirect || dialect.role(of: element.name) == .text { append(words) }
            case .element(let inner):
                switch dialect.role(of: inner.name) {
                case .span, .text: collect(inner, dialect)
                case .character(let character): append(String(character))
                case .blanks: append(String(repeating: " ", count: inner.blankCount))
                case .paragraph, .properties, .mark: break
                case .table, .row, .cell, .list, .listItem, .container, nil:
                    // Only Word keeps a paragraph's own text inside elements that mean nothing here (fields, content controls).
                    if !dialect.textIsDirect { collect(inner, dialect) }
                }
            case .comment, .instruction: break
            }
        }
    }

    private mutating func append(_ words: String) {
        let start = bytes.count
        bytes.append(contentsOf: words.utf8)
        slots.append(start..<bytes.count)
    }
}

extension Element {
    /// How many blanks a `text:s` stands for.
    var blankCount: Int { max(0, min(attribute("c", in: OpenDocumentNames.text)?.writtenCount ?? 1, 1000)) }
}
