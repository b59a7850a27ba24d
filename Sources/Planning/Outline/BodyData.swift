internal import FoundationEssentials
internal import Values
internal import VietnameseText

extension Programme {
    /// `Phụ lục II`; one by itself has no number.
    func appendixLabel(_ index: Int) -> String {
        appendices.count == 1 ? "Phụ lục" : "Phụ lục \(RomanNumeral.text(of: index + 1) ?? "\(index + 1)")"
    }
}

extension Workspace {
    /// What the estimate gives the item, else what the programme says.
    func cost(of item: WorkItem, in year: Int) -> Money? {
        if let sum = estimates[year]?.total(of: item), sum != .zero { return sum }
        if let own = item.costs[year] { return own }
        let inner = item.items.compactMap { cost(of: $0, in: year) }
        return inner.isEmpty ? nil : Money.sum(inner)
    }

    /// Whether a year's estimate says that the task needs no money, or the task itself does.
    ///
    /// An estimate says so by naming the tasks it serves without this one. What the programme gives the task itself contradicts both.
    func needsNoMoney(_ item: WorkItem, in year: Int) -> Bool {
        guard cost(of: item, in: year) == nil else { return false }
        if item.all.contains(where: { !$0.needsMoney }) { return true }
        return estimates[year]?.sums.namesWorkItems ?? false
    }

    /// What the rows of a table of tasks add up to; nil where nothing costs anything, as far as is known.
    func costOfTasks(in year: Int) -> Money? {
        let costs = programme.workItems.filter { $0.span.contains(year) }.compactMap {
            cost(of: $0, in: year)
        }
        return Money.sum(costs).flatMap { $0 == .zero ? nil : $0 }
    }

    /// The estimate's total, else what the tasks cost.
    func totalCost(of year: Int) -> Money? { estimates[year]?.total ?? costOfTasks(in: year) }

    /// The same where there is any, for a table that tells the cost of every task.
    func costInTables(of year: Int) -> Money? { totalCost(of: year).flatMap { $0 == .zero ? nil : $0 } }

    /// What the estimate has beside the rows of the tasks, so that a table of them comes to its total; nil for nothing.
    func costBesideTasks(in year: Int) -> Money? {
        guard let total = estimates[year]?.total else { return nil }
        let rest = Money(dong: total.dong - (costOfTasks(in: year) ?? .zero).dong)
        return rest == .zero ? nil : rest
    }

    static let titleBesideTasks = "Các khoản khác trong dự toán"
}

extension BudgetEstimate {
    /// The items' amounts for the task and those under it.
    func total(of item: WorkItem) -> Money {
        Money.sum(item.all.map { total(ofWorkItem: $0.code) }) ?? .limit
    }
}
