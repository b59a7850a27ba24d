import DataFiles
import Diagnostics
import FoundationEssentials
import TestSupport
import Testing
import Values
import VietnameseText

private let unit = CodeKind(Wording("đơn vị", en: "unit"), declaredIn: "co-quan (don_vi[].ma)")

/// A record with a key of each form.
private struct Everything: Sendable {
    var text: String?
    var lines: [String]?
    var number: Decimal?
    var integer: Int?
    var date: CalendarDate?
    var isDone: Bool?
    var choice: Int?
    var pattern: String?
    var code: String?
    var reference: String?
    var years: [Int: Decimal]?

    static let form = DataForm.record(
        "muc", "Một mục.", blank: Everything(),
        [
            .field("ten", .required, \.text, .text, "Tên mục."),
            .optional("doan", \.lines, .lines, "Các đoạn."), .optional("so", \.number, .number, "Số."),
            .optional("thang", \.integer, .integer(in: 1...12), "Tháng."),
            .optional("ngay", \.date, .date, "Ngày."), .optional("xong", \.isDone, .boolean, "Đã xong."),
            .optional("loai", \.choice, .choice(["mot": 1, "hai": 2]), "Loại."),
            .optional("cau", \.pattern, .pattern(["so", "ky"]), "Câu."),
            .optional("ma", \.code, .identifier(unit), "Mã."),
            .optional("don_vi", \.reference, .reference(unit), "Mã đơn vị."),
            .optional("ke_hoach", \.years, .perYear(.number), "Kế hoạch."),
        ])
}

@Suite struct DataFilesFaultPage {
    private let texts: [(code: String, text: String)] = [
        ("unknown-field", "{ten: A, tne: B}"), ("unknown-field", "{ten: A, dien_thoai: 1}"),
        ("missing-field", "{so: 1}"), ("empty-field", "{ten: }"), ("empty-field", "{ten: \"  \"}"),
        ("wrong-type", "[1]"), ("wrong-type", "{ten: [A]}"), ("wrong-type", "{ten: A, thang: [1,5 ngày]}"),
        ("wrong-type", "{ten: A, thang: [1,x]}"), ("wrong-type", "{ten: A, xong: có}"),
        ("wrong-type", "{ten: A, doan: {a: 1}}"), ("wrong-type", "{ten: A, doan: [a, null]}"),
        ("wrong-type", "{ten: A, thang: 1.5}"), ("unknown-choice", "{ten: A, loai: mott}"),
        ("unknown-choice", "{ten: A, loai: bảy}"), ("out-of-range", "{ten: A, thang: 13}"),
        ("several-lines", "{ten: \"A\\nB\"}"), ("not-a-year", "{ten: A, ke_hoach: {nay: 1}}"),
        ("ambiguous-number", "{ten: A, so: 150.000}"), ("number-too-long", "{ten: A, so: 0.1234567}"),
        ("unknown-placeholder", "{ten: A, cau: \"{thang} có {so}\"}"), ("space-in-code", "{ten: A, ma: V P}"),
        ("unknown-reference", "{ten: A, ma: VP, don_vi: VT}"), ("unknown-reference", "{ten: A, don_vi: VT}"),
        ("duplicate-id", "{ten: A, ma: VP}"),
        ("split-text", "{ten: A, doan: [Các phòng gửi báo cáo, kịp thời]}"),
    ]

    @Test func `every message stands on one page, under its smallest text`() throws {
        var page = FaultPage()
        for (code, text) in texts {
            var reading = DataReading(file: "d.yaml")
            let node = try SourceNode(yaml: Array(text.utf8), file: "d.yaml")
            _ = reading.read(node, as: Everything.form)
            // A code is taken where another file has it already.
            if code == "duplicate-id" { _ = reading.read(node, as: Everything.form) }
            page.add("data.\(code)", text.replacing("\n", with: "⏎"), reading.faults + reading.codes.faults)
        }
        page.add(
            "data.no-such-place", "a: 1; b.c = x",
            faults { () throws(Failure) in
                var data = try EditableData(Array("a: 1\n".utf8), file: "d.yaml", kind: .yaml)
                try data.set([.key("b"), .key("c")], to: .text("x"))
            })
        page.add(
            "data.not-placed", "a,b⏎1,2; [1].c = x",
            faults { () throws(Failure) in
                var data = try EditableData(Array("a,b\n1,2\n".utf8), file: "d.csv", kind: .csv)
                try data.set([.item(0), .key("c")], to: .text("x"))
            })
        page.add(
            "data.number-cut-by-comma", "[1,5 ngày]",
            [CutNumber("1", "5 ngày")?.diagnostic(at: .file("d.yaml"))].compactMap { $0 })
        // The reader of numbers has two codes of data files.
        try page.expect(named: "faults.txt", codesOf: ["DataFiles", "VietnameseText"])
    }
}
