internal import DataFiles
internal import Diagnostics
internal import FoundationEssentials
internal import Sheets
internal import Values
internal import VietnameseText

/// Reads the rows of an estimate from a table of its own into an estimate.
///
/// The numbers under STT tell which rows stand under which; a row waits until the next one shows whether it is a group. Rows of sums are
/// held against what stands above them.
struct EstimateTable: ~Copyable {
    private var table: FigureTable
    private var reading: DataReading
    private let sources: [FundingSource]
    private let hasSourceColumns: Bool
    /// What each column is for.
    private let uses: [Use]
    /// Where the title stands among the keys that a column has for itself.
    private let titlePlace: Int?
    /// The keys whose values are put together from several columns.
    private let partedKeys: [String]
    /// How many groups of the estimate were open before its first row.
    private var base = 0
    private var depths = RowDepth()
    private var waiting: Waiting?
    /// The rows without a number that stand beside the last one with a number.
    private var unnumbered: UnnumberedRows?
    /// How many groups are open.
    private var open = 0
    /// The numbers of the open groups, for “Cộng mục I”.
    private var numbers: [String] = []
    private var total: (amount: Money, place: Place)?
    private var isPastTotal = false
    private var rowCount = 0

    /// The row that may still turn out to be a group.
    private struct Waiting {
        let row: Located<EstimateFile.Row>
        let number: String
        let depth: Int
        let hasFigures: Bool
        var memos: [Located<EstimateFile.Row>] = []
        /// Whether “Trong đó:” stands below it on a line of its own: rows with a dash that follow are told apart of it.
        var isToldApart = false
    }

    /// What a column is for.
    private enum Use {
        case number
        /// A key of its own.
        case key
        case factor(unit: String?)
        case part(String)
        case source(String)

        init(_ column: WantedColumn) {
            if column.key == "stt" {
                self = .number
            } else if let source = column.source {
                self = .source(source)
            } else if let part = column.part {
                self = .part(part)
            } else {
                self = column.key == "he_so" ? .factor(unit: column.factorUnit) : .key
            }
        }

        var isKey: Bool { if case .key = self { true } else { false } }
    }

    private static let rowForm = EstimateFile.Row.form.located

    init(_ file: TableFile, year: Int?, sources: [FundingSource], names: CodeNames, known: KnownCodes)
        throws(Failure)
    {
        self.sources = sources
        let columns = EstimateTable.columns(sources) + DetailColumns.columns(around: year)
        table = try FigureTable(file, kind: .estimate, columns: columns, names: names)
        reading = table.reading(known: known)
        hasSourceColumns = table.columns.contains { $0.source != nil }
        let parted = Set(table.columns.compactMap { $0.part == nil ? nil : $0.key })
        partedKeys = DetailColumns.keys.filter(parted.contains)
        uses = table.columns.map { Use($0) }
        titlePlace = zip(table.columns, uses).filter { $0.1.isKey }.firstIndex { $0.0.key == "noi_dung_chi" }
    }

    /// The columns of a row, of factors by what they count, and of each source's amounts.
    static func columns(_ sources: [FundingSource]) -> [WantedColumn] {
        let headings = TableHeadings.shipped
        var columns = [
            WantedColumn(key: "stt", shape: .text, headings: headings.names(of: "stt", in: .estimate))
        ]
        columns += WantedColumn.columns(
            of: EstimateFile.Row.form.description, .estimate, required: ["noi_dung_chi"]
        ).filter { !["muc", "cua"].contains($0.key) && !DetailColumns.keys.contains($0.key) }
        for (unit, names) in headings.factors {
            var column = WantedColumn(
                key: "he_so", name: "he_so:\(unit)", shape: .number(orWords: []), headings: names)
            column.factorUnit = unit
            columns.append(column)
        }
        for source in sources {
            var column = WantedColumn(
                key: "nguon", name: "nguon:\(source.code)", shape: .amount,
                headings: [source.name, source.code, "Nguồn \(source.name)"])
            column.source = source.code
            columns.append(column)
        }
        return columns
    }

