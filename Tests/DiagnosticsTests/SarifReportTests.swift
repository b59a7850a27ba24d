import Diagnostics
import TestSupport
import Testing

@Suite struct SarifReports {
    private let rules = [
        SarifReport.Rule(
            code: "format.first", severity: .error, clauses: ["mục I.1", "phần 2"],
            explanation: Wording("Câu một. Câu hai.", en: "Sentence one. Sentence two."), right: "đúng",
            wrong: "sai", canBeMended: true),
        SarifReport.Rule(
            code: "format.second", severity: .note, clauses: ["thông lệ"],
            explanation: Wording("Một câu", en: "A sentence"), right: "đúng", wrong: "sai", canBeMended: false
        ),
    ]

    private func finding(_ rule: String, _ paragraph: Int?, cell: [Int]? = nil) -> CheckReport.Finding {
        CheckReport.Finding(
            rule: rule, severity: rule == "format.first" ? "error" : "note",
            component: paragraph == nil ? nil : "soKyHieu",
            part: paragraph == nil ? nil : "word/document.xml", paragraph: paragraph, cell: cell,
            excerpt: paragraph == nil ? nil : "Số 5", found: .init(Wording("thấy", en: "found")),
            right: .init(Wording("đúng", en: "right")), clause: "mục I.1", canBeMended: true, furtherPlaces: 0
        )
    }

    private func document(_ file: String, _ findings: [CheckReport.Finding]) -> CheckReport.Document {
        let warning = Diagnostic.warning(
            "document.missing-part", at: .file(file), "thiếu phần", en: "a part is missing")
        let told = findings.map { _ in Diagnostic.error("format.first", at: .file(file), "lỗi", en: "fault") }
        return CheckReport.Document(
            file: file, verdict: "judged", standard: "ND30", diagnostics: [warning] + told,
            findings: findings, language: .english)
    }

    @Test func `the report for code hosts keeps its shape`() throws {
        let documents = [
            document(
                "thư mục/kế hoạch.docx",
                [
                    finding("format.second", nil), finding("format.first", 4, cell: [1, 2, 1]),
                    finding("format.first", 9),
                ]), document("/tmp/a:b.odt", []),
        ]
        let report = SarifReport(version: "1.0", rules: rules, documents: documents, language: .english)
        try expectGolden(report.json, named: "check.sarif")
    }
}
