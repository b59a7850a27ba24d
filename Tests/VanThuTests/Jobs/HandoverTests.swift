import Container
import Diagnostics
import FoundationEssentials
import OfficeDocument
import Planning
import TestSupport
import Testing
import VanThu

/// The letters that hand the tasks of a plan to the units that lead them.
@Suite struct HandoverTests {
    private let workspace = packageFolder.appending(path: "examples/ubnd-tinh-chuyen-doi-so").path

    @Test func `each leading unit gets a letter with its tasks, and check finds nothing in it`() throws {
        try withScratchFolder { folder in
            let jobs = try Clerk.handovers(of: workspace)
            #expect(jobs == [.handover(unit: "SKHCN"), .handover(unit: "SNV")])
            let files = try Clerk(folder: folder.path).produce(jobs, from: workspace, environment: [:])
            #expect(files.value.count == 4 && files.warnings == [])
            let checks = try Clerk.check(files.value.map(\.path))
            #expect(
                checks.flatMap(\.diagnostics).filter { $0.severity > .note }.map { $0.text(in: .english) }
                    == [])
            let lines = try ReadDocument.reading(Archive(opening: files.value[0].path)).value.paragraphs.map(
                \.text)
            #expect(lines.contains { $0.contains("giao Sở Khoa học và Công nghệ chủ trì") })
            #expect(
                lines.contains(
                    "1. Mở rộng mạng truyền số liệu chuyên dùng đến cấp xã; phối hợp: Sở Tài chính; UBND các xã, phường; sản phẩm: 100% xã, phường có kết nối; thời hạn: quý II."
                ))
            #expect(lines.contains { $0.hasPrefix("3. Phát triển nhân lực số") })
        }
    }

    @Test(arguments: ["STC", "KHAC"]) func `a unit that leads no task is told`(unit: String) throws {
        let failure = #expect(throws: Failure.self) {
            try Clerk().bytes(of: .handover(unit: unit), from: workspace, environment: [:])
        }
        #expect(failure?.diagnostics.map(\.code) == ["planning.nothing-to-hand-over"])
        #expect(failure?.diagnostics.first?.fix?.vietnamese == "chọn một trong: SKHCN, SNV")
    }
}
