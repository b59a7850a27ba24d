import Diagnostics
import DocumentTemplates
import OfficePackage
import Testing

/// Whether a tag without an end was meant to have two braces.
@Test(
    arguments: OfficeFormat.allCases,
    [
        ("{{x", true), ("a{{x", true), ("a {{x", true), ("{{", true), ("{x", false), ("a{x", false),
        ("{", false), ("{ {x", false), ("x{ y { z", false),
    ]) func `a brace beside another is told as one of a pair`(
        format: OfficeFormat, row: (words: String, isDoubled: Bool)
    ) throws
{
    let failure = #expect(throws: Failure.self) { try SmallDocument.template(format, ["{ten}", row.words]) }
    let faults = failure?.diagnostics ?? []
    #expect(!faults.isEmpty)
    #expect(faults.allSatisfy { $0.code == "template.unclosed-tag" })
    #expect(Set(faults.map { $0.message.english.contains("as well as") }) == [row.isDoubled])
}
