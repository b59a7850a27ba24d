internal import DataFiles
internal import Diagnostics
internal import Sheets
internal import Values
internal import VietnameseText

// Formulas of an estimate's table that have an error value: what they are over is at fault more often than they are.
extension EstimateTable {
    /// Tells of the row's formulas with an error value, unless that follows from what is told already; the row without what they should have given.
    func tellingUncomputed(
        _ read: Located<EstimateFile.Row>, _ row: FigureTable.Row, isFaulty: Bool,
        _ estimate: inout EstimateReading
    ) -> Located<EstimateFile.Row> {
        guard !row.uncomputed.isEmpty else { return read }
        // A sum over a row that cannot be read has no value either.
        let follows = row.role == .item ? isFaulty : estimate.hasUnreadableRow
        if !follows {
            let texts = row.role == .item ? textsOfFactors(row) : []
            for text in texts {
                estimate.note(.textInFormula(text.line ?? "", at: reading.location(text.position)))
            }
            if texts.isEmpty {
                for (_, fault) in row.uncomputed.sorted(by: { $0.key < $1.key }) { estimate.note(fault) }
            }
        }
        estimate.hasUnreadableRow = true
        let columns = table.columns
        guard row.uncomputed.keys.contains(where: { columns[$0].key == "thanh_tien" }) else { return read }
        var value = read.value
        value.amount = .unreadable
        return Located(value: value, place: read.place)
    }

    /// Texts in the cells that an amount is reckoned of: they are read as the numbers they say, which a formula does not do.
    private func textsOfFactors(_ row: FigureTable.Row) -> [SourceNode] {
        zip(table.columns, row.values).compactMap { column, value in
            guard ["so_luong", "he_so", "don_gia"].contains(column.key), case .text = value.content,
                !value.isBlank
            else { return nil }
            return value
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
