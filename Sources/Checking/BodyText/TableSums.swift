internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let tableSums = document([.tableTotal]) {
        $0.checkTableSums(&$1)
        $0.checkTableAmountWords(&$1)
    }
}

extension Rule {
    static let tableTotal = Rule(
        "format.table-total", "B12", .warning, .byHand, .custom,
        "Dòng Tổng cộng bằng tổng các dòng, mục I, II hay A, B bằng tổng các dòng 1, 2 của nó. Chỉ xét cột tiền, kinh phí có dòng tổng duy nhất, và chỉ báo khi cộng cách nào "
            + "(mọi dòng, hay riêng các mục I, II; A, B; 1, 2) cũng không ra.",
        en:
            "The row Tổng cộng is the sum of the rows, and a part I, II or A, B that of its rows 1, 2. Only columns of money with a single total are judged, and it is told only "
            + "where no way of adding (all rows, or those numbered I, II; A, B; 1, 2) gives it.",
        right: "5 + 7 = 12", wrong: "5 + 7 = 13")
}

extension CheckContext {
    func checkTableSums(_ log: inout FindingLog) {
        for (block, content) in blocks.enumerated() {
            guard case .table(let table) = content, let sums = TableSums(table) else { continue }
            for fault in sums.faults + sums.faultsOfParts {
                let line = lines.first {
                    $0.spot.table == block && $0.spot.row == fault.row && $0.spot.cell == fault.cell
                }
                guard let line else { continue }
                let sum = NumberFormat.text(fault.sum)
                log.add(
                    .tableTotal, nil, line,
                    found: Wording("tổng ghi \(fault.total)", en: "the total says \(fault.total)"),
                    right: Wording("các dòng cộng lại là \(sum)", en: "the rows come to \(sum)"))
            }
        }
    }
}

/// A table with one row of totals and columns of money.
struct TableSums {
    private let table: ReadTable
    private let header: Int
    /// The first row of figures: below the head, and below a row that numbers the columns.
    private let first: Int
    private let total: Int

    init?(_ table: ReadTable) {
        guard table.rows.count >= 4, table.columns.count >= 2 else { return nil }
        let totals = table.rows.indices.filter { Self.isTotal(table.rows[$0]) }
        guard totals.count == 1, let total = totals.first else { return nil }
        let header = table.rows.prefix(3).lastIndex { row in row.cells.contains { Self.isMoney($0.text) } }
        guard let header, header + 1 < table.rows.count, header < total else { return nil }
        (self.table, self.header, self.total) = (table, header, total)
        first = header + (Self.numbersColumns(table.rows[header + 1]) ? 2 : 1)
    }

    /// Whether a row only says how the columns are called: `A | B | 1 | 2 | 3=1x2`.
    private static func numbersColumns(_ row: ReadTable.Row) -> Bool {
        let names = row.cells.map { $0.text.filter { !"() ".contains($0) } }.filter { !$0.isEmpty }
        return names.count >= 2
            && names.allSatisfy { name in
                let head = name.prefix { $0 != "=" }
                return head.count == 1 && head.first?.isUppercase == true
                    || (1...2).contains(head.count) && head.allSatisfy { $0.isASCII && $0.isNumber }
            }
    }

    private static func isTotal(_ row: ReadTable.Row) -> Bool {
        row.cells.prefix(3).contains { cell in
            let words = cell.text
            guard let first = words.unicodeScalars.first(where: { !$0.properties.isWhitespace }),
                "TtCc".unicodeScalars.contains(first)
            else { return false }
            let text = HeadWords.fold(String(words.prefix(40)).uppercased().trimmingBlanks)
            return totals.contains(text.hasSuffix(":") ? String(text.dropLast()) : text)
        }
    }

    private static let totals = Set(["TỔNG CỘNG", "CỘNG", "TỔNG SỐ", "TỔNG"].map(HeadWords.fold))
    private static let money = [
        "THÀNH TIỀN", "KINH PHÍ", "SỐ TIỀN", "DỰ TOÁN", "MỨC ĐẦU TƯ", "SỐ VỐN", "VỐN ĐẦU TƯ", "KẾ HOẠCH VỐN",
        "NGÂN SÁCH",
    ].map(HeadWords.fold)

    private static func isMoney(_ text: String) -> Bool {
        let text = HeadWords.fold(String(text.prefix(80)).uppercased())
        guard !perPiece.contains(where: { text.contains($0) }) else {
            return money.contains { text.contains($0) }
        }
        return money.contains { text.contains($0) } || units.contains { text.contains($0) }
    }

    private static let units = ["(ĐỒNG)", "(NGHÌN ĐỒNG)", "(TRIỆU ĐỒNG)", "(1.000 ĐỒNG)", "(1000 ĐỒNG)"].map(
        HeadWords.fold)
    /// Columns whose amounts nobody adds up.
    private static let perPiece = ["GIÁ", "ĐỊNH MỨC", "BÌNH QUÂN"].map(HeadWords.fold)