    /// Gives every row to the estimate; what is wrong with the table is noted there too.
    ///
    /// A table without rows is a fault unless it may be empty: the sheet of a unit that plans nothing.
    mutating func read(into estimate: inout EstimateReading, mayBeEmpty: Bool) -> CodeUses {
        base = estimate.openSums.count - 1
        for warning in table.warnings { estimate.note(warning) }
        var faults = 0
        while true {
            do throws(Failure) {
                guard let row = try table.next() else { break }
                if stops(after: faults, &estimate) { break }
                for warning in row.warnings { estimate.note(warning) }
                take(row, &estimate)
            } catch {
                if stops(after: faults, &estimate) { break }
                for fault in error.diagnostics { estimate.note(fault) }
                faults += 1
                if error.endsReading { break }
            }
        }
        settle(upTo: 0, &estimate)
        endUnnumbered(&estimate)
        if let total, estimate.openSums[base] != total.amount {
            estimate.note(
                .totalMismatch(written: total.amount, computed: estimate.openSums[base], at: total.place))
        }
        for warning in table.lastWarnings() { estimate.note(warning) }
        if rowCount == 0 && !mayBeEmpty && faults == 0 {
            estimate.note(.noRows(at: reading.location(Position(line: 1, column: 1))))
        }
        for fault in reading.faults { estimate.note(fault) }
        return reading.codes
    }

    /// Whether the row at hand and those behind it are left unread, which is said: a file of another kind is wrong in every row, and some are
    /// enough to see it.
    private func stops(after faults: Int, _ estimate: inout EstimateReading) -> Bool {
        guard faults >= EstimateTable.faultLimit else { return false }
        estimate.note(.readingStopped(after: faults, at: .file(table.file)))
        return true
    }

    private static let faultLimit = 100

    // MARK: - Rows

    private mutating func take(_ row: FigureTable.Row, _ estimate: inout EstimateReading) {
        guard row.role != .remark else { return }
        guard let (number, node) = record(row) else { return }
        guard let read = EstimateTable.rowForm.read(node, nil, &reading) else { return }
        switch row.role {
        case .total:
            if case .given(let amount) = read.amount { total = (amount.value, amount.place) }
            isPastTotal = rowCount > 0
            settle(upTo: 0, &estimate)
            endUnnumbered(&estimate)
        case .subtotal:
            settle(upTo: open, &estimate)
            endUnnumbered(&estimate)
            checkSubtotal(read, &estimate)
        case .item, .remark:
            guard !isPastTotal else { return takeBehindTotal(read, &estimate) }
            rowCount += 1
            place(read, number, &estimate)
        }
    }

    /// Rows behind the total tell how it is shared out.
    private func takeBehindTotal(_ row: Located<EstimateFile.Row>, _ estimate: inout EstimateReading) {
        let title = PlainLetters.folded(row.title.value ?? "")
        guard case .given(let amount) = row.amount else { return }
        if let source = sources.first(where: { title.hasSuffix(PlainLetters.folded($0.name)) }) {
            let computed = estimate.sums.bySource[source.code] ?? .zero
            if computed != amount.value {
                estimate.note(.totalMismatch(written: amount.value, computed: computed, at: amount.place))
            }
        } else if !title.hasPrefix("trongdo") {
            estimate.note(.rowBehindTotal(row.title.value ?? "", at: row.place))
        }
    }

    /// “Cộng mục I” sums up that group, “Cộng” the nearest one it can be the sum of.
    private func checkSubtotal(_ row: Located<EstimateFile.Row>, _ estimate: inout EstimateReading) {
        guard case .given(let written) = row.amount else { return }
        let sums = estimate.openSums
        let words = PlainLetters.folded(row.title.value ?? "")
        let named = numbers.lastIndex { words.hasSuffix(PlainLetters.folded($0)) && !$0.isEmpty }
        if let named {
            let computed = sums[base + named + 1]
            if computed != written.value {
                estimate.note(.totalMismatch(written: written.value, computed: computed, at: written.place))
            }
        } else if !sums.dropFirst(base).contains(written.value), let nearest = sums.last {
            estimate.note(.totalMismatch(written: written.value, computed: nearest, at: written.place))
        }
    }

