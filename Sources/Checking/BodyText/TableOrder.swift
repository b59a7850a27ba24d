internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations

extension Check { static let tableOrder = document([.tableNumberGap]) { $0.checkTableOrder(&$1) } }

extension Rule {
    static let tableNumberGap = Rule(
        "format.table-number-gap", "B07", .note, .byHand, .custom,
        "Cột TT, STT đánh số liền nhau. Chỉ báo khi cả cột liền nhau mà một chỗ nhảy qua đúng một số.",
        en:
            "A column TT or STT counts without gaps. Told only where the whole column does, and one number alone is passed over.",
        right: "1, 2, 3, 4", wrong: "1, 2, 4, 5")
}

extension CheckContext {
    func checkTableOrder(_ log: inout FindingLog) {
        for (block, content) in blocks.enumerated() {
            guard case .table(let table) = content, let gap = TableOrder.gap(in: table),
                let line = lines.first(where: {
                    $0.spot.table == block && $0.spot.row == gap.row && $0.spot.cell == gap.cell
                        && !$0.isBlank
                }), !line.hasTags
            else { continue }
            let (above, missing) = (gap.number - 2, gap.number - 1)
            log.add(
                .tableNumberGap, nil, line,
                found: Wording("số \(gap.number) ngay dưới số \(above)", en: "\(gap.number) below \(above)"),
                right: Wording(
                    "số \(missing), hoặc đủ dòng \(missing)", en: "\(missing), or the row \(missing)"))
        }
    }
}

/// The column that counts the rows of a table.
enum TableOrder {
    /// The one place where the column passes over a number; a count may begin anew below a title.
    static func gap(in table: ReadTable) -> (row: Int, cell: Int, number: Int)? {
        guard
            let head = table.rows.prefix(rowsOfHead).firstIndex(where: { row in
                row.cells.first.map { $0.column == 0 && names.contains(name($0.text)) } == true
            })
        else { return nil }
        var gaps: [(row: Int, cell: Int, number: Int)] = []
        var last: Int?
        var steps = 0
        for row in table.rows.indices.dropFirst(head + 1) {
            guard let cell = table.rows[row].cells.firstIndex(where: { $0.column == 0 && !$0.isCovered }),
                let number = number(table.rows[row].cells[cell].text)
            else { continue }
            if let last, number == last + 2 {
                gaps.append((row, cell, number))
            } else if let last, number == last + 1 {
                steps += 1
            } else if number != 1 {
                return nil
            }
            last = number
        }
        return gaps.count == 1 && steps > 0 ? gaps.first : nil
    }

    private static let rowsOfHead = 2
    private static let names = Set(["TT", "STT", "SỐ TT", "SỐ THỨ TỰ"].map(HeadWords.fold))

    private static func name(_ text: String) -> String {
        HeadWords.fold(
            TextLine.trimmed(text).uppercased().split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    /// The number that is all a cell says.
    private static func number(_ text: String) -> Int? {
        let text = TextLine.trimmed(text)
        let figures = text.hasSuffix(".") ? text.dropLast() : text[...]
        guard (1...3).contains(figures.utf8.count), figures.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else {
            return nil
        }
        return Int(figures)
    }
}
