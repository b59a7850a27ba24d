import Diagnostics
import OfficeDocument
import OfficePackage
import Recognition
import Regulations
import Testing

@testable import Checking
@testable import Forms

/// However the head is set, a document is judged by the day it bears itself.
@Test(arguments: [SetUp.tabbedHead, .blankHead, .twoTables, .textBoxes], OfficeFormat.allCases)
func `a paper of earlier years is judged by the bodies and the law of its day`(
    setUp: SetUp, format: OfficeFormat
) throws {
    func told(_ day: String) throws -> Set<String> {
        var document = RightDocuments.plan
        document.replace(Habit.date, with: "Đắk Nông, \(day)")
        document.replace(Habit.lead, with: "Phối hợp với UBND huyện Cư Jút thực hiện.")
        document.insert(
            [FormStyle.legalBasis("Căn cứ Luật Khoa học và Công nghệ ngày 18 tháng 6 năm 2013.")], .before,
            "Phối hợp với UBND huyện Cư Jút thực hiện.")
        let check = OfficialCheck(of: try setUp.read(document, as: format))
        return Set(check.findings.map(\.rule).filter { $0 != .alignmentTyped }.map(\.code.shortName))
    }
    #expect(try told("ngày 05 tháng 01 năm 2021") == [])
    #expect(try told("ngày 05 tháng 01 năm 2026") == ["basis-expired", "expired-place"])
}

@Test(arguments: OfficeFormat.allCases)
func `articles that the word processor counts are as right as typed ones`(format: OfficeFormat) throws {
    func check(_ rewriting: @escaping @Sendable (String, OfficeFormat) -> String) throws -> OfficialCheck {
        let setUp = SetUp(
            testDescription: "articles", rewriting: rewriting, packing: SetUp.automaticNumbers.packing,
            adding: SetUp.automaticNumbers.adding.mapValues {
                $0.replacing("upperRoman", with: "decimal").replacing("\"%1.\"", with: "\"Điều %1.\"")
            })
        return OfficialCheck(of: try setUp.read(RightDocuments.decision, as: format))
    }
    let typed = try check { markup, _ in markup }
    let counted = try check(numberedArticles)
    for check in [typed, counted] {
        #expect(check.findings.filter { $0.severity > .note }.map(\.rule) == [])
        #expect(check.seen.headings.map(\.level) == [1, 1])
    }
}

/// The decision with the numbers of its articles taken from its text.
@Sendable private func numberedArticles(_ markup: String, _ format: OfficeFormat) -> String {
    let style = FormStyle.article.rawValue
    var result = markup
    for number in ["Điều 1. ", "Điều 2. "] { result = result.replacing(">\(number)", with: ">§") }
    switch format {
    case .docx:
        return result.replacing(
            #"<w:pStyle w:val="\#(style)"/>"#,
            with: #"<w:pStyle w:val="\#(style)"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>"#
        ).replacing(">§", with: ">")
    case .odt:
        let list =
            #"<text:list-style style:name="SoDieu"><text:list-level-style-number text:level="1" style:num-format="1" style:num-prefix="Điều " style:num-suffix="."><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="space"/></style:list-level-properties></text:list-level-style-number></text:list-style>"#
        result = result.replacing("</office:automatic-styles>", with: list + "</office:automatic-styles>")
        while let place = result.firstRange(of: ">§"),
            let start = result[..<place.lowerBound].ranges(of: "<text:h").last,
            let end = result[place.upperBound...].firstRange(of: "</text:h>")
        {
            let paragraph = result[start.lowerBound..<end.upperBound].replacing(">§", with: ">")
            result.replaceSubrange(
                start.lowerBound..<end.upperBound,
                with: #"<text:list text:style-name="SoDieu" text:continue-numbering="true"><text:list-item>"#
                    + paragraph + "</text:list-item></text:list>")
        }
        return result
    }
}

@Test(arguments: OfficeFormat.allCases) func `an order to judge by a regulation is obeyed`(
    format: OfficeFormat
) throws {
    var story = RightDocuments.plan
    story.sections[0].blocks = [FormStyle.body("Ngày xửa ngày xưa có một ông lão đánh cá.")]
    let read = try story.read(as: format)
    guard case .unrecognised = OfficialCheck(of: read).verdict else {
        Issue.record("a story is taken for a document")
        return
    }
    #expect(OfficialCheck(of: read, by: .profile(.decree30)).verdict == .judged(.decree30))
    let plan = try RightDocuments.plan.read(as: format)
    #expect(OfficialCheck(of: plan).verdict == .judged(.decree30))
    #expect(OfficialCheck(of: plan, by: .profile(.guidance05)).verdict == .judged(.guidance05))
}
