import Container
import Diagnostics
import Sheets
import Testing
import VietnameseText

/// A workbook of Excel put together part by part, with the habits of whoever is played.
struct HandMadeWorkbook {
    var sheets: [(name: String, rows: String)]
    /// What stands around `<sheetData>`.
    var before = ""
    var after = ""
    var sharedStrings: String?
    var styles = ""
    var workbookProperties = ""
    var namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    var relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var mainPart = "xl/workbook.xml"
    /// How relationships name a part of the package.
    var target: (String) -> String = { $0 }
    var prefix = ""
    var extra: [(String, String)] = []
    var extraLinks = ""

    init(_ rows: String, sheet: String = "Dự toán") { sheets = [(sheet, rows)] }

    private static let links = "http://schemas.openxmlformats.org/package/2006/relationships"

    var parts: [(String, String)] {
        let p = prefix.isEmpty ? "" : prefix + ":"
        let xmlns = prefix.isEmpty ? "xmlns" : "xmlns:" + prefix
        let folder = mainPart.split(separator: "/").dropLast().joined(separator: "/")
        let name = mainPart.split(separator: "/").last ?? ""
        var tabs = ""
        var links = ""
        var parts: [(String, String)] = []
        for (index, sheet) in sheets.enumerated() {
            let part = "worksheets/sheet\(index + 1).xml"
            tabs += "<\(p)sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>"
            links +=
                "<Relationship Id=\"rId\(index + 1)\" Type=\"\(relationships)/worksheet\" Target=\"\(target(part))\"/>"
            parts.append(
                (
                    "\(folder)/\(part)",
                    "<\(p)worksheet \(xmlns)=\"\(namespace)\">\(before)<\(p)sheetData>\(sheet.rows)</\(p)sheetData>\(after)</\(p)worksheet>"
                ))
        }
        if let sharedStrings {
            links +=
                "<Relationship Id=\"s\" Type=\"\(relationships)/sharedStrings\" Target=\"\(target("sharedStrings.xml"))\"/>"
            parts.append(
                (
                    "\(folder)/sharedStrings.xml",
                    "<\(p)sst \(xmlns)=\"\(namespace)\">\(sharedStrings)</\(p)sst>"
                ))
        }
        if !styles.isEmpty {
            links +=
                "<Relationship Id=\"t\" Type=\"\(relationships)/styles\" Target=\"\(target("styles.xml"))\"/>"
            parts.append(
                (
                    "\(folder)/styles.xml",
                    "<\(p)styleSheet \(xmlns)=\"\(namespace)\">\(styles)</\(p)styleSheet>"
                ))
        }
        parts.append(
            (
                mainPart,
                "<\(p)workbook \(xmlns)=\"\(namespace)\" xmlns:r=\"\(relationships)\">\(workbookProperties)<\(p)sheets>\(tabs)</\(p)sheets></\(p)workbook>"
            ))
        parts.append(
            (
                "\(folder)/_rels/\(name).rels",
                "<Relationships xmlns=\"\(Self.links)\">\(links)\(extraLinks)</Relationships>"
            ))
        parts.append(
            (
                "_rels/.rels",
                "<Relationships xmlns=\"\(Self.links)\"><Relationship Id=\"m\" Type=\"\(relationships)/officeDocument\" Target=\"\(mainPart)\"/></Relationships>"
            ))
        return parts + extra
    }

    var bytes: [UInt8] { zipped(parts) }

    func opened() throws -> Workbook { try Workbook(bytes: bytes, file: "du-toan.xlsx") }
}

/// A spreadsheet of OpenDocument put together by hand.
struct HandMadeSpreadsheet {
    var tables: String
    var manifestEntries = ""
    /// The program that is said to have saved it.
    var generator: String?

    init(_ rows: String, table: String = "Dự toán") {
        tables = "<table:table table:name=\"\(table)\">\(rows)</table:table>"
    }

    var bytes: [UInt8] {
        let names = [
            ("office", "office"), ("table", "table"), ("text", "text"), ("draw", "drawing"), ("dc", "dc"),
        ].map { "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($1):1.0\"" }.joined(separator: " ")
        let extended =
            "xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\""
        let office = "urn:oasis:names:tc:opendocument:xmlns"
        let meta = generator.map {
            (
                "meta.xml",
                "<o:document-meta xmlns:o=\"\(office):office:1.0\" xmlns:m=\"\(office):meta:1.0\"><o:meta><m:generator>\($0)</m:generator></o:meta></o:document-meta>"
            )
        }
        return zipped(
            [
                ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
                (
                    "content.xml",
                    "<office:document-content \(names) \(extended)><office:body><office:spreadsheet>\(tables)</office:spreadsheet></office:body></office:document-content>"
                ),
                (
                    "META-INF/manifest.xml",
                    "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">\(manifestEntries)</m:manifest>"
                ),
            ] + [meta].compactMap { $0 })
    }

    func opened() throws -> Workbook { try Workbook(bytes: bytes, file: "du-toan.ods") }
}

func zipped(_ parts: [(String, String)]) -> [UInt8] {
    var writer = ArchiveWriter()
    for (name, text) in parts { writer.add(name, bytes: Array(text.utf8)) }
    return (try? writer.bytes()) ?? []
}

extension Workbook {
    func allRows(ofSheet name: String = "Dự toán") throws -> [SheetRow] {
        var rows = try rows(ofSheet: name)
        var all: [SheetRow] = []
        while let row = try rows.next() { all.append(row) }
        return all
    }
}

extension SheetRow {
    /// The row as a line: `5: A=1 B="Thuê xe"`.
    var line: String {
        let words = cells.map { cell in
            let value =
                switch cell.content {
                case .text(let text): "\"\(text)\""
                case .number(let number, let shown): "\(number)" + (shown == .percent ? "%" : "")
                case .boolean(let flag): "\(flag)"
                case .date(let date): date.text(.iso)
                case .moment(let date, let second): "\(date.text(.iso))+\(second)"
                case .fault(let fault): "!\(fault)"
                }
            let mark =
                switch cell.origin {
                case .typed: ""
                case .formula: " (=)"
                case .sum: " (Σ)"
                }
            return CellReference.letters(ofColumn: cell.column) + "=" + value + mark
        }
        return "\(index + 1)\(isHidden ? " hidden" : ""): " + words.joined(separator: " ")
    }
}
