import Container
import Diagnostics
import OfficeDocument
import OfficePackage
import Regulations
import Testing

@testable import Checking
@testable import Forms

/// A way in which offices and word processors set a right document otherwise than this project does.
struct SetUp: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// Done to the plan, whose words may have been changed before.
    var arranging: @Sendable (inout Document) -> Void = { _ in }
    /// Done to the markup of its text.
    var rewriting: @Sendable (String, OfficeFormat) -> String = { markup, _ in markup }
    /// Done to the markup of every part, by its name.
    var packing: @Sendable (_ part: String, _ markup: String, OfficeFormat) -> String = { _, markup, _ in
        markup
    }
    /// Parts that are added, by their names.
    var adding: [String: String] = [:]

    func read(_ document: Document, as format: OfficeFormat) throws -> ReadDocument {
        let file = "van-ban.\(format.rawValue)"
        return try ReadDocument.reading(Archive(bytes: bytes(of: document, as: format), file: file)).value
    }

    func bytes(of document: Document, as format: OfficeFormat) throws -> [UInt8] {
        var document = document
        arranging(&document)
        let file = "van-ban.\(format.rawValue)"
        let archive = try Archive(bytes: document.bytes(as: format), file: file)
        let main = format == .docx ? "word/document.xml" : "content.xml"
        var writer = ArchiveWriter()
        for entry in archive.entries {
            let bytes = try archive.contents(of: entry.name)
            guard entry.name.hasSuffix(".xml") || entry.name.hasSuffix(".rels") else {
                writer.add(entry.name, bytes: bytes)
                continue
            }
            var markup = String(decoding: bytes, as: UTF8.self)
            if entry.name == main { markup = rewriting(markup, format) }
            writer.add(entry.name, bytes: Array(packing(entry.name, markup, format).utf8))
        }
        if format == .docx {
            for (name, markup) in adding.sorted(by: { $0.key < $1.key }) {
                writer.add(name, bytes: Array(markup.utf8))
            }
        }
        return try writer.bytes()
    }

    static let all: [SetUp] = [
        tabbedHead, blankHead, fourRows, threeColumns, twoTables, tabbedFoot, twoRowsFoot, textBoxes,
        vectorBoxes, contentControls, trackedInsertions, lettersApart, foreignStyles, automaticNumbers,
        brokenLines, framedHead,
    ]
}

extension SetUp {
    private static let regular = CharacterFormat(size: 13, weight: .regular, slant: .upright)
    private static let bold = CharacterFormat(size: 13, weight: .bold, slant: .upright)
    private static let larger = CharacterFormat(size: 14, weight: .bold, slant: .upright)
    private static let italic = CharacterFormat(size: 14, weight: .regular, slant: .italic)

    /// The words of the head's table, left and right, row by row.
    private static func words(of document: Document) -> (left: [String], right: [String]) {
        guard case .table(let table) = document.sections[0].blocks[0] else { return ([], []) }
        func texts(_ column: Int) -> [String] {
            table.rows.flatMap { row in
                row.cells[column].blocks.compactMap { block in
                    if case .paragraph(let paragraph) = block, !paragraph.text.isEmpty {
                        paragraph.text
                    } else {
                        nil
                    }
                }
            }
        }
        return (texts(0), texts(1))
    }

    /// Lines are drawn where this stands.
    private static let line = "§"

    private static func columns(_ document: inout Document, gap: Run) {
        let (left, right) = words(of: document)
        let looks: [(CharacterFormat, CharacterFormat)] = [
            (regular, bold), (bold, larger), (regular, italic),
        ]
        let tabs = ParagraphFormat(
            alignment: .left, leftIndent: .zero, firstLineIndent: .zero, spaceBefore: .zero,
            tabs: [TabStop(position: .millimetres(70), kind: "left")])
        let rows = zip(zip(left, right), looks).enumerated().map { index, row in
            let drawn = index == 1 ? [Run(line), Run(line)] : []
            return Block.paragraph(
                Paragraph(
                    style: FormStyle.numberAndCode.rawValue, format: tabs,
                    runs: [Run(row.0.0, format: row.1.0), gap, Run(row.0.1, format: row.1.1)] + drawn))
        }
        document.sections[0].blocks.replaceSubrange(0...0, with: rows)
    }

