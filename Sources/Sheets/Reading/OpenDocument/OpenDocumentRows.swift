internal import Container
internal import Diagnostics
internal import FoundationEssentials
internal import OfficePackage
internal import VietnameseText
internal import XMLTree

/// The rows of a sheet of OpenDocument, read as they are asked for.
struct OpenDocumentRows: ~Copyable {
    private var reader: PartReader
    private let handler: RowHandler

    init(_ archive: Archive, sheet: String, number: Int, isCalculated: Bool) throws(Failure) {
        handler = RowHandler(file: archive.file, sheet: sheet, number: number, isCalculated: isCalculated)
        reader = try PartReader(Manifest.text, of: archive, OpenSheetNames.vocabulary, handler: handler)
    }

    mutating func next() throws(Failure) -> SheetRow? {
        while true {
            if let row = handler.takeRow() { return row }
            if let fault = handler.fault { throw Failure(fault) }
            if reader.isAtEnd || handler.isPastSheet { return nil }
            try reader.advance()
        }
    }
}

/// Makes rows of the events of one table; used by one reader, on one thread.
private final class RowHandler: XMLStreamHandler {
    private(set) var fault: Diagnostic?
    private(set) var isPastSheet = false
    private let file: String
    private let sheet: String
    private let number: Int
    private let isCalculated: Bool
    private var rows: [SheetRow] = []
    private var taken = 0
    /// How many times the row in turn is still to be given.
    private var repeats: [Int] = []

    private var tables = -1
    private var depth = 0
    private var isInSheet: Bool { tables == number && depth == 1 }

    private var rowIndex = 0
    private var rowCount = 1
    private var isHidden = false
    private var cells: [SheetCell] = []

    private var column = 0
    private var cell: CellAttributes?
    private var text = ByteBuffer()
    private var paragraphs = 0
    private var isInParagraph = false
    /// How deep inside something that is no text of the cell: a remark, a picture.
    private var foreignDepth = 0

    private struct CellAttributes {
        let columns: Int
        let type: String
        let value: String?
        let isCovered: Bool
        let isFormula: Bool
        let isSum: Bool
        let isExternal: Bool
        let isError: Bool
    }

    init(file: String, sheet: String, number: Int, isCalculated: Bool) {
        self.file = file
        self.sheet = sheet
        self.number = number
        self.isCalculated = isCalculated
    }

    func takeRow() -> SheetRow? {
        guard taken < rows.count else {
            rows.removeAll(keepingCapacity: true)
            repeats.removeAll(keepingCapacity: true)
            taken = 0
            return nil
        }
        let row = rows[taken]
        repeats[taken] -= 1
        if repeats[taken] == 0 {
            taken += 1
        } else {
            rows[taken] = SheetRow(index: row.index + 1, isHidden: row.isHidden, cells: row.cells)
        }
        return row
    }

    // MARK: Events

    func start(_ name: Int?, _ attributes: borrowing XMLStreamAttributes) {
        guard fault == nil else { return }
        let known = OpenSheetNames(name)
        if known == .table {
            depth += 1
            if depth == 1 { tables += 1 }
            return
        }
        guard isInSheet else { return }
        if cell != nil {
            if foreignDepth > 0 || !startText(known, attributes) { foreignDepth += 1 }
            return
        }
        switch known {
        case .row: openRow(attributes)
        case .cell, .coveredCell: openCell(attributes, isCovered: known == .coveredCell)
        default: break
        }
    }

    func end(_ name: Int?) {
        guard fault == nil else { return }
        let known = OpenSheetNames(name)
        if known == .table {
            if isInSheet { isPastSheet = true }
            depth -= 1
            return
        }
        guard isInSheet else { return }
        if foreignDepth > 0 {
            foreignDepth -= 1
            return
        }
        switch known {
        case .paragraph: isInParagraph = false
        case .cell, .coveredCell: closeCell()
        case .row: closeRow()
        default: break
        }
    }

    func characters(_ bytes: borrowing Span<UInt8>) {
        if isInParagraph, foreignDepth == 0 { text.append(copying: bytes) }
    }

    /// False for what is no text of the cell.
    private func startText(_ name: OpenSheetNames?, _ attributes: borrowing XMLStreamAttributes) -> Bool {
        switch name {
        case .paragraph:
            if paragraphs > 0 { text.append("\n") }
            paragraphs += 1
            isInParagraph = true
        case .span, .link: break
        case .spaces:
            let count = min(attributes.count(OpenSheetNames.count.rawValue) ?? 1, 1000)
            for _ in 0..<count { text.append(" ") }
        case .tab: text.append("\t")
        case .lineBreak: text.append("\n")
        default: return false
        }
        return true
    }

    // MARK: Rows

    private func openRow(_ attributes: borrowing XMLStreamAttributes) {
        rowCount = attributes.count(OpenSheetNames.rowsRepeated.rawValue) ?? 1
        let visibility = OpenSheetNames.visibility.rawValue
        isHidden = attributes.equals(visibility, "collapse") || attributes.equals(visibility, "filter")
        column = 0
        cells = []
    }

    private func closeRow() {
        defer { rowIndex += rowCount }
        guard !cells.isEmpty else { return }
        guard rowIndex + rowCount <= CellReference.rowLimit else {
            return refuse(.outsideSheet("row \(rowIndex + rowCount)", at: place()))
        }
        guard rowCount <= RowHandler.repeatLimit else { return refuse(.repeatedRows(rowCount, at: place())) }
        rows.append(SheetRow(index: rowIndex, isHidden: isHidden, cells: cells))
        repeats.append(rowCount)
    }

