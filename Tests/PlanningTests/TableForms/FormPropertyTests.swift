import Diagnostics
import FoundationEssentials
import Planning
import TestSupport
import Testing
import VietnameseText

/// Random trees of rows with every kind of figure, whose sums the test counts by itself.
private struct RandomFigures {
    var generator: SeededGenerator
    var sums: [String: Int] = [:]
    private var count = 0
    private var codes: [(code: String, amount: Int)] = []

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func files(unit: String, decimals: Int) -> [(kind: DataKind, name: String, text: String)] {
        let rows = rows(indent: 2, depth: 0)
        let letter = starter(.estimate).text.split(separator: "to_trinh:").dropFirst().joined()
        let changes = codes.prefix(2).map { code, amount -> String in
            let added = Int.random(in: -amount...amount, using: &generator)
            sums[added > 0 ? "Tăng" : "Giảm", default: 0] += added
            return "{ma: \(code), nguon: A, so_tien: \(added)}"
        }.joined(separator: ", ")
        let estimate = """
            nam: 2026
            don_vi_tinh: \(unit)
            so_le: \(decimals)
            nguon: [{ma: A, ten: Nguồn A}, {ma: B, ten: Nguồn B}]
            muc:
            \(rows)
            dieu_chinh: [{quyet_dinh: Quyết định số 1, dong: [\(changes)]}]
            to_trinh:\(letter)
            """
        return workspaceFiles { _ in estimate }.map {
            ($0.kind, $0.name, $0.text.replacing("kinh_phi: {2026: 12000000}", with: ""))
        }
    }

    private mutating func rows(indent: Int, depth: Int) -> String {
        let space = String(repeating: " ", count: indent)
        let number = Int.random(in: depth == 0 ? 2...4 : 1...4, using: &generator)
        return (0..<number).map { index in
            let title = "\(space)- noi_dung_chi: Dòng \(depth)-\(index)-\(count)\n"
            if depth < 3, index > 0, Int.random(in: 0..<3, using: &generator) == 0 {
                return title + "\(space)  muc:\n" + rows(indent: indent + 4, depth: depth + 1)
            }
            return title + item(space + "  ")
        }.joined(separator: "\n")
    }

    private mutating func item(_ space: String) -> String {
        count += 1
        let amount = Int.random(in: 1...40_000_000, using: &generator)
        let part = Int.random(in: 0...amount, using: &generator)
        sums["", default: 0] += amount
        codes.append(("dong\(count)", amount))
        var lines = ["ma: dong\(count)", "thanh_tien: \(amount)"]
        lines.append("nguon: [{nguon: A, so_tien: \(part)}, {nguon: B, so_tien: \(amount - part)}]")
        sums["Nguồn A", default: 0] += part
        sums["Nguồn B", default: 0] += amount - part
        let unit = ["VP", "TTTT"][Int.random(in: 0...1, using: &generator)]
        lines.append("don_vi: \(unit)")
        sums[unit == "VP" ? "Văn phòng Sở" : "Trung tâm Thông tin khoa học công nghệ", default: 0] += amount
        if Bool.random(using: &generator) {
            let quarters = [part / 3, part / 2, 0]
            let last = amount - quarters.reduce(0, +)
            lines.append("quy: [\((quarters + [last]).map(String.init).joined(separator: ", "))]")
            for (name, value) in zip(["Quý I", "Quý II", "Quý III", "Quý IV"], quarters + [last]) {
                sums[name, default: 0] += value
            }
        }
        if Bool.random(using: &generator) {
            let approved = Int.random(in: 0...amount, using: &generator)
            lines += ["duoc_duyet: \(approved)", "da_chi: \(approved / 2)"]
            sums["Số được duyệt", default: 0] += approved
            sums["Đã chi", default: 0] += approved / 2
        }
        if Bool.random(using: &generator) {
            let before = Int.random(in: 0...90_000_000, using: &generator)
            lines += [
                "du_toan_nam: {2025: \(before), 2027: \(before / 7)}", "uoc_thuc_hien: {2025: \(before / 3)}",
            ]
            sums["Năm 2027", default: 0] += before / 7
            sums["Dự toán năm 2025", default: 0] += before
        }
        lines.append("ma_ndkt: \(["6652", "6606", "7012", "6651"][Int.random(in: 0..<4, using: &generator)])")
        lines.append("tu_chu: \(Bool.random(using: &generator) ? "co" : "khong")")
        return lines.map { space + $0 }.joined(separator: "\n")
    }
}

