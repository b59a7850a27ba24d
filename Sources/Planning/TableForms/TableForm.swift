internal import DataFiles
internal import Diagnostics
internal import FoundationEssentials
internal import Values
internal import VietnameseText

/// Biểu: a form of figures as data: its columns, how they are computed from each other, its rows, its total and who signs.
struct TableForm: Sendable {
    /// In capitals; `{nam}`, `{nam-1}` stand for years.
    var title = ""
    /// Biểu số.
    var number: String?
    /// A line under the title.
    var reference: String?
    var unit: DisplayUnit?
    var decimals: Int?
    var rows = Rows.tree
    /// How many levels of rows are shown; nil for all.
    var depth: Int?
    var total = TotalPlace.last
    var totalLabel = "Tổng cộng"
    var saysWords = false
    /// Whether a column of words that no row has any of is left out.
    var dropsEmptyColumns = false
    var columns: [Located<Column>] = []
    var signatures = ["NGƯỜI LẬP BIỂU", "KẾ TOÁN TRƯỞNG", "THỦ TRƯỞNG ĐƠN VỊ"]

    /// What the rows are.
    enum Rows: Hashable, Sendable {
        /// Those of the estimate.
        case tree
        case workItems
        case units
        case sources
        case budgetCodes
        /// Those of the estimate, in the two parts of NĐ 75/2026/NĐ-CP.
        case autonomy
        /// Those of the estimate that a decision has changed.
        case changed
    }

    enum TotalPlace: Hashable, Sendable { case first, last, absent }

    struct Column: Sendable {
        var title = ""
        var take: Take?
        /// Years from that of the estimate.
        var year: Int?
        var quarter: Int?
        /// The name of a figure or of words of an agency's own.
        var key: String?
        /// Of other columns, by their codes or by the numbers of the index row.
        var formula: String?
        var style = Style.amount
        var repeats: Repeat?
        var code: String?
        /// What the index row says, where it is not made from the formula.
        var index: String?
        var columns: [Located<Column>] = []
    }

    enum Style: Hashable, Sendable { case amount, number, percent }

    /// What a column is printed once for.
    enum Repeat: Hashable, Sendable { case sources, units, quarters, changes }

    enum Take: Hashable, Sendable {
        case order, title, unit, factor, basis, budgetCode, budgetCodeName, sources, unitInCharge, workItem
        case words, blank
        case quantity, price
        case amount, quarter, planned, actual, expected, ceiling, approved, spent, own
        case added, cut, changed, afterChanges

        /// Whether it is an amount of đồng, which rows add up.
        var isSum: Bool { figure != nil }

        /// Whether words stand in such a column.
        var isWords: Bool {
            switch self {
            case .order, .title, .unit, .factor, .basis, .budgetCode, .budgetCodeName, .sources,
                .unitInCharge, .workItem, .words, .blank:
                true
            default: false
            }
        }

        /// Nil for what nobody adds up.
        var figure: FormFigure.Kind? {
            switch self {
            case .amount: .amount
            case .quarter: .detail(.quarter)
            case .planned: .detail(.planned)
            case .actual: .detail(.actual)
            case .expected: .detail(.expected)
            case .ceiling: .detail(.ceiling)
            case .approved: .detail(.approved)
            case .spent: .detail(.spent)
            case .own: .detail(.own)
            case .added: .added
            case .cut: .cut
            case .changed: .changed
            case .afterChanges: .afterChanges
            default: nil
            }
        }
    }
}

extension TableForm {
    static let form = DataForm.record("bieu", "Một biểu số liệu.", blank: TableForm(), fields)

    private static let fields: [DataField<TableForm>] = [
        .required(
            "tieu_de", \.title, .text,
            "Tiêu đề biểu; {nam} là năm dự toán, {nam-1}, {nam+1} là các năm bên cạnh."),
        .optional("so_bieu", \.number, .text, "Số của biểu, in góc trên bên phải: Biểu số 05."),
        .optional("dan_chieu", \.reference, .text, "Dòng in nghiêng dưới tiêu đề."),
        .optional("don_vi_tinh", \.unit, DisplayUnit.form, "Đơn vị in số tiền; mặc định như dự toán."),
        .optional("so_le", \.decimals, .integer(in: 0...3), "Số chữ số lẻ."),
        .optional(
            "dong", keeping: \.rows,
            .choice([
                DataChoice("du_toan", .tree, "các dòng của dự toán"),
                DataChoice("nhiem_vu", .workItems, "mỗi nội dung kế hoạch một dòng"),
                DataChoice("don_vi", .units, "mỗi đơn vị một dòng"),
                DataChoice("nguon", .sources, "mỗi nguồn kinh phí một dòng"),
                DataChoice("ma_ndkt", .budgetCodes, "mỗi mục, tiểu mục một dòng"),
                DataChoice("tu_chu", .autonomy, "hai phần giao và không giao thực hiện chế độ tự chủ"),
                DataChoice("dieu_chinh", .changed, "các dòng có điều chỉnh"),
            ]), "Dòng của biểu; mặc định `du_toan`."),
        .optional("bac", \.depth, .integer(in: 1...9), "Số bậc dòng được in; không ghi thì in hết."),
        .optional(
            "tong", keeping: \.total,
            .choice([
                DataChoice("dau", .first, "dòng tổng ở đầu"), DataChoice("cuoi", .last, "dòng tổng ở cuối"),
                DataChoice("khong", .absent, "không có dòng tổng"),
            ]), "Chỗ của dòng tổng; mặc định `cuoi`."),
        .optional("nhan_tong", keeping: \.totalLabel, .text, "Chữ ở dòng tổng; mặc định “Tổng cộng”."),
        .optional("bang_chu", keeping: \.saysWords, .boolean, "`true` để in số tiền bằng chữ dưới bảng."),
        .optional(
            "bo_cot_trong", keeping: \.dropsEmptyColumns, .boolean,
            "`true` để bỏ những cột chữ, số lượng, đơn giá mà không dòng nào có."),
        .required("cot", \.columns, .list(of: Column.form.located), "Các cột, từ trái sang phải."),
        .optional(
            "ky", keeping: \.signatures, .lines,
            "Những người ký dưới biểu, từ trái sang phải; mặc định người lập biểu, kế toán trưởng, thủ trưởng đơn vị."
        ),
    ]
}