    /// The columns of money.
    private var columns: [Int] {
        table.rows[header].cells.filter { $0.columnSpan == 1 && Self.isMoney($0.text) }.map(\.column)
    }

    /// The cell of a total, what it says, and the sum of its rows.
    struct Fault {
        let row: Int
        let cell: Int
        let total: String
        let sum: Int
    }

    private func fault(_ row: Int, _ column: Int, says total: String, sum: Int) -> Fault? {
        table.rows[row].cells.firstIndex { $0.column == column }.map {
            Fault(row: row, cell: $0, total: total, sum: sum)
        }
    }

    /// Totals that no way of adding gives.
    var faults: [Fault] {
        columns.compactMap { column -> Fault? in
            // What stands above the total, or below one at the top.
            let rows = total == first ? total + 1..<table.rows.count : first..<total
            guard let whole = value(total, column), whole.amount > 0 else { return nil }
            var addends: [(kind: Kind, amount: Int)] = []
            for row in rows {
                guard let cell = cell(row, column) else { return nil }
                guard let value = value(row, column) else {
                    // Words in a column of money leave its sum to a person.
                    guard !cell.text.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
                    continue
                }
                addends.append((kind(of: row), value.amount))
            }
            guard addends.count > 1 else { return nil }
            var sums = [addends.reduce(0) { $0 + $1.amount }]
            for kind in Kind.allCases {
                let own = addends.filter { $0.kind == kind }
                if !own.isEmpty { sums.append(own.reduce(0) { $0 + $1.amount }) }
            }
            guard let all = sums.first, !sums.contains(whole.amount) else { return nil }
            return fault(total, column, says: whole.text, sum: all)
        }
    }

    /// Rows with a Roman number or a capital, whose numbered rows come to something else.
    var faultsOfParts: [Fault] {
        columns.flatMap { column in
            (first..<table.rows.count).compactMap { row -> Fault? in
                let own = kind(of: row)
                guard own == .roman || own == .capital, let whole = value(row, column) else { return nil }
                let rest = (row + 1..<table.rows.count).prefix {
                    let kind = kind(of: $0)
                    return $0 != total && kind != own && !(own == .roman && kind == .capital)
                }
                let parts = rest.filter { kind(of: $0) == .number }.map { value($0, column)?.amount }
                let all = rest.compactMap { value($0, column)?.amount }.reduce(0, +)
                guard parts.count > 1, !parts.contains(nil), !rest.contains(where: { kind(of: $0) == .roman })
                else { return nil }
                let sum = parts.reduce(0) { $0 + ($1 ?? 0) }
                return sum == whole.amount || all == whole.amount
                    ? nil : fault(row, column, says: whole.text, sum: sum)
            }
        }
    }

    /// The amounts of money in the row of the total, and below it, where taxes and what is rounded follow; with what the total says.
    var totals: (said: String, amounts: [Int])? {
        let all = (total..<table.rows.count).flatMap { row in columns.compactMap { value(row, $0) } }
        return all.first.map { ($0.text, all.map(\.amount)) }
    }

    private enum Kind: CaseIterable { case roman, capital, number, other }

    private func kind(of row: Int) -> Kind {
        var mark = table.rows[row].cells.first?.text.trimmingBlanks ?? ""
        // `1.1` is a part of `1`.
        while let last = mark.last, last == "." || last == ")" { mark.removeLast() }
        if mark.isEmpty { return .other }
        if mark.allSatisfy({ "IVX".contains($0) }) { return .roman }
        if mark.count == 1, mark.first?.isUppercase == true { return .capital }
        return Int(mark) != nil ? .number : .other
    }

    private func cell(_ row: Int, _ column: Int) -> ReadTable.Cell? {
        table.rows[row].cells.first {
            $0.column == column && $0.columnSpan == 1 && $0.rowSpan == 1 && !$0.isCovered
        }
    }

    /// The whole number in a cell; nil for anything else, such as one with decimals.
    private func value(_ row: Int, _ column: Int) -> (amount: Int, text: String)? {
        guard let text = cell(row, column)?.text.trimmingBlanks, !text.isEmpty else { return nil }
        let mark: Character = text.contains(",") ? "," : "."
        let groups = text.split(separator: mark, omittingEmptySubsequences: false)
        guard groups.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
            groups.dropFirst().allSatisfy({ $0.count == 3 }),
            (1...3).contains(groups[0].count) || groups.count == 1, let amount = Int(groups.joined())
        else { return nil }
        return (amount, text)
    }
}

extension String { fileprivate var trimmingBlanks: String { TextLine.trimmed(self) } }
