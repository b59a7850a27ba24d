import Container
import Diagnostics
import DocumentTemplates
import OfficePackage
import Testing
import Values
import XMLTree

/// Colours and page breaks from data.
@Suite struct Colouring {
    private func template(_ format: OfficeFormat, _ body: String, styles: String = "") throws -> Template {
        let bytes =
            format == .docx
            ? try SmallDocument.docx(body: body) : try SmallDocument.odt(body: body, automaticStyles: styles)
        return try Template(bytes: bytes, file: "mau.\(format.rawValue)")
    }

    private func table(_ format: OfficeFormat, _ rows: [[String]]) -> String {
        format == .docx ? Shorthand.docxTable(rows) : Shorthand.odtTable(rows)
    }

    /// The colour that each cell with text has, nil for none.
    private func colours(_ document: [UInt8]) throws -> [String?] {
        let whole = try SmallDocument.whole(of: document)
        let root = try Element(parsing: Array(whole.utf8), file: "ket-qua")
        var styles: [String: String] = [:]
        root.walk { element in
            guard element.name.local == "style", let name = element.value("name") else { return }
            let fill = element.child("table-cell-properties")?.value("background-color")
            styles[name] = fill.map { String($0.dropFirst()) } ?? "auto"
        }
        var found: [String?] = []
        root.walk { element in
            guard ["tc", "table-cell"].contains(element.name.local) else { return }
            let fill = element.child("tcPr")?.child("shd")?.value("fill")
            let style = element.value("style-name").map { styles[$0] ?? "no style \($0)" }
            let colour = fill ?? style
            found.append(colour == "auto" ? nil : colour)
        }
        return found
    }

    @Test(arguments: OfficeFormat.allCases) func `a cell takes its colour from data`(_ format: OfficeFormat)
        throws
    {
        let template = try template(format, table(format, [["{#l}{ten}", "{muc | to_mau}{muc}{/l}"]]))
        let result = try template.render([
            "l": [["ten": "A", "muc": "đỏ"], ["ten": "B", "muc": .null], ["ten": "C", "muc": "Xanh lá"]]
        ])
        #expect(try colours(result) == [nil, "F8CBAD", nil, nil, nil, "E2EFDA"])
        #expect(PrintedText.of(try SmallDocument.body(of: result)).contains("A¶|đỏ¶|"))
    }

    @Test(arguments: OfficeFormat.allCases) func `a row takes it, and a cell of it may differ`(
        _ format: OfficeFormat
    ) throws {
        let template = try template(
            format, table(format, [["{#l}{to_mau_hang m}{ten}", "{o | cell_colour}x{/l}"]]))
        let result = try template.render([
            "l": [["ten": "A", "m": "yellow", "o": "grey"], ["ten": "B", "m": "", "o": false]]
        ])
        #expect(try colours(result) == ["FFF2CC", "EDEDED", nil, nil])
    }

