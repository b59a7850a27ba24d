import Container
import Diagnostics
import XMLTree

/// The text of a DOCX or ODT as a reader meets it: the paragraphs of its body in order, white space collapsed, empty ones left out.
///
/// Written for the tests alone and from the two standards, not with the rooms that write the documents.
func paragraphs(of document: [UInt8], file: String) throws -> [String] {
    let archive = try Archive(bytes: document, file: file)
    let part = archive.contains("content.xml") ? "content.xml" : "word/document.xml"
    let root = try Element(parsing: archive.contents(of: part), file: part)
    var reading = ParagraphReading()
    reading.read(root)
    return reading.paragraphs.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.filter {
        !$0.isEmpty
    }
}

private struct ParagraphReading {
    var paragraphs: [String] = []
    private var open: [String] = []

    mutating func read(_ element: Element) {
        switch element.name.local {
        case "p" where element.name.written == "w:p" || element.name.written == "text:p", "h":
            open.append("")
            readChildren(of: element)
            paragraphs.append(open.removeLast())
        case "t": append(element.text)
        case "tab", "br", "line-break", "s": append(" ")
        // What is not the text of the body: styles, declarations and page fields.
        case "automatic-styles", "font-face-decls", "scripts", "sequence-decls", "pPr", "rPr", "instrText":
            break
        default: readChildren(of: element)
        }
    }

    private mutating func readChildren(of element: Element) {
        for child in element.children {
            switch child {
            case .element(let inner): read(inner)
            case .text(let text) where element.name.prefix == "text": append(text)
            case .text, .comment, .instruction: break
            }
        }
    }

    private mutating func append(_ text: String) {
        guard let last = open.indices.last else { return }
        open[last] += text
    }
}
