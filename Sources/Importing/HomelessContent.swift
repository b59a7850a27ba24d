internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations
internal import VietnameseText

// What stands in a document besides its text.
extension DocumentImporting {
    mutating func noteTextBox(_ index: Int) {
        guard !lines[index].isBlank, !lines[index].isTypedLine else { return }
        let text = String(lines[index].trimmed.prefix(80))
        note(.homeless("khung chữ “\(text)”", en: "the text box “\(text)”", at: place(index)))
    }

    mutating func noteWhatHasNoPlace() {
        let read = document.document
        if read.traits.contains(.trackedChanges) { note(.trackedChanges(read.file)) }
        noteLeftLines()
        noteFields(of: read)
        for paragraph in read.paragraphs {
            let at = paragraph.place.location(in: read.file, excerpt: String(paragraph.text.prefix(60)))
            for shape in paragraph.shapes {
                if case .picture = shape.kind {
                    note(.homeless("hình ảnh\(Self.named(shape))", en: "a picture", at: at))
                } else if case .figure(let name) = shape.kind, shape.blocks.isEmpty, Self.isFigure(shape) {
                    note(.homeless("hình vẽ (\(name))", en: "a drawing (\(name))", at: at))
                }
            }
            for content in paragraph.unread { note(.homeless(content, at: at)) }
            noteSymbols(of: paragraph, at: at)
            for case .note(let reference) in paragraph.runs.flatMap(\.pieces) {
                let text =
                    read.notes.first { $0.kind == reference.kind && $0.id == reference.id }?.blocks.paragraphs
                    .map(\.text).joined(separator: " ") ?? ""
                let words = TextLine.trimmed(String(text.prefix(120)))
                note(.homeless("chú thích cuối trang “\(words)”", en: "the footnote “\(words)”", at: at))
            }
        }
        for comment in read.comments {
            let words = TextLine.trimmed(
                String(comment.blocks.paragraphs.map(\.text).joined(separator: " ").prefix(120)))
            note(.homeless("nhận xét “\(words)”", en: "the comment “\(words)”", at: .file(read.file)))
        }
        noteHeaders(of: read)
    }

    /// Signs that only their font has: a workspace keeps no fonts.
    private mutating func noteSymbols(of paragraph: ReadParagraph, at place: Location) {
        var seen: Set<String> = []
        for run in paragraph.runs {
            let codes = run.text.unicodeScalars.filter { (0xF000...0xF0FF).contains($0.value) }.map {
                "U+" + String($0.value, radix: 16, uppercase: true)
            }
            guard let font = run.symbolFont ?? run.format.font else { continue }
            for code in codes where seen.insert(code + font).inserted {
                note(
                    .homeless(
                        "ký hiệu \(code) chỉ phông \(font) có",
                        en: "the sign \(code), which only \(font) has", at: place))
            }
        }
    }

    /// Each kind of field once; links are text like any other.
    private mutating func noteFields(of read: ReadDocument) {
        var places: [String: (count: Int, at: Location)] = [:]
        for paragraph in read.paragraphs {
            for name in paragraph.fields where !["HYPERLINK", "", "FORMTEXT"].contains(name) {
                let at = paragraph.place.location(in: read.file, excerpt: String(paragraph.text.prefix(60)))
                places[name] = (1 + (places[name]?.count ?? 0), places[name]?.at ?? at)
            }
        }
        for (name, place) in places.sorted(by: { $0.key < $1.key }) {
            note(.fieldEnds(name, count: place.count, at: place.at))
        }
    }

    /// Lines of head and foot that are nothing the form has.
    private mutating func noteLeftLines() {
        if let first = (0..<document.head.lowerBound).first(where: { !lines[$0].isBlank }) {
            note(
                .homeless(
                    "bìa, mục lục và các dòng khác trước đầu văn bản",
                    en: "the cover, the table of contents and what else stands before the head",
                    at: place(first)))
        }
        var left = Array(document.head)
        if let foot = document.footLines { left += Array(foot) }
        for index in left where document.components[index] == nil && !lines[index].isBlank {
            guard !lines[index].isTypedLine else { continue }
            switch document.marks[index] {
            case .stamp, .subjectNote, .typedLine, .signatureNote, .digitalSignature: continue
            default: break
            }
            let text = String(lines[index].trimmed.prefix(80))
            note(.homeless("dòng “\(text)”", en: "the line “\(text)”", at: place(index)))
        }
    }

    /// What stands in the margins besides the number of the page.
    private mutating func noteHeaders(of read: ReadDocument) {
        var seen: Set<String> = []
        for header in read.sections.flatMap({ Array($0.headers.values) + Array($0.footers.values) }) {
            let text = TextLine.trimmed(header.blocks.paragraphs.map(\.text).joined(separator: " "))
            guard text.contains(where: \.isLetter), seen.insert(text).inserted else { continue }
            note(
                .homeless(
                    "chữ ở đầu hoặc chân trang “\(text.prefix(80))”",
                    en: "the header or footer “\(text.prefix(80))”", at: .file(read.file)))
        }
    }

    private static func named(_ shape: ReadShape) -> String {
        shape.description.map { $0.isEmpty ? "" : " “\($0.prefix(60))”" } ?? ""
    }

    /// Whether it is more than a drawn line.
    private static func isFigure(_ shape: ReadShape) -> Bool {
        (shape.width?.millimetres ?? 0) > 2 && (shape.height?.millimetres ?? 0) > 2
    }
}

extension Diagnostic {
    fileprivate static func homeless(_ content: UnreadContent, at place: Location) -> Diagnostic {
        switch content {
        case .formula(let letters):
            .homeless("công thức “\(letters)”", en: "the formula “\(letters)”", at: place)
        case .ruby(let letters):
            .homeless(
                "chữ nhỏ phía trên “\(letters)”", en: "the small letters above, “\(letters)”", at: place)
        case .field(let instruction):
            .homeless(
                "phần hiện ra của trường “\(TextLine.trimmed(instruction))”",
                en: "what the field “\(TextLine.trimmed(instruction))” shows", at: place)
        }
    }

    fileprivate static func fieldEnds(_ name: String, count: Int, at place: Location) -> Diagnostic {
        .warning(
            "import.field", at: place,
            "trường \(name) (\(count) chỗ) không còn tự cập nhật; chữ đang hiện được giữ",
            en: "the field \(name) (\(count) places) is no longer computed; the text it shows is kept",
            fix: "xem lại chữ ở đó, nhất là ngày và số trang",
            en: "look at the text there, days and page numbers above all")
    }

    fileprivate static func trackedChanges(_ file: String) -> Diagnostic {
        .note(
            "import.tracked-changes", at: .file(file),
            "văn bản có thay đổi chưa chấp nhận; đã đọc như chấp nhận hết",
            en: "the document has changes nobody has accepted; it is read as if all were",
            fix: "mở văn bản, chấp nhận hoặc từ chối từng thay đổi rồi nhập lại nếu cần",
            en: "accept or reject them in the document and import it again where needed")
    }
}