    @Sendable private static func drawLines(_ markup: String, _ format: OfficeFormat) -> String {
        switch format {
        case .docx:
            markup.replacing(
                "<w:t xml:space=\"preserve\">\(line)</w:t>",
                with:
                    #"<w:pict><v:line xmlns:v="urn:schemas-microsoft-com:vml" from="10pt,2pt" to="90pt,2pt" style="position:absolute"/></w:pict>"#
            )
        case .odt:
            markup.replacing(
                line,
                with:
                    #"<draw:line xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" text:anchor-type="paragraph" svg:x1="1cm" svg:y1="0.1cm" svg:x2="4cm" svg:y2="0.1cm"/>"#
            )
        }
    }

    static let tabbedHead = SetUp(
        testDescription: "a head of tabs", arranging: { columns(&$0, gap: Run([.tab])) }, rewriting: drawLines
    )

    static let blankHead = SetUp(
        testDescription: "a head of blanks",
        arranging: { columns(&$0, gap: Run(String(repeating: " ", count: 12), format: regular)) },
        rewriting: drawLines)

    private static func headTable(_ document: inout Document, _ change: (inout Table) -> Void) {
        guard case .table(var table) = document.sections[0].blocks[0] else { return }
        change(&table)
        document.sections[0].blocks[0] = .table(table)
    }

    static let fourRows = SetUp(
        testDescription: "a head of four rows",
        arranging: { document in
            headTable(&document) { table in
                let (left, right) = (table.rows[0].cells[0].blocks, table.rows[0].cells[1].blocks)
                let rows = zip(left, right).map { Table.Row([Table.Cell([$0]), Table.Cell([$1])]) }
                table.rows = rows + [table.rows[1]]
            }
        })

    static let threeColumns = SetUp(
        testDescription: "a head with an empty column in its middle",
        arranging: { document in
            headTable(&document) { table in
                table.columns = [.millimetres(68), .millimetres(2), .millimetres(104)]
                for row in table.rows.indices {
                    table.rows[row].cells.insert(Table.Cell([FormStyle.recipient("")]), at: 1)
                }
            }
        })

    static let twoTables = SetUp(
        testDescription: "a head of two tables",
        arranging: { document in
            guard case .table(let table) = document.sections[0].blocks[0] else { return }
            let parts = table.rows.map { row in
                var part = table
                part.rows = [row]
                return Block.table(part)
            }
            let between = Block.paragraph(Paragraph("", style: FormStyle.sectionEnd.rawValue))
            document.sections[0].blocks.replaceSubrange(0...0, with: [parts[0], between, parts[1]])
        })

    private static func footTable(_ document: inout Document, _ change: (Table) -> [Block]) {
        let place = document.sections[0].blocks.lastIndex { if case .table = $0 { true } else { false } }
        guard let place, case .table(let table) = document.sections[0].blocks[place] else { return }
        document.sections[0].blocks.replaceSubrange(place...place, with: change(table))
    }

    private static func paragraphs(_ cell: Table.Cell) -> [Paragraph] {
        cell.blocks.compactMap { if case .paragraph(let paragraph) = $0 { paragraph } else { nil } }
    }

    static let tabbedFoot = SetUp(
        testDescription: "a foot of tabs",
        arranging: { document in
            footTable(&document) { table in
                let left = paragraphs(table.rows[0].cells[0])
                let right = paragraphs(table.rows[0].cells[1])
                let looks =
                    [CharacterFormat(size: 12, weight: .bold, slant: .italic)]
                    + Array(repeating: CharacterFormat(size: 11, weight: .regular, slant: .upright), count: 6)
                return (0..<max(left.count, right.count + 1)).map { index in
                    // The name stands in the last line.
                    let title =
                        index < right.count - 1
                        ? right[index].text
                        : index == max(left.count, right.count + 1) - 1 ? right[right.count - 1].text : ""
                    var runs = index < left.count ? [Run(left[index].text, format: looks[index])] : []
                    if !title.isEmpty { runs += [Run([.tab]), Run(title, format: larger)] }
                    return .paragraph(
                        Paragraph(
                            style: FormStyle.recipient.rawValue,
                            format: ParagraphFormat(tabs: [TabStop(position: .millimetres(95), kind: "left")]
                            ), runs: runs))
                }
            }
        })

    static let twoRowsFoot = SetUp(
        testDescription: "a foot of two rows with the name in the second",
        arranging: { document in
            footTable(&document) { table in
                var table = table
                let right = table.rows[0].cells[1].blocks
                table.rows[0].cells[1].blocks = Array(right.dropLast())
                table.rows.append(
                    Table.Row([Table.Cell([FormStyle.recipient("")]), Table.Cell([right[right.count - 1]])]))
                return [.table(table)]
            }
        })
}
