import Diagnostics
import Testing

@testable import VanThu

/// What of a document has to be changed by hand is not promised to go.
@Suite struct PrivacyTexts {
    private func trace(_ isRemovable: Bool) -> PrivacyFindings.Trace {
        PrivacyFindings.Trace(
            kind: "person", name: Wording("tên", en: "a name"), text: "An", part: "x.xml", count: 1,
            isRemovable: isRemovable)
    }

    @Test(arguments: [
        ([true, true], "a.docx: 2 điều về người soạn; bỏ đi bằng --lam-sach TỆP"),
        (
            [true, false],
            "a.docx: 2 điều về người soạn, trong đó 1 điều phải sửa tay; bỏ những điều còn lại bằng --lam-sach TỆP"
        ), ([false, false], "a.docx: 2 điều về người soạn, phải sửa tay"),
        ([], "a.docx: không cho biết gì về người soạn"),
    ]) func `the last line says what goes`(traces: [Bool], line: String) {
        let findings = PrivacyFindings(document: "a.docx", traces: traces.map(trace), cleaned: nil)
        let lines = findings.text(in: .vietnamese).split(separator: "\n")
        #expect(lines.last.map(String.init) == line)
        #expect(lines.dropLast().map { $0.hasSuffix("để nguyên") } == traces.map { !$0 })
    }
}
