import Container
import Diagnostics
import FoundationEssentials
import OfficePackage
import TestSupport
import Testing

@testable import OfficeDocument

/// A document of random paragraphs and tables, and a later version of it.
private struct TwoVersions {
    private var random: SeededGenerator
    private let format: OfficeFormat
    private static let words = [
        "Căn", "cứ", "Nghị", "định", "số", "30/2020", "Giao", "các", "phòng", "thực", "hiện", "theo", "Điều",
        "2,", "kinh", "phí", "500", "triệu", "đồng;", "Chánh", "Cha\u{301}nh",
    ]

    init(seed: Int, format: OfficeFormat) {
        random = SeededGenerator(seed: UInt64(seed))
        self.format = format
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    private mutating func text(_ length: ClosedRange<Int>) -> String {
        (0..<number(length)).map { _ in Self.words[number(0...Self.words.count - 1)] }.joined(
            separator: number(0...9) == 0 ? "  " : " ")
    }

    private mutating func paragraph() -> Paragraph {
        let count = number(0...3)
        var paragraph = Paragraph(style: "than")
        for _ in 0..<count {
            var pieces: [Run.Piece] = [.text(text(1...6) + " ")]
            if number(0...5) == 0 { pieces.append(.tab) }
            if number(0...7) == 0 { pieces.append(.lineBreak) }
            pieces.append(.text(text(1...3)))
            paragraph.runs.append(
                Run(pieces, format: CharacterFormat(weight: number(0...2) == 0 ? .bold : nil)))
        }
        return paragraph
    }

    private mutating func table() -> Table {
        Table(
            columns: [.millimetres(40), .millimetres(60)],
            rows: (0..<number(1...4)).map { _ in
                Table.Row(
                    (0..<2).map { _ in Table.Cell((0..<number(1...2)).map { _ in .paragraph(paragraph()) }) })
            })
    }

    private mutating func changed(_ paragraph: Paragraph) -> Paragraph {
        var paragraph = paragraph
        guard !paragraph.runs.isEmpty, number(0...2) > 0 else { return self.paragraph() }
        let run = number(0...paragraph.runs.count - 1)
        paragraph.runs[run].pieces[0] = .text(text(1...6) + " ")
        return paragraph
    }

    private mutating func changed(_ paragraphs: [Block]) -> [Block] {
        var result: [Block] = []
        for block in paragraphs {
            switch (block, number(0...5)) {
            case (_, 0): result += [block, .paragraph(paragraph())]
            case (.paragraph(let paragraph), 1): result.append(.paragraph(changed(paragraph)))
            case (.paragraph, 2): break
            case (.table(let table), 1...4): result += changed(table)
            default: result.append(block)
            }
        }
        return result.isEmpty ? [.paragraph(paragraph())] : result
    }

    private mutating func changed(_ table: Table) -> [Block] {
        var table = table
        for row in table.rows.indices {
            for cell in table.rows[row].cells.indices where number(0...2) == 0 {
                table.rows[row].cells[cell].blocks = changed(table.rows[row].cells[cell].blocks)
            }
        }
        // OpenDocument has no words for rows that come and go.
        guard format == .docx else { return [.table(table)] }
        switch number(0...4) {
        case 0: return [.table(self.table())]
        case 1 where table.rows.count > 1: table.rows.remove(at: number(0...table.rows.count - 1))
        case 2: table.rows.insert(self.table().rows[0], at: number(0...table.rows.count))
        case 3: return []
        default: break
        }
        return [.table(table)]
    }

    mutating func make() throws -> (old: Archive, new: Archive) {
        var blocks: [Block] = [.paragraph(paragraph())]
        for _ in 0..<number(1...8) {
            blocks.append(number(0...3) == 0 ? .table(table()) : .paragraph(paragraph()))
        }
        blocks.append(.paragraph(paragraph()))
        return try (archive(blocks), archive(changed(blocks)))
    }

    private func archive(_ blocks: [Block]) throws -> Archive {
        let document = Document(
            properties: .init(title: "Thử"), defaults: .init(font: "Times New Roman", size: 13),
            styles: [ParagraphStyle(id: "than", name: "Thân")],
            sections: [
                Section(
                    name: "Trang",
                    page: Page(
                        width: .millimetres(210), height: .millimetres(297), top: .millimetres(20),
                        bottom: .millimetres(20), left: .millimetres(30), right: .millimetres(15),
                        headerDistance: .millimetres(10)), blocks: blocks)
            ])
        return try Archive(bytes: try document.bytes(as: format), file: "thu")
    }
}

@Suite struct Redlines {
    /// The writer reads its result with all changes taken over and with all refused, and throws where that is not one of the two texts.
    @Test(arguments: OfficeFormat.allCases) func `tracked changes give back either version exactly`(
        format: OfficeFormat
    ) throws {
        var refused = 0
        for seed in 0..<200 {
            var versions = TwoVersions(seed: seed, format: format)
            let (archive, other) = try versions.make()
            let old = try ReadDocument.reading(archive).value
            let new = try ReadDocument.reading(other).value
            do throws(Failure) {
                _ = try old.redlined(towards: new, DocumentComparison(old, new), in: archive)
            } catch {
                // Of two tables that changed places, one goes and one comes.
                refused += 1
                #expect(
                    format == .odt && error.diagnostics.map(\.code) == ["diff.table-shape"],
                    "\(format) \(seed)")
            }
        }
        #expect(refused <= 2)
    }

    @Test func `what two texts have in common is found word by word`() {
        let pieces = [TextPiece].between("Giao các phòng thực hiện.", "Giao phòng Kế hoạch thực hiện.")
        #expect(pieces.filter { $0.kind != .added }.map(\.text).joined() == "Giao các phòng thực hiện.")
        #expect(
            pieces.filter { $0.kind != .removed }.map(\.text).joined() == "Giao phòng Kế hoạch thực hiện.")
        #expect(
            pieces.filter { $0.kind == .added }.map(\.text) == [" Kế hoạch"]
                || pieces.contains { $0.text.contains("Kế hoạch") })
        // A letter in two scalars looks like the one it is in another version, and accepting gives the other's.
        #expect([TextPiece].between("lực", "lu\u{31B}\u{323}c").map(\.kind) == [.removed, .added])
    }

    @Test func `tracked changes of a document that has some already are refused`() throws {
        var versions = TwoVersions(seed: 3, format: .docx)
        let (archive, other) = try versions.make()
        let old = try ReadDocument.reading(archive).value
        let new = try ReadDocument.reading(other).value
        let bytes = try old.redlined(towards: new, DocumentComparison(old, new), in: archive)
        let again = try Archive(bytes: bytes, file: "thu")
        let redlined = try ReadDocument.reading(again).value
        #expect(throws: Failure.self) {
            try redlined.redlined(towards: new, DocumentComparison(redlined, new), in: again)
        }
    }
}
