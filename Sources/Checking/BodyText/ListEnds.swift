internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check { static let listEnds = document([.listEnd]) { $0.checkListEnds(&$1) } }

extension Rule {
    static let listEnd = Rule(
        "format.list-end", "B06", .note, .byHand, .custom,
        "Các mục của một danh sách kết thúc như nhau, chỉ mục cuối là dấu chấm. Chỉ báo một mục có dấu chấm giữa những mục có dấu chấm phẩy, "
            + "và dấu chấm phẩy ở mục cuối khi ngay sau là một đề mục.",
        en:
            "The items of a list end alike, the last alone in a full stop. Told only of one with a full stop among others with semicolons, "
            + "and of a semicolon behind the last where a heading follows.", right: "a) …; b) …; c) ….",
        wrong: "a) …; b) …. c) …;", told: .once)
}

extension CheckContext {
    /// An item of several sentences ends as sentences do.
    func checkListEnds(_ log: inout FindingLog) {
        for row in itemRows {
            if let odd = oddEnd(of: row) {
                log.add(
                    .listEnd, structure.components[odd], lines[odd],
                    found: Wording("dấu chấm giữa danh sách", en: "a full stop inside a list"),
                    right: Wording("dấu chấm phẩy như các mục khác", en: "a semicolon as the others"))
            }
            if let last = unclosed(row) {
                log.add(
                    .listEnd, structure.components[last], lines[last],
                    found: Wording("dấu chấm phẩy ở mục cuối", en: "a semicolon behind the last item"),
                    right: Wording("dấu chấm", en: "a full stop"))
            }
        }
    }

    /// Items of one sign beneath each other, outside of tables.
    var itemRows: [[Int]] {
        var rows: [[Int]] = [[]]
        for index in structure.text where !lines[index].isBlank && lines[index].spot.table == nil {
            guard let sign = listSign(index), !lines[index].hasTags else {
                rows.append([])
                continue
            }
            let isFirst = lines[index].trimmed.hasPrefix("a)") || lines[index].trimmed.hasPrefix("a.")
            if let last = rows[rows.count - 1].last, listSign(last) != sign || isFirst { rows.append([]) }
            rows[rows.count - 1].append(index)
        }
        return rows.filter { !$0.isEmpty }
    }

    /// The dash, plus, bracket or stop that a line's sign is; nil for no item of a list.
    func listSign(_ index: Int) -> Character? {
        let text = lines[index].trimmed
        guard lines[index].spot.table == nil, let first = text.first else { return nil }
        if first == "-" || first == "+" { return text.dropFirst().first == " " ? first : nil }
        guard first.isLowercase, let mark = text.dropFirst().first, ").".contains(mark) else { return nil }
        return text.dropFirst(2).first == " " ? mark : nil
    }

    /// The one item before the last with a full stop, where all others before the last have semicolons.
    private func oddEnd(of items: [Int]) -> Int? {
        guard items.count > Self.fewestItems else { return nil }
        let stopped = items.dropLast().filter { !lines[$0].trimmed.hasSuffix(";") }
        guard stopped.count == 1, let odd = stopped.first, lines[odd].trimmed.hasSuffix("."),
            !lines[odd].trimmed.hasSuffix(".."), !lines[odd].trimmed.hasBytes(of: ". ")
        else { return nil }
        return odd
    }

    /// The last item, where it has a semicolon as all others and a heading with a number follows.
    private func unclosed(_ items: [Int]) -> Int? {
        guard let last = items.last, items.count > 1, items.allSatisfy({ lines[$0].trimmed.hasSuffix(";") }),
            let next = structure.text.first(where: { $0 > last && !lines[$0].isBlank })
        else { return nil }
        switch structure.headings.first(where: { $0.line == next })?.number {
        case .part, .chapter, .division, .subdivision, .upperLetter, .roman, .article, .arabic, .decimal:
            return last
        case .letter, .bracketed, .dash, .plus, .star, nil: return nil
        }
    }

    /// The one item without a mark at its end, where all others have one; what another list divides ends in a colon or in none.
    func bareItem(of items: [Int]) -> Int? {
        guard items.count >= Self.fewestItems else { return nil }
        let bare = items.filter { index in
            guard let last = lines[index].trimmed.unicodeScalars.last else { return false }
            return last != ";" && last != "."
        }
        guard bare.count == 1, let index = bare.first, !lines[index].isSlot, !lines[index].isBold,
            let last = lines[index].trimmed.unicodeScalars.last,
            last.isLetter || last.isDigit || ")%”".unicodeScalars.contains(last)
        else { return nil }
        let next = structure.text.first { $0 > index && !lines[$0].isBlank }
        return index == items.last && next.flatMap(listSign) != nil ? nil : index
    }

    /// So many show what the list's way is.
    private static let fewestItems = 3
}
