internal import Diagnostics
internal import TemplateLanguage

/// What is wrong with a block of a list of blocks, by its place from 1.
struct BlockFault: Hashable, Sendable {
    let block: Int
    let kind: Kind

    /// Rows, columns and cells are counted from 1.
    enum Kind: Hashable, Sendable {
        case notABlock
        case noColumns
        case noWidth(column: Int)
        case noRows
        case noRow(Int)
        case noCell(row: Int, cell: Int)
        case surplus(row: Int, columns: Int)
    }

    func diagnostic(_ words: TagSource) -> Diagnostic {
        guard kind != .notABlock else {
            return .error(
                "template.not-rich-text", at: words.place,
                "thẻ “\(words.whole)”: khối thứ \(block) không phải đoạn văn, đề mục, bảng hay ảnh",
                en: "the tag “\(words.whole)”: block \(block) is no paragraph, heading, table or picture",
                fix: "ghi mỗi khối một trong các khóa doan, de_muc, bang, anh",
                en: "give each block one of the keys doan, de_muc, bang, anh")
        }
        let (fault, mend) = table
        return Diagnostic(
            "template.block-table",
            Wording(
                "thẻ “\(words.whole)”: bảng ở khối thứ \(block) \(fault.vietnamese)",
                en: "the tag “\(words.whole)”: the table in block \(block) \(fault.english)"),
            at: words.place, fix: mend)
    }

    /// What is wrong with a table, and the mend.
    private var table: (fault: Wording, mend: Wording) {
        let widths = Wording(
            "ghi cot là danh sách bề rộng của mọi cột, như [20, 60, 40]: số lớn hơn 0, hoặc để trống",
            en:
                "write cot as the list of the widths of all columns, like [20, 60, 40]: numbers above 0, or null"
        )
        let rows = Wording(
            "ghi dong là danh sách các dòng, mỗi dòng là một danh sách ô, mỗi ô là chữ hoặc có khóa chu",
            en: "write dong as a list of rows, each a list of cells, each a text or with the key chu")
        switch kind {
        case .notABlock, .noColumns: return (Wording("không có cot", en: "has no cot"), widths)
        case .noWidth(let column):
            return (
                Wording(
                    "có bề rộng cột thứ \(column) không phải số lớn hơn 0",
                    en: "has a width of column \(column) that is no number above 0"), widths
            )
        case .noRows: return (Wording("không có dong", en: "has no dong"), rows)
        case .noRow(let row):
            return (
                Wording(
                    "có dòng thứ \(row) không phải danh sách ô", en: "has in row \(row) no list of cells"),
                rows
            )
        case .noCell(let row, let cell):
            return (
                Wording(
                    "có ô thứ \(cell) của dòng thứ \(row) không phải chữ",
                    en: "has in cell \(cell) of row \(row) no text"), rows
            )
        case .surplus(let row, let columns):
            return (
                Wording(
                    "có dòng thứ \(row) nhiều ô hơn chỗ của \(columns) cột",
                    en: "has more cells in row \(row) than its \(columns) columns have room for"),
                Wording(
                    "thêm bề rộng của cột vào cot, hoặc bỏ ô thừa, kể cả chỗ mà ô gộp chiếm",
                    en:
                        "add the column's width to cot, or take the surplus cells out, merged cells counted in full"
                )
            )
        }
    }
}
