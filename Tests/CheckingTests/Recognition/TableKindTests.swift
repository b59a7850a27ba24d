import OfficeDocument
import OfficePackage
import Recognition
import Regulations
import Testing

@testable import Forms

/// A table of a plan, by the words of its rows, and what it is for.
private struct Tabled: CustomTestStringConvertible, Sendable {
    let kind: RecognisedTable.Kind
    let rows: [[String]]

    var testDescription: String { rows[0].joined(separator: " | ") }

    init(_ kind: RecognisedTable.Kind, _ rows: [[String]]) { (self.kind, self.rows) = (kind, rows) }

    static let all: [Tabled] = [
        Tabled(
            .tasks,
            [
                ["TT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian"],
                ["1", "Tập huấn", "Phòng A", "Phòng B", "Quý I"],
            ]),
        Tabled(
            .tasks,
            [
                ["STT", "Nội dung công việc", "Cơ quan chủ trì", "Sản phẩm"],
                ["1", "Rà soát", "Văn phòng", "Báo cáo"],
            ]),
        Tabled(
            .targets,
            [
                ["TT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện 2025", "Kế hoạch 2026"],
                ["1", "Hồ sơ trực tuyến", "%", "80", "90"],
            ]),
        Tabled(
            .estimate,
            [
                ["TT", "Nội dung chi", "Số lượng", "Đơn giá", "Thành tiền"],
                ["1", "Thuê hội trường", "1", "2.000.000", "2.000.000"],
            ]),
        Tabled(
            .calendar,
            [
                ["Thời gian", "Nội dung", "Địa điểm"], ["8h00", "Khai mạc", "Hội trường"],
                ["9h00", "Làm việc", ""],
            ]),
        Tabled(
            .calendar, [["Tháng", "Trọng tâm công tác"], ["01", "Tổng kết năm"], ["02", "Giao kế hoạch"]]),
        Tabled(.layout, [["Tài liệu kèm theo gồm danh sách và sơ đồ."]]),
        Tabled(.other, [["Họ và tên", "Chức vụ", "Điện thoại"], ["Nguyễn Văn An", "Chuyên viên", "0123"]]),
    ]
}

@Test(arguments: Tabled.all, OfficeFormat.allCases) private func `a table is what its head says it is for`(
    table: Tabled, format: OfficeFormat
) throws {
    var document = RightDocuments.plan
    let rows = table.rows.map { row in Table.Row(row.map { Table.Cell([FormStyle.textCell($0)]) }) }
    let width = Length.millimetres(160 / Double(table.rows[0].count))
    document.insert(
        [
            .table(Table(columns: table.rows[0].map { _ in width }, grid: .thin, rows: rows)),
            FormStyle.afterTable(""),
        ], .before, "II. NỘI DUNG")
    let recognised = RecognisedDocument(of: try document.read(as: format))
    #expect(recognised.tables.map(\.kind) == [.head, table.kind, .foot])
}
