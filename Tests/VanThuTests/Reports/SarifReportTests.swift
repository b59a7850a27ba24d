import Diagnostics
import TestSupport
import Testing

@testable import OfficeDocument
@testable import OfficialFormat
@testable import VanThu

@Suite struct SarifReports {
    private let rules = [
        Rule(
            code: .pageSize, checklistEntry: "S01", severity: .error, mending: .automatic,
            clauses: [
                .init(profile: .decree30, place: "mục I.1"), .init(profile: .guidance05, place: "phần 2"),
            ], explanation: Wording("Câu một. Câu hai.", en: "Sentence one. Sentence two."), right: "đúng",
            wrong: "sai"),
        Rule(
            code: .pageMargin, checklistEntry: "S02", severity: .note, mending: .byHand,
            clauses: [.init(profile: .decree30, place: "thông lệ")],
            explanation: Wording("Một câu", en: "A sentence"), right: "đúng", wrong: "sai"),
    ]

    private func finding(_ rule: RuleCode, _ paragraph: Int?, cell: Location.Cell? = nil) -> CheckFinding {
        CheckFinding(
            rule: rule, severity: rule == .pageSize ? .error : .note,
            component: paragraph == nil ? nil : .numberAndCode,
            place: paragraph.map {
                ReadParagraph.Place(part: "word/document.xml", number: $0, cell: cell, path: [])
            }, excerpt: paragraph == nil ? "" : "Số 5", found: Wording("thấy", en: "found"),
            right: Wording("đúng", en: "right"), clause: "mục I.1",
            mends: [.keepRowWhole(ElementPlace(part: "word/document.xml", path: []))], furtherPlaces: 0)
    }

    private func document(_ file: String, _ findings: [CheckFinding]) -> CheckedDocument {
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
                    finding(.pageMargin, nil),
                    finding(.pageSize, 4, cell: .init(table: 1, row: 2, column: 1)), finding(.pageSize, 9),
                ]), document("/tmp/a:b.odt", []),
        ]
        let report = SarifReport(documents, rules: rules, version: "1.0", in: .english)
        try expectGolden(report.json, named: "check.sarif")
    }
}
