internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations

extension Check { static let splitRows = document([.rowSplit]) { $0.checkSplitRows(&$1) } }

extension Rule {
    static let rowSplit = Rule(
        "format.row-split", "B10", .note, .byHand, .custom,
        "Hàng của bảng không bị ngắt qua hai trang. Chỉ báo với bảng chắc chắn dài hơn một trang mà hàng nhiều "
            + "dòng được phép ngắt.",
        en:
            "Rows of tables are not split over pages. Told only of tables surely longer than a page whose rows "
            + "of several lines may be split.", right: "hàng nguyên", wrong: "nửa hàng ở trang sau")
}

extension CheckContext {
    /// Rows of several lines that may be split, in a table surely longer than a page.
    func checkSplitRows(_ log: inout FindingLog) {
        var told: Set<Int> = []
        var places: [FaultyPlace] = []
        for line in lines {
            guard let number = line.spot.table, line.spot.columns > 2, told.insert(number).inserted,
                let table = table(of: line)
            else { continue }
            let rows = table.rows.map { (lines: Self.height(of: $0), mayBeSplit: !$0.staysWhole) }
            guard rows.reduce(0, { $0 + $1.lines }) > 60,
                rows.contains(where: { $0.mayBeSplit && Self.wholeRow.contains($0.lines) })
            else { continue }
            places.append(
                FaultyPlace(
                    line,
                    Wording(
                        "bảng dài hơn một trang, hàng nhiều dòng có thể bị ngắt đôi",
                        en: "a table of more than a page whose rows of several lines may be split")))
        }
        log.add(
            .rowSplit, nil, all: places,
            right: Wording("đặt hàng không ngắt qua trang", en: "rows that stay whole"))
    }

    /// A row of one or two lines is never split, and one of a third of a page leaves too much room behind when it is not.
    private static let wholeRow = 3...12

    /// How many lines the row's fullest cell takes, by the width of its column.
    private static func height(of row: ReadTable.Row) -> Int {
        row.cells.filter { !$0.isCovered && $0.rowSpan == 1 }.map { cell in
            let letters = max(8, Int((cell.width?.millimetres ?? 40) / 2.2))
            return cell.blocks.paragraphs.reduce(0) { height, paragraph in
                let text = paragraph.text
                // No letter takes less than a byte: what fits on one line need not be counted.
                return height + 1 + (text.utf8.count <= letters ? 0 : max(0, text.count - 1) / letters)
            }
        }.max() ?? 1
    }
}
