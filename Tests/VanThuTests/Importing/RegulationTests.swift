import Container
import Diagnostics
import Forms
import FoundationEssentials
import OfficeDocument
import TestSupport
import Testing

@testable import VanThu

/// A regulation (quy chế) keeps its chapters, and counts its articles by itself.
@Suite struct ImportedRegulations {
    private let text = [
        "\(OfficePaper.bold)Chương I", "\(OfficePaper.bold)QUY ĐỊNH CHUNG",
        "\(OfficePaper.plain)Điều 1. Phạm vi điều chỉnh", "Quy chế này quy định việc lưu trữ.",
        "Điều 2. Nguyên tắc", "Lưu trữ đúng hạn.", "\(OfficePaper.bold)Chương II",
        "\(OfficePaper.bold)TRÁCH NHIỆM", "\(OfficePaper.bold)Mục 1", "\(OfficePaper.bold)LÃNH ĐẠO SỞ",
        "\(OfficePaper.plain)Điều 3. Giám đốc", "Giám đốc phân công các phòng.", "\(OfficePaper.bold)Mục 2",
        "\(OfficePaper.bold)CÁC PHÒNG", "\(OfficePaper.plain)Điều 4. Văn phòng",
        "Văn phòng theo dõi, đôn đốc.", "\(OfficePaper.bold)Chương III",
        "\(OfficePaper.bold)TỔ CHỨC THỰC HIỆN", "\(OfficePaper.plain)Điều 5. Hiệu lực",
        "Các phòng thực hiện Quy chế này./.",
    ]

    @Test func `chapters, divisions and articles are counted and printed as they were`() throws {
        try withScratchFolder { folder in
            let paper = try OfficePaper.document(
                "QUY CHẾ", ["Lưu trữ của Sở Nội vụ"], code: "QC-SNV", text: text)
            let result = try imported([("quy-che.docx", paper)], in: folder)
            #expect(result.warnings.filter { "\($0.code)" == "import.differs" } == [])
            let plan = try String(contentsOf: folder.appending(path: "ho-so/ke-hoach.yaml"), encoding: .utf8)
            #expect(plan.contains("danh_so: [chuong, muc, dieu]"), "\(plan)")
            #expect(plan.split(separator: "\n").filter { $0.contains(" so:") } == [], "\(plan)")
            #expect(plan.components(separatedBy: "danh_so: dieu").count == 4, "\(plan)")
            // One more article moves those behind it.
            let more = plan.replacing(
                "      - lien: Nguyên tắc\n",
                with:
                    "      - ten: Đối tượng\n        danh_so: dieu\n        noi_dung: [Các phòng.]\n      - lien: Nguyên tắc\n"
            )
            #expect(more != plan)
            try Data(more.utf8).write(to: folder.appending(path: "ho-so/ke-hoach.yaml"))
            for format in [OutputFormat.docx, .odt] {
                let clerk = Clerk(formats: [format], folder: folder.path)
                let file = try clerk.produce(
                    .plan, from: folder.appending(path: "ho-so").path, environment: [:]
                ).value[0].path
                let made = try ReadDocument.reading(Archive(opening: file)).value.paragraphs
                let headings = made.filter { paragraph in
                    ["Chương ", "Mục ", "Điều "].contains { paragraph.text.hasPrefix($0) }
                }
                #expect(
                    headings.map(\.text) == [
                        "Chương I", "Điều 1. Phạm vi điều chỉnh", "Điều 2. Đối tượng", "Điều 3. Nguyên tắc",
                        "Chương II", "Mục 1", "Điều 4. Giám đốc", "Mục 2", "Điều 5. Văn phòng", "Chương III",
                        "Điều 6. Hiệu lực",
                    ])
                let titles = made.filter { ["Chương I", "QUY ĐỊNH CHUNG", "LÃNH ĐẠO SỞ"].contains($0.text) }
                #expect(titles.count == 3 && titles.allSatisfy { $0.format.alignment == .centre })
            }
        }
    }
}
