internal import Diagnostics
internal import FoundationEssentials
internal import Values
internal import VietnameseText

// Tables that are computed, and those that are written.
extension BodyComposing {
    /// Every task with who does it, by when, and what comes of it.
    var taskTable: BodyTable {
        let years = figureYear.map { [$0] } ?? []
        let hasCosts = years.contains { workspace.costOfTasks(in: $0) != nil }
        let titles =
            ["STT", "Nội dung, nhiệm vụ", "Chủ trì", "Phối hợp", "Sản phẩm, kết quả", "Thời hạn"]
            + (hasCosts ? ["Kinh phí (đồng)"] : [])
        let styles: [BodyTable.CellStyle] = [.centred, .text, .text, .text, .text, .centred, .number]
        let widths: [Double] = [10, 45, 27, 27, 28, 22, 24]
        var table = BodyTable(
            columns: titles.indices.map { .init(width: widths[$0], style: styles[$0]) },
            rows: [.head(titles.map { .init(text: $0) })])
        for (index, item) in workItems.enumerated() {
            table.rows += rows(item, number: "\(index + 1)", hasCosts: hasCosts)
        }
        if hasCosts, let year = figureYear, let total = workspace.costOfTasks(in: year) {
            table.rows.append(
                .bold([.init(text: ""), .init(text: "Tổng cộng", columnSpan: 5), .init(text: total.text)]))
        }
        return table
    }

    /// The item's row, bold where there are rows under it.
    private func rows(_ item: WorkItem, number: String, hasCosts: Bool) -> [BodyTable.Row] {
        let agency = workspace.agency
        let items = item.items.filter { isAlive($0.span) }
        var texts = [
            number, item.title, agency.names(of: item.leadUnits), agency.names(of: item.supportingUnits),
            item.result ?? "", items.isEmpty ? deadline(item) : "",
        ]
        if hasCosts, let year = figureYear { texts.append(workspace.cost(of: item, in: year)?.text ?? "") }
        let cells = texts.map { BodyTable.Cell(text: $0) }
        return [items.isEmpty ? .cells(cells) : .bold(cells)]
            + items.enumerated().flatMap {
                rows($0.element, number: "\(number).\($0.offset + 1)", hasCosts: hasCosts)
            }
    }

    private func deadline(_ item: WorkItem) -> String {
        if let year = figureYear {
            return item.time(in: year) ?? (programme.onlyYear == nil ? "Năm \(year)" : "")
        }
        return LetterCase.firstLetterUpper(item.span.text)
    }

    mutating func estimate(at place: Location) -> [BodyPart] {
        guard let year = figureYear else {
            note(.yearlyInsert(.estimate, at: place))
            return []
        }
        guard let estimate = workspace.estimates[year] else {
            note(.nothingToInsert(.estimate, "tệp du-toan/\(year).yaml", at: place))
            return []
        }
        let titles = ["STT", "Nội dung chi", "ĐVT", "Số lượng", "Đơn giá", "Thành tiền"]
        let styles: [BodyTable.CellStyle] = [.centred, .text, .centred, .number, .number, .number]
        let widths: [Double?] = [12, nil, 18, 18, 28, 32]
        var table = BodyTable(
            columns: titles.indices.map { .init(width: widths[$0], style: styles[$0]) },
            rows: [.head(titles.map { .init(text: $0) })])
        guard case .record(let record) = BudgetTable(estimate: estimate, agency: workspace.agency).value,
            case .list(let rows)? = record["dong"]
        else { return [] }
        for case .record(let row) in rows {
            let cells = ["stt", "noi_dung", "dvt", "so_luong", "don_gia", "thanh_tien"].map { key in
                BodyTable.Cell(text: row[key]?.cellText ?? "")
            }
            table.rows.append(row["nhom"] == true ? .bold(cells) : .cells(cells))
        }
        table.rows.append(
            .bold([
                .init(text: ""), .init(text: "Tổng cộng", columnSpan: 4),
                .init(text: record["tong_cong"]?.cellText ?? ""),
            ]))
        return [.table(table)]
    }

