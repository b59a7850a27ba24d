internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations

extension Check {
    static let decimalMarks = document([.decimalMark]) {
        $0.checkDecimalMarks(&$1)
        $0.checkMeasures(&$1)
    }
}

extension Rule {
    static let decimalMark = Rule(
        "format.decimal-mark", "B12", .note, .byHand, .custom,
        "Trước phần thập phân là dấu phẩy. Chỉ báo khi một cột của bảng có cả hai cách ghi, và trong câu khi sau số là đơn vị đo.",
        en:
            "A comma stands before decimals. Told only where a column of a table has both ways, and in sentences before a unit.",
        right: "97,95", wrong: "97.95 dưới 88,68", told: .once)
}

extension CheckContext {
    func checkDecimalMarks(_ log: inout FindingLog) {
        for (block, content) in blocks.enumerated() {
            guard case .table(let table) = content, table.columns.count > 1, table.rows.count > 2 else {
                continue
            }
            for column in table.columns.indices.dropFirst() {
                tell(.decimalMark, of: Self.odd(column, table), inTable: block, &log) {
                    $0.replacing(".", with: ",")
                }
            }
        }
    }

    /// Tells of the numbers of a column that are written otherwise than its others, at the first of them.
    func tell(
        _ rule: Rule, of odd: [(row: Int, text: String)], inTable block: Int, _ log: inout FindingLog,
        right: (String) -> String
    ) {
        let places = odd.compactMap { row, text in
            lines.first { $0.spot.table == block && $0.spot.row == row && $0.trimmed == text }
        }
        guard let text = odd.first?.text, let line = places.first, line.trimmed == text else { return }
        let right = right(text)
        log.add(
            rule, nil, line, found: Wording("“\(text)”", en: "“\(text)”"),
            right: Wording("\(right), như các số khác trong cột", en: "\(right), as others in the column"),
            further: Array(places.dropFirst()))
    }

    /// `rộng 11.7m`, `7.5 triệu đồng`: in sentences a unit shows that no thousands are meant.
    func checkMeasures(_ log: inout FindingLog) {
        for index in structure.text where isText(index) && lines[index].spot.table == nil {
            guard Self.mayMeasure(lines[index].trimmed), !lines[index].hasTags else { continue }
            for number in Self.measures(in: TextScalars(lines[index].trimmed)) {
                let right = number.replacing(".", with: ",")
                log.add(
                    .decimalMark, structure.components[index], lines[index],
                    found: Wording("“\(number)”", en: "“\(number)”"), right: Wording(right, en: right))
            }
        }
    }

    /// Whether a dot stands between two digits; in most texts none does.
    private static func mayMeasure(_ text: String) -> Bool {
        let bytes = text.utf8.span
        for place in bytes.indices.dropFirst().dropLast() where bytes[place] == UInt8(ascii: ".") {
            if 0x30...0x39 ~= bytes[place - 1], 0x30...0x39 ~= bytes[place + 1] { return true }
        }
        return false
    }

    /// Numbers with one or two digits behind a dot, before a unit.
    static func measures(in letters: TextScalars) -> [String] {
        letters.trimmed.lazy.filter { letters.scalars[$0] == "." }.compactMap { dot in
            guard letters[dot - 1]?.isDigit == true else { return nil }
            let end = letters.end(from: dot + 1) { $0.isDigit }
            var start = dot
            while start > 0, letters.scalars[start - 1].isDigit { start -= 1 }
            guard (1...2).contains(end - dot - 1), dot - start < 4,
                letters[start - 1].map({ $0.isBlank || $0 == "(" }) ?? false
            else { return nil }
            let unit = letters.end(from: letters[end] == " " ? end + 1 : end) { $0.isLetter || $0 == "%" }
            let word = TextLine.trimmed(letters[end..<unit])
            guard units.contains(word), letters[unit]?.isDigit != true else { return nil }
            return letters[start..<end]
        }
    }

    private static let units: Set<String> = [
        "m", "km", "cm", "mm", "ha", "kg", "tấn", "tạ", "lít", "triệu", "tỷ", "tỉ", "%", "mét", "ki-lô-mét",
    ]

    /// The numbers with a dot in a column that has numbers with commas.
    private static func odd(_ column: Int, _ table: ReadTable) -> [(row: Int, text: String)] {
        var odd: [(row: Int, text: String)] = []
        var commas = 0
        for row in table.rows.indices {
            guard let cell = table.rows[row].cells.first(where: { $0.column == column && !$0.isCovered }),
                cell.blocks.paragraphs.count == 1
            else { continue }
            let text = TextLine.trimmed(cell.text)
            if isDecimal(text, ",") { commas += 1 }
            if isDecimal(text, ".") { odd.append((row, text)) }
        }
        return commas > 0 ? odd : []
    }

    /// Digits, the mark, and one or two digits: three may be thousands.
    private static func isDecimal(_ text: String, _ mark: Character) -> Bool {
        guard text.utf8.count < 12 else { return false }
        let number = text.hasSuffix("%") ? text.dropLast() : text[...]
        let parts = number.split(separator: mark, omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && (1...2).contains(parts[1].count)
            && parts.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isNumber } }
    }
}
