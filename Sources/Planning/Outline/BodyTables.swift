internal import Diagnostics
internal import FoundationEssentials
internal import Values
internal import VietnameseText

// Tables that are computed, and those that are written.
extension BodyComposing {
    /// Every task with who does it, by when, and what comes of it.
    var taskTable: BodyTable {
        let years = figureYear.map { [$0] } ?? []
        let hasCosts = years.contains { workspace.costInTables(of: $0) != nil }
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
        if let year = figureYear, let rest = workspace.costBesideTasks(in: year) {
            table.rows.append(
                .cells(
                    ["\(workItems.count + 1)", Workspace.titleBesideTasks, "", "", "", "", rest.text].map {
                        .init(text: $0)
                    }))
        }
        if let year = figureYear, let total = workspace.costInTables(of: year) {
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
        let years = programme.duration.filter { workspace.costInTables(of: $0) != nil }
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
        let rests = years.map { workspace.costBesideTasks(in: $0) }
        if rests.contains(where: { $0 != nil }) {
            let title = BodyTable.Cell(text: Workspace.titleBesideTasks)
            table.rows.append(.cells([.init(text: "\(workItems.count + 1)"), title] + row(rests)))
        }
        let total = row(years.map { workspace.costInTables(of: $0) })
        table.rows.append(.bold([.init(text: ""), .init(text: "Tổng cộng")] + total))
        return [.unit("Đơn vị tính: đồng"), .table(table)]
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
