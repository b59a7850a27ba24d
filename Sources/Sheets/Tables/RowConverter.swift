internal import Diagnostics
internal import FoundationEssentials
internal import VietnameseText

/// Makes rows of a table of rows of its sheet.
struct RowConverter {
    let workbook: Workbook
    let sheet: String
    private let places: [Int?]
    /// The columns that the sheet has.
    private let found: [Column]
    /// Merged cells that reach over several rows, whose text stands in all of them.
    private let merges: [CellRange]
    private let mergedTexts = MergedTexts()

    /// A column of the sheet that was asked for.
    private struct Column {
        let place: Int
        let kind: TableColumn.Kind
        /// What a plain number is multiplied by; nil for nothing.
        let factor: Decimal?
        let faults: TableColumn.Faults
    }

    init(
        columns: [TableColumn], heading: Heading, unit: Decimal?, merges: [CellRange], workbook: Workbook,
        sheet: String
    ) {
        self.workbook = workbook
        self.sheet = sheet
        places = heading.places
        found = columns.indices.compactMap { index in
            guard let place = heading.places[index] else { return nil }
            let kind = columns[index].kind
            let own = heading.titles[index].flatMap { AmountUnit.factor(inHeading: $0) }
            let factor = kind == .money ? own ?? unit ?? 1 : 1
            return Column(
                place: place, kind: kind, factor: factor == 1 ? nil : factor, faults: columns[index].faults)
        }
        let bottom = heading.rows.upperBound
        self.merges = merges.filter { $0.rows.count > 1 && $0.rows.lowerBound > bottom }
    }

    /// What was in the first cells of merges that reach down to the rows to come; used by one reader.
    private final class MergedTexts { var texts: [CellReference: SheetCell] = [:] }

    /// The first words of a row, among the wanted columns.
    func words(of row: SheetRow) -> String? {
        for cell in row.cells {
            // A row of a sum has no number of its own, or a letter.
            if case .text(let words) = cell.content, words.isLonger(than: 3) || TableRow.Role(words) != nil {
                return words
            }
        }
        return nil
    }

    /// Whether a number stands in one of the columns of figures.
    func hasFigure(_ row: SheetRow) -> Bool {
        found.contains { column in
            guard [.number, .money, .percentage].contains(column.kind),
                let cell = row.cells.first(where: { $0.column == column.place })
            else { return false }
            switch cell.content {
            case .number, .fault: return true
            case .text(let text): return (try? TypedNumber(parsing: text)) != nil
            case .boolean, .date, .moment: return false
            }
        }
    }

    /// Whether a row numbers the columns: letters or the numbers from 1 on, perhaps with how each is computed.
    func isIndexRow(_ row: SheetRow) -> Bool {
        var next = 1
        var count = 0
        for cell in row.cells {
            switch cell.content {
            case .number(let number, _):
                guard number == Decimal(next) else { return false }
                next += 1
            case .text(let text):
                let trimmed = text.filter { !$0.isWhitespace && $0 != "(" && $0 != ")" }
                let first = trimmed.prefix { $0 != "=" }
                if first == String(next) {
                    next += 1
                } else if first.count != 1 || first.first?.isUppercase != true {
                    return false
                }
            case .boolean, .date, .moment, .fault: return false
            }
            count += 1
        }
        return count > 2 && next > 1
    }

    /// Nil for a row without any of the wanted columns; throws every fault of its cells unless all can be handed over.
    func converted(_ row: SheetRow, role: TableRow.Role) throws(Failure) -> TableRow? {
        var faults: [Int: CellFault] = [:]
        var isRefused = false
        var warnings: [Diagnostic] = []
        var values: [TableValue?] = []
        values.reserveCapacity(found.count)
        var isEmpty = true
        for column in found {
            guard let cell = cell(at: column.place, of: row, column.kind) else {
                values.append(nil)
                continue
            }
            isEmpty = false
            // What stands under a table need not be what its columns are.
            let kind = role == .remark ? .any : column.kind
            do throws(Failure) {
                values.append(try value(of: cell, as: kind, times: column.factor, row: row.index, &warnings))
            } catch {
                faults[values.count] = CellFault(error.diagnostics, isErrorValue: cell.content.isErrorValue)
                if column.faults == .refused { isRefused = true }
                values.append(nil)
            }
        }
        if isRefused {
            let all = faults.sorted { $0.key < $1.key }.flatMap(\.value.diagnostics)
            if let failure = Failure(all) { throw failure }
        }
        guard !isEmpty else { return nil }
        return TableRow(
            index: row.index, isHidden: row.isHidden, role: role, found: values, places: places,
            warnings: warnings, faults: faults)
    }

