internal import FoundationEssentials
package import Sheets
internal import VietnameseText

extension Workspace {
    /// The sheets that a unit fills: its estimate of a year, and its log; each with a page that says how.
    ///
    /// What comes back lies in `du-toan/NĂM/` and `hoat-dong/` of the workspace, and is read from there.
    package func sheetsToFill(by unit: Agency.Unit, year: Int) -> [(file: String, sheets: [WrittenSheet])] {
        let filling = UnitSheets(workspace: self, unit: unit, year: year)
        return [
            ("du-toan/\(year)/\(unit.code).xlsx", [filling.estimate, filling.help(.estimate)]),
            ("hoat-dong/\(unit.code).xlsx", [filling.log, filling.help(.log)]),
        ]
    }
}

/// Blank sheets for one unit.
private struct UnitSheets {
    let workspace: Workspace
    let unit: Agency.Unit
    let year: Int

    enum Purpose { case estimate, log }

    /// How many rows are there to be filled.
    private static let length = 200
    private static let firstRow = 5

    // MARK: - Estimate

    private struct Column {
        let title: String
        let width: Double
        var style = CellStyle.open
        var choices: [String] = []
        var note: String?
    }

    private var sources: [String] { workspace.estimates[year]?.sources.map(\.name) ?? [] }
    private var workItems: [String] {
        workspace.programme.everyWorkItem.filter { $0.span.contains(year) }.map(\.title)
    }

    private var estimateColumns: [Column] {
        [
            Column(
                title: "STT", width: 6, style: .open(.center),
                note: "Có thể để trống, hoặc đánh I, 1, a để chia nhóm."),
            Column(title: "Nội dung chi", width: 45, style: .openWords),
            Column(
                title: "Nội dung kế hoạch", width: 30, style: .openWords, choices: workItems,
                note: "Chọn nội dung của kế hoạch mà khoản chi phục vụ."),
            Column(title: "Đơn vị tính", width: 11, style: .open(.center)),
            Column(title: "Số lượng", width: 11, style: .openFigure),
            Column(
                title: "Hệ số", width: 11, style: .openFigure,
                note: "Nhân thêm, như số ngày; không có thì để trống."),
            Column(title: "Đơn giá", width: 15, style: .openFigure, note: "Đồng; đã gồm thuế."),
            Column(title: "Thành tiền", width: 17, style: .money(), note: "Tự tính, không nhập."),
            Column(title: "Nguồn kinh phí", width: 20, style: .openWords, choices: sources),
            Column(title: "Mã NDKT", width: 10, style: .open(.center)),
            Column(title: "Căn cứ, ghi chú", width: 30, style: .openWords),
        ]
    }

    var estimate: WrittenSheet {
        let columns = estimateColumns
        var sheet = sheet("Dự toán", "DỰ TOÁN KINH PHÍ NĂM \(year)", columns) { row in
            columns.enumerated().map { index, column in
                guard index == 7 else { return WrittenCell(.blank, column.style) }
                func name(_ column: Int) -> String { CellReference(row: row, column: column).text }
                let (quantity, factor, price) = (name(4), name(5), name(6))
                // Blank until quantity and price are there, so that a row without them is told.
                return WrittenCell(
                    .formula(
                        "=IF(OR(\(quantity)=\"\",\(price)=\"\"),\"\",ROUND(\(quantity)*IF(\(factor)=\"\",1,\(factor))*\(price),0))",
                        result: 0), column.style)
            }
        }
        let last = Self.firstRow + Self.length - 1
        var total = CellStyle.bordered
        total.isBold = true
        let sum =
            "=SUM(\(CellReference(row: Self.firstRow, column: 7).text):\(CellReference(row: last, column: 7).text))"
        let cells = columns.indices.map { index -> WrittenCell in
            switch index {
            case 1: WrittenCell(.text("Tổng cộng"), total)
            case 7: WrittenCell(.formula(sum, result: 0), .money(isBold: true))
            default: WrittenCell(.blank, total)
            }
        }
        sheet.rows = Array(sheet.rows) + [WrittenRow(cells)]
        return sheet
    }

    // MARK: - Log

