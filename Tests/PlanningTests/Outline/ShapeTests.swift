import Diagnostics
import FoundationEssentials
import Planning
import TestSupport
import Testing
import Values

/// The shapes of public plans, each a workspace under `examples/` with an outline of its own.
@Suite struct ShapeTests {
    static let folders = [
        "ubnd-tinh-chuyen-doi-so", "so-ke-hoach-5-nam", "xa-co-kiem-diem", "phuong-an-chay-rung",
        "truong-nam-hoc", "dang-chuong-trinh-hanh-dong", "chuong-trinh-cong-tac", "kiem-tra-kem-quyet-dinh",
    ]

    @Test(arguments: folders) func `each shape is read without a finding and says its text`(folder: String)
        throws
    {
        let path = exampleFolder.replacing("skhcn-dak-nong", with: folder)
        let read = try Workspace.reading(folder: path)
        #expect(read.warnings.map { $0.text(in: .english) } == [])
        let text = lines(try read.value.decisionView()).joined(separator: "\n") + "\n"
        try expectGolden(text, named: "hinh-dang-\(folder).txt")
    }
}
