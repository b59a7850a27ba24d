import OfficeDocument
import OfficePackage
import Testing

@testable import Checking
@testable import Forms

/// Paragraphs put into a right document, and whether a bracket or a quotation is told to be open.
private func isToldOpen(_ paragraphs: [String]) throws -> Bool {
    var document = RightDocuments.plan
    document.insert(paragraphs.map { FormStyle.body($0) }, .after, Mutation.lastPoint)
    return OfficialCheck(of: try document.read(as: .docx)).findings.contains { $0.rule == .pairUnclosed }
}

@Test(arguments: [
    ("Các đơn vị (thuộc Sở) thực hiện.", false), ("Các đơn vị (thuộc Sở thực hiện.", true),
    ("Các đơn vị ((thuộc Sở) thực hiện.", true), ("Các đơn vị ((thuộc Sở)) thực hiện.", false),
    ("Phong trào “thi đua” năm 2026.", false), ("Phong trào “thi đua năm 2026.", true),
    ("Phong trào “thi “đua” năm 2026.", true), ("Phong trào “thi đua\" năm 2026.", true),
    ("Các đơn vị (thuộc {so} thực hiện.", false), ("Gồm (một; 1) hai; a) ba; ii) bốn.", false),
]) func `what is opened is closed`(text: String, isTold: Bool) throws {
    #expect(try isToldOpen([text]) == isTold)
}

/// What closes it may end in a word as short as the number of an item.
@Test(arguments: [
    ("của Sở) thực hiện.", false), ("của xã) thực hiện.", false), ("a) Thực hiện.", true),
    ("12) Thực hiện.", true), ("a.1) Thực hiện.", true), ("iv) Thực hiện.", true),
    ("năm 2026) thực hiện.", false), ("a.1.1) Thực hiện.", true), ("10.10) Thực hiện.", true),
    ("a.10.1) Thực hiện.", false), ("xviii) Thực hiện.", true), ("xxviii) Thực hiện.", false),
]) func `a short word before a bracket is no number of an item`(next: String, isTold: Bool) throws {
    #expect(try isToldOpen(["Các đơn vị (kể cả đơn vị trực thuộc", next]) == isTold)
}

@Test(arguments: OfficeFormat.allCases) func `what a cell opens it closes`(format: OfficeFormat) throws {
    for (texts, below, isTold) in [
        (["Cấp tỉnh (3.585"], "2", true), (["Cấp tỉnh (3.585)"], "2", false),
        (["Cấp tỉnh (3.585;", "cấp xã 6.233)"], "2", false), (["Cấp tỉnh (3.585;"], "cấp xã 6.233)", false),
        (["Cấp tỉnh (3.585;", "cấp xã 6.233"], "2", true),
    ] {
        let rows = [[["STT"], ["Số"]], [["1"], texts], [["2"], [below]]].map { cells in
            Table.Row(cells.map { Table.Cell($0.map { FormStyle.textCell($0) }) })
        }
        var document = RightDocuments.plan
        let table = Table(columns: [20, 145].map(Length.millimetres), grid: .thin, rows: rows)
        document.insert([.table(table)], .after, Mutation.lastPoint)
        let findings = OfficialCheck(of: try document.read(as: format)).findings
        #expect(findings.contains { $0.rule == .pairUnclosed } == isTold, "\(texts)")
    }
}

/// Forty paragraphs are looked through; a bracket behind up to three letters lists something.
@Test(arguments: [(0, false), (1, false), (39, false), (40, true), (41, true)])
func `it may be closed in a later paragraph`(between: Int, isTold: Bool) throws {
    for (open, close) in [("(", "nghiệp)"), ("“", "nghiệp”")] {
        let fillers = Array(repeating: "\(RightDocuments.sentence).", count: between)
        #expect(
            try isToldOpen(["Các đơn vị \(open)thuộc Sở."] + fillers + ["Các doanh \(close) thực hiện."])
                == isTold, "\(open)")
    }
}
