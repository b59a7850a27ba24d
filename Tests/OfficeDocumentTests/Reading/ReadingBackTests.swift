import Container
import Diagnostics
import Forms
import OfficeDocument
import OfficePackage
import TestSupport
import Testing
import XMLTree

private func read(_ document: Document, as format: OfficeFormat) throws -> ReadDocument {
    let bytes = try document.bytes(as: format)
    let reported = try ReadDocument.reading(Archive(bytes: bytes, file: "mau.\(format.rawValue)"))
    #expect(reported.warnings.isEmpty)
    return reported.value
}

/// The writing model's own paragraphs in the order of reading.
private func paragraphs(_ blocks: [Block]) -> [Paragraph] {
    blocks.flatMap { block -> [Paragraph] in
        switch block {
        case .paragraph(let paragraph): [paragraph]
        case .table(let table):
            table.rows.flatMap { row in
                row.cells.flatMap { paragraphs($0.blocks.isEmpty ? [.paragraph(Paragraph())] : $0.blocks) }
            }
        }
    }
}

/// What the writing model means, worked out without the readers.
private struct Meaning {
    var paragraph = ParagraphFormat(
        alignment: .left, leftIndent: .zero, rightIndent: .zero, firstLineIndent: .zero, spaceBefore: .zero,
        spaceAfter: .zero, lineSpacing: .lines(1))
    var character: CharacterFormat

    init(of paragraph: Paragraph, in document: Document) {
        character = CharacterFormat(
            font: document.defaults.font, size: document.defaults.size, weight: .regular, slant: .upright)
        var chain: [ParagraphStyle] = []
        var next = paragraph.style ?? document.styles.first?.id
        while let id = next, let style = document.styles.first(where: { $0.id == id }) {
            chain.insert(style, at: 0)
            next = style.base
        }
        for style in chain {
            add(style.paragraph)
            add(style.character)
        }
        add(paragraph.format)
    }

    mutating func add(_ other: ParagraphFormat) {
        paragraph.alignment = other.alignment ?? paragraph.alignment
        paragraph.leftIndent = other.leftIndent ?? paragraph.leftIndent
        paragraph.rightIndent = other.rightIndent ?? paragraph.rightIndent
        paragraph.firstLineIndent = other.firstLineIndent ?? paragraph.firstLineIndent
        paragraph.spaceBefore = other.spaceBefore ?? paragraph.spaceBefore
        paragraph.spaceAfter = other.spaceAfter ?? paragraph.spaceAfter
        paragraph.lineSpacing = other.lineSpacing ?? paragraph.lineSpacing
        paragraph.keepsWithNext = other.keepsWithNext ?? paragraph.keepsWithNext
        paragraph.topBorder = other.topBorder ?? paragraph.topBorder
        paragraph.outlineLevel = other.outlineLevel ?? paragraph.outlineLevel
    }

    mutating func add(_ other: CharacterFormat) {
        character.font = other.font ?? character.font
        character.size = other.size ?? character.size
        character.weight = other.weight ?? character.weight
        character.slant = other.slant ?? character.slant
    }
}

/// Both formats round a little: to a twip, or to a thousandth of a millimetre.
private func expectSame(_ read: Length?, _ written: Length?, _ what: String) {
    let difference = abs((read ?? .millimetres(999)).twips - (written ?? .zero).twips)
    #expect(difference <= 1, "\(what)")
}

private func expectSame(_ found: ReadParagraph, _ written: Paragraph, in document: Document) {
    let meaning = Meaning(of: written, in: document)
    let place = "\(found.place.number) \(written.text)"
    #expect(found.text == written.text)
    #expect(found.format.alignment == meaning.paragraph.alignment, "\(place)")
    #expect(found.format.keepsWithNext == (meaning.paragraph.keepsWithNext ?? false), "\(place)")
    #expect(found.format.outlineLevel == meaning.paragraph.outlineLevel, "\(place)")
    #expect((found.format.borders.top != nil) == (meaning.paragraph.topBorder != nil), "\(place)")
    expectSame(found.format.leftIndent, meaning.paragraph.leftIndent, place)
    expectSame(found.format.rightIndent, meaning.paragraph.rightIndent, place)
    expectSame(found.format.firstLineIndent, meaning.paragraph.firstLineIndent, place)
    expectSame(found.format.spaceBefore, meaning.paragraph.spaceBefore, place)
    expectSame(found.format.spaceAfter, meaning.paragraph.spaceAfter, place)
    #expect(found.format.lineSpacing == meaning.paragraph.lineSpacing, "\(place)")
    let runs = written.runs.filter { !$0.pieces.isEmpty }
    let looks = runs.map { run in
        var whole = meaning
        whole.add(run.format)
        return whole.character
    }
    let read = found.runs.map {
        CharacterFormat(
            font: $0.format.font, size: $0.format.size, weight: $0.format.weight, slant: $0.format.slant)
    }
    // OpenDocument has no runs: neighbours of one look are one.
    #expect(joined(read) == joined(looks), "\(place)")
    #expect(found.runs.allSatisfy { $0.format.colour?.isBlack == true && $0.format.accentedFont == nil })
}

private func joined(_ looks: [CharacterFormat]) -> [CharacterFormat] {
    looks.reduce(into: []) { list, next in if list.last != next { list.append(next) } }
}

