import OfficeDocument
import Recognition
import Regulations

/// Everything recognised in a document, in rows.
struct Outline {
    private let document: RecognisedDocument
    private var numbers: [ReadParagraph.Place: Int] = [:]
    private(set) var rows: [String] = []

    init(of read: ReadDocument) {
        document = RecognisedDocument(of: read)
        var count = 0
        for block in read.blocks { number(block, &count) }
        add(nil, "nature", "\(document.nature)", "", "")
        add(nil, "profile", document.profile.key.rawValue, "", document.typeName ?? "")
        for (index, component) in document.components.all { add(index, component.rawValue) }
        for index in document.marks.keys.sorted() {
            add(index, "mark:\(document.marks[index]?.rawValue ?? "")")
        }
        // Readers count the levels of an article's points without it.
        var article: Int?
        for heading in document.headings {
            if heading.number == .article {
                article = heading.level
            } else if let level = article, heading.level <= level {
                article = nil
            }
            let level = heading.level - (article.map { $0 < heading.level } ?? false ? 1 : 0)
            let kind = heading.number.map { "\($0)" } ?? "none"
            let details = [
                heading.isAutomatic ? "auto" : "", heading.isRunIn ? "run-in" : "", heading.sureness.rawValue,
            ]
            add(
                heading.line, "heading", "\(level)",
                "\(kind) \(details.filter { !$0.isEmpty }.joined(separator: " "))")
        }
        for table in document.tables { add(table.lines.lowerBound, "table", table.kind.rawValue) }
        for lead in document.leads { add(lead, "lead") }
        if let end = document.endMark { add(end, "endMark") }
    }

    /// As people count: paragraphs of the body, those in cells included, those in shapes not.
    private mutating func number(_ block: ReadBlock, _ count: inout Int) {
        switch block {
        case .paragraph(let paragraph):
            count += 1
            numbers[paragraph.place] = count
            for shape in paragraph.shapes {
                for inner in shape.blocks.paragraphs { numbers[inner.place] = count }
            }
        case .table(let table):
            for row in table.rows {
                for cell in row.cells { for inner in cell.blocks { number(inner, &count) } }
            }
        }
    }

    private mutating func add(
        _ line: Int?, _ name: String, _ level: String = "", _ kind: String = "", _ text: String? = nil
    ) {
        let place = line.map { document.lines[$0].paragraph.place }
        let number = place.flatMap { numbers[$0] }.map { "\($0)" } ?? "-"
        let words = text ?? line.map { String(document.lines[$0].trimmed.prefix(100)) } ?? ""
        let plain = words.map { $0 == "\t" || $0 == "\n" ? " " : $0 }
        rows.append([number, name, level, kind, String(plain)].joined(separator: "\t"))
    }
}
