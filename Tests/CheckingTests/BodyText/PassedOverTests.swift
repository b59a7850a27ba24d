import OfficeDocument
import OfficePackage
import Testing

@testable import Checking
@testable import Forms

/// What is seen in a line and has no letters in the file, in Word's markup.
private let objects = [
    #"<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>a+b</m:t></m:r></m:oMath>"#,
    field(" FORMCHECKBOX "), field(" FORMDROPDOWN "), field(" EQ \\f(1,2) "),
    "<w:r><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>y</w:t></w:r></w:rubyBase></w:ruby></w:r>",
]

private func field(_ instruction: String) -> String {
    #"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">\#(instruction)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>"#
}

private func document(_ pieces: [String], around object: String) throws -> MendedFile {
    let mark = "Chỗ có công thức."
    let setUp = SetUp(
        testDescription: "", arranging: { $0.insert([FormStyle.body(mark)], .after, Mutation.lastPoint) },
        rewriting: { markup, _ in
            let runs = pieces.map { #"<w:r><w:t xml:space="preserve">\#($0)</w:t></w:r>"# }
            return markup.replacing(
                #"<w:r><w:t xml:space="preserve">\#(mark)</w:t></w:r>"#, with: runs.joined(separator: object))
        })
    return try MendedFile(setUp.bytes(of: RightDocuments.plan, as: .docx), as: .docx)
}

@Test(arguments: objects) func `blanks around what is passed over are not side by side`(object: String) throws
{
    for pieces in [["Các đơn vị tính ", " theo năm."], ["Các đơn vị tính ", ", theo năm."], ["", ""]] {
        let file = try document(pieces, around: object)
        #expect(file.mending.mended.map(\.rule) == [] && file.codesLeft == [], "\(file.left)")
    }
    // Beside it the same is told and mended.
    for (pieces, object) in [
        (["Các đơn  vị tính ", " theo năm."], object), (["Các đơn vị tính ", " theo năm."], ""),
    ] {
        let file = try document(pieces, around: object)
        #expect(file.mending.mended.map(\.rule) == [.doubleSpace])
        #expect(try file.result.paragraphs.contains { $0.text.hasPrefix("Các đơn vị tính ") })
    }
}
