internal import DataFiles
internal import Diagnostics
internal import FoundationEssentials
internal import Planning
internal import Values
internal import VietnameseText

/// What stands below a grid's columns and in its empty amounts: numbers read by the reader of the files, amounts as estimates have them.
struct GridSums {
    /// What each row comes to where it is a row of an estimate.
    private(set) var amounts: [String?]
    /// What is wrong with a number, by the row and the key.
    private(set) var faults: [Int: [String: String]] = [:]
    /// The texts below the columns, by key.
    private(set) var texts: [String: String] = [:]

    /// `rows` are those of the whole list, as they would be saved.
    init(
        _ rows: [SourceNode.Content], _ columns: GridColumns, in opened: OpenedDataFile, at steps: DataSteps,
        _ visit: Visit
    ) {
        amounts = rows.map { _ in nil }
        var numbers: [String: [Decimal?]] = [:]
        for column in columns.list where GridColumns.isNumber(column) {
            numbers[column.key] = rows.enumerated().map { index, row in
                let (number, fault) = Self.number(row.at(DataSteps([column.key])))
                if let fault { faults[index, default: [:]][column.key] = fault.text(in: visit.language) }
                return number
            }
        }
        for column in columns.list where column.form.isMoney {
            texts[column.key] = sum(of: numbers[column.key] ?? [], key: column.key, visit)
        }
        if let quantities = numbers["so_luong"] {
            // Sessions, sheets and persons do not add up.
            let unit = columns.list.first { $0.key == "dvt" || $0.key == "chi_tieu" }?.key
            let units = Set(
                zip(rows, quantities).filter { $1 != nil }.map { row, _ in
                    unit.map { RecordField.plain(RecordField.text(of: row.at(DataSteps([$0])))) } ?? ""
                })
            texts["so_luong"] =
                units.count > 1
                ? visit.say("khác đơn vị", en: "units differ") : sum(of: quantities, key: "so_luong", visit)
        }
        guard opened.file.kind == .estimate else { return }
        let whole = opened.data.content.replacing(
            steps, with: .sequence(rows.map { SourceNode($0, at: .start) }))
        guard let read = RowAmounts(ofEstimate: whole, at: steps.pieces), read.rows.count == rows.count else {
            return
        }
        amounts = read.rows.map { $0?.text }
        var text = read.beforeTax?.text ?? "—"
        if let withTax = read.withTax, withTax != read.beforeTax {
            text += visit.say(" (cả thuế: \(withTax.text))", en: " (with tax: \(withTax.text))")
        }
        if read.missing > 0 {
            text += visit.say(
                " (\(read.missing) dòng chưa tính được)", en: " (rows without: \(read.missing))")
        }
        texts["thanh_tien"] = text
    }

    /// Nil for a blank cell and for what cannot be read exactly, which is told.
    private static func number(_ content: SourceNode.Content) -> (Decimal?, Wording?) {
        if content == .null { return (nil, nil) }
        if case .text(let text) = content, ["", "-", "–"].contains(RecordField.plain(text)) {
            return (nil, nil)
        }
        var reading = DataReading(file: "")
        let number = reading.number(
            in: SourceNode(content, at: .start), expected: Wording("số", en: "a number"), percent: .asFraction
        )
        return (number, number == nil ? reading.faults.first?.message : nil)
    }

    private func sum(of numbers: [Decimal?], key: String, _ visit: Visit) -> String {
        let known = numbers.compactMap { $0 }
        let unread = faults.values.count { $0[key] != nil }
        var text = known.isEmpty && unread == 0 ? "" : NumberFormat.text(known.reduce(0, +))
        if unread > 0 {
            text += visit.say(" (\(unread) ô chưa đọc được)", en: " (cells not read: \(unread))")
        }
        return text
    }
}

extension SourceNode.Content {
    /// The same with another value at a place that is there.
    func replacing(_ steps: DataSteps, with value: SourceNode.Content) -> SourceNode.Content {
        guard let piece = steps.pieces.first else { return value }
        let rest = DataSteps(Array(steps.pieces.dropFirst()))
        switch self {
        case .sequence(var items):
            guard let index = Int(piece), items.indices.contains(index) else { return self }
            items[index] = SourceNode(items[index].content.replacing(rest, with: value), at: .start)
            return .sequence(items)
        case .mapping(var entries):
            guard let index = entries.firstIndex(where: { $0.key == piece }) else {
                return .mapping(
                    entries + [SourceNode.entry(piece, SourceNode.Content.null.replacing(rest, with: value))])
            }
            entries[index] = SourceNode.entry(
                piece, entries[index].value.content.replacing(rest, with: value))
            return .mapping(entries)
        case .null:
            return .mapping([SourceNode.entry(piece, SourceNode.Content.null.replacing(rest, with: value))])
        case .boolean, .number, .text: return self
        }
    }
}
