internal import DataFiles
internal import Diagnostics
internal import FoundationEssentials
internal import Sheets
internal import Values
internal import VietnameseText

/// Reads the files of the log, row by row, and folds them.
///
/// A row of CSV with nothing to say of it goes a short way; every other is read by the form of a row, which knows all faults.
struct LogReading {
    private let checks: LogChecks
    private let facts: LogFacts
    private let names: CodeNames
    private let known: KnownCodes
    private var fold: LogFold
    private var seen = SeenRows()
    /// The files with the number of their first row.
    private var starts: [(file: String, sheet: String?, first: Int, column: Int)] = []
    private(set) var faults: [Diagnostic] = []
    private(set) var codes = CodeUses()
    private var dates: [String: CalendarDate] = [:]
    private let amountForm = DataForm<ReportedNumber>.reportedNumber
    /// Hears what is wrong with numbers, which the form tells again in its own reading.
    private var trial = DataReading(file: "")

    init(agency: Agency?, programme: Programme?, indicators: [Indicator], names: CodeNames, known: KnownCodes)
    {
        self.names = names
        self.known = known
        let workItems = programme?.everyWorkItem ?? []
        checks = LogChecks(indicators: indicators, workItems: workItems, duration: programme?.duration)
        var codes = LogCodes()
        facts = LogFacts(
            units: agency?.units ?? [], channels: programme?.scope.channels ?? [], indicators: indicators,
            workItems: workItems, years: programme?.duration, codes: &codes)
        fold = LogFold(codes: codes, stocks: facts.stocks)
    }

    consuming func log() -> ActivityLog { fold.log() }

    /// The unit whose rows need not name it.
    private var owner: String?

    /// Reads a file; one that a unit has sent says `unit` where a row says none.
    mutating func read(_ file: WorkspaceFile, hasIndicators: Bool, of unit: String? = nil) {
        owner = unit
        switch file.content {
        case .tree(let node): readTree(node, of: file.name)
        case .table(let table):
            do throws(Failure) {
                if table.isWorkbook {
                    try readWorkbook(table)
                } else {
                    try readCSV(table, hasIndicators: hasIndicators)
                }
            } catch { faults += error.diagnostics }
        }
    }

    /// Whether the row at hand and those behind it are left unread, which is said: a file of another kind is wrong in every row, and some are
    /// enough to see it.
    private mutating func stops(since count: Int, _ reading: DataReading) -> Bool {
        guard faults.count - count + reading.faults.count >= LogReading.faultLimit else { return false }
        let errors = (faults[count...] + reading.faults).count { $0.severity == .error }
        guard errors >= LogReading.faultLimit else { return false }
        faults.append(.readingStopped(after: LogReading.faultLimit, at: .file(reading.file)))
        return true
    }

    private static let faultLimit = 1000

    // MARK: - Kinds of files

    private mutating func readTree(_ node: SourceNode, of file: String) {
        var reading = DataReading(file: file, known: known)
        guard case .sequence(let rows) = node.content else {
            reading.noteWrongType(node, expected: LogRow.fileForm.name)
            faults += reading.faults
            return
        }
        starts.append((file, nil, seen.count, 1))
        for (index, row) in rows.enumerated() { add(row, index, &reading) }
        finish(reading)
    }

    private mutating func readWorkbook(_ table: TableFile) throws(Failure) {
        let columns = WantedColumn.columns(
            of: LogRow.form.description, .log,
            required: owner == nil
                ? ["ngay", "don_vi", "chi_tieu", "so_luong"] : ["ngay", "chi_tieu", "so_luong"])
        var table = try FigureTable(table, kind: .log, columns: columns, names: names)
        faults += table.warnings
        var reading = table.reading(known: known)
        starts.append((table.file, table.sheet, seen.count, 1))
        let count = faults.count
        var index = 0
        while true {
            do throws(Failure) {
                guard let row = try table.next() else { break }
                if stops(since: count, reading) { break }
                guard row.role != .remark else { continue }
                faults += row.warnings
                add(SourceNode(.mapping(table.entries(row)), at: row.position), index, &reading)
                index += 1
            } catch {
                if stops(since: count, reading) { break }
                faults += error.diagnostics
                if error.endsReading { break }
            }
        }
        faults += table.lastWarnings()
        finish(reading)
    }

    private mutating func readCSV(_ table: TableFile, hasIndicators: Bool) throws(Failure) {
        var rows = try table.csvRows()
        let columns = LogColumns(rows.header)
        let needsUnit = owner == nil
        faults += columns.faults(in: rows.file, needsUnit: needsUnit, needsFigures: hasIndicators)
        if columns.hideRows(needsUnit: needsUnit) { return }
        var reading = DataReading(file: rows.file, known: known)
        starts.append((rows.file, nil, seen.count, 1))
        let count = faults.count
        var index = 0
        while true {
            do throws(Failure) {
                guard let fields = try rows.next() else { break }
                if stops(since: count, reading) { break }
                if let row = plainRow(fields, columns, &reading) {
                    keep(row, line: fields[0].position.line) {
                        Place.item(index, of: rows.file, at: fields[0].position)
                    }
                } else {
                    add(columns.node(fields, names), index, &reading)
                }
                index += 1
            } catch {
                if stops(since: count, reading) { break }
                faults += error.diagnostics
                if error.endsReading { break }
            }
        }
        finish(reading)
    }

