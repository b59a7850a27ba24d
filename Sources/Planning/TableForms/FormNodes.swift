internal import VietnameseText

/// A row of a form before anything is rounded.
struct FormNode: Sendable {
    enum Kind: Hashable, Sendable { case group, item, memo, note }

    let kind: Kind
    let number: String
    let title: String
    /// What of a single item the row prints in words.
    var item: BudgetItem?
    /// By figure; nil where nobody said anything.
    var exact: [Money?] = []
    /// The figures that it, or a row under it, should have and does not say.
    var lacking: Set<Int> = []
    var children: [FormNode] = []
    /// What stands under STT or in a column of codes, where the row is of one code.
    var budgetCode: String?

    var isSummed: Bool { kind == .group || kind == .item }
}

/// Arranges an estimate's rows as a form wants them, and takes their figures.
struct FormNodes {
    let workspace: Workspace
    let estimate: BudgetEstimate
    let figures: [FormFigure]
    /// Those that are not known of a row that does not say them.
    let unsaid: [Int]
    /// The amounts of other years' estimates, by a row's code or titles.
    private(set) var others: [Int: [String: Money]] = [:]
    /// Whether rows are looked for in other years, for which they need their titles.
    private var needsPaths: Bool { !others.isEmpty }
    /// Rows of other years whose amount no row of this one took.
    private(set) var untaken: [Int: Int] = [:]

    /// An item with what names it.
    struct Placed {
        let item: BudgetItem
        let path: String
    }

    init(_ workspace: Workspace, _ estimate: BudgetEstimate, _ figures: [FormFigure]) {
        self.workspace = workspace
        self.estimate = estimate
        self.figures = figures
        unsaid = figures.indices.filter { figures[$0].isUnknownUnsaid }
        let years = Set(figures.filter { $0.kind == .detail(.planned) }.map(\.number)).subtracting([
            estimate.year
        ])
        let own = years.isEmpty ? [] : Set(FormNodes.placed(estimate.rows).map { FormNodes.name(of: $0) })
        for year in years {
            guard let other = workspace.estimates[year] else { continue }
            let rows = FormNodes.placed(other.rows)
            others[year] = Dictionary(
                rows.map { (FormNodes.name(of: $0), $0.item.amount) },
                uniquingKeysWith: { Money.sum([$0, $1]) ?? .limit })
            untaken[year] = Set(rows.map { FormNodes.name(of: $0) }).subtracting(own).count
        }
    }

    func nodes(of form: TableForm) -> [FormNode] {
        switch form.rows {
        case .tree: return tree(estimate.rows, depth: 0, path: "") { _ in true }
        case .autonomy: return autonomy
        case .changed:
            let codes = Set(estimate.changes.flatMap(\.amounts.keys))
            return tree(estimate.rows, depth: 0, path: "") { $0.code.map(codes.contains) ?? false }
        case .workItems:
            let titles = workspace.programme.everyWorkItem.map { ($0.code, $0.title) }
            return rows(by: \.workItem, titles, rest: "Các khoản không ghi nội dung kế hoạch")
        case .units:
            let names = workspace.agency.units.map { ($0.code, $0.name) }
            return rows(by: \.unitInCharge, names, rest: "Các khoản không ghi đơn vị")
        case .budgetCodes: return budgetCodes
        case .sources:
            let items = placed
            return estimate.sources.filter { estimate.sums.bySource[$0.code, default: .zero] != .zero }
                .enumerated().map { index, source in
                    let own = items.filter { $0.item.shares.contains { $0.source == source.code } }
                    return leaf("\(index + 1)", source.name, own, of: source.code)
                }
        }
    }

    // MARK: - Arrangements

    private func tree(_ rows: [BudgetRow], depth: Int, path: String, _ isWanted: (BudgetItem) -> Bool)
        -> [FormNode]
    {
        let hasGroups = rows.contains { if case .group = $0 { true } else { false } }
        let level = RowLevel(depth: depth, hasGroups: hasGroups)
        var number = 0
        var nodes: [FormNode] = []
        for row in rows {
            switch row {
            case .group(let group, let children):
                let inner = tree(children, depth: depth + 1, path: longer(path, group.title), isWanted)
                guard inner.contains(where: \.isSummed) else { continue }
                number += 1
                var node = FormNode(kind: .group, number: level.text(number), title: group.title)
                node.lacking = inner.lacking
                node.exact = figures.indices.map { figure in
                    if let sum = sum(inner, figure) { return sum }
                    let own = own(figures[figure], of: group)
                    if own != nil { node.lacking.remove(figure) }
                    return own
                }
                node.children = inner
                nodes.append(node)
            case .item(let item, let memos):
                guard isWanted(item) else { continue }
                number += 1
                var node = FormNode(kind: .item, number: level.text(number), title: item.title)
                node.item = item
                let placed = Placed(item: item, path: longer(path, item.title))
                node.exact = figures.map { value($0, placed, of: nil) }
                node.lacking = lacking([placed], of: nil)
                node.budgetCode = item.budgetCode
                nodes.append(node)
                nodes += memos.compactMap(plain)
            case .memo, .note: plain(row).map { nodes.append($0) }
            }
        }
        return nodes
    }

