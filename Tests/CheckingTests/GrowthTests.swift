import Container
import Diagnostics
import Glibc
import OfficeDocument
import OfficePackage
import Testing

@testable import Checking
@testable import Forms

/// What a document can have much of, each with faults that are mended.
private enum Much: String, CaseIterable {
    case paragraphs, tables, runs, headings

    func document(_ count: Int) -> Document {
        var document = RightDocuments.plan
        var blocks: [Block] = []
        switch self {
        case .paragraphs:
            blocks = (0..<count).map {
                FormStyle.body("Việc  thứ \($0) ,các đơn vị thực hiện theo Khoản 2 điều 5.")
            }
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
        case .headings: blocks = (0..<count).map { FormStyle.titledClause("\($0 + 1). Tiêu đề  số \($0)") }
        }
        document.insert(blocks, .after, Mutation.lastPoint)
        return document
    }
}

/// The processor's seconds that this thread has used.
private func seconds() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Work that grows with the square of the number takes sixteen times as long for four times as much.
@Test(arguments: Much.allCases, OfficeFormat.allCases)
private func `checking and mending grow with what a document has, not with its square`(
    much: Much, format: OfficeFormat
) throws {
    func work(_ count: Int) throws -> Double {
        let bytes = try much.document(count).bytes(as: format)
        let archive = try Archive(bytes: bytes, file: "van-ban")
        let document = try ReadDocument.reading(archive).value
        let start = seconds()
        let mending = try Mending(of: archive, document: document)
        #expect(mending.bytes != nil)
        return seconds() - start
    }
    _ = try work(10)
    let few = try work(100)
    let many = try work(400)
    #expect(many < few * 9, "\(much): \(few) s, then \(many) s")
}
