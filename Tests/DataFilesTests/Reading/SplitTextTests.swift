import DataFiles
import Diagnostics
import Testing
import Values

/// A list in square brackets, and where a text in it was split by a comma of its own.
@Test(arguments: [
    ("[Các phòng gửi báo cáo, kịp thời]", 1), ("[Gửi qua Văn phòng Sở (bản giấy, bản điện tử)]", 1),
    ("[Thực hiện “ba không, bốn tại chỗ” ở thôn]", 1), ("[Đạt 99,5% kế hoạch]", 1),
    ("[\"Các phòng gửi báo cáo, kịp thời\"]", 0), ("[\"Các phòng gửi báo cáo\", \"kịp thời\"]", 0),
    ("[Như trên, các phòng]", 0), ("[Các phòng gửi báo cáo, Văn phòng tổng hợp]", 0), ("[tin, bài]", 0),
    ("[Quý 1, 2 và 3]", 0), ("\n- Các phòng gửi báo cáo\n- kịp thời\n", 0), ("[1, 2]", 0),
]) func `a text that its own comma has split is told`(list: String, told: Int) throws {
    var reading = DataReading(file: "d.yaml")
    let node = try SourceNode(yaml: Array(list.utf8), file: "d.yaml")
    _ = reading.read(node, as: DataForm<[String]>.lines)
    #expect(reading.faults.map(\.code) == Array(repeating: "data.split-text", count: told))
    #expect(reading.faults.allSatisfy { $0.severity == .warning })
}
