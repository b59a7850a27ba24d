import Diagnostics
import Testing

@Suite struct Messages {
    @Test func `a diagnostic reads as place, severity, code, fact and remedy`() {
        let fault = Diagnostic.error(
            "data.unknown-field",
            at: .text(file: "ke-hoach.yaml", line: 12, column: 3, dataPath: "noi_dung[2]"),
            "không có trường “chu_tr”", en: "there is no field “chu_tr”",
            notes: [.init(Wording("mục này", en: "this item"), at: .file("ke-hoach.yaml"))],
            fix: "sửa thành “chu_tri”", en: "write “chu_tri”")
        #expect(
            fault.text(in: .vietnamese) == """
                ke-hoach.yaml:12:3 (noi_dung[2]): lỗi[data.unknown-field]: không có trường “chu_tr”
                  ke-hoach.yaml: mục này
                  cách sửa: sửa thành “chu_tri”
                """)
        #expect(
            fault.text(in: .english) == """
                ke-hoach.yaml:12:3 (noi_dung[2]): error[data.unknown-field]: there is no field “chu_tr”
                  ke-hoach.yaml: this item
                  fix: write “chu_tri”
                """)
    }

    @Test func `a paragraph is named by part, number, cell and text`() {
        let header = Location.paragraph(
            file: "a.docx", part: "word/header1.xml", number: 2, excerpt: "Sở",
            cell: .init(table: 1, row: 2, column: 3))
        #expect(header.text(in: .vietnamese) == "a.docx: word/header1.xml, đoạn 2 (bảng 1, hàng 2, ô 3) “Sở”")
        let body = Location.paragraph(
            file: "a.docx", part: "word/document.xml", number: 12, excerpt: "", cell: nil)
        #expect(body.text(in: .english) == "a.docx: paragraph 12")
    }
}

@Suite struct Failures {
    private func fault(_ severity: Severity, _ cause: Diagnostic.Cause = .input) -> Diagnostic {
        Diagnostic("data.x", Wording("x", en: "x"), severity: severity, cause: cause, at: .file("f"))
    }

    @Test func `warnings alone are no failure`() { #expect(Failure([fault(.warning), fault(.note)]) == nil) }

    @Test(arguments: [
        ([Diagnostic.Cause.input], ProcessStatus.input), ([.input, .environment], .environment),
        ([.usage], .usage), ([.usage, .environment], .environment), ([.usage, .input], .usage),
    ]) func `the cause decides the exit status`(causes: [Diagnostic.Cause], status: ProcessStatus) {
        #expect(Failure(causes.map { fault(.error, $0) })?.processStatus == status)
    }
}

@Suite struct Nearest {
    @Test(arguments: [
        ("chu_tr", "chu_tri"), ("phoi_hopp", "phoi_hop"), ("CHU_TRI", "chu_tri"), ("hcu_tri", "chu_tri"),
    ]) func `a slip finds its name`(typed: String, meant: String) {
        #expect(nearestName(to: typed, among: ["phoi_hop", "chu_tri", "thoi_gian"]) == meant)
    }

    @Test func `a strange word finds nothing`() {
        #expect(nearestName(to: "kinh_phi", among: ["chu_tri", "thoi_gian"]) == nil)
    }
}
