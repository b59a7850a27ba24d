internal import DataFiles
package import Diagnostics

extension TableFile {
    /// What the rows of a workbook are, told by the heads of its columns: a log, targets or an estimate; nil for none of them.
    ///
    /// Throws why the workbook cannot be read.
    package func kindOfFigures() throws(Failure) -> DataKind? {
        // A log has columns that an estimate may have too, so what asks for more is asked first.
        let wanted: [(DataKind, [WantedColumn])] = [
            (
                .log,
                WantedColumn.columns(
                    of: LogRow.form.description, .log, required: ["ngay", "don_vi", "chi_tieu", "so_luong"])
            ),
            (
                .indicators,
                WantedColumn.columns(
                    of: IndicatorFile.Row.form.description, .indicators, required: ["ma", "ten"])
            ), (.estimate, EstimateTable.columns([], year: nil)),
        ]
        for (kind, columns) in wanted {
            do throws(Failure) {
                let table = try FigureTable(self, kind: kind, columns: columns, names: CodeNames())
                guard
                    kind != .estimate
                        || table.columns.contains(where: { $0.key == "thanh_tien" || $0.key == "don_gia" })
                else { continue }
                return kind
            } catch { if !error.diagnostics.allSatisfy(\.isAboutColumns) { throw error } }
        }
        return nil
    }
}

extension Diagnostic {
    /// Whether it says that heads of columns are not those that were looked for.
    fileprivate var isAboutColumns: Bool {
        [
            "sheets.missing-column", "sheets.double-column", "sheets.no-heading", "sheets.unused-column",
            "sheets.unused-tax-column", "sheets.empty",
        ].contains(code)
    }
}
