internal import DataFiles
internal import VietnameseText

/// A figure that a form asks of rows: which sum, of which year, and of which source or unit alone.
struct FormFigure: Hashable, Sendable {
    let kind: Kind
    /// The year or the quarter.
    var number = 0
    var name = ""
    var source: String?
    var unit: String?
    /// Which change of the estimate; nil for all.
    var change: Int?

    enum Kind: Hashable, Sendable {
        case amount
        case detail(FigureName.Kind)
        case added
        case cut
        case changed
        case afterChanges
    }

    static let amount = FormFigure(kind: .amount)

    /// Whether it is not known of a row that does not say it; of the others such a row has nothing.
    var isUnknownUnsaid: Bool { if case .detail = kind { true } else { false } }

    /// Whether it is a part of the row's amount, so that printed parts must add up to what is printed of that.
    var isPart: Bool {
        switch kind {
        case .amount: source != nil || unit != nil
        case .detail(.quarter): source == nil && unit == nil
        default: false
        }
    }
}

/// A column of a form as it is printed.
struct FormColumn: Sendable {
    /// Its heads, from the top; neighbours with the same upper ones share them.
    let heads: [Head]
    let content: Content
    let style: TableForm.Style
    let code: String?
    let index: String?

    struct Head: Hashable, Sendable {
        let text: String
        /// Tells apart groups of the same name.
        let place: Int
    }

    enum Content: Sendable {
        case words(TableForm.Take, key: String)
        /// A number that rows do not add up: of pieces, of a price.
        case measure(TableForm.Take)
        case figure(FormFigure)
        case formula(TableFormula)
    }

    var isWords: Bool { if case .words = content { true } else { false } }
}

/// Makes of a form's columns those to print: each repeated one as often as the estimate has what it is repeated for.
struct FormColumns {
    let year: Int
    let sources: [FundingSource]
    let units: [Agency.Unit]
    let changes: [BudgetChange]
    private let items: [BudgetItem]
    private var columns: [FormColumn] = []
    private var groups = 0

    /// What the columns under a repeated head are restricted to.
    private struct Scope {
        var heads: [FormColumn.Head] = []
        var code: String?
        var name = ""
        var source: String?
        var unit: String?
        var quarter: Int?
        var change: Int?
    }

    init(_ estimate: BudgetEstimate, _ agency: Agency) {
        year = estimate.year
        sources = estimate.totalsBySource.filter { $0.amount != .zero }.map(\.source)
        let used = estimate.unitsInCharge
        units = agency.units.filter { used.contains($0.code) }
        changes = estimate.changes
        items = estimate.rows.items
    }

    mutating func printed(of form: TableForm) -> [FormColumn] {
        columns = []
        for column in form.columns { add(column.value, Scope()) }
        return form.dropsEmptyColumns ? columns.withoutEmpty(in: items) : columns
    }

    private mutating func add(_ column: TableForm.Column, _ scope: Scope) {
        for scope in scopes(of: column, in: scope) {
            groups += 1
            var inner = scope
            inner.heads.append(
                FormColumn.Head(text: column.title.filled(year: year, name: scope.name), place: groups))
            inner.code = column.code ?? scope.code
            guard column.columns.isEmpty else {
                for child in column.columns { add(child.value, inner) }
                continue
            }
            columns.append(
                FormColumn(
                    heads: inner.heads, content: content(of: column, inner), style: column.style,
                    code: inner.code, index: column.index))
        }
    }

    private func scopes(of column: TableForm.Column, in scope: Scope) -> [Scope] {
        func scopes<Item>(_ items: [Item], _ change: (Item, inout Scope) -> Void) -> [Scope] {
            items.map { item in
                var inner = scope
                change(item, &inner)
                return inner
            }
        }
        switch column.repeats {
        case nil: return [scope]
        case .sources: return scopes(sources) { ($1.name, $1.source) = ($0.name, $0.code) }
        case .units: return scopes(units) { ($1.name, $1.unit) = ($0.name, $0.code) }
        case .quarters:
            return scopes([1, 2, 3, 4]) {
                ($1.name, $1.quarter) = ("Quý \(RomanNumeral.text(of: $0) ?? "")", $0)
            }
        case .changes:
            return scopes(Array(changes.indices)) { ($1.name, $1.change) = (changes[$0].decision, $0) }
        }
    }

