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
            figureYear.map { workspace.results(of: item, in: $0) } ?? item.result ?? "",
            items.isEmpty ? deadline(item) : "",
        ]
        if hasCosts, let year = figureYear {
            let nothing = workspace.needsNoMoney(item, in: year) ? "Không sử dụng kinh phí" : ""
            texts.append(workspace.cost(of: item, in: year)?.text ?? nothing)
        }
        let cells = texts.map { BodyTable.Cell(text: $0) }
        return [items.isEmpty ? .cells(cells) : .bold(cells)]
            + items.enumerated().flatMap {
                rows($0.element, number: "\(number).\($0.offset + 1)", hasCosts: hasCosts)
            }
    }

    func deadline(_ item: WorkItem) -> String {
        if let year = figureYear {
            return item.time(in: year) ?? (programme.onlyYear == nil ? "Năm \(year)" : "")
        }
        return LetterCase.firstLetterUpper(item.span.text)
    }

    mutating func estimate(at place: Location) -> [BodyPart] {
        guard let year = figureYear else {
            return gap("số liệu của một năm", .yearlyInsert(.estimate, at: place))
        }
        guard let estimate = workspace.estimates[year] else {
            return gap(
                "tệp du-toan/\(year).yaml", .nothingToInsert(.estimate, "tệp du-toan/\(year).yaml", at: place)
            )
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

    /// What each task costs in each year of the plan, as far as that is known.
    mutating func yearlyCosts(at place: Location) -> [BodyPart] {
        let years = programme.duration.filter { workspace.costOfTasks(in: $0) != nil }
        guard !years.isEmpty else {
            let wanted = "kinh_phi của các nội dung"
            return gap(wanted, .nothingToInsert(.yearlyCosts, wanted, at: place))
        }
        func row(_ amounts: [Money?]) -> [BodyTable.Cell] {
            (amounts + [Money.sum(amounts.compactMap { $0 })]).map { .init(text: $0?.text ?? "") }
        }
        let titles = ["STT", "Nội dung"] + years.map { "Năm \($0)" } + ["Cộng"]
        var table = BodyTable(
            columns: [.init(width: 12, style: .centred), .init(width: nil, style: .text)]
                + titles.dropFirst(2).map { _ in .init(width: 27, style: .number) },
            rows: [.head(titles.map { .init(text: $0) })])
        for (index, item) in workItems.enumerated() {
            let own = row(years.map { workspace.cost(of: item, in: $0) })
            table.rows.append(.cells([.init(text: "\(index + 1)"), .init(text: item.title)] + own))
        }
        let total = row(years.map { workspace.costOfTasks(in: $0) })
        table.rows.append(.bold([.init(text: ""), .init(text: "Tổng cộng")] + total))
        return [.unit("Đơn vị tính: đồng"), .table(table)]
    }

    /// What falls into each month, told by the milestones that name one.
    mutating func calendar(at place: Location) -> [BodyPart] {
        guard let year = figureYear else {
            return gap("số liệu của một năm", .yearlyInsert(.calendar, at: place))
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
            return gap(
                "thời hạn có tháng, như “Tháng 3”, cho các nội dung",
                .nothingToInsert(.calendar, "thời hạn có tháng, như “Tháng 3”, cho các nội dung", at: place))
        }
        var table = BodyTable(
            columns: [
                .init(width: years.count == 1 ? 24 : 34, style: .centred), .init(width: nil, style: .text),
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
            return gap(
                "tệp bao-cao và nhật ký", .nothingToInsert(.resultTable, "tệp bao-cao và nhật ký", at: place))
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
        if let unit = table.unit { parts.append(.unit("Đơn vị tính: \(unit)")) }
        var made = BodyTable(
            columns: table.columns.map { .init(width: $0.width.map { Double($0) }, style: $0.kind.style) },
            rows: heads(of: table.columns))
        var rows = WrittenRows(table)
        for (index, row) in table.rows.enumerated() {
            let cells = rows.row(row, isHead: index < table.headCount ?? 0) { filled($0) }
            made.rows.append(cells)
        }
        if table.hasTotal { made.rows.append(.bold(rows.total)) }
        rows.faults.forEach { note($0) }
        parts.append(.table(made.merged))
        return parts
    }

    /// One row of heads, or two where columns share a name.
    func heads(of columns: [OutlineTable.Column]) -> [BodyTable.Row] {
        guard columns.contains(where: { !$0.title.isEmpty }) else { return [] }
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

    mutating func row(_ row: OutlineTable.Row, isHead: Bool, _ filled: (WrittenText) -> String)
        -> BodyTable.Row
    {
        func text(_ text: String) -> String { filled(WrittenText(text, at: row.place)) }
        let columns = table.columns
        if isHead, !row.isGroup, row.cells.count == columns.count {
            return .head(row.cells.map { .init(text: text($0)) })
        }
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
        var above: [(row: Int, place: Int)?] = []
        for (index, row) in rows.enumerated() {
            guard let cells = row.ownCells, cells.count == columns.count else {
                above = []
                continue
            }
            var kept: [Cell] = []
            var owners: [(row: Int, place: Int)?] = []
            for (column, cell) in cells.enumerated() {
                switch cell.text {
                case "<" where column > 0:
                    if let owner = owners[column - 1], owner.row == index {
                        kept[owner.place].columnSpan += 1
                    }
                    owners.append(owners[column - 1])
                case "^" where above.indices.contains(column) && above[column] != nil:
                    owners.append(above[column])
                default:
                    owners.append((index, kept.count))
                    kept.append(cell)
                }
            }
            table.rows[index] = row.with(kept)
            for owner in Set(owners.compactMap { $0?.row == index ? nil : $0.map { [$0.row, $0.place] } }) {
                guard var cells = table.rows[owner[0]].ownCells else { continue }
                cells[owner[1]].rowSpan += 1
                table.rows[owner[0]] = table.rows[owner[0]].with(cells)
            }
            above = owners
        }
        return table
    }
}

extension BodyTable.Row {
    /// The cells of a row that is no group's.
    fileprivate var ownCells: [BodyTable.Cell]? {
        switch self {
        case .head(let cells), .cells(let cells): cells
        case .bold: nil
        }
    }

    fileprivate func with(_ cells: [BodyTable.Cell]) -> BodyTable.Row {
        switch self {
        case .head: .head(cells)
        case .cells: .cells(cells)
        case .bold: .bold(cells)
        }
    }
}

extension OutlineTable.Kind {
    var style: BodyTable.CellStyle {
        switch self {
        case .text: .text
        case .centred, .counter: .centred
        case .number, .money: .number
        }
    }
}

extension Value {
    /// As it stands in a cell.
    var cellText: String {
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
