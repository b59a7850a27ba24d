import Diagnostics
import OfficeDocument
import OfficePackage
import Regulations
import Testing

@testable import Checking
@testable import Forms

private let sentence = "Các đơn vị  thực hiện theo Khoản 2 Điều 5 ,gửi Sở nội vụ ở Bình thuận."

@Test(arguments: OfficeFormat.allCases)
func `a document judged behind another comes to the same as judged alone`(format: OfficeFormat) throws {
    var document = RightDocuments.plan
    document.insert([FormStyle.body(sentence), FormStyle.body(sentence + " ")], .after, Mutation.lastPoint)
    let file = try MendedFile(document, as: format)
    let first = OfficialCheck(of: file.document)
    let mended = try file.result
    let alone = OfficialCheck(of: mended)
    #expect(OfficialCheck(of: mended, after: first).findings == alone.findings)
    #expect(OfficialCheck(of: file.document, after: alone).findings == first.findings)
    #expect(!first.findings.isEmpty)
}

@Test func `the same words are judged by what each line is`() throws {
    var document = RightDocuments.plan
    let table = Table(
        columns: [80, 80].map(Length.millimetres), grid: .thin,
        rows: [Table.Row([sentence, "2"].map { Table.Cell([FormStyle.textCell($0)]) })])
    document.insert(
        [FormStyle.body(sentence), .table(table), FormStyle.body(sentence)], .after, Mutation.lastPoint)
    let findings = OfficialCheck(of: try document.read(as: .docx)).findings
    let provinces = findings.filter { $0.rule == .nameCapital }
    // The rule is one of running text: both paragraphs have broken it, the cell between them has not been asked.
    #expect(provinces.map(\.furtherPlaces) == [1])
    #expect(findings.filter { $0.rule == .doubleSpace }.map(\.furtherPlaces) == [2])
}

@Test func `lines that are judged otherwise are not taken for each other`() {
    func line(_ text: String, _ component: Component?, isText: Bool = true, isInTable: Bool = false)
        -> LineVerdicts.Line
    {
        LineVerdicts.Line(
            text: text, component: component, isRunning: true, isText: isText, isInTable: isInTable)
    }
    var verdicts = LineVerdicts(on: nil)
    let lines = [
        line("Nội dung", .body), line("Nội dung ", .body), line("nội dung", .body), line("Nội dung", .clause),
        line("Nội dung", nil), line("Nội dung", .body, isText: false),
        line("Nội dung", .body, isInTable: true), line("", .body),
    ]
    for (number, line) in lines.enumerated() {
        #expect(verdicts[line] == nil)
        verdicts[line] = Array(
            repeating: TextFault(
                .doubleSpace, at: 0..<number, found: "", right: .init("", en: ""), correction: nil),
            count: number)
    }
    #expect(lines.map { verdicts[$0]?.count } == Array(0..<8))
}
