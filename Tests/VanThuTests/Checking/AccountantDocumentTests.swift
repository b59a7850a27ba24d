import Diagnostics
import FoundationEssentials
import Planning
import TestSupport
import Testing
import VanThu

/// What accountants check in the words of documents: told of a plan that is made of a workspace with the slip, and not of one without it.
@Suite struct AccountantDocumentTests {
    struct Slip: Sendable, CustomTestStringConvertible {
        let name: String
        let code: String
        /// A key of `ke-hoach.yaml`, with its lines.
        let key: String
        let wrong: [String]
        let right: [String]
        var testDescription: String { "\(name): \(code)" }
    }

    private static let archives =
        "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"
    private static let law = "Luật An ninh mạng ngày 12 tháng 6 năm 2018"

    static let slips = [
        Slip(
            name: "4 số bằng chữ", code: "format.amount-mismatch", key: "kinh_phi",
            wrong: ["Tổng kinh phí: 12.000.000 đồng (Bằng chữ: Mười một triệu đồng)."],
            right: ["Tổng kinh phí: 12.000.000 đồng (Bằng chữ: Mười hai triệu đồng)."]),
        Slip(
            name: "9 căn cứ hết hiệu lực", code: "format.basis-expired", key: "can_cu",
            wrong: [
                "Căn cứ Nghị định số 110/2004/NĐ-CP ngày 08 tháng 4 năm 2004 của Chính phủ về công tác văn thư"
            ], right: ["Căn cứ \(archives)"]),
        Slip(
            name: "17 số thứ tự nhảy quãng", code: "format.numbering-gap", key: "kinh_phi",
            wrong: ["1. Ngân sách tỉnh cấp.", "2. Nguồn xã hội hóa.", "4. Nguồn khác."],
            right: ["1. Ngân sách tỉnh cấp.", "2. Nguồn xã hội hóa.", "3. Nguồn khác."]),
        Slip(
            name: "17 phụ lục không có", code: "format.appendix-absent", key: "kinh_phi",
            wrong: ["Chi tiết tại Phụ lục II kèm theo Kế hoạch này."],
            right: ["Chi tiết tại dự toán được duyệt hằng năm."]),
        Slip(
            name: "18 thứ tự căn cứ", code: "format.basis-order", key: "can_cu",
            wrong: ["Căn cứ \(archives)", "Căn cứ \(law)"], right: ["Căn cứ \(law)", "Căn cứ \(archives)"]),
        Slip(
            name: "18 căn cứ không có ngày", code: "format.basis-date-missing", key: "can_cu",
            wrong: ["Căn cứ Nghị định số 30/2020/NĐ-CP của Chính phủ về công tác văn thư"],
            right: ["Căn cứ \(archives)"]),
    ]

    /// The codes of a check of the plan that is made of a starter workspace with these lines.
    private func told(_ key: String, _ lines: [String], in folder: URL) throws -> [String] {
        let workspace = folder.appending(path: "ho-so")
        for file in StarterWorkspace.files {
            let path = workspace.appending(path: file.name)
            try FileManager.default.createDirectory(
                at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(changed(file, key, lines).utf8).write(to: path)
        }
        let output = folder.appending(path: "ra")
        try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
        let made = try Clerk(formats: [.docx], folder: output.path).produce(
            .plan, from: workspace.path, environment: [:])
        let checks = try Clerk.check(made.value.map(\.path), by: Clerk.CheckTerms())
        return checks.flatMap(\.diagnostics).map(\.code)
    }

    private func changed(_ file: (name: String, contents: String), _ key: String, _ lines: [String]) -> String
    {
        guard file.name == "ke-hoach.yaml" else { return file.contents }
        let written = "\(key):\n" + lines.map { "  - \"\($0)\"\n" }.joined()
        var kept: [Substring] = []
        var isSkipped = false
        for line in file.contents.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("\(key):") {
                isSkipped = true
            } else if isSkipped, !line.hasPrefix(" ") {
                isSkipped = false
            }
            if !isSkipped { kept.append(line) }
        }
        return kept.joined(separator: "\n") + "\n" + written
    }

    @Test(arguments: slips) func `a slip is told, and what is right is not`(slip: Slip) throws {
        try withScratchFolder { folder in
            let wrong = try told(slip.key, slip.wrong, in: folder.appending(path: "sai"))
            #expect(wrong.contains(slip.code), "\(wrong)")
            let right = try told(slip.key, slip.right, in: folder.appending(path: "dung"))
            #expect(!right.contains(slip.code), "\(right)")
        }
    }
}
