internal import Container
internal import Diagnostics
internal import FoundationEssentials
internal import VietnameseText
internal import XMLTree

/// The rows of a sheet of Excel, read as they are asked for.
struct ExcelRows: ~Copyable {
    private var reader: PartReader
    private let handler: RowHandler

    /// What the cells of a sheet are read by.
    struct Context: Sendable {
        let file: String
        let sheet: String
        let shared: SharedStrings
        let formats: NumberFormats
        let dates: DateSystem
    }

    init(_ part: String, of archive: Archive, _ context: Context) throws(Failure) {
        handler = RowHandler(context)
        reader = try PartReader(part, of: archive, ExcelNames.vocabulary, handler: handler)
    }

    mutating func next() throws(Failure) -> SheetRow? {
        while true {
            if let row = handler.takeRow() { return row }
            if let fault = handler.fault { throw Failure(fault) }
            if reader.isAtEnd { return nil }
            try reader.advance()
        }
    }
}

/// Hears the events of one sheet; used by one reader, on one thread.
private final class RowHandler: XMLStreamHandler {
    private var state: RowState

    init(_ context: ExcelRows.Context) { state = RowState(context) }

    var fault: Diagnostic? { state.fault }

    func takeRow() -> SheetRow? { state.takeRow() }
    func start(_ name: Int?, _ attributes: borrowing XMLStreamAttributes) { state.start(name, attributes) }
    func end(_ name: Int?) { state.end(name) }
    func characters(_ bytes: borrowing Span<UInt8>) { state.characters(bytes) }
}

/// Makes rows of events.
///
/// A struct, because each access to a field of a class is watched while the program runs, which took a third of the time.
private struct RowState {
    private(set) var fault: Diagnostic?
    /// Whether there is a fault: asked for at every event.
    private var isRefused = false
    private let context: ExcelRows.Context
    private var rows: [SheetRow] = []
    private var taken = 0

    // The row at hand.
    private var rowIndex = -1
    /// Whether the row itself does not say its number; then its cells may.
    private var isRowAssumed = false
    private var isHidden = false
    private var cells: [SheetCell] = []
    private var emptyRows = 0

    // The cell at hand.
    private var column = -1
    private var style = 0
    private var type = CellType.number
    private var isFormula = false
    private var hasValue = false
    private var value = ByteBuffer()
    private var formula = FormulaText()
    private var inline = RichText()
    private var collects = Collects.nothing
    /// The groups of shared formulas that take their values from other files.
    private var externalGroups: Set<Int> = []

    private enum Collects { case nothing, value, formula, inline }

    private enum CellType { case number, shared, inline, text, boolean, error, date }

    init(_ context: ExcelRows.Context) { self.context = context }

    mutating func takeRow() -> SheetRow? {
        guard taken < rows.count else {
            rows.removeAll(keepingCapacity: true)
            taken = 0
            return nil
        }
        taken += 1
        return rows[taken - 1]
    }

    // MARK: Events

    mutating func start(_ name: Int?, _ attributes: borrowing XMLStreamAttributes) {
        guard !isRefused, let name = ExcelNames(name) else { return }
        switch name {
        case .row: openRow(attributes)
        case .cell: openCell(attributes)
        case .value:
            collects = .value
            hasValue = true
        case .formula: openFormula(attributes)
        case .inline: collects = .inline
        case .text, .run, .phonetic: inline.start(name)
        case .sharedItem, .mergedCell, .data, .reference, .style, .type, .hidden, .range, .shared: break
        }
    }

    mutating func end(_ name: Int?) {
        guard !isRefused, let name = ExcelNames(name) else { return }
        switch name {
        case .value, .formula: collects = .nothing
        case .inline:
            collects = .nothing
            hasValue = true
        case .text, .run, .phonetic: inline.end(name)
        case .cell: closeCell()
        case .row: closeRow()
        case .sharedItem, .mergedCell, .data, .reference, .style, .type, .hidden, .range, .shared: break
        }
    }

    mutating func characters(_ bytes: borrowing Span<UInt8>) {
        switch collects {
        case .nothing: break
        case .value: value.append(copying: bytes)
        case .formula: formula.add(bytes)
        case .inline: inline.add(bytes)
        }
    }

    // MARK: Rows

    private mutating func openRow(_ attributes: borrowing XMLStreamAttributes) {
        isRowAssumed = !attributes.has(ExcelNames.reference.rawValue)
        let written = attributes.count(ExcelNames.reference.rawValue) ?? CellReference.rowLimit + 1
        let index = isRowAssumed ? rowIndex + 1 : written - 1
        guard index < CellReference.rowLimit else {
            return refuse(.outsideSheet("row \(index + 1)", at: place()))
        }
        guard index > rowIndex else { return refuse(.brokenSheet("row \(index + 1)", at: place())) }
        rowIndex = index
        isHidden = attributes.flag(ExcelNames.hidden.rawValue)
        column = -1
        cells = []
        cells.reserveCapacity(rows.last?.cells.count ?? 8)
    }