    /// What falls into each month, told by the milestones that name one.
    mutating func calendar(at place: Location) -> [BodyPart] {
        guard let year = figureYear else {
            note(.yearlyInsert(.calendar, at: place))
            return []
        }
        let years = programme.isSchoolYear ? Array(programme.duration) : [year]
        var months: [(title: String, items: [WorkItem])] = []
        for year in years {
            for month in 1...12 {
                let items = workItems.flatMap(\.all).filter {
                    ($0.time(in: year)?.months ?? []).contains(month)
                }
                let title = years.count == 1 ? "Tháng \(month)" : "Tháng \(month)/\(year)"
                if !items.isEmpty { months.append((title, items)) }
            }
        }
        guard !months.isEmpty else {
            note(.nothingToInsert(.calendar, "thời hạn có tháng, như “Tháng 3”, cho các nội dung", at: place))
            return []
        }
        var table = BodyTable(
            columns: [
                .init(width: 26, style: .centred), .init(width: nil, style: .text),
                .init(width: 50, style: .text),
            ], rows: [.head(["Tháng", "Nội dung", "Đơn vị chủ trì"].map { .init(text: $0) })])
        for (title, items) in months {
            for (index, item) in items.enumerated() {
                let own = [item.title, workspace.agency.names(of: item.leadUnits)].map {
                    BodyTable.Cell(text: $0)
                }
                let head = BodyTable.Cell(text: title, rowSpan: items.count)
                table.rows.append(.cells(index == 0 ? [head] + own : own))
            }
        }
        return [.table(table)]
    }

    /// The indicators with the figures of the period.
    mutating func resultTable(at place: Location) -> [BodyPart] {
        guard let table, let year else {
            note(.nothingToInsert(.resultTable, "tệp bao-cao và nhật ký", at: place))
            return []
        }
        let titles = [
            "STT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm \(year)", "Thực hiện kỳ này", "Lũy kế", "Tỷ lệ %",
        ]
        let styles: [BodyTable.CellStyle] = [.centred, .text, .centred, .number, .number, .number, .number]
        let widths: [Double?] = [11, nil, 20, 24, 24, 24, 18]
        var made = BodyTable(
            columns: titles.indices.map { .init(width: widths[$0], style: styles[$0]) },
            rows: [.head(titles.map { .init(text: $0) })])
        for case .record(let row) in table.rows {
            let cells = ["stt", "ten", "dvt", "ke_hoach", "thuc_hien", "luy_ke", "ty_le"].map { key in
                BodyTable.Cell(text: row[key]?.cellText ?? "")
            }
            made.rows.append(row["nhom"] == true ? .bold(cells) : .cells(cells))
        }
        return [.table(made)]
    }

    // MARK: Written tables

    mutating func parts(of table: OutlineTable) -> [BodyPart] {
        var parts: [BodyPart] = []
        if let caption = table.caption { parts.append(.paragraph("**\(filled(caption))**")) }
        if let unit = table.unit { parts.append(.paragraph("*Đơn vị tính: \(unit)*")) }
        var made = BodyTable(
            columns: table.columns.map { .init(width: $0.width.map { Double($0) }, style: $0.kind.style) },
            rows: heads(of: table.columns))
        var rows = WrittenRows(table)
        for row in table.rows { made.rows.append(rows.row(row) { filled($0) }) }
        if table.hasTotal { made.rows.append(.bold(rows.total)) }
        rows.faults.forEach { note($0) }
        parts.append(.table(made.merged))
        return parts
    }

    /// One row of heads, or two where columns share a name.
    private func heads(of columns: [OutlineTable.Column]) -> [BodyTable.Row] {
        guard columns.contains(where: { $0.group != nil }) else {
            return [.head(columns.map { .init(text: $0.title) })]
        }
        var upper: [BodyTable.Cell] = []
        var lower: [BodyTable.Cell] = []
        var last: String?
        for column in columns {
            if let group = column.group {
                if group == last {
                    upper[upper.count - 1].columnSpan += 1
                } else {
                    upper.append(.init(text: group))
                }
                lower.append(.init(text: column.title))
            } else {
                upper.append(.init(text: column.title, rowSpan: 2))
            }
            last = column.group
        }
        return [.head(upper), .head(lower)]
    }
}

/// The rows of a written table, with its counters and sums.
private struct WrittenRows {
    let table: OutlineTable
    private var number = 0
    private var sums: [Int: Decimal] = [:]
    var faults: [Diagnostic] = []

    init(_ table: OutlineTable) { self.table = table }

    mutating func row(_ row: OutlineTable.Row, _ filled: (WrittenText) -> String) -> BodyTable.Row {
        func text(_ text: String) -> String { filled(WrittenText(text, at: row.place)) }
        let columns = table.columns
        if row.isGroup { return .bold([.init(text: text(row.cells[0]), columnSpan: columns.count)]) }
        let wanted = columns.count { $0.kind != .counter }
        if row.cells.count != wanted {
            faults.append(.rowLength(row.cells.count, wanted, at: row.place))
            return .cells([])
        }
        var rest = row.cells[...]
        var cells: [BodyTable.Cell] = []
        for (index, column) in columns.enumerated() {
            guard column.kind != .counter else {
                number += 1
                cells.append(.init(text: "\(number)"))
                continue
            }
            let words = text(rest.removeFirst())
            cells.append(.init(text: figure(words, column, index, at: row.place)))
        }
        return .cells(cells)
    }

