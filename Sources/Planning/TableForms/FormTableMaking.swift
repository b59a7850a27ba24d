internal import FoundationEssentials
internal import VietnameseText

/// Makes the table of a form.
struct FormTableMaking {
    private let workspace: Workspace
    private let estimate: BudgetEstimate
    private let form: TableForm
    let columns: [FormColumn]
    private let figures: [FormFigure]
    private let display: AmountDisplay
    private let nodes: [FormNode]
    /// For each column its figure's place.
    private let places: [Int?]
    let codes: [String: [Int]]
    /// The computed columns, each after those it is computed from.
    private let computed: [Int]
    let untaken: [Int: Int]
    /// The figures that some row says.
    private let said: Set<Int>

    init(_ form: TableForm, _ workspace: Workspace, _ estimate: BudgetEstimate) {
        self.form = form
        self.workspace = workspace
        self.estimate = estimate
        var making = FormColumns(estimate, workspace.agency)
        let columns = making.printed(of: form)
        var figures: [FormFigure] = [.amount]
        places = columns.map { column in
            guard case .figure(let figure) = column.content else { return nil }
            if let known = figures.firstIndex(of: figure) { return known }
            figures.append(figure)
            return figures.count - 1
        }
        self.columns = columns
        self.figures = figures
        display =
            form.unit.map { AmountDisplay($0, decimals: form.decimals ?? 0) }
            ?? (form.decimals.map { AmountDisplay(estimate.display.unit, decimals: $0) } ?? estimate.display)
        let arranging = FormNodes(workspace, estimate, figures)
        nodes = arranging.nodes(of: form)
        untaken = arranging.untaken
        said = nodes.said
        var codes: [String: [Int]] = [:]
        var number = 0
        for (index, column) in columns.enumerated() {
            if let code = column.code { codes[code, default: []].append(index) }
            guard !column.isWords else { continue }
            number += 1
            codes["\(number)"] = [index]
        }
        self.codes = codes
        computed = FormTableMaking.order(of: columns, codes)
    }

    /// The computed columns, each after those it is computed from.
    private static func order(of columns: [FormColumn], _ codes: [String: [Int]]) -> [Int] {
        var order: [Int] = []
        var met: Set<Int> = []
        func add(_ index: Int) {
            guard case .formula(let formula) = columns[index].content, met.insert(index).inserted else {
                return
            }
            for name in formula.references.sorted() { for column in codes[name] ?? [] { add(column) } }
            order.append(index)
        }
        for index in columns.indices { add(index) }
        return order
    }

    func table(named name: String) -> FormTable {
        let rounding = FormRounding(display, figures)
        let shown = rounding.total(nodes, count: figures.count)
        var rows: [FormTable.Row] = []
        append(nodes, under: shown, depth: 1, rounding, to: &rows)
        var total = FormTable.Row(kind: .total, cells: cells(nil, shown, nodes.lacking, isSum: { _ in true }))
        total.length = rows.count
        switch form.total {
        case .first: rows.insert(total, at: 0)
        case .last: rows.append(total)
        case .absent: break
        }
        let printed = shown.first.flatMap { $0 } ?? .zero
        let agency = workspace.agency
        return FormTable(
            name: name, title: form.title.filled(year: estimate.year), number: form.number,
            reference: form.reference?.filled(year: estimate.year), unit: display.unit.name,
            agency: agency.name, superior: agency.parentName,
            columns: columns.map { FormTable.Column(kind: $0.kind) }, heads: FormTable.heads(of: columns),
            index: index, rows: rows, words: form.saysWords ? NumberWords.amount(ofDong: printed.dong) : nil,
            signatures: signatures, placeAndDate: "\(agency.placeName), ngày … tháng … năm …",
            formulas: formulas, codes: codes)
    }

    private var formulas: [Int: TableFormula] {
        Dictionary(
            uniqueKeysWithValues: columns.enumerated().compactMap { index, column in
                guard case .formula(let formula) = column.content else { return nil }
                return (index, formula)
            })
    }

    /// Letters over words, numbers over figures, with what each is computed from.
    private var index: [String] {
        var letters = ["A", "B", "C", "D", "E", "G", "H", "I", "K", "L", "M"][...]
        var numbers: [Int: Int] = [:]
        for (index, column) in columns.enumerated() where !column.isWords {
            numbers[index] = numbers.count + 1
        }
        return columns.enumerated().map { index, column in
            if let own = column.index { return own }
            guard let number = numbers[index] else { return letters.popFirst() ?? "" }
            guard case .formula(let formula) = column.content else { return "\(number)" }
            let text = formula.text(times: "x") { name in
                (codes[name] ?? []).compactMap { numbers[$0].map(String.init) }
            }
            return "\(number)=\(text)"
        }
    }

    private var signatures: [FormTable.Signature] {
        let leaders = workspace.agency.leaders
        return form.signatures.enumerated().map { index, title in
            let folded = PlainLetters.folded(title)
            let named = leaders.first { PlainLetters.folded($0.position) == folded }
            let head =
                index == form.signatures.count - 1
                ? estimate.proposal.flatMap { workspace.agency.leader($0.distribution.signatory) } : nil
            return FormTable.Signature(title: title, name: (named ?? head)?.fullName)
        }
    }