extension TableForm.Column {
    fileprivate static let form = DataForm.record(
        "cot", "Một cột, hoặc một nhóm cột có chung tiêu đề.", blank: TableForm.Column(), fields)

    private static let fields: [DataField<TableForm.Column>] = [
        .required(
            "ten", \.title, .text, "Tên cột; ở cột lặp, {ten} là tên nguồn, đơn vị, quý hay quyết định."),
        .optional("lay", \.take, takes, "Số liệu của cột."),
        .optional("nam", \.year, years, "Năm của số liệu, tính từ năm dự toán: -1 là năm trước."),
        .optional("quy", \.quarter, .integer(in: 1...4), "Quý của số liệu."),
        .optional("khoa", \.key, .text, "Tên của số hay chữ, khi `lay` là so_khac hoặc thong_tin."),
        .optional(
            "tinh", \.formula, .text,
            "Công thức từ các cột khác, gọi theo `ma` hoặc theo số ở hàng chỉ số: \"3-4\", \"6/2\"."),
        .optional(
            "kieu", keeping: \.style,
            .choice([
                DataChoice("tien", .amount, "số tiền"), DataChoice("so", .number, "số"),
                DataChoice("phan_tram", .percent, "tỷ lệ phần trăm"),
            ]), "Cách in kết quả của công thức; mặc định `tien`."),
        .optional(
            "lap", \.repeats,
            .choice([
                DataChoice("nguon", .sources, "mỗi nguồn kinh phí một cột"),
                DataChoice("don_vi", .units, "mỗi đơn vị một cột"),
                DataChoice("quy", .quarters, "mỗi quý một cột"),
                DataChoice("dieu_chinh", .changes, "mỗi quyết định điều chỉnh một cột"),
            ]), "In cột nhiều lần."),
        .optional("ma", \.code, .text, "Tên của cột trong công thức của cột khác."),
        .optional("chi_so", \.index, .text, "Chữ ở hàng chỉ số, khi khác số thứ tự và công thức: 3=1x2."),
        .optional(
            "cot", keeping: \.columns, .list(of: DataForm.enclosingRecord("cot") { form }.located),
            "Các cột con."),
    ]

    /// Years before or after that of the estimate.
    private static let years = DataForm<Decimal>.number.map(
        { number, node, reading -> Int? in
            if let year = number.exactInteger, (-9...9).contains(year) { return year }
            reading.noteWrongType(node, expected: Wording("số nguyên từ -9 đến 9", en: "a whole number -9–9"))
            return nil
        }, back: { Decimal($0) })

    private static let takes = DataForm<TableForm.Take>.choice([
        DataChoice("stt", .order, "số thứ tự"), DataChoice("noi_dung", .title, "nội dung"),
        DataChoice("dvt", .unit, "đơn vị tính"), DataChoice("he_so", .factor, "các hệ số"),
        DataChoice("can_cu", .basis, "căn cứ, ghi chú"),
        DataChoice("ma_ndkt", .budgetCode, "mã nội dung kinh tế"),
        DataChoice("ten_ndkt", .budgetCodeName, "tên mục, tiểu mục"),
        DataChoice("nguon", .sources, "tên nguồn kinh phí"),
        DataChoice("don_vi", .unitInCharge, "đơn vị thực hiện"),
        DataChoice("nhiem_vu", .workItem, "nội dung kế hoạch"),
        DataChoice("thong_tin", .words, "chữ của khóa thong_tin"),
        DataChoice("trong", .blank, "để trống, ghi tay"), DataChoice("so_luong", .quantity, "số lượng"),
        DataChoice("don_gia", .price, "đơn giá"), DataChoice("thanh_tien", .amount, "thành tiền"),
        DataChoice("quy", .quarter, "số của quý"), DataChoice("du_toan", .planned, "dự toán của năm"),
        DataChoice("thuc_hien", .actual, "thực hiện của năm"),
        DataChoice("uoc_thuc_hien", .expected, "ước thực hiện của năm"),
        DataChoice("tran_chi", .ceiling, "trần chi của năm"),
        DataChoice("duoc_duyet", .approved, "được duyệt"), DataChoice("da_chi", .spent, "đã chi"),
        DataChoice("so_khac", .own, "số của khóa so_khac"), DataChoice("tang", .added, "điều chỉnh tăng"),
        DataChoice("giam", .cut, "điều chỉnh giảm"),
        DataChoice("dieu_chinh", .changed, "tăng, giảm cộng lại"),
        DataChoice("sau_dieu_chinh", .afterChanges, "dự toán sau điều chỉnh"),
    ])
}
