internal import DataFiles
internal import Diagnostics
internal import Sheets
internal import Values
internal import VietnameseText

// Cells of an estimate's table that cannot be read, and formulas with an error value: what these are over is at fault more often than they are.
extension EstimateTable {
    /// Tells of the row's cells that cannot be read, and of its formulas with an error value unless that follows from what is told already; the row
    /// without what should have stood there.
    func tellingFaults(
        _ read: Located<EstimateFile.Row>, _ row: FigureTable.Row, isFaulty: Bool,
        _ estimate: inout EstimateReading
    ) -> Located<EstimateFile.Row> {
        guard !row.faults.isEmpty else { return read }
        let uncomputed = row.faults.filter { place, fault in
            let column = table.columns[place]
            return fault.isErrorValue && column.shape == .amount && column.key != "don_gia"
        }
        let unread = row.faults.filter { uncomputed[$0.key] == nil }
        for fault in unread.told { estimate.note(fault) }
        if !uncomputed.isEmpty {
            // A sum over a row that cannot be read has no value either.
            let isOverFault =
                isFaulty
                || unread.keys.contains { place in
                    let column = table.columns[place]
                    return column.shape == .amount
                        || ["so_luong", "he_so", "ty_le", "thue_suat"].contains(column.key)
                }
            if !(row.role == .item ? isOverFault : estimate.hasUnreadableRow) {
                let texts = row.role == .item ? textsOfFactors(row) : []
                for text in texts {
                    estimate.note(.textInFormula(text.line ?? "", at: reading.location(text.position)))
                }
                if texts.isEmpty { for fault in uncomputed.told { estimate.note(fault) } }
            }
        }
        estimate.hasUnreadableRow = true
        var value = read.value
        for place in row.faults.keys { value.makeUnreadable(table.columns[place].key) }
        return Located(value: value, place: read.place)
    }

    /// Texts in the cells that an amount is reckoned of: they are read as the numbers they say, which a formula does not do.
    private func textsOfFactors(_ row: FigureTable.Row) -> [SourceNode] {
        row.texts.sorted().filter { ["so_luong", "he_so", "don_gia"].contains(table.columns[$0].key) }.map {
            row.values[$0]
        }.filter { !$0.isBlank }
    }
}

extension FigureTable.Row {
    /// What is to be said of its cells without a value.
    var toldFaults: [Diagnostic] { faults.told }
}

extension [Int: CellFault] {
    /// What is to be said, from left to right.
    fileprivate var told: [Diagnostic] { sorted { $0.key < $1.key }.flatMap(\.value.diagnostics) }
}

extension EstimateFile.Row {
    /// What stands under a key cannot be read; only of values that others are held against.
    fileprivate mutating func makeUnreadable(_ key: String) {
        switch key {
        case "ma": code = .unreadable
        case "dvt": unit = .unreadable
        case "so_luong": quantity = .unreadable
        case "he_so": factors = .unreadable
        case "don_gia": unitPrice = .unreadable
        case "ty_le": percent = .unreadable
        case "cua": base = .unreadable
        case "thanh_tien": amount = .unreadable
        case "nguon": source = .unreadable
        case "noi_dung": workItem = .unreadable
        case "quy": details.quarters = .unreadable
        case "da_chi": details.spent = .unreadable
        default: break
        }
    }
}

extension Diagnostic {
    fileprivate static func textInFormula(_ text: String, at place: Location) -> Diagnostic {
        .error(
            "planning.text-in-formula", at: place,
            "ô này là chữ “\(text.shortened)”, nên công thức tính thành tiền bị lỗi",
            en: "the cell holds the text “\(text.shortened)”, so the formula of the amount has an error",
            fix: "gõ số, không kèm chữ và đơn vị, rồi lưu lại",
            en: "type a number without words and unit, and save")
    }
}
