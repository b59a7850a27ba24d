import Diagnostics
import DocumentTemplates
import Testing
import Values

private struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let template: [[GridTable.Cell]]
    let data: Value
    /// Nil where the table goes.
    let result: [[GridTable.Cell]]?

    var testDescription: String { name }

    init(_ name: String, _ template: [[GridTable.Cell]], _ data: Value, _ result: [[GridTable.Cell]]?) {
        self.name = name
        self.template = template
        self.data = data
        self.result = result
    }
}

private typealias Cell = GridTable.Cell

@Suite struct TableGrids {
    private static let provinces: Value = [
        "tinh": [
            ["t": "A", "huyen": [["h": "X", "xa": ["1", "2"]], ["h": "Y", "xa": ["3"]]]],
            ["t": "A", "huyen": [["h": "Y", "xa": ["4"]]]], ["t": "B", "huyen": [["h": "Y", "xa": ["5"]]]],
        ]
    ]

    private static let overSections: [Case] = [
        Case(
            "a name goes on over the sections inside, as far as the names before it do",
            [["{#tinh}{#huyen}{#xa}{t | gop_o}", "{h | gop_o}", "{.}{/xa}{/huyen}{/tinh}"]], provinces,
            [
                [Cell("A", rows: 4), Cell("X", rows: 2), "1"], ["2"], [Cell("Y", rows: 2), "3"], ["4"],
                ["B", "Y", "5"],
            ]),
        Case(
            "a row between ends it",
            [["{#tinh}{#huyen}{t | gop_o}", "{h | gop_o}{/huyen}"], ["Cộng", "{t}{/tinh}"]], provinces,
            [
                [Cell("A", rows: 2), "X"], ["Y"], ["Cộng", "A"], ["A", "Y"], ["Cộng", "A"], ["B", "Y"],
                ["Cộng", "B"],
            ]),
        Case(
            "rows that are shown on a condition", [["{#l}{#c}{a | gop_o}", "{b}{/c}{/l}"]],
            [
                "l": [
                    ["a": "x", "b": "1", "c": true], ["a": "x", "b": "2", "c": false],
                    ["a": "x", "b": "3", "c": true], ["a": "y", "b": "4", "c": true],
                ]
            ], [[Cell("x", rows: 2), "1"], ["3"], ["y", "4"]]),
    ]

    private static let underSpans: [Case] = [
        Case(
            "a row vanishes under a span",
            [[Cell("Nhóm", rows: 2), "đầu"], ["{-hàng l}{.}{/l}"], ["Cộng", "9"]], ["l": []],
            [["Nhóm", "đầu"], ["Cộng", "9"]]),
        Case(
            "a row repeats under a span",
            [[Cell("Nhóm", rows: 2), "đầu"], ["{-hàng l}{.}{/l}"], ["Cộng", "9"]], ["l": ["a", "b", "c"]],
            [[Cell("Nhóm", rows: 4), "đầu"], ["a"], ["b"], ["c"], ["Cộng", "9"]]),
        Case(
            "a condition takes the middle row away",
            [[Cell("Nhóm", rows: 3), "r1"], ["{-hàng c}r2{/c}"], ["r3"], ["Cộng", "9"]], ["c": false],
            [[Cell("Nhóm", rows: 2), "r1"], ["r3"], ["Cộng", "9"]]),
        Case(
            "the row with the beginning goes, the label stays",
            [[Cell("Nhóm", rows: 3), "{-hàng c}r1{/c}"], ["r2"], ["r3"]], ["c": false],
            [[Cell("Nhóm", rows: 2), "r2"], ["r3"]]),
        Case(
            "the row with the beginning repeats, the label stands once",
            [[Cell("Nhóm", rows: 2), "{-hàng l}{.}{/l}"], ["Cộng"]], ["l": ["a", "b"]],
            [[Cell("Nhóm", rows: 3), "a"], ["b"], ["Cộng"]]),
        Case(
            "all rows of a span go",
            [["đầu", "x"], [Cell("Nhóm", rows: 2), "{-hàng c}r1{/c}"], ["{-hàng c}r2{/c}"]], ["c": false],
            [["đầu", "x"]]),
        Case(
            "a span of its own in each repeat",
            [[Cell("{#ds}{ten}", rows: 2), "{-hàng l}{.}{/l}"], ["Cộng{/ds}"]],
            ["ds": [["ten": "A", "l": ["1", "2"]], ["ten": "B", "l": []]]],
            [[Cell("A", rows: 3), "1"], ["2"], ["Cộng"], ["B", "Cộng"]]),
        Case(
            "a span of rows and columns",
            [[Cell("Nhóm", columns: 2, rows: 2), "x"], ["{-hàng l}{.}{/l}"], ["a", "b", "c"]],
            ["l": ["1", "2"]], [[Cell("Nhóm", columns: 2, rows: 3), "x"], ["1"], ["2"], ["a", "b", "c"]]),
    ]

