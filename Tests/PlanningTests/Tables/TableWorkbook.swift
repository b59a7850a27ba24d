import Container
import Diagnostics
import Planning
import Sheets

/// A workbook made by hand, its first sheet with these rows: a bare number is a number, `=…|5` a formula with its result, all else text.
func workbook(_ lines: [[String]], sheet: String = "Dự toán", hidden: Set<Int> = [], others: [String] = [])
    throws -> [UInt8]
{
    let rows = lines.enumerated().map { index, line in
        let cells = line.enumerated().filter { !$0.element.isEmpty }.map { column, text -> String in
            let place = CellReference(row: index, column: column).text
            if text.hasPrefix("="), let bar = text.lastIndex(of: "|") {
                return
                    "<c r=\"\(place)\"><f>\(text.dropFirst()[..<bar])</f><v>\(text[text.index(after: bar)...])</v></c>"
            }
            if text.hasPrefix("#") { return "<c r=\"\(place)\" t=\"e\"><v>\(text)</v></c>" }
            if Double(text) != nil { return "<c r=\"\(place)\"><v>\(text)</v></c>" }
            let plain = text.hasPrefix("'") ? String(text.dropFirst()) : text
            return "<c r=\"\(place)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(plain)</t></is></c>"
        }
        let mark = hidden.contains(index + 1) ? " hidden=\"1\"" : ""
        return "<row r=\"\(index + 1)\"\(mark)>\(cells.joined())</row>"
    }
    let tabs = others.enumerated().map { index, name in
        "<sheet name=\"\(name)\" sheetId=\"\(index + 2)\" r:id=\"b\"/>"
    }.joined()
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    var writer = ArchiveWriter()
    for (name, text) in [
        (
            "_rels/.rels",
            "<Relationships xmlns=\"\(package)\"><Relationship Id=\"a\" Type=\"\(links)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        ),
        (
            "xl/workbook.xml",
            "<workbook xmlns=\"\(main)\" xmlns:r=\"\(links)\"><sheets><sheet name=\"\(sheet)\" sheetId=\"1\" r:id=\"b\"/>\(tabs)</sheets></workbook>"
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns=\"\(package)\"><Relationship Id=\"b\" Type=\"\(links)/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
        ),
        (
            "xl/worksheets/sheet1.xml",
            "<worksheet xmlns=\"\(main)\"><sheetData>\(rows.joined())</sheetData></worksheet>"
        ),
    ] { writer.add(name, bytes: Array(text.utf8)) }
    return try writer.bytes()
}

/// The estimate of these rows, and what was told of it: codes with their cells.
func readEstimate(_ lines: [[String]], _ keys: String = "") throws -> (BudgetEstimate?, [String]) {
    do {
        let read = try estimateWorkspace(lines, keys)
        return (read.value.estimates[2026], read.warnings.map(\.shown))
    } catch { return (nil, (error as? Failure)?.diagnostics.map(\.shown) ?? []) }
}

/// What was told of the table alone.
func estimateFaults(_ lines: [[String]], _ keys: String = "") throws -> [String] {
    // What the plan of the starter says of its costs is no matter of the table.
    let ofPlan = ["planning.work-item-without-budget", "planning.money-for-free-work-item"]
    return try readEstimate(lines, keys).1.filter { told in
        !told.hasPrefix("sheets.unused") && !ofPlan.contains(where: told.hasPrefix)
    }
}

extension Diagnostic {
    /// `planning.no-rows A1`.
    fileprivate var shown: String {
        let place = location.text(in: .vietnamese)
        return "\(code) \(place.split(separator: "!").last.map(String.init) ?? place)"
    }
}
