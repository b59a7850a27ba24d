import Diagnostics
import Foundation
import Planning
import Testing

/// Columns of figures beside the amount: tax, sources, quarters.
@Suite struct EstimateColumnTests {
    private func read(_ lines: [[String]], _ keys: String = "") throws -> (BudgetEstimate?, [String]) {
        do {
            let read = try estimateWorkspace(lines, keys)
            return (read.value.estimates[2026], read.warnings.map(\.shown))
        } catch { return (nil, (error as? Failure)?.diagnostics.map(\.shown) ?? []) }
    }

    private func errors(_ lines: [[String]], _ keys: String = "") throws -> [String] {
        // What the plan of the starter says of its costs is no matter of the table.
        let ofPlan = ["planning.work-item-without-budget", "planning.money-for-free-work-item"]
        return try read(lines, keys).1.filter { told in
            !told.hasPrefix("sheets.") && !ofPlan.contains(where: told.hasPrefix)
        }
    }

    private static let taxHead = [
        "STT", "Nội dung", "ĐVT", "Số lượng", "Đơn giá", "Thành tiền trước thuế", "Thuế GTGT",
        "Thành tiền sau thuế", "Nguồn", "Nội dung kế hoạch",
    ]

    private func taxRow(_ before: String, _ tax: String, _ after: String, lump: Bool = false) -> [String] {
        let price = lump ? ["", "", ""] : ["bài", "1", before]
        return ["1", "x"] + price + [before, tax, after, "NST", "tin-bai"]
    }

    @Test(arguments: [("50000", "1050000"), ("80000", "1080000"), ("100000", "1100000"), ("0", "1000000")])
    func `tax in a column of its own is added`(tax: String, after: String) throws {
        let sum = ["", "Tổng cộng", "", "", "", "1000000", tax, after, "", ""]
        for isLump in [false, true] {
            let (estimate, _) = try read([Self.taxHead, taxRow("1000000", tax, after, lump: isLump), sum])
            #expect(estimate.map { "\($0.total.dong)" } == after)
        }
    }

