internal import DataFiles
internal import Diagnostics
internal import Values
internal import VietnameseText

extension WorkspaceReading {
    /// What the book of payments says, put to the items of the estimates.
    mutating func addPayments(in files: [WorkspaceFile], to estimates: inout [Int: BudgetEstimate]) {
        guard let payments = payments(in: files) else { return }
        var books: [Int: PaymentBook] = [:]
        for payment in payments {
            guard case .given(let date) = payment.date, case .given(let item) = payment.item,
                case .given(let amount) = payment.amount
            else { continue }
            guard let estimate = estimates[date.year] else {
                faults.append(
                    .paymentWithoutEstimate(date.value, known: estimates.keys.sorted(), at: date.place))
                continue
            }
            if books[estimate.year] == nil { books[estimate.year] = PaymentBook(estimate) }
            let found = books[estimate.year]?.add(item, payment.value.source, date.value, amount)
            if let found { faults.append(found) }
        }
        for (year, book) in books {
            estimates[year]?.payments = book.payments
            faults += book.overspent
        }
    }

    private mutating func payments(in files: [WorkspaceFile]) -> [Located<PaymentFile.Payment>]? {
        guard let file = files.first(where: { $0.kind == .payments }) else { return nil }
        guard let table = file.table else {
            guard let node = file.tree, !node.isBlank else { return nil }
            return read(node, as: PaymentFile.form, DataReading(file: file.name))?.payments
        }
        do throws(Failure) {
            let (node, reading, warnings) = try PaymentFile.rows(of: table)
            add(warnings, CodeUses())
            return read(node, as: PaymentFile.form, reading)?.payments
        } catch {
            add(error.diagnostics, CodeUses())
            return nil
        }
    }
}

/// Puts payments to the items of one estimate.
private struct PaymentBook {
    private let items: [BudgetItem]
    private let sources: [FundingSource]
    /// The items of a code or of a title, folded.
    private var codes: [String: [Int]] = [:]
    private var titles: [String: [Int]] = [:]
    private(set) var payments: [Payment] = []
    /// Where each of them stands.
    private var placesOfPayments: [Place] = []
    private let changes: [BudgetChange]

    init(_ estimate: BudgetEstimate) {
        items = estimate.rows.items
        sources = estimate.sources
        changes = estimate.changes
        for (index, item) in items.enumerated() {
            if let code = item.code { codes[code, default: []].append(index) }
            titles[PlainLetters.folded(item.title), default: []].append(index)
        }
    }

    /// Adds a payment, or tells what is wrong with it.
    mutating func add(
        _ name: Located<String>, _ source: Entered<String>, _ date: CalendarDate, _ amount: Located<Money>
    ) -> Diagnostic? {
        let found = codes[name.value] ?? titles[PlainLetters.folded(name.value)] ?? []
        guard let item = found.first else {
            let known = items.map { $0.code ?? $0.title }
            return .unknownPaidItem(name.value, nearestName(to: name.value, among: known), at: name.place)
        }
        if found.count > 1 { return .severalPaidItems(name.value, found.count, at: name.place) }
        let shares = items[item].shares.map(\.source)
        var code = shares.first ?? ""
        if case .given(let written) = source {
            let folded = PlainLetters.folded(written.value)
            let known = sources.first { $0.code == written.value || PlainLetters.folded($0.name) == folded }
            guard let known, shares.contains(known.code) else {
                let names = sources.filter { shares.contains($0.code) }.map(\.name)
                return .foreignSource(written.value, items[item].title, names, at: written.place)
            }
            code = known.code
        } else if shares.count > 1 {
            return .paymentWithoutSource(items[item].title, at: name.place)
        }
        payments.append(Payment(date: date, item: item, source: code, amount: amount.value))
        placesOfPayments.append(amount.place)
        return nil
    }

    /// Items of which more was paid than was given, and sources that paid more of an item than they were to.
    var overspent: [Diagnostic] {
        let own = Dictionary(grouping: payments.indices) { payments[$0].item }
        return own.sorted { $0.key < $1.key }.flatMap { item, payments -> [Diagnostic] in
            let limits = Limits(items[item], changes)
            let bySource = limits.sources.compactMap { source in
                overspent(items[item], payments.filter { self.payments[$0].source == source }, limits, source)
            }
            return bySource.isEmpty
                ? [overspent(items[item], payments, limits, nil)].compactMap(\.self) : bySource
        }
    }

    /// What is told of the payments for an item, or by a source of it, in the order of the book: in the end more than was given, or before a change.
    private func overspent(_ item: BudgetItem, _ own: [Int], _ limits: Limits, _ source: String?)
        -> Diagnostic?
    {
        for change in [nil] + limits.days.map(Optional.init) {
            let limit = limits.limit(of: source, before: change)
            var (sum, passing) = (Money.zero, Int?.none)
            for index in own where change.map({ payments[index].date < $0 }) ?? true {
                sum.add(payments[index].amount)
                if sum > limit { passing = passing ?? index }
            }
            guard sum > limit, let passing else { continue }
            let name = source.map { code in sources.first { $0.code == code }?.name ?? code }
            return .spentOver(
                item.title, sum, limit, from: name, before: change, at: placesOfPayments[passing])
        }
        return nil
    }
}

/// What may be spent of an item, as decisions change it.
private struct Limits {
    private let item: BudgetItem
    private let approved: Money?
    private let changes: [(date: CalendarDate?, amount: Money, bySource: [String: Money])]

