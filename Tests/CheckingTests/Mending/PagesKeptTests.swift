import OfficeDocument
import OfficePackage
import Regulations
import Testing

@testable import Checking
@testable import Forms

/// A plan whose mends move lines, with a table of a row in which two people sign.
private func signedPlan(room: Int, heads: [String] = []) -> Document {
    var document = RightDocuments.plan
    document.change(style: .body) { $0.paragraph.spaceAfter = .points(0) }
    document.change(style: .body) { $0.paragraph.spaceBefore = .points(0) }
    let cell = { (title: String, name: String) in
        Table.Cell(
            [FormStyle.textCell(title)] + (0..<room).map { _ in FormStyle.textCell("") } + [
                FormStyle.textCell(name)
            ])
    }
    let row = Table.Row(
        [cell("Chuyên viên", "Trần Thị Bình"), cell("Lãnh đạo phòng", "Lê Văn Cường")],
        splitting: .splitsOverPages)
    let above = heads.isEmpty ? [] : [Table.Row(heads.map { Table.Cell([FormStyle.textCell($0)]) })]
    let table = Table(columns: [80, 80].map(Length.millimetres), grid: .thin, rows: above + [row])
    document.insert([.table(table)], .after, Mutation.lastPoint)
    return document
}

@Test(arguments: [1, 2, 6, 9], OfficeFormat.allCases) func `a row in which people sign stays whole`(
    room: Int, format: OfficeFormat
) throws {
    let file = try MendedFile(signedPlan(room: room), as: format)
    #expect(file.mending.mended.map(\.rule).contains(.bodyGap))
    let rows = try file.result.sections.flatMap(\.blocks).flatMap { block -> [ReadTable.Row] in
        guard case .table(let table) = block else { return [] }
        return table.rows.filter { row in row.cells.contains { $0.text.contains("Chuyên viên") } }
    }
    #expect(rows.map(\.staysWhole) == [(2...8).contains(room)])
}

@Test(arguments: OfficeFormat.allCases) func `the row that heads a row in which people sign stays with it`(
    format: OfficeFormat
) throws {
    for (heads, keeps) in [(["Phòng xử lý chính", "Lãnh đạo văn phòng"], true), (["", ""], false)] {
        let file = try MendedFile(signedPlan(room: 4, heads: heads), as: format)
        let kept = try file.result.sections.flatMap(\.blocks).flatMap { block -> [Bool] in
            guard case .table(let table) = block,
                table.rows.contains(where: { $0.cells.contains { $0.text.contains("Chuyên viên") } })
            else { return [] }
            return table.rows[0].cells.flatMap { $0.blocks.paragraphs.map(\.format.keepsWithNext) }
        }
        #expect(kept == [keeps, keeps], "\(heads)")
        #expect(try Mending(of: file.after, document: file.result).bytes == nil)
    }
}

@Test(arguments: OfficeFormat.allCases) func `the head of a table stays with the row below it`(
    format: OfficeFormat
) throws {
    for (count, isKept) in [(2, false), (3, true)] {
        let rows = [["STT", "Nội dung"], ["1", "Tập huấn"], ["2", "Báo cáo"]].prefix(count).map { texts in
            Table.Row(texts.map { Table.Cell([FormStyle.textCell($0)]) })
        }
        var document = RightDocuments.plan
        document.change(style: .body) { $0.paragraph.spaceAfter = .points(2) }
        document.insert(
            [.table(Table(columns: [25, 140].map(Length.millimetres), grid: .thin, rows: Array(rows)))],
            .after, Mutation.lastPoint)
        let file = try MendedFile(document, as: format)
        let kept = try file.result.sections.flatMap(\.blocks).flatMap { block -> [[Bool]] in
            guard case .table(let table) = block, table.rows[0].cells[0].text == "STT" else { return [] }
            return table.rows.map { row in
                row.cells.flatMap { $0.blocks.paragraphs.map(\.format.keepsWithNext) }
            }
        }
        #expect(kept.first == [isKept, isKept], "\(count)")
        #expect(kept.dropFirst().joined().contains(true) == false)
    }
}

@Test func `a paragraph that holds a page break alone takes no room`() throws {
    for (content, isLow) in [("", true), ("<w:t>Trang sau</w:t>", false)] {
        let mark = "Hết trang này."
        let setUp = SetUp(
            testDescription: "",
            arranging: { document in
                document.change(style: .body) {
                    ($0.paragraph.spaceBefore, $0.paragraph.spaceAfter) = (.points(0), .points(0))
                }
                document.insert([FormStyle.body(mark)], .after, Mutation.firstPoint)
            },
            rewriting: { markup, _ in
                markup.replacing(
                    "<w:t xml:space=\"preserve\">\(mark)</w:t>", with: "<w:br w:type=\"page\"/>\(content)")
            })
        let file = try MendedFile(setUp.bytes(of: RightDocuments.plan, as: .docx), as: .docx)
        let broken = try file.result.paragraphs.filter { paragraph in
            paragraph.runs.contains { $0.pieces.contains(.pageBreak) }
        }
        #expect(broken.map { $0.format.lineSpacing == .exactly(.points(1)) } == [isLow])
        #expect(try Mending(of: file.after, document: file.result).bytes == nil)
    }
}
