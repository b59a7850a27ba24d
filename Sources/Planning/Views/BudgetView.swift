package import Diagnostics
internal import FoundationEssentials
package import Values
internal import VietnameseText

extension Workspace {
    /// Tờ trình with the estimate of that year as its table.
    ///
    /// Throws when the workspace has no estimate of the year, or a part is missing that a submission must have.
    package func budgetView(of year: Int, marks: NumberMarks = .decree30) throws(Failure) -> Value {
        guard let estimate = estimates[year] else {
            throw Failure(.noEstimate(of: year, known: estimates.keys.sorted()))
        }
        let proposal = estimate.proposal
        let head = DocumentHead(
            kind: .proposal, agency: agency, issue: proposal.issue,
            subject: proposal.subject ?? [
                "Về việc phê duyệt dự toán kinh phí thực hiện Kế hoạch \(subjectInSentence) năm \(year)"
            ], addressees: proposal.addressees, distribution: proposal.distribution)
        let lead =
            "Thực hiện \(programmeReference), \(agency.name) lập dự toán kinh phí thực hiện năm \(year), cụ thể như sau:"
        let outline = Outline.shipped(agency.system == .party ? "du-toan-dang" : "du-toan") ?? Outline()
        let place = places.place(ofEstimate: year)
        func written(_ lines: [String]) -> [WrittenText] { lines.map { WrittenText($0, at: place) } }
        var composing = BodyComposing(
            self, year: year, data: figures(of: year),
            texts: [
                "su_can_thiet": written(proposal.necessity), "co_so_tinh_toan": written(proposal.calculation),
                "kien_nghi": written(proposal.requests),
            ], home: estimateHome(year))
        let parts = composing.parts(of: outline.body.sections)
        try composing.finish()
        let fields: [(String, Value)] = [
            ("nam", .number(Decimal(year))), ("can_cu", texts(proposal.legalBases)),
            ("mo_dau", .text(proposal.lead ?? lead)), ("su_can_thiet", texts(proposal.necessity)),
            ("co_so_tinh_toan", texts(proposal.calculation)), ("tong_cong", money(estimate.total)),
            (
                "theo_nguon",
                .list(
                    estimate.totalsBySource.filter { $0.amount != .zero }.map {
                        ["ten": .text($0.source.name), "so_tien": money($0.amount)]
                    })
            ), ("kien_nghi", texts(proposal.requests)), ("ket", .text(proposal.closing)),
            ("bang", BudgetTable(estimate: estimate, agency: agency).value),
            ("than_bai", BodyNumbering(levels: outline.body.levels, marks: marks).value(of: parts)),
            ("co_than_bai", true),
        ]
        return .record(Record(head.fields + fields))
    }
}

/// The estimate as flat rows with their numbers.
struct BudgetTable {
    let estimate: BudgetEstimate
    let agency: Agency

    var value: Value {
        var rows: [Value] = []
        append(estimate.rows, depth: 0, to: &rows)
        return [
            "don_vi_tinh": "đồng", "dong": .list(rows),
            "co_he_so": .boolean(estimate.rows.contains { $0.hasFactors }),
        ]
    }

    private func append(_ rows: [BudgetRow], depth: Int, to values: inout [Value]) {
        let hasGroups = rows.contains { if case .group = $0 { true } else { false } }
        let level = Level(depth: depth, hasGroups: hasGroups)
        var number = 0
        for row in rows {
            switch row {
            case .group(let group, let children):
                number += 1
                var cells = Cells(
                    .group, number: level.text(number), title: group.title, amount: group.amount)
                if !group.shares.isEmpty { cells.sources = sources(group.shares) }
                values.append(cells.value)
                append(children, depth: depth + 1, to: &values)
            case .item(let item, let memos):
                number += 1
                let cells = Cells(
                    item, number: level.text(number), sources: sources(item.shares),
                    unitInCharge: unitName(of: item))
                values.append(cells.value)
                append(memos, depth: depth + 1, to: &values)
            case .memo(let title, let amount):
                values.append(Cells(.memo, title: title.asMemo, amount: amount).value)
            case .note(let title): values.append(Cells(.note, title: title, amount: nil).value)
            }
        }
    }

