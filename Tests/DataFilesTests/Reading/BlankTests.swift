import DataFiles
import Diagnostics
import Testing
import Values

private struct Office: Hashable {
    var name = ""
    var code: String?

    static var form: DataForm<Office> {
        .record(
            Wording("một cơ quan", en: "an office"), blank: Office(),
            [.required("ten", \.name, .text, "Tên."), .optional("ky_hieu", \.code, .text, "Ký hiệu.")])
    }
}

@Test(arguments: ["", "~", "\"\"", "\"  \"", "\"\\t\\n\""])
func `a blank value is a key left out, whatever it is written as`(blank: String) throws {
    let node = try SourceNode(yaml: Array("ten: A\nky_hieu: \(blank)\n".utf8), file: "a.yaml")
    var reading = DataReading(file: "a.yaml")
    #expect(Office.form.read(node, Office(name: "B", code: "X"), &reading) == Office(name: "A", code: "X"))
    #expect(reading.faults.isEmpty)
}