    @Test func `tax that does not follow is refused`() throws {
        #expect(
            try errors([Self.taxHead, taxRow("1000000", "83000", "1083000")]) == [
                "planning.tax-rate-unknown G2"
            ])
        #expect(
            try errors([Self.taxHead, taxRow("1000000", "80000", "1000000")]) == ["planning.tax-mismatch H2"])
        #expect(try errors([Self.taxHead, taxRow("9", "1", "10")]) == ["planning.tax-rate-unknown G2"])
        #expect(try errors([Self.taxHead, taxRow("9", "1", "10")], "thue_suat: 10%") == [])
        #expect(
            try errors([Self.taxHead, taxRow("1000000", "80000", "1080000")], "thue_suat: 10%") == [
                "planning.tax-rate-unknown G2"
            ])
        #expect(
            try errors([Self.taxHead, taxRow("1000000", "80000", "1080000")], "thue: da_gom") == [
                "planning.tax-mismatch G2", "planning.tax-mismatch H2",
            ])
    }

    @Test func `a tax beside an amount that may have it is refused`() throws {
        let head = [
            "STT", "Nội dung", "ĐVT", "Số lượng", "Đơn giá", "Thành tiền", "VAT", "Nguồn",
            "Nội dung kế hoạch",
        ]
        let lump = ["1", "x", "", "", "", "1000000", "80000", "NST", "tin-bai"]
        #expect(try errors([head, lump]) == ["planning.tax-side-unknown G2"])
        let priced = ["1", "x", "bài", "10", "100000", "1000000", "80000", "NST", "tin-bai"]
        #expect(try read([head, priced]).0?.total.dong == 1_080_000)
    }

    @Test func `the rate in a heading is the rate`() throws {
        var head = Self.taxHead
        head[6] = "Thuế GTGT 10%"
        #expect(try read([head, taxRow("9", "1", "10")]).0?.total.dong == 10)
        #expect(
            try errors([head, taxRow("1000000", "80000", "1080000")]) == ["planning.tax-rate-unknown G2"])
    }

    @Test func `a column of totals is after tax beside one of tax, else the amount or not used`() throws {
        var head = Self.taxHead
        for name in ["Tổng cộng", "Tổng số", "Tổng tiền"] {
            (head[5], head[7]) = ("Thành tiền", name)
            #expect(try read([head, taxRow("1000000", "80000", "1080000")]).0?.total.dong == 1_080_000)
            #expect(
                try errors([head, taxRow("1000000", "80000", "1000000")]) == ["planning.tax-mismatch H2"])
        }
        let plain = ["STT", "Nội dung", "Tổng cộng", "Nguồn", "Nội dung kế hoạch"]
        #expect(try read([plain, ["1", "x", "5", "NST", "tin-bai"]]).0?.total.dong == 5)
        let both = ["STT", "Nội dung", "Thành tiền", "Tổng cộng", "Nguồn", "Nội dung kế hoạch"]
        let (estimate, told) = try read([both, ["1", "x", "5", "7", "NST", "tin-bai"]])
        #expect(estimate?.total.dong == 5)
        #expect(told.contains("sheets.unused-column D1"))
    }

    @Test func `an amount after tax is the amount where no other is`() throws {
        let head = ["STT", "Nội dung", "Thành tiền sau thuế", "Nguồn", "Nội dung kế hoạch"]
        #expect(try read([head, ["1", "x", "5", "NST", "tin-bai"]]).0?.total.dong == 5)
    }

    private static let head = [
        "STT", "Nội dung", "Thành tiền", "Ngân sách tỉnh", "Xã hội hóa", "Quý I", "Quý II", "Quý III",
        "Quý IV", "Đã chi", "Nội dung kế hoạch",
    ]

    /// A group of two rows with its sums and those of the table.
    private func columns(group: [String], total: [String]) -> [[String]] {
        [
            Self.head, ["I", "Nhóm"] + group + ["tin-bai"],
            ["1", "x", "1000", "600", "400", "250", "250", "250", "250", "10", ""],
            ["2", "y", "1000", "1000", "", "250", "250", "250", "250", "20", ""],
            ["", "Tổng cộng"] + total + [""],
        ]
    }

    @Test func `sums are held against the rows in every column of figures`() throws {
        let right = ["2000", "1600", "400", "500", "500", "500", "500", "30"]
        let (estimate, _) = try read(columns(group: right, total: right))
        #expect(estimate?.totalsBySource.map(\.amount.dong) == [1600, 400])
        #expect(try errors(columns(group: right, total: right)) == [])
        for place in right.indices {
            var wrong = right
            wrong[place] = "1\(right[place])"
            let cell = ["C", "D", "E", "F", "G", "H", "I", "J"][place]
            #expect(try errors(columns(group: right, total: wrong)) == ["planning.total-mismatch \(cell)5"])
            #expect(try errors(columns(group: wrong, total: right)) == ["planning.total-mismatch \(cell)2"])
        }
        let some = ["2000", "1600", "300", "", "", "", "", ""]
        #expect(try errors(columns(group: right, total: some)) == ["planning.total-mismatch E5"])
        #expect(try errors(columns(group: some, total: right)) == ["planning.total-mismatch E2"])
    }

    @Test func `sums are not held against rows that cannot be read`() throws {
        let right = ["2000", "1600", "400", "500", "500", "500", "500", "30"]
        var lines = columns(group: right, total: right)
        lines[2][3] = "sáu trăm"
        #expect(try errors(lines) == ["text.number-unreadable D3"])
    }

    @Test func `a group's columns of sources share it out only where no row does`() throws {
        let head = Array(Self.head[..<5]) + ["Nội dung kế hoạch"]
        let group = ["I", "N", "2000", "1600", "400", "tin-bai"]
        let bare = [head, group, ["1", "x", "1000", "", "", ""], ["2", "y", "1000", "", "", ""]]
        #expect(try read(bare).0?.totalsBySource.map(\.amount.dong) == [1600, 400])
        var half = bare
        half[2] = ["1", "x", "1000", "600", "400", ""]
        #expect(try errors(half) == ["planning.missing-source A4"])
        half[3][4] = "1000"
        #expect(try errors(half) == ["planning.total-mismatch D2", "planning.total-mismatch E2"])
        half[1][3...4] = ["600", "1400"]
        #expect(try errors(half) == [])
    }

    @Test func `rows under a group's columns of sources may name theirs in words or take them from a group`()
        throws
    {
        let head = [
            "STT", "Nội dung", "Thành tiền", "Ngân sách tỉnh", "Xã hội hóa", "Nguồn", "Nội dung kế hoạch",
        ]
        let lines = [
            head, ["I", "N", "3000", "1000", "2000", "", "tin-bai"], ["1", "x", "1000", "", "", "NST", ""],
            ["2", "M", "2000", "", "", "XHH", ""], ["2.1", "y", "2000", "", "", "", ""],
        ]
        #expect(try errors(lines) == [])
        #expect(try read(lines).0?.totalsBySource.map(\.amount.dong) == [1000, 2000])
    }

    @Test func `a lone source that pays another amount is told`() throws {
        let head = Array(Self.head[..<5]) + ["Nội dung kế hoạch"]
        #expect(
            try errors([head, ["1", "x", "1000", "900", "", "tin-bai"]]) == ["planning.source-mismatch D2"])
    }

    @Test(arguments: [("1000", true), ("1080", true), ("1081", false), ("999", false)])
    func `a sum may be before the tax that is added or with it`(sum: String, isRight: Bool) throws {
        let head = ["STT", "Nội dung", "Thành tiền", "Nguồn", "Nội dung kế hoạch"]
        let lines = [head, ["1", "x", "1000", "NST", "tin-bai"], ["", "Tổng cộng", sum, "", ""]]
        let told = try errors(lines, "thue: cong_them\nthue_suat: 8%")
        #expect(told == (isRight ? [] : ["planning.total-mismatch C3"]))
    }
}

extension Diagnostic {
    /// `planning.no-rows A1`.
    fileprivate var shown: String {
        let place = location.text(in: .vietnamese)
        return "\(code) \(place.split(separator: "!").last.map(String.init) ?? place)"
    }
}
