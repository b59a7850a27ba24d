import Diagnostics
import TestSupport
import Testing

@testable import Checking
@testable import OfficeDocument
@testable import Regulations
@testable import VanThu

@Suite struct SarifReports {
    private static let first = Rule(
        "format.first", "S01", .error, .automatic(.mark),
        [.init(profile: .decree30, place: "mục I.1"), .init(profile: .guidance05, place: "phần 2")],
        "Câu một. Câu hai.", en: "Sentence one. Sentence two.", right: "đúng", wrong: "sai")
    private static let second = Rule(
        "format.second", "S02", .note, .byHand, [.init(profile: .decree30, place: "thông lệ")], "Một câu",
        en: "A sentence", right: "đúng", wrong: "sai")

    private func finding(_ rule: Rule, _ paragraph: Int?, cell: Location.Cell? = nil) -> Finding {
        Finding(
            rule: rule, severity: rule.severity, component: paragraph == nil ? nil : .numberAndCode,
            place: paragraph.map {
                ReadParagraph.Place(part: "word/document.xml", number: $0, cell: cell, path: [])
            }, excerpt: paragraph == nil ? "" : "Số 5", found: Wording("thấy", en: "found"),
            right: Wording("đúng", en: "right"), clause: "mục I.1",
            mends: [.keepRowWhole(ElementPlace(part: "word/document.xml", path: []))], further: [])
    }

    private func document(_ file: String, _ findings: [Finding]) -> CheckedDocument {
        let warning = Diagnostic.warning(
            "document.missing-part", at: .file(file), "thiếu phần", en: "a part is missing")
        return CheckedDocument(
            file: file, verdict: .judged, standard: .decree30, messages: [warning], findings: findings)
    }

    @Test func `the report for code hosts keeps its shape`() throws {
        let documents = [
            document(
                "thư mục/kế hoạch.docx",
                [
                    finding(Self.second, nil),
                    finding(Self.first, 4, cell: .init(table: 1, row: 2, column: 1)), finding(Self.first, 9),
                ]), document("/tmp/a:b.odt", []),
        ]
        let report = SarifReport(documents, rules: [Self.first, Self.second], version: "1.0", in: .english)
        try expectGolden(report.json, named: "check.sarif")
    }
}
