import Container
import OfficeDocument
import OfficePackage
import Regulations
import Testing

@testable import Checking
@testable import Forms

private let text = "\(RightDocuments.sentence)."

@Test(arguments: [10.0, 12.7], OfficeFormat.allCases)
func `a typed indent becomes what the other paragraphs have`(indent: Double, format: OfficeFormat) throws {
    var document = RightDocuments.plan
    for style in [FormStyle.body, .titledClause, .dashItem, .point, .closing] {
        document.change(style: style) { $0.paragraph.firstLineIndent = .millimetres(indent) }
    }
    document.change(text) {
        $0.runs = [Run([.tab]), Run(RightDocuments.sentence + ".")]
        $0.format.firstLineIndent = .millimetres(0)
    }
    let file = try MendedFile(document, as: format)
    #expect(file.mending.mended.map(\.rule).contains(.bodyIndentTyped))
    let mended = try #require(file.result.paragraphs.first { $0.text == text })
    #expect(abs((mended.format.firstLineIndent?.millimetres ?? 0) - indent) < 0.2)
}

@Test(arguments: OfficeFormat.allCases) func `a title stays where blanks put the name below it`(
    format: OfficeFormat
) throws {
    for (name, isMended) in [("          Nguyễn Văn An", false), ("Nguyễn Văn An", true)] {
        var document = RightDocuments.plan
        for style in [FormStyle.authority, .signerName] {
            document.change(style: style) { $0.paragraph.alignment = .justified }
        }
        document.replace("Nguyễn Văn An", with: name)
        let file = try MendedFile(document, as: format)
        let title = try #require(file.result.paragraphs.first { $0.text == "KT. GIÁM ĐỐC" })
        #expect((title.format.alignment == .centre) == isMended, "\(name): \(file.left)")
    }
}

@Test func `names stay beside the line that is drawn for them at a place of its own`() throws {
    let line =
        #"<w:r><w:pict><v:line xmlns:v="urn:schemas-microsoft-com:vml" from="40pt,2pt" to="110pt,2pt" style="position:absolute"/></w:pict></w:r>"#
    let setUp = SetUp(
        testDescription: "",
        arranging: { document in
            document.change(style: .issuingAgency) { $0.paragraph.alignment = .left }
            document.change(style: .superiorAgency) { $0.paragraph.alignment = .left }
            document.replace("SỞ KHOA HỌC VÀ CÔNG NGHỆ", with: "SỞ TƯ PHÁP")
            document.replace(Mutation.number, with: "Số: 05/KH-STP")
        },
        rewriting: { markup, _ in
            markup.replacing("SỞ TƯ PHÁP</w:t></w:r>", with: "SỞ TƯ PHÁP</w:t></w:r>\(line)")
        })
    let file = try MendedFile(setUp.bytes(of: RightDocuments.plan, as: .docx), as: .docx)
    let agency = try #require(file.result.paragraphs.first { $0.text == "SỞ TƯ PHÁP" })
    #expect(agency.format.alignment == .left)
    #expect(file.codesLeft.contains(.issuingAgencyLook))
}

/// A plan whose number of pages stands at the foot.
private func numberAtFoot(_ settings: String = "", _ margins: String = "") throws -> MendedFile {
    let setUp = SetUp(
        testDescription: "",
        packing: { part, markup, _ in
            var markup = markup
            switch part {
            case "word/document.xml":
                markup = markup.replacing(
                    "<w:headerReference w:type=\"default\"", with: "<w:footerReference w:type=\"default\"")
                if !margins.isEmpty, let start = markup.firstRange(of: "w:header=\""),
                    let end = markup[start.upperBound...].firstIndex(of: "\"")
                {
                    markup.replaceSubrange(start.lowerBound...end, with: margins)
                }
            case "[Content_Types].xml":
                markup = markup.replacing(
                    "/word/header1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.header",
                    with:
                        "/word/header1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footer"
                )
            case "word/_rels/document.xml.rels":
                markup = markup.replacing(
                    "/header\" Target=\"header1.xml", with: "/footer\" Target=\"header1.xml")
            case "word/header1.xml": markup = markup.replacing("w:hdr", with: "w:ftr")
            case "word/settings.xml" where !settings.isEmpty:
                let end = markup.firstRange(of: "</w:settings>")?.lowerBound ?? markup.endIndex
                let open = markup.firstRange(of: "<w:settings")?.upperBound ?? markup.startIndex
                let inside = markup[open...].firstIndex(of: ">").map { markup.index(after: $0) } ?? end
                markup.insert(contentsOf: settings, at: inside)
            default: break
            }
            return markup
        })
    return try MendedFile(setUp.bytes(of: RightDocuments.plan, as: .docx), as: .docx)
}

@Test func `a number is not moved up where even pages have margins of their own`() throws {
    let file = try numberAtFoot("<w:evenAndOddHeaders/>")
    #expect(file.codesLeft.contains(.pageNumberPlace))
    #expect(!file.mending.mended.map(\.rule).contains(.pageNumberPlace))
}

@Test func `a number that is moved up keeps clear of the paper's edge`() throws {
    let file = try numberAtFoot("", "w:header=\"0\"")
    #expect(file.mending.mended.map(\.rule).contains(.pageNumberPlace))
    let markup = String(decoding: try file.after.contents(of: "word/document.xml"), as: UTF8.self)
    let start = try #require(markup.firstRange(of: "w:header=\""))
    let distance = Int(markup[start.upperBound...].prefix { $0.isNumber }) ?? 0
    #expect((400...1000).contains(distance))
}

