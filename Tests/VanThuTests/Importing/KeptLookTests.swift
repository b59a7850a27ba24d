import Container
import Diagnostics
import Forms
import FoundationEssentials
import OfficeDocument
import OfficePackage
import TestSupport
import Testing

@testable import VanThu

/// A run with these properties in a line of a paper.
private func run(_ text: String, _ look: String) -> String {
    "</w:t></w:r><w:r><w:rPr>\(look)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r><w:r><w:t xml:space=\"preserve\">"
}

private let raised = "<w:vertAlign w:val=\"superscript\"/>"
private let lowered = "<w:vertAlign w:val=\"subscript\"/>"
private let struck = "<w:strike/>"

/// The plan's file that a paper becomes, what differs when it is made again, and all that is told.
private func told(_ bytes: [UInt8], as name: String = "van-ban.docx") throws -> (
    plan: String, differences: [String], texts: [String], agency: String
) {
    try withScratchFolder { folder in
        let result = try imported([(name, bytes)], in: folder)
        func text(_ name: String) throws -> String {
            try String(contentsOf: folder.appending(path: "ho-so/\(name)"), encoding: .utf8)
        }
        return (
            try text("ke-hoach.yaml"),
            result.warnings.filter { "\($0.code)" == "import.differs" }.map {
                $0.message.text(in: .vietnamese)
            }, result.warnings.map { $0.message.text(in: .vietnamese) }, try text("co-quan.yaml")
        )
    }
}

/// Looks that change what a text means are kept, or told.
@Suite struct KeptLooks {
    @Test func `what stands high or low is a letter of Unicode, what is struck through has tildes`() throws {
        let paper = try OfficePaper.plan([
            "Mật độ 10\(run("6", raised)) tế bào/ml, khí CO\(run("2", lowered)); diện tích 12 m\(run("2", raised)).",
            "Kinh phí \(run("500.000", struck)) 300.000 đồng, \(run("hai", "<w:b/><w:dstrike/>")) ba người.",
            "\(OfficePaper.plain)\(run("Bỏ cả đoạn này.", struck))",
        ])
        let made = try told(paper)
        #expect(made.plan.contains("Mật độ 10⁶ tế bào/ml, khí CO₂; diện tích 12 m²."))
        #expect(made.plan.contains("Kinh phí ~~500.000~~ 300.000 đồng, **~~hai~~** ba người."))
        #expect(made.plan.contains("~~Bỏ cả đoạn này.~~"))
        #expect(made.differences == [])
    }

    @Test func `a look that a workspace does not keep there is told`() throws {
        // Unicode has no raised q; a heading, the sentence that opens and the one that ends have no look of their own.
        let made = try told(
            OfficePaper.plan([
                "Hệ số k\(run("q", raised)).", "III. KINH PHÍ \(run("NĂM TRƯỚC", struck))", "Ngân sách tỉnh.",
            ]))
        #expect(made.differences.count == 2, "\(made.differences)")
        #expect(made.differences.first?.contains("k^(q)") == true)
        #expect(made.differences.last?.contains("~~NĂM TRƯỚC~~") == true)
        let letter = try told(
            OfficePaper.document(
                "KẾ HOẠCH", ["Tuyên truyền"],
                text: [
                    "Sở chi \(run("500.000", struck)) đồng như sau:", "I. MỤC ĐÍCH", "Nâng cao nhận thức.",
                    "Trên đây là \(run("dự thảo", struck)) kế hoạch./.",
                ]))
        #expect(letter.differences.count == 2, "\(letter.differences)")
        #expect(!letter.plan.contains("~~"))
    }

    @Test func `OpenDocument keeps them as well`() throws {
        let styles =
            "<style:style style:name=\"H\" style:family=\"text\"><style:text-properties style:text-position=\"super 58%\"/></style:style><style:style style:name=\"S\" style:family=\"text\"><style:text-properties style:text-line-through-style=\"solid\"/></style:style>"
        let paper = try OpenDocumentPaper.text(
            [
                "SỞ NỘI VỤ", "Số: 05/KH-SNV", "Hà Nam, ngày 05 tháng 01 năm 2026", "KẾ HOẠCH",
                "Tuyên truyền năm 2026", "Sở Nội vụ ban hành Kế hoạch như sau:", "I. MỤC ĐÍCH",
                "Trồng 12 m<text:span text:style-name=\"H\">2</text:span>, chi <text:span text:style-name=\"S\">500.000</text:span> 300.000 đồng.",
                "II. THỜI GIAN", "Tháng 3.", "Nơi nhận:", "- Lưu: VT.",
            ].map { "<text:p>\($0)</text:p>" }.joined(), styles: styles)
        let made = try told(paper, as: "van-ban.odt")
        #expect(made.plan.contains("Trồng 12 m², chi ~~500.000~~ 300.000 đồng."))
        #expect(!made.differences.contains { $0.contains("500.000") || $0.contains("m²") })
    }
}

