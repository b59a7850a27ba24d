import Diagnostics
import OfficeDocument
import OfficePackage
import Recognition
import Regulations
import Testing

@testable import Checking
@testable import Forms

private func broken(_ text: String) -> Block {
    .paragraph(Paragraph(text, style: FormStyle.body.rawValue, format: ParagraphFormat(beginsPage: true)))
}

@Test(arguments: OfficeFormat.allCases) func `changes nobody has accepted are taken as accepted, and told`(
    format: OfficeFormat
) throws {
    let check = OfficialCheck(of: try SetUp.trackedInsertions.read(RightDocuments.plan, as: format))
    #expect(check.verdict == .judged(.decree30))
    #expect(check.remarks == [.trackedChanges])
    #expect(OfficialCheck(of: try RightDocuments.plan.read(as: format)).remarks == [])
}

@Test func `pictures of pages without a letter are told as what they are`() throws {
    let picture =
        #"<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="5760000" cy="8640000"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"#
    var document = RightDocuments.plan
    document.sections[0].blocks = [FormStyle.body("")]
    let setUp = SetUp(
        testDescription: "a scan",
        rewriting: { markup, _ in markup.replacing("<w:body>", with: "<w:body>" + picture) })
    let read = try setUp.read(document, as: .docx)
    let recognised = RecognisedDocument(of: read)
    #expect(recognised.nature == .pictures)
    guard case .unreadable = recognised.status(of: .numberAndCode) else {
        Issue.record("\(recognised.status(of: .numberAndCode))")
        return
    }
    #expect(OfficialCheck(of: read).verdict == .unreadable(.pictures))
    #expect(OfficialCheck(of: try document.read(as: .docx)).verdict == .empty)
}

@Test(arguments: OfficeFormat.allCases)
func `of several documents in one file the first is judged and the others told`(format: OfficeFormat) throws {
    var document = RightDocuments.plan
    document.sections[0].blocks += [broken("")] + RightDocuments.letter.sections[0].blocks
    let check = OfficialCheck(of: try document.read(as: format))
    #expect(check.remarks == [.furtherDocuments(["V/v báo cáo kết quả tuyên truyền"])])
    #expect(check.components.count { $0.component == .nationalTitle } == 1)
}

@Test(arguments: OfficeFormat.allCases) func `a head behind a cover and a table of contents is found`(
    format: OfficeFormat
) throws {
    var document = RightDocuments.plan
    let contents = (1...40).map { FormStyle.body("Phần việc thứ \($0) trong mục lục") }
    document.sections[0].blocks = contents + [broken("")] + document.sections[0].blocks
    let check = OfficialCheck(of: try document.read(as: format))
    #expect(check.verdict == .judged(.decree30))
    #expect(check.remarks == [.headBehindCover])
    let found = Set(check.components.map(\.component))
    #expect(found.isSuperset(of: [.nationalTitle, .issuingAgency, .numberAndCode, .placeAndDate, .subject]))
    // On the page of other text it is a sample.
    document.sections[0].blocks = contents + RightDocuments.plan.sections[0].blocks
    #expect(OfficialCheck(of: try document.read(as: format)).remarks == [])
}

@Test(arguments: OfficeFormat.allCases) func `marks of direction hide no component`(format: OfficeFormat)
    throws
{
    var document = RightDocuments.plan
    document.replace("Số: 05/KH-SKHCN", with: "\u{200F}Số: 05/KH-SKHCN\u{200E}")
    document.replace("KẾ HOẠCH", with: "\u{202B}KẾ HOẠCH\u{202C}")
    document.replace("Nơi nhận:", with: "\u{200E}Nơi nhận:")
    let clean = RecognisedDocument(of: try RightDocuments.plan.read(as: format)).recognisedComponents.map(
        \.component)
    let read = try document.read(as: format)
    #expect(RecognisedDocument(of: read).recognisedComponents.map(\.component) == clean)
    #expect(Set(OfficialCheck(of: read).findings.map(\.rule)) == [.junkCharacter])
}

@Test func `ten thousand headings are as many headings`() throws {
    var document = RightDocuments.plan
    document.insert(
        (0..<10_000).map { FormStyle.titledClause("\($0 % 99 + 1). Tiêu đề số \($0)") }, .after,
        "II. NỘI DUNG")
    let recognised = RecognisedDocument(of: try document.read(as: .docx))
    #expect(recognised.headings.count { $0.level == 2 } >= 10_000)
}