    private func sources(_ shares: [BudgetItem.Share]) -> String {
        func name(_ code: String) -> String { estimate.sources.first { $0.code == code }?.name ?? "" }
        guard shares.count > 1 else { return shares.first.map { name($0.source) } ?? "" }
        return shares.map { "\(name($0.source)): \($0.amount.text)" }.joined(separator: "; ")
    }

    private func unitName(of item: BudgetItem) -> String? {
        item.unitInCharge.flatMap { agency.unit($0)?.name }
    }
}

/// How the rows of one list are numbered: A, I, 1, a, -.
private struct Level {
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

/// One row of the table, cell by cell; what a kind of row has not is absent.
private struct Cells {
    enum Kind { case group, item, memo, note }

    let kind: Kind
    let number: String
    let title: String
    let amount: Money?
    var unit: String?
    var quantity: Value?
    var factor: Value?
    var unitPrice: Decimal?
    var sources: String?
    var budgetCode: String?
    var basis: String?
    var unitInCharge: String?

    init(_ kind: Kind, number: String = "", title: String, amount: Money?) {
        self.kind = kind
        self.number = number
        self.title = title
        self.amount = amount
    }

    init(_ item: BudgetItem, number: String, sources: String, unitInCharge: String?) {
        self.init(.item, number: number, title: item.title, amount: item.amount)
        unit = item.unit
        quantity = item.quantity.map(Value.number)
        factor = item.factorValue
        unitPrice = item.unitPrice
        self.sources = sources
        budgetCode = item.budgetCode
        basis = item.basis
        self.unitInCharge = unitInCharge
    }

    var value: Value {
        [
            "nhom": .boolean(kind == .group), "trong_do": .boolean(kind == .memo), "stt": .text(number),
            "noi_dung": .text(title), "dvt": text(unit), "so_luong": quantity ?? .null,
            "he_so": factor ?? .null, "don_gia": unitPrice.map(Value.number) ?? .null,
            "thanh_tien": amount.map { money($0) } ?? .null, "nguon": text(sources),
            "ma_ndkt": text(budgetCode), "can_cu": text(basis), "don_vi": text(unitInCharge),
        ]
    }
}

extension BudgetRow {
    fileprivate var hasFactors: Bool {
        switch self {
        case .group(_, let rows): rows.contains { $0.hasFactors }
        case .item(let item, _): !item.factors.isEmpty
        case .memo, .note: false
        }
    }
}

extension BudgetItem {
    /// `2 ngày x 3 lớp`; an item that is a part of others: `10%`.
    fileprivate var factorValue: Value {
        if let percent { return .text(NumberFormat.percent(percent, fraction: .all)) }
        guard !factors.isEmpty else { return .null }
        return .text(
            factors.map { [NumberFormat.text($0.number), $0.unit].compactMap { $0 }.joined(separator: " ") }
                .joined(separator: " x "))
    }
}

extension String {
    /// “Trong đó: …”, unless it says so already.
    fileprivate var asMemo: String {
        lowercased().hasPrefix("trong đó") ? self : "Trong đó: \(LetterCase.insideSentence(self))"
    }
}

extension Diagnostic {
    static func noEstimate(of year: Int, known: [Int]) -> Diagnostic {
        let years = known.map(String.init).joined(separator: ", ")
        return Diagnostic(
            "planning.no-estimate",
            Wording("không có dự toán năm \(year)", en: "there is no estimate of \(year)"),
            at: .argument("\(year)"),
            fix: known.isEmpty
                ? Wording("thêm tệp du-toan/\(year).yaml", en: "add the file du-toan/\(year).yaml")
                : Wording(
                    "chọn một trong các năm: \(years), hoặc thêm tệp du-toan/\(year).yaml",
                    en: "choose one of the years \(years), or add the file du-toan/\(year).yaml"))
    }
}