    private var logColumns: [Column] {
        [
            Column(title: "Ngày", width: 13, style: .openDate, note: "Ngày, tháng, năm: 15/3/\(year)."),
            Column(title: "Nội dung kế hoạch", width: 35, style: .openWords, choices: workItems),
            Column(
                title: "Kênh", width: 20, style: .openWords,
                choices: workspace.programme.scope.channels.map(\.code)),
            Column(
                title: "Chỉ tiêu", width: 40, style: .openWords,
                choices: workspace.indicators.filter { if case .ratio = $0.kind { false } else { true } }.map(
                    \.name)),
            Column(
                title: "Số lượng", width: 13, style: .openFigure,
                note: "0 là đã làm nhưng bằng không, - là không phát sinh, để trống là chưa báo cáo."),
            Column(title: "Ghi chú", width: 40, style: .openWords),
        ]
    }

    var log: WrittenSheet {
        let columns = logColumns
        return sheet("Nhật ký", "NHẬT KÝ HOẠT ĐỘNG NĂM \(year)", columns) { _ in
            columns.map { WrittenCell(.blank, $0.style) }
        }
    }

    // MARK: - Both

    private func sheet(_ name: String, _ title: String, _ columns: [Column], _ row: (Int) -> [WrittenCell])
        -> WrittenSheet
    {
        var head = CellStyle.bordered
        (head.isBold, head.wraps, head.alignment) = (true, true, .center)
        var bold = CellStyle()
        bold.isBold = true
        var rows = [
            WrittenRow([WrittenCell(.text(workspace.agency.name.uppercased()), bold)]),
            WrittenRow([WrittenCell(.text(title), bold)]),
            WrittenRow([WrittenCell(.text("Đơn vị: \(unit.name)"), CellStyle())]), WrittenRow([]),
            WrittenRow(columns.map { WrittenCell(.text($0.title), head, note: $0.note) }),
        ]
        rows += (0..<Self.length).map { WrittenRow(row(Self.firstRow + $0)) }
        var sheet = WrittenSheet(name, rows: rows)
        sheet.widths = columns.map(\.width)
        sheet.headRows = 4...4
        sheet.freezesAt = CellReference(row: Self.firstRow, column: 2)
        sheet.protection = .onlyUnlocked
        sheet.choices = columns.enumerated().compactMap { index, column in
            guard !column.choices.isEmpty else { return nil }
            return WrittenSheet.Choice(
                column.choices,
                in: CellRange(rows: Self.firstRow...Self.firstRow + Self.length - 1, columns: index...index))
        }
        return sheet
    }

    func help(_ purpose: Purpose) -> WrittenSheet {
        let lines =
            switch purpose {
            case .estimate:
                [
                    "Mỗi khoản chi một dòng. Thành tiền tự tính từ số lượng, hệ số và đơn giá.",
                    "Nội dung kế hoạch và nguồn kinh phí chọn từ danh sách có sẵn.",
                    "Không đổi tên cột, không chèn cột; thừa dòng thì để trống.",
                    "Lưu nguyên tên tệp và gửi lại; tệp đặt vào du-toan/\(year) của hồ sơ.",
                ]
            case .log:
                [
                    "Mỗi việc, mỗi số liệu một dòng, ghi ngày thực hiện.",
                    "Chỉ tiêu chọn từ danh sách; dòng không có chỉ tiêu thì ghi việc đã làm ở cột ghi chú.",
                    "Lưu nguyên tên tệp và gửi lại; tệp đặt vào hoat-dong của hồ sơ.",
                ]
            }
        var sheet = WrittenSheet(
            "Hướng dẫn", rows: lines.map { WrittenRow([WrittenCell(.text($0), CellStyle())]) })
        sheet.widths = [100]
        sheet.orientation = .portrait
        return sheet
    }
}

extension CellStyle {
    fileprivate static var open: CellStyle { open(.natural) }

    fileprivate static func open(_ alignment: Alignment) -> CellStyle {
        var style = CellStyle.bordered
        (style.isUnlocked, style.alignment) = (true, alignment)
        return style
    }

    fileprivate static var openWords: CellStyle {
        var style = open
        style.wraps = true
        return style
    }

    fileprivate static var openFigure: CellStyle {
        var style = open(.right)
        style.number = .grouped(decimals: 6)
        return style
    }

    fileprivate static var openDate: CellStyle {
        var style = open(.center)
        style.number = .date
        return style
    }
}
