import Container
import Diagnostics
import Glibc
import OfficeDocument
import OfficePackage
import Recognition
import Testing

@testable import Checking
@testable import Forms

/// What a document can have much of, each with faults that are mended.
private enum Much: String, CaseIterable {
    case paragraphs, papers, tables, rows, runs, headings, notes, lists

    func document(_ count: Int) -> Document {
        var document = RightDocuments.plan
        var blocks: [Block] = []
        switch self {
        case .paragraphs:
            blocks = (0..<count).map {
                FormStyle.body("Việc  thứ \($0) ,các đơn vị thực hiện theo Khoản 2 điều 5.")
            }
        case .papers:
            blocks = (0..<count).map { number in
                guard number % 10 > 0 else { return FormStyle.titledClause("\(number / 10 + 1). Tiêu đề") }
                return FormStyle.body(
                    "Các sở, ban, ngành thực hiện nhiệm vụ theo Quyết định số 12/QĐ-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh lần \(number); "
                        + "báo cáo  kết quả trước ngày 15/12/2026 ,gửi về Sở Nội vụ.")
            }
        case .rows:
            let rows = (0..<count).map { number in
                Table.Row(
                    ["\(number + 1)", "Việc  thứ \(number)", "\(number + 1).000"].map {
                        Table.Cell([FormStyle.textCell($0)])
                    })
            }
            blocks = [
                .table(Table(columns: [20, 100, 45].map(Length.millimetres), grid: .thin, rows: rows)),
                FormStyle.body("Các đơn vị thực hiện."),
            ]
        case .tables:
            blocks = (0..<count).flatMap { number in
                [
                    .table(
                        Table(
                            columns: [55, 55, 55].map(Length.millimetres), grid: .thin,
                            rows: [
                                Table.Row(
                                    (0..<3).map { _ in Table.Cell([FormStyle.textCell("Ô  \(number)")]) })
                            ])), FormStyle.body("Các đơn vị thực hiện việc thứ \(number)."),
                ]
            }
        case .runs:
            guard case .paragraph(var paragraph) = FormStyle.body("") else { break }
            paragraph.runs = (0..<count).map { number in
                Run("chữ  \(number) ", format: CharacterFormat(font: "Arial", size: Double(10 + number % 2)))
            }
            blocks = [.paragraph(paragraph)]
        case .notes:
            document.comments = (0..<count).map { Comment(author: "A", lines: ["Xem lại việc \($0)."]) }
            blocks = (0..<count).map { number in
                let note = Note(.footnote, blocks: [FormStyle.body("Theo báo cáo thứ \(number).")])
                let pieces: [Run.Piece] = [.commentStart(number), .text("việc  này"), .commentEnd(number)]
                return FormStyle.body("Các đơn vị thực hiện").adding(
                    Run([.text(" ")] + pieces + [.note(note)]))
            }
        case .lists:
            // Every tenth begins anew.
            document.lists = [ListDefinition(levels: [1: ListLevel(.decimal)])]
            blocks = (0..<count).map { number in
                FormStyle.body("Việc  thứ \(number).").counted(
                    ListPlace(list: 0, level: 1, value: number % 10 + 1))
            }
        case .headings: blocks = (0..<count).map { FormStyle.titledClause("\($0 + 1). Tiêu đề  số \($0)") }
        }
        document.insert(blocks, .after, Mutation.lastPoint)
        return document
    }
}

extension Block {
    fileprivate func adding(_ run: Run) -> Block {
        guard case .paragraph(var paragraph) = self else { return self }
        paragraph.runs.append(run)
        return .paragraph(paragraph)
    }

    fileprivate func counted(_ place: ListPlace) -> Block {
        guard case .paragraph(var paragraph) = self else { return self }
        paragraph.place = place
        return .paragraph(paragraph)
    }
}

/// The processor's seconds that this thread has used.
func seconds() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// What is done with a document.
private enum Work: String, CaseIterable {
    case check, mend, annotate, convert

    /// The seconds that it takes, reading included only where it is a part of the work.
    func seconds(for document: Document, as format: OfficeFormat) throws -> Double {
        let archive = try Archive(bytes: document.bytes(as: format), file: "van-ban")
        let read = try ReadDocument.reading(archive).value
        let check = self == .annotate ? OfficialCheck(of: read) : nil
        let start = CheckingTests.seconds()
        switch self {
        case .check: #expect(!OfficialCheck(of: read).findings.isEmpty)
        case .mend: #expect(try Mending(of: archive, document: read).bytes != nil)
        case .annotate:
            let places = check?.components.map(\.place.element) ?? []
            let annotations = places.map { Annotation(at: $0, by: "vanthu", lines: ["format.double-space"]) }
            #expect(try !read.annotated(with: annotations, in: archive).isEmpty)
        case .convert:
            let other: OfficeFormat = format == .docx ? .odt : .docx
            #expect(try !Document.rewriting(read).value.bytes(as: other).isEmpty)
        }
        return CheckingTests.seconds() - start
    }
}

/// Work that grows with the square of the number takes sixteen times as long for four times as much.
@Test(arguments: Much.allCases, Work.allCases)
private func
    `checking, mending, annotating and converting grow with what a document has, not with its square`(
        much: Much, work: Work
    ) throws
{
    for format in OfficeFormat.allCases {
        _ = try work.seconds(for: much.document(10), as: format)
        let few = try work.seconds(for: much.document(100), as: format)
        let many = try work.seconds(for: much.document(400), as: format)
        #expect(many < max(few, 0.005) * 9, "\(work) of \(much), \(format): \(few) s, then \(many) s")
    }
}
