import Container
import Diagnostics
import OfficeDocument
import Testing

@testable import OfficialFormat

@Test(arguments: Mutation.all.filter { $0.reading == nil }, OfficeFormat.allCases)
func `a document with a comment at each finding has the same findings`(
    mutation: Mutation,
    format: OfficeFormat
) throws {
    var document = mutation.document()
    mutation.breaking(&document)
    let archive = try Archive(bytes: document.bytes(as: format), file: "van-ban.\(format.rawValue)")
    let before = try ReadDocument.reading(archive).value
    func check(_ document: ReadDocument) -> [CheckFinding] {
        OfficialCheck(of: document, settings: mutation.settings, today: mutation.today).findings
    }
    let findings = check(before)
    try #require(!findings.isEmpty)
    let annotations = findings.map {
        Annotation(at: $0.place?.element, by: "vanthu", lines: [$0.rule.rawValue])
    }
    let bytes = try before.annotated(with: annotations, in: archive)
    let after = try ReadDocument.reading(Archive(bytes: bytes, file: archive.file))
    #expect(after.warnings.isEmpty)
    #expect(after.value.comments.count == findings.count)
    #expect(after.value.paragraphs.map(\.text) == before.paragraphs.map(\.text))
    // A paragraph with a comment in it is none to be taken away.
    #expect(check(after.value).map { $0.diagnostic(in: "") } == findings.map { $0.diagnostic(in: "") })
}
