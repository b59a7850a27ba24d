import Diagnostics
import FoundationEssentials
import Planning
import TestSupport
import Testing
import Values

/// Random trees of rows, with the sums counted by the test itself.
private struct RandomEstimate {
    var generator: SeededGenerator
    var total = 0
    var bySource: [String: Int] = ["A": 0, "B": 0, "C": 0]
    var numberOfItems = 0

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func yaml() -> String {
        let rows = rows(indent: 2, depth: 0)
        let letter = starter(.estimate).text.split(separator: "to_trinh:").dropFirst().joined()
        return """
            nam: 2026
            nguon:
              - {ma: A, ten: Nguồn A}
              - {ma: B, ten: Nguồn B}
              - {ma: C, ten: Nguồn C}
            muc:
            \(rows)
            to_trinh:\(letter)
            """
    }

    private mutating func rows(indent: Int, depth: Int) -> String {
        let space = String(repeating: " ", count: indent)
        return (0..<Int.random(in: 1...4, using: &generator)).map { index in
            let title = "\(space)- noi_dung_chi: Dòng \(depth)-\(index)\n"
            if depth < 5, Int.random(in: 0..<3, using: &generator) == 0 {
                return title + "\(space)  muc:\n" + rows(indent: indent + 4, depth: depth + 1)
            }
            return title + item(space + "  ")
        }.joined(separator: "\n")
    }

    private mutating func item(_ space: String) -> String {
        numberOfItems += 1
        let quantity = Int.random(in: 1...500, using: &generator)
        let factors = (0..<Int.random(in: 0...2, using: &generator)).map { _ in
            Int.random(in: 1...9, using: &generator)
        }
        let price = Int.random(in: 1...90_000, using: &generator) * 500
        let amount = factors.reduce(quantity * price, *)
        total += amount
        var lines = ["dvt: cái", "so_luong: \(quantity)", "he_so: \(factors)", "don_gia: \(price)"]
        let source = ["A", "B", "C"][Int.random(in: 0..<3, using: &generator)]
        if Bool.random(using: &generator) {
            bySource[source, default: 0] += amount
            lines.append("nguon: \(source)")
        } else {
            let part = Int.random(in: 0...amount, using: &generator)
            bySource["A", default: 0] += part
            bySource["B", default: 0] += amount - part
            lines.append("nguon: [{nguon: A, so_tien: \(part)}, {nguon: B, so_tien: \(amount - part)}]")
        }
        if Int.random(in: 0..<4, using: &generator) == 0 {
            lines.append("muc: [{loai: trong_do, noi_dung_chi: Riêng, thanh_tien: \(amount)}]")
        }
        return lines.map { space + $0 }.joined(separator: "\n")
    }
}

@Suite struct EstimatePropertyTests {
    @Test(arguments: 0..<60 as Range<UInt64>) func `the total is the sum of the items, and of the sources`(
        seed: UInt64
    ) throws {
        var random = RandomEstimate(seed: seed)
        let text = random.yaml()
        let workspace = try reading(starterWorkspace(changing: .estimate) { _ in text }.withoutStatedCosts)
            .value
        let estimate = try #require(workspace.estimates[2026])
        #expect(estimate.total.dong == random.total)
        #expect(items(of: estimate.rows).count == random.numberOfItems)
        for (source, amount) in estimate.totalsBySource {
            #expect(amount.dong == random.bySource[source.code])
        }

        let table = try workspace.budgetView(of: 2026)["bang"]?["dong"]?.list ?? []
        let printed = table.filter { $0["nhom"] == false && $0["trong_do"] == false }.compactMap {
            $0["thanh_tien"]?.number
        }
        #expect(printed.reduce(0, +) == Decimal(random.total))
        expectGroupsAddUp(estimate.rows)
    }

    /// What is printed: each row's amount by source, the sums by source and the total.
    private func printed(_ estimate: String) throws -> (
        rows: [String: Int], sources: [String: Int], total: Int
    ) {
        let files = starterWorkspace(changing: .estimate) { _ in estimate }.withoutStatedCosts
        let table = try reading(files).value.budgetView(of: 2026)["bang"]
        func whole(_ value: Value?) -> Int { value?.number.flatMap { Int($0.description) } ?? 0 }
        var rows: [String: Int] = [:]
        for row in table?["dong"]?.list ?? [] where row["nhom"] == false && row["trong_do"] == false {
            let words = row["nguon"]?.text ?? ""
            for part in words.split(separator: "; ") {
                let named = part.split(separator: ": ").map(String.init)
                rows[named[0], default: 0] +=
                    named.count == 2 ? Int(named[1].replacing(".", with: "")) ?? 0 : whole(row["thanh_tien"])
            }
        }
        let sources = Dictionary(
            uniqueKeysWithValues: (table?["theo_nguon"]?.list ?? []).map {
                ($0["ten"]?.text ?? "", whole($0["so_tien"]))
            })
        return (rows, sources, whole(table?["tong_cong"]))
    }