    init(_ item: BudgetItem, _ changes: [BudgetChange]) {
        self.item = item
        let approved = item.details.figures[FigureName(kind: .approved)]
        self.approved = approved
        guard let code = item.code, approved == nil else {
            self.changes = []
            return
        }
        self.changes = changes.compactMap { change in
            change.amounts[code].map { (change.date, $0, change.bySource[code] ?? [:]) }
        }
    }

    /// The days on which it was changed.
    var days: [CalendarDate] { Set(changes.compactMap(\.date)).sorted() }

    /// The sources of an item with several; none where what was approved of it is not shared out.
    var sources: [String] { approved == nil && item.shares.count > 1 ? item.shares.map(\.source) : [] }

    /// In the end, or before the changes of a day.
    func limit(of source: String?, before day: CalendarDate?) -> Money {
        if let approved { return approved }
        let made = changes.filter { change in
            guard let day, let own = change.date else { return true }
            return own < day
        }
        guard let source else { return Money.sum([item.amount] + made.map(\.amount)) ?? .limit }
        let share = item.shares.first { $0.source == source }?.amount ?? .zero
        return Money.sum([share] + made.compactMap { $0.bySource[source] }) ?? .limit
    }
}

extension BudgetEstimate {
    /// The same as it stood at the end of that day, or of the year: changed by what was decided by then.
    ///
    /// What was paid is known of each item and source.
    func standing(on day: CalendarDate? = nil) -> BudgetEstimate {
        var copy = self
        if let day { copy.changes.removeAll { $0.date.map { $0 > day } ?? false } }
        guard !payments.isEmpty else { return copy }
        var sums: [Int: [String: Money]] = [:]
        for payment in payments where day.map({ payment.date <= $0 }) ?? true {
            sums[payment.item, default: [:]][payment.source] =
                Money.sum([sums[payment.item]?[payment.source] ?? .zero, payment.amount]) ?? .limit
        }
        var number = 0
        copy.rows = []
        for row in rows { copy.rows.append(row.paid(sums, &number)) }
        return copy
    }
}

extension BudgetRow {
    fileprivate func paid(_ sums: [Int: [String: Money]], _ number: inout Int) -> BudgetRow {
        switch self {
        case .group(let group, let rows):
            var inner: [BudgetRow] = []
            for row in rows { inner.append(row.paid(sums, &number)) }
            return .group(group, rows: inner)
        case .item(let item, let memos):
            let own = sums[number] ?? [:]
            number += 1
            var details = item.details
            details.figures[FigureName(kind: .spent)] = Money.sum(Array(own.values)) ?? .limit
            for source in item.shares.map(\.source) + own.keys {
                details.figures[FigureName(kind: .spent, name: source)] = own[source] ?? .zero
            }
            return .item(item.with(details), memos: memos)
        case .memo, .note: return self
        }
    }
}

extension Diagnostic {
    fileprivate static func paymentWithoutEstimate(_ day: CalendarDate, known: [Int], at place: Place)
        -> Diagnostic
    {
        let years = known.map(String.init).joined(separator: ", ")
        return .error(
            "planning.payment-without-estimate", at: place.location,
            "khoản chi ngày \(day.text(.short)) thuộc năm không có dự toán",
            en: "the payment of \(day.text(.iso)) is of a year without estimate",
            fix: "sửa ngày, hoặc thêm dự toán của năm đó (đang có: \(years))",
            en: "mend the day, or add the estimate of that year (there are: \(years))")
    }

    fileprivate static func unknownPaidItem(_ name: String, _ nearest: String?, at place: Place) -> Diagnostic
    {
        Diagnostic(
            "planning.unknown-paid-item",
            Wording(
                "dự toán không có dòng “\(name.shortened)”", en: "the estimate has no row “\(name.shortened)”"
            ), at: place.location,
            fix: nearest.map { Wording("viết “\($0)”", en: "write “\($0)”") }
                ?? Wording(
                    "ghi mã (khóa ma) hoặc đúng nội dung chi của dòng dự toán",
                    en: "write the code (ma) or the exact title of a row of the estimate"))
    }

    fileprivate static func severalPaidItems(_ name: String, _ count: Int, at place: Place) -> Diagnostic {
        .error(
            "planning.several-paid-items", at: place.location,
            "dự toán có \(count) dòng “\(name.shortened)”, không biết đã chi cho dòng nào",
            en: "the estimate has \(count) rows “\(name.shortened)”, and which one was paid is not known",
            fix: "thêm ma cho các dòng ấy ở dự toán rồi ghi mã ở đây",
            en: "give these rows a code, and write it here")
    }

    fileprivate static func foreignSource(
        _ source: String, _ title: String, _ names: [String], at place: Place
    ) -> Diagnostic {
        let list = names.joined(separator: ", ")
        return .error(
            "planning.foreign-source", at: place.location,
            "“\(title.shortened)” không do nguồn “\(source.shortened)” chi, mà do: \(list)",
            en: "“\(title.shortened)” is not paid from “\(source.shortened)”, but from \(list)",
            fix: "sửa nguồn ở đây, hoặc nguồn của dòng dự toán",
            en: "mend the source here, or that of the row")
    }

    fileprivate static func paymentWithoutSource(_ title: String, at place: Place) -> Diagnostic {
        .error(
            "planning.payment-without-source", at: place.location,
            "“\(title.shortened)” có nhiều nguồn, khoản chi này không ghi nguồn nào",
            en: "“\(title.shortened)” has several sources, and the payment names none", fix: "ghi nguon",
            en: "write nguon")
    }
}