    private static let cells: [Case] = [
        Case(
            "a loop over cells in two rows", [["M", "{-ô c}{.}{/c}"], ["k", "{-cell c}{.}{/c}"]],
            ["c": ["A", "B", "C"]], [["M", "A", "B", "C"], ["k", "A", "B", "C"]]),
        Case(
            "a matrix", [["M", "{-w:tc cot}{.}{/cot}"], ["{#hang}{r}", "{-w:tc o}{.}{/o}{/hang}"]],
            ["cot": ["A", "B"], "hang": [["r": 1, "o": [1, 2]], ["r": 2, "o": [3, 4]]]],
            [["M", "A", "B"], ["1", "1", "2"], ["2", "3", "4"]]),
        Case(
            "a head over the repeated columns and the next",
            [["M", Cell("Năm", columns: 2)], ["k", "{-ô c}{.}{/c}", "Cộng"]], ["c": ["A", "B", "C"]],
            [["M", Cell("Năm", columns: 4)], ["k", "A", "B", "C", "Cộng"]]),
        Case(
            "a head over the repeated column alone", [["M", "Năm"], ["k", "{-ô c}{.}{/c}"]],
            ["c": ["A", "B"]], [["M", Cell("Năm", columns: 2)], ["k", "A", "B"]]),
        Case(
            "columns inside of columns",
            [["M", "{-ô nam}{so}{/nam}"], ["k", "{-ô nam}{-ô nguon}{.}{/nguon}{/nam}"]],
            ["nam": [["so": 2025, "nguon": ["a", "b"]], ["so": 2026, "nguon": ["c"]]]],
            [["M", Cell("2025", columns: 2), "2026"], ["k", "a", "b", "c"]]),
        Case(
            "so many records a row", [["{#ds | theo_nhom(3)}{-ô muc}{.}{/muc}{/ds}"]],
            ["ds": ["1", "2", "3", "4"]], [["1", "2", "3"], ["4", "", ""]]),
        Case(
            "rows of different lengths", [["{#ds}{-ô l}{.}{/l}", "z{/ds}"]],
            ["ds": [["l": ["1"]], ["l": ["2", "3"]]]], [["1", "", "z"], ["2", "3", "z"]]),
        Case("no column is left", [["a", "{-ô c}{.}{/c}"], ["b", "x"]], ["c": []], [["a"], ["b"]]),
        Case("no cell is left", [["{-ô c}{.}{/c}"]], ["c": []], nil),
        Case(
            "rows over one list, columns over another", [["{#ngoai}{#trong | theo_cot}{.}{/trong}{/ngoai}"]],
            ["ngoai": [["trong": ["I", "am"]], ["trong": ["u", "v"]]]], [["I", "am"], ["u", "v"]]),
        Case(
            "the same columns asked for twice",
            [["M", "{#c | theo_cot}{ten}{/c}"], ["k", "{#c | theo_cot}{so}{/c}"]],
            ["c": [["ten": "A", "so": 1], ["ten": "B", "so": 2]]], [["M", "A", "B"], ["k", "1", "2"]]),
        Case(
            "equal neighbours in a row", [["{-ô c}{. | gop_ngang}{/c}"], ["{-ô c}{.}{/c}"]],
            ["c": ["a", "a", "b", "", ""]], [[Cell("a", columns: 2), "b", "", ""], ["a", "a", "b", "", ""]]),
        Case(
            "equal cells below each other beside repeated cells",
            [["{#ds}{nhom | gop_o}", "{-ô l}{.}{/l}{/ds}"]],
            [
                "ds": [
                    ["nhom": "A", "l": [1, 2]], ["nhom": "A", "l": [3, 4]], ["nhom": "B", "l": [5, 6]],
                ]
            ], [[Cell("A", rows: 2), "1", "2"], ["3", "4"], ["B", "5", "6"]]),
        Case(
            "cells under a span of rows",
            [[Cell("Nhóm", rows: 2), "{-ô c}{.}{/c}"], ["{#r}{-ô c}{.}{/c}{/r}"]],
            ["c": ["1", "2"], "r": [1, 2]], [[Cell("Nhóm", rows: 3), "1", "2"], ["1", "2"], ["1", "2"]]),
    ]

    @Test(arguments: underSpans + overSections + cells, GridTable.Format.allCases)
    fileprivate func `a table keeps its geometry`(_ one: Case, _ format: GridTable.Format) throws {
        let result = try GridTable(one.template).rendered(in: format, one.data)
        #expect(result == one.result.map { GridTable($0) })
    }

    @Test func `widths are shared and added up`() throws {
        var table = GridTable([["M", Cell("Năm", columns: 2)], ["k", "{-ô c}{.}{/c}", "Cộng"]])
        table.widths = [900, 900, 900]
        let data: Value = ["c": ["A", "B", "C"]]
        let docx = try SmallDocument.docx(body: table.docx)
        let word = try SmallDocument.body(of: Template(bytes: docx, file: "mau.docx").render(data))
        let widths = word.numbers(between: "<w:gridCol w:w=\"", "\"")
        #expect(widths == ["900", "300", "300", "300", "900"])
        #expect(word.numbers(between: "w:type=\"dxa\" w:w=\"", "\"") == ["900", "1800"] + widths)
    }

    @Test(arguments: [
        [["a", Cell("b", columns: 2)], [Cell("c", columns: 2), "{-ô l}x{/l}"], ["x", "{-ô l}y", "z{/l}"]]
    ]) func `a cell half inside of the columns is told`(_ rows: [[GridTable.Cell]]) throws {
        for format in GridTable.Format.allCases {
            let failure = #expect(throws: Failure.self) {
                try GridTable(rows).rendered(in: format, ["l": [1]])
            }
            #expect(Set(failure?.diagnostics.map(\.code) ?? []) == ["template.unspannable-columns"])
        }
    }
}

extension String {
    /// What stands between two marks, each time.
    fileprivate func numbers(between start: String, _ end: String) -> [String] {
        split(separator: start, omittingEmptySubsequences: false).dropFirst().map {
            String($0.split(separator: end, omittingEmptySubsequences: false)[0])
        }
    }
}
