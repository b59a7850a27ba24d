import Diagnostics
import OfficeDocument
import OfficePackage
import Recognition
import Regulations
import Testing

@testable import Checking
@testable import Forms

private let head = RightDocuments.head(number: "Số: 05/KH-SKHCN")
private let text = FormStyle.body("\(RightDocuments.sentence).")
private let signed: [Block] = [
    FormStyle.authority("GIÁM ĐỐC"), FormStyle.body(""), FormStyle.signerName("Nguyễn Văn An"),
]

/// Parts of documents that are enough to know an office's document by.
private let enough: [(name: String, blocks: [Block])] = [
    (
        "a weekly report without number",
        [
            RightDocuments.head(number: ""), FormStyle.documentType("BÁO CÁO"),
            FormStyle.subject("Kết quả công tác tuần 02 tháng 6 năm 2026"), text,
        ]
    ),
    (
        "type and signature",
        [FormStyle.documentType("BÁO CÁO"), FormStyle.subject("Kết quả công tác năm 2026"), text] + signed
    ),
    (
        "a slip without head",
        [
            FormStyle.documentType("PHIẾU TRÌNH GIẢI QUYẾT CÔNG VIỆC"),
            FormStyle.addressee("Kính gửi: Giám đốc Sở"), text,
        ]
    ),
    (
        "a slip with a head",
        [head, FormStyle.documentType("PHIẾU TRÌNH"), FormStyle.addressee("Kính gửi: Giám đốc Sở"), text]
    ),
    (
        "motto and type",
        [FormStyle.motto("Độc lập - Tự do - Hạnh phúc"), FormStyle.documentType("KẾ HOẠCH"), text]
    ),
    (
        "number and date",
        [
            FormStyle.numberAndCode("Số: 05/KH-SKHCN"),
            FormStyle.placeAndDate("Đắk Nông, ngày 05 tháng 01 năm 2026"), text,
        ]
    ),
]

@Test(arguments: enough) func `a sufficient set of parts makes an office's document`(
    name: String, blocks: [Block]
) throws {
    for format in OfficeFormat.allCases {
        var document = RightDocuments.plan
        document.sections[0].blocks = blocks
        #expect(RecognisedDocument(of: try document.read(as: format)).nature == .official)
    }
}

@Test(arguments: [
    ("type alone", [FormStyle.documentType("BÁO CÁO"), text]), ("text alone", [text]),
    ("a name below a text", [text, FormStyle.signerName("Nguyễn Văn An")]),
]) func `one part alone makes none, and what is missing is told`(name: String, blocks: [Block]) throws {
    var document = RightDocuments.plan
    document.sections[0].blocks = blocks
    guard case .unrecognised(_, let missing) = RecognisedDocument(of: try document.read(as: .docx)).nature
    else {
        Issue.record("taken for an office's document")
        return
    }
    #expect(missing.contains(.nationalTitle) && missing.contains(.numberAndCode))
}

@Test func `the page's number and the lines under names are part of the answer`() throws {
    for format in OfficeFormat.allCases {
        let recognised = RecognisedDocument(of: try RightDocuments.plan.read(as: format))
        #expect(recognised.status(of: .pageNumber) == .found)
        let numbers = recognised.pageNumbers(ofSection: 0)
        #expect(numbers.inHeader.count == 1 && numbers.inFooter.isEmpty && numbers.onFirstPage.isEmpty)
        let names = recognised.indices(of: .issuingAgency)
        let below = recognised.head.filter { $0 > (names.last ?? 0) }
        let drawn = recognised.ruledLines(under: names, among: Array(below)).filter {
            if case .drawn = $0 { true } else { false }
        }
        #expect(!drawn.isEmpty)
    }
}
