internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations

extension Check { static let tableRatios = document([.tableRatio]) { $0.checkTableRatios(&$1) } }

extension Rule {
    static let tableRatio = Rule(
        "format.table-ratio", "B12", .warning, .byHand, .custom,
        "Cột tỷ lệ (%) bằng thực hiện chia kế hoạch. Chỉ báo khi bảng có đúng một cột mỗi thứ, từ hai dòng trở lên tính ra đúng và chỉ một dòng lệch từ một điểm phần trăm.",
        en:
            "A column of shares (%) is what was done divided by the plan. Told only where the table has one column of each, two rows and more come out, and a single one is off by a percentage point or more.",
        right: "120 trên 150 là 80 %", wrong: "120 trên 150 là 85 %")
}

extension CheckContext {
    func checkTableRatios(_ log: inout FindingLog) {
        for (block, content) in blocks.enumerated() {
            guard case .table(let table) = content, let odd = TableRatios(table)?.odd,
                let line = lines.first(where: {
                    $0.spot.table == block && $0.spot.row == odd.row && $0.spot.cell == odd.cell
                        && !$0.isBlank
                })
            else { continue }
            log.add(
                .tableRatio, nil, line, found: Wording("“\(line.trimmed)”", en: "“\(line.trimmed)”"),
                right: Wording(
                    "\(odd.done) trên \(odd.plan) là \(odd.right) %",
                    en: "\(odd.done) of \(odd.plan) is \(odd.right) %"))
        }
    }
}

/// A table with a column of plans, one of what was done, and one of the share.
struct TableRatios {
    private let table: ReadTable
    private let header: Int
    private let (plan, done, share): (Int, Int, Int)

    init?(_ table: ReadTable) {
        for header in table.rows.indices.prefix(2) {
            func column(_ names: [String], without others: [String]) -> Int? {
                let found = table.rows[header].cells.filter { cell in
                    let text = HeadWords.fold(cell.text.uppercased())
                    return cell.columnSpan == 1 && names.contains { text.contains($0) }
                        && !others.contains { text.contains($0) }
                }
                return found.count == 1 ? found[0].column : nil
            }
            guard let share = column(Self.shares, without: []),
                let plan = column(Self.plans, without: Self.shares),
                let done = column(Self.results, without: Self.shares + Self.plans), plan < share, done < share
            else { continue }
            (self.table, self.header, self.plan, self.done, self.share) = (table, header, plan, done, share)
            return
        }
        return nil
    }

    private static let shares = ["TỶ LỆ (%)", "TỶ LỆ %", "TỈ LỆ (%)", "TỈ LỆ %"].map(HeadWords.fold)
    private static let plans = ["KẾ HOẠCH", "CHỈ TIÊU GIAO"].map(HeadWords.fold)
    private static let results = ["THỰC HIỆN", "KẾT QUẢ"].map(HeadWords.fold)

    struct Odd {
        let row: Int
        let cell: Int
        let plan: String
        let done: String
        let right: String
    }

    /// The one row that does not come out, where two and more do.
    var odd: Odd? {
        var odd: [Odd] = []
        var right = 0
        for row in table.rows.indices.dropFirst(header + 1) {
            guard let plan = value(row, plan), let done = value(row, done), let share = value(row, share),
                plan.hundredths > 0
            else { continue }
            let (said, whole) = (share.hundredths * plan.hundredths, done.hundredths * 10_000)
            let apart = abs(said - whole)
            if apart <= share.unit * plan.hundredths {
                right += 1
            } else if apart >= Self.point * plan.hundredths,
                let cell = table.rows[row].cells.firstIndex(where: { $0.column == self.share })
            {
                odd.append(
                    Odd(
                        row: row, cell: cell, plan: plan.text, done: done.text,
                        right: Self.text(tenths: (done.hundredths * 2_000 / plan.hundredths + 1) / 2)))
            }
        }
        return odd.count == 1 && right > 1 ? odd.first : nil
    }

    /// In hundredths of a percentage point.
    private static let point = 100

    private static func text(tenths: Int) -> String { "\(tenths / 10),\(tenths % 10)" }

    /// The number in a cell in hundredths, and what its last figure stands for; nil for anything else.
    private func value(_ row: Int, _ column: Int) -> (hundredths: Int, unit: Int, text: String)? {
        guard
            let cell = table.rows[row].cells.first(where: {
                $0.column == column && $0.columnSpan == 1 && !$0.isCovered
            })
        else { return nil }
        let written = TextLine.trimmed(cell.text)
        let text = TextLine.trimmed(written.hasSuffix("%") ? String(written.dropLast()) : written)
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        let groups = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count < 3, text.utf8.count < 12, groups.dropFirst().allSatisfy({ $0.count == 3 }),
            groups.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }),
            let whole = Int(groups.joined())
        else { return nil }
        guard parts.count == 2 else { return (whole * 100, 100, written) }
        guard (1...2).contains(parts[1].utf8.count), let fraction = Int(parts[1]) else { return nil }
        return parts[1].utf8.count == 1
            ? (whole * 100 + fraction * 10, 10, written) : (whole * 100 + fraction, 1, written)
    }
}
