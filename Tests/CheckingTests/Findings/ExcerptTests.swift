import OfficeDocument
import OfficePackage
import Testing

@testable import Checking
@testable import Forms

/// Letters are counted, whatever bytes they take.
@Test(arguments: [
    ("các các ", "ạ", 60, true), ("các các ", "ạ", 61, false), ("các các ", "ạ", 90, false),
    ("kinh te- xa ", "a", 60, true), ("kinh te- xa ", "a", 61, false), ("kinh te- xa ", "a", 62, false),
]) func `a line of more than sixty letters is shown by its beginning`(
    fault: String, letter: String, count: Int, isWhole: Bool
) throws {
    let text = fault + String(repeating: letter, count: count - fault.count - 1) + "."
    var document = RightDocuments.plan
    document.replace("\(RightDocuments.sentence).", with: text)
    let findings = OfficialCheck(of: try document.read(as: .docx)).findings
    let found = try #require(findings.first { [.doubledWord, .hyphenSpaces].contains($0.rule) })
    #expect(found.excerpt == (isWhole ? text : text.prefix(57) + "…"))
}