@Suite struct FormPropertyTests {
    private static let units = [
        ("dong", 1, 0), ("nghin_dong", 1000, 0), ("trieu_dong", 1_000_000, 1), ("ty_dong", 1_000_000_000, 3),
    ]
    /// Heads under which the whole amount stands.
    private static let whole: Set<String> = [
        "Dự toán năm 2026", "Cả năm", "Tổng số", "Số đề nghị", "Thành tiền", "Năm 2026",
    ]

    @Test(arguments: 0..<60 as Range<UInt64>) func `every form adds up, and comes to what the test counts`(
        seed: UInt64
    ) throws {
        var random = RandomFigures(seed: seed)
        let (unit, dong, decimals) = Self.units[Int(seed % 4)]
        let workspace = try reading(random.files(unit: unit, decimals: decimals)).value
        let step = max(1, (0..<decimals).reduce(dong) { step, _ in step / 10 })
        for (name, _) in workspace.tableForms {
            let table = try workspace.formTable(name, year: 2026).value
            try expectSums(table, seed)
            guard table.unit == workspace.unitName(unit), name != "dieu-chinh" else { continue }
            let total = try #require(table.rows.first { $0.kind == .total })
            // What changes have made of the amount, and the amount of one unit, stand under the same words.
            guard !["giai-ngan", "tt342-06"].contains(name) else { continue }
            for head in table.heads.flatMap({ $0 }) where head.columns == 1 {
                let key = Self.whole.contains(head.text) ? "" : head.text
                guard let sum = random.sums[key], case .sum(let shown) = total.cells[head.column] else {
                    continue
                }
                // What is a part of another column may be a step away, so that the parts add up.
                let exact = Decimal(sum) / Decimal(dong)
                let allowed = key.isEmpty ? Decimal(step) / 2 : Decimal(step)
                #expect(abs(shown - exact) <= allowed / Decimal(dong), "\(name) \(head.text) \(seed)")
            }
        }
    }

    /// Rows add up to those above them, columns of parts to their whole.
    private func expectSums(_ table: FormTable, _ seed: UInt64) throws {
        for column in table.columns.indices where table.columns[column].kind == .figure {
            for (index, row) in table.rows.enumerated() {
                guard case .sum(let shown) = row.cells[column] else { continue }
                let under =
                    row.kind == .total
                    ? table.rows.indices.filter { $0 != index } : Array(index + 1..<index + 1 + row.length)
                var place = under.first ?? 0
                var sum: Decimal = 0
                while under.contains(place) {
                    if let number = table.rows[place].cells[column].figure { sum += number }
                    place += 1 + table.rows[place].length
                }
                #expect(sum == shown, "\(table.name), cột \(column), dòng \(index), \(seed)")
            }
        }
        guard ["nguon-cot", "don-vi-cot"].contains(table.name) else { return }
        for row in table.rows {
            let numbers = row.cells.compactMap(\.figure)
            guard let whole = numbers.first else { continue }
            #expect(numbers.dropFirst().reduce(0, +) == whole, "\(table.name), \(seed)")
        }
    }
}

extension FormTable.Cell {
    fileprivate var figure: Decimal? {
        switch self {
        case .number(let number), .sum(let number): number
        case .blank, .text, .dash, .percent, .computed: nil
        }
    }
}

extension Workspace {
    fileprivate func unitName(_ key: String) -> String {
        ["dong": "đồng", "nghin_dong": "nghìn đồng", "trieu_dong": "triệu đồng", "ty_dong": "tỷ đồng"][key]
            ?? ""
    }
}
