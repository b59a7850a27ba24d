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
            for bare in Self.undotted(table) {
                tell(.thousandsMixed, of: bare, inTable: block, &log, right: Self.dotted)
            }
        }
    }

    /// Column by column the numbers of four digits and more without dots, where more of the column have them.
    private static func undotted(_ table: ReadTable) -> [[(row: Int, text: String)]] {
        var bare: [Int: [(row: Int, text: String)]] = [:]
        var dotted: [Int: Int] = [:]
        var decimals: Set<Int> = []
        for row in table.rows.indices {
            for cell in table.rows[row].cells
            where cell.column > 0 && !cell.isCovered && cell.blocks.paragraphs.count == 1 {
                let text = TextLine.trimmed(cell.text)
                if isDecimal(text) { decimals.insert(cell.column) }
                switch isDotted(text) {
                case true?: dotted[cell.column, default: 0] += 1
                case false?: bare[cell.column, default: []].append((row, text))
                case nil: break
                }
            }
        }
        return bare.sorted { $0.key < $1.key }.map { column, places in
            // Where others have decimals, a comma before three figures may be one too.
            let places = decimals.contains(column) ? places.filter { !hasOneComma($0.text) } : places
            let count = dotted[column] ?? 0
            return count >= usualDots && count > places.count ? places : []
        }.filter { !$0.isEmpty }
    }

    private static func isDecimal(_ text: String) -> Bool {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        return parts.count == 2 && parts[1].utf8.count != 3 && !parts[0].isEmpty
            && text.utf8.allSatisfy { 0x30...0x39 ~= $0 || $0 == 0x2C || $0 == 0x2E }
    }

    private static func hasOneComma(_ text: String) -> Bool { text.count { $0 == "," } == 1 }

    /// Whether a number of thousands has its dots; nil for other texts, and for what may be a year.
    private static func isDotted(_ text: String) -> Bool? {
        if isParted(text) { return false }
        guard (4...15).contains(text.utf8.count), text.utf8.allSatisfy({ 0x30...0x39 ~= $0 || $0 == 0x2E })
        else { return nil }
        let groups = text.split(separator: ".", omittingEmptySubsequences: false)
        guard groups.count > 1 else {
            let isNumber = text.utf8.count < 10 && text.first != "0"
            return isNumber && !(1900...2100).contains(Int(text) ?? 0) ? false : nil
        }
        let isGrouped = (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
        return isGrouped ? true : nil
    }

    /// `225,000,000`, `8,750`: commas between thousands.
    private static func isParted(_ text: String) -> Bool {
        let groups = text.split(separator: ",", omittingEmptySubsequences: false)
        return groups.count > 1 && groups[0] != "0" && (1...3).contains(groups[0].count)
            && groups.dropFirst().allSatisfy { $0.count == 3 }
            && groups.allSatisfy { $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }
    }

    private static func dotted(_ text: String) -> String {
        let digits = text.filter { $0 != "," }
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
