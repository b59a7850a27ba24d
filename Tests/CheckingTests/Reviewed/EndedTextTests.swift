import OfficeDocument
import OfficePackage
import Regulations
import Testing

@testable import Checking
@testable import Forms

/// What stands behind the paragraph that ends the text, and whether the mark is put behind it.
@Test(
    arguments: [
        (["Gửi kèm bảng giá quý I năm 2026."], false), (["Một.", "Hai.", "Ba.", "Bốn."], false),
        (["Một.", "Hai.", "Ba.", "Bốn.", "Năm."], true),
    ], OfficeFormat.allCases) func `the end mark is not put a second time where one stands shortly before`(
        behind: (texts: [String], isMended: Bool), format: OfficeFormat
    ) throws
{
    var document = RightDocuments.plan
    document.insert(behind.texts.map { FormStyle.body($0) }, .after, Mutation.end)
    let file = try MendedFile(document, as: format)
    let told = OfficialCheck(of: file.document).findings.map(\.rule)
    #expect(told.contains(.endMarkMissing) && told.contains(.endMarkInside))
    #expect(file.codesLeft.contains(.endMarkMissing) != behind.isMended)
    let marks = try file.result.paragraphs.count { $0.text.hasSuffix("./.") }
    #expect(marks == (behind.isMended ? 2 : 1))
}

@Test(
    arguments: ["(Đính kèm bảng giá quý I/2026)", "(Đính kèm bảng giá quý I/2026)."], OfficeFormat.allCases)
func `a remark in brackets behind the end is no fault`(remark: String, format: OfficeFormat) throws {
    var document = RightDocuments.plan
    document.insert([FormStyle.body(remark)], .after, Mutation.end)
    let told = OfficialCheck(of: try document.read(as: format)).findings.map(\.rule)
    #expect(!told.contains(.endMarkMissing) && !told.contains(.endMarkInside))
}