    private func content(of column: TableForm.Column, _ scope: Scope) -> FormColumn.Content {
        if let formula = column.formula.flatMap(TableFormula.init) { return .formula(formula) }
        let take = column.take ?? .blank
        if take.isWords { return .words(take, key: column.key ?? "") }
        guard var kind = take.figure else { return .measure(take) }
        let quarter = column.quarter ?? scope.quarter
        var number = 0
        switch kind {
        case .amount where quarter != nil: kind = .detail(.quarter)
        case .detail(.planned), .detail(.actual), .detail(.expected), .detail(.ceiling):
            number = year + (column.year ?? 0)
        default: break
        }
        if kind == .detail(.quarter) { number = quarter ?? 1 }
        return .figure(
            FormFigure(
                kind: kind, number: number, name: kind == .detail(.own) ? column.key ?? "" : "",
                source: scope.source, unit: scope.unit, change: scope.change))
    }
}

extension [FormColumn] {
    /// Without those of words and measures that no item has any of; what an index row says of a price and a quantity goes with them.
    fileprivate func withoutEmpty(in items: [BudgetItem]) -> [FormColumn] {
        let kept = filter { column in
            switch column.content {
            case .words(let take, let key): items.contains { $0.says(take, key) }
            case .measure(let take): items.contains { $0.says(take, "") }
            case .figure, .formula: true
            }
        }
        func measures(_ columns: [FormColumn]) -> Int {
            columns.count { if case .measure = $0.content { true } else { false } }
        }
        guard measures(kept) < measures(self) else { return kept }
        return kept.map {
            FormColumn(heads: $0.heads, content: $0.content, style: $0.style, code: $0.code, index: nil)
        }
    }
}

extension BudgetItem {
    /// Whether it has anything for a column; of the order, the title and a column to write in it always has.
    fileprivate func says(_ take: TableForm.Take, _ key: String) -> Bool {
        switch take {
        case .unit: self.unit != nil
        case .factor: !self.factors.isEmpty
        case .basis: self.basis != nil
        case .budgetCode, .budgetCodeName: self.budgetCode != nil
        case .sources: !self.shares.isEmpty
        case .unitInCharge: self.unitInCharge != nil
        case .workItem: self.workItem != nil
        case .words: self.details.words[key] != nil
        case .quantity: self.quantity != nil
        case .price: self.unitPrice != nil
        default: true
        }
    }
}

extension BudgetEstimate {
    /// The units that items name, by code.
    var unitsInCharge: Set<String> {
        var units: Set<String> = []
        // Items of one unit stand together.
        var last: String?
        for item in rows.items {
            guard let unit = item.unitInCharge, unit != last else { continue }
            units.insert(unit)
            last = unit
        }
        return units
    }
}

extension [BudgetRow] {
    /// The items in them.
    var items: [BudgetItem] {
        var items: [BudgetItem] = []
        func add(_ rows: [BudgetRow]) {
            for row in rows {
                switch row {
                case .group(_, let rows): add(rows)
                case .item(let item, _): items.append(item)
                case .memo, .note: break
                }
            }
        }
        add(self)
        return items
    }
}

extension String {
    /// With years in the place of `{nam}`, `{nam-1}`, and a name in that of `{ten}`.
    func filled(year: Int, name: String = "") -> String {
        guard contains("{") else { return self }
        var filled = replacing("{nam}", with: "\(year)").replacing("{ten}", with: name)
        for offset in 1...9 {
            filled = filled.replacing("{nam-\(offset)}", with: "\(year - offset)").replacing(
                "{nam+\(offset)}", with: "\(year + offset)")
        }
        return filled
    }
}