    private mutating func finish(_ reading: DataReading) {
        faults += reading.faults
        codes.add(reading.codes)
    }

    // MARK: - Rows

    /// Nil for a row that the form has to read.
    private mutating func plainRow(_ fields: [CSVField], _ columns: LogColumns, _ reading: inout DataReading)
        -> LoggedRow?
    {
        func text(_ field: Int?) -> String? {
            guard let field, !fields[field].text.isEmpty else { return nil }
            return fields[field].text
        }
        guard let written = text(columns.date), let date = date(written),
            let unit = (text(columns.unit) ?? owner).flatMap({ fold.codes[$0] }),
            owner.map({ fold.codes[$0] == unit }) ?? true
        else { return nil }
        var numbers: [Int32?] = [nil, nil, nil]
        for (index, column) in [columns.workItem, columns.channel, columns.indicator].enumerated() {
            guard let code = text(column) else { continue }
            guard let number = fold.codes[code] else { return nil }
            numbers[index] = number
        }
        var amount: ReportedNumber?
        if let column = columns.amount, !fields[column].text.isEmpty {
            amount = amountForm.read(SourceNode(fields[column]), nil, &trial)
            // What was doubted is told by the form's own reading.
            if amount == nil || !trial.faults.isEmpty {
                trial = DataReading(file: "")
                return nil
            }
        }
        var note = text(columns.note)
        if let words = note {
            guard words.isOneLine else { return nil }
            note = words.trimmed
            if note?.isEmpty == true { return nil }
        }
        let row = LoggedRow(
            date: date, unit: unit, workItem: numbers[0], channel: numbers[1], indicator: numbers[2],
            amount: amount, note: note)
        return facts.isPlain(row) ? row : nil
    }

    /// Nil for what the form has to judge.
    private mutating func date(_ text: String) -> CalendarDate? {
        if let known = dates[text] { return known }
        guard let date = try? CalendarDate(parsing: text) else { return nil }
        if dates.count > 10_000 { dates.removeAll() }
        dates[text] = date
        return date
    }

    /// Reads a row by its form, with all its faults.
    private mutating func add(_ node: SourceNode, _ index: Int, _ reading: inout DataReading) {
        reading.enter(item: index)
        defer { reading.leave() }
        let node = owner.map { node.naming($0) } ?? node
        guard let row = LogRow.form.located.read(node, nil, &reading) else { return }
        faults += checks.faults(row)
        if let owner, row.unit != owner { faults.append(.foreignRow(row.unit, owner, at: row.place)) }
        guard let date = row.date.value else { return }
        let value = row.value
        keep(
            LoggedRow(
                date: date, unit: fold.codes.number(of: value.unit),
                workItem: value.workItem.value.map { fold.codes.number(of: $0) },
                channel: value.channel.map { fold.codes.number(of: $0) },
                indicator: value.indicator.value.map { fold.codes.number(of: $0) },
                amount: value.amount.value, note: value.note.value), line: row.place.position.line
        ) { row.place }
    }

    private mutating func keep(_ row: LoggedRow, line: Int, place: () -> Place) {
        if let first = seen.insert(row, line: line) {
            faults.append(.duplicateEntry(first: location(ofRow: first.row, first.line), at: place()))
        }
        fold.add(row)
    }

    private func location(ofRow row: Int, _ line: Int) -> Location {
        guard let file = starts.last(where: { $0.first <= row }) else { return .file("") }
        let position = Position(line: line, column: file.column)
        if let sheet = file.sheet {
            return .cell(file: file.file, sheet: sheet, reference: position.cellName)
        }
        return Place.item(row - file.first, of: file.file, at: position).location
    }
}

extension SourceNode {
    /// A row of the log with its unit, where it says none.
    fileprivate func naming(_ unit: String) -> SourceNode {
        guard case .mapping(var entries) = content else { return self }
        let own = Entry(key: "don_vi", keyPosition: position, value: SourceNode(.text(unit), at: position))
        if let place = entries.firstIndex(where: { $0.key == "don_vi" }) {
            guard entries[place].value.isBlank else { return self }
            entries[place] = own
        } else {
            entries.append(own)
        }
        return SourceNode(.mapping(entries), at: position)
    }
}

extension Diagnostic {
    fileprivate static func foreignRow(_ unit: String, _ owner: String, at place: Place) -> Diagnostic {
        .error(
            "planning.foreign-row", at: place.location, "dòng của “\(unit)” nằm trong tệp do “\(owner)” gửi",
            en: "a row of “\(unit)” stands in the file that “\(owner)” has sent",
            fix: "sửa cột don_vi, hoặc chuyển dòng sang tệp của đơn vị đó",
            en: "mend the column don_vi, or move the row to that unit's file")
    }
}

extension Failure {
    /// Whether a file cannot be read on after it.
    var endsReading: Bool {
        processStatus == .environment || diagnostics.contains { $0.code.hasPrefix("sheets.broken") }
    }
}

extension String {
    /// Whether it surely has no line break.
    fileprivate var isOneLine: Bool {
        utf8.allSatisfy { $0 != 0x0A && $0 != 0x0D && $0 < 0xE2 } || !contains(where: \.isNewline)
    }
}
