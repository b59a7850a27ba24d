import Container
import Diagnostics
import OfficeDocument
import Testing

@testable import OfficialFormat

@Test(arguments: Mutation.all, OfficeFormat.allCases)
func `a document with a comment at each finding has the same findings`(
    mutation: Mutation,
    format: OfficeFormat
) throws {
    var document = mutation.document()
    mutation.breaking(&document)
    let archive = try Archive(bytes: document.bytes(as: format), file: "van-ban.\(format.rawValue)")
    let before = try ReadDocument.reading(archive).value
    let findings = OfficialCheck(of: before).findings
    try #require(!findings.isEmpty)
    let annotations = findings.map {
        Annotation(at: $0.place?.element, by: "vanthu", lines: [$0.rule.rawValue])
    }
    let bytes = try before.annotated(with: annotations, in: archive)
    let after = try ReadDocument.reading(Archive(bytes: bytes, file: archive.file))
    #expect(after.warnings.isEmpty)
    #expect(after.value.comments.count == findings.count)
    #expect(after.value.paragraphs.map(\.text) == before.paragraphs.map(\.text))
    #expect(OfficialCheck(of: after.value).findings == findings)
}
