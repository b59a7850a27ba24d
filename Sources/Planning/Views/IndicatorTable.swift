internal import DataFiles
internal import Diagnostics
internal import FoundationEssentials
internal import Values
internal import VietnameseText

/// The appendix of a report: every indicator with this period, the year so far, the plan, and the year before.
struct IndicatorTable {
    private let workspace: Workspace
    let period: ReportingPeriod
    let cutOff: CutOff
    let figures: IndicatorFigures

    init(workspace: Workspace, period: ReportingPeriod, cutOff: CutOff) {
        self.workspace = workspace
        self.period = period
        self.cutOff = cutOff
        figures = IndicatorFigures(workspace)
    }

    /// The four figures of one indicator.
    struct Row {
        let indicator: Indicator
        let target: Decimal?
        let thisPeriod: Figure
        let cumulative: Figure
        let lastYear: Figure
        /// Ước thực hiện: what the year is expected to come to.
        let expected: Decimal?
        /// What of a stock was carried over from before the reporting year.
        let carried: CarriedFigures?
        /// Whose it is, where not all of it was.
        let carriedUnits: String
    }

    func row(_ indicator: Indicator) -> Row {
        let year = period.isOfSeveralYears ? nil : period.year
        let carried = figures.carried(indicator, into: period.daysSinceStartOfYear(cutOff))
        return Row(
            indicator: indicator, target: year.flatMap { indicator.targets[$0] },
            thisPeriod: figures.figure(of: indicator, in: period, cutOff),
            cumulative: figures.cumulativeFigure(of: indicator, in: period, cutOff),
            lastYear: period.periodToCompare.map { figures.figure(of: indicator, in: $0, cutOff) }
                ?? .notReported, expected: year.flatMap { indicator.expected[$0] }, carried: carried,
            carriedUnits: names(ofUnits: carried?.units ?? []))
    }

    private func names(ofUnits codes: [String]) -> String {
        guard codes.count <= 3 else { return "\(codes.count) đơn vị" }
        return codes.map { workspace.agency.unit($0)?.name ?? $0 }.joined(separator: ", ")
    }

    /// Whether anybody says what the year is expected to come to.
    var hasExpected: Bool {
        !period.isOfSeveralYears && workspace.indicators.contains { $0.expected[period.year] != nil }
    }

    /// For each column of rows that holds anything its longest piece that must stay on one line, and for those of words the longest text.
    static func longest(of rows: [Value]) -> (pieces: [(String, Value)], texts: [(String, Value)]) {
        var (pieces, texts): ([String: String], [String: String]) = ([:], [:])
        func note(_ piece: some StringProtocol, _ key: String, in longest: inout [String: String]) {
            if piece.utf8.count > longest[key]?.utf8.count ?? 0 { longest[key] = String(piece) }
        }
        for case .record(let row) in rows {
            for (key, value) in zip(row.shape.names, row.values) {
                guard case .text(let text) = value else { continue }
                guard ["ten", "dvt", "ghi_chu"].contains(key) else {
                    note(text, key, in: &pieces)
                    continue
                }
                for word in text.split(separator: " ") { note(word, key, in: &pieces) }
                note(text, key, in: &texts)
            }
        }
        func sorted(_ longest: [String: String]) -> [(String, Value)] {
            longest.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) }
        }
        return (sorted(pieces), sorted(texts))
    }

    /// The rows as templates see them: figures are texts already.
    var rows: [Value] {
        var rows: [Value] = []
        var group: String?
        var groups = 0
        var number = 0
        for indicator in workspace.indicators {
            if let name = indicator.group, name != group {
                groups += 1
                number = 0
                rows.append(
                    cells(isGroup: true, number: RomanNumeral.text(of: groups) ?? "", name: name, row: nil))
            }
            group = indicator.group
            number += 1
            rows.append(cells(isGroup: false, number: "\(number)", name: indicator.name, row: row(indicator)))
        }
        return rows
    }

    private func cells(isGroup: Bool, number: String, name: String, row: Row?) -> Value {
        [
            "nhom": .boolean(isGroup), "stt": .text(number), "ten": .text(name),
            "dvt": .text(row?.indicator.unit ?? ""),
            "ke_hoach": .text(row.flatMap { row in row.target.map { row.indicator.text(of: $0) } } ?? ""),
            "thuc_hien": .text(row.map { $0.indicator.cell($0.thisPeriod) } ?? ""),
            "luy_ke": .text(row.map { $0.indicator.cell($0.cumulative) } ?? ""),
            "ty_le": .text(row.map { $0.share(of: $0.cumulative, in: $0.target) } ?? ""),
            "uoc": .text(row.flatMap { row in row.expected.map { row.indicator.text(of: $0) } } ?? ""),
            "ty_le_uoc": .text(
                row.flatMap { row in row.expected.map { row.share(of: .number($0), in: row.target) } } ?? ""),
            "cung_ky": .text(row.map { $0.indicator.cell($0.lastYear) } ?? ""),
            "chenh_lech": .text(row.map(\.differenceText) ?? ""),
            "so_cung_ky": .text(
                row.map { $0.indicator.isRatio ? "-" : $0.thisPeriod.percentText(of: $0.lastYear.number) }
                    ?? ""), "xu_huong": .text(row?.trend ?? ""), "ghi_chu": .text(row?.note ?? ""),
        ]
    }
}

extension IndicatorTable.Row {
    /// Its note, and from when figures are that no unit has reported since.
    var note: String {
        let old = carried.map { carried in
            carried.areAll
                ? "Số liệu \(carried.day.text(.official))"
                : "Có số liệu \(carried.day.text(.official)) của \(carriedUnits)"
        }
        return [indicator.note, old].compactMap { $0 }.joined(separator: "; ")
    }

    /// `93,3%`; a ratio is held against another in points: `-5,0 điểm %`.
    func share(of part: Figure, in whole: Decimal?) -> String {
        guard indicator.isRatio else { return part.percentText(of: whole) }
        guard let number = part.number, let whole else { return "-" }
        return "\(NumberFormat.text(number - whole, fraction: .exactly(1))) điểm %"
    }

    /// What this period has more than the same one last year.
    var difference: Decimal? {
        guard let now = thisPeriod.number, let before = lastYear.number else { return nil }
        return now - before
    }

    fileprivate var differenceText: String {
        guard let difference else { return "-" }
        let text =
            indicator.isRatio
            ? "\(NumberFormat.text(difference, fraction: .exactly(1))) điểm %"
            : indicator.text(of: difference)
        return difference > 0 ? "+\(text)" : text
    }

    /// Whether it went the way that is good for it: `tốt lên`, `kém đi`, `không đổi`.
    fileprivate var trend: String {
        guard let difference else { return "" }
        if difference == 0 { return "không đổi" }
        return (difference > 0) == (indicator.goodDirection == .up) ? "tốt lên" : "kém đi"
    }
}
