import Checking
import Diagnostics
import FoundationEssentials
import Regulations
import TestSupport
import Testing
import VanThu

/// Lists of an office's own are found in `du-lieu` beside a document or above it, and messages name them.
@Suite struct OwnLists {
    /// What is told of a plan of the example that says “Phòng Y tế”, with a list in that folder.
    private func told(in place: String, _ list: String) throws -> [String] {
        try withScratchFolder { folder in
            let inner = folder.appending(path: "van-ban/nam-2026")
            try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
            let lists = folder.appending(path: place)
            try FileManager.default.createDirectory(at: lists, withIntermediateDirectories: true)
            try Data(list.utf8).write(to: lists.appending(path: "ten.yaml"))
            let file = inner.appending(path: "ke-hoach.docx")
            let made = try Clerk(folder: folder.path).produce(
                .plan, from: TheExample.workspace, environment: [:])
            let plan = try #require(made.value.map(\.path).first { $0.hasSuffix(".docx") })
            try FileManager.default.copyItem(atPath: plan, toPath: file.path)
            let checked = try Clerk.check([file.path], environment: [:])
            return checked.flatMap(\.findings).filter { $0.rule.code.rawValue == "format.spelling" }.map {
                $0.right.vietnamese.contains("\(place)/ten.yaml, Công văn 12/SNV") ? "named" : "unnamed"
            }
        }
    }

    private let list = "nguon: Công văn 12/SNV\nchinh_ta: {kế hoạch: phương án}\n"

    @Test func `beside the document and above it`() throws {
        #expect(try told(in: "van-ban/nam-2026/du-lieu", list).contains("named"))
        #expect(try told(in: "du-lieu", list).contains("named"))
        #expect(try told(in: "khac", list).isEmpty)
    }

    @Test func `out of its days it says nothing`() throws {
        #expect(try told(in: "du-lieu", "den: 2020-01-01\n\(list)").isEmpty)
    }

    @Test func `a fault in a list stops the check`() {
        #expect(throws: Failure.self) { try told(in: "du-lieu", "chinh_ta: [a]\n") }
    }
}
