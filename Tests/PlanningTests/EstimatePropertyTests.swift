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
