import Diagnostics
import OfficeDocument
import OfficePackage
import Recognition
import Regulations
import Testing

@testable import Checking
@testable import Forms

/// The plan with other blocks in place of its foot.
private func plan(endingWith blocks: [Block]) -> Document {
    var document = RightDocuments.plan
    let foot = document.sections[0].blocks.lastIndex { if case .table = $0 { true } else { false } } ?? 0
    document.sections[0].blocks.replaceSubrange(foot...foot, with: blocks)
    return document
}

private func table(_ columns: [[String]]) -> Block {
    let cells = columns.map { column in Table.Cell(column.map { FormStyle.authority($0) }) }
    return .table(
        Table(
            columns: columns.map { _ in .millimetres(160 / Double(columns.count)) }, rows: [Table.Row(cells)])
    )
}

private struct Foot: CustomTestStringConvertible {
    let testDescription: String
    let blocks: [Block]
    /// The title and name of each signature.
    let signed: [String]
}

private let accounts = [
    ["NGƯỜI LẬP BIỂU", "(Ký, họ tên)", "", "Lê Thị Cúc"],
    ["KẾ TOÁN TRƯỞNG", "(Ký, họ tên)", "", "Trần Văn Bình"],
    ["THỦ TRƯỞNG ĐƠN VỊ", "(Ký tên, đóng dấu)", "", "Nguyễn Văn An"],
]
private let blanks = String(repeating: " ", count: 12)

private let feet = [
    Foot(
        testDescription: "three signers in a table", blocks: [table(accounts)],
        signed: [
            "NGƯỜI LẬP BIỂU: Lê Thị Cúc", "KẾ TOÁN TRƯỞNG: Trần Văn Bình", "THỦ TRƯỞNG ĐƠN VỊ: Nguyễn Văn An",
        ]),
    Foot(
        testDescription: "in small letters",
        blocks: [table([["Người lập biểu", "Lê Thị Cúc"], ["Kế toán trưởng", "Trần Văn Bình"]])],
        signed: ["Người lập biểu: Lê Thị Cúc", "Kế toán trưởng: Trần Văn Bình"]),
    Foot(
        testDescription: "apart by blanks",
        blocks: [
            FormStyle.body("Người lập biểu\(blanks)Kế toán trưởng\(blanks)Thủ trưởng đơn vị"),
            FormStyle.body(""), FormStyle.body("Lê Thị Cúc\(blanks)Trần Văn Bình\(blanks)Nguyễn Văn An"),
        ],
        signed: [
            "Người lập biểu: Lê Thị Cúc", "Kế toán trưởng: Trần Văn Bình", "Thủ trưởng đơn vị: Nguyễn Văn An",
        ]),
    Foot(
        testDescription: "signers above the recipients",
        blocks: [
            table([
                ["GIÁM ĐỐC", "SỞ NỘI VỤ", "Trần Văn Bình"], ["GIÁM ĐỐC", "SỞ TÀI CHÍNH", "Nguyễn Văn An"],
            ]), FormStyle.recipientsLabel("Nơi nhận:"), FormStyle.recipient("- Lưu: VT."),
        ], signed: ["GIÁM ĐỐC / SỞ NỘI VỤ: Trần Văn Bình", "GIÁM ĐỐC / SỞ TÀI CHÍNH: Nguyễn Văn An"]),
    Foot(
        testDescription: "approval at the left",
        blocks: [
            table([["DUYỆT CỦA PHÒNG GDĐT", "Trần Văn Bình"], ["HIỆU TRƯỞNG", "Nguyễn Văn An"]]),
            FormStyle.recipientsLabel("Nơi nhận:"), FormStyle.recipient("- Lưu: VT."),
        ], signed: ["DUYỆT CỦA PHÒNG GDĐT: Trần Văn Bình", "HIỆU TRƯỞNG: Nguyễn Văn An"]),
    Foot(
        testDescription: "titles without names",
        blocks: [table([["NGƯỜI LẬP BIỂU", "(Ký, họ tên)"], ["THỦ TRƯỞNG ĐƠN VỊ", "(Ký tên)"]])],
        signed: ["NGƯỜI LẬP BIỂU: ", "THỦ TRƯỞNG ĐƠN VỊ: "]),
]

@Test(arguments: feet, OfficeFormat.allCases)
private func `each signer of a foot has a block with title and name`(foot: Foot, format: OfficeFormat) throws
{
    let document = RecognisedDocument(of: try plan(endingWith: foot.blocks).read(as: format))
    let signed = document.signatures.map { signature in
        let titles = signature.titles.map { document.lines[$0].trimmed }.joined(separator: " / ")
        return "\(titles): \(signature.name.map { document.lines[$0].trimmed } ?? "")"
    }
    #expect(signed == foot.signed)
}

private let shown = [
    "Ký bởi: Sở Khoa học và Công nghệ", "Email: sokhcn@daknong.gov.vn", "Cơ quan: Tỉnh Đắk Nông",
    "Thời gian ký: 05.01.2026 08:30:15 +07:00",
]

@Test(arguments: OfficeFormat.allCases)
func `what a program for digital signatures prints is none of the components`(format: OfficeFormat) throws {
    var above = RightDocuments.plan
    above.insert(shown.map { FormStyle.recipient($0) }, .before, "UBND TỈNH ĐẮK NÔNG")
    var below = RightDocuments.plan
    below.insert(
        ["Signature Not Verified", "Signed by: NGUYEN VAN AN", "Date: 05/01/2026 08:30:15"].map {
            FormStyle.recipient($0)
        }, .before, "Nguyễn Văn An")
    let clean = RecognisedDocument(of: try RightDocuments.plan.read(as: format)).recognisedComponents.map(
        \.text)
    for document in [above, below] {
        let recognised = RecognisedDocument(of: try document.read(as: format))
        #expect(recognised.marks.values.count { $0 == .digitalSignature } >= 3)
        #expect(recognised.recognisedComponents.map(\.text) == clean)
    }
}
