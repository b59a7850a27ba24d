import Container
import Diagnostics
import OfficeDocument
import OfficePackage
import Regulations
import TestSupport
import Testing

@testable import Checking
@testable import Forms

/// Letters are mended to what they were before the mutation, in every run of the document.
@Test(arguments: Mutation.letters.filter { $0.isMended }, OfficeFormat.allCases)
func `mutated letters are mended to the right ones`(mutation: Mutation, format: OfficeFormat) throws {
    let right = mutation.document()
    var document = right
    mutation.breaking(&document)
    let file = "van-ban.\(format.rawValue)"
    let archive = try Archive(bytes: document.bytes(as: format), file: file)
    let mending = try Mending(of: archive, document: ReadDocument.reading(archive).value)
    #expect(mending.check.findings.filter { $0.severity > .note }.map(\.rule) == [])
    let bytes = try #require(mending.bytes)
    let mended = try ReadDocument.reading(Archive(bytes: bytes, file: file)).value
    let wanted = try right.read(as: format)
    #expect(mended.paragraphs.map(\.text).map(scalars) == wanted.paragraphs.map(\.text).map(scalars))
    let fonts = Set(mended.paragraphs.flatMap(\.runs).flatMap { [$0.format.font, $0.format.accentedFont] })
    #expect(fonts.subtracting([nil, "Times New Roman"]) == [])
    // Mended once is mended.
    let again = try Archive(bytes: bytes, file: file)
    #expect(try Mending(of: again, document: ReadDocument.reading(again).value).bytes == nil)
}

private func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }
