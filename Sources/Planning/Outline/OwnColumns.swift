internal import Diagnostics
internal import FoundationEssentials
internal import Values
internal import VietnameseText

// Computed tables whose columns an outline chooses and names.
extension BodyComposing {
    /// Nil for an insert that is no table; one that lacks what it is made of is a fault.
    mutating func table(
        of insert: Insert, _ columns: [OutlineTable.Column], _ levels: [OutlineLevel], at place: Location
    ) -> BodyTable? {
        let rows: [BodyTable.Row]?
        switch insert {
        case .tasks: rows = taskRows(workItems, OwnNumbers(levels), columns)
        case .targets: rows = targetRows(columns, OwnNumbers(levels), at: place)
        case .estimate: rows = estimateRows(columns, at: place)
        case .measures, .scope, .time, .duties, .total, .yearlyCosts, .sources, .calendar, .results,
            .resultTable, .unitTable, .derivation, .payments:
            note(.ownColumns(insert, at: place))
            return BodyTable(columns: [], rows: [])
        }
        for column in columns where column.content == nil {
            note(.columnShowsNothing(column.title, at: place))
        }
        guard let rows else { return nil }
        return BodyTable(
            columns: columns.map { .init(width: $0.width.map { Double($0) }, style: $0.style) },
            rows: heads(of: columns) + rows)
    }

    private func taskRows(_ items: [WorkItem], _ numbers: OwnNumbers, _ columns: [OutlineTable.Column])
        -> [BodyTable.Row]
    {
        var numbers = numbers
        return items.flatMap { item -> [BodyTable.Row] in
            let number = numbers.next()
            let inner = item.items.filter { isAlive($0.span) }
            let cells = columns.map { column in
                BodyTable.Cell(text: text(of: item, column.content, number, isGroup: !inner.isEmpty))
            }
            return [inner.isEmpty ? .cells(cells) : .bold(cells)]
                + taskRows(inner, numbers.below(number), columns)
        }
    }

    private func text(of item: WorkItem, _ content: OutlineTable.Content?, _ number: String, isGroup: Bool)
        -> String
    {
        let agency = workspace.agency
        return switch content {
        case .number: number
        case .title: item.title
        case .lead: agency.names(of: item.leadUnits)
        case .support: agency.names(of: item.supportingUnits)
        case .result: figureYear.map { workspace.results(of: item, in: $0) } ?? item.result ?? ""
        case .deadline: isGroup ? "" : deadline(item)
        case .amount: figureYear.flatMap { workspace.cost(of: item, in: $0)?.text } ?? ""
        case .note: item.note ?? ""
        case .unit, .target, .quantity, .price, nil: ""
        }
    }

    private mutating func targetRows(
        _ columns: [OutlineTable.Column], _ numbers: OwnNumbers, at place: Location
    ) -> [BodyTable.Row]? {
        guard let year = figureYear else {
            note(.yearlyInsert(.targets, at: place))
            return nil
        }
        var rows: [BodyTable.Row] = []
        var (upper, inner) = (numbers, numbers)
        var group: String?
        for indicator in workspace.indicators {
            guard let target = indicator.targets[year] else { continue }
            if let name = indicator.group, name != group {
                // Without levels groups have no number, and the rows are counted through.
                let number = numbers.isPlain ? "" : upper.next()
                if !numbers.isPlain { inner = numbers.below(number) }
                rows.append(
                    .bold(
                        columns.map { column in
                            switch column.content {
                            case .number?: .init(text: number)
                            case .title?: .init(text: name)
                            default: .init(text: "")
                            }
                        }))
            }
            group = indicator.group
            let number = inner.next()
            rows.append(
                .cells(
                    columns.map { column in
                        let text: String =
                            switch column.content {
                            case .number: number
                            case .title: indicator.name
                            case .unit: indicator.unit
                            case .target: indicator.text(of: target)
                            case .note: indicator.note ?? ""
                            case .lead, .support, .result, .deadline, .quantity, .price, .amount, nil: ""
                            }
                        return .init(text: text)
                    }))
        }
        return rows
    }

    private mutating func estimateRows(_ columns: [OutlineTable.Column], at place: Location) -> [BodyTable
        .Row]?
    {
        guard let year = figureYear, let estimate = workspace.estimates[year] else {
            note(.nothingToInsert(.estimate, "tệp du-toan của năm", at: place))
            return nil
        }
        guard case .record(let record) = BudgetTable(estimate: estimate, agency: workspace.agency).value,
            case .list(let all)? = record["dong"]
        else { return nil }
        var rows: [BodyTable.Row] = []
        for case .record(let row) in all {
            let cells = columns.map { column in
                BodyTable.Cell(text: column.content?.estimateKey.flatMap { row[$0]?.cellText } ?? "")
            }
            rows.append(row["nhom"] == true ? .bold(cells) : .cells(cells))
        }
        let total = record["tong_cong"]?.cellText ?? ""
        rows.append(
            .bold(
                columns.map { column in
                    .init(
                        text: column.content == .title ? "Tổng cộng" : column.content == .amount ? total : "")
                }))
        return rows
    }
}

/// The numbers of a computed table's rows, level by level.
private struct OwnNumbers {
    private let levels: [OutlineLevel]
    private let above: String?
    private var count = 0

    /// Whether nothing is said of levels.
    var isPlain: Bool { levels.isEmpty }

    /// Without levels rows are numbered 1, 1.1, 1.1.1.
    init(_ levels: [OutlineLevel], above: String? = nil) {
        self.levels = levels
        self.above = above
    }

    mutating func next() -> String {
        count += 1
        return (levels.first ?? .decimal).number(count, above: above)
    }

    func below(_ number: String) -> OwnNumbers { OwnNumbers(Array(levels.dropFirst()), above: number) }
}

extension OutlineTable.Column {
    /// As it says, else as such figures are set.
    fileprivate var style: BodyTable.CellStyle {
        guard kind == .text else { return kind.style }
        return switch content {
        case .number, .unit, .deadline: .centred
        case .target, .quantity, .price, .amount: .number
        case .title, .lead, .support, .result, .note, nil: .text
        }
    }
}

extension OutlineTable.Content {
    /// The key of the estimate's table it shows.
    fileprivate var estimateKey: String? {
        switch self {
        case .number: "stt"
        case .title: "noi_dung"
        case .unit: "dvt"
        case .quantity: "so_luong"
        case .price: "don_gia"
        case .amount: "thanh_tien"
        case .note: "can_cu"
        case .lead, .support, .result, .deadline, .target: nil
        }
    }
}

extension Diagnostic {
    fileprivate static func ownColumns(_ insert: Insert, at place: Location) -> Diagnostic {
        .error(
            "outline.own-columns", at: place, "“\(insert.rawValue)” không phải bảng có cột riêng",
            en: "“\(insert.rawValue)” is no table with columns of its own", fix: "bỏ khóa cot của khối này",
            en: "take the key cot out of this block")
    }

    fileprivate static func columnShowsNothing(_ title: String, at place: Location) -> Diagnostic {
        .error(
            "outline.column-shows-nothing", at: place, "cột “\(title)” của bảng được chèn không nói in gì",
            en: "the column “\(title)” of the inserted table does not say what it shows",
            fix: "ghi khóa lay cho cột", en: "give the column the key lay")
    }
}