    @Test func `a cell without a colour in the data keeps the one it has`() throws {
        let body =
            "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tcPr><w:tcW w:w=\"100\" w:type=\"dxa\"/>"
            + "<w:shd w:val=\"clear\" w:fill=\"ABCDEF\"/></w:tcPr>\(Shorthand.docx("{m | to_mau}x"))</w:tc></w:tr></w:tbl>"
        let template = try template(.docx, body)
        #expect(try colours(template.render(["m": .null])) == ["ABCDEF"])
        #expect(try colours(template.render(["m": "tím"])) == ["E4DFEC"])
        let odt =
            "<table:table><table:table-column/><table:table-row><table:table-cell table:style-name=\"o\">"
            + "\(Shorthand.odt("{m | to_mau}x"))</table:table-cell></table:table-row></table:table>"
        let style =
            "<style:style style:name=\"o\" style:family=\"table-cell\"><style:table-cell-properties "
            + "fo:background-color=\"#ABCDEF\" fo:padding=\"1mm\"/></style:style>"
        let other = try self.template(.odt, odt, styles: style)
        #expect(try colours(other.render(["m": .null])) == ["ABCDEF"])
        let result = try other.render(["m": "tím"])
        #expect(try colours(result) == ["E4DFEC"])
        #expect(
            try SmallDocument.whole(of: result).contains("fo:padding=\"1mm\" fo:background-color=\"#E4DFEC\"")
        )
    }

    @Test func `without a colour nothing is written over that of a style`() throws {
        let bytes = try template(.docx, table(.docx, [["{m | to_mau}x", "{m | to_mau_hang}y"]]))
        for value in [.null, "", false, 0] as [Value] {
            #expect(try !SmallDocument.body(of: bytes.render(["m": value])).contains("w:shd"))
        }
        #expect(try SmallDocument.body(of: bytes.render(["m": "đỏ"])).ranges(of: "<w:shd ").count == 2)
    }

    @Test(arguments: OfficeFormat.allCases) func `letters take it`(_ format: OfficeFormat) throws {
        let template = try SmallDocument.template(format, ["{#l}", "Mức {muc}{muc | to_mau_chu}", "{/l}"])
        let result = try template.render(["l": [["muc": "đỏ"], ["muc": ""]]])
        let body = try SmallDocument.body(of: result)
        #expect(PrintedText.of(body) == "Mức đỏ¶Mức ¶")
        if format == .docx {
            #expect(body.contains("<w:color w:val=\"C00000\""))
            #expect(body.ranges(of: "<w:color ").count == body.ranges(of: "w:val=\"C00000\"").count)
        } else {
            #expect(body.contains("text:style-name=\"vt_chu_1_do\""))
            #expect(try SmallDocument.whole(of: result).contains("style:name=\"vt_chu_1_do\""))
            #expect(try SmallDocument.whole(of: result).contains("fo:color=\"#C00000\""))
        }
    }

    @Test(arguments: OfficeFormat.allCases) func `a paragraph begins a page when the data say so`(
        _ format: OfficeFormat
    ) throws {
        let template = try SmallDocument.template(
            format, ["{#l}", "{not $dau | sang_trang}Tờ {$stt}", "{/l}"])
        let result = try template.render(["l": [1, 2, 3]])
        let body = try SmallDocument.body(of: result)
        #expect(PrintedText.of(body) == "Tờ 1¶Tờ 2¶Tờ 3¶")
        if format == .docx {
            #expect(body.ranges(of: "<w:pageBreakBefore w:val=\"1\"").count == 2)
            #expect(body.ranges(of: "<w:pageBreakBefore w:val=\"0\"").count == 1)
        } else {
            #expect(body.ranges(of: "text:style-name=\"vt_sang_trang_1\"").count == 2)
            let whole = try SmallDocument.whole(of: result)
            #expect(
                whole.contains("style:name=\"vt_sang_trang_1\"") && whole.contains("fo:break-before=\"page\"")
            )
        }
    }

    @Test(
        arguments: [
            ("xanh", "template.unknown-colour"), ("#FF0000", "template.unknown-colour"),
            (7, "template.unknown-colour"),
        ] as [(Value, String)]) func `a colour that is not known is told`(_ colour: Value, _ code: String)
        throws
    {
        let template = try template(.docx, table(.docx, [["{m | to_mau}x"]]))
        let failure = #expect(throws: Failure.self) { try template.render(["m": colour]) }
        #expect(failure?.diagnostics.map(\.code) == [code])
    }

    @Test func `a colour that has no place is told`() {
        func codes(_ body: String) -> [String] {
            do {
                _ = try template(.docx, body)
                return []
            } catch { return (error as? Failure)?.diagnostics.map(\.code) ?? [] }
        }
        #expect(codes(Shorthand.docx("{m | to_mau}x")) == ["template.colour-outside-of-cell"])
        #expect(
            codes(table(.docx, [["a", "{#l | theo_cot}{m | to_mau}x{/l}"]])) == ["template.colour-in-grid"])
        #expect(codes(table(.docx, [["a", "{#l | theo_cot}{m | to_mau_chu}x{/l}"]])) == [])
    }
}
