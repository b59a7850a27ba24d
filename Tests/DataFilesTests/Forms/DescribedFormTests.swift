import DataFiles
import Diagnostics
import FoundationEssentials
import Testing
import Values

private let sketch = """
    truong:
      - {khoa: ten, bat_buoc: true, y_nghia: "Tên đơn vị, như in ở biểu."}
      - {khoa: so_luong, kieu: so, don_vi: người, nhan: Số người, y_nghia: Số người tham dự.}
      - khoa: loai
        kieu: lua_chon
        y_nghia: Loại việc.
        lua_chon: {hop: họp ở cơ quan, xa: đi xa}
      - khoa: dot
        kieu: nhom
        danh_sach: true
        y_nghia: Các đợt.
        truong:
          - {khoa: ngay, kieu: ngay, bat_buoc: true, y_nghia: Ngày.}
          - {khoa: ghi_chu, kieu: doan, y_nghia: Ghi chú.}
          - {khoa: xong, kieu: dung_sai, y_nghia: Đã xong.}
    """

private func form() throws -> DataForm<DescribedRecord> {
    var reading = DataReading(file: "bieu.yaml")
    let read = reading.read(try SourceNode(yaml: Array(sketch.utf8), file: "bieu.yaml"), as: FormSketch.form)
    try reading.finish()
    return try #require(read).described(as: "bieu_1", "Biểu số 1.")
}

private func read(_ text: String) throws -> (record: DescribedRecord?, faults: [String]) {
    var reading = DataReading(file: "a.yaml")
    let record = reading.read(try SourceNode(yaml: Array(text.utf8), file: "a.yaml"), as: try form())
    return (record, reading.faults.map { "\($0.location.text(in: .english)): \($0.code)" })
}

@Test func `a form that a file describes reads and writes like one made of key paths`() throws {
    let text = """
        ten: Phòng A
        so_luong: "1.200"
        loai: xa
        dot:
          - ngay: 2026-01-05
            ghi_chu: [một, hai]
            xong: true
        """
    let (record, faults) = try read(text)
    #expect(faults.isEmpty)
    #expect(record?["so_luong"] == .number(1200) && record?["loai"] == "xa")
    let written = YAMLText.document(try form().write(try #require(record)))
    #expect(try read(written).record == record)
}

@Test func `faults are told alike`() throws {
    let (_, faults) = try read(
        """
        so_luong: nhiều
        loai: gan
        dot: [{ngay: 2026-02-30}, {xong: true, ghichu: x}]
        """)
    #expect(
        faults == [
            "a.yaml:1:11 (so_luong): text.number-unreadable", "a.yaml:2:7 (loai): data.unknown-choice",
            "a.yaml:3:14 (dot[1].ngay): text.date-impossible",
            "a.yaml:3:40 (dot[2].ghichu): data.unknown-field",
            "a.yaml:3:27 (dot[2].ngay): data.missing-field", "a.yaml:1:1 (ten): data.missing-field",
        ])
}

@Test func `schema, dictionary and the fields of a page come from it`() throws {
    let description = try form().description
    let schema = DataSchema(title: "Biểu", files: "`bieu-1.yaml`", root: description)
    #expect(
        schema.chapter.contains(
            "| `loai` | một trong: `hop`, `xa` |  | Loại việc. `hop`: họp ở cơ quan; `xa`: đi xa. |"))
    #expect(schema.chapter.contains("### `dot`"))
    guard case .record(let keywords) = schema.jsonSchema, case .record(let records)? = keywords["$defs"]
    else {
        Issue.record("no definitions")
        return
    }
    #expect(records.shape.names == ["bieu_1", "dot"])
    guard case .record(let record) = description.shape else { return }
    #expect(record.fields.map(\.label) == ["Tên đơn vị", "Số người", "Loại việc", "Các đợt"])
    #expect(record.fields.map(\.form.unit) == [nil, "người", nil, nil])
    #expect(record.fields.map(\.presence) == [.required, .optional, .optional, .optional])
}
