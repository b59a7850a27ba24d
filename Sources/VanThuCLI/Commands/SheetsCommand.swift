internal import Diagnostics
internal import VanThu
internal import VietnameseText

struct SheetsCommand: Command {
    static let syntax = Syntax(
        name: "sheets", aliases: ["bieu-nhap"], operands: [.workspace],
        options: [.unit, .year, .remarks, .csv, .outputFolder, .force],
        summary: Wording(
            "bảng tính cho từng đơn vị điền, và nhận xét bảng đã gửi",
            en: "workbooks for units to fill, and remarks on those they sent"),
        about: Wording(
            "Lập bảng tính .xlsx để đơn vị điền: dự toán của năm và nhật ký hoạt động, có danh sách chọn nội dung, nguồn, chỉ tiêu, công thức khóa, ghi chú ở tiêu đề. Không ghi đơn vị thì lập cho mọi đơn vị. Bảng đã điền đặt vào du-toan/NĂM và hoat-dong của hồ sơ thì đọc được ngay. Có --nhan-xet thì chép các bảng tính của hồ sơ có chỗ sai, kèm nhận xét ngay tại ô; tệp của đơn vị không bao giờ bị sửa. Có --csv thì chép số liệu của mọi bảng tính trong hồ sơ ra CSV để thay bảng tính.",
            en:
                "Makes .xlsx workbooks for a unit to fill: its estimate of a year and its log, with lists to choose from, locked formulas, notes at the heads; without a unit, for all. Filled in, and put into du-toan/YEAR and hoat-dong of the workspace, they are read as they are. With --remarks, copies the workbooks of the workspace that something is wrong in, with remarks in the cells; what a unit sent is never changed. With --csv, the figures of all workbooks of the workspace as CSV, to take their place."
        ),
        examples: [
            "vanthu sheets examples/skhcn-dak-nong --year 2021 --unit VP",
            "vanthu sheets examples/skhcn-dak-nong --remarks",
            "vanthu sheets examples/ba-don-vi-ba-nam --csv -o ra-csv",
        ])

    private let workspace: String
    private let unit: String?
    private let year: Int?
    private let isCSV: Bool
    private let clerk: Clerk

    init?(_ arguments: inout Arguments) {
        unit = arguments[.unit]
        let remarks = arguments.has(.remarks)
        isCSV = arguments.has(.csv)
        arguments.exclude(.unit, .remarks)
        arguments.exclude(.csv, .remarks)
        let year = arguments.year()
        clerk = arguments.clerk()
        guard let workspace = arguments.operands.first else { return nil }
        if !remarks, !isCSV, year == nil {
            arguments.note(.missingOption(.year, of: Self.syntax))
            return nil
        }
        (self.workspace, self.year) = (workspace, remarks ? nil : year)
    }

    func run(_ surroundings: Surroundings) throws(Failure) -> Outcome {
        if isCSV { return .files(try clerk.figuresAsText(of: workspace)) }
        guard let year else { return .files(try clerk.remarks(on: workspace)) }
        return .files(try clerk.sheets(of: unit, year: year, from: workspace))
    }
}

extension Option {
    fileprivate static let unit = Option(
        name: "unit", aliases: ["don-vi"], value: Wording("MÃ", en: "CODE"),
        explanation: Wording("mã đơn vị, như ở co-quan.yaml", en: "the unit's code, as in co-quan.yaml"))
    fileprivate static let csv = Option(
        name: "csv",
        explanation: Wording(
            "chép số liệu của các bảng tính ra CSV, mỗi tệp ở chỗ thay được bảng tính",
            en: "write the figures of the workbooks as CSV, each where it can take the workbook's place"))
    fileprivate static let remarks = Option(
        name: "remarks", aliases: ["nhan-xet"],
        explanation: Wording(
            "chép các bảng tính có chỗ sai, nhận xét tại ô",
            en: "copy the workbooks that something is wrong in, with remarks in the cells"))
}