    private mutating func place(
        _ row: Located<EstimateFile.Row>, _ number: String, _ estimate: inout EstimateReading
    ) {
        if isMemo(row, number), waiting != nil {
            // “Trong đó:” alone only says that what comes is told apart.
            if row.amount.value != nil || row.unitPrice.value != nil {
                waiting?.memos.append(row.asMemo)
            } else {
                waiting?.isToldApart = true
            }
            return
        }
        var depth = depths.depth(of: number)
        if depth == nil {
            estimate.note(.unknownNumber(number, at: row.place))
            depth = max(depths.last, 0)
        }
        guard var depth else { return }
        // A row without a number stands beside an item, and under what is a group or has no figures of its own.
        if number.isEmpty, let above = waiting, above.hasFigures, above.row.kind != .group,
            depth > above.depth
        {
            depth = above.depth
            depths.stay(at: depth)
            if !above.number.isEmpty { unnumbered = UnnumberedRows(below: above.row, above.number) }
        }
        settle(upTo: depth, &estimate)
        if !number.isEmpty { endUnnumbered(&estimate) }
        let hasFigures = row.hasFigures
        let isWords = number.isEmpty && !hasFigures && row.kind == nil
        if let before = waiting.take() {
            // The row waiting is above this one: it is a group.
            estimate.open(before.row)
            for memo in before.memos { estimate.add(memo, memos: []) }
            numbers.append(before.number)
            open += 1
        }
        waiting = Waiting(
            row: isWords ? row.asNote : row, number: number, depth: depth, hasFigures: hasFigures)
    }

    private func isMemo(_ row: Located<EstimateFile.Row>, _ number: String) -> Bool {
        if row.kind == .memo { return true }
        guard row.kind == nil else { return false }
        let words = PlainLetters.folded(row.title.value ?? "")
        if words.hasPrefix("trongdo") { return true }
        // Rows with a dash under “Trong đó”.
        let title = row.title.value ?? ""
        if waiting?.isToldApart == true, number == "-" || number.isEmpty && "-–+".contains(title.first ?? " ")
        {
            return true
        }
        return number == "-" && waiting?.memos.isEmpty == false
    }

    /// Closes what the next row, at this depth, does not stand under.
    private mutating func settle(upTo depth: Int, _ estimate: inout EstimateReading) {
        if let own = waiting?.depth, own >= depth, let row = waiting.take() {
            let before = unnumbered == nil ? nil : estimate.openSums.last
            estimate.add(row.row, memos: row.memos)
            if let before, let after = estimate.openSums.last, row.hasFigures {
                unnumbered?.add(Money(dong: after.dong - before.dong))
            }
        }
        while open > depth {
            estimate.close()
            numbers.removeLast()
            open -= 1
        }
    }

    private mutating func endUnnumbered(_ estimate: inout EstimateReading) {
        if let fault = unnumbered.take()?.fault { estimate.note(fault) }
    }

    // MARK: - Cells

    /// The number and the words of a group that stand in one cell; nil for a number alone.
    private static func parted(_ text: String) -> (number: String, words: String)? {
        let words = text.trimmed
        guard words.contains(where: \.isLetter), RowNumber.readings(words).isEmpty else { return nil }
        guard let blank = words.firstIndex(where: \.isWhitespace) else { return ("", words) }
        let number = String(words[..<blank])
        let isNumber = [".", ")", ":"].contains { number.hasSuffix($0) } || number.count <= 4
        guard isNumber, !RowNumber.readings(number).isEmpty else { return ("", words) }
        return (number, words[blank...].trimmed)
    }

    /// The row's number, and the rest as its form reads it; nil for a row that was only prepared.
    private func record(_ row: FigureTable.Row) -> (String, SourceNode)? {
        var number = ""
        var entries: [SourceNode.Entry] = []
        entries.reserveCapacity(table.columns.count + 1)
        var factors: [SourceNode] = []
        var shares: [(source: String, amount: SourceNode)] = []
        var parts: [(key: String, part: String, value: SourceNode)] = []
        for (place, value) in row.values.enumerated() {
            switch uses[place] {
            case .number: number = value.line ?? ""
            case .key: entries.append(table.entry(place, value))
            case .source(let source): if !value.isBlank { shares.append((source, value)) }
            case .part(let part): if !value.isBlank { parts.append((table.columns[place].key, part, value)) }
            case .factor(let unit): if !value.isBlank { factors.append(value.counting(unit)) }
            }
        }
        if let title = titlePlace, entries[title].value.isBlank {
            if row.role == .item, let (own, words) = EstimateTable.parted(number) {
                // “I. Chi thường xuyên” in one cell, often merged over the whole row.
                number = own
                entries[title] = SourceNode.Entry(
                    key: "noi_dung_chi", keyPosition: entries[title].keyPosition,
                    value: SourceNode(.text(words), at: row.position))
            } else if row.role == .item {
                let isPrepared = entries.allSatisfy { $0.value.isBlank || $0.value.isZero }
                if isPrepared, factors.isEmpty, shares.allSatisfy(\.amount.isZero) { return nil }
            } else {
                // “Tổng cộng” may stand in the column of numbers.
                entries[title] = SourceNode.Entry(
                    key: "noi_dung_chi", keyPosition: entries[title].keyPosition,
                    value: SourceNode(.text(number), at: row.position))
            }
        }
        // Every row has the same keys in the same order.
        entries.append(.rest("he_so", factors.isEmpty ? .null : .sequence(factors), factors.first, of: row))
        for key in partedKeys {
            let own = parts.filter { $0.key == key }.map { ($0.part, $0.value) }
            entries.append(.rest(key, DetailColumns.content(of: key, own), own.first?.1, of: row))
        }
        if hasSourceColumns {
            let plain = entries.firstIndex { $0.key == "nguon" }.map { entries.remove(at: $0).value }
            let content =
                shares.isEmpty
                ? plain?.content ?? .null : shares.count == 1 ? .text(shares[0].source) : .shares(shares)
            entries.append(.rest("nguon", content, shares.first?.amount ?? plain, of: row))
        }
        return (number.trimmed, SourceNode(.mapping(entries), at: row.position))
    }
}