@Test(arguments: OfficeFormat.allCases) func `the sides of a page stay where tabs divide a line`(
    format: OfficeFormat
) throws {
    let setUp = SetUp(
        testDescription: "",
        arranging: { document in
            SetUp.tabbedHead.arranging(&document)
            document.sections[0].page.left = .millimetres(24)
            document.sections[0].page.top = .millimetres(15)
        }, rewriting: SetUp.tabbedHead.rewriting)
    let file = try MendedFile(setUp.bytes(of: RightDocuments.plan, as: format), as: format)
    let page = try #require(file.result.sections.first?.page)
    #expect(abs((page.left?.millimetres ?? 0) - 24) < 0.2)
    #expect(file.codesLeft.contains(.pageMargin))
}

@Test(arguments: OfficeFormat.allCases) func `rows that may be split are told and stay so`(
    format: OfficeFormat
) throws {
    var document = RightDocuments.plan
    let rows = (0..<30).map { number in
        Table.Row(
            ["\(number)", RightDocuments.sentence, "Sở"].map { Table.Cell([FormStyle.textCell($0)]) },
            splitting: .splitsOverPages)
    }
    document.insert(
        [.table(Table(columns: [15, 60, 60].map(Length.millimetres), grid: .thin, rows: rows))], .after,
        Mutation.lastPoint)
    let file = try MendedFile(document, as: format)
    #expect(file.codesLeft == [.rowSplit] && file.mending.bytes == nil)
}

@Test(arguments: [(180.0, false), (177.5, false), (176.5, false), (160, true)], OfficeFormat.allCases)
func `a side margin stays where a table would leave the sheet`(
    table: (width: Double, isMended: Bool), format: OfficeFormat
) throws {
    var document = RightDocuments.plan
    document.sections[0].page.left = .millimetres(20)
    let cells = ["STT", "Nội dung", "Ghi chú"].map { Table.Cell([FormStyle.textCell($0)]) }
    let columns = [20, table.width - 60, 40].map(Length.millimetres)
    document.insert(
        [
            .table(
                Table(columns: columns, leftIndent: .millimetres(-3), grid: .thin, rows: [Table.Row(cells)]))
        ], .after, Mutation.lastPoint)
    let file = try MendedFile(document, as: format)
    #expect(file.mending.mended.map(\.rule).contains(.pageMargin) == table.isMended)
    #expect(file.codesLeft.contains(.pageMargin) != table.isMended)
}

@Test(arguments: OfficeFormat.allCases) func `headings stay with their text where lines move`(
    format: OfficeFormat
) throws {
    for (gap, isKept) in [(0.0, true), (6.0, false)] {
        var document = RightDocuments.plan
        for style in [FormStyle.titledClause, .romanHeading] {
            document.change(style: style) { $0.paragraph.keepsWithNext = false }
        }
        document.change(Mutation.firstPoint) { $0.format.spaceAfter = .points(gap) }
        let file = try MendedFile(document, as: format)
        for text in ["II. NỘI DUNG", "1. Mục đích"] {
            let heading = try #require(file.result.paragraphs.first { $0.text == text })
            #expect(heading.format.keepsWithNext == isKept, "\(text) \(gap): \(file.left)")
        }
    }
}

@Test(arguments: OfficeFormat.allCases) func `articles that follow each other are not kept together`(
    format: OfficeFormat
) throws {
    let articles = [
        "Điều 1. Ban hành kèm theo Quyết định này Quy chế phát ngôn.",
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.",
    ]
    var document = RightDocuments.decision
    document.change(style: .article) { $0.paragraph.keepsWithNext = false }
    document.change(articles[0]) { $0.format.spaceAfter = .points(0) }
    let file = try MendedFile(document, as: format)
    let result = try file.result
    let first = try #require(result.paragraphs.first { $0.text == articles[0] })
    let mended = file.mending.mended.map(\.rule)
    #expect(mended.contains(.bodyGap) && !first.format.keepsWithNext)
}

@Test(arguments: OfficeFormat.allCases) func `what an annex goes with is no place and date`(
    format: OfficeFormat
) throws {
    let words = "(Kèm theo Quyết định số     /QĐ-UBND ngày    tháng 9 năm 2025 của UBND tỉnh)"
    var document = RightDocuments.plan
    document.replace("Đắk Nông, ngày 05 tháng 01 năm 2026", with: words)
    document.change(Mutation.firstPoint) { $0.format.spaceAfter = .points(0) }
    let file = try MendedFile(document, as: format)
    let texts = try file.result.paragraphs.map { $0.text.split(separator: " ") }
    #expect(texts.contains(words.split(separator: " ")), "\(texts)")
}

@Test(arguments: OfficeFormat.allCases) func `a gap is filled up, not doubled`(format: OfficeFormat) throws {
    var document = RightDocuments.plan
    for style in [FormStyle.body, .titledClause, .dashItem, .point, .closing, .romanHeading] {
        document.change(style: style) {
            $0.paragraph.spaceBefore = .points(0)
            $0.paragraph.spaceAfter = .points(5)
        }
    }
    let file = try MendedFile(document, as: format)
    #expect(file.mending.mended.map(\.rule).contains(.bodyGap))
    let paragraphs = try file.result.paragraphs
    let first = try #require(paragraphs.firstIndex { $0.text == "1. Mục đích" })
    let gap = try #require(paragraphs[first].gap(before: paragraphs[first + 1]))
    #expect((5.9...7).contains(gap.points), "\(gap.points)")
}
