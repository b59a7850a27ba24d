import Container
import Diagnostics
import OfficePackage
import Testing

@testable import OfficeDocument

/// Names and paths that stand neither in the properties of a file nor in its comments.
@Suite struct PersonalFields {
    private func lines(_ review: PrivacyReview) -> Set<String> {
        Set(
            review.traces.map { "\($0.part) \($0.kind.rawValue) \($0.text)\($0.isRemovable ? "" : " stays")" }
        )
    }

    private func field(_ instruction: String) -> String {
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> \(instruction) </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>x</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    }

    private let variables = [
        "settings": "<w:docVars><w:docVar w:name=\"soan\" w:val=\"Người Soạn\"/></w:docVars>"
    ]
    private let picture =
        #"<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Hình" descr="C:\Users\soan\anh.png" title="Biểu đồ"/></wp:inline></w:drawing></w:r>"#

    @Test func `variables and paths of pictures go, what the text shows and protects is told`() throws {
        let body =
            "<w:p>\(field("AUTHOR"))\(field("FILENAME \\p"))\(field("FILENAME"))\(field("PAGE"))\(picture)<w:permStart w:id=\"1\" w:ed=\"DOMAIN\\soan\"/><w:r><w:t>chữ</w:t></w:r></w:p>"
        let archive = try HandMade.docxFile(body, variables)
        let review = try PrivacyReview(ReadDocument.reading(archive).value, in: archive)
        let stays: Set = [
            "word/document.xml person {AUTHOR} stays", "word/document.xml path {FILENAME \\p} stays",
            "word/document.xml person DOMAIN\\soan stays",
        ]
        let found = lines(review)
        #expect(
            found
                == stays.union([
                    "word/settings.xml property soan = Người Soạn",
                    "word/document.xml path C:\\Users\\soan\\anh.png",
                ]))
        let cleaned = try Archive(bytes: review.cleaned, file: "sach.docx")
        #expect(try lines(PrivacyReview(ReadDocument.reading(cleaned).value, in: cleaned)) == stays)
        let text = String(decoding: try cleaned.contents(of: "word/document.xml"), as: UTF8.self)
        #expect(text.contains("Biểu đồ") && !text.contains("anh.png"))
    }

    @Test func `a variable that a field shows stays and is told`() throws {
        let archive = try HandMade.docxFile("<w:p>\(field("DOCVARIABLE soan"))</w:p>", variables)
        let review = try PrivacyReview(ReadDocument.reading(archive).value, in: archive)
        #expect(lines(review) == ["word/settings.xml property soan = Người Soạn stays"])
    }

    @Test func `OpenDocument's are found alike`() throws {
        let archive = try HandMade.odtFile(
            "<text:p>Do <text:author-name>Người Soạn</text:author-name>, <text:file-name>C:\\Users\\soan\\a.odt</text:file-name>, <text:file-name>a.odt</text:file-name></text:p>"
        )
        let review = try PrivacyReview(ReadDocument.reading(archive).value, in: archive)
        #expect(
            lines(review) == [
                "content.xml person Người Soạn stays", "content.xml path C:\\Users\\soan\\a.odt stays",
            ])
    }
}
