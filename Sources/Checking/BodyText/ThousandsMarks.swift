internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations

extension Check { static let thousandsMarks = document([.thousandsMixed]) { $0.checkThousands(&$1) } }

extension Rule {
    static let thousandsMixed = Rule(
        "format.thousands-mixed", "B12", .note, .byHand, .custom,
        "Dấu chấm ngăn hàng nghìn ở mọi số trong một cột. Chỉ báo khi trong cột phần lớn số có dấu chấm.",
        en:
            "Dots part the thousands of every number in a column. Told only where most numbers of the column have them.",
        right: "1.250 dưới 1.300", wrong: "1250 dưới 1.300", told: .once)
}

extension CheckContext {
    func checkThousands(_ log: inout FindingLog) {
        for (block, content) in blocks.enumerated() {
            guard case .table(let table) = content, table.columns.count > 1, table.rows.count > 3 else {
                continue
            }
            for column in table.columns.indices.dropFirst() {
                for (row, text) in Self.undotted(column, table) {
                    guard
                        let line = lines.first(where: {
                            $0.spot.table == block && $0.spot.row == row && $0.trimmed == text
                        })
                    else { continue }
                    let right = Self.dotted(text)
                    log.add(
                        .thousandsMixed, nil, line, found: Wording("“\(text)”", en: "“\(text)”"),
                        right: Wording(
                            "\(right), như các số khác trong cột", en: "\(right), as others in the column"))
                }
            }
        }
    }

    /// The numbers of four digits and more without dots in a column where more have them; four digits may be a year.
    private static func undotted(_ column: Int, _ table: ReadTable) -> [(row: Int, text: String)] {
        var bare: [(row: Int, text: String)] = []
        var dotted = 0
        for row in table.rows.indices {
            guard let cell = table.rows[row].cells.first(where: { $0.column == column && !$0.isCovered }),
                cell.blocks.paragraphs.count == 1
            else { continue }
            let text = TextLine.trimmed(cell.text)
            guard (4...15).contains(text.utf8.count),
                text.utf8.allSatisfy({ 0x30...0x39 ~= $0 || $0 == 0x2E })
            else { continue }
            let groups = text.split(separator: ".", omittingEmptySubsequences: false)
            if groups.count == 1 {
                guard text.utf8.count < 10, text.first != "0", !(1900...2100).contains(Int(text) ?? 0) else {
                    continue
                }
                bare.append((row, text))
            } else if (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) {
                dotted += 1
            }
        }
        return dotted >= usualDots && dotted > bare.count ? bare : []
    }

    private static func dotted(_ digits: String) -> String {
        var out = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place).isMultiple(of: 3) { out += "." }
            out.append(digit)
        }
        return out
    }

    /// So many with dots show that they are numbers that are read, no codes.
    private static let usualDots = 2
}
