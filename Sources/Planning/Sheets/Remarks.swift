package import Diagnostics
internal import FoundationEssentials
package import Sheets
internal import VietnameseText

/// A copy of a workbook somebody has sent, with what is wrong of it in its cells and on a page of its own.
package enum Remarks {
    /// The sheets of the copy; `diagnostics` of other files are left out.
    ///
    /// Throws where the workbook cannot be opened.
    package static func sheets(of path: String, _ diagnostics: [Diagnostic]) throws(Failure) -> [WrittenSheet]
    {
        let book = try Workbook(opening: path)
        let own = diagnostics.filter { $0.location.file == path }
        var sheets = [list(own)]
        for sheet in book.sheets {
            var notes: [String: String] = [:]
            for remark in own {
                guard case .cell(_, sheet.name, let reference?) = remark.location else { continue }
                let text = remark.remark
                notes[reference] = notes[reference].map { "\($0)\n\(text)" } ?? text
            }
            sheets.append(try copy(of: sheet.name, in: book, notes))
        }
        return sheets
    }

    private static func list(_ remarks: [Diagnostic]) -> WrittenSheet {
        var head = CellStyle.bordered
        (head.isBold, head.alignment) = (true, .center)
        var words = CellStyle.bordered
        words.wraps = true
        var rows = [WrittenRow(["Ô", "Mức", "Nhận xét", "Cách sửa"].map { WrittenCell(.text($0), head) })]
        for remark in remarks {
            var place = ""
            if case .cell(_, let sheet, let reference) = remark.location {
                place = sheet + (reference.map { "!\($0)" } ?? "")
            }
            let level =
                remark.severity == .error ? "phải sửa" : remark.severity == .warning ? "xem lại" : "lưu ý"
            rows.append(
                WrittenRow(
                    [place, level, remark.message.vietnamese, remark.fix?.vietnamese ?? ""].map {
                        WrittenCell(.text($0), words)
                    }))
        }
        var sheet = WrittenSheet("Nhận xét", rows: rows)
        sheet.widths = [18, 11, 70, 60]
        sheet.headRows = 0...0
        return sheet
    }

    private static func copy(of name: String, in book: Workbook, _ notes: [String: String]) throws(Failure)
        -> WrittenSheet
    {
        var rows = try book.rows(ofSheet: name)
        var written: [WrittenRow] = []
        var width = 0
        while let row = try rows.next() {
            while written.count < row.index { written.append(blank(written.count, notes)) }
            var cells = blank(row.index, notes).cells
            for cell in row.cells {
                while cells.count <= cell.column { cells.append(WrittenCell(.blank, CellStyle())) }
                let note = notes[CellReference(row: row.index, column: cell.column).text]
                cells[cell.column] = WrittenCell(cell.content.written, style(of: cell, note), note: note)
            }
            width = max(width, cells.count)
            written.append(WrittenRow(cells))
        }
        var sheet = WrittenSheet(name, rows: written)
        sheet.widths = (0..<width).map { _ in 18 }
        return sheet
    }

    /// A row of which only remarks are known.
    private static func blank(_ row: Int, _ notes: [String: String]) -> WrittenRow {
        let own = (0..<60).filter { notes[CellReference(row: row, column: $0).text] != nil }
        return WrittenRow(
            (0..<(own.last ?? -1) + 1).map { column in
                let note = notes[CellReference(row: row, column: column).text]
                return WrittenCell(.blank, note == nil ? CellStyle() : .remarked, note: note)
            })
    }

    private static func style(of cell: SheetCell, _ note: String?) -> CellStyle {
        var style = note == nil ? CellStyle() : CellStyle.remarked
        switch cell.content {
        case .number(_, shown: .percent): style.number = .percent(decimals: 2)
        case .number: style.number = .grouped(decimals: 6)
        case .date, .moment: style.number = .date
        case .text, .boolean, .fault: style.wraps = true
        }
        return style
    }
}

extension Diagnostic {
    fileprivate var remark: String { message.vietnamese + (fix.map { "\nCách sửa: \($0.vietnamese)" } ?? "") }
}

extension CellStyle {
    /// A cell with a remark: bold within a line, so that it is seen in print too.
    fileprivate static var remarked: CellStyle {
        var style = CellStyle.bordered
        style.isBold = true
        return style
    }
}

extension SheetCell.Content {
    fileprivate var written: WrittenCell.Content {
        switch self {
        case .text(let text): text.isEmpty ? .blank : .text(text)
        case .number(let number, _): .number(number)
        case .boolean(let flag): .text(flag ? "TRUE" : "FALSE")
        case .date(let date), .moment(let date, _): .date(date)
        case .fault(.error(let text)): .text(text)
        case .fault: .blank
        }
    }
}
