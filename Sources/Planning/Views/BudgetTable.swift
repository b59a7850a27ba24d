internal import FoundationEssentials
internal import Values
internal import VietnameseText

/// The estimate as flat rows with their numbers, in the unit it is printed in.
struct BudgetTable {
    let estimate: BudgetEstimate
    let agency: Agency
    private let sourceNames: [String: String]
    private let printed: PrintedAmounts

    init(estimate: BudgetEstimate, agency: Agency) {
        self.estimate = estimate
        self.agency = agency
        printed = PrintedAmounts(estimate)
        sourceNames = Dictionary(
            estimate.sources.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    var value: Value {
        var rows = RowValues()
        let total = printed.total(estimate.rows)
        append(estimate.rows, under: total, depth: 0, to: &rows)
        return [
            "don_vi_tinh": .text(display.unit.name), "dong": .list(rows.finished()),
            "co_he_so": .boolean(rows.longest["he_so"] != nil),
            "tong_cong": .number(display.value(total.amount)), "tong_tien": money(total.amount),
            "theo_nguon": .list(
                estimate.totalsBySource.compactMap { source, exact in
                    guard exact != .zero, let amount = total.bySource[source.code] else { return nil }
                    return ["ten": .text(source.name), "so_tien": .number(display.value(amount))]
                }),
            "cot": .record(Record(rows.columns(total: NumberFormat.text(display.value(total.amount))))),
            "chu": .record(Record(rows.texts)),
        ]
    }

    private var display: AmountDisplay { estimate.display }

    private func append(
        _ rows: [BudgetRow], under sum: PrintedAmounts.Figures, depth: Int, to values: inout RowValues
    ) {
        let hasGroups = rows.contains { if case .group = $0 { true } else { false } }
        let level = RowLevel(depth: depth, hasGroups: hasGroups)
        var number = 0
        for (row, shown) in zip(rows, printed.rows(rows, under: sum)) {
            switch row {
            case .group(let group, let children):
                number += 1
                var cells = Cells(.group, number: level.text(number), title: group.title)
                cells.sources = group.shares.isEmpty ? nil : sources(group.shares, shown)
                add(shown, to: &cells)
                values.append(cells)
                append(children, under: shown, depth: depth + 1, to: &values)
            case .item(let item, let memos):
                number += 1
                var cells = Cells(item, number: level.text(number), display)
                cells.sources = sources(item.shares, shown)
                cells.unitInCharge = item.unitInCharge.flatMap { agency.unit($0)?.name }
                add(shown, to: &cells)
                values.append(cells)
                for memo in memos { appendWords(memo, to: &values) }
            case .memo, .note: appendWords(row, to: &values)
            }
        }
    }

    /// A row that no sum counts.
    private func appendWords(_ row: BudgetRow, to values: inout RowValues) {
        switch row {
        case .memo(let title, let own):
            var cells = Cells(.memo, title: title.asMemo)
            cells.amount = display.value(display.rounded(own))
            values.append(cells)
        case .note(let title): values.append(Cells(.note, title: title))
        case .group, .item: break
        }
    }

    private func add(_ shown: PrintedAmounts.Figures, to cells: inout Cells) {
        cells.amount = display.value(shown.amount)
        guard estimate.sums.hasTax else { return }
        cells.tax = display.value(shown.tax)
        cells.before = display.value(Money(dong: shown.amount.dong - shown.tax.dong))
    }

    private func sources(_ shares: [BudgetItem.Share], _ shown: PrintedAmounts.Figures) -> String {
        func name(_ code: String) -> String { sourceNames[code] ?? "" }
        guard shares.count > 1 else { return shares.first.map { name($0.source) } ?? "" }
        return shares.map { share in
            "\(name(share.source)): \(NumberFormat.text(display.value(shown.bySource[share.source] ?? .zero)))"
        }.joined(separator: "; ")
    }
}

/// How the rows of one list are numbered: A, I, 1, a, -.
struct RowLevel {
    private enum Style { case capital, roman, arabic, letter, dash }

    private let style: Style

    /// Items come at the level of the groups beside them, else no higher than Arabic numbers.
    init(depth: Int, hasGroups: Bool) {
        switch depth {
        case 0: style = hasGroups ? .capital : .arabic
        case 1: style = hasGroups ? .roman : .arabic
        case 2: style = .arabic
        case 3: style = .letter
        default: style = .dash
        }
    }

    func text(_ number: Int) -> String {
        switch style {
        case .capital: (ListLetter.text(of: number) ?? "").uppercased()
        case .roman: RomanNumeral.text(of: number) ?? ""
        case .arabic: "\(number)"
        case .letter: ListLetter.text(of: number) ?? ""
        case .dash: "-"
        }
    }
}

/// Gathers the rows as templates see them, and what the columns hold.
private struct RowValues {
    private var rows: [Value] = []
    /// For each column that holds something its longest piece that must stay on one line.
    private(set) var longest: [String: String] = [:]
    /// For each column of words its longest text.
    private var longestTexts: [String: String] = [:]

    /// The longest texts, in the order of the table.
    var texts: [(String, Value)] {
        Cells.shape.names.compactMap { name in longestTexts[name].map { (name, .text($0)) } }
    }

    mutating func append(_ cells: Cells) {
        let values = cells.values
        rows.append(.record(Record(shape: Cells.shape, values: values)))
        for (name, value) in zip(Cells.shape.names, values) where name != "nhom" {
            switch value {
            case .number(let number): note(NumberFormat.text(number), name)
            case .text(let text):
                for word in text.split(separator: " ") { note(word, name) }
                if text.utf8.count > longestTexts[name]?.utf8.count ?? 0 { longestTexts[name] = text }
            default: break
            }
        }
    }

    private mutating func note(_ piece: some StringProtocol, _ column: String) {
        if piece.utf8.count > longest[column]?.utf8.count ?? 0 { longest[column] = String(piece) }
    }

    /// The rows, of which the last knows that it is.
    mutating func finished() -> [Value] {
        if case .record(let last)? = rows.last {
            rows[rows.count - 1] = .record(Record(shape: Cells.shape, values: Cells.asLast(last.values)))
        }
        return rows
    }

    /// The columns to print, in the order of the table.
    func columns(total: String) -> [(String, Value)] {
        var longest = longest
        if total.utf8.count > longest["thanh_tien"]?.utf8.count ?? 0 { longest["thanh_tien"] = total }
        return Cells.shape.names.compactMap { name in
            Cells.flags.contains(name) ? nil : longest[name].map { (name, .text($0)) }
        }
    }
}

/// One row of the table, cell by cell; what a kind of row has not is absent.
private struct Cells {
    enum Kind { case group, item, memo, note }

    let kind: Kind
    let number: String
    let title: String
    var amount: Decimal?
    var before: Decimal?
    var tax: Decimal?
    var unit: String?
    var quantity: Decimal?
    var factor = Value.null
    var unitPrice: Decimal?
    var sources: String?
    var budgetCode: String?
    var basis: String?
    var unitInCharge: String?

    init(_ kind: Kind, number: String = "", title: String) {
        self.kind = kind
        self.number = number
        self.title = title
    }

    init(_ item: BudgetItem, number: String, _ display: AmountDisplay) {
        self.init(.item, number: number, title: item.title)
        unit = item.unit
        quantity = item.quantity
        factor = item.factorValue
        unitPrice = item.unitPrice.map { $0 / Decimal(display.unit.dong) }
        budgetCode = item.budgetCode
        basis = item.basis
    }

    static let shape = Shape([
        "nhom", "trong_do", "dong_giua", "dong_cuoi", "stt", "noi_dung", "dvt", "so_luong", "he_so",
        "don_gia", "truoc_thue", "thue", "thanh_tien", "nguon", "ma_ndkt", "can_cu", "don_vi",
    ])
    /// What says of which kind a row is, and no column prints.
    static let flags: Set<String> = ["nhom", "trong_do", "dong_giua", "dong_cuoi"]

    static func asLast(_ values: [Value]) -> [Value] {
        values.enumerated().map { $0.offset == 2 ? false : $0.offset == 3 ? true : $0.element }
    }

    var values: [Value] {
        [
            .boolean(kind == .group), .boolean(kind == .memo), .boolean(kind != .group), false, .text(number),
            .text(title), text(unit), number(quantity), factor, number(unitPrice), number(before),
            number(tax), number(amount), text(sources), text(budgetCode), text(basis), text(unitInCharge),
        ]
    }

    private func number(_ number: Decimal?) -> Value { number.map(Value.number) ?? .null }
}

extension BudgetItem {
    /// `2 ngày x 3 lớp`; an item that is a part of others: `10%`.
    fileprivate var factorValue: Value {
        if let percent = self.percent { return .text(NumberFormat.percent(percent, fraction: .all)) }
        return self.factors.isEmpty ? .null : .text(factorText)
    }

    /// All factors, each with what it counts.
    var factorText: String {
        self.factors.map { [NumberFormat.text($0.number), $0.unit].compactMap { $0 }.joined(separator: " ") }
            .joined(separator: " x ")
    }
}

extension String {
    /// “Trong đó: …”, unless it says so already.
    ///
    /// Where another of its words has a capital the first may belong to the same name, `Mặt trận Tổ quốc`: behind a colon it can stay.
    var asMemo: String {
        if LetterCase.lower(self).hasPrefix("trong đó") { return self }
        let mayName = split(whereSeparator: \.isWhitespace).dropFirst().contains {
            $0.first?.isUppercase == true
        }
        return "Trong đó: \(mayName ? self : LetterCase.insideSentence(self))"
    }
}
