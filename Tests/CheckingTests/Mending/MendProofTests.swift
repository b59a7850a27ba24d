import OfficePackage
import Recognition
import Testing

@testable import Checking
@testable import Forms
@testable import OfficeDocument

/// Something that a mended document has otherwise than it should.
private struct Spoiling: CustomTestStringConvertible {
    let testDescription: String
    let change: @Sendable (inout [ReadBlock]) -> Void

    static let all = [
        Spoiling(testDescription: "a letter changed") {
            $0.change(RightDocuments.sentence + ".") { $0.runs[0].pieces = [.text("Các đơn vị.")] }
        }, Spoiling(testDescription: "a picture gone") { $0.change("KẾ HOẠCH") { $0.shapes = [] } },
        Spoiling(testDescription: "a break gone") {
            $0.change("I. MỤC ĐÍCH, YÊU CẦU") { $0.runs[0].pieces.removeAll { $0 == .pageBreak } }
        }, Spoiling(testDescription: "a paragraph gone") { $0.removeAll { $0.text == "1. Mục đích" } },
        Spoiling(testDescription: "a paragraph twice") { blocks in
            if let index = blocks.firstIndex(where: { $0.text == "1. Mục đích" }) {
                blocks.insert(blocks[index], at: index)
            }
        },
        Spoiling(testDescription: "a row gone") { blocks in
            guard case .table(var table)? = blocks.last(where: { $0.text == nil }) else { return }
            table.rows[0].cells.removeLast()
            let index = blocks.lastIndex { $0.text == nil } ?? 0
            blocks[index] = .table(table)
        },
    ]
}

extension [ReadBlock] {
    fileprivate mutating func change(_ text: String, _ change: (inout ReadParagraph) -> Void) {
        for index in indices where self[index].text == text {
            guard case .paragraph(var paragraph) = self[index] else { continue }
            change(&paragraph)
            self[index] = .paragraph(paragraph)
        }
    }
}

extension ReadBlock {
    /// Nil for a table.
    fileprivate var text: String? { if case .paragraph(let paragraph) = self { paragraph.text } else { nil } }
}

/// The plan with something drawn and a forced page, as read.
private func decoratedPlan() throws -> ReadDocument {
    var document = try RightDocuments.plan.read(as: .docx)
    document.sections[0].blocks.change("KẾ HOẠCH") {
        $0.shapes = [ReadShape(kind: .picture(part: "word/media/a.png"), path: [0])]
    }
    document.sections[0].blocks.change("I. MỤC ĐÍCH, YÊU CẦU") { $0.runs[0].pieces.append(.pageBreak) }
    return document
}

private func spoilt(_ before: ReadDocument, _ after: ReadDocument, _ edits: [DocumentEdit] = []) -> Int {
    let components = [before, after].map { RecognisedDocument(of: $0).recognisedComponents }
    return MendProof.spoiltPlaces(from: (before, components[0]), to: (after, components[1]), by: edits).count
}

@Test(arguments: Spoiling.all) private func `a mended document that lost or changed anything else is refused`(
    spoiling: Spoiling
) throws {
    let before = try decoratedPlan()
    #expect(spoilt(before, before) == 0)
    var after = before
    spoiling.change(&after.sections[0].blocks)
    #expect(after != before)
    #expect(spoilt(before, after) > 0)
}

@Test func `letters may change where an edit stands and only into its own`() throws {
    let before = try decoratedPlan()
    let paragraph = try #require(before.paragraphs.first { $0.text == "1. Mục đích" })
    func changed(_ text: String) -> ReadDocument {
        var after = before
        after.sections[0].blocks.change("1. Mục đích") { $0.runs[0].pieces = [.text(text)] }
        return after
    }
    let edits: [DocumentEdit] = [.text(paragraph.span(0..<2), "2."), .text(paragraph.span(3..<4), "m")]
    for (text, isRight) in [
        ("2. mục đích", true), ("2. Mục đích", true), ("1. mục đích", true), ("1. Mục đích", true),
        ("3. mục đích", false), ("2. mục tiêu", false), ("2. mục đích.", false), ("2.mục đích", false),
    ] { #expect((spoilt(before, changed(text), edits) == 0) == isRight, "\(text)") }
}

@Test func `a line may not become another component`() throws {
    let before = try decoratedPlan()
    var after = before
    for section in after.sections.indices {
        for block in after.sections[section].blocks.indices {
            guard case .table(var table) = after.sections[section].blocks[block] else { continue }
            for row in table.rows.indices {
                for cell in table.rows[row].cells.indices {
                    table.rows[row].cells[cell].blocks.change("Nguyễn Văn An") {
                        $0.runs[0].pieces = [.text("- Sở Nội vụ.")]
                    }
                }
            }
            after.sections[section].blocks[block] = .table(table)
        }
    }
    let name = try #require(before.paragraphs.first { $0.text == "Nguyễn Văn An" })
    let edit = DocumentEdit.text(name.span(0..<13), "- Sở Nội vụ.")
    #expect(spoilt(before, after, [edit]) > 0)
}

@Test func `a drawn line that is gone is told`() throws {
    var document = RightDocuments.plan
    let before = try document.read(as: .docx)
    document.change(style: .subjectLine) { $0.paragraph.topBorder = nil }
    #expect(try spoilt(before, document.read(as: .docx)) > 0)
}