    /// The cell of a column, or the one that was merged over its place: only for texts, since a number would count twice.
    private func cell(at column: Int, of row: SheetRow, _ kind: TableColumn.Kind) -> SheetCell? {
        let cell = row.cells.first { $0.column == column }
        guard !merges.isEmpty, kind == .text || kind == .any else { return cell }
        let place = CellReference(row: row.index, column: column)
        guard let merge = merges.first(where: { $0.contains(place) }) else { return cell }
        if let cell, merge.first == place { mergedTexts.texts[place] = cell }
        return cell ?? mergedTexts.texts[merge.first]
    }

    private func value(
        of cell: SheetCell, as kind: TableColumn.Kind, times factor: Decimal?, row: Int,
        _ warnings: inout [Diagnostic]
    ) throws(Failure) -> TableValue {
        // Made only where something is wrong.
        var place: Location {
            workbook.location(ofSheet: sheet, CellReference(row: row, column: cell.column))
        }
        func warn(_ doubt: TypedNumber.Doubt?, _ value: Decimal) {
            if let doubt { warnings.append(doubt.diagnostic(readAs: value, at: place)) }
        }
        let content: TableValue.Content
        switch (cell.content, kind) {
        case (.fault(let fault), _): throw Failure(.cellFault(fault, at: place))
        case (.text(let text), .text), (.text(let text), .any): content = .text(text)
        case (.text(let text), .date):
            do throws(DateFault) { content = .date(try CalendarDate(parsing: text)) } catch {
                throw Failure(error.diagnostic(at: place))
            }
        case (.text(let text), .number), (.text(let text), .money), (.text(let text), .percentage):
            do throws(NumberFault) {
                if kind == .money {
                    let amount = try AmountUnit.amount(text, times: factor ?? 1)
                    warn(amount.doubt, amount.value)
                    content = .number(amount.value)
                } else {
                    let typed = try TypedNumber(parsing: text)
                    warn(typed.doubt, typed.value)
                    content = .number(
                        kind == .percentage && typed.unit == .percent ? typed.percentage : typed.value)
                }
            } catch { throw Failure(error.diagnostic(at: place)) }
        case (.number(let number, let shown), .percentage):
            content = .number(shown == .percent ? number * 100 : number)
        case (.number(let number, .percent), .any):
            content = .text(NumberFormat.percent(number * 100, fraction: .all))
        case (.number(let number, let shown), .any):
            content = shown.words(for: number).map { .text($0) } ?? .number(number)
        case (.number(let number, _), .number): content = .number(number)
        case (.number(let number, _), .money): content = .number(factor.map { number.times($0) } ?? number)
        case (.number(let number, let shown), .text):
            content = .text(
                shown == .percent
                    ? NumberFormat.percent(number * 100, fraction: .all)
                    : shown.words(for: number) ?? NumberFormat.text(number, grouping: .none))
        case (.date(let date), .date), (.date(let date), .any): content = .date(date)
        case (.date(let date), .text): content = .text(date.text(.short))
        case (.moment(let date, let second), .any): content = .moment(date, secondOfDay: second)
        case (.moment(let date, _), .date): content = .date(date)
        case (.moment(let date, _), .text): content = .text(date.text(.short))
        case (.boolean(let flag), .any): content = .boolean(flag)
        case (.boolean, _), (.number, .date), (.date, _), (.moment, _):
            throw Failure(.wrongCell(cell.content, wanted: kind, at: place))
        }
        return TableValue(
            content: content, origin: cell.origin, cell: CellReference(row: row, column: cell.column),
            isText: cell.content.isText)
    }
}