    @Test(arguments: 0..<60 as Range<UInt64>) func `printed rows add up to the printed sources`(seed: UInt64)
        throws
    {
        var random = RandomEstimate(seed: seed)
        let text = random.yaml()
        for unit in ["dong", "nghin_dong", "trieu_dong", "ty_dong"] {
            let printed = try printed("don_vi_tinh: \(unit)\n\(text)")
            #expect(printed.sources.values.reduce(0, +) == printed.total, "\(unit)")
            #expect(
                printed.rows.filter { $0.value != 0 } == printed.sources.filter { $0.value != 0 }, "\(unit)")
        }
    }

    @Test(arguments: [
        ("Mặt trận Tổ quốc", "Trong đó: Mặt trận Tổ quốc"),
        ("Hỗ trợ xã Quảng Hòa", "Trong đó: Hỗ trợ xã Quảng Hòa"), ("Tiền xăng", "Trong đó: tiền xăng"),
        ("Huế", "Trong đó: Huế"), ("TRONG ĐÓ: lương", "TRONG ĐÓ: lương"),
    ]) func `what is told apart keeps the capital of a name`(title: String, expected: String) throws {
        let files = starterWorkspace(changing: .estimate) {
            $0.replacing(
                "can_cu: Quy chế chi tiêu nội bộ\n",
                with:
                    "can_cu: Quy chế chi tiêu nội bộ\n        muc: [{loai: trong_do, noi_dung_chi: \"\(title)\", thanh_tien: 1}]\n"
            )
        }
        let rows = try reading(files).value.budgetView(of: 2026)["bang"]?["dong"]?.list ?? []
        #expect(rows.first { $0["trong_do"] == true }?["noi_dung"]?.text == expected)
    }

    @Test(arguments: [
        // Rounded apart, rows and sources would come to other figures: 2 + 1 + 1 above 1 + 3.
        (["A 1400000", "B 1400000", "B 1400000"], ["A": 1, "B": 3]),
        (["A 1400000", "B 1500000"], ["A": 1, "B": 2]), (["A 500000", "B 500000"], ["A": 1, "B": 0]),
        (["A 1600000", "A -600000", "B 1400000"], ["A": 1, "B": 1]),
    ]) func `what each source pays is printed as its rows are`(rows: [String], expected: [String: Int]) throws
    {
        let letter = starter(.estimate).text.split(separator: "to_trinh:").dropFirst().joined()
        let lines = rows.enumerated().map { index, row in
            let parts = row.split(separator: " ")
            return "  - {noi_dung_chi: Mục \(index), thanh_tien: \(parts[1]), nguon: \(parts[0])}\n"
        }
        let printed = try printed(
            "nam: 2026\ndon_vi_tinh: trieu_dong\nnguon:\n  - {ma: A, ten: A}\n  - {ma: B, ten: B}\nmuc:\n"
                + lines.joined() + "to_trinh:" + letter)
        #expect(printed.rows == expected)
        #expect(printed.sources == expected)
    }

    private func expectGroupsAddUp(_ rows: [BudgetRow]) {
        for case .group(let group, let children) in rows {
            #expect(group.amount.dong == items(of: children).reduce(0) { $0 + $1.amount.dong })
            expectGroupsAddUp(children)
        }
    }

    private func items(of rows: [BudgetRow]) -> [BudgetItem] {
        rows.flatMap { row -> [BudgetItem] in
            switch row {
            case .group(_, let children): items(of: children)
            case .item(let item, _): [item]
            case .memo, .note: []
            }
        }
    }
}

extension [(kind: DataKind, name: String, text: String)] {
    /// The programme's own cost would be held against the estimate.
    fileprivate var withoutStatedCosts: Self {
        map { ($0.kind, $0.name, $0.text.replacing("kinh_phi: {2026: 12000000}", with: "")) }
    }
}
