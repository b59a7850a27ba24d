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
    private(set) var table: FigureTable
    var reading: DataReading
    private let sources: [FundingSource]
    let hasSourceColumns: Bool
    /// What each column is for.
    let uses: [Use]
    /// Where the title stands among the keys that a column has for itself.
    let titlePlace: Int?
    /// The keys whose values are put together from several columns.
    let partedKeys: [String]
    /// The columns whose figures are summed up beside the amounts.
    let figureColumns: [(place: Int, column: ColumnFigure.Column)]
    /// How many groups of the estimate were open before its first row.
    private(set) var base = 0
    var depths = RowDepth()
    var waiting: Waiting?
    /// The rows without a number that stand beside the last one with a number.
    var unnumbered: UnnumberedRows?
    /// How many groups are open.
    var open = 0
    /// The numbers of the open groups, for “Cộng mục I”.
    var numbers: [String] = []
    private var total: (amount: Located<Money>?, columns: [ColumnFigure])?
    /// What “Bằng chữ” says under the table.
    private var words: (amount: Int, at: Location)?
    private var isPastTotal = false
    private var rowCount = 0

    /// The row that may still turn out to be a group.
    struct Waiting {
        let row: Located<EstimateFile.Row>
        let number: String
        let depth: Int
        let hasFigures: Bool
        var memos: [Located<EstimateFile.Row>] = []
        /// Whether “Trong đó:” stands below it on a line of its own: rows with a dash that follow are told apart of it.
        var isToldApart = false
    }

    /// What a column is for.
    enum Use {
        case number
        /// A key of its own.
        case key
        case factor(unit: String?)
        case part(String)
        case source(String)
        /// A figure that the form of a row does not know.
        case figure

        init(_ column: WantedColumn) {
            if column.key == "stt" {
                self = .number
            } else if let source = column.source {
                self = .source(source)
            } else if ColumnFigure.Column(column)?.isOfTax == true {
                self = .figure
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
        let columns = EstimateTable.columns(sources, year: year)
        table = try FigureTable(file, kind: .estimate, columns: columns, names: names)
        reading = table.reading(known: known)
        hasSourceColumns = table.columns.contains { $0.source != nil }
        let parted = Set(table.columns.compactMap { $0.part == nil ? nil : $0.key })
        partedKeys = DetailColumns.keys.filter(parted.contains)
        uses = table.columns.map { Use($0) }
        figureColumns = table.columns.enumerated().compactMap { place, column in
            ColumnFigure.Column(column).map { (place, $0) }
        }
        titlePlace = zip(table.columns, uses).filter { $0.1.isKey }.firstIndex { $0.0.key == "noi_dung_chi" }
    }

    /// The columns of a row, of factors by what they count, and of each source's amounts.
    static func columns(_ sources: [FundingSource], year: Int?) -> [WantedColumn] {
        let headings = TableHeadings.shipped
        let names = { (key: String) in headings.names(of: key, in: .estimate) }
        let amounts = DetailColumns.amounts(of: year, besides: names("thanh_tien")) + names("sau_thue")
        var columns = [WantedColumn(key: "stt", shape: .text, headings: names("stt"))]
        columns += WantedColumn.columns(
            of: EstimateFile.Row.form.description, .estimate, required: ["noi_dung_chi"],
            fallbacks: ["thanh_tien": amounts]
        ).filter { !["muc", "cua"].contains($0.key) && !DetailColumns.keys.contains($0.key) }
        for (unit, names) in headings.factors {
            var column = WantedColumn(
                key: "he_so", name: "he_so:\(unit)", shape: .number(orWords: []), headings: names)
            column.factorUnit = unit
            columns.append(column)
        }
        columns.append(WantedColumn(key: "tien_thue", shape: .amount, headings: names("tien_thue")))
        columns.append(
            WantedColumn(
                key: "sau_thue", shape: .amount, headings: names("sau_thue"), fallbacks: DetailColumns.totals,
                beside: "tien_thue"))
        for source in sources {
            var column = WantedColumn(
                key: "nguon", name: "nguon:\(source.code)", shape: .amount,
                headings: [source.name, source.code, "Nguồn \(source.name)"])
            column.source = source.code
            columns.append(column)
        }
        return columns + DetailColumns.columns(around: year)
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
                estimate.hasUnreadableRow = true
                if error.endsReading { break }
            }
        }
        settle(upTo: 0, &estimate)
        endUnnumbered(&estimate)
        if let total { compare(total.amount, total.columns, with: base, &estimate) }
        if let words, !estimate.hasUnreadableRow, words.amount != estimate.openSums[base].dong,
            words.amount != estimate.frames[base].beforeTax?.dong
        {
            estimate.note(.wordsMismatch(words.amount, estimate.openSums[base], at: words.at))
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
        guard row.role != .remark else { return takeWords(row) }
        guard let (number, node) = record(row) else { return }
        guard let bare = EstimateTable.rowForm.read(node, nil, &reading) else {
            estimate.hasUnreadableRow = true
            return
        }
        let read = withColumns(bare, row, &estimate)
        switch row.role {
        case .total:
            total = (read.amount.located, read.columns)
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

    private mutating func takeWords(_ row: FigureTable.Row) {
        for value in row.values {
            guard let text = value.line.map(LetterCase.lower), let label = text.firstRange(of: "bằng chữ")
            else { continue }
            let said = text[label.upperBound...].prefix { $0 != ")" && $0 != "." && $0 != ";" }
            if let amount = NumberWords.value(said: said) {
                words = (amount, reading.location(value.position))
            }
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
}

extension Diagnostic {
    fileprivate static func rowBehindTotal(_ title: String, at place: Place) -> Diagnostic {
        .error(
            "planning.row-behind-total", at: place.location,
            "dòng “\(title.shortened)” nằm sau dòng tổng cộng",
            en: "the row “\(title.shortened)” stands behind the total",
            fix: "chuyển lên trên dòng tổng cộng, hoặc xóa dòng này",
            en: "move it above the total, or delete it")
    }

    fileprivate static func wordsMismatch(_ said: Int, _ computed: Money, at place: Location) -> Diagnostic {
        .warning(
            "planning.words-mismatch", at: place,
            "“Bằng chữ” nói \(Money(dong: said).text) đồng, nhưng các mục cộng lại là \(computed.text) đồng",
            en: "the words say \(Money(dong: said).text) đồng, but the items add up to \(computed.text) đồng",
            fix: "sửa dòng “Bằng chữ” hoặc các mục", en: "mend the words or the items")
    }

    fileprivate static func noRows(at place: Location) -> Diagnostic {
        .error(
            "planning.no-rows", at: place, "bảng dự toán không có dòng nào",
            en: "the table of the estimate has no rows", fix: "nhập các khoản chi dưới hàng tiêu đề",
            en: "enter the items below the heading")
    }
}
