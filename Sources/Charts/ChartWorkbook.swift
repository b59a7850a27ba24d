internal import Container
package import Diagnostics
internal import OfficePackage
package import XMLTree

extension Chart {
    /// The sheet of figures that a word processor opens when the chart is edited: the smallest .xlsx workbook.
    package func workbook() throws(Failure) -> [UInt8] {
        var writer = ArchiveWriter()
        let sheet = "xl/worksheets/sheet1.xml"
        let spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml."
        let types = ContentTypes.root(
            defaults: [
                "rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml",
            ],
            parts: [
                ("xl/workbook.xml", spreadsheet + "sheet.main+xml"), (sheet, spreadsheet + "worksheet+xml"),
            ])
        writer.add(ContentTypes.entry, bytes: types.bytes)
        writer.add("_rels/.rels", bytes: Chart.relationship("officeDocument", to: "/xl/workbook.xml").bytes)
        var book = Element.plain(
            "workbook", [:],
            [.plain("sheets", [:], [.plain("sheet", ["name": Chart.sheet, "sheetId": "1", "r:id": "r1"])])])
        book.declare("", Chart.spreadsheet)
        book.declare("r", PackageNames.officeRelationships)
        writer.add("xl/workbook.xml", bytes: book.bytes)
        writer.add(
            "xl/_rels/workbook.xml.rels", bytes: Chart.relationship("worksheet", to: "/" + sheet).bytes)
        writer.add(sheet, bytes: sheetOfFigures.bytes)
        return try writer.bytes()
    }

    static let sheet = "Sheet1"
    private static let spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

    /// A list of one relationship, called `r1`.
    package static func relationship(_ kind: String, to entry: String) -> Element {
        var root = Relationships.emptyRoot
        let type = "\(PackageNames.officeRelationships)/\(kind)"
        root.children = [.element(Relationships.relationship("r1", type, to: .entry(entry), in: root))]
        return root
    }

    private var sheetOfFigures: Element {
        func text(_ words: String, _ place: String) -> Element {
            var shown = Element.plain("t").holding(words)
            shown.keepBlanks()
            return .plain("c", ["r": place, "t": "inlineStr"], [.plain("is", [:], [shown])])
        }
        var rows = [
            Element.plain(
                "row", ["r": "1"],
                series.enumerated().map { text($1.name, Chart.letters(ofColumn: $0 + 1) + "1") })
        ]
        for (place, category) in categories.enumerated() {
            let number = place + 2
            var cells = [text(category, "A\(number)")]
            for (column, series) in series.enumerated() {
                guard let value = series.values[place] else { continue }
                let name = "\(Chart.letters(ofColumn: column + 1))\(number)"
                cells.append(.plain("c", ["r": name], [.plain("v").holding(value)]))
            }
            rows.append(.plain("row", ["r": "\(number)"], cells))
        }
        var root = Element.plain("worksheet", [:], [.plain("sheetData", [:], rows)])
        root.declare("", Chart.spreadsheet)
        return root
    }
}
