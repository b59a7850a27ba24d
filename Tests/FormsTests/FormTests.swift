import Container
import Forms
import FoundationEssentials
import OfficeDocument
import OfficePackage
import Regulations
import TestSupport
import Testing

private let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "templates")

@Test(arguments: Form.allCases, OfficeFormat.allCases)
func `the template in the repository is the one the code makes`(form: Form, format: OfficeFormat) throws {
    let name = form.fileName(as: format)
    let shipped = try Archive(opening: folder.appending(path: name).path)
    let made = try Archive(bytes: try form.template(as: format), file: name)
    #expect(shipped.entries.map(\.name) == made.entries.map(\.name), "run make templates")
    for entry in made.entries where shipped.contains(entry.name) {
        #expect(
            try shipped.contents(of: entry.name) == made.contents(of: entry.name),
            "\(entry.name) differs: run make templates")
    }
}

/// Each paragraph with the id of its style, cells after a bar.
private func lines(of blocks: [Block], prefix: String = "") -> [String] {
    blocks.flatMap { block -> [String] in
        switch block {
        case .paragraph(let paragraph): ["\(prefix)[\(paragraph.style ?? "")] \(paragraph.text)"]
        case .table(let table):
            table.rows.flatMap { row in
                [prefix + (row.role == .header ? "== header row" : "-- row")]
                    + row.cells.flatMap { lines(of: $0.blocks, prefix: prefix + "| ") }
            }
        }
    }
}

private func text(of form: Form) -> String {
    form.document().sections.flatMap { ["# \($0.name)"] + lines(of: $0.blocks) }.joined(separator: "\n")
        + "\n"
}

@Test(arguments: Form.allCases) func `a form says what was agreed on`(form: Form) throws {
    try expectGolden(text(of: form), named: "\(form.rawValue).txt")
}

private func paragraphs(of blocks: [Block]) -> [Paragraph] {
    blocks.flatMap { block -> [Paragraph] in
        switch block {
        case .paragraph(let paragraph): [paragraph]
        case .table(let table): table.rows.flatMap(\.cells).flatMap { paragraphs(of: $0.blocks) }
        }
    }
}

/// What stands between braces, in order.
private func tags(in text: String) -> [String] {
    text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap {
        $0.split(separator: "}").first.map(String.init)
    }
}

@Test(arguments: Form.allCases) func `every tag is whole inside one run, and every section closed in order`(
    form: Form
) {
    var open: [String] = []
    for section in form.document().sections {
        for run in paragraphs(of: section.blocks).flatMap(\.runs) {
            #expect(run.text.count { $0 == "{" } == run.text.count { $0 == "}" }, "\(run.text)")
            for tag in tags(in: run.text) where tag != "^" {
                switch tag.first {
                case "#", "^": open.append(String(tag.dropFirst()))
                case "/":
                    let name = tag.dropFirst()
                    let last = open.popLast()
                    #expect(last == String(name) || name.isEmpty, "\(run.text)")
                default: break
                }
            }
        }
    }
    #expect(open.isEmpty)
}

@Test(arguments: Form.allCases) func `every style that is used exists, and none is left unnamed`(form: Form) {
    let document = form.document()
    let known = Set(document.styles.map(\.id))
    for section in document.sections {
        for paragraph in paragraphs(of: section.blocks) + section.header.paragraphs {
            #expect(paragraph.style.map(known.contains) == true, "\(paragraph.text)")
            #expect(paragraph.format == ParagraphFormat(), "direct formatting: \(paragraph.text)")
        }
    }
    #expect(document.styles.allSatisfy { $0.base.map(known.contains) ?? true })
}

@Test(arguments: Form.allCases) func `tables are as wide as their page's text, or are the letterhead`(
    form: Form
) {
    for section in form.document().sections {
        for case .table(let table) in section.blocks {
            let overhang = table.leftIndent
            #expect(abs((table.width + overhang + overhang - section.page.textWidth).millimetres) < 0.001)
        }
    }
}

@Test(arguments: Form.allCases) func `pages keep the sheet and margins of the form's regulation`(form: Form) {
    let rule = form.profile.page
    for section in form.document().sections {
        let page = section.page
        let sides = [page.width.millimetres, page.height.millimetres].sorted()
        #expect(sides == [rule.width, rule.height])
        #expect(rule.top.contains(page.top.millimetres))
        #expect(rule.bottom.contains(page.bottom.millimetres))
        #expect(rule.left.contains(page.left.millimetres))
        #expect(rule.right.contains(page.right.millimetres))
        #expect(section.header.firstPage == .empty)
    }
}

@Test(arguments: Form.allCases, SizeSet.allCases)
func `a form is made in both sets of sizes, each style as large as its component`(form: Form, sizes: SizeSet)
{
    let document = form.document(sizes: sizes)
    let body = document.styles.first { $0.id == "NoiDung" }
    #expect(body?.character.size == form.profile.format(of: .body)?.size(in: sizes))
    let number = document.styles.first { $0.id == "SoKyHieu" }
    #expect(number?.character.size == form.profile.format(of: .numberAndCode)?.size(in: sizes))
}

@Test(arguments: [Form.partyPlan, .partyReport, .partySubmission, .partyLetter])
func `a form of the Party has none of the state's marks`(form: Form) {
    let text = text(of: form)
    for mark in ["CỘNG HÒA", "Độc lập", "Số:", "./.", "V/v", "Lưu:", "TM."] {
        #expect(!text.contains(mark), "\(mark)")
    }
    for mark in ["ĐẢNG CỘNG SẢN VIỆT NAM", "] *\n", "Số {so}-{ky_hieu}", "- Lưu {luu}."] {
        #expect(text.contains(mark), "\(mark)")
    }
    let document = form.document()
    let label = document.styles.first { $0.id == "NoiNhan" }?.character
    #expect(label?.underline == .single && label?.size == 14 && label?.weight == .regular)
    #expect(document.styles.first { $0.id == "ChucVu" }?.character.weight == .regular)
    #expect(document.styles.first { $0.id == "NoiDung" }?.paragraph.lineSpacing == .exactly(.points(20)))
    #expect(document.sections.allSatisfy { $0.page.headerDistance.millimetres == 10 })
}