/// Parts of documents that came back otherwise, or not at all.
@Suite struct RemadeParts {
    /// A plan whose foot is a table, with what stands behind it.
    private static func plan(behind: [String]) throws -> [UInt8] {
        let recipients = ["Nơi nhận:", "- Như trên;", "- Lưu: VT."].joined(separator: OfficePaper.plain)
        let foot = OfficePaper.table([[recipients, "GIÁM ĐỐC" + OfficePaper.plain + "Trần Văn Minh"]])
        return try OfficePaper.plan(behind: [foot] + behind, isSigned: false)
    }

    @Test func `the drafter's code below the recipients is no appendix`() throws {
        let made = try told(
            Self.plan(behind: [
                "VP.(15)", "\(OfficePaper.bold)Phụ lục I\(OfficePaper.bold)TIẾN ĐỘ", "1. Tháng 3 họp.",
            ]))
        #expect(made.plan.components(of: "ten: TIẾN ĐỘ") == 1)
        #expect(!made.plan.contains("VP.(15)") && !made.plan.contains("sau chữ ký"))
        #expect(made.texts.contains { $0.contains("ký hiệu người soạn") })
        #expect(made.differences == [])
    }

    @Test(arguments: ["VP.", "Danh sách (15)"]) func `other lines there are none`(line: String) throws {
        let made = try told(Self.plan(behind: [line, "Lớp thứ nhất gồm 15 người."]))
        #expect(made.plan.contains("sau chữ ký"))
    }

    static func decision(_ last: String) throws -> [UInt8] {
        try OfficePaper.document(
            "QUYẾT ĐỊNH", ["Về việc thành lập Tổ công tác"], code: "QĐ-SNV",
            text: [
                "\(OfficePaper.bold)GIÁM ĐỐC SỞ NỘI VỤ", "Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;",
                "\(OfficePaper.bold)QUYẾT ĐỊNH:",
                "\(OfficePaper.plain)\(run("Điều 1.", "<w:b/>")) Thành lập Tổ công tác.", last,
            ])
    }

    @Test func `the last article of a decision keeps its bold number`() throws {
        try withScratchFolder { folder in
            let last =
                "\(OfficePaper.plain)\(run("Điều 2.", "<w:b/>")) Các phòng chịu trách nhiệm thi hành Quyết định này./."
            _ = try imported([("van-ban.docx", Self.decision(last))], in: folder)
            let clerk = Clerk(formats: [.docx, .odt], folder: folder.path)
            for file in try clerk.produce(.plan, from: folder.appending(path: "ho-so").path, environment: [:])
                .value
            {
                let bytes = [UInt8](try Data(contentsOf: URL(filePath: file.path)))
                let read = try ReadDocument.reading(Archive(bytes: bytes, file: file.path)).value
                let article = try #require(read.paragraphs.first { $0.text.hasPrefix("Điều 2.") })
                #expect(article.text == "Điều 2. Các phòng chịu trách nhiệm thi hành Quyết định này./.")
                let bold = article.runs.filter { $0.format.weight == .bold }.map(\.text).joined()
                #expect(bold == "Điều 2.", "\(file.path)")
                #expect(article.runs.contains { $0.format.weight != .bold && $0.text.contains("Các phòng") })
            }
        }
    }

    @Test func `a resolution has who resolves and the word for it`() throws {
        let made = try told(
            OfficePaper.document(
                "NGHỊ QUYẾT", ["Về nhiệm vụ năm 2026"], code: "NQ-HĐND",
                text: [
                    "\(OfficePaper.bold)HỘI ĐỒNG NHÂN DÂN XÃ HÀM THUẬN\(OfficePaper.bold)KHÓA I, KỲ HỌP THỨ 5",
                    "Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;", "\(OfficePaper.bold)QUYẾT NGHỊ:",
                    "\(OfficePaper.plain)\(run("Điều 1.", "<w:b/>")) Thông qua nhiệm vụ năm 2026.",
                    "\(OfficePaper.plain)\(run("Điều 2.", "<w:b/>")) Ủy ban nhân dân xã tổ chức thực hiện Nghị quyết này./.",
                ]))
        #expect(made.plan.contains("loai: nghi_quyet\n") && made.plan.contains("tham_quyen: "))
        #expect(made.differences == [])
    }

    @Test func `a point with a colon is no bold heading among its neighbours`() throws {
        let made = try told(
            OfficePaper.plan([
                "1. Phát triển hạ tầng.", "2. Thu ngân sách: 25,5 tỷ đồng.", "3. Giảm nghèo bền vững.",
            ]))
        #expect(made.plan.contains("- \"2. Thu ngân sách: 25,5 tỷ đồng.\""))
        #expect(made.differences == [])
        let bold = try told(
            OfficePaper.plan([
                "\(OfficePaper.plain)\(run("1. Thời gian:", "<w:b/>")) tháng 3.",
                "\(OfficePaper.plain)\(run("2. Địa điểm:", "<w:b/>")) tại Sở.",
            ]))
        #expect(bold.plan.contains("ten: \"Thời gian:\"") && bold.plan.contains("ten: \"Địa điểm:\""))
    }
}

extension String { fileprivate func components(of part: String) -> Int { ranges(of: part).count } }