    private func longer(_ path: String, _ title: String) -> String {
        needsPaths ? path + title.pathName : path
    }

    /// A memo or a note.
    private func plain(_ row: BudgetRow) -> FormNode? {
        switch row {
        case .memo(let title, let amount):
            var node = FormNode(kind: .memo, number: "", title: title.asMemo)
            node.exact = figures.map { $0 == .amount ? amount : nil }
            return node
        case .note(let text):
            return FormNode(kind: .note, number: "", title: text, exact: figures.map { _ in nil })
        case .group, .item: return nil
        }
    }

    private var autonomy: [FormNode] {
        let parts: [(String, Bool?)] = [
            ("Giao thực hiện chế độ tự chủ", true), ("Không giao thực hiện chế độ tự chủ", false),
            ("Chưa ghi phần tự chủ", nil),
        ]
        var letters = ["A", "B", "C"][...]
        return parts.compactMap { title, part in
            let inner = tree(estimate.rows, depth: 1, path: "") { $0.details.isAutonomous == part }
            guard inner.contains(where: \.isSummed) else { return nil }
            var node = FormNode(kind: .group, number: letters.popFirst() ?? "", title: title)
            node.children = inner
            node.exact = figures.indices.map { sum(inner, $0) }
            node.lacking = inner.lacking
            return node
        }
    }

    /// A row for each code, in the order they are declared, and one for the items without.
    private func rows(
        by code: (BudgetItem) -> String?, _ titles: [(code: String, title: String)], rest: String
    ) -> [FormNode] {
        let items = Dictionary(grouping: placed) { code($0.item) }
        var nodes: [FormNode] = []
        for (code, title) in titles {
            guard let own = items[code] else { continue }
            nodes.append(leaf("\(nodes.count + 1)", title, own))
        }
        let known = Set(titles.map(\.code))
        let others = items.filter { $0.key.map { !known.contains($0) } ?? true }.flatMap(\.value)
        if !others.isEmpty { nodes.append(leaf("\(nodes.count + 1)", rest, others)) }
        return nodes
    }

    /// Each mục with its tiểu mục.
    private var budgetCodes: [FormNode] {
        let items = placed
        let codes = BudgetCodes.shipped
        let groups = Dictionary(grouping: items) { $0.item.budgetCode.map(codes.head) ?? "" }
        var nodes: [FormNode] = []
        for (head, own) in groups.sorted(by: {
            ($0.key.isEmpty ? "~" : $0.key) < ($1.key.isEmpty ? "~" : $1.key)
        }) {
            let number = "\(nodes.count + 1)"
            if head.isEmpty {
                nodes.append(leaf(number, "Các khoản không ghi mã nội dung kinh tế", own))
                continue
            }
            var node = FormNode(kind: .group, number: number, title: codes.title(of: head))
            node.budgetCode = head
            node.children = Dictionary(grouping: own) { $0.item.budgetCode ?? "" }.sorted { $0.key < $1.key }
                .map { code, items in
                    var child = leaf("", codes.title(of: code), items)
                    child.budgetCode = code
                    return child
                }
            node.exact = figures.indices.map { sum(node.children, $0) }
            node.lacking = node.children.lacking
            nodes.append(node)
        }
        return nodes
    }

    private func leaf(_ number: String, _ title: String, _ items: [Placed], of source: String? = nil)
        -> FormNode
    {
        var node = FormNode(kind: .item, number: number, title: title)
        node.exact = figures.map { figure in
            let values = items.compactMap { value(figure, $0, of: source) }
            return values.isEmpty ? nil : Money.sum(values) ?? .limit
        }
        node.lacking = lacking(items, of: source)
        return node
    }

    // MARK: - Names of rows

    /// The items of the estimate, with their paths where these are needed.
    private var placed: [Placed] { FormNodes.placed(estimate.rows, path: needsPaths ? "" : nil) }

    /// Without a path to begin with, items get none.
    private static func placed(_ rows: [BudgetRow], path: String? = "") -> [Placed] {
        var items: [Placed] = []
        func add(_ rows: [BudgetRow], _ path: String?) {
            for row in rows {
                let inner = path.map { $0 + row.title.pathName }
                switch row {
                case .group(let group, let children):
                    if group.shares.isEmpty {
                        add(children, inner)
                    } else {
                        items.append(Placed(item: group.asItem, path: inner ?? ""))
                    }
                case .item(let item, _): items.append(Placed(item: item, path: inner ?? ""))
                case .memo, .note: break
                }
            }
        }
        add(rows, path)
        return items
    }

    static func name(of placed: Placed) -> String { placed.item.code.map { "#\($0)" } ?? placed.path }
}

extension String { fileprivate var pathName: String { "/\(PlainLetters.folded(self))" } }
