import Diagnostics
import OfficeDocument
import OfficePackage
import Regulations
import Testing

@testable import Checking
@testable import Forms

/// What keeps its width when the margins of its page are mended.
struct WidthCase: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var left = 20.0
    var right = 15.0
    var setUp = SetUp(testDescription: "")
    var formats = OfficeFormat.allCases
    /// How wide a table in the text is; nil for none.
    var table: (indent: Double, width: Double)?
    /// The sides after mending.
    let mended: (left: Double, right: Double)

    static let all: [WidthCase] = [
        // Text of 165 mm, and borders that may stand out by 4 mm.
        WidthCase(testDescription: "a table that has room", table: (0, 169), mended: (30, 15)),
        WidthCase(testDescription: "a table a little too wide", table: (0, 169.3), mended: (20, 15)),
        WidthCase(testDescription: "a table that begins further out", table: (-5, 174), mended: (30, 15)),
        WidthCase(testDescription: "one of these too wide", table: (-5, 174.3), mended: (20, 15)),
        WidthCase(
            testDescription: "a table over most of the sheet", left: 20, right: 5, table: (-8, 192),
            mended: (20, 5)),
        WidthCase(
            testDescription: "one side has room and the other has not", left: 28, right: 5, table: (0, 170),
            mended: (30, 5)),
        WidthCase(
            testDescription: "a table that is too wide already gets more room", left: 40, right: 15,
            table: (0, 184), mended: (35, 15)),
        WidthCase(
            testDescription: "the least margins that are allowed have room", left: 20, right: 25.4,
            table: (0, 168), mended: (30, 15)),
        WidthCase(
            testDescription: "a table as wide as the text, whatever that is",
            setUp: SetUp(
                testDescription: "",
                rewriting: { markup, format in
                    guard format == .docx,
                        let last = markup.ranges(of: "<w:tblW w:w=\"10205\" w:type=\"dxa\"").first
                    else {
                        return markup.replacing("style:width=\"180mm\"", with: "style:rel-width=\"100%\"")
                    }
                    return markup.replacingCharacters(last, with: "<w:tblW w:type=\"pct\" w:w=\"5000\"")
                }), table: (0, 180), mended: (30, 15)),
        drawing("a box beside the text that stays on the sheet", at: 120, width: 53, mended: (30, 15)),
        drawing("a box beside the text that would leave the sheet", at: 120, width: 55, mended: (20, 15)),
        drawing("a wide picture in its line", at: nil, width: 168.9, mended: (30, 15)),
        drawing("a picture too wide for the line", at: nil, width: 169.3, mended: (20, 15)),
    ]

    /// With a drawing so wide in the first paragraph of the text; `at` from the text's left, or nil for one in its line.
    private static func drawing(_ name: String, at offset: Double?, width: Double, mended: (Double, Double))
        -> WidthCase
    {
        WidthCase(
            testDescription: name,
            setUp: SetUp(
                testDescription: "",
                rewriting: { markup, format in
                    let start = format == .docx ? "<w:r><w:t xml:space=\"preserve\">Các đơn vị" : "Các đơn vị"
                    guard let place = markup.ranges(of: start).first else { return markup }
                    let shape = format == .docx ? word(offset, width) : openDocument(offset, width)
                    return markup.replacingCharacters(place, with: shape + start)
                }), mended: mended)
    }

    private static func word(_ offset: Double?, _ width: Double) -> String {
        let place = offset.map { "position:absolute;margin-left:\($0)mm;margin-top:0;" } ?? ""
        return
            #"<w:r><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml" style="\#(place)width:\#(width)mm;height:20mm"/></w:pict></w:r>"#
    }

    private static func openDocument(_ offset: Double?, _ width: Double) -> String {
        let place =
            offset.map { #"text:anchor-type="paragraph" svg:x="\#($0)mm" svg:y="0mm""# }
            ?? #"text:anchor-type="as-char""#
        return
            #"<draw:rect xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" \#(place) svg:width="\#(width)mm" svg:height="20mm"/>"#
    }

    func bytes(as format: OfficeFormat) throws -> [UInt8] {
        var document = RightDocuments.plan
        document.sections[0].page.left = .millimetres(left)
        document.sections[0].page.right = .millimetres(right)
        if let table {
            let cells = ["STT", "Nội dung", "Ghi chú"].map { Table.Cell([FormStyle.textCell($0)]) }
            let columns = [20, table.width - 60, 40].map(Length.millimetres)
            let block = Block.table(
                Table(
                    columns: columns, leftIndent: .millimetres(table.indent), grid: .thin,
                    rows: [Table.Row(cells)]))
            document.insert([block], .after, Mutation.lastPoint)
        }
        return try setUp.bytes(of: document, as: format)
    }
}

extension String {
    fileprivate func replacingCharacters(_ range: Range<Index>, with text: String) -> String {
        var changed = self
        changed.replaceSubrange(range, with: text)
        return changed
    }
}

@Test(arguments: WidthCase.all, OfficeFormat.allCases)
func `margins are mended as far as what keeps its width has room`(width: WidthCase, format: OfficeFormat)
    throws
{
    let file = try MendedFile(width.bytes(as: format), as: format)
    let page = try #require(file.result.sections.first?.page)
    #expect(abs((page.left?.millimetres ?? 0) - width.mended.left) < 0.1, "\(page)")
    #expect(abs((page.right?.millimetres ?? 0) - width.mended.right) < 0.1, "\(page)")
    let isLeft = !(29.5...35.5).contains(width.mended.left) || !(14.5...20.5).contains(width.mended.right)
    #expect(file.codesLeft.contains(.pageMargin) == isLeft, "\(file.left)")
}

@Test func `what stands in the way of a margin is told with its width`() throws {
    let width = try #require(WidthCase.all.first { $0.testDescription == "a table over most of the sheet" })
    let file = try MendedFile(width.bytes(as: .docx), as: .docx)
    let told = file.mending.check.findings.filter { $0.rule == .pageMargin }.map(\.right.vietnamese)
    #expect(told == ["30–35 mm", "15–20 mm"].map { "\($0), không tự sửa vì bảng rộng 192 mm sẽ tràn lề" })
}

/// Letter paper, 5.9 mm wider than A4, whose margins are right; printers leave 6 mm free.
@Test(arguments: [(173.5, true), (174.1, false)], OfficeFormat.allCases)
func `another sheet is taken where what keeps its width stays on it`(
    table: (width: Double, isMended: Bool), format: OfficeFormat
) throws {
    var document = RightDocuments.plan
    document.sections[0].page.width = .twips(12240)
    document.sections[0].page.height = .twips(15840)
    let cells = ["STT", "Nội dung"].map { Table.Cell([FormStyle.textCell($0)]) }
    let columns = [20, table.width - 20].map(Length.millimetres)
    document.insert(
        [.table(Table(columns: columns, grid: .thin, rows: [Table.Row(cells)]))], .after, Mutation.lastPoint)
    let file = try MendedFile(document, as: format)
    let width = try file.result.sections.first?.page.width?.millimetres ?? 0
    #expect(abs(width - (table.isMended ? 210 : 215.9)) < 0.1, "\(width)")
    #expect(file.codesLeft.contains(.pageSize) != table.isMended)
}