extension String {
    /// Whether it has more letters than that, of which no more are counted.
    package func isLonger(than count: Int) -> Bool {
        index(startIndex, offsetBy: count + 1, limitedBy: endIndex) != nil
    }
}

extension SheetCell.Fault {
    /// The error values of a formula that refers to itself.
    fileprivate static let circles = ["Err:522", "Err:523"]
}

extension SheetCell.Content {
    fileprivate var isText: Bool { if case .text = self { true } else { false } }

    /// Whether it is what a formula gives that is over cells at fault.
    fileprivate var isErrorValue: Bool {
        guard case .fault(.error(let text)) = self else { return false }
        return !SheetCell.Fault.circles.contains(text)
    }
}

extension Diagnostic {
    static func cellFault(_ fault: SheetCell.Fault, at place: Location) -> Diagnostic {
        switch fault {
        case .error(let text):
            let isCircle = SheetCell.Fault.circles.contains(text)
            return .error(
                isCircle ? "sheets.circular" : "sheets.error-value", at: place,
                isCircle
                    ? "công thức tự tham chiếu vòng tròn (\(text))" : "công thức trong ô bị lỗi (\(text))",
                en: isCircle
                    ? "the formula refers to itself in a circle (\(text))"
                    : "the formula of the cell has an error (\(text))",
                fix: "sửa công thức, hoặc gõ giá trị vào ô", en: "mend the formula, or type the value")
        case .externalLink:
            return .error(
                "sheets.external-link", at: place, "giá trị lấy từ tệp khác, có thể đã cũ",
                en: "the value comes from another file and may be out of date",
                fix: "dán giá trị vào ô (Dán đặc biệt > Giá trị), hoặc ngắt liên kết: Dữ liệu > Sửa liên kết",
                en: "paste the value (Paste Special > Values), or break the link: Data > Edit Links")
        case .notCalculated:
            return .error(
                "sheets.not-calculated", at: place, "công thức chưa được tính, trong tệp không có kết quả",
                en: "the formula was never computed, and the file has no result of it",
                fix: "mở bằng Excel hoặc LibreOffice rồi lưu lại",
                en: "open the file in Excel or LibreOffice and save it again")
        case .noSuchDate(let serial):
            return .error(
                "sheets.no-such-date", at: place, "không có ngày nào mang số \(NumberFormat.text(serial))",
                en: "no day has the number \(NumberFormat.text(serial))", fix: "gõ lại ngày, như 05/01/2026",
                en: "type the date again, such as 05/01/2026")
        }
    }

    static func wrongCell(_ content: SheetCell.Content, wanted: TableColumn.Kind, at place: Location)
        -> Diagnostic
    {
        let (found, wanted) = (content.described, wanted.described)
        return .error(
            "sheets.wrong-cell", at: place, "cần \(wanted.vietnamese), nhưng ô là \(found.vietnamese)",
            en: "\(wanted.english) is needed, but the cell is \(found.english)",
            fix: "gõ lại \(wanted.vietnamese) vào ô, và đặt lại định dạng ô",
            en: "type \(wanted.english), and set the format of the cell")
    }
}

extension SheetCell.Content {
    fileprivate var described: Wording {
        switch self {
        case .text: Wording("chữ", en: "text")
        case .number(let number, _):
            Wording("số \(NumberFormat.text(number))", en: "the number \(NumberFormat.text(number))")
        case .boolean: Wording("đúng/sai", en: "true or false")
        case .date(let date), .moment(let date, _):
            Wording("ngày \(date.text(.short))", en: "the date \(date.text(.iso))")
        case .fault: Wording("lỗi", en: "an error")
        }
    }
}

extension TableColumn.Kind {
    fileprivate var described: Wording {
        switch self {
        case .text: Wording("chữ", en: "text")
        case .number, .percentage: Wording("một số", en: "a number")
        case .money: Wording("một số tiền", en: "an amount")
        case .date: Wording("một ngày", en: "a date")
        case .any: Wording("một giá trị", en: "a value")
        }
    }
}
