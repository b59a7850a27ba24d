import Diagnostics
import FoundationEssentials
import TestSupport
import Testing

@testable import VanThu

/// What is made of the sheets that units send.
@Suite struct UnitWorkTests {
    /// The example of three units, with more of them.
    private func withUnits<Result>(
        _ count: Int, _ body: (_ folder: String, _ scratch: String) throws -> Result
    ) throws -> Result {
        try withScratchFolder { scratch in
            let folder = scratch.appending(path: "ho-so")
            try FileManager.default.copyItem(
                at: packageFolder.appending(path: "examples/ba-don-vi-ba-nam"), to: folder)
            let file = folder.appending(path: "co-quan.yaml")
            let text = try String(contentsOf: file, encoding: .utf8)
            let more = (3..<count).map { "  - {ma: D\($0), ten: Đơn vị số \($0)}\n" }.joined()
            try text.replacing("don_vi:\n", with: "don_vi:\n\(more)").write(
                to: file, atomically: true, encoding: .utf8)
            return try body(folder.path, scratch.appending(path: "ra").path)
        }
    }

    @Test(arguments: [15, 16, 17]) func `a table has a column for each unit as far as a sheet of A3 has room`(
        count: Int
    ) throws {
        try withUnits(count) { folder, out in
            let made = try Clerk(formats: [.xlsx], folder: out).consolidate(
                year: 2026, from: folder, environment: [:])
            let names = made.value.map { $0.path.split(separator: "/").last.map(String.init) ?? "" }
            let told = made.warnings.map(\.code).contains("planning.too-many-unit-columns")
            #expect(names.contains("tong-hop-2026-don-vi-cot.xlsx") == (count <= 16), "\(names)")
            #expect(told == (count > 16))
            #expect(names.contains("tong-hop-2026-theo-don-vi.xlsx"))
        }
    }
}
