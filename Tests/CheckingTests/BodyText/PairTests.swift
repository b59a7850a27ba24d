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
    ("Các đơn vị (thuộc {so} thực hiện.", false),
]) func `what is opened is closed`(text: String, isTold: Bool) throws {
    #expect(try isToldOpen([text]) == isTold)
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