@Test(arguments: Form.allCases, OfficeFormat.allCases) func `a shipped form reads back as it was written`(
    form: Form, format: OfficeFormat
) throws {
    let document = form.document()
    let found = try read(document, as: format)
    #expect(found.sections.count == document.sections.count)
    for (section, written) in zip(found.sections, document.sections) {
        expectSame(section.page.width, written.page.width, "width")
        expectSame(section.page.height, written.page.height, "height")
        expectSame(section.page.top, written.page.top, "top")
        expectSame(section.page.bottom, written.page.bottom, "bottom")
        expectSame(section.page.left, written.page.left, "left")
        expectSame(section.page.right, written.page.right, "right")
        expectSame(section.page.headerDistance, written.page.headerDistance, "header")
        #expect(section.hasTitlePage)
        #expect(section.headers[.standard]?.blocks.paragraphs.first?.runs.first?.pieces == [.pageNumber])
        #expect(section.headers[.first]?.blocks.paragraphs.contains { !$0.runs.isEmpty } != true)
        let expected = paragraphs(written.blocks)
        let paragraphs = section.blocks.paragraphs
        // Where a section ends with a table, Word needs a paragraph after it.
        #expect((expected.count...expected.count + 1).contains(paragraphs.count))
        for (paragraph, written) in zip(paragraphs, expected) { expectSame(paragraph, written, in: document) }
    }
}

@Test(arguments: Form.allCases) func `both formats of a form read the same`(form: Form) throws {
    let document = form.document()
    let word = try read(document, as: .docx).paragraphs
    let openDocument = try read(document, as: .odt).paragraphs
    #expect(word.map(\.visibleText) == openDocument.map(\.visibleText))
    #expect(word.map(\.place.cell) == openDocument.map(\.place.cell))
    #expect(word.map(\.place.number) == openDocument.map(\.place.number))
    #expect(
        word.map { $0.runs.first.map { look($0.format) } }
            == openDocument.map { $0.runs.first.map { look($0.format) } })
    for (a, b) in zip(word, openDocument) {
        #expect(a.lines.count == b.lines.count)
        for (a, b) in zip(a.lines, b.lines) { expectSame(a.length, b.length, "line") }
    }
}

@Test(arguments: OfficeFormat.allCases) func `the path of a paragraph and a run leads to its element`(
    format: OfficeFormat
) throws {
    let parts = Sample.document.parts(as: format)
    let found = try read(Sample.document, as: format)
    for paragraph in found.paragraphs {
        let part = try #require(parts.first { $0.name == paragraph.place.part })
        let root = try Element(parsing: part.bytes, file: part.name)
        let element = try #require(root.element(at: paragraph.place.path))
        #expect(["p", "h"].contains(element.name.local))
        for run in paragraph.runs {
            let inner = try #require(root.element(at: run.path))
            #expect(["r", "span", "p", "h"].contains(inner.name.local))
            #expect(format == .odt || inner.text == run.typedText.filter { $0 != "\t" && $0 != "\n" })
        }
    }
}

extension Element {
    fileprivate func element(at path: [Int]) -> Element? {
        var current = self
        for index in path {
            guard current.children.indices.contains(index), case .element(let child) = current.children[index]
            else { return nil }
            current = child
        }
        return current
    }
}

@Test(arguments: OfficeFormat.allCases) func `a document is listed as it was agreed on`(format: OfficeFormat)
    throws
{
    let found = try read(Sample.document, as: format)
    var lines: [String] = []
    for section in found.sections {
        let page = section.page
        let edges = [page.width, page.height, page.top, page.bottom, page.left, page.right]
        lines.append(
            "section " + edges.map(millimetres).joined(separator: " ") + " first \(section.hasTitlePage)")
        for block in section.blocks { list(block, "  ", into: &lines) }
    }
    try expectGolden(lines.joined(separator: "\n") + "\n", named: "read-\(format.rawValue).txt")
}

private func millimetres(_ length: Length?) -> String {
    length.map { String(($0.millimetres * 10).rounded() / 10) } ?? "?"
}

private func list(_ block: ReadBlock, _ indent: String, into lines: inout [String]) {
    switch block {
    case .paragraph(let paragraph):
        let format = paragraph.format
        lines.append(
            "\(indent)\(paragraph.place.number) \(paragraph.styleName ?? "-") \(format.alignment?.rawValue ?? "?")"
                + " \(millimetres(format.leftIndent)) \(millimetres(format.firstLineIndent)) \(millimetres(format.spaceAfter))"
        )
        lines += paragraph.runs.map { "\(indent)    \(look($0.format)) \($0.typedText.debugDescription)" }
        lines += paragraph.lines.map { "\(indent)    line \($0.origin) \(millimetres($0.length))" }
    case .table(let table):
        lines.append(
            "\(indent)table \(table.number) " + table.columns.map(millimetres).joined(separator: " "))
        for row in table.rows {
            lines.append("\(indent)  row\(row.isHeader ? " header" : "")")
            for cell in row.cells {
                lines.append(
                    "\(indent)    cell \(cell.column) \(cell.columnSpan)×\(cell.isCovered ? 0 : cell.rowSpan)"
                        + " \(cell.borders.top?.style ?? "-") \(cell.verticalAlignment)")
                for block in cell.blocks { list(block, indent + "      ", into: &lines) }
            }
        }
    }
}