extension SourceNode.Entry {
    /// A key put together from several cells.
    fileprivate static func rest(
        _ key: String, _ content: SourceNode.Content, _ first: SourceNode?, of row: FigureTable.Row
    ) -> Self {
        Self(
            key: key, keyPosition: row.position,
            value: SourceNode(content, at: first?.position ?? row.position))
    }
}

extension SourceNode.Content {
    /// What each source pays.
    fileprivate static func shares(_ shares: [(source: String, amount: SourceNode)]) -> Self {
        .sequence(
            shares.map { share in
                SourceNode(
                    .mapping([
                        SourceNode.entry("nguon", .text(share.source)),
                        SourceNode.Entry(
                            key: "so_tien", keyPosition: share.amount.position, value: share.amount),
                    ]), at: share.amount.position)
            })
    }
}

extension SourceNode {
    fileprivate var isZero: Bool { content == .number("0") }

    /// A factor with what it counts: 2 under “Số ngày” is `2 ngày`.
    fileprivate func counting(_ unit: String?) -> SourceNode {
        guard let unit, case .number(let written) = content else { return self }
        return SourceNode(.text("\(written.replacing(".", with: ",")) \(unit)"), at: position)
    }
}

extension Located<EstimateFile.Row> {
    /// Whether anything is counted in it.
    fileprivate var hasFigures: Bool {
        !value.quantity.isLeftOut || !value.unitPrice.isLeftOut || !value.amount.isLeftOut
            || !value.percent.isLeftOut
    }

    fileprivate var asNote: Located { of(kind: .note) }
    fileprivate var asMemo: Located { of(kind: .memo) }

    private func of(kind: EstimateFile.Row.Kind) -> Located {
        var row = value
        row.kind = kind
        return Located(value: row, place: place)
    }
}

extension Diagnostic {
    fileprivate static func unknownNumber(_ number: String, at place: Place) -> Diagnostic {
        .error(
            "planning.unknown-row-number", at: place.location,
            "không hiểu số thứ tự “\(number.shortened)”, nên không biết dòng này thuộc nhóm nào",
            en: "the row's number “\(number.shortened)” is none, so its group is not known",
            fix: "đánh số như A, I, 1, 1.1, a hoặc -, hoặc để trống", en: "number it as A, I, 1, 1.1, a or -")
    }

    fileprivate static func rowBehindTotal(_ title: String, at place: Place) -> Diagnostic {
        .error(
            "planning.row-behind-total", at: place.location,
            "dòng “\(title.shortened)” nằm sau dòng tổng cộng",
            en: "the row “\(title.shortened)” stands behind the total",
            fix: "chuyển lên trên dòng tổng cộng, hoặc xóa dòng này",
            en: "move it above the total, or delete it")
    }

    fileprivate static func noRows(at place: Location) -> Diagnostic {
        .error(
            "planning.no-rows", at: place, "bảng dự toán không có dòng nào",
            en: "the table of the estimate has no rows", fix: "nhập các khoản chi dưới hàng tiêu đề",
            en: "enter the items below the heading")
    }
}
