internal import Diagnostics
internal import FoundationEssentials
internal import Sheets
internal import VietnameseText

/// A workbook as tables that are looked at, with what is wrong at its cells.
enum SheetView {
    private static let (rowLimit, columnLimit, sheetLimit) = (300, 30, 5)

    static func isWorkbook(_ path: String) -> Bool { ["xlsx", "ods"].contains(nameParts(path).ending) }

    /// The sheets that people see, or why they cannot be shown.
    static func html(of bytes: [UInt8], named name: String, _ told: [Diagnostic], _ visit: Visit) -> HTML {
        do throws(Failure) {
            let workbook = try Workbook(bytes: bytes, file: name)
            var html: HTML = .nothing
            for sheet in workbook.sheets.filter({ !$0.isHidden }).prefix(sheetLimit) {
                html += try table(of: sheet.name, in: workbook, told, visit)
            }
            return html
        } catch { return visit.faults(error.diagnostics) }
    }

    private static func table(of sheet: String, in workbook: Workbook, _ told: [Diagnostic], _ visit: Visit)
        throws(Failure) -> HTML
    {
        var marked: [String: [Diagnostic]] = [:]
        for diagnostic in told {
            if case .cell(_, sheet, let reference?) = diagnostic.location {
                marked[reference, default: []].append(diagnostic)
            }
        }
        var rows = try workbook.rows(ofSheet: sheet)
        var read: [SheetRow] = []
        var isCut = false
        while let row = try rows.next() {
            guard read.count < rowLimit else {
                isCut = true
                break
            }
            read.append(row)
        }
        guard let width = read.flatMap({ $0.cells.map(\.column) }).max() else { return .nothing }
        let columns = 0...min(width, columnLimit - 1)
        let heads = columns.map { "<th scope=\"col\">\(CellReference.letters(ofColumn: $0))</th>" as HTML }
        let lines = read.map { row -> HTML in
            let cells = Dictionary(row.cells.map { ($0.column, $0) }, uniquingKeysWith: { a, _ in a })
            let texts = columns.map { column -> HTML in
                let place = CellReference(row: row.index, column: column).text
                let (text, isNumber) = cells[column].map { Self.text(of: $0.content) } ?? ("", false)
                let faults = (marked[place] ?? []).map { $0.message.text(in: visit.language) }
                let kind = [isNumber ? "so" : "", faults.isEmpty ? "" : "o-loi"].filter { !$0.isEmpty }
                return
                    "<td\(" class=\"\(kind.joined(separator: " "))\"" as HTML, if: !kind.isEmpty)\(" title=\"\(faults.joined(separator: "; "))\"" as HTML, if: !faults.isEmpty)>\(text)</td>"
            }
            return "<tr><th scope=\"row\">\(row.index + 1)</th>\(texts)</tr>"
        }
        let more = visit.say(
            "Chỉ hiện \(rowLimit) dòng đầu.", en: "Only the first \(rowLimit) rows are shown.")
        return """
            <h2>\(sheet)</h2><div class="bang-cuon" tabindex="0" role="region" aria-label="\(sheet)"><table class="o-tinh"><thead><tr><td></td>\(heads)</tr></thead><tbody>\(lines)</tbody></table></div>\("<p class=\"phu\">\(more)</p>" as HTML, if: isCut)
            """
    }

    private static func text(of content: SheetCell.Content) -> (String, isNumber: Bool) {
        switch content {
        case .text(let text): (text, false)
        case .number(let number, .plain): (NumberFormat.text(number, grouping: .none), true)
        case .number(let number, .percent): (NumberFormat.percent(number * 100, fraction: .all), true)
        case .number(let number, let shown): (shown.words(for: number) ?? NumberFormat.text(number), true)
        case .boolean(let isTrue): (isTrue ? "TRUE" : "FALSE", false)
        case .date(let date): (date.text(.short), true)
        case .moment(let date, let second):
            (
                "\(date.text(.short)) \(second / 3600):\((second / 60) % 60 < 10 ? "0" : "")\((second / 60) % 60)",
                true
            )
        case .fault(.error(let text)): (text, false)
        case .fault: ("?", false)
        }
    }
}
