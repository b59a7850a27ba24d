import Container
import Diagnostics
import OfficeDocument
import OfficePackage
import Regulations
import Testing

@testable import Checking
@testable import Forms

@Suite struct ConvertedForms {
    private static let rightDocuments: [@Sendable () -> Document] = [
        { RightDocuments.plan }, { RightDocuments.letter }, { RightDocuments.submission },
    ]

    private func convert(_ read: ReadDocument, to format: OfficeFormat) throws -> ReadDocument {
        let rewritten = Document.rewriting(read)
        #expect(rewritten.warnings.isEmpty)
        return try rewritten.value.read(as: format)
    }

    private func expectSameAfterConverting(_ document: Document, from format: OfficeFormat) throws {
        let other: OfficeFormat = format == .docx ? .odt : .docx
        let original = try document.read(as: format)
        let once = try convert(original, to: other)
        let twice = try convert(once, to: format)
        for converted in [once, twice] {
            #expect(converted.paragraphs.map(\.text) == original.paragraphs.map(\.text))
            let (found, wanted) = (converted.outline, original.outline)
            #expect(found.count == wanted.count)
            for (a, b) in zip(found, wanted) where a != b { Issue.record("\(a) instead of \(b)") }
            #expect(
                OfficialCheck(of: converted).findings.map(\.rule)
                    == OfficialCheck(of: original).findings.map(\.rule))
        }
        #expect(twice.title == original.title)
        #expect(twice.language == original.language)
    }

    @Test(arguments: Form.allCases, OfficeFormat.allCases)
    func `a form says and looks the same in the other format and back`(form: Form, format: OfficeFormat)
        throws
    { try expectSameAfterConverting(form.document(), from: format) }

    @Test(arguments: [0, 1, 2], OfficeFormat.allCases)
    func `a right document stays right in the other format and back`(index: Int, format: OfficeFormat) throws
    { try expectSameAfterConverting(Self.rightDocuments[index](), from: format) }

    @Test(arguments: Mutation.all, OfficeFormat.allCases) func `a fault survives the conversion`(
        mutation: Mutation, format: OfficeFormat
    ) throws {
        var document = mutation.document()
        mutation.breaking(&document)
        let original = try document.read(as: format)
        let converted = try Document.rewriting(original).value.read(as: format == .docx ? .odt : .docx)
        #expect(
            OfficialCheck(of: converted).findings.map(\.rule)
                == OfficialCheck(of: original).findings.map(\.rule))
    }
}
