import Container
import Diagnostics
import OfficeDocument
import OfficePackage
import Regulations
import Testing

@testable import Checking
@testable import Forms

/// One mutation for each rule whose findings stand in a file.
private let mutations: [Mutation] = {
    var told: Set<Rule> = []
    return Mutation.all.filter { $0.reading == nil && told.insert($0.rule).inserted }
}()

@Test(arguments: mutations, OfficeFormat.allCases)
func `a document with a comment at each finding has the same findings`(
    mutation: Mutation, format: OfficeFormat
) throws {
    var document = mutation.document()
    mutation.breaking(&document)
    let archive = try Archive(bytes: document.bytes(as: format), file: "van-ban.\(format.rawValue)")
    let before = try ReadDocument.reading(archive).value
    func findings(_ document: ReadDocument) -> [Finding] {
        OfficialCheck(of: document, settings: mutation.settings, today: mutation.today).findings
    }
    let told = findings(before)
    try #require(!told.isEmpty)
    let annotations = told.map {
        Annotation(at: $0.place?.element, by: "vanthu", lines: [$0.rule.code.rawValue])
    }
    let bytes = try before.annotated(with: annotations, in: archive)
    let after = try ReadDocument.reading(Archive(bytes: bytes, file: archive.file))
    #expect(after.warnings.isEmpty)
    #expect(after.value.comments.count == told.count)
    #expect(after.value.paragraphs.map(\.text) == before.paragraphs.map(\.text))
    // How a finding is mended may change: a paragraph with a comment in it is not taken away.
    let toldAfter = findings(after.value)
    #expect(toldAfter.map(\.rule) == told.map(\.rule))
    #expect(toldAfter.map(\.place) == told.map(\.place))
    #expect(toldAfter.map(\.found) == told.map(\.found))
}
