import Diagnostics
import OfficeDocument
import OfficePackage
import Recognition
import Regulations
import Testing

@testable import Checking
@testable import Forms

/// Two documents in one file, the second right behind a foot that is set in columns.
@Test(
    arguments: [
        ["Độc lập - Tự do - Hạnh phúc"],
        ["Độc lập - Tự do - Hạnh phúc", "Đắk Nông, ngày 05 tháng 01 năm 2026"],
    ], OfficeFormat.allCases) func `the head of the next document is none of the foot`(
        below: [String], format: OfficeFormat
    ) throws
{
    func foot(_ document: Document) throws -> [String] {
        let file = try MendedFile(SetUp.tabbedFoot.bytes(of: document, as: format), as: format)
        let recognised = RecognisedDocument(of: file.document)
        return [.recipientsLabel, .recipient, .drafterCode, .position, .signerName].flatMap { component in
            recognised.indices(of: component).map { "\(component): \(recognised.lines[$0].trimmed)" }
        }
    }
    let alone = RightDocuments.plan
    var together = alone
    let columns = ParagraphFormat(tabs: [TabStop(position: .millimetres(95), kind: "left")])
    together.sections[0].blocks += (["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"] + below).map {
        .paragraph(
            Paragraph(
                style: FormStyle.recipient.rawValue, format: columns,
                runs: [Run("SỞ KHOA HỌC VÀ CÔNG NGHỆ"), Run([.tab]), Run($0)]))
    }
    let expected = try foot(alone)
    #expect(expected.count > 4)
    #expect(try foot(together) == expected)
}