    /// Nobody types a row ten thousand times.
    private static let repeatLimit = 10_000

    private func refuse(_ diagnostic: Diagnostic) { if fault == nil { fault = diagnostic } }

    private func place() -> Location {
        .cell(file: file, sheet: sheet, reference: CellReference(row: rowIndex, column: column).text)
    }

    // MARK: Cells

    private func openCell(_ attributes: borrowing XMLStreamAttributes, isCovered: Bool) {
        func text(_ name: OpenSheetNames) -> String? { attributes.text(name.rawValue) }
        let formula = text(.formula)
        // So LibreOffice writes a logical cell of .xlsx.
        let constant = ["of:=TRUE()": "true", "of:=FALSE()": "false"][formula ?? ""]
        let type = constant == nil ? text(.valueType) ?? "" : "boolean"
        let value =
            switch type {
            case "float", "currency", "percentage": text(.value)
            case "date": text(.dateValue)
            case "time": text(.timeValue)
            case "boolean": constant ?? text(.booleanValue)
            case "string": text(.stringValue)
            default: nil as String?
            }
        let extendedType = text(.extendedType)
        cell = CellAttributes(
            columns: attributes.count(OpenSheetNames.columnsRepeated.rawValue) ?? 1, type: type, value: value,
            isCovered: isCovered, isFormula: formula != nil,
            isSum: formula.map { $0.contains("=SUM(") || $0.contains("=SUBTOTAL(") } ?? false,
            isExternal: formula.map { $0.contains("file:") || $0.contains("'#") } ?? false,
            isError: extendedType == "error")
        self.text.clear()
        paragraphs = 0
        isInParagraph = false
        foreignDepth = 0
    }

    private func closeCell() {
        guard let cell else { return }
        self.cell = nil
        defer { column += cell.columns }
        // What a covered cell holds nobody sees.
        guard !cell.isCovered, let content = content(of: cell) else { return }
        guard column + cell.columns <= CellReference.columnLimit else {
            return refuse(.outsideSheet("column \(column + cell.columns)", at: place()))
        }
        let origin: SheetCell.Origin = cell.isFormula ? (cell.isSum ? .sum : .formula) : .typed
        for offset in 0..<cell.columns {
            cells.append(SheetCell(column: column + offset, content: content, origin: origin))
        }
    }

    private func content(of cell: CellAttributes) -> SheetCell.Content? {
        if cell.isExternal { return .fault(.externalLink) }
        let shown = Normalization.nfc(text.text)
        if cell.isError || cell.isFormula && (shown.hasPrefix("#") || shown.hasPrefix("Err:")) {
            return .fault(.error(shown))
        }
        switch cell.type {
        case "float", "currency", "percentage":
            guard let value = cell.value, let number = NumberText.cellValue(value.utf8.span) else {
                return broken(cell)
            }
            if cell.type == "float", number.isShown(asCode: shown) {
                return .number(number, shown: .masked(shown.map { "0"..."9" ~= $0 ? nil : $0 }))
            }
            if cell.type == "percentage" { return .number(number, shown: .percent) }
            // A mark of thousands can be in no shorter number: what is shown of those does not matter.
            let isGrouped = number.magnitude >= 1000 && shown.filter { ".,".contains($0) }.count > 0
            return .number(number, shown: isGrouped ? .grouped : .plain)
        case "time":
            guard let value = cell.value, let part = RowHandler.partOfDay(value) else { return broken(cell) }
            return .number(part, shown: .time)
        case "date":
            guard let date = cell.value.flatMap({ SheetCell.Content(isoDate: $0) }) else {
                return broken(cell)
            }
            return shown.isEmpty ? date : date.shown(withTime: shown.contains(":"))
        case "boolean": return .boolean(cell.value == "true")
        case "": return cell.isFormula && !isCalculated ? .fault(.notCalculated) : nil
        default:
            let text = cell.value.map { Normalization.nfc($0) } ?? shown
            return text.isEmpty ? nil : .text(text)
        }
    }

    /// `PT08H30M00S` as a part of a day; nil for anything else.
    private static func partOfDay(_ text: String) -> Decimal? {
        guard text.hasPrefix("PT") else { return nil }
        var (seconds, number) = (0, "")
        for letter in text.dropFirst(2) {
            switch letter {
            case "H", "M", "S":
                // Parts of a second are not shown.
                guard let value = Int(number.prefix { $0 != "." && $0 != "," }), value < 1_000_000 else {
                    return nil
                }
                seconds += value * (letter == "H" ? 3600 : letter == "M" ? 60 : 1)
                number = ""
            case "0"..."9", ".", ",": number.append(letter)
            default: return nil
            }
        }
        return number.isEmpty ? Decimal(seconds) / 86_400 : nil
    }

    private func broken(_ cell: CellAttributes) -> SheetCell.Content? {
        refuse(.brokenSheet("“\((cell.value ?? "").prefix(40))”", at: place()))
        return nil
    }
}

extension Decimal {
    /// Whether it is shown with zeros before it, as codes and telephone numbers are: what the cell shows then is what it means.
    fileprivate func isShown(asCode text: String) -> Bool {
        guard let whole = exactInteger, whole >= 0 else { return false }
        let digits = text.filter(\.isASCII).filter(\.isNumber)
        let own = "\(whole)"
        return digits.count > max(1, own.count) && digits.first == "0"
            && digits.drop { $0 == "0" } == own.drop { $0 == "0" } && text.last?.isNumber == true
            && !text.contains(",") && !text.contains(".")
    }
}