    private mutating func closeRow() {
        guard cells.isEmpty else {
            emptyRows = 0
            rows.append(SheetRow(index: rowIndex, isHidden: isHidden, cells: cells))
            return
        }
        emptyRows += 1
        if emptyRows > emptyRowLimit {
            refuse(.emptyRows(emptyRowLimit, at: context.place(row: rowIndex, column: 0)))
        }
    }

    /// A table with more is made by a mistake, such as a format laid over a whole column by hand.
    private let emptyRowLimit = Limit.emptyRowCount.value

    private mutating func refuse(_ diagnostic: Diagnostic) {
        if !isRefused { fault = diagnostic }
        isRefused = true
    }

    private func place() -> Location { context.place(row: max(rowIndex, 0), column: max(column, 0)) }

    // MARK: Cells

    private mutating func openCell(_ attributes: borrowing XMLStreamAttributes) {
        let reference = attributes.withBytes(ExcelNames.reference.rawValue) { CellReference($0) }
        switch reference {
        case nil: column += 1
        case .some(let cell):
            if let cell, isRowAssumed, column < 0, cell.row > rowIndex { rowIndex = cell.row }
            guard let cell, cell.column > column, cell.row == rowIndex else {
                let written = attributes.text(ExcelNames.reference.rawValue) ?? ""
                return refuse(.outsideSheet("r=\"\(written)\"", at: place()))
            }
            column = cell.column
        }
        guard column < CellReference.columnLimit else {
            return refuse(.outsideSheet("column \(column + 1)", at: place()))
        }
        style = attributes.count(ExcelNames.style.rawValue) ?? 0
        type = RowState.type(attributes)
        isFormula = false
        hasValue = false
        value.clear()
        inline.clear()
        formula = FormulaText()
    }

    private static func type(_ attributes: borrowing XMLStreamAttributes) -> CellType {
        let type = ExcelNames.type.rawValue
        if attributes.equals(type, "s") { return .shared }
        if attributes.equals(type, "inlineStr") { return .inline }
        if attributes.equals(type, "str") { return .text }
        if attributes.equals(type, "b") { return .boolean }
        if attributes.equals(type, "e") { return .error }
        return attributes.equals(type, "d") ? .date : .number
    }

    private mutating func openFormula(_ attributes: borrowing XMLStreamAttributes) {
        isFormula = true
        collects = .formula
        formula.group = attributes.count(ExcelNames.shared.rawValue)
    }

    private mutating func closeCell() {
        guard hasValue || isFormula else { return }
        if let group = formula.group {
            if formula.isExternal { externalGroups.insert(group) }
            if externalGroups.contains(group) { formula.isExternal = true }
        }
        guard let content = content() else { return }
        let origin: SheetCell.Origin = isFormula ? (formula.isSum ? .sum : .formula) : .typed
        cells.append(SheetCell(column: column, content: content, origin: origin))
    }

    /// Nil for an empty cell.
    private mutating func content() -> SheetCell.Content? {
        if isFormula, formula.isExternal { return .fault(.externalLink) }
        if type == .inline { return text(inline.value) }
        guard !value.isEmpty else {
            // A formula may well give an empty text, but a number there always is.
            return isFormula && type == .number ? .fault(.notCalculated) : nil
        }
        switch type {
        case .shared:
            guard let index = value.wholeNumber, let text = context.shared.text(index) else {
                return broken()
            }
            return self.text(text)
        case .text: return text(RichText.decoded(value.bytes))
        case .boolean: return .boolean(value.text == "1" || value.text == "true")
        case .error: return .fault(.error(value.text))
        case .date: return SheetCell.Content(isoDate: value.text) ?? broken()
        case .number:
            guard let number = value.withSpan({ NumberText.cellValue($0) }) else { return broken() }
            switch context.formats.kind(ofStyle: style) {
            case .plain: return .number(number, shown: .plain)
            case .grouped: return .number(number, shown: .grouped)
            case .time: return .number(number, shown: .time)
            case .padded(let width): return .number(number, shown: .padded(width))
            case .masked(let mask): return .number(number, shown: .masked(mask))
            case .percent: return .number(number, shown: .percent)
            case .date: return context.dates.content(of: number).shown(withTime: false)
            case .moment: return context.dates.content(of: number).shown(withTime: true)
            }
        case .inline: return nil
        }
    }

    private func text(_ text: String) -> SheetCell.Content? { text.isEmpty ? nil : .text(text) }

    private mutating func broken() -> SheetCell.Content? {
        let shown = value.text.prefix(40)
        refuse(.brokenSheet("“\(shown)”", at: context.place(row: rowIndex, column: column)))
        return nil
    }
}

extension ExcelRows.Context {
    func place(row: Int, column: Int) -> Location {
        .cell(file: file, sheet: sheet, reference: CellReference(row: row, column: column).text)
    }
}
