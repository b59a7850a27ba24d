import Container
import Diagnostics
import OfficeDocument
import OfficePackage
import Testing

/// A document in the other format, or anew in its own.
struct Converted {
    let archive: Archive
    let document: ReadDocument
    let codes: [String]

    init(_ source: Archive, to format: OfficeFormat) throws {
        let made = Document.rewriting(try ReadDocument.reading(source).value, in: source)
        codes = made.warnings.map(\.code)
        archive = try Archive(bytes: made.value.bytes(as: format), file: "ra.\(format.rawValue)")
        let read = try ReadDocument.reading(archive)
        #expect(read.warnings.isEmpty)
        document = read.value
    }
}

extension ReadDocument {
    /// Each paragraph with what stands in it besides text: notes, pictures, comments.
    var marked: [String] { paragraphs.map(marked) }

    func marked(_ paragraph: ReadParagraph) -> String {
        let label = paragraph.label.map { "<\($0.text)>" } ?? ""
        return paragraph.runs.reduce(label) { text, run in
            run.pieces.reduce(text) { $0 + self.marked($1, paragraph) }
        }
    }

    private func marked(_ piece: ReadRun.Piece, _ paragraph: ReadParagraph) -> String {
        switch piece {
        case .text(let text): return text
        case .tab: return "\t"
        case .lineBreak: return "\n"
        case .note(let reference):
            let note = notes.first { $0.kind == reference.kind && $0.id == reference.id }
            let text = note?.blocks.paragraphs.map(marked).joined(separator: "/") ?? "?"
            return "[\(reference.kind): \(text)]"
        case .shape(let index):
            let shape = paragraph.shapes[index]
            guard case .picture(let part) = shape.kind else { return "[shape]" }
            let size = [shape.width, shape.height].map {
                $0.map { "\(Int($0.millimetres.rounded()))" } ?? "?"
            }
            let way = shape.position == nil ? "inline" : "anchored"
            return
                "[\(way) \(part == nil ? "nothing" : "picture") \(size.joined(separator: "×")) \(shape.alternativeText ?? "")]"
        case .comment(let id):
            let comment = comments.first { $0.id == id }
            let text = comment?.blocks.paragraphs.map(\.text).joined(separator: "/") ?? "?"
            return format == .docx ? "[comment: \(text)]" : "[\(comment?.author ?? "?"):"
        case .commentStart: return "[…"
        case .commentEnd: return "…]"
        case .pageBreak, .columnBreak, .pageNumber, .pageCount, .object: return "[\(piece)]"
        }
    }
}
