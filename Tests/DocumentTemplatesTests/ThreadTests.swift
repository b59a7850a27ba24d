import Container
import Diagnostics
import DocumentTemplates
import FoundationEssentials
import OfficePackage
import Testing
import Values

@Suite struct Threads {
    private static func data(_ seed: Int) -> Value {
        let rows = (0..<(50 + seed)).map { row -> Value in
            ["ten": .text("Mục \(seed).\(row) & <x>"), "tien": .number(.init(row * 1000 + seed))]
        }
        return [
            "tieu_de": .text("Bảng \(seed)"), "ds": .list(rows),
            "ghi_chu": "**đậm** và _nghiêng_\n\n- một\n- hai",
        ]
    }

    /// Of the four tasks each starts with other data, so that different documents are made at the same time.
    @Test(arguments: OfficeFormat.allCases)
    func `one template gives the same bytes from four tasks as from one`(_ format: OfficeFormat) async throws
    {
        let template = try SmallDocument.template(
            format, ["{tieu_de}", "{#ds}", "{$number}. {ten}: {tien | tien}", "{/ds}", "{@ghi_chu}"])
        let expected: [[UInt8]] = try (0..<8).map { try template.render(Threads.data($0)) }
        #expect(Set(expected).count == expected.count)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in 0..<4 {
                group.addTask {
                    for turn in 0..<24 {
                        let seed = (task * 2 + turn) % 8
                        let made: [UInt8] = try template.render(Threads.data(seed))
                        #expect(made == expected[seed])
                        await Task.yield()
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}
