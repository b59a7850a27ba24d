internal import DataFiles
internal import Diagnostics

/// A figure that stands in a column of its own beside the amount of a table's row.
struct ColumnFigure: Sendable {
    let column: Column
    /// The words that head the column.
    let title: String
    let amount: Money
    let place: Place

    /// What the figures of a column are.
    enum Column: Hashable, Sendable {
        /// What a source pays.
        case source(String)
        case detail(FigureName)
        /// Thuế GTGT.
        case tax
        /// Thành tiền sau thuế.
        case afterTax
    }
}

extension ColumnFigure.Column {
    /// Nil for a column whose figures are not summed up beside the amounts.
    init?(_ column: WantedColumn) {
        let kinds: [String: FigureName.Kind] = [
            "quy": .quarter, "thuc_hien": .actual, "uoc_thuc_hien": .expected, "du_toan_nam": .planned,
            "tran_chi": .ceiling, "duoc_duyet": .approved, "da_chi": .spent,
        ]
        if let source = column.source {
            self = .source(source)
        } else if let kind = kinds[column.key] {
            self = .detail(FigureName(kind: kind, number: column.part.flatMap { Int($0) } ?? 0))
        } else if column.key == "tien_thue" {
            self = .tax
        } else if column.key == "sau_thue" {
            self = .afterTax
        } else {
            return nil
        }
    }

    var isOfQuarter: Bool { if case .detail(let name) = self { name.kind == .quarter } else { false } }

    var isOfTax: Bool { self == .tax || self == .afterTax }

    var source: String? { if case .source(let source) = self { source } else { nil } }
}

extension EstimateFile.Row {
    func figure(in column: ColumnFigure.Column) -> ColumnFigure? { columns.first { $0.column == column } }

    /// Whether what its sources pay stands in columns of theirs.
    var hasSourceColumns: Bool { columns.contains { $0.column.source != nil } }
}

extension BudgetRow {
    /// What it adds to the sum of a column; nil where it has no figure there.
    func figure(in column: ColumnFigure.Column) -> Money? {
        switch (self, column) {
        case (.memo, _), (.note, _): return nil
        case (_, .detail(let name)): return figure(name)
        case (_, .afterTax): return amount
        case (.item(let item, _), .tax): return item.tax?.amount
        case (.item(let item, _), .source(let source)):
            return item.shares.first { $0.source == source }?.amount
        case (.group(let group, _), .source(let source)) where !group.shares.isEmpty:
            return group.shares.first { $0.source == source }?.amount
        case (.group(_, let rows), _):
            let parts = rows.compactMap { $0.figure(in: column) }
            return parts.isEmpty ? nil : Money.sum(parts) ?? .limit
        }
    }
}

// Written sums held against the rows they sum up, and the sources of rows under a group that has columns of them.
extension EstimateReading {
    /// Compares the figures of a row of sums, column by column, with the rows it sums up.
    mutating func compare(_ columns: [ColumnFigure], with rows: [BudgetRow]) {
        guard !hasUnreadableRow else { return }
        for written in columns {
            let parts = rows.compactMap { $0.figure(in: written.column) }
            let computed = Money.sum(parts) ?? .limit
            if computed != written.amount {
                note(
                    .totalMismatch(
                        written: written.amount, computed: computed, column: written.title, at: written.place)
                )
            }
        }
    }

    mutating func noteOwnSources() { frames[frames.count - 1].hasOwnSources = true }

    mutating func noteWithoutSource(at place: Place) { frames[frames.count - 1].withoutSource.append(place) }

    /// Whether the rows of a group that is closed say themselves what sources pay, so that its own columns are only compared;
    /// what a group around it must know of that is passed on.
    mutating func settleSources(of frame: Frame, _ row: Located<EstimateFile.Row>) -> Bool {
        let isOwn = row.value.hasSourceColumns
        let outer = frames.count - 1
        if frame.hasOwnSources || isOwn { frames[outer].hasOwnSources = true }
        if !isOwn {
            frames[outer].withoutSource += frame.withoutSource
        } else if frame.hasOwnSources {
            for place in frame.withoutSource { note(.missingSource(at: place)) }
        }
        return isOwn && frame.hasOwnSources
    }

    /// What is wrong with a written sum of amounts: it may be before the tax that is added or with it, where no column tells which.
    func fault(ofSum written: Located<Money>, _ columns: [ColumnFigure], of frame: Frame) -> Diagnostic? {
        guard !hasUnreadableRow else { return nil }
        let sum = frame.sum ?? .limit
        guard let before = frame.beforeTax else {
            return written.value == sum
                ? nil : .totalMismatch(written: written.value, computed: sum, at: written.place)
        }
        if columns.contains(where: \.column.isOfTax) {
            return written.value == before
                ? nil : .totalMismatch(written: written.value, computed: before, at: written.place)
        }
        guard written.value != sum, written.value != before else { return nil }
        return .totalMismatch(written: written.value, computed: sum, beforeTax: before, at: written.place)
    }
}

extension EstimateReading.Frame {
    /// What its rows come to before the tax that is added; nil where none is.
    var beforeTax: Money? {
        guard rows.contains(where: \.hasTax) else { return nil }
        return Money.sum(rows.filter(\.isCounted).map(\.amountBeforeTax)) ?? .limit
    }
}
