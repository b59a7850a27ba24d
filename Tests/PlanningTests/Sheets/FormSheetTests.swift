import Diagnostics
import Foundation
import Planning
import Sheets
import TestSupport
import Testing

private let example = exampleFolder.replacing("skhcn-dak-nong", with: "ba-don-vi-ba-nam")

/// The forms of the example that is made from Excel sheets only.
@Suite(.enabled(if: canWrite, "libxlsxwriter is not installed")) struct FormSheetTests {
    private func sheets() throws -> [WrittenSheet] {
        let workspace = try Workspace.reading(folder: example).value
        return try workspace.tableForms.map { name, _ in
            var sheet = try workspace.formTable(name, year: 2026).value.sheet
            sheet.name = name
            return sheet
        }
    }

    @Test(.enabled(if: calc != nil, "LibreOffice is not installed"))
    func `every form holds what LibreOffice computes`() throws {
        let bytes = try sheets().workbook()
        let saved = try numbers(bytes, "a.xlsx")
        let computed = try numbers(try recalculated(bytes), "a.ods")
        #expect(saved.count > 850)
        let wrong = saved.filter { computed[$0.key] != $0.value }
        #expect(wrong.isEmpty, "\(wrong.sorted { $0.key < $1.key }.prefix(5))")
    }

    @Test(.enabled(if: calc != nil, "LibreOffice is not installed"))
    func `a wrong value beside a formula would be seen`() throws {
        var sheet = try #require(try sheets().first)
        var rows = Array(sheet.rows)
        let place = try #require(
            rows.indices.flatMap { row in rows[row].cells.indices.map { (row, $0) } }.first { row, column in
                if case .formula = rows[row].cells[column].content { true } else { false }
            })
        guard case .formula(let text, let result) = rows[place.0].cells[place.1].content else { return }
        rows[place.0].cells[place.1].content = .formula(text, result: result + 1)
        sheet.rows = rows
        let bytes = try [sheet].workbook()
        #expect(try numbers(bytes, "a.xlsx") != numbers(try recalculated(bytes), "a.ods"))
    }

    @Test func `the estimate of three units is what their sheets come to`() throws {
        let workspace = try Workspace.reading(folder: example).value
        // 6 × 1.200.000 + 150 × 2 × 30.000 + 150 × 45.000 + 4 × 3.500.000, and so on.
        let units = ["VP": 36_950_000, "TTTT": 96_000_000, "CCDL": 22_400_000]
        #expect(workspace.estimates[2026]?.total.dong == units.values.reduce(0, +))
        let table = try workspace.formTable("theo-don-vi", year: 2026).value
        let amounts = table.rows.filter { $0.kind == .item }.compactMap { row -> Decimal? in
            if case .number(let number) = row.cells[2] { number } else { nil }
        }
        #expect(amounts.sorted() == units.values.map { Decimal($0) }.sorted())
        #expect(table.index == ["A", "B", "1", "2", "3"])
    }

    @Test func `a change within the year is told with its decision`() throws {
        let workspace = try Workspace.reading(folder: example).value
        let table = try workspace.formTable("dieu-chinh", year: 2026).value
        let rows = table.rows.map { $0.cells.map(\.text) }
        #expect(
            rows.contains {
                $0.dropFirst() == [
                    "Nước uống giữa giờ", "9.000.000", "", "-2.000.000", "7.000.000", "-2.000.000",
                ]
            })
        #expect(
            rows.contains {
                $0.dropFirst() == [
                    "Viết, biên tập tin, bài", "36.000.000", "2.000.000", "", "38.000.000", "2.000.000",
                ]
            })
        #expect(
            rows.last?.dropFirst() == [
                "Tổng các dòng điều chỉnh", "45.000.000", "2.000.000", "-2.000.000", "45.000.000", "0",
            ])
        #expect(table.heads[1].map(\.text) == ["Quyết định số 45/QĐ-SKHCN ngày 12/6/2026"])
        #expect(table.index == ["A", "B", "1", "2", "3", "4=1+2+3", "5"])
    }

    @Test func `heads of groups span their columns`() throws {
        let workspace = try Workspace.reading(folder: example).value
        let table = try workspace.formTable("tt69-13", year: 2026).value
        #expect(table.heads[0].map(\.columns) == [1, 1, 2, 3, 1, 3, 3, 1])
        #expect(table.heads[0].map(\.rows) == [2, 2, 1, 1, 2, 1, 1, 2])
        #expect(table.index[7] == "8=6/4")
        // What other years' estimates say of the same rows stands beside this year's.
        let three = try workspace.formTable("ba-nam", year: 2026).value
        let total = try #require(three.rows.last)
        let years = [2026, 2027, 2028].compactMap { workspace.estimates[$0]?.total }
        #expect(total.cells[2...4].map(\.text) == years.map(\.text))
    }

    @Test func `a unit's blank sheets are read as they are`() throws {
        let workspace = try Workspace.reading(folder: example).value
        let unit = try #require(workspace.agency.unit("VP"))
        for (file, sheets) in workspace.sheetsToFill(by: unit, year: 2027) {
            let book = try Workbook(bytes: try sheets.workbook(), file: file)
            #expect(book.sheets.map(\.name).contains("Hướng dẫn"))
        }
    }

    @Test func `remarks stand in the cells they are about`() throws {
        try withScratchFolder { folder in
            let path = folder.path + "/VP.xlsx"
            let bytes = try workbook([["Nội dung chi", "Số lượng"], ["Thuê xe", "abc"]])
            try Data(bytes).write(to: URL(filePath: path))
            let fault = Diagnostic.error(
                "data.wrong-type", at: .cell(file: path, sheet: "Dự toán", reference: "B2"), "không phải số",
                en: "no number", fix: "ghi số", en: "write a number")
            let sheets = try Remarks.sheets(of: path, [fault])
            #expect(sheets.map(\.name) == ["Nhận xét", "Dự toán"])
            let rows = Array(sheets[1].rows)
            #expect(rows[1].cells[1].note == "không phải số\nCách sửa: ghi số")
            #expect(rows[1].cells[1].content == .text("abc"))
            #expect(rows[1].cells[0].note == nil)
            #expect(try !sheets.workbook().isEmpty)
        }
    }
}