    /// A figure as it is printed, which the column's sum takes in.
    private mutating func figure(
        _ words: String, _ column: OutlineTable.Column, _ index: Int, at place: Location
    ) -> String {
        let isFigure = column.kind == .number || column.kind == .money
        guard isFigure, !["", "-", "–", "^", "<"].contains(words) else { return words }
        do throws(NumberFault) {
            let number = try TypedNumber(parsing: words).value
            if column.isSummed { sums[index, default: 0] += number }
            return NumberFormat.text(number)
        } catch {
            // A column of figures may say “đạt” or hold a range; only what is summed must be a number.
            if column.isSummed { faults.append(error.diagnostic(at: place)) }
            return words
        }
    }

    /// The label reaches over the columns before the first sum.
    var total: [BodyTable.Cell] {
        let columns = table.columns
        let first = columns.firstIndex(where: \.isSummed) ?? columns.count
        let rest = columns.indices.dropFirst(first).map { index in
            BodyTable.Cell(text: columns[index].isSummed ? NumberFormat.text(sums[index] ?? 0) : "")
        }
        return (first > 0 ? [.init(text: "Tổng cộng", columnSpan: first)] : []) + rest
    }
}

extension BodyTable {
    /// With `^` joined to the cell above and `<` to the one on the left.
    fileprivate var merged: BodyTable {
        var table = self
        for (index, row) in rows.enumerated() {
            guard case .cells(let cells) = row, cells.count == columns.count else { continue }
            var kept: [Cell] = []
            for (column, cell) in cells.enumerated() {
                switch cell.text {
                case "<" where !kept.isEmpty: kept[kept.count - 1].columnSpan += 1
                case "^" where reach(above: index, column: column, in: &table): break
                default: kept.append(cell)
                }
            }
            table.rows[index] = .cells(kept)
        }
        return table
    }

    /// Lets the cell above reach down; false where there is none.
    private func reach(above index: Int, column: Int, in table: inout BodyTable) -> Bool {
        var start = index - 1
        while start >= 0, case .cells(let cells) = rows[start], cells.indices.contains(column),
            cells[column].text == "^"
        { start -= 1 }
        guard start >= 0, case .cells(let original) = rows[start], original.indices.contains(column),
            case .cells(var cells) = table.rows[start]
        else { return false }
        // Cells that were joined to others are not there any more.
        let gone = original[...column].count { $0.text == "<" }
        let joined = original[...column].count { $0.text == "^" }
        let place = column - gone - joined
        guard cells.indices.contains(place) else { return false }
        cells[place].rowSpan += 1
        table.rows[start] = .cells(cells)
        return true
    }
}

extension OutlineTable.Kind {
    fileprivate var style: BodyTable.CellStyle {
        switch self {
        case .text: .text
        case .centred, .counter: .centred
        case .number, .money: .number
        }
    }
}

extension Value {
    /// As it stands in a cell.
    fileprivate var cellText: String {
        switch self {
        case .text(let text): text
        case .number(let number): NumberFormat.text(number)
        case .null, .boolean, .date, .list, .record: ""
        }
    }
}

extension String {
    /// The months that a milestone names: `Tháng 3`, `Quý II`, `tháng 4, tháng 5`.
    fileprivate var months: [Int] {
        let words = lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        var months: [Int] = []
        for (word, next) in zip(words, words.dropFirst()) {
            if word == "tháng", let month = Int(next), (1...12).contains(month) { months.append(month) }
            if word == "quý", let quarter = RomanNumeral.number(of: next.uppercased()),
                (1...4).contains(quarter)
            {
                months.append(3 * quarter)
            }
        }
        return months
    }
}

extension Diagnostic {
    fileprivate static func rowLength(_ count: Int, _ wanted: Int, at place: Location) -> Diagnostic {
        .error(
            "outline.row-length", at: place, "dòng có \(count) ô, bảng có \(wanted) cột cần điền",
            en: "the row has \(count) cells, the table \(wanted) columns to fill",
            fix: "viết đủ \(wanted) ô; ô trống ghi “”", en: "write \(wanted) cells; an empty one is “”")
    }
}