    /// The columns that some rows have a figure in and others do not say, with how many do not and the first of them.
    var halfSaid: [(title: String, count: Int, first: String)] {
        var met: Set<Int> = []
        return zip(columns, places).compactMap { column, place in
            guard let place, said.contains(place), met.insert(place).inserted else { return nil }
            let rows = nodes.titles(lacking: place)
            guard let first = rows.first else { return nil }
            return (title: column.heads.map(\.text).joined(separator: " – "), count: rows.count, first: first)
        }
    }

    // MARK: - Rows

    private func append(
        _ nodes: [FormNode], under shown: [Money?], depth: Int, _ rounding: FormRounding,
        to rows: inout [FormTable.Row]
    ) {
        for (node, figures) in zip(nodes, rounding.rows(nodes, under: shown)) {
            let place = rows.count
            let isCut = form.depth.map { depth >= $0 } ?? false
            let children = isCut ? [] : node.children
            let cells = cells(node, figures, node.lacking) { figure in
                children.contains { $0.isSummed && $0.exact[figure] != nil }
            }
            rows.append(FormTable.Row(kind: node.kind(isBold: !node.children.isEmpty), cells: cells))
            if !isCut { append(children, under: figures, depth: depth + 1, rounding, to: &rows) }
            rows[place].length = rows.count - place - 1
        }
    }

    /// The cells of a row; of the total without a node.
    private func cells(_ node: FormNode?, _ shown: [Money?], _ lacking: Set<Int>, isSum: (Int) -> Bool)
        -> [FormTable.Cell]
    {
        var cells = columns.enumerated().map { index, column -> FormTable.Cell in
            switch column.content {
            case .words(let take, let key): return words(take, key, node)
            case .measure(let take):
                let number = take == .quantity ? node?.item?.quantity : node?.item?.unitPrice
                // A price counts in the unit of the form, as the amounts do.
                let scaled = take == .price ? number?.times(Decimal(1, places: display.unit.places)) : number
                return scaled.map { .number($0) } ?? .blank
            case .figure:
                guard let place = places[index] else { return .blank }
                guard let amount = shown[place] else {
                    // A column in which nobody has a figure is left to be filled by hand.
                    return lacking.contains(place) && said.contains(place) ? .dash : .blank
                }
                if node?.kind == .memo { return .text(NumberFormat.text(display.value(amount))) }
                return isSum(place) ? .sum(display.value(amount)) : .number(display.value(amount))
            case .formula: return .blank
            }
        }
        guard node?.kind != .note, node?.kind != .memo else { return cells }
        var unknown = Set(places.indices.filter { index in places[index].map(lacking.contains) ?? false })
        for index in computed { compute(index, in: &cells, &unknown) }
        return cells
    }

    private func words(_ take: TableForm.Take, _ key: String, _ node: FormNode?) -> FormTable.Cell {
        guard let node else { return take == .title ? .text(form.totalLabel) : .blank }
        let item = node.item
        let text: String? =
            switch take {
            case .order: node.number
            case .title: node.title
            case .unit: item?.unit
            case .factor: item.flatMap { $0.factors.isEmpty ? nil : $0.factorText }
            case .basis: item?.basis
            case .budgetCode: node.budgetCode
            case .budgetCodeName: node.budgetCode.flatMap { BudgetCodes.shipped.name(of: $0) }
            case .sources: item.map { sources(of: $0) }
            case .unitInCharge: item?.unitInCharge.flatMap { workspace.agency.unit($0)?.name }
            case .workItem:
                item?.workItem.flatMap { code in
                    workspace.programme.everyWorkItem.first { $0.code == code }?.title
                }
            case .words: item?.details.words[key]
            default: nil
            }
        return text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .blank
    }

    private func sources(of item: BudgetItem) -> String {
        item.shares.compactMap { share in estimate.sources.first { $0.code == share.source }?.name }.joined(
            separator: "; ")
    }
}

extension [FormNode] {
    /// The figures that a row says.
    fileprivate var said: Set<Int> {
        reduce(into: []) { said, node in
            guard node.isSummed else { return }
            for (figure, amount) in node.exact.enumerated() where amount != nil { said.insert(figure) }
        }
    }

    /// The titles of the lowest rows that do not say a figure.
    fileprivate func titles(lacking figure: Int) -> [String] {
        flatMap { node -> [String] in
            guard node.isSummed, node.lacking.contains(figure) else { return [] }
            let inner = node.children.titles(lacking: figure)
            return inner.isEmpty ? [node.title] : inner
        }
    }
}

extension FormNode {
    fileprivate func kind(isBold: Bool) -> FormTable.Row.Kind {
        switch kind {
        case .group: .group
        case .item: isBold ? .group : .item
        case .memo: .memo
        case .note: .note
        }
    }
}

extension FormColumn {
    fileprivate var kind: FormTable.Column.Kind {
        guard case .words(let take, _) = content else { return .figure }
        return switch take {
        case .order: .order
        case .title: .content
        case .unit, .budgetCode, .factor: .term
        default: .words
        }
    }
}
