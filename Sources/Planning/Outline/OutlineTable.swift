internal import DataFiles
internal import Diagnostics
internal import FoundationEssentials
internal import Values
internal import VietnameseText

/// Bảng: a table that is written, not computed.
struct OutlineTable: Hashable, Sendable {
    var caption: WrittenText?
    var unit: String?
    var columns: [Column] = []
    var rows: [Row] = []
    /// A CSV file beside the plan's, with a row for each line below its head.
    var file: WrittenText?
    var place: WrittenPlace?
    var hasTotal = false
    /// How many of the rows are its head, where the columns do not name themselves.
    var headCount: Int?

    struct Column: Hashable, Sendable {
        var title = ""
        /// A head that reaches over neighbours that name it too.
        var group: String?
        var width: Int?
        var kind = Kind.text
        var isSummed = false
        /// What of a task, target or item of an estimate it shows, in a computed table.
        var content: Content?
    }

    /// What a column of a computed table shows.
    enum Content: Hashable, Sendable {
        case number, title, lead, support, result, deadline, unit, target, note, quantity, price, amount
    }

    /// A row of cells, or one that names those below it.
    struct Row: Hashable, Sendable {
        let cells: [String]
        let isGroup: Bool
        private let written: WrittenPlace
        var place: Location { written.location }

        init(cells: [String], isGroup: Bool, place: Location) {
            self.cells = cells
            self.isGroup = isGroup
            written = WrittenPlace(location: place)
        }
    }

    enum Kind: Hashable, Sendable { case text, centred, number, money, counter }
}

extension OutlineTable {
    static let form = DataForm.record(
        "bang", "Một bảng.", blank: OutlineTable(),
        [
            .optional("ten", \.caption, .written, "Tên bảng, in đậm trên bảng."),
            .optional("don_vi_tinh", \.unit, .text, "Đơn vị tính, in bên phải trên bảng."),
            .required("cot", \.columns, .list(of: Column.form), "Các cột."),
            .optional(
                "dong", keeping: \.rows, .list(of: .tableRow),
                "Các dòng, mỗi dòng một danh sách ô; một dòng chữ là tên nhóm; ô “^” gộp với ô trên, ô “<” gộp với ô trái."
            ), .optional("tep", \.file, .written, "Tệp CSV có các dòng của bảng, dòng đầu là tên cột."),
            .optional(
                "dau", \.headCount, .integer(in: 0...9),
                "Số dòng đầu của `dong` là tiêu đề bảng, khi tiêu đề có ô gộp; các cột khi đó không ghi `ten`."
            ),
            .optional(
                "tong_cong", keeping: \.hasTotal, .boolean,
                "`true` để thêm dòng tổng cộng của các cột có `cong`."),
        ])
}

extension OutlineTable.Column {
    static let form = DataForm.record(
        "cot", "Một cột.", blank: OutlineTable.Column(),
        [
            .optional(
                "ten", keeping: \.title, .text,
                "Tên cột; không cột nào có tên thì bảng không có dòng tiêu đề."),
            .optional("nhom", \.group, .text, "Tên chung in trên các cột liền nhau có cùng `nhom`."),
            .optional(
                "rong", \.width, .integer(in: 5...400), "Bề rộng, mm; không ghi thì chia đều phần còn lại."),
            .optional(
                "kieu", keeping: \.kind,
                .choice([
                    DataChoice("chu", .text, "chữ, canh trái"),
                    DataChoice("giua", .centred, "chữ, canh giữa"),
                    DataChoice("so", .number, "số, canh phải"),
                    DataChoice("tien", .money, "số tiền (đồng), canh phải"),
                    DataChoice("stt", .counter, "số thứ tự, do chương trình đánh, không có ô trong `dong`"),
                ]), "Kiểu cột; mặc định `chu`."),
            .optional("cong", keeping: \.isSummed, .boolean, "`true` để cộng cột ở dòng tổng cộng."),
            .optional(
                "lay", \.content,
                .choice([
                    DataChoice("stt", .number, "số thứ tự"),
                    DataChoice("ten", .title, "tên nhiệm vụ, chỉ tiêu, nội dung chi"),
                    DataChoice("chu_tri", .lead, "đơn vị chủ trì"),
                    DataChoice("phoi_hop", .support, "đơn vị phối hợp"),
                    DataChoice("ket_qua", .result, "sản phẩm, kết quả"),
                    DataChoice("thoi_han", .deadline, "thời hạn"), DataChoice("dvt", .unit, "đơn vị tính"),
                    DataChoice("ke_hoach", .target, "kế hoạch của năm"),
                    DataChoice("ghi_chu", .note, "ghi chú, căn cứ"),
                    DataChoice("so_luong", .quantity, "số lượng"), DataChoice("don_gia", .price, "đơn giá"),
                    DataChoice("thanh_tien", .amount, "thành tiền"),
                ]), "Điều cột này in, khi là cột của một phần chèn (`chen`)."),
        ])
}

extension DataForm where Value == OutlineTable.Row {
    fileprivate static var tableRow: DataForm<OutlineTable.Row> {
        DataForm<Shorthand<String, [String]>>.shorthand(.text, orElse: .list(of: .cell)).map(
            { row, node, reading in
                let place = reading.location(node.position)
                switch row {
                case .short(let group): return OutlineTable.Row(cells: [group], isGroup: true, place: place)
                case .long(let cells): return OutlineTable.Row(cells: cells, isGroup: false, place: place)
                }
            }, back: { $0.isGroup ? .short($0.cells[0]) : .long($0.cells) })
    }
}

extension DataForm where Value == String {
    /// A cell of a table, which may be empty or of several lines.
    fileprivate static var cell: DataForm<String> {
        let text = DataForm<String>.text
        return DataForm(
            text.description,
            read: { node, base, reading in
                if case .text(let words) = node.content, words.contains("\n") {
                    return words.split(separator: "\n").map { String($0).trimmed }.joined(separator: "\n")
                }
                return node.isBlank ? "" : text.read(node, base, &reading)
            }, write: text.write)
    }
}
