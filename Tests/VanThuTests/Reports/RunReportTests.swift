import Diagnostics
import TestSupport
import Testing

@testable import VanThu

@Suite struct RunReports {
    @Test func `the report for programs keeps its shape`() throws {
        let places: [Location] = [
            .file("output/ke-hoach.docx"),
            .text(file: "ke-hoach.yaml", line: 12, column: 3, dataPath: "noi_dung[2]"),
            .paragraph(
                file: "mau.docx", part: "word/document.xml", number: 4, excerpt: "{ten}",
                cell: .init(table: 1, row: 2, column: 3)),
            .value(file: "du-toan.yaml", path: "muc[1].don_gia"), .argument("--year"),
        ]
        let diagnostics = places.map { place in
            Diagnostic(
                "data.example", Wording("một việc", en: "one fact"), severity: .warning, at: place,
                notes: [.init(Wording("ở đây", en: "here"), at: .file("khac.yaml"))],
                fix: place.file == nil ? nil : Wording("sửa", en: "mend it"))
        }
        let report = RunReport(
            status: .done, outputs: [WrittenFile(path: "output/ke-hoach.docx", byteCount: 12_345)],
            diagnostics: diagnostics, language: .english)
        try expectGolden(report.json, named: "run-report.json")
    }
}
