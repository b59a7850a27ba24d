internal import DataFiles
internal import Diagnostics
internal import Sheets
internal import Values
internal import VietnameseText

// Rows of sums of an estimate's table, held against what stands above them in every column of figures.
extension EstimateTable {
    /// “Cộng mục I” sums up that group, “Cộng” the nearest one it can be the sum of.
    func checkSubtotal(_ row: Located<EstimateFile.Row>, _ estimate: inout EstimateReading) {
        let words = PlainLetters.folded(row.title.value ?? "")
        let named = numbers.lastIndex { words.hasSuffix(PlainLetters.folded($0)) && !$0.isEmpty }
        var group = named.map { base + $0 + 1 } ?? estimate.frames.count - 1
        if named == nil, let written = row.amount.located {
            let fitting = estimate.frames.indices.dropFirst(base).last {
                estimate.fault(ofSum: written, row.columns, of: estimate.frames[$0]) == nil
            }
            group = fitting ?? group
        }
        compare(row.amount.located, row.columns, with: group, &estimate)
    }

    /// Holds the figures of a row of sums against the rows of an open group.
    func compare(
        _ amount: Located<Money>?, _ columns: [ColumnFigure], with group: Int,
        _ estimate: inout EstimateReading
    ) {
        if let amount, let fault = estimate.fault(ofSum: amount, columns, of: estimate.frames[group]) {
            estimate.note(fault)
        }
        estimate.compare(columns, with: estimate.frames[group].rows)
    }

    /// The row with what stands in its further columns.
    mutating func withColumns(
        _ read: Located<EstimateFile.Row>, _ row: FigureTable.Row, _ estimate: inout EstimateReading
    ) -> Located<EstimateFile.Row> {
        guard !figureColumns.isEmpty else { return read }
        var value = read.value
        let details = value.details.kept(isAutonomous: nil)
        for (place, column) in figureColumns where !row.values[place].isBlank {
            let node = row.values[place]
            let amount: Money?
            switch column {
            case .source(let source): amount = value.share(of: source)
            case .detail(let name): amount = details.figures[name]
            case .tax, .afterTax: amount = DataForm<Money>.signedMoney.read(node, nil, &reading)
            }
            guard let amount else {
                estimate.hasUnreadableRow = true
                continue
            }
            value.columns.append(
                ColumnFigure(
                    column: column, title: table.titles[place], amount: amount,
                    place: reading.place(node.position)))
        }
        return Located(value: value, place: read.place)
    }
}

extension EstimateFile.Row {
    /// What it says that a source pays.
    fileprivate func share(of source: String) -> Money? {
        guard case .long(let parts) = self.source.value else { return nil }
        return parts.first { $0.source == source }?.amount
    }
}

extension Entered {
    var located: Located<Value>? { if case .given(let located) = self { located } else { nil } }
}
