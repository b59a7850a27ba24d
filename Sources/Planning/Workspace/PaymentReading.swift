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
    /// Of each item what was paid so far, and where it came to be too much.
    private var paid: [Int: Money] = [:]
    private var over: [Int: Place] = [:]
    private let limits: [Money]
    /// The same of each source of an item with several; nothing where what was approved of such an item is not shared out.
    private var paidBySource: [Share: Money] = [:]
    private var overBySource: [Share: Place] = [:]
    private var limitsBySource: [Share: Money] = [:]

    /// What a source pays of an item.
    private struct Share: Hashable {
        let item: Int
        let source: String
    }

    init(_ estimate: BudgetEstimate) {
        items = estimate.rows.items
        sources = estimate.sources
        limits = items.map { item in
            let planned = Money.sum([item.amount] + estimate.changes(of: item).map(\.amount)) ?? .limit
            return item.details.figures[FigureName(kind: .approved)] ?? planned
        }
        for (index, item) in items.enumerated()
        where item.shares.count > 1 && item.details.figures[FigureName(kind: .approved)] == nil {
            for share in item.shares {
                let changes = estimate.changes(of: item).compactMap { $0.bySource[share.source] }
                limitsBySource[Share(item: index, source: share.source)] =
                    Money.sum([share.amount] + changes) ?? .limit
            }
        }
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
        let sum = Money.sum([paid[item] ?? .zero, amount.value]) ?? .limit
        paid[item] = sum
        if sum > limits[item], over[item] == nil { over[item] = amount.place }
        let share = Share(item: item, source: code)
        if let limit = limitsBySource[share] {
            paidBySource[share, default: .zero].add(amount.value)
            if paidBySource[share, default: .zero] > limit, overBySource[share] == nil {
                overBySource[share] = amount.place
            }
        }
        return nil
    }

    /// Items of which more was paid than was given, and sources that paid more of an item than they were to.
    var overspent: [Diagnostic] {
        var told: Set<Int> = []
        let bySource = overBySource.sorted { ($0.key.item, $0.key.source) < ($1.key.item, $1.key.source) }
            .compactMap { share, place -> (Int, Diagnostic)? in
                guard let sum = paidBySource[share], let limit = limitsBySource[share], sum > limit else {
                    return nil
                }
                told.insert(share.item)
                let source = sources.first { $0.code == share.source }?.name ?? share.source
                return (
                    share.item,
                    Diagnostic.spentOver(items[share.item].title, sum, limit, from: source, at: place)
                )
            }
        let whole = over.compactMap { item, place -> (Int, Diagnostic)? in
            guard !told.contains(item), let sum = paid[item], sum > limits[item] else { return nil }
            return (item, Diagnostic.spentOver(items[item].title, sum, limits[item], at: place))
        }
        return (bySource + whole).sorted { $0.0 < $1.0 }.map(\.1)
    }
}

extension BudgetEstimate {
    /// What decisions changed of an item.
    fileprivate func changes(of item: BudgetItem) -> [(amount: Money, bySource: [String: Money])] {
        guard let code = item.code else { return [] }
        return changes.compactMap { change in change.amounts[code].map { ($0, change.bySource[code] ?? [:]) }
        }
    }
}

extension BudgetEstimate {
    /// The same as it stood at the end of that day, or of the year.
    ///
    /// What was paid is known of each item and source.
    func paid(upTo day: CalendarDate? = nil) -> BudgetEstimate {
        guard !payments.isEmpty else { return self }
        var sums: [Int: [String: Money]] = [:]
        for payment in payments where day.map({ payment.date <= $0 }) ?? true {
            sums[payment.item, default: [:]][payment.source] =
                Money.sum([sums[payment.item]?[payment.source] ?? .zero, payment.amount]) ?? .limit
        }
        var number = 0
        var copy = self
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
